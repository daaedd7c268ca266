//! Files that take a view away: each carries its citation and the address that opens it again.
//!
//! The second module makes them; nothing here asks a clock or a browser.

pub mod calendar;

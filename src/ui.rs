//! The views. Each is a function of the data and an address; whatever a reader does leads to
//! another address, and the address leads to the view.

pub mod cx;

pub mod html;

pub mod link;

pub mod parts;

pub mod shell;

pub mod take;

pub mod today;

pub mod views;

pub mod far;

#[cfg(any(feature = "csr", feature = "workshop"))]
pub mod clock;

#[cfg(feature = "workshop")]
pub mod carried;

#[cfg(feature = "csr")]
pub mod platform;

#[cfg(feature = "csr")]
mod actions;

#[cfg(feature = "csr")]
pub mod app;

#[cfg(any(not(feature = "csr"), feature = "workshop"))]
pub mod render;

#[cfg(any(not(feature = "csr"), feature = "workshop"))]
pub mod import;

#[cfg(all(test, not(feature = "csr")))]
mod goldens;

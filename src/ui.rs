//! The views. Each is a function of the data and an address; whatever a reader does leads to
//! another address, and the address leads to the view.

pub mod cx;

pub mod html;

pub mod link;

pub mod parts;

pub mod shell;

pub mod views;

pub mod platform;

#[cfg(feature = "csr")]
pub mod app;

#[cfg(feature = "ssr")]
pub mod render;

#[cfg(all(test, feature = "ssr"))]
mod goldens;

//! The browser, and nothing else of the app touches it. Every access can be refused: a sandboxed
//! frame has no storage, an old browser no clipboard. Rendering outside a browser does nothing here.

#[cfg(feature = "csr")]
mod browser;
#[cfg(feature = "csr")]
pub use browser::*;

#[cfg(not(feature = "csr"))]
mod nowhere;
#[cfg(not(feature = "csr"))]
pub use nowhere::*;

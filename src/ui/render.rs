//! The same views as HTML text, without a browser.

use super::cx::Cx;
use super::{html, shell};
use crate::address::{Address, resolve};
use crate::dataset::DataSet;

/// The page of an address (what stands behind `#`) as HTML: all that goes inside `<body>`.
pub fn page(data: &DataSet, hash: &str) -> String {
    let (address, mut unread) = Address::read(hash);
    let (address, more) = resolve(data, address);
    unread.extend(more);
    let mut out = String::new();
    html::page(|| shell::page(Cx::new(data, &address), &unread)).print(&mut out);
    out
}

//! The same views as HTML text, without a browser.

use super::cx::{Cx, Host};
use super::html::Html;
use super::{html, shell};
use crate::address::{Address, View, resolve};
use crate::dataset::DataSet;

/// The page of an address (what stands behind `#`) as HTML: all that goes inside `<body>`.
pub fn page(data: &DataSet, hash: &str) -> String {
    let (address, mut unread) = Address::read(hash);
    let (address, more) = resolve(data, address);
    unread.extend(more);
    let host = Host::default();
    printed(&html::page(|| shell::page(Cx::new(data, &address, &host), &unread)))
}

/// The same page as the app will draw it when it has started, controls and all, and the title of its tab.
pub fn static_page(data: &DataSet, address: &Address) -> (String, String) {
    let host = Host { theme: Some(String::new()), ..Host::default() };
    let cx = Cx::new(data, address, &host);
    (printed(&html::page(|| shell::page(cx, &[]))), shell::page_title(cx))
}

/// The part of an address's view that the app leaves to the module that `draw` is of, as HTML.
pub fn far_part(data: &DataSet, hash: &str, host: &Host, draw: impl FnOnce(Cx<'_>) -> Html) -> String {
    printed(&far_page(data, hash, host, draw))
}

/// The same as a page, which can be [printed] or [changed] into.
///
/// [changed]: html::Page::changes
pub fn far_page(data: &DataSet, hash: &str, host: &Host, draw: impl FnOnce(Cx<'_>) -> Html) -> html::Page {
    let (address, _) = resolve(data, Address::read(hash).0);
    html::page(|| draw(Cx::new(data, &address, host)))
}

/// That part with its heading, for a frame in which no app runs yet.
pub fn framed(data: &DataSet, hash: &str, host: &Host, draw: impl FnOnce(Cx<'_>) -> Html) -> String {
    let (address, mut unread) = Address::read(hash);
    let (address, more) = resolve(data, address);
    unread.extend(more);
    let cx = Cx::new(data, &address, host);
    printed(&html::page(|| shell::framed(cx, &unread, draw(cx))))
}

/// What a long view of an address has left out at the places of these names, as HTML in their order.
pub fn awaited(data: &DataSet, hash: &str, host: &Host, names: &[String]) -> Vec<String> {
    let (address, _) = resolve(data, Address::read(hash).0);
    let cx = Cx::new(data, &address, host);
    let mut out = Vec::new();
    let mut write = |part: &dyn Fn() -> Html| out.push(printed(&html::page(part)));
    match &address.view {
        View::Timeline(state) => super::views::timeline::awaited(cx, state, names, &mut write),
        View::Agencies(state) => super::views::agencies::awaited(cx, state, names, &mut write),
        View::Compare(state) => super::views::compare::fill(cx, state, names, &mut write),
        _ => {}
    }
    out
}

/// The import view below its heading, as HTML.
pub fn import_part(data: &DataSet, import: &super::import::Import, hash: &str, host: &Host) -> String {
    let (address, _) = Address::read(hash);
    printed(&html::page(|| super::views::import::import(Cx::new(data, &address, host), import)))
}

/// What the document that a reader brought has of the record of an address, as HTML; empty where it has nothing.
pub fn words_part(data: &DataSet, import: &super::import::Import, hash: &str, host: &Host) -> String {
    let Some(attachment) = &import.attached else { return String::new() };
    let (address, _) = resolve(data, Address::read(hash).0);
    let cx = Cx::new(data, &address, host);
    printed(&html::page(|| html::tag("div").child(super::views::import::words_of(cx, &import.name, attachment))))
}

/// A page as HTML.
pub fn printed(page: &html::Page) -> String {
    let mut out = String::with_capacity(page.printed_size());
    page.print(&mut out);
    out
}

#[cfg(test)]
mod tests;

//! The same views as HTML text, without a browser.

use super::cx::Cx;
use super::shell;
use crate::address::{Address, resolve};
use crate::dataset::DataSet;
use leptos::prelude::*;
use std::sync::Arc;

/// The page of an address (what stands behind `#`) as HTML: all that goes inside `<body>`.
pub fn page(data: &DataSet, hash: &str) -> String {
    // A second call finds the executor set, which is all that is wanted.
    let _ = any_spawner::Executor::init_futures_executor();
    let (address, mut unread) = Address::read(hash);
    let (address, more) = resolve(data, address);
    unread.extend(more);
    let owner = Owner::new_root(Some(Arc::new(hydration_context::SsrSharedContext::new())));
    owner.with(|| shell::page(Cx::new(data, &address), &unread).to_html())
}

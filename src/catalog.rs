//! The module that finds things: search, and the lists of what there is. It is loaded when somebody opens one.

use lotrinh::dataset::DataSet;
use lotrinh::search::{Index, documents};
use lotrinh::ui::carried;
use lotrinh::ui::cx::Host;
use lotrinh::ui::{far, render};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

#[cfg(all(target_arch = "wasm32", not(feature = "csr")))]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

thread_local! {
    /// Made when somebody first searches this data, and kept.
    static INDEX: RefCell<Option<(&'static DataSet, Index<'static>)>> = const { RefCell::new(None) };
}

#[cfg_attr(feature = "csr", expect(dead_code, reason = "in the single file it is a module"))]
fn main() {}

/// The part of an address's view that the app leaves to this module, as HTML. `base` is the page's own address.
///
/// # Errors
///
/// If the data has not come yet.
#[wasm_bindgen(js_name = catalogDraw)]
pub fn draw(hash: &str, base: &str) -> Result<String, JsError> {
    with_index(hash, |data, index| {
        render::far_part(data, hash, &Host { base: base.to_owned(), ..Host::default() }, |cx| far::catalog(cx, index))
    })
}

/// The same with its heading, for a frame in which no app runs yet.
///
/// # Errors
///
/// If the data has not come yet.
#[cfg(not(feature = "csr"))]
#[wasm_bindgen(js_name = catalogFramed)]
pub fn framed(hash: &str, base: &str) -> Result<String, JsError> {
    with_index(hash, |data, index| {
        render::framed(data, hash, &Host { base: base.to_owned(), ..Host::default() }, |cx| far::catalog(cx, index))
    })
}

/// Lends the data, and for a search its index.
fn with_index(hash: &str, f: impl FnOnce(&DataSet, Option<&Index<'_>>) -> String) -> Result<String, JsError> {
    let data = carried::data()?;
    if !hash.starts_with("#/search") {
        return Ok(f(data, None));
    }
    INDEX.with_borrow_mut(|kept| {
        // A reader's own plans have come among the others since, or gone.
        if kept.as_ref().is_some_and(|(of, _)| !std::ptr::eq(*of, data)) {
            *kept = None;
        }
        let (_, index) = kept.get_or_insert_with(|| (data, Index::new(documents(data))));
        Ok(f(data, Some(index)))
    })
}

//! The module that finds things: search, and the lists of what there is. It is loaded when somebody opens one.

use lotrinh::dataset::DataSet;
use lotrinh::ui::carried;
use lotrinh::ui::cx::Host;
use lotrinh::ui::far::{self, Finder};
use lotrinh::ui::render;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

#[cfg(all(target_arch = "wasm32", not(feature = "csr")))]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

thread_local! {
    /// Made when somebody first searches this data, and kept.
    static FINDER: RefCell<Option<(&'static DataSet, Finder<'static>)>> = const { RefCell::new(None) };
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
    with_finder(hash, |data, finder| {
        render::far_part(data, hash, &Host { base: base.to_owned(), ..Host::default() }, |cx| far::catalog(cx, finder))
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
    with_finder(hash, |data, finder| {
        render::framed(data, hash, &Host { base: base.to_owned(), ..Host::default() }, |cx| far::catalog(cx, finder))
    })
}

/// Lends the data, and for a search what has been worked out for it.
fn with_finder(hash: &str, f: impl FnOnce(&DataSet, Option<&Finder<'_>>) -> String) -> Result<String, JsError> {
    let data = carried::data()?;
    if !hash.starts_with("#/search") {
        return Ok(f(data, None));
    }
    FINDER.with_borrow_mut(|kept| {
        // A reader's own plans have come among the others since, or gone.
        if kept.as_ref().is_some_and(|(of, _)| !std::ptr::eq(*of, data)) {
            *kept = None;
        }
        let (_, finder) = kept.get_or_insert_with(|| (data, Finder::new(data)));
        Ok(f(data, Some(finder)))
    })
}

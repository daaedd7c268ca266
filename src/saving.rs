//! The module that makes files of what is shown, loaded when somebody wants one.

use lotrinh::address::Address;
use lotrinh::export::{self, Format, Origin};
use lotrinh::package;
use lotrinh::ui::carried;
use lotrinh::ui::clock;
use lotrinh::ui::cx::Host;
use wasm_bindgen::prelude::*;

#[cfg(all(target_arch = "wasm32", not(feature = "csr")))]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg_attr(feature = "csr", expect(dead_code, reason = "in the single file it is a module"))]
fn main() {}

/// A file of the data package by its name, or by its ending one of what an address shows. `base` is the page's own
/// address.
///
/// # Errors
///
/// If there is no such file.
#[wasm_bindgen]
pub fn file(asked: &str, hash: &str, base: &str) -> Result<Vec<u8>, JsError> {
    let data = carried::data()?;
    let made = match Format::from_ending(asked) {
        Some(format) => {
            let host = Host { base: base.to_owned(), ..Host::default() };
            // `2026-01-02T03:04:05.678Z` without its fractions; the day is that of the reader's clock.
            let utc = String::from(js_sys::Date::new_0().to_iso_string());
            let now = utc.get(..19).unwrap_or_default();
            let origin = Origin { base: host.shared_base(), now, day: &clock::today() };
            export::file(data, hash, format, &origin)
        }
        None => package::files(data).into_iter().find(|(file, _)| file == asked).map(|(_, file)| file.into_bytes()),
    };
    made.ok_or_else(|| JsError::new("there is no such file"))
}

/// What such a file is called.
#[wasm_bindgen]
pub fn file_name(asked: &str, hash: &str) -> String {
    match Format::from_ending(asked) {
        Some(format) => export::name(&Address::read(hash).0, format),
        None => asked.to_owned(),
    }
}

/// What to tell a reader whose file was made.
#[wasm_bindgen]
pub fn saved(name: &str, hash: &str) -> String {
    Address::read(hash).0.lang.data_downloaded(name)
}

/// What to tell a reader whose browser makes no picture of a drawing.
#[wasm_bindgen]
pub fn picture_refused(hash: &str) -> String {
    Address::read(hash).0.lang.export_picture_refused().to_owned()
}

//! The module for documents that a reader brings. `xtask/assets/reading.js` asks it for what stands here.

use lotrinh::dataset::{DataSet, packed};
use lotrinh::document::Refused;
use lotrinh::reader::{read, rehearsal};
use lotrinh::review::Own;
use lotrinh::ui::cx::Host;
use lotrinh::ui::import::{Import, Said};
use lotrinh::ui::render;
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;

#[cfg(all(target_arch = "wasm32", not(feature = "csr")))]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

thread_local! {
    static IMPORT: RefCell<Import> = RefCell::default();
    /// The packed data as it came.
    static FILE: Cell<&'static [u8]> = const { Cell::new(&[]) };
    /// The data without what the reader brought.
    static BASE: Cell<Option<&'static DataSet>> = const { Cell::new(None) };
    /// The data with it.
    static JOINED: Cell<Option<&'static DataSet>> = const { Cell::new(None) };
}

#[cfg_attr(feature = "csr", expect(dead_code, reason = "in the single file it is a module"))]
fn main() {}

/// Takes the packed data, once, before anything else is called.
///
/// # Errors
///
/// If the file is not one of this version, or damaged.
#[wasm_bindgen(js_name = importStart)]
pub fn start(file: Vec<u8>) -> Result<(), JsError> {
    FILE.set(file.leak());
    BASE.set(Some(Box::leak(Box::new(unpacked()?))));
    Ok(())
}

fn unpacked() -> Result<DataSet, JsError> {
    packed::unpack(FILE.get()).map_err(|problem| JsError::new(&problem.to_string()))
}

fn base() -> Result<&'static DataSet, JsError> {
    BASE.get().ok_or_else(|| JsError::new("the reader was asked before it was given the data"))
}

/// The import view below its heading, as HTML. `base` is the page's own address.
///
/// # Errors
///
/// If the data has not come yet.
#[wasm_bindgen(js_name = importDraw)]
pub fn draw(hash: &str, base: &str) -> Result<String, JsError> {
    let data = JOINED.get().map_or_else(self::base, Ok)?;
    let host = Host { base: base.to_owned(), ..Host::default() };
    Ok(IMPORT.with_borrow(|import| render::import_part(data, import, hash, &host)))
}

/// What the document has of the record of an address, as HTML; empty where it is another plan's, or none.
///
/// # Errors
///
/// If the data has not come yet.
#[wasm_bindgen(js_name = importWords)]
pub fn words(hash: &str) -> Result<String, JsError> {
    let data = JOINED.get().map_or_else(self::base, Ok)?;
    Ok(IMPORT.with_borrow(|import| render::words_part(data, import, hash, &Host::default())))
}

/// A file has come: gets its text.
///
/// # Errors
///
/// The place of the reason in [`Refused::ALL`].
#[wasm_bindgen(js_name = importOpen)]
pub fn open(name: &str, bytes: &[u8]) -> Result<(), JsError> {
    let opened = IMPORT.with_borrow_mut(|import| import.open(name, bytes));
    opened.map_err(|refused| JsError::new(&refused.code().to_string()))
}

/// Reads on. Whether there is more to do.
///
/// # Errors
///
/// If the data has not come yet.
#[wasm_bindgen(js_name = importStep)]
pub fn step() -> Result<bool, JsError> {
    let data = base()?;
    Ok(IMPORT.with_borrow_mut(|import| import.step(data)))
}

/// Reads a little for practice, so that the browser makes the code fast before a document comes. Whether there is more
/// to practise on.
///
/// # Errors
///
/// If the data has not come yet.
#[wasm_bindgen(js_name = importRehearse)]
pub fn rehearse(at: usize) -> Result<bool, JsError> {
    let text = rehearsal::text(base()?, at);
    Ok(text.map(|text| read(&text)).is_some())
}

/// A file could not be read, for the reason at this place.
#[wasm_bindgen(js_name = importRefuse)]
pub fn refuse(name: &str, code: usize) {
    let why = Refused::ALL.get(code).copied().unwrap_or(Refused::Damaged);
    IMPORT.with_borrow_mut(|import| import.refuse(name, why));
}

/// A step of the review.
///
/// # Errors
///
/// If the data has not come yet.
#[wasm_bindgen(js_name = importAct)]
#[expect(clippy::needless_pass_by_value, reason = "this is how a list comes from JavaScript")]
pub fn act(verb: &str, about: &str, fields: Vec<String>) -> Result<(), JsError> {
    let data = base()?;
    let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
    IMPORT.with_borrow_mut(|import| import.act(verb, about, &fields, data));
    Ok(())
}

/// The plan's id and its file; nothing where the plan cannot be made yet.
///
/// # Errors
///
/// If the data has not come yet.
#[wasm_bindgen(js_name = importPlan)]
pub fn plan() -> Result<Vec<String>, JsError> {
    let data = base()?;
    Ok(IMPORT.with_borrow_mut(|import| {
        let own = import.plan(data);
        own.map(|own| Vec::from([own.plan.id.as_str().to_owned(), own.to_file()])).unwrap_or_default()
    }))
}

/// Puts plans of our own format beside the others, and gives the data for the app. What is no plan is passed over.
///
/// # Errors
///
/// If the data has not come yet.
#[wasm_bindgen(js_name = importJoin)]
#[expect(clippy::needless_pass_by_value, reason = "this is how a list comes from JavaScript")]
pub fn join(files: Vec<String>) -> Result<Vec<u8>, JsError> {
    // To unpack it once more takes no code that is not there; to copy it would.
    let mut data = unpacked()?;
    for own in files.iter().filter_map(|file| Own::open(file).ok()) {
        own.join(&mut data);
    }
    let file = packed::pack(&data);
    JOINED.set(Some(Box::leak(Box::new(data))));
    Ok(file)
}

/// Whether plans are kept in this browser, and whether it has just refused to.
#[wasm_bindgen(js_name = importKept)]
pub fn kept(kept: bool, refused: bool) {
    IMPORT.with_borrow_mut(|import| {
        import.kept = kept;
        if refused {
            import.said = Some(Said::KeepRefused);
        }
    });
}

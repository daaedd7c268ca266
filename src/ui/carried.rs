//! The data that the page has handed to a module beside the app.

use crate::dataset::{DataSet, packed};
use std::cell::Cell;
use wasm_bindgen::prelude::*;

thread_local! {
    static DATA: Cell<Option<&'static DataSet>> = const { Cell::new(None) };
}

/// Takes the packed data before anything else is asked; what is asked for later is found in it until there is other
/// data. Whatever borrows the data of before may go on: it is never dropped.
///
/// # Errors
///
/// If the file is not one of this version, or damaged.
#[wasm_bindgen(js_name = start)]
pub fn take(file: Vec<u8>) -> Result<(), JsError> {
    let data = packed::unpack(file.leak()).map_err(|problem| JsError::new(&problem.to_string()))?;
    DATA.set(Some(Box::leak(Box::new(data))));
    Ok(())
}

/// What was taken last.
///
/// # Errors
///
/// If nothing was.
pub fn data() -> Result<&'static DataSet, JsError> {
    DATA.get().ok_or_else(|| JsError::new("the module was asked before it was given the data"))
}

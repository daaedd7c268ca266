//! The single file's module: the app, the workshop, the catalog, the saving of files and the reading of documents in one,
//! so that what they share is carried once.

use lotrinh::ui::{app, platform};
use wasm_bindgen::prelude::*;

mod catalog;
mod reading;
mod saving;
mod workshop;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}

/// Starts the app. The same module in a worker does what `xtask/assets/reading.js` asks.
#[wasm_bindgen]
pub fn run() {
    std::panic::set_hook(Box::new(|info| platform::show_panic(&info.to_string())));
    app::prepare();
    app::mount();
}

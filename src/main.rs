//! The app in a browser.

use lotrinh::ui::{app, platform};
use wasm_bindgen::prelude::*;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    std::panic::set_hook(Box::new(|info| platform::show_panic(&info.to_string())));
    if cfg!(feature = "whole") {
        prepare();
        mount();
    }
}

/// Reads the data. The site's own script asks for the parts of the start one by one, so that the browser can answer its
/// reader between them.
#[wasm_bindgen]
pub fn prepare() {
    app::prepare();
}

/// Shows the app.
#[wasm_bindgen]
pub fn mount() {
    app::mount();
}

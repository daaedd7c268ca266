//! The app in a browser.

use lotrinh::ui::{app, platform};

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    std::panic::set_hook(Box::new(|info| platform::show_panic(&info.to_string())));
    app::start();
}

//! The app in a browser.

use lotrinh::ui::{app, platform};

fn main() {
    std::panic::set_hook(Box::new(|info| platform::show_panic(&info.to_string())));
    app::start();
}

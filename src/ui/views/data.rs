//! data

use crate::ui::cx::Cx;
use leptos::prelude::*;

/// data
pub fn data(_cx: Cx<'_>) -> AnyView {
    view! { <h1 id="page-title" tabindex="-1">"data"</h1> }.into_any()
}

//! compare

use crate::ui::cx::Cx;
use leptos::prelude::*;

/// compare
pub fn compare(_cx: Cx<'_>, _state: &crate::address::CompareState) -> AnyView {
    view! { <h1 id="page-title" tabindex="-1">"compare"</h1> }.into_any()
}

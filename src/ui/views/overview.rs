//! overview

use crate::ui::cx::Cx;
use leptos::prelude::*;

/// overview
pub fn overview(_cx: Cx<'_>) -> AnyView {
    view! { <h1 id="page-title" tabindex="-1">"overview"</h1> }.into_any()
}

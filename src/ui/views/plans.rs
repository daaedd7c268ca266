//! plans

use crate::ui::cx::Cx;
use leptos::prelude::*;

/// plans
pub fn plans(_cx: Cx<'_>) -> AnyView {
    view! { <h1 id="page-title" tabindex="-1">"plans"</h1> }.into_any()
}

//! indicators

use crate::ui::cx::Cx;
use leptos::prelude::*;

/// indicators
pub fn indicators(_cx: Cx<'_>) -> AnyView {
    view! { <h1 id="page-title" tabindex="-1">"indicators"</h1> }.into_any()
}

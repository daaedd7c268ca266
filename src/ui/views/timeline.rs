//! timeline

use crate::ui::cx::Cx;
use leptos::prelude::*;

/// timeline
pub fn timeline(_cx: Cx<'_>, _state: &crate::address::TimelineState) -> AnyView {
    view! { <h1 id="page-title" tabindex="-1">"timeline"</h1> }.into_any()
}

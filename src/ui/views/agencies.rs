//! agencies

use crate::ui::cx::Cx;
use leptos::prelude::*;

/// agencies
pub fn agencies(_cx: Cx<'_>, _state: &crate::address::AgenciesState) -> AnyView {
    view! { <h1 id="page-title" tabindex="-1">"agencies"</h1> }.into_any()
}

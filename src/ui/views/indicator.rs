//! indicator

use crate::ui::cx::Cx;
use leptos::prelude::*;

/// indicator
pub fn indicator(_cx: Cx<'_>, _indicator: &crate::model::Indicator) -> AnyView {
    view! { <h1 id="page-title" tabindex="-1">"indicator"</h1> }.into_any()
}

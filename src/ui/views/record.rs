//! record

use crate::ui::cx::Cx;
use leptos::prelude::*;

/// record
pub fn record(_cx: Cx<'_>, _plan: &crate::model::Plan, _record: crate::model::Record<'_>) -> AnyView {
    view! { <h1 id="page-title" tabindex="-1">"record"</h1> }.into_any()
}

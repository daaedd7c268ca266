//! plan

use crate::ui::cx::Cx;
use leptos::prelude::*;

/// plan
pub fn plan(_cx: Cx<'_>, _plan: &crate::model::Plan, _part: Option<crate::address::Part>) -> AnyView {
    view! { <h1 id="page-title" tabindex="-1">"plan"</h1> }.into_any()
}

//! agency

use crate::ui::cx::Cx;
use leptos::prelude::*;

/// agency
pub fn agency(_cx: Cx<'_>, _agency: &crate::model::Agency) -> AnyView {
    view! { <h1 id="page-title" tabindex="-1">"agency"</h1> }.into_any()
}

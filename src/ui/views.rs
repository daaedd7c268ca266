//! One module a view. A view is a function of what [`Cx`](super::cx::Cx) holds.

#[cfg(any(not(feature = "csr"), feature = "workshop"))]
pub(super) mod agencies;
#[cfg(any(not(feature = "csr"), feature = "workshop"))]
pub(super) mod agency;
#[cfg(any(not(feature = "csr"), feature = "workshop"))]
pub(super) mod compare;
#[cfg(any(not(feature = "csr"), feature = "workshop"))]
pub(super) mod data;
mod findings;
#[cfg(any(not(feature = "csr"), feature = "workshop"))]
pub(super) mod import;
#[cfg(any(not(feature = "csr"), feature = "workshop"))]
pub(super) mod indicator;
#[cfg(any(not(feature = "csr"), feature = "workshop"))]
pub(super) mod indicators;
mod overview;
pub(super) mod plan;
mod plans;
mod record;
pub(super) mod search;
#[cfg(any(not(feature = "csr"), feature = "workshop"))]
pub(super) mod timeline;

use super::cx::{Cx, Far};
use super::far;
use crate::address::View;
use crate::ui::html::*;

/// The view of an address. Ids in it are known to the data: the address was resolved.
pub fn view(cx: Cx<'_>) -> Html {
    let found = match &cx.address.view {
        View::Overview => Some(overview::overview(cx)),
        View::Plans => Some(plans::plans(cx)),
        View::Plan { plan, part } => cx.data.plan(plan).map(|plan| plan::plan(cx, plan, *part)),
        View::Record { plan, record } => {
            cx.data.plan(plan).and_then(|plan| Some(record::record(cx, plan, plan.record(record)?)))
        }
        View::Timeline(_) => Some(whole(cx, cx.lang.nav_timeline())),
        View::Agencies(_) => Some(whole(cx, cx.lang.nav_agencies())),
        View::Compare(_) => Some(whole(cx, cx.lang.nav_compare())),
        View::Search(state) => Some(search::search(cx, &state.words)),
        View::Agency { .. } | View::Indicators | View::Indicator { .. } | View::Import | View::Data => {
            heading(cx).map(|title| titled(cx, title))
        }
    };
    found.unwrap_or_else(|| ().into_any())
}

/// What is to stand above the part that another module draws; none where that part has its own heading.
pub(super) fn heading<'a>(cx: Cx<'a>) -> Option<&'a str> {
    let lang = cx.lang;
    match &cx.address.view {
        View::Agency { agency } => cx.data.agency(agency).map(|agency| agency.name.get(lang)),
        View::Indicator { indicator } => cx.data.indicator(indicator).map(|indicator| indicator.name.get(lang)),
        View::Plan { plan, .. } => cx.data.plan(plan).map(|plan| plan.short.get(lang)),
        View::Indicators => Some(lang.indicators_title()),
        View::Search(_) => Some(lang.nav_search()),
        View::Import => Some(lang.import_title()),
        View::Data => Some(lang.data_title()),
        _ => None,
    }
}

/// The title of a view, where a link to it leads the focus.
pub(super) fn title(text: &str) -> Html {
    tag("h1").attr("id", "page-title").attr("tabindex", "-1").child(text)
}

/// A heading, and the part that another module draws below it.
fn titled(cx: Cx<'_>, text: &str) -> Html {
    fragment().child(title(text)).child(far::far(cx))
}

/// A view that another module draws whole; until then its name stands there as a heading.
fn whole(cx: Cx<'_>, name: &str) -> Html {
    if matches!(cx.far, Far::Awaited | Far::Failed) { titled(cx, name) } else { far::far(cx) }
}

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
        View::Agency { agency } => cx.data.agency(agency).map(|agency| titled(cx, agency.name.get(cx.lang))),
        View::Compare(_) => Some(whole(cx, cx.lang.nav_compare())),
        View::Indicators => Some(titled(cx, cx.lang.indicators_title())),
        View::Indicator { indicator } => {
            cx.data.indicator(indicator).map(|indicator| titled(cx, indicator.name.get(cx.lang)))
        }
        View::Search(state) => Some(search::search(cx, &state.words)),
        View::Import => Some(titled(cx, cx.lang.import_title())),
        View::Data => Some(titled(cx, cx.lang.data_title())),
    };
    found.unwrap_or_else(|| ().into_any())
}

/// A heading, and the part that the workshop draws below it.
fn titled(cx: Cx<'_>, title: &str) -> Html {
    let title = tag("h1").attr("id", "page-title").attr("tabindex", "-1").child(title);
    fragment().child(title).child(far::far(cx))
}

/// A view that the workshop draws whole; until then its name stands there as a heading.
fn whole(cx: Cx<'_>, name: &str) -> Html {
    if matches!(cx.far, Far::Awaited | Far::Failed) { titled(cx, name) } else { far::far(cx) }
}

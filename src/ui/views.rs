//! One module a view. A view is a function of what [`Cx`](super::cx::Cx) holds.

pub(super) mod agencies;
#[cfg(any(not(feature = "csr"), feature = "whole"))]
pub(super) mod agency;
mod compare;
#[cfg(any(not(feature = "csr"), feature = "whole"))]
pub(super) mod data;
#[cfg(not(feature = "csr"))]
pub(super) mod import;
mod indicator;
#[cfg(any(not(feature = "csr"), feature = "whole"))]
pub(super) mod indicators;
mod overview;
pub(super) mod plan;
mod plans;
mod record;
pub(super) mod search;
mod timeline;

use super::cx::Cx;
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
        View::Timeline(state) => Some(timeline::timeline(cx, state)),
        View::Agencies(state) => Some(agencies::agencies(cx, state)),
        View::Agency { agency } => cx.data.agency(agency).map(|agency| titled(cx, agency.name.get(cx.lang))),
        View::Compare(state) => Some(compare::compare(cx, state)),
        View::Indicators => Some(titled(cx, cx.lang.indicators_title())),
        View::Indicator { indicator } => {
            cx.data.indicator(indicator).map(|indicator| indicator::indicator(cx, indicator))
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

//! The parts of views that few readers ask for. The app does not carry them: the workshop, the second
//! module, draws them when their view is opened, from the same code as everything else.

use super::cx::{Cx, Far};
use super::html::*;
use crate::address::{Part, View};

/// Whether a view has a part that the workshop draws.
pub const fn is_far(view: &View) -> bool {
    match view {
        View::Timeline(_)
        | View::Agencies(_)
        | View::Agency { .. }
        | View::Compare(_)
        | View::Indicators
        | View::Indicator { .. }
        | View::Search(_)
        | View::Import
        | View::Data => true,
        View::Plan { part: Some(part), .. } => !matches!(part, Part::Targets),
        _ => false,
    }
}

/// The far part of the context's view, or what stands there meanwhile.
pub fn far(cx: Cx<'_>) -> Html {
    match cx.far {
        #[cfg(any(not(feature = "csr"), feature = "workshop"))]
        // What is taken from a static page is known by the attribute.
        Far::Here => tag("div").attr("data-far", true).child(draw(cx, None)),
        #[cfg(all(feature = "csr", not(feature = "workshop")))]
        Far::Here => ().into_any(),
        Far::Awaited => tag("p").class("muted far-awaited").attr("role", "status").child(cx.lang.far_awaited()),
        Far::Come(html) => raw(html),
        Far::Failed => tag("p").class("notice").attr("role", "alert").child(cx.lang.far_failed()),
    }
}

/// Draws the far part of the context's view; a search in the given index, or in one made for it.
#[cfg(any(not(feature = "csr"), feature = "workshop"))]
pub fn draw(cx: Cx<'_>, index: Option<&crate::search::Index<'_>>) -> Html {
    use super::views::{agencies, agency, compare, data, indicator, indicators, plan, search, timeline};
    match &cx.address.view {
        View::Timeline(state) => timeline::timeline(cx, state),
        View::Agencies(state) => agencies::agencies(cx, state),
        View::Compare(state) => compare::compare(cx, state),
        View::Search(state) => search::found::found(cx, index, state),
        View::Agency { agency } => cx.data.agency(agency).map(|agency| agency::agency(cx, agency)).into_any(),
        View::Plan { plan, part: Some(part) } => {
            cx.data.plan(plan).map(|plan| plan::kinds::kind(cx, plan, *part)).into_any()
        }
        View::Indicators => indicators::indicators(cx),
        View::Indicator { indicator } => {
            cx.data.indicator(indicator).map(|indicator| indicator::indicator(cx, indicator)).into_any()
        }
        View::Data => data::data(cx),
        _ => ().into_any(),
    }
}

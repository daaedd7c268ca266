//! The parts of views that few readers ask for. The app does not carry them: modules beside it, loaded when such a view
//! is opened, draw them from the same code as everything else.

use super::cx::{Cx, Far};
use super::html::*;
#[cfg(any(not(feature = "csr"), feature = "workshop"))]
pub use super::views::search::found::Finder;
use crate::address::{Part, View};

/// A module beside the app that draws views.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Module {
    /// What is looked at and compared.
    Workshop,
    /// What there is, and where: search, a plan's tables, an agency's work, and the lists of indicators and files.
    Catalog,
    /// Documents that a reader brings.
    Reading,
}

impl Module {
    /// Its name among the scripts.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Workshop => "workshop",
            Self::Catalog => "catalog",
            Self::Reading => "reading",
        }
    }
}

/// The module that draws a part of this view; none where the app draws it all.
pub const fn module(view: &View) -> Option<Module> {
    match view {
        View::Timeline(_) | View::Agencies(_) | View::Compare(_) | View::Indicator { .. } => Some(Module::Workshop),
        View::Plan { part: Some(part), .. } if !matches!(part, Part::Targets) => Some(Module::Catalog),
        View::Agency { .. } | View::Search(_) | View::Indicators | View::Data => Some(Module::Catalog),
        View::Import => Some(Module::Reading),
        View::Overview | View::Plans | View::Plan { .. } | View::Record { .. } => None,
    }
}

/// The far part of the context's view, or what stands there meanwhile.
pub fn far(cx: Cx<'_>) -> Html {
    match cx.far {
        #[cfg(any(not(feature = "csr"), feature = "workshop"))]
        Far::Here => match module(&cx.address.view) {
            Some(Module::Catalog) => catalog(cx, None),
            _ => workshop(cx),
        },
        #[cfg(all(feature = "csr", not(feature = "workshop")))]
        Far::Here => ().into_any(),
        Far::Taken => ().into_any(),
        Far::Awaited => tag("p").class("muted far-awaited").attr("role", "status").child(cx.lang.far_awaited()),
        Far::Come(html) => raw(html),
        Far::Failed => tag("p").class("notice").attr("role", "alert").child(cx.lang.far_failed()),
    }
}

/// Draws the far part of a view that is the workshop's.
#[cfg(any(not(feature = "csr"), feature = "workshop"))]
pub fn workshop(cx: Cx<'_>) -> Html {
    use super::views::{agencies, compare, indicator, timeline};
    match &cx.address.view {
        View::Timeline(state) => timeline::timeline(cx, state),
        View::Agencies(state) => agencies::agencies(cx, state),
        View::Compare(state) => compare::compare(cx, state),
        View::Indicator { indicator } => {
            cx.data.indicator(indicator).map(|indicator| indicator::indicator(cx, indicator)).into_any()
        }
        _ => ().into_any(),
    }
}

/// Draws the far part of a view that is the catalog's; a search with what has been worked out for it, if it has been.
#[cfg(any(not(feature = "csr"), feature = "workshop"))]
pub fn catalog(cx: Cx<'_>, finder: Option<&Finder<'_>>) -> Html {
    use super::views::{agency, data, indicators, plan, search};
    match &cx.address.view {
        View::Agency { agency } => cx.data.agency(agency).map(|agency| agency::agency(cx, agency)).into_any(),
        View::Plan { plan, part: Some(part) } => {
            cx.data.plan(plan).map(|plan| plan::kinds::kind(cx, plan, *part)).into_any()
        }
        View::Search(state) => search::found::found(cx, finder, state),
        View::Indicators => indicators::indicators(cx),
        View::Data => data::data(cx),
        _ => ().into_any(),
    }
}

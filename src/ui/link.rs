//! Links to plans, records, agencies, indicators, and outside.

use super::cx::Cx;
use crate::address::View;
use crate::model::{Agency, Indicator, Plan, RecordId};
use crate::ui::html::*;

/// A link to a view.
pub fn to(cx: Cx<'_>, view: View, text: &str) -> Html {
    tag("a").attr("href", cx.href(view)).child(text).into_any()
}

/// A link to a plan, by its short name.
pub fn plan(cx: Cx<'_>, plan: &Plan) -> Html {
    to(cx, View::Plan { plan: plan.id, part: None }, plan.short.get(cx.lang))
}

/// A link to a record of a plan.
pub fn record(cx: Cx<'_>, plan: &Plan, record: &RecordId, text: &str) -> Html {
    to(cx, View::Record { plan: plan.id, record: *record }, text)
}

/// A link to an agency, by its full name.
pub fn agency(cx: Cx<'_>, agency: &Agency) -> Html {
    to(cx, View::Agency { agency: agency.id }, agency.name.get(cx.lang))
}

/// A link to an indicator, by its name.
pub fn indicator(cx: Cx<'_>, indicator: &Indicator) -> Html {
    to(cx, View::Indicator { indicator: indicator.id }, indicator.name.get(cx.lang))
}

/// A link to another site, named by its host.
pub fn outside(cx: Cx<'_>, address: &str) -> Html {
    let host = address.split('/').nth(2).unwrap_or(address).trim_start_matches("www.").to_owned();
    let label = cx.lang.opens_outside();
    tag("a")
        .class("outside")
        .attr("href", address)
        .attr("rel", "external noopener noreferrer")
        .attr("title", label)
        .child(host)
        .into_any()
}

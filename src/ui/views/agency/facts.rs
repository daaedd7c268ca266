//! What an agency is, was and became, and how that is known.

use crate::list::List;
use crate::matrix::predecessors;
use crate::model::{Agency, Plan, Status, Succession};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;

pub(super) fn facts(cx: Cx<'_>, agency: &Agency) -> Html {
    let lang = cx.lang;
    let mut facts: Vec<Html> = Vec::new();
    let mut fact = |name: &'static str, content: Html| {
        facts.push(fragment().child(tag("dt").child(name)).child(tag("dd").child(content)).into_any());
    };
    if let Some(place) = agency.province.as_ref().and_then(|id| cx.data.province(id)) {
        let now = place.successor.as_ref().and_then(|id| cx.data.province(id));
        let now = now.map(|now| lang.agency_province_now(now.name.get(lang), place.succeeded_on.as_deref()));
        let now = now.map(|now| format!(" ({now})")).unwrap_or_default();
        fact(lang.agency_place(), format!("{}{now}", place.name.get(lang)).into_any());
    }
    if agency.collective {
        fact(lang.agency_collective(), lang.agency_collective_why().into_any());
    }
    if let Some(next) = agency.successor.as_ref().and_then(|id| cx.data.agency(id)) {
        fact(lang.agency_now(), fragment().child(link::agency(cx, next)).child(how(cx, agency)).into_any());
    }
    for before in predecessors(cx.data, agency) {
        fact(lang.agency_before(), fragment().child(link::agency(cx, before)).child(how(cx, before)).into_any());
    }
    // A draft names who is to sign it, which nobody did.
    let signed = |plan: &&Plan| !matches!(plan.status, Status::Draft | Status::Superseded);
    let issued: Vec<_> = cx.data.plans.iter().filter(|plan| plan.issuer == agency.id).filter(signed).list();
    if !issued.is_empty() {
        let issued = all(issued
            .into_iter()
            .map(|plan| tag("li").child(link::plan(cx, plan)).child(format!(" ({})", lang.status(plan.status)))));
        fact(lang.agency_issued(), tag("ul").class("with-whom").child(issued).into_any());
    }
    if facts.is_empty() {
        return ().into_any();
    }
    tag("dl").class("facts").child(facts).into_any()
}

/// When an agency became another, and how that is known.
fn how(cx: Cx<'_>, agency: &Agency) -> Html {
    let lang = cx.lang;
    let when = match &agency.succeeded_on {
        Some(day) => lang.agency_since(day),
        None => lang.agency_date_unknown().to_owned(),
    };
    let known = match agency.succession {
        Some(Succession::Seen) => tag("span").class("muted").child(lang.agency_seen()).into_any(),
        Some(Succession::Inferred) => fragment()
            .child(tag("span").class("flag flag--doubt").child(lang.agency_inferred()))
            .child(" ")
            .child(
                tag("span")
                    .class("muted")
                    .child(lang.agency_inferred_why())
                    .child((!agency.addresses.is_empty()).then(|| lang.agency_see())),
            )
            .into_any(),
        None => ().into_any(),
    };
    let addresses =
        all(agency.addresses.iter().map(|address| fragment().child(" ").child(link::outside(cx, address)).into_any()));
    fragment().child(format!(", {when} ")).child(tag("span").class("small").child(known).child(addresses)).into_any()
}

//! What an agency is, was and became, and how that is known.

use crate::matrix::predecessors;
use crate::model::{Agency, Plan, Status, Succession};
use crate::ui::cx::Cx;
use crate::ui::link;
use leptos::prelude::*;

pub(super) fn facts(cx: Cx<'_>, agency: &Agency) -> AnyView {
    let lang = cx.lang;
    let mut facts: Vec<AnyView> = Vec::new();
    let mut fact = |name: &'static str, content: AnyView| {
        facts.push(view! { <dt>{name}</dt><dd>{content}</dd> }.into_any());
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
        fact(lang.agency_now(), view! { {link::agency(cx, next)} {how(cx, agency)} }.into_any());
    }
    for before in predecessors(cx.data, agency) {
        fact(lang.agency_before(), view! { {link::agency(cx, before)} {how(cx, before)} }.into_any());
    }
    // A draft names who is to sign it, which nobody did.
    let signed = |plan: &&Plan| !matches!(plan.status, Status::Draft | Status::Superseded);
    let issued: Vec<_> = cx.data.plans.iter().filter(|plan| plan.issuer == agency.id).filter(signed).collect();
    if !issued.is_empty() {
        let issued: Vec<_> = issued
            .into_iter()
            .map(|plan| view! { <li>{link::plan(cx, plan)} {format!(" ({})", lang.status(plan.status))}</li> })
            .collect();
        fact(lang.agency_issued(), view! { <ul class="with-whom">{issued}</ul> }.into_any());
    }
    if facts.is_empty() {
        return ().into_any();
    }
    view! { <dl class="facts">{facts}</dl> }.into_any()
}

/// When an agency became another, and how that is known.
fn how(cx: Cx<'_>, agency: &Agency) -> AnyView {
    let lang = cx.lang;
    let when = match &agency.succeeded_on {
        Some(day) => lang.agency_since(day),
        None => lang.agency_date_unknown().to_owned(),
    };
    let known = match agency.succession {
        Some(Succession::Seen) => view! { <span class="muted">{lang.agency_seen()}</span> }.into_any(),
        Some(Succession::Inferred) => view! {
            <span class="flag flag--doubt">{lang.agency_inferred()}</span>
            " "
            <span class="muted">
                {lang.agency_inferred_why()}
                {(!agency.addresses.is_empty()).then(|| lang.agency_see())}
            </span>
        }
        .into_any(),
        None => ().into_any(),
    };
    let addresses: Vec<_> =
        agency.addresses.iter().map(|address| view! { " " {link::outside(cx, address)} }.into_any()).collect();
    view! {
        {format!(", {when} ")}
        <span class="small">
            {known}
            {addresses}
        </span>
    }
    .into_any()
}

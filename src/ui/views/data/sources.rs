//! The documents, the press reports, and who published results.

use crate::address::View;
use crate::model::{Basis, Plan};
use crate::outcome;
use crate::ui::cx::Cx;
use crate::ui::link;
use crate::ui::parts::{Column, level_mark, scrolling};
use leptos::prelude::*;

/// Where everything comes from.
pub(super) fn sources(cx: Cx<'_>) -> AnyView {
    let lang = cx.lang;
    let publishers = outcome::publishers(cx.data);
    let coverage = lang.data_coverage(outcome::coverage(cx.data), publishers.len());
    let columns = vec![Column::text(lang.data_publisher()), Column::number(lang.data_results())];
    let rows = publishers
        .into_iter()
        .map(|(name, count)| {
            view! { <tr><th scope="row">{name.to_owned()}</th><td class="numeric">{count.to_string()}</td></tr> }
                .into_any()
        })
        .collect();
    view! {
        <h2>{lang.data_sources()}</h2>
        <div class="data__pair">
            <div>
                <h3>{lang.data_documents()}</h3>
                {plans(cx, Basis::Document)}
            </div>
            <div>
                <h3>{lang.data_press()}</h3>
                <p>{lang.data_press_lead()}</p>
                {plans(cx, Basis::Press)}
            </div>
        </div>
        <h3>{lang.data_publishers()}</h3>
        <p>{coverage}</p>
        <details class="data__publishers">
            <summary>{lang.data_publishers_caption()}</summary>
            {scrolling(lang, lang.data_publishers_caption(), columns, rows)}
        </details>
    }
    .into_any()
}

fn plans(cx: Cx<'_>, basis: Basis) -> AnyView {
    let plans: Vec<_> = cx.data.plans.iter().filter(|plan| plan.basis == basis).map(|plan| entry(cx, plan)).collect();
    view! { <ul class="data__sources">{plans}</ul> }.into_any()
}

fn entry(cx: Cx<'_>, plan: &Plan) -> AnyView {
    let addresses: Vec<_> =
        plan.addresses.iter().map(|address| view! { <li>{link::outside(cx, address)}</li> }.into_any()).collect();
    let addresses = if addresses.is_empty() {
        view! { <p class="small muted">{cx.lang.data_no_address()}</p> }.into_any()
    } else {
        view! { <ul class="data__addresses">{addresses}</ul> }.into_any()
    };
    let to = View::Plan { plan: plan.id.clone(), part: None };
    view! {
        <li>
            {level_mark(cx, plan.level)}
            " "
            {link::to(cx, to, plan.title.get(cx.lang))}
            <p class="small">{cx.lang.document(plan)}</p>
            {addresses}
        </li>
    }
    .into_any()
}

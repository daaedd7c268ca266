//! A target beside the same indicator in other plans, and beside what was measured since.

use crate::address::View;
use crate::align::compare;
use crate::i18n::quantity;
use crate::model::{Indicator, Outcome, Plan, Target};
use crate::outcome::{Judgement, judge};
use crate::ui::cx::Cx;
use crate::ui::link;
use crate::ui::parts::{Column, base_of, flag_tags, level_mark, result, scrolling, verdict};
use leptos::prelude::*;

/// Both tables; empty for a target that no indicator fits.
pub(super) fn elsewhere(cx: Cx<'_>, plan: &Plan, target: &Target) -> AnyView {
    let Some(indicator) = target.indicator.as_ref().and_then(|id| cx.data.indicator(id)) else {
        return ().into_any();
    };
    view! {
        {outcomes(cx, indicator, &judge(cx.data, plan, target))}
        {others(cx, indicator, plan, target)}
    }
    .into_any()
}

fn others(cx: Cx<'_>, indicator: &Indicator, plan: &Plan, target: &Target) -> AnyView {
    let lang = cx.lang;
    let others = cx.data.plans.iter().flat_map(|p| p.targets_for(&indicator.id).map(move |t| (p, t)));
    let rows: Vec<_> = others
        .filter(|(p, t)| p.id != plan.id || t.id != target.id)
        .map(|(p, t)| {
            let (judged, stricter) = compare(indicator, (plan, target), (p, t));
            let base = base_of(cx, t);
            view! {
                <tr>
                    <th scope="row">{level_mark(cx, p.level)} " " {link::record(cx, p, &t.id, p.short.get(lang))}</th>
                    <td><span class="figure">{quantity(t.quantity(), lang)}</span></td>
                    <td>{base}</td>
                    <td>{t.year}</td>
                    <td>{verdict(cx, judged, stricter)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    if rows.is_empty() {
        return ().into_any();
    }
    let columns = vec![
        Column::text(lang.nav_plans()),
        Column::text(lang.plan_figure()),
        Column::text(lang.plan_base()),
        Column::text(lang.plan_year()),
        Column::text(lang.record_against()),
    ];
    view! {
        <h2>{lang.record_elsewhere()}</h2>
        {scrolling(lang, indicator.name.get(lang), columns, rows)}
    }
    .into_any()
}

fn outcomes(cx: Cx<'_>, indicator: &Indicator, judgement: &Judgement<'_>) -> AnyView {
    let lang = cx.lang;
    let deciding: Vec<_> = judgement.deciding.iter().map(|x| item(cx, x)).collect();
    let body = if deciding.is_empty() {
        judgement.beside.is_empty().then(|| view! { <p>{lang.record_no_outcomes()}</p> }.into_any())
    } else {
        Some(view! { <ul>{deciding}</ul> }.into_any())
    };
    let caution = judgement.base_unstated.then(|| view! { <p class="small muted">{lang.record_base_unstated()}</p> });
    let more = View::Indicator { indicator: indicator.id.clone() };
    view! {
        <h2>{lang.record_outcomes()}</h2>
        <p>{result(cx, judgement.result)}</p>
        {body}
        {caution}
        <p>{link::to(cx, more, lang.record_more_outcomes())}</p>
    }
    .into_any()
}

fn item(cx: Cx<'_>, x: &Outcome) -> AnyView {
    let year = x.year.map(|year| year.to_string()).unwrap_or_default();
    let source = x.address.as_deref().map(|address| link::outside(cx, address));
    view! {
        <li>
            <span class="figure">{quantity(x.quantity(), cx.lang)}</span>
            {format!(" ({year}), {} ", x.publisher)}
            {source}
            " "
            {flag_tags(cx, &x.flags)}
        </li>
    }
    .into_any()
}

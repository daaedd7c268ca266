//! What the plans are, how they follow each other, the few figures that matter, and doors to the rest.

mod ribbon;

use super::compare::findings::sentences;
use crate::address::{AgenciesState, CompareState, TimelineState, View};
use crate::align::{Counts, align};
use crate::matrix::{Matrix, Settings, Subject, matrix};
use crate::model::{Basis, IndicatorId, Level, Plan};
use crate::ui::cx::Cx;
use crate::ui::link;
use crate::ui::parts::{Column, indicator_chart, level_mark, scrolling, spark};
use leptos::prelude::*;

/// The indicators that tell most of the story: those that all three national periods speak of first.
const SHOWN: [&str; 6] = [
    "online_shoppers_share",
    "b2c_revenue",
    "b2c_retail_share",
    "ecommerce_cashless",
    "einvoice_share",
    "sme_on_platforms",
];

/// The overview.
pub fn overview(cx: Cx<'_>) -> AnyView {
    let lang = cx.lang;
    let plans = &cx.data.plans;
    let press = plans.iter().filter(|plan| plan.basis == Basis::Press).count();
    let targets = plans.iter().map(|plan| plan.targets.len()).sum();
    let tasks = cx.data.tasks().filter(|(_, task)| task.is_commitment()).count();
    let counted = matrix(cx.data, &Settings::default());
    let agencies = counted.rows.iter().filter(|row| row.agency.is_some()).count();
    let lead = lang.overview_lead(plans.len() - press, press, targets, tasks, agencies);
    view! {
        <h1 id="page-title" tabindex="-1">{lang.overview_title()}</h1>
        <p class="lead">{lead}</p>
        {ribbon::ribbon(cx)}
        {figures(cx)}
        {provinces(cx)}
        {who(cx, &counted)}
        {unowned(cx, &counted)}
        {doors(cx)}
    }
    .into_any()
}

fn figures(cx: Cx<'_>) -> AnyView {
    let lang = cx.lang;
    let shown: Vec<_> = SHOWN
        .iter()
        .filter_map(|id| cx.data.indicator(&IndicatorId::from(*id)))
        .map(|indicator| {
            let finding = lang.finding_text(cx.data, indicator).unwrap_or_default();
            view! {
                <article class="multiple">
                    <h3>{link::indicator(cx, indicator)}</h3>
                    {indicator_chart(cx, indicator, &finding)}
                    <p class="multiple__finding">{finding}</p>
                </article>
            }
        })
        .collect();
    view! {
        <h2>{lang.overview_figures()}</h2>
        <div class="multiples">{shown}</div>
        <p class="small muted">{lang.overview_figures_note()}</p>
    }
    .into_any()
}

fn provinces(cx: Cx<'_>) -> AnyView {
    let lang = cx.lang;
    let judged = cx.data.plans.iter().filter(|plan| plan.level == Level::Province).filter_map(|plan| {
        let baseline = cx.data.plan(plan.answers.as_ref()?)?;
        Some(province(cx, plan, baseline))
    });
    let judged: Vec<_> = judged.collect();
    view! {
        <h2>{lang.overview_provinces()}</h2>
        <div class="judged">{judged}</div>
        <p>{link::to(cx, View::Compare(CompareState::default()), lang.overview_all_compare())}</p>
    }
    .into_any()
}

fn province(cx: Cx<'_>, plan: &Plan, baseline: &Plan) -> AnyView {
    let lang = cx.lang;
    let alignments = align(cx.data, plan, baseline);
    let counts: Vec<_> = lang
        .compare_counts(Counts::of(&alignments))
        .into_iter()
        .map(|(verdict, n)| {
            let (sign, word) = lang.verdict(verdict);
            view! {
                <li class=format!("verdict verdict--{}", verdict.id())>
                    <span aria-hidden="true">{sign}</span>
                    {format!(" {n} {word}")}
                </li>
            }
        })
        .collect();
    let said: Vec<_> = sentences(cx, plan, baseline, &alignments).into_iter().map(|s| view! { <p>{s}</p> }).collect();
    let state =
        CompareState { baseline: Some(baseline.id.clone()), plans: vec![plan.id.clone()], ..CompareState::default() };
    let press = (plan.basis == Basis::Press).then(|| view! { <p class="small muted">{lang.basis(plan.basis)}</p> });
    view! {
        <article class="judged__plan">
            <h3>
                {level_mark(cx, plan.level)} " " {link::plan(cx, plan)}
                <span class="muted">{format!(" {}–{} · {}", plan.period.0, plan.period.1, baseline.short.get(lang))}</span>
            </h3>
            <ul class="judged__counts">{counts}</ul>
            {said}
            {press}
            <p>{link::to(cx, View::Compare(state), lang.overview_verdicts())}</p>
        </article>
    }
    .into_any()
}

fn who(cx: Cx<'_>, counted: &Matrix<'_>) -> AnyView {
    let lang = cx.lang;
    let leaders: Vec<_> =
        counted.rows.iter().filter_map(|row| row.agency.map(|agency| (agency, row))).take(8).collect();
    let Some((first, first_row)) = leaders.first() else { return ().into_any() };
    let most = first_row.total.lead.len();
    let title = lang.overview_leader(first.name.get(lang), most);
    let rows = leaders
        .iter()
        .map(|(agency, row)| {
            let leads = row.total.lead.len();
            view! {
                <tr>
                    <th scope="row">{level_mark(cx, agency.level)} " " {link::agency(cx, agency)}</th>
                    <td class="numeric">{leads}</td>
                    <td class="overview__bar">{spark(count(leads), count(most), agency.level)}</td>
                    <td class="numeric">{row.total.coordinate.len()}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let columns = vec![
        Column::text(lang.overview_agency()),
        Column::number(lang.overview_leads()),
        Column::text(""),
        Column::number(lang.overview_coordinates()),
    ];
    view! {
        <h2>{lang.overview_who()}</h2>
        <p>{title}"."</p>
        {scrolling(lang, lang.overview_who_caption(), columns, rows)}
        <p>{link::to(cx, View::Agencies(AgenciesState::default()), lang.overview_all_agencies())}</p>
    }
    .into_any()
}

/// A count as a length. Counts of tasks are far below the precision of a float.
#[expect(clippy::cast_precision_loss, reason = "counts of tasks are small")]
fn count(n: usize) -> f64 {
    n as f64
}

fn unowned(cx: Cx<'_>, counted: &Matrix<'_>) -> AnyView {
    let lang = cx.lang;
    let said = lang.overview_unowned(counted.no_lead, counted.several_leads, counted.collective_lead, counted.tasks);
    let subjects = [Subject::NoLead, Subject::SeveralLeads, Subject::CollectiveLead];
    let items: Vec<_> = said
        .into_iter()
        .zip(subjects)
        .map(|(said, subject)| {
            let state = AgenciesState { cell: Some((subject, None)), ..AgenciesState::default() };
            view! { <li>{link::to(cx, View::Agencies(state), said)}</li> }
        })
        .collect();
    view! {
        <h2>{lang.overview_nobody()}</h2>
        <ul>{items}</ul>
    }
    .into_any()
}

fn doors(cx: Cx<'_>) -> AnyView {
    let lang = cx.lang;
    let doors: Vec<_> = [
        (View::Compare(CompareState::default()), lang.overview_all_compare()),
        (View::Timeline(TimelineState::default()), lang.overview_all_tasks()),
        (View::Agencies(AgenciesState::default()), lang.overview_all_agencies()),
        (View::Indicators, lang.overview_all_indicators()),
        (View::Data, lang.footer_data()),
    ]
    .into_iter()
    .map(|(view, label)| view! { <li>{link::to(cx, view, label)}</li> })
    .collect();
    view! { <h2>{lang.overview_doors()}</h2> <ul class="doors">{doors}</ul> }.into_any()
}

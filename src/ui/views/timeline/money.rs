//! The budget of a plan on the same axis, with its table.

use super::bar::percent;
use crate::address::TimelineState;
use crate::i18n::{number, quantity};
use crate::model::{Budget, Comparator, Plan, Quantity};
use crate::timeline::{MoneyYear, Timeline, amount, budget_years, money};
use crate::ui::cx::Cx;
use crate::ui::link;
use crate::ui::parts::{Column, scrolling};
use leptos::prelude::*;

/// The budget of each plan with a task shown that has one; open where the plan was asked for by name.
pub(super) fn budgets(cx: Cx<'_>, state: &TimelineState, timeline: &Timeline<'_>) -> AnyView {
    let rows = || timeline.lanes.iter().flat_map(|lane| &lane.rows);
    let shown = cx.data.plans.iter().filter(|plan| rows().any(|row| row.plan.id == plan.id));
    let all: Vec<_> = shown
        .filter_map(|plan| Some((plan, plan.budget.as_ref()?)))
        .map(|(plan, budget)| {
            let value = budget.printed_total;
            let total = Quantity { comparator: Comparator::Eq, value, value_max: None, unit: budget.unit };
            let title = cx.lang.timeline_budget(plan.short.get(cx.lang), &quantity(total, cx.lang), plan.period);
            view! {
                <details class="timeline-fold timeline-money" open=state.filter.names(&plan.id)>
                    <summary>{title}</summary>
                    {(!state.table).then(|| bars(cx, budget, timeline))}
                    {table(cx, plan, budget)}
                </details>
            }
        })
        .collect();
    all.into_any()
}

fn bars(cx: Cx<'_>, budget: &Budget, timeline: &Timeline<'_>) -> AnyView {
    let years: Vec<_> = money(budget, timeline.years).iter().map(|year| column(cx, year)).collect();
    let sources: Vec<_> = budget
        .lines
        .iter()
        .enumerate()
        .map(|(i, line)| {
            view! {
                <li>
                    <svg class="timeline-money__sign" width="14" height="14" aria-hidden="true" focusable="false">
                        <rect class=source(i) x="1" y="1" width="12" height="12"></rect>
                    </svg>
                    {format!("{}: {}", line.title.get(cx.lang), number(line.printed_total, cx.lang))}
                </li>
            }
        })
        .collect();
    view! {
        <div class="timeline-money__years">
            <ul class="timeline-money__sources">{sources}</ul>
            <svg class="timeline-money__bars" width="100%" height="96" aria-hidden="true" focusable="false">{years}</svg>
        </div>
    }
    .into_any()
}

/// How high the dearest year is, in pixels, and where the columns stand.
const HEIGHT: f64 = 76.0;
const GROUND: f64 = 95.0;

fn column(cx: Cx<'_>, year: &MoneyYear) -> AnyView {
    let x = percent(year.left + year.width * 0.15);
    let parts: Vec<_> = year
        .parts
        .iter()
        .map(|part| {
            let y = GROUND - (part.bottom + part.height) * HEIGHT;
            view! {
                <rect class=source(part.source) x=x.clone() width=percent(year.width * 0.7)
                    y=format!("{y:.1}") height=format!("{:.1}", part.height * HEIGHT)></rect>
            }
        })
        .collect();
    let total = year.total.map(|total| number(total, cx.lang));
    let y = format!("{:.1}", GROUND - year.top() * HEIGHT - 4.0);
    view! {
        {parts}
        <text x=percent(year.left + year.width / 2.0) y=y text-anchor="middle">{total}</text>
    }
    .into_any()
}

const fn source(i: usize) -> &'static str {
    match i {
        0 => "timeline-source timeline-source--first",
        1 => "timeline-source",
        _ => "timeline-source timeline-source--other",
    }
}

fn table(cx: Cx<'_>, plan: &Plan, budget: &Budget) -> AnyView {
    let lang = cx.lang;
    let years = budget_years(budget);
    let mut columns = vec![Column::text(lang.timeline_source())];
    columns.extend(years.iter().map(|year| Column::number(year.to_string())));
    columns.push(Column::number(lang.timeline_total()));
    let line = |title: String, amounts: Vec<Option<f64>>| {
        let cells: Vec<_> = amounts
            .into_iter()
            .map(|amount| {
                let figure = amount.map_or("–".to_owned(), |amount| number(amount, lang));
                view! { <td class="numeric">{figure}</td> }
            })
            .collect();
        view! { <tr><th scope="row">{title}</th>{cells}</tr> }.into_any()
    };
    let mut rows: Vec<_> = budget
        .lines
        .iter()
        .map(|source| {
            let amounts = years.iter().map(|year| amount(source, *year)).chain([Some(source.printed_total)]);
            line(source.title.get(lang).to_owned(), amounts.collect())
        })
        .collect();
    let printed = |year: &i32| budget.printed_year_totals.iter().find(|(y, _)| y == year).map(|(_, total)| *total);
    let totals = years.iter().map(printed).chain([Some(budget.printed_total)]);
    rows.push(line(lang.timeline_total().to_owned(), totals.collect()));
    view! {
        {scrolling(lang, lang.timeline_budget_table(plan.short.get(lang), budget.unit), columns, rows)}
        <p class="small muted">
            {lang.timeline_dash()} " " {link::plan(cx, plan)} {format!(", {}", budget.clause)}
        </p>
    }
    .into_any()
}

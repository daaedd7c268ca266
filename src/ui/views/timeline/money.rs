//! The budget of a plan on the same axis, with its table.

use super::bar::zoomed;
use crate::address::TimelineState;
use crate::i18n::decimal;
use crate::i18n::{number, quantity};
use crate::list::List;
use crate::model::{Budget, Comparator, Plan, Quantity};
use crate::timeline::{MoneyYear, Timeline, Window, amount, budget_years, money};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;
use crate::ui::parts::percent;
use crate::ui::parts::{Column, scrolling};

/// The budget of each plan with a task shown that has one; open where the plan was asked for by name.
pub(super) fn budgets(cx: Cx<'_>, state: &TimelineState, timeline: &Timeline<'_>) -> Html {
    let rows = || timeline.lanes.iter().flat_map(|lane| &lane.rows);
    let shown = cx.data.plans.iter().filter(|plan| rows().any(|row| row.plan.id == plan.id));
    let all: Vec<_> = shown
        .filter_map(|plan| Some((plan, plan.budget.as_ref()?)))
        .map(|(plan, budget)| {
            let value = budget.printed_total;
            let total = Quantity { comparator: Comparator::Eq, value, value_max: None, unit: budget.unit };
            let title = cx.lang.timeline_budget(plan.short.get(cx.lang), &quantity(total, cx.lang), plan.period);
            tag("details")
                .class("timeline-fold timeline-money")
                .attr("open", state.filter.names(&plan.id))
                .child(tag("summary").child(title))
                .child((!state.table).then(|| bars(cx, budget, timeline, Window::of(state.span, timeline.years))))
                .child(table(cx, plan, budget))
        })
        .list();
    all.into_any()
}

fn bars(cx: Cx<'_>, budget: &Budget, timeline: &Timeline<'_>, window: Window) -> Html {
    let years = all(money(budget, timeline.years).iter().map(|year| column(cx, year)));
    let sources = all(budget.lines.iter().enumerate().map(|(i, line)| {
        tag("li")
            .child(
                tag("svg")
                    .class("timeline-money__sign")
                    .attr("width", "14")
                    .attr("height", "14")
                    .attr("aria-hidden", "true")
                    .attr("focusable", "false")
                    .child(
                        tag("rect")
                            .class(source(i))
                            .attr("x", "1")
                            .attr("y", "1")
                            .attr("width", "12")
                            .attr("height", "12"),
                    ),
            )
            .child(format!("{}: {}", line.title.get(cx.lang), number(line.printed_total, cx.lang)))
    }));
    tag("div")
        .class("timeline-money__years")
        .child(tag("ul").class("timeline-money__sources").child(sources))
        .child(
            tag("svg")
                .class("timeline-money__bars")
                .attr("width", "100%")
                .attr("height", "96")
                .attr("aria-hidden", "true")
                .attr("focusable", "false")
                .child(zoomed(window, years)),
        )
        .into_any()
}

/// How high the dearest year is, in pixels, and where the columns stand.
const HEIGHT: f64 = 76.0;
const GROUND: f64 = 95.0;

fn column(cx: Cx<'_>, year: &MoneyYear) -> Html {
    let x = percent(year.left + year.width * 0.15);
    let parts = all(year.parts.iter().map(|part| {
        let y = GROUND - (part.bottom + part.height) * HEIGHT;
        tag("rect")
            .class(source(part.source))
            .attr("x", x.clone())
            .attr("width", percent(year.width * 0.7))
            .attr("y", decimal(y, 1))
            .attr("height", decimal(part.height * HEIGHT, 1))
    }));
    let total = year.total.map(|total| number(total, cx.lang));
    let y = decimal(GROUND - year.top() * HEIGHT - 4.0, 1);
    fragment()
        .child(parts)
        .child(
            tag("text")
                .attr("x", percent(year.left + year.width / 2.0))
                .attr("y", y)
                .attr("text-anchor", "middle")
                .child(total),
        )
        .into_any()
}

const fn source(i: usize) -> &'static str {
    match i {
        0 => "timeline-source timeline-source--first",
        1 => "timeline-source",
        _ => "timeline-source timeline-source--other",
    }
}

fn table(cx: Cx<'_>, plan: &Plan, budget: &Budget) -> Html {
    let lang = cx.lang;
    let years = budget_years(budget);
    let mut columns = vec![Column::text(lang.timeline_source())];
    columns.extend(years.iter().map(|year| Column::number(year.to_string())));
    columns.push(Column::number(lang.timeline_total()));
    let line = |title: String, amounts: Vec<Option<f64>>| {
        let cells = all(amounts.into_iter().map(|amount| {
            let figure = amount.map_or("–".to_owned(), |amount| number(amount, lang));
            tag("td").class("numeric").child(figure)
        }));
        tag("tr").child(tag("th").attr("scope", "row").child(title)).child(cells).into_any()
    };
    let mut rows: Vec<_> = budget
        .lines
        .iter()
        .map(|source| {
            let amounts = years.iter().map(|year| amount(source, *year)).chain([Some(source.printed_total)]);
            line(source.title.get(lang).to_owned(), amounts.list())
        })
        .list();
    let printed = |year: &i32| budget.printed_year_totals.iter().find(|(y, _)| y == year).map(|(_, total)| *total);
    let totals = years.iter().map(printed).chain([Some(budget.printed_total)]);
    rows.push(line(lang.timeline_total().to_owned(), totals.list()));
    fragment()
        .child(scrolling(lang, lang.timeline_budget_table(plan.short.get(lang), budget.unit), columns, rows))
        .child(
            tag("p")
                .class("small muted")
                .child(lang.timeline_dash())
                .child(" ")
                .child(link::plan(cx, plan))
                .child(format!(", {}", budget.clause)),
        )
        .into_any()
}

//! Plans side by side against a baseline, indicator by indicator.

mod judged;
mod rule;
mod summary;

use crate::address::{CompareState, View};
use crate::align::{Alignment, Choice, Row, Verdict, choose, columns, rows};
use crate::i18n::quantity;
use crate::list::List;
use crate::model::{Plan, PlanId, Target};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;
use crate::ui::parts::{self, base_of, flag_tags, level_mark, spark, verdict};

/// The comparison of a state.
pub fn compare(cx: Cx<'_>, state: &CompareState) -> Html {
    let lang = cx.lang;
    let Some(choice) = choose(cx.data, state) else { return ().into_any() };
    let columns = columns(cx.data, &choice);
    let rows = rows(cx.data, state, &columns);
    let body = if rows.is_empty() {
        tag("p").child(lang.compare_no_rows()).into_any()
    } else {
        grid(cx, state, &choice, &rows)
    };
    fragment()
        .child(tag("h1").attr("id", "page-title").attr("tabindex", "-1").child(lang.compare_title()))
        .child(judged::judged(cx, &choice, &columns))
        .child(controls(cx, state, &choice))
        .child(body)
        .child(tag("p").class("small muted").child(lang.compare_better()))
        .child(summary::words(cx, &choice, &columns, step(cx, &choice) < rows.len()))
        .into_any()
}

fn controls(cx: Cx<'_>, state: &CompareState, choice: &Choice<'_>) -> Html {
    let lang = cx.lang;
    let with = |change: &dyn Fn(&mut CompareState)| {
        let mut state = CompareState { cell: None, ..state.clone() };
        change(&mut state);
        View::Compare(state)
    };
    let baselines = all(cx.data.plans.iter().map(|plan| {
        // Another baseline has other plans to judge, so the list starts anew.
        let view = with(&|s| {
            s.baseline = Some(plan.id);
            s.plans.clear();
        });
        parts::option(cx, &name(cx, plan), view, plan.id == choice.baseline.id)
    }));
    let chosen: Vec<PlanId> = choice.plans.iter().map(|plan| plan.id).list();
    let plans = all(cx.data.plans.iter().filter(|plan| plan.id != choice.baseline.id).map(|plan| {
        let current = chosen.contains(&plan.id);
        let view = with(&|s| {
            s.plans.clone_from(&chosen);
            if current {
                s.plans.retain(|id| *id != plan.id);
            } else {
                s.plans.push(plan.id);
            }
        });
        parts::choice(cx, plan.short.get(lang), view, current)
    }));
    let group = |label: &str, group| parts::option(cx, label, with(&|s| s.group = group), state.group == group);
    let groups = cx.data.groups.indicator.iter().filter(|group| group.id != "context");
    let groups = fragment()
        .child(group(lang.compare_all_rows(), None))
        .child(all(groups.map(|g| group(g.name.get(lang), Some(g.id)))));
    let only = [(false, lang.compare_all_rows()), (true, lang.compare_differences())].map(|(differences, label)| {
        parts::choice(cx, label, with(&|s| s.differences = differences), state.differences == differences)
    });
    let orders = [(false, lang.compare_by_group()), (true, lang.compare_by_verdict())].map(|(by_verdict, label)| {
        parts::choice(cx, label, with(&|s| s.by_verdict = by_verdict), state.by_verdict == by_verdict)
    });
    tag("div")
        .class("controls")
        .child(parts::select("compare-baseline", lang.compare_baseline(), baselines))
        .child(parts::select("compare-group", lang.compare_group(), groups))
        .child(parts::choices(lang.compare_plans(), plans))
        .child(parts::choices(lang.compare_only(), only.into_any()))
        .child(parts::choices(lang.compare_order(), orders.into_any()))
        .into_any()
}

fn name(cx: Cx<'_>, plan: &Plan) -> String {
    format!("{} ({})", plan.short.get(cx.lang), cx.lang.level(plan.level))
}

fn grid(cx: Cx<'_>, state: &CompareState, choice: &Choice<'_>, rows: &[Row<'_>]) -> Html {
    let lang = cx.lang;
    let heads = all(choice.plans.iter().map(|plan| {
        tag("th")
            .attr("scope", "col")
            .attr("role", "columnheader")
            .child(level_mark(cx, plan.level))
            .child(" ")
            .child(link::plan(cx, plan))
    }));
    let step = step(cx, choice);
    let later = (step..rows.len())
        .step_by(step)
        .map(|from| tag("tbody").attr("role", "rowgroup").attr("data-awaited", from.to_string()));
    let body = fragment().child(part(cx, state, choice, rows, 0)).child(all(later));
    let caption = format!("{}: {}", lang.compare_baseline(), name(cx, choice.baseline));
    let label = caption.clone();
    tag("div")
        .class("table-frame compare")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", label)
        .child(
            tag("table")
                .class("table compare__table")
                .attr("role", "table")
                .child(tag("caption").child(caption))
                .child(
                    tag("thead").attr("role", "rowgroup").child(
                        tag("tr")
                            .attr("role", "row")
                            .child(
                                tag("th")
                                    .attr("scope", "col")
                                    .attr("role", "columnheader")
                                    .child(lang.compare_indicator()),
                            )
                            .child(
                                tag("th")
                                    .attr("scope", "col")
                                    .attr("role", "columnheader")
                                    .child(level_mark(cx, choice.baseline.level))
                                    .child(" ")
                                    .child(link::plan(cx, choice.baseline))
                                    .child(tag("span").class("muted").child(format!(" ({})", lang.compare_baseline()))),
                            )
                            .child(heads),
                    ),
                )
                .child(body),
        )
        .into_any()
}

/// So many cells of a wide comparison are written at once.
const CELLS: usize = 200;

/// How many rows are written at once: where nobody would fill in the others, all of them.
fn step(cx: Cx<'_>, choice: &Choice<'_>) -> usize {
    if cx.host.fills { (CELLS / (choice.plans.len() + 1)).max(1) } else { usize::MAX }
}

/// The rows that a wide comparison has left out from these on.
pub fn awaited(cx: Cx<'_>, state: &CompareState, from: &[String], write: &mut dyn FnMut(&dyn Fn() -> Html)) {
    let Some(choice) = choose(cx.data, state) else { return };
    let columns = columns(cx.data, &choice);
    let rows = rows(cx.data, state, &columns);
    for from in from {
        write(&|| match from.parse() {
            Ok(from) => part(cx, state, &choice, &rows, from),
            Err(_) => summary::text(cx, &choice, &columns),
        });
    }
}

/// The rows from one on that are written at once, each group under its heading.
fn part(cx: Cx<'_>, state: &CompareState, choice: &Choice<'_>, rows: &[Row<'_>], from: usize) -> Html {
    let columns = (choice.plans.len() + 2).to_string();
    let mut heading = match from.checked_sub(1).and_then(|before| rows.get(before)) {
        Some(before) => heading_of(cx, state, before),
        None => String::new(),
    };
    let mut body: Vec<Html> = Vec::new();
    for row in rows.iter().skip(from).take(step(cx, choice)) {
        let name = heading_of(cx, state, row);
        if heading != name {
            heading.clone_from(&name);
            body.push(
                tag("tr")
                    .class("compare__group")
                    .attr("role", "row")
                    .child(
                        tag("th")
                            .attr("scope", "colgroup")
                            .attr("colspan", columns.clone())
                            .attr("role", "columnheader")
                            .child(name),
                    )
                    .into_any(),
            );
        }
        body.push(line(cx, state, choice, row));
        if let Some((plan, indicator)) = &state.cell
            && *indicator == row.indicator.id
            && let Some(at) = choice.plans.iter().position(|p| p.id == *plan)
            && let Some(alignment) = &row.cells[at]
        {
            let close = cx.href(View::Compare(CompareState { cell: None, ..state.clone() }));
            body.push(
                tag("tr")
                    .class("compare__rule")
                    .attr("role", "row")
                    .child(tag("td").attr("colspan", columns.clone()).attr("role", "cell").child(rule::rule(
                        cx,
                        choice.plans[at],
                        choice.baseline,
                        alignment,
                        close,
                    )))
                    .into_any(),
            );
        }
    }
    tag("tbody").attr("role", "rowgroup").child(body)
}

/// What a row stands under: its group, or the verdict that stands out in it.
fn heading_of(cx: Cx<'_>, state: &CompareState, row: &Row<'_>) -> String {
    let lang = cx.lang;
    match row.leading() {
        Some(Verdict::NotComparable(_)) if state.by_verdict => lang.compare_unlike_rows().to_owned(),
        Some(verdict) if state.by_verdict => {
            let (sign, word) = lang.verdict(verdict);
            [sign, " ", word].concat()
        }
        _ => cx.data.indicator_group(&row.indicator.group).map_or("", |g| g.name.get(lang)).to_owned(),
    }
}

fn line(cx: Cx<'_>, state: &CompareState, choice: &Choice<'_>, row: &Row<'_>) -> Html {
    let scale = row.scale();
    let base_label = choice.baseline.short.get(cx.lang).to_owned();
    let baseline = match row.baseline {
        Some(target) => stated(cx, choice.baseline, target, scale),
        None => tag("span").class("muted").child(cx.lang.compare_absent()).into_any(),
    };
    let cells = all(row.cells.iter().zip(&choice.plans).map(|(cell, plan)| {
        let label = plan.short.get(cx.lang).to_owned();
        let content = match cell {
            Some(alignment) => judged(cx, state, plan, alignment, scale),
            None => tag("span").class("muted").child(cx.lang.compare_neither()).into_any(),
        };
        tag("td").attr("role", "cell").attr("data-label", label).child(content)
    }));
    tag("tr")
        .attr("role", "row")
        .child(tag("th").attr("scope", "row").attr("role", "rowheader").child(link::indicator(cx, row.indicator)))
        .child(tag("td").attr("role", "cell").attr("data-label", base_label).child(baseline))
        .child(cells)
        .into_any()
}

/// A target's figure with all that belongs to it.
fn stated(cx: Cx<'_>, plan: &Plan, target: &Target, scale: f64) -> Html {
    let base = base_of(cx, target);
    let about = if base.is_empty() { target.year.to_string() } else { format!("{}, {base}", target.year) };
    fragment()
        .child(tag("span").class("figure").child(link::record(
            cx,
            plan,
            &target.id,
            &quantity(target.quantity(), cx.lang),
        )))
        .child(spark(target.quantity().bounds().1, scale, plan.level))
        .child(tag("span").class("compare__about").child(about))
        .child(flag_tags(cx, &target.flags))
        .into_any()
}

fn judged(cx: Cx<'_>, state: &CompareState, plan: &Plan, alignment: &Alignment<'_>, scale: f64) -> Html {
    let target = alignment.target.map(|target| stated(cx, plan, target, scale));
    let cell = Some((plan.id, *alignment.indicator));
    let href = cx.href(View::Compare(CompareState { cell, ..state.clone() }));
    fragment()
        .child(target)
        .child(
            tag("a").class("compare__verdict").attr("href", href).attr("title", cx.lang.compare_why()).child(verdict(
                cx,
                alignment.verdict,
                alignment.stricter,
            )),
        )
        .into_any()
}

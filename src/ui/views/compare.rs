//! Plans side by side against a baseline, indicator by indicator.

pub(super) mod findings;
mod rule;

use crate::address::{CompareState, View};
use crate::align::{Alignment, Choice, Row, choose, table};
use crate::i18n::quantity;
use crate::model::{Plan, PlanId, Target};
use crate::ui::cx::Cx;
use crate::ui::link;
use crate::ui::parts::{self, base_of, flag_tags, level_mark, spark, verdict};
use leptos::prelude::*;

/// The comparison of a state.
pub fn compare(cx: Cx<'_>, state: &CompareState) -> AnyView {
    let lang = cx.lang;
    let Some(choice) = choose(cx.data, state) else { return ().into_any() };
    let all = table(cx.data, &choice, state.group.as_ref());
    let rows: Vec<_> = all.into_iter().filter(|row| !state.differences || row.differs()).collect();
    let body = if rows.is_empty() {
        view! { <p>{lang.compare_no_rows()}</p> }.into_any()
    } else {
        grid(cx, state, &choice, &rows)
    };
    view! {
        <h1 id="page-title" tabindex="-1">{lang.compare_title()}</h1>
        {findings::findings(cx, &choice)}
        {controls(cx, state, &choice)}
        {body}
        <p class="small muted">{lang.compare_better()}</p>
    }
    .into_any()
}

fn controls(cx: Cx<'_>, state: &CompareState, choice: &Choice<'_>) -> AnyView {
    let lang = cx.lang;
    let with = |change: &dyn Fn(&mut CompareState)| {
        let mut state = CompareState { cell: None, ..state.clone() };
        change(&mut state);
        View::Compare(state)
    };
    let baselines: Vec<_> = cx
        .data
        .plans
        .iter()
        .map(|plan| {
            // Another baseline has other plans to judge, so the list starts anew.
            let view = with(&|s| {
                s.baseline = Some(plan.id.clone());
                s.plans.clear();
            });
            (cx.href(view), name(cx, plan), plan.id == choice.baseline.id)
        })
        .collect();
    let chosen: Vec<PlanId> = choice.plans.iter().map(|plan| plan.id.clone()).collect();
    let plans: Vec<_> = cx
        .data
        .plans
        .iter()
        .filter(|plan| plan.id != choice.baseline.id)
        .map(|plan| {
            let current = chosen.contains(&plan.id);
            let view = with(&|s| {
                s.plans.clone_from(&chosen);
                if current {
                    s.plans.retain(|id| *id != plan.id);
                } else {
                    s.plans.push(plan.id.clone());
                }
            });
            parts::Choice { label: plan.short.get(lang).to_owned(), view, current }
        })
        .collect();
    let mut groups =
        vec![(cx.href(with(&|s| s.group = None)), lang.compare_all_rows().to_owned(), state.group.is_none())];
    groups.extend(cx.data.groups.indicator.iter().filter(|group| group.id != "context").map(|group| {
        let view = with(&|s| s.group = Some(group.id.clone()));
        (cx.href(view), group.name.get(lang).to_owned(), state.group.as_ref() == Some(&group.id))
    }));
    let only = [(false, lang.compare_all_rows()), (true, lang.compare_differences())].map(|(differences, label)| {
        parts::Choice {
            label: label.to_owned(),
            view: with(&|s| s.differences = differences),
            current: state.differences == differences,
        }
    });
    view! {
        <div class="controls">
            {parts::select("compare-baseline", lang.compare_baseline(), baselines)}
            {parts::select("compare-group", lang.compare_group(), groups)}
            {parts::choices(cx, lang.compare_plans(), plans)}
            {parts::choices(cx, lang.compare_only(), only.into())}
        </div>
    }
    .into_any()
}

fn name(cx: Cx<'_>, plan: &Plan) -> String {
    format!("{} ({})", plan.short.get(cx.lang), cx.lang.level(plan.level))
}

fn grid(cx: Cx<'_>, state: &CompareState, choice: &Choice<'_>, rows: &[Row<'_>]) -> AnyView {
    let lang = cx.lang;
    let heads: Vec<_> = choice
        .plans
        .iter()
        .map(|plan| view! { <th scope="col" role="columnheader">{level_mark(cx, plan.level)} " " {link::plan(cx, plan)}</th> })
        .collect();
    let mut group = None;
    let mut body: Vec<AnyView> = Vec::new();
    let columns = (choice.plans.len() + 2).to_string();
    for row in rows {
        if group != Some(&row.indicator.group) {
            group = Some(&row.indicator.group);
            let name = cx.data.indicator_group(&row.indicator.group).map(|g| g.name.get(lang).to_owned());
            body.push(
                view! {
                    <tr class="compare__group" role="row">
                        <th scope="colgroup" colspan=columns.clone() role="columnheader">{name}</th>
                    </tr>
                }
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
                view! {
                    <tr class="compare__rule" role="row">
                        <td colspan=columns.clone() role="cell">
                            {rule::rule(cx, choice.plans[at], choice.baseline, alignment, close)}
                        </td>
                    </tr>
                }
                .into_any(),
            );
        }
    }
    let caption = format!("{}: {}", lang.compare_baseline(), name(cx, choice.baseline));
    let label = caption.clone();
    view! {
        <div class="table-frame compare" role="region" tabindex="0" aria-label=label>
            <table class="table compare__table" role="table">
                <caption>{caption}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{lang.compare_indicator()}</th>
                        <th scope="col" role="columnheader">
                            {level_mark(cx, choice.baseline.level)} " " {link::plan(cx, choice.baseline)}
                            <span class="muted">{format!(" ({})", lang.compare_baseline())}</span>
                        </th>
                        {heads}
                    </tr>
                </thead>
                <tbody role="rowgroup">{body}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn line(cx: Cx<'_>, state: &CompareState, choice: &Choice<'_>, row: &Row<'_>) -> AnyView {
    let scale = row.scale();
    let base_label = choice.baseline.short.get(cx.lang).to_owned();
    let baseline = match row.baseline {
        Some(target) => stated(cx, choice.baseline, target, scale),
        None => view! { <span class="muted">{cx.lang.compare_absent()}</span> }.into_any(),
    };
    let cells: Vec<_> = row
        .cells
        .iter()
        .zip(&choice.plans)
        .map(|(cell, plan)| {
            let label = plan.short.get(cx.lang).to_owned();
            let content = match cell {
                Some(alignment) => judged(cx, state, plan, alignment, scale),
                None => view! { <span class="muted">{cx.lang.compare_neither()}</span> }.into_any(),
            };
            view! { <td role="cell" data-label=label>{content}</td> }
        })
        .collect();
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{link::indicator(cx, row.indicator)}</th>
            <td role="cell" data-label=base_label>{baseline}</td>
            {cells}
        </tr>
    }
    .into_any()
}

/// A target's figure with all that belongs to it.
fn stated(cx: Cx<'_>, plan: &Plan, target: &Target, scale: f64) -> AnyView {
    let base = base_of(cx, target);
    let about = if base.is_empty() { target.year.to_string() } else { format!("{}, {base}", target.year) };
    view! {
        <span class="figure">{link::record(cx, plan, &target.id, quantity(target.quantity(), cx.lang))}</span>
        {spark(target.quantity().bounds().1, scale, plan.level)}
        <span class="compare__about">{about}</span>
        {flag_tags(cx, &target.flags)}
    }
    .into_any()
}

fn judged(cx: Cx<'_>, state: &CompareState, plan: &Plan, alignment: &Alignment<'_>, scale: f64) -> AnyView {
    let target = alignment.target.map(|target| stated(cx, plan, target, scale));
    let cell = Some((plan.id.clone(), alignment.indicator.clone()));
    let href = cx.href(View::Compare(CompareState { cell, ..state.clone() }));
    view! {
        {target}
        <a class="compare__verdict" href=href title=cx.lang.compare_why()>
            {verdict(cx, alignment.verdict, alignment.stricter)}
        </a>
    }
    .into_any()
}

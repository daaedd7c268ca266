//! What is compared with what, and how the table is ordered.

use super::{awaited, name};
use crate::address::{CompareState, View};
use crate::align::Choice;
use crate::list::List;
use crate::model::PlanId;
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::parts;
use std::cmp::Ordering;

/// Of more plans than these not all are on offer at once.
const MANY: usize = 24;

/// The names by which the plans on offer are awaited: those to compare, and the baselines on both sides of the chosen one.
pub(super) const PLANS: &str = "plans";
pub(super) const BEFORE: &str = "before";
pub(super) const AFTER: &str = "after";

pub(super) fn controls(cx: Cx<'_>, state: &CompareState, choice: &Choice<'_>) -> Html {
    let lang = cx.lang;
    let with = |change: &dyn Fn(&mut CompareState)| with(state, change);
    let many = cx.data.plans.len() > MANY;
    let side = |name, side| {
        if many && cx.host.fills {
            tag("option").attr("disabled", true).attr("hidden", true).attr("data-awaited", name)
        } else {
            baselines(cx, state, choice, side)
        }
    };
    let baselines = fragment()
        .child(side(BEFORE, Ordering::Less))
        .child(baselines(cx, state, choice, Ordering::Equal))
        .child(side(AFTER, Ordering::Greater));
    let label = lang.compare_plans();
    let plans = if many {
        let inside = if cx.host.fills { awaited(PLANS) } else { plans(cx, state, choice) };
        let summary = format!("{label} ({}/{})", choice.plans.len(), cx.data.plans.len() - 1);
        tag("details")
            .class("compare-plans")
            .attr("id", "compare-plans")
            .child(tag("summary").child(summary))
            .child(inside)
    } else {
        plans(cx, state, choice)
    };
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
        .child(parts::select("compare-baseline", lang.compare_baseline(), baselines).class_if("select--many", many))
        .child(parts::select("compare-group", lang.compare_group(), groups))
        .child(plans)
        .child(parts::choices(lang.compare_only(), only.into_any()))
        .child(parts::choices(lang.compare_order(), orders.into_any()))
        .into_any()
}

fn with(state: &CompareState, change: &dyn Fn(&mut CompareState)) -> View {
    let mut state = CompareState { cell: None, ..state.clone() };
    change(&mut state);
    View::Compare(state)
}

/// The plans to choose from.
pub(super) fn plans(cx: Cx<'_>, state: &CompareState, choice: &Choice<'_>) -> Html {
    let chosen: Vec<PlanId> = choice.plans.iter().map(|plan| plan.id).list();
    let plans = all(cx.data.plans.iter().filter(|plan| plan.id != choice.baseline.id).map(|plan| {
        let current = chosen.contains(&plan.id);
        let view = with(state, &|s| {
            s.plans.clone_from(&chosen);
            if current {
                s.plans.retain(|id| *id != plan.id);
            } else {
                s.plans.push(plan.id);
            }
        });
        parts::choice(cx, plan.short.get(cx.lang), view, current)
    }));
    parts::choices(cx.lang.compare_plans(), plans)
}

/// The baselines to choose from on one side of the chosen one, or that one.
pub(super) fn baselines(cx: Cx<'_>, state: &CompareState, choice: &Choice<'_>, side: Ordering) -> Html {
    let at = cx.data.plans.iter().position(|plan| plan.id == choice.baseline.id).unwrap_or(0);
    let plans = cx.data.plans.iter().enumerate().filter(|(place, _)| place.cmp(&at) == side);
    all(plans.map(|(_, plan)| {
        // Another baseline has other plans to judge, so the list starts anew.
        let view = View::Compare(CompareState {
            baseline: Some(plan.id),
            plans: Vec::new(),
            group: state.group,
            cell: None,
            ..*state
        });
        parts::option(cx, &name(cx, plan), view, side == Ordering::Equal)
    }))
}

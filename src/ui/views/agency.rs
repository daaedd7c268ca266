//! One agency: what it leads, with whom, until when.

mod facts;
mod work;

use crate::address::{AgenciesState, Part, TimelineState, View};
use crate::list::List;
use crate::matrix::{Key, Portfolio, is_measured, plans_unseen, portfolio, predecessors};
use crate::model::{Agency, Level, Plan};
use crate::timeline::Filter;
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;

/// The page of one agency.
pub fn agency(cx: Cx<'_>, agency: &Agency) -> Html {
    let lang = cx.lang;
    let portfolio = portfolio(cx.data, &agency.id);
    let kind = match agency.level {
        Level::National => lang.agency_national(),
        Level::Province => lang.agency_provincial(),
    };
    fragment()
        .child(tag("p").class("eyebrow").child(kind))
        .child(tag("p").class("lead").child(lang.agency_summary(&portfolio)))
        .child(today(cx, agency, &portfolio))
        .child(facts::facts(cx, agency))
        .child(doors(cx, agency, &portfolio))
        .child(work::leads(cx, agency, &portfolio))
        .child(work::coordinates(cx, agency, &portfolio))
        .child(blanks(cx, &portfolio))
        .child(work::partners(cx, &portfolio))
        .child(merged(cx, agency))
        .child(results(cx, &portfolio))
        .into_any()
}

/// What of its work binds today.
fn today(cx: Cx<'_>, agency: &Agency, portfolio: &Portfolio<'_>) -> Html {
    let lang = cx.lang;
    let in_force = match (portfolio.leads() + portfolio.coordinates(), portfolio.in_force()) {
        (0, _) => String::new(),
        (_, 0) => lang.agency_none_in_force(&portfolio.plans()),
        (_, n) => lang.agency_in_force(n),
    };
    let unseen = plans_unseen(cx.data, agency);
    let unseen = (!unseen.is_empty()).then(|| {
        fragment()
            .child(" ")
            .child(lang.agency_not_known_yet())
            .child(" ")
            .child(plans(cx, &unseen, None))
            .child(".")
            .into_any()
    });
    if in_force.is_empty() && unseen.is_none() {
        return ().into_any();
    }
    tag("p").child(in_force).child(unseen).into_any()
}

/// Links to plans, with commas between them.
fn plans(cx: Cx<'_>, plans: &[&Plan], part: Option<Part>) -> Html {
    let plans = plans.iter().enumerate().map(|(i, plan)| {
        let view = View::Plan { plan: plan.id, part };
        fragment().child((i > 0).then_some(", ")).child(link::to(cx, view, plan.short.get(cx.lang))).into_any()
    });
    plans.list().into_any()
}

fn doors(cx: Cx<'_>, agency: &Agency, portfolio: &Portfolio<'_>) -> Html {
    if portfolio.plans().is_empty() {
        return ().into_any();
    }
    let filter = Filter { agency: Some(agency.id), ..Filter::default() };
    let timeline = View::Timeline(TimelineState { filter, ..TimelineState::default() });
    let cell = Some((Key(agency.id.0), None));
    let matrix = View::Agencies(AgenciesState { cell, ..AgenciesState::default() });
    tag("p")
        .class("agency__doors no-print")
        .child(link::to(cx, timeline, cx.lang.agency_timeline()))
        .child(" · ")
        .child(link::to(cx, matrix, cx.lang.agency_matrix()))
        .into_any()
}

fn blanks(cx: Cx<'_>, portfolio: &Portfolio<'_>) -> Html {
    if portfolio.blanks.is_empty() {
        return ().into_any();
    }
    let count = portfolio.blanks.iter().map(|(_, tasks)| tasks.len()).sum();
    let of: Vec<_> = portfolio.blanks.iter().map(|(plan, _)| *plan).list();
    tag("p")
        .class("small")
        .child(cx.lang.agency_blanks(count))
        .child(" ")
        .child(plans(cx, &of, Some(Part::Tasks)))
        .child(".")
        .into_any()
}

/// The tasks of those that have become this agency stay under the names that the plans print.
fn merged(cx: Cx<'_>, agency: &Agency) -> Html {
    let before = predecessors(cx.data, agency);
    if before.is_empty() {
        return ().into_any();
    }
    let items = all(before.into_iter().map(|agency| {
        let work = cx.lang.agency_summary(&portfolio(cx.data, &agency.id));
        tag("li").child(link::agency(cx, agency)).child(". ").child(work)
    }));
    fragment()
        .child(tag("h2").child(cx.lang.agency_merged()))
        .child(tag("p").child(cx.lang.agency_merged_why()))
        .child(tag("ul").child(items))
        .into_any()
}

/// Targets are the plans', so what came of them is said of plans and not of the agency.
fn results(cx: Cx<'_>, portfolio: &Portfolio<'_>) -> Html {
    let lang = cx.lang;
    let all = portfolio.plans();
    if all.is_empty() {
        return ().into_any();
    }
    let measured: Vec<_> = all.into_iter().filter(|plan| is_measured(cx.data, plan)).list();
    let of_plans = if measured.is_empty() {
        lang.agency_no_plan_results().into_any()
    } else {
        fragment()
            .child(lang.agency_plan_results())
            .child(" ")
            .child(plans(cx, &measured, Some(Part::Targets)))
            .child(".")
            .into_any()
    };
    fragment()
        .child(tag("h2").child(lang.agency_results()))
        .child(tag("p").child(lang.agency_no_results()).child(" ").child(of_plans))
        .into_any()
}

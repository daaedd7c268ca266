//! One agency: what it leads, with whom, until when.

mod facts;
mod work;

use crate::address::{AgenciesState, Part, TimelineState, View};
use crate::matrix::{Portfolio, Subject, is_measured, plans_unseen, portfolio, predecessors};
use crate::model::{Agency, Level, Plan};
use crate::timeline::Filter;
use crate::ui::cx::Cx;
use crate::ui::link;
use leptos::prelude::*;

/// The page of one agency.
pub fn agency(cx: Cx<'_>, agency: &Agency) -> AnyView {
    let lang = cx.lang;
    let portfolio = portfolio(cx.data, &agency.id);
    let kind = match agency.level {
        Level::National => lang.agency_national(),
        Level::Province => lang.agency_provincial(),
    };
    view! {
        <h1 id="page-title" tabindex="-1">{agency.name.get(lang).to_owned()}</h1>
        <p class="eyebrow">{kind}</p>
        <p class="lead">{lang.agency_summary(&portfolio)}</p>
        {today(cx, agency, &portfolio)}
        {facts::facts(cx, agency)}
        {doors(cx, agency, &portfolio)}
        {work::leads(cx, agency, &portfolio)}
        {work::coordinates(cx, agency, &portfolio)}
        {blanks(cx, &portfolio)}
        {work::partners(cx, &portfolio)}
        {merged(cx, agency)}
        {results(cx, &portfolio)}
    }
    .into_any()
}

/// What of its work binds today.
fn today(cx: Cx<'_>, agency: &Agency, portfolio: &Portfolio<'_>) -> AnyView {
    let lang = cx.lang;
    let in_force = match (portfolio.leads() + portfolio.coordinates(), portfolio.in_force()) {
        (0, _) => String::new(),
        (_, 0) => lang.agency_none_in_force(&portfolio.plans()),
        (_, n) => lang.agency_in_force(n),
    };
    let unseen = plans_unseen(cx.data, agency);
    let unseen = (!unseen.is_empty())
        .then(|| view! { " " {lang.agency_not_known_yet()} " " {plans(cx, &unseen, None)} "." }.into_any());
    if in_force.is_empty() && unseen.is_none() {
        return ().into_any();
    }
    view! { <p>{in_force} {unseen}</p> }.into_any()
}

/// Links to plans, with commas between them.
fn plans(cx: Cx<'_>, plans: &[&Plan], part: Option<Part>) -> AnyView {
    let plans = plans.iter().enumerate().map(|(i, plan)| {
        let view = View::Plan { plan: plan.id.clone(), part };
        view! { {(i > 0).then_some(", ")} {link::to(cx, view, plan.short.get(cx.lang))} }.into_any()
    });
    plans.collect::<Vec<_>>().into_any()
}

fn doors(cx: Cx<'_>, agency: &Agency, portfolio: &Portfolio<'_>) -> AnyView {
    if portfolio.plans().is_empty() {
        return ().into_any();
    }
    let filter = Filter { agency: Some(agency.id.clone()), ..Filter::default() };
    let timeline = View::Timeline(TimelineState { filter, ..TimelineState::default() });
    let cell = Some((Subject::Agency(agency.id.clone()), None));
    let matrix = View::Agencies(AgenciesState { cell, ..AgenciesState::default() });
    view! {
        <p class="agency__doors no-print">
            {link::to(cx, timeline, cx.lang.agency_timeline())}
            " · "
            {link::to(cx, matrix, cx.lang.agency_matrix())}
        </p>
    }
    .into_any()
}

fn blanks(cx: Cx<'_>, portfolio: &Portfolio<'_>) -> AnyView {
    if portfolio.blanks.is_empty() {
        return ().into_any();
    }
    let count = portfolio.blanks.iter().map(|(_, tasks)| tasks.len()).sum();
    let of: Vec<_> = portfolio.blanks.iter().map(|(plan, _)| *plan).collect();
    view! {
        <p class="small">
            {cx.lang.agency_blanks(count)} " " {plans(cx, &of, Some(Part::Tasks))} "."
        </p>
    }
    .into_any()
}

/// The tasks of those that have become this agency stay under the names that the plans print.
fn merged(cx: Cx<'_>, agency: &Agency) -> AnyView {
    let before = predecessors(cx.data, agency);
    if before.is_empty() {
        return ().into_any();
    }
    let items: Vec<_> = before
        .into_iter()
        .map(|agency| {
            let work = cx.lang.agency_summary(&portfolio(cx.data, &agency.id));
            view! { <li>{link::agency(cx, agency)} ". " {work}</li> }
        })
        .collect();
    view! {
        <h2>{cx.lang.agency_merged()}</h2>
        <p>{cx.lang.agency_merged_why()}</p>
        <ul>{items}</ul>
    }
    .into_any()
}

/// Targets are the plans', so what came of them is said of plans and not of the agency.
fn results(cx: Cx<'_>, portfolio: &Portfolio<'_>) -> AnyView {
    let lang = cx.lang;
    let all = portfolio.plans();
    if all.is_empty() {
        return ().into_any();
    }
    let measured: Vec<_> = all.into_iter().filter(|plan| is_measured(cx.data, plan)).collect();
    let of_plans = if measured.is_empty() {
        lang.agency_no_plan_results().into_any()
    } else {
        view! { {lang.agency_plan_results()} " " {plans(cx, &measured, Some(Part::Targets))} "." }.into_any()
    };
    view! {
        <h2>{lang.agency_results()}</h2>
        <p>{lang.agency_no_results()} " " {of_plans}</p>
    }
    .into_any()
}

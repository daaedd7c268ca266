//! What a plan is: document, period, status, and doors to the other views.

use crate::address::{AgenciesState, CompareState, Part, TimelineState, View};
use crate::list::List;
use crate::matrix::Settings;
use crate::model::{Basis, Plan, PlanId};
use crate::timeline::Filter;
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;
use crate::ui::parts::{choice, choices, level_mark};

/// Title, facts and doors.
pub(super) fn header(cx: Cx<'_>, plan: &Plan) -> Html {
    let lang = cx.lang;
    let fact = |label: &'static str, value: Html| {
        fragment().child(tag("dt").child(label)).child(tag("dd").child(value)).into_any()
    };
    let issuer = cx.data.agency(&plan.issuer).map(|agency| link::agency(cx, agency));
    let other = |id: &Option<PlanId>| {
        id.as_ref().and_then(|id| cx.data.plan(id)).map(|plan| {
            fragment().child(link::plan(cx, plan)).child(format!(" ({}–{})", plan.period.0, plan.period.1)).into_any()
        })
    };
    let mut facts = vec![
        fact(lang.plan_document(), lang.document(plan).into_any()),
        fact(lang.plan_issuer(), issuer.into_any()),
        fact(lang.plan_period(), format!("{}–{}", plan.period.0, plan.period.1).into_any()),
        fact(lang.plan_status(), lang.status(plan.status).into_any()),
        fact(lang.plan_basis(), lang.basis(plan.basis).into_any()),
    ];
    let province = plan.province.as_ref().and_then(|id| cx.data.province(id));
    if let Some(today) = province.and_then(|p| p.successor.as_ref()).and_then(|id| cx.data.province(id)) {
        let since = province.and_then(|p| p.succeeded_on.as_deref()).map(|on| crate::i18n::date(on, lang));
        let text = match since {
            Some(since) => format!("{} ({since})", today.name.get(lang)),
            None => today.name.get(lang).to_owned(),
        };
        facts.push(fact(lang.plan_province_today(), text.into_any()));
    }
    let relations = [
        (lang.plan_follows(), &plan.follows),
        (lang.plan_answers(), &plan.answers),
        (lang.plan_superseded_by(), &plan.superseded_by),
    ];
    facts.extend(relations.into_iter().filter_map(|(label, id)| Some(fact(label, other(id)?))));
    let read_at = if plan.addresses.is_empty() {
        lang.plan_no_copy().into_any()
    } else {
        let links: Vec<_> =
            plan.addresses.iter().map(|a| tag("span").class("separate").child(link::outside(cx, a))).list();
        links.into_any()
    };
    facts.push(fact(lang.plan_read_at(), read_at));
    fragment()
        .child(tag("p").class("eyebrow").child(level_mark(cx, plan.level)).child(format!(
            " {} · {}",
            lang.level(plan.level),
            lang.document(plan)
        )))
        .child(tag("h1").attr("id", "page-title").attr("tabindex", "-1").child(plan.title.get(lang)))
        .child(tag("p").child(plan.about.get(lang)))
        .child(tag("dl").class("facts").child(facts))
        .child(doors(cx, plan))
        .into_any()
}

fn doors(cx: Cx<'_>, plan: &Plan) -> Html {
    let lang = cx.lang;
    // A province is judged against the nation's plan; the nation's is a baseline for those that answer it.
    let (label, compare) = match &plan.answers {
        Some(baseline) => (
            lang.plan_compare(),
            CompareState { baseline: Some(*baseline), plans: vec![plan.id], ..CompareState::default() },
        ),
        None => (lang.plan_compare_others(), CompareState { baseline: Some(plan.id), ..CompareState::default() }),
    };
    let door = |view, label: &str| tag("li").child(link::to(cx, view, label));
    let doors = tag("ul").class("doors no-print").child(door(View::Compare(compare), label));
    if plan.tasks.is_empty() {
        return doors;
    }
    let filter = Filter { plans: vec![plan.id], ..Filter::default() };
    let settings = Settings { plans: vec![plan.id], ..Settings::default() };
    doors
        .child(door(View::Timeline(TimelineState { filter, ..TimelineState::default() }), lang.plan_timeline()))
        .child(door(View::Agencies(AgenciesState { settings, cell: None }), lang.plan_matrix()))
}

/// Which kind of record to show, each with its count.
pub(super) fn parts(cx: Cx<'_>, plan: &Plan, part: Option<Part>) -> Html {
    if plan.basis == Basis::Press {
        return ().into_any();
    }
    let lang = cx.lang;
    let to = |label: &str, other| choice(cx, label, View::Plan { plan: plan.id, part: other }, part == other);
    let kinds = all(Part::ALL.into_iter().map(|kind| {
        let (n, what) = match kind {
            Part::Objectives => (plan.objectives.len(), lang.plan_objectives()),
            Part::Targets => (plan.targets.len(), lang.plan_targets()),
            Part::Tasks => (plan.tasks.len(), lang.plan_tasks()),
            Part::Provisions => (plan.provisions.len(), lang.plan_provisions()),
            Part::Defects => (plan.defects.len(), lang.plan_defects()),
        };
        to(&lang.plan_count(n, what), Some(kind))
    }));
    let kinds = fragment().child(to(lang.plan_all(), None)).child(kinds);
    tag("div").class("controls").child(choices(lang.plan_parts(), kinds))
}

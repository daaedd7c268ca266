//! The list of plans.

use super::{Cell, Filled, Kind, Maker, Spec};
use crate::address::View;
use crate::list::List;
use crate::model::{Basis, Plan, PlanId};

const SPECS: [Spec<()>; 15] = [
    ("plan", |lang| lang.export_plan(), Kind::Text, 60, |m, plan, ()| Cell::text(plan.title.get(m.lang))),
    ("number", |lang| lang.export_number(), Kind::Text, 16, |_, plan, ()| Cell::maybe(plan.number.as_deref())),
    (
        "date",
        |lang| lang.export_date(),
        Kind::Date,
        12,
        |_, plan, ()| plan.date.clone().map_or(Cell::Nothing, Cell::Date),
    ),
    ("issuer", |lang| lang.plan_issuer(), Kind::Text, 28, |m, plan, ()| Cell::text(m.agencies(&[plan.issuer]))),
    ("level", |lang| lang.export_level(), Kind::Text, 12, |m, plan, ()| Cell::text(m.lang.level(plan.level))),
    (
        "province",
        |lang| lang.export_province(),
        Kind::Text,
        20,
        |m, plan, ()| {
            let province = plan.province.as_ref().and_then(|id| m.data.province(id));
            Cell::maybe(province.map(|province| province.name.get(m.lang)))
        },
    ),
    ("start", |lang| lang.export_start(), Kind::Whole, 10, |_, plan, ()| Cell::year(Some(plan.period.0))),
    ("end", |lang| lang.export_end(), Kind::Whole, 10, |_, plan, ()| Cell::year(Some(plan.period.1))),
    ("status", |lang| lang.plan_status(), Kind::Text, 20, |m, plan, ()| Cell::text(m.lang.status(plan.status))),
    ("basis", |lang| lang.plan_basis(), Kind::Text, 22, |m, plan, ()| Cell::text(m.lang.basis(plan.basis))),
    ("objectives", |lang| lang.plans_objectives(), Kind::Whole, 10, |_, plan, ()| known(plan, plan.objectives.len())),
    ("targets", |lang| lang.plans_targets(), Kind::Whole, 10, |_, plan, ()| Cell::count(plan.targets.len())),
    ("tasks", |lang| lang.plans_tasks(), Kind::Whole, 10, |_, plan, ()| known(plan, plan.tasks.len())),
    ("follows", |lang| lang.plan_follows(), Kind::Text, 24, |m, plan, ()| other(m, plan.follows.as_ref())),
    (
        "address",
        |lang| lang.export_record_address(),
        Kind::Address,
        30,
        |m, plan, ()| Cell::Address(m.at(&View::Plan { plan: plan.id, part: None })),
    ),
];

/// How many; of a plan known from the press that is not known, which is not nought.
fn known(plan: &Plan, n: usize) -> Cell {
    if plan.basis == Basis::Press { Cell::Nothing } else { Cell::count(n) }
}

fn other(maker: Maker<'_>, id: Option<&PlanId>) -> Cell {
    Cell::maybe(id.and_then(|id| maker.data.plan(id)).map(|plan| plan.short.get(maker.lang)))
}

/// Every plan.
pub(super) fn plans(maker: Maker<'_>) -> Filled<'_> {
    let plans = maker.data.plans.iter();
    Filled {
        title: maker.lang.plans_title().to_owned(),
        about: Vec::new(),
        tables: vec![maker.table(maker.lang.plans_title(), &SPECS, plans.clone().map(|plan| (plan, &())))],
        plans: plans.list(),
        outcomes: Vec::new(),
    }
}

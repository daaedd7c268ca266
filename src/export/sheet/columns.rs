//! What is told of a record, a fault of a text, or a plan: each column once, for all tables in which it stands.

use super::{Cell, Kind, Maker};
use crate::address::{Part, View};
use crate::i18n::{Lang, quantity};
use crate::list::List;
use crate::model::{Basis, Defect, Plan, PlanId, Record, Target, Task};
use crate::outcome::judge;

/// What a row is of.
#[derive(Debug, Clone, Copy)]
pub(super) enum Item<'a> {
    /// A plan.
    Plan,
    /// A record of a plan.
    Record(Record<'a>),
    /// A fault of a plan's text.
    Defect(&'a Defect),
}

impl<'a> Item<'a> {
    fn target(self) -> Option<&'a Target> {
        if let Self::Record(Record::Target(target)) = self { Some(target) } else { None }
    }

    fn task(self) -> Option<&'a Task> {
        if let Self::Record(Record::Task(task)) = self { Some(task) } else { None }
    }

    fn record(self) -> Option<Record<'a>> {
        if let Self::Record(record) = self { Some(record) } else { None }
    }

    fn defect(self) -> Option<&'a Defect> {
        if let Self::Defect(defect) = self { Some(defect) } else { None }
    }
}

/// A column, and how its cell is made of an item and its plan.
pub(super) type Spec = (&'static str, fn(Lang) -> &'static str, Kind, u8, fn(Maker<'_>, &Plan, Item<'_>) -> Cell);

const PLAN: Spec = ("plan", Lang::export_plan, Kind::Text, 24, |m, plan, _| Cell::text(plan.short.get(m.lang)));
const CLAUSE: Spec = ("clause", Lang::plan_clause, Kind::Text, 18, |m, _, item| match item {
    Item::Plan => Cell::Nothing,
    Item::Record(record) => m.clause(record.clause()),
    Item::Defect(defect) => m.clause(&defect.clause),
});
const KIND: Spec = ("kind", Lang::export_kind, Kind::Text, 20, |m, _, item| match item {
    Item::Plan => Cell::Nothing,
    Item::Record(Record::Provision(provision)) => Cell::text(m.lang.provision_kind(provision.kind)),
    Item::Record(record) => Cell::text(m.lang.record_kind(record)),
    Item::Defect(defect) => Cell::text(m.lang.defect_kind(defect.kind)),
});
const TEXT: Spec = ("text", Lang::export_record, Kind::Text, 60, |m, plan, item| {
    Cell::text(match item {
        Item::Plan => plan.title.get(m.lang),
        Item::Record(record) => record.title().get(m.lang),
        Item::Defect(defect) => defect.note.get(m.lang),
    })
});
const INDICATOR: Spec = ("indicator", Lang::compare_indicator, Kind::Text, 36, |m, _, item| {
    let indicator = item.target().and_then(|t| t.indicator.as_ref()).and_then(|id| m.data.indicator(id));
    Cell::maybe(indicator.map(|indicator| indicator.name.get(m.lang)))
});
const FIGURE: Spec = ("figure", Lang::plan_figure, Kind::Text, 18, |m, _, item| {
    item.target().map_or(Cell::Nothing, |t| Cell::owned(quantity(t.quantity(), m.lang)))
});
const COMPARATOR: Spec = ("comparator", Lang::export_comparator, Kind::Text, 10, |_, _, item| {
    Cell::maybe(item.target().map(|t| t.comparator.id()))
});
const VALUE: Spec =
    ("value", Lang::export_value, Kind::Number, 12, |_, _, item| Cell::figure(item.target().map(|t| t.value)));
const VALUE_MAX: Spec = ("value_max", Lang::export_value_max, Kind::Number, 12, |_, _, item| {
    Cell::figure(item.target().and_then(|t| t.value_max))
});
const UNIT: Spec = ("unit", Lang::indicator_unit, Kind::Text, 14, |m, _, item| {
    Cell::maybe(item.target().map(|t| m.lang.indicators_unit(t.unit)))
});
const BASE: Spec =
    ("base", Lang::plan_base, Kind::Text, 24, |m, _, item| m.base_name(item.target().and_then(|t| t.base.as_ref())));
const YEAR: Spec = ("year", Lang::plan_year, Kind::Whole, 10, |_, _, item| Cell::year(item.target().map(|t| t.year)));
const RESULT: Spec = ("result", Lang::plan_outcome, Kind::Text, 20, |m, plan, item| {
    Cell::maybe(item.target().map(|t| m.lang.result(judge(m.data, plan, t).result)))
});
const GROUP: Spec = ("group", Lang::agency_group, Kind::Text, 24, |m, _, item| {
    let group = item.task().and_then(|task| m.data.solution_group(&task.group));
    Cell::maybe(group.map(|group| group.name.get(m.lang)))
});
const LEAD: Spec = ("lead", Lang::plan_lead, Kind::Text, 28, |m, _, item| {
    Cell::owned(item.task().map(|task| m.agencies(&task.lead)).unwrap_or_default())
});
const LEAD_ABSENT: Spec = ("lead_absent", Lang::export_lead_absent, Kind::Text, 18, |m, _, item| {
    Cell::maybe(item.task().and_then(|task| task.lead_absent).map(|why| m.lang.lead_absent(why)))
});
const COORDINATE: Spec = ("coordinate", Lang::plan_coordinate, Kind::Text, 36, |m, _, item| {
    Cell::owned(item.task().map(|task| m.agencies(&task.coordinate)).unwrap_or_default())
});
const START: Spec = ("start", Lang::export_start, Kind::Whole, 10, |_, plan, item| match item {
    Item::Plan => Cell::year(Some(plan.period.0)),
    _ => Cell::year(item.task().and_then(|task| task.start)),
});
const END: Spec = ("end", Lang::export_end, Kind::Whole, 10, |_, plan, item| match item {
    Item::Plan => Cell::year(Some(plan.period.1)),
    Item::Record(Record::Target(target)) => Cell::year(Some(target.year)),
    _ => Cell::year(item.task().and_then(|task| task.end)),
});
const YEARS: Spec = ("years", Lang::export_years_said, Kind::Text, 24, |m, _, item| {
    Cell::owned(item.task().map(|task| m.lang.years(task)).unwrap_or_default())
});
const RECURRENCE: Spec = ("recurrence", Lang::export_recurrence, Kind::Text, 18, |m, _, item| {
    Cell::owned(item.task().and_then(|task| task.recurrence).map(|r| m.lang.recurrence(r)).unwrap_or_default())
});
const READING: Spec = ("reading", Lang::export_reading, Kind::Text, 16, |m, _, item| {
    Cell::maybe(item.record().map(|record| m.lang.reading(*record.reading())))
});
const FLAGS: Spec = ("flags", Lang::export_flags, Kind::Text, 24, |m, _, item| {
    m.flags(item.record().map(Record::flags).unwrap_or_default())
});
const NOTE: Spec = ("note", Lang::export_note, Kind::Text, 40, |m, _, item| {
    let indicator = item.target().and_then(|t| m.data.indicator(t.indicator.as_ref()?));
    let notes = [item.record().and_then(|record| record.note().as_ref()), indicator.and_then(|i| i.note.as_ref())];
    Cell::owned(notes.into_iter().flatten().map(|note| note.get(m.lang)).list().join("; "))
});
const DEFECT_BASIS: Spec = ("basis", Lang::plan_defect_basis, Kind::Text, 24, |m, _, item| {
    Cell::maybe(item.defect().map(|defect| m.lang.defect_basis(defect.basis)))
});
const SEEN: Spec = ("seen", Lang::export_seen_at, Kind::Address, 30, |_, _, item| {
    item.defect().and_then(|defect| defect.address.clone()).map_or(Cell::Nothing, Cell::Address)
});
const ADDRESS: Spec = ("address", Lang::export_record_address, Kind::Address, 30, |m, plan, item| match item {
    Item::Plan => m.address(View::Plan { plan: plan.id, part: None }),
    Item::Record(record) => m.record(plan, record.id()),
    Item::Defect(_) => m.address(View::Plan { plan: plan.id, part: Some(Part::Defects) }),
});

/// Targets.
pub(super) const TARGETS: &[Spec] = &[
    PLAN, CLAUSE, TEXT, INDICATOR, FIGURE, COMPARATOR, VALUE, VALUE_MAX, UNIT, BASE, YEAR, RESULT, READING, FLAGS,
    NOTE, ADDRESS,
];
/// Tasks.
pub(super) const TASKS: &[Spec] = &[
    PLAN,
    CLAUSE,
    TEXT,
    GROUP,
    LEAD,
    LEAD_ABSENT,
    COORDINATE,
    START,
    END,
    YEARS,
    RECURRENCE,
    READING,
    FLAGS,
    NOTE,
    ADDRESS,
];
/// Records of whatever kind.
pub(super) const RECORDS: &[Spec] = &[
    PLAN, CLAUSE, KIND, TEXT, FIGURE, VALUE, VALUE_MAX, UNIT, START, END, LEAD, COORDINATE, READING, FLAGS, NOTE,
    ADDRESS,
];
/// Objectives.
pub(super) const OBJECTIVES: &[Spec] = &[PLAN, CLAUSE, TEXT, FLAGS, NOTE, ADDRESS];
/// Provisions.
pub(super) const PROVISIONS: &[Spec] = &[PLAN, CLAUSE, KIND, TEXT, FLAGS, NOTE, ADDRESS];
/// Faults of a text.
pub(super) const DEFECTS: &[Spec] = &[PLAN, CLAUSE, KIND, TEXT, DEFECT_BASIS, SEEN, ADDRESS];

/// Plans.
pub(super) const PLANS: &[Spec] = &[
    ("plan", Lang::export_plan, TEXT.2, TEXT.3, TEXT.4),
    ("number", Lang::export_number, Kind::Text, 16, |_, plan, _| Cell::maybe(plan.number.as_deref())),
    ("date", Lang::export_date, Kind::Date, 12, |_, plan, _| plan.date.clone().map_or(Cell::Nothing, Cell::Date)),
    ("issuer", Lang::plan_issuer, Kind::Text, 28, |m, plan, _| Cell::owned(m.agencies(&[plan.issuer]))),
    ("level", Lang::export_level, Kind::Text, 12, |m, plan, _| Cell::text(m.lang.level(plan.level))),
    ("province", Lang::export_province, Kind::Text, 20, |m, plan, _| {
        let province = plan.province.as_ref().and_then(|id| m.data.province(id));
        Cell::maybe(province.map(|province| province.name.get(m.lang)))
    }),
    START,
    END,
    ("status", Lang::plan_status, Kind::Text, 20, |m, plan, _| Cell::text(m.lang.status(plan.status))),
    ("basis", Lang::plan_basis, Kind::Text, 22, |m, plan, _| Cell::text(m.lang.basis(plan.basis))),
    ("objectives", Lang::plans_objectives, Kind::Whole, 10, |_, plan, _| known(plan, plan.objectives.len())),
    ("targets", Lang::plans_targets, Kind::Whole, 10, |_, plan, _| Cell::count(plan.targets.len())),
    ("tasks", Lang::plans_tasks, Kind::Whole, 10, |_, plan, _| known(plan, plan.tasks.len())),
    ("follows", Lang::plan_follows, Kind::Text, 24, |m, plan, _| other(m, plan.follows.as_ref())),
    ADDRESS,
];

/// How many; of a plan known from the press that is not known, which is not nought.
fn known(plan: &Plan, n: usize) -> Cell {
    if plan.basis == Basis::Press { Cell::Nothing } else { Cell::count(n) }
}

fn other(maker: Maker<'_>, id: Option<&PlanId>) -> Cell {
    Cell::maybe(id.and_then(|id| maker.data.plan(id)).map(|plan| plan.short.get(maker.lang)))
}

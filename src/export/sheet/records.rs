//! A plan's records, all together or of one kind, and one of them.

use super::{Cell, Filled, Kind, Maker, Spec, Table, part_name, tasks};
use crate::address::{Part, View};
use crate::i18n::quantity;
use crate::list::List;
use crate::model::{Basis, Defect, Objective, Plan, Provision, Record, RecordId, Target, Task};
use crate::outcome::judge;

/// What is told of a target.
pub(super) const TARGETS: [Spec<Target>; 16] = [
    ("plan", |lang| lang.export_plan(), Kind::Text, 24, |m, plan, _| Cell::text(plan.short.get(m.lang))),
    ("clause", |lang| lang.plan_clause(), Kind::Text, 18, |m, _, t| m.clause(&t.clause)),
    ("target", |lang| lang.plan_target(), Kind::Text, 60, |m, _, t| Cell::text(t.title.get(m.lang))),
    (
        "indicator",
        |lang| lang.compare_indicator(),
        Kind::Text,
        36,
        |m, _, t| {
            let indicator = t.indicator.as_ref().and_then(|id| m.data.indicator(id));
            Cell::maybe(indicator.map(|indicator| indicator.name.get(m.lang)))
        },
    ),
    ("figure", |lang| lang.plan_figure(), Kind::Text, 18, |m, _, t| Cell::text(quantity(t.quantity(), m.lang))),
    ("comparator", |lang| lang.export_comparator(), Kind::Text, 10, |_, _, t| Cell::text(t.comparator.id())),
    ("value", |lang| lang.export_value(), Kind::Number, 12, |_, _, t| Cell::Number(t.value)),
    ("value_max", |lang| lang.export_value_max(), Kind::Number, 12, |_, _, t| Cell::figure(t.value_max)),
    ("unit", |lang| lang.indicator_unit(), Kind::Text, 14, |m, _, t| Cell::text(m.lang.indicators_unit(t.unit))),
    ("base", |lang| lang.plan_base(), Kind::Text, 24, |m, _, t| m.base_name(t.base.as_ref())),
    ("year", |lang| lang.plan_year(), Kind::Whole, 10, |_, _, t| Cell::year(Some(t.year))),
    (
        "result",
        |lang| lang.plan_outcome(),
        Kind::Text,
        20,
        |m, plan, t| Cell::text(m.lang.result(judge(m.data, plan, t).result)),
    ),
    ("reading", |lang| lang.export_reading(), Kind::Text, 16, |m, _, t| Cell::text(m.lang.reading(t.reading))),
    ("flags", |lang| lang.export_flags(), Kind::Text, 24, |m, _, t| m.flags(&t.flags)),
    ("note", |lang| lang.export_note(), Kind::Text, 40, |m, _, t| Cell::maybe(t.note.as_ref().map(|n| n.get(m.lang)))),
    ("address", |lang| lang.export_record_address(), Kind::Address, 30, |m, plan, t| m.record(plan, &t.id)),
];

/// What is told of a record of whatever kind.
const fn any<'r>() -> [Spec<Record<'r>>; 16] {
    [
        ("plan", |lang| lang.export_plan(), Kind::Text, 24, |m, plan, _| Cell::text(plan.short.get(m.lang))),
        ("clause", |lang| lang.plan_clause(), Kind::Text, 18, |m, _, r| m.clause(r.clause())),
        ("kind", |lang| lang.export_kind(), Kind::Text, 20, |m, _, r| Cell::text(m.lang.record_kind(*r))),
        ("text", |lang| lang.export_record(), Kind::Text, 60, |m, _, r| Cell::text(r.title().get(m.lang))),
        (
            "figure",
            |lang| lang.plan_figure(),
            Kind::Text,
            18,
            |m, _, r| target(*r).map_or(Cell::Nothing, |t| Cell::text(quantity(t.quantity(), m.lang))),
        ),
        ("value", |lang| lang.export_value(), Kind::Number, 12, |_, _, r| Cell::figure(target(*r).map(|t| t.value))),
        (
            "value_max",
            |lang| lang.export_value_max(),
            Kind::Number,
            12,
            |_, _, r| Cell::figure(target(*r).and_then(|t| t.value_max)),
        ),
        (
            "unit",
            |lang| lang.indicator_unit(),
            Kind::Text,
            14,
            |m, _, r| Cell::maybe(target(*r).map(|t| m.lang.indicators_unit(t.unit))),
        ),
        ("start", |lang| lang.export_start(), Kind::Whole, 10, |_, _, r| Cell::year(task(*r).and_then(|t| t.start))),
        (
            "end",
            |lang| lang.export_end(),
            Kind::Whole,
            10,
            |_, _, r| match r {
                Record::Target(t) => Cell::year(Some(t.year)),
                _ => Cell::year(task(*r).and_then(|t| t.end)),
            },
        ),
        (
            "lead",
            |lang| lang.plan_lead(),
            Kind::Text,
            28,
            |m, _, r| task(*r).map_or(Cell::Nothing, |t| Cell::text(m.agencies(&t.lead))),
        ),
        (
            "coordinate",
            |lang| lang.plan_coordinate(),
            Kind::Text,
            36,
            |m, _, r| task(*r).map_or(Cell::Nothing, |t| Cell::text(m.agencies(&t.coordinate))),
        ),
        ("reading", |lang| lang.export_reading(), Kind::Text, 16, |m, _, r| Cell::text(m.lang.reading(*r.reading()))),
        ("flags", |lang| lang.export_flags(), Kind::Text, 24, |m, _, r| m.flags(r.flags())),
        (
            "note",
            |lang| lang.export_note(),
            Kind::Text,
            40,
            |m, _, r| Cell::maybe(r.note().as_ref().map(|n| n.get(m.lang))),
        ),
        ("address", |lang| lang.export_record_address(), Kind::Address, 30, |m, plan, r| m.record(plan, r.id())),
    ]
}

fn target<'r>(record: Record<'r>) -> Option<&'r Target> {
    if let Record::Target(target) = record { Some(target) } else { None }
}

fn task<'r>(record: Record<'r>) -> Option<&'r Task> {
    if let Record::Task(task) = record { Some(task) } else { None }
}

const OBJECTIVES: [Spec<Objective>; 6] = [
    ("plan", |lang| lang.export_plan(), Kind::Text, 24, |m, plan, _| Cell::text(plan.short.get(m.lang))),
    ("clause", |lang| lang.plan_clause(), Kind::Text, 18, |m, _, o| m.clause(&o.clause)),
    ("objective", |lang| lang.export_record(), Kind::Text, 60, |m, _, o| Cell::text(o.title.get(m.lang))),
    ("flags", |lang| lang.export_flags(), Kind::Text, 24, |m, _, o| m.flags(&o.flags)),
    ("note", |lang| lang.export_note(), Kind::Text, 40, |m, _, o| Cell::maybe(o.note.as_ref().map(|n| n.get(m.lang)))),
    ("address", |lang| lang.export_record_address(), Kind::Address, 30, |m, plan, o| m.record(plan, &o.id)),
];

const PROVISIONS: [Spec<Provision>; 7] = [
    ("plan", |lang| lang.export_plan(), Kind::Text, 24, |m, plan, _| Cell::text(plan.short.get(m.lang))),
    ("clause", |lang| lang.plan_clause(), Kind::Text, 18, |m, _, p| m.clause(&p.clause)),
    ("kind", |lang| lang.export_kind(), Kind::Text, 20, |m, _, p| Cell::text(m.lang.provision_kind(p.kind))),
    ("provision", |lang| lang.export_record(), Kind::Text, 60, |m, _, p| Cell::text(p.title.get(m.lang))),
    ("flags", |lang| lang.export_flags(), Kind::Text, 24, |m, _, p| m.flags(&p.flags)),
    ("note", |lang| lang.export_note(), Kind::Text, 40, |m, _, p| Cell::maybe(p.note.as_ref().map(|n| n.get(m.lang)))),
    ("address", |lang| lang.export_record_address(), Kind::Address, 30, |m, plan, p| m.record(plan, &p.id)),
];

const DEFECTS: [Spec<Defect>; 7] = [
    ("plan", |lang| lang.export_plan(), Kind::Text, 24, |m, plan, _| Cell::text(plan.short.get(m.lang))),
    ("clause", |lang| lang.plan_clause(), Kind::Text, 18, |m, _, d| m.clause(&d.clause)),
    ("kind", |lang| lang.export_kind(), Kind::Text, 20, |m, _, d| Cell::text(m.lang.defect_kind(d.kind))),
    ("note", |lang| lang.plan_defect_note(), Kind::Text, 60, |m, _, d| Cell::text(d.note.get(m.lang))),
    ("basis", |lang| lang.plan_defect_basis(), Kind::Text, 24, |m, _, d| Cell::text(m.lang.defect_basis(d.basis))),
    (
        "seen",
        |lang| lang.export_seen_at(),
        Kind::Address,
        30,
        |_, _, d| d.address.clone().map_or(Cell::Nothing, Cell::Address),
    ),
    (
        "address",
        |lang| lang.export_record_address(),
        Kind::Address,
        30,
        |m, plan, _| Cell::Address(m.at(&View::Plan { plan: plan.id, part: Some(Part::Defects) })),
    ),
];

/// The records of a plan that its page shows. Of one known from the press only the targets are.
pub(super) fn plan<'a>(maker: Maker<'a>, plan: &'a Plan, part: Option<Part>) -> Filled<'a> {
    let lang = maker.lang;
    let part = if plan.basis == Basis::Press { Some(Part::Targets) } else { part };
    let name = part.map_or(lang.export_records(), |part| part_name(lang, part));
    let table = match part {
        None => {
            let records = plan.records().list();
            maker.table(name, &any(), records.iter().map(|record| (plan, record)))
        }
        Some(Part::Targets) => maker.table(name, &TARGETS, plan.targets.iter().map(|t| (plan, t))),
        Some(Part::Tasks) => tasks::table(maker, name, plan.tasks.iter().map(|t| (plan, t))),
        Some(Part::Objectives) => maker.table(name, &OBJECTIVES, plan.objectives.iter().map(|o| (plan, o))),
        Some(Part::Provisions) => maker.table(name, &PROVISIONS, plan.provisions.iter().map(|p| (plan, p))),
        Some(Part::Defects) => maker.table(name, &DEFECTS, plan.defects.iter().map(|d| (plan, d))),
    };
    let mut tables = vec![table];
    if matches!(part, None | Some(Part::Provisions)) {
        tables.extend(budget(maker, plan));
    }
    Filled {
        title: plan.title.get(lang).to_owned(),
        about: vec![lang.document(plan), lang.plan_count(tables.first().map_or(0, |t| t.rows.len()), name)],
        tables,
        plans: vec![plan],
        outcomes: Vec::new(),
    }
}

/// The money by source and year.
fn budget(maker: Maker<'_>, plan: &Plan) -> Option<Table> {
    let lang = maker.lang;
    let budget = plan.budget.as_ref()?;
    let mut rows = Vec::new();
    for line in &budget.lines {
        for (year, amount) in &line.amounts {
            rows.push(vec![
                Cell::text(line.title.get(lang)),
                Cell::year(Some(*year)),
                Cell::figure(*amount),
                Cell::text(lang.indicators_unit(budget.unit)),
                maker.clause(&budget.clause),
            ]);
        }
    }
    let columns = [
        ("source", lang.export_money_from(), Kind::Text, 36),
        ("year", lang.plan_year(), Kind::Whole, 10),
        ("amount", lang.export_value(), Kind::Number, 14),
        ("unit", lang.indicator_unit(), Kind::Text, 16),
        ("clause", lang.plan_clause(), Kind::Text, 18),
    ];
    let columns = columns.map(|(key, label, kind, width)| super::column(key, label, kind, width)).into();
    Some(Table { name: lang.export_money().to_owned(), columns, rows })
}

/// One record; a target with those for the same indicator elsewhere, as its page shows them.
pub(super) fn record<'a>(maker: Maker<'a>, plan: &'a Plan, id: &RecordId) -> Option<Filled<'a>> {
    let lang = maker.lang;
    let record = plan.record(id)?;
    let mut plans = vec![plan];
    let (table, elsewhere) = match record {
        Record::Target(target) => {
            let others = maker.data.plans.iter().flat_map(|other| {
                let same = |t: &&Target| t.indicator.is_some() && t.indicator == target.indicator;
                let others =
                    other.targets.iter().filter(same).filter(move |t| (other.id, t.id) != (plan.id, target.id));
                others.map(move |t| (other, t))
            });
            let others = others.list();
            plans = maker.plans_of(others.iter().map(|(plan, _)| *plan).chain([plan]));
            let table = maker.table(lang.record_kind(record), &TARGETS, [(plan, target)].into_iter());
            let elsewhere = maker.table(lang.export_elsewhere(), &TARGETS, others.into_iter());
            (table, Some(elsewhere).filter(|table| !table.rows.is_empty()))
        }
        Record::Task(task) => (tasks::table(maker, lang.record_kind(record), [(plan, task)].into_iter()), None),
        _ => (maker.table(lang.record_kind(record), &any(), [(plan, &record)].into_iter()), None),
    };
    Some(Filled {
        title: record.title().get(lang).to_owned(),
        about: vec![lang.document(plan)],
        tables: [table].into_iter().chain(elsewhere).list(),
        plans,
        outcomes: Vec::new(),
    })
}

//! A plan's records, all together or of one kind, one of them, and the list of plans.

use super::columns::{DEFECTS, Item, OBJECTIVES, PLANS, PROVISIONS, RECORDS, Spec, TARGETS, TASKS};
use super::{Cell, Filled, Kind, Maker, Table, columns_of, part_name};
use crate::address::Part;
use crate::list::List;
use crate::model::{Basis, Plan, Record, RecordId};

/// The records of a plan that its page shows. Of one known from the press only the targets are.
pub(super) fn plan<'a>(maker: Maker<'a>, plan: &'a Plan, part: Option<Part>) -> Filled<'a> {
    let lang = maker.lang;
    let part = if plan.basis == Basis::Press { Some(Part::Targets) } else { part };
    let name = part.map_or(lang.export_records(), |part| part_name(lang, part));
    let specs = match part {
        None => RECORDS,
        Some(Part::Targets) => TARGETS,
        Some(Part::Tasks) => TASKS,
        Some(Part::Objectives) => OBJECTIVES,
        Some(Part::Provisions) => PROVISIONS,
        Some(Part::Defects) => DEFECTS,
    };
    let shown = |record: &Record<'_>| match record {
        _ if part.is_none() => true,
        Record::Provision(_) => part == Some(Part::Provisions),
        Record::Objective(_) => part == Some(Part::Objectives),
        Record::Target(_) => part == Some(Part::Targets),
        Record::Task(_) => part == Some(Part::Tasks),
    };
    let items: Vec<_> = if part == Some(Part::Defects) {
        plan.defects.iter().map(|defect| (plan, Item::Defect(defect))).list()
    } else {
        plan.records().filter(shown).map(|record| (plan, Item::Record(record))).list()
    };
    let mut tables = vec![maker.table(name, specs, &items)];
    if matches!(part, None | Some(Part::Provisions)) {
        tables.extend(budget(maker, plan));
    }
    Filled {
        title: plan.title.get(lang).to_owned(),
        about: vec![lang.document(plan), lang.plan_count(items.len(), name)],
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
    let columns = columns_of(&[
        ("source", lang.export_money_from(), Kind::Text, 36),
        ("year", lang.plan_year(), Kind::Whole, 10),
        ("amount", lang.export_value(), Kind::Number, 14),
        ("unit", lang.indicator_unit(), Kind::Text, 16),
        ("clause", lang.plan_clause(), Kind::Text, 18),
    ]);
    Some(Table { name: lang.export_money().to_owned(), columns, rows })
}

/// One record; a target with those for the same indicator elsewhere, as its page shows them.
pub(super) fn record<'a>(maker: Maker<'a>, plan: &'a Plan, id: &RecordId) -> Option<Filled<'a>> {
    let lang = maker.lang;
    let record = plan.record(id)?;
    let specs: &[Spec] = match record {
        Record::Target(_) => TARGETS,
        Record::Task(_) => TASKS,
        _ => RECORDS,
    };
    let mut tables = vec![maker.table(lang.record_kind(record), specs, &[(plan, Item::Record(record))])];
    let mut plans = vec![plan];
    if let Record::Target(target) = record {
        let mut others = Vec::new();
        for other in &maker.data.plans {
            let same = other.targets.iter().filter(|t| t.indicator.is_some() && t.indicator == target.indicator);
            for t in same.filter(|t| (other.id, t.id) != (plan.id, target.id)) {
                others.push((other, Item::Record(Record::Target(t))));
            }
        }
        if !others.is_empty() {
            tables.push(maker.table(lang.export_elsewhere(), specs, &others));
        }
        plans.extend(others.iter().map(|(plan, _)| *plan));
    }
    Some(Filled {
        title: record.title().get(lang).to_owned(),
        about: vec![lang.document(plan)],
        tables,
        plans: maker.plans_of(&plans),
        outcomes: Vec::new(),
    })
}

/// Every plan.
pub(super) fn plans(maker: Maker<'_>) -> Filled<'_> {
    let name = maker.lang.plans_title();
    let plans = maker.data.plans.iter().list();
    let items = plans.iter().map(|plan| (*plan, Item::Plan)).list();
    let tables = vec![maker.table(name, PLANS, &items)];
    Filled { title: name.to_owned(), about: Vec::new(), tables, plans, outcomes: Vec::new() }
}

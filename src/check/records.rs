//! Checks of plans, their records, and outcomes.

use super::vocabularies::{is_date, text};
use crate::dataset::{DataSet, Problem};
use crate::model::{
    Basis, Budget, ClausePath, Comparator, DateBasis, DefectBasis, Level, Plan, Quantity, Record, Status, Unit,
};
use std::collections::BTreeSet;

fn file(plan: &Plan) -> String {
    format!("plans/{}.json", plan.id)
}

pub(super) fn plans(data: &DataSet, problems: &mut Vec<Problem>) {
    let mut seen = BTreeSet::new();
    for plan in &data.plans {
        let mut at = |field: &str, message: String| problems.push(Problem::new(file(plan), field, message));
        if !seen.insert(&plan.id) {
            at("id", format!("`{}` is used twice", plan.id));
        }
        if data.agency(&plan.issuer).is_none() {
            at("issuer", format!("`{}` is not in agencies.json", plan.issuer));
        }
        if (plan.level == Level::Province) != plan.province.is_some() {
            at("province", "named exactly at the level province".to_owned());
        }
        if let Some(id) = plan.province.as_ref().filter(|id| data.province(id).is_none()) {
            at("province", format!("`{id}` is not in provinces.json"));
        }
        for (field, other) in
            [("follows", &plan.follows), ("answers", &plan.answers), ("superseded_by", &plan.superseded_by)]
        {
            if let Some(id) = other.as_ref().filter(|id| data.plan(id).is_none()) {
                at(field, format!("`{id}` is no plan"));
            }
        }
        if (plan.status == Status::Superseded) != plan.superseded_by.is_some() {
            at("superseded_by", "named exactly where the status is superseded".to_owned());
        }
        if plan.period.0 > plan.period.1 {
            at("period", format!("{} is after {}", plan.period.0, plan.period.1));
        }
        if let Some(date) = plan.date.as_ref().filter(|date| !is_date(date)) {
            at("date", format!("`{date}` is no date"));
        }
        if plan.addresses.is_empty() && plan.basis == Basis::Press {
            at("addresses", "a plan known from the press needs the report's address".to_owned());
        }
        for (field, t) in [("title", &plan.title), ("short", &plan.short), ("about", &plan.about)] {
            text(&file(plan), field, t, problems);
        }
    }
}

/// The field of the plan's file that holds a record's kind, and the letter its ids start with.
fn kind(record: Record<'_>) -> (&'static str, char) {
    match record {
        Record::Provision(_) => ("provisions", 'p'),
        Record::Objective(_) => ("objectives", 'o'),
        Record::Target(_) => ("targets", 't'),
        Record::Task(_) => ("tasks", 'n'),
    }
}

pub(super) fn common(data: &DataSet, problems: &mut Vec<Problem>) {
    for plan in &data.plans {
        let file = file(plan);
        let mut ids = BTreeSet::new();
        for r in plan.records() {
            let (kind, prefix) = kind(r);
            let place = format!("{kind} {}", r.id());
            let mut at = |message: String| problems.push(Problem::new(&file, &place, message));
            let number = r.id().as_str().strip_prefix(prefix).and_then(|n| n.parse::<u32>().ok());
            if number.is_none() {
                at(format!("the id is `{prefix}` and a number"));
            }
            if !ids.insert(r.id()) {
                at("the id is used twice".to_owned());
            }
            clause(plan, r.clause(), &mut at);
            let mut flags = BTreeSet::new();
            for flag in r.flags() {
                if data.flag(flag).is_none() {
                    at(format!("flag `{flag}` is not in flags.json"));
                }
                if !flags.insert(flag) {
                    at(format!("flag `{flag}` stands twice"));
                }
            }
            text(&file, &place, r.title(), problems);
            if let Some(note) = r.note() {
                text(&file, &format!("{place} note"), note, problems);
            }
        }
        for heading in &plan.outline {
            let place = format!("outline {}", heading.clause);
            clause(plan, &heading.clause, &mut |message| problems.push(Problem::new(&file, &place, message)));
            text(&file, &place, &heading.title, problems);
        }
        for (i, defect) in plan.defects.iter().enumerate() {
            let place = format!("defects {}", i + 1);
            let mut at = |message: String| problems.push(Problem::new(&file, &place, message));
            if defect.clause.as_str().is_empty() {
                at("a defect without a clause (`*` is the whole text)".to_owned());
            }
            for id in defect.records.iter().filter(|id| !ids.contains(id)) {
                at(format!("record `{id}` is not in the plan"));
            }
            if (defect.basis == DefectBasis::Seen) != defect.address.is_some() {
                at("an address is given exactly where the basis is seen".to_owned());
            }
            text(&file, &place, &defect.note, problems);
        }
        for left in &plan.left_out {
            let place = format!("left_out {}", left.clause);
            clause(plan, &left.clause, &mut |message| problems.push(Problem::new(&file, &place, message)));
            text(&file, &place, &left.reason, problems);
        }
    }
}

fn clause(plan: &Plan, path: &ClausePath, at: &mut dyn FnMut(String)) {
    if path.as_str().is_empty() || path.steps().any(|step| step.is_empty() || step.trim() != step) {
        at(format!("clause `{path}` has an empty step"));
    }
    if (plan.basis == Basis::Press) != (path.as_str() == ClausePath::PRESS) {
        at(format!("clause `{path}`: `press` stands exactly in plans known from the press"));
    }
}

pub(super) fn targets(data: &DataSet, problems: &mut Vec<Problem>) {
    for plan in &data.plans {
        for t in &plan.targets {
            let mut at =
                |message: String| problems.push(Problem::new(file(plan), format!("targets {}", t.id), message));
            let base_known = t.base.as_ref().is_none_or(|id| data.base(id).is_some());
            if let (false, Some(base)) = (base_known, &t.base) {
                at(format!("base `{base}` is not in bases.json"));
            }
            if let Some(id) = &t.indicator {
                match data.indicator(id) {
                    None => at(format!("indicator `{id}` is not in indicators.json")),
                    Some(indicator) => {
                        if indicator.unit != t.unit {
                            at(format!("unit `{}`, but `{id}` is in `{}`", t.unit.id(), indicator.unit.id()));
                        }
                        if let Some(base) = t.base.as_ref().filter(|b| base_known && !indicator.bases.contains(b)) {
                            at(format!("base `{base}` is not among those of `{id}`"));
                        }
                        if !indicator.levels.contains(&plan.level) {
                            at(format!("`{id}` cannot apply to a plan of this level"));
                        }
                    }
                }
            }
            quantity(t.quantity(), &mut at);
            if !(plan.period.0..=plan.period.1).contains(&t.year) {
                at(format!("year {} lies outside the plan's period", t.year));
            }
            if let Some(id) = &t.part_of {
                match plan.target(id) {
                    None => at(format!("part_of `{id}` is no target of the plan")),
                    Some(_) if *id == t.id => at("is part of itself".to_owned()),
                    Some(whole) if whole.part_of.as_ref() == Some(&t.id) => at(format!("`{id}` is part of it too")),
                    Some(_) => {}
                }
            }
            if (plan.basis == Basis::Press) != t.address.is_some() {
                at("an address is given exactly in plans known from the press".to_owned());
            }
            if (plan.basis == Basis::Press) != t.has_flag("press") {
                at("the flag `press` stands exactly in plans known from the press".to_owned());
            }
        }
    }
}

fn quantity(q: Quantity, at: &mut dyn FnMut(String)) {
    match (q.comparator, q.value_max) {
        (Comparator::Range, Some(max)) if max > q.value => {}
        (Comparator::Range, _) => at("a range needs a value_max above value".to_owned()),
        (_, Some(_)) => at("value_max stands with a range only".to_owned()),
        (_, None) => {}
    }
    let (low, high) = q.bounds();
    if q.unit == Unit::Percent && !(0.0..=100.0).contains(&low.max(high)) {
        at(format!("{high} % is not between 0 and 100"));
    }
    if low < 0.0 || !low.is_finite() || !high.is_finite() {
        at(format!("{low} cannot be"));
    }
}

pub(super) fn tasks(data: &DataSet, problems: &mut Vec<Problem>) {
    for plan in &data.plans {
        for t in &plan.tasks {
            let mut at = |message: String| problems.push(Problem::new(file(plan), format!("tasks {}", t.id), message));
            if data.solution_group(&t.group).is_none() {
                at(format!("group `{}` is not in groups.json", t.group));
            }
            let mut seen = BTreeSet::new();
            for (id, _) in t.agencies() {
                if data.agency(id).is_none() {
                    at(format!("agency `{id}` is not in agencies.json"));
                }
                if !seen.insert(id) {
                    at(format!("agency `{id}` stands twice"));
                }
            }
            if t.lead.is_empty() != t.lead_absent.is_some() {
                at("lead_absent says why exactly where lead is empty".to_owned());
            }
            match (t.date_basis, t.start, t.end) {
                (DateBasis::None, None, None) => {}
                (DateBasis::None, ..) => at("date_basis none has no years".to_owned()),
                (_, Some(start), Some(end)) => {
                    if start > end {
                        at(format!("starts in {start}, after its end in {end}"));
                    }
                    if start < plan.period.0 || end > plan.period.1 {
                        at(format!("{start}–{end} lies outside the plan's period"));
                    }
                    if t.date_basis == DateBasis::PlanPeriod && (start, end) != plan.period {
                        at("date_basis plan_period has the plan's years".to_owned());
                    }
                }
                _ => at("start and end are both years, or both null with date_basis none".to_owned()),
            }
        }
    }
}

pub(super) fn budgets(data: &DataSet, problems: &mut Vec<Problem>) {
    for plan in &data.plans {
        let Some(budget) = &plan.budget else { continue };
        let mut at = |place: &str, message: String| {
            problems.push(Problem::new(file(plan), format!("budget {place}"), message));
        };
        for line in &budget.lines {
            let sum: f64 = line.amounts.iter().filter_map(|(_, amount)| *amount).sum();
            if !same(sum, line.printed_total) {
                at(&line.source, format!("the years add up to {sum}, printed is {}", line.printed_total));
            }
        }
        for &(year, printed) in &budget.printed_year_totals {
            let sum = year_total(budget, year);
            if !same(sum, printed) {
                at(&year.to_string(), format!("the sources add up to {sum}, printed is {printed}"));
            }
        }
        let sum: f64 = budget.lines.iter().map(|line| line.printed_total).sum();
        if !same(sum, budget.printed_total) {
            at("total", format!("the sources add up to {sum}, printed is {}", budget.printed_total));
        }
        for line in &budget.lines {
            for (year, _) in &line.amounts {
                if !budget.printed_year_totals.iter().any(|(y, _)| y == year) {
                    at(&line.source, format!("{year} has no printed total"));
                }
            }
        }
    }
}

fn year_total(budget: &Budget, year: i32) -> f64 {
    let amounts = budget.lines.iter().flat_map(|line| &line.amounts);
    amounts.filter(|(y, _)| *y == year).filter_map(|(_, amount)| *amount).sum()
}

/// Equal to the last printed digit; sums of decimals are never equal to the bit.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-6
}

pub(super) fn outcomes(data: &DataSet, problems: &mut Vec<Problem>) {
    for x in &data.outcomes {
        let mut at = |message: String| problems.push(Problem::new("outcomes.json", x.id.as_str(), message));
        match data.indicator(&x.indicator) {
            None => at(format!("indicator `{}` is not in indicators.json", x.indicator)),
            Some(indicator) if indicator.unit != x.unit => {
                at(format!("unit `{}`, but `{}` is in `{}`", x.unit.id(), x.indicator, indicator.unit.id()));
            }
            Some(_) => {}
        }
        if let Some(base) = x.base.as_ref().filter(|b| data.base(b).is_none()) {
            at(format!("base `{base}` is not in bases.json"));
        }
        if let Some(place) = x.place.as_ref().filter(|p| data.province(p).is_none()) {
            at(format!("place `{place}` is not in provinces.json"));
        }
        for flag in x.flags.iter().filter(|f| data.flag(f).is_none()) {
            at(format!("flag `{flag}` is not in flags.json"));
        }
        if x.publisher.trim().is_empty() || x.document.trim().is_empty() {
            at("an outcome without its publisher or document".to_owned());
        }
        if x.address.is_none() != x.has_flag("address_unknown") {
            at("an outcome has its address, or the flag `address_unknown`".to_owned());
        }
        if x.year.is_none() != x.has_flag("year_not_stated") {
            at("the flag `year_not_stated` stands exactly where the year is null".to_owned());
        }
        quantity(x.quantity(), &mut at);
        if let Some(note) = &x.note {
            text("outcomes.json", x.id.as_str(), note, problems);
        }
    }
}

//! From ids that an address names to things that are there.

use super::{Address, Unread, View};
use crate::dataset::DataSet;
use crate::matrix::{Axis, BESIDE, Key, NO_LEAD, Settings};
use crate::model::{AgencyId, GroupId, PlanId, RecordId};

/// Puts the nearest thing in place of what the data does not have, and reports each such id.
pub fn resolve(data: &DataSet, address: Address) -> (Address, Vec<Unread>) {
    let mut unread = Vec::new();
    let lang = address.lang;
    let view = match address.view {
        View::Plan { plan, part } => match nearest_plan(data, &plan, &mut unread) {
            Some(plan) => View::Plan { plan, part },
            None => View::Plans,
        },
        View::Record { plan, record } => match nearest_plan(data, &plan, &mut unread) {
            Some(found) if has_record(data, &found, &record) => View::Record { plan: found, record },
            Some(found) => {
                unread.push(Unread::Id(format!("{plan}/{record}")));
                View::Plan { plan: found, part: None }
            }
            None => View::Plans,
        },
        View::Agency { agency } if data.agency(&agency).is_none() => {
            unread.push(Unread::Id(agency.0.to_owned()));
            View::Agencies(super::AgenciesState::default())
        }
        View::Indicator { indicator } if data.indicator(&indicator).is_none() => {
            unread.push(Unread::Id(indicator.0.to_owned()));
            View::Indicators
        }
        View::Timeline(mut state) => {
            keep_plans(data, &mut state.filter.plans, &mut unread);
            keep(&mut state.filter.agency, |id| data.agency(id).is_some(), &mut unread);
            keep(&mut state.filter.group, |id| data.solution_group(id).is_some(), &mut unread);
            View::Timeline(state)
        }
        View::Agencies(mut state) => {
            keep_plans(data, &mut state.settings.plans, &mut unread);
            let known = |axis: Axis, key: &Key| match axis {
                Axis::Agency | Axis::With => data.agency(&AgencyId(key.0)).is_some(),
                Axis::Group => data.solution_group(&GroupId(key.0)).is_some(),
                Axis::Plan => data.plan(&PlanId(key.0)).is_some(),
                Axis::Year => super::year(key.0).is_some(),
                Axis::Role => super::role_from_id(key.0).is_some(),
            };
            let Settings { rows, columns, .. } = state.settings;
            if let Some((row, column)) = &mut state.cell {
                let unled = matches!(columns, Axis::Agency | Axis::Role);
                keep(column, |key| known(columns, key) || (unled && *key == NO_LEAD), &mut unread);
                if !known(rows, row) && !BESIDE.contains(row) {
                    unread.push(Unread::Id(row.to_string()));
                    state.cell = None;
                }
            }
            View::Agencies(state)
        }
        View::Compare(mut state) => {
            keep_plans(data, &mut state.plans, &mut unread);
            keep(&mut state.baseline, |id| data.plan(id).is_some(), &mut unread);
            keep(&mut state.group, |id| data.indicator_group(id).is_some(), &mut unread);
            if let Some((plan, indicator)) = &state.cell
                && (data.plan(plan).is_none() || data.indicator(indicator).is_none())
            {
                unread.push(Unread::Id(format!("{plan}~{indicator}")));
                state.cell = None;
            }
            View::Compare(state)
        }
        View::Search(mut state) => {
            keep(&mut state.plan, |id| data.plan(id).is_some(), &mut unread);
            keep(&mut state.agency, |id| data.agency(id).is_some(), &mut unread);
            View::Search(state)
        }
        other => other,
    };
    (Address { lang, view }, unread)
}

fn has_record(data: &DataSet, plan: &PlanId, record: &RecordId) -> bool {
    data.plan(plan).is_some_and(|plan| plan.record(record).is_some())
}

/// The plan itself, or the one whose id starts most alike (at least with the place's name).
fn nearest_plan(data: &DataSet, id: &PlanId, unread: &mut Vec<Unread>) -> Option<PlanId> {
    if data.plan(id).is_some() {
        return Some(*id);
    }
    unread.push(Unread::Id(id.0.to_owned()));
    let likeness = |other: &PlanId| other.0.bytes().zip(id.0.bytes()).take_while(|(a, b)| a == b).count();
    let nearest = data.plans.iter().max_by_key(|plan| likeness(&plan.id))?;
    (likeness(&nearest.id) >= 3).then_some(nearest.id)
}

fn keep_plans(data: &DataSet, plans: &mut Vec<PlanId>, unread: &mut Vec<Unread>) {
    plans.retain(|id| {
        let known = data.plan(id).is_some();
        if !known {
            unread.push(Unread::Id(id.0.to_owned()));
        }
        known
    });
}

fn keep<T: std::fmt::Display>(id: &mut Option<T>, known: impl Fn(&T) -> bool, unread: &mut Vec<Unread>) {
    if let Some(unknown) = id.take_if(|id| !known(id)) {
        unread.push(Unread::Id(unknown.to_string()));
    }
}

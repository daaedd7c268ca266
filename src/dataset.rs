//! All plans together with the vocabularies they share.

mod bundled;
mod read;

pub use bundled::{FILES, bundled};
pub use read::{Problem, read};

use crate::model::{
    Agency, AgencyId, Base, BaseId, Event, Flag, FlagId, Group, GroupId, Groups, Indicator, IndicatorId, Outcome, Plan,
    PlanId, Province, ProvinceId, Task,
};
use std::collections::BTreeMap;

/// All plans together with the vocabularies they share.
///
/// Plans stand in the order of [`FILES`]: national before provincial, older before newer.
#[derive(Debug, Clone, Default)]
pub struct DataSet {
    /// Every plan.
    pub plans: Vec<Plan>,
    /// What targets measure.
    pub indicators: Vec<Indicator>,
    /// What percentages are of.
    pub bases: Vec<Base>,
    /// How indicators and tasks are sorted.
    pub groups: Groups,
    /// Who leads or coordinates.
    pub agencies: Vec<Agency>,
    /// Provinces, old and new.
    pub provinces: Vec<Province>,
    /// Results measured since.
    pub outcomes: Vec<Outcome>,
    /// Dated changes, oldest first.
    pub events: Vec<Event>,
    /// What the flags on records mean.
    pub flags: Vec<Flag>,
    index: Index,
}

/// Where each id stands in its list.
#[derive(Debug, Clone, Default)]
struct Index {
    plans: BTreeMap<String, usize>,
    indicators: BTreeMap<String, usize>,
    agencies: BTreeMap<String, usize>,
}

fn places<'a>(ids: impl Iterator<Item = &'a str>) -> BTreeMap<String, usize> {
    ids.enumerate().map(|(i, id)| (id.to_owned(), i)).collect()
}

impl DataSet {
    /// Rebuilds the look-up tables after the lists were filled or changed.
    pub fn index(&mut self) {
        self.index = Index {
            plans: places(self.plans.iter().map(|x| x.id.as_str())),
            indicators: places(self.indicators.iter().map(|x| x.id.as_str())),
            agencies: places(self.agencies.iter().map(|x| x.id.as_str())),
        };
    }

    /// The plan with this id.
    pub fn plan(&self, id: &PlanId) -> Option<&Plan> {
        self.index.plans.get(id.as_str()).map(|&i| &self.plans[i])
    }

    /// The indicator with this id.
    pub fn indicator(&self, id: &IndicatorId) -> Option<&Indicator> {
        self.index.indicators.get(id.as_str()).map(|&i| &self.indicators[i])
    }

    /// The agency with this id.
    pub fn agency(&self, id: &AgencyId) -> Option<&Agency> {
        self.index.agencies.get(id.as_str()).map(|&i| &self.agencies[i])
    }

    /// The base with this id.
    pub fn base(&self, id: &BaseId) -> Option<&Base> {
        self.bases.iter().find(|b| b.id == *id)
    }

    /// The province with this id.
    pub fn province(&self, id: &ProvinceId) -> Option<&Province> {
        self.provinces.iter().find(|p| p.id == *id)
    }

    /// The flag with this id.
    pub fn flag(&self, id: &FlagId) -> Option<&Flag> {
        self.flags.iter().find(|f| f.id == *id)
    }

    /// The group of indicators with this id.
    pub fn indicator_group(&self, id: &GroupId) -> Option<&Group> {
        self.groups.indicator.iter().find(|g| g.id == *id)
    }

    /// The group of tasks with this id.
    pub fn solution_group(&self, id: &GroupId) -> Option<&Group> {
        self.groups.solution.iter().find(|g| g.id == *id)
    }

    /// Every task with its plan, in the order of the plans and their texts.
    pub fn tasks(&self) -> impl Iterator<Item = (&Plan, &Task)> {
        self.plans.iter().flat_map(|plan| plan.tasks.iter().map(move |task| (plan, task)))
    }

    /// Who an agency is today: its last known successor, or itself.
    ///
    /// A succession that runs in a circle ends where it started.
    pub fn agency_today<'a>(&'a self, agency: &'a Agency) -> &'a Agency {
        let mut today = agency;
        for _ in 0..self.agencies.len() {
            match today.successor.as_ref().and_then(|id| self.agency(id)) {
                Some(next) if next.id != agency.id => today = next,
                Some(_) => return agency,
                None => break,
            }
        }
        today
    }
}

//! All plans together with the vocabularies they share.

// A reader loads the packed form; with `whole` the app carries the files themselves, for builders that cannot pack.
#[cfg(any(not(target_arch = "wasm32"), feature = "whole"))]
mod bundled;
pub mod packed;
mod read;

#[cfg(any(not(target_arch = "wasm32"), feature = "whole"))]
pub use bundled::{FILES, bundled};
pub use read::{Problem, read};

use crate::list::List;
use crate::model::{
    Agency, AgencyId, Base, BaseId, Event, Flag, FlagId, Group, GroupId, Groups, Indicator, IndicatorId, Outcome, Plan,
    PlanId, Province, ProvinceId, Task,
};
use crate::sort;

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
    plans: Places,
    indicators: Places,
    agencies: Places,
    flags: Places,
}

/// Ids in order, each with its place in the list.
#[derive(Debug, Clone, Default)]
struct Places(Vec<(&'static str, usize)>);

impl Places {
    fn of(ids: impl Iterator<Item = &'static str>) -> Self {
        let mut places: Vec<_> = ids.enumerate().map(|(place, id)| (id, place)).list();
        sort::by(&mut places, |a, b| a.0.cmp(b.0));
        Self(places)
    }

    fn get(&self, id: &str) -> Option<usize> {
        let at = self.0.binary_search_by(|(other, _)| (*other).cmp(id)).ok()?;
        Some(self.0[at].1)
    }
}

impl DataSet {
    /// Rebuilds the look-up tables after the lists were filled or changed.
    pub fn index(&mut self) {
        self.index = Index {
            plans: Places::of(self.plans.iter().map(|x| x.id.as_str())),
            indicators: Places::of(self.indicators.iter().map(|x| x.id.as_str())),
            agencies: Places::of(self.agencies.iter().map(|x| x.id.as_str())),
            flags: Places::of(self.flags.iter().map(|x| x.id.as_str())),
        };
    }

    /// The plan with this id.
    pub fn plan(&self, id: &PlanId) -> Option<&Plan> {
        self.index.plans.get(id.as_str()).map(|i| &self.plans[i])
    }

    /// The indicator with this id.
    pub fn indicator(&self, id: &IndicatorId) -> Option<&Indicator> {
        self.indicator_place(id).map(|i| &self.indicators[i])
    }

    /// Where the indicator with this id stands in the list.
    pub fn indicator_place(&self, id: &IndicatorId) -> Option<usize> {
        self.index.indicators.get(id.as_str())
    }

    /// The agency with this id.
    pub fn agency(&self, id: &AgencyId) -> Option<&Agency> {
        self.agency_place(id).map(|i| &self.agencies[i])
    }

    /// Where the agency with this id stands in the list.
    pub fn agency_place(&self, id: &AgencyId) -> Option<usize> {
        self.index.agencies.get(id.as_str())
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
        self.index.flags.get(id.as_str()).map(|i| &self.flags[i])
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

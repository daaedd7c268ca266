//! What there is to choose from in a timeline's filter.

use super::Filter;
use crate::dataset::DataSet;
use crate::i18n::Lang;
use crate::list::List;
use crate::model::{Agency, Plan, PlanId};
use crate::sort;
use crate::text::fold;

impl Filter {
    /// Whether it keeps anything back.
    pub fn narrows(&self) -> bool {
        *self != Self::default()
    }

    /// Whether it shows this plan because it was asked for by name.
    pub fn names(&self, plan: &PlanId) -> bool {
        self.plans.contains(plan)
    }

    /// The plans after one more was added, or taken away where it was there. None and all are the same
    /// and are written as none; the order is that of `all`, so that one choice has one address.
    pub fn toggled(&self, plan: &PlanId, all: &[&Plan]) -> Vec<PlanId> {
        let kept = |id: &PlanId| self.names(id) != (id == plan);
        let plans: Vec<PlanId> = all.iter().map(|p| &p.id).filter(|id| kept(id)).cloned().list();
        if plans.len() == all.len() { Vec::new() } else { plans }
    }
}

/// The plans whose tasks are known. Of those known from the press only the targets are.
pub fn plans_with_tasks(data: &DataSet) -> Vec<&Plan> {
    data.plans.iter().filter(|plan| !plan.tasks.is_empty()).list()
}

/// The agencies that have a task in these plans (none named: in any), national before provincial, by name.
pub fn agencies_of<'a>(data: &'a DataSet, plans: &[PlanId], lang: Lang) -> Vec<&'a Agency> {
    let tasks = data.tasks().filter(|(plan, _)| plans.is_empty() || plans.contains(&plan.id));
    let mut busy = vec![false; data.agencies.len()];
    for (id, _) in tasks.flat_map(|(_, task)| task.agencies()) {
        if let Some(place) = data.agency_place(id) {
            busy[place] = true;
        }
    }
    places_by_name(data, &busy, lang).into_iter().map(|place| &data.agencies[place]).list()
}

/// The places at which agencies are marked, national before provincial, by name.
pub fn places_by_name(data: &DataSet, marked: &[bool], lang: Lang) -> Vec<usize> {
    let agencies = data.agencies.iter().zip(marked).enumerate();
    let mut out = agencies.filter(|(_, (_, marked))| **marked).map(|(place, _)| place).list();
    sort::by_key(&mut out, |place| {
        let agency = &data.agencies[*place];
        (agency.level, fold(agency.name.get(lang)))
    });
    out
}

/// The first and last year in which any plan has something to do.
pub fn years_of(data: &DataSet) -> (i32, i32) {
    let plans = plans_with_tasks(data);
    let tasks = || data.tasks().map(|(_, task)| task);
    let first = plans.iter().map(|plan| plan.period.0).chain(tasks().filter_map(|task| task.start)).min();
    let last = plans.iter().map(|plan| plan.period.1).chain(tasks().filter_map(|task| task.end)).max();
    (first.unwrap_or(2016), last.unwrap_or(2030))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::bundled;
    use crate::model::Level;

    #[test]
    fn a_plan_is_added_and_taken_away_and_all_of_them_are_none() {
        let data = bundled().expect("the bundled data is sound");
        let all = plans_with_tasks(&data);
        assert_eq!(all.len(), 5, "the four plans of the press have no tasks");
        let (first, second) = (all[0].id, all[1].id);
        let with = |plans: Vec<PlanId>| Filter { plans, ..Filter::default() };
        let second_only = with(with(vec![]).toggled(&second, &all));
        assert_eq!(second_only, with(vec![second]));
        assert_eq!(second_only.toggled(&first, &all), [first, second]);
        assert!(second_only.toggled(&second, &all).is_empty());
        let but_first: Vec<_> = all[1..].iter().map(|plan| plan.id).collect();
        assert!(with(but_first).toggled(&first, &all).is_empty());
    }

    #[test]
    fn a_plan_of_the_press_in_an_old_address_gives_way() {
        let data = bundled().expect("the bundled data is sound");
        let all = plans_with_tasks(&data);
        let filter = Filter { plans: vec!["vn-2026-2030".into()], ..Filter::default() };
        assert_eq!(filter.toggled(&all[0].id, &all), [all[0].id]);
    }

    #[test]
    fn agencies_of_a_plan_only_national_first_and_by_name() {
        let data = bundled().expect("the bundled data is sound");
        let agencies = agencies_of(&data, &["dak-nong-2021-2025".into()], Lang::Vi);
        assert!(agencies.iter().all(|a| !a.id.as_str().starts_with("brvt-")));
        assert!(agencies.is_sorted_by_key(|a| (a.level, fold(&a.name.vi))));
        assert_eq!(agencies.first().map(|a| a.level), Some(Level::National));
        assert!(agencies_of(&data, &[], Lang::En).len() > agencies.len());
    }

    #[test]
    fn the_years_span_all_plans_with_tasks() {
        let data = bundled().expect("the bundled data is sound");
        assert_eq!(years_of(&data), (2016, 2030));
    }
}

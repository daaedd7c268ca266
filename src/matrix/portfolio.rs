//! One agency: what it leads, with whom, until when.

use crate::dataset::DataSet;
use crate::list::List;
use crate::model::{Agency, AgencyId, Basis, Plan, Status, Task};
use crate::outcome::{Result, judge};
use crate::sort;
use crate::text::fold;
use std::cmp::Reverse;

/// Tasks by plan.
pub type ByPlan<'a> = Vec<(&'a Plan, Vec<&'a Task>)>;

/// One agency's tasks. What plans do not commit to is kept apart, as in the table of all agencies.
#[derive(Debug, Clone, Default)]
pub struct Portfolio<'a> {
    /// What it leads, the newest plan first.
    pub lead: ByPlan<'a>,
    /// What it coordinates, the newest plan first.
    pub coordinate: ByPlan<'a>,
    /// A draft's blanks and drafting instructions that name it.
    pub blanks: ByPlan<'a>,
    /// With whom, those with most tasks in common first.
    pub partners: Vec<Partner<'a>>,
}

/// Another agency, and the tasks in which the one leads that the other has a part in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Partner<'a> {
    /// The other agency.
    pub agency: &'a Agency,
    /// Tasks that both lead.
    pub leads_too: usize,
    /// Tasks that the agency leads and the other coordinates.
    pub helps: usize,
    /// Tasks that the other leads and the agency coordinates.
    pub is_helped: usize,
}

impl Partner<'_> {
    /// All tasks in common.
    pub const fn total(&self) -> usize {
        self.leads_too + self.helps + self.is_helped
    }
}

impl Portfolio<'_> {
    /// How many tasks it leads.
    pub fn leads(&self) -> usize {
        count(&self.lead)
    }

    /// How many tasks it coordinates.
    pub fn coordinates(&self) -> usize {
        count(&self.coordinate)
    }

    /// How many of its tasks, of either role, are of plans in force.
    pub fn in_force(&self) -> usize {
        let binding = self.lead.iter().chain(&self.coordinate).filter(|(plan, _)| plan.status == Status::InForce);
        binding.map(|(_, tasks)| tasks.len()).sum()
    }

    /// Its plans, whatever its role, the newest first.
    pub fn plans(&self) -> Vec<&Plan> {
        let mut plans: Vec<&Plan> = self.lead.iter().chain(&self.coordinate).map(|(plan, _)| *plan).list();
        sort::by_key(&mut plans, |plan| Reverse(plan.period));
        plans.dedup_by_key(|plan| &plan.id);
        plans
    }
}

fn count(tasks: &ByPlan<'_>) -> usize {
    tasks.iter().map(|(_, tasks)| tasks.len()).sum()
}

/// What one agency has to do, under the name printed in the plans.
pub fn portfolio<'a>(data: &'a DataSet, agency: &AgencyId) -> Portfolio<'a> {
    let mut plans: Vec<&Plan> = data.plans.iter().list();
    sort::by_key(&mut plans, |plan| Reverse(plan.period));
    let mut found = Portfolio::default();
    for plan in plans {
        let (named, blank): (Vec<&Task>, Vec<&Task>) =
            plan.tasks.iter().filter(|t| t.agencies().any(|(id, _)| id == agency)).partition(|t| t.is_commitment());
        let (lead, coordinate): (Vec<&Task>, Vec<&Task>) = named.into_iter().partition(|t| t.lead.contains(agency));
        for task in &lead {
            for id in task.lead.iter().filter(|id| *id != agency) {
                add(data, &mut found.partners, id, |partner| partner.leads_too += 1);
            }
            for id in task.coordinate.iter().filter(|id| *id != agency) {
                add(data, &mut found.partners, id, |partner| partner.helps += 1);
            }
        }
        for task in &coordinate {
            for id in &task.lead {
                add(data, &mut found.partners, id, |partner| partner.is_helped += 1);
            }
        }
        for (list, tasks) in [(&mut found.lead, lead), (&mut found.coordinate, coordinate), (&mut found.blanks, blank)]
        {
            if !tasks.is_empty() {
                list.push((plan, tasks));
            }
        }
    }
    sort::by_key(&mut found.partners, |p| (Reverse(p.total()), Reverse(p.leads_too), fold(&p.agency.name.vi)));
    found
}

fn add<'a>(data: &'a DataSet, partners: &mut Vec<Partner<'a>>, id: &AgencyId, count: impl Fn(&mut Partner<'a>)) {
    let Some(agency) = data.agency(id) else { return };
    match partners.iter_mut().find(|partner| partner.agency.id == *id) {
        Some(partner) => count(partner),
        None => {
            let mut partner = Partner { agency, leads_too: 0, helps: 0, is_helped: 0 };
            count(&mut partner);
            partners.push(partner);
        }
    }
}

/// The plans in force at an agency's place of which only press reports were read: what they give
/// to whom is not known.
pub fn plans_unseen<'a>(data: &'a DataSet, agency: &Agency) -> Vec<&'a Plan> {
    let unseen = |plan: &&Plan| {
        plan.status == Status::InForce
            && plan.basis == Basis::Press
            && plan.level == agency.level
            && plan.province == agency.province
    };
    data.plans.iter().filter(unseen).list()
}

/// Whether results were published that say of some target of a plan whether it was reached.
pub fn is_measured(data: &DataSet, plan: &Plan) -> bool {
    let decided =
        |target| matches!(judge(data, plan, target).result, Result::Reached | Result::Missed | Result::Disputed);
    plan.targets.iter().any(decided)
}

/// The agencies that have become this one, on whatever way, in the order of the list.
pub fn predecessors<'a>(data: &'a DataSet, agency: &Agency) -> Vec<&'a Agency> {
    let mut found: Vec<&Agency> = Vec::new();
    loop {
        let becomes = |id: &AgencyId| *id == agency.id || found.iter().any(|a| a.id == *id);
        let new = |a: &&Agency| a.id != agency.id && !found.iter().any(|b| b.id == a.id);
        let next: Vec<_> =
            data.agencies.iter().filter(new).filter(|a| a.successor.as_ref().is_some_and(becomes)).list();
        if next.is_empty() {
            return found;
        }
        found.extend(next);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::bundled;
    use crate::matrix::{Settings, matrix};

    fn data() -> DataSet {
        bundled().expect("the bundled data is sound")
    }

    #[test]
    fn an_agency_s_page_counts_as_the_table_does() {
        let data = data();
        let matrix = matrix(&data, &Settings::default());
        for agency in &data.agencies {
            let page = portfolio(&data, &agency.id);
            let row = matrix.rows.iter().find(|row| row.agency.is_some_and(|a| a.id == agency.id));
            let expected = row.map_or((0, 0), |row| (row.total.lead.len(), row.total.coordinate.len()));
            assert_eq!((page.leads(), page.coordinates()), expected, "{}", agency.id);
            let periods: Vec<_> = page.plans().iter().map(|plan| plan.period).collect();
            assert!(periods.is_sorted_by(|a, b| a >= b), "{periods:?}");
        }
    }

    #[test]
    fn partners_see_the_same_tasks_from_the_other_side() {
        let data = data();
        let mut seen = 0;
        for agency in &data.agencies {
            for partner in portfolio(&data, &agency.id).partners {
                let back = portfolio(&data, &partner.agency.id).partners;
                let back = back.iter().find(|p| p.agency.id == agency.id).expect("it is a partner, too");
                assert_eq!(
                    (partner.leads_too, partner.helps, partner.is_helped),
                    (back.leads_too, back.is_helped, back.helps),
                    "{} and {}",
                    agency.id,
                    partner.agency.id
                );
                seen += partner.total();
            }
        }
        assert!(seen > 0);
    }

    #[test]
    fn the_plan_in_force_is_known_from_the_press_only() {
        let data = data();
        for (agency, expected) in [
            ("bo-cong-thuong", &["vn-2026-2030"][..]),
            ("gia-lai-ubnd", &["gia-lai-2026-2030"]),
            ("dak-nong-so-cong-thuong", &[]),
        ] {
            let agency = data.agency(&agency.into()).expect("there");
            let ids: Vec<_> = plans_unseen(&data, agency).iter().map(|plan| plan.id.as_str()).collect();
            assert_eq!(ids, expected);
            assert_eq!(portfolio(&data, &agency.id).in_force(), 0);
        }
    }

    #[test]
    fn which_plans_results_are_known() {
        let data = data();
        let measured = data.plans.iter().filter(|plan| is_measured(&data, plan));
        let ids: Vec<_> = measured.map(|plan| plan.id.as_str()).collect();
        assert_eq!(ids, ["vn-2016-2020", "vn-2021-2025"]);
    }

    #[test]
    fn predecessors_at_any_remove_and_never_in_a_circle() {
        let mut data = data();
        let names = |data: &DataSet, id: &str| -> Vec<String> {
            let agency = data.agency(&id.into()).expect("there");
            predecessors(data, agency).iter().map(|a| a.id.0.to_owned()).collect()
        };
        assert_eq!(names(&data, "bo-tai-chinh"), ["bo-ke-hoach-dau-tu"]);
        assert_eq!(names(&data, "bo-ke-hoach-dau-tu"), [""; 0]);
        for (id, successor) in [("bo-tai-chinh", "ngan-hang-nha-nuoc"), ("ngan-hang-nha-nuoc", "bo-ke-hoach-dau-tu")] {
            let agency = data.agencies.iter_mut().find(|a| a.id == id).expect("there");
            agency.successor = Some(successor.into());
        }
        assert_eq!(names(&data, "ngan-hang-nha-nuoc"), ["bo-tai-chinh", "bo-ke-hoach-dau-tu"]);
    }
}

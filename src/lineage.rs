//! An indicator through the plans: from each national plan to the next, and from the nation to the provinces of the
//! same years. Each step says what changed and rests on the two targets it compares.
//!
//! What may be ranked is decided by [`align`](crate::align): a step between unlike things is a redefinition, never a
//! rise or a fall. Only the years may differ between one plan and the next: that is what a step is.

use crate::align::{Stricter, Unlike, Verdict, closest, compare, compare_over_time};
use crate::dataset::DataSet;
use crate::list::List;
use crate::model::{Basis, Indicator, Level, Plan, Status, Target};
use crate::sort;

/// What changed in a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// More is asked, in the indicator's direction.
    Raised,
    /// Less is asked.
    Lowered,
    /// The same figure.
    Kept,
    /// Both ask for it, of unlike things.
    Redefined(Unlike),
    /// Asked for no more; of a province: not asked for.
    Dropped,
    /// Asked for where it was not before.
    New {
        /// A plan before that one had asked for it.
        again: bool,
    },
    /// The later plan is known from the press only, which does not say.
    NotKnown,
}

impl Change {
    /// The name used in exports.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Raised => "raised",
            Self::Lowered => "lowered",
            Self::Kept => "kept",
            Self::Redefined(_) => "redefined",
            Self::Dropped => "dropped",
            Self::New { .. } => "new",
            Self::NotKnown => "not_known",
        }
    }
}

/// A plan and its target for the indicator, where it has one.
pub type Side<'a> = (&'a Plan, Option<&'a Target>);

/// One step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step<'a> {
    /// The plan before, or the nation's.
    pub from: Side<'a>,
    /// The plan after, or the province's.
    pub to: Side<'a>,
    /// What changed.
    pub change: Change,
    /// Which side binds more tightly at the same figure: the later one as [`Stricter::Plan`].
    pub stricter: Option<Stricter>,
}

impl Step<'_> {
    /// Whether it leads from the nation to a province, and not from one plan to the next.
    pub fn is_to_province(&self) -> bool {
        self.to.0.level == Level::Province
    }
}

/// All steps of an indicator.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lineage<'a> {
    /// From each national plan to the next, in time. A draft stands before the plan that was signed.
    pub national: Vec<Step<'a>>,
    /// From the nation to each province of the same years.
    pub provincial: Vec<Step<'a>>,
}

/// Follows an indicator. Empty where no plan, or only one nation's and no province, asks for it.
pub fn lineage<'a>(data: &'a DataSet, indicator: &'a Indicator) -> Lineage<'a> {
    let asks = |plan: &Plan| plan.targets_for(&indicator.id).next().is_some();
    let mut nations: Vec<&'a Plan> = data.plans.iter().filter(|plan| plan.level == Level::National).list();
    sort::by_key(&mut nations, |plan| (plan.period, plan.date.clone(), plan.status != Status::Superseded));
    let mut out = Lineage::default();
    let mut before = false;
    for pair in nations.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let had = before;
        before |= asks(from);
        out.national.extend(step(indicator, from, to, had, compare_over_time));
    }
    // Where the last national step leads nowhere known, the story ends before it.
    while out.national.last().is_some_and(|step| step.from.1.is_none() && step.to.1.is_none()) {
        out.national.pop();
    }
    for province in data.plans.iter().filter(|plan| plan.level == Level::Province) {
        // The plan in force, not the draft that came before it.
        let shares = nations.iter().filter(|nation| nation.shares_period_with(province));
        let Some(nation) = shares.max_by_key(|nation| (nation.status != Status::Superseded, nation.date.clone()))
        else {
            continue;
        };
        if !asks(province) && !indicator.levels.contains(&Level::Province) {
            continue;
        }
        out.provincial.extend(step(indicator, nation, province, false, compare));
    }
    out
}

/// [`compare`] or [`compare_over_time`].
type Judge = fn(&Indicator, (&Plan, &Target), (&Plan, &Target)) -> (Verdict, Option<Stricter>);

fn step<'a>(indicator: &'a Indicator, from: &'a Plan, to: &'a Plan, had: bool, judge: Judge) -> Option<Step<'a>> {
    let asked = |plan: &'a Plan| -> Vec<&'a Target> { plan.targets_for(&indicator.id).list() };
    let (target, base) = closest(&asked(to), &asked(from));
    let (change, stricter) = match (target, base) {
        (None, None) => return None,
        (None, Some(_)) if to.basis == Basis::Press => (Change::NotKnown, None),
        (None, Some(_)) => (Change::Dropped, None),
        (Some(_), None) if from.basis == Basis::Press => (Change::NotKnown, None),
        (Some(_), None) => (Change::New { again: had }, None),
        (Some(ours), Some(theirs)) => match judge(indicator, (to, ours), (from, theirs)) {
            (Verdict::Stronger, _) => (Change::Raised, None),
            (Verdict::Weaker, _) => (Change::Lowered, None),
            (Verdict::NotComparable(reason), _) => (Change::Redefined(reason), None),
            (_, stricter) => (Change::Kept, stricter),
        },
    };
    Some(Step { from: (from, base), to: (to, target), change, stricter })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::bundled;

    fn steps(data: &DataSet, indicator: &str) -> Vec<(String, String, &'static str)> {
        let indicator = data.indicator(&indicator.into()).expect("the indicator is there");
        let lineage = lineage(data, indicator);
        let both = lineage.national.iter().chain(&lineage.provincial);
        both.map(|step| (step.from.0.id.to_string(), step.to.0.id.to_string(), step.change.id())).collect()
    }

    #[test]
    fn every_step_rests_on_what_the_plans_ask() {
        let data = bundled().expect("the bundled data is sound");
        let mut kinds = Vec::new();
        for indicator in &data.indicators {
            let lineage = lineage(&data, indicator);
            for step in lineage.national.iter().chain(&lineage.provincial) {
                kinds.push(step.change.id());
                let (from, to) = (step.from.1, step.to.1);
                assert!(from.is_some() || to.is_some(), "{}", indicator.id);
                for (plan, target) in [step.from, step.to] {
                    let has = plan.targets_for(&indicator.id).next().is_some();
                    assert_eq!(target.is_some(), has, "{} {}", indicator.id, plan.id);
                }
                match step.change {
                    Change::Dropped => assert!(to.is_none() && step.to.0.basis == Basis::Document),
                    Change::New { .. } => assert!(from.is_none() && step.from.0.basis == Basis::Document),
                    Change::NotKnown => assert!(from.is_none() || to.is_none()),
                    _ => assert!(from.is_some() && to.is_some()),
                }
            }
            for pair in lineage.national.windows(2) {
                assert!(pair[0].from.0.period <= pair[1].from.0.period);
            }
        }
        for kind in ["raised", "lowered", "kept", "redefined", "dropped", "new", "not_known"] {
            assert!(kinds.contains(&kind), "no step of the data is {kind}");
        }
    }

    #[test]
    fn shares_go_through_the_plans() {
        let data = bundled().expect("the bundled data is sound");
        let expected = [
            ("vn-2016-2020", "vn-2021-2025", "new"),
            ("vn-2021-2025", "vn-2026-2030-draft", "dropped"),
            ("vn-2026-2030-draft", "vn-2026-2030", "new"),
            ("vn-2021-2025", "brvt-2021-2025", "dropped"),
            ("vn-2021-2025", "dak-nong-2021-2025", "lowered"),
            ("vn-2026-2030", "gia-lai-2026-2030", "redefined"),
            ("vn-2026-2030", "da-nang-2026-2030", "kept"),
            ("vn-2026-2030", "vinh-long-2026-2030", "kept"),
        ];
        let expected = expected.map(|(from, to, change)| (from.to_owned(), to.to_owned(), change));
        assert_eq!(steps(&data, "ecommerce_cashless"), expected);
        let changes: Vec<_> = steps(&data, "online_shoppers_share").into_iter().map(|(.., change)| change).collect();
        let expected = ["raised", "raised", "redefined", "dropped", "kept", "kept", "redefined", "redefined"];
        assert_eq!(changes, expected);
    }
}

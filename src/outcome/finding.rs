//! What can be said of an indicator's targets in a sentence.

use super::{Judgement, Obstacle, Result, judge, obstacle, reaches};
use crate::dataset::DataSet;
use crate::list::List;
use crate::model::{Indicator, Level, Outcome, Plan, Quantity, Status, Target};
use crate::sort;

/// What became of one target, with all that a sentence about it needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding<'a> {
    /// The target's plan.
    pub plan: &'a Plan,
    /// The target.
    pub target: &'a Target,
    /// What the published results allow to say.
    pub judgement: Judgement<'a>,
    /// The year from which on every comparable result reached it, where that was before its own.
    pub early: Option<i32>,
}

impl<'a> Finding<'a> {
    /// What can be said.
    pub fn result(&self) -> Result {
        self.judgement.result
    }

    /// The figures that decide it, each once: several where publishers differ.
    pub fn figures(&self) -> Vec<Quantity> {
        let mut figures: Vec<Quantity> = Vec::new();
        for outcome in &self.judgement.deciding {
            if !figures.contains(&outcome.quantity()) {
                figures.push(outcome.quantity());
            }
        }
        figures
    }

    /// Why the results beside it do not decide it, each reason with those it holds for: results for
    /// the plan's years (or no stated year), and all others only where there is none of these.
    pub fn obstacles(&self, data: &DataSet) -> Vec<(Obstacle, Vec<&'a Outcome>)> {
        let beside = &self.judgement.beside;
        let within = |x: &&Outcome| x.year.is_none_or(|year| (self.plan.period.0..=self.target.year).contains(&year));
        let some_within = beside.iter().any(within);
        let mut reasons: Vec<(Obstacle, Vec<&Outcome>)> = Vec::new();
        for outcome in beside.iter().copied().filter(|x| !some_within || within(x)) {
            let Some(reason) = obstacle(data, self.target, outcome) else { continue };
            match reasons.iter_mut().find(|(known, _)| *known == reason) {
                Some((_, outcomes)) => outcomes.push(outcome),
                None => reasons.push((reason, vec![outcome])),
            }
        }
        sort::by_key(&mut reasons, |(reason, _)| *reason);
        reasons
    }
}

/// What became of one target.
pub fn finding<'a>(data: &'a DataSet, plan: &'a Plan, target: &'a Target) -> Finding<'a> {
    let judgement = judge(data, plan, target);
    let early = (judgement.result == Result::Reached).then(|| reached_from(data, plan, target, &judgement)).flatten();
    Finding { plan, target, judgement, early }
}

/// The first year within the plan's from which on every comparable result reached the target.
fn reached_from(data: &DataSet, plan: &Plan, target: &Target, judgement: &Judgement<'_>) -> Option<i32> {
    let comparable = judgement.beside.iter().filter(|x| obstacle(data, target, x) == Some(Obstacle::Year));
    let before: Vec<(i32, bool)> = comparable
        .filter_map(|x| Some((x.year?, reaches(data, target, x))))
        .filter(|(year, _)| (plan.period.0..target.year).contains(year))
        .list();
    let short = before.iter().filter(|(_, reached)| !reached).map(|(year, _)| *year).max();
    before.iter().map(|(year, _)| *year).filter(|year| short.is_none_or(|short| *year > short)).min()
}

/// Whether a plan binds or bound: a draft never did.
pub fn is_binding(plan: &Plan) -> bool {
    !matches!(plan.status, Status::Draft | Status::Superseded)
}

/// What became of each target that binding plans of a level set for an indicator, oldest plan first.
pub fn findings<'a>(data: &'a DataSet, indicator: &'a Indicator, level: Level) -> Vec<Finding<'a>> {
    let plans = data.plans.iter().filter(|plan| plan.level == level && is_binding(plan));
    plans.flat_map(|plan| plan.targets_for(&indicator.id).map(move |target| finding(data, plan, target))).list()
}

/// The nation's, or the provinces' where the nation sets none.
pub fn foremost<'a>(data: &'a DataSet, indicator: &'a Indicator) -> Vec<Finding<'a>> {
    let national = findings(data, indicator, Level::National);
    if national.is_empty() { findings(data, indicator, Level::Province) } else { national }
}

/// How many targets came to what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally([usize; Result::ALL.len()]);

impl Tally {
    /// How many came to this.
    pub fn of(&self, result: Result) -> usize {
        Result::ALL.iter().position(|r| *r == result).map_or(0, |i| self.0[i])
    }

    /// How many have fallen due.
    pub fn due(&self) -> usize {
        self.0.iter().sum::<usize>() - self.of(Result::Open)
    }
}

/// Counts what became of the targets of the nation's binding plans.
pub fn tally(data: &DataSet) -> Tally {
    let mut tally = Tally::default();
    for plan in data.plans.iter().filter(|plan| plan.level == Level::National && is_binding(plan)) {
        for target in &plan.targets {
            let result = judge(data, plan, target).result;
            if let Some(i) = Result::ALL.iter().position(|r| *r == result) {
                tally.0[i] += 1;
            }
        }
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::bundled;

    fn national<'a>(data: &'a DataSet, indicator: &str) -> Vec<Finding<'a>> {
        findings(data, data.indicator(&indicator.into()).expect("there"), Level::National)
    }

    #[test]
    fn reached_early_and_from_when() {
        let data = bundled().expect("the bundled data is sound");
        let early = |indicator: &str| national(&data, indicator)[0].early;
        assert_eq!(early("online_shoppers_share"), Some(2019));
        assert_eq!(early("b2c_revenue"), Some(2019), "the outlier scope of 2019 does not count");
        assert_eq!(early("b2c_retail_share"), None, "4.9 % in 2019 is short of 5 %");
    }

    #[test]
    fn publishers_that_differ_are_all_named_and_those_that_agree_once() {
        let data = bundled().expect("the bundled data is sound");
        let share = national(&data, "b2c_retail_share");
        let values: Vec<_> = share[1].figures().iter().map(|q| q.value).collect();
        assert_eq!(values, [12.0, 10.0]);
        let revenue = national(&data, "b2c_revenue");
        assert_eq!(revenue[1].figures().len(), 1, "two publishers say 32");
    }

    #[test]
    fn what_cannot_be_measured_says_why() {
        let data = bundled().expect("the bundled data is sound");
        let reasons = |indicator: &str, i: usize| -> Vec<Obstacle> {
            national(&data, indicator)[i].obstacles(&data).into_iter().map(|(reason, _)| reason).collect()
        };
        assert_eq!(reasons("online_shoppers_share", 1), [Obstacle::Base, Obstacle::YearNotStated]);
        assert_eq!(reasons("online_spend_per_person", 0), [Obstacle::Base]);
        assert_eq!(reasons("b2c_growth", 0), [Obstacle::SingleYear]);
        assert_eq!(reasons("enterprise_website", 0), [Obstacle::Year], "only 2013 was found, before the plan");
    }

    #[test]
    fn a_draft_is_not_judged_and_every_binding_national_target_is_tallied_once() {
        let data = bundled().expect("the bundled data is sound");
        assert!(national(&data, "training_participants").iter().all(|f| f.plan.id != "vn-2026-2030-draft"));
        let tally = tally(&data);
        assert_eq!(tally.due(), 34);
        assert_eq!(tally.of(Result::Open), 7);
        assert_eq!((tally.of(Result::Reached), tally.of(Result::Missed)), (4, 1));
    }
}

//! What became of a target: the results published since, and what they allow to say.

use crate::dataset::DataSet;
use crate::model::{Better, Outcome, Plan, Target, Unit};

/// What the published results allow to say of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Result {
    /// Every comparable result for the target's year reaches it.
    Reached,
    /// None of them does.
    Missed,
    /// Publishers disagree on whether it was reached.
    Disputed,
    /// Results were published, but they measure something else (another base, single years of a
    /// period's growth, an unstated year).
    NotMeasurable,
    /// Nothing was found that measures it.
    NoResult,
    /// The target's year is not over.
    Open,
}

impl Result {
    /// The name used in exports and styles.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::Missed => "missed",
            Self::Disputed => "disputed",
            Self::NotMeasurable => "not_measurable",
            Self::NoResult => "no_result",
            Self::Open => "open",
        }
    }
}

/// A result with what it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement<'a> {
    /// What can be said.
    pub result: Result,
    /// The outcomes that decide it, for the target's year and base.
    pub deciding: Vec<&'a Outcome>,
    /// Whether some of these do not say what exactly their percentage or sum is of.
    pub base_unstated: bool,
    /// Other outcomes for the indicator and place: other years, bases, forecasts, doubts.
    pub beside: Vec<&'a Outcome>,
}

/// The last year whose results can have been published when the data was gathered.
pub const LAST_MEASURED_YEAR: i32 = 2025;

/// Judges a target by the outcomes of its indicator in its plan's place.
pub fn judge<'a>(data: &'a DataSet, plan: &Plan, target: &Target) -> Judgement<'a> {
    let about = |x: &&Outcome| target.indicator.as_ref() == Some(&x.indicator) && x.place == plan.province;
    let (deciding, beside): (Vec<_>, Vec<_>) =
        data.outcomes.iter().filter(about).partition(|x| decides(data, target, x));
    let reached = deciding.iter().filter(|x| reaches(data, target, x)).count();
    let result = if target.year > LAST_MEASURED_YEAR {
        Result::Open
    } else if deciding.is_empty() {
        if beside.is_empty() { Result::NoResult } else { Result::NotMeasurable }
    } else if reached == deciding.len() {
        Result::Reached
    } else if reached == 0 {
        Result::Missed
    } else {
        Result::Disputed
    };
    let base_unstated = deciding.iter().any(|x| several_bases(data, target) && is_unstated(x));
    Judgement { result, deciding, base_unstated, beside }
}

/// Whether an outcome measures just what the target set: the same year and base, measured and not
/// foreseen. A publisher that does not say what its figure is of is taken to mean what the plan
/// means, and the judgement says so. A yearly rate over a period is not decided by its last year.
fn decides(data: &DataSet, target: &Target, x: &Outcome) -> bool {
    const OTHERWISE: [&str; 6] = ["forecast", "scenario", "other_scope", "outlier", "opinion", "year_not_stated"];
    x.year == Some(target.year)
        && x.unit == target.unit
        && target.unit != Unit::PercentPerYear
        && (!several_bases(data, target) || x.base == target.base || is_unstated(x))
        && !OTHERWISE.iter().any(|flag| x.has_flag(flag))
        && !target.has_flag("spliced")
}

fn several_bases(data: &DataSet, target: &Target) -> bool {
    target.indicator.as_ref().and_then(|id| data.indicator(id)).is_some_and(|i| i.bases.len() > 1)
}

fn is_unstated(x: &Outcome) -> bool {
    x.base.as_ref().is_none_or(|base| *base == "retail_unspecified")
}

fn reaches(data: &DataSet, target: &Target, x: &Outcome) -> bool {
    let better = target.indicator.as_ref().and_then(|id| data.indicator(id)).map_or(Better::Higher, |i| i.better);
    let (low, high) = x.quantity().bounds();
    match better {
        Better::Lower => high <= target.value_max.unwrap_or(target.value),
        Better::Higher | Better::None => low >= target.value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::bundled;

    #[track_caller]
    fn check(plan: &str, indicator: &str, expected: Result) {
        let data = bundled().expect("the bundled data is sound");
        let plan = data.plan(&plan.into()).expect("the plan is there");
        let target = plan.targets_for(&indicator.into()).next().cloned().expect("the target is there");
        let found = judge(&data, plan, &target);
        assert_eq!(found.result, expected, "{:#?}", found.deciding);
    }

    #[test]
    fn what_became_of_past_targets() {
        check("vn-2016-2020", "online_shoppers_share", Result::Reached);
        check("vn-2016-2020", "b2c_revenue", Result::Reached);
        check("vn-2016-2020", "b2c_retail_share", Result::Reached);
        check("vn-2016-2020", "b2c_growth", Result::NotMeasurable);
        check("vn-2016-2020", "pos_retail", Result::NoResult);
        check("vn-2021-2025", "b2c_retail_share", Result::Reached);
        check("vn-2021-2025", "b2c_revenue", Result::Missed);
        check("vn-2021-2025", "online_shoppers_share", Result::NotMeasurable);
        check("vn-2021-2025", "online_spend_per_person", Result::NotMeasurable);
        check("vn-2026-2030", "einvoice_share", Result::Open);
        check("dak-nong-2021-2025", "online_shoppers_share", Result::NoResult);
    }
}

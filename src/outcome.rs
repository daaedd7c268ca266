//! What became of a target: the results published since, and what they allow to say.

mod finding;
mod sources;

pub use finding::{Finding, Tally, finding, findings, foremost, is_binding, tally};
pub use sources::{Coverage, coverage, disagreements, is_doubtful, latest, outcomes_of, publishers};

use crate::dataset::DataSet;
use crate::model::{Better, Outcome, Plan, Target, Unit};

/// The indicators that tell most of the story: those that all three national periods speak of first.
pub const HEADLINES: [&str; 6] = [
    "online_shoppers_share",
    "b2c_revenue",
    "b2c_retail_share",
    "ecommerce_cashless",
    "einvoice_share",
    "sme_on_platforms",
];

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
    /// All, in the order of display.
    pub const ALL: [Self; 6] =
        [Self::Reached, Self::Missed, Self::Disputed, Self::NotMeasurable, Self::NoResult, Self::Open];

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

/// Why a published result does not decide a target.
///
/// Where several reasons hold, the first of this order is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Obstacle {
    /// The print splices two targets: which one the figure belongs to is not certain.
    Spliced,
    /// The target is a yearly rate over a period, the result one year's.
    SingleYear,
    /// Another base or unit.
    Base,
    /// The publisher does not say which year it is for.
    YearNotStated,
    /// A forecast, a scenario, one person's estimate, another scope, or far from all others.
    NotMeasured,
    /// It is for another year.
    Year,
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
        data.outcomes.iter().filter(about).partition(|x| obstacle(data, target, x).is_none());
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

/// What keeps an outcome from deciding a target; none where it measures just what the target set:
/// the same year and base, measured and not foreseen. A publisher that does not say what its figure
/// is of is taken to mean what the plan means, and the judgement says so. A yearly rate over a
/// period is not decided by its last year.
pub fn obstacle(data: &DataSet, target: &Target, x: &Outcome) -> Option<Obstacle> {
    const NOT_MEASURED: [&str; 5] = ["forecast", "scenario", "other_scope", "outlier", "opinion"];
    if target.has_flag("spliced") {
        Some(Obstacle::Spliced)
    } else if target.unit == Unit::PercentPerYear {
        Some(Obstacle::SingleYear)
    } else if x.unit != target.unit || !may_share_base(data, target, x) {
        Some(Obstacle::Base)
    } else if x.year.is_none() || x.has_flag("year_not_stated") {
        Some(Obstacle::YearNotStated)
    } else if NOT_MEASURED.iter().any(|flag| x.has_flag(flag)) {
        Some(Obstacle::NotMeasured)
    } else {
        (x.year != Some(target.year)).then_some(Obstacle::Year)
    }
}

/// Whether an outcome's percentage or sum can be of the same thing as a target's: it is, or the
/// publisher does not say.
pub fn may_share_base(data: &DataSet, target: &Target, x: &Outcome) -> bool {
    !several_bases(data, target) || x.base == target.base || is_unstated(x)
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

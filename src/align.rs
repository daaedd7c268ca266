//! Alignment: one plan's targets judged against another's.
//!
//! For each indicator that either plan has there is one verdict, with the rule that gave it and the
//! two targets it was given. Unlike things are never ranked: whatever differs in what it measures
//! is not comparable, and says why.

mod compare;
#[cfg(any(not(target_arch = "wasm32"), feature = "workshop"))]
mod summary;
mod table;

pub use compare::{compare, compare_over_time};
#[cfg(any(not(target_arch = "wasm32"), feature = "workshop"))]
pub use summary::summary;
pub use table::{Choice, Row, answers_older_plan, choose, columns, rows};

use crate::dataset::DataSet;
use crate::list::List;
use crate::model::{Better, IndicatorId, Plan, Target};

/// What came of judging a plan's target against the baseline's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Worse than the baseline, in the indicator's direction.
    Weaker,
    /// The baseline has it, the plan does not.
    Missing,
    /// The same value.
    Equal,
    /// Better than the baseline, in the indicator's direction.
    Stronger,
    /// The plan has it, the baseline does not.
    Extra,
    /// Both have it, but measure unlike things.
    NotComparable(Unlike),
    /// The baseline has it, and it cannot apply to the plan's level.
    NotApplicable,
}

impl Verdict {
    /// The name used in exports and addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Weaker => "weaker",
            Self::Missing => "missing",
            Self::Equal => "equal",
            Self::Stronger => "stronger",
            Self::Extra => "extra",
            Self::NotComparable(_) => "not_comparable",
            Self::NotApplicable => "not_applicable",
        }
    }
}

/// Why two targets for one indicator are not comparable.
///
/// Where several reasons hold, the first of this order is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unlike {
    /// A fault of the source text: which indicator the figure belongs to is not certain.
    Defect,
    /// The units differ.
    Unit,
    /// Absolute counts of a nation and a province, or of two provinces.
    AbsoluteCount,
    /// What the percentage is of differs, or one text does not say.
    Base,
    /// One is a part of another target, and the wholes differ.
    Nested,
    /// The years differ.
    Horizon,
    /// One range lies inside the other: one end is better, the other worse.
    Range,
}

impl Unlike {
    /// The name used in exports.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Defect => "defect",
            Self::Unit => "unit",
            Self::AbsoluteCount => "absolute_count",
            Self::Base => "base",
            Self::Nested => "nested",
            Self::Horizon => "horizon",
            Self::Range => "range",
        }
    }
}

/// Which side binds more tightly where the values are equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stricter {
    /// The plan: "over 10" against 10.
    Plan,
    /// The baseline.
    Baseline,
}

/// One verdict with what it was given on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Alignment<'a> {
    /// The indicator judged.
    pub indicator: &'a IndicatorId,
    /// The plan's target, where it has one.
    pub target: Option<&'a Target>,
    /// The baseline's target, where it has one.
    pub baseline: Option<&'a Target>,
    /// The verdict.
    pub verdict: Verdict,
    /// Which side is stricter, with [`Verdict::Equal`] only.
    pub stricter: Option<Stricter>,
}

/// Judges every indicator that either plan has, in the order of the indicators.
pub fn align<'a>(data: &'a DataSet, plan: &'a Plan, baseline: &'a Plan) -> Vec<Alignment<'a>> {
    align_with(data, plan, (baseline, &ByIndicator::of(data, baseline)))
}

/// A plan's targets for each indicator, in the order of the text.
pub(crate) struct ByIndicator<'a> {
    targets: Vec<&'a Target>,
    /// Where those of each indicator begin, in the order of the indicators, and where the last end.
    starts: Vec<usize>,
}

impl<'a> ByIndicator<'a> {
    pub(crate) fn of(data: &DataSet, plan: &'a Plan) -> Self {
        let place = |target: &Target| target.indicator.as_ref().and_then(|id| data.indicator_place(id));
        let known = plan.targets.iter().filter_map(|target| Some((place(target)?, target))).list();
        let mut starts = vec![0; data.indicators.len() + 1];
        for (place, _) in &known {
            starts[place + 1] += 1;
        }
        for place in 1..starts.len() {
            starts[place] += starts[place - 1];
        }
        let mut next = starts.clone();
        let mut targets = known.iter().map(|(_, target)| *target).list();
        for (place, target) in known {
            targets[next[place]] = target;
            next[place] += 1;
        }
        Self { targets, starts }
    }

    /// Those for the indicator at this place in the list.
    fn at(&self, place: usize) -> &[&'a Target] {
        &self.targets[self.starts[place]..self.starts[place + 1]]
    }
}

/// The same against a baseline that several plans are judged against, whose targets are sorted but once.
pub(crate) fn align_with<'a>(
    data: &'a DataSet,
    plan: &'a Plan,
    (baseline, theirs): (&'a Plan, &ByIndicator<'a>),
) -> Vec<Alignment<'a>> {
    let ours = ByIndicator::of(data, plan);
    let judged = data.indicators.iter().enumerate().filter(|(_, indicator)| indicator.better != Better::None);
    judged
        .filter_map(|(place, indicator)| {
            let (target, base) = closest(ours.at(place), theirs.at(place));
            let (verdict, stricter) = match (target, base) {
                (None, None) => return None,
                (Some(_), None) => (Verdict::Extra, None),
                (None, Some(_)) if !indicator.levels.contains(&plan.level) => (Verdict::NotApplicable, None),
                (None, Some(_)) => (Verdict::Missing, None),
                (Some(t), Some(b)) => compare(indicator, (plan, t), (baseline, b)),
            };
            Some(Alignment { indicator: &indicator.id, target, baseline: base, verdict, stricter })
        })
        .list()
}

/// Of several targets for one indicator, the pair that shares base and year, else the last of each.
pub(crate) fn closest<'a>(ours: &[&'a Target], theirs: &[&'a Target]) -> (Option<&'a Target>, Option<&'a Target>) {
    if let ([a], [b]) = (ours, theirs) {
        return (Some(*a), Some(*b));
    }
    let likeness = |a: &Target, b: &Target| u8::from(a.year == b.year) * 2 + u8::from(a.base == b.base);
    let pairs = ours.iter().flat_map(|a| theirs.iter().map(move |b| (*a, *b)));
    match pairs.max_by_key(|(a, b)| likeness(a, b)) {
        Some((a, b)) => (Some(a), Some(b)),
        None => (ours.last().copied(), theirs.last().copied()),
    }
}

/// The plans that a plan is judged against in the data package: every other whose period meets its
/// own, and the national ones just before and after.
pub fn baselines<'a>(data: &'a DataSet, plan: &'a Plan) -> impl Iterator<Item = &'a Plan> {
    data.plans.iter().filter(move |other| {
        let national = other.level == crate::model::Level::National;
        let next = other.period.0 == plan.period.1 + 1 || other.period.1 == plan.period.0 - 1;
        other.id != plan.id && (other.shares_period_with(plan) || (national && next))
    })
}

/// How many of each verdict, in the order weaker, missing, equal, stronger, extra, not comparable,
/// not applicable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Worse than the baseline.
    pub weaker: usize,
    /// Not set by the plan.
    pub missing: usize,
    /// The same value.
    pub equal: usize,
    /// Better than the baseline.
    pub stronger: usize,
    /// Not set by the baseline.
    pub extra: usize,
    /// Unlike things.
    pub not_comparable: usize,
    /// Cannot apply.
    pub not_applicable: usize,
}

impl Counts {
    /// Counts the verdicts of some alignments.
    pub fn of<'a>(alignments: impl IntoIterator<Item = &'a Alignment<'a>>) -> Self {
        let mut counts = Self::default();
        for alignment in alignments {
            *match alignment.verdict {
                Verdict::Weaker => &mut counts.weaker,
                Verdict::Missing => &mut counts.missing,
                Verdict::Equal => &mut counts.equal,
                Verdict::Stronger => &mut counts.stronger,
                Verdict::Extra => &mut counts.extra,
                Verdict::NotComparable(_) => &mut counts.not_comparable,
                Verdict::NotApplicable => &mut counts.not_applicable,
            } += 1;
        }
        counts
    }
}

#[cfg(test)]
mod tests;

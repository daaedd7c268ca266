//! Two targets for one indicator.

use super::{Stricter, Unlike, Verdict};
use crate::model::{Better, Comparator, Indicator, Level, Plan, Quantity, Target};

/// Judges a plan's target against a baseline's for the same indicator.
///
/// Each target comes with the plan it stands in, which knows its level and the targets that it may
/// be a part of.
pub fn compare(
    indicator: &Indicator,
    (plan, target): (&Plan, &Target),
    (baseline, base): (&Plan, &Target),
) -> (Verdict, Option<Stricter>) {
    if let Some(reason) = unlike(indicator, (plan, target), (baseline, base)) {
        return (Verdict::NotComparable(reason), None);
    }
    rank(indicator.better, target.quantity(), base.quantity())
}

/// The same for a plan and the one before it, whose years differ by what they are.
pub fn compare_over_time(
    indicator: &Indicator,
    late: (&Plan, &Target),
    early: (&Plan, &Target),
) -> (Verdict, Option<Stricter>) {
    match unlike(indicator, late, early).filter(|reason| *reason != Unlike::Horizon) {
        Some(reason) => (Verdict::NotComparable(reason), None),
        None => rank(indicator.better, late.1.quantity(), early.1.quantity()),
    }
}

fn unlike(
    indicator: &Indicator,
    (plan, target): (&Plan, &Target),
    (baseline, base): (&Plan, &Target),
) -> Option<Unlike> {
    if target.has_flag("spliced") || base.has_flag("spliced") {
        return Some(Unlike::Defect);
    }
    if target.unit != base.unit {
        return Some(Unlike::Unit);
    }
    let same_population = match (plan.level, baseline.level) {
        (Level::National, Level::National) => true,
        (Level::Province, Level::Province) => plan.province == baseline.province,
        _ => false,
    };
    if indicator.absolute && !same_population {
        return Some(Unlike::AbsoluteCount);
    }
    if !same_base(indicator, target, base) {
        return Some(Unlike::Base);
    }
    if !same_whole((plan, target), (baseline, base)) {
        return Some(Unlike::Nested);
    }
    (target.year != base.year).then_some(Unlike::Horizon)
}

/// Where the indicator has been set with one base only, the indicator itself fixes it; otherwise a
/// base that a text does not state is not known to be the other's.
fn same_base(indicator: &Indicator, a: &Target, b: &Target) -> bool {
    if indicator.bases.is_empty() {
        return true;
    }
    let fixed = if indicator.bases.len() == 1 { indicator.bases.first() } else { None };
    match (a.base.as_ref().or(fixed), b.base.as_ref().or(fixed)) {
        (Some(a), Some(b)) => a == b,
        _ => false,
    }
}

/// A share of a share can be ranked only where the whole it is a share of is the same: 50 % of 30 %
/// and 80 % of 50 % are shares of different wholes.
fn same_whole((plan, a): (&Plan, &Target), (baseline, b): (&Plan, &Target)) -> bool {
    let whole_of = |plan: &Plan, t: &Target| t.part_of.as_ref().and_then(|id| plan.target(id)).map(Target::quantity);
    match (whole_of(plan, a), whole_of(baseline, b)) {
        (None, None) => true,
        (Some(a), Some(b)) => a == b,
        _ => false,
    }
}

fn rank(better: Better, ours: Quantity, theirs: Quantity) -> (Verdict, Option<Stricter>) {
    let (mut ours_bounds, mut theirs_bounds) = (ours.bounds(), theirs.bounds());
    if better == Better::Lower {
        // Mirrored, so that more is better from here on.
        ours_bounds = (-ours_bounds.1, -ours_bounds.0);
        theirs_bounds = (-theirs_bounds.1, -theirs_bounds.0);
    }
    let (low, high) = (ours_bounds.0.total_cmp(&theirs_bounds.0), ours_bounds.1.total_cmp(&theirs_bounds.1));
    if low.is_eq() && high.is_eq() {
        let tightness = tightness(better, ours.comparator).cmp(&tightness(better, theirs.comparator));
        let stricter = match tightness {
            std::cmp::Ordering::Greater => Some(Stricter::Plan),
            std::cmp::Ordering::Less => Some(Stricter::Baseline),
            std::cmp::Ordering::Equal => None,
        };
        return (Verdict::Equal, stricter);
    }
    let verdict = if low.is_ge() && high.is_ge() {
        Verdict::Stronger
    } else if low.is_le() && high.is_le() {
        Verdict::Weaker
    } else {
        Verdict::NotComparable(Unlike::Range)
    };
    (verdict, None)
}

/// How tightly a comparator binds at the same figure, in the direction that is better.
///
/// Over 10 is tighter than at least 10, which is taken as tight as a bare 10 but for its openness:
/// a plan that says "from 55 % up" wants at least what "55 %" wants, and more if it can. "About" is
/// looser than the bare figure, and so is a bound on the wrong side.
fn tightness(better: Better, comparator: Comparator) -> i8 {
    match (better, comparator) {
        (Better::Lower, Comparator::Lt) | (Better::Higher | Better::None, Comparator::Gt) => 3,
        (Better::Lower, Comparator::Lte) | (Better::Higher | Better::None, Comparator::Gte) => 2,
        (_, Comparator::Eq | Comparator::Range) => 1,
        (_, Comparator::Approx) => 0,
        (Better::Lower, Comparator::Gte | Comparator::Gt) => -1,
        (Better::Higher | Better::None, Comparator::Lte | Comparator::Lt) => -1,
    }
}

//! One indicator in time: the targets of the national plans as steps, measured results as dots.
//!
//! Positions are in the units of a picture [`WIDTH`] by [`HEIGHT`], y downwards.

use crate::dataset::DataSet;
use crate::model::{Basis, Indicator, Level, Outcome, Plan, Status, Target};

/// Width of the picture.
pub const WIDTH: f64 = 340.0;
/// Height of the picture.
pub const HEIGHT: f64 = 150.0;
const LEFT: f64 = 8.0;
const RIGHT: f64 = 8.0;
const TOP: f64 = 22.0;
const BOTTOM: f64 = 20.0;

/// A target as a step over its plan's years, up to its horizon.
#[derive(Debug, Clone, Copy)]
pub struct Step<'a> {
    /// Its plan.
    pub plan: &'a Plan,
    /// The target.
    pub target: &'a Target,
    /// Left end.
    pub x1: f64,
    /// Right end.
    pub x2: f64,
    /// Height of the figure, or of a range's lower end.
    pub y: f64,
    /// Height of a range's upper end.
    pub y_max: Option<f64>,
    /// Whether the plan was never in force as it stands, or is known from the press only.
    pub faint: bool,
}

/// A measured result.
#[derive(Debug, Clone, Copy)]
pub struct Dot<'a> {
    /// The result.
    pub outcome: &'a Outcome,
    /// Where its year stands.
    pub x: f64,
    /// Height of its figure.
    pub y: f64,
    /// A forecast, a doubt, or another base than the first target's.
    pub hollow: bool,
}

/// The whole picture.
#[derive(Debug, Clone)]
pub struct Chart<'a> {
    /// First and last year.
    pub years: (i32, i32),
    /// Targets of national plans, oldest first.
    pub steps: Vec<Step<'a>>,
    /// Results of the nation with a year, oldest first.
    pub dots: Vec<Dot<'a>>,
    /// The years to name below, with their place.
    pub ticks: Vec<(i32, f64)>,
    /// Height of nought.
    pub ground: f64,
}

/// Draws an indicator of the nation; none where no national plan sets it.
pub fn chart<'a>(data: &'a DataSet, indicator: &'a Indicator) -> Option<Chart<'a>> {
    let national = data.plans.iter().filter(|plan| plan.level == Level::National);
    let targets: Vec<_> =
        national.flat_map(|plan| plan.targets_for(&indicator.id).map(move |target| (plan, target))).collect();
    let (_, first_target) = *targets.first()?;
    let outcomes = data.outcomes.iter().filter(|x| x.indicator == indicator.id && x.place.is_none());
    let outcomes: Vec<_> = outcomes.filter_map(|x| x.year.map(|year| (year, x))).collect();

    let plan_years = data.plans.iter().filter(|plan| plan.level == Level::National).map(|plan| plan.period);
    let first = plan_years.clone().map(|p| p.0).chain(outcomes.iter().map(|(year, _)| *year)).min()?;
    let last = plan_years.map(|p| p.1).max()?;
    let highest = targets
        .iter()
        .map(|(_, target)| target.quantity().bounds().1)
        .chain(outcomes.iter().map(|(_, x)| x.quantity().bounds().1))
        .fold(0.0, f64::max);
    let span = f64::from(last - first + 1);
    let x = |year: i32, part: f64| LEFT + (f64::from(year - first) + part) / span * (WIDTH - LEFT - RIGHT);
    let y = |value: f64| {
        let part = if highest > 0.0 { value / highest } else { 0.0 };
        HEIGHT - BOTTOM - part * (HEIGHT - TOP - BOTTOM)
    };

    let steps = targets.iter().map(|&(plan, target)| Step {
        plan,
        target,
        x1: x(plan.period.0, 0.0),
        x2: x(target.year, 1.0),
        y: y(target.value),
        y_max: target.value_max.map(y),
        faint: plan.basis == Basis::Press || matches!(plan.status, Status::Draft | Status::Superseded),
    });
    let dots = outcomes.iter().map(|&(year, outcome)| Dot {
        outcome,
        x: x(year, 0.5),
        y: y(outcome.value),
        hollow: ["forecast", "scenario", "other_scope", "outlier", "opinion"].iter().any(|f| outcome.has_flag(f))
            || (outcome.base.is_some() && first_target.base.is_some() && outcome.base != first_target.base),
    });
    Some(Chart {
        years: (first, last),
        steps: steps.collect(),
        dots: dots.collect(),
        ticks: (first..=last).filter(|year| year % 5 == 0).map(|year| (year, x(year, 0.5))).collect(),
        ground: y(0.0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::bundled;
    use crate::model::Better;

    #[test]
    fn everything_drawn_lies_inside_the_picture() {
        let data = bundled().expect("the bundled data is sound");
        let mut drawn = 0;
        for indicator in data.indicators.iter().filter(|i| i.better != Better::None) {
            let Some(chart) = chart(&data, indicator) else { continue };
            drawn += 1;
            for step in &chart.steps {
                assert!(step.x1 >= 0.0 && step.x2 <= WIDTH && step.x1 < step.x2, "{step:?}");
                assert!((0.0..=HEIGHT).contains(&step.y) && step.y_max.is_none_or(|max| max < step.y), "{step:?}");
            }
            for dot in &chart.dots {
                assert!((0.0..=WIDTH).contains(&dot.x) && (0.0..=HEIGHT).contains(&dot.y), "{dot:?}");
            }
        }
        assert!(drawn > 20, "{drawn}");
    }

    #[test]
    fn a_context_measure_has_no_picture() {
        let data = bundled().expect("the bundled data is sound");
        let indicator = data.indicator(&"internet_economy_gmv".into()).expect("there");
        assert!(chart(&data, indicator).is_none());
    }
}

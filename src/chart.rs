//! One indicator in time: the targets of the national plans as steps, measured results as dots,
//! each labelled where there is room for it.
//!
//! Positions are in the units of a picture of the given [`Size`], y downwards.

mod labels;

pub use labels::{Anchor, Label, Of};

use crate::dataset::DataSet;
use crate::i18n::Lang;
use crate::list::List;
use crate::model::{Basis, Indicator, Level, Outcome, Plan, Target};
use crate::outcome::{is_binding, is_doubtful, may_share_base};
use crate::sort;

/// How large the picture is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// Whether there is room to name each step's plan.
    pub names: bool,
}

/// For a small multiple, and for a phone.
pub const SMALL: Size = Size { width: 340.0, height: 150.0, names: false };
/// For a page of its own.
pub const LARGE: Size = Size { width: 640.0, height: 280.0, names: true };

const LEFT: f64 = 8.0;
const RIGHT: f64 = 8.0;
const TOP: f64 = 26.0;
const BOTTOM: f64 = 20.0;

/// How a target's plan stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// Signed, and its document was read.
    Read,
    /// Signed, and known from the press only.
    Press,
    /// Never in force.
    Draft,
}

impl Form {
    /// All, in the order of display.
    pub const ALL: [Self; 3] = [Self::Read, Self::Press, Self::Draft];

    /// How a plan stands.
    pub fn of(plan: &Plan) -> Self {
        match plan.basis {
            _ if !is_binding(plan) => Self::Draft,
            Basis::Document => Self::Read,
            Basis::Press => Self::Press,
        }
    }

    /// The name used in styles.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Press => "press",
            Self::Draft => "draft",
        }
    }
}

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
    /// How its plan stands.
    pub form: Form,
}

/// How a result is to be read beside the targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// It measures what the target set.
    Measured,
    /// It would, but something about it is in doubt, or it is a forecast.
    Doubtful,
    /// It is of another base than the target of its years.
    OtherBase,
}

impl Mark {
    /// All, in the order of display.
    pub const ALL: [Self; 3] = [Self::Measured, Self::Doubtful, Self::OtherBase];

    /// The name used in styles.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Measured => "measured",
            Self::Doubtful => "doubtful",
            Self::OtherBase => "other-base",
        }
    }
}

/// A measured result; several that agree are one dot.
#[derive(Debug, Clone)]
pub struct Dot<'a> {
    /// The results.
    pub outcomes: Vec<&'a Outcome>,
    /// Where its year stands, a little beside it where dots crowd.
    pub x: f64,
    /// Height of its figure, or of a range's lower end.
    pub y: f64,
    /// Height of a range's upper end.
    pub y_max: Option<f64>,
    /// How it is to be read.
    pub mark: Mark,
}

/// The whole picture.
#[derive(Debug, Clone)]
pub struct Chart<'a> {
    /// How large it is.
    pub size: Size,
    /// First and last year.
    pub years: (i32, i32),
    /// Targets of national plans, oldest first.
    pub steps: Vec<Step<'a>>,
    /// Results of the nation with a year, oldest first.
    pub dots: Vec<Dot<'a>>,
    /// What is written beside steps and dots.
    pub labels: Vec<Label>,
    /// The years to name below, with their place.
    pub ticks: Vec<(i32, f64)>,
    /// Height of nought.
    pub ground: f64,
}

/// Draws an indicator of the nation; none where no national plan sets it.
pub fn chart<'a>(data: &'a DataSet, indicator: &'a Indicator, size: Size, lang: Lang) -> Option<Chart<'a>> {
    let national = || data.plans.iter().filter(|plan| plan.level == Level::National);
    // A reader's own plan may set the indicator in another unit: no place on this scale.
    let drawn = |target: &&Target| target.unit == indicator.unit;
    let targets: Vec<(&Plan, &Target)> = national()
        .flat_map(|plan| plan.targets_for(&indicator.id).filter(drawn).map(move |target| (plan, target)))
        .list();
    let outcomes = data.outcomes.iter().filter(|x| x.indicator == indicator.id && x.place.is_none());
    let outcomes: Vec<(i32, &Outcome)> = outcomes.filter_map(|x| x.year.map(|year| (year, x))).list();
    if targets.is_empty() {
        return None;
    }

    let first = national().map(|plan| plan.period.0).chain(outcomes.iter().map(|(year, _)| *year)).min()?;
    let last = national().map(|plan| plan.period.1).max()?;
    let tops = targets.iter().map(|(_, t)| t.quantity()).chain(outcomes.iter().map(|(_, x)| x.quantity()));
    let highest = tops.map(|quantity| quantity.bounds().1).fold(0.0, f64::max);
    let scale = Scale { size, first, last, highest };

    let mut chart = Chart {
        size,
        years: (first, last),
        steps: steps(&targets, &scale),
        dots: dots(data, &targets, &outcomes, &scale),
        labels: Vec::new(),
        ticks: (first..=last).filter(|year| year % 5 == 0).map(|year| (year, scale.x(year, 0.5))).list(),
        ground: scale.y(0.0),
    };
    chart.labels = labels::labels(data, &chart, lang);
    Some(chart)
}

/// From years and figures to places.
struct Scale {
    size: Size,
    first: i32,
    last: i32,
    highest: f64,
}

impl Scale {
    /// Where a part (0 to 1) of a year stands.
    fn x(&self, year: i32, part: f64) -> f64 {
        let span = f64::from(self.last - self.first + 1);
        LEFT + (f64::from(year - self.first) + part) / span * (self.size.width - LEFT - RIGHT)
    }

    /// How high a figure stands.
    fn y(&self, value: f64) -> f64 {
        let part = if self.highest > 0.0 { value / self.highest } else { 0.0 };
        self.size.height - BOTTOM - part * (self.size.height - TOP - BOTTOM)
    }
}

fn steps<'a>(targets: &[(&'a Plan, &'a Target)], scale: &Scale) -> Vec<Step<'a>> {
    let mut steps: Vec<Step<'a>> = Vec::new();
    for &(plan, target) in targets {
        let form = Form::of(plan);
        let (x1, x2) = (scale.x(plan.period.0, 0.0), scale.x(target.year, 1.0));
        steps.push(Step {
            plan,
            target,
            x1,
            x2,
            y: scale.y(target.value),
            y_max: target.value_max.map(|v| scale.y(v)),
            form,
        });
    }
    // A draft's line that would lie on a signed plan's is drawn just under it, so that both are seen.
    let signed: Vec<(f64, f64)> = steps.iter().filter(|s| s.form != Form::Draft).map(|s| (s.x2, s.y)).list();
    for step in steps.iter_mut().filter(|step| step.form == Form::Draft && step.y_max.is_none()) {
        if signed.iter().any(|(x2, y)| (step.x2 - x2).abs() < 1.0 && (step.y - y).abs() < 4.0) {
            step.y += 4.0;
        }
    }
    steps
}

fn dots<'a>(
    data: &DataSet,
    targets: &[(&Plan, &Target)],
    outcomes: &[(i32, &'a Outcome)],
    scale: &Scale,
) -> Vec<Dot<'a>> {
    let mut dots: Vec<(i32, Dot<'a>)> = Vec::new();
    for &(year, outcome) in outcomes {
        let mark = mark(data, targets, year, outcome);
        let same = |dot: &Dot<'_>| {
            let other = dot.outcomes[0].quantity();
            (other.value, other.value_max) == (outcome.value, outcome.value_max)
                && (dot.mark == Mark::OtherBase) == (mark == Mark::OtherBase)
        };
        match dots.iter_mut().find(|(y, dot)| *y == year && same(dot)) {
            Some((_, dot)) => {
                // A figure that one source gives beyond doubt is not in doubt because another does.
                dot.mark = dot.mark.min(mark);
                dot.outcomes.push(outcome);
            }
            None => {
                let (x, y) = (scale.x(year, 0.5), scale.y(outcome.value));
                let y_max = outcome.value_max.map(|value| scale.y(value));
                dots.push((year, Dot { outcomes: vec![outcome], x, y, y_max, mark }));
            }
        }
    }
    sort::by(&mut dots, |(a, p), (b, q)| a.cmp(b).then(p.y.total_cmp(&q.y)));
    let mut dots: Vec<Dot<'a>> = dots.into_iter().map(|(_, dot)| dot).list();
    spread(&mut dots);
    dots
}

/// Puts dots of one year that would cover each other side by side.
fn spread(dots: &mut [Dot<'_>]) {
    const APART: f64 = 7.0;
    for crowd in dots.chunk_by_mut(|a, b| (a.x - b.x).abs() < 0.1 && (a.y - b.y).abs() < APART) {
        let mut aside = -(crowd.iter().skip(1).map(|_| APART).sum::<f64>()) / 2.0;
        for dot in crowd {
            dot.x += aside;
            aside += APART;
        }
    }
}

fn mark(data: &DataSet, targets: &[(&Plan, &Target)], year: i32, outcome: &Outcome) -> Mark {
    // The target of its years; results older than every plan stand beside the first.
    let of_its_years = targets.iter().rev().find(|(plan, _)| (plan.period.0..=plan.period.1).contains(&year));
    match of_its_years.or(targets.first()) {
        // Where the plan does not say what its own figure is of, the two may be alike or not.
        Some((_, target)) if !may_share_base(data, target, outcome) => {
            if target.base.is_some() {
                Mark::OtherBase
            } else {
                Mark::Doubtful
            }
        }
        _ if is_doubtful(data, outcome) => Mark::Doubtful,
        _ => Mark::Measured,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::bundled;
    use crate::model::Better;

    fn data() -> DataSet {
        bundled().expect("the bundled data is sound")
    }

    #[test]
    fn everything_drawn_lies_inside_the_picture() {
        let data = data();
        let mut drawn = 0;
        let targeted = data.indicators.iter().filter(|i| i.better != Better::None);
        for (indicator, size) in targeted.flat_map(|i| [(i, SMALL), (i, LARGE)]) {
            let Some(chart) = chart(&data, indicator, size, Lang::En) else { continue };
            drawn += 1;
            for step in &chart.steps {
                assert!(step.x1 >= 0.0 && step.x2 <= size.width && step.x1 < step.x2, "{step:?}");
                assert!((0.0..=size.height).contains(&step.y) && step.y_max.is_none_or(|max| max < step.y), "{step:?}");
            }
            for dot in &chart.dots {
                assert!((0.0..=size.width).contains(&dot.x) && (0.0..=size.height).contains(&dot.y), "{dot:?}");
            }
        }
        assert!(drawn > 40, "{drawn}");
    }

    #[test]
    fn a_context_measure_has_no_picture() {
        let data = data();
        let indicator = data.indicator(&"internet_economy_gmv".into()).expect("there");
        assert!(chart(&data, indicator, SMALL, Lang::Vi).is_none());
    }

    #[test]
    fn dots_say_how_they_are_to_be_read() {
        let data = data();
        let marks = |indicator: &str, year: i32| -> Vec<Mark> {
            let indicator = data.indicator(&indicator.into()).expect("there");
            let chart = chart(&data, indicator, SMALL, Lang::Vi).expect("drawn");
            let of_year = chart.dots.iter().filter(|dot| dot.outcomes[0].year == Some(year));
            of_year.map(|dot| dot.mark).collect()
        };
        assert_eq!(marks("online_shoppers_share", 2019), [Mark::OtherBase, Mark::Measured]);
        assert_eq!(marks("b2c_revenue", 2020), [Mark::Measured], "two sources agree, one of them unnamed");
        assert_eq!(marks("b2c_revenue", 2019), [Mark::Doubtful, Mark::Doubtful], "12 and 10.08, the latter from two");
        assert_eq!(marks("online_shoppers_share", 2024), [Mark::OtherBase], "adults, where the plan counts everybody");
    }

    #[test]
    fn dots_of_one_year_never_cover_each_other() {
        let data = data();
        for indicator in &data.indicators {
            let Some(chart) = chart(&data, indicator, SMALL, Lang::Vi) else { continue };
            for (i, a) in chart.dots.iter().enumerate() {
                for b in &chart.dots[i + 1..] {
                    assert!((a.x - b.x).hypot(a.y - b.y) > 5.0, "{}: {a:?} {b:?}", indicator.id);
                }
            }
        }
    }
}

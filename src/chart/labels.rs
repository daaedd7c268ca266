//! What is written into a picture, and where: beside what it belongs to, over nothing else.

use super::{Chart, Dot, Form, Mark, Step};
use crate::dataset::DataSet;
use crate::i18n::{Lang, number};
use crate::list::List;
use crate::model::{Comparator, Quantity, Unit};
use crate::outcome::judge;

/// Which point of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

impl Anchor {
    /// The name used in SVG.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// What a text belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// A step.
    Step(Form),
    /// A dot.
    Dot(Mark),
}

/// A text in the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// What it says.
    pub text: String,
    /// What it belongs to.
    pub of: Of,
    /// Where it stands.
    pub x: f64,
    /// The height of its base line.
    pub y: f64,
    /// Which point of it stands there.
    pub anchor: Anchor,
}

/// Height of the letters.
const LETTER: f64 = 12.0;
/// Width of a letter of half-bold figures and small words, on average.
const ADVANCE: f64 = 6.7;

/// The texts of a picture: every step's figure, the figures that decide a target, and the others
/// where there is room.
pub(super) fn labels(data: &DataSet, chart: &Chart<'_>, lang: Lang) -> Vec<Label> {
    // The unit's name stands in the upper left corner.
    let mut page = Page {
        chart,
        taken: vec![Box { x: 0.0, y: 0.0, width: 8.0 * ADVANCE, height: LETTER + 2.0 }],
        labels: Vec::new(),
    };
    for step in &chart.steps {
        page.taken.push(Box { x: step.x1, y: step.y - 1.5, width: step.x2 - step.x1, height: 3.0 });
    }
    for dot in &chart.dots {
        let top = dot.y_max.unwrap_or(dot.y);
        page.taken.push(Box { x: dot.x - 4.0, y: top - 4.0, width: 8.0, height: dot.y - top + 8.0 });
    }
    for step in &chart.steps {
        page.write(step_text(step, chart.size.names, lang), Of::Step(step.form), &step_spots(step), true);
    }
    let deciding = |dot: &Dot<'_>| {
        chart.steps.iter().any(|step| {
            let judgement = judge(data, step.plan, step.target);
            step.form != Form::Draft && judgement.deciding.iter().any(|x| dot.outcomes.iter().any(|y| y.id == x.id))
        })
    };
    let (first, others): (Vec<_>, Vec<_>) = chart.dots.iter().partition(|dot| deciding(dot));
    for dot in first {
        page.write(figure(dot.outcomes[0].quantity(), lang), Of::Dot(dot.mark), &dot_spots(dot), true);
    }
    for dot in others.into_iter().rev() {
        page.write(figure(dot.outcomes[0].quantity(), lang), Of::Dot(dot.mark), &dot_spots(dot), false);
    }
    page.labels
}

/// A figure as short as it can be: its unit stands in the corner, but for the percent sign.
fn figure(quantity: Quantity, lang: Lang) -> String {
    let sign = match quantity.comparator {
        Comparator::Eq | Comparator::Range => "",
        Comparator::Gte => "≥ ",
        Comparator::Gt => "> ",
        Comparator::Lte => "≤ ",
        Comparator::Lt => "< ",
        Comparator::Approx => "≈ ",
    };
    let value = match quantity.value_max {
        Some(max) => format!("{}–{}", number(quantity.value, lang), number(max, lang)),
        None => number(quantity.value, lang),
    };
    let unit = match (quantity.unit, lang) {
        (Unit::Percent | Unit::PercentPerYear, Lang::Vi) => "\u{a0}%",
        (Unit::Percent | Unit::PercentPerYear, Lang::En) => "%",
        _ => "",
    };
    format!("{sign}{value}{unit}")
}

fn step_text(step: &Step<'_>, names: bool, lang: Lang) -> String {
    let figure = figure(step.target.quantity(), lang);
    let draft = match lang {
        Lang::Vi => "dự thảo",
        Lang::En => "draft",
    };
    match step.form {
        Form::Draft => format!("{figure} {draft}"),
        _ if names => format!("{figure} {}", step.plan.short.get(lang)),
        _ => figure,
    }
}

type Spot = (f64, f64, Anchor);

fn step_spots(step: &Step<'_>) -> Vec<Spot> {
    let (above, below) = (step.y_max.unwrap_or(step.y) - 5.0, step.y + LETTER + 1.0);
    let (start, end) = ((step.x1, Anchor::Start), (step.x2, Anchor::End));
    let middle = (f64::midpoint(step.x1, step.x2), Anchor::Middle);
    // Two plans of one period write at different ends.
    let order = if step.form == Form::Draft { [end, middle, start] } else { [start, middle, end] };
    let heights = if step.form == Form::Draft { [below, above] } else { [above, below] };
    let near = heights.into_iter().flat_map(|y| order.map(|(x, anchor)| (x, y, anchor)));
    let far = [above - LETTER, below + LETTER].into_iter().flat_map(|y| order.map(|(x, anchor)| (x, y, anchor)));
    near.chain(far).list()
}

fn dot_spots(dot: &Dot<'_>) -> Vec<Spot> {
    let top = dot.y_max.unwrap_or(dot.y);
    vec![
        (dot.x, top - 6.0, Anchor::Middle),
        (dot.x + 6.0, dot.y + 4.0, Anchor::Start),
        (dot.x - 6.0, dot.y + 4.0, Anchor::End),
        (dot.x, dot.y + LETTER + 4.0, Anchor::Middle),
        (dot.x + 4.0, top - 5.0, Anchor::Start),
        (dot.x - 4.0, top - 5.0, Anchor::End),
    ]
}

#[derive(Debug, Clone, Copy)]
struct Box {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

impl Box {
    /// The box of a text.
    fn of(text: &str, (x, y, anchor): Spot) -> Self {
        let letters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        let width = f64::from(letters) * ADVANCE;
        let before = match anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => width / 2.0,
            Anchor::End => width,
        };
        Self { x: x - before, y: y - LETTER + 2.0, width, height: LETTER }
    }

    /// How much of it another box covers.
    fn overlap(&self, other: &Self) -> f64 {
        let width = (self.x + self.width).min(other.x + other.width) - self.x.max(other.x);
        let height = (self.y + self.height).min(other.y + other.height) - self.y.max(other.y);
        width.max(0.0) * height.max(0.0)
    }
}

struct Page<'a> {
    chart: &'a Chart<'a>,
    taken: Vec<Box>,
    labels: Vec<Label>,
}

impl Page<'_> {
    /// Writes a text at the first free spot; where none is free, at the freest if it must stand at all.
    fn write(&mut self, text: String, of: Of, spots: &[Spot], must: bool) {
        let covered = |spot: &Spot| {
            let letters = Box::of(&text, *spot);
            let page = Box { x: 0.0, y: 0.0, width: self.chart.size.width, height: self.chart.ground };
            let outside = letters.width * letters.height - letters.overlap(&page);
            let covered = outside * 4.0 + self.taken.iter().map(|taken| letters.overlap(taken)).sum::<f64>();
            // Noise in the last binary place must not decide between free spots.
            if covered < 0.01 { 0.0 } else { covered }
        };
        let Some((spot, worst)) =
            spots.iter().map(|spot| (*spot, covered(spot))).min_by(|(_, a), (_, b)| a.total_cmp(b))
        else {
            return;
        };
        if must || worst < 0.5 {
            self.taken.push(Box::of(&text, spot));
            let (x, y, anchor) = spot;
            self.labels.push(Label { text, of, x, y, anchor });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{LARGE, SMALL, chart};
    use super::*;
    use crate::dataset::bundled;

    #[test]
    fn labels_stand_in_the_picture_and_not_on_each_other() {
        let data = bundled().expect("the bundled data is sound");
        let mut written = 0;
        for (indicator, size) in data.indicators.iter().flat_map(|i| [(i, SMALL), (i, LARGE)]) {
            for lang in Lang::ALL {
                let Some(chart) = chart(&data, indicator, size, lang) else { continue };
                let boxes: Vec<_> = chart.labels.iter().map(|l| Box::of(&l.text, (l.x, l.y, l.anchor))).collect();
                for (i, letters) in boxes.iter().enumerate() {
                    written += 1;
                    let at = format!("{} {lang:?} {:?}", indicator.id, chart.labels[i]);
                    assert!(letters.x >= -0.5 && letters.x + letters.width <= size.width + 0.5, "{at}");
                    assert!(letters.y >= -0.5 && letters.y + letters.height <= size.height, "{at}");
                    let overlap: f64 = boxes[i + 1..].iter().map(|other| letters.overlap(other)).sum();
                    assert!(overlap < 1.0, "{at} overlaps by {overlap}");
                }
            }
        }
        assert!(written > 100, "{written}");
    }

    #[test]
    fn every_step_says_its_figure_with_its_comparator() {
        let data = bundled().expect("the bundled data is sound");
        let indicator = data.indicator(&"online_shoppers_share".into()).expect("there");
        let chart = chart(&data, indicator, SMALL, Lang::Vi).expect("drawn");
        let said: Vec<_> = chart.labels.iter().map(|label| label.text.as_str()).collect();
        for text in ["30\u{a0}%", "55\u{a0}%", "≈ 70\u{a0}% dự thảo", "70\u{a0}%", "53\u{a0}%"] {
            assert!(said.contains(&text), "{text} is not in {said:?}");
        }
    }
}

//! An indicator: steps of targets, dots of results.

use super::paint::{EDGE, Letters, Paint, fill, ink, stroke};
use crate::chart::{Chart, Form, LARGE, Mark, Of, chart};
use crate::dataset::DataSet;
use crate::export::Sheet;
use crate::i18n::{Lang, decimal};
use crate::model::{Indicator, Unit};

/// How much larger than on the screen.
const SCALE: f64 = 1.3;

pub(super) fn paint(paint: &mut Paint, data: &DataSet, lang: Lang, indicator: &Indicator, sheet: &Sheet) -> Option<()> {
    let chart = chart(data, indicator, LARGE, lang)?;
    paint.head(LARGE.width * SCALE + 2.0 * EDGE, sheet);
    // Figures carry their per cent; other units are said once.
    let unit = if indicator.unit == Unit::Percent { "" } else { lang.indicators_unit(indicator.unit) };
    paint.group((EDGE, paint.y), SCALE);
    picture(paint, &chart, unit);
    paint.group_end();
    paint.y += LARGE.height * SCALE + 8.0;
    key(paint, lang, &chart);
    Some(())
}

fn picture(paint: &mut Paint, chart: &Chart<'_>, unit: &str) {
    let small = Letters::new(11.0).colour(ink::MUTED);
    let ground = chart.ground;
    paint.line((0.0, ground), (chart.size.width, ground), stroke(ink::RULE, 1.0));
    if !unit.is_empty() {
        paint.words((0.0, 10.0), small, unit);
    }
    for (year, x) in &chart.ticks {
        paint.line((*x, ground), (*x, ground + 4.0), stroke(ink::RULE, 1.0));
        paint.words((*x, chart.size.height - 4.0), small.anchor("middle"), &year.to_string());
    }
    for s in &chart.steps {
        if let Some(max) = s.y_max {
            let colour = if s.form == Form::Draft { "none" } else { ink::NATION_SOFT };
            paint.rect((s.x1, max), (s.x2 - s.x1, s.y - max), fill(colour));
            step(paint, s.form, (s.x1, s.x2, max));
        }
        step(paint, s.form, (s.x1, s.x2, s.y));
    }
    for d in &chart.dots {
        if let Some(max) = d.y_max {
            paint.line((d.x, d.y), (d.x, max), stroke(ink::ACCENT, 1.5));
            dot(paint, d.mark, (d.x, max));
        }
        dot(paint, d.mark, (d.x, d.y));
    }
    for label in &chart.labels {
        let letters = match label.of {
            Of::Step(Form::Draft) => Letters::new(12.0).colour(ink::MUTED),
            Of::Step(_) => Letters::new(12.0).bold().colour(ink::NATION),
            Of::Dot(_) => Letters::new(11.0).colour(ink::ACCENT),
        };
        paint.words((label.x, label.y), letters.anchor(label.anchor.id()), &label.text);
    }
}

fn step(paint: &mut Paint, form: Form, (x1, x2, y): (f64, f64, f64)) {
    let look = match form {
        Form::Read => stroke(ink::NATION, 3.0),
        Form::Press => stroke(ink::NATION, 2.5).dashed("6 3"),
        Form::Draft => stroke(ink::MUTED, 1.5).dashed("2 3"),
    };
    paint.line((x1, y), (x2, y), look);
}

/// A full disc, a ring, or a diamond: the shape says it too.
fn dot(paint: &mut Paint, mark: Mark, (x, y): (f64, f64)) {
    let (inside, edge) = match mark {
        Mark::Measured => (ink::ACCENT, ink::ACCENT),
        Mark::Doubtful => (ink::PAPER, ink::ACCENT),
        Mark::OtherBase => (ink::PAPER, ink::MUTED),
    };
    let look = stroke(edge, 1.5).filled(inside);
    if mark == Mark::OtherBase {
        paint.shape(&format!("path d=\"M{} {}l4 4-4 4-4-4z\"", decimal(x, 1), decimal(y - 4.0, 1)), look);
    } else {
        paint.circle((x, y), 3.5, look);
    }
}

/// What the lines and dots of this picture mean.
fn key(paint: &mut Paint, lang: Lang, chart: &Chart<'_>) {
    let letters = Letters::new(12.0);
    let mut line = |sign: &dyn Fn(&mut Paint, f64), words: &str| {
        let y = paint.y;
        sign(paint, y + 9.0);
        paint.words((EDGE + 34.0, y + 13.0), letters, words);
        paint.y = y + 19.0;
    };
    for form in Form::ALL.into_iter().filter(|form| chart.steps.iter().any(|step| step.form == *form)) {
        line(&|paint, y| step(paint, form, (EDGE, EDGE + 24.0, y)), lang.chart_form(form));
    }
    for mark in Mark::ALL.into_iter().filter(|mark| chart.dots.iter().any(|dot| dot.mark == *mark)) {
        line(&|paint, y| dot(paint, mark, (EDGE + 12.0, y)), lang.chart_mark(mark));
    }
}

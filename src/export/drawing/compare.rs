//! Plans side by side: figures with their verdicts, bars of one scale a row.

use super::paint::{EDGE, Letters, Paint, fill, height, ink, stroke};
use crate::address::CompareState;
use crate::align::{Alignment, Row, Verdict, choose, columns, rows};
use crate::dataset::DataSet;
use crate::export::Sheet;
use crate::i18n::{Lang, quantity};
use crate::model::{Level, Plan, Target};

/// How wide the names of indicators are, and each plan's column.
const NAME: f64 = 300.0;
const COLUMN: f64 = 220.0;
/// What stays free at the right of a column.
const GAP: f64 = 18.0;
const BAR: f64 = 5.0;

const FIGURE: Letters = Letters::new(13.5).bold();
const ABOUT: Letters = Letters::new(11.0).colour(ink::MUTED);
const HEAD: Letters = Letters::new(13.0).bold();

pub(super) fn paint(paint: &mut Paint, data: &DataSet, lang: Lang, state: &CompareState, sheet: &Sheet) -> Option<()> {
    let choice = choose(data, state)?;
    let rows = rows(data, state, &columns(data, &choice));
    let plans = || [choice.baseline].into_iter().chain(choice.plans.iter().copied());
    let columns: f64 = plans().map(|_| COLUMN).sum();
    paint.head(2.0 * EDGE + NAME + columns, sheet);
    let width = paint.width;
    let top = paint.y;
    let mut bottom = top;
    let mut x = EDGE + NAME;
    for plan in plans() {
        let (sign, hue) = match plan.level {
            Level::National => ("■", ink::NATION),
            Level::Province => ("●", ink::PROVINCE),
        };
        let role =
            if plan.id == choice.baseline.id { format!(" ({})", lang.compare_baseline()) } else { String::new() };
        let name = format!("{sign} {}{role}", plan.short.get(lang));
        bottom = paint.wrapped((x, top), COLUMN - GAP, HEAD.colour(hue), &name).max(bottom);
        x += COLUMN;
    }
    paint.words((EDGE, top + HEAD.size), HEAD, lang.compare_indicator());
    paint.line((EDGE, bottom + 4.0), (width - EDGE, bottom + 4.0), stroke(ink::RULE, 1.5));
    paint.y = bottom + 8.0;
    if rows.is_empty() {
        paint.y = paint.wrapped((EDGE, paint.y), width - 2.0 * EDGE, ABOUT, lang.compare_no_rows());
    }
    let mut group = None;
    for row in &rows {
        // By verdict the groups are mixed, and so not named.
        if !state.by_verdict && group != Some(row.indicator.group) {
            group = Some(row.indicator.group);
            let name = data.indicator_group(&row.indicator.group).map_or("", |group| group.name.get(lang));
            paint.rect((EDGE, paint.y), (width - 2.0 * EDGE, 22.0), fill(ink::RAISED));
            paint.words((EDGE + 6.0, paint.y + 15.5), HEAD, name);
            paint.y += 26.0;
        }
        self::row(paint, data, lang, row, (choice.baseline, &choice.plans));
    }
    Some(())
}

fn row(paint: &mut Paint, data: &DataSet, lang: Lang, row: &Row<'_>, (baseline, plans): (&Plan, &[&Plan])) {
    let top = paint.y + 4.0;
    let letters = Letters::new(13.0);
    let name = row.indicator.name.get(lang);
    let mut bottom = paint.wrapped((EDGE, top), NAME - GAP, letters, name);
    let scale = row.scale();
    let mut x = EDGE + NAME;
    let below = match row.baseline {
        Some(target) => stated(paint, data, lang, (x, top), target, (scale, baseline.level)),
        None => paint.wrapped((x, top), COLUMN - GAP, ABOUT, lang.compare_absent()),
    };
    bottom = bottom.max(below);
    for (cell, plan) in row.cells.iter().zip(plans) {
        x += COLUMN;
        let below = match cell {
            Some(alignment) => {
                let y = match alignment.target {
                    Some(target) => stated(paint, data, lang, (x, top), target, (scale, plan.level)),
                    None => top,
                };
                judged(paint, lang, (x, y), alignment)
            }
            None => paint.wrapped((x, top), COLUMN - GAP, ABOUT, lang.compare_neither()),
        };
        bottom = bottom.max(below);
    }
    paint.y = bottom.max(top + height(name, NAME - GAP, letters)) + 4.0;
    paint.line((EDGE, paint.y), (paint.width - EDGE, paint.y), stroke(ink::HAIRLINE, 1.0));
}

fn stated(
    paint: &mut Paint,
    data: &DataSet,
    lang: Lang,
    (x, y): (f64, f64),
    target: &Target,
    (scale, level): (f64, Level),
) -> f64 {
    let y = paint.wrapped((x, y), COLUMN - GAP, FIGURE, &quantity(target.quantity(), lang));
    let hue = if level == Level::National { ink::NATION } else { ink::PROVINCE };
    let whole = COLUMN - GAP;
    let share = if scale > 0.0 { (target.quantity().bounds().1 / scale).clamp(0.0, 1.0) } else { 0.0 };
    paint.rect((x, y), (whole, BAR), fill(ink::RAISED));
    paint.rect((x, y), (whole * share, BAR), fill(hue));
    let base = target.base.as_ref().and_then(|id| data.base(id)).map(|base| base.name.get(lang));
    let about = base.map_or_else(|| target.year.to_string(), |base| format!("{}, {base}", target.year));
    paint.wrapped((x, y + BAR + 3.0), whole, ABOUT, &about)
}

fn judged(paint: &mut Paint, lang: Lang, (x, y): (f64, f64), alignment: &Alignment<'_>) -> f64 {
    let (sign, word) = lang.verdict(alignment.verdict);
    let (colour, why) = match alignment.verdict {
        Verdict::Weaker | Verdict::Missing => (ink::WEAKER, None),
        Verdict::Stronger | Verdict::Extra => (ink::STRONGER, None),
        Verdict::NotComparable(reason) => (ink::MUTED, Some(lang.unlike(reason))),
        _ => (ink::INK, None),
    };
    let why = why.or(alignment.stricter.map(|side| lang.stricter(side)));
    let words = why.map_or_else(|| format!("{sign} {word}"), |why| format!("{sign} {word}: {why}"));
    paint.wrapped((x, y), COLUMN - GAP, Letters::new(12.5).bold().colour(colour), &words)
}

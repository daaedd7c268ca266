//! The matrix: a figure a cell, filled squares for those who lead and open ones for those who coordinate. Where a cell is
//! open, its tasks stand below.

use super::paint::{EDGE, Letters, Paint, fill, ink, stroke};
use crate::address::AgenciesState;
use crate::dataset::DataSet;
use crate::export::Sheet;
use crate::i18n::Lang;
use crate::list::List;
use crate::matrix::{Cell, EVERYONE, Key, Matrix, NO_LEAD, Row, matrix};
use crate::model::{Level, Role};

/// How wide the names of rows are, and each column of figures.
const NAME: f64 = 300.0;
const COLUMN: f64 = 112.0;
/// What stays free at the right of a column.
const GAP: f64 = 14.0;

const HEAD: Letters = Letters::new(11.0).bold();
const FIGURE: Letters = Letters::new(13.0).bold();
const SMALL: Letters = Letters::new(11.0).colour(ink::MUTED);

struct Drawing<'a> {
    data: &'a DataSet,
    lang: Lang,
    state: &'a AgenciesState,
    counted: Matrix<'a>,
}

pub(super) fn paint(paint: &mut Paint, data: &DataSet, lang: Lang, state: &AgenciesState, sheet: &Sheet) {
    let drawing = Drawing { data, lang, state, counted: matrix(data, &state.settings) };
    let columns: f64 = drawing.columns().map(|_| COLUMN).sum();
    paint.head(2.0 * EDGE + NAME + columns, sheet);
    drawing.heads(paint);
    for row in drawing.counted.rows.iter().chain([drawing.counted.everyone()]) {
        drawing.row(paint, row);
    }
    drawing.key(paint);
    drawing.open(paint);
}

impl Drawing<'_> {
    /// The total, and what the matrix has across.
    fn columns(&self) -> impl Iterator<Item = Option<Key>> {
        [None].into_iter().chain(self.counted.columns.iter().copied().map(Some))
    }

    fn heads(&self, paint: &mut Paint) {
        let (top, lang, settings) = (paint.y, self.lang, &self.state.settings);
        let mut bottom = paint.wrapped((EDGE, top), NAME - GAP, HEAD, lang.agencies_axis(settings.rows));
        for (x, key) in places().zip(self.columns()) {
            let name = key.map_or(lang.agencies_total(), |key| lang.agencies_key(self.data, settings.columns, key));
            bottom = paint.wrapped((x, top), COLUMN - GAP, HEAD, name).max(bottom);
        }
        paint.line((EDGE, bottom + 4.0), (paint.width - EDGE, bottom + 4.0), stroke(ink::RULE, 1.5));
        paint.y = bottom + 4.0;
    }

    fn row(&self, paint: &mut Paint, row: &Row<'_>) {
        let all = row.key == EVERYONE;
        let top = paint.y + 5.0;
        let letters = if all || row.key == NO_LEAD { Letters::new(13.0).bold() } else { Letters::new(13.0) };
        let name = self.lang.agencies_key(self.data, self.state.settings.rows, row.key);
        let mut bottom = paint.wrapped((EDGE, top), NAME - GAP, letters, name);
        for ((x, key), cell) in places().zip(self.columns()).zip([&row.total].into_iter().chain(&row.cells)) {
            let mut y = top;
            for (words, letters) in self.figures(row, key, cell) {
                y = paint.wrapped((x, y), COLUMN - GAP, letters, &words);
            }
            if self.state.cell == Some((row.key, key)) {
                paint.rect((x - 5.0, top - 2.0), (COLUMN - GAP, y - top + 3.0), stroke(ink::ACCENT, 1.5));
            }
            bottom = bottom.max(y);
        }
        paint.y = bottom + 3.0;
        let look = if all { stroke(ink::RULE, 1.5) } else { stroke(ink::HAIRLINE, 1.0) };
        paint.line((EDGE, paint.y), (paint.width - EDGE, paint.y), look);
    }

    /// What stands in a cell, line by line.
    fn figures(&self, row: &Row<'_>, column: Option<Key>, cell: &Cell<'_>) -> Vec<(String, Letters)> {
        let agency = self.state.settings.agency_of(row.key, column).and_then(|id| self.data.agency(&id));
        let (sign, hue) = match agency {
            Some(agency) if agency.collective => ("■ ", ink::INK),
            Some(agency) if agency.level == Level::Province => ("■ ", ink::PROVINCE),
            Some(_) => ("■ ", ink::NATION),
            None if row.key == NO_LEAD => ("∅ ", ink::INK),
            None => ("", ink::INK),
        };
        let line = |sign: &str, role: Role, count: usize| {
            let doubt = if agency.is_some() && cell.uncertain(role) > 0 { "?" } else { "" };
            (count > 0).then(|| format!("{sign}{count}{doubt}"))
        };
        let lead = line(sign, Role::Lead, cell.lead.len()).map(|words| (words, FIGURE.colour(hue)));
        let coordinate = line("□ ", Role::Coordinate, cell.coordinate.len()).map(|words| (words, SMALL));
        lead.into_iter().chain(coordinate).list()
    }

    /// What the signs stand for.
    fn key(&self, paint: &mut Paint) {
        let signs = self.lang.agencies_signs(&self.state.settings, &self.counted).join("   ");
        paint.y = paint.wrapped((EDGE, paint.y + 8.0), paint.width - 2.0 * EDGE, SMALL, &signs);
    }

    /// The tasks of the open cell, who leads them first.
    fn open(&self, paint: &mut Paint) {
        let Some((row, column)) = self.state.cell else { return };
        let Some(cell) = self.counted.cell(row, column) else { return };
        let inner = paint.width - 2.0 * EDGE;
        let (lang, data, settings) = (self.lang, self.data, &self.state.settings);
        let across = column.map(|key| lang.agencies_key(data, settings.columns, key));
        let names = [lang.agencies_key(data, settings.rows, row)].into_iter().chain(across).list().join(", ");
        paint.rect((EDGE, paint.y + 8.0), (inner, 22.0), fill(ink::RAISED));
        paint.words((EDGE + 6.0, paint.y + 23.5), FIGURE, &names);
        paint.y += 34.0;
        // A cell that is no agency's has tasks, not roles.
        let lead = if settings.agency_of(row, column).is_some() { "■" } else { "–" };
        for (sign, tasks) in [(lead, &cell.lead), ("□", &cell.coordinate)] {
            for (plan, task) in tasks {
                let words = format!("{sign} {}", task.title.get(lang));
                paint.y = paint.wrapped((EDGE, paint.y), inner, Letters::new(13.0), &words);
                let from = format!("{}, {}", plan.short.get(lang), task.clause.as_str());
                paint.y = paint.wrapped((EDGE, paint.y), inner, SMALL, &from) + 4.0;
            }
        }
    }
}

/// Where columns start.
fn places() -> impl Iterator<Item = f64> {
    std::iter::successors(Some(EDGE + NAME), |x| Some(x + COLUMN))
}

//! A row of a table: the targets of its cells.

use super::column::{Columns, Role, unit_in_brackets, unit_named};
use super::figure::{Given, figures};
use super::horizon::horizons;
use super::indicator::indicator;
use super::measure::counted_at;
use super::opening::any;
use super::prose::base_of;
use super::segment::{assign, from_here};
use super::table::{Row, cell_of, passage, tokens};
use super::tokens::{Line, Tokens};
use super::walk::{Above, Walk};
use super::{FoundTarget, ProblemKind, Unit, YearFrom};
use crate::model::Comparator;

/// What a line over all columns says of the rows below it.
#[derive(Default)]
pub struct Group {
    /// Its words.
    pub line: String,
    /// "Tỷ lệ (%)".
    pub unit: Option<Given>,
    /// "Đến năm 2028".
    pub year: Option<i32>,
    /// The last row that is no part of another.
    pub whole: Option<String>,
}

/// "- Khu vực nông thôn", "Trong đó: nông thôn": a part of the row above.
pub fn is_part(t: &Tokens) -> bool {
    let opens = t.is_dash(0) || t.sign(0) == b'+' || t.phrase(0, "trong đó").is_some();
    opens && t.len() <= 10 || t.len() <= 5 && t.is_any(0, any!["khu", "nông", "thành", "đô", "vùng", "miền"])
}

/// Keeps the targets of a row.
#[expect(clippy::too_many_arguments, reason = "a row with what stands over it")]
pub fn keep_targets(
    walk: &mut Walk<'_>,
    name: &Tokens,
    group: &Group,
    whole: Option<&str>,
    row: &Row,
    columns: &Columns,
    above: &Above,
    path: &str,
) {
    let unit_cell =
        columns.roles.iter().position(|r| *r == Role::Unit).and_then(|c| row.cells.get(c)).map(|c| tokens(walk, c));
    let named = unit_cell.as_ref().and_then(unit_named);
    let in_name = if name.is_empty() { None } else { unit_in_brackets(name, name.len()) };
    let counted = counted_at(name, 0);
    let own_years = horizons(name, 0..name.len());
    let row_year = due(walk, row, columns).or(super::walk::set_by(&own_years).map(|h| h.1)).or(group.year);
    let plain_line = name.line(0..name.len());
    let plain = Line::new(&plain_line);
    let growth = plain.says(any!["tốc độ tăng", "tăng trưởng", "tăng bình quân"]) || plain_line.ends_with(" tăng ");
    let of_each = plain.says(any!["đầu người", "mỗi người", "một người"]);
    for (c, role) in columns.roles.iter().enumerate() {
        let Role::Value(column_year) = *role else { continue };
        let Some(span) = row.cells.get(c).filter(|s| !s.is_empty()) else { continue };
        if c > 0 && row.cells.get(c - 1) == Some(span) {
            continue;
        }
        let mut t = tokens(walk, span);
        // "tối thiểu | 55": what binds it has a column of its own.
        let left = c.checked_sub(1).filter(|l| columns.roles[*l] == Role::Other).and_then(|l| row.cells.get(l));
        if let Some(left) = left.filter(|l| l.end <= span.start && t.len() <= 3) {
            let bound = tokens(walk, left);
            if bound.len() <= 4 && !bound.is_empty() && (0..bound.len()).all(|i| bound.is_word(i)) {
                t = Tokens::default();
                let text = &walk.document.layout.normal.text;
                t.add(text.get(left.clone()).unwrap_or(""), left.start);
                t.add(text.get(span.clone()).unwrap_or(""), span.start);
                t.finish();
            }
        }
        let mut given = named.or(columns.given.get(c).copied().flatten()).or(in_name).or(group.unit).or(counted);
        if let Some(g) = given.as_mut().filter(|g| g.unit == Some(Unit::Percent) && growth) {
            g.unit = Some(Unit::PercentPerYear);
        }
        // "… bình quân đầu người | USD/năm"
        if let Some(g) = given.as_mut().filter(|g| g.money && of_each) {
            let unit = if g.unit == Some(Unit::BillionUsd) { Unit::UsdPerPersonYear } else { Unit::VndPerPersonYear };
            *g = Given { unit: Some(unit), scale: g.scale * 1e9, activity: false, money: false };
        }
        let figs = figures(&t, 0..t.len(), given);
        let years = horizons(&t, 0..t.len());
        let assigned = assign(&t, &figs, &years, &(0..t.len()), walk.out.plan.first_year());
        for (n, fig) in figs.iter().enumerate() {
            if figs.get(n + 1).is_some_and(|next| from_here(&t, fig, next)) {
                continue;
            }
            let own = assigned[n].and_then(|h| years.get(h)).map(|h| h.year);
            let (year, year_from) = match own.or(column_year).or(row_year) {
                Some(year) => (Some(year), YearFrom::Sentence),
                None => walk.year_above(above),
            };
            if year.zip(walk.out.plan.first_year()).is_some_and(|(y, first)| y < first) {
                continue;
            }
            let cell = t.line(0..t.len());
            let line = format!("{plain_line}{cell}");
            let mut unit = fig.unit;
            // "lượt" of training, and people trained.
            if unit == Unit::Percent && growth {
                unit = Unit::PercentPerYear;
            }
            let found = indicator(&line, unit)
                .or_else(|| indicator(&format!("{}{line}", whole?), unit))
                .or_else(|| if name.len() <= 8 { indicator(&format!("{}{line}", group.line), unit) } else { None });
            let market =
                Line::new(&line).says(any!["doanh số", "doanh thu", "quy mô", "giá trị", "kim ngạch", "tổng mức"]);
            if fig.money && !market && found.is_none() {
                continue;
            }
            let comparator = match fig.comparator {
                Comparator::Eq => {
                    let head = columns.bounds.get(c).copied().flatten();
                    comparator_in(name).or(head).unwrap_or(fig.comparator)
                }
                other => other,
            };
            let start =
                row.cells.iter().filter(|s| !s.is_empty()).map(|s| s.start).min().unwrap_or(span.start).min(span.start);
            let end = fig.span.end.checked_sub(1).and_then(|i| t.get(i)).map_or(span.end, |x| x.end);
            let quote = walk.document.layout.normal.input_range(start..end);
            if year.is_none() {
                walk.problem(ProblemKind::NoYear, path, Some(quote.clone()));
            }
            let confidence: f64 = if found.is_some() { 0.95 } else { 0.85 };
            walk.keep_target(FoundTarget {
                quote,
                passage: passage(walk, row),
                indicator: found,
                comparator,
                value: fig.value,
                value_max: fig.max,
                unit,
                year,
                year_from,
                base: base_of(found, &line),
                clause: path.to_owned(),
                part_of: None,
                confidence,
            });
        }
        if figs.is_empty() && t.len() <= 6 && (0..t.len()).any(|i| t.is_number(i)) {
            let place = walk.document.layout.normal.input_range(span.clone());
            walk.problem(ProblemKind::FigureUnclear, path, Some(place));
        }
    }
}

/// The year of the row's own column for it.
fn due(walk: &Walk<'_>, row: &Row, columns: &Columns) -> Option<i32> {
    let cell = cell_of(row, columns, Role::Time).or_else(|| cell_of(row, columns, Role::End))?;
    let t = tokens(walk, cell);
    let said = super::walk::set_by(&horizons(&t, 0..t.len())).map(|h| h.1);
    said.or_else(|| (0..t.len()).rev().find_map(|i| super::figure::year(t.word(i))))
}

/// Whether figures stand in at least half of the cells of a column, and little else.
pub fn holds_figures(walk: &Walk<'_>, rows: &[Row], c: usize, given: Option<Given>) -> bool {
    let near = rows.len().min(8);
    let cells = rows[..near].iter().filter_map(|row| row.cells.get(c)).map(|cell| tokens(walk, cell));
    let figured = cells.filter(|t| t.len() <= 4 && !figures(t, 0..t.len(), given).is_empty()).count();
    figured > 0 && figured * 2 >= near
}

/// How a name or a head says that its figures bind.
pub fn comparator_in(name: &Tokens) -> Option<Comparator> {
    let line = name.line(0..name.len());
    let quick = Line::new(&line);
    [
        ("tối thiểu", Comparator::Gte),
        ("ít nhất", Comparator::Gte),
        ("tối đa", Comparator::Lte),
        ("không quá", Comparator::Lte),
    ]
    .iter()
    .find(|(w, _)| quick.holds(w))
    .map(|(_, c)| *c)
}

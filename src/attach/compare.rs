//! A record against the words of its clause.

use super::{Mark, MarkKind, Mismatch, Paragraph};
use crate::clause::{Document, PieceKind};
use crate::model::{Agency, DateBasis, Record};
use crate::reader;
use crate::text::{Folded, fold};
use std::ops::Range;

/// The pieces of a document by their clauses' paths, for finding many.
pub struct Index<'a> {
    /// Path, and the piece that stands in it, in the order of paths.
    sorted: Vec<(&'a str, usize)>,
}

impl<'a> Index<'a> {
    /// Of a document.
    pub fn new(document: &'a Document) -> Self {
        let mut sorted: Vec<(&str, usize)> = document
            .pieces
            .iter()
            .enumerate()
            .filter(|(_, p)| p.kind != PieceKind::Signature)
            .map(|(i, p)| (p.clause.map_or("", |c| document.clauses[c].path.as_str()), i))
            .collect();
        crate::sort::by_key(&mut sorted, |item| *item);
        Self { sorted }
    }

    /// The pieces of a clause and of everything inside it, in the order of the text; where the path names no
    /// clause, the table row that has its last step for a number.
    pub fn pieces_of(&self, document: &Document, path: &str) -> Vec<usize> {
        let from = self.sorted.partition_point(|(p, _)| *p < path);
        let within = |p: &str| p.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with(" > "));
        let mut out: Vec<usize> = self.sorted[from..]
            .iter()
            .take_while(|(p, _)| p.starts_with(path))
            .filter(|(p, _)| within(p))
            .map(|(_, i)| *i)
            .collect();
        if out.is_empty() {
            let (parent, label) = path.rsplit_once(" > ").unwrap_or(("", path));
            let from = self.sorted.partition_point(|(p, _)| *p < parent);
            let there = self.sorted[from..].iter().take_while(|(p, _)| *p == parent).map(|(_, i)| *i);
            out = there.filter(|i| row_label(document, *i) == Some(label)).take(1).collect();
        }
        crate::sort::by_key(&mut out, |item| *item);
        out
    }
}

/// The pieces of one clause; see [`Index::pieces_of`].
pub fn pieces_of(document: &Document, path: &str) -> Vec<usize> {
    Index::new(document).pieces_of(document, path)
}

/// What stands in a row's first cell.
fn row_label(document: &Document, piece: usize) -> Option<&str> {
    let piece = document.pieces.get(piece).filter(|p| p.kind == PieceKind::Row)?;
    let cell = document.layout.row(&document.layout.lines[piece.first]).first()?;
    Some(document.layout.cell_text(cell).trim().trim_end_matches(['.', ')']))
}

/// The words of pieces.
pub fn paragraphs(document: &Document, pieces: &[usize]) -> Vec<Paragraph> {
    let layout = &document.layout;
    let one = |i: &usize| {
        let piece = &document.pieces[*i];
        let mut text = String::new();
        let mut end = piece.start;
        for (n, line) in layout.lines[piece.first..piece.last].iter().enumerate().filter(|(_, l)| !l.skip) {
            let start = if n == 0 { piece.start } else { line.start };
            for part in layout.normal.text.get(start..line.end).unwrap_or("").split_whitespace() {
                if !text.is_empty() {
                    text.push(' ');
                }
                text.push_str(part);
            }
            end = line.end;
        }
        let place = layout.normal.input_range(piece.start..end.max(piece.start));
        (!text.is_empty()).then_some(Paragraph { place, text, marks: Vec::new() })
    };
    pieces.iter().filter_map(one).collect()
}

/// The figures that a record's clause must state.
pub fn figures_of(record: Record<'_>) -> Vec<f64> {
    match record {
        Record::Target(t) if !t.has_flag("figure_read_from_words") => {
            [Some(t.value), t.value_max].into_iter().flatten().collect()
        }
        _ => Vec::new(),
    }
}

/// The years that a record has; those of a task with a date of its own must stand in the clause.
pub fn years_of(record: Record<'_>) -> Vec<i32> {
    match record {
        Record::Target(t) => Vec::from([t.year]),
        Record::Task(t) if t.date_basis == DateBasis::Stated => [t.start, t.end].into_iter().flatten().collect(),
        _ => Vec::new(),
    }
}

/// What of a record does not stand in the paragraphs of its clause.
pub fn mismatches(record: Record<'_>, paragraphs: &[Paragraph]) -> Vec<Mismatch> {
    if paragraphs.is_empty() {
        return Vec::from([Mismatch::NoClause]);
    }
    let stated: Vec<f64> = paragraphs.iter().flat_map(|p| numbers(&p.text)).map(|(_, n)| n).collect();
    let mut out = Vec::new();
    for figure in figures_of(record) {
        if !stated.iter().any(|n| same(*n, figure)) && !paragraphs.iter().any(|p| states(&p.text, figure).is_some()) {
            out.push(Mismatch::Figure(figure));
        }
    }
    if let Record::Task(task) = record {
        // "The plan's last year" has no figure.
        let from_words = task.has_flag("figure_read_from_words");
        for year in years_of(record).into_iter().filter(|_| !from_words) {
            if !stated.iter().any(|n| same(*n, f64::from(year))) && !out.contains(&Mismatch::Year(year)) {
                out.push(Mismatch::Year(year));
            }
        }
    }
    out
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9 * a.abs().max(1.0)
}

/// Where a text states a figure in a scale of its own: "1,2 triệu lượt" for 1200000, "600 triệu USD" for 0.6.
pub fn states(text: &str, figure: f64) -> Option<Range<usize>> {
    let fits = |(_, value, max): &(Range<usize>, f64, Option<f64>)| {
        same(*value, figure) || max.is_some_and(|m| same(m, figure))
    };
    reader::amounts(text).into_iter().find(fits).map(|(place, ..)| place)
}

/// Every number in a text written the Vietnamese way, with its place: `1.000.000`, `2.224,5`, `05`.
pub fn numbers(text: &str) -> Vec<(Range<usize>, f64)> {
    let mut out = Vec::new();
    let mut start = None;
    for (i, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if c.is_ascii_digit() || (matches!(c, '.' | ',') && start.is_some()) {
            start.get_or_insert(i);
            continue;
        }
        let Some(from) = start.take() else { continue };
        let digits = text[from..i].trim_end_matches(['.', ',']);
        if let Some(value) = crate::i18n::parse_decimal(&digits.replace('.', "").replace(',', ".")) {
            out.push((from..from + digits.len(), value));
        }
    }
    out
}

/// Where a record's figures, years and agencies stand in a paragraph.
pub fn marks(text: &str, figures: &[f64], years: &[i32], agencies: &[&Agency]) -> Vec<Mark> {
    let mut out: Vec<Mark> = Vec::new();
    let mut found = numbers(text);
    for figure in figures {
        if !found.iter().any(|(_, n)| same(*n, *figure)) {
            found.extend(states(text, *figure).map(|at| (at, *figure)));
        }
    }
    for (at, number) in found {
        if figures.iter().any(|f| same(*f, number)) {
            out.push(Mark { at, kind: MarkKind::Figure });
        } else if years.iter().any(|y| same(f64::from(*y), number)) {
            out.push(Mark { at, kind: MarkKind::Year });
        }
    }
    if !agencies.is_empty() {
        let folded = Folded::new(text);
        for agency in agencies {
            let names = [&agency.name.vi, &agency.short.vi].map(|name| fold(name));
            let hit = names.iter().filter(|n| n.len() > 3).find_map(|n| Some((folded.text.find(n.as_str())?, n.len())));
            if let Some((at, len)) = hit {
                out.push(Mark { at: folded.original(at..at + len), kind: MarkKind::Agency });
            }
        }
    }
    crate::sort::by_key(&mut out, |m| (m.at.start, usize::MAX - m.at.end));
    let mut end = 0;
    out.retain(|m| {
        let free = m.at.start >= end && m.at.start < m.at.end;
        end = if free { m.at.end } else { end };
        free
    });
    out
}

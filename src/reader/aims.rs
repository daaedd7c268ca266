//! Parts of a plan whose headings do not say what they are about.

use super::Unit;
use super::figure::{Figure, figures};
use super::horizon::{Horizon, horizons};
use super::judge::stands;
use super::section::{Section, section};
use super::tokens::Tokens;
use super::walk::Walk;
use crate::clause::{Marker, PieceKind};

impl Walk<'_> {
    /// A heading that says nothing of its part, over items most of which are figures of no past: what is to be reached.
    pub fn list_of_aims(&self, at: usize) -> bool {
        let pieces = &self.document.pieces;
        let heading = &pieces[at];
        let numbered = heading.clause.filter(|_| heading.opens).map(|c| &self.document.clauses[c]);
        let listed = numbered.is_some_and(|c| c.marker.is_list() || matches!(c.marker, Marker::Article(_)));
        if listed || self.above(heading).section.is_some() {
            return false;
        }
        let (mut items, mut aims) = (0_u32, 0_u32);
        for piece in pieces.iter().skip(at + 1).take(16) {
            let line = &self.document.layout.lines[piece.first];
            let ends = match (piece.clause, numbered) {
                (Some(c), Some(own)) => piece.opens && self.document.clauses[c].marker.rank() <= own.marker.rank(),
                _ => false,
            };
            if ends || matches!(piece.kind, PieceKind::Heading | PieceKind::Row) {
                break;
            }
            if !(piece.opens || piece.start > line.start || line.bullet) {
                continue;
            }
            let t = self.tokens(piece);
            let all = 0..t.len().min(120);
            // "1. Quan điểm: …": a part that names its own parts.
            if run_in_section(&t).is_some() {
                return false;
            }
            let share = |f: &Figure| matches!(f.unit, Unit::Percent | Unit::PercentPerYear);
            let measured = figures(&t, all.clone(), None).iter().any(share);
            let first = self.out.plan.first_year();
            let years = horizons(&t, all.clone());
            let early = |h: &Horizon| first.is_some_and(|first| h.year < first);
            let past = stands(&t, all) || years.iter().any(early) && years.iter().all(early);
            items += 1;
            aims += u32::from(measured && !past);
        }
        items >= 2 && aims * 3 >= items * 2
    }
}

/// The section that a few words before a colon name.
pub fn run_in_section(t: &Tokens) -> Option<Section> {
    let colon = (0..t.len().min(6)).find(|i| t.word(*i) == ":").filter(|i| *i > 0)?;
    section(&t.line(0..colon)).filter(|_| !t.has(0..colon, &["của"]))
}

/// "Đến năm 2028", "Giai đoạn 2026 - 2028", and little more.
pub fn opens_with_year(t: &Tokens) -> bool {
    let years = horizons(t, 0..t.len());
    years.first().is_some_and(|h| h.span.start <= 2) && years.len() == 1 && t.len() <= 12
}

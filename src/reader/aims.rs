//! What the parts of a plan are about, also where their headings do not say so.

use super::Unit;
use super::figure::{Figure, figures};
use super::horizon::{Cue, Horizon, horizons};
use super::judge::stands;
use super::opening::any;
use super::section::{Section, section};
use super::tokens::{Tokens, holds};
use super::walk::Walk;
use crate::clause::{Marker, Piece, PieceKind};

impl Walk<'_> {
    /// What a heading announces, in view of what stands around it.
    pub fn section_of(&self, piece: &Piece, title: &str, years: &[Horizon], is_list: bool) -> Option<Section> {
        let found = section(title)?;
        // Among targets, "về hoạt động …" is a group of targets; "thực trạng" is not.
        let parent = piece.clause.and_then(|c| if piece.opens { self.document.clauses[c].parent } else { Some(c) });
        let mut next = parent;
        let mut around = None;
        while let Some(c) = next {
            around = around.or(self.section_in(c));
            next = self.document.clauses[c].parent;
        }
        let strong = [
            "thực trạng",
            "hiện trạng",
            "kết quả đạt được",
            "kết quả thực hiện",
            "giải pháp",
            "nhiệm vụ",
            "tổ chức thực hiện",
            "kinh phí",
            "mục tiêu",
            "chỉ tiêu",
        ];
        let mut named = title.trim_start();
        for idle in ["các ", "một số ", "những ", "nhóm ", "hệ thống "] {
            named = named.strip_prefix(idle).unwrap_or(named);
        }
        let opens_with = |w: &&str| named.starts_with(*w);
        // "Triển khai nhiệm vụ phát triển … giai đoạn 2026 - 2028": the title names the plan, not a part of it.
        let of_plan = |h: &Horizon| h.cue == Cue::Period && Some((h.from, h.year)) == self.out.plan.period;
        if piece.clause.is_none() && years.iter().any(of_plan) && !strong.iter().any(opens_with) {
            return None;
        }
        // "Điều 1. Phê duyệt Kế hoạch … với mục tiêu, nội dung sau:" announces everything.
        let article = piece.clause.filter(|_| piece.opens).map(|c| &self.document.clauses[c].marker);
        if matches!(article, Some(Marker::Article(_))) && !strong.iter().any(opens_with) {
            return named.starts_with("trách nhiệm ").then_some(Section::Duties);
        }
        match around {
            Some(Section::Targets) if !strong.iter().any(opens_with) => None,
            Some(Section::Duties | Section::Solutions) if is_list || !strong.iter().any(opens_with) => None,
            _ if is_list && !strong.iter().any(|w| holds(title, w)) => None,
            _ => Some(found),
        }
    }

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
    let colon = (0..t.len().min(6)).find(|i| t.sign(*i) == b':').filter(|i| *i > 0)?;
    section(&t.line(0..colon)).filter(|_| !t.has(0..colon, any!["của"]))
}

/// "Đến năm 2028", "Giai đoạn 2026 - 2028", and little more.
pub fn opens_with_year(t: &Tokens) -> bool {
    let years = horizons(t, 0..t.len());
    years.first().is_some_and(|h| h.span.start <= 2) && years.len() == 1 && t.len() <= 12
}

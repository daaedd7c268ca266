//! Whom a heading addresses: "1. Sở Công Thương", "Nhóm nhiệm vụ do Thuế tỉnh chủ trì", "7. Chợ đầu mối Pleiku".

use super::names::VERBS;
use super::opening::{AnyOf, any};
use super::section::Section;
use super::tokens::{Kind, Tokens};
use super::walk::Walk;
use super::{agency, role, task};
use crate::clause::Piece;

impl Walk<'_> {
    /// "I. SỞ CÔNG THƯƠNG" among the duties: a heading of a high rank that is an agency's name.
    pub fn names_agency(&self, piece: &Piece, t: &Tokens, stop: usize) -> bool {
        self.above(piece).section == Some(Section::Duties)
            && agency::starts(t, 0)
            && !agency::acts_in(t, 0..stop)
            && stop <= 16
    }

    /// Whether a heading that names no known kind of body stands in a list of agencies: "7. Chợ đầu mối Pleiku".
    pub fn listed(&self, piece: &Piece, t: &Tokens, stop: usize, opens_duties: bool) -> bool {
        let parent = piece.clause.filter(|_| piece.opens).and_then(|c| self.document.clauses[c].parent);
        let capital = |i: &usize| t.get(*i).is_some_and(|x| x.upper);
        let named = |i: usize| t.is_word(i) || t.is_dash(i) || i > 0 && matches!(t.sign(i), b',' | b';' | b'&');
        parent.is_some_and(|p| self.has_agencies(p))
            && opens_duties
            && (1..=16).contains(&stop)
            && (0..stop).all(|i| named(i) || t.is_number(i))
            && (stop == 1 || (0..stop).filter(capital).count() >= 2 || t.opens(0, PEOPLE))
            && capital(&0)
            && !t.has(0..stop, NO_BODY)
            && VERBS.at(t, 0).is_none()
            && !agency::acts_in(t, 0..stop)
    }
}

/// Whom a heading among agencies can address that are no agencies.
const PEOPLE: AnyOf =
    any!["các", "cán bộ", "công chức", "viên chức", "đảng viên", "người", "nhân dân", "tiểu thương", "hộ", "hội viên"];

/// What a heading among agencies is about that is no body.
const NO_BODY: AnyOf =
    any!["kinh phí", "nguồn lực", "kế hoạch", "chương trình", "đề án", "công tác", "chế độ", "thời gian", "điều khoản"];

/// The place behind "Trách nhiệm của", or the start.
pub fn behind_duty(t: &Tokens) -> usize {
    t.first_of(0, any!["trách nhiệm của", "nhiệm vụ của"]).unwrap_or(0)
}

/// The agencies that a heading is addressed to: "1. Sở Công Thương", "Giao Sở Tài chính:".
pub fn addressed(text: &str, t: &Tokens, stop: usize, is_title: bool) -> Vec<String> {
    let mut from = 0;
    for lead in ["trách nhiệm của", "nhiệm vụ của", "giao cho", "giao", "đối với", "đề nghị", "về phía", "yêu cầu"]
    {
        if let Some(next) = t.phrase(0, lead) {
            from = next;
            break;
        }
    }
    // "Căn cứ Kế hoạch này, các Bộ, ngành có trách nhiệm:"
    if let Some(next) = role::behind_lead_in(t, from..stop).filter(|_| stop < t.len()) {
        from = next;
    }
    // "Nhóm nhiệm vụ do Sở Công Thương chủ trì", "Các nhiệm vụ của Sở Tài chính"
    if from == 0 && !agency::starts(t, 0) {
        let of = |at: usize| {
            ["nhiệm vụ", "trách nhiệm", "công việc", "phần việc"].iter().any(|p| t.phrase_before(at, p).is_some())
        };
        let group = t.is_any(0, any!["nhóm", "các", "những", "phần", "nhiệm"]);
        let work = |i: usize| group && t.has(0..i, any!["nhiệm vụ", "công việc", "phần việc", "trách nhiệm"]);
        let joins = |i: usize| t.is(i, "do") || t.is(i, "của") && (of(i) || work(i)) || group && t.is(i, "giao");
        let named = (1..stop.min(12)).find(|i| joins(*i) && agency::starts(t, i + 1));
        let Some(at) = named.filter(|_| is_title || stop < t.len()) else { return Vec::new() };
        from = at + 1;
    }
    if !agency::starts(t, from) {
        // "Trách nhiệm của doanh nghiệp": whoever it is.
        let party = from == behind_duty(t) || t.phrase(0, "về phía").is_some();
        let whole = is_title && from > 0 && party && (1..=12).contains(&stop.saturating_sub(from));
        let names = if whole { agency::all(t, from..stop) } else { Vec::new() };
        return names.iter().map(|name| task::name(text, t, name)).collect();
    }
    let found = agency::list(t, from, stop);
    let rest = found.end..stop;
    let bare = rest.clone().all(|i| t.get(i).is_none_or(|x| x.kind != Kind::Word));
    let tail = [
        "có trách nhiệm",
        "chịu trách nhiệm",
        "chủ trì",
        "thực hiện",
        "trên địa bàn",
        "có nhiệm vụ",
        "là cơ quan",
        "là đơn vị",
        "làm đầu mối",
    ];
    // "Sở A, 2 nhiệm vụ:"
    let counted = t.sign(found.end) == b',' && t.is_number(found.end + 1);
    let bracketed = t.sign(found.end) == b'(' || counted;
    let named = bare || bracketed || tail.iter().any(|p| t.phrase(found.end, p).is_some());
    // Names that are not known to their ends: all of a short heading.
    if !named && is_title && stop == t.len() && stop <= 24 {
        let cuts: Vec<usize> = (0..stop).filter(|i| t.sign(*i) == b';').chain([stop]).collect();
        let starts = std::iter::once(from).chain(cuts.iter().map(|c| c + 1));
        return starts.zip(&cuts).filter(|(a, b)| a < *b).map(|(a, b)| task::name(text, t, &(a..*b))).collect();
    }
    if named { found.names.iter().map(|name| task::name(text, t, name)).collect() } else { Vec::new() }
}

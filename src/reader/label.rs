//! Lines such as "Đơn vị chủ trì: …": who does a task and when, behind labels.

use super::FoundTask;
use super::opening::{AnyOf, any};
use super::task::{kind, name, period};
use super::tokens::Tokens;
use super::walk::Walk;
use super::{agency, who};
use crate::clause::Piece;
use std::ops::Range;

/// "Đơn vị chủ trì: …; phối hợp: …; thời gian: …" inside a passage.
#[derive(Debug, Clone, Default)]
pub struct Labels {
    pub at: usize,
    pub lead: Vec<String>,
    pub coordinating: Vec<String>,
    pub time: Option<Range<usize>>,
}

pub fn labelled(walk: &Walk<'_>, t: &Tokens, range: Range<usize>) -> Option<Labels> {
    let text = &walk.document.layout.normal.text;
    let mut out: Option<Labels> = None;
    if !range.clone().any(|i| t.sign(i) == b':' || t.is_dash(i) || t.is(i, "là")) {
        return None;
    }
    let mut i = range.start;
    while i < range.end {
        let hit = label_at(t, i, range.clone());
        let Some((value, kind)) = hit else {
            i += 1;
            continue;
        };
        let labels = out.get_or_insert_with(|| Labels { at: i, ..Labels::default() });
        match kind {
            Asks::Time => {
                let end = (value..range.end).find(|k| matches!(t.sign(*k), b';' | b'.' | b')')).unwrap_or(range.end);
                labels.time = Some(value..end);
                i = end.max(value);
            }
            _ => {
                let stop = value_end(t, value, range.end);
                // "Đơn vị thực hiện: Sở A chủ trì, phối hợp Sở B"
                let told =
                    (kind == Asks::Lead && who::only_parts(t, value..stop)).then(|| who::told(text, t, value..stop));
                if let Some((lead, partners)) = told.flatten() {
                    labels.lead.extend(lead);
                    labels.coordinating.extend(partners);
                    i = stop;
                    continue;
                }
                let list = agency::list(t, value, stop);
                // Names that are not known to their ends: all of the value, unless something is done in it.
                let (found, end) = if list.end >= stop || agency::acts_in(t, list.end.max(value)..stop) {
                    (list.names, list.end)
                } else {
                    (agency::all(t, value..stop), stop)
                };
                for one in &found {
                    // "Sở A (chủ trì), Sở B (phối hợp)"
                    let helps = t.phrase(one.end, "( phối hợp").is_some();
                    let role = if kind == Asks::Lead && !helps { &mut labels.lead } else { &mut labels.coordinating };
                    role.push(name(text, t, one));
                }
                i = end.max(value);
            }
        }
    }
    out
}

/// What a label asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// Who leads.
    Lead,
    /// Who coordinates.
    Help,
    /// When.
    Time,
}

/// Who a label can name before the part that they have: "Cơ quan chủ trì".
const WHOSE: AnyOf =
    any!["các cơ quan", "cơ quan", "các đơn vị", "đơn vị", "bộ phận", "tổ chức", "người", "lãnh đạo", "cq", "đv"];

/// The parts, and what goes on with them. Those of the second list are words of sentences too: they are a label
/// where names follow.
const PARTS: &[(Asks, AnyOf, AnyOf)] = &[
    (
        Asks::Lead,
        any!["chủ trì", "đầu mối"],
        any![
            "phụ trách",
            "chịu trách nhiệm",
            "trách nhiệm",
            "thực hiện",
            "triển khai",
            "đảm nhiệm",
            "tham mưu",
            "thường trực",
            "được giao",
            "được phân công",
            "phân công",
            "giao",
            "ct",
        ],
    ),
    (
        Asks::Help,
        any!["phối hợp"],
        any!["tham gia", "hỗ trợ", "cùng phối hợp", "cùng thực hiện", "cùng tham gia", "cùng làm", "ph"],
    ),
    (Asks::Time, any!["thời gian", "thời hạn", "tiến độ", "hoàn thành"], any![]),
];

/// The label that starts at a token: where its value starts, and what it asks for.
pub fn label_at(t: &Tokens, i: usize, range: Range<usize>) -> Option<(usize, Asks)> {
    let whose = t.longest_of(i, WHOSE);
    let at = whose.unwrap_or(i);
    let parts = PARTS.iter().filter_map(|(asks, sure, other)| {
        let (sure, other) = (t.longest_of(at, *sure), t.longest_of(at, *other));
        let behind = sure.max(other)?;
        Some((behind, *asks, sure == Some(behind)))
    });
    let (part, asks, sure) = parts.max_by_key(|p| p.0)?;
    // "Đầu mối liên hệ: bà …"
    if t.phrase(part, "liên hệ").is_some() {
        return None;
    }
    // "Chủ trì tham mưu:", "Cơ quan chịu trách nhiệm chính:", "Chủ trì, soạn thảo:"
    let goes_on = |k: &usize| !t.get(*k).is_some_and(|x| x.upper);
    let sign = (part..range.end.min(part + 5)).take_while(goes_on).find(|k| t.sign(*k) == b':');
    // "Chủ trì – Sở A; phối hợp – Sở B"
    let dash =
        Some(part).filter(|k| t.is_dash(*k) && agency::starts(t, k + 1) && (i == range.start || !t.is_word(i - 1)));
    let sign = sign.or(dash);
    let is = sign.is_none() && t.is(part, "là") && (whose.is_some() || sure);
    let value = sign.or(is.then_some(part))? + 1;
    let named = agency::starts(t, value) || t.is_any(value, any!["đồng", "ông", "bà"]);
    let usual = ["thực hiện", "hoàn thành", "triển khai"].iter().any(|tail| t.phrase(part, tail) == Some(value - 1));
    let opens = i == range.start || !t.is_word(i - 1);
    let plain = value == part + 1 || usual;
    let fits = match (asks, whose) {
        _ if is => named,
        (Asks::Time, _) => plain,
        // "Tổ chức thực hiện:" and "các nội dung tham gia:" announce something else.
        (_, Some(_)) => plain && !t.is(i, "tổ") || named,
        (_, None) if sure => plain || opens && named && asks == Asks::Lead,
        (_, None) => opens && named && !does(t, agency::list(t, value, range.end).end),
    };
    fits.then_some((value, asks))
}

/// "Phân công thực hiện: Sở A mở lớp …": a sentence follows, not a name alone.
fn does(t: &Tokens, at: usize) -> bool {
    t.get(at).is_some_and(|x| !x.upper) && agency::acts_in(t, at..at + 1) && t.phrase(at, "chủ trì").is_none()
}

/// Where a label's value ends: at a stop, or where the next label begins.
fn value_end(t: &Tokens, value: usize, end: usize) -> usize {
    let next = |i: usize| label_at(t, i, value..end).is_some() || other(t, i, end);
    let mut inside = false;
    for i in value..end {
        inside |= t.sign(i) == b'(';
        let stops = match t.word(i) {
            // "Chủ trì: Sở A — Phối hợp: Sở B"
            _ if t.is_dash(i) => next(i + 1),
            ")" => !inside,
            "." => !t.is_any(i.saturating_sub(1), any!["tp", "tx"]),
            _ => false,
        };
        if stops || next(i) {
            return i;
        }
    }
    end
}

/// "Kinh phí: …", "Sản phẩm: …": labels of something else.
pub fn other(t: &Tokens, i: usize, end: usize) -> bool {
    t.opens(i, any!["kinh phí", "nguồn lực", "sản phẩm", "kết quả", "cơ quan", "đơn vị"])
        && (i + 1..(i + 6).min(end)).any(|k| t.sign(k) == b':')
}

/// A passage that only says who does the task before it, and when. True if it was one.
pub fn labels(walk: &mut Walk<'_>, piece: &Piece, t: &Tokens) -> bool {
    let Some(labels) = labelled(walk, t, 0..t.len()).filter(|l| l.at <= 1) else { return false };
    let document = walk.document;
    // "A. Cơ quan thường trực: Sở A" over what it does.
    if let Some(c) =
        piece.clause.filter(|c| piece.opens && document.clauses[*c].has_children && !labels.lead.is_empty())
    {
        walk.address(c, &labels.lead, &labels.coordinating);
        return true;
    }
    let parent = piece.clause.and_then(|c| if piece.opens { document.clauses[c].parent } else { Some(c) });
    // Straight below a heading, before its items: for all of them.
    let begun = walk.open_task.and_then(|(_, of)| of).is_some_and(|of| document.clauses[of].parent == parent);
    if let Some(c) = parent.filter(|c| !piece.opens && document.clauses[*c].has_children && !begun) {
        walk.address(c, &labels.lead, &labels.coordinating);
    }
    let target = match walk.open_task {
        Some((task, of)) if of == parent || of == piece.clause || parent.is_none() => Some(task),
        Some((task, Some(of))) if document.clauses[of].parent == parent && !walk.opened_later(parent, of) => Some(task),
        _ => None,
    };
    let task = target.or_else(|| {
        let quote = walk.clause_quote(parent?)?;
        let (start, end) = walk.out.plan.period.map_or((None, None), |p| (p.0, Some(p.1)));
        let clause = document.clauses[parent?].path.as_str().to_owned();
        Some(walk.keep_task(FoundTask {
            passage: quote.clone(),
            quote,
            kind: kind(&walk.above(piece)),
            confidence: 0.8,
            recurrence: None,
            lead: Vec::new(),
            coordinating: Vec::new(),
            start,
            end,
            dated: false,
            clause,
        }))
    });
    let Some(index) = task else { return false };
    // "1.5. Đơn vị giúp việc: Phòng B" beside what an agency does is no label of that.
    let led = walk.out.tasks.get(index).is_some_and(|task| !task.lead.is_empty());
    if piece.opens && led && !labels.lead.is_empty() {
        return false;
    }
    let years = labels.time.map(|time| period(t, time, &walk.out.plan));
    let Some(task) = walk.out.tasks.get_mut(index) else { return false };
    if !labels.lead.is_empty() {
        task.lead = labels.lead;
    }
    if !labels.coordinating.is_empty() {
        task.coordinating = labels.coordinating;
    }
    if let Some((start, end, true)) = years {
        (task.start, task.end, task.dated) = (start, end, true);
    }
    walk.open_task = Some((index, parent));
    true
}

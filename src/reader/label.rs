//! Lines such as "Đơn vị chủ trì: …": who does a task and when, behind labels.

use super::FoundTask;
use super::task::{kind, name, period};
use super::tokens::Tokens;
use super::walk::Walk;
use super::{agency, role};
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
    if !range.clone().any(|i| t.word(i) == ":") {
        return None;
    }
    let mut i = range.start;
    while i < range.end {
        let kinds: [(&[&str], u8); 3] = [
            (
                &[
                    "cơ quan chủ trì thực hiện",
                    "cơ quan chủ trì",
                    "đơn vị chủ trì thực hiện",
                    "đơn vị chủ trì",
                    "chủ trì thực hiện",
                    "chủ trì",
                    "đơn vị phụ trách",
                    "cơ quan phụ trách",
                    "đơn vị chịu trách nhiệm",
                    "cơ quan chịu trách nhiệm",
                    "đơn vị thực hiện",
                    "cơ quan thực hiện",
                    "cơ quan đầu mối",
                    "đơn vị đầu mối",
                    "đầu mối",
                    "thực hiện",
                    "trách nhiệm",
                ],
                0,
            ),
            (
                &[
                    "cơ quan phối hợp thực hiện",
                    "cơ quan phối hợp",
                    "đơn vị phối hợp thực hiện",
                    "đơn vị phối hợp",
                    "phối hợp thực hiện",
                    "phối hợp",
                    "cùng thực hiện",
                    "cùng tham gia",
                    "tham gia",
                ],
                1,
            ),
            (
                &[
                    "thời gian thực hiện",
                    "thời gian hoàn thành",
                    "thời hạn hoàn thành",
                    "thời hạn thực hiện",
                    "thời hạn",
                    "thời gian",
                    "tiến độ thực hiện",
                    "tiến độ",
                    "hoàn thành",
                ],
                2,
            ),
        ];
        let hit = kinds.iter().find_map(|(phrases, kind)| {
            let behind = phrases.iter().filter_map(|p| t.phrase(i, p)).max()?;
            // "Chủ trì tham mưu:", "Chủ trì, soạn thảo:"
            let colon = (behind..range.end.min(behind + 5)).find(|k| t.word(*k) == ":");
            let leads = t.phrase(i, "chủ trì") == Some(behind) && (i == range.start || !t.is_word(i - 1));
            let plain = |colon: &usize| {
                (behind..*colon).all(|k| t.get(k).is_some_and(|x| !x.upper)) && agency::starts(t, colon + 1)
            };
            let behind = colon.filter(|colon| leads && plain(colon)).unwrap_or(behind);
            // "Tổ chức thực hiện:" and "các nội dung tham gia:" announce something else.
            let bare = ["thực hiện", "tham gia", "trách nhiệm"].iter().any(|p| t.phrase(i, p) == Some(behind));
            let named = !bare || (i == range.start || !t.is_word(i - 1)) && agency::starts(t, behind + 1);
            (t.word(behind) == ":" && named).then_some((behind + 1, *kind))
        });
        let Some((value, kind)) = hit else {
            i += 1;
            continue;
        };
        let labels = out.get_or_insert_with(|| Labels { at: i, ..Labels::default() });
        match kind {
            2 => {
                let end = (value..range.end).find(|k| matches!(t.word(*k), ";" | "." | ")")).unwrap_or(range.end);
                labels.time = Some(value..end);
                i = end.max(value);
            }
            _ => {
                let stop = value_end(t, value, range.end);
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
                    let role = if kind == 0 && !helps { &mut labels.lead } else { &mut labels.coordinating };
                    role.push(name(text, t, one));
                }
                i = end.max(value);
                // "Đơn vị thực hiện: Sở A chủ trì, phối hợp Sở B"
                let behind = t.phrase(end, "chủ trì").filter(|_| kind == 0);
                if let Some((_, with)) = behind.and_then(|from| t.find(from..stop, &["phối hợp"])) {
                    let partners = agency::list(t, role::after_with(t, with), stop);
                    labels.coordinating.extend(partners.names.iter().map(|n| name(text, t, n)));
                    i = partners.end.max(i);
                }
            }
        }
    }
    out
}

/// Where a label's value ends: at a stop, or where the next label begins.
fn value_end(t: &Tokens, value: usize, end: usize) -> usize {
    let next = [
        "cơ quan",
        "đơn vị",
        "chủ trì",
        "phối hợp",
        "thời gian",
        "thời hạn",
        "tiến độ",
        "hoàn thành",
        "kinh phí",
        "sản phẩm",
        "kết quả",
    ];
    let mut inside = false;
    for i in value..end {
        inside |= t.word(i) == "(";
        let stops = match t.word(i) {
            // "Chủ trì: Sở A — Phối hợp: Sở B"
            _ if t.is_dash(i) => next.iter().any(|p| t.phrase(i + 1, p).is_some()),
            ")" => !inside,
            "." => !t.is_any(i.saturating_sub(1), &["tp", "tx"]),
            _ => false,
        };
        let labelled = || (i + 1..(i + 6).min(end)).any(|k| t.word(k) == ":");
        if stops || next.iter().any(|p| t.phrase(i, p).is_some()) && labelled() {
            return i;
        }
    }
    end
}

/// A passage that only says who does the task before it, and when. True if it was one.
pub fn labels(walk: &mut Walk<'_>, piece: &Piece, t: &Tokens) -> bool {
    let Some(labels) = labelled(walk, t, 0..t.len()).filter(|l| l.at <= 1) else { return false };
    let document = walk.document;
    let parent = piece.clause.and_then(|c| if piece.opens { document.clauses[c].parent } else { Some(c) });
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

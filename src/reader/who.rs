//! Who does a task, by the cells of a table.

use super::opening::any;
use super::table::tokens;
use super::tokens::{Kind, Tokens};
use super::walk::Walk;
use super::{agency, role, task};
use std::ops::Range;

/// The names of a cell.
pub fn names(walk: &Walk<'_>, cell: &Range<usize>) -> Vec<String> {
    let text = &walk.document.layout.normal.text;
    let mut out = Vec::new();
    for span in lines_of_names(walk, cell) {
        let t = tokens(walk, &span);
        if (0..t.len()).any(|i| t.is_word(i)) {
            let dash = usize::from(t.is_dash(0) || t.sign(0) == b'+');
            out.extend(agency::all(&t, dash..t.len()).iter().map(|n| task::name(text, &t, n)));
        }
    }
    out
}

/// A line of its own is a name of its own, unless the name before was broken in two: it goes on in small letters,
/// or in a capital that begins no agency.
fn lines_of_names(walk: &Walk<'_>, span: &Range<usize>) -> Vec<Range<usize>> {
    let printed = walk.document.layout.normal.text.get(span.clone()).unwrap_or("");
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut start = span.start;
    for line in printed.split('\n') {
        let own = start..start + line.len();
        start = own.end + 1;
        let t = tokens(walk, &own);
        let begins = t.is_dash(0) || t.sign(0) == b'+' || agency::starts(&t, 0);
        let joined = |last: &Range<usize>| {
            let before = tokens(walk, last);
            !before.is_empty() && before.is_any(before.len() - 1, any!["và", "các", "của", "trực", "thuộc"])
        };
        match out.last_mut() {
            Some(last) if !begins || joined(last) => last.end = own.end,
            _ => out.push(own),
        }
    }
    out
}

/// One cell for all: "Sở A (chủ trì); Sở B, Sở C (phối hợp)", "Chủ trì: Sở A. Phối hợp: Sở B", "Sở A/Sở B".
pub fn told_in(walk: &Walk<'_>, cell: &Range<usize>) -> Option<(Vec<String>, Vec<String>)> {
    let t = tokens(walk, cell);
    told(&walk.document.layout.normal.text, &t, 0..t.len())
}

/// The same of a stretch that holds only names and their parts.
pub fn told(text: &str, t: &Tokens, range: Range<usize>) -> Option<(Vec<String>, Vec<String>)> {
    if !t.has(range.clone(), any!["chủ trì", "đầu mối", "phối hợp", "( ct )", "( ph )"]) {
        let slash = range.clone().find(|i| t.sign(*i) == b'/' && agency::starts(t, i + 1))?;
        let named = |r: Range<usize>| agency::all(t, r).iter().map(|n| task::name(text, t, n)).collect();
        return Some((named(range.start..slash), named(slash + 1..range.end)));
    }
    let (mut lead, mut partners) = (Vec::new(), Vec::new());
    let mut from = range.start;
    // What a label said, until the next one.
    let mut labelled = None;
    while from < range.end {
        let end = stretch(t, from, range.end);
        let office = t.first_of(from, any!["cơ quan", "đơn vị"]).filter(|o| part(t, *o).is_some());
        let mut start = office.unwrap_or(from);
        if let Some((behind, leading)) = part(t, start).filter(|(behind, _)| opens_names(t, *behind)) {
            labelled = Some(leading);
            start = role::after_with(t, behind);
        }
        let says = (start..end).find_map(|i| part(t, i).map(|(_, leading)| (i, leading)));
        let mut names_end = says.map_or(end, |(i, _)| i);
        while names_end > start && t.get(names_end - 1).is_some_and(|x| x.kind == Kind::Sign) {
            names_end -= 1;
        }
        // "Sở A chủ trì; Sở B": who stands behind the leader helps.
        let leading = says.map(|(_, leading)| leading).or(labelled).unwrap_or(lead.is_empty());
        let role = if leading { &mut lead } else { &mut partners };
        if names_end > start {
            role.extend(agency::all(t, start..names_end).iter().map(|n| task::name(text, t, n)));
        }
        from = end.max(from) + 1;
        if t.is_word(end) {
            from = end;
        }
    }
    Some((lead, partners))
}

/// Whether a short stretch holds nothing but names and their parts.
pub fn only_parts(t: &Tokens, range: Range<usize>) -> bool {
    let start = range.start + usize::from(part(t, range.start).is_some_and(|(behind, _)| opens_names(t, behind)));
    range.len() <= 60
        && (start > range.start || agency::starts(t, start))
        && !range.clone().any(|i| {
            let said = part(t, i).is_some() || i > 0 && part(t, i - 1).is_some() || agency::starts(t, i);
            !said
                && t.get(i).is_some_and(|x| !x.upper)
                && !t.is_any(i, any!["với", "cùng"])
                && agency::acts_in(t, i..i + 1)
        })
}

/// The same mark as the row above: "nt", "Như trên".
pub fn as_above(t: &Tokens) -> bool {
    let first = (0..t.len()).find(|i| t.is_word(*i));
    first.is_some_and(|i| t.len() <= i + 3 && (t.is(i, "nt") || t.phrase(i, "như trên").is_some()))
}

/// A word for a part in a task, what stands behind it, and whether it is the leader's.
fn part(t: &Tokens, at: usize) -> Option<(usize, bool)> {
    let behind = |words: &[&str]| words.iter().filter_map(|w| t.phrase(at, w)).max();
    behind(&["chủ trì thực hiện", "chủ trì", "làm đầu mối", "đầu mối", "ct"])
        .map(|b| (b, true))
        .or_else(|| behind(&["phối hợp thực hiện", "cùng phối hợp", "phối hợp", "ph"]).map(|b| (b, false)))
        // "Hội đồng Phối hợp phổ biến …"
        .filter(|(b, _)| at == 0 || !t.is_word(at - 1) || t.sign(*b) == b':' || !t.get(at).is_some_and(|x| x.upper))
}

/// Whether names stand behind a word for a part: "phối hợp: Sở B", "phối hợp với Sở B".
fn opens_names(t: &Tokens, behind: usize) -> bool {
    t.sign(behind) == b':' || agency::starts(t, role::after_with(t, behind))
}

/// Where a stretch of a cell ends that says one part: at a stop, behind "chủ trì" or "(phối hợp)", before a label.
fn stretch(t: &Tokens, from: usize, end: usize) -> usize {
    let mut said = false;
    for i in from..end {
        let office = t.first_of(i, any!["cơ quan", "đơn vị"]).unwrap_or(i);
        let label = part(t, office).filter(|(behind, _)| opens_names(t, *behind));
        let ends = match t.word(i) {
            ";" | "." => true,
            "," => said,
            _ => i > from && label.is_some(),
        };
        if ends {
            return i;
        }
        said |= part(t, i).is_some() && label.is_none();
    }
    end
}

/// The agencies of a line that holds nothing else but a number before them.
pub fn alone(t: &Tokens) -> Vec<Range<usize>> {
    // "NHIỆM VỤ CỦA SỞ CÔNG THƯƠNG"
    let opens = |i: &usize| *i == 0 || !t.is_word(i - 1) || t.is_any(i - 1, any!["của", "giao"]);
    let Some(start) = (0..t.len().min(6)).filter(opens).find(|i| agency::starts(t, *i)) else { return Vec::new() };
    let found = agency::list(t, start, t.len());
    let rest = (found.end..t.len()).any(|i| t.get(i).is_some_and(|x| x.kind != Kind::Sign));
    if rest { Vec::new() } else { found.names }
}

//! A sentence with several figures: which words and which year go with which.

use super::Unit;
use super::figure::Figure;
use super::horizon::{Cue, Horizon};
use super::opening::any;
use super::prose::content;
use super::tokens::Tokens;
use std::ops::Range;

/// Where one figure's words end and the next one's start.
pub fn segments(t: &Tokens, figs: &[Figure], years: &[Horizon], range: &Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = range.start;
    for (i, fig) in figs.iter().enumerate() {
        let Some(next) = figs.get(i + 1) else {
            out.push(start..range.end);
            break;
        };
        let gap = fig.number.end.max(start)..next.span.start.max(fig.number.end);
        let cut = cut_in(t, gap.clone(), years);
        out.push(start..cut);
        start = cut;
    }
    out
}

fn cut_in(t: &Tokens, gap: Range<usize>, years: &[Horizon]) -> usize {
    // Straight behind the figure, perhaps after a year: what follows belongs to the next one.
    let mut at = gap.start;
    while at < gap.end {
        if let Some(h) = years.iter().find(|h| h.span.start <= at && at < h.span.end) {
            at = h.span.end;
            continue;
        }
        if t.sign(at) == b'(' {
            match (at..gap.end).find(|j| t.sign(*j) == b')') {
                Some(close) => {
                    at = close + 1;
                    continue;
                }
                None => break,
            }
        }
        break;
    }
    if at >= gap.end {
        return gap.end;
    }
    if let Some(stop) = gap.clone().find(|i| t.sign(*i) == b';') {
        return stop;
    }
    if matches!(t.sign(at), b',' | b':') || t.is(at, "và") {
        return at.max(gap.start);
    }
    let markers = [
        ", trong đó",
        ", với",
        ", tỷ lệ",
        ", tỷ trọng",
        ", đạt",
        ", chiếm",
        ", tăng",
        ", đến năm",
        ", doanh số",
        ", số",
        "( trong đó",
        "trong đó",
        ", riêng",
        ", giá trị",
        ", tối thiểu",
        ", ít nhất",
        ", có",
    ];
    let mut found = None;
    let mut i = gap.start;
    while i < gap.end {
        if markers.iter().any(|m| t.phrase(i, m).is_some()) {
            found = Some(i);
        }
        i += 1;
    }
    found
        .or_else(|| gap.clone().rev().find(|i| matches!(t.sign(*i), b',' | b'(')))
        .or_else(|| gap.clone().rev().find(|i| t.is(*i, "và")))
        .unwrap_or(gap.end)
}

/// "từ 30 % (năm 2024) lên 55 %": the first is where things stand.
pub fn from_here(t: &Tokens, fig: &Figure, next: &Figure) -> bool {
    let gap = fig.number.end..next.span.start.max(fig.number.end);
    let from = (fig.span.start.saturating_sub(5)..fig.number.start).any(|i| t.is(i, "từ") || t.is(i, "mức"));
    // "tăng từ 30 % năm 2024 đến 55 %": only with the year between, else it is a range.
    let reached =
        next.raised_to || next.span.start > 0 && t.is_any(next.span.start - 1, any!["đến", "tới", "thành", "còn"]);
    reached && fig.unit == next.unit && gap.len() <= 20 && from && !gap.clone().any(|i| t.sign(i) == b';')
}

/// Which year goes with which figure.
pub fn assign(
    t: &Tokens,
    figs: &[Figure],
    years: &[Horizon],
    range: &Range<usize>,
    first: Option<i32>,
) -> Vec<Option<usize>> {
    // "gấp đôi năm 2024" says what it is measured against.
    let measure = |h: &Horizon| {
        let behind = |f: &Figure| f.number.end <= h.span.start && h.span.start <= f.number.end + 2;
        h.cue == Cue::In && figs.iter().any(|f| f.unit == Unit::Multiple && behind(f))
    };
    let holds = |h: &Horizon| match h.cue {
        Cue::Against => false,
        Cue::In if measure(h) => false,
        // "từ năm 2027 có hóa đơn điện tử" is a horizon, "từ năm 2020 đã có" is none.
        Cue::From => figs.len() == 1 && first.is_some_and(|first| h.year > first),
        _ => true,
    };
    let usable: Vec<usize> = (0..years.len()).filter(|i| holds(&years[*i])).collect();
    let mut out = vec![None; figs.len()];
    let in_turn = t.find(range.clone(), any!["lần lượt", "tương ứng", "theo thứ tự"]).is_some();
    if in_turn && usable.len() == figs.len() && figs.len() > 1 {
        return usable.into_iter().map(Some).collect();
    }
    let mut leading: Option<usize> = None;
    let mut next_year = 0;
    for (i, fig) in figs.iter().enumerate() {
        // Years before this figure.
        let mut trailing_of_last = None;
        while next_year < usable.len() && years[usable[next_year]].span.start < fig.span.start {
            let h = usable[next_year];
            let span = &years[h].span;
            let trails = i > 0 && {
                let last = &figs[i - 1];
                let between = last.number.end..span.start;
                // "từ 91 % năm 2026 lên 98 %"
                let stands = from_here(t, last, fig);
                let breaks = |r: Range<usize>| {
                    r.clone().any(|k| matches!(t.sign(k), b',' | b';') || t.is_any(k, any!["và", "rồi"]))
                };
                let after = span.end..fig.span.start;
                let bracketed = between.clone().any(|k| t.sign(k) == b'(') && after.clone().any(|k| t.sign(k) == b')');
                bracketed
                    || stands
                    || (!breaks(between.clone())
                        && (breaks(after.clone()) || between.len() <= 2 && content(t, after) > 1))
            };
            if trails {
                trailing_of_last = Some(h);
            } else {
                leading = Some(h);
            }
            next_year += 1;
        }
        if let (Some(h), Some(slot)) = (trailing_of_last, i.checked_sub(1).and_then(|k| out.get_mut(k))) {
            *slot = Some(h);
        }
        out[i] = leading;
        // A year inside the brackets that a figure stands in is its own.
    }
    // What stands behind the last figure.
    let behind: Vec<usize> =
        usable.into_iter().filter(|h| figs.last().is_some_and(|f| years[*h].span.start >= f.number.end)).collect();
    if let Some(h) = behind.first().copied() {
        let last = figs.len() - 1;
        let close = years[h].cue != Cue::Date;
        let inner = figs[last].number.end..years[h].span.start;
        if close && (out[last].is_none() || (!inner.clone().any(|k| t.sign(k) == b',') && inner.len() < 30)) {
            let earlier = out[last];
            out[last] = Some(h);
            // "đạt 40 % và 60 % vào năm 2030": one year for all, if none has its own; "5.400 tỷ, bằng 118 % năm
            // trước" is none.
            if earlier.is_none() && first.is_none_or(|first| years[h].year >= first) {
                for slot in &mut out {
                    slot.get_or_insert(h);
                }
            }
        }
    }
    out
}

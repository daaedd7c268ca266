//! Whether a percentage is the growth of a year.

use super::figure::{Figure, year};
use super::opening::any;
use super::tokens::Tokens;
use super::walk::Walk;
use std::ops::Range;

/// "tăng 20 % so với năm trước", in a plan for 2026 "so với năm 2025": the growth of one year.
pub fn grows_on_last_year(walk: &Walk<'_>, t: &Tokens, seg: &Range<usize>, fig: &Figure) -> bool {
    if !t.has(seg.start..fig.number.start, any!["tăng", "tăng trưởng"]) {
        return false;
    }
    let behind = fig.number.end..(fig.number.end + 8).min(t.len());
    let last = walk.out.plan.period.filter(|p| p.0 == Some(p.1)).map(|p| p.1 - 1);
    let Some((_, at)) = t.find(behind.clone(), any!["so với năm", "so với cùng kỳ năm", "so năm"]) else {
        return t.has(behind, any!["so với cùng kỳ"]);
    };
    t.is_any(at, any!["trước", "liền"]) || year(t.word(at)).is_some_and(|y| Some(y) == last)
}

/// "hằng năm tăng 15 %", "tốc độ tăng bình quân đạt 20 %", "tốc độ tăng: 26 %".
pub fn grows_yearly(t: &Tokens, range: &Range<usize>) -> bool {
    // "mỗi năm tăng 5 điểm, đạt 75 %" reaches a level.
    let level = |i: usize| t.is_any(i, any!["đạt", "chiếm", "lên", "còn", "bằng"]);
    let reach = |i: &usize| {
        let behind = *i..range.end;
        (t.sign(*i) == b',' || t.is(*i, "để")) && behind.clone().any(level) && !behind.clone().any(|k| t.is(k, "tăng"))
    };
    let range = &(range.clone().rev().take(16).find(reach).unwrap_or(range.start)..range.end);
    let grows = t.has(range.clone(), any!["tăng", "tăng trưởng"]);
    // A rate is of a year, unless it is said since when.
    let rate = t.has(range.clone(), any!["tốc độ tăng", "tăng trưởng", "mức tăng", "tốc độ phát triển"]);
    let mean = grows && t.has(range.clone(), any!["bình quân", "trung bình"]);
    let since = t.has(range.end..range.end + 6, any!["so với", "so năm"]);
    (rate || mean) && !since || grows && t.has(range.clone(), any!["hằng năm", "hàng năm", "mỗi năm", "từng năm"])
}

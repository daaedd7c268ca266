//! Figures in a row: "10 %, 12 % và 15 %" of one thing, or "lần lượt 60 % và 45 %" of several.

use super::Unit;
use super::figure::Figure;
use super::horizon::Horizon;
use super::indicator::indicator;
use super::opening::{AnyOf, any};
use super::prose::{content, meaningful};
use super::tokens::{Kind, Tokens};
use std::ops::Range;

/// For each figure the row it stands in: figures of one unit with only years and small words between them.
pub fn rows(t: &Tokens, figs: &[Figure], years: &[Horizon]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for i in 0..figs.len() {
        let goes_on = i > 0 && figs[i].unit == figs[i - 1].unit && {
            let mut gap = figs[i - 1].number.end..figs[i].span.start.max(figs[i - 1].number.end);
            gap.all(|k| {
                let idle =
                    any!["và", "đạt", "là", "lên", "vào", "còn", "rồi", "hoặc", "năm", "đến", "tới", "tiếp", "theo"];
                let sign = t.get(k).is_some_and(|x| x.kind == Kind::Sign) && t.sign(k) != b';';
                sign || t.is_any(k, idle) || years.iter().any(|h| h.span.contains(&k))
            })
        };
        let from = out.last().filter(|_| goes_on).map_or(i, |row| row.start);
        for row in out.iter_mut().skip(from) {
            row.end = i + 1;
        }
        out.push(from..i + 1);
    }
    out
}

/// What says that figures and things go together one by one.
pub const IN_TURN: AnyOf = any!["lần lượt", "tương ứng", "theo thứ tự", "theo trình tự"];

/// The things, one for each figure of a row, where they are told in turn. `start`: where their words can start.
fn things(t: &Tokens, row: &[Figure], start: usize, end: usize) -> Option<Vec<Range<usize>>> {
    let (first, last) = (row.first()?, row.last()?);
    let start = start.max(first.span.start.saturating_sub(80));
    let told = start..first.span.start.max(start);
    let near = start..(last.number.end + 4).min(end);
    if row.len() < 2 || !t.has(near, IN_TURN) {
        return None;
    }
    let small = |i: usize| ["nhỏ và vừa", "vừa và nhỏ"].iter().any(|p| i > 0 && t.phrase(i - 1, p).is_some());
    let parts = |i: usize| matches!(t.sign(i), b',' | b';') || t.is(i, "và") && !small(i);
    let cuts: Vec<usize> =
        told.clone().filter(|i| parts(*i) && content(t, start..*i) > 0 && content(t, *i..told.end) > 0).collect();
    let headed: Vec<usize> = cuts
        .iter()
        .copied()
        .filter(|i| {
            let at = i + 1 + usize::from(t.is(i + 1, "và"));
            t.is_any(at, any!["tỷ", "số", "doanh", "tốc", "mức", "giá", "quy", "kim", "chi"])
        })
        .collect();
    let wanted = row.len() - 1;
    // The last ones, where more of them stand inside the first thing.
    let chosen = if headed.len() == wanted { headed } else { cuts.get(cuts.len().checked_sub(wanted)?..)?.to_vec() };
    let from = std::iter::once(told.start).chain(chosen.iter().map(|c| c + 1));
    Some(from.zip(chosen.iter().copied().chain([told.end])).map(|(a, b)| a..b).collect())
}

/// Where the first thing says what is done: "tỷ lệ doanh nghiệp | có website".
pub fn verb(t: &Tokens, thing: &Range<usize>) -> usize {
    let verbs = any!["có", "sử", "dùng", "tham", "ứng", "nhận", "bán", "mua", "được", "thực", "ở", "tại", "áp", "chấp"];
    thing.clone().skip(1).find(|i| t.is_any(*i, verbs)).unwrap_or(thing.end)
}

/// One of several things that are told in turn, and what is said of all of them.
pub struct Thing {
    /// The words of the first one up to what it does.
    head: Range<usize>,
    own: Range<usize>,
    /// What stands behind the last figure.
    tail: Range<usize>,
}

impl Thing {
    /// Its indicator.
    pub fn indicator(&self, t: &Tokens, unit: Unit) -> Option<&'static str> {
        let rest = format!("{}{}", t.line(self.own.clone()), t.line(self.tail.clone()));
        // "… mua sắm trực tuyến ở thành thị và nông thôn": only where.
        let place = t.is_any(self.own.start, any!["nông", "thành", "đô", "vùng", "khu", "miền"]);
        indicator(&rest, unit)
            .or_else(|| indicator(&format!("{}{rest}", t.line(self.head.clone())), unit))
            .or_else(|| indicator(&t.line(self.head.start..self.own.end), unit).filter(|_| place))
    }
}

/// The things of rows of figures, where they are told in turn and the years are not.
pub fn in_turn(
    t: &Tokens,
    figs: &[Figure],
    rows: &[Range<usize>],
    cuts: &[Range<usize>],
    assigned: &[Option<usize>],
    years: &[Horizon],
) -> Vec<Option<Thing>> {
    let mut out = Vec::new();
    let mut last_told: Vec<Range<usize>> = Vec::new();
    for row in rows.iter().enumerate().filter(|(i, row)| row.start == *i).map(|(_, row)| row.clone()) {
        let (from, last) = (cuts[row.start].start, row.end - 1);
        // A year for each.
        let mut own: Vec<usize> = assigned[row.clone()].iter().filter_map(|h| *h).collect();
        own.dedup();
        let end = cuts[last].end;
        let found = if own.len() > 1 { None } else { things(t, &figs[row.clone()], from, end) };
        // "… lần lượt 65 % và 50 % (các mốc tương ứng của năm 2028 là 55 % và 40 %)"
        let again = last_told.len() == row.len() && t.has(from..figs[row.start].span.start.max(from), IN_TURN);
        let found = found.or_else(|| again.then(|| last_told.clone()));
        last_told = found.clone().unwrap_or_default();
        let tail = meaningful(t, figs[last].span.end..end.max(figs[last].span.end), years);
        match found {
            Some(list) => {
                let head = list[0].start..verb(t, &list[0]);
                out.extend(list.into_iter().map(|own| Some(Thing { head: head.clone(), own, tail: tail.clone() })));
            }
            None => out.extend(row.map(|_| None)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::figure::figures;
    use crate::reader::horizon::horizons;

    #[track_caller]
    fn check(text: &str, expected: Option<&[&str]>) {
        let mut t = Tokens::default();
        t.add(text, 0);
        t.finish();
        let figs = figures(&t, 0..t.len(), None);
        let row = rows(&t, &figs, &horizons(&t, 0..t.len())).pop().expect("there is a figure");
        let found = things(&t, &figs[row], 0, t.len());
        let found = found.map(|list| list.iter().map(|r| t.line(r.clone()).trim().to_owned()).collect::<Vec<_>>());
        let expected = expected.map(|list| list.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>());
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn things_told_in_turn() {
        check(
            "Tỷ lệ nhãn A và tỷ lệ nhãn B lần lượt đạt 60% và 45%",
            Some(&["tỷ lệ nhãn a", "tỷ lệ nhãn b lần lượt đạt"]),
        );
        check(
            "Hộ nhỏ và vừa có quầy, có kho lần lượt đạt 60%, 45%",
            Some(&["hộ nhỏ và vừa có quầy", "có kho lần lượt đạt"]),
        );
        check("Tỷ lệ nhãn A lần lượt đạt 60% và 45%", None);
        check("Tỷ lệ nhãn A và nhãn B đạt 60%", None);
        check("Tỷ lệ nhãn A và nhãn B đạt 60% và 45%", None);
    }
}

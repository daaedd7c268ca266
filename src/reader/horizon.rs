//! Years: by when something is to be reached.

use super::figure::year;
use super::opening::any;
use super::tokens::Tokens;
use std::ops::Range;

/// A year or period that a passage names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Horizon {
    /// Where it stands.
    pub span: Range<usize>,
    /// The first year of a period.
    pub from: Option<i32>,
    /// The year, or a period's last.
    pub year: i32,
    /// What is said of it.
    pub cue: Cue,
}

/// What is said of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cue {
    /// "đến năm", "trước năm", "hết năm": by then.
    By,
    /// "vào năm", "trong năm", "năm": in it.
    In,
    /// "giai đoạn … - …", "từ năm … đến năm …".
    Period,
    /// "so với năm", "từ năm": what it is measured against.
    Against,
    /// "từ năm 2027": from when on, or what something grows from.
    From,
    /// The date of a document.
    Date,
}

/// The years of a range, in order.
pub fn horizons(t: &Tokens, range: Range<usize>) -> Vec<Horizon> {
    let mut out: Vec<Horizon> = Vec::new();
    let end = range.end.min(t.len());
    let mut i = range.start;
    while i < end {
        let Some(first) = t.is_number(i).then(|| year(t.word(i))).flatten().filter(|_| t.sign(i + 1) != b'%') else {
            i += 1;
            continue;
        };
        let mut last = i + 1;
        let mut period = None;
        // "2026 - 2030", "2026 đến năm 2030", "2026-30" is not written.
        let mut next = i + 1;
        if t.is_dash(next) || t.is_any(next, any!["đến", "tới"]) {
            next += 1;
            if t.is_any(next, any!["hết", "cuối"]) {
                next += 1;
            }
            if t.is(next, "năm") {
                next += 1;
            }
            if let Some(second) = year(t.word(next)).filter(|y| *y >= first && next < end && t.sign(next + 1) != b'%') {
                let said =
                    t.is_dash(i + 1) || (i > 0 && (t.is(i - 1, "từ") || t.is_any(i.saturating_sub(2), any!["từ"])));
                if said {
                    period = Some(second);
                    last = next + 1;
                }
            }
        }
        if let Some(horizon) = cue(t, i, range.start).map(|(start, cue)| match period {
            Some(second) if cue != Cue::Date => {
                Horizon { span: start..last, from: Some(first), year: second, cue: Cue::Period }
            }
            _ => Horizon { span: start..last, from: None, year: first, cue },
        }) {
            out.push(horizon);
        } else if let Some(second) = period {
            out.push(Horizon { span: i..last, from: Some(first), year: second, cue: Cue::Period });
        }
        i = last;
    }
    out
}

/// What is said before a year, and from where.
fn cue(t: &Tokens, i: usize, start: usize) -> Option<(usize, Cue)> {
    let back = |n: usize| i.checked_sub(n).filter(|at| *at >= start);
    let mut p = i;
    // "31/12/2025", "tháng 6/2026", "quý IV/2026", "quý IV năm 2026", "ngày 15 tháng 5 năm 2020"
    let mut dated = false;
    if back(1).is_some_and(|at| matches!(t.sign(at), b'/' | b'-' | b'.')) && back(2).is_some() {
        let mut at = i - 2;
        while at > start && matches!(t.sign(at - 1), b'/' | b'-' | b'.') && i - at < 8 {
            at = at.saturating_sub(2).max(start);
        }
        p = at;
        dated = true;
    } else if back(1).is_some_and(|at| t.is(at, "năm")) {
        p = i - 1;
        if p >= start + 2 && t.is_any(p - 2, any!["tháng", "quý"]) {
            p -= 2;
            dated = true;
        }
    } else if !back(1).is_some_and(|at| {
        t.is_any(
            at,
            any!["đến", "tới", "hết", "cuối", "đoạn", "kỳ", "trước", "vào", "trong", "(", ":", "từ", "tiêu", "và", ","],
        )
    }) && back(1).is_some()
        && !(back(1).is_some_and(|at| t.is(at, "mốc"))
            || t.sign(i + 1) == b':' && back(1).is_some_and(|at| t.is_word(at) || t.sign(at) == b';'))
    {
        // A four-digit number that nothing calls a year.
        return None;
    }
    if dated {
        while p > start && t.is_any(p - 1, any!["tháng", "ngày", "quý"]) {
            p -= 1;
            if p > start + 1 && t.is_any(p - 2, any!["ngày", "tháng"]) {
                p -= 2;
            }
        }
    }
    let mut cue = if dated { Cue::Date } else { Cue::In };
    for _ in 0..4 {
        if p <= start {
            break;
        }
        let before = p - 1;
        if t.is_any(before, any!["đến", "tới", "trước", "hết", "cuối", "nhất"]) {
            cue = Cue::By;
            p = before;
        } else if t.is_any(before, any!["vào", "trong", "của", "mốc"]) {
            if cue == Cue::Date {
                cue = Cue::In;
            }
            p = before;
        } else if t.is_any(before, any!["từ", "kể", "sau"]) {
            cue = if t.is(before, "sau") || cue == Cue::Against { Cue::Against } else { Cue::From };
            p = before;
        } else if t.is(before, "với")
            || t.is_any(before, any!["kỳ", "mức"]) && before > start && t.is_any(before - 1, any!["với", "cùng"])
        {
            cue = Cue::Against;
            p = before.saturating_sub(1).max(start);
            break;
        } else if t.is(before, "đoạn") || t.is(before, "kỳ") {
            if cue == Cue::In {
                cue = Cue::By;
            }
            p = before.saturating_sub(1).max(start);
            break;
        } else {
            break;
        }
    }
    Some((p, cue))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(Option<i32>, i32, Cue)]) {
        let mut t = Tokens::default();
        t.add(text, 0);
        t.finish();
        let found: Vec<_> = horizons(&t, 0..t.len()).into_iter().map(|h| (h.from, h.year, h.cue)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn years_and_what_is_said_of_them() {
        check("Đến năm 2025 đạt 50%, đến năm 2030 đạt 70%", &[(None, 2025, Cue::By), (None, 2030, Cue::By)]);
        check("giai đoạn 2026 - 2030", &[(Some(2026), 2030, Cue::Period)]);
        check("từ năm 2026 đến năm 2028", &[(Some(2026), 2028, Cue::Period)]);
        check("tăng 18% so với năm 2019", &[(None, 2019, Cue::Against)]);
        check("trước ngày 30/6/2026", &[(None, 2026, Cue::By)]);
        check("ngày 15 tháng 5 năm 2020", &[(None, 2020, Cue::Date)]);
        check("hoàn thành trong quý IV/2026", &[(None, 2026, Cue::In)]);
        check("kể từ năm 2027 có hóa đơn", &[(None, 2027, Cue::From)]);
        check("hỗ trợ 2025 doanh nghiệp", &[]);
        check("Mốc 2028: 55%", &[(None, 2028, Cue::In)]);
        check("người mua 2026: 45%", &[(None, 2026, Cue::In)]);
        check("den nam 2030 dat", &[(None, 2030, Cue::By)]);
    }
}

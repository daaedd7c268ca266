//! How a figure binds: "trên", "từ … trở lên", "không quá", a range.

use super::Unit;
use super::opening::{AnyOf, any, opening};
use super::tokens::{Kind, Tokens};
use crate::model::Comparator;
use std::ops::Range;
use std::sync::LazyLock;

/// A comparator with the words that say it.
pub struct Bound {
    /// The comparator.
    pub comparator: Comparator,
    /// From its words to the figure's end.
    pub span: Range<usize>,
    /// "lên 55 %".
    pub raised_to: bool,
}

/// The words that stand before a figure, each with the [`opening`] of the last of them: most figures stand behind none.
static ENDINGS: LazyLock<Vec<(u32, Comparator, &str)>> = LazyLock::new(|| {
    let ending = |phrase: &str| opening(phrase.rsplit(' ').next().unwrap_or(phrase));
    BEFORE.iter().flat_map(|(c, phrases)| phrases.iter().map(move |p| (ending(p), *c, *p))).collect()
});

const BEFORE: &[(Comparator, &[&str])] = &[
    (
        Comparator::Lte,
        &[
            "không vượt quá",
            "không để vượt quá",
            "không để quá",
            "không quá",
            "tối đa",
            "nhiều nhất",
            "không cao hơn",
            "không lớn hơn",
            "không hơn",
            "không vượt",
            "cao nhất",
            "≤",
            "chậm nhất",
            "không trên",
            "nhỏ hơn hoặc bằng",
            "< =",
        ],
    ),
    (
        Comparator::Gte,
        &[
            "không dưới",
            "không thấp hơn",
            "không ít hơn",
            "không kém",
            "không nhỏ hơn",
            "tối thiểu",
            "ít nhất",
            "đạt và vượt",
            "bằng hoặc cao hơn",
            "bằng hoặc hơn",
            "thấp nhất",
            "≥",
            "chí ít",
            "> =",
            "đạt hoặc vượt",
            "lớn hơn hoặc bằng",
        ],
    ),
    (
        Comparator::Gt,
        &[
            "cao hơn",
            "lớn hơn",
            "nhiều hơn",
            "vượt mức",
            "vượt trên",
            "vượt ngưỡng",
            "vượt mốc",
            "vượt",
            "hơn",
            "trên",
            ">",
            "quá",
        ],
    ),
    (Comparator::Lt, &["thấp hơn", "nhỏ hơn", "ít hơn", "dưới", "<", "chưa đến", "chưa đầy", "chưa tới"]),
    (Comparator::Approx, &["khoảng", "xấp xỉ", "gần", "ước", "chừng", "~", "≈", "trong khoảng"]),
];
const FILLERS: AnyOf = any![
    "đạt",
    "mức",
    "là",
    "được",
    "lên",
    "còn",
    "có",
    "ở",
    "chiếm",
    "từ",
    "xuống",
    "tỷ",
    "lệ",
    "bằng",
    "đến",
    "tới",
    "mốc",
    "ngưỡng",
    "hạng",
];

/// Reads what binds the figure at `number`, looking no further than `start` and `end`.
pub fn comparator(t: &Tokens, number: Range<usize>, start: usize, end: usize, range: bool, unit: Unit) -> Bound {
    let mut from = number.start;
    let mut to = number.end;
    let mut found = None;
    let mut p = number.start;
    let (mut from_word, mut raised_to) = (false, false);
    for _ in 0..5 {
        if p <= start {
            break;
        }
        let key = t.key(p - 1);
        let mut hit: Option<(Comparator, usize)> = None;
        for (_, c, phrase) in ENDINGS.iter().filter(|(ending, ..)| *ending == key || t.lost) {
            let from = t.phrase_before(p, phrase).filter(|from| *from >= start);
            // The first comparator with words that stand here, and the longest of its words.
            if let Some(from) = from.filter(|from| hit.is_none_or(|(known, at)| known == *c && *from < at)) {
                hit = Some((*c, from));
            }
        }
        if let Some((c, at)) = hit {
            found = Some(c);
            from = at;
            // "từ trên 50%"
            if at > start && t.is(at - 1, "từ") {
                from_word = true;
            }
            raised_to |= at > start && t.is_any(at - 1, any!["lên", "xuống"]);
            break;
        }
        if t.is(p - 1, "từ") {
            from_word = true;
            from = p - 1;
        }
        raised_to |= t.is_any(p - 1, any!["lên", "xuống"]);
        if !t.is_any(p - 1, FILLERS) {
            break;
        }
        p -= 1;
    }
    let up = t.find(to..(to + 5).min(end), any!["trở lên", "hoặc cao hơn", "hoặc hơn", "hoặc nhiều hơn"]);
    let down = t.find(to..(to + 5).min(end), any!["trở xuống", "hoặc thấp hơn", "hoặc ít hơn"]);
    let no_comma = |r: (usize, usize)| (to..r.0).all(|i| t.get(i).is_none_or(|x| x.kind == Kind::Word));
    let mut comparator = match (found, up.filter(|r| no_comma(*r)), down.filter(|r| no_comma(*r))) {
        (_, Some((at, behind)), _) => {
            if at <= to + 1 {
                to = behind;
            }
            Comparator::Gte
        }
        (_, _, Some((at, behind))) => {
            if at <= to + 1 {
                to = behind;
            }
            Comparator::Lte
        }
        (Some(Comparator::Approx) | None, ..) if range => Comparator::Range,
        (Some(c), ..) => c,
        (None, ..) if from_word && unit != Unit::Rank => Comparator::Gte,
        (None, ..) => Comparator::Eq,
    };
    // "không để tỷ lệ hoàn hàng vượt 7 %"
    if comparator == Comparator::Gt && t.has(from.saturating_sub(10).max(start)..from, any!["không để", "không cho"])
    {
        comparator = Comparator::Lte;
    }
    // "trên 100 % số xã" is on all of them, not above.
    let whole = unit == Unit::Percent && (number.start..number.end).any(|i| t.word(i) == "100");
    if whole && comparator == Comparator::Gt {
        comparator = Comparator::Eq;
    }
    if range && matches!(comparator, Comparator::Gt | Comparator::Lt) {
        comparator = Comparator::Range;
    }
    if unit == Unit::Rank {
        let group = t.find(number.start..number.end, any!["top", "tốp"]).is_some()
            || number.clone().any(|i| t.is_word(i) && !t.is(i, "thứ"));
        comparator = match comparator {
            Comparator::Gte | Comparator::Gt => Comparator::Lte,
            Comparator::Eq if group => Comparator::Lte,
            other => other,
        };
    }
    Bound { comparator, span: from..to, raised_to }
}

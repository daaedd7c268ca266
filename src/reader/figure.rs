//! Figures: value, comparator, unit, and how far they reach in the sentence.

use super::Unit;
use super::bound::{Bound, comparator};
use super::measure::{COUNTED, unit_at};
use super::names::{Words, index};
use super::numeral::{self, Part, amount, clean, scale};
use super::opening::any;
use super::tokens::{Kind, Tokens};
use crate::model::Comparator;
use std::ops::Range;

/// A figure of a sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// From its comparator to its unit.
    pub span: Range<usize>,
    /// The number alone, with its scale and unit.
    pub number: Range<usize>,
    /// The figure in base units, or a range's lower end.
    pub value: f64,
    /// A range's upper end.
    pub max: Option<f64>,
    /// How it binds.
    pub comparator: Comparator,
    /// What it counts.
    pub unit: Unit,
    /// The counted noun is a course, a meeting, a post: something that a task does.
    pub activity: bool,
    /// Money that is not said to be a person's or a market's.
    pub money: bool,
    /// "lên 55%": the figure before it is where things stand.
    pub raised_to: bool,
}

/// The number in a figure's token: points group, a comma is the decimal sign, unless the digits say otherwise.
pub fn number(text: &str) -> Option<f64> {
    let groups = |sign: char| {
        let mut parts = text.split(sign);
        let first = parts.next().unwrap_or("");
        let mut rest = parts.clone();
        (1..=3).contains(&first.len()) && first != "0" && rest.next().is_some() && parts.all(|p| p.len() == 3)
    };
    let plain = match (text.contains('.'), text.contains(',')) {
        (true, true) if text.rfind('.') > text.rfind(',') => text.replace(',', ""),
        (true, true) => text.replace('.', "").replace(',', "."),
        (true, false) if groups('.') => text.replace('.', ""),
        (false, true) if text.matches(',').count() > 1 && groups(',') => text.replace(',', ""),
        (false, true) => text.replace(',', "."),
        _ => text.to_owned(),
    };
    if plain.len() > 18 {
        return None;
    }
    crate::i18n::parse_decimal(&plain)
}

/// A whole year written as such.
pub fn year(text: &str) -> Option<i32> {
    (text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
        .filter(|y| (1990..=2100).contains(y))
}

/// The units a table's column or caption gives to bare figures.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Given {
    /// The unit.
    pub unit: Option<Unit>,
    /// What a figure is multiplied by.
    pub scale: f64,
    /// It counts activities.
    pub activity: bool,
    /// It is money.
    pub money: bool,
}

/// What a figure in words begins with.
static OPENINGS: Words =
    Words::new(|| index("một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nửa|phân nửa|cứ|trong|gấp|nhân đôi"));

/// The figures of a range, in order. `given`: the unit of bare numbers.
pub fn figures(t: &Tokens, range: Range<usize>, given: Option<Given>) -> Vec<Figure> {
    let mut out = Vec::new();
    let mut i = range.start;
    let end = range.end.min(t.len());
    while i < end {
        let found = match t.get(i).map(|x| x.kind) {
            Some(Kind::Number) => share(t, i, range.start, end).or_else(|| figure_at(t, i, range.start, end, given)),
            Some(Kind::Word) if OPENINGS.at(t, i).is_some() => multiple(t, i, range.start, end)
                .or_else(|| share(t, i, range.start, end))
                .or_else(|| figure_at(t, i, range.start, end, None)),
            _ => None,
        };
        match found {
            Some(figure) => {
                i = figure.number.end.max(i + 1);
                match out.last_mut() {
                    Some(last) if said_again(t, last, &figure) => {
                        last.number.end = i + usize::from(t.sign(i) == b')');
                        last.span.end = last.span.end.max(last.number.end);
                    }
                    Some(last) if describes(t, last, &figure) => {}
                    _ => out.push(figure),
                }
            }
            None => i += 1,
        }
    }
    out
}

/// "60 % (sáu mươi phần trăm)".
fn said_again(t: &Tokens, before: &Figure, figure: &Figure) -> bool {
    let same = before.unit == figure.unit && before.value.to_bits() == figure.value.to_bits();
    same && t.sign(before.number.end) == b'(' && figure.number.start <= before.number.end + 2
}

/// "80 % hợp tác xã có ít nhất một sản phẩm trên sàn": the few say which of them count.
fn describes(t: &Tokens, before: &Figure, figure: &Figure) -> bool {
    let gap = before.number.end..figure.span.start.max(before.number.end);
    // "cài và sử dụng ít nhất một ứng dụng"
    let used = figure.span.start > 0 && t.is_any(figure.span.start - 1, any!["dụng", "có", "trên", "qua", "với"]);
    let apart = |i: usize| matches!(t.sign(i), b',' | b';' | b':') || t.is(i, "đạt") || !used && t.is(i, "và");
    let few = figure.unit == Unit::Count && figure.value <= 5.0 && before.unit == Unit::Percent;
    // "5 doanh nghiệp đạt doanh thu trên 100 tỷ đồng"
    let sized = figure.money && !before.money && before.unit != Unit::PercentPerYear && gap.len() > 1;
    let listed = |i: usize| matches!(t.sign(i), b',' | b';' | b':' | b'(') || t.is(i, "và");
    sized && !gap.clone().any(listed) || few && !gap.clone().any(apart)
}

/// "ít nhất một nửa số xã": fifty per cent; "7/10 hộ": seventy; "45/124 xã": so many communes.
fn share(t: &Tokens, i: usize, start: usize, end: usize) -> Option<Figure> {
    let counted = |at: usize| COUNTED.at(t, at).is_some();
    let (part, from) = match numeral::part(t, i, counted) {
        Some(part) => (part, i),
        None => numeral::each_of(t, i, end)?,
    };
    let (value, number, unit) = match part {
        Part::Share(value, behind) => (value, from..behind, Unit::Percent),
        Part::Of(count, behind) => (count, from..behind, Unit::Count),
    };
    if number.end > end {
        return None;
    }
    let bounds = comparator(t, number.clone(), start, end, false, unit);
    Some(plain(number, value, unit, bounds))
}

/// A figure of one value and no money.
fn plain(number: Range<usize>, value: f64, unit: Unit, bounds: Bound) -> Figure {
    Figure {
        span: bounds.span,
        number,
        value,
        max: None,
        comparator: bounds.comparator,
        unit,
        activity: false,
        money: false,
        raised_to: bounds.raised_to,
    }
}

/// "gấp đôi", "gấp ba".
fn multiple(t: &Tokens, i: usize, start: usize, end: usize) -> Option<Figure> {
    let (next, value) = [("gấp đôi", 2.0), ("gấp rưỡi", 1.5), ("nhân đôi", 2.0)]
        .iter()
        .find_map(|(p, v)| t.phrase(i, p).map(|n| (n, *v)))
        .or_else(|| amount(t, i + 1).filter(|_| t.is(i, "gấp")).map(|(n, at)| (at, n)))
        .filter(|(n, _)| *n <= end)?;
    // "gấp 2 - 3 lần" is a range; "gấp 2 triệu" counts something.
    if t.is_dash(next) || t.is_any(next, any!["đến", "tới"]) || scale(t, next).is_some() {
        return None;
    }
    let next = if t.is(next, "lần") { next + 1 } else { next };
    let bounds = comparator(t, i..next, start, end, false, Unit::Multiple);
    Some(plain(i..next, value, Unit::Multiple, bounds))
}

/// A number of one word is an article as often as a figure: it counts where something binds it or says so before it.
fn is_figure_in_words(t: &Tokens, start: usize, figure: &Figure, words: usize) -> bool {
    let counts = matches!(figure.unit, Unit::Count | Unit::Participants);
    let said = any!["có", "thêm", "dựng", "lập", "trợ", "thành", "triển", "trì", "tạo", "hành", "đưa", "mở", "nhận"];
    let verb = figure.span.start > start && t.is_any(figure.span.start - 1, said) && figure.value > 1.0;
    words > 1
        || !counts
        || figure.span.start == start && figure.value > 1.0
        || matches!(figure.comparator, Comparator::Gte | Comparator::Lte)
        || verb
}

fn figure_at(t: &Tokens, i: usize, start: usize, end: usize, given: Option<Given>) -> Option<Figure> {
    // "52/2013/NĐ-CP", "31/12/2025", "4.0"
    let slashed = |i: usize| t.sign(i) == b'/' && t.get(i + 1).is_some_and(|x| x.kind == Kind::Number || x.upper);
    // "thứ 20/34 tỉnh, thành phố"
    let placed = i > start && t.is_any(i - 1, any!["thứ", "hạng", "trí"]) && t.sign(i + 1) == b'/';
    if slashed(i + 1) && !placed && !t.is(i + 2, "usd") && i + 1 < end || (i > start && t.sign(i - 1) == b'/' && i >= 2)
    {
        return None;
    }
    // "Năm trường đại học mở ngành …": five of them, where a sentence starts.
    let five = i == start
        && t.is(i, "năm")
        && !t.lost
        && !t.is_any(i + 1, any!["cơ", "tổ", "đơn"])
        && COUNTED.at(t, i + 1).is_some();
    let (mut value, mut at) = amount(t, i).or(five.then_some((5.0, i + 1)))?;
    let in_words = at - i;
    at += 2 * usize::from(placed);
    // "1 000 000"
    let spaced =
        |at: usize| t.word(at).len() == 3 && t.word(at).bytes().all(|b| b == b'0') && t.word(at - 1).len() <= 3;
    while at < end && spaced(at) && t.get(at).zip(t.get(at - 1)).is_some_and(|(b, a)| b.start <= a.end + 2) {
        value *= 1000.0;
        at += 1;
    }
    let mut max = None;
    let mut percent = t.sign(at) == b'%';
    let first_scale = scale(t, at).filter(|_| !t.is_word(i));
    let behind = at + usize::from(percent || first_scale.is_some());
    let to = if t.is_dash(behind) || (t.is_any(behind, any!["đến", "tới"]) && amount(t, behind + 1).is_some()) {
        behind + 1
    } else {
        behind
    };
    if let Some((upper, after)) = amount(t, to).filter(|_| to > behind && to < end) {
        let upper = Some(upper).filter(|_| year(t.word(to)).is_none() || t.sign(after) == b'%');
        // "800 nghìn đến 1 triệu": the lower end in the upper one's scale.
        if let (Some(low), Some(high)) = (first_scale, scale(t, after)) {
            value *= low / high;
        }
        if let Some(upper) = upper.filter(|u| *u > value && (!percent || t.sign(after) == b'%')) {
            max = Some(upper);
            at = after;
            percent = t.sign(at) == b'%';
        }
    }
    let unit = unit_at(t, i, at, end, percent, value, given)?;
    // "10,000 lượt": of people and things there are whole ones.
    let grouped = t.word(i).split_once(',').is_some_and(|(_, b)| b.len() == 3 && !t.word(i).contains('.'));
    let whole = matches!(unit.unit, Unit::Count | Unit::Participants) && unit.scale.to_bits() == 1_f64.to_bits();
    let value = if grouped && whole && value < 1000.0 { (value * 1000.0).round() } else { value };
    let (value, max) = (value * unit.scale, max.map(|m| m * unit.scale));
    let number = unit.from..unit.to;
    let bounds = comparator(t, number.clone(), start, end, max.is_some(), unit.unit);
    let figure = Figure {
        span: bounds.span,
        number,
        value: clean(value),
        max: if bounds.comparator == Comparator::Range { max.map(clean) } else { None },
        comparator: bounds.comparator,
        unit: unit.unit,
        activity: unit.activity,
        money: unit.money,
        raised_to: bounds.raised_to,
    };
    (!t.is_word(i) || is_figure_in_words(t, start, &figure, in_words)).then_some(figure)
}

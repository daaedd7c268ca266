//! Figures: value, comparator, unit, and how far they reach in the sentence.

use super::Unit;
use super::bound::{Bound, comparator};
use super::names::{Words, index};
use super::numeral::{self, Part, amount, clean, scale};
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
                        last.number.end = i + usize::from(t.word(i) == ")");
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
    same && t.word(before.number.end) == "(" && figure.number.start <= before.number.end + 2
}

/// "80 % hợp tác xã có ít nhất một sản phẩm trên sàn": the few say which of them count.
fn describes(t: &Tokens, before: &Figure, figure: &Figure) -> bool {
    let gap = before.number.end..figure.span.start.max(before.number.end);
    // "cài và sử dụng ít nhất một ứng dụng"
    let used = figure.span.start > 0 && t.is_any(figure.span.start - 1, &["dụng", "có", "trên", "qua", "với"]);
    let apart = |i: usize| matches!(t.word(i), "," | ";" | ":") || t.is(i, "đạt") || !used && t.is(i, "và");
    let few = figure.unit == Unit::Count && figure.value <= 5.0 && before.unit == Unit::Percent;
    // "5 doanh nghiệp đạt doanh thu trên 100 tỷ đồng"
    let sized = figure.money && !before.money && before.unit != Unit::PercentPerYear && gap.len() > 1;
    let listed = |i: usize| matches!(t.word(i), "," | ";" | ":" | "(") || t.is(i, "và");
    sized && !gap.clone().any(listed) || few && !gap.clone().any(apart)
}

/// "ít nhất một nửa số xã": fifty per cent; "7/10 hộ": seventy; "45/124 xã": so many communes.
fn share(t: &Tokens, i: usize, start: usize, end: usize) -> Option<Figure> {
    let counted = |at: usize| noun(t, at, COUNTED).is_some();
    let (value, number, unit) = match numeral::part(t, i, counted) {
        Some(Part::Share(value, behind)) => (value, i..behind, Unit::Percent),
        Some(Part::Of(count, behind)) => (count, i..behind, Unit::Count),
        None => {
            let (value, at, behind) = numeral::each_of(t, i, end)?;
            (value, at..behind, Unit::Percent)
        }
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
    if t.is_dash(next) || t.is_any(next, &["đến", "tới"]) || scale(t, next).is_some() {
        return None;
    }
    let next = if t.is(next, "lần") { next + 1 } else { next };
    let bounds = comparator(t, i..next, start, end, false, Unit::Multiple);
    Some(plain(i..next, value, Unit::Multiple, bounds))
}

/// A number of one word is an article as often as a figure: it counts where something binds it or says so before it.
fn is_figure_in_words(t: &Tokens, start: usize, figure: &Figure, words: usize) -> bool {
    let counts = matches!(figure.unit, Unit::Count | Unit::Participants);
    let said = ["có", "thêm", "dựng", "lập", "trợ", "thành", "triển", "trì", "tạo", "hành", "đưa", "mở", "nhận"];
    let verb = figure.span.start > start && t.is_any(figure.span.start - 1, &said) && figure.value > 1.0;
    words > 1
        || !counts
        || figure.span.start == start && figure.value > 1.0
        || matches!(figure.comparator, Comparator::Gte | Comparator::Lte)
        || verb
}

fn figure_at(t: &Tokens, i: usize, start: usize, end: usize, given: Option<Given>) -> Option<Figure> {
    // "52/2013/NĐ-CP", "31/12/2025", "4.0"
    let slashed = |i: usize| t.word(i) == "/" && t.get(i + 1).is_some_and(|x| x.kind == Kind::Number || x.upper);
    // "thứ 20/34 tỉnh, thành phố"
    let placed = i > start && t.is_any(i - 1, &["thứ", "hạng", "trí"]) && t.word(i + 1) == "/";
    if slashed(i + 1) && !placed && !t.is(i + 2, "usd") && i + 1 < end || (i > start && t.word(i - 1) == "/" && i >= 2)
    {
        return None;
    }
    // "Năm trường đại học mở ngành …": five of them, where a sentence starts.
    let five = i == start
        && t.is(i, "năm")
        && !t.lost
        && !t.is_any(i + 1, &["cơ", "tổ", "đơn"])
        && noun(t, i + 1, COUNTED).is_some();
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
    let mut percent = t.word(at) == "%";
    let first_scale = scale(t, at).filter(|_| !t.is_word(i));
    let behind = at + usize::from(percent || first_scale.is_some());
    let to = if t.is_dash(behind) || (t.is_any(behind, &["đến", "tới"]) && amount(t, behind + 1).is_some()) {
        behind + 1
    } else {
        behind
    };
    if let Some((upper, after)) = amount(t, to).filter(|_| to > behind && to < end) {
        let upper = Some(upper).filter(|_| year(t.word(to)).is_none() || t.word(after) == "%");
        // "800 nghìn đến 1 triệu": the lower end in the upper one's scale.
        if let (Some(low), Some(high)) = (first_scale, scale(t, after)) {
            value *= low / high;
        }
        if let Some(upper) = upper.filter(|u| *u > value && (!percent || t.word(after) == "%")) {
            max = Some(upper);
            at = after;
            percent = t.word(at) == "%";
        }
    }
    let unit = unit_at(t, i, at, end, percent, value, given)?;
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

struct Measured {
    unit: Unit,
    scale: f64,
    from: usize,
    to: usize,
    activity: bool,
    money: bool,
}

const COUNTED: &[&str] = &[
    "doanh nghiệp",
    "hợp tác xã",
    "htx",
    "hộ",
    "người",
    "xã",
    "phường",
    "thôn",
    "bản",
    "ấp",
    "sản phẩm",
    "website",
    "trang",
    "gian hàng",
    "sàn",
    "tài khoản",
    "cơ sở",
    "chợ",
    "điểm",
    "đơn vị",
    "mô hình",
    "chuỗi",
    "giao dịch",
    "đơn hàng",
    "thủ tục",
    "dịch vụ",
    "nền tảng",
    "ứng dụng",
    "chuyên gia",
    "cán bộ",
    "học viên",
    "sinh viên",
    "thương nhân",
    "nhà bán hàng",
    "tổ chức",
    "trung tâm",
    "kho",
    "trường",
    "siêu thị",
    "cửa hàng",
    "bưu cục",
    "thương hiệu",
    "mặt hàng",
    "tổ hợp",
    "dn",
    "dnnvv",
    "sme",
    "máy",
    "trạm",
    "khách hàng",
    "thuê bao",
    "mã",
    "bưu kiện",
    "đơn",
    "cá nhân",
    "thành viên",
    "nông dân",
    "hộ kinh doanh",
    "startup",
    "tuyến",
    "địa phương",
    "chủ thể",
    "làng nghề",
    "ki ốt",
    "nhãn hiệu",
    "tên miền",
    "tiểu thương",
    "nhà vườn",
    "vùng trồng",
    "kỹ thuật viên",
    "tủ",
    "nhà đầu tư",
    "lao động",
    "việc làm",
    "giảng viên",
    "giáo viên",
    "hội viên",
    "đoàn viên",
    "phụ nữ",
    "thanh niên",
    "công ty",
    "nhà cung cấp",
    "nhà sản xuất",
    "làng",
    "buôn",
    "bưu gửi",
    "kiện",
    "kênh",
    "đại lý",
    "tổ",
    "đội",
    "câu lạc bộ",
    "chữ ký số",
    "học sinh",
    "doanh nhân",
    "nhân viên",
    "nhân lực",
];
const ACTIVITIES: &[&str] = &[
    "lớp",
    "khóa",
    "khoá",
    "hội nghị",
    "hội thảo",
    "buổi",
    "cuộc",
    "đợt",
    "phiên",
    "chuyến",
    "tin",
    "bài",
    "chuyên đề",
    "video",
    "clip",
    "sự kiện",
    "chương trình",
    "tuần lễ",
    "hội chợ",
    "đoàn",
    "ấn phẩm",
    "chuyên mục",
    "phóng sự",
    "tọa đàm",
    "đề án",
    "dự án",
    "nhiệm vụ",
    "kế hoạch",
];

/// The place behind the longest of these nouns.
fn noun(t: &Tokens, at: usize, nouns: &[&str]) -> Option<usize> {
    nouns.iter().filter_map(|n| t.phrase(at, n)).max()
}

fn unit_at(
    t: &Tokens,
    i: usize,
    at: usize,
    end: usize,
    percent: bool,
    value: f64,
    given: Option<Given>,
) -> Option<Measured> {
    let made = |unit, scale, from, to| Some(Measured { unit, scale, from, to, activity: false, money: false });
    if percent || t.phrase(at, "phần trăm").is_some() {
        let to = if percent { at + 1 } else { at + 2 };
        let (unit, to) = match per_year(t, to, end) {
            Some(to) => (Unit::PercentPerYear, to),
            None => (Unit::Percent, to),
        };
        return made(unit, 1.0, i, to);
    }
    if let Some(rank) = rank(t, i, at, end) {
        return made(Unit::Rank, 1.0, rank.start, rank.end);
    }
    if t.is(at, "lần") {
        let grows = (1..=5).any(|n| i >= n && t.is_any(i - n, &["gấp", "tăng", "bằng", "cao"]));
        let repeated = t.word(at + 1) == "/" || t.is_any(at + 1, &["mỗi", "trong", "thứ"]);
        return if grows && !repeated { made(Unit::Multiple, 1.0, i, at + 1) } else { None };
    }
    // "mức độ 4", "Điều 3", "quý 2": no amounts.
    const NUMBERED: &[&str] = &[
        "độ", "mức", "cấp", "thứ", "điều", "khoản", "điểm", "số", "quý", "tháng", "ngày", "chương", "mục", "lục",
        "loại", "phần", "bảng", "biểu", "hình", "trang", "khóa", "kỳ", "iso", "lần",
    ];
    if i > 0 && t.is_any(i - 1, NUMBERED) && !t.is(at, "lượt") && scale(t, at).is_none() {
        return None;
    }
    let (mut scaled, mut next) = (1.0, at);
    if let Some(s) = scale(t, at) {
        (scaled, next) = (s, at + 1);
        if let Some(s) = scale(t, next) {
            (scaled, next) = (scaled * s, next + 1);
        }
    }
    let before_dollar = i > 0 && !t.is_word(i) && (t.word(i - 1) == "$" || t.is(i - 1, "usd"));
    let currency = if t.is_any(next, &["usd", "đô", "$", "dollar"]) || before_dollar {
        Some((
            true,
            if t.is(next, "đô") {
                next + 2
            } else if before_dollar {
                next
            } else {
                next + 1
            },
        ))
    } else if t.is_any(next, &["đồng", "vnđ", "vnd", "đ"]) {
        Some((false, next + 1))
    } else {
        None
    };
    if let Some((dollars, mut to)) = currency {
        if dollars && t.is(to, "mỹ") {
            to += 1;
        }
        let from = if before_dollar { i - 1 } else { i };
        let said = per_person(t, to, end);
        let average =
            i >= 1 && t.find(i.saturating_sub(14)..i, &["đầu người", "mỗi người", "một người", "/ người"]).is_some();
        if said.is_some() || average {
            let unit = if dollars { Unit::UsdPerPersonYear } else { Unit::VndPerPersonYear };
            return made(unit, scaled, from, said.unwrap_or(to));
        }
        if scaled < 1e6 && !dollars && value * scaled < 1e6 {
            return None;
        }
        let unit = if dollars { Unit::BillionUsd } else { Unit::BillionVnd };
        return Some(Measured { unit, scale: scaled / 1e9, from, to, activity: false, money: true });
    }
    if t.is(next, "lượt") {
        let to = next + 1;
        let visits = t.is_any(to, &["truy", "xem", "tải", "giao", "tương", "đơn", "thích", "khách"]);
        return made(if visits { Unit::Count } else { Unit::Participants }, scaled, i, to);
    }
    if year(t.word(i)).is_some() && i > 0 && t.is_any(i - 1, &["năm", "đến", "tới", "-", "–", "từ", "đoạn"])
    {
        return None;
    }
    for (nouns, activity) in [(COUNTED, false), (ACTIVITIES, true)] {
        // "tăng 25 điểm phần trăm" is a difference.
        if t.phrase(next, "điểm phần trăm").is_some() || t.phrase(next, "điểm %").is_some() {
            break;
        }
        if let Some(to) = noun(t, next, nouns).filter(|to| *to <= end) {
            let to = to.min(next + 1);
            return Some(Measured { unit: Unit::Count, scale: scaled, from: i, to, activity, money: false });
        }
    }
    if t.phrase(next, "điểm phần trăm").is_some() {
        return None;
    }
    let given = given.or_else(|| named_before(t, i, next, end))?;
    let unit = given.unit?;
    if unit != Unit::Rank && year(t.word(i)).is_some() {
        return None;
    }
    let scale = if scaled > 1.0 && !given.money { scaled } else { scaled * given.scale };
    Some(Measured { unit, scale, from: i, to: next, activity: given.activity, money: given.money })
}

/// "Số hộ bán hàng trên sàn đạt 3.500": the noun stands before. Looks back over some words only.
fn named_before(t: &Tokens, i: usize, next: usize, end: usize) -> Option<Given> {
    let led = ["đạt", "là", "lên", "khoảng", "trên", "thiểu", "nhất", "dưới", "hơn", "gần", "còn", "có", "và", "đến"];
    let before = i > 0 && (t.is_any(i - 1, &led) || matches!(t.word(i - 1), ":" | ","));
    let sign = t.get(next).is_none_or(|x| x.kind == Kind::Sign && !matches!(t.word(next), "/" | "-" | "–"));
    let behind = next >= end || sign || t.is_any(next, &["và", "vào", "trong", "năm", "trước"]);
    // "mức độ 3, 4"
    let graded = (i.saturating_sub(4)..i).any(|k| t.is_any(k, &["độ", "mức", "cấp", "điều", "khoản", "thứ"]));
    if !before || !behind || graded {
        return None;
    }
    (i.saturating_sub(24)..i).rev().find_map(|k| counted_at(t, k))
}

/// "Số hộ …", "Lượt người …": what counts in a name without a unit.
pub fn counted_at(t: &Tokens, at: usize) -> Option<Given> {
    let placed = ["xếp hạng", "thứ hạng", "vị trí xếp"].iter().any(|p| t.phrase(at, p).is_some());
    let unit = if placed && at == 0 {
        Unit::Rank
    } else if t.phrase(at, "số lượt").is_some() || t.phrase(at, "lượt người").is_some() {
        Unit::Participants
    } else if t.is(at, "số") && (t.is(at + 1, "lượng") || noun(t, at + 1, COUNTED).is_some()) {
        Unit::Count
    } else {
        return None;
    };
    Some(Given { unit: Some(unit), scale: 1.0, activity: false, money: false })
}

/// "/năm", "mỗi năm", and the misprint "25% năm".
fn per_year(t: &Tokens, at: usize, end: usize) -> Option<usize> {
    if at >= end {
        return None;
    }
    let phrases =
        ["/ năm", "mỗi năm", "một năm", "hằng năm", "hàng năm", "trên năm", "/ 1 năm", "/ một năm", "một năm"];
    if let Some(to) = phrases.iter().find_map(|p| t.phrase(at, p)) {
        return Some(to);
    }
    let alone =
        t.is(at, "năm") && (at + 1 >= end || t.get(at + 1).is_some_and(|x| x.kind == Kind::Sign && !t.is_dash(at + 1)));
    alone.then_some(at + 1)
}

/// "/người/năm", "/người", "mỗi người một năm".
fn per_person(t: &Tokens, at: usize, end: usize) -> Option<usize> {
    let phrases = [
        "/ người / năm",
        "/ năm / người",
        "/ người",
        "một người một năm",
        "mỗi người mỗi năm",
        "mỗi người một năm",
        "mỗi người / năm",
        "trên một người",
        "một người",
        "mỗi người",
        "người / năm",
        "/ đầu người",
        "trên đầu người",
        "/ khách hàng",
        "/ người mua",
    ];
    let hit = phrases.iter().filter_map(|p| t.phrase(at, p)).max().filter(|to| *to <= end)?;
    Some(["/ năm", "mỗi năm", "một năm"].iter().find_map(|p| t.phrase(hit, p)).filter(|to| *to <= end).unwrap_or(hit))
}

/// "nhóm 15 địa phương dẫn đầu", "top 10", "hạng thứ 5".
fn rank(t: &Tokens, i: usize, at: usize, end: usize) -> Option<Range<usize>> {
    let before = |words: &[&str]| i > 0 && t.is_any(i - 1, words);
    // "hạng 4 sao"
    if t.is(at, "sao") {
        return None;
    }
    if before(&["top", "tốp"]) {
        return Some(i - 1..at);
    }
    // "chợ hạng 1", "đô thị hạng 2" are kinds.
    let kind = i > 1 && t.is_any(i - 2, &["chợ", "thị", "sạn", "phẩm", "ocop", "viện", "nghiệp", "lao"]);
    if before(&["hạng"]) && kind {
        return None;
    }
    if before(&["hạng"]) {
        return Some(i..at);
    }
    // "xếp hạng không thấp hơn thứ 40"
    if before(&["thứ"]) && (2..=7).any(|n| i >= n && t.is_any(i - n, &["hạng", "xếp", "đứng", "trí"])) {
        return Some(i - 1..at);
    }
    // "đứng trong nhóm 30 tỉnh, thành phố"
    let standing =
        || (2..=4).any(|n| i >= n && t.is_any(i - n, &["đứng", "xếp", "hạng", "thuộc", "nằm", "lọt", "vào"]));
    if before(&["nhóm", "tốp"]) && t.is_any(at, &["tỉnh", "địa", "thành"]) && standing() {
        return Some(i - 1..at);
    }
    if before(&["trí"]) && i > 1 && t.is(i - 2, "vị") {
        return Some(i..at);
    }
    let first = [
        "dẫn đầu",
        "đứng đầu",
        "hàng đầu",
        "cao nhất",
        "tốt nhất",
        "đầu cả nước",
        "phát triển nhất",
        "đầu bảng",
        "đi đầu",
    ];
    let near = at..(at + 12).min(end);
    let (_, to) = t.find(near.clone(), &first)?;
    let among = t.is_any(at, &["tỉnh", "địa", "nước", "quốc", "thành", "vị"])
        || t.find(near, &["tỉnh", "địa phương"]).is_some();
    let group = (1..=4).any(|n| i >= n && t.is_any(i - n, &["nhóm", "trong", "tốp", "số", "thuộc"]));
    (among && group).then_some(i..to)
}

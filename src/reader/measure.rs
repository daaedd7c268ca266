//! What a number counts: its unit, and how far that reaches.

use super::Unit;
use super::column::unit_in_brackets;
use super::figure::{Given, year};
use super::names::{Words, index};
use super::numeral::scale;
use super::opening::{AnyOf, any};
use super::tokens::{Kind, Tokens};
use std::ops::Range;

/// What a number measures.
pub struct Measured {
    pub unit: Unit,
    pub scale: f64,
    pub from: usize,
    pub to: usize,
    pub activity: bool,
    pub money: bool,
}

/// What is counted.
pub static COUNTED: Words = Words::new(|| {
    index(
        "doanh nghiệp|hợp tác xã|htx|hộ|người|xã|phường|thôn|bản|ấp|sản phẩm|website|trang|gian hàng|sàn\
     |tài khoản|cơ sở|chợ|điểm|đơn vị|mô hình|chuỗi|giao dịch|đơn hàng|thủ tục|dịch vụ|nền tảng|ứng dụng\
     |chuyên gia|cán bộ|học viên|sinh viên|thương nhân|nhà bán hàng|tổ chức|trung tâm|kho|trường|siêu thị\
     |cửa hàng|bưu cục|thương hiệu|mặt hàng|tổ hợp|dn|dnnvv|sme|máy|trạm|khách hàng|thuê bao|mã|bưu kiện\
     |đơn|cá nhân|thành viên|nông dân|hộ kinh doanh|startup|tuyến|địa phương|chủ thể|làng nghề|ki ốt\
     |nhãn hiệu|tên miền|tiểu thương|nhà vườn|vùng trồng|kỹ thuật viên|tủ|nhà đầu tư|nhà bán lẻ|nhà phân phối|lao động|việc làm\
     |giảng viên|giáo viên|hội viên|đoàn viên|phụ nữ|thanh niên|công ty|nhà cung cấp|nhà sản xuất|làng\
     |buôn|bưu gửi|kiện|kênh|đại lý|tổ|đội|câu lạc bộ|chữ ký số|học sinh|doanh nhân|nhân viên|nhân lực",
    )
});
/// What a task does.
static ACTIVITIES: Words = Words::new(|| {
    index(
        "lớp|khóa|khoá|hội nghị|hội thảo|buổi|cuộc|đợt|phiên|chuyến|tin|bài|chuyên đề|video|clip|sự kiện\
     |chương trình|tuần lễ|hội chợ|đoàn|ấn phẩm|chuyên mục|phóng sự|tọa đàm|đề án|dự án|nhiệm vụ|kế hoạch",
    )
});

/// The unit of a number at `i` that ends before `at`.
pub fn unit_at(
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
        let grows = (1..=5).any(|n| i >= n && t.is_any(i - n, any!["gấp", "tăng", "bằng", "cao"]));
        let repeated = t.sign(at + 1) == b'/' || t.is_any(at + 1, any!["mỗi", "trong", "thứ"]);
        return if grows && !repeated { made(Unit::Multiple, 1.0, i, at + 1) } else { None };
    }
    // "mức độ 4", "Điều 3", "quý 2": no amounts.
    const NUMBERED: AnyOf = any![
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
    let before_dollar = i > 0 && !t.is_word(i) && (t.sign(i - 1) == b'$' || t.is(i - 1, "usd"));
    let currency = if t.is_any(next, any!["usd", "đô", "$", "dollar"]) || before_dollar {
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
    } else if t.is_any(next, any!["đồng", "vnđ", "vnd", "đ"]) {
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
            i >= 1 && t.find(i.saturating_sub(14)..i, any!["đầu người", "mỗi người", "một người", "/ người"]).is_some();
        // Nobody spends that much.
        let average = average && value * scaled < if dollars { 1e5 } else { 1e9 };
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
        let visits = t.is_any(to, any!["truy", "xem", "tải", "giao", "tương", "đơn", "thích", "khách"]);
        return made(if visits { Unit::Count } else { Unit::Participants }, scaled, i, to);
    }
    if year(t.word(i)).is_some() && i > 0 && t.is_any(i - 1, any!["năm", "đến", "tới", "-", "–", "từ", "đoạn"])
    {
        return None;
    }
    for (nouns, activity) in [(&COUNTED, false), (&ACTIVITIES, true)] {
        // "tăng 25 điểm phần trăm" is a difference.
        if t.phrase(next, "điểm phần trăm").is_some() || t.phrase(next, "điểm %").is_some() {
            break;
        }
        if let Some(to) = nouns.at(t, next).filter(|to| *to <= end) {
            let to = to.min(next + 1);
            return Some(Measured { unit: Unit::Count, scale: scaled, from: i, to, activity, money: false });
        }
    }
    if t.phrase(next, "điểm phần trăm").is_some() {
        return None;
    }
    let given = given.or_else(|| named_before(t, i, next, end)).or_else(|| shared(t, i, next, end))?;
    let unit = given.unit?;
    if unit != Unit::Rank && year(t.word(i)).is_some() {
        return None;
    }
    let scale = if scaled > 1.0 && !given.money { scaled } else { scaled * given.scale };
    Some(Measured { unit, scale, from: i, to: next, activity: given.activity, money: given.money })
}

/// "Số hộ bán hàng trên sàn đạt 3.500": the noun stands before. Looks back over some words only.
fn named_before(t: &Tokens, i: usize, next: usize, end: usize) -> Option<Given> {
    let led =
        any!["đạt", "là", "lên", "khoảng", "trên", "thiểu", "nhất", "dưới", "hơn", "gần", "còn", "có", "và", "đến"];
    let before = i > 0 && (t.is_any(i - 1, led) || matches!(t.sign(i - 1), b':' | b','));
    let sign = t.get(next).is_none_or(|x| x.kind == Kind::Sign && !matches!(t.word(next), "/" | "-" | "–"));
    let behind = next >= end || sign || t.is_any(next, any!["và", "vào", "trong", "năm", "trước"]);
    // "mức độ 3, 4"
    let graded = (i.saturating_sub(4)..i).any(|k| t.is_any(k, any!["độ", "mức", "cấp", "điều", "khoản", "thứ"]));
    if !before || !behind || graded {
        return None;
    }
    let near = i.saturating_sub(24)..i;
    // "Dân số mua sắm trực tuyến (%): 70"
    let bracket = near.clone().rev().find(|k| t.sign(*k) == b')' && t.sign(k + 1) == b':');
    let bracket = bracket.and_then(|close| unit_in_brackets(t, close));
    bracket.or_else(|| near.rev().find_map(|k| counted_at(t, k)))
}

/// "lần lượt 60, 65 và 70 %": the unit stands behind the last.
fn shared(t: &Tokens, i: usize, next: usize, end: usize) -> Option<Given> {
    let led = any!["đạt", "là", "lên", "lượt", "ứng", "còn", "xuống", "chiếm"];
    let goes_on = |k: usize| t.sign(k) == b',' || t.is(k, "và");
    let first = i > 0 && (t.is_any(i - 1, led) || t.sign(i - 1) == b':');
    let graded = (i.saturating_sub(4)..i).any(|k| t.is_any(k, any!["độ", "cấp", "điều", "khoản", "thứ"]));
    if graded || !(first || i > 1 && goes_on(i - 1) && t.is_number(i - 2)) {
        return None;
    }
    let mut at = next;
    for _ in 0..8 {
        if at + 1 >= end || !goes_on(at) || !t.is_number(at + 1) {
            return None;
        }
        at += 2;
        let (scaled, behind) = scale(t, at).map_or((1.0, at), |s| (s, at + 1));
        let (unit, scale, money) = if t.sign(at) == b'%' {
            (Unit::Percent, 1.0, false)
        } else if t.is(behind, "đồng") {
            (Unit::BillionVnd, scaled / 1e9, true)
        } else if t.is(behind, "lượt") {
            (Unit::Participants, scaled, false)
        } else if COUNTED.at(t, behind).is_some() {
            (Unit::Count, scaled, false)
        } else {
            continue;
        };
        return Some(Given { unit: Some(unit), scale, activity: false, money });
    }
    None
}

/// "Số hộ …", "Lượt người …": what counts in a name without a unit.
pub fn counted_at(t: &Tokens, at: usize) -> Option<Given> {
    // A share has a unit also where none is printed.
    let share = [("tỷ lệ", Unit::Percent), ("tỷ trọng", Unit::Percent), ("tốc độ tăng", Unit::PercentPerYear)];
    let share = share.iter().find(|(p, _)| at == 0 && t.phrase(0, p).is_some()).map(|(_, unit)| *unit);
    let placed = t.opens(at, any!["xếp hạng", "thứ hạng", "vị trí xếp"]);
    let unit = if let Some(unit) = share {
        unit
    } else if placed && at == 0 {
        Unit::Rank
    } else if t.phrase(at, "số lượt").is_some() || t.phrase(at, "lượt người").is_some() {
        Unit::Participants
    } else if t.is(at, "số") && (t.is(at + 1, "lượng") || COUNTED.at(t, at + 1).is_some()) {
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
        any!["/ năm", "mỗi năm", "một năm", "hằng năm", "hàng năm", "trên năm", "/ 1 năm", "/ một năm", "một năm"];
    if let Some(to) = t.first_of(at, phrases) {
        return Some(to);
    }
    let alone =
        t.is(at, "năm") && (at + 1 >= end || t.get(at + 1).is_some_and(|x| x.kind == Kind::Sign && !t.is_dash(at + 1)));
    alone.then_some(at + 1)
}

/// "/người/năm", "/người", "mỗi người một năm".
fn per_person(t: &Tokens, at: usize, end: usize) -> Option<usize> {
    let phrases = any![
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
    let hit = t.longest_of(at, phrases).filter(|to| *to <= end)?;
    Some(t.first_of(hit, any!["/ năm", "mỗi năm", "một năm"]).filter(|to| *to <= end).unwrap_or(hit))
}

/// "nhóm 15 địa phương dẫn đầu", "top 10", "hạng thứ 5".
fn rank(t: &Tokens, i: usize, at: usize, end: usize) -> Option<Range<usize>> {
    let before = |words: AnyOf| i > 0 && t.is_any(i - 1, words);
    // "hạng 4 sao"
    if t.is(at, "sao") {
        return None;
    }
    if before(any!["top", "tốp"]) {
        return Some(i - 1..at);
    }
    // "chợ hạng 1", "đô thị hạng 2" are kinds.
    let kind = i > 1 && t.is_any(i - 2, any!["chợ", "thị", "sạn", "phẩm", "ocop", "viện", "nghiệp", "lao"]);
    if before(any!["hạng"]) && kind {
        return None;
    }
    if before(any!["hạng"]) {
        return Some(i..at);
    }
    // "xếp hạng không thấp hơn thứ 40"
    if before(any!["thứ"]) && (2..=7).any(|n| i >= n && t.is_any(i - n, any!["hạng", "xếp", "đứng", "trí"])) {
        return Some(i - 1..at);
    }
    // "đứng trong nhóm 30 tỉnh, thành phố"
    let standing =
        || (2..=4).any(|n| i >= n && t.is_any(i - n, any!["đứng", "xếp", "hạng", "thuộc", "nằm", "lọt", "vào"]));
    if before(any!["nhóm", "tốp"]) && (at >= t.len() || t.is_any(at, any!["tỉnh", "địa", "thành"]) && standing())
    {
        return Some(i - 1..at);
    }
    if before(any!["trí"]) && i > 1 && t.is(i - 2, "vị") {
        return Some(i..at);
    }
    let first = any![
        "dẫn đầu",
        "đứng đầu",
        "hàng đầu",
        "cao nhất",
        "tốt nhất",
        "đầu cả nước",
        "phát triển nhất",
        "đầu bảng",
        "đi đầu",
        "nhanh nhất",
        "mạnh nhất",
        "lớn nhất",
    ];
    let near = at..(at + 12).min(end);
    let (_, to) = t.find(near.clone(), first)?;
    let among = t.is_any(at, any!["tỉnh", "địa", "nước", "quốc", "thành", "vị"])
        || t.find(near, any!["tỉnh", "địa phương"]).is_some();
    let group = (1..=4).any(|n| i >= n && t.is_any(i - n, any!["nhóm", "trong", "tốp", "số", "thuộc"]));
    (among && group).then_some(i..to)
}

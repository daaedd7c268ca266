//! The columns of a table: what their heads say they hold.

use super::Unit;
use super::figure::Given;
use super::horizon::{Cue, horizons};
use super::opening::{AnyOf, any};
use super::tokens::{Line, Tokens};
use crate::model::Comparator;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Its number.
    No,
    /// What is measured or done.
    Name,
    /// The unit.
    Unit,
    /// Figures, by this year.
    Value(Option<i32>),
    /// What was reached.
    Past,
    /// Who leads.
    Lead,
    /// Who coordinates.
    Coordinate,
    /// When.
    Time,
    /// From when.
    Start,
    /// Until when.
    End,
    /// What it costs.
    Money,
    /// Anything else.
    Other,
}

/// How the columns of a table were told, for one that goes on after a page break.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Columns {
    /// What each holds.
    pub roles: Vec<Role>,
    /// The unit of each.
    pub given: Vec<Option<Given>>,
    /// "Mức tối thiểu": how the figures of each bind, where its head says so.
    pub bounds: Vec<Option<Comparator>>,
    /// It is a table of tasks.
    pub tasks: bool,
    /// It is about money.
    pub money: bool,
}

/// What a head says of its column.
pub fn role(t: &Tokens, has_name: bool, first_year: Option<i32>) -> Option<Role> {
    if t.is_empty() || t.len() > 24 {
        return None;
    }
    let line = t.line(0..t.len());
    let quick = Line::new(&line);
    let says = |words: AnyOf| quick.says(words);
    if says(any!["stt", "tt", "số tt", "số thứ tự"]) && t.len() <= 4 {
        return Some(Role::No);
    }
    let body = says(any!["cơ quan", "đơn vị", "bộ phận", "ngành"]);
    let helps = says(any!["tham gia", "hỗ trợ", "cùng làm", "cùng thực hiện", "liên quan"]) && (body || t.len() <= 2);
    if (says(any!["phối hợp"]) || helps) && !says(any!["chủ trì"]) {
        return Some(Role::Coordinate);
    }
    let given = says(any!["được giao", "phân công", "tham mưu", "đảm nhiệm", "triển khai"]);
    let deed = says(any!["nội dung", "công việc", "nhiệm vụ", "hoạt động"]);
    if given && (body || !deed) {
        return Some(Role::Lead);
    }
    if says(any![
        "chủ trì",
        "đơn vị thực hiện",
        "cơ quan thực hiện",
        "phụ trách",
        "đầu mối",
        "chịu trách nhiệm",
        "trách nhiệm",
        "đơn vị đầu mối",
    ]) {
        return Some(Role::Lead);
    }
    if says(any!["cơ quan"]) && t.len() <= 3 {
        return Some(Role::Lead);
    }
    if says(any!["bắt đầu"]) {
        return Some(Role::Start);
    }
    if says(any!["kết thúc"]) {
        return Some(Role::End);
    }
    let years = horizons(t, 0..t.len());
    let bare = (0..t.len()).find_map(|i| super::figure::year(t.word(i)));
    let year = years.iter().find(|h| !matches!(h.cue, Cue::Against | Cue::From)).map(|h| h.year).or(bare);
    let done = says(any![
        "thực hiện",
        "hiện trạng",
        "ước",
        "kết quả",
        "th",
        "đạt được",
        "hiện nay",
        "ước thực hiện",
        "thực tế"
    ]);
    if says(any!["kinh phí", "dự toán", "nguồn vốn", "ngân sách", "thành tiền", "vốn"]) {
        return Some(Role::Money);
    }
    if let Some(year) = year {
        let past = first_year.is_some_and(|f| year < f)
            || (done && !says(any!["mục tiêu", "kế hoạch", "chỉ tiêu", "lộ trình", "phấn đấu"]));
        return Some(if past { Role::Past } else { Role::Value(Some(year)) });
    }
    // Behind the quarters of a year.
    if says(any!["cả năm", "cả giai đoạn", "toàn giai đoạn"]) && t.len() <= 5 {
        return Some(Role::Value(None));
    }
    // "Chỉ tiêu (đơn vị: %)" is no column of units.
    if says(any!["đơn vị tính", "đvt", "đơn vị"]) && !says(any!["chỉ tiêu", "nội dung", "mục tiêu"]) {
        return Some(Role::Unit);
    }
    let bare_year = t.len() <= 2 && t.is_any(0, any!["năm", "mốc"]);
    if says(any!["thời gian", "tiến độ", "thời hạn", "hoàn thành", "lộ trình", "thời điểm", "năm đạt", "xong"])
        || bare_year
    {
        return Some(Role::Time);
    }
    if says(any![
        "ghi chú",
        "căn cứ",
        "sản phẩm",
        "kết quả đầu ra",
        "cơ sở",
        "nguồn số liệu",
        "cơ quan theo dõi",
        "đơn vị theo dõi",
    ]) {
        return Some(Role::Other);
    }
    // "TT | Kết quả | Đơn vị | Số lượng": what is to come about.
    let results = !has_name && says(any!["kết quả"]) && t.len() <= 4 && !says(any!["thực hiện"]);
    if says(any!["hiện trạng", "hiện nay", "thực hiện", "kết quả"])
        && !results
        && !says(any!["nội dung", "nhiệm vụ", "mục tiêu", "hoạt động"])
    {
        return Some(Role::Past);
    }
    let named = says(any![
        "chỉ tiêu",
        "nội dung",
        "nhiệm vụ",
        "hoạt động",
        "công việc",
        "việc",
        "đề án",
        "giải pháp",
        "tên",
        "lĩnh vực",
        "tiêu chí",
        "nhóm",
    ]);
    let named = named || results;
    let aim = says(any!["số lượng", "mục tiêu", "kế hoạch", "giá trị", "phấn đấu", "mức", "con số"]);
    match (named || aim, has_name) {
        (true, false) => Some(Role::Name),
        (true, true) => Some(Role::Value(None)),
        (false, _) => None,
    }
}

/// The unit that a head, caption or unit cell names.
pub fn unit_named(t: &Tokens) -> Option<Given> {
    let line = t.line(0..t.len());
    let quick = Line::new(&line);
    let says = |w: &str| quick.holds(w);
    let sign = (0..t.len()).any(|i| t.sign(i) == b'%') || says("phần trăm");
    // "nghìn tỷ đồng", but no "tỷ lệ"
    let thousands = says("nghìn") || says("ngàn");
    let billions = says("tỷ") && !says("tỷ lệ") && !says("tỷ trọng") || says("tỉ") && !says("tỉ lệ");
    let scale = match (billions, says("triệu"), thousands) {
        (true, _, true) => 1e12,
        (true, ..) => 1e9,
        (_, true, _) => 1e6,
        (_, _, true) => 1e3,
        _ => 1.0,
    };
    let person = says("người") && (0..t.len()).any(|i| t.sign(i) == b'/');
    let yearly = (0..t.len()).any(|i| t.sign(i) == b'/' && t.is(i + 1, "năm"));
    let (unit, scale, money) = if sign {
        (if yearly { Unit::PercentPerYear } else { Unit::Percent }, 1.0, false)
    } else if says("usd") || says("đô la") {
        if person { (Unit::UsdPerPersonYear, scale, false) } else { (Unit::BillionUsd, scale / 1e9, true) }
    } else if says("đồng") || says("vnđ") || says("vnd") {
        if person { (Unit::VndPerPersonYear, scale, false) } else { (Unit::BillionVnd, scale / 1e9, true) }
    } else if t.len() <= 3 && billions {
        (Unit::BillionVnd, scale / 1e9, true)
    } else if says("lượt") {
        (Unit::Participants, scale, false)
    } else if t.len() == 1 && says("thứ") || says("thứ hạng") || says("hạng") || says("xếp hạng") {
        (Unit::Rank, 1.0, false)
    } else if says("lần") {
        (Unit::Multiple, 1.0, false)
    } else if t.len() <= 4
        && quick.says(any![
            "doanh nghiệp",
            "người",
            "hộ",
            "sản phẩm",
            "gian hàng",
            "xã",
            "cơ sở",
            "website",
            "đơn vị",
            "điểm",
            "mô hình",
            "hợp tác xã",
            "chợ",
            "số lượng",
            "đơn hàng",
            "tài khoản",
            "chuỗi",
            "sàn",
            "học viên",
            "cán bộ",
            "trung tâm",
            "kho",
            "lớp",
            "khóa",
            "cái",
            "mã",
        ])
    {
        (Unit::Count, scale, false)
    } else {
        return None;
    };
    // "1.000 lượt người"
    let first = (0..t.len()).filter(|i| t.is_number(*i)).find_map(|i| super::figure::number(t.word(i)));
    let scale = scale * first.filter(|n| *n >= 10.0 && unit != Unit::Rank && !sign).unwrap_or(1.0);
    let activity = says("lớp") || says("khóa") || says("hội nghị");
    Some(Given { unit: Some(unit), scale, activity, money })
}

/// "Tỷ lệ … (%)", "Doanh số (tỷ USD)": the last brackets before a place.
pub fn unit_in_brackets(t: &Tokens, end: usize) -> Option<Given> {
    let open = (end.saturating_sub(40)..end.min(t.len())).rev().find(|i| t.sign(*i) == b'(')?;
    let mut inner = Tokens::default();
    let close = (open..t.len()).find(|i| t.sign(*i) == b')').unwrap_or(t.len());
    for i in open + 1..close {
        inner.add(t.word(i), i * 64);
    }
    if inner.len() <= 8 { unit_named(&inner) } else { None }
}

//! Whether a figure is a target: not what is reached already, not what it costs, not what a law says.

use super::Unit;
use super::agency;
use super::figure::Figure;
use super::horizon::{Cue, Horizon};
use super::names::{Words, index};
use super::opening::{AnyOf, any};
use super::section::Section;
use super::tokens::Tokens;
use super::walk::{Above, Walk};
use crate::model::Comparator;
use std::ops::Range;

/// Whether a figure is a target.
pub enum Verdict {
    /// It is, to this degree.
    Yes(f64),
    /// It is not.
    No,
}

/// A figure with the words around it.
pub struct Scope<'a> {
    /// The tokens.
    pub t: &'a Tokens,
    /// Its sentence.
    pub range: &'a Range<usize>,
    /// Its part of the sentence.
    pub seg: &'a Range<usize>,
    /// The figure.
    pub fig: &'a Figure,
    /// What stands above.
    pub above: &'a Above,
    /// The sentence's years.
    pub years: &'a [Horizon],
}

static PAST: Words = Words::new(|| {
    index(
        "đã|hiện có|hiện nay|hiện tại|hiện đạt|hiện mới|hiện chỉ|mới đạt|mới có|mới chiếm|mới chỉ|chỉ đạt|chỉ có|chỉ chiếm\
     |vừa qua|cùng kỳ|năm qua|năm trước|giai đoạn trước|kỳ trước|trước đây|hiện trạng|thời gian qua|những năm gần đây\
     |nhiều năm qua|đang có|hiện đang|theo thống kê|theo khảo sát|theo số liệu|theo báo cáo\
     |theo đánh giá|cho thấy|dự báo|ghi nhận|thực hiện năm|kết quả năm|hiện mức|trong khi đó|tính chung",
    )
});
/// Whether what is said of a range of tokens is how things stand.
pub fn stands(t: &Tokens, range: Range<usize>) -> bool {
    PAST.in_range(t, range).is_some()
}

static AIMS: Words = Words::new(|| {
    index(
        "phấn đấu|mục tiêu|chỉ tiêu|đặt ra|bảo đảm|đảm bảo|sẽ|cần đạt|phải đạt|kỳ vọng|hướng tới\
     |hướng đến|nâng tỷ lệ|nâng tỷ trọng|đưa tỷ lệ|đưa tỷ trọng|tối thiểu|ít nhất",
    )
});
static MONEY: Words = Words::new(|| {
    index(
        "kinh phí|ngân sách|vốn|dự toán|hỗ trợ|đầu tư|tài trợ|chi phí|mức chi|định mức|phí|xử phạt|phạt\
     |lệ phí|thuế|vay",
    )
});
static MARKET: Words =
    Words::new(|| index("doanh số|doanh thu|quy mô|giá trị|kim ngạch|thị trường|tổng mức|giao dịch|xuất khẩu"));
static COSTS: Words = Words::new(|| {
    index(
        "kinh phí|ngân sách|mức hỗ trợ|hỗ trợ tối đa|đối ứng|tổng vốn|nguồn vốn|giá trị hợp đồng|lãi suất\
     |thuế suất|phí dịch vụ|giảm giá|khuyến mại|khuyến mãi|hạn mức|định mức|vốn điều lệ|giải ngân\
     |kinh phí thực hiện|xã hội hóa|dự toán|chi phí gian hàng|chi phí thuê|chi phí đào tạo\
     |chi phí tham gia|chi phí thiết kế|chi phí xây dựng|học phí|vốn đầu tư|tiền phạt|mức phạt\
     |chiết khấu|lệ phí|vốn góp",
    )
});

impl Scope<'_> {
    fn has(&self, range: Range<usize>, phrases: AnyOf) -> bool {
        self.t.has(range, phrases)
    }

    /// The brackets that the figure stands in.
    fn brackets(&self) -> Option<Range<usize>> {
        let t = self.t;
        let open = (self.range.start.max(self.fig.span.start.saturating_sub(40))..self.fig.span.start)
            .rev()
            .find(|i| matches!(t.sign(*i), b'(' | b')'))?;
        if t.sign(open) != b'(' {
            return None;
        }
        let close = (self.fig.number.end..self.range.end.min(self.fig.number.end + 40))
            .find(|i| t.sign(*i) == b')')
            .unwrap_or(self.range.end);
        Some(open + 1..close)
    }

    /// Judges it.
    pub fn judge(
        &self,
        walk: &Walk<'_>,
        year: Option<&Horizon>,
        found: Option<&str>,
        words: usize,
        has_subject: bool,
    ) -> Verdict {
        let (t, fig) = (self.t, self.fig);
        let in_targets = self.above.section == Some(Section::Targets);
        let brackets = self.brackets();
        let own = brackets.clone().unwrap_or_else(|| self.seg.clone());
        // From the start of its words to a little behind the figure: a remark on the next one is not its own.
        let near = own.start..own.end.max(fig.number.end);
        let wide = if in_targets { near.clone() } else { self.range.clone() };
        let first = walk.out.plan.first_year();
        let aim = AIMS.in_range(self.t, self.range.clone()).is_some();
        if year.is_some_and(|h| first.is_some_and(|f| h.year < f)) {
            return Verdict::No;
        }
        let future = year.is_some_and(|h| {
            matches!(h.cue, Cue::By | Cue::Period | Cue::In | Cue::From) && first.is_none_or(|f| h.year >= f)
        });
        if self.past(&wide, future || (in_targets && aim)) {
            return Verdict::No;
        }
        let province_plan = walk.out.plan.province.is_some();
        // "so với 40 %", "cao hơn mức 40 %", "thay cho mức 40 %"
        let lead = self.range.start.max(fig.number.start.saturating_sub(4))..fig.number.start;
        if self.has(lead.clone(), any!["so với", "cao hơn mức", "thay cho mức", "bằng mức", "từ mức"]) {
            return Verdict::No;
        }
        // "tiệm cận mức 70 % của cả nước"
        let behind = fig.number.end..fig.number.end + 3;
        if province_plan && self.has(behind, any!["của cả nước", "của toàn quốc", "của quốc gia"]) {
            return Verdict::No;
        }
        if brackets.is_some() {
            // "bằng bình quân chung cả nước (70 %)"
            let before = own.start.saturating_sub(7).max(self.range.start)..own.start;
            if self.has(before, any!["bình quân chung", "bình quân cả nước", "mức chung cả nước", "trung bình cả nước"])
            {
                return Verdict::No;
            }
            let outside = self.has(
                own.clone(),
                any![
                    "cả nước",
                    "quốc gia",
                    "toàn quốc",
                    "bình quân chung",
                    "trung ương",
                    "mục tiêu quốc",
                    "trung bình của",
                    "bình quân của",
                ],
            );
            let stands = self.years.iter().any(|h| own.contains(&h.span.start) && first.is_some_and(|f| h.year < f));
            // "so với năm 2025 (1.500 hộ)"
            let early = |h: &Horizon| h.cue == Cue::Against || first.is_some_and(|f| h.year < f);
            let stands = stands || self.years.iter().any(|h| early(h) && h.span.end + 1 == own.start);
            if outside || stands || self.has(own.clone(), any!["hiện", "năm trước", "đạt được"]) {
                return Verdict::No;
            }
        }
        let country = t.find(
            self.seg.start..fig.span.start.max(self.seg.start),
            any![
                "bình quân cả nước",
                "mục tiêu quốc gia",
                "mức bình quân chung",
                "cả nước đặt mục tiêu",
                "chính phủ đặt mục tiêu",
                "mục tiêu của cả nước",
                "thị trường cả nước",
                "cả nước đạt",
            ],
        );
        // "vượt mục tiêu quốc gia, đạt 72 %" goes on to its own.
        let country = country.filter(|(at, behind)| {
            let beyond = (1..=3).any(|n| *at >= n && t.is_any(at - n, any!["vượt", "hơn", "bằng", "với"]));
            !(beyond && (*behind..fig.span.start).any(|i| t.sign(i) == b','))
        });
        if province_plan && country.is_some() {
            return Verdict::No;
        }
        let counted = matches!(fig.unit, Unit::Count | Unit::Participants | Unit::Rank | Unit::Multiple);
        // "Theo Nghị quyết số 57-NQ/TW, kinh tế số đạt 30 % GDP": another's aim, until it is said whose the next is.
        let of_others =
            any!["chính phủ", "trung ương", "tw", "ttg", "thủ tướng", "quốc gia", "bộ công thương", "bộ chính trị"];
        let told = self.range.start..fig.number.start;
        if t.is(told.start, "theo") && self.has(told.clone(), of_others) && !self.has(told, any!["phấn đấu", "tỉnh"])
        {
            return Verdict::No;
        }
        // "góp phần hoàn thành mục tiêu kinh tế số chiếm 30 % GRDP": another plan's aim.
        if found.is_none() && !counted && self.has(self.range.start..fig.number.start, any!["góp phần"]) {
            return Verdict::No;
        }
        // "60 % các chỉ tiêu trên" counts the plan's own aims.
        let own = [
            "các chỉ tiêu",
            "số chỉ tiêu",
            "chỉ tiêu",
            "các nhiệm vụ",
            "nhiệm vụ",
            "các mục tiêu",
            "mục tiêu",
            "kế hoạch",
        ];
        if fig.unit == Unit::Percent && own.iter().any(|p| t.phrase(fig.span.end, p).is_some()) {
            return Verdict::No;
        }
        if self.costs(found) {
            return Verdict::No;
        }
        let each = (1..=3).any(|n| {
            fig.number.start >= n + self.range.start
                && t.is(fig.number.start - n, "mỗi")
                && !t.is(fig.number.start - n + 1, "năm")
        });
        // "Mỗi xã, phường có ít nhất 01 điểm …"
        // Among the aims it is one, where so many are the least.
        let least = in_targets && fig.comparator == Comparator::Gte;
        let each = each || t.is(self.seg.start, "mỗi") && !t.is(self.seg.start + 1, "năm") && !least;
        let per = t.sign(fig.number.end) == b'/' && !t.is(fig.number.end + 1, "năm")
            || t.sign(fig.number.end + 1) == b'/'
                && t.is_any(
                    fig.number.end + 2,
                    any!["lớp", "khóa", "khoá", "buổi", "đợt", "huyện", "xã", "cuộc", "kỳ"],
                );
        if counted && (each || per) {
            return Verdict::No;
        }
        if fig.activity && (!in_targets || self.has(self.seg.start..fig.span.start, any!["tổ chức", "mở"])) {
            return Verdict::No;
        }
        if !in_targets
            && self.has(self.range.clone(), any!["theo quy định tại", "luật", "nghị định", "thông tư", "bộ luật"])
            && !future
        {
            return Verdict::No;
        }
        let acts = agency::starts(t, self.range.start) || self.has(self.range.clone(), any!["chủ trì", "phối hợp với"]);
        if !in_targets && acts && !self.has(self.range.clone(), any!["phấn đấu", "mục tiêu"]) {
            return Verdict::No;
        }
        if words == 0 && !has_subject && self.above.line.is_empty() {
            return Verdict::No;
        }
        match self.above.section {
            Some(Section::Targets) => Verdict::Yes(if fig.activity {
                0.7
            } else if counted && found.is_none() {
                0.85
            } else {
                0.97
            }),
            _ => self.outside_targets(future, aim, counted, found),
        }
    }

    /// Whether it is said to be so already. "đã đề ra" is not.
    fn past(&self, range: &Range<usize>, aimed: bool) -> bool {
        let t = self.t;
        let mut from = range.start;
        while let Some((at, behind)) = PAST.in_range(t, from..range.end) {
            let set = t.opens(
                at,
                any![
                    "đã đề ra",
                    "đã được phê duyệt",
                    "đã đặt ra",
                    "đã ban hành",
                    "đã có website",
                    "đã có gian",
                    "đã được đào",
                    "đã có tài",
                ],
            );
            // "cao hơn 25 điểm so với hiện nay"
            let set = set || at > 0 && t.is_any(at - 1, any!["với", "hơn"]);
            let late = at >= self.fig.number.end && aimed && !t.is_any(at, any!["hiện"]);
            if !set && !late {
                return true;
            }
            from = behind;
        }
        let reckoned = t.has(range.clone(), any!["ước đạt", "ước tính", "ước thực hiện", "tính đến"]);
        reckoned && !aimed
    }

    fn costs(&self, found: Option<&str>) -> bool {
        let fig = self.fig;
        // "Kinh phí: 12 tỷ", "hỗ trợ tối đa 50 % chi phí …"
        let behind = (fig.number.end + 12).min(self.range.end);
        let aims = self.above.section == Some(Section::Targets);
        let around = self.seg.start..behind.max(self.seg.end);
        if fig.money {
            let market = MARKET.in_range(self.t, self.seg.start..fig.number.start).is_some() || found.is_some();
            return !market
                || (self.has(around, any!["kinh phí", "ngân sách", "vốn", "dự toán", "hỗ trợ", "tài trợ"])
                    && found.is_none());
        }
        match fig.unit {
            Unit::VndPerPersonYear | Unit::UsdPerPersonYear => {
                self.has(around.clone(), any!["kinh phí", "hỗ trợ"])
                    || self.has(around, any!["mức chi"]) && found.is_none()
            }
            Unit::Percent | Unit::PercentPerYear if found.is_some() => {
                self.has(around, any!["kinh phí", "ngân sách nhà nước", "mức hỗ trợ", "hỗ trợ tối đa"])
            }
            // "thu học phí không dùng tiền mặt"
            Unit::Percent if self.has(around.clone(), any!["tiền mặt"]) => false,
            Unit::Percent | Unit::PercentPerYear => {
                // "giảm 20 % chi phí logistics" is an aim where aims stand.
                let granted = if aims {
                    any!["hỗ trợ", "tài trợ", "miễn"]
                } else {
                    any!["hỗ trợ", "tài trợ", "miễn", "giảm"]
                };
                let grant = self.has(self.seg.start..fig.number.start, granted)
                    && self.has(fig.number.end..behind, any!["chi phí", "kinh phí", "phí", "giá", "tiền", "giá trị"]);
                // "Giảm chi phí … xuống còn 10 % giá thành" aims at a level and grants nothing.
                let level = self.has(self.seg.start..fig.number.start, any!["xuống", "còn"]);
                grant && !level || COSTS.in_range(self.t, around).is_some()
            }
            _ => {
                self.has(around, any!["đồng", "kinh phí", "ngân sách"])
                    && MONEY.in_range(self.t, self.range.clone()).is_some()
            }
        }
    }

    fn outside_targets(&self, future: bool, aim: bool, counted: bool, found: Option<&str>) -> Verdict {
        let strong = self.has(self.range.clone(), any!["phấn đấu", "mục tiêu", "chỉ tiêu"]);
        if counted {
            return if strong && (future || found.is_some()) { Verdict::Yes(0.7) } else { Verdict::No };
        }
        let viewpoint = self.above.section == Some(Section::Viewpoint);
        match (strong, future) {
            (true, true) => Verdict::Yes(0.85),
            (true, false) if !viewpoint => Verdict::Yes(0.75),
            (false, true) if aim || found.is_some() || self.above.section.is_none() => Verdict::Yes(0.7),
            (false, false)
                if found.is_some()
                    && self.above.section.is_none()
                    && self.above.horizon.is_some()
                    && !self.above.loose =>
            {
                Verdict::Yes(0.6)
            }
            _ => Verdict::No,
        }
    }
}

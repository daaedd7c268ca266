//! The comparison.

use crate::align::{Counts, Unlike, Verdict};
use crate::i18n::Lang;
use crate::list::List;

texts! {
    compare_title: "So sánh các kế hoạch", "Plans side by side";
    compare_baseline: "Mốc so", "Baseline";
    compare_plans: "Kế hoạch được so", "Plans compared";
    compare_each: "Nhận xét về từng kế hoạch", "Findings on each plan";
    compare_group: "Nhóm chỉ tiêu", "Indicators";
    compare_order: "Xếp theo", "Order";
    compare_by_group: "nhóm chỉ tiêu", "by group";
    compare_by_verdict: "kết quả so sánh", "by verdict";
    compare_unlike_rows: "≠ không so được", "≠ not comparable";
    compare_only: "Hiện", "Show";
    compare_all_rows: "mọi chỉ tiêu", "every indicator";
    compare_differences: "chỉ chỗ khác nhau", "only differences";
    compare_indicator: "Chỉ tiêu", "Indicator";
    compare_neither: "không bên nào đặt", "neither sets it";
    compare_why: "vì sao?", "why?";
    compare_hide: "Đóng quy tắc", "Close the rule";
    compare_rule: "Quy tắc và căn cứ", "The rule and its inputs";
    compare_rule_what: "Xét", "Considered";
    compare_rule_same: "Giống nhau?", "Alike?";
    compare_row_figure: "Con số", "Figure";
    compare_row_base: "Tính trên", "Base";
    compare_row_year: "Mốc năm", "Horizon";
    compare_row_whole: "Toàn phần mà nó nằm trong", "The whole it is part of";
    compare_row_clause: "Điều khoản", "Clause";
    compare_alike: "giống", "alike";
    compare_unlike: "khác", "unlike";
    compare_findings: "Nhìn nhanh", "At a glance";
    compare_better: "▲ ▼ xét theo chiều tốt của chỉ tiêu: chi phí thấp hơn là tốt hơn. Những thứ khác nhau thì không xếp hạng.",
        "▲ and ▼ follow the indicator’s own direction: a lower cost is better. Unlike things are never ranked.";
    compare_no_rows: "Các kế hoạch này không có chỉ tiêu nào trong nhóm đã chọn.", "These plans set no indicator of the chosen group.";
    compare_absent: "không đặt", "not set";
    summary_title: "Tóm tắt để đưa vào báo cáo", "A summary for a report";
    summary_copy: "Chép đoạn tóm tắt", "Copy the summary";
    summary_against: "; so với ", "; against ";
}

impl Lang {
    /// How a plan compares as a whole.
    pub fn summary_counts(self, plan: &str, baseline: &str, all: usize, counts: &str) -> String {
        match self {
            Self::Vi => format!("Đối chiếu “{plan}” với “{baseline}” trên {all} chỉ tiêu: {counts}."),
            Self::En => format!("“{plan}” against “{baseline}” on {all} indicators: {counts}."),
        }
    }

    /// The indicators with one kind of verdict.
    pub fn summary_kind(self, verdict: Verdict, items: &str) -> String {
        let head = match (self, verdict) {
            (Self::Vi, Verdict::Weaker) => "Đặt thấp hơn",
            (Self::En, Verdict::Weaker) => "Set lower",
            (Self::Vi, Verdict::Missing) => "Không đặt",
            (Self::En, Verdict::Missing) => "Not set",
            (Self::Vi, Verdict::Equal) => "Đặt ngang bằng",
            (Self::En, Verdict::Equal) => "Set alike",
            (Self::Vi, Verdict::Stronger) => "Đặt cao hơn",
            (Self::En, Verdict::Stronger) => "Set higher",
            (Self::Vi, Verdict::Extra) => "Đặt thêm",
            (Self::En, Verdict::Extra) => "Set besides",
            (Self::Vi, Verdict::NotComparable(_) | Verdict::NotApplicable) => "Không so được",
            (Self::En, Verdict::NotComparable(_) | Verdict::NotApplicable) => "Not comparable",
        };
        format!("{head}: {items}.")
    }

    /// What one side asks and where it says so.
    pub fn summary_side(self, plan: &str, figure: &str, year: i32, clause: &str) -> String {
        match self {
            Self::Vi => format!("{plan}: {figure} năm {year}, {clause}"),
            Self::En => format!("{plan}: {figure} in {year}, {clause}"),
        }
    }

    /// The documents that a summary rests on.
    pub fn summary_sources(self, documents: &str) -> String {
        match self {
            Self::Vi => format!("Nguồn: {documents}. Dữ liệu: Lộ trình {}.", env!("CARGO_PKG_VERSION")),
            Self::En => format!("Sources: {documents}. Data: Lộ trình {}.", env!("CARGO_PKG_VERSION")),
        }
    }

    /// How many of each verdict, the ones that are there.
    pub fn compare_counts(self, counts: Counts) -> Vec<(Verdict, usize)> {
        let Counts { weaker, missing, equal, stronger, extra, not_comparable, not_applicable } = counts;
        [
            (Verdict::Weaker, weaker),
            (Verdict::Stronger, stronger),
            (Verdict::Equal, equal),
            (Verdict::Missing, missing),
            (Verdict::Extra, extra),
            (Verdict::NotComparable(Unlike::Base), not_comparable),
            (Verdict::NotApplicable, not_applicable),
        ]
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .list()
    }

    /// What a plan sets lower than the baseline, as a sentence; the items carry their figures.
    pub fn compare_sets_less(self, plan: &str, baseline: &str, items: &[String]) -> String {
        let items = items.join("; ");
        match self {
            Self::Vi => format!("{plan} đặt thấp hơn {baseline} ở: {items}."),
            Self::En => format!("{plan} sets less than {baseline} on: {items}."),
        }
    }

    /// What a plan sets higher than the baseline.
    pub fn compare_sets_more(self, plan: &str, baseline: &str, items: &[String]) -> String {
        let items = items.join("; ");
        match self {
            Self::Vi => format!("{plan} đặt cao hơn {baseline} ở: {items}."),
            Self::En => format!("{plan} sets more than {baseline} on: {items}."),
        }
    }

    /// One figure against another: `Hóa đơn điện tử (50 % so với 70 %)`.
    pub fn compare_item(self, indicator: &str, ours: &str, theirs: &str) -> String {
        match self {
            Self::Vi => format!("{indicator} ({ours} so với {theirs})"),
            Self::En => format!("{indicator} ({ours} against {theirs})"),
        }
    }

    /// A plan that shares more indicators with the older plan than with the one it is to carry out.
    pub fn compare_answers_older(
        self,
        plan: &str,
        all: usize,
        with: usize,
        baseline: &str,
        older_with: usize,
        older: &str,
    ) -> String {
        match self {
            Self::Vi => format!(
                "Trong {all} mục tiêu của {plan}, {older_with} có chỉ tiêu chung với {older}, kế hoạch trước, và chỉ {with} với {baseline} mà kế hoạch này viện dẫn."
            ),
            Self::En => format!(
                "Of the {all} targets of {plan}, {older_with} share an indicator with {older}, the plan before, and only {with} with {baseline}, which it cites."
            ),
        }
    }

    /// The rule that gave a verdict, in a sentence.
    pub const fn compare_rule_text(self, verdict: Verdict) -> &'static str {
        match (self, verdict) {
            (Self::Vi, Verdict::Weaker) => {
                "Cùng chỉ tiêu, đơn vị, mẫu số và mốc năm; con số kém hơn theo chiều tốt của chỉ tiêu."
            }
            (Self::En, Verdict::Weaker) => {
                "Same indicator, unit, base and horizon; the figure is worse in the indicator’s direction."
            }
            (Self::Vi, Verdict::Stronger) => {
                "Cùng chỉ tiêu, đơn vị, mẫu số và mốc năm; con số tốt hơn theo chiều tốt của chỉ tiêu."
            }
            (Self::En, Verdict::Stronger) => {
                "Same indicator, unit, base and horizon; the figure is better in the indicator’s direction."
            }
            (Self::Vi, Verdict::Equal) => {
                "Cùng con số. Ngưỡng chặt hơn (“trên 10” so với “10”) vẫn là ngang bằng, và được nói rõ."
            }
            (Self::En, Verdict::Equal) => {
                "The same figure. A stricter bound (“over 10” against “10”) is still equal, and is named."
            }
            (Self::Vi, Verdict::Missing) => "Mốc so có chỉ tiêu này, kế hoạch không đặt.",
            (Self::En, Verdict::Missing) => "The baseline has this indicator, the plan does not.",
            (Self::Vi, Verdict::Extra) => "Kế hoạch có chỉ tiêu này, mốc so không đặt.",
            (Self::En, Verdict::Extra) => "The plan has this indicator, the baseline does not.",
            (Self::Vi, Verdict::NotApplicable) => "Chỉ tiêu này không thể áp dụng cho cấp của kế hoạch.",
            (Self::En, Verdict::NotApplicable) => "This indicator cannot apply at the plan’s level.",
            (Self::Vi, Verdict::NotComparable(reason)) => match reason {
                Unlike::Defect => "Lỗi của văn bản khiến không chắc con số thuộc chỉ tiêu nào.",
                Unlike::Unit => "Hai con số tính bằng đơn vị khác nhau.",
                Unlike::AbsoluteCount => "Số tuyệt đối của hai nơi có dân số khác nhau thì không xếp hạng.",
                Unlike::Base => "Tỷ lệ tính trên mẫu số khác nhau, hoặc một bên không nói tính trên gì.",
                Unlike::Nested => "Là phần của một mục tiêu khác, mà hai cái “toàn phần” lại khác nhau.",
                Unlike::Horizon => "Hai mốc năm khác nhau.",
                Unlike::Range => "Một khoảng nằm trong khoảng kia: đầu này tốt hơn, đầu kia kém hơn.",
            },
            (Self::En, Verdict::NotComparable(reason)) => match reason {
                Unlike::Defect => "A fault of the text leaves it uncertain which indicator the figure belongs to.",
                Unlike::Unit => "The two figures are in different units.",
                Unlike::AbsoluteCount => "Absolute counts of places with unlike populations are not ranked.",
                Unlike::Base => "The percentages are of different things, or one text does not say of what.",
                Unlike::Nested => "It is a part of another target, and the two wholes differ.",
                Unlike::Horizon => "The horizons are different years.",
                Unlike::Range => "One range lies inside the other: one end is better, the other worse.",
            },
        }
    }
}

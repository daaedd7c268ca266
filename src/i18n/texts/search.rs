//! Searching.

use crate::i18n::Lang;
use crate::search::Kind;

texts! {
    search_title: "Tìm trong mọi kế hoạch", "Search all plans";
    search_label: "Từ cần tìm, có dấu hoặc không dấu", "Words, with or without diacritics";
    search_kinds: "Loại", "Kind";
    search_hint: "Ví dụ: “hoa don dien tu”, “645/QĐ-TTg”, “TMĐT xuyên biên giới”, “cashless”. Đặt trong ngoặc kép để tìm đúng cụm từ.",
        "For instance “hoa don dien tu”, “645/QĐ-TTg”, “cross-border”, “cashless”. Quotation marks keep words together.";
    search_corrected: "Không có từ nào viết đúng như vậy; đây là những gì gần nhất.",
        "No record has these words as written; these come nearest.";
    search_nothing: "Không tìm thấy gì. Thử ít từ hơn, hoặc bỏ bớt dấu.", "Nothing found. Try fewer words, or leave out diacritics.";
    search_keys: "Phím: / hoặc Ctrl K (⌘ K) tới ô tìm từ mọi trang; ↓ ↑ đi qua các kết quả; Enter mở kết quả đầu.",
        "Keys: / or Ctrl K (⌘ K) goes to this box from any page; ↓ ↑ walk the results; Enter opens the first.";
    search_slash: "Bật hoặc tắt phím /", "Switch the / key on or off";
    search_plans: "Trong kế hoạch", "In the plan";
    search_years: "Năm", "Year";
    search_defect: "lỗi văn bản", "defect of the text";
    search_agency: "cơ quan", "agency";
    search_indicator: "chỉ tiêu", "indicator";
    search_plan: "kế hoạch", "plan";
}

impl Lang {
    /// A kind of record.
    pub const fn search_kind(self, kind: Kind) -> &'static str {
        match kind {
            Kind::Plan => self.search_plan(),
            Kind::Target => self.plan_targets(),
            Kind::Task => self.plan_tasks(),
            Kind::Objective => self.plan_objectives(),
            Kind::Provision => self.plan_provisions(),
            Kind::Defect => self.search_defect(),
            Kind::Agency => self.search_agency(),
            Kind::Indicator => self.search_indicator(),
        }
    }

    /// How many results are of a kind: `8 cơ quan`, `8 agencies`.
    pub fn search_counted(self, n: usize, kind: Kind) -> String {
        let what = match (self, kind) {
            (Self::En, Kind::Plan) if n != 1 => "plans",
            (Self::En, Kind::Defect) if n != 1 => "defects of the text",
            (Self::En, Kind::Agency) if n != 1 => "agencies",
            (Self::En, Kind::Indicator) if n != 1 => "indicators",
            (Self::En, Kind::Target) if n == 1 => "target",
            (Self::En, Kind::Task) if n == 1 => "task",
            (Self::En, Kind::Objective) if n == 1 => "objective",
            (Self::En, Kind::Provision) if n == 1 => "provision",
            _ => self.search_kind(kind),
        };
        self.plan_count(n, what)
    }

    /// Whether the slash key is listened to.
    pub const fn search_slash_said(self, on: bool) -> &'static str {
        match (self, on) {
            (Self::Vi, true) => "Phím / đang bật.",
            (Self::Vi, false) => "Phím / đang tắt.",
            (Self::En, true) => "The / key is on.",
            (Self::En, false) => "The / key is off.",
        }
    }

    /// Asks for all results.
    pub fn search_show(self, total: usize) -> String {
        match self {
            Self::Vi => format!("Xem tất cả {total} kết quả"),
            Self::En => format!("Show all {total} results"),
        }
    }

    /// How many results there are, and how many of them are shown.
    pub fn search_found(self, total: usize, shown: usize) -> String {
        match self {
            Self::Vi if total > shown => format!("{total} kết quả, đang xem {shown} kết quả đầu"),
            Self::Vi => format!("{total} kết quả"),
            Self::En if total > shown => format!("{total} results, the first {shown} shown"),
            Self::En if total == 1 => "1 result".to_owned(),
            Self::En => format!("{total} results"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_counts_have_a_plural_and_vietnamese_has_none() {
        let counted = |lang: Lang, n| Kind::ALL.map(|kind| lang.search_counted(n, kind));
        let [one, two] = [counted(Lang::En, 1), counted(Lang::En, 2)];
        assert_eq!(
            [&one[6], &two[6], &one[5], &two[5]],
            ["1 agency", "2 agencies", "1 defect of the text", "2 defects of the text"]
        );
        assert!(one.iter().zip(&two).all(|(one, two)| one[1..] != two[1..]), "{one:?} {two:?}");
        assert_eq!(
            counted(Lang::Vi, 2).map(|two| two[1..].to_owned()),
            counted(Lang::Vi, 1).map(|one| one[1..].to_owned())
        );
    }
}

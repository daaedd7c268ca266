//! Indicators: the list, one of them, what can be said of it, and its picture.

use super::pick;
use crate::chart::{Form, Mark};
use crate::dataset::DataSet;
use crate::i18n::{Lang, quantity};
use crate::list::List;
use crate::model::{BaseId, Better, Indicator, Level, Outcome, Plan, Quantity, Target, Unit};
use crate::outcome::{Finding, Obstacle, Result, Tally, findings};

texts! {
    indicators_title: "Chỉ tiêu", "Indicators";
    indicators_caption: "Con số của từng kế hoạch quốc gia, số kế hoạch tỉnh cùng đặt, và kết quả",
        "Figures of each national plan, how many provincial plans set one too, and what became of them";
    indicators_name: "Chỉ tiêu", "Indicator";
    indicators_provinces: "Kế hoạch tỉnh", "Provincial plans";
    indicators_result: "Mục tiêu đã tới hạn", "Targets fallen due";
    indicators_not_set: "không đặt", "not set";
    indicators_none_due: "chưa có", "none yet";
    indicators_context_title: "Số liệu bối cảnh", "Context";
    indicators_context_lead: "Không kế hoạch nào đặt mục tiêu cho những số này; chúng giúp hiểu các chỉ tiêu ở trên.",
        "No plan sets a target for these; they help to read the indicators above.";
    indicators_context_caption: "Con số mới nhất của mỗi số liệu bối cảnh", "The latest figure of each context measure";
    indicators_latest: "Mới nhất", "Latest";
    indicators_year: "Năm", "Year";
    indicators_publisher: "Nơi công bố", "Publisher";

    indicator_targets: "Mục tiêu trong các kế hoạch", "Targets in the plans";
    indicator_plan: "Kế hoạch", "Plan";
    indicator_figure: "Con số", "Figure";
    indicator_base: "Tính trên", "Of what";
    indicator_became: "Kết quả", "What became of it";
    indicator_clause: "Chỗ trong văn bản", "Where it stands";
    indicator_remarks: "Lưu ý", "Remarks";
    indicator_press: "theo báo chí", "press report";
    indicator_why: "Vì sao kết luận như vậy", "Why so";
    indicator_outcomes: "Mọi kết quả đã công bố", "Every published result";
    indicator_outcomes_caption: "Kết quả đã công bố, cũ trước mới sau", "Published results, oldest first";
    indicator_no_outcomes: "Chưa tìm thấy kết quả nào được công bố cho chỉ tiêu này.",
        "No published result was found for this indicator.";
    indicator_source: "Đọc ở đâu", "Read where";
    indicator_year_unknown: "không rõ năm", "year not stated";
    indicator_no_address: "không có địa chỉ", "no address";
    indicator_facts: "Về chỉ tiêu này", "About this indicator";
    indicator_group: "Nhóm", "Group";
    indicator_unit: "Đơn vị", "Unit";
    indicator_better: "Chiều tốt hơn", "Which way is better";
    indicator_bases: "Mẫu số đã dùng", "Bases used";
    indicator_bases_of_sum: "Phạm vi đã dùng", "Scopes used";
    indicator_levels: "Áp dụng cho", "Applies to";
    indicator_count: "Cách so", "How to compare";
    indicator_absolute: "Số tuyệt đối: không xếp hạng cả nước với tỉnh, hay tỉnh với tỉnh.",
        "An absolute count: the nation and a province, or two provinces, are never ranked.";
    indicator_note: "Cần biết", "To know";
    indicator_same_group: "Cùng nhóm", "In the same group";
    indicator_compare: "So sánh các kế hoạch về nhóm này", "Compare the plans on this group";
    indicator_all: "Tất cả chỉ tiêu", "All indicators";
    indicator_base_unstated: "nơi công bố không nói con số tính trên gì; hiểu là như kế hoạch",
        "the publisher does not say what the figure is of; taken to mean what the plan means";
}

impl Lang {
    /// What became of an indicator's national targets, the due ones first of all; none where the nation sets none.
    ///
    /// "Đạt sớm từ 2019: 53 % năm 2020 (mục tiêu 30 %). Chưa đo được mục tiêu 55 % năm 2025: …"
    pub fn finding_text(self, data: &DataSet, indicator: &Indicator) -> Option<String> {
        let all = findings(data, indicator, Level::National);
        let due: Vec<_> = all.iter().filter(|finding| finding.result() != Result::Open).list();
        let told = if due.is_empty() { all.iter().list() } else { due };
        let sentences: Vec<String> = told
            .chunk_by(|a, b| a.result() == b.result() && a.judgement.deciding.is_empty())
            .map(|alike| self.sentence(data, alike))
            .list();
        (!sentences.is_empty()).then(|| sentences.join(" "))
    }

    /// One sentence about targets that came to the same; only those that nothing decides come together.
    fn sentence(self, data: &DataSet, alike: &[&Finding<'_>]) -> String {
        let aims: Vec<String> = alike.iter().map(|finding| self.aim(finding.plan, finding.target)).list();
        let aims = self.listed(&aims);
        let targets = if alike.len() == 1 { "target" } else { "targets" };
        let Some(finding) = alike.first() else { return String::new() };
        let target = quantity(finding.target.quantity(), self);
        let year = finding.target.year;
        let figures: Vec<String> = finding.figures().into_iter().map(|figure| quantity(figure, self)).list();
        let figures = figures.join(pick(self, " hoặc ", " or "));
        let several = finding.figures().len() > 1;
        let by_source = if several { pick(self, ", tùy nguồn", ", depending on the source") } else { "" };
        match (self, finding.result()) {
            (Self::Vi, Result::Reached) => {
                let early = finding.early.map(|from| format!(" sớm từ {from}")).unwrap_or_default();
                format!("Đạt{early}: {figures} năm {year}{by_source} (mục tiêu {target}).")
            }
            (Self::En, Result::Reached) => {
                let early = finding.early.map(|from| format!(" early, from {from}")).unwrap_or_default();
                format!("Reached{early}: {figures} in {year}{by_source} (target {target}).")
            }
            (Self::Vi, Result::Missed) => format!("Không đạt: {figures} năm {year}{by_source} (mục tiêu {target})."),
            (Self::En, Result::Missed) => format!("Missed: {figures} in {year}{by_source} (target {target})."),
            (Self::Vi, Result::Disputed) => {
                format!("Chưa rõ có đạt: {figures} năm {year}{by_source} (mục tiêu {target}).")
            }
            (Self::En, Result::Disputed) => format!("Disputed: {figures} in {year}{by_source} (target {target})."),
            (_, Result::NotMeasurable) => {
                let mut reasons: Vec<&'static str> = Vec::new();
                for (reason, _) in alike.iter().flat_map(|finding| finding.obstacles(data)) {
                    let words = self.obstacle_words(reason);
                    if !reasons.contains(&words) {
                        reasons.push(words);
                    }
                }
                let reasons = reasons.join("; ");
                match self {
                    Self::Vi => format!("Chưa đo được mục tiêu {aims}: {reasons}."),
                    Self::En => format!("The {targets} of {aims} cannot be measured: {reasons}."),
                }
            }
            (Self::Vi, Result::NoResult) => format!("Không thấy công bố kết quả cho mục tiêu {aims}."),
            (Self::En, Result::NoResult) => format!("No published result was found for the {targets} of {aims}."),
            (Self::Vi, Result::Open) => format!("Chưa tới hạn: mục tiêu {aims}."),
            (Self::En, Result::Open) => format!("Not due yet: the target is {aims}."),
        }
    }

    /// A target's figure and when it falls due: `55 % năm 2025`, `20 %/năm giai đoạn 2016–2020`.
    pub fn aim(self, plan: &Plan, target: &Target) -> String {
        let figure = quantity(target.quantity(), self);
        let (first, last) = (plan.period.0, target.year);
        match (self, target.unit == Unit::PercentPerYear) {
            (Self::Vi, false) => format!("{figure} năm {last}"),
            (Self::En, false) => format!("{figure} by {last}"),
            (Self::Vi, true) => format!("{figure} giai đoạn {first}–{last}"),
            (Self::En, true) => format!("{figure} over {first}–{last}"),
        }
    }

    /// Things in a row, the last joined by "and".
    fn listed(self, things: &[String]) -> String {
        match things {
            [] => String::new(),
            [one] => one.clone(),
            [rest @ .., last] => format!("{} {} {last}", rest.join(", "), pick(self, "và", "and")),
        }
    }

    /// Why a published result does not decide a target, in a few words.
    pub const fn obstacle_words(self, obstacle: Obstacle) -> &'static str {
        match obstacle {
            Obstacle::Spliced => pick(self, "câu in ghép hai mục tiêu", "the print splices two targets"),
            Obstacle::SingleYear => pick(
                self,
                "mục tiêu là mức tăng mỗi năm của cả kỳ, nguồn chỉ có từng năm",
                "the target is a yearly rate over the period, the sources give single years",
            ),
            Obstacle::Base => pick(self, "số công bố tính trên mẫu số khác", "published figures are of something else"),
            Obstacle::YearNotStated => pick(self, "có số không rõ năm nào", "a figure does not say its year"),
            Obstacle::NotMeasured => pick(self, "chỉ có dự báo hoặc số còn ngờ", "only forecasts or doubtful figures"),
            Obstacle::Year => pick(self, "chỉ có số của năm khác", "there are figures for other years only"),
        }
    }

    /// A result as a piece of a sentence: figure, of what, when.
    pub fn result_piece(self, data: &DataSet, outcome: &Outcome) -> String {
        let mut piece = quantity(outcome.quantity(), self);
        if let (Unit::PercentPerYear, Some(year)) = (outcome.unit, outcome.year) {
            return format!("{year}: {piece}");
        }
        match (self, outcome.year) {
            (Self::Vi, Some(year)) => piece.push_str(&format!(" năm {year}")),
            (Self::En, Some(year)) => piece.push_str(&format!(" in {year}")),
            (_, None) => piece.push_str(&format!(", {}", self.indicator_year_unknown())),
        }
        if let Some(base) = outcome.base.as_ref().and_then(|id| data.base(id)) {
            let of = match (self, outcome.unit) {
                (Self::Vi, _) => "tính trên ",
                (Self::En, Unit::Percent) => "of ",
                (Self::En, _) => "",
            };
            piece.push_str(&format!(", {of}{}", base.name.get(self)));
        }
        piece
    }

    /// The units of an indicator's figures.
    pub const fn indicators_unit(self, unit: Unit) -> &'static str {
        match unit {
            Unit::Percent => "%",
            Unit::PercentPerYear => pick(self, "% mỗi năm", "% a year"),
            Unit::UsdPerPersonYear => pick(self, "USD/người/năm", "USD a person a year"),
            Unit::BillionUsd => pick(self, "tỷ USD", "billion USD"),
            Unit::Participants => pick(self, "lượt người", "participants"),
            Unit::MillionVnd => pick(self, "triệu đồng", "million VND"),
            Unit::MillionPeople => pick(self, "triệu người", "million people"),
            Unit::Tonnes => pick(self, "tấn", "tonnes"),
            Unit::Points => pick(self, "điểm", "points"),
            Unit::Institutions => pick(self, "cơ sở", "institutions"),
            Unit::VndPerPersonYear => pick(self, "đồng/người/năm", "đồng a person a year"),
            Unit::Count => pick(self, "số lượng", "number"),
            Unit::Multiple => pick(self, "lần", "times"),
            Unit::Rank => pick(self, "thứ hạng", "rank"),
        }
    }

    /// Which way is better.
    pub const fn better(self, better: Better) -> &'static str {
        match better {
            Better::Higher => pick(self, "càng cao càng tốt", "higher is better"),
            Better::Lower => pick(self, "càng thấp càng tốt", "lower is better"),
            Better::None => pick(self, "không có (số liệu bối cảnh)", "none (a context measure)"),
        }
    }

    /// How a step of the picture is drawn, and why.
    pub const fn chart_form(self, form: Form) -> &'static str {
        match form {
            Form::Read => pick(self, "mục tiêu quốc gia, đọc từ văn bản", "national target, read from the document"),
            Form::Press => pick(self, "mục tiêu chỉ biết qua báo chí", "target known from the press only"),
            Form::Draft => pick(self, "con số của bản dự thảo đã được thay", "figure of the superseded draft"),
        }
    }

    /// How a dot of the picture is drawn, and why.
    pub const fn chart_mark(self, mark: Mark) -> &'static str {
        match mark {
            Mark::Measured => pick(self, "kết quả, đo đúng điều mục tiêu đặt", "result, of what the target set"),
            Mark::Doubtful => pick(
                self,
                "kết quả còn ngờ (mâu thuẫn, không nêu nguồn, năm suy ra) hoặc dự báo",
                "result in doubt (contradicted, source unnamed, year inferred), or a forecast",
            ),
            Mark::OtherBase => pick(
                self,
                "kết quả tính trên mẫu số khác: không so được với mục tiêu",
                "result of another base: not comparable with the target",
            ),
        }
    }

    /// The first sentence of the list: how many indicators, and what became of the nation's targets.
    pub fn indicators_lead(self, indicators: usize, tally: Tally) -> String {
        let due = tally.due();
        let [reached, missed, disputed, unlike, none] =
            [Result::Reached, Result::Missed, Result::Disputed, Result::NotMeasurable, Result::NoResult]
                .map(|result| tally.of(result));
        let disputed = match (self, disputed) {
            (_, 0) => String::new(),
            (Self::Vi, n) => format!(", {n} các nguồn không thống nhất"),
            (Self::En, n) => format!(", {n} disputed"),
        };
        match self {
            Self::Vi => format!(
                "Trong {due} mục tiêu quốc gia đã tới hạn: {reached} đạt, {missed} không đạt{disputed}; {unlike} có số công bố \
                 nhưng không đo đúng điều mục tiêu đặt; {none} không thấy công bố kết quả nào. Dưới đây là {indicators} chỉ \
                 tiêu mà các kế hoạch đặt con số."
            ),
            Self::En => format!(
                "Of {due} national targets that have fallen due, {reached} were reached and {missed} missed{disputed}; for \
                 {unlike} the published figures measure something else; for {none} no published result was found. Below are \
                 the {indicators} indicators for which plans set figures."
            ),
        }
    }

    /// An indicator's first sentence where no national plan sets it.
    pub fn indicator_set_by(self, provincial: usize) -> String {
        match (self, provincial) {
            (Self::Vi, 0) => "Số liệu bối cảnh: không kế hoạch nào đặt mục tiêu.".to_owned(),
            (Self::En, 0) => "A context measure: no plan sets a target for it.".to_owned(),
            (Self::Vi, n) => format!("Không kế hoạch quốc gia nào đặt; {n} kế hoạch tỉnh đặt."),
            (Self::En, 1) => "No national plan sets it; one provincial plan does.".to_owned(),
            (Self::En, n) => format!("No national plan sets it; {n} provincial plans do."),
        }
    }

    /// How far the national targets went: what the last binding plan asks.
    pub fn indicator_next(self, aim: &str, plan: &str) -> String {
        match self {
            Self::Vi => format!("Mục tiêu tiếp theo: {aim} ({plan})."),
            Self::En => format!("The next target: {aim} ({plan})."),
        }
    }

    /// Above the table of results: what is done where publishers disagree.
    pub fn indicator_side_by_side(self, years: &[i32]) -> String {
        let years: Vec<String> = years.iter().map(i32::to_string).list();
        let years = self.listed(&years);
        match self {
            Self::Vi => format!(
                "Có nguồn nêu con số khác nhau cho {years}. Chúng được để cạnh nhau, mỗi con số một dòng hoặc trong phần lưu ý; không bao giờ lấy trung bình."
            ),
            Self::En => format!(
                "Sources give different figures for {years}. They stand side by side, each in a row of its own or in the remarks; they are never averaged."
            ),
        }
    }

    /// A target that is a part of another.
    pub fn indicator_part_of(self, whole: Quantity) -> String {
        match self {
            Self::Vi => format!("một phần của mục tiêu {}", quantity(whole, self)),
            Self::En => format!("a part of the target of {}", quantity(whole, self)),
        }
    }

    /// The bases an indicator has been set with.
    pub fn indicator_base_list(self, data: &DataSet, bases: &[BaseId]) -> String {
        let names: Vec<&str> = bases.iter().filter_map(|id| data.base(id)).map(|base| base.name.get(self)).list();
        names.join("; ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::bundled;

    #[track_caller]
    fn check(indicator: &str, lang: Lang, expected: Option<&str>) {
        let data = bundled().expect("the bundled data is sound");
        let indicator = data.indicator(&indicator.into()).expect("there");
        let found = lang.finding_text(&data, indicator).map(|text| text.replace('\u{a0}', " "));
        assert_eq!(found.as_deref(), expected);
    }

    #[test]
    fn a_finding_in_a_sentence() {
        check(
            "b2c_revenue",
            Lang::Vi,
            Some(
                "Đạt sớm từ 2019: 11,8 tỷ USD năm 2020 (mục tiêu 10 tỷ USD). \
                 Không đạt: 32 tỷ USD năm 2025 (mục tiêu 35 tỷ USD).",
            ),
        );
        check(
            "b2c_retail_share",
            Lang::En,
            Some(
                "Reached: 5.5% in 2020 (target 5%). \
                 Reached: about 12% or 10% in 2025, depending on the source (target 10%).",
            ),
        );
        check(
            "online_shoppers_share",
            Lang::Vi,
            Some(
                "Đạt sớm từ 2019: 53 % năm 2020 (mục tiêu 30 %). Chưa đo được mục tiêu 55 % năm 2025: số công bố tính trên \
                 mẫu số khác; có số không rõ năm nào.",
            ),
        );
        check("pos_retail", Lang::En, Some("No published result was found for the target of 100% by 2020."));
        check("enterprise_comms_tools", Lang::En, None);
    }

    #[test]
    fn targets_that_nothing_decides_share_a_sentence() {
        check(
            "b2c_growth",
            Lang::Vi,
            Some(
                "Chưa đo được mục tiêu 20 %/năm giai đoạn 2016–2020 và 25 %/năm giai đoạn 2021–2025: mục tiêu là mức tăng mỗi \
                 năm của cả kỳ, nguồn chỉ có từng năm.",
            ),
        );
    }
}

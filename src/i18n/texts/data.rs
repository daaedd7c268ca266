//! Sources, downloads, rules and limits; the list of plans.

use super::pick;
use crate::align::Verdict;
use crate::i18n::Lang;
use crate::model::FlagKind;
use crate::outcome::{Coverage, Result};

texts! {
    plans_title: "Các kế hoạch", "The plans";
    plans_lead: "Năm văn bản được đọc trọn vẹn; bốn kế hoạch mới chỉ biết qua báo chí, có dấu riêng, và chưa phải là tất cả những gì chúng quy định.",
        "Five documents were read in full; four newer plans are known from the press only, are marked as such, and hold more than is shown here.";
    plans_national: "Quốc gia", "National";
    plans_provincial: "Cấp tỉnh", "Provincial";
    plans_national_caption: "Kế hoạch quốc gia, cũ trước mới sau", "National plans, oldest first";
    plans_provincial_caption: "Kế hoạch cấp tỉnh, cũ trước mới sau", "Provincial plans, oldest first";
    plans_name: "Kế hoạch", "Plan";
    plans_document: "Văn bản", "Document";
    plans_period: "Kỳ", "Period";
    plans_status: "Tình trạng", "Status";
    plans_objectives: "Mục tiêu định tính", "Objectives";
    plans_targets: "Mục tiêu định lượng", "Targets";
    plans_tasks: "Nhiệm vụ", "Tasks";
    plans_defects: "Lỗi văn bản", "Faults of the text";
    plans_unknown: "chưa biết", "not known";
    plans_replaced_by: "được thay bằng", "replaced by";
    plans_answers: "thực hiện", "carries out";
    plans_draft_note: "Số nhiệm vụ của bản dự thảo gồm cả lời dặn người soạn và chỗ để trống.",
        "The draft’s tasks include instructions to its drafters and blanks.";

    data_title: "Dữ liệu", "Data";
    data_lead: "Mục tiêu, nhiệm vụ, cơ quan, kinh phí, kết quả và các kết luận của trang này đều tải về được thành bảng, kèm chỗ trong văn bản và những điều còn ngờ.",
        "The targets, tasks, agencies, budgets, results and verdicts of this site can be taken away as tables, with their place in the documents and their doubts.";

    data_downloads: "Tải về", "Downloads";
    data_downloads_lead: "Mười một bảng CSV (UTF-8, có dòng tiêu đề, số dùng dấu chấm thập phân) và một tệp mô tả theo chuẩn Frictionless. Tệp được tạo ngay trong trình duyệt khi bấm nút.",
        "Eleven CSV tables (UTF-8, with a header, decimal points) and a description that Frictionless tools read. The browser makes each file when its button is pressed.";
    data_download: "Tải", "Download";
    data_download_failed: "Trình duyệt không cho tải xuống từ trang này. Hãy mở trang trong một thẻ riêng rồi thử lại.",
        "The browser does not allow downloads from this page. Open it in a tab of its own and try again.";

    data_cite: "Cách trích dẫn", "How to cite";
    data_cite_lead: "Để dẫn một con số, hãy mở trang riêng của nó: ở đó có câu trích dẫn với điều khoản. Để dẫn cả bộ dữ liệu:",
        "To cite one figure, open its own page: a citation with the clause stands there. To cite the whole:";
    data_copy: "Chép câu trích dẫn", "Copy the citation";

    data_licence: "Giấy phép", "Licence";
    data_licence_data: "Dữ liệu: Creative Commons Ghi công 4.0 (CC BY 4.0). Được dùng lại, sửa đổi, kể cả để kinh doanh, miễn là nêu nguồn.",
        "Data: Creative Commons Attribution 4.0 (CC BY 4.0). Reuse and change it, commercially too, as long as the source is named.";
    data_licence_code: "Mã nguồn: MIT hoặc Apache-2.0, tùy người dùng chọn.", "Code: MIT or Apache-2.0, as you choose.";
    data_licence_texts: "Văn bản quy phạm và văn bản hành chính của Nhà nước không thuộc đối tượng bảo hộ quyền tác giả; bài báo và ấn phẩm được dẫn thuộc về chủ của chúng, ở đây chỉ có con số và địa chỉ.",
        "Legal and administrative documents of the state are outside copyright; the newspapers and reports cited belong to their owners, and only their figures and addresses are here.";

    data_is: "Dữ liệu là gì, không là gì", "What the data is, and is not";
    data_is_1: "Là mọi mục tiêu, nhiệm vụ, trách nhiệm và kinh phí của năm văn bản, viết lại ngắn gọn bằng lời riêng. Con số, cơ quan, thời gian, số hiệu và số điều khoản đúng theo văn bản.",
        "It is every target, task, duty and budget of five documents, restated in short words of our own. Figures, agencies, dates, document numbers and clauses are exact.";
    data_is_2: "Là các kết quả đã công bố mà chúng tôi tìm được, mỗi con số giữ nguyên như nơi công bố nêu.",
        "It is the published results that we found, each figure as its publisher gives it.";
    data_is_3: "Không phải văn bản pháp luật: khi cần viện dẫn, hãy đọc văn bản gốc theo số điều khoản.",
        "It is not the law: where it matters, read the document at the clause given.";
    data_is_4: "Không phải bảng xếp hạng: những thứ khác mẫu số, khác năm, khác đơn vị không được so với nhau.",
        "It is not a league table: what differs in base, year or unit is never ranked.";
    data_is_5: "Không có số nào do chúng tôi ước tính, lấy trung bình hay quy đổi. Chỗ trống nghĩa là không biết, không phải bằng không.",
        "No figure is our own estimate, average or conversion. A blank means not known, never nought.";

    data_sources: "Nguồn", "Sources";
    data_documents: "Văn bản đã đọc trọn vẹn", "Documents read in full";
    data_press: "Kế hoạch chỉ biết qua báo chí", "Plans known from the press only";
    data_press_lead: "Chưa đối chiếu với văn bản gốc; chỉ có những con số mà báo nêu.", "Not checked against the documents; only the figures that newspapers gave.";
    data_no_address: "chưa tìm được bản công bố trên mạng", "no published copy found online";
    data_publishers: "Nơi công bố kết quả", "Publishers of results";
    data_publisher: "Nơi công bố", "Publisher";
    data_results: "Số kết quả", "Results";
    data_publishers_caption: "Nơi công bố và số kết quả lấy từ đó", "Publishers, and how many results come from each";

    data_doubts: "Chỗ còn ngờ được đánh dấu ra sao", "How doubts are marked";
    data_doubts_lead: "Mỗi bản ghi mang theo những dấu hiệu dưới đây ở mọi nơi nó xuất hiện. Dấu ngờ có viền đứt và dấu hỏi; dòng chứa nó có nền gạch chéo.",
        "A record carries these marks wherever it stands. A doubt has a dashed edge and a question mark; its row is hatched.";

    data_rules: "Quy tắc phán đoán", "The rules of judgement";
    data_rules_targets: "Mục tiêu của một kế hoạch so với kế hoạch làm mốc", "One plan’s target against the baseline’s";
    data_rules_results: "Mục tiêu so với kết quả đã công bố", "A target against published results";
    data_verdict: "Kết luận", "Verdict";
    data_when: "Khi nào", "When";

    data_limits: "Giới hạn đã biết", "Known limits";
    data_limit_annex: "Phụ lục của QĐ 1563 đọc từ bản quét có ô gộp, ô lệch: một số cơ quan và thời gian là suy ra và có dấu ngờ. Số dòng 1–51 do chúng tôi đánh.",
        "The annex of Decision 1563 was read from a scan with merged and shifted cells: some agencies and dates are inferred and marked. Its row numbers 1–51 are ours.";
    data_limit_missing: "Hai phụ lục của QĐ 645 và phụ lục của Bà Rịa – Vũng Tàu không có trong bản nguồn, nên nhiệm vụ không có hạn riêng được ghi theo cả kỳ kế hoạch.",
        "Both annexes of Decision 645 and that of Bà Rịa – Vũng Tàu are missing from the sources, so tasks without a deadline of their own carry the plan’s period.";
    data_limit_draft: "Bản dự thảo 2026–2030 là đề cương: phần lớn là lời dặn, ví dụ và chỗ để trống. Nó đã được thay bằng QĐ 1568, mà chúng tôi chỉ biết qua báo chí.",
        "The draft for 2026–2030 is an outline: mostly instructions, examples and blanks. It was replaced by Decision 1568, which we know from the press only.";
    data_limit_names: "Cơ quan và tỉnh giữ tên trong văn bản và chỉ sang tên hiện nay. Từ 2025 nhiều bộ, tỉnh đã sáp nhập, cấp huyện không còn: cùng một chỉ tiêu nay có thể đo một phạm vi khác.",
        "Agencies and provinces keep the names of the documents and point to today’s. In 2025 many were merged and districts abolished: the same indicator may now cover another area.";
    data_limit_provinces: "Chỉ có các tỉnh nêu ở đây; các tỉnh, thành phố khác cũng có kế hoạch mà chúng tôi chưa đọc.",
        "Only the provinces named here are covered; others have plans that we have not read.";
}

impl Lang {
    /// What one row of a file of the data package is.
    pub fn data_file_about(self, file: &str) -> &'static str {
        match file.trim_end_matches(".csv") {
            "plans" => pick(
                self,
                "một kế hoạch: số, ngày, nơi ban hành, kỳ, tình trạng",
                "a plan: number, date, issuer, period, status",
            ),
            "indicators" => pick(
                self,
                "một chỉ tiêu: nhóm, đơn vị, chiều tốt hơn",
                "an indicator: group, unit, which way is better",
            ),
            "targets" => pick(
                self,
                "một mục tiêu định lượng: con số, mẫu số, năm, điều khoản",
                "a target: figure, base, year, clause",
            ),
            "objectives" => pick(self, "một mục tiêu định tính", "a qualitative objective"),
            "tasks" => pick(
                self,
                "một nhiệm vụ: nhóm giải pháp, thời gian, điều khoản",
                "a task: solution group, dates, clause",
            ),
            "task_agencies" => pick(
                self,
                "một cơ quan trong một nhiệm vụ: chủ trì hay phối hợp",
                "an agency in a task: leading or coordinating",
            ),
            "agencies" => pick(self, "một cơ quan, và cơ quan kế tục", "an agency, and what became of it"),
            "budgets" => pick(self, "kinh phí của một nguồn trong một năm", "what one source pays in one year"),
            "outcomes" => pick(
                self,
                "một kết quả đã công bố: con số, năm, nơi công bố, địa chỉ",
                "a published result: figure, year, publisher, address",
            ),
            "alignments" => pick(
                self,
                "kết luận về một chỉ tiêu của một kế hoạch so với kế hoạch làm mốc",
                "the verdict on an indicator of one plan against a baseline",
            ),
            "defects" => pick(self, "một lỗi của văn bản", "a fault of a document"),
            _ => pick(
                self,
                "(mô tả mọi bảng: cột, kiểu, quan hệ)",
                "(describes every table: columns, types, references)",
            ),
        }
    }

    /// Said when a file was handed to the browser.
    pub fn data_downloaded(self, file: &str) -> String {
        match self {
            Self::Vi => format!("Đã tạo {file} và giao cho trình duyệt lưu."),
            Self::En => format!("{file} was made and handed to the browser to save."),
        }
    }

    /// How to cite the whole. `address` is empty where there is none on the net.
    pub fn data_citation(self, address: &str) -> String {
        let version = env!("CARGO_PKG_VERSION");
        let address = if address.is_empty() { String::new() } else { format!(" {address}") };
        match self {
            Self::Vi => format!(
                "Lộ trình: dữ liệu về các kế hoạch phát triển thương mại điện tử Việt Nam, phiên bản {version}. CC BY 4.0.{address}"
            ),
            Self::En => {
                format!(
                    "Lộ trình: data on Vietnam’s e-commerce development plans, version {version}. CC BY 4.0.{address}"
                )
            }
        }
    }

    /// How many results, from how many, and how far they can be trusted.
    pub fn data_coverage(self, coverage: Coverage, publishers: usize) -> String {
        let Coverage { outcomes, second_hand, doubtful, provincial } = coverage;
        match self {
            Self::Vi => format!(
                "{outcomes} kết quả, ghi theo {publishers} nơi công bố. {second_hand} kết quả do báo chí thuật lại số của cơ quan \
                 khác; {doubtful} kết quả có ít nhất một điều còn ngờ; {provincial} kết quả là của riêng một tỉnh."
            ),
            Self::En => format!(
                "{outcomes} results, under {publishers} publishers. {second_hand} are newspapers reporting another body’s \
                 figure; {doubtful} carry at least one doubt; {provincial} are for a single province."
            ),
        }
    }

    /// A limit: results are mostly second-hand.
    pub fn data_limit_results(self, coverage: Coverage) -> String {
        let Coverage { outcomes, second_hand, .. } = coverage;
        match self {
            Self::Vi => format!(
                "{second_hand} trên {outcomes} kết quả lấy từ báo chí thuật lại; Sách trắng TMĐT gốc chưa được đối chiếu. Hầu như \
                 không có kết quả riêng của tỉnh, nên phần lớn mục tiêu của tỉnh không phán đoán được."
            ),
            Self::En => format!(
                "{second_hand} of {outcomes} results come through newspapers; the E-commerce White Books themselves were not \
                 checked. There are hardly any results for provinces, so most provincial targets cannot be judged."
            ),
        }
    }

    /// Flags of one kind.
    pub const fn data_flag_kind(self, kind: FlagKind) -> &'static str {
        match kind {
            FlagKind::Doubt => pick(self, "Còn ngờ", "Doubts"),
            FlagKind::State => {
                pick(self, "Không phải cam kết hay số đo thông thường", "Not a plain commitment or measurement")
            }
            FlagKind::Remark => pick(self, "Nên biết", "Good to know"),
        }
    }

    /// When a verdict is given.
    pub const fn data_verdict_rule(self, verdict: Verdict) -> &'static str {
        use crate::align::Unlike;
        match verdict {
            Verdict::Stronger => pick(
                self,
                "Cùng chỉ tiêu, đơn vị, mẫu số và mốc năm; con số tốt hơn theo chiều của chỉ tiêu (với chi phí, thấp hơn là tốt hơn).",
                "Same indicator, unit, base and year; the figure is better in the indicator’s direction (for a cost, lower).",
            ),
            Verdict::Weaker => {
                pick(self, "Cũng những điều kiện ấy; con số kém hơn.", "The same conditions; the figure is worse.")
            }
            Verdict::Equal => pick(
                self,
                "Cũng những điều kiện ấy; con số bằng nhau. Ngưỡng chặt hơn (“trên 10 %” so với “10 %”) vẫn là ngang bằng, và có ghi.",
                "The same conditions; the same figure. A stricter bound (over 10% against 10%) is still equal, and says so.",
            ),
            Verdict::Missing => pick(
                self,
                "Kế hoạch làm mốc có chỉ tiêu này, kế hoạch được xét không có.",
                "The baseline has the indicator, the plan does not.",
            ),
            Verdict::Extra => pick(
                self,
                "Kế hoạch được xét có, kế hoạch làm mốc không có.",
                "The plan has it, the baseline does not.",
            ),
            Verdict::NotApplicable => pick(
                self,
                "Chỉ tiêu không thể áp dụng cho cấp ấy (tỷ trọng ngoài hai thành phố, đối với một tỉnh).",
                "It cannot apply to that level (a share outside two cities, for one province).",
            ),
            Verdict::NotComparable(Unlike::Defect) => pick(
                self,
                "Câu in bị dính hai mục tiêu: không rõ con số thuộc chỉ tiêu nào.",
                "The print splices two targets: which one the figure belongs to is not clear.",
            ),
            Verdict::NotComparable(Unlike::Unit) => {
                pick(self, "Hai con số khác đơn vị.", "The two figures have different units.")
            }
            Verdict::NotComparable(Unlike::AbsoluteCount) => pick(
                self,
                "Số tuyệt đối lớn theo dân số: không xếp hạng cả nước với tỉnh, hay tỉnh với tỉnh.",
                "A count that grows with the population: nation and province, or two provinces, are never ranked.",
            ),
            Verdict::NotComparable(Unlike::Base) => pick(
                self,
                "Phần trăm tính trên mẫu số khác, hoặc một bên không nói trên gì.",
                "The percentages are of different things, or one text does not say of what.",
            ),
            Verdict::NotComparable(Unlike::Nested) => pick(
                self,
                "Con số là một phần của mục tiêu khác (“trong đó …”), và hai tổng khác nhau.",
                "The figure is a part of another target (“of which …”), and the wholes differ.",
            ),
            Verdict::NotComparable(Unlike::Horizon) => {
                pick(self, "Hai mốc năm khác nhau.", "They are for different years.")
            }
            Verdict::NotComparable(Unlike::Range) => pick(
                self,
                "Khoảng này nằm trong khoảng kia: một đầu tốt hơn, đầu kia kém hơn.",
                "One range lies inside the other: one end is better, the other worse.",
            ),
        }
    }

    /// When a result is given.
    pub const fn data_result_rule(self, result: Result) -> &'static str {
        match result {
            Result::Reached => pick(
                self,
                "Mọi kết quả đo đúng điều mục tiêu đặt, cho đúng năm ấy, đều đạt con số. Nơi công bố không nói tính trên gì được hiểu là như kế hoạch, và có ghi.",
                "Every result that measures what was set, for that year, reaches the figure. A publisher that does not say what its figure is of is taken to mean what the plan means, and this is noted.",
            ),
            Result::Missed => pick(self, "Không kết quả nào như thế đạt con số.", "No such result reaches the figure."),
            Result::Disputed => pick(
                self,
                "Có kết quả đạt, có kết quả không: cả hai đều được nêu.",
                "Some reach it and some do not: both are shown.",
            ),
            Result::NotMeasurable => pick(
                self,
                "Có số công bố nhưng đo thứ khác: mẫu số khác, năm khác, không rõ năm, chỉ là dự báo; hoặc mục tiêu là mức tăng của cả kỳ mà nguồn chỉ có từng năm.",
                "There are figures, but of something else: another base or year, no stated year, a forecast; or the target is a rate over a period and the sources give single years.",
            ),
            Result::NoResult => pick(
                self,
                "Không tìm thấy công bố nào. Điều đó không có nghĩa là không đạt.",
                "No publication was found. That does not mean that it was missed.",
            ),
            Result::Open => pick(self, "Năm của mục tiêu chưa qua.", "The target’s year is not over."),
        }
    }
}

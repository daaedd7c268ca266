//! A plan's page and a record's page.

use crate::i18n::Lang;

texts! {
    plan_document: "Văn bản", "Document";
    plan_issuer: "Cơ quan ban hành", "Issued by";
    plan_period: "Giai đoạn", "Period";
    plan_status: "Tình trạng", "Status";
    plan_basis: "Cơ sở dữ liệu", "Read from";
    plan_province_today: "Tỉnh nay", "The province today";
    plan_follows: "Tiếp nối", "Follows";
    plan_answers: "Thực hiện", "Carries out";
    plan_superseded_by: "Được thay bằng", "Superseded by";
    plan_read_at: "Đọc tại", "Read it at";
    plan_no_copy: "chưa thấy bản công bố trên mạng", "no published copy found online";
    plan_parts: "Phần", "Part";
    plan_all: "theo điều khoản", "by clause";
    plan_objectives: "mục tiêu định tính", "objectives";
    plan_targets: "mục tiêu định lượng", "targets";
    plan_tasks: "nhiệm vụ", "tasks";
    plan_provisions: "quy định, kinh phí", "provisions, money";
    plan_defects: "lỗi văn bản", "defects of the text";
    plan_compare: "So với kế hoạch quốc gia", "Compare with the national plan";
    plan_compare_others: "So với kế hoạch khác", "Compare with other plans";
    plan_timeline: "Xem trên trục thời gian", "See on the timeline";
    plan_matrix: "Xem ma trận cơ quan", "See the agency matrix";
    plan_target: "Mục tiêu", "Target";
    plan_figure: "Con số", "Figure";
    plan_year: "Mốc", "By";
    plan_base: "Tính trên", "Of";
    plan_clause: "Điều khoản", "Clause";
    plan_outcome: "Kết quả", "Outcome";
    plan_task: "Nhiệm vụ", "Task";
    plan_lead: "Chủ trì", "Lead";
    plan_coordinate: "Phối hợp", "Coordinating";
    plan_years: "Thời gian", "Years";
    plan_budget: "Kinh phí theo năm và nguồn", "Money by year and source";
    plan_budget_source: "Nguồn", "Source";
    plan_budget_total: "Cộng", "Total";
    plan_budget_dash: "bản in ghi gạch ngang, không phải số 0", "printed as a dash, which is not nought";
    plan_defect: "Chỗ lỗi", "Where";
    plan_defect_kind: "Loại", "Kind";
    plan_defect_note: "Lỗi và cách đọc", "The fault and how it was read";
    plan_defect_basis: "Căn cứ", "Rests on";
    plan_whole_text: "toàn văn bản", "the whole text";
    plan_left_out: "Điều khoản không lập bản ghi", "Clauses without a record";
    plan_none: "Kế hoạch này không có phần đó trong những gì đã đọc.", "What was read of this plan has no such part.";
    plan_press_only: "Kế hoạch này chỉ biết qua báo chí: chỉ có các mục tiêu đã được đưa tin, chưa đối chiếu văn bản gốc.",
        "This plan is known from the press only: just the targets that were reported, not checked against the document.";
    plan_decision: "Quyết định ban hành", "The decision that issues it";
    plan_no_lead: "không nêu chủ trì", "no lead named";

    record_source: "Nguồn", "Source";
    record_reading: "Cách đọc", "How it was read";
    record_doubts: "Điều cần biết", "What to know";
    record_defects: "Lỗi văn bản liên quan", "Defects of the text that touch it";
    record_cite: "Trích dẫn", "Cite";
    record_copy: "Chép trích dẫn", "Copy the citation";
    record_copy_link: "Chép địa chỉ mục này", "Copy this record’s address";
    record_elsewhere: "Cùng chỉ tiêu ở các kế hoạch khác", "The same indicator in other plans";
    record_outcomes: "Kết quả đã công bố", "Published outcomes";
    record_no_outcomes: "Không thấy kết quả nào đã công bố cho chỉ tiêu này ở nơi này.", "No published result for this indicator and place was found.";
    record_base_unstated: "Có nguồn không nói rõ tính trên gì; hiểu như kế hoạch hiểu.", "Some publishers do not say what exactly the figure is of; it is taken to mean what the plan means.";
    record_part_of: "Nằm trong", "Part of";
    record_parts: "Trong đó", "Of which";
    record_previous: "Mục trước", "Previous";
    record_next: "Mục sau", "Next";
    record_neighbours: "Các mục liền kề", "Neighbouring records";
    record_more_outcomes: "Mọi số liệu của chỉ tiêu này", "All figures of this indicator";
    record_group: "Nhóm giải pháp", "Solution group";
    record_today: "nay", "now";
    record_recurrence: "Lặp lại", "Recurs";
    record_against: "Mục tiêu này so với đó", "This target against that";
    record_report: "Bài báo", "Report";
}

impl Lang {
    /// `17 mục tiêu định lượng`.
    pub fn plan_count(self, n: usize, what: &str) -> String {
        format!("{n} {what}")
    }
}

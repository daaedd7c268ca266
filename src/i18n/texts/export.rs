//! What files that are taken away say of themselves.

use crate::export::Format;
use crate::i18n::{Lang, date};

texts! {
    export_offer: "Mang về", "Take it with you";
    export_lead: "Đúng những gì đang hiện ở trang này, kèm nguồn, câu trích dẫn và địa chỉ để mở lại.",
        "Just what this page shows, with its sources, a citation and the address that opens it again.";
    export_title: "Tên", "Title";
    export_chosen: "Đang chọn", "Chosen";
    export_citation: "Trích dẫn", "Citation";
    export_address: "Mở lại tại", "Opens again at";
    export_made: "Ngày tải", "Made on";
    export_source: "Nguồn", "Source";
    export_sources: "Nguồn và trích dẫn", "Sources and citation";
    export_document: "Văn bản", "Document";
    export_read_at: "Đọc tại", "Read at";
    export_plan: "Kế hoạch", "Plan";
    export_kind: "Loại", "Kind";
    export_record: "Nội dung", "Text";
    export_records: "mục", "records";
    export_tasks: "Nhiệm vụ", "Tasks";
    export_start: "Từ năm", "First year";
    export_end: "Đến năm", "Last year";
    export_from: "Từ năm", "From";
    export_to: "Đến năm", "To";
    export_years_said: "Thời gian như văn bản nêu", "Years as stated";
    export_recurrence: "Lặp lại", "Recurs";
    export_lead_absent: "Vì sao không có chủ trì", "Why nobody leads";
    export_reading: "Cách đọc", "How it was read";
    export_flags: "Lưu ý", "Flags";
    export_note: "Ghi chú", "Note";
    export_record_address: "Địa chỉ trong Lộ trình", "Address in Lộ trình";
    export_comparator: "Ngưỡng", "Comparator";
    export_value: "Giá trị", "Value";
    export_value_max: "Giá trị trên", "Upper value";
    export_seen_at: "Thấy tại", "Seen at";
    export_money: "Kinh phí", "Money";
    export_money_from: "Nguồn vốn", "Paid by";
    export_elsewhere: "Cùng chỉ tiêu ở nơi khác", "Same indicator elsewhere";
    export_number: "Số", "Number";
    export_date: "Ngày ban hành", "Date";
    export_level: "Cấp", "Level";
    export_province: "Địa phương", "Place";
    export_role: "Vai trò", "Role";
    export_today: "Theo tên cơ quan hiện nay", "By today’s agencies";
    export_cell: "Ô đang mở", "Open cell";
    export_verdict: "Kết luận", "Verdict";
    export_reason: "Vì sao", "Why";
    export_whose: "Của ai", "Whose";
    export_target: "mục tiêu", "target";
    export_result: "kết quả", "result";
    export_figures: "Con số", "Figures";
    export_matched: "Chỗ khớp với từ tìm", "Where the words are";
    export_words: "Từ tìm", "Words";
    export_picture_refused: "Trình duyệt này không cho chuyển hình vẽ thành PNG. Hãy tải SVG: nội dung như nhau và phóng to không vỡ nét.",
        "This browser does not turn the drawing into a PNG. Take the SVG: it shows the same and stays sharp at any size.";
    calendar_no_day: "Văn bản chỉ nêu năm; ở đây ghi ngày cuối năm.",
        "The text names the year only; the entry stands on its last day.";
}

impl Lang {
    /// What a format is for.
    pub const fn export_format(self, format: Format) -> &'static str {
        match (self, format) {
            (Self::Vi, Format::Xlsx) => "Bảng tính (.xlsx)",
            (Self::En, Format::Xlsx) => "Workbook (.xlsx)",
            (Self::Vi, Format::Csv) => "CSV (mọi bảng)",
            (Self::En, Format::Csv) => "CSV (all tables)",
            (_, Format::Json) => "JSON",
            (Self::Vi, Format::Svg) => "Hình vẽ (.svg)",
            (Self::En, Format::Svg) => "Drawing (.svg)",
            (Self::Vi, Format::Png) => "Ảnh (.png)",
            (Self::En, Format::Png) => "Picture (.png)",
            (Self::Vi, Format::Calendar) => "Lịch thời hạn (.ics)",
            (Self::En, Format::Calendar) => "Calendar of deadlines (.ics)",
        }
    }

    /// How a view is cited that is not of one plan. `address` may be only what stands behind `#`.
    pub fn export_cited(self, title: &str, day: &str, address: &str) -> String {
        let (day, version) = (date(day, self), env!("CARGO_PKG_VERSION"));
        match self {
            Self::Vi => format!("Lộ trình {version}, “{title}”, lấy ngày {day}, {address}"),
            Self::En => format!("Lộ trình {version}, “{title}”, taken on {day}, {address}"),
        }
    }

    /// How many documents are not named.
    pub fn export_more_documents(self, n: usize) -> String {
        match self {
            Self::Vi => format!("và {n} văn bản khác"),
            Self::En => format!("and {n} more documents"),
        }
    }

    /// The calendar's name.
    pub fn calendar_title(self, plan: &str) -> String {
        match self {
            Self::Vi => format!("Thời hạn: {plan}"),
            Self::En => format!("Deadlines: {plan}"),
        }
    }

    /// The entry on the last day of a plan.
    pub fn calendar_end(self, plan: &str) -> String {
        match self {
            Self::Vi => format!("Hết kỳ kế hoạch ({plan})"),
            Self::En => format!("End of the plan’s period ({plan})"),
        }
    }

    /// Which tasks have no entry of their own: those that share the plan's period, without an end, without
    /// a date, and no commitments.
    pub fn calendar_left_out(self, [period, endless, undated, no_commitment]: [usize; 4]) -> String {
        let due = match self {
            Self::Vi => format!("{period} nhiệm vụ không có thời hạn riêng, chỉ theo kỳ kế hoạch."),
            Self::En => match period {
                1 => "1 task has no deadline of its own but the plan’s period.".to_owned(),
                _ => format!("{period} tasks have no deadline of their own but the plan’s period."),
            },
        };
        let rest = match self {
            Self::Vi => format!(
                "Không đưa vào lịch: {endless} nhiệm vụ thường xuyên hoặc định kỳ, {undated} nhiệm vụ không rõ thời gian, {no_commitment} chỗ trống hoặc lời dặn của bản dự thảo."
            ),
            Self::En => format!(
                "Left out: standing or at intervals not named: {endless}; without a date: {undated}; blanks or instructions of a draft: {no_commitment}."
            ),
        };
        format!("{due} {rest}")
    }
}

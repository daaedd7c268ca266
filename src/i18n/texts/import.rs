//! Reading a plan that somebody brings.

use crate::i18n::Lang;
use crate::model::Comparator;
use crate::reader::{ProblemKind, Unit};
use crate::review::Status;

texts! {
    import_title: "Đọc kế hoạch", "Read a plan";
    // Two words for a phone's narrow row.
    nav_import: "Đọc kế hoạch", "Import";
    import_lead: "Thả một văn bản kế hoạch vào đây: DOCX, PDF có lớp chữ, XLSX, CSV, HTML, Markdown hoặc văn bản thuần. Trang này tìm các mục tiêu và nhiệm vụ để anh chị duyệt, rồi đặt cạnh kế hoạch quốc gia. Không có gì rời khỏi trình duyệt này.",
        "Drop a plan document here: DOCX, PDF with a text layer, XLSX, CSV, HTML, Markdown or plain text. This page finds its targets and tasks for you to review, and sets them beside the national plan. Nothing leaves this browser.";
    import_file: "Chọn tệp", "Choose a file";
    import_paste: "Hoặc dán văn bản", "Or paste a text";
    import_read: "Đọc văn bản", "Read the text";
    import_stages: "Mở tệp…|Tách điều khoản…|Tìm mục tiêu và nhiệm vụ…|So với các kế hoạch…",
        "Opening the file…|Finding its clauses…|Finding targets and tasks…|Comparing with the plans…";
    import_cancel: "Dừng", "Stop";
    import_no_plan: "Không thấy mục tiêu hay nhiệm vụ nào trong văn bản này.", "No targets or tasks were found in this text.";
    import_document: "Văn bản", "Document";
    import_from: "Từ năm", "From";
    import_to: "Đến năm", "To";
    import_province: "Địa phương", "Province";
    import_national: "Cả nước", "The country";
    import_save_head: "Ghi nhận", "Set";
    import_problems: "Chỗ chưa rõ", "What is unclear";
    import_accept: "Đúng", "Accept";
    import_reject: "Bỏ", "Reject";
    import_reset: "Xét lại", "Reconsider";
    import_correct: "Sửa", "Correct";
    import_indicator: "Chỉ tiêu", "Indicator";
    import_none: "Không có chỉ tiêu tương ứng", "No such indicator";
    import_value: "Trị số", "Value";
    import_max: "Mức trên (nếu là khoảng)", "Upper end (of a range)";
    import_binds: "Ngưỡng", "Comparator";
    import_unit_label: "Đơn vị", "Unit";
    import_counted: "đơn vị đếm được", "things counted";
    import_clause: "Mục trong văn bản", "Clause";
    import_no_max: "Một khoảng cần mức trên lớn hơn trị số đầu; chưa lưu sửa đổi nào.", "A range needs an upper end above its first figure; nothing was saved.";
    import_year: "Năm", "Year";
    import_lead_agency: "Chủ trì", "Lead";
    import_coordinating: "Phối hợp", "Coordinating";
    import_save: "Lưu sửa đổi", "Save the correction";
    import_accept_targets: "Nhận mọi chỉ tiêu", "Accept all targets";
    import_accept_tasks: "Nhận mọi nhiệm vụ", "Accept all tasks";
    import_accept_all: "Nhận mọi mục chắc từ 80 %", "Accept all that are at least 80% sure";
    import_undo: "Hoàn tác", "Undo";
    import_redo: "Làm lại", "Redo";
    import_add: "Thêm mục còn thiếu", "Add what is missing";
    import_add_sentence: "Câu trong văn bản có mục tiêu hoặc nhiệm vụ", "The sentence that sets a target or a task";
    import_add_button: "Thêm", "Add";
    import_add_nothing: "Không đọc được mục tiêu hay nhiệm vụ nào trong câu đó.", "No target or task could be read in that sentence.";
    import_use_title: "Dùng kế hoạch này", "Use this plan";
    import_use: "Xem cùng các kế hoạch khác", "Show it with the other plans";
    import_keep: "Giữ lại trong trình duyệt này", "Keep it in this browser";
    import_keep_refused: "Trình duyệt không cho giữ lại; hãy lưu thành tệp.", "This browser refuses to keep it; save it as a file.";
    import_download: "Lưu thành tệp", "Save as a file";
    import_forget: "Quên các kế hoạch đã giữ", "Forget the plans kept here";
    import_no_period: "Chưa biết kế hoạch cho những năm nào: hãy điền năm đầu và năm cuối.", "Its years are unknown: enter the first and the last.";
    import_not_ours: "Tệp JSON này không phải kế hoạch theo định dạng của Lộ trình.", "This JSON file is no plan in the format of Lộ trình.";
    attach_differing: "Chỗ bản ghi và văn bản không khớp", "Where records and document do not agree";
    attach_all: "Mọi bản ghi cạnh nguyên văn điều khoản", "Every record beside its clause, word for word";
    attach_no_clause: "văn bản không có mục này", "the document has no such clause";
    attach_uncited: "bản ghi lấy từ báo chí, không dẫn mục nào", "known from the press, without a clause";
    attach_no_figure: "mục này không có con số", "the clause lacks the figure";
    attach_no_year: "mục này không có năm", "the clause lacks the year";
    import_joined: "Kế hoạch đã nằm cùng các kế hoạch khác:", "The plan stands with the others:";
}

impl Lang {
    /// How sure the reader is, in hundredths.
    pub fn import_sure(self, percent: u32) -> String {
        match self {
            Self::Vi if percent >= 80 => format!("khá chắc ({percent} %)"),
            Self::Vi if percent >= 50 => format!("chưa chắc ({percent} %)"),
            Self::Vi => format!("rất ngờ ({percent} %)"),
            Self::En if percent >= 80 => format!("fairly sure ({percent}%)"),
            Self::En if percent >= 50 => format!("unsure ({percent}%)"),
            Self::En => format!("doubtful ({percent}%)"),
        }
    }

    /// What a document that a reader brought has of a record.
    pub fn attach_words(self, file: &str) -> String {
        match self {
            Self::Vi => format!("Nguyên văn trong {file}"),
            Self::En => format!("Word for word, from {file}"),
        }
    }

    /// A document is that of a known plan.
    pub fn attach_title(self, plan: &str) -> String {
        match self {
            Self::Vi => format!("Đây là văn bản của {plan}"),
            Self::En => format!("This is the document of {plan}"),
        }
    }

    /// How many records do not agree with the document.
    pub fn attach_counts(self, all: usize, differing: usize) -> String {
        match self {
            Self::Vi => format!("{all} bản ghi, {differing} bản ghi có chỗ không khớp với văn bản"),
            Self::En => format!("{all} records, {differing} do not agree with the document"),
        }
    }

    /// Shows so many more items of so many that are left.
    pub fn import_more(self, next: usize, left: usize) -> String {
        match self {
            Self::Vi if next < left => format!("Xem thêm {next} trong {left} mục còn lại"),
            Self::Vi => format!("Xem thêm {left} mục còn lại"),
            Self::En if next < left => format!("Show {next} of the other {left}"),
            Self::En => format!("Show the other {left}"),
        }
    }

    /// How far a review is.
    pub fn import_counts(self, open: usize, kept: usize, rejected: usize) -> String {
        match self {
            Self::Vi => format!("{open} mục chưa duyệt, {kept} mục nhận, {rejected} mục bỏ"),
            Self::En => format!("{open} undecided, {kept} accepted, {rejected} rejected"),
        }
    }

    /// What was decided.
    pub const fn import_status(self, status: Status) -> &'static str {
        let (vi, en) = match status {
            Status::Suggested => ("chưa duyệt", "undecided"),
            Status::Accepted => ("đã nhận", "accepted"),
            Status::Corrected => ("đã sửa", "corrected"),
            Status::Rejected => ("đã bỏ", "rejected"),
            Status::Added => ("tự thêm", "added"),
        };
        match self {
            Self::Vi => vi,
            Self::En => en,
        }
    }

    /// How a figure binds.
    pub const fn import_comparator(self, comparator: Comparator) -> &'static str {
        let (vi, en) = match comparator {
            Comparator::Eq => ("đúng bằng", "exactly"),
            Comparator::Gte => ("từ … trở lên", "at least"),
            Comparator::Gt => ("trên", "over"),
            Comparator::Lte => ("không quá", "at most"),
            Comparator::Lt => ("dưới", "under"),
            Comparator::Approx => ("khoảng", "about"),
            Comparator::Range => ("từ … đến …", "from … to …"),
        };
        match self {
            Self::Vi => vi,
            Self::En => en,
        }
    }

    /// A unit as the reader of documents knows it.
    pub const fn import_unit(self, unit: Unit) -> &'static str {
        let (vi, en) = match unit {
            Unit::Percent => ("%", "%"),
            Unit::PercentPerYear => ("%/năm", "% a year"),
            Unit::UsdPerPersonYear => ("USD/người/năm", "USD a person a year"),
            Unit::VndPerPersonYear => ("đồng/người/năm", "đồng a person a year"),
            Unit::BillionUsd => ("tỷ USD", "billion USD"),
            Unit::BillionVnd => ("tỷ đồng", "billion đồng"),
            Unit::Participants => ("lượt người", "participants"),
            Unit::Count => ("", ""),
            Unit::Multiple => ("lần", "times"),
            Unit::Rank => ("(thứ hạng)", "(rank)"),
        };
        match self {
            Self::Vi => vi,
            Self::En => en,
        }
    }

    /// What the reader of documents stumbled over.
    pub const fn import_problem(self, kind: ProblemKind) -> &'static str {
        let (vi, en) = match kind {
            ProblemKind::Empty => ("Không có chữ nào để đọc", "There is nothing to read"),
            ProblemKind::NotAPlan => ("Có lẽ đây không phải kế hoạch", "This may be no plan"),
            ProblemKind::NoPeriod => ("Văn bản không nói cho những năm nào", "The text names no period"),
            ProblemKind::ClauseTwice => ("Số mục lặp lại", "A clause number is printed twice"),
            ProblemKind::FigureUnclear => ("Con số không rõ", "A figure is unclear"),
            ProblemKind::TableUnclear => ("Cột của bảng không rõ", "The columns of a table are unclear"),
            ProblemKind::NoYear => ("Mục tiêu không có năm", "A target has no year"),
        };
        match self {
            Self::Vi => vi,
            Self::En => en,
        }
    }
}

//! Tasks in time.

use crate::i18n::{Lang, date};
use crate::list::List;
use crate::model::Unit;
use crate::timeline::{Counts, LaneOrder, Lanes, RowOrder, Span, Stretch, Tally};

texts! {
    timeline_title: "Nhiệm vụ theo thời gian", "Tasks in time";
    timeline_lead: "Mỗi nhiệm vụ nằm ở đúng những năm văn bản nêu. Năm nào văn bản không nêu hoặc không đọc được thì trang nói rõ, không đoán.",
        "Every task stands in the years its document states. Where the document states none, or cannot be read, the page says so and does not guess.";
    timeline_plans: "Kế hoạch", "Plans";
    timeline_lanes: "Xếp theo", "Arrange by";
    timeline_show: "Xem", "View as";
    timeline_drawing: "hình vẽ", "drawing";
    timeline_table: "bảng", "table";
    timeline_agency: "Cơ quan", "Agency";
    timeline_national: "Cấp quốc gia", "National";
    timeline_provincial: "Cấp tỉnh", "Provincial";
    timeline_role: "Vai trò", "Role";
    timeline_group: "Nhóm giải pháp", "Solution group";
    timeline_from: "Từ năm", "From";
    timeline_to: "Đến năm", "To";
    timeline_moves: "Phần đang xem", "What is in sight";
    timeline_earlier: "Về trước", "Earlier";
    timeline_later: "Về sau", "Later";
    timeline_in: "Phóng to", "Zoom in";
    timeline_out: "Thu nhỏ", "Zoom out";
    timeline_whole: "Toàn bộ thời gian", "The whole time";
    timeline_sight_whole: "Đang thấy toàn bộ thời gian.", "The whole time is in sight.";
    timeline_order: "Thứ tự dòng lớn", "Order of lanes";
    timeline_rows: "Thứ tự nhiệm vụ", "Order of tasks";
    timeline_open_lanes: "Mở dòng lớn", "Open lanes";
    timeline_help: "Cách điều khiển", "How to move it";
    timeline_keys: "Kéo ngang hoặc giữ Shift và phím ← → để dời; phím + và −, hai ngón tay, hoặc Ctrl cùng con lăn để phóng to, thu nhỏ; phím 0 để về toàn bộ. Phím ↑ ↓ đi qua từng nhiệm vụ, ← → qua từng dòng lớn. Giữ Shift và kéo để chỉ xem một khoảng năm.",
        "Drag sideways, or hold Shift with ← →, to move; + and −, two fingers, or Ctrl with the wheel to zoom; 0 for the whole. ↑ ↓ walk the tasks, ← → the lanes. Hold Shift and drag to see only the tasks of some years.";
    timeline_undated_hidden: "Khi lọc theo năm, nhiệm vụ không có năm không hiện.", "A filter by year hides tasks without years.";
    timeline_press_only: "Kế hoạch chỉ biết qua báo chí thì chưa có nhiệm vụ nào ở đây.",
        "Of plans known from the press only, no tasks are known here.";
    timeline_only_drafts: "Chỉ có chỗ để trống và lời dặn soạn thảo của dự thảo", "Only a draft’s blanks and drafting instructions";
    timeline_key: "Cách đọc", "Key";
    timeline_key_stated: "năm riêng của nhiệm vụ", "the task’s own years";
    timeline_key_period: "không nêu hạn riêng: cả kỳ kế hoạch", "no deadline of its own: the plan’s whole period";
    timeline_key_uncertain: "năm chưa chắc", "years uncertain";
    timeline_key_yearly: "lặp lại, mỗi vòng tròn một lần", "comes back, a circle each time";
    timeline_key_none: "không có vạch: bản in để mất năm, hoặc văn bản không nêu", "no bar: the print has lost the years, or the text states none";
    timeline_key_standing: "thường xuyên hoặc định kỳ, không nêu mốc", "standing or at intervals the text does not give";
    timeline_key_coordinate: "phối hợp (vạch mảnh)", "coordinates (thin bar)";
    timeline_key_draft: "dự thảo để trống hoặc dặn soạn: không phải cam kết", "a draft’s blank or instruction: no commitment";
    timeline_key_load: "số nhiệm vụ chạy trong từng năm", "tasks running in each year";
    timeline_key_today: "hôm nay", "today";
    timeline_unreadable: "Không có vạch: bản in để mất năm của dòng này", "No bar: the print has lost the years of this row";
    timeline_undated: "Không có vạch: văn bản không nêu năm", "No bar: the document states no years";
    timeline_nobody: "Không nêu cơ quan chủ trì", "No lead agency named";
    timeline_no_end: "Không có năm cuối", "No last year";
    timeline_draft_mark: "chưa phải cam kết", "no commitment";
    timeline_inferred: "suy ra", "inferred";
    timeline_source: "Nguồn", "Source";
    timeline_total: "Cộng", "Total";
    timeline_dash: "–: bản in để dấu gạch; không phải số 0.", "–: the print has a dash; it is not a nought.";
    timeline_column_task: "Nhiệm vụ", "Task";
    timeline_column_plan: "Kế hoạch", "Plan";
    timeline_column_clause: "Điều khoản", "Clause";
    timeline_column_lead: "Chủ trì", "Leads";
    timeline_column_coordinate: "Phối hợp", "Coordinates";
    timeline_column_years: "Năm", "Years";
    timeline_column_recurrence: "Lặp lại", "Recurs";
    timeline_column_reading: "Cách đọc", "How read";
    timeline_column_flags: "Ghi chú", "Remarks";
}

impl Lang {
    /// How lanes follow each other.
    pub const fn timeline_lane_order(self, order: LaneOrder, lanes: Lanes) -> &'static str {
        match (self, order) {
            (Self::Vi, LaneOrder::Usual) if matches!(lanes, Lanes::Agency) => "chủ trì nhiều trước",
            (Self::En, LaneOrder::Usual) if matches!(lanes, Lanes::Agency) => "who leads most",
            (Self::Vi, LaneOrder::Usual) if matches!(lanes, Lanes::End) => "năm gần trước",
            (Self::En, LaneOrder::Usual) if matches!(lanes, Lanes::End) => "earliest year",
            (Self::Vi, LaneOrder::Usual) => "như trong văn bản",
            (Self::En, LaneOrder::Usual) => "as in the documents",
            (Self::Vi, LaneOrder::Name) => "theo tên",
            (Self::En, LaneOrder::Name) => "by name",
            (Self::Vi, LaneOrder::Start) => "bắt đầu sớm trước",
            (Self::En, LaneOrder::Start) => "earliest start",
            (Self::Vi, LaneOrder::Tasks) => "nhiều nhiệm vụ trước",
            (Self::En, LaneOrder::Tasks) => "most tasks",
        }
    }

    /// How the tasks of a lane follow each other.
    pub const fn timeline_row_order(self, order: RowOrder) -> &'static str {
        match (self, order) {
            (Self::Vi, RowOrder::Start) => "bắt đầu sớm trước",
            (Self::En, RowOrder::Start) => "earliest start",
            (Self::Vi, RowOrder::End) => "đến hạn trước",
            (Self::En, RowOrder::End) => "due first",
            (Self::Vi, RowOrder::Title) => "theo tên",
            (Self::En, RowOrder::Title) => "by title",
        }
    }

    /// Which lanes stand open: the first rows, all, none.
    pub const fn timeline_opened(self, all: Option<bool>) -> &'static str {
        match (self, all) {
            (Self::Vi, None) => "vài dòng đầu",
            (Self::En, None) => "the first rows",
            (Self::Vi, Some(true)) => "tất cả",
            (Self::En, Some(true)) => "all",
            (Self::Vi, Some(false)) => "đóng hết",
            (Self::En, Some(false)) => "none",
        }
    }

    /// Which months are in sight.
    pub fn timeline_sight(self, span: Span) -> String {
        let month = |month: i32| format!("{:02}/{}", month.rem_euclid(12) + 1, month.div_euclid(12));
        let (first, last) = (month(span.first), month(span.last));
        match self {
            Self::Vi => format!("Đang thấy từ {first} đến {last}."),
            Self::En => format!("In sight: {first} to {last}."),
        }
    }

    /// A month on the axis.
    pub fn timeline_month(self, month: i32) -> String {
        const ENGLISH: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let place = usize::try_from(month - 1).unwrap_or(0);
        match self {
            Self::Vi => format!("T{month}"),
            Self::En => ENGLISH.get(place).copied().unwrap_or_default().to_owned(),
        }
    }

    /// What lanes stand for.
    pub const fn timeline_lanes_by(self, lanes: Lanes) -> &'static str {
        match (self, lanes) {
            (Self::Vi, Lanes::Agency) => "cơ quan",
            (Self::En, Lanes::Agency) => "agency",
            (Self::Vi, Lanes::Group) => "nhóm giải pháp",
            (Self::En, Lanes::Group) => "solution group",
            (Self::Vi, Lanes::Plan) => "kế hoạch",
            (Self::En, Lanes::Plan) => "plan",
            (Self::Vi, Lanes::End) => "năm cuối",
            (Self::En, Lanes::End) => "last year",
        }
    }

    /// So many tasks.
    pub fn timeline_tasks(self, n: usize) -> String {
        match (self, n) {
            (Self::Vi, _) => format!("{n} nhiệm vụ"),
            (Self::En, 1) => "1 task".to_owned(),
            (Self::En, _) => format!("{n} tasks"),
        }
    }

    /// How many tasks of all are shown.
    pub fn timeline_shown(self, shown: usize, all: usize) -> String {
        match (self, shown == all) {
            (Self::Vi, true) => format!("Đang xem cả {all} nhiệm vụ."),
            (Self::En, true) => format!("Showing all {all} tasks."),
            (Self::Vi, false) => format!("Đang xem {shown} trong {all} nhiệm vụ."),
            (Self::En, false) => format!("Showing {shown} of {all} tasks."),
        }
    }

    /// What the drawing shows, as its title.
    pub fn timeline_finding(self, tally: Tally) -> String {
        let (own, all) = (tally.own_years(), tally.tasks());
        let lost = tally.unreadable == all;
        match (self, own == all, own) {
            _ if all == 0 => self.timeline_only_drafts().to_owned(),
            (Self::Vi, ..) if all == 1 && own == 1 => "Nhiệm vụ này có năm riêng".to_owned(),
            (Self::En, ..) if all == 1 && own == 1 => "This task has years of its own".to_owned(),
            (Self::Vi, ..) if all == 1 && lost => "Bản in để mất năm của nhiệm vụ này".to_owned(),
            (Self::En, ..) if all == 1 && lost => "The print has lost the years of this task".to_owned(),
            (Self::Vi, ..) if all == 1 => "Nhiệm vụ này không có năm riêng".to_owned(),
            (Self::En, ..) if all == 1 => "This task has no years of its own".to_owned(),
            (Self::Vi, ..) if lost => format!("Bản in để mất năm của cả {all} nhiệm vụ"),
            (Self::En, ..) if lost => format!("The print has lost the years of all {all} tasks"),
            (Self::Vi, true, _) => format!("Cả {all} nhiệm vụ đều có năm riêng"),
            (Self::En, true, _) => format!("All {all} tasks have years of their own"),
            (Self::Vi, _, 0) => format!("Không nhiệm vụ nào trong {all} nhiệm vụ có năm riêng"),
            (Self::En, _, 0) => format!("None of {all} tasks has years of its own"),
            (Self::Vi, ..) => format!("{own} trong {all} nhiệm vụ có năm riêng"),
            (Self::En, _, 1) => format!("1 of {all} tasks has years of its own"),
            (Self::En, ..) => format!("{own} of {all} tasks have years of their own"),
        }
    }

    /// What an agency does in a lane, or how many tasks of a lane name a lead.
    pub fn timeline_counts(self, counts: Counts, lanes: Lanes, nobody: bool) -> String {
        let Counts { tasks, lead, coordinate, led, drafts } = counts;
        let mut parts = Vec::new();
        match (self, lanes) {
            (_, Lanes::Agency) if nobody => parts.push(self.timeline_tasks(tasks)),
            (Self::Vi, Lanes::Agency) => {
                parts.extend((lead > 0).then(|| format!("chủ trì {lead}")));
                parts.extend((coordinate > 0).then(|| format!("phối hợp {coordinate}")));
            }
            (Self::En, Lanes::Agency) => {
                parts.extend((lead > 0).then(|| format!("leads {lead}")));
                parts.extend((coordinate > 0).then(|| format!("coordinates {coordinate}")));
            }
            _ if tasks == 0 => {}
            (Self::Vi, _) if led == 0 => parts.push(format!("{tasks} nhiệm vụ, không nêu cơ quan chủ trì")),
            (Self::En, _) if led == 0 => parts.push(format!("{}, no lead agency named", self.timeline_tasks(tasks))),
            (Self::Vi, _) => parts.push(format!("{tasks} nhiệm vụ, {led} có nêu cơ quan chủ trì")),
            (Self::En, _) => parts.push(format!("{}, {led} with a lead agency named", self.timeline_tasks(tasks))),
        }
        if drafts > 0 {
            parts.push(match self {
                Self::Vi => format!("{drafts} mục dự thảo chưa phải cam kết"),
                Self::En if drafts == 1 => "1 draft item that is no commitment".to_owned(),
                Self::En => format!("{drafts} draft items that are no commitments"),
            });
        }
        parts.join(", ")
    }

    /// Opens a closed lane.
    pub fn timeline_open(self, rows: usize, counts: &str) -> String {
        match self {
            Self::Vi => format!("{rows} dòng: {counts}"),
            Self::En if rows == 1 => format!("1 row: {counts}"),
            Self::En => format!("{rows} rows: {counts}"),
        }
    }

    /// Opens the rest of a lane.
    pub fn timeline_more(self, rows: usize) -> String {
        match self {
            Self::Vi => format!("Xem thêm {rows} dòng"),
            Self::En if rows == 1 => "Show 1 more row".to_owned(),
            Self::En => format!("Show {rows} more rows"),
        }
    }

    /// A lane's tasks by year, for those who do not see the drawing.
    pub fn timeline_load(self, stretches: &[Stretch]) -> String {
        let stretch = |s: &Stretch| {
            let (from, to) = s.years;
            if from == to { format!("{from}: {}", s.tasks) } else { format!("{from}–{to}: {}", s.tasks) }
        };
        let all: Vec<_> = stretches.iter().map(stretch).list();
        format!("{}: {}", self.timeline_key_load(), all.join("; "))
    }

    /// Since when an agency is another one.
    pub fn timeline_since(self, day: &str) -> String {
        match self {
            Self::Vi => format!("từ {}", date(day, self)),
            Self::En => format!("since {}", date(day, self)),
        }
    }

    /// What an agency is called today; its name follows.
    pub const fn timeline_now(self) -> &'static str {
        match self {
            Self::Vi => "nay: ",
            Self::En => "today: ",
        }
    }

    /// The lane of a last year.
    pub fn timeline_ends_in(self, year: &str) -> String {
        match self {
            Self::Vi => format!("Năm cuối {year}"),
            Self::En => format!("Ends in {year}"),
        }
    }

    /// Who leads, in a lane that is no agency's.
    pub fn timeline_led_by(self, names: &str) -> String {
        match self {
            Self::Vi => format!("chủ trì: {names}"),
            Self::En => format!("lead: {names}"),
        }
    }

    /// Opens the list of events.
    pub fn timeline_events(self, n: usize) -> String {
        match self {
            Self::Vi => format!("{n} sự kiện bối cảnh trên trục: đổi cơ quan, địa giới, luật"),
            Self::En if n == 1 => "1 event on the axis: agencies, borders, laws".to_owned(),
            Self::En => format!("{n} events on the axis: agencies, borders, laws"),
        }
    }

    /// A plan's money, as a title.
    pub fn timeline_budget(self, plan: &str, total: &str, (first, last): (i32, i32)) -> String {
        match self {
            Self::Vi => format!("Kinh phí của {plan} theo năm: {total} trong {first}–{last}"),
            Self::En => format!("Budget of {plan} by year: {total} over {first}–{last}"),
        }
    }

    /// The caption of a budget's table.
    pub fn timeline_budget_table(self, plan: &str, unit: Unit) -> String {
        let unit = match (self, unit) {
            (Self::Vi, Unit::MillionVnd) => "triệu đồng",
            (Self::En, Unit::MillionVnd) => "millions of đồng",
            (_, other) => other.id(),
        };
        match self {
            Self::Vi => format!("{plan}: kinh phí theo năm và nguồn, {unit}"),
            Self::En => format!("{plan}: budget by year and source, {unit}"),
        }
    }
}

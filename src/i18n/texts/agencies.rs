//! The table of agencies, and the page of one.

use super::pick;
use crate::dataset::DataSet;
use crate::i18n::{Lang, date};
use crate::list::List;
use crate::matrix::{
    Axis, COLLECTIVE_LEAD, EVERYONE, Key, Matrix, NO_LEAD, Order, Portfolio, Row, SEVERAL_LEADS, Settings,
};
use crate::model::{AgencyId, GroupId, Plan, PlanId, Role, Status};
use crate::text::lower_first;

texts! {
    agencies_no_leader: "Không nhiệm vụ nào nêu tên cơ quan chủ trì", "No task names a lead agency";
    agencies_no_tasks: "Chưa biết nhiệm vụ nào của kế hoạch đã chọn", "No task of the chosen plan is known";
    agencies_no_tasks_why: "Kế hoạch này chỉ biết qua báo chí, và báo chí không kể nhiệm vụ.",
        "The plan is known from the press only, and the press does not list its tasks.";
    agencies_all_plans: "Xem mọi kế hoạch", "Show all plans";
    agencies_is_collective: "tên gọi chung", "collective";
    agencies_plans: "Kế hoạch", "Plans";
    agencies_rows: "Hàng", "Rows";
    agencies_columns: "Cột", "Columns";
    agencies_order: "Xếp theo", "Order";
    agencies_names: "Tên cơ quan", "Agencies";
    agencies_as_printed: "như trong văn bản", "as printed";
    agencies_today: "cơ quan ngày nay", "as they are today";
    agencies_total: "Tổng", "Total";
    agencies_no_lead: "Không nêu ai chủ trì", "No lead named";
    agencies_bottom_line: "Mọi nhiệm vụ, mỗi việc một lần", "All tasks, each once";
    agencies_several: "Nhiều cơ quan cùng chủ trì", "Led by several agencies";
    agencies_collective: "Chỉ có tên gọi chung chủ trì", "Led by an unnamed collective only";
    agencies_uncertain: "có vai trò đọc chưa chắc", "some roles cannot be read for certain";
    agencies_close: "Đóng danh sách", "Close the list";
    agencies_empty_cell: "Ô này không có nhiệm vụ nào với các thiết lập đang chọn.", "With these settings there are no tasks in this cell.";
    agencies_how: "Cách đếm", "How this is counted";
    agency_national: "Cơ quan cấp quốc gia", "National agency";
    agency_provincial: "Cơ quan cấp tỉnh", "Provincial agency";
    agency_collective: "Tên gọi chung", "Collective name";
    agency_collective_why: "Văn bản gọi chung nhiều nơi mà không kể tên, nên không biết từng nơi phải làm gì.",
        "The plans mean many bodies at once and name none, so what each of them must do is not known.";
    agency_place: "Tỉnh", "Province";
    agency_now: "Nay là", "Today";
    agency_before: "Tiếp nhận", "Took over";
    agency_issued: "Ban hành", "Issued";
    agency_date_unknown: "không tìm được ngày", "date not found";
    agency_seen: "nguồn:", "source:";
    agency_inferred: "? suy ra", "? inferred";
    agency_inferred_why: "không thấy văn bản nào nói thẳng", "no text that we saw says so";
    agency_see: "; xem", "; see";
    agency_timeline: "Các nhiệm vụ này theo thời gian", "These tasks in time";
    agency_matrix: "Trong bảng mọi cơ quan", "In the table of all agencies";
    agency_no_tasks: "Không nhiệm vụ nào nêu tên cơ quan này.", "No task names this agency.";
    agency_not_known_yet: "Kế hoạch đang hiệu lực chỉ biết qua báo chí, chưa rõ giao việc gì cho ai:",
        "The plan in force is known from the press only, which does not say who got which task:";
    agency_leads: "Chủ trì", "Leads";
    agency_coordinates: "Phối hợp", "Coordinates";
    agency_task: "Nhiệm vụ", "Task";
    agency_years: "Thời gian", "Years";
    agency_with: "Cùng với", "With";
    agency_group: "Nhóm giải pháp", "Solution group";
    agency_partners: "Làm cùng ai", "Whom it works with";
    agency_partner: "Cơ quan", "Agency";
    agency_leads_too: "Cùng chủ trì", "Both lead";
    agency_helps: "Nơi ấy phối hợp", "The other coordinates";
    agency_is_helped: "Nơi ấy chủ trì", "The other leads";
    agency_together: "Cộng", "Together";
    agency_results: "Kết quả ra sao", "What became of it";
    agency_no_results: "Không thấy nơi nào công bố kết quả của từng nhiệm vụ.", "No results task by task were found.";
    agency_plan_results: "Có kết quả đo được cho một số mục tiêu của cả kế hoạch; đó không phải kết quả riêng của cơ quan này:",
        "Some targets of whole plans have been measured; that is not the work of this agency alone:";
    agency_no_plan_results: "Mục tiêu của các kế hoạch này cũng chưa thấy kết quả đo được.", "Nor were measured results found for the targets of these plans.";
    agency_merged: "Kể cả các cơ quan đã nhập vào", "Together with the agencies merged into it";
    agency_merged_why: "Kế hoạch gọi tên từng cơ quan như lúc ấy. Việc của cơ quan đã nhập vào:",
        "The plans name each agency as it was. Tasks of those that merged into this one:";
    agency_lead_too: "cùng chủ trì", "also leading";
    agency_lead: "chủ trì", "led by";
    agency_coordinate: "phối hợp", "coordinating";
}

const fn plural(n: usize) -> &'static str {
    if n == 1 { "" } else { "s" }
}

fn listed(names: &[&str], and: &str) -> String {
    match names {
        [first @ .., last] if !first.is_empty() => format!("{} {and} {last}", first.join(", ")),
        names => names.concat(),
    }
}

impl Lang {
    /// Who leads most, or which rows have most tasks: the table's title.
    pub fn agencies_title(self, rows: Axis, names: &[&str], most: usize, tasks: usize) -> String {
        let (several, of_agencies) = (names.len() > 1, rows == Axis::Agency);
        let who = match self {
            _ if names.len() <= 3 => listed(names, pick(self, "và", "and")),
            Self::En if of_agencies => format!("{} agencies", names.len()),
            _ => format!("{} {}{}", names.len(), lower_first(self.agencies_axis(rows)), pick(self, "", "s")),
        };
        let (before, after) = match (self, of_agencies) {
            (Self::Vi, true) => ("", " chủ trì nhiều nhất:"),
            (Self::En, true) if several => ("", " lead most:"),
            (Self::En, true) => ("", " leads most:"),
            (Self::Vi, false) => ("Nhiều nhất: ", ","),
            (Self::En, false) => ("Most: ", ","),
        };
        match self {
            Self::Vi => {
                format!("{before}{who}{after} {}{most} trong {tasks} nhiệm vụ", if several { "đều " } else { "" })
            }
            Self::En => {
                let each = if several { " each" } else { "" };
                format!("{before}{who}{after} {most} of {tasks} task{}{each}", plural(tasks))
            }
        }
    }

    /// What the table counts, by agencies or not; no plan is all of them.
    pub fn agencies_intro(self, by_agency: bool, plans: &[&str], all: usize) -> String {
        let what = match (self, by_agency) {
            (Self::Vi, true) => "Ai chủ trì, ai phối hợp",
            (Self::Vi, false) => "Số nhiệm vụ",
            (Self::En, true) => "Who leads and who coordinates",
            (Self::En, false) => "The number of tasks",
        };
        match self {
            Self::Vi if plans.is_empty() => {
                format!("{what}, đếm trên {all} kế hoạch đọc từ văn bản. Mỗi con số mở ra các nhiệm vụ của nó.")
            }
            Self::Vi => format!("{what}, theo {}. Mỗi con số mở ra các nhiệm vụ của nó.", listed(plans, "và")),
            Self::En if plans.is_empty() => {
                format!("{what}, counted over the {all} plans read from their documents. Each figure opens its tasks.")
            }
            Self::En => format!("{what} under {}. Each figure opens its tasks.", listed(plans, "and")),
        }
    }

    /// How many tasks name no lead.
    pub fn agencies_say_no_lead(self, n: usize, tasks: usize) -> String {
        let share = (n * 200 + tasks) / (tasks * 2).max(1);
        match self {
            Self::Vi => format!("{n} nhiệm vụ ({share}\u{a0}%) không nêu ai chủ trì"),
            Self::En => format!("{n} task{} ({share}%) without a named lead", plural(n)),
        }
    }

    /// How many tasks only an unnamed collective leads.
    pub fn agencies_say_collective(self, n: usize) -> String {
        match self {
            Self::Vi => format!("{n} nhiệm vụ chỉ giao cho một tên gọi chung, như “UBND các tỉnh”"),
            Self::En => format!(
                "{n} task{} given to an unnamed collective only, such as “provincial People’s Committees”",
                plural(n)
            ),
        }
    }

    /// How many tasks several agencies lead.
    pub fn agencies_say_several(self, n: usize) -> String {
        match self {
            Self::Vi => format!("{n} nhiệm vụ do nhiều cơ quan cùng chủ trì"),
            Self::En => format!("{n} task{} led by several agencies together", plural(n)),
        }
    }

    /// What rows or columns stand for.
    pub const fn agencies_axis(self, axis: Axis) -> &'static str {
        match axis {
            Axis::Agency => pick(self, "Cơ quan", "Agency"),
            Axis::Group => self.agency_group(),
            Axis::Plan => self.export_plan(),
            Axis::Year => self.search_years(),
            Axis::Role => self.export_role(),
            Axis::With => pick(self, "Cơ quan phối hợp", "Coordinating agency"),
        }
    }

    /// What the signs in a matrix stand for: those that are in it.
    pub fn agencies_signs(self, settings: &Settings, matrix: &Matrix<'_>) -> Vec<String> {
        let by_agency = [settings.rows, settings.columns].contains(&Axis::Agency);
        let doubt = |row: &Row<'_>| row.total.uncertain(Role::Lead) + row.total.uncertain(Role::Coordinate) > 0;
        let signs = [
            ("■", self.agency_leads(), by_agency),
            ("□", self.agency_coordinates(), by_agency && settings.columns != Axis::With),
            ("?", self.agencies_uncertain(), by_agency && matrix.rows.iter().any(doubt)),
            ("∅", self.agencies_no_lead(), matrix.rows.iter().any(|row| row.key == NO_LEAD)),
        ];
        let used = signs.into_iter().filter(|(.., used)| *used);
        used.map(|(sign, word, _)| [sign, " ", &lower_first(word)].concat()).list()
    }

    /// What one row or column stands for; nothing where the data does not have it.
    pub fn agencies_key(self, data: &DataSet, axis: Axis, key: Key) -> &str {
        let name = match (key, axis) {
            (NO_LEAD, _) => Some(self.agencies_no_lead()),
            (SEVERAL_LEADS, _) => Some(self.agencies_several()),
            (COLLECTIVE_LEAD, _) => Some(self.agencies_collective()),
            (EVERYONE, _) => Some(self.agencies_bottom_line()),
            (_, Axis::Agency | Axis::With) => data.agency(&AgencyId(key.0)).map(|agency| agency.name.get(self)),
            (_, Axis::Group) => data.solution_group(&GroupId(key.0)).map(|group| group.name.get(self)),
            (_, Axis::Plan) => data.plan(&PlanId(key.0)).map(|plan| plan.short.get(self)),
            (_, Axis::Year) => Some(key.0),
            (_, Axis::Role) if key.0 == Role::Lead.id() => Some(self.agency_leads()),
            (_, Axis::Role) => Some(self.agency_coordinates()),
        };
        name.unwrap_or_default()
    }

    /// The order of the agencies.
    pub const fn agencies_order_is(self, order: Order) -> &'static str {
        match (self, order) {
            (Self::Vi, Order::Lead) => "số việc chủ trì",
            (Self::En, Order::Lead) => "tasks led",
            (Self::Vi, Order::Total) => "tổng số việc",
            (Self::En, Order::Total) => "all tasks",
            (Self::Vi, Order::Name) => "tên",
            (Self::En, Order::Name) => "name",
        }
    }

    /// What the table shows.
    pub fn agencies_caption(self, rows: Axis, columns: Axis) -> String {
        let [one, other] = [rows, columns].map(|axis| lower_first(self.agencies_axis(axis)));
        match (self, columns) {
            (Self::Vi, Axis::With) => "Ai chủ trì (hàng) cùng ai phối hợp (cột)".to_owned(),
            (Self::En, Axis::With) => "Who leads (rows) with whom (columns)".to_owned(),
            (Self::Vi, _) => format!("Số nhiệm vụ theo {one} (hàng) và {other} (cột)"),
            (Self::En, _) => format!("Tasks by {one} (rows) and {other} (columns)"),
        }
    }

    /// A cell's figures in words.
    pub fn agencies_cell(self, lead: usize, coordinate: usize) -> String {
        match (self, lead, coordinate) {
            (Self::Vi, 0, k) => format!("phối hợp {k}"),
            (Self::En, 0, k) => format!("coordinates {k}"),
            (Self::Vi, n, 0) => format!("chủ trì {n}"),
            (Self::En, n, 0) => format!("leads {n}"),
            (Self::Vi, n, k) => format!("chủ trì {n}, phối hợp {k}"),
            (Self::En, n, k) => format!("leads {n}, coordinates {k}"),
        }
    }

    /// How many tasks, in words.
    pub fn agencies_tasks(self, n: usize) -> String {
        match self {
            Self::Vi => format!("{n} nhiệm vụ"),
            Self::En => format!("{n} task{}", plural(n)),
        }
    }

    /// That some of a count cannot be read for certain.
    pub fn agencies_some_uncertain(self, n: usize) -> String {
        match self {
            Self::Vi => format!("{n} việc chưa chắc vai trò"),
            Self::En => format!("{n} uncertain"),
        }
    }

    /// What an agency is called now.
    pub fn agencies_now(self, name: &str) -> String {
        match self {
            Self::Vi => format!("nay là {name}"),
            Self::En => format!("now {name}"),
        }
    }

    /// What an agency of today has taken in.
    pub fn agencies_with(self, names: &[&str]) -> String {
        match self {
            Self::Vi => format!("gồm cả {}", listed(names, "và")),
            Self::En => format!("including {}", listed(names, "and")),
        }
    }

    /// How the table is counted.
    pub fn agencies_rules(self, blanks: usize, unseen: usize) -> String {
        let mut rules = match self {
            Self::Vi => "Một nhiệm vụ đứng ở mọi hàng và cột mà nó thuộc về (việc của nhiều cơ quan ở từng cơ quan, việc nhiều năm ở từng năm), nhưng mỗi ô và mỗi tổng chỉ đếm nó một lần.",
            Self::En => "A task stands in every row and column it belongs to: one of several agencies under each of them, one of several years in each year. Each cell and each total counts it once.",
        }
        .to_owned();
        if blanks > 0 {
            rules.push_str(&match self {
                Self::Vi => format!(
                    " Không đếm {blanks} chỗ để trống và lời dặn soạn thảo của dự thảo, vì đó không phải cam kết."
                ),
                Self::En => format!(
                    " Left out are the draft’s {blanks} blanks and drafting instructions, which are no commitments."
                ),
            });
        }
        if unseen > 0 {
            rules.push_str(&match self {
                Self::Vi => format!(" {unseen} kế hoạch khác chỉ biết qua báo chí, không rõ nhiệm vụ nào giao cho ai."),
                Self::En => format!(
                    " Of {unseen} other plans only press reports were read, which do not say who got which task."
                ),
            });
        }
        rules
    }

    /// What an agency has to do, in a sentence.
    pub fn agency_summary(self, work: &Portfolio<'_>) -> String {
        let (n, k, m) = (work.leads(), work.coordinates(), work.plans().len());
        match (self, n, k) {
            (_, 0, 0) => self.agency_no_tasks().to_owned(),
            (Self::Vi, 0, k) => format!("Không chủ trì việc nào; phối hợp {k} nhiệm vụ trong {m} kế hoạch."),
            (Self::En, 0, k) => format!("Leads nothing; coordinates {k} task{} in {m} plan{}.", plural(k), plural(m)),
            (Self::Vi, n, 0) => format!("Chủ trì {n} nhiệm vụ trong {m} kế hoạch."),
            (Self::En, n, 0) => format!("Leads {n} task{} in {m} plan{}.", plural(n), plural(m)),
            (Self::Vi, n, k) => format!("Chủ trì {n} nhiệm vụ và phối hợp {k} nhiệm vụ, trong {m} kế hoạch."),
            (Self::En, n, k) => {
                format!("Leads {n} task{} and coordinates {k}, in {m} plan{}.", plural(n), plural(m))
            }
        }
    }

    /// That none of it binds today, and why.
    pub fn agency_none_in_force(self, plans: &[&Plan]) -> String {
        let drafts = plans.iter().filter(|plan| plan.status != Status::Expired).count();
        let why = match (self, drafts) {
            (Self::Vi, 0) => "kỳ kế hoạch đã hết",
            (Self::En, 0) => "the period is over",
            (Self::Vi, n) if n == plans.len() => "đây chỉ là dự thảo",
            (Self::En, n) if n == plans.len() => "this is a draft",
            (Self::Vi, _) => "các kế hoạch này đã hết kỳ hoặc chỉ là dự thảo",
            (Self::En, _) => "the periods are over, or the plans are drafts",
        };
        match self {
            Self::Vi => format!("Không việc nào thuộc kế hoạch đang hiệu lực: {why}."),
            Self::En => format!("None of these tasks is part of a plan in force: {why}."),
        }
    }

    /// How much of it is of plans in force.
    pub fn agency_in_force(self, n: usize) -> String {
        match self {
            Self::Vi => format!("{n} việc thuộc kế hoạch đang hiệu lực."),
            Self::En => format!("{n} of these tasks are part of plans in force."),
        }
    }

    /// From when.
    pub fn agency_since(self, day: &str) -> String {
        match self {
            Self::Vi => format!("từ {}", date(day, self)),
            Self::En => format!("since {}", date(day, self)),
        }
    }

    /// What a province became.
    pub fn agency_province_now(self, name: &str, day: Option<&str>) -> String {
        let since = day.map(|day| format!(", {}", self.agency_since(day))).unwrap_or_default();
        match self {
            Self::Vi => format!("nay thuộc {name}{since}"),
            Self::En => format!("now part of {name}{since}"),
        }
    }

    /// The tasks of one plan: a table's name.
    pub fn agency_caption(self, leads: bool, plan: &str, n: usize) -> String {
        match (self, leads) {
            (Self::Vi, true) => format!("{plan}: {n} nhiệm vụ chủ trì"),
            (Self::En, true) => format!("{plan}: {n} task{} led", plural(n)),
            (Self::Vi, false) => format!("{plan}: {n} nhiệm vụ phối hợp"),
            (Self::En, false) => format!("{plan}: {n} task{} coordinated", plural(n)),
        }
    }

    /// With whom it shares most.
    pub fn agency_partners_caption(self, name: &str, n: usize) -> String {
        match self {
            Self::Vi => format!("Nhiều nhất là {name}: {n} nhiệm vụ chung"),
            Self::En => format!("Most of all with {name}: {n} task{} in common", plural(n)),
        }
    }

    /// A draft's blanks that name an agency.
    pub fn agency_blanks(self, n: usize) -> String {
        match self {
            Self::Vi => format!("Chưa tính {n} chỗ dự thảo để trống hoặc dặn người soạn mà có tên cơ quan này:"),
            Self::En => format!(
                "Not counted: {n} blank{} or drafting instruction{} that name this agency in",
                plural(n),
                plural(n)
            ),
        }
    }
}

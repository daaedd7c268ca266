//! Names of the model's kinds and states.

use super::pick;
use crate::align::{Stricter, Unlike, Verdict};
use crate::i18n::{Lang, date};
use crate::model::{
    Basis, DateBasis, DefectBasis, DefectKind, LeadAbsent, Level, Plan, ProvisionKind, Reading, Record, Recurrence,
    Role, Status, Task, TaskKind,
};
use crate::outcome::Result;

impl Lang {
    /// Nation or province.
    pub const fn level(self, level: Level) -> &'static str {
        match level {
            Level::National => pick(self, "quốc gia", "national"),
            Level::Province => pick(self, "cấp tỉnh", "provincial"),
        }
    }

    /// Where a plan stands today.
    pub const fn status(self, status: Status) -> &'static str {
        match status {
            Status::InForce => pick(self, "đang hiệu lực", "in force"),
            Status::Expired => pick(self, "đã hết kỳ", "period over"),
            Status::Draft => pick(self, "dự thảo", "draft"),
            Status::Superseded => pick(self, "dự thảo, đã được thay", "draft, superseded"),
        }
    }

    /// What was read.
    pub const fn basis(self, basis: Basis) -> &'static str {
        match basis {
            Basis::Document => pick(self, "đọc từ văn bản", "read from the document"),
            Basis::Press => pick(self, "chỉ biết qua báo chí", "known from the press only"),
        }
    }

    /// How a record was read.
    pub const fn reading(self, reading: Reading) -> &'static str {
        match reading {
            Reading::Printed => pick(self, "như bản in", "as printed"),
            Reading::MergedCell => pick(self, "từ ô gộp của bảng", "from a merged table cell"),
            Reading::Fused => pick(self, "từ ô bị dính khi quét", "from a cell fused in scanning"),
            Reading::Shifted => pick(self, "từ ô bị lệch khi quét", "from a cell shifted in scanning"),
            Reading::Inferred => pick(self, "suy ra từ chỗ khác", "inferred from other places"),
        }
    }

    /// What an agency does.
    pub const fn role(self, role: Role) -> &'static str {
        match role {
            Role::Lead => pick(self, "chủ trì", "leads"),
            Role::Coordinate => pick(self, "phối hợp", "coordinates"),
        }
    }

    /// Why a task has no lead.
    pub const fn lead_absent(self, why: LeadAbsent) -> &'static str {
        match why {
            LeadAbsent::NotStated => pick(self, "văn bản không nêu", "not named in the text"),
            LeadAbsent::Unreadable => pick(self, "bản in không đọc được", "the print is unreadable"),
            LeadAbsent::NotApplicable => pick(self, "không áp dụng", "does not apply"),
        }
    }

    /// Which part of a plan a task comes from.
    pub const fn task_kind(self, kind: TaskKind) -> &'static str {
        match kind {
            TaskKind::Solution => pick(self, "nhóm giải pháp", "solution group"),
            TaskKind::Scheduled => pick(self, "phụ lục có tiến độ", "scheduled annex"),
            TaskKind::Duty => pick(self, "tổ chức thực hiện", "implementation duty"),
        }
    }

    /// How a task recurs.
    pub fn recurrence(self, recurrence: Recurrence) -> String {
        match (self, recurrence) {
            (Self::Vi, Recurrence::Yearly) => "hằng năm".to_owned(),
            (Self::En, Recurrence::Yearly) => "every year".to_owned(),
            (Self::Vi, Recurrence::YearlyBy { month, day }) => format!("trước ngày {day}/{month} hằng năm"),
            (Self::En, Recurrence::YearlyBy { month, day }) => {
                let whole = date(&format!("2000-{month:02}-{day:02}"), self);
                format!("by {} every year", whole.trim_end_matches(" 2000"))
            }
            (Self::Vi, Recurrence::Periodic) => "định kỳ".to_owned(),
            (Self::En, Recurrence::Periodic) => "at intervals".to_owned(),
            (Self::Vi, Recurrence::Standing) => "thường xuyên".to_owned(),
            (Self::En, Recurrence::Standing) => "standing".to_owned(),
        }
    }

    /// A task's years, and where they come from.
    pub fn years(self, task: &Task) -> String {
        let span = match (task.start, task.end) {
            (Some(start), Some(end)) if start == end => start.to_string(),
            (Some(start), Some(end)) => format!("{start}–{end}"),
            _ if task.has_flag("dates_unreadable") => {
                return pick(self, "không đọc được", "unreadable").to_owned();
            }
            _ => return pick(self, "không nêu hạn", "no date").to_owned(),
        };
        let doubt = if task.dates_uncertain() { pick(self, " (chưa chắc)", " (uncertain)") } else { "" };
        match task.date_basis {
            DateBasis::PlanPeriod => format!("{span}{doubt}, {}", pick(self, "theo kỳ kế hoạch", "the plan’s period")),
            _ => format!("{span}{doubt}"),
        }
    }

    /// What a provision is about.
    pub const fn provision_kind(self, kind: ProvisionKind) -> &'static str {
        match kind {
            ProvisionKind::Viewpoint => pick(self, "quan điểm", "viewpoint"),
            ProvisionKind::Programme => pick(self, "chương trình", "programme"),
            ProvisionKind::Funding => pick(self, "kinh phí", "funding"),
            ProvisionKind::Effect => pick(self, "hiệu lực, trách nhiệm", "effect"),
        }
    }

    /// What a record is.
    pub const fn record_kind(self, record: Record<'_>) -> &'static str {
        match record {
            Record::Provision(_) => pick(self, "quy định", "provision"),
            Record::Objective(_) => pick(self, "mục tiêu định tính", "objective"),
            Record::Target(_) => pick(self, "mục tiêu định lượng", "target"),
            Record::Task(_) => pick(self, "nhiệm vụ", "task"),
        }
    }

    /// What kind of fault a text has.
    pub const fn defect_kind(self, kind: DefectKind) -> &'static str {
        match kind {
            DefectKind::Misprint => pick(self, "lỗi in", "misprint"),
            DefectKind::LostText => pick(self, "mất chữ", "lost text"),
            DefectKind::Fused => pick(self, "dính vào nhau", "run together"),
            DefectKind::Shifted => pick(self, "lệch ô", "shifted cells"),
            DefectKind::Misnumbered => pick(self, "đánh số sai", "misnumbered"),
            DefectKind::MissingPart => pick(self, "thiếu phần", "part missing"),
            DefectKind::Conflict => pick(self, "mâu thuẫn", "contradiction"),
            DefectKind::WrongReference => pick(self, "viện dẫn sai", "wrong reference"),
            DefectKind::Layout => pick(self, "trình bày", "layout"),
            DefectKind::Superseded => pick(self, "đã được thay", "overtaken"),
        }
    }

    /// What a correction rests on.
    pub const fn defect_basis(self, basis: DefectBasis) -> &'static str {
        match basis {
            DefectBasis::Seen => pick(self, "thấy ở bản đã công bố", "seen in a published copy"),
            DefectBasis::SameText => pick(self, "theo chỗ khác của văn bản", "from the texts themselves"),
            DefectBasis::Inferred => pick(self, "suy ra", "inferred"),
            DefectBasis::Certain => pick(self, "chắc chắn", "certain"),
        }
    }

    /// A verdict's sign and word: the sign is never alone.
    pub const fn verdict(self, verdict: Verdict) -> (&'static str, &'static str) {
        match verdict {
            Verdict::Weaker => ("▼", pick(self, "thấp hơn", "weaker")),
            Verdict::Stronger => ("▲", pick(self, "cao hơn", "stronger")),
            Verdict::Equal => ("=", pick(self, "ngang bằng", "equal")),
            Verdict::Missing => ("∅", pick(self, "không đặt", "not set")),
            Verdict::Extra => ("+", pick(self, "đặt thêm", "extra")),
            Verdict::NotComparable(_) => ("≠", pick(self, "không so được", "not comparable")),
            Verdict::NotApplicable => ("–", pick(self, "không áp dụng", "not applicable")),
        }
    }

    /// Which side binds more tightly at the same value.
    pub const fn stricter(self, stricter: Stricter) -> &'static str {
        match stricter {
            Stricter::Plan => pick(self, "ngưỡng chặt hơn", "stricter bound"),
            Stricter::Baseline => pick(self, "mốc so chặt hơn", "baseline is stricter"),
        }
    }

    /// Why two targets are not comparable, in a few words.
    pub const fn unlike(self, reason: Unlike) -> &'static str {
        match reason {
            Unlike::Defect => pick(self, "lỗi văn bản", "fault of the text"),
            Unlike::Unit => pick(self, "khác đơn vị", "other unit"),
            Unlike::AbsoluteCount => pick(self, "số tuyệt đối", "absolute count"),
            Unlike::Base => pick(self, "khác mẫu số", "other base"),
            Unlike::Nested => pick(self, "nằm trong mục tiêu khác", "nested in another"),
            Unlike::Horizon => pick(self, "khác mốc năm", "other horizon"),
            Unlike::Range => pick(self, "khoảng lồng nhau", "one range inside the other"),
        }
    }

    /// What came of a target.
    pub const fn result(self, result: Result) -> &'static str {
        match result {
            Result::Reached => pick(self, "đạt", "reached"),
            Result::Missed => pick(self, "không đạt", "missed"),
            Result::Disputed => pick(self, "các nguồn không thống nhất", "sources disagree"),
            Result::NotMeasurable => pick(self, "chưa đo được", "not measurable"),
            Result::NoResult => pick(self, "không thấy công bố", "no published result found"),
            Result::Open => pick(self, "chưa tới hạn", "not due yet"),
        }
    }

    /// A plan's document in a line: number and date, or that it is known from the press.
    pub fn document(self, plan: &Plan) -> String {
        let number = plan.number.clone().unwrap_or_else(|| {
            match plan.status {
                Status::Draft | Status::Superseded => pick(self, "dự thảo chưa có số", "unnumbered draft"),
                _ => pick(self, "báo chí không nêu số", "number not reported"),
            }
            .to_owned()
        });
        match &plan.date {
            Some(day) => format!("{number}, {}", date(day, self)),
            None => number,
        }
    }
}

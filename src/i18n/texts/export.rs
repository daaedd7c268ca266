//! What files that are taken away say of themselves.

use crate::i18n::Lang;

texts! {
    calendar_save: "Tải lịch thời hạn (.ics)", "Download the deadlines as a calendar (.ics)";
    calendar_no_day: "Văn bản chỉ nêu năm; ở đây ghi ngày cuối năm.",
        "The text names the year only; the entry stands on its last day.";
}

impl Lang {
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

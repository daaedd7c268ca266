//! The overview.

use crate::i18n::Lang;

texts! {
    overview_title: "Ba kế hoạch quốc gia, mười lăm năm thương mại điện tử", "Three national plans, fifteen years of e-commerce";
    overview_plans: "Các kế hoạch nối tiếp nhau", "How the plans follow each other";
    overview_plans_note: "■ quốc gia, ● cấp tỉnh. Viền đứt: chỉ biết qua báo chí hoặc chưa ký.",
        "■ national, ● provincial. Dashed: known from the press only, or never signed.";
    overview_figures: "Mục tiêu và kết quả", "Targets and outcomes";
    overview_figures_note: "Vạch: mục tiêu của kế hoạch quốc gia (vạch đứt: dự thảo, hoặc chỉ biết qua báo chí). Chấm: số liệu đã công bố (chấm rỗng: dự báo, phạm vi hoặc mẫu số khác).",
        "Lines: targets of the national plans (dashed: draft, or known from the press only). Dots: published figures (hollow: forecasts, other scope or base).";
    overview_provinces: "Tỉnh so với quốc gia", "The provinces against the nation";
    overview_who: "Ai chủ trì nhiều nhất", "Who leads most";
    overview_who_caption: "Nhiệm vụ chủ trì và phối hợp, mọi kế hoạch", "Tasks led and coordinated, all plans";
    overview_agency: "Cơ quan", "Agency";
    overview_leads: "Chủ trì", "Leads";
    overview_coordinates: "Phối hợp", "Coordinates";
    overview_nobody: "Việc không rõ ai chịu trách nhiệm", "Tasks without a clear owner";
    overview_doors: "Xem tiếp", "Where to go from here";
    overview_all_agencies: "Ma trận mọi cơ quan", "The matrix of all agencies";
    overview_all_indicators: "Mọi chỉ tiêu, qua từng kế hoạch", "Every indicator through the plans";
    overview_all_compare: "So sánh bất kỳ kế hoạch nào với nhau", "Compare any plans with each other";
    overview_all_tasks: "Mọi nhiệm vụ trên trục thời gian", "Every task on the timeline";
    overview_verdicts: "Xem từng chỉ tiêu", "See each indicator";
}

impl Lang {
    /// What the explorer holds, in figures.
    pub fn overview_lead(
        self,
        documents: usize,
        press: usize,
        targets: usize,
        tasks: usize,
        agencies: usize,
    ) -> String {
        match self {
            Self::Vi => format!(
                "{documents} văn bản được đọc trọn và {press} kế hoạch biết qua báo chí: {targets} mục tiêu có con số, {tasks} nhiệm vụ của {agencies} cơ quan. Mỗi con số dẫn về điều khoản của nó."
            ),
            Self::En => format!(
                "{documents} documents read in full and {press} plans known from the press: {targets} targets with figures, {tasks} tasks of {agencies} agencies. Every figure leads back to its clause."
            ),
        }
    }

    /// The title of the list of agencies: who leads most, with how many tasks.
    pub fn overview_leader(self, name: &str, leads: usize) -> String {
        match self {
            Self::Vi => format!("{name} chủ trì {leads} nhiệm vụ, nhiều nhất"),
            Self::En => format!("{name} leads {leads} tasks, the most"),
        }
    }
}

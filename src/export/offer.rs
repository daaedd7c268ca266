//! In which forms a view can be taken away.

use crate::address::{Part, View};
use crate::align::choose;
use crate::dataset::DataSet;
use crate::list::List;
use crate::model::{Plan, PlanId};

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// A workbook.
    Xlsx,
    /// Tables as text.
    Csv,
    /// For programs.
    Json,
    /// A drawing in lines.
    Svg,
    /// A drawing in dots, which the browser makes of the lines.
    Png,
    /// Deadlines.
    Calendar,
}

impl Format {
    /// All, in the order of display.
    pub const ALL: [Self; 6] = [Self::Xlsx, Self::Csv, Self::Json, Self::Svg, Self::Png, Self::Calendar];

    /// What the file's name ends with.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Xlsx => ".xlsx",
            Self::Csv => ".csv",
            Self::Json => ".json",
            Self::Svg => ".svg",
            Self::Png => ".png",
            Self::Calendar => ".ics",
        }
    }

    /// The format whose files end so.
    pub fn from_ending(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.ending() == ending)
    }
}

/// The forms that a view has something to put into.
pub const fn offered(view: &View) -> &'static [Format] {
    use Format::{Calendar, Csv, Json, Png, Svg, Xlsx};
    match view {
        View::Timeline(_) => &[Xlsx, Csv, Json, Svg, Png, Calendar],
        View::Compare(_) | View::Indicator { .. } | View::Agencies(_) => &[Xlsx, Csv, Json, Svg, Png],
        View::Agency { .. } | View::Plan { part: None | Some(Part::Tasks), .. } => &[Xlsx, Csv, Json, Calendar],
        View::Overview | View::Plans | View::Plan { .. } | View::Record { .. } | View::Indicators | View::Search(_) => {
            &[Xlsx, Csv, Json]
        }
        View::Import | View::Data => &[],
    }
}

/// The plans that a view tells of: whose documents a printed page names.
pub fn plans_of<'a>(data: &'a DataSet, view: &View) -> Vec<&'a Plan> {
    let named = |ids: &[PlanId], with_tasks: bool| {
        let wanted = |plan: &&Plan| ids.is_empty() || ids.contains(&plan.id);
        data.plans.iter().filter(wanted).filter(|plan| !with_tasks || !plan.tasks.is_empty()).list()
    };
    match view {
        View::Plan { plan, .. } | View::Record { plan, .. } => named(&[*plan], false),
        View::Timeline(state) => named(&state.filter.plans, true),
        View::Agencies(state) => named(&state.settings.plans, true),
        View::Agency { agency } => {
            let has_part = |plan: &&Plan| plan.tasks.iter().any(|task| task.agencies().any(|(id, _)| id == agency));
            data.plans.iter().filter(has_part).list()
        }
        View::Compare(state) => {
            let chosen = choose(data, state).map(|choice| [vec![choice.baseline], choice.plans].concat());
            chosen.unwrap_or_default()
        }
        View::Indicator { indicator } => {
            data.plans.iter().filter(|plan| plan.targets_for(indicator).next().is_some()).list()
        }
        View::Overview | View::Plans | View::Indicators => named(&[], false),
        View::Search(_) | View::Import | View::Data => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::Address;
    use crate::dataset::bundled;
    use crate::export::{Origin, sheet};

    #[test]
    fn a_printed_page_names_the_documents_that_a_file_names() {
        let data = bundled().expect("the bundled data is sound");
        for hash in [
            "#/",
            "#/plans",
            "#/plan/vn-2021-2025?part=tasks",
            "#/plan/brvt-2021-2025/t1",
            "#/timeline",
            "#/timeline?plans=dak-nong-2021-2025",
            "#/agencies?plans=vn-2016-2020,vn-2021-2025",
            "#/agency/bo-tai-chinh",
            "#/compare",
            "#/compare?baseline=vn-2026-2030",
            "#/indicator/einvoice_share",
        ] {
            let (address, unread) = Address::read(hash);
            assert!(unread.is_empty(), "{hash}");
            let origin = Origin { base: "", now: "2026-01-01T20:04:05", day: "2026-01-02" };
            let sources = sheet(&data, &address, &origin).expect("it has a sheet").sources;
            // The overview's figures are of some plans only, its list of all.
            if hash != "#/" && !hash.ends_with("/t1") {
                for plan in plans_of(&data, &address.view) {
                    let document = address.lang.document(plan);
                    assert!(sources.iter().any(|source| source.document.starts_with(&document)), "{hash}: {document}");
                }
            }
            assert!(!plans_of(&data, &address.view).is_empty(), "{hash}");
        }
    }
}

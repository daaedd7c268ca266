//! In which forms a view can be taken away.

use crate::address::{Part, View};

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// A workbook.
    Xlsx,
    /// A table as text.
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
        View::Compare(_) | View::Indicator { .. } => &[Xlsx, Csv, Json, Svg, Png],
        View::Agency { .. } | View::Plan { part: None | Some(Part::Tasks), .. } => &[Xlsx, Csv, Json, Calendar],
        View::Overview
        | View::Plans
        | View::Plan { .. }
        | View::Record { .. }
        | View::Agencies(_)
        | View::Indicators
        | View::Search(_) => &[Xlsx, Csv, Json],
        View::Import | View::Data => &[],
    }
}

//! The reader of plans: a document that nobody has structured becomes targets and tasks to review.
//!
//! [`read`] never fails. It yields what it found, with the passage of the input that each finding
//! rests on, and a list of problems. It knows the words of such plans, not their subject: whether a
//! finding is right is for a person to say. Reading is linear in the length of the input.
//!
//! In reading order: `head` (number, date, province, period), `walk` (through the clauses, with what headings
//! say) and `aims` (what parts are about), `prose` (with `segment`, `part`, `turns`, `growth`, `judge`) and `table` (with
//! `column`, `row`): targets, `task` (with `heading`, `role`, `label` and `who`: who does it); what they stand on: `tokens` (with `opening`),
//! `figure` (with `measure`, `numeral`, `bound`), `horizon`, `section`, `indicator`, `agency`; [`json`] and [`score`]
//! for the command line; [`rehearsal`] for browsers.

mod agency;
mod aims;
mod bound;
mod column;
// Bytes come with files, which the app leaves to the other modules.
#[cfg(any(not(target_arch = "wasm32"), feature = "workshop"))]
mod decode;
mod figure;
mod growth;
mod head;
mod heading;
mod horizon;
mod indicator;
pub mod json;
mod judge;
mod label;
mod measure;
mod names;
mod numeral;
mod opening;
mod part;
mod prose;
pub mod rehearsal;
mod role;
mod row;
pub mod score;
mod section;
mod segment;
mod table;
mod task;
mod tokens;
mod turns;
mod walk;
mod who;

#[cfg(any(not(target_arch = "wasm32"), feature = "workshop"))]
pub use decode::decode;
pub use json::to_json;
pub use section::Section;
pub(crate) use tokens::{Choice, Line};

use crate::model::{Comparator, Recurrence, TaskKind};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What was read of a document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// The document itself.
    pub plan: Head,
    /// Quantified aims, in the order of the text.
    pub targets: Vec<FoundTarget>,
    /// What is to be done, in the order of the text.
    pub tasks: Vec<FoundTask>,
    /// What the reader stumbled over.
    pub problems: Vec<Problem>,
}

/// What a document says of itself; none where it does not say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    /// "93/QĐ-UBND".
    pub number: Option<String>,
    /// `yyyy-mm-dd`, or `yyyy-mm` where the day is left open.
    pub date: Option<String>,
    /// Who issued it, as printed.
    pub issuer: Option<String>,
    /// The province's id as in the data, for a province's plan.
    pub province: Option<String>,
    /// First and last year; the first is open in a plan "đến năm 2030".
    pub period: Option<(Option<i32>, i32)>,
    /// The title, as printed.
    pub title: Option<String>,
}

impl Head {
    /// The last year of the plan.
    pub fn last_year(&self) -> Option<i32> {
        self.period.map(|p| p.1)
    }

    /// The first year that a target can have.
    pub fn first_year(&self) -> Option<i32> {
        let signed = self.date.as_ref().and_then(|d| d.get(..4)).and_then(|y| y.parse().ok());
        self.period.and_then(|p| p.0).or(signed)
    }
}

/// A quantified aim as found.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundTarget {
    /// The bytes of the input that carry the figure and what it measures.
    pub quote: Range<usize>,
    /// The bytes of the paragraph or table row around it, to show it in.
    pub passage: Range<usize>,
    /// The id of the indicator; none where no indicator fits.
    pub indicator: Option<&'static str>,
    /// How the figure binds.
    pub comparator: Comparator,
    /// The figure in base units of `unit`, or a range's lower end.
    pub value: f64,
    /// A range's upper end.
    pub value_max: Option<f64>,
    /// The unit.
    pub unit: Unit,
    /// By when; none where neither the text nor the plan's period says.
    pub year: Option<i32>,
    /// Where the year was read.
    pub year_from: YearFrom,
    /// What a percentage is of, as an id of the data, where the words say it.
    pub base: Option<&'static str>,
    /// The clause's path.
    pub clause: String,
    /// The target (by its place in the list) that this is a part of.
    pub part_of: Option<usize>,
    /// How sure the reader is, 0 to 1.
    pub confidence: f64,
}

/// Where a target's year was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum YearFrom {
    /// Its own sentence or cell.
    Sentence,
    /// A heading or opening sentence above it.
    Above,
    /// The plan's period.
    Period,
    /// Nowhere.
    Nowhere,
}

/// A task as found.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundTask {
    /// The bytes of the input that say it.
    pub quote: Range<usize>,
    /// The bytes of the paragraph or table row around it, to show it in.
    pub passage: Range<usize>,
    /// The part of the plan that it stands in.
    pub kind: TaskKind,
    /// Who leads, as printed.
    pub lead: Vec<String>,
    /// Who coordinates, as printed.
    pub coordinating: Vec<String>,
    /// First year.
    pub start: Option<i32>,
    /// Last year.
    pub end: Option<i32>,
    /// Whether the years are its own, not the plan's.
    pub dated: bool,
    /// How it recurs, where it says so.
    pub recurrence: Option<Recurrence>,
    /// How sure the reader is, 0 to 1.
    pub confidence: f64,
    /// The clause's path.
    pub clause: String,
}

/// What a figure counts, beyond the units of the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Per cent.
    Percent,
    /// Per cent a year.
    PercentPerYear,
    /// US dollars a person a year.
    UsdPerPersonYear,
    /// Đồng a person a year.
    VndPerPersonYear,
    /// Thousand millions of US dollars.
    BillionUsd,
    /// Thousand millions of đồng.
    BillionVnd,
    /// Times somebody took part.
    Participants,
    /// Things.
    Count,
    /// Times as much.
    Multiple,
    /// A place in an order.
    Rank,
}

impl Unit {
    /// All, in the order of a choice.
    pub const ALL: [Self; 10] = [
        Self::Percent,
        Self::PercentPerYear,
        Self::UsdPerPersonYear,
        Self::VndPerPersonYear,
        Self::BillionUsd,
        Self::BillionVnd,
        Self::Participants,
        Self::Count,
        Self::Multiple,
        Self::Rank,
    ];

    /// The name used in the JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Percent => "percent",
            Self::PercentPerYear => "percent_per_year",
            Self::UsdPerPersonYear => "usd_per_person_year",
            Self::VndPerPersonYear => "vnd_per_person_year",
            Self::BillionUsd => "billion_usd",
            Self::BillionVnd => "billion_vnd",
            Self::Participants => "participants",
            Self::Count => "count",
            Self::Multiple => "multiple",
            Self::Rank => "rank",
        }
    }
}

/// Something that the reader stumbled over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// What kind of thing.
    pub kind: ProblemKind,
    /// The clause, where it has one.
    pub clause: String,
    /// The bytes of the input; none where the whole document is meant.
    pub place: Option<Range<usize>>,
}

/// What the reader can stumble over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemKind {
    /// Nothing to read.
    Empty,
    /// Neither targets nor tasks: perhaps no plan.
    NotAPlan,
    /// The text names no period.
    NoPeriod,
    /// A clause number is printed twice.
    ClauseTwice,
    /// A figure among the targets that could not be read as one.
    FigureUnclear,
    /// A table whose columns could not be told.
    TableUnclear,
    /// A target whose year the text does not say.
    NoYear,
}

impl ProblemKind {
    /// The name used in the JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotAPlan => "not_a_plan",
            Self::NoPeriod => "no_period",
            Self::ClauseTwice => "clause_twice",
            Self::FigureUnclear => "figure_unclear",
            Self::TableUnclear => "table_unclear",
            Self::NoYear => "no_year",
        }
    }
}

/// Reads a plan document's text.
///
/// Every range of the result lies inside `text`, at its characters' borders.
pub fn read(text: &str) -> Reading {
    read_document(&crate::clause::read(text))
}

/// Reads a document whose clauses are known already.
pub fn read_document(document: &crate::clause::Document) -> Reading {
    walk::walk(document)
}

/// The amounts in a passage with their bytes: each in the units of the data, with a range's upper end.
pub fn amounts(passage: &str) -> Vec<(Range<usize>, f64, Option<f64>)> {
    let mut t = tokens::Tokens::default();
    t.add(passage, 0);
    t.finish();
    let found = figure::figures(&t, 0..t.len(), None);
    let place = |range: &Range<usize>| {
        let start = t.get(range.start).map_or(0, |x| x.start);
        start..range.end.checked_sub(1).and_then(|i| t.get(i)).map_or(start, |x| x.end)
    };
    let scaled = |f: &figure::Figure| f.unit.model().1;
    found.iter().map(|f| (place(&f.number), f.value * scaled(f), f.max.map(|m| m * scaled(f)))).collect()
}

#[cfg(test)]
mod tests;

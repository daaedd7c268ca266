//! Targets: the quantified aims of a plan.

use super::{BaseId, ClausePath, FlagId, IndicatorId, Reading, RecordId, Text};
use serde::Deserialize;

/// A quantified aim.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Unique within the plan.
    pub id: RecordId,
    /// What is measured; none where no indicator fits.
    pub indicator: Option<IndicatorId>,
    /// Where it stands.
    pub clause: ClausePath,
    /// How the figure binds.
    pub comparator: Comparator,
    /// The figure, in `unit`.
    pub value: f64,
    /// The upper end, with [`Comparator::Range`] only.
    #[serde(default)]
    pub value_max: Option<f64>,
    /// The unit of the figures.
    pub unit: Unit,
    /// What a percentage is of; none where the text does not say.
    pub base: Option<BaseId>,
    /// The year by which it is to be reached; for a growth rate the last year of its period.
    pub year: i32,
    /// The target of the same plan that this one is a part of ("trong đó …").
    #[serde(default)]
    pub part_of: Option<RecordId>,
    /// The aim in our own words.
    pub title: Text,
    /// How it was read.
    pub reading: Reading,
    /// Doubts and remarks.
    pub flags: Vec<FlagId>,
    /// What a careful reader must know.
    #[serde(default)]
    pub note: Option<Text>,
    /// The report, for a target known from the press only.
    #[serde(default)]
    pub address: Option<String>,
}

impl Target {
    /// The figure with its comparator and unit.
    pub fn quantity(&self) -> Quantity {
        Quantity { comparator: self.comparator, value: self.value, value_max: self.value_max, unit: self.unit }
    }

    /// Whether the record carries a flag.
    pub fn has_flag(&self, flag: &str) -> bool {
        self.flags.iter().any(|f| f == flag)
    }
}

/// A figure as a plan or a publisher states it: comparator, number and unit belong together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantity {
    /// How the figure binds.
    pub comparator: Comparator,
    /// The figure, or the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    pub value_max: Option<f64>,
    /// The unit of both.
    pub unit: Unit,
}

impl Quantity {
    /// Lowest and highest figure stated (the same but for a range).
    pub fn bounds(&self) -> (f64, f64) {
        (self.value, self.value_max.unwrap_or(self.value))
    }
}

/// How a figure binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Comparator {
    /// The bare figure.
    Eq,
    /// "từ … trở lên", "tối thiểu".
    Gte,
    /// "trên".
    Gt,
    /// "không quá".
    Lte,
    /// "dưới".
    Lt,
    /// "khoảng".
    Approx,
    /// "từ … đến …".
    Range,
}

impl Comparator {
    /// All, in the order of a choice.
    pub const ALL: [Self; 7] = [Self::Eq, Self::Gte, Self::Gt, Self::Lte, Self::Lt, Self::Approx, Self::Range];

    /// The name used in data files and exports.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Eq => "eq",
            Self::Gte => "gte",
            Self::Gt => "gt",
            Self::Lte => "lte",
            Self::Lt => "lt",
            Self::Approx => "approx",
            Self::Range => "range",
        }
    }
}

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Per cent, 0 to 100.
    Percent,
    /// Per cent a year.
    PercentPerYear,
    /// US dollars a person a year.
    UsdPerPersonYear,
    /// Thousand millions of US dollars.
    BillionUsd,
    /// Times somebody took part.
    Participants,
    /// Millions of đồng.
    MillionVnd,
    /// Millions of people.
    MillionPeople,
    /// Metric tonnes.
    Tonnes,
    /// Points of an index.
    Points,
    /// Schools and universities.
    Institutions,
    /// Đồng a person a year.
    VndPerPersonYear,
    /// Things; which ones, the target's words say.
    Count,
    /// Times as much as before.
    Multiple,
    /// A place in an order, 1 the first.
    Rank,
}

impl Unit {
    /// The name used in data files and exports.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Percent => "percent",
            Self::PercentPerYear => "percent_per_year",
            Self::UsdPerPersonYear => "usd_per_person_year",
            Self::BillionUsd => "billion_usd",
            Self::Participants => "participants",
            Self::MillionVnd => "million_vnd",
            Self::MillionPeople => "million_people",
            Self::Tonnes => "tonnes",
            Self::Points => "points",
            Self::Institutions => "institutions",
            Self::VndPerPersonYear => "vnd_per_person_year",
            Self::Count => "count",
            Self::Multiple => "multiple",
            Self::Rank => "rank",
        }
    }
}

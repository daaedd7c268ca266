//! Outcomes: what was measured since.

use super::{BaseId, Comparator, FlagId, IndicatorId, OutcomeId, ProvinceId, Quantity, Text, Unit};
use serde::Deserialize;

/// A measured result as one publisher gives it.
///
/// Where publishers disagree each has an outcome of its own; they are never averaged.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// Unique among outcomes.
    pub id: OutcomeId,
    /// What was measured.
    pub indicator: IndicatorId,
    /// The province, where the figure is not the nation's.
    pub place: Option<ProvinceId>,
    /// The year it is for; none where the publisher does not say.
    pub year: Option<i32>,
    /// How the publisher puts the figure.
    pub comparator: Comparator,
    /// The figure, in `unit`.
    pub value: f64,
    /// The upper end of a range.
    #[serde(default)]
    pub value_max: Option<f64>,
    /// The unit of the figures.
    pub unit: Unit,
    /// What a percentage is of, where it is known.
    pub base: Option<BaseId>,
    /// Who measured or said it.
    pub publisher: String,
    /// Where it was read.
    pub document: String,
    /// The document's address; none (with the flag `address_unknown`) where only a copy was seen.
    pub address: Option<String>,
    /// Doubts and remarks.
    pub flags: Vec<FlagId>,
    /// What a careful reader must know.
    #[serde(default)]
    pub note: Option<Text>,
}

impl Outcome {
    /// The figure with its comparator and unit.
    pub fn quantity(&self) -> Quantity {
        Quantity { comparator: self.comparator, value: self.value, value_max: self.value_max, unit: self.unit }
    }

    /// Whether the record carries a flag.
    pub fn has_flag(&self, flag: &str) -> bool {
        self.flags.iter().any(|f| f == flag)
    }
}

//! The shared vocabularies that plans and outcomes refer to.

use super::{AgencyId, BaseId, EventId, FlagId, GroupId, IndicatorId, Level, ProvinceId, Text, Unit};
use serde::Deserialize;

/// What a target measures.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Unique among indicators.
    pub id: IndicatorId,
    /// The group it is sorted into.
    pub group: GroupId,
    /// Its name.
    pub name: Text,
    /// The unit of its figures.
    pub unit: Unit,
    /// Which way is better.
    pub better: Better,
    /// The bases it has been set with. Where there is only one, the indicator itself fixes it.
    pub bases: Vec<BaseId>,
    /// The levels at which it can apply at all.
    pub levels: Vec<Level>,
    /// A count that grows with the population: a nation's and a province's are never ranked.
    pub absolute: bool,
    /// What changed its meaning.
    #[serde(default)]
    pub note: Option<Text>,
}

/// Which way of an indicator is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better, as with a cost.
    Lower,
    /// A context measure that no plan sets.
    None,
}

impl Better {
    /// The name used in data files and exports.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Higher => "higher",
            Self::Lower => "lower",
            Self::None => "none",
        }
    }
}

/// What a percentage is of.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Base {
    /// Unique among bases.
    pub id: BaseId,
    /// Its name.
    pub name: Text,
}

/// A group of indicators or of tasks.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Unique among groups of its kind.
    pub id: GroupId,
    /// Its name.
    pub name: Text,
}

/// The two lists of groups, in the order of display.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Groups {
    /// Groups of indicators.
    pub indicator: Vec<Group>,
    /// Groups of tasks.
    pub solution: Vec<Group>,
}

/// Who leads or coordinates.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    /// Unique among agencies.
    pub id: AgencyId,
    /// The name printed in the plans.
    pub name: Text,
    /// A name for tight places.
    pub short: Text,
    /// Nation or province.
    pub level: Level,
    /// Its province, at that level.
    pub province: Option<ProvinceId>,
    /// An unnamed many, such as "các Bộ, ngành".
    pub collective: bool,
    /// What it became.
    #[serde(default)]
    pub successor: Option<AgencyId>,
    /// When, `yyyy-mm-dd`; none where the date was not found.
    #[serde(default)]
    pub succeeded_on: Option<String>,
    /// What the succession rests on.
    #[serde(default)]
    pub succession: Option<Succession>,
    /// Where that can be read.
    #[serde(default)]
    pub addresses: Vec<String>,
}

/// What a succession rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Succession {
    /// A published text says so.
    Seen,
    /// Our own reading.
    Inferred,
}

/// A province or centrally run city.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Province {
    /// Unique among provinces.
    pub id: ProvinceId,
    /// Its name.
    pub name: Text,
    /// What it became part of.
    #[serde(default)]
    pub successor: Option<ProvinceId>,
    /// When, `yyyy-mm-dd`.
    #[serde(default)]
    pub succeeded_on: Option<String>,
    /// When it took in others and kept its name, `yyyy-mm-dd`.
    #[serde(default)]
    pub enlarged_on: Option<String>,
    /// What it took in.
    #[serde(default)]
    pub absorbed: Vec<ProvinceId>,
    /// Where that can be read.
    #[serde(default)]
    pub addresses: Vec<String>,
}

/// A dated change that readers need beside a timeline.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Unique among events.
    pub id: EventId,
    /// `yyyy-mm-dd` or `yyyy-mm`.
    pub date: String,
    /// What happened.
    pub title: Text,
    /// What changed.
    pub kind: EventKind,
    /// Where that can be read.
    pub addresses: Vec<String>,
}

/// What an event changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EventKind {
    /// Borders.
    Map,
    /// Ministries and offices.
    Agencies,
    /// Laws and decrees.
    Law,
    /// A plan was signed.
    Plan,
}

/// A doubt or remark that a record can carry.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flag {
    /// Unique among flags.
    pub id: FlagId,
    /// How it is shown.
    pub kind: FlagKind,
    /// A few words.
    pub name: Text,
    /// A sentence.
    pub text: Text,
}

/// How a flag is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FlagKind {
    /// The record must look uncertain wherever it stands.
    Doubt,
    /// The record is something other than a plain commitment or measurement.
    State,
    /// Good to know.
    Remark,
}

//! A plan and its parts that are neither target nor task.

use super::{
    AgencyId, ClausePath, FlagId, IndicatorId, PlanId, ProvinceId, Reading, RecordId, Target, Task, Text, Unit,
};
use serde::Deserialize;

/// One plan, whole.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The id, also the file's name.
    pub id: PlanId,
    /// The full title in our own words.
    pub title: Text,
    /// A name for tight places.
    pub short: Text,
    /// The document's number; none where it is not known or not given.
    pub number: Option<String>,
    /// `yyyy-mm-dd` or `yyyy-mm`, as known; none for an undated draft.
    pub date: Option<String>,
    /// Who issued it.
    pub issuer: AgencyId,
    /// Nation or province.
    pub level: Level,
    /// The province, at that level.
    pub province: Option<ProvinceId>,
    /// First and last year.
    pub period: (i32, i32),
    /// Where it stands today.
    pub status: Status,
    /// Whether the document was read or only reports of it.
    pub basis: Basis,
    /// The plan before it.
    pub follows: Option<PlanId>,
    /// The national plan it carries out.
    pub answers: Option<PlanId>,
    /// What took its place.
    pub superseded_by: Option<PlanId>,
    /// Published copies or reports.
    pub addresses: Vec<String>,
    /// What it is, and what to know when reading it.
    pub about: Text,
    /// Every heading in the order of the text.
    pub outline: Vec<Heading>,
    /// What binds but is neither aim nor task.
    pub provisions: Vec<Provision>,
    /// Qualitative aims.
    pub objectives: Vec<Objective>,
    /// Quantified aims.
    pub targets: Vec<Target>,
    /// What is to be done.
    pub tasks: Vec<Task>,
    /// Money by year and source.
    #[serde(default)]
    pub budget: Option<Budget>,
    /// Faults of the text.
    pub defects: Vec<Defect>,
    /// Clauses on purpose without a record.
    pub left_out: Vec<LeftOut>,
}

impl Plan {
    /// The target with this id.
    pub fn target(&self, id: &RecordId) -> Option<&Target> {
        self.targets.iter().find(|t| t.id == *id)
    }

    /// The targets for one indicator, in the order of the text.
    pub fn targets_for<'a>(&'a self, indicator: &'a IndicatorId) -> impl Iterator<Item = &'a Target> {
        self.targets.iter().filter(move |t| t.indicator.as_ref() == Some(indicator))
    }

    /// The record with this id, whatever its kind.
    pub fn record(&self, id: &RecordId) -> Option<Record<'_>> {
        let provision = || self.provisions.iter().find(|r| r.id == *id).map(Record::Provision);
        let objective = || self.objectives.iter().find(|r| r.id == *id).map(Record::Objective);
        let task = || self.tasks.iter().find(|r| r.id == *id).map(Record::Task);
        self.target(id).map(Record::Target).or_else(task).or_else(objective).or_else(provision)
    }

    /// Every record in the order of kinds: provisions, objectives, targets, tasks.
    pub fn records(&self) -> impl Iterator<Item = Record<'_>> {
        let provisions = self.provisions.iter().map(Record::Provision);
        let objectives = self.objectives.iter().map(Record::Objective);
        let targets = self.targets.iter().map(Record::Target);
        provisions.chain(objectives).chain(targets).chain(self.tasks.iter().map(Record::Task))
    }

    /// Whether the plan's years overlap another's.
    pub fn shares_period_with(&self, other: &Plan) -> bool {
        self.period.0 <= other.period.1 && other.period.0 <= self.period.1
    }
}

/// A record of any kind, with what all kinds have.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Record<'a> {
    /// What binds but is neither aim nor task.
    Provision(&'a Provision),
    /// A qualitative aim.
    Objective(&'a Objective),
    /// A quantified aim.
    Target(&'a Target),
    /// Something to be done.
    Task(&'a Task),
}

macro_rules! common {
    ($($(#[$doc:meta])* $name:ident: $type:ty;)*) => {
        impl<'a> Record<'a> {$(
            $(#[$doc])*
            pub fn $name(self) -> &'a $type {
                match self {
                    Self::Provision(r) => &r.$name,
                    Self::Objective(r) => &r.$name,
                    Self::Target(r) => &r.$name,
                    Self::Task(r) => &r.$name,
                }
            }
        )*}
    };
}

common! {
    /// Unique within the plan.
    id: RecordId;
    /// Where it stands.
    clause: ClausePath;
    /// The record in our own words.
    title: Text;
    /// How it was read.
    reading: Reading;
    /// Doubts and remarks.
    flags: [FlagId];
    /// What a careful reader must know.
    note: Option<Text>;
}

/// Nation or province.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// The whole country.
    National,
    /// One province or centrally run city.
    Province,
}

impl Level {
    /// The name used in data files and exports.
    pub const fn id(self) -> &'static str {
        match self {
            Self::National => "national",
            Self::Province => "province",
        }
    }
}

/// Where a plan stands today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Binding.
    InForce,
    /// Its period is over.
    Expired,
    /// Never signed.
    Draft,
    /// Another document took its place.
    Superseded,
}

impl Status {
    /// The name used in data files and exports.
    pub const fn id(self) -> &'static str {
        match self {
            Self::InForce => "in_force",
            Self::Expired => "expired",
            Self::Draft => "draft",
            Self::Superseded => "superseded",
        }
    }
}

/// What was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// The document.
    Document,
    /// Press reports of it.
    Press,
}

impl Basis {
    /// The name used in data files and exports.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Press => "press",
        }
    }
}

/// A heading of the text.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Heading {
    /// Its clause.
    pub clause: ClausePath,
    /// The heading in our own words.
    pub title: Text,
}

/// What binds but is neither aim nor task.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provision {
    /// Unique within the plan.
    pub id: RecordId,
    /// Where it stands.
    pub clause: ClausePath,
    /// What it is about.
    pub kind: ProvisionKind,
    /// The rule in our own words.
    pub title: Text,
    /// How it was read.
    pub reading: Reading,
    /// Doubts and remarks.
    pub flags: Vec<FlagId>,
    /// What a careful reader must know.
    #[serde(default)]
    pub note: Option<Text>,
}

/// What a provision is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ProvisionKind {
    /// How the plan sees its field.
    Viewpoint,
    /// Rules of the national programme.
    Programme,
    /// Where the money comes from.
    Funding,
    /// Entry into force, who is responsible.
    Effect,
}

/// A qualitative aim.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Objective {
    /// Unique within the plan.
    pub id: RecordId,
    /// Where it stands.
    pub clause: ClausePath,
    /// The aim in our own words.
    pub title: Text,
    /// How it was read.
    pub reading: Reading,
    /// Doubts and remarks.
    pub flags: Vec<FlagId>,
    /// What a careful reader must know.
    #[serde(default)]
    pub note: Option<Text>,
}

/// Money by year and source.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// Where the table stands.
    pub clause: ClausePath,
    /// The unit of every amount.
    pub unit: Unit,
    /// One row a source.
    pub lines: Vec<BudgetLine>,
    /// The bottom row as printed: year and amount.
    pub printed_year_totals: Vec<(i32, f64)>,
    /// The grand total as printed.
    pub printed_total: f64,
}

/// What one source pays.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BudgetLine {
    /// The source's id.
    pub source: String,
    /// The source's name.
    pub title: Text,
    /// Year and amount; none where a dash is printed.
    pub amounts: Vec<(i32, Option<f64>)>,
    /// The row's total as printed.
    pub printed_total: f64,
}

/// A fault of the text.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Defect {
    /// Where it stands.
    pub clause: ClausePath,
    /// What kind of fault.
    pub kind: DefectKind,
    /// The fault, and what should stand there.
    pub note: Text,
    /// What the correction rests on.
    pub basis: DefectBasis,
    /// Where a correct copy was seen.
    #[serde(default)]
    pub address: Option<String>,
    /// The records it touches.
    #[serde(default)]
    pub records: Vec<RecordId>,
}

/// What kind of fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DefectKind {
    /// A wrong or doubled word or letter.
    Misprint,
    /// A line or date is gone.
    LostText,
    /// Cells or sentences run together.
    Fused,
    /// Cells moved.
    Shifted,
    /// A number repeated or skipped.
    Misnumbered,
    /// An annex or page is missing.
    MissingPart,
    /// Two places disagree.
    Conflict,
    /// A number, date or issuer of another document is wrong.
    WrongReference,
    /// Line breaks, headings, columns.
    Layout,
    /// Overtaken by a later document.
    Superseded,
}

impl DefectKind {
    /// The name used in data files and exports.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Misprint => "misprint",
            Self::LostText => "lost_text",
            Self::Fused => "fused",
            Self::Shifted => "shifted",
            Self::Misnumbered => "misnumbered",
            Self::MissingPart => "missing_part",
            Self::Conflict => "conflict",
            Self::WrongReference => "wrong_reference",
            Self::Layout => "layout",
            Self::Superseded => "superseded",
        }
    }
}

/// What a correction rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DefectBasis {
    /// A published copy shows it.
    Seen,
    /// Another line of the same text or another source text shows it.
    SameText,
    /// Our own reasoning.
    Inferred,
    /// Beyond doubt.
    Certain,
}

/// A clause on purpose without a record.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeftOut {
    /// The clause; everything within it is left out too.
    pub clause: ClausePath,
    /// Why.
    pub reason: Text,
}

//! What a plan is: the field's own terms as types.
//!
//! The types mirror the files in `data/` one to one (`data/README.md` is the annotated schema) and
//! refuse fields they do not know, so that a slip in a file is an error and never silence.

mod clause_path;
mod id;
mod outcome;
mod plan;
mod target;
mod task;
mod vocabulary;

pub use clause_path::ClausePath;
pub use id::{AgencyId, BaseId, EventId, FlagId, GroupId, IndicatorId, Key, OutcomeId, PlanId, ProvinceId, RecordId};
pub use outcome::Outcome;
pub use plan::{
    Basis, Budget, BudgetLine, Defect, DefectBasis, DefectKind, Heading, LeftOut, Level, Objective, Plan, Provision,
    ProvisionKind, Record, Status,
};
pub use target::{Comparator, Quantity, Target, Unit};
pub use task::{DateBasis, LeadAbsent, Recurrence, Role, Task, TaskKind};
pub use vocabulary::{
    Agency, Base, Better, Event, EventKind, Flag, FlagKind, Group, Groups, Indicator, Province, Succession,
};

use crate::i18n::Lang;
use serde::Deserialize;
use std::borrow::Cow;

/// A text in both languages of the interface. It is lent by the packed data, where it comes from there: as copies the
/// texts would take more memory than all else.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Vietnamese, composed (NFC).
    pub vi: Cow<'static, str>,
    /// English.
    pub en: Cow<'static, str>,
}

impl Text {
    /// The text in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}

/// How a record was read from the print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reading {
    /// As it stands in the text.
    Printed,
    /// From a table cell that spans several rows.
    MergedCell,
    /// From a cell that the scan fused with its neighbours.
    Fused,
    /// From a cell that the scan moved to another row or column.
    Shifted,
    /// By reasoning from other places of the text.
    Inferred,
}

impl Reading {
    /// The name used in data files and exports.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Printed => "printed",
            Self::MergedCell => "merged-cell",
            Self::Fused => "fused",
            Self::Shifted => "shifted",
            Self::Inferred => "inferred",
        }
    }
}

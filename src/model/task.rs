//! Tasks: who does what, with whom, until when.

use super::{AgencyId, ClausePath, FlagId, GroupId, Reading, RecordId, Text};
use serde::{Deserialize, Deserializer, de};

/// Something to be done.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Unique within the plan.
    pub id: RecordId,
    /// Where it stands.
    pub clause: ClausePath,
    /// Which part of the plan it comes from.
    pub kind: TaskKind,
    /// The solution group.
    pub group: GroupId,
    /// The task in our own words.
    pub title: Text,
    /// First year; none where the text gives no readable date.
    pub start: Option<i32>,
    /// Last year.
    pub end: Option<i32>,
    /// Where the years come from.
    pub date_basis: DateBasis,
    /// How it recurs, if it does.
    #[serde(default)]
    pub recurrence: Option<Recurrence>,
    /// Who leads, as printed.
    pub lead: Vec<AgencyId>,
    /// Who coordinates, as printed.
    pub coordinate: Vec<AgencyId>,
    /// Why nobody leads.
    #[serde(default)]
    pub lead_absent: Option<LeadAbsent>,
    /// How it was read.
    pub reading: Reading,
    /// Doubts and remarks.
    pub flags: Vec<FlagId>,
    /// What a careful reader must know.
    #[serde(default)]
    pub note: Option<Text>,
}

impl Task {
    /// Whether the record carries a flag.
    pub fn has_flag(&self, flag: &str) -> bool {
        self.flags.iter().any(|f| f == flag)
    }

    /// Whether the plan commits to it: a draft's blanks and drafting instructions are no commitments.
    pub fn is_commitment(&self) -> bool {
        !self.has_flag("placeholder") && !self.has_flag("instruction")
    }

    /// Whether its years are in doubt.
    pub fn dates_uncertain(&self) -> bool {
        self.has_flag("dates_uncertain") || self.has_flag("dates_unreadable")
    }

    /// Each agency with its role, leads first, in the order of the text.
    pub fn agencies(&self) -> impl Iterator<Item = (&AgencyId, Role)> {
        let lead = self.lead.iter().map(|id| (id, Role::Lead));
        lead.chain(self.coordinate.iter().map(|id| (id, Role::Coordinate)))
    }
}

/// Which part of a plan a task comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskKind {
    /// A solution group's task.
    Solution,
    /// A row of the annex.
    Scheduled,
    /// A duty from "Tổ chức thực hiện".
    Duty,
}

/// What an agency does in a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Chủ trì.
    Lead,
    /// Phối hợp.
    Coordinate,
}

impl Role {
    /// The name used in exports and addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Coordinate => "coordinate",
        }
    }
}

/// Where a task's years come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateBasis {
    /// The text states them for this task.
    Stated,
    /// The task has no deadline of its own: the plan's period.
    PlanPeriod,
    /// Undated, or unreadable (a flag says which).
    None,
}

impl DateBasis {
    /// The name used in data files and exports.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::PlanPeriod => "plan_period",
            Self::None => "none",
        }
    }
}

/// Why a task has no lead agency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeadAbsent {
    /// The text names none.
    NotStated,
    /// The print cannot be read.
    Unreadable,
    /// There is nothing to lead.
    NotApplicable,
}

/// How a task recurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Recurrence {
    /// "hằng năm".
    Yearly,
    /// Every year by this month and day.
    YearlyBy {
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
    },
    /// "định kỳ", no interval named.
    Periodic,
    /// "thường xuyên".
    Standing,
}

impl Recurrence {
    /// The name used in data files and exports.
    pub fn id(self) -> String {
        match self {
            Self::Yearly => "yearly".to_owned(),
            Self::YearlyBy { month, day } => format!("yearly_by_{month:02}-{day:02}"),
            Self::Periodic => "periodic".to_owned(),
            Self::Standing => "standing".to_owned(),
        }
    }

    /// Reads the name used in data files; none for anything else.
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            "yearly" => Some(Self::Yearly),
            "periodic" => Some(Self::Periodic),
            "standing" => Some(Self::Standing),
            _ => {
                let (month, day) = id.strip_prefix("yearly_by_")?.split_once('-')?;
                let (month, day) = (month.parse().ok()?, day.parse().ok()?);
                let real = (1..=12).contains(&month) && (1..=31).contains(&day);
                real.then_some(Self::YearlyBy { month, day })
            }
        }
    }
}

impl<'de> Deserialize<'de> for Recurrence {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = String::deserialize(deserializer)?;
        Self::from_id(&id).ok_or_else(|| {
            de::Error::custom(format_args!("recurrence `{id}`: expected yearly, yearly_by_MM-DD, periodic or standing"))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recurrence_reads_back_what_it_writes() {
        for recurrence in
            [Recurrence::Yearly, Recurrence::YearlyBy { month: 3, day: 31 }, Recurrence::Periodic, Recurrence::Standing]
        {
            assert_eq!(Recurrence::from_id(&recurrence.id()), Some(recurrence));
        }
        assert_eq!(Recurrence::from_id("yearly_by_13-01"), None);
        assert_eq!(Recurrence::from_id("monthly"), None);
    }
}

//! Typed ids: a plan's id cannot be passed where an agency's is meant.

use serde::Deserialize;
use std::fmt;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.to_owned())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.0 == other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.0 == *other
            }
        }
    )*};
}

ids! {
    /// A plan: `vn-2021-2025`.
    PlanId;
    /// A record within its plan: `t3`. With the plan it is unique: `vn-2021-2025/t3`.
    RecordId;
    /// What a target measures: `b2c_revenue`.
    IndicatorId;
    /// What a percentage is of: `adult_population`.
    BaseId;
    /// A group of indicators or of tasks: `policy`.
    GroupId;
    /// An agency: `bo-cong-thuong`.
    AgencyId;
    /// A province or centrally run city: `dak-nong`.
    ProvinceId;
    /// A measured result: `x12`.
    OutcomeId;
    /// A dated change of map, agencies or law.
    EventId;
    /// A doubt or remark that a record carries: `lead_uncertain`.
    FlagId;
}

//! Typed ids: a plan's id cannot be passed where an agency's is meant.

use serde::{Deserialize, Deserializer};
use std::cell::RefCell;
use std::fmt;

thread_local! {
    static KNOWN: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
}

/// The text for as long as the program runs; the same text is kept once.
fn kept(text: &str) -> &'static str {
    KNOWN.with_borrow_mut(|known| match known.binary_search(&text) {
        Ok(at) => known[at],
        Err(at) => {
            let text: &'static str = Box::leak(Box::from(text));
            known.insert(at, text);
            text
        }
    })
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        ///
        /// A text that lives as long as the program: passing an id on costs nothing.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub &'static str);

        impl $name {
            /// The id as text.
            pub const fn as_str(&self) -> &'static str {
                self.0
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(kept(id))
            }
        }

        impl From<String> for $name {
            fn from(id: String) -> Self {
                Self(kept(&id))
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer).map(Self::from)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.0)
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
    /// What a row or a column of the matrix stands for: the id of an agency, a solution group, a plan or a role, or a year.
    Key;
    /// A dated change of map, agencies or law.
    EventId;
    /// A doubt or remark that a record carries: `lead_uncertain`.
    FlagId;
}

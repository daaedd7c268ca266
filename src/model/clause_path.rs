//! Where in a document a record stands.

use serde::Deserialize;
use std::borrow::Cow;
use std::fmt;

/// A clause's path as printed, its steps joined by ` > `: `Điều 1 > B > II > 2 > a`.
///
/// The n-th dash item is `-n`, the n-th plus item `+n`; `*` is the whole text; `press` stands for
/// a figure known only from press reports.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(transparent)]
pub struct ClausePath(pub Cow<'static, str>);

impl ClausePath {
    /// The whole text.
    pub const WHOLE: &'static str = "*";
    /// Not a clause: the figure is known from the press only.
    pub const PRESS: &'static str = "press";

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The steps from the outermost to the clause itself.
    pub fn steps(&self) -> impl Iterator<Item = &str> {
        self.0.split(" > ")
    }

    /// Whether this clause is `other` or lies inside it.
    pub fn is_within(&self, other: &str) -> bool {
        self.0.strip_prefix(other).is_some_and(|rest| rest.is_empty() || rest.starts_with(" > "))
    }

    /// Whether the path names a clause of a document (and not the whole of it, or the press).
    pub fn is_clause(&self) -> bool {
        self.0 != Self::WHOLE && self.0 != Self::PRESS
    }
}

impl From<&str> for ClausePath {
    fn from(path: &str) -> Self {
        Self(Cow::Owned(path.to_owned()))
    }
}

impl fmt::Display for ClausePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_lies_within_itself_and_its_parents_only() {
        let path = ClausePath::from("Điều 1 > B > II");
        assert!(path.is_within("Điều 1 > B > II"));
        assert!(path.is_within("Điều 1"));
        assert!(!path.is_within("Điều 1 > B > I"), "II is not inside I, though its text starts with it");
        assert!(!path.is_within("Điều 1 > B > II > 1"));
    }
}

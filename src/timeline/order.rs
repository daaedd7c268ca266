//! How lanes and the tasks in them follow each other, and which lanes stand open.

/// How lanes follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum LaneOrder {
    /// Agencies by how much they lead, groups and plans as in the data, years by time.
    #[default]
    Usual,
    /// By name.
    Name,
    /// By their first task's start.
    Start,
    /// By how many tasks they have, most first.
    Tasks,
}

impl LaneOrder {
    /// All, in the order of display.
    pub const ALL: [Self; 4] = [Self::Usual, Self::Name, Self::Start, Self::Tasks];

    /// The name used in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Usual => "usual",
            Self::Name => "name",
            Self::Start => "start",
            Self::Tasks => "tasks",
        }
    }

    /// The value with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.id() == id)
    }
}

/// How the tasks of a lane follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum RowOrder {
    /// By start, end, and place in the text.
    #[default]
    Start,
    /// By end: what is due first comes first.
    End,
    /// By title.
    Title,
}

impl RowOrder {
    /// All, in the order of display.
    pub const ALL: [Self; 3] = [Self::Start, Self::End, Self::Title];

    /// The name used in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::End => "end",
            Self::Title => "title",
        }
    }

    /// The value with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.id() == id)
    }
}

/// Which lanes stand open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Open {
    /// What holds for all lanes but those below: open, closed, or (none) the first rows of a long picture.
    pub all: Option<bool>,
    /// The lanes that a reader has turned, by key.
    pub but: Vec<String>,
}

impl Open {
    /// Whether a lane, or what follows its first rows, stands open.
    pub fn is_open(&self, key: &str) -> bool {
        (self.all == Some(true)) != self.but.iter().any(|other| other == key)
    }

    /// The same with one lane turned.
    #[must_use]
    pub fn turned(mut self, key: &str) -> Self {
        let before = self.but.len();
        self.but.retain(|other| other != key);
        if self.but.len() == before {
            self.but.push(key.to_owned());
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lane_turned_twice_stands_as_before() {
        for all in [None, Some(true), Some(false)] {
            let open = Open { all, but: vec!["a".to_owned()] };
            assert_eq!(open.is_open("b"), all == Some(true));
            assert_eq!(open.is_open("a"), all != Some(true));
            assert_eq!(open.clone().turned("b").turned("b"), open);
            assert_ne!(open.clone().turned("a").is_open("a"), open.is_open("a"));
        }
    }
}

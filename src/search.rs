//! One search over every record, in both languages, with or without diacritics.
//!
//! [`documents()`] says what can be found, [`Index`] is generic over that. A query's words must all be
//! found, the last one as a beginning. They are looked for as whole words and, the last one, as a
//! beginning; words that are nowhere, or nowhere together, then as beginnings and with typos. What a
//! word stands for besides is in `synonyms`.
//!
//! Each word counts for how it was found (as written, with marks that were not typed, by a synonym, with
//! other marks, as a beginning, with a typo) times where (a number, a title, a name, a note …), in its
//! best place, and twice right after the word before it. The factors are such that a whole word in a note
//! ranks above a beginning in a title, and a phrase in a note above scattered words in a title. Among
//! equals plans come first, then the shorter title, then the order of the entries.

mod documents;
mod entries;
mod index;
mod lexicon;
mod marks;
mod meaning;
mod query;
mod run;
mod synonyms;

#[cfg(test)]
mod tests;

pub use documents::{Found, SHOWN, documents, query_of};
pub use entries::MOST_ENTRIES;
pub use index::Index;

use crate::i18n::Lang;
use std::borrow::Cow;
use std::ops::Range;

/// What a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A plan.
    Plan,
    /// A quantified aim.
    Target,
    /// Something to be done.
    Task,
    /// A qualitative aim.
    Objective,
    /// What binds but is neither aim nor task.
    Provision,
    /// A fault of a text.
    Defect,
    /// Who leads or coordinates.
    Agency,
    /// What targets measure.
    Indicator,
}

impl Kind {
    /// All, in the order of display.
    pub const ALL: [Self; 8] = [
        Self::Plan,
        Self::Target,
        Self::Task,
        Self::Objective,
        Self::Provision,
        Self::Defect,
        Self::Agency,
        Self::Indicator,
    ];

    /// The name used in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Target => "target",
            Self::Task => "task",
            Self::Objective => "objective",
            Self::Provision => "provision",
            Self::Defect => "defect",
            Self::Agency => "agency",
            Self::Indicator => "indicator",
        }
    }

    /// The kind with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// A record by its place in the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DocId {
    /// What it is.
    pub kind: Kind,
    /// Its plan's place in the list of plans; none for agencies and indicators. A plan's own for a plan.
    pub plan: Option<u32>,
    /// Its place in the list of its kind: that of its plan, where it has one.
    pub at: u32,
}

/// What a field says about its record, from the weightiest to the lightest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// A document's number.
    Number,
    /// The title, the name, or the one sentence that the record is.
    Title,
    /// A name for tight places.
    Short,
    /// The name of something it refers to: an agency, an indicator.
    Name,
    /// A note.
    Note,
    /// Where in the document it stands.
    Clause,
    /// Its years.
    Years,
    /// What it was called before, or later.
    Renamed,
}

impl Role {
    /// What a word found in such a field counts for.
    const WEIGHTS: [u32; 8] = [18, 16, 16, 12, 11, 10, 10, 9];
}

/// One text of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field<'a> {
    /// What it says about the record.
    pub role: Role,
    /// Its language; none where it is the same in both.
    pub lang: Option<Lang>,
    /// The text.
    pub text: Cow<'a, str>,
}

/// One record with all by which it can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'a> {
    /// Which record.
    pub id: DocId,
    /// The agencies it concerns, by their places in the list of agencies.
    pub agencies: Vec<u32>,
    /// Its first and last year.
    pub years: Option<(i32, i32)>,
    /// Its texts, the weightiest first.
    pub fields: Vec<Field<'a>>,
}

impl Entry<'_> {
    /// Which field is the title in a language.
    pub fn title(&self, lang: Lang) -> Option<usize> {
        self.fields.iter().position(|f| f.role == Role::Title && f.lang.is_none_or(|own| own == lang))
    }
}

/// Which records to look among. An empty field lets everything through.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Only these kinds.
    pub kinds: Vec<Kind>,
    /// Only records of these plans, by their places. Agencies and indicators are of no plan.
    pub plans: Vec<u32>,
    /// Only records that concern one of these agencies, by their places.
    pub agencies: Vec<u32>,
    /// Only records whose years include this one.
    pub year: Option<i32>,
}

impl Filter {
    /// Whether an entry is let through, its kind aside.
    fn lets_through(&self, entries: &entries::Entries<'_>, at: usize) -> bool {
        let plan_fits = self.plans.is_empty() || entries.id(at).plan.is_some_and(|plan| self.plans.contains(&plan));
        let agency_fits = self.agencies.is_empty() || entries.agencies(at).iter().any(|a| self.agencies.contains(a));
        let in_time = |year| entries.years(at).is_some_and(|(first, last)| first <= year && year <= last);
        plan_fits && agency_fits && self.year.is_none_or(in_time)
    }

    fn lets_kind_through(&self, kind: Kind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }
}

/// What to look for, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query<'q> {
    /// As typed.
    pub text: &'q str,
    /// Which records to look among.
    pub filter: Filter,
    /// The reader's language: of two fields that match as well, the one in it is shown.
    pub lang: Lang,
    /// How many results to hand out.
    pub limit: usize,
}

impl<'q> Query<'q> {
    /// A query over everything, for one page of results.
    pub fn new(text: &'q str, lang: Lang) -> Self {
        Self { text, filter: Filter::default(), lang, limit: 20 }
    }
}

/// One record found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The record.
    pub id: DocId,
    /// Its place among the index's entries.
    pub entry: usize,
    /// How well it fits; comparable within one answer only.
    pub score: u32,
    /// Which of the entry's fields fits best.
    pub field: usize,
    /// What of that field's text to highlight, in bytes, in order, without overlap.
    pub marks: Vec<Range<usize>>,
}

/// What was found.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The best results, best first; in the order of the entries where they fit as well.
    pub hits: Vec<Hit>,
    /// How many there are in all.
    pub total: usize,
    /// How many there are of each kind of [`Kind::ALL`], whatever kinds are asked for.
    pub kinds: [usize; Kind::ALL.len()],
    /// Whether the words were nowhere as written, and were taken for beginnings or with typos.
    pub corrected: bool,
    meaning: meaning::Meaning,
}

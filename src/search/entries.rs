//! The entries as an index keeps them: every text once, and everything else in a few long lists.
//!
//! The name of an agency stands in hundreds of records. As lists of their own the fields of all records took more
//! memory than the data that they are of.

use super::lexicon::Interner;
use super::{DocId, Entry, Field, Role};
use crate::i18n::Lang;
use std::borrow::Cow;

/// Entries beyond these are not indexed.
pub const MOST_ENTRIES: usize = 1 << 18;

/// Nor are those that would bring more texts.
pub(super) const MOST_TEXTS: usize = 1 << 21;

/// All entries.
#[derive(Debug, Clone, Default)]
pub(super) struct Entries<'a> {
    heads: Vec<Head>,
    /// The fields of all entries.
    fields: Vec<Place>,
    /// The agencies of all entries.
    agencies: Vec<u32>,
    /// Each text once.
    pub(super) texts: Vec<Cow<'a, str>>,
}

/// What there is one of for each entry.
#[derive(Debug, Clone)]
struct Head {
    id: DocId,
    years: Option<(i32, i32)>,
    /// Where its fields end among those of all entries.
    fields_end: u32,
    /// Where its agencies do.
    agencies_end: u32,
}

/// A field, with its text by number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) text: u32,
    pub(super) role: Role,
    pub(super) lang: Option<Lang>,
}

impl<'a> Entries<'a> {
    pub(super) fn new(entries: impl Iterator<Item = Entry<'a>>) -> Self {
        let mut kept = Self::default();
        let mut texts = Interner::default();
        for entry in entries.take(MOST_ENTRIES) {
            if texts.texts.len() + entry.fields.len() > MOST_TEXTS {
                break;
            }
            for Field { role, lang, text } in entry.fields {
                kept.fields.push(Place { text: texts.number(text), role, lang });
            }
            kept.agencies.extend(entry.agencies);
            kept.heads.push(Head {
                id: entry.id,
                years: entry.years,
                fields_end: kept.fields.len() as u32,
                agencies_end: kept.agencies.len() as u32,
            });
        }
        kept.texts = texts.texts;
        kept.heads.shrink_to_fit();
        kept.fields.shrink_to_fit();
        kept.agencies.shrink_to_fit();
        kept.texts.shrink_to_fit();
        kept
    }

    pub(super) fn len(&self) -> usize {
        self.heads.len()
    }

    /// An entry as it was given.
    pub(super) fn get(&self, at: usize) -> Option<Entry<'_>> {
        let Head { id, years, .. } = *self.heads.get(at)?;
        let field =
            |place: &Place| Field { role: place.role, lang: place.lang, text: Cow::Borrowed(self.text(place.text)) };
        let fields = self.fields(at).iter().map(field).collect();
        Some(Entry { id, agencies: self.agencies(at).to_vec(), years, fields })
    }

    pub(super) fn id(&self, at: usize) -> DocId {
        self.heads[at].id
    }

    pub(super) fn years(&self, at: usize) -> Option<(i32, i32)> {
        self.heads[at].years
    }

    pub(super) fn fields(&self, at: usize) -> &[Place] {
        let start = if at == 0 { 0 } else { self.heads[at - 1].fields_end };
        &self.fields[start as usize..self.heads[at].fields_end as usize]
    }

    pub(super) fn agencies(&self, at: usize) -> &[u32] {
        let start = if at == 0 { 0 } else { self.heads[at - 1].agencies_end };
        &self.agencies[start as usize..self.heads[at].agencies_end as usize]
    }

    pub(super) fn text(&self, number: u32) -> &str {
        &self.texts[number as usize]
    }
}

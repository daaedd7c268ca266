//! Everything a query needs to know of the entries, worked out once.

use super::lexicon::{Interner, Lexicon};
use super::synonyms::{self, Member};
use super::{Entry, Kind, Role};
use crate::text::words;

/// Entries beyond these are not indexed.
pub const MOST_ENTRIES: usize = 1 << 18;

/// A place where a form stands: the entry's number, the field's role, the place among the entry's words.
///
/// Places from [`LAST_PLACE`] on are all written as that: such words are found, but not side by side.
pub(super) type Posting = u32;

/// How far the entry's number stands in a posting.
pub(super) const ENTRY_SHIFT: u32 = 14;

/// How far the role stands in a posting.
pub(super) const ROLE_SHIFT: u32 = 11;

/// The highest place in a posting.
pub(super) const LAST_PLACE: u32 = (1 << ROLE_SHIFT) - 1;

/// In the row of forms, the end of a field.
pub(super) const END: u32 = u32::MAX;

/// The entries, ready to be searched.
#[derive(Debug, Clone)]
pub struct Index<'a> {
    pub(super) entries: Vec<Entry<'a>>,
    /// Each entry's kind, close together.
    pub(super) kinds: Vec<Kind>,
    /// What decides between entries that fit as well: plans first, then the one whose first field is shorter.
    pub(super) ranks: Vec<u8>,
    pub(super) lexicon: Lexicon,
    /// The forms of all texts in their order, with [`END`] after each field.
    pub(super) row: Vec<u32>,
    /// Where each entry's forms start in the row, and one more for the end of the last.
    pub(super) bases: Vec<u32>,
    /// The places of each form, those of a form together and in order.
    pub(super) postings: Vec<Posting>,
    /// Where each form's postings start, and one more for the end of the last.
    pub(super) starts: Vec<u32>,
    /// What means the same.
    pub(super) members: Vec<Member>,
    /// For each member its forms (none if one of its words is nowhere) and the places where it starts.
    pub(super) phrases: Vec<Phrase>,
}

/// Where a member of a group of synonyms stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Phrase {
    pub(super) forms: Vec<u32>,
    pub(super) postings: Vec<Posting>,
}

impl<'a> Index<'a> {
    /// Reads all entries.
    pub fn new(mut entries: Vec<Entry<'a>>) -> Self {
        entries.truncate(MOST_ENTRIES);
        let mut row = Vec::new();
        let mut bases = Vec::with_capacity(entries.len() + 1);
        let mut interner = Interner::default();
        for entry in &entries {
            bases.push(row.len() as u32);
            for field in &entry.fields {
                row.extend(words(&field.text).map(|range| interner.number(&field.text[range])));
                row.push(END);
            }
        }
        bases.push(row.len() as u32);
        let (lexicon, forms) = Lexicon::new(&interner.texts);
        let mut starts = vec![0; lexicon.len() + 1];
        for place in row.iter_mut().filter(|place| **place != END) {
            *place = forms[*place as usize];
            starts[*place as usize] += 1;
        }
        let members = synonyms::members();
        let phrases = members.iter().map(|member| Phrase::new(member, &lexicon)).collect();
        let kinds = entries.iter().map(|entry| entry.id.kind).collect();
        let ranks = entries.iter().zip(&bases).map(|(entry, base)| match entry.id.kind {
            Kind::Plan => u8::MAX,
            _ => {
                let first = row[*base as usize..].iter().take_while(|form| **form != END);
                u8::MAX - 1 - first.count().min(254) as u8
            }
        });
        let ranks = ranks.collect();
        let postings = Vec::new();
        let mut index = Self { entries, kinds, ranks, lexicon, row, bases, postings, starts, members, phrases };
        index.post();
        index
    }

    /// The entries, in their order.
    pub fn entries(&self) -> &[Entry<'a>] {
        &self.entries
    }

    /// For each agency whether it has a task, in one plan or in any. The tasks themselves would have to be asked for
    /// the place of each agency, with every letter that is typed.
    pub fn with_tasks(&self, plan: Option<u32>) -> Vec<bool> {
        let mut out = Vec::new();
        for entry in &self.entries {
            if entry.id.kind == Kind::Task && plan.is_none_or(|plan| entry.id.plan == Some(plan)) {
                for &agency in &entry.agencies {
                    let place = agency as usize;
                    if place >= out.len() {
                        out.resize(place + 1, false);
                    }
                    out[place] = true;
                }
            }
        }
        out
    }

    /// Writes down where each form and each phrase stands. `starts` holds how often each form does.
    fn post(&mut self) {
        // Counting backwards from the ends leaves the starts.
        let mut end = 0;
        for start in &mut self.starts {
            end += *start;
            *start = end - *start;
        }
        self.postings = vec![0; end as usize];
        let mut next = self.starts.clone();
        // For each form one more than the first phrase that it begins, and for each phrase the same for the
        // next that begins with the same form: asked of every word, so that it must be quick.
        let mut first_phrase = vec![0; self.lexicon.len()];
        let mut next_phrase = vec![0; self.phrases.len()];
        for (at, phrase) in self.phrases.iter().enumerate() {
            if let Some(first) = phrase.forms.first() {
                next_phrase[at] = first_phrase[*first as usize];
                first_phrase[*first as usize] = at + 1;
            }
        }
        for (number, entry) in self.entries.iter().enumerate() {
            let base = self.bases[number] as usize;
            let mut at = base;
            for field in &entry.fields {
                let head = (number as u32) << ENTRY_SHIFT | (field.role as u32) << ROLE_SHIFT;
                while self.row[at] != END {
                    let form = self.row[at] as usize;
                    let posting = head | ((at - base) as u32).min(LAST_PLACE);
                    self.postings[next[form] as usize] = posting;
                    next[form] += 1;
                    let mut begun = first_phrase[form];
                    while begun > 0 {
                        let phrase = &mut self.phrases[begun - 1];
                        if self.row[at..].starts_with(&phrase.forms) {
                            phrase.postings.push(posting);
                        }
                        begun = next_phrase[begun - 1];
                    }
                    at += 1;
                }
                at += 1;
            }
        }
    }

    /// The places of a form.
    pub(super) fn postings_of(&self, forms: std::ops::Range<u32>) -> &[Posting] {
        &self.postings[self.starts[forms.start as usize] as usize..self.starts[forms.end as usize] as usize]
    }
}

impl Phrase {
    fn new(member: &Member, lexicon: &Lexicon) -> Self {
        let forms: Option<Vec<u32>> = member.words.iter().map(|key| lexicon.find(key)).collect();
        Self { forms: forms.unwrap_or_default(), postings: Vec::new() }
    }
}

impl Role {
    /// The role written in a posting.
    pub(super) fn weight_in(posting: Posting) -> u32 {
        Self::WEIGHTS[(posting >> ROLE_SHIFT) as usize & 7]
    }
}

//! Everything a query needs to know of the entries, worked out once.
//!
//! A word stands in a text, and a text in one entry or in hundreds: each is written down by itself, so that a name
//! takes no more room than its use.

use super::entries::Entries;
use super::lexicon::{Interner, Lexicon};
use super::synonyms::{self, Member};
use super::{Entry, Kind, Role};
use crate::text::words;
use std::borrow::Cow;

/// A place where a form stands: the text's number, the place among the text's words.
pub(super) type Posting = u32;

/// A place where a text stands: the entry's number, the field's role, the place of its first word among the entry's.
///
/// Places from [`LAST_PLACE`] on are all written as that: such words are found, but not side by side.
pub(super) type Standing = u32;

/// How far the entry's number stands in a standing.
pub(super) const ENTRY_SHIFT: u32 = 14;

/// How far the role stands in a standing, and the text in a posting.
pub(super) const ROLE_SHIFT: u32 = 11;

/// The highest place in either.
pub(super) const LAST_PLACE: u32 = (1 << ROLE_SHIFT) - 1;

/// The entries, ready to be searched.
#[derive(Debug, Clone)]
pub struct Index<'a> {
    pub(super) entries: Entries<'a>,
    /// Each entry's kind, close together.
    pub(super) kinds: Vec<Kind>,
    /// What decides between entries that fit as well: plans first, then the one whose first field is shorter.
    pub(super) ranks: Vec<u8>,
    /// Where each entry's words start, and one more for the end of the last, if those of all entries stood in one row
    /// with a place left free after each field.
    pub(super) bases: Vec<u32>,
    /// Where each text stands.
    standings: Lists,
    pub(super) lexicon: Lexicon,
    /// The forms of each text in their order.
    rows: Lists,
    /// The places of each form.
    postings: Lists,
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

/// Lists of numbers, one behind the other.
#[derive(Debug, Clone, Default)]
struct Lists {
    all: Vec<u32>,
    /// Where each list starts, and one more for the end of the last.
    starts: Vec<u32>,
}

impl Lists {
    /// So many lists of what is told, which is told twice: to be counted and to be written, in the order of each list.
    fn sorted(lists: usize, tell: impl Fn(&mut dyn FnMut(u32, u32))) -> Self {
        // Counting one place further on, and then writing from there, leaves the starts.
        let mut starts = vec![0; lists + 2];
        tell(&mut |list, _| starts[list as usize + 2] += 1);
        for list in 1..starts.len() {
            starts[list] += starts[list - 1];
        }
        let mut all = vec![0; starts[lists + 1] as usize];
        tell(&mut |list, number| {
            let next = &mut starts[list as usize + 1];
            all[*next as usize] = number;
            *next += 1;
        });
        starts.truncate(lists + 1);
        Self { all, starts }
    }

    /// Several lists that follow each other.
    #[inline]
    fn several(&self, lists: std::ops::Range<u32>) -> &[u32] {
        &self.all[self.starts[lists.start as usize] as usize..self.starts[lists.end as usize] as usize]
    }

    #[inline]
    fn one(&self, list: u32) -> &[u32] {
        self.several(list..list + 1)
    }
}

impl<'a> Index<'a> {
    /// Reads all entries.
    pub fn new(entries: impl IntoIterator<Item = Entry<'a>>) -> Self {
        Self::of(Entries::new(entries.into_iter()))
    }

    fn of(entries: Entries<'a>) -> Self {
        let (lexicon, rows) = read(&entries.texts);
        let length = |text: u32| rows.one(text).len() as u32;
        let mut bases = Vec::with_capacity(entries.len() + 1);
        bases.push(0);
        let mut base = 0;
        for at in 0..entries.len() {
            base += entries.fields(at).iter().map(|field| length(field.text) + 1).sum::<u32>();
            bases.push(base);
        }
        let standings = Lists::sorted(entries.texts.len(), |tell| {
            for at in 0..entries.len() {
                let mut place = 0;
                for field in entries.fields(at) {
                    let head = (at as u32) << ENTRY_SHIFT | (field.role as u32) << ROLE_SHIFT;
                    tell(field.text, head | place.min(LAST_PLACE));
                    place += length(field.text) + 1;
                }
            }
        });
        let postings = Lists::sorted(lexicon.len(), |tell| {
            for text in 0..entries.texts.len() as u32 {
                for (place, form) in rows.one(text).iter().enumerate() {
                    tell(*form, text << ROLE_SHIFT | (place as u32).min(LAST_PLACE));
                }
            }
        });
        let members = synonyms::members();
        let phrases = members.iter().map(|member| Phrase::new(member, &lexicon)).collect();
        let kinds: Vec<_> = (0..entries.len()).map(|at| entries.id(at).kind).collect();
        let rank = |(at, kind): (usize, &Kind)| match kind {
            Kind::Plan => u8::MAX,
            _ => u8::MAX - 1 - entries.fields(at).first().map_or(0, |field| length(field.text)).min(254) as u8,
        };
        let ranks = kinds.iter().enumerate().map(rank).collect();
        let mut index = Self { entries, kinds, ranks, bases, standings, lexicon, rows, postings, members, phrases };
        index.find_phrases();
        index
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// An entry by its place, as it was given.
    pub fn entry(&self, at: usize) -> Option<Entry<'_>> {
        self.entries.get(at)
    }

    /// For each agency whether it has a task, in one plan or in any. The tasks themselves would have to be asked for
    /// the place of each agency.
    pub fn with_tasks(&self, plan: Option<u32>) -> Vec<bool> {
        let mut out = Vec::new();
        for at in 0..self.len() {
            let id = self.entries.id(at);
            if id.kind == Kind::Task && (plan.is_none() || id.plan == plan) {
                for &agency in self.entries.agencies(at) {
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

    /// Writes down where each phrase stands.
    fn find_phrases(&mut self) {
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
        for text in 0..self.entries.texts.len() as u32 {
            let row = self.rows.one(text);
            for (place, form) in row.iter().enumerate() {
                let mut begun = first_phrase[*form as usize];
                while begun > 0 {
                    let phrase = &mut self.phrases[begun - 1];
                    if row[place..].starts_with(&phrase.forms) {
                        phrase.postings.push(text << ROLE_SHIFT | (place as u32).min(LAST_PLACE));
                    }
                    begun = next_phrase[begun - 1];
                }
            }
        }
    }

    /// The places of some forms.
    pub(super) fn postings_of(&self, forms: std::ops::Range<u32>) -> &[Posting] {
        self.postings.several(forms)
    }

    /// The places of a text.
    pub(super) fn standings_of(&self, text: u32) -> &[Standing] {
        self.standings.one(text)
    }

    /// The forms of a text.
    pub(super) fn row_of(&self, text: u32) -> &[u32] {
        self.rows.one(text)
    }
}

/// The forms of some texts, and where they stand in each.
fn read(texts: &[Cow<'_, str>]) -> (Lexicon, Lists) {
    let mut rows = Lists { all: Vec::new(), starts: Vec::with_capacity(texts.len() + 1) };
    let mut interner = Interner::default();
    rows.starts.push(0);
    for text in texts {
        rows.all.extend(words(text).map(|range| interner.number(Cow::Borrowed(&text[range]))));
        rows.starts.push(rows.all.len() as u32);
    }
    rows.all.shrink_to_fit();
    let (lexicon, forms) = Lexicon::new(&interner.texts);
    for word in &mut rows.all {
        *word = forms[*word as usize];
    }
    (lexicon, rows)
}

impl Phrase {
    fn new(member: &Member, lexicon: &Lexicon) -> Self {
        let forms: Option<Vec<u32>> = member.words.iter().map(|key| lexicon.find(key)).collect();
        Self { forms: forms.unwrap_or_default(), postings: Vec::new() }
    }
}

impl Role {
    /// The weight of the role written in a standing.
    pub(super) fn weight_in(standing: Standing) -> u32 {
        Self::WEIGHTS[(standing >> ROLE_SHIFT) as usize & 7]
    }
}

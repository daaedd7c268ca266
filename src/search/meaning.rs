//! What the words of a query mean in one index: which forms, which synonyms, for how many points.

use super::index::Index;
use super::lexicon::split;
use super::query::Word;
use super::synonyms::{Span, spans};
use std::ops::Range;

/// What a word counts for, by how it was found. Right after the word before it, it counts twice: what
/// English says in one word Vietnamese often says in two.
pub(super) mod points {
    /// As it is written.
    pub(in super::super) const EXACT: u32 = 100;
    /// With marks that were not typed.
    pub(in super::super) const FOLDED: u32 = 92;
    /// By a synonym.
    pub(in super::super) const SYNONYM: u32 = 80;
    /// With other marks than those typed.
    pub(in super::super) const OTHER_MARKS: u32 = 65;
    /// As a beginning.
    pub(in super::super) const BEGINNING: u32 = 60;
    /// As a beginning with other marks than those typed.
    pub(in super::super) const BEGINNING_OTHER_MARKS: u32 = 45;
    /// With a typo; with two it is half.
    pub(in super::super) const TYPO: u32 = 32;
}

/// One way in which a word can stand in a text: any of a run of forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Way {
    pub(super) forms: Range<u32>,
    pub(super) points: u32,
    /// How many letters of it were typed, where it was found by its beginning; 0 for the whole word.
    pub(super) letters: u32,
}

/// One word of the query with all ways to find it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) glued: bool,
    pub(super) ways: Vec<Way>,
}

/// What a query means in one index.
#[derive(Debug, Clone, Default)]
pub(super) struct Meaning {
    pub(super) slots: Vec<Slot>,
    /// Words that are a synonym, longest first; `member` is what to find in their place, with the points of each.
    pub(super) spans: Vec<(Span, u32)>,
    /// Whether a word is nowhere as written, and was taken for a beginning or with typos.
    pub(super) corrected: bool,
    /// A bit for each form of the index: whether a sighting can begin with it, which most words of a text do not.
    begins: Vec<u32>,
}

impl Meaning {
    /// Whether some words of the query can begin with this form.
    pub(super) fn begins_with(&self, form: u32) -> bool {
        self.begins[form as usize / 32] & 1 << (form % 32) > 0
    }
}

impl Index<'_> {
    /// What the words mean: as written where they are somewhere, else (or if `loosely`) also by their
    /// beginnings and with typos.
    pub(super) fn meaning(&self, words: &[Word], loosely: bool) -> Meaning {
        let spans = self.spans(words);
        let mut corrected = loosely;
        let mut slots = Vec::with_capacity(words.len());
        for (at, word) in words.iter().enumerate() {
            let mut ways = self.as_written(word);
            let known = spans.iter().any(|(span, _)| (span.start..span.start + span.len).contains(&at));
            let loose = !word.quoted && (loosely || (ways.is_empty() && !known));
            if word.open || loose {
                self.as_beginning(word, &mut ways);
            }
            if loose && (loosely || ways.is_empty()) {
                self.with_typos(word, &mut ways);
            }
            corrected |= loose && !(word.open && ways.iter().any(|way| way.letters > 0));
            slots.push(Slot { glued: word.glued, ways });
        }
        let mut begins = vec![0; self.lexicon.len() / 32 + 1];
        let of_words =
            slots.iter().filter(|slot| !slot.glued).flat_map(|slot| &slot.ways).flat_map(|way| way.forms.clone());
        let of_phrases = spans.iter().filter_map(|(span, _)| self.phrases[span.member].forms.first().copied());
        for form in of_words.chain(of_phrases) {
            begins[form as usize / 32] |= 1 << (form % 32);
        }
        Meaning { slots, spans, corrected, begins }
    }

    /// The synonyms in the words, with what can be found for each: itself, and the others of its group.
    fn spans(&self, words: &[Word]) -> Vec<(Span, u32)> {
        let keys: Vec<&[u8]> = words.iter().map(|word| word.key.as_slice()).collect();
        let typed = spans(&self.members, &keys);
        let mut found: Vec<(Span, u32)> = Vec::new();
        for span in &typed {
            let range = span.start..span.start + span.len;
            if words[range.clone()].iter().any(|word| word.quoted) {
                continue;
            }
            for (at, member) in self.members.iter().enumerate() {
                let other = Span { member: at, ..span.clone() };
                let in_group = member.group == self.members[span.member].group;
                if !in_group || self.phrases[at].postings.is_empty() || found.iter().any(|(known, _)| *known == other) {
                    continue;
                }
                // Nhỏ và vừa and vừa và nhỏ are the same words.
                let has = |key: &&[u8]| member.words.iter().any(|word| split(word).0 == split(key).0);
                let each = match keys[range.clone()].iter().all(has) {
                    _ if typed.contains(&other) => points::EXACT,
                    true => points::FOLDED,
                    false => points::SYNONYM,
                };
                found.push((other, each));
            }
        }
        found
    }

    fn as_written(&self, word: &Word) -> Vec<Way> {
        let mut ways = Vec::new();
        let forms = self.lexicon.starting_with(&word.key[..=word.folded().len()]);
        self.by_marks(word, forms, [points::EXACT, points::FOLDED, points::OTHER_MARKS], 0, &mut ways);
        ways
    }

    fn as_beginning(&self, word: &Word, ways: &mut Vec<Way>) {
        let folded = word.folded();
        let start = self.lexicon.starting_with(&word.key[..=folded.len()]).end;
        let forms = start..self.lexicon.starting_with(folded).end;
        let letters = folded.iter().filter(|byte| **byte & 0xc0 != 0x80).count() as u32;
        let points = [points::BEGINNING, points::BEGINNING, points::BEGINNING_OTHER_MARKS];
        self.by_marks(word, forms, points, letters, ways);
    }

    /// Tells forms apart by their marks: those of the word, more than those, others.
    fn by_marks(&self, word: &Word, forms: Range<u32>, points: [u32; 3], letters: u32, ways: &mut Vec<Way>) {
        let typed = split(&word.key).1;
        if typed.is_empty() && points[0] == points[1] && !forms.is_empty() {
            return ways.push(Way { forms, points: points[0], letters });
        }
        for form in forms {
            let marks = split(self.lexicon.key(form)).1;
            let points = match marks.starts_with(typed) {
                true if marks.len() == typed.len() => points[0],
                true => points[1],
                false => points[2],
            };
            match ways.last_mut() {
                Some(way) if way.forms.end == form && way.points == points => way.forms.end += 1,
                _ => ways.push(Way { forms: form..form + 1, points, letters }),
            }
        }
    }

    fn with_typos(&self, word: &Word, ways: &mut Vec<Way>) {
        let most = word.most_typos();
        if most == 0 {
            return;
        }
        let open = word.open && word.folded().len() > 4;
        for (forms, typos) in self.lexicon.near(word.folded(), most, open) {
            let known = ways.iter().any(|way| way.forms.start <= forms.start && forms.end <= way.forms.end);
            if !known {
                ways.push(Way { forms, points: points::TYPO / typos, letters: 0 });
            }
        }
    }
}

//! Where in a text the words of a query are.

use super::entries::Place;
use super::index::Index;
use super::meaning::Meaning;
use super::query::MOST_WORDS;
use super::{Answer, Role};
use crate::i18n::Lang;
use crate::text::{letters, words};
use std::ops::Range;

/// Some words of the query in a text.
struct Sighting {
    /// The first word.
    first: usize,
    /// How many.
    count: usize,
    /// How many words of the text they are.
    length: usize,
    /// How many letters of the last of them, where it was found by its beginning; 0 for all.
    letters: u32,
    /// What each word counts for.
    points: u32,
}

/// What of the query one word of a text is, a bit for each word of the query.
#[derive(Clone, Copy, Default)]
struct Spot {
    /// The words that it is.
    words: u32,
    /// Those of them that stand beside their neighbours.
    beside: u32,
    /// How many letters of it were typed; 0 for all.
    letters: u32,
    /// Whether it belongs to the word before it.
    joined: bool,
}

impl Answer {
    /// What to highlight in any field of an entry, in bytes, in order, without overlap.
    pub fn marks(&self, index: &Index<'_>, entry: usize, field: usize) -> Vec<Range<usize>> {
        index.marks(&self.meaning, entry, field)
    }
}

impl Index<'_> {
    /// The field in which most of the query is found; one in the reader's language, where several are.
    pub(super) fn best_field(&self, meaning: &Meaning, entry: usize, lang: Lang) -> usize {
        let mut best = (0, 0);
        for (at, field) in self.fields(entry).iter().enumerate() {
            let row = self.row_of(field.text);
            let mut most = [0; MOST_WORDS];
            let mut ends = [usize::MAX; MOST_WORDS];
            for start in 0..row.len() {
                self.sightings(meaning, &row[start..], &mut |seen| {
                    let follows = seen.first > 0 && ends[seen.first - 1] == start;
                    for (at, most) in most[seen.first..seen.first + seen.count].iter_mut().enumerate() {
                        let times = if follows || at > 0 { 2 } else { 1 };
                        *most = (seen.points * times).max(*most);
                    }
                    ends[seen.first + seen.count - 1] = start + seen.length;
                });
            }
            let points = most.iter().sum::<u32>() * Role::WEIGHTS[field.role as usize];
            let score = points * 2 + u32::from(points > 0 && field.lang == Some(lang));
            if score > best.1 {
                best = (at, score);
            }
        }
        best.0
    }

    /// What to highlight in a field. A word that somewhere in it stands beside its neighbour of the query is
    /// highlighted only where it does, so that a phrase found is not lost among its scattered words.
    pub(super) fn marks(&self, meaning: &Meaning, entry: usize, field: usize) -> Vec<Range<usize>> {
        let mut marks: Vec<Range<usize>> = Vec::new();
        let Some(field) = self.fields(entry).get(field) else { return marks };
        let row = self.row_of(field.text);
        let mut spots = vec![Spot::default(); row.len()];
        for start in 0..row.len() {
            self.sightings(meaning, &row[start..], &mut |seen| {
                let words = ((1 << seen.count) - 1) << seen.first;
                for (at, spot) in spots[start..start + seen.length].iter_mut().enumerate() {
                    // A part of a beginning is highlighted only where the whole word is not.
                    let letters = if at + 1 < seen.length { 0 } else { seen.letters };
                    spot.letters = if spot.words == 0 { letters } else { spot.letters.min(letters) };
                    spot.words |= if seen.length == seen.count { 1 << (seen.first + at) } else { words };
                    spot.beside |= if seen.length > 1 { words } else { 0 };
                    spot.joined |= at > 0;
                }
            });
        }
        for at in 1..spots.len() {
            let beside = spots[at].words & spots[at - 1].words << 1;
            spots[at].beside |= beside;
            spots[at - 1].beside |= beside >> 1;
        }
        let beside = spots.iter().fold(0, |all, spot| all | spot.beside);
        let text = self.entries.text(field.text);
        for (spot, place) in spots.iter().zip(words(text)) {
            if spot.beside == 0 && spot.words & !beside == 0 {
                continue;
            }
            let typed = (spot.letters as usize).checked_sub(1);
            let part = typed.and_then(|last| letters(&text[place.clone()]).nth(last));
            let end = part.map_or(place.end, |letter| place.start + letter.end);
            match marks.last_mut() {
                Some(mark) if spot.joined || &text[mark.end..place.start] == " " => mark.end = end,
                _ => marks.push(place.start..end),
            }
        }
        marks
    }

    /// The fields of an entry; none of one that is not there.
    fn fields(&self, entry: usize) -> &[Place] {
        if entry < self.len() { self.entries.fields(entry) } else { &[] }
    }

    /// Tells what of the query begins a row of forms.
    fn sightings(&self, meaning: &Meaning, row: &[u32], tell: &mut dyn FnMut(Sighting)) {
        if row.first().is_none_or(|form| !meaning.begins_with(*form)) {
            return;
        }
        let mut first = 0;
        while first < meaning.slots.len() {
            let glued = meaning.slots[first + 1..].iter().take_while(|slot| slot.glued).count();
            let chain = &meaning.slots[first..=first + glued];
            let mut points = 0;
            let mut typed = 0;
            let mut length = 0;
            for (slot, form) in chain.iter().zip(row) {
                let mut ways = slot.ways.iter();
                let Some(way) = ways.find(|way| way.forms.start <= *form && *form < way.forms.end) else { break };
                points += way.points;
                typed = way.letters;
                length += 1;
            }
            if length == chain.len() {
                tell(Sighting { first, count: length, length, letters: typed, points: points / length as u32 });
            }
            first += chain.len();
        }
        for (span, points) in &meaning.spans {
            let forms = &self.phrases[span.member].forms;
            if row.starts_with(forms) {
                let (first, count, length) = (span.start, span.len, forms.len());
                tell(Sighting { first, count, length, letters: 0, points: *points });
            }
        }
    }
}

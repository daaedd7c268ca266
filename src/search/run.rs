//! From a query's words to the best records.

use super::index::{ENTRY_SHIFT, Index, LAST_PLACE, Posting, ROLE_SHIFT, Standing};
use super::meaning::Meaning;
use super::query::parse;
use super::{Answer, Hit, Kind, Query, Role};

impl Index<'_> {
    /// The records in which all words of a query are found, best first.
    ///
    /// A query without words finds nothing.
    pub fn search(&self, query: &Query<'_>) -> Answer {
        let words = parse(query.text);
        let mut meaning = self.meaning(&words, false);
        let mut found = self.matching(&meaning);
        if found.is_empty() && words.iter().any(|word| !word.quoted) {
            meaning = self.meaning(&words, true);
            found = self.matching(&meaning);
        }
        self.answer(query, meaning, &found)
    }

    /// Each entry in which everything is found, with its points.
    fn matching(&self, meaning: &Meaning) -> Vec<(u32, u32)> {
        let count = meaning.slots.len();
        let places = (0..count).map(|at| self.lists(meaning, at).map(<[Posting]>::len).sum::<usize>());
        // Where the rarest word is not, the others need not be looked for.
        let rarest = match places.enumerate().min_by_key(|(_, places)| *places) {
            None | Some((_, 0)) => return Vec::new(),
            Some((rarest, _)) => rarest,
        };
        let mut run = Run::new(self, count);
        if count > 1 {
            for list in self.lists(meaning, rarest) {
                run.admit(list);
            }
        }
        for (at, slot) in meaning.slots.iter().enumerate() {
            let glued = slot.glued;
            for (span, points) in meaning.spans.iter().filter(|(span, _)| span.start == at) {
                let phrase = &self.phrases[span.member];
                let step = Step { at, words: span.len, length: phrase.forms.len(), points: *points, glued };
                run.take(&phrase.postings, step);
            }
            for way in &slot.ways {
                let step = Step { at, words: 1, length: 1, points: way.points, glued };
                run.take(self.postings_of(way.forms.clone()), step);
            }
        }
        run.complete()
    }

    /// All places where a word of the query is found, by itself or as part of a synonym.
    fn lists<'m>(&'m self, meaning: &'m Meaning, at: usize) -> impl Iterator<Item = &'m [Posting]> {
        let spans = meaning.spans.iter().filter(move |(span, _)| (span.start..span.start + span.len).contains(&at));
        let phrases = spans.map(|(span, _)| self.phrases[span.member].postings.as_slice());
        meaning.slots[at].ways.iter().map(|way| self.postings_of(way.forms.clone())).chain(phrases)
    }

    /// Ranks what was found and hands out the best.
    fn answer(&self, query: &Query<'_>, meaning: Meaning, found: &[(u32, u32)]) -> Answer {
        let mut best: Vec<(u32, u32)> = Vec::new();
        let mut kinds = [0; Kind::ALL.len()];
        let mut total = 0;
        let narrow = query.filter != Default::default();
        for (entry, points) in found {
            let at = *entry as usize;
            let kind = self.kinds[at];
            if narrow && !query.filter.lets_through(&self.entries, at) {
                continue;
            }
            kinds[kind as usize] += 1;
            if !query.filter.lets_kind_through(kind) {
                continue;
            }
            total += 1;
            let score = points << 8 | u32::from(self.ranks[at]);
            if best.len() < query.limit || best.last().is_some_and(|(_, worst)| score > *worst) {
                let place = best.partition_point(|(_, better)| *better >= score);
                best.insert(place, (*entry, score));
                best.truncate(query.limit);
            }
        }
        let hit = |(entry, score): (u32, u32)| {
            let entry = entry as usize;
            let field = self.best_field(&meaning, entry, query.lang);
            let marks = self.marks(&meaning, entry, field);
            Hit { id: self.entries.id(entry), entry, score, field, marks }
        };
        let hits = best.into_iter().map(hit).collect();
        Answer { hits, total, kinds, corrected: meaning.corrected && !found.is_empty(), meaning }
    }
}

/// What is taken in one go: some words of the query, found as one.
#[derive(Clone, Copy)]
struct Step {
    /// The first word.
    at: usize,
    /// How many.
    words: usize,
    /// How many words of the text they are.
    length: usize,
    /// What each counts for, before the role's weight.
    points: u32,
    /// Whether they must follow what the word before was found as.
    glued: bool,
}

/// How far an entry has come.
#[derive(Clone, Copy, Default)]
struct Account {
    /// Points of all words so far.
    points: u32,
    /// Points of the last words, the best of where they stand.
    last: u16,
    /// The state it was in before the last words.
    before: u8,
    /// One more than the words found so far; 0 where it is out.
    state: u8,
}

/// One pass over the words of a query, in their order.
struct Run<'i> {
    index: &'i Index<'i>,
    accounts: Vec<Account>,
    /// For each word but the last one bit for each place of all entries' words: whether the word ends there.
    ends: Vec<Vec<u32>>,
    /// How many words there are.
    count: usize,
}

impl<'i> Run<'i> {
    fn new(index: &'i Index<'i>, count: usize) -> Self {
        let accounts = vec![Account::default(); index.entries.len()];
        let spots = index.bases.last().copied().unwrap_or_default() as usize;
        let ends = (1..count).map(|_| vec![0; spots / 32 + 1]).collect();
        Self { index, accounts, ends, count }
    }

    /// Lets entries in; the others are out from the start.
    fn admit(&mut self, list: &[Posting]) {
        for posting in list {
            for standing in self.index.standings_of(posting >> ROLE_SHIFT) {
                self.accounts[(standing >> ENTRY_SHIFT) as usize].state = 1;
            }
        }
    }

    /// Takes words for found at the given places, in the entries where those before were.
    fn take(&mut self, list: &[Posting], step: Step) {
        if self.count == 1 {
            return self.take_alone(list, step.points);
        }
        let (before, rest) = self.ends.split_at_mut(step.at);
        let before: &[u32] = before.last().map_or(&[], |bits| bits);
        let ends: &mut [u32] = rest.get_mut(step.words - 1).map_or(&mut [], |bits| bits);
        let from = step.at as u8 + 1;
        let next = (step.at + step.words) as u8 + 1;
        let Self { index, accounts, .. } = self;
        let mut text = u32::MAX;
        let mut standings: &[Standing] = &[];
        for posting in list {
            if posting >> ROLE_SHIFT != text {
                text = posting >> ROLE_SHIFT;
                standings = index.standings_of(text);
            }
            for &standing in standings {
                let entry = (standing >> ENTRY_SHIFT) as usize;
                let account = &mut accounts[entry];
                // Most of the places of a letter that begins a word are where those before it are not.
                if account.state != from && (account.state != next || account.before != from) {
                    continue;
                }
                let place = ((standing & LAST_PLACE) + (posting & LAST_PLACE)).min(LAST_PLACE);
                let spot = (index.bases[entry] + place) as usize;
                let follows = place > 0
                    && place < LAST_PLACE
                    && before.get((spot - 1) / 32).is_some_and(|bits| bits & 1 << ((spot - 1) % 32) > 0);
                if step.glued && !follows {
                    continue;
                }
                let end = spot + step.length - 1;
                if let Some(bits) = ends.get_mut(end / 32) {
                    *bits |= 1 << (end % 32);
                }
                // Within a phrase each word but the first follows another.
                let times = 2 * step.words as u32 - u32::from(!follows);
                let points = step.points * times * Role::weight_in(standing);
                if account.state == from {
                    let points_before = account.points;
                    *account =
                        Account { points: points_before + points, last: points as u16, before: from, state: next };
                } else if points > u32::from(account.last) {
                    account.points += points - u32::from(account.last);
                    account.last = points as u16;
                }
            }
        }
    }

    /// Does what `take` does for the only word of a query: the first letter of one is everywhere, and must not
    /// take longer than what follows it.
    fn take_alone(&mut self, list: &[Posting], points: u32) {
        for posting in list {
            for standing in self.index.standings_of(posting >> ROLE_SHIFT) {
                let account = &mut self.accounts[(standing >> ENTRY_SHIFT) as usize];
                account.points = account.points.max(points * Role::weight_in(*standing));
                account.state = 2;
            }
        }
    }

    /// The entries in which all words were found, with their points.
    fn complete(&self) -> Vec<(u32, u32)> {
        let done = self.count as u8 + 1;
        let accounts = self.accounts.iter().enumerate();
        accounts.filter(|(_, a)| a.state == done).map(|(entry, a)| (entry as u32, a.points)).collect()
    }
}

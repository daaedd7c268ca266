//! Every word form of the indexed texts, once, in an order that makes finding a matter of halving.
//!
//! A form's key is its folded letters, a nought, and its marks. So sorted, forms that differ in marks
//! alone stand together, and so do all forms with the same beginning: a whole word, a prefix and an
//! exact spelling are each one run of neighbours. The marks of shape keep their letter's place and the
//! tone does not, which makes hòa and hoà one form.

use crate::text::letters;
use std::borrow::Cow;
use std::collections::BinaryHeap;
use std::ops::Range;

/// Writes a word's key.
pub(super) fn key(word: &str, out: &mut Vec<u8>) {
    let mut marks = [0; 32];
    let mut shapes = 0;
    let mut tones = 0;
    for (place, letter) in letters(word).enumerate() {
        let mut utf8 = [0; 4];
        out.extend_from_slice(letter.base.encode_utf8(&mut utf8).as_bytes());
        if letter.shape > 0 && shapes < 16 {
            marks[shapes] = place.min(48) as u8 * 5 + letter.shape;
            shapes += 1;
        }
        if letter.tone > 0 && tones < 16 {
            marks[16 + tones] = 250 + letter.tone;
            tones += 1;
        }
    }
    out.push(0);
    out.extend_from_slice(&marks[..shapes]);
    out.extend_from_slice(&marks[16..16 + tones]);
}

/// A key's folded letters and its marks.
pub(super) fn split(key: &[u8]) -> (&[u8], &[u8]) {
    let end = key.iter().position(|byte| *byte == 0).unwrap_or(key.len());
    (&key[..end], key.get(end + 1..).unwrap_or_default())
}

/// Numbers texts in the order in which they first come.
#[derive(Default)]
pub(super) struct Interner<'a> {
    /// Each text once.
    pub(super) texts: Vec<Cow<'a, str>>,
    hashes: Vec<u32>,
    /// A text's number plus one where its hash leads; 0 where nothing stands. A power of two of them.
    slots: Vec<u32>,
}

impl<'a> Interner<'a> {
    /// The number of a text, new or known.
    #[inline]
    pub(super) fn number(&mut self, text: Cow<'a, str>) -> u32 {
        if self.texts.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let mut hash = 0x811c_9dc5;
        for byte in text.bytes() {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
        let mut slot = self.slot(hash);
        loop {
            match self.slots[slot] {
                0 => break,
                taken => {
                    let known = taken as usize - 1;
                    if self.hashes[known] == hash && self.texts[known] == text {
                        return taken - 1;
                    }
                }
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        self.texts.push(text);
        self.hashes.push(hash);
        self.slots[slot] = self.texts.len() as u32;
        self.slots[slot] - 1
    }

    fn slot(&self, hash: u32) -> usize {
        (hash ^ (hash >> 15)) as usize & (self.slots.len() - 1)
    }

    #[cold]
    fn grow(&mut self) {
        self.slots = vec![0; (self.slots.len() * 4).max(1024)];
        for number in 0..self.hashes.len() {
            let mut slot = self.slot(self.hashes[number]);
            while self.slots[slot] > 0 {
                slot = (slot + 1) & (self.slots.len() - 1);
            }
            self.slots[slot] = number as u32 + 1;
        }
    }
}

/// All forms, sorted by key. A form is known by its place.
#[derive(Debug, Clone, Default)]
pub(super) struct Lexicon {
    keys: Vec<u8>,
    /// Where each form's key starts, and one more for the end of the last.
    starts: Vec<u32>,
    /// Which letters and digits each form has, a bit each; the top bit for any other.
    letters: Vec<u32>,
}

impl Lexicon {
    /// The lexicon of some words, and the form of each of them.
    pub(super) fn new(words: &[Cow<'_, str>]) -> (Self, Vec<u32>) {
        let mut keys = Vec::with_capacity(words.len() * 10);
        let mut ends = Vec::with_capacity(words.len());
        for word in words {
            key(word, &mut keys);
            ends.push(keys.len());
        }
        let mut start = 0;
        let numbered = ends.iter().enumerate().map(|(word, end)| {
            let key = &keys[start..*end];
            start = *end;
            (key, word)
        });
        // A heap sorts some words more slowly than `sort_unstable`, in a fifth of its code.
        let sorted = numbered.collect::<BinaryHeap<_>>().into_sorted_vec();
        let mut lexicon = Self::default();
        let mut forms = vec![0; words.len()];
        let mut before: &[u8] = &[];
        for (key, word) in sorted {
            if key != before {
                lexicon.starts.push(lexicon.keys.len() as u32);
                lexicon.keys.extend_from_slice(key);
                lexicon.letters.push(letters_of(split(key).0));
                before = key;
            }
            forms[word] = lexicon.letters.len() as u32 - 1;
        }
        lexicon.starts.push(lexicon.keys.len() as u32);
        (lexicon, forms)
    }

    /// How many forms there are.
    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    /// A form's key.
    pub(super) fn key(&self, form: u32) -> &[u8] {
        let form = form as usize;
        &self.keys[self.starts[form] as usize..self.starts[form + 1] as usize]
    }

    /// The form with exactly this key.
    pub(super) fn find(&self, key: &[u8]) -> Option<u32> {
        let form = self.bound(key, false);
        ((form as usize) < self.len() && self.key(form) == key).then_some(form)
    }

    /// The forms whose keys start so.
    pub(super) fn starting_with(&self, beginning: &[u8]) -> Range<u32> {
        self.bound(beginning, false)..self.bound(beginning, true)
    }

    /// The first form not below a beginning, or the first above everything that starts with it.
    fn bound(&self, beginning: &[u8], above: bool) -> u32 {
        let (mut low, mut high) = (0, self.len() as u32);
        while low < high {
            let middle = low + (high - low) / 2;
            let key = self.key(middle);
            let head = if above { &key[..key.len().min(beginning.len())] } else { key };
            if head < beginning || (above && head == beginning) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Runs of forms within one or more typos of a folded word, each with its number of typos.
    /// With `open` the word may be the beginning of a form.
    pub(super) fn near(&self, word: &[u8], most: u32, open: bool) -> Vec<(Range<u32>, u32)> {
        let wanted = letters_of(word);
        let mut found: Vec<(Range<u32>, u32)> = Vec::new();
        for (form, letters) in self.letters.iter().enumerate() {
            // A typo takes away a letter, adds one, or does both: most forms are ruled out by that alone.
            let (lost, gained) = ((wanted & !letters).count_ones(), (letters & !wanted).count_ones());
            if lost > most || (gained > most && !open) {
                continue;
            }
            let (folded, _) = split(self.key(form as u32));
            let Some(typos) = (1..=most).find(|typos| within(word, folded, *typos, open)) else { continue };
            let form = form as u32;
            match found.last_mut() {
                Some((run, same)) if run.end == form && *same == typos => run.end += 1,
                _ => found.push((form..form + 1, typos)),
            }
        }
        found
    }
}

/// Whether at most so many letters added, dropped, changed or swapped lie between two words.
fn within(a: &[u8], b: &[u8], typos: u32, open: bool) -> bool {
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[same..], &b[same..]);
    match (a, b) {
        ([], _) => open || b.len() <= typos as usize,
        (_, []) => a.len() <= typos as usize,
        _ if typos == 0 => false,
        ([a0, a_rest @ ..], [b0, b_rest @ ..]) => {
            let left = typos - 1;
            let swapped = matches!((a_rest, b_rest), ([a1, ..], [b1, ..]) if a0 == b1 && a1 == b0);
            within(a_rest, b_rest, left, open)
                || within(a_rest, b, left, open)
                || within(a, b_rest, left, open)
                || (swapped && within(&a_rest[1..], &b_rest[1..], left, open))
        }
    }
}

fn letters_of(folded: &[u8]) -> u32 {
    folded.iter().fold(0, |set, byte| {
        let bit = match byte {
            b'a'..=b'z' => byte - b'a',
            b'0'..=b'9' => 26 + (byte - b'0') / 2,
            _ => 31,
        };
        set | 1 << bit
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key_of(word: &str) -> Vec<u8> {
        let mut out = Vec::new();
        key(word, &mut out);
        out
    }

    #[test]
    fn the_place_of_a_tone_does_not_matter_and_the_tone_does() {
        for (one, other) in [("hòa", "hoà"), ("Thủy", "thuỷ"), ("hóa", "HOÁ"), ("đặt", "\u{111}a\u{323}\u{306}t")]
        {
            assert_eq!(key_of(one), key_of(other), "{one} {other}");
        }
        for (one, other) in [("hòa", "hóa"), ("hòa", "hoa"), ("sàn", "sản"), ("dao", "đao"), ("tư", "tu"), ("ân", "ăn")]
        {
            assert_ne!(key_of(one), key_of(other), "{one} {other}");
            assert_eq!(split(&key_of(one)).0, split(&key_of(other)).0, "{one} {other}");
        }
    }

    #[test]
    fn whole_words_prefixes_and_spellings_are_runs() {
        let words = ["hóa", "hoà", "hòa", "hoa", "hoan", "Hóa", "hồ", "an", "đơn"];
        let (lexicon, forms) = Lexicon::new(&words.map(Cow::Borrowed));
        assert_eq!(lexicon.len(), 7);
        assert_eq!(forms[1], forms[2]);
        assert_eq!(forms[0], forms[5]);
        let count = |beginning: &[u8]| lexicon.starting_with(beginning).len();
        assert_eq!(count(b"hoa\0"), 3);
        assert_eq!(count(b"hoa"), 4);
        assert_eq!(count(b"ho"), 5);
        assert_eq!(count(b"x"), 0);
        assert_eq!(count(b""), 7);
        assert_eq!(lexicon.find(&key_of("hoà")), Some(forms[2]));
        assert_eq!(lexicon.find(&key_of("hoã")), None);
    }

    #[test]
    fn a_typo_is_a_letter_added_dropped_changed_or_swapped() {
        let near = |a: &str, b: &str, typos| within(a.as_bytes(), b.as_bytes(), typos, false);
        assert!(near("platfrm", "platform", 1) && near("platforrm", "platform", 1));
        assert!(near("plattorm", "platform", 1) && near("paltform", "platform", 1));
        assert!(!near("paltfrm", "platform", 1) && near("paltfrm", "platform", 2));
        assert!(within(b"ecomerc", b"ecommerce", 1, true) && !within(b"ecomerc", b"ecommerce", 1, false));
    }

    fn distance(a: &[u8], b: &[u8]) -> usize {
        let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                rows[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let changed = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                    let swapped = if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        rows[i - 2][j - 2] + 1
                    } else {
                        usize::MAX
                    };
                    changed.min(swapped).min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1)
                };
            }
        }
        rows[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn within_agrees_with_the_textbook_distance(a in "[abc]{0,7}", b in "[abc]{0,7}") {
            for typos in 0..=2 {
                let is_near = distance(a.as_bytes(), b.as_bytes()) <= typos;
                prop_assert_eq!(within(a.as_bytes(), b.as_bytes(), typos as u32, false), is_near);
            }
        }

        #[test]
        fn near_finds_all_and_only_what_is_within(words in proptest::collection::vec("[abcd]{1,6}", 1..30), word in "[abcd]{4,8}", open: bool) {
            let texts: Vec<Cow<'_, str>> = words.iter().map(Cow::from).collect();
            let (lexicon, _) = Lexicon::new(&texts);
            let runs = lexicon.near(word.as_bytes(), 2, open);
            for form in 0..lexicon.len() as u32 {
                let found = runs.iter().any(|(run, _)| run.contains(&form));
                prop_assert_eq!(found, within(word.as_bytes(), split(lexicon.key(form)).0, 2, open));
            }
        }

        #[test]
        fn every_word_is_found_by_its_key(words in proptest::collection::vec("[aăâáđdô0-9]{1,4}", 1..40)) {
            let texts: Vec<Cow<'_, str>> = words.iter().map(Cow::from).collect();
            let (lexicon, forms) = Lexicon::new(&texts);
            for (word, form) in words.iter().zip(forms) {
                prop_assert_eq!(lexicon.find(&key_of(word)), Some(form));
                prop_assert!(lexicon.starting_with(split(&key_of(word)).0).contains(&form));
            }
        }

        #[test]
        fn an_interner_numbers_each_text_once(texts in proptest::collection::vec("[a-c]{0,3}", 0..80)) {
            let mut interner = Interner::default();
            for text in &texts {
                let number = interner.number(Cow::from(text)) as usize;
                prop_assert_eq!(&interner.texts[number], text);
            }
            let distinct: std::collections::BTreeSet<_> = texts.iter().collect();
            prop_assert_eq!(interner.texts.len(), distinct.len());
        }
    }
}

//! Vietnamese without its marks, for sorting and finding, with the way back to the original.
//!
//! A letter is taken apart into what folding keeps (its base) and what it drops (its shape, as in ă
//! and đ, and its tone), whether it is composed (ế) or decomposed (e, circumflex, acute).

mod words;

pub use words::{Words, words};

use std::ops::Range;

/// The vowels: a row for each base and shape, a column for each [tone](Letter::tone).
#[rustfmt::skip]
const VOWELS: [char; 72] = [
    'a', 'à', 'á', 'ả', 'ã', 'ạ',
    'ă', 'ằ', 'ắ', 'ẳ', 'ẵ', 'ặ',
    'â', 'ầ', 'ấ', 'ẩ', 'ẫ', 'ậ',
    'e', 'è', 'é', 'ẻ', 'ẽ', 'ẹ',
    'ê', 'ề', 'ế', 'ể', 'ễ', 'ệ',
    'i', 'ì', 'í', 'ỉ', 'ĩ', 'ị',
    'o', 'ò', 'ó', 'ỏ', 'õ', 'ọ',
    'ô', 'ồ', 'ố', 'ổ', 'ỗ', 'ộ',
    'ơ', 'ờ', 'ớ', 'ở', 'ỡ', 'ợ',
    'u', 'ù', 'ú', 'ủ', 'ũ', 'ụ',
    'ư', 'ừ', 'ứ', 'ử', 'ữ', 'ự',
    'y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ',
];

/// Base and shape of each row of [`VOWELS`].
const ROWS: [(char, u8); 12] = [
    ('a', 0),
    ('a', BREVE),
    ('a', CIRCUMFLEX),
    ('e', 0),
    ('e', CIRCUMFLEX),
    ('i', 0),
    ('o', 0),
    ('o', CIRCUMFLEX),
    ('o', HORN),
    ('u', 0),
    ('u', HORN),
    ('y', 0),
];

const BREVE: u8 = 1;
const CIRCUMFLEX: u8 = 2;
const HORN: u8 = 3;
const STROKE: u8 = 4;
const FOREIGN: u8 = 5;

/// One letter of a text with the combining marks that follow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letter {
    /// Its first byte in the text.
    pub start: usize,
    /// The byte after it and its combining marks.
    pub end: usize,
    /// What folding leaves: lower case, without marks.
    pub base: char,
    /// The mark that makes it another letter, 1 to 5: breve, circumflex, horn, stroke, any foreign one; 0 for none.
    pub shape: u8,
    /// Its tone, 1 to 5: grave, acute, hook above, tilde, dot below; 0 for none.
    pub tone: u8,
}

/// The letters of a text, punctuation and spaces among them. Combining marks after nothing are passed over.
pub fn letters(text: &str) -> Letters<'_> {
    Letters { text, at: 0 }
}

/// See [`letters`].
#[derive(Debug, Clone)]
pub struct Letters<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Letters<'_> {
    type Item = Letter;

    fn next(&mut self) -> Option<Letter> {
        let mut rest = self.text[self.at..].chars();
        let mut first = rest.next()?;
        while is_mark(first) {
            self.at += first.len_utf8();
            first = rest.next()?;
        }
        let start = self.at;
        let (base, mut shape, mut tone) = parts(first);
        self.at += first.len_utf8();
        for mark in rest.take_while(|c| is_mark(*c)) {
            self.at += mark.len_utf8();
            match mark {
                '\u{300}' => tone = 1,
                '\u{301}' => tone = 2,
                '\u{309}' => tone = 3,
                '\u{303}' => tone = 4,
                '\u{323}' => tone = 5,
                '\u{306}' => shape = BREVE,
                '\u{302}' => shape = CIRCUMFLEX,
                '\u{31b}' => shape = HORN,
                _ => shape = FOREIGN,
            }
        }
        Some(Letter { start, end: self.at, base, shape, tone })
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Base, shape and tone of a letter.
fn parts(c: char) -> (char, u8, u8) {
    if c.is_ascii() {
        return (c.to_ascii_lowercase(), 0, 0);
    }
    let c = lower(c);
    if let Some(at) = VOWELS.iter().position(|vowel| *vowel == c) {
        let (base, shape) = ROWS[at / 6];
        return (base, shape, (at % 6) as u8);
    }
    match c {
        // đ is a letter of its own and does not decompose, which plain mark-stripping forgets.
        'đ' => ('d', STROKE, 0),
        'ä' | 'å' => ('a', FOREIGN, 0),
        'ç' => ('c', FOREIGN, 0),
        'ë' => ('e', FOREIGN, 0),
        'î' => ('i', CIRCUMFLEX, 0),
        'ï' => ('i', FOREIGN, 0),
        'ñ' => ('n', 0, 4),
        'ö' => ('o', FOREIGN, 0),
        'û' => ('u', CIRCUMFLEX, 0),
        'ü' => ('u', FOREIGN, 0),
        other => (other, 0, 0),
    }
}

/// A text in lower case: see [`lower`].
pub fn lowercase(text: &str) -> String {
    text.chars().map(lower).collect()
}

/// A Latin letter's capital, where [`lower`] knows it.
pub fn upper(c: char) -> char {
    let capital = |down: u32| u32::from(c).checked_sub(down).and_then(char::from_u32);
    [32, 1].into_iter().filter_map(capital).find(|up| *up != c && lower(*up) == c).unwrap_or(c)
}

/// Whether a letter is a capital of the Latin script.
pub fn is_upper(c: char) -> bool {
    lower(c) != c
}

/// Whether a letter is a small one of the Latin script.
pub fn is_lower(c: char) -> bool {
    let latin = matches!(c, 'a'..='z' | 'ß'..='ö' | 'ø'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
    latin && lower(c) == c
}

/// Whether it is a letter.
pub fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || is_latin(c) || !c.is_ascii() && c.is_alphabetic()
}

/// Whether a letter is a Latin one beyond ASCII: told at once, where the standard library searches a table.
pub fn is_latin(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// A Latin letter in lower case, as far as Vietnamese and its neighbours use it; other letters stay as they are.
///
/// The standard library's table knows every script there is, at four kilobytes.
pub fn lower(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let down = match c {
        'À'..='Ö' | 'Ø'..='Þ' => 32,
        // Ă, Đ, Ĩ, Ũ and their neighbours; the letters with two marks. Capitals have the even places.
        '\u{100}'..='\u{137}' | '\u{14a}'..='\u{177}' | '\u{1e00}'..='\u{1e95}' | '\u{1ea0}'..='\u{1eff}' => {
            u32::from(u32::from(c).is_multiple_of(2))
        }
        'Ơ' | 'Ư' => 1,
        _ => 0,
    };
    char::from_u32(u32::from(c) + down).unwrap_or(c)
}

/// The text with its first letter in lower case, to go on after a sign or inside a sentence.
pub fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(lower).into_iter().chain(letters).collect()
}

/// One letter without tone and vowel marks, in lower case: ế → e, Đ → d. Letters of other scripts stay as they are.
pub fn fold_char(c: char) -> char {
    parts(c).0
}

/// A text without marks, in lower case. Combining marks of a decomposed text are dropped.
pub fn fold(text: &str) -> String {
    letters(text).map(|letter| letter.base).collect()
}

/// A folded text that knows where each of its letters stands in the original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    /// What [`fold`] gives.
    pub text: String,
    /// For each letter its first byte in `text`, and its bytes in the original.
    letters: Vec<(usize, Range<usize>)>,
}

impl Folded {
    /// Folds a text and keeps the way back.
    pub fn new(original: &str) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut places = Vec::new();
        for letter in letters(original) {
            places.push((text.len(), letter.start..letter.end));
            text.push(letter.base);
        }
        Self { text, letters: places }
    }

    /// The bytes of the original that the given bytes of `text` stand for: whole letters with all their marks.
    /// An empty range where no letter lies in the given one.
    pub fn original(&self, folded: Range<usize>) -> Range<usize> {
        let first = self.letters.partition_point(|(start, _)| *start < folded.start);
        let after = self.letters.partition_point(|(start, _)| *start < folded.end);
        match self.letters.get(first..after) {
            Some([(_, only)]) => only.clone(),
            Some([(_, first), .., (_, last)]) => first.start..last.end,
            _ => 0..0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    const LETTERS: &str = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";

    #[test]
    fn letters_are_lowered_as_the_standard_library_does() {
        let latin = ('\u{41}'..='\u{137}')
            .chain('\u{14a}'..='\u{177}')
            .chain(['Ơ', 'ơ', 'Ư', 'ư'])
            .chain('Ḁ'..='ẕ')
            .chain('Ạ'..='ỿ');
        // İ lowers to two characters.
        for c in latin.filter(|c| *c != 'İ') {
            assert_eq!(Some(lower(c)), c.to_lowercase().next(), "{c}");
            assert!(lower(c) == c || upper(lower(c)) == c, "{c}");
        }
        assert_eq!(lower_first("Điều phối"), "điều phối");
    }

    #[test]
    fn every_vietnamese_letter_folds_composed_or_decomposed() {
        for c in LETTERS.chars() {
            let plain: String = c.nfd().filter(|c| !matches!(c, '\u{300}'..='\u{36f}')).collect();
            assert_eq!(fold(&c.to_string()), plain, "{c}");
            assert_eq!(fold(&c.to_uppercase().to_string()), plain, "{c} in upper case");
            assert_eq!(fold(&c.nfd().collect::<String>()), plain, "{c} decomposed");
        }
        assert_eq!(fold("Đắk Nông"), "dak nong");
        assert_eq!(fold("naïve Übergröße, façade"), "naive ubergroße, facade");
    }

    #[test]
    fn shape_and_tone_are_the_same_composed_or_decomposed() {
        let taken_apart = |text: &str| letters(text).map(|l| (l.base, l.shape, l.tone)).collect::<Vec<_>>();
        for c in LETTERS.chars().chain("äåçëîïñöûü".chars()) {
            let composed = taken_apart(&c.to_string());
            assert_eq!(taken_apart(&c.nfd().collect::<String>()), composed, "{c}");
            assert_eq!(taken_apart(&c.to_uppercase().to_string()), composed, "{c} in upper case");
            assert_ne!((composed[0].1, composed[0].2), (0, 0), "{c} has a mark");
        }
    }

    #[test]
    fn a_folded_place_leads_back_to_the_original_letters() {
        for text in ["Hóa đơn ĐIỆN tử", &"Hóa đơn ĐIỆN tử".nfd().collect::<String>()] {
            let folded = Folded::new(text);
            assert_eq!(folded.text, "hoa don dien tu");
            let back = |range| text[folded.original(range)].nfc().collect::<String>();
            assert_eq!(back(4..7), "đơn");
            assert_eq!(back(10..11), "Ệ");
            assert_eq!(back(0..15), "Hóa đơn ĐIỆN tử");
            assert_eq!(back(15..15), "");
        }
    }

    proptest! {
        #[test]
        fn folding_keeps_a_map_back(text in "[a-zđĐẾỹờ\u{300}-\u{303}\u{31b}\u{323} .“🙂Ωß]{0,24}|.{0,24}") {
            let folded = Folded::new(&text);
            prop_assert_eq!(&folded.text, &fold(&text));
            let mut end = 0;
            for (start, c) in folded.text.char_indices() {
                let back = folded.original(start..start + c.len_utf8());
                // On char boundaries (slicing would panic), in order, without overlap, and the same letter.
                prop_assert!(back.start >= end && back.start < back.end);
                prop_assert_eq!(fold(&text[back.clone()]), c.to_string());
                prop_assert!(text[end..back.start].chars().all(is_mark), "nothing but stray marks lies between");
                end = back.end;
            }
            prop_assert!(text[end..].chars().all(is_mark));
        }
    }
}

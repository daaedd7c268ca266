//! A text as it is read, with the way back to the input: composed letters, ư for the scanners' ƣ,
//! plain spaces. Every position in it maps to a place in the input.

use std::ops::Range;

/// Normalised text and where each piece of it came from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Normal {
    /// The normalised text.
    pub text: String,
    runs: Vec<Run>,
}

/// The length of a letter that the input does not have.
const MADE: u32 = u32::MAX;

/// From `at` in the normalised text on: the input byte for byte from `input` on, or, with a `len`,
/// one letter for that many bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    at: usize,
    input: usize,
    len: u32,
}

impl Normal {
    /// A letter that stands for `len` bytes of the input at `input`.
    pub fn push(&mut self, c: char, input: usize, len: usize, same: bool) {
        let at = self.text.len();
        if same {
            self.goes_on(input);
        } else {
            self.runs.push(Run { at, input, len: u32::try_from(len).unwrap_or(MADE - 1).clamp(1, MADE - 1) });
        }
        self.text.push(c);
    }

    /// Letters that are the input's from `input` on, byte for byte.
    pub fn push_same(&mut self, letters: &str, input: usize) {
        self.goes_on(input);
        self.text.push_str(letters);
    }

    /// What is pushed next is the input's from there on.
    fn goes_on(&mut self, input: usize) {
        let at = self.text.len();
        let continues = self.runs.last().is_some_and(|r| r.len == 0 && at - r.at == input.wrapping_sub(r.input));
        if !continues {
            self.runs.push(Run { at, input, len: 0 });
        }
    }

    /// A letter that the input does not have: a space for a tag, a break.
    pub fn push_made(&mut self, c: char, input: usize) {
        self.runs.push(Run { at: self.text.len(), input, len: MADE });
        self.text.push(c);
    }

    /// The range of the input that a range of the text stands for.
    pub fn input_range(&self, range: Range<usize>) -> Range<usize> {
        if range.start >= range.end {
            let at = self.run(range.start).map_or(0, |r| r.input);
            return at..at;
        }
        let start =
            self.run(range.start).map_or(0, |r| if r.len == 0 { r.input + range.start - r.at } else { r.input });
        let end = self.run(range.end - 1).map_or(0, |r| match r.len {
            0 => r.input + range.end - r.at,
            MADE => r.input,
            len => r.input + len as usize,
        });
        start..end.max(start)
    }

    fn run(&self, at: usize) -> Option<&Run> {
        let after = self.runs.partition_point(|r| r.at <= at);
        self.runs.get(after.checked_sub(1)?)
    }
}

/// The letter at the start of `rest`, composed with the marks behind it, and the bytes it takes.
/// None for what is not to be read at all: joiners, soft hyphens, stray marks.
pub fn letter(rest: &str) -> (Option<char>, usize) {
    // Nearly all letters stand for themselves.
    if let [first, second, ..] = rest.as_bytes()
        && first.is_ascii()
        && second.is_ascii()
    {
        return (Some(char::from(*first)), 1);
    }
    let mut chars = rest.chars();
    let Some(first) = chars.next() else { return (None, 0) };
    let base = match first {
        'ƣ' => 'ư',
        'Ƣ' => 'Ư',
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        '\u{200b}'..='\u{200f}' | '\u{ad}' | '\u{feff}' | '\u{2060}' => return (None, first.len_utf8()),
        '\u{300}'..='\u{36f}' => return (None, first.len_utf8()),
        '％' => '%',
        other => other,
    };
    let mut len = first.len_utf8();
    let (mut shape, mut tone) = (None, None);
    for mark in chars {
        match mark {
            '\u{302}' | '\u{306}' | '\u{31b}' => shape = Some(mark),
            '\u{300}' | '\u{301}' | '\u{309}' | '\u{303}' | '\u{323}' => tone = Some(mark),
            '\u{300}'..='\u{36f}' => {}
            _ => break,
        }
        len += mark.len_utf8();
    }
    let shaped = shape.map_or(base, |mark| with_shape(base, mark));
    (Some(tone.map_or(shaped, |mark| with_tone(shaped, mark))), len)
}

fn with_shape(c: char, mark: char) -> char {
    match (c, mark) {
        ('a', '\u{302}') => 'â',
        ('a', '\u{306}') => 'ă',
        ('e', '\u{302}') => 'ê',
        ('o', '\u{302}') => 'ô',
        ('o', '\u{31b}') => 'ơ',
        ('u', '\u{31b}') => 'ư',
        ('A', '\u{302}') => 'Â',
        ('A', '\u{306}') => 'Ă',
        ('E', '\u{302}') => 'Ê',
        ('O', '\u{302}') => 'Ô',
        ('O', '\u{31b}') => 'Ơ',
        ('U', '\u{31b}') => 'Ư',
        // A letter with its tone already on it, and the shape behind.
        _ => match split_tone(c) {
            Some((base, tone)) if base != c && with_shape(base, mark) != base => {
                with_tone(with_shape(base, mark), tone)
            }
            _ => c,
        },
    }
}

/// The tone marks in the order of the vowels' rows: grave, acute, hook above, tilde, dot below.
pub const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{309}', '\u{303}', '\u{323}'];
/// Each vowel without a tone and with each; small letters, then capitals.
pub const VOWELS: [&str; 24] = [
    "aàáảãạ",
    "ăằắẳẵặ",
    "âầấẩẫậ",
    "eèéẻẽẹ",
    "êềếểễệ",
    "iìíỉĩị",
    "oòóỏõọ",
    "ôồốổỗộ",
    "ơờớởỡợ",
    "uùúủũụ",
    "ưừứửữự",
    "yỳýỷỹỵ",
    "AÀÁẢÃẠ",
    "ĂẰẮẲẴẶ",
    "ÂẦẤẨẪẬ",
    "EÈÉẺẼẸ",
    "ÊỀẾỂỄỆ",
    "IÌÍỈĨỊ",
    "OÒÓỎÕỌ",
    "ÔỒỐỔỖỘ",
    "ƠỜỚỞỠỢ",
    "UÙÚỦŨỤ",
    "ƯỪỨỬỮỰ",
    "YỲÝỶỸỴ",
];

/// A vowel with a tone mark (one of five combining marks).
pub fn with_tone(c: char, mark: char) -> char {
    let Some(tone) = TONES.iter().position(|t| *t == mark) else { return c };
    let row = VOWELS.iter().find(|row| row.starts_with(c));
    row.and_then(|row| row.chars().nth(tone + 1)).unwrap_or(c)
}

/// A toned vowel as its plain vowel and its tone mark; none for a letter without a tone.
pub fn split_tone(c: char) -> Option<(char, char)> {
    if c.is_ascii() {
        return None;
    }
    VOWELS.iter().find_map(|row| {
        let place = row.chars().position(|x| x == c)?;
        Some((row.chars().next()?, *TONES.get(place.checked_sub(1)?)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Normal {
        let mut out = Normal::default();
        let mut at = 0;
        while at < text.len() {
            let (c, len) = letter(&text[at..]);
            if let Some(c) = c {
                out.push(c, at, len, text[at..].starts_with(c) && len == c.len_utf8());
            }
            at += len;
        }
        out
    }

    #[test]
    fn decomposed_text_is_composed_and_finds_its_way_back() {
        use unicode_normalization::UnicodeNormalization;
        let composed = "Phấn đấu đến năm 2030 đạt trên 70 % Ở ĐẮK LẮK, ưỡng ệ ặ ỡ Ự ỷ";
        let text: String = composed.nfd().collect();
        let normal = all(&text);
        assert_eq!(normal.text, composed);
        let at = normal.text.find("đạt trên").expect("it stands there");
        let range = normal.input_range(at..at + "đạt trên".len());
        assert_eq!(text[range].nfc().collect::<String>(), "đạt trên");
    }

    #[test]
    fn the_scanners_letter_and_odd_spaces() {
        assert_eq!(all("THƢƠNG\u{a0}m\u{ad}ại\u{200b}").text, "THƯƠNG mại");
    }
}

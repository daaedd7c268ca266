//! Vietnamese of before Unicode: TCVN3 (fonts such as `.VnTime`) and VNI (`VNI-Times`), which come as Western
//! letters.
//!
//! Nothing in a text says that it is written so, and its fonts are often lost. So each reading of the letters
//! is tried, and taken only if words that every plan has come out of it and did not stand there before.

use crate::clause::normal::{TONES, with_tone};
use crate::text::{is_letter, lower};

/// The letters of TCVN3 from 0xA1 on; a blank where none is.
const TCVN3: &str = "ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ";

/// Words that Vietnamese plans are full of, each with a mark on it.
const WORDS: [&str; 28] = [
    "và", "của", "các", "có", "được", "đến", "năm", "với", "để", "những", "phát", "triển", "điện", "tử", "thương",
    "mại", "tỉnh", "sở", "thực", "hiện", "đạt", "không", "mục", "tiêu", "hoạch", "số", "tại", "bán",
];

/// How much of a text is looked at, in letters.
const SAMPLE: usize = 40_000;

/// The text in Unicode, if it is in one of the old codes; else as it is.
pub fn recode(text: String) -> String {
    recoded(&text).unwrap_or(text)
}

/// The text in Unicode, if it is in one of the old codes.
pub fn recoded(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let sample: String = text.chars().take(SAMPLE).collect();
    let as_is = known_words(&sample);
    let ways: [fn(&str) -> String; 2] = [tcvn3, vni];
    let better = |way: &fn(&str) -> String| known_words(&way(&sample)) >= 3 + 2 * as_is;
    let found = ways.into_iter().filter(better).max_by_key(|way| known_words(&way(&sample)))?;
    Some(found(text))
}

/// How many of the words of a text are among [`WORDS`].
fn known_words(text: &str) -> usize {
    let same = |word: &str, known: &str| word.len() == known.len() && word.chars().map(lower).eq(known.chars());
    let words = text.split(|c: char| !is_letter(c));
    words.filter(|word| WORDS.iter().any(|known| same(word, known))).count()
}

fn tcvn3(text: &str) -> String {
    let letters: Vec<char> = TCVN3.chars().collect();
    let letter = |c: char| {
        let at = u32::from(c).checked_sub(0xa1)?;
        letters.get(usize::try_from(at).ok()?).copied().filter(|c| *c != ' ')
    };
    text.chars().map(|c| letter(c).unwrap_or(c)).collect()
}

/// VNI writes a vowel and behind it a letter that stands for its marks.
fn vni(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let mark = lower(c);
        let marked = out.chars().next_back().and_then(|before| with_mark(before, mark));
        match marked {
            Some(letter) => {
                out.pop();
                out.push(letter);
            }
            None => out.push(alone(c)),
        }
    }
    out
}

/// A letter of VNI that needs no other.
fn alone(c: char) -> char {
    let low = match lower(c) {
        'ô' => 'ơ',
        'ö' => 'ư',
        'ñ' => 'đ',
        'æ' => 'ỉ',
        'ó' => 'ĩ',
        'ò' => 'ị',
        'î' => 'ỵ',
        _ => return c,
    };
    in_case_of(c, low)
}

fn in_case_of(model: char, low: char) -> char {
    if crate::text::is_upper(model) { crate::text::upper(low) } else { low }
}

fn with_mark(base: char, mark: char) -> Option<char> {
    // The shape that a mark gives, and its tone.
    let (shape, tone) = match mark {
        'ø' => (' ', 1),
        'ù' => (' ', 2),
        'û' => (' ', 3),
        'õ' => (' ', 4),
        'ï' => (' ', 5),
        'â' => ('^', 0),
        'à' => ('^', 1),
        'á' => ('^', 2),
        'å' => ('^', 3),
        'ã' => ('^', 4),
        'ä' => ('^', 5),
        'ê' => ('u', 0),
        'è' => ('u', 1),
        'é' => ('u', 2),
        'ú' => ('u', 3),
        'ü' => ('u', 4),
        'ë' => ('u', 5),
        _ => return None,
    };
    let low = match (lower(base), shape) {
        (vowel @ ('a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ơ' | 'ư'), ' ') => vowel,
        ('a', '^') => 'â',
        ('e', '^') => 'ê',
        ('o', '^') => 'ô',
        ('a', 'u') => 'ă',
        _ => return None,
    };
    let letter = if tone == 0 { low } else { with_tone(low, TONES[tone - 1]) };
    Some(in_case_of(base, letter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clause::normal;
    use proptest::prelude::*;

    const VOWELS: &[&str] = normal::VOWELS.split_at(12).0;

    const TEXT: &str = "Kế hoạch phát triển thương mại điện tử của tỉnh đến năm 2030: đạt 70% số xã có hộ bán hàng.";

    /// The other way round, for the tests.
    fn as_tcvn3(text: &str) -> String {
        let code =
            |c: char| TCVN3.chars().position(|t| t == c && c != ' ').and_then(|at| u32::try_from(at + 0xa1).ok());
        text.chars().map(|c| code(c).and_then(char::from_u32).unwrap_or(c)).collect()
    }

    fn as_vni(text: &str) -> String {
        let marks = [" øùûõï", "âàáåãä", "êèéúüë"];
        let mut out = String::new();
        for c in text.chars() {
            let low = crate::text::lower(c);
            let row = VOWELS.iter().enumerate().find_map(|(n, row)| Some((n, row.chars().position(|v| v == low)?)));
            let written = match (row, low) {
                (_, 'đ') => "ñ".to_owned(),
                (Some((5, tone)), _) => ["i", "ì", "í", "æ", "ó", "ò"][tone].to_owned(),
                (Some((11, 5)), _) => "î".to_owned(),
                (Some((n, tone)), _) => {
                    let (base, shape) = [
                        ("a", 0),
                        ("a", 2),
                        ("a", 1),
                        ("e", 0),
                        ("e", 1),
                        ("i", 0),
                        ("o", 0),
                        ("o", 1),
                        ("ô", 0),
                        ("u", 0),
                        ("ö", 0),
                        ("y", 0),
                    ][n];
                    let mark = marks[shape].chars().nth(tone).filter(|c| *c != ' ');
                    base.chars().chain(mark).collect()
                }
                (None, _) => low.to_string(),
            };
            out += &if low == c { written } else { written.to_uppercase() };
        }
        out
    }

    #[test]
    fn a_line_in_each_code() {
        assert_eq!(as_tcvn3("Thương mại điện tử"), "Th\u{ad}¬ng m¹i ®iÖn tö");
        assert_eq!(as_vni("Thương mại điện tử"), "Thöông maïi ñieän töû");
        assert_eq!(recode(as_tcvn3(TEXT)), TEXT);
        assert_eq!(recode(as_vni(TEXT)), TEXT);
        assert_eq!(
            recode(as_vni("SỞ CÔNG THƯƠNG: thực hiện kế hoạch của tỉnh, đạt mục tiêu")),
            "SỞ CÔNG THƯƠNG: thực hiện kế hoạch của tỉnh, đạt mục tiêu"
        );
    }

    #[test]
    fn a_plain_file_in_each_code() {
        for text in [as_tcvn3(TEXT), as_vni(TEXT)] {
            let bytes: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).expect("one byte")).collect();
            assert_eq!(crate::document::text(&bytes, "a.txt").as_deref(), Ok(TEXT));
        }
    }

    #[test]
    fn every_letter_is_written_and_read() {
        let all: String = VOWELS.concat() + "đ";
        assert_eq!(tcvn3(&as_tcvn3(&all)), all);
        for c in all.chars() {
            let text = format!("b{c}b");
            assert_eq!(vni(&as_vni(&text)), text);
        }
    }

    #[test]
    fn other_texts_stay_as_they_are() {
        for text in [TEXT, "", "abc", "Cà phê ở Đắk Lắk, với giá của năm 2030", "Le café est prêt; à bientôt, garçon"]
        {
            assert_eq!(recode(text.to_owned()), text);
        }
    }

    proptest! {
        #[test]
        fn anything_can_be_looked_at(text in "\\PC*") {
            let _ = recode(text.clone());
            let _ = (tcvn3(&text), vni(&text));
        }
    }
}

//! What somebody typed, read as words to look for.

use super::lexicon::{key, split};
use crate::text::words;
use std::ops::Range;

/// Words of a query beyond these are passed over.
pub(super) const MOST_WORDS: usize = 16;

/// Bytes of a query beyond these are passed over.
const MOST_BYTES: usize = 400;

/// One word to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// Its key.
    pub(super) key: Vec<u8>,
    /// Whether it must stand right after the word before it: within quotation marks, or written without a space.
    pub(super) glued: bool,
    /// Whether it stands within quotation marks and is meant as it is.
    pub(super) quoted: bool,
    /// Whether it may be the beginning of a longer word: the last one, unless its quotation is closed.
    pub(super) open: bool,
}

impl Word {
    /// Its folded letters.
    pub(super) fn folded(&self) -> &[u8] {
        split(&self.key).0
    }

    /// How many typos it may have: none in figures, in other scripts and in short words.
    pub(super) fn most_typos(&self) -> u32 {
        let folded = self.folded();
        match folded.len() {
            _ if self.quoted || !folded.iter().all(u8::is_ascii_lowercase) => 0,
            0..=3 => 0,
            4..=7 => 1,
            _ => 2,
        }
    }
}

/// Reads a query. Every text is one, if only an empty one.
pub(super) fn parse(text: &str) -> Vec<Word> {
    let mut end = text.len().min(MOST_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = &text[..end];
    let mut found: Vec<Word> = Vec::new();
    let mut before: Range<usize> = 0..0;
    let mut quoted = false;
    for range in words(text).take(MOST_WORDS) {
        let between = &text[before.end..range.start];
        let marks = between.chars().filter(|c| is_quotation_mark(*c)).count();
        quoted ^= marks % 2 == 1;
        let together = quoted || !between.contains(char::is_whitespace);
        let glued = marks == 0 && together && !found.is_empty();
        let mut word = Vec::new();
        key(&text[range.clone()], &mut word);
        found.push(Word { key: word, glued, quoted, open: false });
        before = range;
    }
    if let Some(last) = found.last_mut() {
        last.open = !(last.quoted && text[before.end..].contains(is_quotation_mark));
    }
    found
}

fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words as folded, `+` before a glued one, quotation marks around a quoted one, `…` after an open one.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let shown = parse(text).into_iter().map(|word| {
            let folded = String::from_utf8_lossy(word.folded()).into_owned();
            let folded = if word.quoted { format!("\"{folded}\"") } else { folded };
            format!("{}{folded}{}", if word.glued { "+" } else { "" }, if word.open { "…" } else { "" })
        });
        assert_eq!(shown.collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn a_query_is_read_as_words() {
        check("", "");
        check(" … , \"\" “ ", "");
        check("Hóa đơn", "hoa don…");
        check("hóa đơn ", "hoa don…");
        check("645/QĐ-TTg", "645 +qd +ttg…");
        check("bộ TT&TT, e-commerce", "bo tt +tt e +commerce…");
        check("a, b", "a b…");
    }

    #[test]
    fn quotation_marks_hold_words_together() {
        check("\"hóa đơn\" điện tử", "\"hoa\" +\"don\" dien tu…");
        check("\"hóa đơn\"", "\"hoa\" +\"don\"");
        check("“hóa đơn” số", "\"hoa\" +\"don\" so…");
        check("“hóa đơ", "\"hoa\" +\"do\"…");
        check("a\"b c\"d", "a \"b\" +\"c\" d…");
        check("\"a\"\"b\"", "\"a\" \"b\"");
        check("\"\"a", "a…");
    }

    #[test]
    fn a_long_query_is_cut() {
        assert_eq!(parse(&"đ".repeat(1000)).len(), 1);
        assert_eq!(parse(&"đ ".repeat(1000)).len(), MOST_WORDS);
    }

    #[test]
    fn only_words_of_letters_have_typos() {
        let typos = |text: &str| parse(text)[0].most_typos();
        assert_eq!(
            [typos("hoa"), typos("thương"), typos("thuongmai"), typos("1364"), typos("κόσμος")],
            [0, 1, 2, 0, 0]
        );
        assert_eq!(typos("\"thương\""), 0);
    }
}

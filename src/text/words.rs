//! Where the words of a text are.

use std::ops::Range;

/// The words of a text as byte ranges: runs of letters and digits, with the combining marks on them.
///
/// Everything else parts words, so that `645/QĐ-TTg` is three words. Decided by the first bytes of each
/// character and not by the tables of Unicode, which would weigh more than the whole search.
pub fn words(text: &str) -> Words<'_> {
    Words { bytes: text.as_bytes(), at: 0 }
}

/// See [`words`].
#[derive(Debug, Clone)]
pub struct Words<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Iterator for Words<'_> {
    type Item = Range<usize>;

    #[inline]
    fn next(&mut self) -> Option<Range<usize>> {
        let mut start = self.at;
        loop {
            let (width, part) = look(self.bytes, start)?;
            // A combining mark begins no word.
            if part && !matches!((self.bytes[start], self.bytes.get(start + 1)), (0xcc, _) | (0xcd, Some(0x80..=0xaf)))
            {
                break;
            }
            start += width;
        }
        let mut end = start;
        while let Some((width, true)) = look(self.bytes, end) {
            end += width;
        }
        self.at = end;
        Some(start..end)
    }
}

/// The width of the character at this byte, and whether it is part of a word; none at the end.
#[inline]
fn look(bytes: &[u8], at: usize) -> Option<(usize, bool)> {
    let first = *bytes.get(at)?;
    if first < 0x80 {
        return Some((1, first.is_ascii_alphanumeric()));
    }
    let second = bytes.get(at + 1).copied().unwrap_or_default();
    Some(match first {
        // Signs of Latin-1, and × and ÷ amid its letters.
        0xc2 => (2, false),
        0xc3 => (2, !matches!(second, 0x97 | 0xb7)),
        0xc4..=0xdf => (2, true),
        // Dashes, quotation marks, arrows and the like; ideographic punctuation; forms and specials.
        0xe2 | 0xef => (3, false),
        0xe3 => (3, second != 0x80),
        0xe0..=0xee => (3, true),
        _ => (4, false),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = words(text).map(|range| &text[range]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        check("Hóa đơn điện tử", &["Hóa", "đơn", "điện", "tử"]);
        check("645/QĐ-TTg", &["645", "QĐ", "TTg"]);
        check("TT&TT, B2C: 25 %\u{a0}mỗi năm…", &["TT", "TT", "B2C", "25", "mỗi", "năm"]);
        check("“Bà Rịa – Vũng Tàu”", &["Bà", "Rịa", "Vũng", "Tàu"]);
        check("People’s e-commerce", &["People", "s", "e", "commerce"]);
        check("\u{301}e\u{302}\u{301} \u{323}!", &["e\u{302}\u{301}"]);
        check("3×4÷2 🙂 κόσμος 東京。", &["3", "4", "2", "κόσμος", "東京"]);
        check(" .,;", &[]);
        check("", &[]);
    }

    proptest! {
        #[test]
        fn words_lie_apart_and_on_boundaries(text in ".{0,40}") {
            let mut end = 0;
            for range in words(&text) {
                prop_assert!(range.start >= end && !text[range.clone()].is_empty());
                end = range.end;
            }
        }
    }
}

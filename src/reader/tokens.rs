//! Words, figures and signs of a passage, with their places in the normalised text.

use crate::clause::normal::{split_tone, with_tone};
use crate::text::{fold_char, is_latin, is_letter, is_upper, lower};
use std::ops::Range;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A word, or a code such as "b2c".
    Word,
    /// A figure: digits, with points and commas between them.
    Number,
    /// One sign.
    Sign,
}

/// A token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it starts in the normalised text.
    pub start: usize,
    /// Where it ends there.
    pub end: usize,
    /// What it is.
    pub kind: Kind,
    /// Whether it starts with a capital.
    pub upper: bool,
    /// The [`opening`] of its lower case.
    key: u8,
    low: (u32, u32),
}

/// The tokens of a passage. Words are kept in lower case, tone marks where the plans put them.
#[derive(Debug, Clone, Default)]
pub struct Tokens {
    low: String,
    list: Vec<Token>,
    /// The passage has lost its marks: "nam" may be "năm".
    pub lost: bool,
}

impl Tokens {
    /// Adds a stretch of the normalised text that starts at `at`.
    pub fn add(&mut self, text: &str, at: usize) {
        self.low.reserve(text.len());
        // As many as a long paragraph has; more come as they are met.
        self.list.reserve(text.len().min(2000) / 4);
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let offset = text.len() - rest.len();
            let low = self.low.len();
            let (len, kind) = if c.is_whitespace() {
                rest = &rest[c.len_utf8()..];
                continue;
            } else if c.is_ascii_digit() {
                let len = number_len(rest);
                self.low.push_str(&rest[..len]);
                (len, Kind::Number)
            } else if is_letter(c) {
                (self.push_word(rest), Kind::Word)
            } else {
                self.low.push(lower(c));
                (c.len_utf8(), Kind::Sign)
            };
            self.list.push(Token {
                start: at + offset,
                end: at + offset + len,
                kind,
                upper: is_upper(c),
                key: opening_of(&self.low.as_bytes()[low..]),
                low: (u32::try_from(low).unwrap_or(u32::MAX), u32::try_from(self.low.len()).unwrap_or(u32::MAX)),
            });
            rest = &rest[len..];
        }
    }

    /// The word at the start of a text, in lower case; its length in the text.
    fn push_word(&mut self, text: &str) -> usize {
        let from = self.low.len();
        let mut len = 0;
        for c in text.chars().take_while(|c| in_word(*c)) {
            self.low.push(lower(c));
            len += c.len_utf8();
        }
        self.respell(from);
        len
    }

    /// "hoá" is "hóa", "thuỷ" is "thủy": one spelling for comparisons.
    fn respell(&mut self, from: usize) {
        let mut tail = self.low[from..].char_indices().rev();
        let (Some((_, last)), Some((at, before))) = (tail.next(), tail.next()) else { return };
        if last.is_ascii() || !matches!(before, 'o' | 'u') {
            return;
        }
        let third = tail.next().map(|(_, c)| c);
        if let Some((base, tone)) = split_tone(last) {
            let opens =
                (before == 'o' && matches!(base, 'a' | 'e')) || (before == 'u' && base == 'y' && third != Some('q'));
            if opens {
                self.low.truncate(from + at);
                self.low.push(with_tone(before, tone));
                self.low.push(base);
            }
        }
    }

    /// Decides whether the passage has lost its marks.
    pub fn finish(&mut self) {
        let words = self.list.iter().filter(|t| t.kind == Kind::Word && t.end - t.start > 1);
        let (mut plain, mut all) = (0, 0);
        for token in words {
            all += 1;
            plain += usize::from(token.end - token.start == (token.low.1 - token.low.0) as usize && self.ascii(token));
        }
        self.lost = all >= 3 && plain == all;
    }

    fn ascii(&self, token: &Token) -> bool {
        self.low[token.low.0 as usize..token.low.1 as usize].is_ascii()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The token at a place.
    pub fn get(&self, i: usize) -> Option<&Token> {
        #[cfg(test)]
        crate::clause::work::step();
        self.list.get(i)
    }

    /// A token's text in lower case; empty behind the end.
    pub fn word(&self, i: usize) -> &str {
        #[cfg(test)]
        crate::clause::work::step();
        self.list.get(i).map_or("", |t| self.low.get(t.low.0 as usize..t.low.1 as usize).unwrap_or(""))
    }

    /// What [`Self::word`] gives, to be compared: without asking where letters begin and end.
    fn bytes(&self, i: usize) -> &[u8] {
        #[cfg(test)]
        crate::clause::work::step();
        self.list.get(i).and_then(|t| self.low.as_bytes().get(t.low.0 as usize..t.low.1 as usize)).unwrap_or_default()
    }

    /// The [`opening`] of a token's text.
    pub fn key(&self, i: usize) -> u8 {
        #[cfg(test)]
        crate::clause::work::step();
        self.list.get(i).map_or_else(|| opening(""), |t| t.key)
    }

    /// Whether the token is this word.
    pub fn is(&self, i: usize, word: &str) -> bool {
        // "dien tu" is no "từ".
        let part = self.lost && word == "từ" && i > 0 && self.bytes(i - 1) == b"dien";
        !part && self.same(self.bytes(i), word)
    }

    fn same(&self, own: &[u8], word: &str) -> bool {
        // The first letters tell nearly all apart, without a call.
        own.first() == word.as_bytes().first() && own == word.as_bytes()
            || (self.lost && !own.is_empty() && same_folded(own, word))
    }

    /// Whether the token is one of these words.
    pub fn is_any(&self, i: usize, words: &[&str]) -> bool {
        let own = self.bytes(i);
        words.iter().any(|w| self.same(own, w))
    }

    /// The place behind a phrase that starts at `i`.
    pub fn phrase(&self, i: usize, phrase: &str) -> Option<usize> {
        let mut at = i;
        if !self.lost {
            // Word by word off the phrase: nearly all end at the first.
            let mut rest = phrase.as_bytes();
            loop {
                let word = self.bytes(at);
                if word.is_empty() || word.first() != rest.first() {
                    return None;
                }
                rest = rest.strip_prefix(word)?;
                at += 1;
                let [blank, next @ ..] = rest else { return Some(at) };
                if *blank != b' ' {
                    return None;
                }
                rest = next;
            }
        }
        for word in phrase.split(' ') {
            if !self.is(at, word) {
                return None;
            }
            at += 1;
        }
        Some(at)
    }

    /// The place where a phrase starts that ends right before `end`.
    pub fn phrase_before(&self, end: usize, phrase: &str) -> Option<usize> {
        // Nearly all end in another word.
        if !self.lost && !phrase.as_bytes().ends_with(self.bytes(end.checked_sub(1)?)) {
            return None;
        }
        let start = end.checked_sub(phrase.bytes().filter(|b| *b == b' ').count() + 1)?;
        self.phrase(start, phrase).map(|_| start)
    }

    /// The first of the phrases in a range: where it starts and ends.
    pub fn find(&self, range: Range<usize>, phrases: &[&str]) -> Option<(usize, usize)> {
        let end = range.end.min(self.len());
        // How the phrases begin, as bits: most tokens are known at once to open none.
        let mut bits = [0_u64; 4];
        for phrase in phrases {
            let key = usize::from(opening(phrase));
            bits[key / 64] |= 1 << (key % 64);
        }
        (range.start..end).find_map(|i| {
            let key = usize::from(self.key(i));
            if !self.lost && bits[key / 64] >> (key % 64) & 1 == 0 {
                return None;
            }
            let hit = phrases.iter().filter_map(|p| self.phrase(i, p)).max()?;
            (hit <= end).then_some((i, hit))
        })
    }

    /// Whether one of the phrases stands in a range.
    pub fn has(&self, range: Range<usize>, phrases: &[&str]) -> bool {
        self.find(range, phrases).is_some()
    }

    /// Whether there is a word at a place.
    pub fn is_word(&self, i: usize) -> bool {
        self.get(i).is_some_and(|x| x.kind == Kind::Word)
    }

    /// Whether the token is a dash.
    pub fn is_dash(&self, i: usize) -> bool {
        matches!(self.word(i), "-" | "–" | "—" | "‑" | "−" | "÷" | "~")
    }

    /// The words of a range as one line with spaces at both ends, abbreviations spelled out and
    /// without signs.
    pub fn line(&self, range: Range<usize>) -> String {
        let mut out = String::with_capacity(8 * range.len() + 2);
        out.push(' ');
        for i in range.start..range.end.min(self.len()) {
            if self.list[i].kind == Kind::Sign {
                continue;
            }
            let word = self.word(i);
            let long = match word {
                "tmđt" | "tmdt" => "thương mại điện tử",
                "dn" => "doanh nghiệp",
                "dnnvv" | "dnvvn" | "smes" | "sme" => "doanh nghiệp nhỏ và vừa",
                "kdtm" => "không dùng tiền mặt",
                "ttkdtm" => "thanh toán không dùng tiền mặt",
                "hđđt" => "hóa đơn điện tử",
                "htx" => "hợp tác xã",
                "ubnd" => "ủy ban nhân dân",
                "dvc" => "dịch vụ công",
                "dvctt" => "dịch vụ công trực tuyến",
                "tthc" => "thủ tục hành chính",
                "cntt" => "công nghệ thông tin",
                "webite" | "web" => "website",
                "hoá" => "hóa",
                other => other,
            };
            out.push_str(long);
            out.push(' ');
        }
        if self.lost { fold_line(&out) } else { out }
    }
}

/// The first three bytes of a word or of a phrase, mixed.
pub fn opening(phrase: &str) -> u8 {
    opening_of(phrase.as_bytes())
}

fn opening_of(bytes: &[u8]) -> u8 {
    let byte = |i: usize| bytes.get(i).copied().unwrap_or(b' ');
    // Behind a word of one or two letters comes a blank, in a phrase as at its end.
    let third = if byte(1) == b' ' { b' ' } else { byte(2) };
    byte(0).wrapping_mul(31).wrapping_add(byte(1).wrapping_mul(7)).wrapping_add(third)
}

/// Whether a phrase stands in a [`Tokens::line`], at word boundaries.
pub fn holds(line: &str, phrase: &str) -> bool {
    let (own, wanted) = (line.as_bytes(), phrase.as_bytes());
    let found = own.iter().enumerate().any(|(i, b)| {
        *b == b' '
            && own.get(i + 1) == wanted.first()
            && own.get(i + 1..).is_some_and(|rest| rest.starts_with(wanted))
            && own.get(i + 1 + wanted.len()) == Some(&b' ')
    });
    let plain = || line.is_ascii() && line.bytes().any(|b| b.is_ascii_alphabetic());
    found || (!phrase.is_ascii() && plain() && holds(line, &fold_line(phrase)))
}

/// Phrases of which one is to stand in a [`Line`], each with how it begins.
pub struct Choice(Vec<(&'static str, u8)>);

impl Choice {
    /// Of a list joined by `|`.
    pub fn new(list: &'static str) -> Self {
        Self(list.split('|').filter(|phrase| !phrase.is_empty()).map(|phrase| (phrase, opening(phrase))).collect())
    }
}

/// A [`Tokens::line`] of which much is asked: where its words begin, found by how they begin.
pub struct Line<'a> {
    text: &'a str,
    bits: [u64; 4],
    /// How each word begins, and where.
    words: Vec<(u8, usize)>,
    /// The marks are lost: a phrase with marks may stand there without them.
    plain: bool,
}

impl<'a> Line<'a> {
    /// Of a [`Tokens::line`].
    pub fn new(text: &'a str) -> Self {
        let (mut bits, mut words) = ([0; 4], Vec::new());
        let mut at = 0;
        // Bytes: to look for a letter in so few takes longer to prepare than to do.
        for word in text.as_bytes().split(|b| *b == b' ') {
            if !word.is_empty() {
                let key = opening_of(word);
                bits[usize::from(key / 64)] |= 1 << (key % 64);
                words.push((key, at));
            }
            at += word.len() + 1;
        }
        Self { text, bits, words, plain: text.is_ascii() && text.bytes().any(|b| b.is_ascii_alphabetic()) }
    }

    /// What [`holds`] says.
    pub fn holds(&self, phrase: &str) -> bool {
        self.holds_opened(phrase, opening(phrase))
    }

    /// Whether one of the phrases stands there.
    pub fn holds_any(&self, choice: &Choice) -> bool {
        choice.0.iter().any(|(phrase, key)| self.holds_opened(phrase, *key))
    }

    /// Those of the phrases that stand there.
    pub fn held<'b>(&'b self, choice: &'b Choice) -> impl Iterator<Item = &'static str> + 'b {
        choice.0.iter().filter(|(phrase, key)| self.holds_opened(phrase, *key)).map(|(phrase, _)| *phrase)
    }

    fn holds_opened(&self, phrase: &str, key: u8) -> bool {
        if self.plain && !phrase.is_ascii() {
            return holds(self.text, phrase);
        }
        if self.bits[usize::from(key / 64)] >> (key % 64) & 1 == 0 {
            return false;
        }
        self.words.iter().filter(|(own, _)| *own == key).any(|(_, at)| {
            let rest = self.text.as_bytes().get(*at..).unwrap_or_default();
            rest.starts_with(phrase.as_bytes()) && rest.get(phrase.len()) == Some(&b' ')
        })
    }
}

/// Letters and digits, quick for those of Vietnamese.
fn in_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || (!c.is_ascii() && (is_latin(c) || c.is_alphanumeric()))
}

fn fold_line(line: &str) -> String {
    line.chars().map(fold_char).collect()
}

fn same_folded(plain: &[u8], word: &str) -> bool {
    plain.is_ascii() && plain.iter().copied().map(char::from).eq(word.chars().map(fold_char))
}

/// The length of a figure: digits with single points or commas between digits.
fn number_len(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let mut len = 0;
    while digit(len) || (len > 0 && matches!(bytes.get(len), Some(b'.' | b',')) && digit(len + 1)) {
        len += 1;
    }
    len
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Tokens {
        let mut tokens = Tokens::default();
        tokens.add(text, 0);
        tokens.finish();
        tokens
    }

    #[test]
    fn a_line_holds_what_the_quick_way_says() {
        for text in ["Tỷ lệ dân số (trên 15 tuổi) mua sắm trực tuyến ở xã", "ty le dan so mua sam truc tuyen o xa", ""]
        {
            let t = tokens(text);
            let line = t.line(0..t.len());
            let quick = Line::new(&line);
            for phrase in
                ["tỷ lệ", "tỷ", "ở xã", "ở", "xã", "số mua", "dân số", "dân s", "mua sắm trực tuyến", "15", "le"]
            {
                assert_eq!(quick.holds(phrase), holds(&line, phrase), "{phrase} in {line}");
            }
        }
    }

    #[test]
    fn words_figures_and_signs() {
        let t = tokens("Hoá đơn B2C: 1.000.000 lượt, 20-25%/năm.");
        let words: Vec<_> = (0..t.len()).map(|i| t.word(i)).collect();
        assert_eq!(words, ["hóa", "đơn", "b2c", ":", "1.000.000", "lượt", ",", "20", "-", "25", "%", "/", "năm", "."]);
        assert!(t.phrase(0, "hóa đơn").is_some());
        assert!(!tokens("Việt Nam đã").is(1, "năm"));
        assert!(tokens("den nam 2025 dat").phrase(0, "đến năm").is_some());
        assert!(tokens("tu nam 2025 dat").is(0, "từ") && !tokens("dien tu nam 2025").is(1, "từ"));
    }
}

//! Words, figures and signs of a passage, with their places in the normalised text.

use super::opening::{AnyOf, Openings, opening, opening_of};
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
    key: u32,
    low: (u32, u32),
}

/// The tokens of a passage. Words are kept in lower case, tone marks where the plans put them.
#[derive(Debug, Clone, Default)]
pub struct Tokens {
    /// All of them, each with a blank behind it: a phrase stands there as it is written in a rule.
    low: String,
    list: Vec<Token>,
    /// The passage has lost its marks: "nam" may be "năm".
    pub lost: bool,
}

impl Tokens {
    /// Adds a stretch of the normalised text that starts at `at`.
    pub fn add(&mut self, text: &str, at: usize) {
        self.low.reserve(text.len() + text.len() / 8);
        // As many as a long paragraph has; more come as they are met.
        self.list.reserve(text.len().min(2000) / 4);
        let mut offset = 0;
        while let Some(c) = text[offset..].chars().next() {
            if c == ' ' || c.is_whitespace() {
                offset += c.len_utf8();
                continue;
            }
            let rest = &text[offset..];
            let low = self.low.len();
            let (len, kind) = if c.is_ascii_digit() {
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
            self.low.push(' ');
            offset += len;
        }
    }

    /// The word at the start of a text, in lower case; its length in the text.
    fn push_word(&mut self, text: &str) -> usize {
        let from = self.low.len();
        let (mut len, mut small) = (0, true);
        while let Some(byte) = text.as_bytes().get(len) {
            if byte.is_ascii() {
                if !byte.is_ascii_alphanumeric() {
                    break;
                }
                small &= !byte.is_ascii_uppercase();
                len += 1;
                continue;
            }
            match text[len..].chars().next() {
                Some(c) if is_latin(c) || c.is_alphanumeric() => {
                    small &= lower(c) == c;
                    len += c.len_utf8();
                }
                _ => break,
            }
        }
        let word = &text[..len];
        if small {
            self.low.push_str(word);
        } else {
            self.low.extend(word.chars().map(lower));
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
    #[inline]
    pub fn key(&self, i: usize) -> u32 {
        #[cfg(test)]
        crate::clause::work::step();
        self.list.get(i).map_or(NOTHING, |t| t.key)
    }

    /// The token, where it is a sign of ASCII; nought where it is not.
    #[inline]
    pub fn sign(&self, i: usize) -> u8 {
        match self.key(i).to_le_bytes() {
            [sign, b' ', b' ', b' '] if sign.is_ascii_punctuation() => sign,
            _ => 0,
        }
    }

    /// Whether the token is this word.
    #[inline]
    pub fn is(&self, i: usize, word: &str) -> bool {
        // How they begin tells nearly all apart, without a call.
        (self.lost || self.key(i) == opening(word)) && self.is_just(i, word)
    }

    fn is_just(&self, i: usize, word: &str) -> bool {
        // "dien tu" is no "từ".
        let part = self.lost && word == "từ" && i > 0 && self.bytes(i - 1) == b"dien";
        !part && self.same(self.bytes(i), word)
    }

    fn same(&self, own: &[u8], word: &str) -> bool {
        own == word.as_bytes() || (self.lost && !own.is_empty() && same_folded(own, word))
    }

    /// Whether the token is one of these words.
    #[inline]
    pub fn is_any(&self, i: usize, words: AnyOf) -> bool {
        self.may_open(i, words) && words.list.iter().any(|w| self.same(self.bytes(i), w))
    }

    /// Whether one of the phrases may start at a token: told without a look at them.
    #[inline]
    fn may_open(&self, i: usize, phrases: AnyOf) -> bool {
        self.lost || phrases.openings.may_hold(self.key(i))
    }

    /// Whether one of the phrases starts at a token.
    #[inline]
    pub fn opens(&self, i: usize, phrases: AnyOf) -> bool {
        self.first_of(i, phrases).is_some()
    }

    /// Behind the first in the list of the phrases that start at a token.
    #[inline]
    pub fn first_of(&self, i: usize, phrases: AnyOf) -> Option<usize> {
        if self.may_open(i, phrases) { phrases.list.iter().find_map(|p| self.phrase(i, p)) } else { None }
    }

    /// Behind the longest of the phrases that start at a token.
    #[inline]
    pub fn longest_of(&self, i: usize, phrases: AnyOf) -> Option<usize> {
        if self.may_open(i, phrases) { phrases.list.iter().filter_map(|p| self.phrase(i, p)).max() } else { None }
    }

    /// The place behind a phrase that starts at `i`.
    #[inline]
    pub fn phrase(&self, i: usize, phrase: &str) -> Option<usize> {
        if self.lost || self.key(i) == opening(phrase) { self.just(i, phrase) } else { None }
    }

    #[inline(never)]
    pub fn just(&self, i: usize, phrase: &str) -> Option<usize> {
        if !self.lost {
            let from = self.list.get(i)?.low.0 as usize;
            let rest = self.low.as_bytes().get(from..)?.strip_prefix(phrase.as_bytes())?;
            return (rest.first() == Some(&b' ')).then(|| i + 1 + blanks(phrase));
        }
        let mut at = i;
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
        if !self.lost {
            // Nearly all end in another letter.
            let own = self.bytes(end.checked_sub(1)?);
            if own.last() != phrase.as_bytes().last() || !phrase.as_bytes().ends_with(own) {
                return None;
            }
        }
        let start = end.checked_sub(blanks(phrase) + 1)?;
        self.phrase(start, phrase).map(|_| start)
    }

    /// The first of the phrases in a range: where it starts and ends.
    pub fn find(&self, range: Range<usize>, phrases: AnyOf) -> Option<(usize, usize)> {
        let end = range.end.min(self.len());
        for (i, token) in self.list.get(range.start..end)?.iter().enumerate() {
            let i = range.start + i;
            #[cfg(test)]
            crate::clause::work::step();
            // Most tokens are told by this to open none.
            if (self.lost || phrases.openings.may_hold(token.key))
                && let Some(behind) = self.longest_of(i, phrases).filter(|behind| *behind <= end)
            {
                return Some((i, behind));
            }
        }
        None
    }

    /// Whether one of the phrases stands in a range.
    pub fn has(&self, range: Range<usize>, phrases: AnyOf) -> bool {
        self.find(range, phrases).is_some()
    }

    /// Whether there is a word at a place.
    pub fn is_word(&self, i: usize) -> bool {
        self.get(i).is_some_and(|x| x.kind == Kind::Word)
    }

    /// Whether there is a figure at a place.
    pub fn is_number(&self, i: usize) -> bool {
        self.get(i).is_some_and(|x| x.kind == Kind::Number)
    }

    /// Whether the token is a dash.
    pub fn is_dash(&self, i: usize) -> bool {
        match self.key(i).to_le_bytes() {
            [b'-' | b'~', b' ', ..] => true,
            // What is no sign of ASCII takes longer to tell.
            [0xc3 | 0xe2, ..] => matches!(self.word(i), "–" | "—" | "‑" | "−" | "÷"),
            _ => false,
        }
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

/// How many words a phrase has beyond its first.
fn blanks(phrase: &str) -> usize {
    phrase.bytes().filter(|b| *b == b' ').count()
}

/// The [`opening`] of no word at all.
const NOTHING: u32 = opening("");

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
pub struct Choice {
    list: Vec<(&'static str, u32)>,
    openings: Openings,
}

impl Choice {
    /// Of a list joined by `|`.
    pub fn new(list: &'static str) -> Self {
        let phrases = list.split('|').filter(|phrase| !phrase.is_empty());
        let list: Vec<_> = phrases.map(|phrase| (phrase, opening(phrase))).collect();
        let openings = list.iter().fold(Openings::default(), |all, (_, opening)| all.with(*opening));
        Self { list, openings }
    }
}

/// A [`Tokens::line`] of which much is asked: where its words begin, found by how they begin.
pub struct Line<'a> {
    text: &'a str,
    openings: Openings,
    /// How each word begins, and where.
    words: Vec<(u32, usize)>,
    /// The marks are lost: a phrase with marks may stand there without them.
    plain: bool,
}

impl<'a> Line<'a> {
    /// Of a [`Tokens::line`].
    pub fn new(text: &'a str) -> Self {
        let (mut openings, mut words) = (Openings::default(), Vec::with_capacity(text.len() / 4));
        let mut at = 0;
        // Bytes: to look for a letter in so few takes longer to prepare than to do.
        for word in text.as_bytes().split(|b| *b == b' ') {
            if !word.is_empty() {
                let key = opening_of(word);
                openings = openings.with(key);
                words.push((key, at));
            }
            at += word.len() + 1;
        }
        Self { text, openings, words, plain: text.is_ascii() && text.bytes().any(|b| b.is_ascii_alphabetic()) }
    }

    /// What [`holds`] says.
    #[inline]
    pub fn holds(&self, phrase: &str) -> bool {
        self.holds_opened(phrase, opening(phrase))
    }

    /// Whether one of a few phrases stands there.
    #[inline]
    pub fn says(&self, phrases: AnyOf) -> bool {
        (self.plain || self.openings.may_meet(phrases.openings)) && phrases.list.iter().any(|phrase| self.holds(phrase))
    }

    /// Whether one of the phrases stands there.
    pub fn holds_any(&self, choice: &Choice) -> bool {
        (self.plain || self.openings.may_meet(choice.openings))
            && choice.list.iter().any(|(phrase, key)| self.holds_opened(phrase, *key))
    }

    /// Those of the phrases that stand there.
    pub fn held<'b>(&'b self, choice: &'b Choice) -> impl Iterator<Item = &'static str> + 'b {
        choice.list.iter().filter(|(phrase, key)| self.holds_opened(phrase, *key)).map(|(phrase, _)| *phrase)
    }

    #[inline]
    fn holds_opened(&self, phrase: &str, key: u32) -> bool {
        (self.plain || self.openings.may_hold(key)) && self.holds_just(phrase, key)
    }

    #[inline(never)]
    fn holds_just(&self, phrase: &str, key: u32) -> bool {
        if self.plain && !phrase.is_ascii() {
            // The first letter without its mark tells nearly all apart.
            let first = phrase.chars().next().map(|c| u32::from(fold_char(c)));
            let begins = self.words.iter().any(|(own, _)| Some(own & 0xff) == first);
            return begins && holds(self.text, phrase);
        }
        self.words.iter().filter(|(own, _)| *own == key).any(|(_, at)| {
            let rest = self.text.as_bytes().get(*at..).and_then(|rest| rest.strip_prefix(phrase.as_bytes()));
            rest.and_then(<[u8]>::first) == Some(&b' ')
        })
    }
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

//! PDF's objects and how they are written.

use crate::i18n::parse_decimal;

/// An object; streams are dictionaries with bytes behind them.
#[derive(Debug, Clone, PartialEq)]
pub enum Object {
    /// Also what could not be read.
    Null,
    Number(f64),
    Name(String),
    Text(Vec<u8>),
    Array(Vec<Object>),
    Dict(Vec<(String, Object)>),
    Ref(u32),
    /// A word of its own: an operator, `true`, `stream`.
    Word(Vec<u8>),
}

impl Object {
    pub fn get(&self, name: &str) -> &Self {
        match self {
            Self::Dict(entries) => entries.iter().find(|(key, _)| key == name).map_or(&Self::Null, |(_, value)| value),
            _ => &Self::Null,
        }
    }

    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(n) => Some(*n),
            _ => None,
        }
    }

    pub fn name(&self) -> &str {
        match self {
            Self::Name(name) => name,
            _ => "",
        }
    }

    pub fn items(&self) -> &[Self] {
        match self {
            Self::Array(items) => items,
            _ => &[],
        }
    }
}

/// Reads objects one after another.
pub struct Lexer<'a> {
    pub bytes: &'a [u8],
    pub at: usize,
}

/// Arrays in arrays: nobody nests more.
const DEEPEST: usize = 64;

const fn is_space(b: u8) -> bool {
    matches!(b, 0 | 9 | 10 | 12 | 13 | 32)
}

const fn is_mark(b: u8) -> bool {
    matches!(b, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

impl<'a> Lexer<'a> {
    pub const fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    pub fn skip_space(&mut self) {
        while let Some(b) = self.peek() {
            if b == b'%' {
                while self.peek().is_some_and(|b| b != b'\n' && b != b'\r') {
                    self.at += 1;
                }
            } else if is_space(b) {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    /// The next object; none at the end.
    pub fn next(&mut self) -> Option<Object> {
        self.nested(0)
    }

    fn nested(&mut self, depth: usize) -> Option<Object> {
        self.skip_space();
        let byte = self.peek()?;
        if depth > DEEPEST {
            self.at = self.bytes.len();
            return None;
        }
        match byte {
            b'/' => Some(Object::Name(self.name())),
            b'(' => Some(Object::Text(self.string())),
            b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => {
                self.at += 2;
                let mut entries = Vec::new();
                loop {
                    self.skip_space();
                    match self.peek() {
                        Some(b'/') => {
                            let key = self.name();
                            let value = self.nested(depth + 1)?;
                            entries.push((key, value));
                        }
                        Some(b'>') => {
                            self.at += if self.bytes.get(self.at + 1) == Some(&b'>') { 2 } else { 1 };
                            break;
                        }
                        // A word where a key should stand: out of step.
                        Some(_) => drop(self.nested(depth + 1)?),
                        None => break,
                    }
                }
                Some(Object::Dict(entries))
            }
            b'<' => Some(Object::Text(self.hex())),
            b'[' => {
                self.at += 1;
                let mut items = Vec::new();
                loop {
                    self.skip_space();
                    match self.peek() {
                        Some(b']') => {
                            self.at += 1;
                            break;
                        }
                        Some(_) => items.push(self.nested(depth + 1)?),
                        None => break,
                    }
                }
                Some(Object::Array(items))
            }
            b if is_mark(b) => {
                self.at += 1;
                Some(Object::Word(Vec::from([b])))
            }
            b'0'..=b'9' | b'+' | b'-' | b'.' => Some(self.number()),
            _ => {
                let word = self.word();
                Some(if word == b"null" { Object::Null } else { Object::Word(word.to_vec()) })
            }
        }
    }

    fn word(&mut self) -> &'a [u8] {
        let from = self.at;
        while self.peek().is_some_and(|b| !is_space(b) && !is_mark(b)) {
            self.at += 1;
        }
        &self.bytes[from..self.at]
    }

    /// A number, or a reference "12 0 R".
    fn number(&mut self) -> Object {
        let word = self.word();
        let text = std::str::from_utf8(word).unwrap_or("");
        let Some(number) = parse_decimal(text) else {
            // "--5" and "1.2.3" are seen; nought is what viewers take them for.
            return Object::Number(parse_decimal(text.trim_start_matches('-')).unwrap_or(0.0));
        };
        if let Ok(id) = text.parse::<u32>() {
            let back = self.at;
            self.skip_space();
            let generation = self.word();
            if !generation.is_empty() && generation.iter().all(u8::is_ascii_digit) {
                self.skip_space();
                if self.word() == b"R" {
                    return Object::Ref(id);
                }
            }
            self.at = back;
        }
        Object::Number(number)
    }

    fn name(&mut self) -> String {
        self.at += 1;
        let word = self.word();
        let mut out = Vec::with_capacity(word.len());
        let mut at = 0;
        while at < word.len() {
            let hex = word.get(at + 1..at + 3).and_then(|h| std::str::from_utf8(h).ok());
            match hex.and_then(|h| u8::from_str_radix(h, 16).ok()).filter(|_| word[at] == b'#') {
                Some(byte) => {
                    out.push(byte);
                    at += 3;
                }
                None => {
                    out.push(word[at]);
                    at += 1;
                }
            }
        }
        String::from_utf8_lossy(&out).into_owned()
    }

    fn string(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut out = Vec::new();
        let mut depth = 1;
        while let Some(b) = self.peek() {
            self.at += 1;
            match b {
                b'(' => depth += 1,
                b')' => {
                    depth -= 1;
                    if depth == 0 {
                        break;
                    }
                }
                b'\\' => {
                    let Some(next) = self.peek() else { break };
                    self.at += 1;
                    match next {
                        b'n' => out.push(b'\n'),
                        b'r' => out.push(b'\r'),
                        b't' => out.push(b'\t'),
                        b'b' => out.push(8),
                        b'f' => out.push(12),
                        b'0'..=b'7' => {
                            let mut code = u32::from(next - b'0');
                            for _ in 0..2 {
                                let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                                code = code * 8 + u32::from(digit - b'0');
                                self.at += 1;
                            }
                            out.push(u8::try_from(code & 255).unwrap_or(0));
                        }
                        b'\r' => self.at += usize::from(self.peek() == Some(b'\n')),
                        b'\n' => {}
                        other => out.push(other),
                    }
                    continue;
                }
                _ => {}
            }
            out.push(b);
        }
        out
    }

    fn hex(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut digits = Vec::new();
        while let Some(b) = self.peek() {
            self.at += 1;
            if b == b'>' {
                break;
            }
            digits.extend(char::from(b).to_digit(16).and_then(|d| u8::try_from(d).ok()));
        }
        if digits.len() % 2 == 1 {
            digits.push(0);
        }
        digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect()
    }
}

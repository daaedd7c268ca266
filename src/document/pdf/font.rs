//! From the codes in a PDF's strings to letters and their widths.

use super::file::File;
use super::object::{Lexer, Object};

/// A font as a page names it.
pub struct Font {
    /// Two bytes a letter.
    wide: bool,
    /// Code to letters, sorted.
    letters: Vec<(u32, String)>,
    /// Code to width in thousandths of the size, sorted.
    widths: Vec<(u32, f64)>,
    usual: f64,
    has_map: bool,
    /// Its name says that it is bold.
    pub bold: bool,
}

/// One letter of a string: its code, the letters it stands for, its width as a part of the size.
pub struct Shown {
    pub text: String,
    pub width: f64,
    /// A blank of one byte, which word spacing makes wider.
    pub is_blank: bool,
}

/// More codes than any font has.
const MOST_CODES: usize = 70_000;

impl Font {
    pub fn read(file: &File<'_>, font: &Object) -> Self {
        let font = file.resolve(font);
        let wide = file.entry(&font, "Subtype").name() == "Type0";
        let map = file.stream(font.get("ToUnicode"));
        let bold = file.entry(&font, "BaseFont").name().contains("Bold");
        let mut out =
            Self { wide, letters: Vec::new(), widths: Vec::new(), usual: 500.0, has_map: map.is_some(), bold };
        if let Some(map) = &map {
            out.map(map);
        }
        if wide {
            let below =
                file.entry(&font, "DescendantFonts").items().first().map(|f| file.resolve(f)).unwrap_or(Object::Null);
            out.usual = file.entry(&below, "DW").number().unwrap_or(1000.0);
            out.wide_widths(file, &file.entry(&below, "W"));
        } else {
            let mut code = file.entry(&font, "FirstChar").number().map_or(0, code);
            for width in file.entry(&font, "Widths").items() {
                out.widths.push((code, file.resolve(width).number().unwrap_or(500.0)));
                code = code.saturating_add(1);
            }
            out.differences(file, &file.entry(&font, "Encoding"));
        }
        crate::sort::by_key(&mut out.letters, |(code, _)| *code);
        crate::sort::by_key(&mut out.widths, |(code, _)| *code);
        out
    }

    /// The letters of a string.
    pub fn show(&self, string: &[u8]) -> Vec<Shown> {
        let size = if self.wide { 2 } else { 1 };
        string
            .chunks(size)
            .map(|bytes| {
                let code = bytes.iter().fold(0, |sum, b| sum << 8 | u32::from(*b));
                let width =
                    self.widths.binary_search_by_key(&code, |(c, _)| *c).map_or(self.usual, |at| self.widths[at].1);
                Shown { text: self.letter(code), width: width / 1000.0, is_blank: size == 1 && code == 32 }
            })
            .collect()
    }

    fn letter(&self, code: u32) -> String {
        if let Ok(at) = self.letters.binary_search_by_key(&code, |(c, _)| *c) {
            return self.letters[at].1.clone();
        }
        if self.wide || (self.has_map && code > 126) {
            return char::REPLACEMENT_CHARACTER.to_string();
        }
        let byte = u8::try_from(code).unwrap_or(b'?');
        western(byte).to_string()
    }

    /// A map from codes to letters that the file brings along.
    fn map(&mut self, map: &[u8]) {
        let mut lexer = Lexer::new(map, 0);
        let mut stack: Vec<Object> = Vec::new();
        while let Some(object) = lexer.next() {
            let Object::Word(word) = object else {
                stack.push(object);
                continue;
            };
            match word.as_slice() {
                b"endbfchar" => {
                    for pair in stack.chunks_exact(2) {
                        if let [Object::Text(code), Object::Text(letters)] = pair {
                            self.letters.push((number(code), wide_text(letters)));
                        }
                    }
                }
                b"endbfrange" => {
                    for three in stack.chunks_exact(3) {
                        let [Object::Text(from), Object::Text(to), letters] = three else { continue };
                        let (from, to) = (number(from), number(to));
                        for (place, code) in (from..=to).enumerate() {
                            if self.letters.len() > MOST_CODES {
                                break;
                            }
                            let text = match letters {
                                Object::Text(first) => counted(first, place),
                                Object::Array(list) => match list.get(place) {
                                    Some(Object::Text(letters)) => wide_text(letters),
                                    _ => break,
                                },
                                _ => break,
                            };
                            self.letters.push((code, text));
                        }
                    }
                }
                b"endcodespacerange" => {
                    if let Some(Object::Text(code)) = stack.last() {
                        self.wide = code.len() > 1;
                    }
                }
                _ => {}
            }
            stack.clear();
        }
    }

    /// `[1 [500 600] 10 20 450]`: widths from a code on, or of a range.
    fn wide_widths(&mut self, file: &File<'_>, list: &Object) {
        let mut items = list.items().iter().map(|item| file.resolve(item));
        while let Some(first) = items.next() {
            let first = first.number().map_or(0, code);
            match items.next() {
                Some(Object::Array(widths)) => {
                    for (place, width) in (first..).zip(&widths) {
                        self.widths.push((place, file.resolve(width).number().unwrap_or(self.usual)));
                    }
                }
                Some(Object::Number(last)) => {
                    let width = items.next().and_then(|w| w.number()).unwrap_or(self.usual);
                    for place in (first..=code(last)).take(MOST_CODES) {
                        self.widths.push((place, width));
                    }
                }
                _ => return,
            }
        }
    }

    fn differences(&mut self, file: &File<'_>, encoding: &Object) {
        let mut at = 0;
        for item in file.entry(encoding, "Differences").items() {
            match file.resolve(item) {
                Object::Number(n) => at = code(n),
                Object::Name(name) => {
                    if let Some(c) = named(&name)
                        && !self.letters.iter().any(|(code, _)| *code == at)
                    {
                        self.letters.push((at, c.to_string()));
                    }
                    at = at.saturating_add(1);
                }
                _ => {}
            }
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "as `as` does: a negative number becomes 0"
)]
const fn code(n: f64) -> u32 {
    n as u32
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |sum, b| sum << 8 | u32::from(*b))
}

fn wide_text(bytes: &[u8]) -> String {
    let units = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).filter(|c| *c != '\0').collect()
}

/// The letters so many places behind these.
fn counted(first: &[u8], place: usize) -> String {
    let mut text: Vec<char> = wide_text(first).chars().collect();
    if let Some(last) = text.last_mut() {
        let next = u32::try_from(place).ok().and_then(|place| char::from_u32(u32::from(*last) + place));
        *last = next.unwrap_or(char::REPLACEMENT_CHARACTER);
    }
    text.into_iter().collect()
}

/// A letter by the name that fonts give it.
fn named(name: &str) -> Option<char> {
    let mut letters = name.chars();
    if let (Some(c), None) = (letters.next(), letters.next()) {
        return Some(c);
    }
    let hex = name.strip_prefix("uni").or_else(|| name.strip_prefix('u'));
    if let Some(c) = hex.and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32) {
        return Some(c);
    }
    const NAMES: &[(&str, char)] = &[
        ("space", ' '),
        ("hyphen", '-'),
        ("period", '.'),
        ("comma", ','),
        ("colon", ':'),
        ("semicolon", ';'),
        ("parenleft", '('),
        ("parenright", ')'),
        ("slash", '/'),
        ("percent", '%'),
        ("zero", '0'),
        ("one", '1'),
        ("two", '2'),
        ("three", '3'),
        ("four", '4'),
        ("five", '5'),
        ("six", '6'),
        ("seven", '7'),
        ("eight", '8'),
        ("nine", '9'),
        ("endash", '–'),
        ("emdash", '—'),
        ("quotedblleft", '“'),
        ("quotedblright", '”'),
        ("quoteleft", '‘'),
        ("quoteright", '’'),
        ("plus", '+'),
        ("equal", '='),
        ("bullet", '•'),
        ("dcroat", 'đ'),
        ("Dcroat", 'Đ'),
        ("abreve", 'ă'),
        ("Abreve", 'Ă'),
        ("acircumflex", 'â'),
        ("Acircumflex", 'Â'),
        ("ecircumflex", 'ê'),
        ("Ecircumflex", 'Ê'),
        ("ocircumflex", 'ô'),
        ("Ocircumflex", 'Ô'),
        ("ohorn", 'ơ'),
        ("Ohorn", 'Ơ'),
        ("uhorn", 'ư'),
        ("Uhorn", 'Ư'),
        ("agrave", 'à'),
        ("aacute", 'á'),
        ("atilde", 'ã'),
        ("egrave", 'è'),
        ("eacute", 'é'),
        ("igrave", 'ì'),
        ("iacute", 'í'),
        ("itilde", 'ĩ'),
        ("ograve", 'ò'),
        ("oacute", 'ó'),
        ("otilde", 'õ'),
        ("ugrave", 'ù'),
        ("uacute", 'ú'),
        ("utilde", 'ũ'),
        ("yacute", 'ý'),
    ];
    NAMES.iter().find(|(n, _)| *n == name).map(|(_, c)| *c)
}

/// A byte of the usual Western code page.
const fn western(byte: u8) -> char {
    match byte {
        0x85 => '…',
        0x91 => '‘',
        0x92 => '’',
        0x93 => '“',
        0x94 => '”',
        0x95 => '•',
        0x96 => '–',
        0x97 => '—',
        byte => byte as char,
    }
}

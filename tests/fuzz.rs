//! Files and texts broken in every way that chance finds: the reader must neither stop the program nor quote
//! what the input does not say.
//!
//! A short run with fixed chances is part of the native tests. `LOTRINH_FUZZ=100000 cargo test --release --test
//! fuzz` runs longer, and `LOTRINH_FUZZ_SEED=…` elsewhere; a failure prints the round that repeats it.

use lotrinh::document;
use lotrinh::reader::{json, read};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{decompress_to_vec, decompress_to_vec_zlib};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

/// Marsaglia's xorshift: the same chances everywhere.
struct Chance(u64);

impl Chance {
    fn new(target: u64, round: u64) -> Self {
        let mut chance = Self((target << 48 ^ round.wrapping_mul(0x9e37_79b9_7f4a_7c15)) | 1);
        for _ in 0..8 {
            chance.next();
        }
        chance
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// Mostly small.
    fn short(&mut self, bits: usize) -> usize {
        let most = 1 << self.below(bits);
        self.below(most)
    }

    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % most.max(1) as u64).unwrap_or(0)
    }
}

/// Every document of the reader's tests, by name.
fn seeds() -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reader");
    let mut out = Vec::new();
    for folder in ["dev", "held", "files"] {
        for entry in fs::read_dir(root.join(folder)).expect("the folder is there") {
            let path = entry.expect("readable").path();
            if path.extension().is_some_and(|e| e != "json") {
                let name = path.file_name().and_then(|n| n.to_str()).expect("a name").to_owned();
                out.push((name, fs::read(&path).expect("readable")));
            }
        }
    }
    out.sort();
    out
}

/// What breaks parsers: limits, signs of the formats, words of the plans.
const PIECES: &[&[u8]] = &[
    b"0",
    b"-1",
    b"99999999999999999999",
    b"4294967295",
    b"1e308",
    b"%",
    b"<table>",
    b"</table>",
    b"<td rowspan=4000000000>",
    b"<w:p>",
    b"</w:p>",
    b"<w:tbl><w:tr><w:tc>",
    b"&#x10ffff;",
    b"&#0;",
    b"<!--",
    b"<![CDATA[",
    b"endstream",
    b"endobj",
    b"1 0 obj",
    b"<< /Length 9999999999 >>",
    b"/Kids [1 0 R]",
    b"BT /F1 12 Tf (a) Tj ET",
    b"1 0 0 1 0 0 cm q q q",
    b"\xff\xfe",
    b"\0",
    b"\xcc\x81\xcc\x81",
    "Sở Công Thương chủ trì, phối hợp với ".as_bytes(),
    "đến năm 2030 đạt từ 60% đến 70%, trong đó ".as_bytes(),
    "\nĐiều 1. ".as_bytes(),
    "\n- ".as_bytes(),
    "\t".as_bytes(),
];

fn mutate(bytes: &mut Vec<u8>, other: &[u8], chance: &mut Chance) {
    for _ in 0..=chance.below(6) {
        let len = bytes.len();
        let at = chance.below(len + 1);
        let to = (at + chance.short(12)).min(len);
        match chance.below(9) {
            0 if len > 0 => bytes[at.min(len - 1)] ^= 1 << chance.below(8),
            1 if len > 0 => bytes[at.min(len - 1)] = [0, 9, 10, 32, 40, 41, 47, 60, 127, 255][chance.below(10)],
            2 => drop(bytes.drain(at..to)),
            3 => {
                let copy = bytes[at..to].to_vec();
                let place = chance.below(len + 1);
                bytes.splice(place..place, copy);
            }
            4 => {
                let from = chance.below(other.len() + 1);
                let end = (from + chance.short(12)).min(other.len());
                bytes.splice(at..at, other[from..end].iter().copied());
            }
            5 if chance.below(4) == 0 => bytes.truncate(at),
            6 => {
                // A number grows beyond what a number can be.
                let digit = (at..len).find(|i| bytes[*i].is_ascii_digit()).unwrap_or(at);
                bytes.splice(digit..digit, b"987654321".iter().copied().cycle().take(chance.below(24)));
            }
            7 => {
                let piece = PIECES[chance.below(PIECES.len())];
                let times = 1 + chance.short(9);
                bytes.splice(at..at, piece.iter().copied().cycle().take(piece.len() * times));
            }
            _ => drop(bytes.splice(at..at, PIECES[chance.below(PIECES.len())].iter().copied())),
        }
    }
}

/// What must hold of any input.
fn check(bytes: &[u8], name: &str) {
    let Ok(text) = document::text(bytes, name) else { return };
    let found = read(&text);
    let inside = |range: &std::ops::Range<usize>| text.get(range.clone()).is_some();
    for target in &found.targets {
        assert!(inside(&target.quote) && inside(&target.passage), "{target:?}");
        assert!(target.value.is_finite() && (0.0..=1.0).contains(&target.confidence), "{target:?}");
        assert!(target.part_of.is_none_or(|whole| whole < found.targets.len()), "{target:?}");
    }
    for task in &found.tasks {
        assert!(inside(&task.quote) && inside(&task.passage), "{task:?}");
        assert!(task.lead.iter().chain(&task.coordinating).all(|name| !name.trim().is_empty()), "{task:?}");
    }
    assert!(found.problems.iter().filter_map(|p| p.place.as_ref()).all(inside));
    assert!(!json::to_json(&found, &text).is_empty());
}

fn rounds(usual: u64) -> u64 {
    std::env::var("LOTRINH_FUZZ").ok().and_then(|n| n.parse().ok()).unwrap_or(usual)
}

fn run(target: u64, usual: u64, one: impl Fn(&mut Chance)) {
    let seed: u64 = std::env::var("LOTRINH_FUZZ_SEED").ok().and_then(|n| n.parse().ok()).unwrap_or(0);
    for round in seed..seed + rounds(usual) {
        let held = catch_unwind(AssertUnwindSafe(|| one(&mut Chance::new(target, round))));
        assert!(held.is_ok(), "repeat with LOTRINH_FUZZ=1 LOTRINH_FUZZ_SEED={round}");
    }
}

#[test]
fn broken_files() {
    let seeds = seeds();
    run(1, 400, |chance| {
        let (name, bytes) = &seeds[chance.below(seeds.len())];
        let mut bytes = bytes.clone();
        mutate(&mut bytes, &seeds[chance.below(seeds.len())].1, chance);
        check(&bytes, if chance.below(8) == 0 { "a.csv" } else { name });
    });
}

/// The parts of a packed file.
fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let number = |at: usize, len: usize| bytes[at..at + len].iter().rev().fold(0, |sum, b| sum << 8 | usize::from(*b));
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(next) = bytes[at..].windows(4).position(|w| w == b"PK\x01\x02") {
        at += next;
        let (method, size, name_len, local) =
            (number(at + 10, 2), number(at + 20, 4), number(at + 28, 2), number(at + 42, 4));
        let name = String::from_utf8_lossy(&bytes[at + 46..at + 46 + name_len]).into_owned();
        let start = local + 30 + number(local + 26, 2) + number(local + 28, 2);
        let packed = &bytes[start..start + size];
        let part = if method == 8 { decompress_to_vec(packed).expect("sound") } else { packed.to_vec() };
        out.push((name, part));
        at += 46;
    }
    out
}

fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let short = |n: usize| u16::try_from(n).expect("small").to_le_bytes();
    let long = |n: usize| u32::try_from(n).expect("small").to_le_bytes();
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in parts {
        let body = compress_to_vec(bytes, 1);
        let at = out.len();
        out.extend(b"PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0");
        out.extend([long(body.len()), long(bytes.len())].concat());
        out.extend([short(name.len()), short(0)].concat());
        out.extend(name.as_bytes());
        out.extend(&body);
        directory.extend(b"PK\x01\x02\x14\0\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0");
        directory.extend([long(body.len()), long(bytes.len())].concat());
        directory.extend([short(name.len()), short(0), short(0), short(0), short(0)].concat());
        directory.extend([long(0), long(at)].concat());
        directory.extend(name.as_bytes());
    }
    let at = out.len();
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend([short(parts.len()), short(parts.len())].concat());
    out.extend([long(directory.len()), long(at), [0; 4]].concat());
    out
}

/// What is inside a Word file, broken and packed again.
#[test]
fn broken_word_files() {
    let files: Vec<_> =
        seeds().into_iter().filter(|(n, _)| n.ends_with(".docx")).map(|(_, bytes)| unpacked(&bytes)).collect();
    assert!(files.len() >= 3 && files.iter().all(|parts| parts.len() > 3));
    run(2, 150, |chance| {
        let mut parts = files[chance.below(files.len())].clone();
        let other = files[chance.below(files.len())][0].1.clone();
        let at = match chance.below(4) {
            0 => chance.below(parts.len()),
            _ => parts.iter().position(|(name, _)| name == "word/document.xml").expect("the text is there"),
        };
        mutate(&mut parts[at].1, &other, chance);
        check(&packed(&parts), "a.docx");
    });
}

/// What is inside a PDF, unpacked and broken.
#[test]
fn broken_pdf_files() {
    let open = |bytes: &[u8]| {
        let mut out = Vec::new();
        let mut at = 0;
        while let Some(next) = bytes[at..].windows(7).position(|w| w == b"stream\n") {
            let start = at + next + 7;
            let end = bytes[start..].windows(9).position(|w| w == b"endstream").map_or(bytes.len(), |n| start + n);
            out.extend(&bytes[at..start]);
            match decompress_to_vec_zlib(&bytes[start..end]) {
                // Fonts are of no use here.
                Ok(body) if body.len() < 40_000 => out.extend(body),
                _ => {}
            }
            at = end;
            out.extend(&bytes[at..(at + 9).min(bytes.len())]);
            at = (at + 9).min(bytes.len());
        }
        out.extend(&bytes[at..]);
        let filter = b"/Filter/FlateDecode";
        for i in 0..out.len().saturating_sub(filter.len()) {
            if out[i..].starts_with(filter) {
                out[i..i + filter.len()].fill(b' ');
            }
        }
        out
    };
    let files: Vec<Vec<u8>> =
        seeds().iter().filter(|(n, _)| n.ends_with(".pdf")).map(|(_, bytes)| open(bytes)).collect();
    assert!(files.len() >= 3);
    assert!(files.iter().any(|bytes| document::text(bytes, "a.pdf").is_ok_and(|text| text.len() > 1000)));
    run(3, 150, |chance| {
        let mut bytes = files[chance.below(files.len())].clone();
        let other = &files[chance.below(files.len())];
        mutate(&mut bytes, other, chance);
        check(&bytes, "a.pdf");
    });
}

/// A small file that unpacks to more than any document: refused, not unpacked.
#[test]
fn bombs() {
    let seeds = seeds();
    let word = unpacked(&seeds.iter().find(|(n, _)| n.ends_with(".docx")).expect("one").1);
    run(4, 3, |chance| {
        let mut parts = word.clone();
        let at = parts.iter().position(|(name, _)| name == "word/document.xml").expect("the text is there");
        let middle = parts[at].1.len() / 2;
        let fill = [b' ', b'a', b'<'][chance.below(3)];
        parts[at].1.splice(middle..middle, std::iter::repeat_n(fill, 100 << 20));
        assert_eq!(document::text(&packed(&parts), "a.docx"), Err(document::Refused::Bomb));
    });
}

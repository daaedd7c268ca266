//! The objects of a file, its streams unpacked, and its pages.

use super::super::MOST_UNPACKED;
use super::object::{Lexer, Object};
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit, decompress_to_vec_zlib_with_limit};
use std::borrow::Cow;
use std::cell::Cell;

/// A file's objects.
pub struct File<'a> {
    bytes: &'a [u8],
    /// By number; the last one of a number counts.
    places: Vec<(u32, Place)>,
    /// Unpacked streams that hold other objects.
    packed: Vec<Vec<u8>>,
    left: Cell<usize>,
    bomb: Cell<bool>,
}

#[derive(Clone, Copy)]
enum Place {
    File(usize),
    Packed(usize, usize),
}

/// A page: its object, and what it has of those above it.
pub struct Page {
    pub object: Object,
    pub resources: Object,
    /// Degrees clockwise.
    pub turned: i64,
}

const MOST_PAGES: usize = 3000;
const DEEPEST: usize = 40;

impl<'a> File<'a> {
    /// Finds the objects.
    pub fn open(bytes: &'a [u8]) -> Self {
        let mut file = Self {
            bytes,
            places: scan(bytes),
            packed: Vec::new(),
            left: Cell::new(MOST_UNPACKED),
            bomb: Cell::new(false),
        };
        file.sort();
        let mut inner = Vec::new();
        for (_, place) in &file.places {
            let Place::File(at) = *place else { continue };
            let object = Lexer::new(bytes, at).next().unwrap_or(Object::Null);
            if object.get("Type").name() != "ObjStm" {
                continue;
            }
            let Some(unpacked) = file.stream_at(at) else { continue };
            let number = |name| file.resolve(object.get(name)).number().map_or(0, index);
            let (count, first) = (number("N"), number("First"));
            let mut lexer = Lexer::new(&unpacked, 0);
            let mut found = Vec::new();
            for _ in 0..count {
                let (Some(Object::Number(id)), Some(Object::Number(offset))) = (lexer.next(), lexer.next()) else {
                    break;
                };
                found.push((id as u32, first + index(offset)));
            }
            inner.push((found, unpacked.into_owned()));
        }
        for (found, unpacked) in inner {
            let stream = file.packed.len();
            file.packed.push(unpacked);
            // What stands in the open counts where both are there: it was written later or is the same.
            for (id, at) in found {
                if file.place(id).is_none() {
                    file.places.push((id, Place::Packed(stream, at)));
                }
            }
            file.sort();
        }
        file
    }

    /// Whether reading stopped because too much was unpacked.
    pub const fn is_bomb(&self) -> bool {
        self.bomb.get()
    }

    fn sort(&mut self) {
        self.places.reverse();
        crate::sort::by_key(&mut self.places, |(id, _)| *id);
        self.places.dedup_by_key(|(id, _)| *id);
    }

    fn place(&self, id: u32) -> Option<Place> {
        let at = self.places.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        Some(self.places[at].1)
    }

    /// What an object refers to.
    pub fn resolve(&self, object: &Object) -> Object {
        let mut object = object.clone();
        for _ in 0..DEEPEST {
            let Object::Ref(id) = object else { return object };
            object = match self.place(id) {
                Some(Place::File(at)) => Lexer::new(self.bytes, at).next().unwrap_or(Object::Null),
                Some(Place::Packed(stream, at)) => Lexer::new(&self.packed[stream], at).next().unwrap_or(Object::Null),
                None => Object::Null,
            };
        }
        Object::Null
    }

    /// An entry of a dictionary, resolved.
    pub fn entry(&self, object: &Object, name: &str) -> Object {
        self.resolve(object.get(name))
    }

    /// The bytes of a stream that an object refers to.
    pub fn stream(&self, object: &Object) -> Option<Cow<'a, [u8]>> {
        let Object::Ref(id) = object else { return None };
        let Some(Place::File(at)) = self.place(*id) else { return None };
        self.stream_at(at)
    }

    fn stream_at(&self, at: usize) -> Option<Cow<'a, [u8]>> {
        let mut lexer = Lexer::new(self.bytes, at);
        let head = lexer.next()?;
        lexer.skip_space();
        let body = self.bytes.get(lexer.at..)?.strip_prefix(b"stream")?;
        let body = body.strip_prefix(b"\r\n").or_else(|| body.strip_prefix(b"\n")).unwrap_or(body);
        let stated = self.entry(&head, "Length").number().map(index);
        let ends = |length: &usize| {
            let rest = body.get(*length..).unwrap_or(&[]);
            find(&rest[..rest.len().min(12)], b"endstream").is_some()
        };
        let length = stated.filter(ends).or_else(|| find(body, b"endstream"))?;
        let mut bytes = Cow::Borrowed(&body[..length]);
        let filters = self.entry(&head, "Filter");
        let one = [filters.clone()];
        for filter in if filters.items().is_empty() { &one[..] } else { filters.items() } {
            bytes = match self.resolve(filter).name() {
                "" => bytes,
                "FlateDecode" | "Fl" => Cow::Owned(self.inflate(&bytes)?),
                "ASCIIHexDecode" | "AHx" => Cow::Owned(hex(&bytes)),
                "ASCII85Decode" | "A85" => Cow::Owned(base85(&bytes)),
                _ => return None,
            };
        }
        Some(bytes)
    }

    /// What could be unpacked, also of a stream that breaks off.
    fn inflate(&self, packed: &[u8]) -> Option<Vec<u8>> {
        let limit = self.left.get();
        let out = match decompress_to_vec_zlib_with_limit(packed, limit) {
            Ok(out) => out,
            Err(error) if error.status == TINFLStatus::HasMoreOutput => {
                self.bomb.set(true);
                return None;
            }
            // Without its head, or with a wrong sum at the end.
            Err(error) if error.output.is_empty() => decompress_to_vec_with_limit(packed, limit).ok()?,
            Err(error) => error.output,
        };
        self.left.set(limit - out.len().min(limit));
        Some(out)
    }

    /// The pages in order.
    pub fn pages(&self) -> Vec<Page> {
        let mut pages = Vec::new();
        for (id, _) in self.places.iter().rev() {
            let object = self.resolve(&Object::Ref(*id));
            if object.get("Type").name() == "Catalog" {
                self.below(object.get("Pages"), &Object::Null, 0, 0, &mut pages);
                if !pages.is_empty() {
                    return pages;
                }
            }
        }
        for (id, _) in &self.places {
            let object = self.resolve(&Object::Ref(*id));
            if object.get("Type").name() == "Page" && pages.len() < MOST_PAGES {
                self.below(&Object::Ref(*id), &Object::Null, 0, 0, &mut pages);
            }
        }
        pages
    }

    fn below(&self, node: &Object, resources: &Object, turned: i64, depth: usize, pages: &mut Vec<Page>) {
        if depth > DEEPEST || pages.len() >= MOST_PAGES {
            return;
        }
        let object = self.resolve(node);
        let own = self.entry(&object, "Resources");
        let resources = if own == Object::Null { resources.clone() } else { own };
        let turned = self.entry(&object, "Rotate").number().map_or(turned, |n| n as i64);
        let kids = self.entry(&object, "Kids");
        if matches!(kids, Object::Array(_)) {
            for kid in kids.items() {
                self.below(kid, &resources, turned, depth + 1, pages);
            }
        } else if matches!(object, Object::Dict(_)) {
            pages.push(Page { object, resources, turned: turned.rem_euclid(360) });
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "as `as` does: a negative number becomes 0"
)]
const fn index(n: f64) -> usize {
    n as usize
}

/// Every "12 0 obj" of a file.
fn scan(bytes: &[u8]) -> Vec<(u32, Place)> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(found) = find(&bytes[at..], b"obj") {
        let end = at + found;
        at = end + 3;
        let before = &bytes[end.saturating_sub(24)..end];
        let mut words = before.rsplit(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
        let generation = words.next().and_then(|word| std::str::from_utf8(word).ok());
        let id = words.next().and_then(|word| {
            let digits = word.iter().rev().take_while(|b| b.is_ascii_digit()).count();
            std::str::from_utf8(&word[word.len() - digits..]).ok()?.parse().ok()
        });
        if let (Some(_), Some(id)) = (generation.and_then(|g| g.parse::<u32>().ok()), id) {
            out.push((id, Place::File(at)));
        }
    }
    out
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    let first = *what.first()?;
    let mut at = 0;
    while let Some(next) = bytes[at..].iter().position(|b| *b == first) {
        at += next;
        if bytes[at..].starts_with(what) {
            return Some(at);
        }
        at += 1;
    }
    None
}

fn hex(bytes: &[u8]) -> Vec<u8> {
    let digits: Vec<u32> = bytes.iter().filter_map(|b| char::from(*b).to_digit(16)).collect();
    digits.chunks(2).filter_map(|pair| u8::try_from(pair[0] * 16 + pair.get(1).copied().unwrap_or(0)).ok()).collect()
}

fn base85(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut group: Vec<u32> = Vec::new();
    for b in bytes.iter().take_while(|b| **b != b'~') {
        match b {
            b'z' if group.is_empty() => out.extend([0; 4]),
            b'!'..=b'u' => group.push(u32::from(b - b'!')),
            _ => {}
        }
        if group.len() == 5 {
            let sum = group.iter().fold(0_u32, |sum, n| sum.wrapping_mul(85).wrapping_add(*n));
            out.extend(sum.to_be_bytes());
            group.clear();
        }
    }
    if group.len() > 1 {
        let count = group.len() - 1;
        group.resize(5, 84);
        let sum = group.iter().fold(0_u32, |sum, n| sum.wrapping_mul(85).wrapping_add(*n));
        out.extend(&sum.to_be_bytes()[..count]);
    }
    out
}

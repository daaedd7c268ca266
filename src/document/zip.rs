//! A packed file's parts, by name.

use super::{MOST_UNPACKED, Refused};
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

/// A packed file and how much of it may still be unpacked.
pub struct Archive<'a> {
    bytes: &'a [u8],
    parts: Vec<Part<'a>>,
    left: usize,
}

struct Part<'a> {
    name: &'a [u8],
    at: usize,
    packed: usize,
    method: usize,
    locked: bool,
}

/// More parts than any document has.
const MOST_PARTS: usize = 20_000;

impl<'a> Archive<'a> {
    /// Reads the directory at the end.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refused> {
        // The end record is 22 bytes and a comment of at most 64 KB.
        let from = bytes.len().saturating_sub(22 + 0xffff);
        let end = bytes[from..].windows(4).rposition(|w| w == b"PK\x05\x06").ok_or(Refused::Damaged)? + from;
        let count = number(bytes, end + 10, 2)?;
        let mut at = number(bytes, end + 16, 4)?;
        let mut parts = Vec::new();
        for _ in 0..count.min(MOST_PARTS) {
            if bytes.get(at..at + 4) != Some(b"PK\x01\x02") {
                return Err(Refused::Damaged);
            }
            let length = number(bytes, at + 28, 2)?;
            parts.push(Part {
                name: bytes.get(at + 46..at + 46 + length).ok_or(Refused::Damaged)?,
                at: number(bytes, at + 42, 4)?,
                packed: number(bytes, at + 20, 4)?,
                method: number(bytes, at + 10, 2)?,
                locked: number(bytes, at + 8, 2)? & 1 == 1,
            });
            at += 46 + length + number(bytes, at + 30, 2)? + number(bytes, at + 32, 2)?;
        }
        Ok(Self { bytes, parts, left: MOST_UNPACKED })
    }

    /// Whether there is such a part.
    pub fn has(&self, name: &str) -> bool {
        self.parts.iter().any(|part| part.name == name.as_bytes())
    }

    /// A part's text; none where there is no such part.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Refused> {
        let Some(part) = self.parts.iter().find(|part| part.name == name.as_bytes()) else { return Ok(None) };
        if part.locked {
            return Err(Refused::Locked);
        }
        let header = part.at;
        if self.bytes.get(header..header.saturating_add(4)) != Some(b"PK\x03\x04") {
            return Err(Refused::Damaged);
        }
        let start = header + 30 + number(self.bytes, header + 26, 2)? + number(self.bytes, header + 28, 2)?;
        let packed = self.bytes.get(start..start.saturating_add(part.packed)).ok_or(Refused::Damaged)?;
        let unpacked = match part.method {
            0 if packed.len() <= self.left => packed.to_vec(),
            0 => return Err(Refused::Bomb),
            8 => decompress_to_vec_with_limit(packed, self.left).map_err(|error| match error.status {
                TINFLStatus::HasMoreOutput => Refused::Bomb,
                _ => Refused::Damaged,
            })?,
            _ => return Err(Refused::Foreign),
        };
        self.left -= unpacked.len();
        Ok(Some(String::from_utf8(unpacked).map_err(|_| Refused::Damaged)?))
    }
}

fn number(bytes: &[u8], at: usize, length: usize) -> Result<usize, Refused> {
    let part = bytes.get(at..at.saturating_add(length)).ok_or(Refused::Damaged)?;
    Ok(part.iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte)))
}

//! The whole data set as one compact file, which is what a reader loads.
//!
//! JSON is for people who edit the data. Reading it into types is a quarter of the code that a reader
//! would download, and it says every field's name in every record. Here like stands beside like, which
//! compresses well: each field has a stream of its own with the values of all records, and texts stand
//! apart, each once; a field has a number in their place.
//!
//! The file is written and read by the same lists of fields ([`records`]), so it has no versions of its
//! own: it belongs to the app it was built with, and its first line says so. Reading checks the sum of
//! the whole file and nothing after that; a file that was changed on its way is refused whole.

mod records;

use super::DataSet;
use std::fmt;

/// What the file begins with: the format of an app's version is the app's own.
const MARK: &str = concat!("lotrinh ", env!("CARGO_PKG_VERSION"), "\n");

/// Why a packed file cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unusable {
    /// It does not begin as such a file does, or belongs to another version of the app.
    Foreign,
    /// It ends too early or was changed.
    Damaged,
}

impl fmt::Display for Unusable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Foreign => "the data file belongs to another version of Lộ trình",
            Self::Damaged => "the data file is damaged or incomplete",
        })
    }
}

/// Which store of texts a text stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Store {
    /// Ids.
    Id,
    /// Paths of clauses.
    Clause,
    /// Numbers of documents, dates, addresses, names of publishers.
    Plain,
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

const STORES: usize = 5;

/// How many streams of numbers there are: one for each field in [`records`], and the first for what is in no record.
const STREAMS: usize = 192;

/// Between two texts of a store; no text contains it.
const END: char = '\u{0}';

/// Packs a data set. U+0000, which no text has a use for, becomes a blank.
pub fn pack(data: &DataSet) -> Vec<u8> {
    let mut out = Packer::default();
    data.pack(&mut out);
    let stores = out.stores.map(|texts| texts.join("\u{0}").into_bytes());
    let parts = || out.streams.iter().chain(&stores);
    let mut body = Vec::new();
    parts().for_each(|part| write_number(&mut body, part.len() as u64));
    parts().for_each(|part| body.extend(part));
    let mut file = MARK.as_bytes().to_vec();
    file.extend(sum(&body).to_le_bytes());
    file.extend(body);
    file
}

/// Reads a packed data set, which lives as long as the program.
///
/// # Errors
///
/// If the file is not one that this version of the app has packed, or not whole.
pub fn unpack(file: &'static [u8]) -> Result<DataSet, Unusable> {
    let rest = file.strip_prefix(MARK.as_bytes()).ok_or(Unusable::Foreign)?;
    let (expected, body) = rest.split_first_chunk().ok_or(Unusable::Damaged)?;
    if u32::from_le_bytes(*expected) != sum(body) {
        return Err(Unusable::Damaged);
    }
    let mut from = Unpacker::new(body);
    let lengths: [usize; STREAMS + STORES] = std::array::from_fn(|_| from.size());
    let mut rest = from.streams[0];
    for (part, length) in lengths.into_iter().enumerate() {
        let (bytes, after) = rest.split_at_checked(length).unwrap_or_default();
        rest = after;
        match part.checked_sub(STREAMS) {
            None => from.streams[part] = bytes,
            Some(store) => from.stores[store].new = std::str::from_utf8(bytes).unwrap_or_default(),
        }
    }
    let mut data = DataSet::unpack(&mut from);
    data.index();
    Ok(data)
}

/// The sum that tells a changed file from a whole one (FNV-1a).
fn sum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// Something that is packed as its parts, one after the other.
trait Packed: Sized {
    fn pack(&self, out: &mut Packer);
    /// The parts are read without a check of each: the file's sum has vouched for all of them.
    fn unpack(from: &mut Unpacker) -> Self;
}

struct Packer {
    streams: [Vec<u8>; STREAMS],
    /// The stream that is written to.
    at: usize,
    stores: [Vec<String>; STORES],
}

impl Default for Packer {
    fn default() -> Self {
        Self { streams: std::array::from_fn(|_| Vec::new()), at: 0, stores: Default::default() }
    }
}

struct Unpacker {
    streams: [&'static [u8]; STREAMS],
    /// The stream that is read from.
    at: usize,
    stores: [Texts; STORES],
}

#[derive(Default)]
struct Texts {
    /// Those that have been asked for, in that order.
    known: Vec<&'static str>,
    /// What follows them.
    new: &'static str,
}

/// Seven bits a byte, the lowest first.
fn write_number(out: &mut Vec<u8>, mut number: u64) {
    while number > 0x7f {
        out.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    out.push(number.to_le_bytes()[0]);
}

impl Packer {
    /// Writes a field into its own stream, and goes on to the next one's.
    fn field(&mut self, stream: &mut usize, field: &impl Packed) {
        let before = std::mem::replace(&mut self.at, *stream);
        *stream += 1;
        field.pack(self);
        self.at = before;
    }

    fn number(&mut self, number: u64) {
        write_number(&mut self.streams[self.at], number);
    }

    /// Nought is the next new text; a larger number goes that many texts back.
    fn text(&mut self, store: Store, text: &str) {
        let clean = text.contains(END).then(|| text.replace(END, " "));
        let text = clean.as_deref().unwrap_or(text);
        let texts = &mut self.stores[store as usize];
        match texts.iter().rposition(|known| known == text) {
            Some(at) => {
                let back = texts.len() - at;
                self.number(back as u64);
            }
            None => {
                texts.push(text.to_owned());
                self.number(0);
            }
        }
    }
}

impl Unpacker {
    fn new(numbers: &'static [u8]) -> Self {
        let mut streams: [&'static [u8]; STREAMS] = [&[]; STREAMS];
        streams[0] = numbers;
        Self { streams, at: 0, stores: Default::default() }
    }

    /// Reads a field from its own stream, and goes on to the next one's.
    fn field<T: Packed>(&mut self, stream: &mut usize) -> T {
        let before = std::mem::replace(&mut self.at, *stream);
        *stream += 1;
        let field = T::unpack(self);
        self.at = before;
        field
    }

    #[inline(never)]
    fn number(&mut self) -> u64 {
        let mut number = 0;
        let mut shift = 0;
        let stream = &mut self.streams[self.at];
        while let Some((&byte, rest)) = stream.split_first() {
            *stream = rest;
            number |= u64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 || shift > 63 {
                break;
            }
        }
        number
    }

    #[expect(clippy::cast_possible_truncation, reason = "a number that was a size when it was packed")]
    fn size(&mut self) -> usize {
        self.number() as usize
    }

    #[inline(never)]
    fn text(&mut self, store: Store) -> &'static str {
        let back = self.size();
        let texts = &mut self.stores[store as usize];
        if back > 0 {
            return texts.known.len().checked_sub(back).map_or("", |at| texts.known[at]);
        }
        let (text, rest) = texts.new.split_once(END).unwrap_or((texts.new, ""));
        texts.new = rest;
        texts.known.push(text);
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::bundled;

    fn packed() -> (DataSet, &'static mut [u8]) {
        let data = bundled().expect("the bundled data is sound");
        let file = pack(&data).leak();
        (data, file)
    }

    #[test]
    fn what_was_packed_is_read_back() {
        let (data, file) = packed();
        let read = unpack(file).expect("the file is whole");
        assert_eq!(format!("{read:?}"), format!("{data:?}"));
    }

    #[test]
    fn a_changed_or_foreign_file_is_refused() {
        let (_, file) = packed();
        assert_eq!(unpack(b"").map(drop), Err(Unusable::Foreign));
        assert_eq!(unpack(b"lotrinh 0.0.0\n").map(drop), Err(Unusable::Foreign));
        assert_eq!(unpack(MARK.as_bytes()).map(drop), Err(Unusable::Damaged));
        let short: &'static [u8] = file[..file.len() - 1].to_vec().leak();
        assert_eq!(unpack(short).map(drop), Err(Unusable::Damaged));
        let middle = file.len() / 2;
        file[middle] ^= 1;
        assert_eq!(unpack(file).map(drop), Err(Unusable::Damaged));
    }

    #[test]
    fn numbers_of_every_size_are_read_back() {
        let numbers = [0, 1, 127, 128, 16_383, 16_384, u64::from(u32::MAX), u64::MAX >> 1, u64::MAX];
        let mut out = Packer::default();
        numbers.iter().for_each(|&number| out.number(number));
        let mut from = Unpacker::new(std::mem::take(&mut out.streams[0]).leak());
        assert_eq!(numbers.map(|_| from.number()), numbers);
        assert_eq!(from.number(), 0, "past the end is nought");
    }

    #[test]
    fn figures_are_read_back_to_the_last_digit() {
        let figures = [0.0, 55.0, 0.1, 12.35, 2224.5, 1e9, -3.25, 600.0, 123_456.789, 17_250_000_000.0];
        let mut out = Packer::default();
        figures.iter().for_each(|figure| figure.pack(&mut out));
        let mut from = Unpacker::new(std::mem::take(&mut out.streams[0]).leak());
        assert_eq!(figures.map(|_| f64::unpack(&mut from)), figures);
    }
}

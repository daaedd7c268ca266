//! The whole data set as one compact file, which is what a reader loads.
//!
//! JSON is for people who edit the data. Reading it into types is a quarter of the code that a reader
//! would download, and it says every field's name in every record. Here each record is its fields in
//! order. Texts stand apart, each once: names and addresses, then Vietnamese, then English, so that like
//! is beside like and compresses well; a record has a number in their place.
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

/// Which of the three stores of texts a text stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Store {
    /// Ids, numbers, addresses, names that are the same in both languages.
    Plain,
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

/// Between two texts of a store; no text contains it.
const END: char = '\u{0}';

/// Packs a data set.
///
/// # Panics
///
/// If a text contains U+0000 or a figure has more than 15 digits: the checks of the data refuse both.
pub fn pack(data: &DataSet) -> Vec<u8> {
    let mut out = Packer::default();
    data.pack(&mut out);
    let mut body = Vec::new();
    let stores = out.stores.map(|texts| texts.join("\u{0}"));
    for part in [out.numbers.as_slice()].into_iter().chain(stores.iter().map(String::as_bytes)) {
        write_number(&mut body, part.len() as u64);
    }
    body.extend(&out.numbers);
    body.extend(stores.iter().flat_map(|store| store.bytes()));
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
    let mut head = Unpacker { numbers: body, stores: Default::default() };
    let lengths = [head.size(), head.size(), head.size(), head.size()];
    let mut rest = head.numbers;
    let mut parts = lengths.map(|length| {
        let (part, after) = rest.split_at_checked(length).unwrap_or_default();
        rest = after;
        part
    });
    let numbers = std::mem::take(&mut parts[0]);
    let stores = [parts[1], parts[2], parts[3]]
        .map(|store| Texts { known: Vec::new(), new: std::str::from_utf8(store).unwrap_or_default() });
    let mut data = DataSet::unpack(&mut Unpacker { numbers, stores });
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

#[derive(Default)]
struct Packer {
    numbers: Vec<u8>,
    stores: [Vec<String>; 3],
}

struct Unpacker {
    numbers: &'static [u8],
    stores: [Texts; 3],
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
    fn number(&mut self, number: u64) {
        write_number(&mut self.numbers, number);
    }

    /// Nought is the next new text; a larger number goes that many texts back.
    fn text(&mut self, store: Store, text: &str) {
        assert!(!text.contains(END), "a text contains U+0000: {text:?}");
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
    #[inline(never)]
    fn number(&mut self) -> u64 {
        let mut number = 0;
        let mut shift = 0;
        while let Some((&byte, rest)) = self.numbers.split_first() {
            self.numbers = rest;
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
        let mut from = Unpacker { numbers: out.numbers.leak(), stores: Default::default() };
        assert_eq!(numbers.map(|_| from.number()), numbers);
        assert_eq!(from.number(), 0, "past the end is nought");
    }

    #[test]
    fn figures_are_read_back_to_the_last_digit() {
        let figures = [0.0, 55.0, 0.1, 12.35, 2224.5, 1e9, -3.25, 600.0, 123_456.789, 17_250_000_000.0];
        let mut out = Packer::default();
        figures.iter().for_each(|figure| figure.pack(&mut out));
        let mut from = Unpacker { numbers: out.numbers.leak(), stores: Default::default() };
        assert_eq!(figures.map(|_| f64::unpack(&mut from)), figures);
    }
}

//! Bytes as text that may stand inside an HTML page in UTF-16, two bytes a character.
//!
//! Base64 makes four bytes of three, and whatever a page in UTF-8 can carry makes seven of six. In UTF-16 nearly
//! every pair of bytes is a character of its own. `xtask/assets/unpack.js` is the way back.

/// What announces the encoding. It counts more than any header that a server may send.
const MARK: [u8; 2] = [0xff, 0xfe];

/// Stands before a character that the page cannot carry as it is.
const ESCAPE: u16 = 0xe000;

/// What makes such a character one that it can.
const TURN: u16 = 0x8000;

/// The bytes as text. It begins with `1` if the last pair has been filled up, else with `0`.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 3 / 2);
    text.push(if bytes.len() % 2 == 1 { '1' } else { '0' });
    for pair in bytes.chunks(2) {
        let unit = u16::from_le_bytes([pair[0], pair.get(1).copied().unwrap_or(0)]);
        if carried(unit) {
            text.extend(char::from_u32(u32::from(unit)));
        } else {
            text.extend(char::from_u32(u32::from(ESCAPE)));
            text.extend(char::from_u32(u32::from(unit ^ TURN)));
        }
    }
    text
}

/// Whether a page keeps this character: nought and half a pair it cannot, a carriage return becomes a line feed, `<`
/// could begin a tag, and the last two are no characters.
const fn carried(unit: u16) -> bool {
    !matches!(unit, 0 | 0xd | 0x3c | 0xd800..=0xdfff | ESCAPE | 0xfffe..)
}

/// A page as the bytes of its file.
pub fn utf16(page: &str) -> Vec<u8> {
    let units = page.encode_utf16().flat_map(u16::to_le_bytes);
    MARK.into_iter().chain(units).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the page does it.
    fn decode(text: &str) -> Vec<u8> {
        let mut units = text.encode_utf16();
        let odd = units.next() == Some(u16::from(b'1'));
        let mut bytes = Vec::new();
        while let Some(unit) = units.next() {
            let unit = if unit == ESCAPE { units.next().unwrap_or(0) ^ TURN } else { unit };
            bytes.extend(unit.to_le_bytes());
        }
        bytes.truncate(bytes.len() - usize::from(odd));
        bytes
    }

    #[test]
    fn every_pair_of_bytes_comes_back() {
        for first in 0..=255_u8 {
            let bytes: Vec<u8> = (0..=255_u8).flat_map(|second| [first, second]).chain([first]).collect();
            let text = encode(&bytes);
            assert_eq!(decode(&text), bytes);
            assert!(!text.contains(['\0', '\r', '<']));
            assert_eq!(utf16(&text).len(), MARK.len() + 2 * text.encode_utf16().count());
        }
        assert!(decode(&encode(&[])).is_empty());
    }

    #[test]
    fn a_byte_costs_little_more_than_one() {
        let bytes: Vec<u8> = (0..70_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        assert!(utf16(&encode(&bytes)).len() * 100 < bytes.len() * 105);
    }
}

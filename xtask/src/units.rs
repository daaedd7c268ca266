//! Bytes as text that may stand inside an HTML page in UTF-16, two bytes a character.
//!
//! Base64 makes four bytes of three, and whatever a page in UTF-8 can carry makes seven of six. In UTF-16 nearly every
//! pair of bytes is a character of its own: of 65 536, a page can carry all but [`SHORT`]. So that many characters
//! stand for fifteen bits and the others for sixteen. `xtask/assets/unpack.js` is the way back.

/// What announces the encoding. It counts more than any header that a server may send.
const MARK: [u8; 2] = [0xff, 0xfe];

/// Nought and half a pair a page cannot carry, a carriage return becomes a line feed, `<` could begin a tag, and the
/// last two are no characters. So many stand for fifteen bits.
const SHORT: u32 = 3 + 0x800 + 2;

/// The bytes as text, the first bit of each byte first; the last character is filled up with noughts.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 3 / 2);
    let (mut held, mut bits) = (0_u64, 0);
    let mut bytes = bytes.iter();
    loop {
        while bits < 16 {
            let Some(byte) = bytes.next() else { break };
            held = held << 8 | u64::from(*byte);
            bits += 8;
        }
        if bits == 0 {
            return text;
        }
        // The first sixteen bits that are left, with noughts behind the last.
        let all = if bits < 16 { held << (16 - bits) } else { held >> (bits - 16) };
        let sixteen = u32::try_from(all & 0xffff).unwrap_or(0);
        let (sign, taken) = if sixteen >> 1 < SHORT { (sixteen >> 1, 15) } else { (sixteen - SHORT, 16) };
        text.extend(char::from_u32(unit(sign)));
        bits -= taken.min(bits);
        held &= (1 << bits) - 1;
    }
}

/// The code of a character, by its place among those that a page can carry.
const fn unit(place: u32) -> u32 {
    match place + 1 {
        code @ ..0xd => code,
        code @ ..0x3b => code + 1,
        code @ ..0xd7fe => code + 2,
        code => code + 2 + 0x800,
    }
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
    fn decode(text: &str, length: usize) -> Vec<u8> {
        let (mut held, mut bits) = (0_u32, 0);
        let mut bytes = Vec::new();
        for unit in text.encode_utf16().map(u32::from) {
            let skipped = 1 + u32::from(unit > 0xd) + u32::from(unit > 0x3c) + if unit > 0xd800 { 0x800 } else { 0 };
            let place = unit - skipped;
            if place < SHORT {
                (held, bits) = (held << 15 | place, bits + 15);
            } else {
                (held, bits) = (held << 16 | (place + SHORT), bits + 16);
            }
            while bits >= 8 {
                bits -= 8;
                bytes.push((held >> bits & 0xff) as u8);
            }
            held &= (1 << bits) - 1;
        }
        bytes.truncate(length);
        bytes
    }

    #[test]
    fn every_pair_of_bytes_comes_back() {
        for first in 0..=255_u8 {
            let bytes: Vec<u8> = (0..=255_u8).flat_map(|second| [first, second]).chain([first]).collect();
            for bytes in [&bytes[..], &bytes[1..], &bytes[..2], &bytes[..1]] {
                let text = encode(bytes);
                assert_eq!(decode(&text, bytes.len()), bytes);
                assert!(!text.contains(['\0', '\r', '<', '\u{fffe}', '\u{ffff}']));
            }
        }
        assert_eq!(encode(&[]), "");
    }

    #[test]
    fn the_first_and_the_last_character_are_carried() {
        assert_eq!(unit(0), 1);
        assert_eq!(unit(0xffff - SHORT), 0xfffd);
        let all: Vec<char> = (0..=0xffff - SHORT).filter_map(|place| char::from_u32(unit(place))).collect();
        assert_eq!(all.len(), 0x10000 - SHORT as usize);
        assert!(all.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn a_byte_costs_hardly_more_than_one() {
        let bytes: Vec<u8> = (0..70_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        assert!(utf16(&encode(&bytes)).len() * 1000 < bytes.len() * 1010);
    }
}

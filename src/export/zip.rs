//! A ZIP archive of a few files, and the packing of each.
//!
//! Packed by the fixed codes of DEFLATE (RFC 1951) with a short search for repeats: a sheet's XML is nearly all repeats,
//! so that this little code reaches most of what a real packer does.

/// An archive of files, each with its name.
pub(super) fn zip(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (name, bytes) in files {
        let packed = deflate(bytes);
        let at = number(out.len());
        let mut head = Vec::new();
        // Version 2.0, names in UTF-8, deflated, the first day that ZIP knows: the same file for the same contents.
        for half in [20, 0x800, 8, 0, 0x21] {
            put16(&mut head, half);
        }
        for word in [crc(bytes), number(packed.len()), number(bytes.len())] {
            put32(&mut head, word);
        }
        put16(&mut head, low(name.len()));
        put16(&mut head, 0);
        out.extend(b"PK\x03\x04");
        out.extend(&head);
        out.extend(name.as_bytes());
        out.extend(packed);
        directory.extend(b"PK\x01\x02");
        put16(&mut directory, 20);
        directory.extend(&head);
        for half in [0, 0, 0, 0, 0] {
            put16(&mut directory, half);
        }
        put32(&mut directory, at);
        directory.extend(name.as_bytes());
    }
    let (start, length) = (number(out.len()), number(directory.len()));
    out.extend(directory);
    out.extend(b"PK\x05\x06");
    for half in [0, 0, low(files.len()), low(files.len())] {
        put16(&mut out, half);
    }
    put32(&mut out, length);
    put32(&mut out, start);
    put16(&mut out, 0);
    out
}

/// No file of ours comes near four gigabytes, nor a name to 64 KB.
#[expect(clippy::cast_possible_truncation, reason = "said above")]
const fn number(length: usize) -> u32 {
    length as u32
}

#[expect(clippy::cast_possible_truncation, reason = "said above")]
const fn low(length: usize) -> u16 {
    length as u16
}

fn put16(out: &mut Vec<u8>, value: u16) {
    out.extend(value.to_le_bytes());
}

fn put32(out: &mut Vec<u8>, value: u32) {
    out.extend(value.to_le_bytes());
}

fn crc(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg());
        }
    }
    !crc
}

/// Bits, the lowest first.
#[derive(Default)]
struct Bits {
    out: Vec<u8>,
    held: u32,
    count: u32,
}

impl Bits {
    fn put(&mut self, value: u32, count: u32) {
        self.held |= value << self.count;
        self.count += count;
        while self.count >= 8 {
            self.out.push(self.held.to_le_bytes()[0]);
            self.held >>= 8;
            self.count -= 8;
        }
    }

    /// A code, whose highest bit comes first.
    fn code(&mut self, code: u32, count: u32) {
        self.put(code.reverse_bits() >> (32 - count), count);
    }

    /// A letter, the end, or a length by the fixed codes.
    fn symbol(&mut self, symbol: u32) {
        match symbol {
            0..144 => self.code(0x30 + symbol, 8),
            144..256 => self.code(0x190 + symbol - 144, 9),
            256..280 => self.code(symbol - 256, 7),
            _ => self.code(0xc0 + symbol - 280, 8),
        }
    }

    fn repeat(&mut self, length: usize, distance: usize) {
        // Groups of codes grow by one more bit each; below the first groups the code says all.
        let (length, distance) = (number(length - 3), number(distance - 1));
        if length == 255 {
            self.symbol(285);
        } else {
            let (code, extra) = grouped(length, 2);
            self.symbol(257 + code);
            self.put(length & ((1 << extra) - 1), extra);
        }
        let (code, extra) = grouped(distance, 1);
        self.code(code, 5);
        self.put(distance & ((1 << extra) - 1), extra);
    }
}

/// The code of a value where each power of two has `2^bits` codes, and how many bits follow it.
const fn grouped(value: u32, bits: u32) -> (u32, u32) {
    if value < 2 << bits {
        return (value, 0);
    }
    let extra = 31 - value.leading_zeros() - bits;
    ((extra << bits) + (value >> extra), extra)
}

const LONGEST: usize = 258;
const WINDOW: usize = 32_768;
/// How many places that begin alike are looked at.
const TRIES: usize = 24;

fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut bits = Bits::default();
    // The last block, of fixed codes.
    bits.put(0b011, 3);
    let mut heads = vec![usize::MAX; 1 << 13];
    let mut before = vec![usize::MAX; bytes.len()];
    let hash = |at: usize| {
        let three = [bytes[at], bytes[at + 1], bytes[at + 2], 0];
        (u32::from_le_bytes(three).wrapping_mul(0x9e37_79b1) >> 19) as usize
    };
    let mut at = 0;
    while at < bytes.len() {
        let (mut length, mut distance) = (0, 0);
        if at + 3 <= bytes.len() {
            let most = LONGEST.min(bytes.len() - at);
            let mut place = heads[hash(at)];
            for _ in 0..TRIES {
                if place == usize::MAX || at - place > WINDOW || length == most {
                    break;
                }
                let alike = (0..most).take_while(|i| bytes[place + i] == bytes[at + i]).count();
                if alike > length {
                    (length, distance) = (alike, at - place);
                }
                place = before[place];
            }
        }
        let step = if length >= 3 {
            bits.repeat(length, distance);
            length
        } else {
            bits.symbol(u32::from(bytes[at]));
            1
        };
        for (next, before) in before.iter_mut().enumerate().skip(at).take(step) {
            if next + 3 <= bytes.len() {
                let hash = hash(next);
                *before = heads[hash];
                heads[hash] = next;
            }
        }
        at += step;
    }
    bits.symbol(256);
    // Fills the last octet.
    bits.put(0, 7);
    bits.out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn unpacked(packed: &[u8]) -> Vec<u8> {
        miniz_oxide::inflate::decompress_to_vec(packed).expect("it is DEFLATE")
    }

    #[test]
    fn sums_are_those_of_others() {
        assert_eq!(crc(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc(b""), 0);
    }

    #[test]
    fn repeats_cost_little() {
        let rows = "<c r=\"A1\" t=\"inlineStr\"><is><t>Bộ Công Thương</t></is></c>".repeat(1000);
        let packed = deflate(rows.as_bytes());
        assert!(packed.len() * 50 < rows.len(), "{} of {}", packed.len(), rows.len());
        assert_eq!(unpacked(&packed), rows.as_bytes());
    }

    proptest! {
        #[test]
        fn another_unpacker_gives_back_what_was_packed(
            bytes in proptest::collection::vec(any::<u8>(), 0..600),
            few in proptest::collection::vec(0_u8..3, 0..3000),
            far in 1_usize..40_000,
        ) {
            let mut long = bytes.clone();
            long.resize(far, 7);
            long.extend(&bytes);
            for bytes in [bytes, few, long] {
                prop_assert_eq!(unpacked(&deflate(&bytes)), bytes);
            }
        }
    }
}

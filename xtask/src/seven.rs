//! Bytes as text that may stand inside an HTML page, seven bits a character.
//!
//! Base64 makes four bytes of three. A page in UTF-8 can carry nearly every ASCII character as it is,
//! which makes seven bytes of six. `xtask/assets/start-single.js` is the way back.

/// What an HTML page cannot carry as it is: nought, a carriage return (it would become a line feed), and
/// what could begin a tag. Each has a substitute of two bytes in UTF-8: U+0100 and on, in this order.
const REPLACED: [u8; 3] = [0, b'\r', b'<'];

/// The bytes as text, the first bit of each byte first. The last character is filled up with noughts.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 6 / 5);
    let (mut bits, mut held) = (0_u32, 0);
    for byte in bytes.iter().copied().map(Some).chain([None]) {
        match byte {
            Some(byte) => {
                bits = bits << 8 | u32::from(byte);
                held += 8;
            }
            // At most six bits are left.
            None if held > 0 => {
                bits <<= 7 - held;
                held = 7;
            }
            None => {}
        }
        while held >= 7 {
            held -= 7;
            let seven = (bits >> held) & 0x7f;
            let place = REPLACED.iter().position(|replaced| u32::from(*replaced) == seven);
            let code = place.map_or(seven, |place| 0x100 + u32::try_from(place).unwrap_or(0));
            text.extend(char::from_u32(code));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the start script does it.
    fn decode(text: &str) -> Vec<u8> {
        let mut bytes = Vec::new();
        let (mut bits, mut held) = (0_u32, 0);
        for code in text.chars().map(u32::from) {
            let seven = if code < 0x100 { code } else { u32::from(REPLACED[code as usize - 0x100]) };
            bits = bits << 7 | seven;
            held += 7;
            if held >= 8 {
                held -= 8;
                bytes.push((bits >> held & 0xff) as u8);
            }
        }
        bytes
    }

    #[test]
    fn every_byte_at_every_place_comes_back() {
        for length in 0..20 {
            for byte in 0..=255 {
                let bytes: Vec<u8> = (0..length).map(|at: u8| byte ^ at.wrapping_mul(37)).collect();
                let text = encode(&bytes);
                assert_eq!(decode(&text), bytes);
                assert!(!text.contains(['\0', '\r', '<']));
            }
        }
    }

    #[test]
    fn a_byte_costs_seven_sixths_of_one() {
        let bytes: Vec<u8> = (0..70_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        assert!(encode(&bytes).len() * 100 < bytes.len() * 118);
    }
}

//! From bytes to text: UTF-8, UTF-16 with its mark, Windows-1258, TCVN3, VNI.

use crate::document::legacy;

/// The text of a plain file.
///
/// # Errors
///
/// What the bytes are instead: nothing, a packed or binary file.
pub fn decode(bytes: &[u8]) -> Result<String, &'static str> {
    match bytes {
        [] => return Err("the file is empty"),
        [b'P', b'K', 3 | 5, ..] => return Err("a packed file (DOCX, XLSX?) is not read yet: save it as text"),
        [b'%', b'P', b'D', b'F', ..] => return Err("PDF is not read yet: save it as text"),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => return Err("an old Word or Excel file is not read yet: save it as text"),
        [0xff, 0xfe, rest @ ..] => return Ok(wide(rest, u16::from_le_bytes)),
        [0xfe, 0xff, rest @ ..] => return Ok(wide(rest, u16::from_be_bytes)),
        _ => {}
    }
    let body = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(body) {
        return Ok(text.to_owned());
    }
    if body.iter().take(4096).any(|b| *b == 0) {
        return Err("no text: a binary file");
    }
    let western: String = body.iter().map(|b| char::from(*b)).collect();
    Ok(legacy::recoded(&western).unwrap_or_else(|| body.iter().map(|b| windows_1258(*b)).collect()))
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// A letter of Microsoft's Vietnamese code page; tones are combining marks there.
fn windows_1258(byte: u8) -> char {
    match byte {
        0x80 => '€',
        0x82 => '‚',
        0x84 => '„',
        0x85 => '…',
        0x8b => '‹',
        0x8c => 'Œ',
        0x91 => '‘',
        0x92 => '’',
        0x93 => '“',
        0x94 => '”',
        0x95 => '•',
        0x96 => '–',
        0x97 => '—',
        0x99 => '™',
        0x9b => '›',
        0x9c => 'œ',
        0xc3 => 'Ă',
        0xcc => '\u{300}',
        0xd0 => 'Đ',
        0xd2 => '\u{309}',
        0xd5 => 'Ơ',
        0xdd => 'Ư',
        0xde => '\u{303}',
        0xe3 => 'ă',
        0xec => '\u{301}',
        0xf0 => 'đ',
        0xf2 => '\u{323}',
        0xf5 => 'ơ',
        0xfd => 'ư',
        0xfe => '₫',
        other => char::from(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings() {
        assert_eq!(decode("\u{feff}Kế".as_bytes()).as_deref(), Ok("Kế"));
        let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain("Kế".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(decode(&wide).as_deref(), Ok("Kế"));
        assert_eq!(decode(&[b'K', 0xea, 0xec]).as_deref(), Ok("K\u{ea}\u{301}"));
        assert!(decode(b"%PDF-1.7").is_err());
    }
}

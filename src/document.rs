//! From a file to its text: DOCX, PDF with a text layer, XLSX, CSV, HTML, Markdown, plain text.
//!
//! A file is known by its content, not by its name. The text is what [`crate::reader::read`] takes: a
//! paragraph a line, tables as HTML ones, so that merged cells stay merged. Nothing here opens a file
//! or asks anybody: bytes go in, text comes out. What is unpacked is bounded, whatever a file claims.

mod csv;
mod docx;
pub mod legacy;
mod number;
pub mod pdf;
mod sheet;
mod table;
mod xml;
mod zip;

use crate::i18n::Lang;

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 64 << 20;

/// The most that the parts of one file may unpack to, in bytes.
const MOST_UNPACKED: usize = 96 << 20;

/// Why a file has no text for us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// There is nothing in it.
    Empty,
    /// More than [`LARGEST`].
    TooLarge,
    /// It unpacks to more than a document can be.
    Bomb,
    /// A password protects it.
    Locked,
    /// The binary Word or Excel file of before 2007.
    Old,
    /// It is cut off or damaged.
    Damaged,
    /// A PDF of pictures: pages without letters.
    Scanned,
    /// Some other kind of file.
    Foreign,
    /// Nothing about the file: what reads it broke off.
    BrokenOff,
}

impl Refused {
    /// All, by their codes.
    pub const ALL: [Self; 9] = [
        Self::Empty,
        Self::TooLarge,
        Self::Bomb,
        Self::Locked,
        Self::Old,
        Self::Damaged,
        Self::Scanned,
        Self::Foreign,
        Self::BrokenOff,
    ];

    /// Its place in [`Self::ALL`], for those who speak numbers only.
    pub const fn code(self) -> usize {
        self as usize
    }

    /// What to tell the person who brought the file.
    pub const fn says(self, lang: Lang) -> &'static str {
        let (vi, en) = match self {
            Self::Empty => ("Tệp trống, không có chữ nào để đọc.", "The file is empty: there is nothing to read."),
            Self::TooLarge => (
                "Tệp lớn hơn 64 MB nên không đọc. Hãy tách riêng phần kế hoạch rồi thử lại.",
                "The file is over 64 MB and was not read. Take out the plan itself and try again.",
            ),
            Self::Bomb => (
                "Tệp nén bung ra quá lớn so với một văn bản nên đã dừng đọc.",
                "The file unpacks to far more than a document can be, so reading stopped.",
            ),
            Self::Locked => (
                "Tệp có mật khẩu. Hãy lưu một bản không mật khẩu rồi thử lại.",
                "The file is protected by a password. Save a copy without one and try again.",
            ),
            Self::Old => (
                "Đây là tệp Word hoặc Excel đời cũ (.doc, .xls). Hãy lưu lại dạng .docx hoặc .xlsx.",
                "This is an old Word or Excel file (.doc, .xls). Save it as .docx or .xlsx.",
            ),
            Self::Damaged => (
                "Tệp bị hỏng hoặc tải chưa hết nên không đọc được.",
                "The file is damaged or incomplete and cannot be read.",
            ),
            Self::Scanned => (
                "PDF này là ảnh quét, không có lớp chữ. Hãy nhận dạng chữ (OCR) trước, hoặc dùng bản Word.",
                "This PDF is a scan without a text layer. Recognise its text (OCR) first, or use the Word file.",
            ),
            Self::Foreign => (
                "Đây không phải văn bản đọc được. Hãy dùng DOCX, PDF, XLSX, CSV, HTML, Markdown hoặc văn bản thuần.",
                "This is no document that can be read. Use DOCX, PDF, XLSX, CSV, HTML, Markdown or plain text.",
            ),
            Self::BrokenOff => (
                "Bộ đọc đã ngừng giữa chừng, có thể vì trình duyệt hết bộ nhớ hoặc không mở được tệp nữa. Những gì duyệt dở trong tệp này không còn; các kế hoạch đã đưa vào vẫn còn. Hãy chọn lại tệp.",
                "The reader broke off: the browser may have run out of memory, or lost the file. What was being reviewed of it is gone; plans already in use are still there. Choose the file again.",
            ),
        };
        match lang {
            Lang::Vi => vi,
            Lang::En => en,
        }
    }
}

/// A file's text. The name helps only where the content does not tell: comma-separated values.
///
/// # Errors
///
/// Why the file has no text.
pub fn text(bytes: &[u8], name: &str) -> Result<String, Refused> {
    if bytes.len() > LARGEST {
        return Err(Refused::TooLarge);
    }
    let text = match bytes {
        [] => return Err(Refused::Empty),
        [b'P', b'K', ..] => legacy::recode(packed(bytes)?),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => return Err(compound(bytes)),
        _ if pdf::is_pdf(bytes) => legacy::recode(pdf::text(bytes)?),
        _ => {
            let text = legacy::recode(crate::reader::decode(bytes).map_err(|_| Refused::Foreign)?);
            if is_binary(&text) {
                return Err(Refused::Foreign);
            }
            let name = name.to_ascii_lowercase();
            if name.ends_with(".csv") || name.ends_with(".tsv") { csv::tables(&text) } else { text }
        }
    };
    if text.chars().any(char::is_alphanumeric) { Ok(text) } else { Err(Refused::Empty) }
}

fn packed(bytes: &[u8]) -> Result<String, Refused> {
    let mut archive = zip::Archive::open(bytes)?;
    if archive.has("word/document.xml") {
        docx::text(&mut archive)
    } else if archive.has("xl/workbook.xml") {
        sheet::text(&mut archive)
    } else {
        Err(Refused::Foreign)
    }
}

/// Word and Excel put an encrypted file into the same container as their old ones.
fn compound(bytes: &[u8]) -> Refused {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.windows(name.len()).any(|part| part == name) { Refused::Locked } else { Refused::Old }
}

/// Whether a text is no text: control characters in more than one of fifty places.
fn is_binary(text: &str) -> bool {
    let (mut odd, mut all) = (0, 0);
    for c in text.chars().take(4096) {
        all += 1;
        let control = c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}');
        odd += usize::from(control || c == char::REPLACEMENT_CHARACTER);
    }
    odd * 50 > all
}

#[cfg(test)]
mod tests;

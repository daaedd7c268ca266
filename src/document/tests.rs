//! Every format from bytes made here, and every kind of bad input.

use super::*;
use crate::clause::layout::layout;

/// A packed file with these parts, as they are or packed.
fn packed(parts: &[(&str, &[u8], bool)]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    let short = |n: usize| u16::try_from(n).expect("small").to_le_bytes();
    let long = |n: usize| u32::try_from(n).expect("small").to_le_bytes();
    for (name, bytes, pack) in parts {
        let body = if *pack { miniz_oxide::deflate::compress_to_vec(bytes, 6) } else { bytes.to_vec() };
        let method = short(if *pack { 8 } else { 0 });
        let at = out.len();
        out.extend_from_slice(b"PK\x03\x04\x14\0\0\0");
        out.extend(method);
        out.extend([0; 8]);
        out.extend([long(body.len()), long(bytes.len())].concat());
        out.extend([short(name.len()), short(0)].concat());
        out.extend_from_slice(name.as_bytes());
        out.extend_from_slice(&body);
        directory.extend_from_slice(b"PK\x01\x02\x14\0\x14\0\0\0");
        directory.extend(method);
        directory.extend([0; 8]);
        directory.extend([long(body.len()), long(bytes.len())].concat());
        directory.extend([short(name.len()), short(0), short(0), short(0), short(0)].concat());
        directory.extend([long(0), long(at)].concat());
        directory.extend_from_slice(name.as_bytes());
    }
    let at = out.len();
    out.extend_from_slice(&directory);
    out.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    out.extend([short(parts.len()), short(parts.len())].concat());
    out.extend([long(directory.len()), long(at)].concat());
    out.extend(short(0));
    out
}

fn docx(body: &str) -> Vec<u8> {
    let xml = format!("<?xml version=\"1.0\"?><w:document><w:body>{body}</w:body></w:document>");
    packed(&[("word/document.xml", xml.as_bytes(), true)])
}

fn read(bytes: &[u8]) -> String {
    text(bytes, "tệp").expect("it has a text")
}

#[test]
fn word_paragraphs_with_changes_accepted_and_boxes() {
    let out = read(&docx(
        "<w:p><w:r><w:t xml:space=\"preserve\">Đến năm 2030 </w:t></w:r><w:ins><w:r><w:t>đạt 60%</w:t></w:r></w:ins>\
         <w:del><w:r><w:delText>đạt 50%</w:delText></w:r></w:del></w:p>\
         <w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>a &lt; b</w:t><w:br/><w:t>dòng hai</w:t>\
         <mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>hộp</w:t></w:r></w:p></w:txbxContent></mc:Choice>\
         <mc:Fallback><w:p><w:r><w:t>hộp</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>",
    ));
    assert_eq!(out, "Đến năm 2030 đạt 60%\na &lt; b\ndòng hai\nhộp\n");
}

#[test]
fn word_tables_keep_merged_cells() {
    let cell = |properties: &str, text: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")
    };
    let out = read(&docx(&format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}{}</w:tr><w:tr>{}{}{}</w:tr></w:tbl>",
        cell("<w:gridSpan w:val=\"2\"/>", "Rộng"),
        cell("", "C"),
        cell("<w:vMerge w:val=\"restart\"/>", "Cao"),
        cell("", "b"),
        cell("", "c"),
        cell("<w:vMerge/>", ""),
        cell("", "d"),
        cell("", "e"),
    )));
    let layout = layout(&out);
    let shape: Vec<Vec<(&str, usize, usize)>> = layout
        .lines
        .iter()
        .map(|line| layout.row(line).iter().map(|c| (layout.cell_text(c), c.columns, c.rows)).collect())
        .collect();
    let rows = [
        vec![("Rộng", 2, 1), ("C", 1, 1)],
        vec![("Cao", 1, 2), ("b", 1, 1), ("c", 1, 1)],
        vec![("d", 1, 1), ("e", 1, 1)],
    ];
    assert_eq!(shape, rows);
}

#[test]
fn the_head_of_a_decision_is_no_table() {
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let head = cell("ỦY BAN NHÂN DÂN") + &cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    let out = read(&docx(&format!(
        "<w:tbl><w:tr>{head}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
        cell("Số: 5/KH-UBND"),
        cell("Huế")
    )));
    assert_eq!(out, "ỦY BAN NHÂN DÂN\nSố: 5/KH-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHuế\n\n");
}

#[test]
fn sheets_with_merged_cells_and_percentages() {
    let sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>\
        <row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Chỉ tiêu</t></is></c><c r=\"B2\" t=\"str\"><v>2030</v></c></row>\
        <row r=\"3\"><c r=\"A3\" t=\"str\"><v>Dân số mua sắm</v></c><c r=\"B3\" s=\"1\"><v>0.07</v></c></row>\
        <row r=\"4\"><c r=\"B4\"><v>12.5</v></c></row></sheetData><mergeCells><mergeCell ref=\"A3:A4\"/></mergeCells></worksheet>";
    let parts = [
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<r><Relationship Id=\"r1\" Target=\"worksheets/s.xml\"/></r>"),
        ("xl/sharedStrings.xml", "<sst><si><r><t>Bảng </t></r><r><t>một</t></r></si></sst>"),
        ("xl/styles.xml", "<s><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"9\"/></cellXfs></s>"),
        ("xl/worksheets/s.xml", sheet),
    ];
    let parts: Vec<_> = parts.iter().map(|(name, xml)| (*name, xml.as_bytes(), true)).collect();
    assert_eq!(
        read(&packed(&parts)),
        "Bảng một\n<table>\n<tr><td>Chỉ tiêu</td><td>2030</td></tr>\n<tr><td rowspan=\"2\">Dân số mua sắm</td><td>7%</td></tr>\n\
         <tr><td>12,5</td></tr>\n</table>\n"
    );
}

#[test]
fn separated_values_by_name_and_by_mark() {
    let out = text("Chỉ tiêu;2030\n\"a; \"\"b\"\"\";5%\n".as_bytes(), "Chi tieu.CSV").expect("it has a text");
    assert!(out.contains("<td>a; \"b\"</td><td>5%</td>"), "{out}");
}

/// A PDF of one page that draws this.
fn page(content: &[u8], more: &str) -> Vec<u8> {
    let mut out = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Kids[3 0 R]/Count 1>>endobj\n\
3 0 obj<</Type/Page/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n\
5 0 obj<</Type/Font/Subtype/TrueType/Encoding/WinAnsiEncoding>>endobj\n4 0 obj<<"
        .to_vec();
    out.extend_from_slice(format!("{more}/Length {}>>stream\n", content.len()).as_bytes());
    out.extend_from_slice(content);
    out.extend_from_slice(b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF");
    out
}

#[test]
fn pdf_lines_by_their_places() {
    let content = b"BT /F 10 Tf 50 700 Td (First words of the plan) Tj 0 -40 Td [(Second) -400 (line)] TJ ET BT /F 10 Tf 50 680 Td (1. Between) Tj ET";
    let out = read(&page(content, ""));
    assert_eq!(out, "First words of the plan\n1. Between\nSecond line\n");
    let flate = miniz_oxide::deflate::compress_to_vec_zlib(content, 6);
    assert_eq!(read(&page(&flate, "/Filter/FlateDecode")), out);
}

#[test]
fn bad_files_are_refused_each_for_its_reason() {
    let zeros = vec![b' '; MOST_UNPACKED + 1];
    let bomb = packed(&[("word/document.xml", &zeros, true)]);
    let whole = docx("<w:p><w:r><w:t>chữ</w:t></w:r></w:p>");
    let mut locked = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    let old = locked.clone();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let flate = |bytes: &[u8]| page(&miniz_oxide::deflate::compress_to_vec_zlib(bytes, 1), "/Filter/FlateDecode");
    for (bytes, refused) in [
        (&b""[..], Refused::Empty),
        (b" \n\t", Refused::Empty),
        (&docx("<w:p/>"), Refused::Empty),
        (&bomb, Refused::Bomb),
        (&flate(&zeros), Refused::Bomb),
        (&whole[..whole.len() / 2], Refused::Damaged),
        (&packed(&[("other", b"x", false)]), Refused::Foreign),
        (&locked, Refused::Locked),
        (&old, Refused::Old),
        (b"%PDF-1.7\ntrailer<</Encrypt 3 0 R>>", Refused::Locked),
        (b"%PDF-1.7\n1 0 ob", Refused::Damaged),
        (&page(b"q 100 0 0 100 0 0 cm /Im Do Q", ""), Refused::Scanned),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0", Refused::Foreign),
        (&vec![b'a'; LARGEST + 1], Refused::TooLarge),
    ] {
        assert_eq!(text(bytes, "a.docx"), Err(refused), "{:?}", &bytes[..bytes.len().min(40)]);
        assert_ne!(refused.says(Lang::Vi), refused.says(Lang::En));
    }
}

#[test]
fn a_damaged_file_never_panics() {
    let pdf = page(b"BT /F 10 Tf 50 700 Td (A line of letters long enough) Tj ET 0 0 9 9 re f", "");
    let word = docx("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>");
    for whole in [pdf, word] {
        for at in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[at] = bytes[at].wrapping_mul(31).wrapping_add(7);
            let _ = text(&bytes, "");
            let _ = text(&whole[..at], "");
        }
    }
}

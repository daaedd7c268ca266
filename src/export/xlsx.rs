//! A sheet as a workbook (ECMA-376): a worksheet a table, and a last one with sources, citation, date and address.
//!
//! Written by hand: `rust_xlsxwriter` 0.102 alone is 266 KB of WebAssembly after wasm-opt and brotli, more than half of
//! what the single file may be; this and its ZIP are some 11 KB before packing. Texts stand in their cells, so that
//! there is no table of shared ones to keep in step.

use super::zip::zip;
use super::{Cell, Column, Kind, Sheet, Table};
use crate::i18n::{Lang, decimal};
use crate::list::List;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// The formats of cells by their places in [`STYLES`].
mod style {
    pub(super) const WORDS: u8 = 1;
    pub(super) const HEADING: u8 = 2;
    pub(super) const FIGURE: u8 = 3;
    pub(super) const WHOLE: u8 = 4;
    pub(super) const DAY: u8 = 5;
    pub(super) const LINK: u8 = 6;
    pub(super) const TITLE: u8 = 7;
}

/// The workbook of a sheet. `now` is `yyyy-mm-ddThh:mm:ss`.
pub fn xlsx(sheet: &Sheet, now: &str) -> Vec<u8> {
    let mut names: Vec<String> = Vec::new();
    for table in sheet.tables.iter().map(|table| table.name.as_str()).chain([sheet.lang.export_sources()]) {
        names.push(sheet_name(table, &names));
    }
    let mut files = Vec::new();
    let mut put = |name: &str, xml: String| files.push((name.to_owned(), format!("{HEAD}{xml}").into_bytes()));
    put("[Content_Types].xml", content_types(names.len()));
    put(
        "_rels/.rels",
        relations(&[("officeDocument", "xl/workbook.xml", false), ("core", "docProps/core.xml", false)]),
    );
    put("docProps/core.xml", core(sheet, now));
    put("xl/workbook.xml", workbook(sheet, &names));
    let sheets = (1..=names.len()).map(|n| format!("worksheets/sheet{n}.xml")).list();
    let mut parts = sheets.iter().map(|path| ("worksheet", path.as_str(), false)).list();
    parts.push(("styles", "styles.xml", false));
    put("xl/_rels/workbook.xml.rels", relations(&parts));
    put("xl/styles.xml", styles(sheet.lang));
    let worksheets = sheet.tables.iter().map(|table| worksheet(sheet, table)).chain([sources(sheet)]);
    for (n, (xml, links)) in worksheets.enumerate() {
        let n = n + 1;
        put(&format!("xl/worksheets/sheet{n}.xml"), xml);
        if !links.is_empty() {
            let links = links.iter().map(|link| ("hyperlink", link.as_str(), true)).list();
            put(&format!("xl/worksheets/_rels/sheet{n}.xml.rels"), relations(&links));
        }
    }
    zip(&files)
}

/// A worksheet's name: at most 31 letters, none of those that a reference needs, no name twice.
fn sheet_name(wanted: &str, taken: &[String]) -> String {
    let kept = |c: &char| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'');
    let plain: String = wanted.chars().filter(kept).take(28).collect();
    let mut letters = plain.chars();
    let plain = letters.next().map(|c| c.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default();
    let mut name = plain.clone();
    for n in 2.. {
        if !name.is_empty() && taken.iter().all(|other| *other != name) {
            break;
        }
        name = format!("{plain} {n}");
    }
    name
}

fn content_types(sheets: usize) -> String {
    let part = |name: &str, kind: &str| {
        format!("<Override PartName=\"/{name}\" ContentType=\"application/vnd.openxmlformats-{kind}+xml\"/>")
    };
    let of_book = |kind: &str| format!("officedocument.spreadsheetml.{kind}");
    let worksheets = (1..=sheets).map(|n| part(&format!("xl/worksheets/sheet{n}.xml"), &of_book("worksheet")));
    format!(
        "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>{}{}{}{}</Types>",
        part("xl/workbook.xml", &of_book("sheet.main")),
        part("xl/styles.xml", &of_book("styles")),
        part("docProps/core.xml", "package.core-properties"),
        worksheets.list().concat()
    )
}

/// Which parts belong to one, or what it links to outside.
fn relations(to: &[(&str, &str, bool)]) -> String {
    let to = to.iter().enumerate().map(|(at, (kind, target, outside))| {
        let base = if *kind == "core" {
            format!("{PACKAGE}/relationships/metadata/core-properties")
        } else {
            format!("{OFFICE}/{kind}")
        };
        let mode = if *outside { " TargetMode=\"External\"" } else { "" };
        format!("<Relationship Id=\"r{}\" Type=\"{base}\" Target=\"{}\"{mode}/>", at + 1, escaped(target))
    });
    format!("<Relationships xmlns=\"{PACKAGE}/relationships\">{}</Relationships>", to.list().concat())
}

fn core(sheet: &Sheet, now: &str) -> String {
    format!(
        "<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:creator>Lộ trình {}</dc:creator><dc:description>{}</dc:description><dc:language>{}</dc:language><dcterms:created xsi:type=\"dcterms:W3CDTF\">{now}Z</dcterms:created></cp:coreProperties>",
        escaped(&sheet.title),
        env!("CARGO_PKG_VERSION"),
        escaped(&sheet.citation),
        sheet.lang.tag()
    )
}

fn workbook(sheet: &Sheet, names: &[String]) -> String {
    let sheets = names
        .iter()
        .enumerate()
        .map(|(at, name)| format!("<sheet name=\"{}\" sheetId=\"{n}\" r:id=\"r{n}\"/>", escaped(name), n = at + 1));
    // The headings stand on every printed page; a filter needs a hidden name of its own.
    let named = names.iter().zip(&sheet.tables).enumerate().map(|(at, (name, table))| {
        let name = escaped(name);
        let (last, rows) = (letters(table.columns.len().saturating_sub(1)), table.rows.len() + 1);
        format!(
            "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{at}\" hidden=\"1\">'{name}'!$A$1:${last}${rows}</definedName><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{at}\">'{name}'!$1:$1</definedName>"
        )
    });
    format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><bookViews><workbookView/></bookViews><sheets>{}</sheets><definedNames>{}</definedNames></workbook>",
        sheets.list().concat(),
        named.list().concat()
    )
}

/// The formats of cells, in the order of [`style`]; `DAY` stands for how the language writes a day.
const STYLES: &str = "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"DAY\"/></numFmts>\
<fonts count=\"4\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>\
<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font>\
<font><u/><sz val=\"11\"/><color rgb=\"FF9B2226\"/><name val=\"Calibri\"/></font>\
<font><b/><sz val=\"15\"/><name val=\"Calibri\"/></font></fonts>\
<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>\
<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFF4EFE4\"/></patternFill></fill></fills>\
<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>\
<border><left/><right/><top/><bottom style=\"thin\"/><diagonal/></border></borders>\
<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
<cellXfs count=\"8\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>\
<xf numFmtId=\"0\" fontId=\"1\" fillId=\"2\" borderId=\"1\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>\
<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>\
<xf numFmtId=\"1\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>\
<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment horizontal=\"left\" vertical=\"top\"/></xf>\
<xf numFmtId=\"0\" fontId=\"2\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>\
<xf numFmtId=\"0\" fontId=\"3\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/></cellXfs>\
<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";

fn styles(lang: Lang) -> String {
    let day = match lang {
        Lang::Vi => "dd/mm/yyyy",
        Lang::En => "d mmmm yyyy",
    };
    format!("<styleSheet xmlns=\"{MAIN}\">{}", STYLES.replace("DAY", day))
}

/// A worksheet in the making.
#[derive(Default)]
struct Rows {
    xml: String,
    count: usize,
    /// Cells that lead to an address on the net, each with it.
    links: Vec<(String, String)>,
}

impl Rows {
    #[inline(never)]
    fn row(&mut self, cells: &[(&Cell, u8)]) {
        self.count += 1;
        let n = self.count;
        self.xml.push_str(&format!("<row r=\"{n}\">"));
        for (at, (cell, style)) in cells.iter().enumerate() {
            let place = format!("{}{n}", letters(at));
            match cell {
                Cell::Nothing => {}
                Cell::Number(value) => self.value(&place, *style, &decimal(*value, 6)),
                Cell::Date(day) => match serial(day) {
                    Some(days) => self.value(&place, style::DAY, &days.to_string()),
                    // Of some documents only the month is known.
                    None => self.words(&place, style::WORDS, day),
                },
                Cell::Text(words) => self.words(&place, *style, words),
                Cell::Address(address) => {
                    let leads = address.starts_with("http");
                    self.words(&place, if leads { style::LINK } else { *style }, address);
                    if leads {
                        self.links.push((place, address.clone()));
                    }
                }
            }
        }
        self.xml.push_str("</row>");
    }

    fn value(&mut self, place: &str, style: u8, value: &str) {
        self.xml.push_str(&format!("<c r=\"{place}\" s=\"{style}\"><v>{value}</v></c>"));
    }

    fn words(&mut self, place: &str, style: u8, words: &str) {
        let words = escaped(words);
        self.xml.push_str(&format!(
            "<c r=\"{place}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{words}</t></is></c>"
        ));
    }

    /// A row of cells of one format.
    fn row_of(&mut self, cells: &[Cell], style: u8) {
        self.row(&cells.iter().map(|cell| (cell, style)).list());
    }

    /// The worksheet, and what it links to. `view` comes before the rows, `after` right behind them.
    fn finish(self, sheet: &Sheet, view: &str, widths: &[u8], after: &str) -> (String, Vec<String>) {
        let columns = widths.iter().enumerate().map(|(at, width)| {
            format!("<col min=\"{n}\" max=\"{n}\" width=\"{width}\" customWidth=\"1\"/>", n = at + 1)
        });
        let links = self.links.iter().enumerate();
        let links = links.map(|(at, (place, _))| format!("<hyperlink ref=\"{place}\" r:id=\"r{}\"/>", at + 1)).list();
        let links =
            if links.is_empty() { String::new() } else { format!("<hyperlinks>{}</hyperlinks>", links.concat()) };
        let xml = format!(
            "<worksheet xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\">{view}</sheetView></sheetViews><cols>{}</cols><sheetData>{}</sheetData>{after}{links}<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.8\" bottom=\"0.7\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>{}</worksheet>",
            columns.list().concat(),
            self.xml,
            header(sheet)
        );
        (xml, self.links.into_iter().map(|(_, address)| address).list())
    }
}

/// What stands at the edges of every printed page: title and day above, address and page below.
fn header(sheet: &Sheet) -> String {
    // `&` begins a code there; more than 255 letters are refused.
    let part = |words: &str| escaped(&words.chars().take(100).collect::<String>().replace('&', "&&"));
    format!(
        "<headerFooter><oddHeader>&amp;L{}&amp;R{}</oddHeader><oddFooter>&amp;L{}&amp;R&amp;P / &amp;N</oddFooter></headerFooter>",
        part(&sheet.title),
        part(&sheet.made),
        part(&sheet.address)
    )
}

fn worksheet(sheet: &Sheet, table: &Table) -> (String, Vec<String>) {
    let mut rows = Rows::default();
    rows.row_of(&table.columns.iter().map(|column| Cell::text(&column.label)).list(), style::HEADING);
    let styles = table.columns.iter().map(of_kind).list();
    for row in &table.rows {
        rows.row(&row.iter().zip(&styles).map(|(cell, style)| (cell, *style)).list());
    }
    let last = letters(table.columns.len().saturating_sub(1));
    let after = format!("<autoFilter ref=\"A1:{last}{}\"/>", rows.count);
    let view = "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>";
    rows.finish(sheet, view, &table.columns.iter().map(|column| column.width).list(), &after)
}

const fn of_kind(column: &Column) -> u8 {
    match column.kind {
        Kind::Text | Kind::Address => style::WORDS,
        Kind::Number => style::FIGURE,
        Kind::Whole => style::WHOLE,
        Kind::Date => style::DAY,
    }
}

/// The last worksheet: what the workbook is, and what it rests on.
fn sources(sheet: &Sheet) -> (String, Vec<String>) {
    let lang = sheet.lang;
    let mut rows = Rows::default();
    rows.row_of(&[Cell::text(&sheet.title)], style::TITLE);
    for (label, words) in sheet.colophon().into_iter().skip(1) {
        let words = match label {
            _ if words == sheet.address => Cell::Address(words),
            _ if label == lang.export_made() => Cell::Date(sheet.made.clone()),
            _ => Cell::Text(words),
        };
        rows.row(&[(&Cell::text(label), style::HEADING), (&words, style::WORDS)]);
    }
    rows.row(&[]);
    let heads = [lang.export_source(), lang.export_document(), lang.export_read_at()];
    rows.row_of(&heads.map(Cell::text), style::HEADING);
    for source in &sheet.sources {
        let mut cells = vec![Cell::text(&source.name), Cell::text(&source.document)];
        cells.extend(source.addresses.iter().cloned().map(Cell::Address));
        rows.row_of(&cells, style::WORDS);
    }
    rows.finish(sheet, "", &[30, 70, 50, 50, 50], "")
}

/// A column's letters: A to Z, AA and so on.
fn letters(at: usize) -> String {
    let mut out = Vec::new();
    let mut left = at + 1;
    while left > 0 {
        left -= 1;
        out.push(b'A'.wrapping_add(u8::try_from(left % 26).unwrap_or_default()));
        left /= 26;
    }
    out.iter().rev().map(|letter| char::from(*letter)).collect()
}

/// A day as a workbook counts it: days since 30 December 1899. None where it is not a whole date.
fn serial(day: &str) -> Option<i64> {
    let mut parts = day.splitn(3, '-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if !(1901..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    // Years are counted from March, so that a leap day is a year's last.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day;
    Some(days - 693_900)
}

/// A text inside an element or attribute, without the signs that XML knows nothing of.
pub(super) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests;

//! A sheet as CSV (RFC 4180, UTF-8 with the mark by which spreadsheets know it).
//!
//! The first table begins in the first row, for those who read on up to an empty one. Below it stand the view's further
//! tables, each after an empty row and a row with its name, and last citation, address, date and sources. All rows are
//! as wide, so that every reader takes them.

use super::{Cell, Sheet};
use crate::i18n::decimal;
use crate::list::List;

/// The file of a sheet.
pub fn csv(sheet: &Sheet) -> String {
    let mut out = "\u{feff}".to_owned();
    let width = sheet.tables.iter().fold(2, |width, table| width.max(table.columns.len()));
    let mut line = |cells: Vec<String>| {
        for at in 0..width {
            if at > 0 {
                out.push(',');
            }
            out.push_str(cells.get(at).map_or("", String::as_str));
        }
        out.push_str("\r\n");
    };
    for (at, table) in sheet.tables.iter().enumerate() {
        if at > 0 {
            line(vec![text(&table.name)]);
        }
        line(table.columns.iter().map(|column| text(&column.label)).list());
        for row in &table.rows {
            line(row.iter().map(cell).list());
        }
        line(Vec::new());
    }
    for (label, words) in sheet.colophon() {
        line(vec![text(label), text(&words)]);
    }
    for source in &sheet.sources {
        line(vec![text(sheet.lang.export_source()), text(&source.line())]);
    }
    out
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Nothing => String::new(),
        Cell::Number(value) => decimal(*value, 6),
        Cell::Text(words) | Cell::Date(words) | Cell::Address(words) => text(words),
    }
}

/// A text, quoted where it must be. What a spreadsheet would take for a formula begins with an apostrophe.
fn text(words: &str) -> String {
    let formula = words.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let words = if formula { format!("'{words}") } else { words.to_owned() };
    if words.contains([',', '"', '\n', '\r', ';', '\t']) {
        format!("\"{}\"", words.replace('"', "\"\""))
    } else {
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_quoted_and_never_formulas() {
        for (words, expected) in [
            ("Đắk Nông", "Đắk Nông"),
            ("a, b", "\"a, b\""),
            ("say \"x\"", "\"say \"\"x\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\""),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "\"'\t=1\""),
            ("−3", "−3"),
        ] {
            assert_eq!(text(words), expected);
        }
        assert_eq!(cell(&Cell::Number(-2224.5)), "-2224.5", "a number is no formula");
    }
}

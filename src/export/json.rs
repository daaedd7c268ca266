//! A sheet as JSON: every table with its columns, each row by their keys.

use super::{Cell, Sheet, Table};
use crate::i18n::decimal;
use crate::list::List;

/// The file of a sheet.
pub fn json(sheet: &Sheet) -> String {
    let about = sheet.about.iter().map(|line| string(line)).list();
    let sources = sheet.sources.iter().map(|source| {
        format!(
            "{{\"name\":{},\"document\":{},\"addresses\":[{}]}}",
            string(&source.name),
            string(&source.document),
            source.addresses.iter().map(|address| string(address)).list().join(",")
        )
    });
    format!(
        "{{\n\"title\":{},\n\"about\":[{}],\n\"lang\":\"{}\",\n\"made\":{},\n\"address\":{},\n\"citation\":{},\n\"sources\":[\n{}\n],\n\"tables\":[\n{}\n]\n}}\n",
        string(&sheet.title),
        about.join(","),
        sheet.lang.tag(),
        string(&sheet.made),
        string(&sheet.address),
        string(&sheet.citation),
        sources.list().join(",\n"),
        sheet.tables.iter().map(table).list().join(",\n"),
    )
}

fn table(table: &Table) -> String {
    let columns = table.columns.iter().map(|column| {
        format!(
            "{{\"key\":{},\"label\":{},\"type\":\"{}\"}}",
            string(&column.key),
            string(&column.label),
            column.kind.id()
        )
    });
    let rows = table.rows.iter().map(|row| {
        let cells = row.iter().zip(&table.columns).map(|(c, column)| format!("{}:{}", string(&column.key), cell(c)));
        format!("{{{}}}", cells.list().join(","))
    });
    format!(
        "{{\"name\":{},\n\"columns\":[{}],\n\"rows\":[\n{}\n]}}",
        string(&table.name),
        columns.list().join(","),
        rows.list().join(",\n")
    )
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Nothing => "null".to_owned(),
        Cell::Number(value) => decimal(*value, 6),
        Cell::Text(words) | Cell::Date(words) | Cell::Address(words) => string(words),
    }
}

/// A string of JSON.
fn string(words: &str) -> String {
    let mut out = "\"".to_owned();
    for c in words.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            // JavaScript of before 2019 would end a string there.
            c if c < ' ' || matches!(c, '\u{2028}' | '\u{2029}') => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_text_comes_back(words in ".{0,40}|[\u{0}-\u{20}\"\\\\\u{2028}]{0,20}") {
            let back: String = serde_json::from_str(&string(&words)).expect("it is JSON");
            prop_assert_eq!(back, words);
        }
    }
}

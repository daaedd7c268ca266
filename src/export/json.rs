//! A sheet as JSON: every table with its columns, each row by their keys.

use super::{Cell, Sheet, Table};
use crate::i18n::decimal;
use crate::json::string;
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

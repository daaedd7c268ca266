//! Excel's files: every sheet as a table, figures written as they are written in Vietnamese.

use super::Refused;
use super::table::{self, Cell, escape};
use super::xml::{Event, Events, unescape};
use super::zip::Archive;

/// No plan's table is wider.
const MOST_COLUMNS: usize = 256;

/// The text of a workbook.
pub fn text(archive: &mut Archive<'_>) -> Result<String, Refused> {
    let workbook = archive.text("xl/workbook.xml")?.ok_or(Refused::Damaged)?;
    let links = archive.text("xl/_rels/workbook.xml.rels")?.unwrap_or_default();
    let strings = archive.text("xl/sharedStrings.xml")?.map(|xml| strings(&xml)).unwrap_or_default();
    let percents = archive.text("xl/styles.xml")?.map(|xml| percents(&xml)).unwrap_or_default();
    let mut out = String::new();
    for event in Events::new(&workbook) {
        let Event::Open("sheet", attributes) = event else { continue };
        if attributes.get("state").is_some_and(|state| state != "visible") {
            continue;
        }
        let Some(path) = target(&links, attributes.get("id").unwrap_or("")) else { continue };
        let Some(xml) = archive.text(&path)? else { continue };
        let mut rows = rows(&xml, &strings, &percents);
        rows.retain(|row| row.iter().any(|cell| !cell.text.trim().is_empty() || cell.continues));
        if rows.is_empty() {
            continue;
        }
        // Above a table stands what it is about: rows of one cell are lines.
        let lines = rows.iter().take_while(|row| row.iter().filter(|c| !c.text.trim().is_empty()).count() <= 1).count();
        for line in rows.drain(..lines).flatten().filter(|cell| !cell.text.trim().is_empty()) {
            escape(line.text.trim(), &mut out);
            out.push('\n');
        }
        if !rows.is_empty() {
            table::write(&rows, &mut out);
        }
    }
    Ok(out)
}

fn target(links: &str, id: &str) -> Option<String> {
    Events::new(links).find_map(|event| match event {
        Event::Open("Relationship", attributes) if attributes.get("Id") == Some(id) => {
            let target = attributes.get("Target")?;
            Some(target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned))
        }
        _ => None,
    })
}

/// The texts that cells refer to; how a word is pronounced is none.
fn strings(xml: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut events = Events::new(xml);
    let mut is_text = false;
    while let Some(event) = events.next() {
        match event {
            Event::Open("si", _) => out.push(String::new()),
            Event::Open("rPh", _) => events.pass(),
            Event::Open(name, _) => is_text = name == "t",
            Event::Close(_) => is_text = false,
            Event::Text(text) if is_text => {
                if let Some(last) = out.last_mut() {
                    unescape(text, last);
                }
            }
            Event::Text(_) => {}
        }
    }
    out
}

/// Which cell styles show a figure as a percentage.
fn percents(xml: &str) -> Vec<bool> {
    let mut own: Vec<&str> = Vec::new();
    let mut out = Vec::new();
    let mut in_cells = false;
    for event in Events::new(xml) {
        match event {
            Event::Open("numFmt", attributes)
                if attributes.get("formatCode").is_some_and(|code| code.contains('%')) =>
            {
                own.extend(attributes.get("numFmtId"));
            }
            Event::Open("cellXfs", _) => in_cells = true,
            Event::Close("cellXfs") => in_cells = false,
            Event::Open("xf", attributes) if in_cells => {
                let id = attributes.get("numFmtId").unwrap_or("0");
                out.push(id == "9" || id == "10" || own.contains(&id));
            }
            _ => {}
        }
    }
    out
}

fn rows(xml: &str, strings: &[String], percents: &[bool]) -> Vec<Vec<Cell>> {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut numbers: Vec<usize> = Vec::new();
    let (mut kind, mut percent, mut column) = ("n", false, 0);
    let mut value = String::new();
    let mut is_value = false;
    let mut merges = Vec::new();
    for event in Events::new(xml) {
        match event {
            Event::Open("row", attributes) => {
                numbers.push(attributes.number("r").unwrap_or(numbers.last().map_or(1, |n| n + 1)));
                rows.push(Vec::new());
            }
            Event::Open("c", attributes) => {
                kind = attributes.get("t").unwrap_or("n");
                percent = attributes.number("s").and_then(|s| percents.get(s)).copied().unwrap_or(false);
                let next = rows.last().map_or(0, Vec::len);
                column = attributes.get("r").and_then(place).map_or(next, |(column, _)| column);
                value.clear();
            }
            Event::Open("v" | "t", _) => is_value = true,
            Event::Open("mergeCell", attributes) => merges.extend(attributes.get("ref")),
            Event::Close("v" | "t") => is_value = false,
            Event::Text(text) if is_value => unescape(text, &mut value),
            Event::Close("c") if column < MOST_COLUMNS => {
                let Some(row) = rows.last_mut() else { continue };
                if row.len() <= column {
                    row.resize(column + 1, Cell::default());
                }
                row[column].text = match kind {
                    "s" => value.parse().ok().and_then(|i: usize| strings.get(i)).cloned().unwrap_or_default(),
                    "n" => figure(&value, percent),
                    "e" => String::new(),
                    _ => value.clone(),
                };
            }
            _ => {}
        }
    }
    for merge in merges {
        let Some((from, to)) = merge.split_once(':') else { continue };
        let (Some((left, top)), Some((right, bottom))) = (place(from), place(to)) else { continue };
        let covered: Vec<usize> = (0..rows.len()).filter(|row| (top..=bottom).contains(&numbers[*row])).collect();
        let Some(first) = covered.first().copied().filter(|_| right < MOST_COLUMNS) else { continue };
        for row in &covered {
            if rows[*row].len() <= right {
                rows[*row].resize(right + 1, Cell::default());
            }
            rows[*row][left..=right].iter_mut().for_each(|cell| cell.continues = true);
        }
        let cell = &mut rows[first][left];
        (cell.continues, cell.columns, cell.rows) = (false, right + 1 - left, covered.len());
    }
    rows
}

/// "C12" as column 2, row 12.
fn place(name: &str) -> Option<(usize, usize)> {
    let letters = name.bytes().take_while(u8::is_ascii_uppercase).count();
    let column = name.bytes().take(letters.min(3)).fold(0, |sum, b| sum * 26 + usize::from(b - b'A') + 1);
    Some((column.checked_sub(1)?, name[letters..].parse().ok()?))
}

/// A figure as Vietnamese writes it: a decimal comma, and a percentage with its sign.
fn figure(value: &str, percent: bool) -> String {
    let Some(number) = crate::i18n::parse_decimal(value.trim()) else { return value.to_owned() };
    let number = if percent { number * 100.0 } else { number };
    // Spreadsheets keep 0.07 × 100 as 7.000000000000001.
    let mut text = crate::i18n::decimal(number, 6).replace('.', ",");
    if percent {
        text.push('%');
    }
    text
}

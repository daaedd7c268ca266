//! Comma-separated values, also with semicolons or tabs.

use super::table::{self, Cell};

/// The rows as one table.
pub fn tables(text: &str) -> String {
    let first = text.lines().next().unwrap_or("");
    let count = |mark: char| first.matches(mark).count();
    let mark = [',', ';', '\t'].into_iter().max_by_key(|mark| count(*mark)).unwrap_or(',');
    let mut rows = Vec::new();
    let mut row: Vec<Cell> = Vec::new();
    let mut cell = String::new();
    let mut quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if quoted || cell.is_empty() => quoted = !quoted,
            c if quoted => cell.push(c),
            '\r' => {}
            '\n' => {
                row.push(Cell { text: std::mem::take(&mut cell), ..Cell::default() });
                rows.push(std::mem::take(&mut row));
            }
            c if c == mark => row.push(Cell { text: std::mem::take(&mut cell), ..Cell::default() }),
            c => cell.push(c),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(Cell { text: cell, ..Cell::default() });
        rows.push(row);
    }
    rows.retain(|row: &Vec<Cell>| row.iter().any(|cell| !cell.text.trim().is_empty()));
    let mut out = String::new();
    table::write(&rows, &mut out);
    out
}

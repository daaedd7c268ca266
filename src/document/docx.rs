//! Word's files: the body's paragraphs with the numbers that Word prints before them, and its tables.
//!
//! Tracked changes count as accepted. Headers, footers, footnotes and comments are other parts of the file, and
//! are not read.

use super::Refused;
use super::number::Numbering;
use super::table::{self, Cell, escape};
use super::xml::{Event, Events, unescape};
use super::zip::Archive;

/// The text of a document.
pub fn text(archive: &mut Archive<'_>) -> Result<String, Refused> {
    let numbering = archive.text("word/numbering.xml")?.map(|xml| Numbering::read(&xml)).unwrap_or_default();
    let styles = archive.text("word/styles.xml")?.map(|xml| styles(&xml)).unwrap_or_default();
    let xml = archive.text("word/document.xml")?.ok_or(Refused::Damaged)?;
    let mut reader = Reader { events: Events::new(&xml), numbering, styles, out: String::new() };
    reader.body(0);
    Ok(reader.out)
}

/// The list of a style, where it has one: style, list, level; and the style that it is based on.
#[derive(Default)]
struct Style {
    id: String,
    based_on: String,
    list: Option<String>,
    level: usize,
}

fn styles(xml: &str) -> Vec<Style> {
    let mut out: Vec<Style> = Vec::new();
    for event in Events::new(xml) {
        let Event::Open(name, attributes) = event else { continue };
        if name == "style" {
            out.push(Style { id: attributes.get("styleId").unwrap_or("").to_owned(), ..Style::default() });
        }
        let (Some(style), Some(value)) = (out.last_mut(), attributes.get("val")) else { continue };
        match name {
            "basedOn" => value.clone_into(&mut style.based_on),
            "numId" => style.list = Some(value.to_owned()),
            "ilvl" => style.level = value.parse().unwrap_or(0),
            _ => {}
        }
    }
    out
}

struct Reader<'a> {
    events: Events<'a>,
    numbering: Numbering,
    styles: Vec<Style>,
    out: String,
}

/// Tables inside tables inside text boxes: nobody writes more.
const DEEPEST: usize = 32;

impl Reader<'_> {
    /// Paragraphs and tables up to the end of the element around them.
    fn body(&mut self, depth: usize) {
        let mut inside = 0;
        while let Some(event) = self.events.next() {
            match event {
                Event::Open("p", _) => {
                    let lines = self.paragraph(depth);
                    for line in lines.lines().map(str::trim) {
                        escape(line, &mut self.out);
                        self.out.push('\n');
                    }
                }
                Event::Open("tbl", _) => self.table(depth),
                Event::Open("del" | "moveFrom" | "Fallback" | "sectPr", _) => self.events.pass(),
                Event::Open(..) => inside += 1,
                Event::Close(_) if inside == 0 => return,
                Event::Close(_) => inside -= 1,
                Event::Text(_) => {}
            }
        }
    }

    /// A paragraph's text, and what stands in boxes anchored in it, a line each.
    fn paragraph(&mut self, depth: usize) -> String {
        let mut out = String::new();
        let mut boxed = String::new();
        let (mut style, mut list, mut level) = (String::new(), None, None);
        let mut inside = 0;
        let mut is_text = false;
        while let Some(event) = self.events.next() {
            match event {
                Event::Open("del" | "moveFrom" | "Fallback" | "pPrChange" | "rPr" | "rPrChange", _) => {
                    self.events.pass();
                }
                Event::Open("p", _) if depth < DEEPEST => {
                    boxed.push_str(&self.paragraph(depth + 1));
                    boxed.push('\n');
                }
                Event::Open(name, attributes) => {
                    inside += 1;
                    match name {
                        "t" => is_text = true,
                        "tab" if inside > 1 => out.push(' '),
                        "br" | "cr" => out.push('\n'),
                        "noBreakHyphen" => out.push('-'),
                        "pStyle" => attributes.get("val").unwrap_or("").clone_into(&mut style),
                        "numId" => list = attributes.get("val").map(str::to_owned),
                        "ilvl" => level = attributes.number("val"),
                        _ => {}
                    }
                }
                Event::Close(_) if inside == 0 => break,
                Event::Close(_) => {
                    inside -= 1;
                    is_text = false;
                }
                Event::Text(text) if is_text => unescape(text, &mut out),
                Event::Text(_) => {}
            }
        }
        let styled = self.style_list(&style);
        let list = list.or_else(|| styled.as_ref().map(|(list, _)| list.clone())).filter(|list| list != "0");
        let level = level.or(styled.map(|(_, level)| level)).unwrap_or(0);
        // Word numbers an empty paragraph too, but nobody means it.
        if let Some(list) = list.filter(|_| !out.trim().is_empty())
            && let Some(number) = self.numbering.next(&list, level)
        {
            out = format!("{} {}", number.trim(), out.trim_start());
        }
        if !boxed.is_empty() {
            out.push('\n');
            out.push_str(&boxed);
        }
        if out.is_empty() { "\n".to_owned() } else { out }
    }

    /// The list and level that a style gives, itself or by what it is based on.
    fn style_list(&self, id: &str) -> Option<(String, usize)> {
        let mut id = id;
        for _ in 0..DEEPEST {
            let style = self.styles.iter().find(|style| !id.is_empty() && style.id == id)?;
            if let Some(list) = &style.list {
                return Some((list.clone(), style.level));
            }
            id = &style.based_on;
        }
        None
    }

    fn table(&mut self, depth: usize) {
        let mut rows = self.rows(depth);
        let is_frame = rows.iter().all(|row| row.len() <= 2)
            && rows.iter().flatten().any(|cell| {
                let text = crate::text::lowercase(&cell.text);
                ["cộng hòa xã hội", "cộng hoà xã hội", "nơi nhận"].iter().any(|sign| text.contains(sign))
            });
        // The head and the foot of a decision stand in tables without borders: two columns of lines.
        if is_frame {
            let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
            for column in 0..columns {
                for line in rows.iter().filter_map(|row| row.get(column)).flat_map(|cell| cell.text.lines()) {
                    escape(line.trim(), &mut self.out);
                    self.out.push('\n');
                }
                self.out.push('\n');
            }
            return;
        }
        table::merge_down(&mut rows);
        table::write(&rows, &mut self.out);
    }

    fn rows(&mut self, depth: usize) -> Vec<Vec<Cell>> {
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        let mut inside = 0;
        let mut deleted = false;
        while let Some(event) = self.events.next() {
            match event {
                Event::Open("tr", _) => {
                    inside += 1;
                    deleted = false;
                    rows.push(Vec::new());
                }
                Event::Open("tc", _) => {
                    let cell = self.cell(depth);
                    if let Some(row) = rows.last_mut() {
                        row.push(cell);
                    }
                }
                Event::Open("del", _) => {
                    inside += 1;
                    deleted = true;
                }
                Event::Open("gridBefore", attributes) => {
                    inside += 1;
                    if let Some(row) = rows.last_mut() {
                        row.push(Cell { columns: attributes.number("val").unwrap_or(1), ..Cell::default() });
                    }
                }
                Event::Open("tblPrEx" | "tblPr" | "tblGrid", _) => self.events.pass(),
                Event::Open(..) => inside += 1,
                Event::Close("tr") => {
                    inside -= 1;
                    if deleted {
                        rows.pop();
                    }
                }
                Event::Close(_) if inside == 0 => break,
                Event::Close(_) => inside -= 1,
                Event::Text(_) => {}
            }
        }
        rows
    }

    fn cell(&mut self, depth: usize) -> Cell {
        let mut cell = Cell::default();
        let mut inside = 0;
        while let Some(event) = self.events.next() {
            match event {
                Event::Open("p", _) => {
                    cell.text.push_str(self.paragraph(depth + 1).trim());
                    cell.text.push('\n');
                }
                Event::Open("tbl", _) if depth < DEEPEST => {
                    for inner in self.rows(depth + 1).into_iter().flatten() {
                        cell.text.push_str(&inner.text);
                    }
                }
                Event::Open("del" | "moveFrom" | "Fallback", _) => self.events.pass(),
                Event::Open(name, attributes) => {
                    inside += 1;
                    match name {
                        "gridSpan" => cell.columns = attributes.number("val").unwrap_or(1).min(64),
                        "vMerge" => cell.continues = attributes.get("val").is_none_or(|val| val == "continue"),
                        _ => {}
                    }
                }
                Event::Close(_) if inside == 0 => break,
                Event::Close(_) => inside -= 1,
                Event::Text(_) => {}
            }
        }
        cell.text.truncate(cell.text.trim_end().len());
        cell
    }
}

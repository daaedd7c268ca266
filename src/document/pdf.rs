//! PDF with a text layer: letters by their places on the page, then lines, paragraphs and ruled tables.
//!
//! The file's own directory is not trusted: objects are found by looking for them, which reads
//! damaged files as well as sound ones.

mod file;
mod font;
mod grid;
mod lines;
mod object;
mod page;
mod unruled;

use super::Refused;
use super::table::{self, escape};
use grid::Ruled;

/// Whether these are the bytes of a PDF; a little may stand before its mark.
pub fn is_pdf(bytes: &[u8]) -> bool {
    bytes.windows(5).take(1024).any(|part| part == b"%PDF-")
}

/// What stands on a page, from its top to its end.
pub(super) enum Item {
    /// A paragraph, as far as its lines show it.
    Line(String),
    /// A table with borders.
    Table(Ruled),
}

/// The text of a PDF.
///
/// # Errors
///
/// If it has none: it is damaged, locked, or pictures only.
pub fn text(bytes: &[u8]) -> Result<String, Refused> {
    if bytes.windows(8).any(|part| part == b"/Encrypt") {
        return Err(Refused::Locked);
    }
    let file = file::File::open(bytes);
    let pages = file.pages();
    if pages.is_empty() {
        return Err(Refused::Damaged);
    }
    let mut items: Vec<Item> = Vec::new();
    let (mut known, mut unknown) = (0, 0);
    for one in &pages {
        let drawn = page::draw(&file, one);
        if file.is_bomb() {
            return Err(Refused::Bomb);
        }
        for glyph in &drawn.glyphs {
            let lost = glyph.text.contains(char::REPLACEMENT_CHARACTER);
            *(if lost { &mut unknown } else { &mut known }) += usize::from(!glyph.text.trim().is_empty());
        }
        join_page(&mut items, grid::items(drawn));
    }
    // A scan may carry a page number or a stamp in letters.
    if known < 20 * pages.len().min(5) || unknown > known {
        return Err(Refused::Scanned);
    }
    let mut out = String::new();
    for item in items {
        match item {
            Item::Line(line) => {
                escape(&line, &mut out);
                out.push('\n');
            }
            Item::Table(ruled) => table::write(&ruled.rows, &mut out),
        }
    }
    Ok(out)
}

/// A table that goes on on the next page is one table; the page numbers between go.
fn join_page(items: &mut Vec<Item>, mut page: Vec<Item>) {
    let is_furniture = |item: &Item| matches!(item, Item::Line(line) if line.trim().chars().count() <= 5);
    let last = items.iter().rposition(|item| !is_furniture(item));
    let first = page.iter().position(|item| !is_furniture(item));
    if let (Some(last), Some(first)) = (last, first)
        && let (Some(Item::Table(before)), Some(Item::Table(after))) = (items.get_mut(last), page.get_mut(first))
        && before.continues_as(after)
    {
        let texts = |row: &[table::Cell]| row.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>();
        let repeats = matches!((before.rows.first(), after.rows.first()), (Some(a), Some(b)) if texts(a) == texts(b));
        before.rows.extend(after.rows.drain(..).skip(usize::from(repeats)));
        items.truncate(last + 1);
        page.drain(..=first);
    }
    items.append(&mut page);
}

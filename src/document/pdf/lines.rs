//! From letters on a page to lines, and from lines to paragraphs.

use super::page::Glyph;

/// A line of a page.
#[derive(Debug, Clone)]
pub struct Line {
    pub x: f64,
    pub y: f64,
    pub end: f64,
    pub size: f64,
    pub text: String,
    /// All its letters are bold.
    bold: bool,
    /// How wide its first word is.
    first_word: f64,
}

/// Between two words at least this part of the size is free.
const WORD_GAP: f64 = 0.17;
/// Letters so far apart do not belong to one line of text.
const COLUMN_GAP: f64 = 2.2;

/// The lines from above to below. Where letters stand far apart, as in two columns, there are two lines.
pub fn lines(mut glyphs: Vec<Glyph>) -> Vec<Line> {
    glyphs.retain(|glyph| !glyph.text.is_empty());
    crate::sort::by(&mut glyphs, |a, b| b.y.total_cmp(&a.y));
    let mut rows: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        match rows.last_mut() {
            Some(row) if row.first().is_some_and(|first| first.y - glyph.y < 0.45 * first.size.max(glyph.size)) => {
                row.push(glyph);
            }
            _ => rows.push(Vec::from([glyph])),
        }
    }
    let mut out = Vec::new();
    for mut row in rows {
        crate::sort::by(&mut row, |a, b| a.x.total_cmp(&b.x));
        let mut line: Option<Line> = None;
        for glyph in row {
            let blank = glyph.text.trim().is_empty();
            match &mut line {
                // Blanks alone neither begin a line nor bridge two columns.
                None if blank => {}
                Some(open) if glyph.x - open.end < COLUMN_GAP * open.size => {
                    let gap = glyph.x - open.end > WORD_GAP * glyph.size.min(open.size);
                    if (gap || blank) && !open.text.ends_with(' ') {
                        open.text.push(' ');
                        if open.first_word == 0.0 {
                            open.first_word = open.end - open.x;
                        }
                    }
                    if !blank {
                        open.text.push_str(&glyph.text);
                        open.bold &= glyph.bold;
                        open.end = open.end.max(glyph.end);
                    }
                }
                _ if blank => {}
                _ => {
                    out.extend(line.take());
                    line = Some(Line {
                        x: glyph.x,
                        y: glyph.y,
                        end: glyph.end,
                        size: glyph.size,
                        text: glyph.text,
                        bold: glyph.bold,
                        first_word: 0.0,
                    });
                }
            }
        }
        out.extend(line);
    }
    for line in &mut out {
        line.text.truncate(line.text.trim_end().len());
        if line.first_word == 0.0 {
            line.first_word = line.end - line.x;
        }
    }
    out
}

/// Joins the lines that were broken because the next word did not fit.
pub fn paragraphs(lines: &[Line]) -> Vec<String> {
    let left = lines.iter().map(|line| line.x).fold(f64::INFINITY, f64::min);
    let right = lines.iter().map(|line| line.end).fold(0.0, f64::max);
    let mut out: Vec<String> = Vec::new();
    let mut before: Option<&Line> = None;
    for line in lines {
        let joins = before.is_some_and(|before| {
            let room = right - before.end;
            let step = before.y - line.y;
            room < line.first_word + 0.3 * line.size
                && step > 0.5 * line.size
                && step < 2.4 * line.size
                && (before.size - line.size).abs() < 1.0
                // Behind the first line of a paragraph, which is indented, or as far in as the line before.
                && (line.x < left + 0.8 * line.size || (line.x - before.x).abs() < 0.5 * line.size || line.x > before.x + 0.5 * line.size)
                && !opens(&line.text)
                // A heading does not go on in plain letters.
                && (!before.bold || line.bold)
                && before.end - before.x > 0.5 * (right - left)
        });
        match out.last_mut() {
            Some(last) if joins => {
                last.push(' ');
                last.push_str(&line.text);
            }
            _ => {
                if before.is_some_and(|before| before.y - line.y > 2.4 * line.size) {
                    out.push(String::new());
                }
                out.push(line.text.clone());
            }
        }
        before = Some(line);
    }
    out
}

/// Whether a line opens a clause, whatever stands before it.
fn opens(text: &str) -> bool {
    text.starts_with(['-', '–', '+', '•']) || crate::clause::marker(text, false).is_some()
}

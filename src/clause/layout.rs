//! From an input to lines and table cells: plain text, Markdown, HTML, and what converters mix of them.
//!
//! One walk over the input, nothing is looked at more than a fixed number of times.

use super::furniture;
use super::html::{Tag, entity, is_html, tag};
use super::normal::{Normal, letter};

/// The lines of a document over its normalised text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layout {
    /// The text that the lines and cells are ranges of.
    pub normal: Normal,
    /// The lines in the order of the text; blank ones are not kept.
    pub lines: Vec<Line>,
    /// The cells of all table rows.
    pub cells: Vec<Cell>,
}

/// One line: a line of the text, a paragraph of an HTML page, or a row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Where it starts in the normalised text.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Marked as a heading by Markdown or HTML.
    pub heading: bool,
    /// Wholly in bold type.
    pub bold: bool,
    /// Blank lines stand before it.
    pub blank_before: bool,
    /// A bullet of Markdown, Word or HTML stood before it.
    pub bullet: bool,
    /// The number of its item in a numbered HTML list.
    pub ordinal: Option<u32>,
    /// Indented by a tab: the cell of a table that lost its shape.
    pub tabbed: bool,
    /// The cells, if it is a row of a table.
    pub cells: Option<(usize, usize)>,
    /// A page number or running head, not to be read.
    pub skip: bool,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Where it starts in the normalised text.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// How many columns it covers.
    pub columns: usize,
    /// How many rows it covers.
    pub rows: usize,
}

impl Layout {
    /// The text of a line.
    pub fn line_text(&self, line: &Line) -> &str {
        self.normal.text.get(line.start..line.end).unwrap_or("")
    }

    /// The cells of a row.
    pub fn row(&self, line: &Line) -> &[Cell] {
        line.cells.and_then(|(a, b)| self.cells.get(a..b)).unwrap_or(&[])
    }

    /// The text of a cell.
    pub fn cell_text(&self, cell: &Cell) -> &str {
        self.normal.text.get(cell.start..cell.end).unwrap_or("")
    }
}

/// Lays a document out in lines.
pub fn layout(input: &str) -> Layout {
    let mut walk = Walk { input, html: is_html(input), ..Walk::default() };
    walk.run();
    let mut layout = walk.out;
    furniture::drop_page_furniture(&mut layout);
    layout
}

#[derive(Default)]
struct Walk<'a> {
    input: &'a str,
    at: usize,
    html: bool,
    out: Layout,
    /// The line being written.
    start: usize,
    space: bool,
    started: bool,
    heading: bool,
    bullet: bool,
    ordinal: Option<u32>,
    tabbed: bool,
    blank: bool,
    bold: u32,
    bold_letters: usize,
    letters: usize,
    emphasis: bool,
    tables: u32,
    cells: Vec<Cell>,
    in_cell: bool,
    /// A line of the cell has ended.
    breaks: bool,
    lists: Vec<Option<u32>>,
    /// A head was opened that nothing closes: no need to look for its end again.
    open_head: bool,
}

impl Walk<'_> {
    fn run(&mut self) {
        let mut line_start = true;
        while self.at < self.input.len() {
            if line_start && !self.html && self.tables == 0 {
                line_start = false;
                if self.plain_row() {
                    line_start = true;
                    continue;
                }
                self.line_opening();
                if self.at >= self.input.len() {
                    break;
                }
            }
            let rest = &self.input[self.at..];
            let byte = rest.as_bytes()[0];
            match byte {
                b'\n' | b'\r' | 0x0b | 0x0c if !self.html && self.tables == 0 => {
                    self.at += if rest.starts_with("\r\n") { 2 } else { 1 };
                    self.emphasis = false;
                    self.end_line();
                    line_start = true;
                }
                b'<' => match tag(rest) {
                    Some(tag) => self.tag(&tag),
                    None => self.letter(),
                },
                _ => self.letter(),
            }
        }
        self.end_cell();
        self.end_row();
        self.end_line();
    }

    /// One letter, entity or mark of the input into the current line.
    fn letter(&mut self) {
        #[cfg(test)]
        crate::clause::work::step();
        let rest = &self.input[self.at..];
        let at = self.at;
        match rest.as_bytes()[0] {
            b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c => {
                self.space = true;
                self.at += 1;
            }
            b'*' | b'`' if !self.html || rest.starts_with("**") => {
                if rest.starts_with("**") {
                    self.emphasis = !self.emphasis;
                    self.at += 1;
                }
                self.at += 1;
            }
            b'\\' if rest[1..].starts_with(|c: char| c.is_ascii_punctuation()) => self.at += 1,
            b'[' if rest.starts_with("[bookmark:") => match rest.as_bytes().iter().take(200).position(|b| *b == b']') {
                Some(end) => {
                    self.space = true;
                    self.at += end + 1;
                }
                None => self.push('[', at, 1, true),
            },
            b'&' => match entity(rest) {
                Some((c, len)) => {
                    self.at += len;
                    match c {
                        '\u{a0}' | ' ' => self.space = true,
                        c => self.push_only(c, at, len, false),
                    }
                }
                None => self.push('&', at, 1, true),
            },
            _ => {
                let plain = plain_len(rest);
                if plain > 0 {
                    return self.push_plain(plain);
                }
                let (c, len) = letter(rest);
                match c {
                    Some(' ') => {
                        self.space = true;
                        self.at += len.max(1);
                    }
                    Some(c) => self.push(c, at, len, len == c.len_utf8() && rest.starts_with(c)),
                    None => self.at += len.max(1),
                }
            }
        }
    }

    fn push(&mut self, c: char, at: usize, len: usize, same: bool) {
        self.push_only(c, at, len, same);
        self.at = at + len.max(1);
    }

    /// The next so many bytes as they are.
    fn push_plain(&mut self, len: usize) {
        let plain = &self.input[self.at..self.at + len];
        let letters = plain.bytes().filter(|b| *b != b' ' && *b & 0xc0 != 0x80).count();
        self.begin(self.at, letters);
        self.out.normal.push_same(plain, self.at);
        self.at += len;
    }

    fn push_only(&mut self, c: char, at: usize, len: usize, same: bool) {
        self.begin(at, 1);
        self.out.normal.push(c, at, len, same);
    }

    /// What stands before some letters that come from `at`.
    fn begin(&mut self, at: usize, letters: usize) {
        if !self.started {
            self.started = true;
            self.start = self.out.normal.text.len();
            self.letters = 0;
            self.bold_letters = 0;
        } else if self.breaks {
            self.out.normal.push_made('\n', at);
        } else if self.space {
            if at > 0 && self.input.as_bytes()[at - 1] == b' ' {
                self.out.normal.push(' ', at - 1, 1, true);
            } else {
                self.out.normal.push_made(' ', at);
            }
        }
        (self.space, self.breaks) = (false, false);
        self.letters += letters;
        if self.emphasis || self.bold > 0 {
            self.bold_letters += letters;
        }
    }

    fn break_text(&mut self, c: char) {
        let at = self.at.min(self.input.len());
        self.out.normal.push_made(c, at);
    }

    fn end_line(&mut self) {
        self.space = false;
        if !self.started {
            self.blank = true;
            return;
        }
        let end = self.out.normal.text.len();
        self.out.lines.push(Line {
            start: self.start,
            end,
            heading: self.heading,
            bold: self.bold_letters * 10 >= self.letters * 9,
            blank_before: self.blank,
            bullet: self.bullet,
            ordinal: self.ordinal,
            tabbed: self.tabbed,
            cells: None,
            skip: false,
        });
        self.break_text('\n');
        (self.started, self.heading, self.bullet, self.ordinal, self.blank) = (false, false, false, None, false);
        self.tabbed = false;
    }

    /// Where the line ends.
    fn line_end(&self) -> usize {
        let rest = &self.input.as_bytes()[self.at..];
        rest.iter().position(|b| matches!(b, b'\n' | b'\r')).map_or(self.input.len(), |n| self.at + n)
    }

    /// Markdown's signs at the start of a line.
    fn line_opening(&mut self) {
        let line = &self.input[self.at..self.line_end()];
        let body = line.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '>');
        self.tabbed = line.starts_with('\t') || line.starts_with(" [bookmark");
        self.at += line.len() - body.len();
        // "**- Một**" and "**1.** Hai": emphasis goes later; only what opens the line matters here.
        let bare = body.trim_start_matches('#');
        if bare.len() < body.len() && (bare.starts_with(' ') || bare.is_empty()) {
            self.heading = true;
            self.at += body.len() - bare.len();
            return;
        }
        let mut chars = body.chars();
        if let Some(c) = chars.next() {
            let spaced = chars.as_str().starts_with([' ', '\t', '\u{a0}']);
            let is_bullet =
                matches!(c, '•' | '●' | '▪' | '■' | '◦' | '○' | '‣' | '➢' | '✓' | '\u{f0b7}' | '\u{f0a7}' | '\u{f0d8}')
                    || ((c == '*' || c == 'o' || c == '·' || c == '§') && spaced);
            if is_bullet {
                self.bullet = true;
                self.at += c.len_utf8();
            }
        }
    }

    /// A row of a Markdown table or of tab-separated cells, if the line is one.
    fn plain_row(&mut self) -> bool {
        let end = self.line_end();
        let line = &self.input[self.at..end];
        if !line.bytes().any(|b| matches!(b, b'|' | b'\t')) {
            return false;
        }
        let mut body = line.trim();
        // Word's bookmarks are no cells.
        while let Some(end) = body.strip_prefix("[bookmark:").and_then(|rest| rest.find(']')) {
            body = body["[bookmark:".len() + end + 1..].trim();
        }
        let mut cuts: Vec<(usize, usize)> = Vec::new();
        let framed = body.starts_with('|') && body.len() > 1 && body[1..].contains('|');
        // "STT | Nhiệm vụ | Chủ trì"
        if framed || body.split(" | ").nth(2).is_some() {
            let mut from = self.at + if framed { line.find('|').unwrap_or(0) + 1 } else { 0 };
            let mut escaped = false;
            for (i, b) in line.bytes().enumerate() {
                let at = self.at + i;
                if b == b'|' && !escaped && at >= from {
                    cuts.push((from, at));
                    from = at + 1;
                }
                escaped = b == b'\\';
            }
            if !self.input[from..end].trim().is_empty() {
                cuts.push((from, end));
            }
            if body.bytes().all(|b| matches!(b, b'|' | b'-' | b':' | b' ' | b'+')) {
                self.at = next_line(self.input, end);
                return true;
            }
        } else {
            let tabs = line.bytes().filter(|b| *b == b'\t').count();
            if body.is_empty()
                || !(body.contains('\t') || (tabs >= 2 && body.len() + tabs >= line.trim_matches(' ').len()))
            {
                return false;
            }
            let mut from = self.at;
            for (i, b) in line.bytes().enumerate() {
                if b == b'\t' {
                    cuts.push((from, self.at + i));
                    from = self.at + i + 1;
                }
            }
            cuts.push((from, end));
        }
        self.end_line();
        let row_start = self.out.normal.text.len();
        let first = self.out.cells.len();
        let (mut letters, mut bold) = (0, 0);
        for (n, (from, to)) in cuts.into_iter().enumerate() {
            if n > 0 {
                self.at = from;
                self.break_text('\t');
            }
            self.text_between(from, to);
            (letters, bold) = (letters + self.letters, bold + self.bold_letters);
            let stop = self.out.normal.text.len();
            let start = if self.started { self.start } else { stop };
            self.out.cells.push(Cell { start, end: stop, columns: 1, rows: 1 });
            self.started = false;
            self.space = false;
        }
        self.at = next_line(self.input, end);
        self.finish_row(row_start, first, letters > 0 && bold * 10 >= letters * 9);
        true
    }

    fn text_between(&mut self, from: usize, to: usize) {
        (self.letters, self.bold_letters, self.emphasis) = (0, 0, false);
        self.at = from;
        while self.at < to {
            let rest = &self.input[self.at..to];
            match (rest.as_bytes()[0], tag(rest)) {
                (b'<', Some(tag)) => {
                    self.space |= tag.is_block() || tag.name == "br";
                    self.at += tag.len;
                }
                _ => self.letter(),
            }
        }
    }

    fn finish_row(&mut self, start: usize, first: usize, bold: bool) {
        let (end, last) = (self.out.normal.text.len(), self.out.cells.len());
        self.break_text('\n');
        let blank_before = std::mem::take(&mut self.blank);
        self.out.lines.push(Line {
            start,
            end,
            heading: false,
            bold,
            blank_before,
            bullet: false,
            ordinal: None,
            tabbed: false,
            cells: Some((first, last)),
            skip: false,
        });
        (self.started, self.space, self.heading, self.bullet, self.ordinal) = (false, false, false, false, None);
    }

    fn tag(&mut self, tag: &Tag<'_>) {
        self.at += tag.len;
        let close = tag.close;
        match tag.name.as_str() {
            "head" if self.open_head => {}
            "script" | "style" | "head" if !close => {
                let end = format!("</{}", tag.name);
                let rest = &self.input[self.at..];
                // A head that is never closed is no head.
                match find_ignoring_case(rest, &end) {
                    Some(n) => self.at += n,
                    None if tag.name != "head" => self.at = self.input.len(),
                    None => self.open_head = true,
                }
            }
            "table" if !close => {
                if self.tables == 0 {
                    self.end_line();
                }
                self.tables += 1;
            }
            "table" => {
                if self.tables == 1 {
                    self.end_cell();
                    self.end_row();
                }
                self.tables = self.tables.saturating_sub(1);
            }
            "tr" if self.tables == 1 => {
                self.end_cell();
                self.end_row();
                // A caption.
                self.end_line();
            }
            "td" | "th" if self.tables == 1 => {
                self.end_cell();
                if !close {
                    self.in_cell = true;
                    if !self.cells.is_empty() {
                        self.break_text('\t');
                    }
                    let at = self.out.normal.text.len();
                    let (columns, rows) = (tag.number("colspan"), tag.number("rowspan"));
                    self.cells.push(Cell { start: at, end: at, columns, rows });
                    (self.started, self.space) = (false, false);
                }
            }
            "b" | "strong" => self.bold = if close { self.bold.saturating_sub(1) } else { self.bold + 1 },
            _ if self.tables > 0 => {
                let breaks = tag.is_block() || tag.name == "br";
                self.space |= breaks;
                self.breaks |= breaks && self.in_cell && self.started;
            }
            "br" => self.end_line(),
            "ul" | "ol" => {
                self.end_line();
                if close {
                    self.lists.pop();
                } else if self.lists.len() < 64 {
                    self.lists.push((tag.name == "ol").then_some(0));
                }
            }
            "li" => {
                self.end_line();
                if !close {
                    match self.lists.last_mut() {
                        Some(Some(n)) => {
                            *n += 1;
                            self.ordinal = Some(*n);
                        }
                        _ => self.bullet = true,
                    }
                }
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "dt" => {
                self.end_line();
                self.heading = !close;
                self.blank = true;
            }
            _ if tag.is_block() => {
                self.end_line();
                self.blank = true;
            }
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        if !std::mem::take(&mut self.in_cell) {
            return;
        }
        let end = self.out.normal.text.len();
        self.breaks = false;
        if let Some(cell) = self.cells.last_mut() {
            cell.start = if self.started { self.start } else { end };
            cell.end = end;
        }
        (self.started, self.space) = (false, false);
    }

    fn end_row(&mut self) {
        if self.cells.is_empty() {
            return;
        }
        let start = self.cells[0].start;
        let first = self.out.cells.len();
        self.out.cells.append(&mut self.cells);
        self.finish_row(start, first, false);
    }
}

/// How many bytes at the start of `rest` stand for themselves, words with single blanks between them: nearly all that
/// there are.
fn plain_len(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let (mut at, mut last) = (0, 0);
    while let Some(byte) = bytes.get(at) {
        let len = match (byte, bytes.get(at + 1)) {
            (b'*' | b'`' | b'\\' | b'[' | b'&' | b'<' | b'|', _) => 0,
            (b'!'..=b'~', _) => 1,
            // À to ơ, Ư, ư.
            (0xc3..=0xc5, _) | (0xc6, Some(0x80..=0xa1 | 0xaf | 0xb0)) => 2,
            // The letters with two marks.
            (0xe1, Some(0xb8..=0xbb)) => 3,
            // A mark belongs to the letter before it.
            (0xcc, _) | (0xcd, Some(0x80..=0xaf)) => return last,
            (b' ', Some(next)) if at > 0 && *next != b' ' && bytes[at - 1] != b' ' => 1,
            _ => 0,
        };
        if len == 0 {
            break;
        }
        (last, at) = (at, at + len);
    }
    // What a blank stands before decides whether it is one.
    at - usize::from(at > 0 && bytes[at - 1] == b' ')
}

fn next_line(input: &str, end: usize) -> usize {
    let rest = &input[end..];
    end + if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) }
}

fn find_ignoring_case(text: &str, ascii: &str) -> Option<usize> {
    text.as_bytes().windows(ascii.len()).position(|w| w.eq_ignore_ascii_case(ascii.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(input: &str) -> Vec<String> {
        let layout = layout(input);
        let kept = layout.lines.iter().filter(|line| !line.skip);
        kept.map(|line| layout.line_text(line).replace('\t', " | ")).collect()
    }

    #[test]
    fn markdown_html_and_tabs() {
        assert_eq!(lines("## **I. MỤC TIÊU**\n* Một\\.  hai\n"), ["I. MỤC TIÊU", "Một. hai"]);
        assert_eq!(lines("| A | **B** |\n|---|:--:|\n| 1 | 2% |"), ["A | B", "1 | 2%"]);
        assert_eq!(lines("STT\tTên\n1\tMột"), ["STT | Tên", "1 | Một"]);
        assert_eq!(
            lines(
                "<html><head><title>x</title></head><body><p>Một&nbsp;<b>hai</b>\nba</p><table><tr><td>A<td>B</tr><tr><td>1</td><td>5&#37;</td></tr></table>"
            ),
            ["Một hai ba", "A | B", "1 | 5%"]
        );
        assert_eq!(lines("a < b và <i>c</i>"), ["a < b và c"]);
    }

    #[test]
    fn page_numbers_and_running_heads_are_not_read() {
        assert_eq!(lines("Một\n\nKH tỉnh\n2\n\nhai\nKH tỉnh\n3\nba"), ["Một", "hai", "ba"]);
    }
}

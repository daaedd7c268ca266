//! A document's clauses: reading a decision's text into the paths that records cite.
//!
//! Reading never fails. Whatever the text is, it yields clauses and a list of problems; a line
//! that opens no clause belongs to the clause it stands in. [`normal`] makes one spelling of the
//! text, [`layout`] finds its lines and tables, [`marker`](mod@marker) what opens a clause.

mod furniture;
mod html;
pub mod layout;
mod marker;
pub mod normal;
#[cfg(test)]
pub mod work;

pub use marker::{Marker, marker};

use crate::model::ClausePath;
use crate::text::{is_lower, is_upper};
use layout::{Layout, Line, layout};

/// What was read of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// The clauses in the order of the text. A path printed twice stands here twice.
    pub clauses: Vec<Clause>,
    /// The clauses whose path was printed before, in the order of the text.
    pub repeated: Vec<usize>,
    /// The lines that it was read from.
    pub layout: Layout,
    /// Every paragraph, heading and table row in the order of the text, those before and after the
    /// clauses too.
    pub pieces: Vec<Piece>,
}

/// One clause of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Its path as printed.
    pub path: ClausePath,
    /// Its own text, lines joined by one space, without its marker and without its sub-clauses.
    pub text: String,
    /// Whether other clauses stand inside it.
    pub has_children: bool,
    /// The clause it stands in.
    pub parent: Option<usize>,
    /// What opened it.
    pub marker: Marker,
}

/// A run of lines that belong together: a paragraph, a heading, a row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The clause it stands in.
    pub clause: Option<usize>,
    /// Whether it opens that clause.
    pub opens: bool,
    /// Its first line.
    pub first: usize,
    /// The line behind its last.
    pub last: usize,
    /// Where its text starts, behind its marker.
    pub start: usize,
    /// What it is.
    pub kind: PieceKind,
}

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PieceKind {
    /// Running text.
    Text,
    /// A heading without a number of its own.
    Heading,
    /// A row of a table.
    Row,
    /// Recipients and signatures.
    Signature,
}

impl Document {
    /// Every clause printed with this path.
    pub fn clauses_at<'a>(&'a self, path: &'a str) -> impl Iterator<Item = &'a Clause> {
        self.clauses.iter().filter(move |c| c.path.as_str() == path)
    }

    /// The text of a clause and of everything inside it, as one string.
    pub fn whole_text(&self, path: &str) -> String {
        let inside = self.clauses.iter().filter(|c| c.path.is_within(path));
        inside.map(|c| c.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// Reads the clauses of a document's text.
pub fn read(text: &str) -> Document {
    let layout = layout(text);
    // Some texts have a blank line behind every line; in others it ends a paragraph.
    let lines = || layout.lines.iter().filter(|line| line.cells.is_none());
    let blank_ends = lines().filter(|line| line.blank_before).count() * 2 < lines().count();
    let mut reader = Reader { wrap: wrap_width(&layout), blank_ends, ..Reader::default() };
    for index in 0..layout.lines.len() {
        if !layout.lines[index].skip {
            reader.line(&layout, index);
        }
    }
    reader.document.layout = layout;
    reader.document.repeated = repeated(&reader.document.clauses);
    reader.document
}

/// The clauses whose path was printed before.
fn repeated(clauses: &[Clause]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..clauses.len()).collect();
    crate::sort::by(&mut order, |a, b| clauses[*a].path.cmp(&clauses[*b].path));
    let mut out = Vec::new();
    for pair in order.windows(2) {
        if clauses[pair[0]].path == clauses[pair[1]].path {
            out.push(pair[1]);
        }
    }
    crate::sort::by_key(&mut out, |index| *index);
    out
}

/// A clause still being read.
struct Open {
    rank: u8,
    marker: Marker,
    index: usize,
    dashes: u32,
    pluses: u32,
    /// A heading by Markdown or HTML.
    heading: bool,
}

#[derive(Default)]
struct Reader {
    document: Document,
    stack: Vec<Open>,
    /// In the list of recipients and the signature: their dashes are no clauses.
    in_signature: bool,
    /// In an annex, where a table's row numbers stand alone on their lines.
    in_annex: bool,
    root_dashes: (u32, u32),
    has_article: bool,
    /// Parts or chapters came before the first article, so that articles stand inside them, as in a regulation.
    articles_inside: bool,
    /// The text being read, without the decision before it, has had an article.
    had_article: bool,
    /// The decision's own articles are closed.
    attached: bool,
    /// Lines are broken at about so many characters, or 0.
    wrap: usize,
    /// A blank line ends a paragraph.
    blank_ends: bool,
}

impl Reader {
    fn line(&mut self, layout: &Layout, index: usize) {
        let line = &layout.lines[index];
        let text = layout.line_text(line);
        if line.cells.is_some() {
            if !self.in_signature {
                self.continue_text(text);
            }
            let kind = if self.in_signature { PieceKind::Signature } else { PieceKind::Row };
            self.piece(index, line.start, false, kind);
            return;
        }
        if is_attached_plan_title(text) && !self.attached && self.has_article {
            self.close_decision();
            self.piece(index, line.start, false, PieceKind::Heading);
            return;
        }
        if opens_signature(text) {
            self.in_signature = true;
            self.piece(index, line.start, false, PieceKind::Signature);
            return;
        }
        let found = self.marker_of(layout, index);
        let Some((marker, taken)) = found else {
            self.unmarked(layout, index);
            return;
        };
        if self.in_signature {
            // Recipients are dashed; a rank above a number ends the block.
            if marker.rank() >= 30 {
                self.piece(index, line.start, false, PieceKind::Signature);
                return;
            }
            self.in_signature = false;
        }
        self.in_annex |= matches!(marker, Marker::Annex(_));
        self.has_article |= matches!(marker, Marker::Article(_));
        let rest = text[taken..].trim_start_matches(['.', ')', ':', '/']);
        let rest = if marker.is_list() { rest.trim_start_matches(['-', '–', '+']) } else { rest }.trim_start();
        let opened = self.open(marker, rest, line.heading);
        self.piece(index, line.end - rest.len(), opened, PieceKind::Text);
    }

    fn marker_of(&self, layout: &Layout, index: usize) -> Option<(Marker, usize)> {
        let line = &layout.lines[index];
        let text = layout.line_text(line);
        if let Some(found) = marker(text, self.in_annex) {
            return Some(found);
        }
        if line.bullet {
            return Some((Marker::Bullet, 0));
        }
        if let Some(n) = line.ordinal {
            return Some((Marker::Number(n.to_string()), 0));
        }
        // "-Một" at the start of a paragraph, but not inside a wrapped sentence.
        let mut chars = text.chars();
        let sign = chars.next()?;
        let upper = chars.next().is_some_and(is_upper);
        let before = index.checked_sub(1).map(|i| layout.line_text(&layout.lines[i]));
        let ended = before.is_none_or(|b| b.ends_with(['.', ';', ':', '…', ',']) || self.wrap == 0);
        (matches!(sign, '-' | '–' | '+') && upper && ended)
            .then(|| (if sign == '+' { Marker::Plus } else { Marker::Dash }, sign.len_utf8()))
    }

    /// A line that opens no clause: a heading of its own, or the text goes on.
    fn unmarked(&mut self, layout: &Layout, index: usize) {
        let line = &layout.lines[index];
        let text = layout.line_text(line);
        if self.in_signature {
            // After the signature a heading starts the attached text.
            if !line.heading || text.len() > 200 {
                self.piece(index, line.start, false, PieceKind::Signature);
                return;
            }
            self.in_signature = false;
        }
        let goes_on = self.goes_on(layout, index);
        let is_heading = !goes_on && (line.heading || is_capitals(text));
        if is_heading {
            // What stands under a heading does not belong to the list before it.
            while self.stack.last().is_some_and(|open| open.rank >= Marker::LETTERS) {
                self.stack.pop();
            }
            if self.stack.is_empty() {
                self.root_dashes = (0, 0);
            }
        }
        self.continue_text(text);
        match self.document.pieces.last_mut() {
            Some(last) if goes_on => last.last = index + 1,
            _ => self.piece(index, line.start, false, if is_heading { PieceKind::Heading } else { PieceKind::Text }),
        }
    }

    /// Whether a line goes on with the sentence of the one before it.
    fn goes_on(&self, layout: &Layout, index: usize) -> bool {
        let line = &layout.lines[index];
        let Some(last) = self.document.pieces.last() else { return false };
        let before = &layout.lines[last.last - 1];
        let (text, above) = (layout.line_text(line), layout.line_text(before));
        if before.cells.is_some() || last.kind == PieceKind::Signature || line.heading || line.tabbed {
            return false;
        }
        let starts_low = text.starts_with(|c: char| is_lower(c) || matches!(c, ',' | ';' | ')' | '%'));
        if above.ends_with(['.', ';', ':', '!', '?', '…']) && !starts_low {
            return false;
        }
        if line.blank_before && self.blank_ends && !starts_low || is_counted_title(text) {
            return false;
        }
        // "trung bình 300" and "USD/người/năm", "tỉnh" and "Sơn La": no line ends so.
        let unit = text.split([' ', '/']).next().is_some_and(|w| UNITS.contains(&w));
        let hangs = |word: &str| (unit && word.ends_with(|c: char| c.is_ascii_digit())) || HANGING.contains(&word);
        let prose = last.kind == PieceKind::Text && self.wrap > 0 && above.contains(' ');
        if prose && above.split(' ').next_back().is_some_and(hangs) {
            return true;
        }
        if starts_low {
            return !before.heading || !line.blank_before;
        }
        if is_capitals(text) != is_capitals(above) {
            return false;
        }
        // A name or a figure at the start of a line: the line above must have been full.
        self.wrap > 0 && above.chars().count() * 10 >= self.wrap * 8 || (before.bold && line.bold && !line.blank_before)
    }

    fn piece(&mut self, index: usize, start: usize, opens: bool, kind: PieceKind) {
        let clause = self.stack.last().map(|open| open.index);
        self.document.pieces.push(Piece { clause, opens, first: index, last: index + 1, start, kind });
    }

    fn continue_text(&mut self, line: &str) {
        if let Some(open) = self.stack.last() {
            let text = &mut self.document.clauses[open.index].text;
            for part in line.split(['\t', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
                if !text.is_empty() {
                    text.push(' ');
                }
                text.push_str(part);
            }
        }
    }

    /// Marks of one level nest in the order in which they are used: a bullet inside a dash, a
    /// letter inside a number in brackets.
    fn rank_of(&self, marker: &Marker, heading: bool) -> u8 {
        let base = marker.rank();
        if self.articles_inside && matches!(marker, Marker::Article(_)) {
            return Marker::INNER_ARTICLES;
        }
        if let (Marker::Number(n), false) = (marker, heading) {
            // "1." in the text below a heading "3. …" begins a list inside it; "4." would be its neighbour.
            let next_of = |open: &Open| match &open.marker {
                Marker::Number(last) => last.parse::<u32>().ok().map(|last| last + 1) == n.parse().ok(),
                _ => false,
            };
            let inner = self.stack.iter().find(|o| o.rank == Marker::INNER_NUMBERS);
            let below = self.stack.iter().any(|o| o.heading && matches!(o.marker, Marker::Number(_)));
            if inner.is_some_and(next_of) || inner.is_none() && below && n == "1" {
                return Marker::INNER_NUMBERS;
            }
        }
        if base < Marker::LETTERS {
            return base;
        }
        let level: Vec<&Open> = self.stack.iter().filter(|o| o.rank >= base && o.rank < base + 10).collect();
        if let Some(same) = level.iter().find(|o| o.marker.same_kind(marker)) {
            return same.rank;
        }
        match (level.last(), marker) {
            (None, Marker::Plus) => base + 1,
            (None, _) => base,
            (Some(last), _) => (last.rank + 1).min(base + 9),
        }
    }

    /// Opens a clause; whether there is one now.
    fn open(&mut self, marker: Marker, text: &str, heading: bool) -> bool {
        if matches!(marker, Marker::Part(_) | Marker::Chapter(_)) {
            self.articles_inside |= !self.had_article;
        }
        self.had_article |= matches!(marker, Marker::Article(_));
        let rank = self.rank_of(&marker, heading);
        while self.stack.last().is_some_and(|open| open.rank >= rank) {
            self.stack.pop();
        }
        let counters = match self.stack.last_mut() {
            Some(parent) => (&mut parent.dashes, &mut parent.pluses),
            None => (&mut self.root_dashes.0, &mut self.root_dashes.1),
        };
        let label = match marker {
            Marker::Dash | Marker::Bullet => {
                *counters.0 += 1;
                format!("-{}", counters.0)
            }
            Marker::Plus => {
                *counters.1 += 1;
                format!("+{}", counters.1)
            }
            ref other => other.label(),
        };
        // Dashes before any clause are the preamble's.
        if self.stack.is_empty() && marker.is_list() {
            return false;
        }
        let parent = self.stack.last().map(|open| open.index);
        let mut path = parent.map(|i| format!("{} > ", self.document.clauses[i].path)).unwrap_or_default();
        path.push_str(&label);
        if let Some(parent) = parent {
            self.document.clauses[parent].has_children = true;
        }
        let index = self.document.clauses.len();
        let clause = Clause {
            path: ClausePath(path.into()),
            text: text.to_owned(),
            has_children: false,
            parent,
            marker: marker.clone(),
        };
        self.document.clauses.push(clause);
        self.stack.push(Open { rank, marker, index, dashes: 0, pluses: 0, heading });
        true
    }

    /// The attached plan starts: what came before were the decision's own articles.
    fn close_decision(&mut self) {
        for clause in &mut self.document.clauses {
            clause.path.0.to_mut().insert_str(0, "Quyết định > ");
        }
        self.stack.clear();
        self.root_dashes = (0, 0);
        self.in_signature = false;
        self.attached = true;
        self.had_article = false;
    }
}

/// Words that no paragraph ends with.
const HANGING: &[&str] =
    &["và", "của", "các", "trên", "đến", "là", "với", "cho", "từ", "tại", "về", "theo", "do", "đạt", "trong"];

/// What a figure at the end of a line goes on with.
const UNITS: &[&str] = &["USD", "VNĐ", "VND", "%", "B2C", "B2B"];

/// "Nhiệm vụ 3: …", "Giải pháp 1. …": begins anew, however the line above ends.
fn is_counted_title(line: &str) -> bool {
    ["Nhiệm vụ ", "Giải pháp ", "Hoạt động "].iter().any(|word| {
        line.strip_prefix(word).is_some_and(|rest| {
            let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
            behind.len() < rest.len() && behind.starts_with([':', '.'])
        })
    })
}

/// The line that opens the plan attached to a province's decision.
fn is_attached_plan_title(line: &str) -> bool {
    matches!(line, "KẾ HOẠCH" | "CHƯƠNG TRÌNH" | "ĐỀ ÁN" | "KE HOACH")
}

/// The list of recipients, the signature.
fn opens_signature(line: &str) -> bool {
    line.starts_with("Nơi nhận")
        || line.starts_with("NƠI NHẬN")
        || ["TM.", "KT.", "TUQ.", "TL."].iter().any(|s| line.strip_prefix(s).is_some_and(|r| is_capitals(r.trim())))
}

/// A heading in capitals.
fn is_capitals(line: &str) -> bool {
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 4 && line.len() <= 300 && !line.chars().any(is_lower)
}

/// At how many characters the lines of a text are broken; 0 if they are whole paragraphs.
fn wrap_width(layout: &Layout) -> usize {
    let length = |line: &Line| layout.line_text(line).chars().count();
    // How many lines have which length; whatever is longer than the longest of a wrapped text counts as one more.
    const LONGEST: usize = 130 + 40;
    let mut counts = [0_usize; LONGEST + 2];
    for line in layout.lines.iter().filter(|l| l.cells.is_none() && !l.skip) {
        counts[length(line).min(LONGEST + 1)] += 1;
    }
    let lines: usize = counts.iter().sum();
    let most = counts.iter().rposition(|count| *count > 0).unwrap_or(0);
    let mut before = 0;
    let reaches = |count: &usize| {
        before += count;
        before > lines * 95 / 100
    };
    let long = counts.iter().position(reaches).unwrap_or(0);
    // A wrapped text has many lines of nearly the same length and none much longer.
    if lines >= 8 && long <= 130 && most <= long + 40 && long >= 40 { long } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let document = read(text);
        let found: Vec<_> = document.clauses.iter().map(|c| (c.path.as_str(), c.text.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_national_decision() {
        check(
            "QUYẾT ĐỊNH:\n- lời mở\nĐiều 1. Phê duyệt\nA. QUAN ĐIỂM\n- một\nhai\n\n- ba\nB. MỤC TIÊU\n\
             I. CHUNG\nII. CỤ THỂ\n1. Quy mô\na) 55% dân số\nđ) 10%\nC. GIẢI PHÁP\n1. Một\nĐiều 2. Tổ chức\n2. Bộ:\na) Làm",
            &[
                ("Điều 1", "Phê duyệt"),
                ("Điều 1 > A", "QUAN ĐIỂM"),
                ("Điều 1 > A > -1", "một hai"),
                ("Điều 1 > A > -2", "ba"),
                ("Điều 1 > B", "MỤC TIÊU"),
                ("Điều 1 > B > I", "CHUNG"),
                ("Điều 1 > B > II", "CỤ THỂ"),
                ("Điều 1 > B > II > 1", "Quy mô"),
                ("Điều 1 > B > II > 1 > a", "55% dân số"),
                ("Điều 1 > B > II > 1 > đ", "10%"),
                ("Điều 1 > C", "GIẢI PHÁP"),
                ("Điều 1 > C > 1", "Một"),
                ("Điều 2", "Tổ chức"),
                ("Điều 2 > 2", "Bộ:"),
                ("Điều 2 > 2 > a", "Làm"),
            ],
        );
    }

    #[test]
    fn a_province_s_plan_starts_afresh_after_its_decision() {
        check(
            "**Điều 1.** Ban hành\n**Nơi nhận:**\n- Như trên;\n## KẾ HOẠCH\n### I. MỤC TIÊU\n##### 2.1. Quy mô\n- 55%\n+ trong đó",
            &[
                ("Quyết định > Điều 1", "Ban hành"),
                ("I", "MỤC TIÊU"),
                ("I > 2.1", "Quy mô"),
                ("I > 2.1 > -1", "55%"),
                ("I > 2.1 > -1 > +1", "trong đó"),
            ],
        );
    }

    #[test]
    fn an_annex_s_row_numbers_stand_alone() {
        check(
            "Phụ lục 1. Hoạt động\n\tTT\n\n\t[bookmark: x]I\n\tThể chế\n\n\t1\n\tHoàn thiện\n\tBộ\n\t2026 - 2030\n\n\t2\n\t……",
            &[
                ("Phụ lục 1", "Hoạt động TT"),
                ("Phụ lục 1 > I", "Thể chế"),
                ("Phụ lục 1 > I > 1", "Hoàn thiện Bộ 2026 - 2030"),
                ("Phụ lục 1 > I > 2", "……"),
            ],
        );
    }

    #[test]
    fn a_number_printed_twice_is_kept_and_reported() {
        let document = read("IV. TỔ CHỨC\n8. Sở\n9. Ủy ban\n8. Các doanh nghiệp");
        assert_eq!(document.clauses_at("IV > 8").count(), 2);
        let repeated: Vec<_> = document.repeated.iter().map(|i| document.clauses[*i].path.as_str()).collect();
        assert_eq!(repeated, ["IV > 8"]);
    }
}

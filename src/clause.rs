//! A document's clauses: reading a decision's text into the paths that records cite.
//!
//! Reading never fails. Whatever the text is, it yields clauses and a list of problems; a line
//! that opens no clause belongs to the clause it stands in.

mod marker;

pub use marker::{Marker, marker};

use crate::model::ClausePath;

/// What was read of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// The clauses in the order of the text. A path printed twice stands here twice.
    pub clauses: Vec<Clause>,
    /// What was odd about the numbering, in the order of the text.
    pub problems: Vec<String>,
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
    let mut reader = Reader::default();
    for line in text.lines() {
        reader.line(&clean(line));
    }
    reader.finish()
}

/// A clause still being read.
struct Open {
    rank: u8,
    label: String,
    index: usize,
    dashes: u32,
    pluses: u32,
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
}

impl Reader {
    fn line(&mut self, line: &str) {
        if line.is_empty() {
            return;
        }
        if is_attached_plan_title(line) && !self.document.clauses.is_empty() {
            self.close_decision();
            return;
        }
        if line.starts_with("Nơi nhận") {
            self.in_signature = true;
            return;
        }
        let Some(marker) = marker(line, self.in_annex) else {
            return self.continue_text(line);
        };
        if self.in_signature {
            // Recipients are dashed; a rank above a number ends the block.
            if !matches!(marker, Marker::Article(_) | Marker::Annex(_) | Marker::Section(_) | Marker::Roman(_)) {
                return;
            }
            self.in_signature = false;
        }
        if let Marker::Annex(_) = marker {
            self.in_annex = true;
        }
        self.open(&marker, line);
    }

    fn continue_text(&mut self, line: &str) {
        if self.in_signature {
            return;
        }
        if let Some(open) = self.stack.last() {
            let text = &mut self.document.clauses[open.index].text;
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(line);
        }
    }

    fn open(&mut self, marker: &Marker, line: &str) {
        let rank = marker.rank();
        while self.stack.last().is_some_and(|open| open.rank >= rank) {
            self.stack.pop();
        }
        let counters = match self.stack.last_mut() {
            Some(parent) => (&mut parent.dashes, &mut parent.pluses),
            None => (&mut self.root_dashes.0, &mut self.root_dashes.1),
        };
        let label = match marker {
            Marker::Dash => {
                *counters.0 += 1;
                format!("-{}", counters.0)
            }
            Marker::Plus => {
                *counters.1 += 1;
                format!("+{}", counters.1)
            }
            other => other.label(),
        };
        // Dashes before any clause are the preamble's.
        if self.stack.is_empty() && matches!(marker, Marker::Dash | Marker::Plus) {
            return;
        }
        let mut path = String::new();
        for open in &self.stack {
            path.push_str(&open.label);
            path.push_str(" > ");
        }
        path.push_str(&label);
        if let Some(parent) = self.stack.last() {
            self.document.clauses[parent.index].has_children = true;
        }
        if self.document.clauses.iter().any(|c| c.path.as_str() == path) {
            self.document.problems.push(format!("`{path}` is printed more than once"));
        }
        let index = self.document.clauses.len();
        let text = marker.rest(line).trim().to_owned();
        self.document.clauses.push(Clause { path: ClausePath(path), text, has_children: false });
        self.stack.push(Open { rank, label, index, dashes: 0, pluses: 0 });
    }

    /// The attached plan starts: what came before were the decision's own articles.
    fn close_decision(&mut self) {
        for clause in &mut self.document.clauses {
            clause.path.0.insert_str(0, "Quyết định > ");
        }
        self.stack.clear();
        self.in_signature = false;
    }

    fn finish(self) -> Document {
        self.document
    }
}

/// The line that opens the plan attached to a province's decision.
fn is_attached_plan_title(line: &str) -> bool {
    line == "KẾ HOẠCH"
}

/// One line without the scan's and the converter's marks: Markdown signs, bookmarks, table tags,
/// Latin OI (ƣ) for ư.
fn clean(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(start) = rest.find(['<', '[']) {
        let (before, after) = rest.split_at(start);
        out.push_str(before);
        let close = if after.starts_with('<') { '>' } else { ']' };
        let is_mark = after.starts_with('<') || after.starts_with("[bookmark:");
        match after.find(close) {
            Some(end) if is_mark => {
                out.push(' ');
                rest = &after[end + 1..];
            }
            _ => {
                out.push_str(&after[..1]);
                rest = &after[1..];
            }
        }
    }
    out.push_str(rest);
    let out = out.replace('ƣ', "ư").replace('Ƣ', "Ư").replace(['*', '\t'], " ");
    let out = out.trim().trim_start_matches('#').trim();
    out.split_whitespace().collect::<Vec<_>>().join(" ")
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
        assert_eq!(document.problems, ["`IV > 8` is printed more than once"]);
    }
}

//! What opens a clause: "Điều 2.", "Phần I", "B.", "II.", "3.", "2.1.", "đ)", "(1)", "-", "+".

use crate::text::{fold_char, is_lower, is_upper, lower, lowercase};

/// What opens a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Marker {
    /// "Điều 2.", with its number.
    Article(String),
    /// "Phụ lục" or "Phụ lục 1".
    Annex(String),
    /// "Phần I", "Phần thứ nhất".
    Part(String),
    /// "Chương I".
    Chapter(String),
    /// "Mục 1".
    Division(String),
    /// "B." with an upper-case letter.
    Section(String),
    /// "II."
    Roman(String),
    /// "3."
    Number(String),
    /// "2.1."
    Decimal(String),
    /// "đ)"
    Letter(String),
    /// "1)" or "(1)"
    Paren(String),
    /// "-"
    Dash,
    /// "•"
    Bullet,
    /// "+"
    Plus,
}

impl Marker {
    /// How deep it stands: a lower rank contains a higher one. Marks of one list level
    /// (letters and numbers in brackets; dashes, bullets and plus signs) are put below each other
    /// in the order in which a document uses them.
    pub fn rank(&self) -> u8 {
        match self {
            Self::Article(_) | Self::Annex(_) | Self::Part(_) => 0,
            Self::Chapter(_) => 1,
            Self::Division(_) => 2,
            Self::Section(_) => 10,
            Self::Roman(_) => 20,
            Self::Number(_) => 30,
            Self::Decimal(n) => 38 + u8::try_from(n.split('.').count()).unwrap_or(9).min(9),
            Self::Letter(_) | Self::Paren(_) => Self::LETTERS,
            Self::Dash | Self::Bullet | Self::Plus => Self::LISTS,
        }
    }

    /// The rank of articles inside parts and chapters.
    pub const INNER_ARTICLES: u8 = 15;
    /// The rank of numbers inside a heading that has a number itself.
    pub const INNER_NUMBERS: u8 = 35;
    /// The rank of the outermost letters.
    pub const LETTERS: u8 = 50;
    /// The rank of the outermost dashes.
    pub const LISTS: u8 = 60;

    /// Whether it is one of a list's marks, which are counted.
    pub const fn is_list(&self) -> bool {
        matches!(self, Self::Dash | Self::Bullet | Self::Plus)
    }

    /// Whether two marks are of the same kind.
    pub fn same_kind(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }

    /// The step it gives a path; a dash's and a plus's is counted by the reader.
    pub fn label(&self) -> String {
        match self {
            Self::Article(n) => format!("Điều {n}"),
            Self::Annex(n) if n.is_empty() => "Phụ lục".to_owned(),
            Self::Annex(n) => format!("Phụ lục {n}"),
            Self::Part(n) => format!("Phần {n}"),
            Self::Chapter(n) => format!("Chương {n}"),
            Self::Division(n) => format!("Mục {n}"),
            Self::Section(s)
            | Self::Roman(s)
            | Self::Number(s)
            | Self::Decimal(s)
            | Self::Letter(s)
            | Self::Paren(s) => s.clone(),
            Self::Dash | Self::Bullet => "-".to_owned(),
            Self::Plus => "+".to_owned(),
        }
    }
}

/// The marker that opens a line, if one does, and the bytes it takes.
///
/// `in_annex`: a table's row numbers stand alone on their lines there.
pub fn marker(line: &str, in_annex: bool) -> Option<(Marker, usize)> {
    named(line).or_else(|| {
        if let Some(rest) = line.strip_prefix(['-', '–', '—']) {
            return rest.starts_with(' ').then(|| (Marker::Dash, line.len() - rest.len()));
        }
        if let Some(rest) = line.strip_prefix('+') {
            return rest.starts_with(' ').then_some((Marker::Plus, 1));
        }
        enumerated(line, in_annex)
    })
}

/// "Điều 2.", "Phụ lục 1", "PHẦN I", "Chương II", "Mục 3".
fn named(line: &str) -> Option<(Marker, usize)> {
    if let Some(rest) = strip_word(line, "Điều ") {
        let number: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric()).take(5).collect();
        let after = &rest[number.len()..];
        let closed = after.starts_with(['.', ':']);
        let is_number = number.starts_with(|c: char| c.is_ascii_digit());
        return (is_number && closed).then(|| (Marker::Article(number), line.len() - after.len()));
    }
    if let Some(rest) = strip_word(line, "Phụ lục") {
        let rest = rest.trim_start();
        let rest = strip_word(rest, "số ").unwrap_or(rest);
        let name: String = rest.chars().take_while(|c| c.is_ascii_digit() || "IVX".contains(*c)).take(6).collect();
        let after = rest[name.len()..].trim_start();
        let taken = line.len() - rest.len() + name.len();
        // "Phụ lục đính kèm" inside a wrapped sentence is no heading; "PHỤ LỤC II DANH MỤC" is one.
        let title = after.is_empty()
            || after.starts_with(['.', ':', '(', '-', '–'])
            || (line.starts_with("PHỤ") && after.chars().take(8).all(|c| is_upper(c) || c == ' '));
        return title.then(|| (Marker::Annex(name.trim_start_matches('0').to_owned()), taken));
    }
    for (word, make) in [
        ("Phần ", Marker::Part as fn(String) -> Marker),
        ("Chương ", Marker::Chapter as fn(String) -> Marker),
        ("Mục ", Marker::Division as fn(String) -> Marker),
    ] {
        let Some(rest) = strip_word(line, word) else { continue };
        let ordinal = strip_word(rest, "thứ ").and_then(|r| {
            let word: String = r.chars().take_while(|c| c.is_alphabetic()).take(5).collect();
            (!word.is_empty()).then(|| (format!("thứ {}", lowercase(&word)), &r[word.len()..]))
        });
        let (name, after) = ordinal.unwrap_or_else(|| {
            let name: String = rest.chars().take_while(|c| c.is_ascii_digit() || "IVX".contains(*c)).take(6).collect();
            let after = &rest[name.len()..];
            (name, after)
        });
        let all_caps = line.starts_with(|c: char| is_upper(c)) && line.chars().nth(1).is_some_and(is_upper);
        let closed = after.is_empty() || after.starts_with(['.', ':']) || (all_caps && after.starts_with(' '));
        if !name.is_empty() && closed {
            return Some((make(name), line.len() - after.len()));
        }
    }
    None
}

/// "3.", "2.1", "II.", "B.", "đ)", "(1)", "a/".
fn enumerated(line: &str, in_annex: bool) -> Option<(Marker, usize)> {
    if let Some(inner) = line.strip_prefix('(') {
        let head: String = inner.chars().take_while(|c| c.is_alphanumeric()).take(4).collect();
        let closed = inner[head.len()..].starts_with(") ");
        let taken = head.len() + 2;
        return match () {
            () if closed && is_number(&head) => Some((Marker::Paren(head), taken)),
            () if closed && (is_letter(&head) || is_small_roman(&head)) => Some((Marker::Letter(head), taken)),
            () => None,
        };
    }
    let head: String = line.chars().take_while(|c| c.is_alphanumeric() || *c == '.').take(16).collect();
    let after = &line[head.len()..];
    if in_annex && after.is_empty() && is_roman(&head) {
        return Some((Marker::Roman(head), line.len()));
    }
    if in_annex && after.is_empty() && is_number(&head) {
        return Some((Marker::Number(head), line.len()));
    }
    if after.starts_with(')') || after.starts_with('/') {
        let taken = head.len() + 1;
        let spaced = after[1..].starts_with(' ');
        return match () {
            () if is_letter(&head) && (spaced || after.starts_with(')')) => Some((Marker::Letter(head), taken)),
            () if is_number(&head) && spaced && opens_text(&after[1..]) => Some((Marker::Paren(head), taken)),
            () if is_roman(&head) && spaced => Some((Marker::Roman(head), taken)),
            () => None,
        };
    }
    // "1- Văn phòng Sở", "II- CÔNG VIỆC", "2.1- Đầu tư"
    if let Some(rest) = after.strip_prefix("- ").filter(|rest| rest.starts_with(is_upper)) {
        let taken = line.len() - rest.len();
        return match () {
            () if is_number(&head) && head.len() <= 2 => Some((Marker::Number(head), taken)),
            () if is_decimal(&head) => Some((Marker::Decimal(head), taken)),
            () if is_roman(&head) => Some((Marker::Roman(head), taken)),
            () if is_letter(&head) && head.chars().all(is_lower) => Some((Marker::Letter(head), taken)),
            () => None,
        };
    }
    let name = head.trim_end_matches('.');
    // A heading's number is followed by a space and a word; "1.000.000 lượt" and "4.0)" are not.
    if !opens_text(after) {
        return None;
    }
    let figure = after.trim_start().starts_with(|c: char| c.is_ascii_digit());
    if is_decimal(name) && (head.ends_with('.') || !figure) {
        return Some((Marker::Decimal(name.to_owned()), head.len()));
    }
    if !head.ends_with('.') {
        return None;
    }
    let taken = head.len();
    let name = name.to_owned();
    if is_roman(&name) {
        Some((Marker::Roman(name), taken))
    } else if is_number(&name) {
        Some((Marker::Number(name), taken))
    } else if is_section(&name) {
        Some((Marker::Section(name), taken))
    } else if is_letter(&name) {
        Some((Marker::Letter(name), taken))
    } else {
        None
    }
}

/// A space and then what a heading starts with.
fn opens_text(after: &str) -> bool {
    let first = after.trim_start().chars().next();
    after.starts_with(' ')
        && first
            .is_some_and(|c| is_upper(c) || c.is_ascii_digit() || matches!(c, '“' | '"' | '(' | '≥' | '≤' | '<' | '>'))
}

/// The line behind a word, whatever its case, with its marks or with all of them lost.
fn strip_word<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = line.chars();
    let mut lost = true;
    let mut exact = true;
    for w in word.chars() {
        let c = rest.next()?;
        let small = lower(c);
        let want = lower(w);
        exact &= small == want;
        lost &= c.is_ascii() && fold_char(want) == small;
        if !exact && !lost {
            return None;
        }
    }
    Some(rest.as_str())
}

/// I to XXXIX. "C" and "D" head sections, never the hundredth part.
fn is_roman(s: &str) -> bool {
    !s.is_empty() && s.len() <= 6 && s.chars().all(|c| "IVX".contains(c))
}

/// "ii", "iv": "i", "v" and "x" are letters of the list.
fn is_small_roman(s: &str) -> bool {
    s.len() > 1 && s.len() <= 4 && s.chars().all(|c| "ivx".contains(c))
}

fn is_number(s: &str) -> bool {
    !s.is_empty() && s.len() <= 2 && s.chars().all(|c| c.is_ascii_digit())
}

fn is_decimal(s: &str) -> bool {
    s.contains('.') && s.split('.').count() <= 4 && s.split('.').all(is_number)
}

/// One lower-case letter; đ stands after d.
fn is_letter(s: &str) -> bool {
    let mut chars = s.chars();
    matches!((chars.next(), chars.next()), (Some(c), None) if is_lower(c))
}

/// One upper-case letter.
fn is_section(s: &str) -> bool {
    let mut chars = s.chars();
    matches!((chars.next(), chars.next()), (Some(c), None) if is_upper(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Option<&str>) {
        assert_eq!(marker(line, false).map(|m| m.0.label()).as_deref(), expected, "{line}");
    }

    #[test]
    fn markers_and_what_only_looks_like_them() {
        check("Điều 2. Tổ chức", Some("Điều 2"));
        check("Điều 2 của Quyết định này", None);
        check("Phụ lục", Some("Phụ lục"));
        check("Phụ lục 1. Các hoạt động", Some("Phụ lục 1"));
        check("Phụ lục đính kèm);", None);
        check("Đ. KINH PHÍ", Some("Đ"));
        check("C. CÁC NHÓM", Some("C"));
        check("IV. TỔ CHỨC", Some("IV"));
        check("10. Ngân hàng", Some("10"));
        check("2.1. Về quy mô", Some("2.1"));
        check("2.1 Về quy mô", Some("2.1"));
        check("đ) Nguồn", Some("đ"));
        check("- Một", Some("-"));
        check("-Một", None);
        check("1.000.000 lượt doanh nghiệp", None);
        check("2021 - 2025 gắn kết", None);
        check("4.0) được ứng dụng", None);
        check("5 tỷ đồng", None);
    }

    #[test]
    fn other_houses_styles() {
        check("PHẦN THỨ NHẤT", Some("Phần thứ nhất"));
        check("Phần I. Mục tiêu", Some("Phần I"));
        check("Chương II", Some("Chương II"));
        check("Mục 3. Kinh phí", Some("Mục 3"));
        check("Mục tiêu chung", None);
        check("Phần lớn doanh nghiệp", None);
        check("PHỤ LỤC 02", Some("Phụ lục 2"));
        check("PHỤ LỤC II DANH MỤC NHIỆM VỤ", Some("Phụ lục II"));
        check("Dieu 1. Phe duyet", Some("Điều 1"));
        check("1.1.2. Hai", Some("1.1.2"));
        check("1) Một", Some("1"));
        check("(2) Hai", Some("2"));
        check("(ii) hai", Some("ii"));
        check("a. Một", Some("a"));
        check("1. 55% dân số", Some("1"));
        check("2.5 triệu", None);
    }

    #[test]
    fn a_row_number_alone_counts_in_an_annex_only() {
        assert_eq!(marker("3", true), Some((Marker::Number("3".to_owned()), 1)));
        assert_eq!(marker("3", false), None);
        assert_eq!(marker("2026", true), None, "a year is no row number");
    }
}

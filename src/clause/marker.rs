//! What opens a clause: "Điều 2.", "B.", "II.", "3.", "2.1.", "đ)", "-", "+".

/// What opens a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Marker {
    /// "Điều 2.", with its number.
    Article(String),
    /// "Phụ lục" or "Phụ lục 1".
    Annex(String),
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
    /// "-"
    Dash,
    /// "+"
    Plus,
}

impl Marker {
    /// How deep it stands: a lower rank contains a higher one.
    pub const fn rank(&self) -> u8 {
        match self {
            Self::Article(_) | Self::Annex(_) => 0,
            Self::Section(_) => 1,
            Self::Roman(_) => 2,
            Self::Number(_) => 3,
            Self::Decimal(_) => 4,
            Self::Letter(_) => 5,
            Self::Dash => 6,
            Self::Plus => 7,
        }
    }

    /// The step it gives a path; a dash's and a plus's is counted by the reader.
    pub fn label(&self) -> String {
        match self {
            Self::Article(n) => format!("Điều {n}"),
            Self::Annex(n) if n.is_empty() => "Phụ lục".to_owned(),
            Self::Annex(n) => format!("Phụ lục {n}"),
            Self::Section(s) | Self::Roman(s) | Self::Number(s) | Self::Decimal(s) | Self::Letter(s) => s.clone(),
            Self::Dash => "-".to_owned(),
            Self::Plus => "+".to_owned(),
        }
    }

    /// The line behind the marker.
    pub fn rest<'a>(&self, line: &'a str) -> &'a str {
        let printed = match self {
            Self::Article(_) | Self::Annex(_) => self.label().len(),
            Self::Section(s) | Self::Roman(s) | Self::Number(s) | Self::Decimal(s) | Self::Letter(s) => s.len(),
            Self::Dash | Self::Plus => return line.trim_start_matches(['-', '–', '+']),
        };
        line.get(printed..).unwrap_or("").trim_start_matches(['.', ')', ':'])
    }
}

/// The marker that opens a line, if one does.
///
/// `in_annex`: a table's row numbers stand alone on their lines there.
pub fn marker(line: &str, in_annex: bool) -> Option<Marker> {
    if let Some(rest) = line.strip_prefix("Điều ") {
        let number: String = rest.chars().take_while(char::is_ascii_digit).collect();
        let closed = rest[number.len()..].starts_with(['.', ':']);
        return (!number.is_empty() && closed).then_some(Marker::Article(number));
    }
    if let Some(rest) = line.strip_prefix("Phụ lục") {
        let name: String = rest.trim_start().chars().take_while(|c| c.is_ascii_digit() || "IVX".contains(*c)).collect();
        let after = rest.trim_start()[name.len()..].trim_start();
        // "Phụ lục đính kèm" inside a wrapped sentence is no heading.
        return (after.is_empty() || after.starts_with(['.', ':'])).then_some(Marker::Annex(name));
    }
    if let Some(rest) = line.strip_prefix(['-', '–']) {
        return rest.starts_with(' ').then_some(Marker::Dash);
    }
    if let Some(rest) = line.strip_prefix('+') {
        return rest.starts_with(' ').then_some(Marker::Plus);
    }
    let head: String = line.chars().take_while(|c| c.is_alphanumeric() || *c == '.').collect();
    let after = &line[head.len()..];
    if in_annex && after.is_empty() && is_roman(&head) {
        return Some(Marker::Roman(head));
    }
    if in_annex && after.is_empty() && is_number(&head) {
        return Some(Marker::Number(head));
    }
    if after.starts_with(')') {
        return is_letter(&head).then_some(Marker::Letter(head));
    }
    let name = head.trim_end_matches('.');
    // A heading's number is followed by a space and a word; "1.000.000 lượt" and "4.0)" are not.
    let opens_text = after.starts_with(' ') && after.trim_start().chars().next().is_some_and(char::is_uppercase);
    if !opens_text {
        return None;
    }
    if is_decimal(name) {
        return Some(Marker::Decimal(name.to_owned()));
    }
    if !head.ends_with('.') {
        return None;
    }
    if is_roman(name) {
        Some(Marker::Roman(name.to_owned()))
    } else if is_number(name) {
        Some(Marker::Number(name.to_owned()))
    } else if is_section(name) {
        Some(Marker::Section(name.to_owned()))
    } else {
        None
    }
}

/// I to XXXIX. "C" and "D" head sections, never the hundredth part.
fn is_roman(s: &str) -> bool {
    !s.is_empty() && s.len() <= 6 && s.chars().all(|c| "IVX".contains(c))
}

fn is_number(s: &str) -> bool {
    !s.is_empty() && s.len() <= 2 && s.chars().all(|c| c.is_ascii_digit())
}

fn is_decimal(s: &str) -> bool {
    s.split_once('.').is_some_and(|(a, b)| is_number(a) && is_number(b))
}

/// One lower-case letter; đ stands after d.
fn is_letter(s: &str) -> bool {
    let mut chars = s.chars();
    matches!((chars.next(), chars.next()), (Some(c), None) if c.is_lowercase())
}

/// One upper-case letter.
fn is_section(s: &str) -> bool {
    let mut chars = s.chars();
    matches!((chars.next(), chars.next()), (Some(c), None) if c.is_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Option<&str>) {
        assert_eq!(marker(line, false).map(|m| m.label()).as_deref(), expected, "{line}");
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
    fn a_row_number_alone_counts_in_an_annex_only() {
        assert_eq!(marker("3", true), Some(Marker::Number("3".to_owned())));
        assert_eq!(marker("3", false), None);
        assert_eq!(marker("2026", true), None, "a year is no row number");
    }
}

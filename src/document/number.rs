//! The numbers that Word prints before paragraphs: `numbering.xml` and where a document has got to.

use super::xml::{Event, Events, unescape};

/// The lists of a document.
#[derive(Default)]
pub struct Numbering {
    lists: Vec<(String, Vec<Level>)>,
    /// A list by the number that paragraphs name it with, and starts of its own.
    names: Vec<Name>,
    /// How far each list has got, by its name or, where it starts anew, by the number.
    counts: Vec<(String, [Option<usize>; 9])>,
}

/// The number, its list, and where levels of it start.
type Name = (String, String, Vec<(usize, usize)>);

#[derive(Default, Clone)]
struct Level {
    start: usize,
    format: String,
    text: String,
}

impl Numbering {
    /// Reads `word/numbering.xml`.
    pub fn read(xml: &str) -> Self {
        let mut out = Self::default();
        let mut level = 0;
        let mut in_number = false;
        for event in Events::new(xml) {
            let Event::Open(name, attributes) = event else { continue };
            let value = || attributes.get("val").unwrap_or("");
            match name {
                "abstractNum" => {
                    in_number = false;
                    out.lists.push((attributes.get("abstractNumId").unwrap_or("").to_owned(), Vec::new()));
                }
                "num" => {
                    in_number = true;
                    let id = attributes.get("numId").unwrap_or("").to_owned();
                    out.names.push((id, String::new(), Vec::new()));
                }
                "abstractNumId" => {
                    if let Some((_, list, _)) = out.names.last_mut() {
                        value().clone_into(list);
                    }
                }
                "lvlOverride" => level = attributes.number("ilvl").unwrap_or(0),
                "startOverride" => {
                    if let (Some((_, _, starts)), Ok(start)) = (out.names.last_mut(), value().parse()) {
                        starts.push((level, start));
                    }
                }
                "lvl" => level = attributes.number("ilvl").unwrap_or(0).min(8),
                "start" | "numFmt" | "lvlText" if !in_number => {
                    let Some((_, levels)) = out.lists.last_mut() else { continue };
                    if levels.len() <= level {
                        levels.resize(level + 1, Level { start: 1, ..Level::default() });
                    }
                    match name {
                        "start" => levels[level].start = value().parse().unwrap_or(1),
                        "numFmt" => value().clone_into(&mut levels[level].format),
                        _ => unescape(value(), &mut levels[level].text),
                    }
                }
                _ => {}
            }
        }
        out
    }

    /// What stands before the next paragraph of this list and level.
    pub fn next(&mut self, id: &str, level: usize) -> Option<String> {
        let level = level.min(8);
        let (_, list, starts) = self.names.iter().find(|(name, _, _)| name == id)?;
        let (_, levels) = self.lists.iter().find(|(name, _)| name == list)?;
        let kind = levels.get(level)?;
        // Numbers that name the same list go on counting together, unless one starts anew.
        let key = if starts.is_empty() { list.clone() } else { format!("{list}/{id}") };
        let place = self.counts.iter().position(|(name, _)| *name == key).unwrap_or_else(|| {
            self.counts.push((key, [None; 9]));
            self.counts.len() - 1
        });
        let counts = &mut self.counts[place].1;
        let start = |level: usize| {
            let own = starts.iter().find(|(l, _)| *l == level).map(|(_, start)| *start);
            own.or_else(|| levels.get(level).map(|l| l.start)).unwrap_or(1)
        };
        counts[level] = Some(counts[level].map_or_else(|| start(level), |n| n + 1));
        for (above, count) in counts.iter_mut().enumerate().take(level) {
            count.get_or_insert_with(|| start(above));
        }
        counts[level + 1..].fill(None);
        match kind.format.as_str() {
            "none" => return None,
            "bullet" => return Some(if kind.text.trim() == "+" { "+" } else { "-" }.to_owned()),
            _ => {}
        }
        let mut out = String::new();
        let mut letters = kind.text.chars();
        while let Some(c) = letters.next() {
            if c != '%' {
                out.push(c);
                continue;
            }
            let Some(digit) = letters.next().and_then(|c| c.to_digit(10)) else { continue };
            let at = (digit as usize).saturating_sub(1).min(8);
            let format = levels.get(at).map_or("decimal", |l| l.format.as_str());
            out.push_str(&in_format(counts[at].unwrap_or(1), format));
        }
        Some(out).filter(|out| !out.trim().is_empty())
    }
}

fn in_format(n: usize, format: &str) -> String {
    match format {
        "upperRoman" => roman(n),
        "lowerRoman" => roman(n).to_ascii_lowercase(),
        // After z come aa, bb, as Word counts.
        "lowerLetter" | "upperLetter" if n > 0 => {
            let first = if format == "lowerLetter" { b'a' } else { b'A' };
            let letter = char::from(first + u8::try_from((n - 1) % 26).unwrap_or(0));
            std::iter::repeat_n(letter, ((n - 1) / 26 + 1).min(9)).collect()
        }
        "decimalZero" if n < 10 => format!("0{n}"),
        _ => n.to_string(),
    }
}

fn roman(n: usize) -> String {
    const DIGITS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if n > 4000 {
        return n.to_string();
    }
    let mut out = String::new();
    let mut left = n;
    for (value, digits) in DIGITS {
        while left >= value {
            out.push_str(digits);
            left -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_as_word_prints_them() {
        assert_eq!(in_format(4, "upperRoman"), "IV");
        assert_eq!(in_format(28, "lowerLetter"), "bb");
        assert_eq!(in_format(7, "decimalZero"), "07");
        let xml = r#"<w:numbering><w:abstractNum w:abstractNumId="3">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
</w:numbering>"#;
        let mut numbering = Numbering::read(xml);
        let mut next = |id, level| numbering.next(id, level).unwrap_or_default();
        assert_eq!(
            [next("1", 0), next("1", 1), next("1", 1), next("1", 0), next("1", 1)],
            ["I.", "I.1.", "I.2.", "II.", "II.1."]
        );
        assert_eq!(next("2", 0), "V.");
        assert_eq!(next("9", 0), "");
    }
}

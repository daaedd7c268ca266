//! A page of lines, shapes and texts that grows downwards.

use crate::export::Sheet;
use crate::export::xlsx::escaped;
use crate::i18n::{date, decimal};
use crate::list::List;

/// The colours of the light theme (`ui/styles/tokens.css`): a drawing goes where no theme follows it.
pub(super) mod ink {
    pub(in super::super) const PAPER: &str = "#fcf9f3";
    pub(in super::super) const RAISED: &str = "#f4efe4";
    pub(in super::super) const INK: &str = "#1f1b16";
    pub(in super::super) const MUTED: &str = "#5c5449";
    pub(in super::super) const HAIRLINE: &str = "#dcd4c4";
    pub(in super::super) const RULE: &str = "#8f8573";
    pub(in super::super) const ACCENT: &str = "#9b2226";
    pub(in super::super) const NATION: &str = "#1f4e79";
    pub(in super::super) const NATION_SOFT: &str = "#dbe6f0";
    pub(in super::super) const PROVINCE: &str = "#2b6648";
    pub(in super::super) const PROVINCE_SOFT: &str = "#d9eadf";
    pub(in super::super) const WEAKER: &str = "#9a4400";
    pub(in super::super) const STRONGER: &str = "#1b5a91";
}

/// The space around everything.
pub(super) const EDGE: f64 = 24.0;

/// How large letters are, how heavy, and which of their ends stands at the place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letters {
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) colour: &'static str,
    pub(super) anchor: &'static str,
}

impl Letters {
    pub(super) const fn new(size: f64) -> Self {
        Self { size, bold: false, colour: ink::INK, anchor: "start" }
    }

    pub(super) const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(super) const fn colour(self, colour: &'static str) -> Self {
        Self { colour, ..self }
    }

    pub(super) const fn anchor(self, anchor: &'static str) -> Self {
        Self { anchor, ..self }
    }

    /// Lines stand so far apart that stacked diacritics never touch the line above.
    pub(super) fn line(self) -> f64 {
        (self.size * 1.45).round()
    }
}

/// The page.
#[derive(Debug, Default)]
pub(super) struct Paint {
    xml: String,
    pub(super) width: f64,
    /// How far it is filled.
    pub(super) y: f64,
}

impl Paint {
    /// A shape: its name and place, and how it looks. No text of the data stands in it.
    #[inline(never)]
    pub(super) fn shape(&mut self, shape: &str, look: Look) {
        self.put(&["<", shape, " fill=\"", look.inside]);
        if !look.edge.is_empty() {
            self.put(&["\" stroke=\"", look.edge, "\" stroke-width=\"", &decimal(look.width, 1)]);
        }
        if !look.dashes.is_empty() {
            self.put(&["\" stroke-dasharray=\"", look.dashes]);
        }
        self.put(&["\"/>\n"]);
    }

    fn put(&mut self, parts: &[&str]) {
        for part in parts {
            self.xml.push_str(part);
        }
    }

    #[inline(never)]
    pub(super) fn rect(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), look: Look) {
        let [x, y, width, height] = [x, y, width, height].map(|at| decimal(at, 1));
        self.shape(&format!("rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\""), look);
    }

    #[inline(never)]
    pub(super) fn line(&mut self, (x1, y1): (f64, f64), (x2, y2): (f64, f64), look: Look) {
        let [x1, y1, x2, y2] = [x1, y1, x2, y2].map(|at| decimal(at, 1));
        self.shape(&format!("path d=\"M{x1} {y1}L{x2} {y2}\""), look);
    }

    #[inline(never)]
    pub(super) fn circle(&mut self, (x, y): (f64, f64), radius: f64, look: Look) {
        let [x, y, radius] = [x, y, radius].map(|at| decimal(at, 1));
        self.shape(&format!("circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\""), look);
    }

    /// One line of words, its base line at `y`.
    pub(super) fn words(&mut self, (x, y): (f64, f64), letters: Letters, words: &str) {
        let Letters { size, bold, colour, anchor } = letters;
        let weight = if bold { " font-weight=\"700\"" } else { "" };
        let anchor = if anchor == "start" { String::new() } else { format!(" text-anchor=\"{anchor}\"") };
        self.xml.push_str(&format!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{colour}\"{weight}{anchor}>{}</text>\n",
            decimal(x, 1),
            decimal(y, 1),
            decimal(size, 1),
            escaped(words)
        ));
    }

    /// Words in as many lines as they need, from `y` on; where the next line would begin.
    pub(super) fn wrapped(&mut self, (x, mut y): (f64, f64), width: f64, letters: Letters, words: &str) -> f64 {
        for line in lines(words, width, letters) {
            self.words((x, y + letters.size), letters, &line);
            y += letters.line();
        }
        y
    }

    /// Opens a group that is moved and scaled.
    pub(super) fn group(&mut self, (x, y): (f64, f64), scale: f64) {
        self.xml.push_str(&format!(
            "<g transform=\"translate({} {}) scale({})\">\n",
            decimal(x, 1),
            decimal(y, 1),
            decimal(scale, 3)
        ));
    }

    pub(super) fn group_end(&mut self) {
        self.xml.push_str("</g>\n");
    }

    /// Title and what is chosen, at the top of a page of this width.
    pub(super) fn head(&mut self, width: f64, sheet: &Sheet) {
        self.width = width;
        let inner = width - 2.0 * EDGE;
        let y = self.wrapped((EDGE, 22.0), inner, Letters::new(22.0).bold(), &sheet.title);
        let about = sheet.about.join(". ");
        self.y = self.wrapped((EDGE, y + 2.0), inner, Letters::new(13.0).colour(ink::MUTED), &about) + 12.0;
    }

    /// The whole drawing, with its sources below it.
    pub(super) fn finish(mut self, sheet: &Sheet) -> String {
        let (lang, width) = (sheet.lang, self.width);
        let inner = width - 2.0 * EDGE;
        let small = Letters::new(11.0).colour(ink::MUTED);
        let mut y = self.y + 14.0;
        self.line((EDGE, y), (width - EDGE, y), stroke(ink::RULE, 1.0));
        y += 8.0;
        let sources = sheet.sources.iter().map(|s| format!("{}: {}", s.name, s.document)).list().join("; ");
        let made = format!("{}: {}", lang.export_made(), date(&sheet.made, lang));
        let foot = [
            (!sources.is_empty()).then(|| format!("{}: {sources}.", lang.export_source())),
            Some(format!("{}: {}", lang.export_citation(), sheet.citation)),
            Some(made),
        ];
        for words in foot.iter().flatten() {
            y = self.wrapped((EDGE, y), inner, small, words) + 3.0;
        }
        let (width, height) = (decimal(width, 0), decimal(y + 14.0, 0));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"Arial, Helvetica, sans-serif\" lang=\"{tag}\" role=\"img\" aria-labelledby=\"title desc\">\n<title id=\"title\">{title}</title>\n<desc id=\"desc\">{about}</desc>\n<defs>{HATCHES}</defs>\n<rect width=\"{width}\" height=\"{height}\" fill=\"{paper}\"/>\n<rect width=\"{width}\" height=\"6\" fill=\"{accent}\"/>\n{xml}</svg>\n",
            tag = lang.tag(),
            title = escaped(&sheet.title),
            about = escaped(&[sheet.about.join(". "), sources, sheet.citation.clone(), sheet.made.clone()].join("\n")),
            paper = ink::PAPER,
            accent = ink::ACCENT,
            xml = self.xml,
        )
    }
}

/// Hatchings for what is uncertain, in the hues of nation and province.
const HATCHES: &str = "<pattern id=\"hatch-nation\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"2.4\" height=\"5\" fill=\"#1f4e79\"/></pattern><pattern id=\"hatch-province\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"2.4\" height=\"5\" fill=\"#2b6648\"/></pattern>";

/// How a shape looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    inside: &'static str,
    edge: &'static str,
    width: f64,
    dashes: &'static str,
}

/// A line.
pub(super) const fn stroke(edge: &'static str, width: f64) -> Look {
    Look { inside: "none", edge, width, dashes: "" }
}

/// A surface.
pub(super) const fn fill(inside: &'static str) -> Look {
    Look { inside, edge: "", width: 0.0, dashes: "" }
}

impl Look {
    /// With this inside its edge.
    pub(super) const fn filled(self, inside: &'static str) -> Self {
        Self { inside, ..self }
    }

    /// In dashes and gaps of these lengths.
    pub(super) const fn dashed(self, dashes: &'static str) -> Self {
        Self { dashes, ..self }
    }
}

/// Words in lines that are at most so wide. A word that is wider stands alone.
fn lines(words: &str, width: f64, letters: Letters) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split([' ', '\n']).filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if advance(line, letters) + advance(" ", letters) + advance(word, letters) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => {
                // An address may have to be broken anywhere.
                let mut rest = word;
                while advance(rest, letters) > width {
                    let mut cut = 0;
                    for (at, c) in rest.char_indices() {
                        if advance(&rest[..at + c.len_utf8()], letters) > width && at > 0 {
                            break;
                        }
                        cut = at + c.len_utf8();
                    }
                    lines.push(rest[..cut].to_owned());
                    rest = &rest[cut..];
                }
                if !rest.is_empty() {
                    lines.push(rest.to_owned());
                }
            }
        }
    }
    lines
}

/// How many lines words need.
pub(super) fn height(words: &str, width: f64, letters: Letters) -> f64 {
    lines(words, width, letters).iter().map(|_| letters.line()).sum()
}

/// About how wide words are: which of the plain fonts sets them is not known, so rather too wide than too narrow.
fn advance(words: &str, letters: Letters) -> f64 {
    let of = |c: char| match c {
        'i' | 'í' | 'ì' | 'ị' | 'ĩ' | 'ỉ' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.28,
        'f' | 't' | 'r' | '(' | ')' | '/' | '-' | ' ' | '\u{a0}' => 0.36,
        'm' | 'w' | 'M' | 'W' | '%' | '—' => 0.9,
        c if c.is_uppercase() => 0.71,
        _ => 0.575,
    };
    let heavier = if letters.bold { 1.07 } else { 1.0 };
    words.chars().map(of).sum::<f64>() * letters.size * heavier
}

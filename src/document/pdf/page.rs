//! What a page draws: letters with their places, and lines that may be the borders of tables.

use super::file::{File, Page};
use super::font::Font;
use super::object::{Lexer, Object};

/// A letter on a page; x from the left, y from below, in points.
#[derive(Debug, Clone)]
pub struct Glyph {
    pub x: f64,
    pub y: f64,
    pub end: f64,
    pub size: f64,
    pub text: String,
    pub bold: bool,
}

/// A straight line: at a height or at a distance, from where to where.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    pub at: f64,
    pub from: f64,
    pub to: f64,
}

/// All of a page.
#[derive(Default)]
pub struct Drawn {
    pub glyphs: Vec<Glyph>,
    pub across: Vec<Rule>,
    pub down: Vec<Rule>,
}

type Matrix = [f64; 6];

const UNIT: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];
/// More letters than fit on a page.
const MOST_GLYPHS: usize = 60_000;
const MOST_RULES: usize = 4000;
/// A line is no thicker, in points.
const THICKEST: f64 = 3.0;

fn times(a: Matrix, b: Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

fn apply(m: Matrix, x: f64, y: f64) -> (f64, f64) {
    (x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5])
}

/// Draws a page.
pub fn draw(file: &File<'_>, page: &Page) -> Drawn {
    let mut bytes = Vec::new();
    let contents = page.object.get("Contents");
    let list = match file.resolve(contents) {
        Object::Array(list) => list,
        _ => Vec::from([contents.clone()]),
    };
    for part in &list {
        if let Some(part) = file.stream(part) {
            bytes.extend_from_slice(&part);
            bytes.push(b'\n');
        }
    }
    let turned = match page.turned {
        90 => [0.0, -1.0, 1.0, 0.0, 0.0, 0.0],
        180 => [-1.0, 0.0, 0.0, -1.0, 0.0, 0.0],
        270 => [0.0, 1.0, -1.0, 0.0, 0.0, 0.0],
        _ => UNIT,
    };
    let mut painter = Painter { file, out: Drawn::default(), state: State::new(turned) };
    painter.run(&bytes, &page.resources, 0);
    painter.out
}

#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: usize,
    size: f64,
    spacing: f64,
    word_spacing: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

impl State {
    const fn new(matrix: Matrix) -> Self {
        Self {
            matrix,
            font: usize::MAX,
            size: 0.0,
            spacing: 0.0,
            word_spacing: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        }
    }
}

struct Painter<'f, 'a> {
    file: &'f File<'a>,
    out: Drawn,
    state: State,
}

impl Painter<'_, '_> {
    fn run(&mut self, bytes: &[u8], resources: &Object, depth: usize) {
        let named = self.file.entry(resources, "Font");
        let mut fonts: Vec<(String, Font)> = Vec::new();
        let mut saved: Vec<State> = Vec::new();
        let (mut text, mut line) = (UNIT, UNIT);
        let mut path: Vec<Rule4> = Vec::new();
        let mut point = (0.0, 0.0);
        let mut start = point;
        let mut lexer = Lexer::new(bytes, 0);
        let mut stack: Vec<Object> = Vec::new();
        while let Some(object) = lexer.next() {
            let Object::Word(word) = object else {
                if stack.len() < 64 {
                    stack.push(object);
                }
                continue;
            };
            let n = |place: usize| stack.get(place).and_then(Object::number).unwrap_or(0.0);
            match word.as_slice() {
                b"q" if saved.len() < 256 => saved.push(self.state.clone()),
                b"Q" => {
                    if let Some(state) = saved.pop() {
                        self.state = state;
                    }
                }
                b"cm" => self.state.matrix = times([n(0), n(1), n(2), n(3), n(4), n(5)], self.state.matrix),
                b"BT" => (text, line) = (UNIT, UNIT),
                b"Tf" => {
                    let name = stack.first().map_or("", Object::name);
                    self.state.font = fonts.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
                        fonts.push((name.to_owned(), Font::read(self.file, named.get(name))));
                        fonts.len() - 1
                    });
                    self.state.size = n(1);
                }
                b"Tc" => self.state.spacing = n(0),
                b"Tw" => self.state.word_spacing = n(0),
                b"Tz" => self.state.stretch = n(0) / 100.0,
                b"TL" => self.state.leading = n(0),
                b"Ts" => self.state.rise = n(0),
                b"Td" | b"TD" => {
                    if word[1] == b'D' {
                        self.state.leading = -n(1);
                    }
                    line = times([1.0, 0.0, 0.0, 1.0, n(0), n(1)], line);
                    text = line;
                }
                b"Tm" => {
                    line = [n(0), n(1), n(2), n(3), n(4), n(5)];
                    text = line;
                }
                b"T*" | b"'" | b"\"" => {
                    if word == b"\"" {
                        (self.state.word_spacing, self.state.spacing) = (n(0), n(1));
                    }
                    line = times([1.0, 0.0, 0.0, 1.0, 0.0, -self.state.leading], line);
                    text = line;
                    if let (Some(Object::Text(string)), Some((_, font))) = (stack.last(), fonts.get(self.state.font)) {
                        self.show(font, string, &mut text);
                    }
                }
                b"Tj" | b"TJ" => {
                    let one = stack.last().cloned().unwrap_or(Object::Null);
                    let parts = if let Object::Array(parts) = one { parts } else { Vec::from([one]) };
                    for part in &parts {
                        match (part, fonts.get(self.state.font)) {
                            (Object::Text(string), Some((_, font))) => self.show(font, string, &mut text),
                            (Object::Number(back), _) => {
                                let by = -back / 1000.0 * self.state.size * self.state.stretch;
                                text = times([1.0, 0.0, 0.0, 1.0, by, 0.0], text);
                            }
                            _ => {}
                        }
                    }
                }
                b"m" => (point, start) = ((n(0), n(1)), (n(0), n(1))),
                b"l" => {
                    path.push((point, (n(0), n(1))));
                    point = (n(0), n(1));
                }
                b"h" => path.push((point, start)),
                b"re" => {
                    let (x, y, w, h) = (n(0), n(1), n(2), n(3));
                    path.extend([
                        ((x, y), (x + w, y)),
                        ((x, y + h), (x + w, y + h)),
                        ((x, y), (x, y + h)),
                        ((x + w, y), (x + w, y + h)),
                    ]);
                }
                b"S" | b"s" | b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" => self.rules(&mut path),
                b"n" => path.clear(),
                b"BI" => skip_picture(&mut lexer),
                b"Do" if depth < 8 => {
                    let forms = self.file.entry(resources, "XObject");
                    let form = forms.get(stack.first().map_or("", Object::name));
                    let object = self.file.resolve(form);
                    if object.get("Subtype").name() == "Form"
                        && let Some(bytes) = self.file.stream(form)
                    {
                        let before = self.state.clone();
                        let matrix: Vec<f64> =
                            self.file.entry(&object, "Matrix").items().iter().filter_map(Object::number).collect();
                        if let Ok(matrix) = <Matrix>::try_from(matrix) {
                            self.state.matrix = times(matrix, self.state.matrix);
                        }
                        let own = self.file.entry(&object, "Resources");
                        self.state.font = usize::MAX;
                        self.run(&bytes, if own == Object::Null { resources } else { &own }, depth + 1);
                        self.state = before;
                    }
                }
                _ => {}
            }
            stack.clear();
            if self.out.glyphs.len() > MOST_GLYPHS {
                return;
            }
        }
    }

    fn show(&mut self, font: &Font, string: &[u8], text: &mut Matrix) {
        let state = &self.state;
        for shown in font.show(string) {
            let mut by = shown.width * state.size + state.spacing;
            if shown.is_blank {
                by += state.word_spacing;
            }
            let by = by * state.stretch;
            let all = times(*text, state.matrix);
            let (x, y) = apply(all, 0.0, state.rise);
            let (end, end_y) = apply(all, shown.width * state.size * state.stretch, state.rise);
            let size = state.size.abs() * all[2].hypot(all[3]);
            // Letters that run upwards are stamps and watermarks.
            if (end_y - y).abs() <= (end - x).abs() + 0.01 && end >= x && size > 0.5 && x.is_finite() && y.is_finite() {
                self.out.glyphs.push(Glyph { x, y, end, size, text: shown.text, bold: font.bold });
            }
            *text = times([1.0, 0.0, 0.0, 1.0, by, 0.0], *text);
        }
    }

    fn rules(&mut self, path: &mut Vec<Rule4>) {
        for ((x, y), (u, v)) in path.drain(..) {
            let (x, y) = apply(self.state.matrix, x, y);
            let (u, v) = apply(self.state.matrix, u, v);
            if self.out.across.len() + self.out.down.len() > MOST_RULES {
                return;
            }
            if (y - v).abs() < 1.0 && (x - u).abs() > THICKEST {
                self.out.across.push(Rule { at: y.midpoint(v), from: x.min(u), to: x.max(u) });
            } else if (x - u).abs() < 1.0 && (y - v).abs() > THICKEST {
                self.out.down.push(Rule { at: x.midpoint(u), from: y.min(v), to: y.max(v) });
            }
        }
    }
}

/// A straight line from one point to another.
type Rule4 = ((f64, f64), (f64, f64));

/// Behind "BI … ID bytes EI".
fn skip_picture(lexer: &mut Lexer<'_>) {
    while lexer.at < lexer.bytes.len() {
        let rest = &lexer.bytes[lexer.at..];
        if rest.len() > 3 && rest[0].is_ascii_whitespace() && &rest[1..3] == b"EI" && rest[3].is_ascii_whitespace() {
            lexer.at += 3;
            return;
        }
        lexer.at += 1;
    }
}

//! Tables with borders: the cells between ruled lines, merged where a line is missing.

use super::super::table::Cell;
use super::lines::{Line, lines, paragraphs};
use super::page::{Drawn, Glyph, Rule};
use super::{Item, unruled};

/// A table with borders.
pub struct Ruled {
    pub rows: Vec<Vec<Cell>>,
    /// Where its columns begin and end.
    columns: Vec<f64>,
}

impl Ruled {
    /// Whether this table goes on as another one: the same columns.
    pub fn continues_as(&self, next: &Self) -> bool {
        self.columns.len() == next.columns.len()
            && self.columns.iter().zip(&next.columns).all(|(a, b)| (a - b).abs() < 3.0)
    }
}

/// Lines nearer than this are one, in points.
const NEAR: f64 = 3.0;
/// More rows or columns than a page has.
const MOST: usize = 200;

/// What stands on a page, tables between the lines around them.
pub fn items(drawn: Drawn) -> Vec<Item> {
    let Drawn { mut glyphs, across, down } = drawn;
    let mut items = Vec::new();
    let bands = bands(&down);
    for (bottom, top) in bands {
        let inside = |at: f64| at > bottom - NEAR && at < top + NEAR;
        let across: Vec<Rule> = across.iter().copied().filter(|r| inside(r.at)).collect();
        let down: Vec<Rule> = down.iter().copied().filter(|r| inside(r.from.midpoint(r.to))).collect();
        let columns = places(down.iter().map(|r| r.at));
        let mut heights = places(across.iter().map(|r| r.at));
        heights.reverse();
        if columns.len() < 3 || heights.len() < 2 || columns.len() > MOST || heights.len() > MOST {
            continue;
        }
        let (left, right) = (columns[0], columns[columns.len() - 1]);
        let (head, foot) = (heights[0], heights[heights.len() - 1]);
        let in_table = |g: &Glyph| {
            let middle = g.y + 0.3 * g.size;
            g.x > left - NEAR && g.x < right + NEAR && middle < head && middle > foot
        };
        let (table, rest): (Vec<Glyph>, Vec<Glyph>) = glyphs.into_iter().partition(in_table);
        let (above, below) = rest.into_iter().partition(|g: &Glyph| g.y > head - NEAR);
        free(above, &mut items);
        items.push(Item::Table(Ruled { rows: cells(&columns, &heights, &across, &down, table), columns }));
        glyphs = below;
    }
    free(glyphs, &mut items);
    items
}

/// What stands outside of drawn lines: tables without borders, and text.
fn free(mut glyphs: Vec<Glyph>, items: &mut Vec<Item>) {
    for found in unruled::tables(&glyphs) {
        let middle = |g: &Glyph| g.y + 0.3 * g.size;
        let (above, rest): (Vec<Glyph>, Vec<Glyph>) = glyphs.into_iter().partition(|g| middle(g) > found.top);
        let (table, below) = rest.into_iter().partition(|g| middle(g) > found.foot);
        running(above, items);
        let rows = cells(&found.columns, &found.heights, &found.across, &found.down, table);
        items.push(Item::Table(Ruled { rows, columns: found.columns }));
        glyphs = below;
    }
    running(glyphs, items);
}

/// From below to above where upright lines stand, the highest first.
fn bands(down: &[Rule]) -> Vec<(f64, f64)> {
    let mut spans: Vec<(f64, f64)> = down.iter().map(|r| (r.from, r.to)).collect();
    crate::sort::by(&mut spans, |a, b| b.1.total_cmp(&a.1));
    let mut out: Vec<(f64, f64)> = Vec::new();
    for (from, to) in spans {
        match out.last_mut() {
            Some(last) if to > last.0 - NEAR => last.0 = last.0.min(from),
            _ => out.push((from, to)),
        }
    }
    out
}

/// Sorted, each place once.
fn places(all: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut all: Vec<f64> = all.collect();
    crate::sort::by(&mut all, f64::total_cmp);
    all.dedup_by(|b, a| (*b - *a).abs() < NEAR);
    all
}

fn cells(columns: &[f64], heights: &[f64], across: &[Rule], down: &[Rule], glyphs: Vec<Glyph>) -> Vec<Vec<Cell>> {
    let (wide, high) = (columns.len() - 1, heights.len() - 1);
    let covers = |rules: &[Rule], at: f64, middle: f64| {
        rules.iter().any(|r| (r.at - at).abs() < NEAR && r.from < middle && r.to > middle)
    };
    let mut owner = vec![usize::MAX; wide * high];
    let mut sizes: Vec<(usize, usize)> = Vec::new();
    for row in 0..high {
        for column in 0..wide {
            if owner[row * wide + column] != usize::MAX {
                continue;
            }
            let middle = heights[row].midpoint(heights[row + 1]);
            let mut to = column + 1;
            while to < wide && owner[row * wide + to] == usize::MAX && !covers(down, columns[to], middle) {
                to += 1;
            }
            let across_middle = columns[column].midpoint(columns[to]);
            let mut end = row + 1;
            while end < high && !covers(across, heights[end], across_middle) {
                end += 1;
            }
            for r in row..end {
                owner[r * wide + column..r * wide + to].fill(sizes.len());
            }
            sizes.push((to - column, end - row));
        }
    }
    let mut inside: Vec<Vec<Glyph>> = vec![Vec::new(); sizes.len()];
    for glyph in glyphs {
        let (x, y) = (glyph.x.midpoint(glyph.end), glyph.y + 0.3 * glyph.size);
        let column = columns[1..].iter().position(|right| x < *right).unwrap_or(wide - 1);
        let row = heights[1..].iter().position(|bottom| y > *bottom).unwrap_or(high - 1);
        inside[owner[row * wide + column]].push(glyph);
    }
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut seen = 0;
    for row in 0..high {
        let mut cells = Vec::new();
        for column in 0..wide {
            let own = owner[row * wide + column];
            // Cells are numbered in the order of their upper left corners.
            if own == seen {
                let (columns, rows) = sizes[own];
                let text = paragraphs(&lines(std::mem::take(&mut inside[own]))).join("\n");
                cells.push(Cell { text, columns, rows, continues: false });
                seen += 1;
            }
        }
        rows.push(cells);
    }
    rows
}

/// Running text. Two columns of lines side by side, as in the head of a decision, are read one after the other.
fn running(glyphs: Vec<Glyph>, items: &mut Vec<Item>) {
    let all = lines(glyphs);
    let mut at = 0;
    let mut plain: Vec<Line> = Vec::new();
    let flush = |plain: &mut Vec<Line>, items: &mut Vec<Item>| {
        items.extend(paragraphs(plain).into_iter().map(Item::Line));
        plain.clear();
    };
    while at < all.len() {
        // So many lines from here stand side by side, a short one between allowed.
        let pair = |i: usize| {
            i + 1 < all.len() && (all[i].y - all[i + 1].y).abs() < 0.45 * all[i].size && all[i + 1].x > all[i].end
        };
        if !pair(at) {
            plain.push(all[at].clone());
            at += 1;
            continue;
        }
        flush(&mut plain, items);
        let border = all[at].end;
        let (mut left, mut right) = (Vec::new(), Vec::new());
        while at < all.len() {
            if pair(at) {
                left.push(all[at].clone());
                right.push(all[at + 1].clone());
                at += 2;
                continue;
            }
            let near = left.last().is_none_or(|last: &Line| last.y - all[at].y < 4.0 * last.size);
            let more = (at + 1..all.len().min(at + 3)).any(&pair);
            let side = if all[at].x > border { &mut right } else { &mut left };
            if !near || !more {
                break;
            }
            side.push(all[at].clone());
            at += 1;
        }
        flush(&mut left, items);
        items.push(Item::Line(String::new()));
        flush(&mut right, items);
        items.push(Item::Line(String::new()));
    }
    flush(&mut plain, items);
}

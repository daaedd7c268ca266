//! Tables without borders: columns of text side by side, known by the white between them.
//!
//! White that runs down over several lines, at two places at least, parts columns; white across all
//! columns that is higher than between two lines of one cell parts rows. What is found is put as the
//! lines that nobody drew, so that cells come of it as of a table with borders.

use super::page::{Glyph, Rule};

/// A table's place on the page and its lines.
pub struct Unruled {
    /// Its upper and its lower end.
    pub top: f64,
    pub foot: f64,
    /// Borders of columns, from the left.
    pub columns: Vec<f64>,
    /// Borders of rows, from above.
    pub heights: Vec<f64>,
    pub across: Vec<Rule>,
    pub down: Vec<Rule>,
}

/// One line of letters over the whole page.
struct Row {
    y: f64,
    size: f64,
    /// Stretches of text, from the left; less than [`WHITE`] parts their letters.
    parts: Vec<(f64, f64)>,
    /// How much white parts two stretches here: more than between two words of the page.
    white: f64,
    /// It begins with "TT" or "STT": the head of a table.
    is_head: bool,
}

impl Row {
    fn top(&self) -> f64 {
        self.y + 0.8 * self.size
    }

    fn foot(&self) -> f64 {
        self.y - 0.22 * self.size
    }
}

/// White between two stretches, as a part of the letters' size: more than between two words.
const WHITE: f64 = 0.3;
/// White that parts columns, at its narrowest.
const RIVER: f64 = 0.33;
/// Where it is narrower than this, more lines must bear it out: words in justified text lie as far apart.
const NARROW: f64 = 0.7;
/// More lines than a page has.
const MOST_ROWS: usize = 400;
/// More columns than a table has.
const MOST_COLUMNS: usize = 30;

/// The tables among these letters, from above.
pub fn tables(glyphs: &[Glyph]) -> Vec<Unruled> {
    let rows = rows(glyphs);
    let mut out = Vec::new();
    if rows.len() > MOST_ROWS {
        return out;
    }
    let mut at = 0;
    while at + 3 <= rows.len() {
        // Heads over several columns hide white: the table may begin a little below them.
        let mut found: Option<Block> = None;
        for start in at..rows.len().min(at + 4) {
            let better = block(&rows, start).filter(|b| found.as_ref().is_none_or(|f| b.worth > f.worth));
            found = better.or(found);
        }
        match found {
            Some(mut block) => {
                let foot = out.last().map_or(f64::INFINITY, |t: &Unruled| t.foot);
                let start = heads(&rows, block.start, &mut block.rivers, foot);
                out.extend(ruled(&rows[start..block.end], &block.rivers));
                at = block.end;
            }
            None => at += 1,
        }
    }
    out
}

/// The lines, from above.
fn rows(glyphs: &[Glyph]) -> Vec<Row> {
    let mut order: Vec<&Glyph> = glyphs.iter().filter(|g| !g.text.trim().is_empty()).collect();
    crate::sort::by(&mut order, |a, b| b.y.total_cmp(&a.y));
    let between = word_gap(&order);
    let mut out: Vec<Row> = Vec::new();
    for glyph in order {
        match out.last_mut().filter(|row| row.y - glyph.y < 0.3 * row.size) {
            Some(row) => {
                row.size = row.size.max(glyph.size);
                row.parts.push((glyph.x, glyph.end));
            }
            None => {
                let parts = Vec::from([(glyph.x, glyph.end)]);
                let white = (WHITE * glyph.size).max(1.25 * between);
                out.push(Row { y: glyph.y, size: glyph.size, parts, white, is_head: false });
            }
        }
    }
    mark_heads(glyphs, &mut out);
    for row in &mut out {
        crate::sort::by(&mut row.parts, |a, b| a.0.total_cmp(&b.0));
        let mut joined: Vec<(f64, f64)> = Vec::new();
        for (from, to) in row.parts.drain(..) {
            match joined.last_mut().filter(|last| from - last.1 < row.white) {
                Some(last) => last.1 = last.1.max(to),
                None => joined.push((from, to)),
            }
        }
        row.parts = joined;
    }
    out
}

/// The white between two words, as most of the page has it: wide in justified text and in typewriter's letters.
fn word_gap(glyphs: &[&Glyph]) -> f64 {
    let mut gaps: Vec<f64> = Vec::new();
    let mut row: Vec<&Glyph> = Vec::new();
    for (i, glyph) in glyphs.iter().enumerate() {
        row.push(glyph);
        if glyphs.get(i + 1).is_some_and(|next| glyph.y - next.y < 0.1 * glyph.size) {
            continue;
        }
        crate::sort::by(&mut row, |a, b| a.x.total_cmp(&b.x));
        let white = row.windows(2).map(|pair| (pair[1].x - pair[0].end, pair[1].size));
        gaps.extend(white.filter(|(gap, size)| *gap > 0.12 * size && *gap < 0.65 * size).map(|(gap, _)| gap));
        row.clear();
    }
    crate::sort::by(&mut gaps, f64::total_cmp);
    gaps.get(gaps.len() / 2).copied().unwrap_or(0.0)
}

/// Finds the rows that begin with "TT" or "STT".
fn mark_heads(glyphs: &[Glyph], rows: &mut [Row]) {
    for pair in glyphs.windows(2) {
        let [first, second] = pair else { continue };
        if first.text != "T" || second.text != "T" || (first.y - second.y).abs() > 0.1 {
            continue;
        }
        for row in rows.iter_mut().filter(|row| (row.y - first.y).abs() < 0.3 * row.size) {
            let left = row.parts.iter().map(|part| part.0).fold(f64::INFINITY, f64::min);
            row.is_head |= first.x - left < row.size;
        }
    }
}

/// A stretch of white.
type White = (f64, f64);

/// The white that stays when a row's text is put over it.
fn without(white: &[White], row: &Row) -> Vec<White> {
    let mut out = Vec::new();
    for (from, to) in white {
        let mut from = *from;
        for (left, right) in &row.parts {
            if *right <= from || *left >= *to {
                continue;
            }
            if *left > from {
                out.push((from, *left));
            }
            from = right.max(from);
        }
        if from < *to {
            out.push((from, *to));
        }
    }
    out.retain(|(from, to)| to - from >= (RIVER * row.size).max(0.9 * row.white));
    out.truncate(MOST_COLUMNS);
    out
}

/// White with text at both sides.
fn rivers(white: &[White]) -> Vec<White> {
    white.iter().copied().filter(|(from, to)| from.is_finite() && to.is_finite()).collect()
}

fn crosses(row: &Row, river: &White) -> bool {
    let middle = river.0.midpoint(river.1);
    row.parts.iter().any(|(from, to)| *from < middle && *to > middle)
}

/// Rows that make a table.
struct Block {
    start: usize,
    /// The row behind its last.
    end: usize,
    /// The white between its columns.
    rivers: Vec<White>,
    /// How much it explains: rows times columns.
    worth: usize,
}

/// Whether a row has text inside white that parts columns: another table, with other columns.
fn splits(rivers: &[White], row: &Row) -> bool {
    let edge = RIVER * row.size;
    let inside = |river: &White, part: &White| part.0 > river.0 + edge && part.1 < river.1 - edge;
    rivers.iter().any(|river| row.parts.iter().any(|part| inside(river, part)))
}

/// The table that begins with a row, if one does.
fn block(rows: &[Row], start: usize) -> Option<Block> {
    let near = |i: usize| i == start || rows[i - 1].y - rows[i].y < 3.6 * rows[i].size.max(rows[i - 1].size);
    let mut white = without(&[(f64::NEG_INFINITY, f64::INFINITY)], &rows[start]);
    if rivers(&white).is_empty() {
        return None;
    }
    let mut end = start + 1;
    let mut best: Option<Block> = None;
    while end < rows.len() && near(end) && !rows[end].is_head {
        let row = &rows[end];
        let known = rivers(&white);
        let settled = best.is_some() && end - start >= 4;
        if row.parts.len() > 1 {
            let next = without(&white, row);
            if best.is_some() && rivers(&next).len() < 2 || settled && splits(&known, row) {
                break;
            }
            white = next;
        } else if known.iter().any(|river| bridges(row, river)) {
            // A line over several columns opens a group of rows, if the columns go on below.
            let goes_on = (end + 1..rows.len().min(end + 4))
                .take_while(|i| near(*i) && !rows[*i].is_head)
                .find(|i| rows[*i].parts.len() > 2)
                .map(|i| &rows[i])
                .is_some_and(|row| rivers(&without(&white, row)).len() >= 2 && !(settled && splits(&known, row)));
            if best.is_none() && rows[start].parts.len() < 3 || !goes_on {
                break;
            }
        }
        end += 1;
        let found = rivers(&white);
        if row.parts.len() > 1 && is_table(&rows[start..end], &found, best.is_some()) {
            // Another table below with other columns would leave only the white that both have.
            let worth = found.len() * (found.len() - 1) * (end - start);
            if best.as_ref().is_none_or(|best| worth >= best.worth) {
                best = Some(Block { start, end, rivers: found, worth });
            }
        } else if best.is_none() && end - start > 12 {
            break;
        }
    }
    let mut best = best?;
    // The last row's cells may go on.
    while let Some(row) = rows.get(best.end).filter(|row| row.parts.len() == 1) {
        let close = rows[best.end - 1].y - row.y < 1.5 * row.size;
        let first = best.rivers.first().is_some_and(|river| row.parts[0].0 < river.0);
        if !close || first || best.rivers.iter().any(|river| bridges(row, river)) {
            break;
        }
        best.end += 1;
    }
    // Lines that stand alone have narrowed nothing yet.
    for row in rows[start..best.end].iter().filter(|row| row.parts.len() == 1) {
        for river in &mut best.rivers {
            if !bridges(row, river)
                && let Some(rest) = without(&[*river], row).last()
            {
                *river = *rest;
            }
        }
    }
    Some(best)
}

/// Whether a row's text reaches from one side of the white to the other.
fn bridges(row: &Row, river: &White) -> bool {
    row.parts.iter().any(|(from, to)| *from < river.0 + 0.1 && *to > river.1 - 0.1)
}

/// Three columns at least, with two lines of text at least in three of them.
fn is_table(rows: &[Row], rivers: &[White], begun: bool) -> bool {
    if rivers.len() < 2 || rows.len() < 3 {
        return false;
    }
    let used = |column: usize| {
        let from = column.checked_sub(1).map_or(f64::NEG_INFINITY, |i| rivers[i].0);
        let to = rivers.get(column).map_or(f64::INFINITY, |river| river.1);
        rows.iter().filter(|row| row.parts.iter().any(|part| part.0 >= from && part.1 <= to)).count()
    };
    let used: Vec<usize> = (0..=rivers.len()).map(used).collect();
    let wide = rows.iter().filter(|row| row.parts.len() > 2).count();
    let size = rows.iter().map(|row| row.size).fold(0.0, f64::max);
    if !begun && rows.len() < 6 && rivers.iter().filter(|(from, to)| to - from > NARROW * size).count() < 2 {
        return false;
    }
    used.iter().all(|n| *n > 0) && used.iter().filter(|n| **n >= 2).count() >= 3 && wide >= 2
}

/// Heads above the first row that stand over several columns: "Phân công" over "Chủ trì" and "Phối hợp".
fn heads(rows: &[Row], start: usize, rivers: &mut [White], foot: f64) -> usize {
    let mut first = start;
    while let Some(row) = first.checked_sub(1).map(|i| &rows[i]) {
        let near = row.y - rows[first].y < 2.6 * row.size && row.top() < foot;
        let rest: Vec<Option<White>> = rivers.iter().map(|river| without(&[*river], row).first().copied()).collect();
        let free = rest.iter().flatten().count();
        // Heads that stand over several columns are fewer than these.
        let fewer = row.parts.len() <= rivers.len() || row.is_head && first == start;
        if !near || start - first >= 3 || row.parts.len() < 2 || free == 0 || !fewer {
            break;
        }
        for (river, rest) in rivers.iter_mut().zip(rest) {
            *river = rest.unwrap_or(*river);
        }
        first -= 1;
    }
    first
}

fn ruled(rows: &[Row], rivers: &[White]) -> Option<Unruled> {
    let (top, foot) = (rows.first()?.top() + 1.0, rows.last()?.foot() - 1.0);
    let left = rows.iter().flat_map(|row| row.parts.first()).map(|part| part.0).fold(f64::INFINITY, f64::min) - 2.0;
    let right = rows.iter().flat_map(|row| row.parts.last()).map(|part| part.1).fold(0.0, f64::max) + 2.0;
    let mut columns = Vec::from([left]);
    columns.extend(rivers.iter().map(|river| river.0.midpoint(river.1)));
    columns.push(right);
    let mut heights = Vec::from([top]);
    heights.extend(borders(rows, rivers).into_iter().filter(|at| *at < top && *at > foot));
    heights.push(foot);
    let mut across = Vec::new();
    for at in &heights {
        for column in columns.windows(2) {
            // What stands on the border is the text of a cell that covers the rows above and below.
            let on = |row: &&Row| row.top() > at + 0.1 * row.size && row.foot() < at - 0.1 * row.size;
            let own = |row: &Row| row.parts.iter().any(|part| part.0 >= column[0] && part.1 <= column[1]);
            if !rows.iter().filter(on).any(own) {
                across.push(Rule { at: *at, from: column[0], to: column[1] });
            }
        }
    }
    let mut down = Vec::from([Rule { at: left, from: foot, to: top }, Rule { at: right, from: foot, to: top }]);
    for pair in heights.windows(2) {
        let own = |row: &&Row| row.y < pair[0] && row.y > pair[1];
        for (n, river) in rivers.iter().enumerate() {
            if !rows.iter().filter(own).any(|row| crosses(row, river)) {
                down.push(Rule { at: columns[n + 1], from: pair[1], to: pair[0] });
            }
        }
    }
    Some(Unruled { top, foot, columns, heights, across, down })
}

/// Where rows meet, from above: where more is white than between two lines of a cell; where that tells nothing,
/// above each line with something in the first column.
fn borders(rows: &[Row], rivers: &[White]) -> Vec<f64> {
    let size = rows.iter().map(|row| row.size).fold(0.0, f64::max);
    let lone = |row: &Row| row.parts.len() == 1 && rivers.iter().any(|river| crosses(row, river));
    let column = |part: &White| rivers.iter().filter(|river| river.0 < part.0).count();
    // The lines of each column, and the white between two of one cell.
    let mut lines: Vec<Vec<(f64, f64)>> = vec![Vec::new(); rivers.len() + 1];
    for row in rows {
        for part in &row.parts {
            let own = &mut lines[column(part)];
            if own.last().is_none_or(|last| last.1 > row.foot()) {
                own.push((row.top(), row.foot()));
            }
        }
    }
    let gaps = |lines: &[(f64, f64)]| lines.windows(2).map(|pair| pair[0].1 - pair[1].0).collect::<Vec<f64>>();
    let within = lines.iter().flat_map(|lines| gaps(lines)).filter(|gap| (0.0..0.6 * size).contains(gap));
    let tight = within.fold(f64::INFINITY, f64::min).min(0.2 * size);
    let white = |skipped: Option<usize>| {
        let mut all: Vec<(f64, f64)> = Vec::new();
        for (_, lines) in lines.iter().enumerate().filter(|(column, _)| Some(*column) != skipped) {
            all.extend(lines);
        }
        crate::sort::by(&mut all, |a, b| b.0.total_cmp(&a.0));
        let mut found = Vec::new();
        let mut foot = f64::INFINITY;
        for (top, end) in all {
            if foot.is_finite() && foot - top > tight + 0.16 * size {
                found.push(foot.midpoint(top));
            }
            foot = foot.min(end);
        }
        found
    };
    let mut out = white(None);
    // A cell over several rows has its text where they meet.
    for skipped in 2..if lines.len() > 3 { lines.len() } else { 0 } {
        let others = || lines.iter().enumerate().filter(|(column, _)| *column != skipped).flat_map(|(_, lines)| lines);
        for at in white(Some(skipped)) {
            // Rows of their own above and below: in a tall cell alone its lines are no rows.
            let above = out.iter().copied().filter(|known| *known > at).fold(f64::INFINITY, f64::min);
            let below = out.iter().copied().filter(|known| *known < at).fold(f64::NEG_INFINITY, f64::max);
            let filled = |from: f64, to: f64| others().any(|line| line.0 < from && line.1 > to);
            let known = out.iter().any(|known| (known - at).abs() < 0.5 * size);
            if !known && filled(above, at) && filled(at, below) {
                out.push(at);
            }
        }
    }
    for pair in rows.windows(2) {
        let at = pair[0].foot().midpoint(pair[1].top());
        if lone(&pair[0]) != lone(&pair[1]) && out.iter().all(|known| (known - at).abs() > 0.5 * size) {
            out.push(at);
        }
    }
    let first: Vec<f64> = lines[0].iter().skip(1).map(|line| line.0 + 0.1 * size).collect();
    if out.is_empty() || first.len() > 3 * out.len() {
        out = first;
    }
    crate::sort::by(&mut out, |a, b| b.total_cmp(a));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Lines of letters at the places where they stand here; a single blank is as narrow as between words.
    fn page(lines: &[&str]) -> Vec<Glyph> {
        let mut out = Vec::new();
        for (n, line) in lines.iter().enumerate() {
            for (at, c) in line.chars().enumerate().filter(|(_, c)| *c != ' ') {
                let (x, y) = (at as f64 * 5.0, 800.0 - n as f64 * 24.0);
                out.push(Glyph { x, y, end: x + 5.0, size: 20.0, text: c.to_string(), bold: false });
            }
        }
        out
    }

    fn shape(lines: &[&str]) -> Vec<(usize, usize)> {
        tables(&page(lines)).iter().map(|t| (t.columns.len() - 1, t.heights.len() - 1)).collect()
    }

    #[test]
    fn columns_of_text_are_a_table() {
        let table = [
            "TT   Noi dung           Chu tri      Thoi gian",
            "",
            "1    Xay dung quy che   So Cong      2026",
            "     ban hang           Thuong",
            "",
            "2    Lap ban do         So Y te      2027",
            "",
            "3    Mo lop             So Noi vu    2028",
        ];
        assert_eq!(shape(&table), [(4, 4)]);
    }

    #[test]
    fn running_text_and_two_columns_are_none() {
        let text = [
            "Den nam 2030 thuong mai dien tu la linh vuc",
            "tien phong cua kinh te so, gop phan nang cao",
            "nang luc canh tranh cua doanh nghiep va lam",
            "cho thi truong trong tinh phat trien hon nua",
        ];
        assert_eq!(shape(&text), []);
        let head = [
            "UBND TINH          CONG HOA XA HOI",
            "So: 12/KH-UBND     Doc lap - Tu do",
            "",
            "Ha Noi             ngay 1",
        ];
        assert_eq!(shape(&head), []);
    }

    #[test]
    fn the_head_of_another_table_ends_one() {
        let both = [
            "TT   Chi tieu      2026   2030",
            "",
            "1    Ty le mot     40     60",
            "",
            "2    Ty le hai     45     65",
            "",
            "TT   Nhiem vu            Chu tri    Nam",
            "",
            "1    Xay dung quy che    So A       2026",
            "",
            "2    Lap ban do          So B       2027",
        ];
        assert_eq!(shape(&both), [(4, 3), (4, 3)]);
    }

    proptest! {
        #[test]
        fn any_page_can_be_looked_at(glyphs in proptest::collection::vec(
            (0.0..600.0_f64, 0.0..800.0_f64, 0.0..40.0_f64, 0.5..30.0_f64), 0..200,
        )) {
            let glyphs: Vec<Glyph> = glyphs
                .into_iter()
                .map(|(x, y, width, size)| Glyph { x, y, end: x + width, size, text: "T".to_owned(), bold: false })
                .collect();
            for table in tables(&glyphs) {
                prop_assert!(table.columns.windows(2).all(|pair| pair[0] <= pair[1]));
                prop_assert!(table.heights.windows(2).all(|pair| pair[0] >= pair[1]), "{:?}", table.heights);
            }
        }
    }
}

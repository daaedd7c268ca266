//! Tables: targets with a column for each year, tasks with columns for who and when.

use super::column::{Columns, Role, role as role_of, unit_in_brackets, unit_named};
use super::figure::figures;
use super::horizon::horizons;
use super::opening::{AnyOf, any};
use super::row::{Group, comparator_in, holds_figures, is_part, keep_targets};
use super::section::Section;
use super::tokens::{Tokens, holds};
use super::walk::{Above, Walk};
use super::{FoundTask, Unit, task, who};
use crate::clause::{Marker, marker};
use crate::model::TaskKind;
use std::ops::Range;

/// A row: the place of each cell in the normalised text. A merged cell stands in each of its places.
pub struct Row {
    /// Its cells.
    pub cells: Vec<Range<usize>>,
    bold: bool,
    /// The path of its clause, where it is one of its own.
    path: Option<String>,
}

const MOST_COLUMNS: usize = 60;

/// Reads the table of these pieces.
pub fn table(walk: &mut Walk<'_>, pieces: Range<usize>) {
    let rows = grid(walk, pieces.clone());
    let piece = &walk.document.pieces[pieces.start];
    let above = walk.above(piece);
    let path = walk.path(piece);
    let caption = pieces.start.checked_sub(1).map(|i| walk.tokens(&walk.document.pieces[i])).unwrap_or_default();
    let caption = if caption.len() <= 60 { caption } else { Tokens::default() };
    read_rows(walk, &rows, &above, &path, &caption);
}

fn grid(walk: &Walk<'_>, pieces: Range<usize>) -> Vec<Row> {
    let layout = &walk.document.layout;
    let mut out: Vec<Row> = Vec::new();
    let mut open: Vec<(usize, Range<usize>)> = Vec::new();
    for piece in &walk.document.pieces[pieces] {
        let line = &layout.lines[piece.first];
        let mut cells: Vec<Range<usize>> = Vec::new();
        let mut fill = |cells: &mut Vec<Range<usize>>| {
            while let Some((left, span)) = open.get_mut(cells.len()).filter(|o| o.0 > 0) {
                *left -= 1;
                let span = span.clone();
                cells.push(span);
            }
        };
        let mut spans = Vec::new();
        for cell in layout.row(line).iter().take(MOST_COLUMNS) {
            fill(&mut cells);
            for _ in 0..cell.columns.min(MOST_COLUMNS - cells.len().min(MOST_COLUMNS)) {
                spans.push((cells.len(), cell.rows, cell.start..cell.end));
                cells.push(cell.start..cell.end);
            }
        }
        fill(&mut cells);
        for (column, rows, span) in spans {
            // A cell is read again in each row it covers: not one as long as a chapter.
            if rows > 1 && span.len() <= 4000 {
                if open.len() <= column {
                    open.resize(column + 1, (0, 0..0));
                }
                open[column] = (rows - 1, span);
            }
        }
        out.push(Row { cells, bold: line.bold, path: None });
    }
    out
}

/// A table whose cells stand one below the other, each with a tab before it. How many pieces it takes.
pub fn upright(walk: &mut Walk<'_>, at: usize) -> usize {
    let document = walk.document;
    let pieces = &document.pieces;
    let tabbed =
        |i: usize| pieces.get(i).is_some_and(|p| p.last == p.first + 1 && document.layout.lines[p.first].tabbed);
    if !tabbed(at) {
        return 0;
    }
    let mut columns = Vec::new();
    let mut i = at;
    while tabbed(i) && i < at + 8 && (i == at || !document.layout.lines[pieces[i].first].blank_before) {
        let t = walk.tokens(&pieces[i]);
        let has_name = columns.contains(&Role::Name);
        columns.push(role_of(&t, has_name, walk.out.plan.first_year()).unwrap_or(Role::Other));
        i += 1;
    }
    let known = columns.iter().filter(|r| **r != Role::Other).count();
    if columns.first() != Some(&Role::No) || known < 3 {
        return 0;
    }
    let above = walk.above(&pieces[at]);
    let mut rows: Vec<Row> = Vec::new();
    while i < pieces.len() {
        let piece = &pieces[i];
        let line = &document.layout.lines[piece.first];
        let span = piece.start..document.layout.lines[piece.last - 1].end;
        let numbered = piece.opens
            && piece.clause.is_some_and(|c| matches!(document.clauses[c].marker, Marker::Number(_) | Marker::Roman(_)));
        if numbered && line.tabbed {
            let path = piece.clause.map(|c| document.clauses[c].path.as_str().to_owned());
            let number = line.start..line.end;
            rows.push(Row { cells: Vec::from([number]), bold: false, path });
        } else if let Some(row) =
            rows.last_mut().filter(|r| r.cells.len() < columns.len() && (line.tabbed || !piece.opens))
        {
            row.cells.push(span);
        } else {
            break;
        }
        i += 1;
    }
    for row in &mut rows {
        row.cells.resize(columns.len(), 0..0);
    }
    let found = Columns {
        given: vec![None; columns.len()],
        bounds: Vec::new(),
        tasks: is_task_table(&columns, ""),
        money: false,
        roles: columns,
    };
    data(walk, &rows, &found, &above, &walk.path(&pieces[at]));
    i - at
}

/// The tokens of a stretch of the normalised text.
pub fn tokens(walk: &Walk<'_>, span: &Range<usize>) -> Tokens {
    let mut t = Tokens::default();
    t.add(walk.document.layout.normal.text.get(span.clone()).unwrap_or(""), span.start);
    t.finish();
    t
}

fn read_rows(walk: &mut Walk<'_>, rows: &[Row], above: &Above, path: &str, caption: &Tokens) {
    let first_year = walk.out.plan.first_year();
    let width = rows.iter().map(|r| r.cells.len()).max().unwrap_or(0);
    if width < 2 {
        return;
    }
    if by_rows(walk, rows, above, path) {
        return;
    }
    let mut header = 0;
    let mut heads: Vec<Vec<Tokens>> = Vec::new();
    while header < rows.len().min(5) {
        let row: Vec<Tokens> = rows[header].cells.iter().map(|c| tokens(walk, c)).collect();
        let filled = row.iter().filter(|t| !t.is_empty()).count();
        let roles: Vec<bool> = row.iter().map(|t| role_of(t, false, first_year).is_some()).collect();
        let known = roles.iter().filter(|known| **known).count();
        let distinct = distinct(&rows[header]);
        let counts = filled >= 2 && row.iter().all(|t| t.is_empty() || is_index(t));
        let lone = distinct <= 1 && header + 1 < rows.len() && heads.is_empty();
        let short = row.iter().all(|t| t.len() <= 16);
        let years = row
            .iter()
            .zip(&roles)
            .filter(|(t, _)| !t.is_empty())
            .all(|(t, known)| *known || horizons(t, 0..t.len()).len() == 1);
        // A row that starts with a number is a row.
        let first = row.iter().find(|t| !t.is_empty());
        let numbered = !counts && first.is_some_and(is_index);
        let heading = !numbered
            && (known >= 2
                || (known >= 1 && (rows[header].bold || filled <= 2) && short)
                || (years && filled >= 1 && !heads.is_empty()));
        // Below the heads a line over all columns opens a group of rows.
        let group = distinct <= 1 && filled > 1 && !heads.is_empty();
        // "Sở Tài chính | Bố trí kinh phí" is no head below one.
        let body = !heads.is_empty()
            && row
                .iter()
                .zip(&roles)
                .any(|(t, known)| !known && super::agency::starts(t, 0) && !who::alone(t).is_empty());
        if group || body || !(counts || lone || (heading && short && !has_figures(&row))) {
            break;
        }
        if !lone && !counts {
            heads.push(row);
        }
        header += 1;
    }
    let mut columns = if heads.is_empty() {
        header = 0;
        match walk.columns.take().filter(|c| c.roles.len() == width) {
            Some(columns) => columns,
            None => plain(walk, rows, width),
        }
    } else {
        told(walk, &heads, width, caption, above)
    };
    // "Chỉ tiêu | Nông thôn | Thành thị": no head says that figures stand below it.
    let valued = |r: &Role| matches!(r, Role::Value(Some(_))) || !heads.is_empty() && matches!(r, Role::Value(_));
    let valued = columns.roles.iter().any(valued);
    if let Some(name) = columns.roles.iter().position(|r| *r == Role::Name).filter(|_| !valued && !columns.tasks) {
        for c in name + 1..columns.roles.len().min(name + 7) {
            let free = columns.roles[c] == Role::Other;
            if free && holds_figures(walk, &rows[header.min(rows.len())..], c, columns.given[c]) {
                columns.roles[c] = Role::Value(None);
            }
        }
    }
    header += by_cells(walk, &rows[header.min(rows.len())..], &mut columns);
    data(walk, &rows[header.min(rows.len())..], &columns, above, path);
    walk.columns = Some(columns);
}

/// Tells the columns of who and when by their cells, where no head did: "Ai làm | Ai giúp | Bao giờ". How many rows
/// more are heads.
fn by_cells(walk: &Walk<'_>, rows: &[Row], columns: &mut Columns) -> usize {
    let sample: Vec<Vec<Tokens>> =
        rows.iter().take(8).map(|r| r.cells.iter().map(|c| tokens(walk, c)).collect()).collect();
    let all = |c: usize, from: usize, holds: &dyn Fn(&Tokens) -> bool| {
        let mut filled = sample.iter().skip(from).filter_map(|r| r.get(c)).filter(|t| !t.is_empty()).peekable();
        filled.peek().is_some() && filled.all(holds)
    };
    let names = |t: &Tokens| !who::alone(t).is_empty() || who::only_parts(t, 0..t.len()) || who::as_above(t);
    // "Đơn vị | Trách nhiệm": what stands below is what is to be done.
    let wrong = |c: &usize| columns.roles[*c] == Role::Lead && all(*c, 0, &|t| t.len() > 3 && !names(t));
    let done = (0..columns.roles.len()).find(|c| !columns.roles.contains(&Role::Name) && wrong(c));
    if let Some(c) = done {
        columns.roles[c] = Role::Name;
    }
    if columns.roles.iter().any(|r| matches!(r, Role::Lead | Role::Value(_))) || !columns.roles.contains(&Role::Name) {
        return 0;
    }
    let mut head = 0;
    for c in 0..columns.roles.len() {
        if !matches!(columns.roles[c], Role::Other | Role::Unit) {
            continue;
        }
        let below = !all(c, 0, &names);
        if all(c, usize::from(below), &names) {
            head = usize::from(below).max(head);
            let led = columns.roles.contains(&Role::Lead);
            columns.roles[c] = if led { Role::Coordinate } else { Role::Lead };
            columns.tasks = true;
        }
    }
    let dated = |t: &Tokens| task::period(t, 0..t.len(), &walk.out.plan).2 || task::recurrence(t, 0..t.len()).is_some();
    let free = |c: &usize| columns.roles[*c] == Role::Other && all(*c, head, &dated);
    if let Some(c) = (0..columns.roles.len()).find(|c| columns.tasks && free(c)) {
        columns.roles[c] = Role::Time;
    }
    head
}

/// A table with a row for each year and a column for each figure. True if it was one.
fn by_rows(walk: &mut Walk<'_>, rows: &[Row], above: &Above, path: &str) -> bool {
    let year_of = |walk: &Walk<'_>, row: &Row| {
        let t = tokens(walk, row.cells.first()?);
        let years = horizons(&t, 0..t.len());
        let bare = (0..t.len()).find_map(|i| super::figure::year(t.word(i)));
        super::walk::set_by(&years).map(|h| h.1).or(bare).filter(|_| t.len() <= 8)
    };
    let Some((head, rest)) = rows.split_first() else { return false };
    let first = head.cells.first().map(|cell| tokens(walk, cell)).unwrap_or_default();
    let named =
        first.len() <= 4 && first.has(0..first.len(), any!["năm", "mốc", "giai đoạn", "thời điểm", "thời gian"]);
    let years: Vec<Option<i32>> = rest.iter().map(|row| year_of(walk, row)).collect();
    let is_budget = matches!(above.section, Some(Section::Background | Section::Budget));
    if !named || years.len() < 2 || years.iter().any(Option::is_none) || is_budget {
        return false;
    }
    for (row, year) in rest.iter().zip(years) {
        for (c, cell) in head.cells.iter().enumerate().skip(1) {
            let name = tokens(walk, cell);
            let money = name.has(0..name.len(), any!["kinh phí", "ngân sách", "nguồn vốn", "dự toán"]);
            if name.is_empty() || money {
                continue;
            }
            let mut roles = vec![Role::Other; head.cells.len()];
            roles[c] = Role::Value(year);
            let columns =
                Columns { given: vec![None; roles.len()], bounds: Vec::new(), tasks: false, money: false, roles };
            keep_targets(walk, &name, &Group::default(), None, row, &columns, above, path);
        }
    }
    true
}

fn distinct(row: &Row) -> usize {
    let mut spans: Vec<usize> = row.cells.iter().filter(|c| !c.is_empty()).map(|c| c.start).collect();
    spans.dedup();
    spans.len()
}

fn is_index(t: &Tokens) -> bool {
    let inner = (0..t.len()).filter(|i| !matches!(t.sign(*i), b'(' | b')' | b'=' | b'+')).count();
    inner == 1
        && (0..t.len()).any(|i| {
            t.word(i).len() <= 2 && t.is_number(i) || t.word(i).len() == 1 && t.get(i).is_some_and(|x| x.upper)
        })
}

fn has_figures(row: &[Tokens]) -> bool {
    row.iter().any(|t| {
        let found = figures(t, 0..t.len(), None);
        let shares = found.iter().any(|f| matches!(f.unit, Unit::Percent | Unit::PercentPerYear));
        shares || !found.is_empty() && horizons(t, 0..t.len()).is_empty()
    })
}

/// Two or more columns without a head: words on the left, figures on the right.
fn plain(walk: &Walk<'_>, rows: &[Row], width: usize) -> Columns {
    let mut roles = vec![Role::Other; width];
    let sample: Vec<Vec<Tokens>> =
        rows.iter().take(6).map(|r| r.cells.iter().map(|c| tokens(walk, c)).collect()).collect();
    let words = |c: usize| sample.iter().filter_map(|r| r.get(c)).map(Tokens::len).sum::<usize>();
    let name = (0..width).max_by_key(|c| words(*c)).unwrap_or(0);
    roles[name] = Role::Name;
    let valued = |c: usize| {
        sample
            .iter()
            .filter_map(|r| r.get(c))
            .filter(|t| t.len() <= 12 && !figures(t, 0..t.len(), None).is_empty())
            .count()
    };
    for c in name + 1..width {
        if valued(c) * 2 >= sample.len() && !roles.contains(&Role::Value(None)) {
            roles[c] = Role::Value(None);
        }
    }
    Columns { given: vec![None; width], bounds: Vec::new(), tasks: false, money: false, roles }
}

fn told(walk: &mut Walk<'_>, heads: &[Vec<Tokens>], width: usize, caption: &Tokens, above: &Above) -> Columns {
    let first_year = walk.out.plan.first_year();
    let mut roles = Vec::new();
    let mut given = Vec::new();
    let mut all = caption.line(0..caption.len());
    let general = unit_named(caption).filter(|_| holds(&all, "đơn vị tính") || holds(&all, "đvt"));
    for c in 0..width {
        let mut found = None;
        let mut unit = None;
        // The lowest head that says something; an empty one stands under its left neighbour's span.
        for (n, row) in heads.iter().enumerate().rev() {
            let own = row.get(c).filter(|t| !t.is_empty());
            let spread =
                (0..=c).rev().filter_map(|k| row.get(k)).find(|t| !t.is_empty()).filter(|_| n + 1 < heads.len());
            let Some(t) = own.or(spread) else { continue };
            all.push_str(&t.line(0..t.len()));
            let has_name = roles.contains(&Role::Name);
            let here = role_of(t, has_name, first_year);
            found = match (found, here) {
                (Some(Role::Value(Some(y))), Some(Role::Past))
                    if own.is_some()
                        || holds(&t.line(0..t.len()), "thực hiện") && first_year.is_some_and(|f| y < f) =>
                {
                    Some(Role::Past)
                }
                (Some(Role::Value(None)), Some(Role::Value(y))) => Some(Role::Value(y)),
                (None, here) => here,
                (found, _) => found,
            };
            unit = unit.or_else(|| unit_named(t));
        }
        roles.push(found.unwrap_or(Role::Other));
        given.push(unit.or(general));
    }
    // "Chỉ tiêu (%)": for all that has no unit of its own.
    if let Some(named) = roles.iter().position(|r| *r == Role::Name).and_then(|c| given[c]) {
        for slot in &mut given {
            slot.get_or_insert(named);
        }
    }
    // What the country aims at stands beside a province's own.
    let country = |c: usize| {
        let named = |t: &Tokens| t.has(0..t.len(), any!["quốc gia", "cả nước", "trung ương", "toàn quốc"]);
        walk.out.plan.province.is_some() && heads.iter().filter_map(|row| row.get(c)).any(named)
    };
    for (c, role) in roles.iter_mut().enumerate().filter(|(_, role)| matches!(role, Role::Value(_))) {
        if country(c) {
            *role = Role::Past;
        }
    }
    // "Nhóm | Chỉ tiêu | …": the group is not what is measured.
    let says = |c: usize, words: AnyOf| heads.iter().any(|row| row.get(c).is_some_and(|t| t.has(0..t.len(), words)));
    let group = roles.iter().position(|r| *r == Role::Name).filter(|c| says(*c, any!["nhóm", "lĩnh vực", "trụ cột"]));
    let strong = any!["chỉ tiêu", "nội dung", "nhiệm vụ", "hoạt động", "công việc", "tiêu chí"];
    let grouped = |c: usize| heads.iter().any(|row| row.get(c).is_some_and(|t| t.is(0, "nhóm")));
    let named = group.filter(|c| !says(*c, strong) || grouped(*c)).and_then(|c| {
        (c + 1..roles.len()).find(|n| matches!(roles[*n], Role::Value(None) | Role::Other) && says(*n, strong))
    });
    if let (Some(group), Some(named)) = (group, named) {
        (roles[group], roles[named]) = (Role::Other, Role::Name);
    }
    if !roles.contains(&Role::Name) {
        // The first column of words.
        if let Some(free) = roles.iter().position(|r| *r == Role::Other) {
            roles[free] = Role::Name;
        }
    }
    // "Đơn vị" beside tasks and without figures is who does them.
    let led = roles.iter().any(|r| matches!(r, Role::Value(_) | Role::Lead));
    let does = !led && ["nhiệm vụ", "công việc"].iter().any(|w| holds(&all, w));
    if let Some(unit) = roles.iter_mut().find(|r| does && **r == Role::Unit) {
        *unit = Role::Lead;
    }
    let tasks = is_task_table(&roles, &all);
    let money = above.section == Some(Section::Budget)
        || ["kinh phí", "nguồn vốn", "dự toán", "ngân sách"].iter().any(|w| holds(&all, w)) && !tasks;
    let bound = |c: usize| heads.iter().rev().filter_map(|row| row.get(c)).find_map(comparator_in);
    let bounds = (0..roles.len()).map(bound).collect();
    Columns { roles, given, bounds, tasks, money }
}

fn is_task_table(roles: &[Role], heads: &str) -> bool {
    let values = roles.iter().any(|r| matches!(r, Role::Value(_)));
    let who = roles.iter().any(|r| matches!(r, Role::Lead | Role::Coordinate));
    let when = roles.iter().any(|r| matches!(r, Role::Time | Role::Start | Role::End));
    let targets = holds(heads, "chỉ tiêu") || holds(heads, "mục tiêu");
    who && !(values && targets) || (when && !values)
}

fn data(walk: &mut Walk<'_>, rows: &[Row], columns: &Columns, above: &Above, path: &str) {
    if columns.money || matches!(above.section, Some(Section::Background | Section::Budget)) && !columns.tasks {
        return;
    }
    let at = |role: Role| columns.roles.iter().position(|r| *r == role);
    let (Some(name), number) = (at(Role::Name), at(Role::No)) else { return };
    let mut group = Group::default();
    let mut lead_above: Vec<String> = Vec::new();
    let mut partners_above: Vec<String> = Vec::new();
    for row in rows {
        let cell = |c: usize| row.cells.get(c).cloned().unwrap_or(0..0);
        let t = tokens(walk, &cell(name));
        let label = number
            .map(|c| walk.document.layout.normal.text.get(cell(c)).unwrap_or("").trim().to_owned())
            .unwrap_or_default();
        let row_path = row.path.clone().unwrap_or_else(|| joined(path, &label));
        let others = columns
            .roles
            .iter()
            .enumerate()
            .filter(|(c, r)| {
                !matches!(r, Role::No | Role::Name | Role::Other) && !cell(*c).is_empty() && cell(*c) != cell(name)
            })
            .count();
        if others == 0 {
            let title = if t.is_empty() { tokens(walk, &cell(number.unwrap_or(0))) } else { t };
            let line = title.line(0..title.len());
            // "I. Sở Công Thương" over the tasks of one agency.
            let names = if columns.tasks { who::alone(&title) } else { Vec::new() };
            if !names.is_empty() {
                let text = &walk.document.layout.normal.text;
                lead_above = names.iter().map(|n| task::name(text, &title, n)).collect();
                partners_above.clear();
            } else if columns.tasks
                && title.len() > 12
                && label.chars().all(|c| c.is_ascii_digit())
                && !label.is_empty()
            {
                keep_task(walk, &title, row, columns, &row_path, &lead_above, &partners_above);
            } else {
                let line = if line.len() < 400 { line } else { String::new() };
                let year = super::walk::set_by(&horizons(&title, 0..title.len())).map(|h| h.1);
                group =
                    Group { line, unit: unit_in_brackets(&title, title.len()), year: year.or(group.year), whole: None };
            }
            continue;
        }
        if columns.tasks {
            let leads = cell_of(row, columns, Role::Lead);
            let mut lead = leads.map_or_else(Vec::new, |cell| who::names(walk, cell));
            let mut partners =
                cell_of(row, columns, Role::Coordinate).map_or_else(Vec::new, |cell| who::names(walk, cell));
            if let Some((leading, helping)) = leads.and_then(|cell| who::told_in(walk, cell)) {
                lead = leading;
                partners.extend(helping);
            }
            let above = |role| cell_of(row, columns, role).is_some_and(|c| who::as_above(&tokens(walk, c)));
            if above(Role::Lead) {
                lead.clone_from(&lead_above);
            }
            if above(Role::Coordinate) {
                partners.clone_from(&partners_above);
            }
            if !lead.is_empty() {
                lead_above = lead;
                partners_above = partners;
            } else if !partners.is_empty() {
                partners_above = partners;
            }
            let words = (0..t.len()).filter(|i| t.is_word(*i)).count();
            if words >= 2 {
                keep_task(walk, &t, row, columns, &row_path, &lead_above, &partners_above);
            }
        } else {
            let whole = label.chars().any(char::is_alphanumeric) || !is_part(&t);
            let above_row = if whole { None } else { group.whole.clone() };
            keep_targets(walk, &t, &group, above_row.as_deref(), row, columns, above, &row_path);
            if whole {
                let short = t.len() <= 8;
                group.whole = Some(format!("{}{}", if short { group.line.as_str() } else { "" }, t.line(0..t.len())));
            }
        }
    }
}

fn joined(path: &str, label: &str) -> String {
    let plain = label.trim_matches(|c: char| c == '.' || c == ')' || c == '(');
    let is_label = !plain.is_empty()
        && plain.len() <= 8
        && (marker(plain, true).is_some()
            || plain.chars().all(|c| c.is_ascii_digit() || c == '.')
            || plain.chars().count() == 1);
    match (path.is_empty(), is_label) {
        (true, true) => plain.to_owned(),
        (false, true) => format!("{path} > {plain}"),
        _ => path.to_owned(),
    }
}

/// The row's cell in the column of a role.
pub fn cell_of<'a>(row: &'a Row, columns: &Columns, role: Role) -> Option<&'a Range<usize>> {
    row.cells.get(columns.roles.iter().position(|r| *r == role)?)
}

fn keep_task(
    walk: &mut Walk<'_>,
    t: &Tokens,
    row: &Row,
    columns: &Columns,
    path: &str,
    lead: &[String],
    partners: &[String],
) {
    let year_of = |role: Role| {
        let c = columns.roles.iter().position(|r| *r == role)?;
        let t = tokens(walk, row.cells.get(c)?);
        (0..t.len()).find_map(|i| super::figure::year(t.word(i)))
    };
    let (start, end) = (year_of(Role::Start), year_of(Role::End));
    let times =
        columns.roles.iter().position(|r| *r == Role::Time).and_then(|c| row.cells.get(c)).map(|c| tokens(walk, c));
    let recurrence =
        times.as_ref().and_then(|t| task::recurrence(t, 0..t.len())).or_else(|| task::recurrence(t, 0..t.len()));
    let (start, end, dated) = match (start, end, times) {
        (None, None, Some(times)) => task::period(&times, 0..times.len(), &walk.out.plan),
        (None, None, None) => walk.out.plan.period.map_or((None, None, false), |p| (p.0, Some(p.1), false)),
        (start, end, _) => (start, end, true),
    };
    let quote = walk.quote(t, &(0..t.len()));
    let clause = path.to_owned();
    walk.keep_task(FoundTask {
        quote,
        passage: passage(walk, row),
        kind: TaskKind::Scheduled,
        lead: lead.to_vec(),
        coordinating: partners.to_vec(),
        start,
        end,
        dated,
        recurrence,
        confidence: if lead.is_empty() { 0.7 } else { 0.95 },
        clause,
    });
}

/// A row's bytes of the input, from its first cell to its last.
pub fn passage(walk: &Walk<'_>, row: &Row) -> Range<usize> {
    let filled = || row.cells.iter().filter(|s| !s.is_empty());
    let start = filled().map(|s| s.start).min().unwrap_or(0);
    let end = filled().map(|s| s.end).max().unwrap_or(start);
    walk.document.layout.normal.input_range(start..end)
}

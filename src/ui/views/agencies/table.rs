//! The table itself: a row an agency, a tally a cell.

use super::{opening, panel};
use crate::address::{AgenciesState, View};
use crate::list::List;
use crate::matrix::{Cell, Columns, Matrix, Row, Subject, predecessors};
use crate::model::{Agency, Level, Role};
use crate::text::lower_first;
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;
use crate::ui::parts::{Column, scrolling};

pub(super) fn table(cx: Cx<'_>, state: &AgenciesState, matrix: &Matrix<'_>) -> Html {
    let lang = cx.lang;
    let mut columns = vec![Column::text(lang.agencies_agency()), Column::text(lang.agencies_total())];
    columns.extend(matrix.columns.iter().map(|id| Column { label: head(cx, state, id), numeric: false }));
    let mut rows: Vec<_> = matrix.rows.iter().map(|r| row(cx, state, matrix, r)).list();
    let everyone = tag("span").child(lang.agencies_bottom_line()).into_any();
    rows.push(cells(cx, state, matrix, matrix.everyone(), &Subject::Everyone, everyone));
    tag("div")
        .class("matrix__table")
        .child(key(cx, matrix))
        .child(scrolling(lang, lang.agencies_caption(state.settings.columns), columns, rows))
        .into_any()
}

/// What the signs stand for; the words behind each figure are there for the screen reader.
fn key(cx: Cx<'_>, matrix: &Matrix<'_>) -> Html {
    let lang = cx.lang;
    let of = |row: &Row<'_>| row.total.uncertain(Role::Lead) + row.total.uncertain(Role::Coordinate);
    let uncertain = matrix.rows.iter().any(|row| row.agency.is_some() && of(row) > 0);
    let signs = [
        ("■", lang.agency_leads(), true),
        ("□", lang.agency_coordinates(), true),
        ("∅", lang.agencies_no_lead(), matrix.no_lead > 0),
        ("?", lang.agencies_uncertain(), uncertain),
    ];
    let signs = all(signs
        .into_iter()
        .filter(|(.., used)| *used)
        .map(|(sign, word, _)| tag("li").child(format!("{sign} {}", lower_first(word)))));
    tag("ul").class("sign-key").attr("aria-hidden", "true").child(signs).into_any()
}

fn head(cx: Cx<'_>, state: &AgenciesState, id: &str) -> Html {
    match state.settings.columns {
        Columns::Group | Columns::Year => name_of_column(cx, state, id).into_any(),
        Columns::With => link::to(cx, View::Agency { agency: id.into() }, &name_of_column(cx, state, id)),
        Columns::Plan => cx.data.plan(&id.into()).map(|plan| link::plan(cx, plan)).into_any(),
    }
}

/// A column's name.
pub(super) fn name_of_column(cx: Cx<'_>, state: &AgenciesState, id: &str) -> String {
    let name = match state.settings.columns {
        Columns::Group => cx.data.solution_group(&id.into()).map(|group| &group.name),
        Columns::Plan => cx.data.plan(&id.into()).map(|plan| &plan.short),
        Columns::With => cx.data.agency(&id.into()).map(|agency| &agency.short),
        Columns::Year => return id.to_owned(),
    };
    name.map(|name| name.get(cx.lang).to_owned()).unwrap_or_default()
}

fn row(cx: Cx<'_>, state: &AgenciesState, matrix: &Matrix<'_>, row: &Row<'_>) -> Html {
    match row.agency {
        Some(agency) => {
            let subject = Subject::Agency(agency.id);
            cells(cx, state, matrix, row, &subject, name_of_agency(cx, state, agency))
        }
        None => {
            let name = tag("strong").child(cx.lang.agencies_no_lead()).into_any();
            cells(cx, state, matrix, row, &Subject::NoLead, name)
        }
    }
}

fn name_of_agency(cx: Cx<'_>, state: &AgenciesState, agency: &Agency) -> Html {
    let lang = cx.lang;
    let collective =
        agency.collective.then(|| tag("span").class("flag flag--state").child(lang.agencies_is_collective()));
    let other = if state.settings.today {
        let before = predecessors(cx.data, agency);
        let before: Vec<_> = before.iter().map(|a| a.short.get(lang)).list();
        (!before.is_empty()).then(|| lang.agencies_with(&before))
    } else {
        let today = cx.data.agency_today(agency);
        (today.id != agency.id).then(|| lang.agencies_now(today.short.get(lang)))
    };
    fragment()
        .child(link::to(cx, View::Agency { agency: agency.id }, agency.name.get(lang)))
        .child(" ")
        .child(collective)
        .child(other.map(|other| tag("span").class("matrix__other").child(other)))
        .into_any()
}

fn cells(cx: Cx<'_>, state: &AgenciesState, matrix: &Matrix<'_>, row: &Row<'_>, subject: &Subject, name: Html) -> Html {
    let class = match (subject, row.agency) {
        (Subject::NoLead, _) => "matrix__row matrix__row--no-lead",
        (Subject::Everyone, _) => "matrix__row matrix__row--everyone",
        (_, Some(agency)) if agency.collective => "matrix__row matrix__row--collective",
        (_, Some(agency)) if agency.level == Level::Province => "matrix__row matrix__row--province",
        _ => "matrix__row",
    };
    let total = tally(cx, state, subject, None, &row.total);
    let tallies = all(matrix
        .columns
        .iter()
        .zip(&row.cells)
        .map(|(column, cell)| tag("td").child(tally(cx, state, subject, Some(column), cell))));
    tag("tr")
        .class(class)
        .child(tag("th").attr("scope", "row").child(name))
        .child(tag("td").class("matrix__total").child(total))
        .child(tallies)
        .into_any()
}

/// The figures of one cell, as a link that opens its tasks; nothing for no tasks.
fn tally(cx: Cx<'_>, state: &AgenciesState, subject: &Subject, column: Option<&String>, cell: &Cell<'_>) -> Html {
    if cell.total() == 0 {
        return ().into_any();
    }
    let lang = cx.lang;
    let (lead, coordinate) = (cell.lead.len(), cell.coordinate.len());
    let mut words = match subject {
        Subject::Agency(_) => lang.agencies_cell(lead, coordinate),
        _ => lang.agencies_tasks(lead),
    };
    // Rows that are no agency's count tasks, not roles: there is none to be uncertain of.
    let uncertain = match subject {
        Subject::Agency(_) => [Role::Lead, Role::Coordinate].map(|role| cell.uncertain(role)),
        _ => [0, 0],
    };
    let sign = match subject {
        Subject::Agency(_) => "■ ",
        Subject::NoLead => "∅ ",
        _ => "",
    };
    let part = |class: &str, sign: &str, n: usize, uncertain: usize| {
        let shown = if n > 0 { format!("{sign}{n}{}", if uncertain > 0 { "?" } else { "" }) } else { String::new() };
        let class = if uncertain > 0 { format!("{class} tally__uncertain") } else { class.to_owned() };
        tag("span").class(class).attr("aria-hidden", "true").child(shown)
    };
    let lead = part("tally__lead", sign, lead, uncertain[0]);
    let coordinate = part("tally__coordinate", "□ ", coordinate, uncertain[1]);
    if uncertain != [0, 0] {
        words = format!("{words}, {}", lang.agencies_some_uncertain(uncertain[0] + uncertain[1]));
    }
    let open = state.cell.as_ref().is_some_and(|(s, c)| s == subject && c.as_ref() == column);
    let id = open.then_some(panel::OPENER);
    let href = opening(cx, state, Some((subject.clone(), column.cloned())));
    tag("a")
        .class("tally")
        .attr("id", id)
        .attr("href", href)
        .attr("aria-current", open.then_some("true"))
        .child(lead)
        .child(coordinate)
        .child(tag("span").class("hidden").child(words))
        .into_any()
}

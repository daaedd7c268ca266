//! The table itself: a tally a cell.

use crate::address::{AgenciesState, View};
use crate::list::List;
use crate::matrix::{Axis, Cell, EVERYONE, Key, Matrix, NO_LEAD, Row, predecessors, told_apart};
use crate::model::{Agency, AgencyId, Level, PlanId, Role};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;
use crate::ui::parts::{Column, scrolling};
use crate::ui::views::findings::{OPENER, opening};
use std::ops::Range;

pub(super) fn table(cx: Cx<'_>, state: &AgenciesState, matrix: &Matrix<'_>) -> Html {
    let lang = cx.lang;
    let settings = &state.settings;
    let mut columns = vec![Column::text(lang.agencies_axis(settings.rows)), Column::text(lang.agencies_total())];
    let heads = matrix.columns.iter().map(|key| head(cx, settings.columns, *key, &matrix.columns));
    columns.extend(heads.map(|label| Column { label, numeric: false }));
    let rows = matrix.rows.len() + 1;
    // The link that opened a cell's tasks must be there when they are closed.
    let first = if cx.host.fills && state.cell.is_none() { FEW } else { rows };
    let later = (first..rows).step_by(FEW).map(|from| tag("tr").attr("data-awaited", from.to_string()));
    let rows = fragment().child(some(cx, state, matrix, 0..first)).child(all(later));
    tag("div")
        .class("matrix__table")
        .child(key(cx, state, matrix))
        .child(scrolling(lang, lang.agencies_caption(settings.rows, settings.columns), columns, rows))
        .into_any()
}

/// So many rows are written at once where the others are filled in later: more than a screen has.
const FEW: usize = 24;

/// The rows from this one on that are written at once.
pub(super) fn later(cx: Cx<'_>, state: &AgenciesState, matrix: &Matrix<'_>, from: usize) -> Html {
    some(cx, state, matrix, from..from.saturating_add(FEW))
}

fn some(cx: Cx<'_>, state: &AgenciesState, matrix: &Matrix<'_>, which: Range<usize>) -> Html {
    let rows = matrix.rows.iter().chain([matrix.everyone()]).skip(which.start).take(which.len());
    all(rows.map(|row| cells(cx, state, matrix, row)))
}

/// What the signs stand for; the words behind each figure are there for the screen reader.
fn key(cx: Cx<'_>, state: &AgenciesState, matrix: &Matrix<'_>) -> Html {
    let signs = all(cx.lang.agencies_signs(&state.settings, matrix).into_iter().map(|sign| tag("li").child(sign)));
    tag("ul").class("sign-key").attr("aria-hidden", "true").child(signs).into_any()
}

/// What a column stands for, with a link where it has a page. Agencies have their short names; those of two provinces
/// that would be called alike are told apart by them.
fn head(cx: Cx<'_>, axis: Axis, key: Key, columns: &[Key]) -> Html {
    match (axis, cx.data.agency(&AgencyId(key.0))) {
        (Axis::Agency | Axis::With, Some(agency)) => {
            let mut short = agency.short.get(cx.lang).to_owned();
            if let Some(province) = told_apart(cx.data, columns, agency, cx.lang) {
                short = format!("{short} ({})", province.name.get(cx.lang));
            }
            link::to(cx, View::Agency { agency: agency.id }, &short)
        }
        _ => plain(cx, axis, key),
    }
}

/// What a row stands for, with a link where it has a page.
fn name(cx: Cx<'_>, state: &AgenciesState, row: &Row<'_>) -> Html {
    match row.agency {
        Some(agency) if row.key != NO_LEAD => name_of_agency(cx, state, agency),
        _ => plain(cx, state.settings.rows, row.key),
    }
}

fn plain(cx: Cx<'_>, axis: Axis, key: Key) -> Html {
    match axis {
        _ if key == NO_LEAD => tag("strong").child(cx.lang.agencies_no_lead()).into_any(),
        Axis::Plan if key != EVERYONE => cx.data.plan(&PlanId(key.0)).map(|plan| link::plan(cx, plan)).into_any(),
        _ => cx.lang.agencies_key(cx.data, axis, key).into_any(),
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

fn cells(cx: Cx<'_>, state: &AgenciesState, matrix: &Matrix<'_>, row: &Row<'_>) -> Html {
    let class = match (row.key, row.agency) {
        (NO_LEAD, _) => "matrix__row matrix__row--no-lead",
        (EVERYONE, _) => "matrix__row matrix__row--everyone",
        (_, Some(agency)) if agency.collective => "matrix__row matrix__row--collective",
        (_, Some(agency)) if agency.level == Level::Province => "matrix__row matrix__row--province",
        _ => "matrix__row",
    };
    let total = tally(cx, state, row, None, &row.total);
    let tallies = all(matrix
        .columns
        .iter()
        .zip(&row.cells)
        .map(|(column, cell)| tag("td").child(tally(cx, state, row, Some(*column), cell))));
    tag("tr")
        .class(class)
        .child(tag("th").attr("scope", "row").child(name(cx, state, row)))
        .child(tag("td").class("matrix__total").child(total))
        .child(tallies)
        .into_any()
}

/// The figures of one cell, as a link that opens its tasks; nothing for no tasks.
fn tally(cx: Cx<'_>, state: &AgenciesState, row: &Row<'_>, column: Option<Key>, cell: &Cell<'_>) -> Html {
    if cell.total() == 0 {
        return ().into_any();
    }
    let lang = cx.lang;
    let (lead, coordinate) = (cell.lead.len(), cell.coordinate.len());
    // Cells that are no agency's count tasks, not roles: there is none to be uncertain of.
    let (mut words, uncertain, sign) = match state.settings.agency_of(row.key, column) {
        Some(_) => (
            lang.agencies_cell(lead, coordinate),
            [Role::Lead, Role::Coordinate].map(|role| cell.uncertain(role)),
            "■ ",
        ),
        None if row.key == NO_LEAD => (lang.agencies_tasks(lead), [0, 0], "∅ "),
        None => (lang.agencies_tasks(lead), [0, 0], ""),
    };
    let part = |class: &str, sign: &str, n: usize, uncertain: usize| {
        let doubt = if uncertain > 0 { "?" } else { "" };
        let part = tag("span").class(class).class_if("tally__uncertain", uncertain > 0).attr("aria-hidden", "true");
        (n > 0).then(|| part.child([sign, &n.to_string(), doubt].concat()))
    };
    let lead = part("tally__lead", sign, lead, uncertain[0]);
    let coordinate = part("tally__coordinate", "□ ", coordinate, uncertain[1]);
    if uncertain != [0, 0] {
        words = format!("{words}, {}", lang.agencies_some_uncertain(uncertain[0] + uncertain[1]));
    }
    let open = state.cell == Some((row.key, column));
    let id = open.then_some(OPENER);
    let href = opening(cx, state, Some((row.key, column)));
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

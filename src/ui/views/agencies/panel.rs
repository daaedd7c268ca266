//! The tasks of one cell, beside the table or below it.

use super::{opening, table, tasks};
use crate::address::AgenciesState;
use crate::matrix::{Cell, Matrix, Subject};
use crate::model::{AgencyId, Role};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::shell::CELL_TITLE;

/// The link that opened the list, to which closing it leads back.
pub(super) const OPENER: &str = "open-cell";

pub(super) fn panel(
    cx: Cx<'_>,
    state: &AgenciesState,
    matrix: &Matrix<'_>,
    (subject, column): &(Subject, Option<String>),
) -> Html {
    let lang = cx.lang;
    let who = match subject {
        Subject::Agency(id) => cx.data.agency(id).map(|a| a.name.get(lang)).unwrap_or_default(),
        Subject::NoLead => lang.agencies_no_lead(),
        Subject::SeveralLeads => lang.agencies_several(),
        Subject::CollectiveLead => lang.agencies_collective(),
        Subject::Everyone => lang.agencies_everyone(),
    };
    let column_name = column.as_ref().map(|id| table::name_of_column(cx, state, id));
    let lists = match matrix.cell(subject, column.as_deref()).filter(|cell| cell.total() > 0) {
        Some(cell) => lists(cx, subject, cell),
        None => tag("p").child(lang.agencies_empty_cell()).into_any(),
    };
    tag("section")
        .class("cell-tasks")
        .attr("aria-labelledby", CELL_TITLE)
        .child(tag("h2").attr("id", CELL_TITLE).attr("tabindex", "-1").child(who))
        .child(column_name.map(|name| tag("p").class("eyebrow").child(name)))
        .child(tag("p").class("cell-tasks__close no-print").child(
            tag("a").attr("href", opening(cx, state, None)).attr("data-focus", OPENER).child(lang.agencies_close()),
        ))
        .child(lists)
        .into_any()
}

fn lists(cx: Cx<'_>, subject: &Subject, cell: &Cell<'_>) -> Html {
    let list = |role: Role, label: Option<&'static str>, me: Option<&AgencyId>| {
        let items = match role {
            Role::Lead => &cell.lead,
            Role::Coordinate => &cell.coordinate,
        };
        if items.is_empty() {
            return ().into_any();
        }
        let heading = match label {
            Some(label) => format!("{label} ({})", items.len()),
            None => cx.lang.agencies_tasks(items.len()),
        };
        let items = all(items.iter().map(|(plan, task)| tasks::item(cx, plan, task, me)));
        fragment().child(tag("h3").child(heading)).child(tag("ul").class("task-list").child(items)).into_any()
    };
    match subject {
        Subject::Agency(id) => {
            let lead = list(Role::Lead, Some(cx.lang.agency_leads()), Some(id));
            let coordinate = list(Role::Coordinate, Some(cx.lang.agency_coordinates()), Some(id));
            fragment().child(lead).child(coordinate).into_any()
        }
        _ => list(Role::Lead, None, None),
    }
}

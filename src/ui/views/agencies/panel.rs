//! The tasks of one cell, beside the table or below it.

use super::tasks;
use crate::address::AgenciesState;
use crate::matrix::{Cell, Key, Matrix};
use crate::model::{AgencyId, Plan, Task};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::shell::CELL_TITLE;
use crate::ui::views::findings::{OPENER, opening};

pub(super) fn panel(cx: Cx<'_>, state: &AgenciesState, matrix: &Matrix<'_>, (row, column): (Key, Option<Key>)) -> Html {
    let (lang, settings) = (cx.lang, &state.settings);
    let column_name = column.map(|key| lang.agencies_key(cx.data, settings.columns, key));
    let lists = match matrix.cell(row, column).filter(|cell| cell.total() > 0) {
        Some(cell) => lists(cx, settings.agency_of(row, column), cell),
        None => tag("p").child(lang.agencies_empty_cell()).into_any(),
    };
    tag("section")
        .class("cell-tasks")
        .attr("aria-labelledby", CELL_TITLE)
        .child(tag("h2").attr("id", CELL_TITLE).attr("tabindex", "-1").child(lang.agencies_key(
            cx.data,
            settings.rows,
            row,
        )))
        .child(column_name.map(|name| tag("p").class("eyebrow").child(name)))
        .child(tag("p").class("cell-tasks__close no-print").child(
            tag("a").attr("href", opening(cx, state, None)).attr("data-focus", OPENER).child(lang.agencies_close()),
        ))
        .child(lists)
        .into_any()
}

/// The tasks of an agency by its role in them; of nobody in particular all of them.
fn lists(cx: Cx<'_>, agency: Option<AgencyId>, cell: &Cell<'_>) -> Html {
    let lang = cx.lang;
    let list = |label: &str, tasks: &[(&Plan, &Task)]| {
        if tasks.is_empty() {
            return ().into_any();
        }
        let heading = match agency {
            Some(_) => format!("{label} ({})", tasks.len()),
            None => lang.agencies_tasks(tasks.len()),
        };
        let items = all(tasks.iter().map(|(plan, task)| tasks::item(cx, plan, task, agency.as_ref())));
        fragment().child(tag("h3").child(heading)).child(tag("ul").class("task-list").child(items)).into_any()
    };
    fragment()
        .child(list(lang.agency_leads(), &cell.lead))
        .child(list(lang.agency_coordinates(), &cell.coordinate))
        .into_any()
}

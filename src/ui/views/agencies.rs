//! The matrix: who leads and who coordinates how much of what.

mod controls;
mod panel;
mod table;
pub(super) mod tasks;

use crate::address::{AgenciesState, View};
use crate::list::List;
use crate::matrix::{Matrix, Settings, matrix, plans_with_tasks};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;
use crate::ui::views::findings::unled;

/// The matrix of agencies, with the tasks of one cell beside it.
pub fn agencies(cx: Cx<'_>, state: &AgenciesState) -> Html {
    let lang = cx.lang;
    let matrix = matrix(cx.data, &state.settings);
    let body = if matrix.tasks == 0 {
        let all = Settings { plans: Vec::new(), ..state.settings.clone() };
        let all = View::Agencies(AgenciesState { settings: all, cell: None });
        tag("p")
            .child(lang.agencies_no_tasks_why())
            .child(" ")
            .child(link::to(cx, all, lang.agencies_all_plans()))
            .into_any()
    } else {
        let class = if state.cell.is_some() { "matrix matrix--open" } else { "matrix" };
        let panel = state.cell.map(|cell| panel::panel(cx, state, &matrix, cell));
        tag("div").class(class).child(table::table(cx, state, &matrix)).child(panel).into_any()
    };
    fragment()
        .child(tag("h1").attr("id", "page-title").attr("tabindex", "-1").child(title(cx, state, &matrix)))
        .child(tag("p").class("lead").child(intro(cx, state)))
        .child(unled(cx, state, &matrix))
        .child(controls::controls(cx, state))
        .child(body)
        .child(rules(cx, &matrix))
        .into_any()
}

/// The rows from these numbers on that a long table has left out.
pub fn awaited(cx: Cx<'_>, state: &AgenciesState, names: &[String], write: &mut dyn FnMut(&dyn Fn() -> Html)) {
    let matrix = matrix(cx.data, &state.settings);
    names.iter().for_each(|name| write(&|| table::later(cx, state, &matrix, name.parse().unwrap_or(usize::MAX))));
}

fn title(cx: Cx<'_>, state: &AgenciesState, matrix: &Matrix<'_>) -> String {
    let (lang, rows) = (cx.lang, state.settings.rows);
    let leaders = matrix.leaders(rows);
    let most = leaders.first().map_or(0, |row| row.total.lead.len());
    let names = leaders.iter().map(|row| lang.agencies_key(cx.data, rows, row.key)).list();
    match (matrix.tasks, most) {
        (0, _) => lang.agencies_no_tasks().to_owned(),
        (_, 0) => lang.agencies_no_leader().to_owned(),
        (tasks, most) => lang.agencies_title(rows, &names, most, tasks),
    }
}

fn intro(cx: Cx<'_>, state: &AgenciesState) -> String {
    let chosen = cx.data.plans.iter().filter(|plan| state.settings.plans.contains(&plan.id));
    let chosen: Vec<_> = chosen.map(|plan| plan.short.get(cx.lang)).list();
    cx.lang.agencies_intro(state.settings.names_agencies(), &chosen, plans_with_tasks(cx.data).count())
}

fn rules(cx: Cx<'_>, matrix: &Matrix<'_>) -> Html {
    let unseen = cx.data.plans.len() - plans_with_tasks(cx.data).count();
    fragment()
        .child(tag("h2").child(cx.lang.agencies_how()))
        .child(tag("p").class("small").child(cx.lang.agencies_rules(matrix.blanks, unseen)))
        .into_any()
}

//! Plans side by side against a baseline, indicator by indicator.

mod controls;
mod judged;
mod rule;
mod summary;
mod table;

use crate::address::CompareState;
use crate::align::{Choice, choose, columns, rows};
use crate::model::Plan;
use crate::ui::cx::Cx;
use crate::ui::html::*;
use std::cmp::Ordering;
use table::Table;

/// The comparison of a state.
pub fn compare(cx: Cx<'_>, state: &CompareState) -> Html {
    let lang = cx.lang;
    let Some(choice) = choose(cx.data, state) else { return ().into_any() };
    let columns = columns(cx.data, &choice);
    let rows = rows(cx.data, state, &columns);
    let table = Table { cx, state, choice: &choice, rows: &rows };
    let body = if rows.is_empty() { tag("p").child(lang.compare_no_rows()).into_any() } else { table.whole() };
    fragment()
        .child(tag("h1").attr("id", "page-title").attr("tabindex", "-1").child(lang.compare_title()))
        .child(judged::judged(cx, &choice, &columns))
        .child(controls::controls(cx, state, &choice))
        .child(body)
        .child(tag("p").class("small muted").child(lang.compare_better()))
        .child(summary::words(cx, &choice, &columns, table.step() < rows.len()))
        .into_any()
}

/// Of more plans than these, only what is in sight is written and laid out at first.
const WIDE: usize = 7;

fn is_wide(choice: &Choice<'_>) -> bool {
    choice.plans.len() > WIDE
}

/// What stands for a part that is filled in later.
fn awaited(name: &str) -> Html {
    tag("div").attr("data-awaited", name)
}

/// The parts with these names that a wide comparison has left out.
pub fn fill(cx: Cx<'_>, state: &CompareState, names: &[String], write: &mut dyn FnMut(&dyn Fn() -> Html)) {
    let Some(choice) = choose(cx.data, state) else { return };
    let columns = columns(cx.data, &choice);
    let rows = rows(cx.data, state, &columns);
    let table = Table { cx, state, choice: &choice, rows: &rows };
    for name in names {
        write(&|| match name.as_str() {
            summary::NAME => summary::text(cx, &choice, &columns),
            judged::NAME => judged::all_of(cx, &choice, &columns),
            controls::PLANS => controls::plans(cx, state, &choice),
            controls::BEFORE => controls::baselines(cx, state, &choice, Ordering::Less),
            controls::AFTER => controls::baselines(cx, state, &choice, Ordering::Greater),
            name => table.later(name),
        });
    }
}

fn name(cx: Cx<'_>, plan: &Plan) -> String {
    format!("{} ({})", plan.short.get(cx.lang), cx.lang.level(plan.level))
}

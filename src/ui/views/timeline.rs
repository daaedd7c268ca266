//! Tasks in time: a drawing of bars in lanes, or the same tasks as a table.

mod axis;
mod bar;
mod controls;
mod key;
mod lanes;
mod money;
mod table;

use crate::address::{TimelineState, View};
use crate::timeline::{Filter, Timeline, lay_out, plans_with_tasks, tally};
use crate::ui::cx::Cx;
use crate::ui::{link, platform};
use leptos::prelude::*;

/// The timeline of a state.
pub fn timeline(cx: Cx<'_>, state: &TimelineState) -> AnyView {
    let lang = cx.lang;
    let timeline = lay_out(cx.data, &state.filter, state.lanes);
    let body = if timeline.tasks == 0 {
        nothing(cx, state)
    } else if state.table {
        view! {
            {table::table(cx, state)}
            {money::budgets(cx, state, &timeline)}
        }
        .into_any()
    } else {
        drawing(cx, state, &timeline, platform::today().as_deref())
    };
    view! {
        <h1 id="page-title" tabindex="-1">{lang.timeline_title()}</h1>
        <p class="lead">{lang.timeline_lead()}</p>
        {controls::controls(cx, state)}
        {how_many(cx, state, timeline.tasks)}
        {body}
    }
    .into_any()
}

/// The same state with another filter.
fn filtered(state: &TimelineState, change: impl FnOnce(&mut Filter)) -> View {
    let mut state = state.clone();
    change(&mut state.filter);
    View::Timeline(state)
}

fn how_many(cx: Cx<'_>, state: &TimelineState, shown: usize) -> AnyView {
    let lang = cx.lang;
    let hidden = state.filter.from.is_some() || state.filter.to.is_some();
    let undated = hidden.then(|| format!(" {}", lang.timeline_undated_hidden()));
    let clear = state.filter.narrows().then(|| {
        let view = filtered(state, |filter| *filter = Filter::default());
        view! { <span class="no-print">{link::to(cx, view, lang.clear_filter())}</span> }
    });
    view! {
        <p class="timeline-shown">
            {lang.timeline_shown(shown, cx.data.tasks().count())} {undated} " " {clear}
        </p>
    }
    .into_any()
}

/// Why nothing is there; the way back stands above.
fn nothing(cx: Cx<'_>, state: &TimelineState) -> AnyView {
    let known = plans_with_tasks(cx.data);
    let press = state.filter.plans.iter().any(|id| known.iter().all(|plan| plan.id != *id));
    let why = if press { cx.lang.timeline_press_only() } else { cx.lang.nothing_found() };
    view! { <p class="timeline-nothing">{why}</p> }.into_any()
}

fn drawing(cx: Cx<'_>, state: &TimelineState, timeline: &Timeline<'_>, today: Option<&str>) -> AnyView {
    let tally = tally(cx.data, &state.filter);
    view! {
        <h2>{cx.lang.timeline_finding(tally)}</h2>
        {key::key(cx, state.lanes, timeline, tally, today)}
        <div class="timeline">
            {axis::grid(timeline, today)}
            {axis::axis(cx, timeline, today)}
            {axis::events(cx, timeline)}
            {money::budgets(cx, state, timeline)}
            {lanes::lanes(cx, state.lanes, timeline)}
        </div>
    }
    .into_any()
}

//! Tasks in time: a drawing of bars in lanes, or the same tasks as a table.

mod axis;
mod bar;
mod controls;
mod instrument;
mod key;
mod lanes;
mod money;
mod table;

use crate::address::{TimelineState, View};
use crate::i18n::decimal;
use crate::timeline::{Filter, Timeline, Window, lay_out_by, plans_with_tasks, tally};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;
use crate::ui::today;

/// The timeline of a state.
pub fn timeline(cx: Cx<'_>, state: &TimelineState) -> Html {
    let lang = cx.lang;
    let timeline = laid_out(cx, state);
    let body = if timeline.tasks == 0 {
        nothing(cx, state)
    } else if state.table {
        fragment().child(table::table(cx, state)).child(money::budgets(cx, state, &timeline)).into_any()
    } else {
        drawing(cx, state, &timeline, today::of(cx.host))
    };
    fragment()
        .child(tag("h1").attr("id", "page-title").attr("tabindex", "-1").child(lang.timeline_title()))
        .child(tag("p").class("lead").child(lang.timeline_lead()))
        .child(controls::controls(cx, state))
        .child(how_many(cx, state, timeline.tasks))
        .child(body)
        .into_any()
}

fn laid_out<'a>(cx: Cx<'a>, state: &TimelineState) -> Timeline<'a> {
    lay_out_by(cx.data, &state.filter, state.lanes, state.order, state.rows, cx.lang)
}

/// The lanes with these names, and the rows of lanes, that a timeline has left out.
pub fn awaited(cx: Cx<'_>, state: &TimelineState, names: &[String], write: &mut dyn FnMut(&dyn Fn() -> Html)) {
    let timeline = laid_out(cx, state);
    let window = Window::of(state.span, timeline.years);
    names.iter().for_each(|name| write(&|| lanes::later(cx, state, &timeline, window, name)));
}

/// The same state with another filter.
fn filtered(state: &TimelineState, change: impl FnOnce(&mut Filter)) -> View {
    let mut state = state.clone();
    change(&mut state.filter);
    View::Timeline(state)
}

fn how_many(cx: Cx<'_>, state: &TimelineState, shown: usize) -> Html {
    let lang = cx.lang;
    let hidden = state.filter.from.is_some() || state.filter.to.is_some();
    let undated = hidden.then(|| format!(" {}", lang.timeline_undated_hidden()));
    let clear = state.filter.narrows().then(|| {
        let view = filtered(state, |filter| *filter = Filter::default());
        tag("span").class("no-print").child(link::to(cx, view, lang.clear_filter()))
    });
    tag("p")
        .class("timeline-shown")
        .child(lang.timeline_shown(shown, cx.data.tasks().count()))
        .child(undated)
        .child(" ")
        .child(clear)
        .into_any()
}

/// Why nothing is there; the way back stands above.
fn nothing(cx: Cx<'_>, state: &TimelineState) -> Html {
    let known = plans_with_tasks(cx.data);
    let press = state.filter.plans.iter().any(|id| known.iter().all(|plan| plan.id != *id));
    let why = if press { cx.lang.timeline_press_only() } else { cx.lang.nothing_found() };
    tag("p").class("timeline-nothing").child(why).into_any()
}

fn drawing(cx: Cx<'_>, state: &TimelineState, timeline: &Timeline<'_>, today: Option<&str>) -> Html {
    let tally = tally(cx.data, &state.filter);
    let window = Window::of(state.span, timeline.years);
    let class = if timeline.is_long() { "timeline timeline--long" } else { "timeline" };
    fragment()
        .child(tag("h2").child(cx.lang.timeline_finding(tally)))
        .child(key::key(cx, state.lanes, timeline, tally, today))
        .child(instrument::instrument(cx, state))
        .child(
            // `xtask/assets/timeline.js` moves what is in sight.
            tag("div")
                .class(class)
                .attr("id", "timeline")
                .attr("role", "group")
                .attr("aria-label", cx.lang.timeline_title())
                .attr("aria-describedby", "timeline-keys")
                .attr("data-start", decimal(window.start, 6))
                .attr("data-width", decimal(window.width, 6))
                .attr("data-first", timeline.years.0.to_string())
                .attr("data-last", timeline.years.1.to_string())
                .child(axis::grid(timeline, window, today))
                .child(axis::axis(cx, timeline, window, today))
                .child(axis::events(cx, timeline))
                .child(money::budgets(cx, state, timeline))
                .child(lanes::lanes(cx, state, timeline, window)),
        )
        .into_any()
}

//! What moves the drawing: what is in sight, how lanes and tasks follow each other, which lanes stand open.

use crate::address::{TimelineState, View};
use crate::timeline::{LaneOrder, Open, RowOrder};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::parts::{choice, choices, option, select};

/// `xtask/assets/timeline.js` does what the buttons say; a page without scripts does not show them.
pub(super) fn instrument(cx: Cx<'_>, state: &TimelineState) -> Html {
    let lang = cx.lang;
    let with = |change: &dyn Fn(&mut TimelineState)| {
        let mut state = state.clone();
        change(&mut state);
        View::Timeline(state)
    };
    let orders = all(LaneOrder::ALL.into_iter().map(|order| {
        option(cx, lang.timeline_lane_order(order, state.lanes), with(&|s| s.order = order), order == state.order)
    }));
    let rows = all(RowOrder::ALL
        .into_iter()
        .map(|rows| option(cx, lang.timeline_row_order(rows), with(&|s| s.rows = rows), rows == state.rows)));
    let opened = [None, Some(true), Some(false)].map(|all| {
        let current = state.open == Open { all, but: Vec::new() };
        let view = with(&|s| s.open = Open { all, but: Vec::new() });
        choice(cx, lang.timeline_opened(all), view, current)
    });
    let button = |verb: &'static str, sign: &'static str, label: &'static str| {
        tag("button")
            .attr("type", "button")
            .attr("id", format!("timeline-{verb}"))
            .attr("data-timeline", verb)
            .attr("aria-label", label)
            .attr("aria-controls", "timeline")
            .child(sign)
    };
    let sight = state.span.map_or_else(|| lang.timeline_sight_whole().to_owned(), |span| lang.timeline_sight(span));
    tag("div")
        .class("controls timeline-instrument no-print")
        .child(
            tag("div")
                .class("timeline-moves")
                .attr("role", "toolbar")
                .attr("aria-label", lang.timeline_moves())
                .child(button("earlier", "◀", lang.timeline_earlier()))
                .child(button("later", "▶", lang.timeline_later()))
                .child(button("in", "+", lang.timeline_in()))
                .child(button("out", "−", lang.timeline_out()))
                .child(button("whole", "↔", lang.timeline_whole())),
        )
        .child(tag("p").class("timeline-sight").attr("id", "timeline-sight").child(sight))
        .child(select("timeline-order", lang.timeline_order(), orders))
        .child(select("timeline-rows", lang.timeline_rows(), rows))
        .child(choices(lang.timeline_open_lanes(), opened.into_any()))
        .child(
            tag("details")
                .class("timeline-help")
                .child(tag("summary").child(lang.timeline_help()))
                .child(tag("p").attr("id", "timeline-keys").child(lang.timeline_keys())),
        )
        .child(tag("p").class("hidden").attr("id", "timeline-said").attr("role", "status"))
        .into_any()
}

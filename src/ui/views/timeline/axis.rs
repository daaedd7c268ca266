//! The years, the events above them, today's line, and the grid behind everything.

use super::bar::{HATCH, zoomed};
use crate::i18n::date;
use crate::timeline::{Tick, Timeline, Window, ticks};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;
use crate::ui::parts::percent;
use crate::ui::today::{self, WAITS};

/// Lines at each new year and at today, behind all rows; with them the hatching of uncertain bars.
pub(super) fn grid(timeline: &Timeline<'_>, window: Window, today: Option<&str>) -> Html {
    let years = all(timeline.year_marks().into_iter().map(|mark| {
        let x = percent(mark.left);
        tag("line").class("timeline-grid__year").attr("x1", x.clone()).attr("x2", x).attr("y1", "0").attr("y2", "100%")
    }));
    let months = all(ticks(window, timeline.years).into_iter().map(|tick| {
        let x = percent(place_of(timeline, tick));
        tag("line").class("timeline-grid__month").attr("x1", x.clone()).attr("x2", x).attr("y1", "0").attr("y2", "100%")
    }));
    let end = tag("line")
        .class("timeline-grid__year")
        .attr("x1", "100%")
        .attr("x2", "100%")
        .attr("y1", "0")
        .attr("y2", "100%");
    let today = today.and_then(|day| line(timeline, day, ("0", "100%")));
    tag("svg")
        .class("timeline-grid")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(
            tag("defs").child(
                tag("pattern")
                    .attr("id", HATCH)
                    .attr("width", "5")
                    .attr("height", "5")
                    .attr("patternUnits", "userSpaceOnUse")
                    .attr("patternTransform", "rotate(45)")
                    .child(
                        tag("line")
                            .class("timeline-hatch")
                            .attr("x1", "0")
                            .attr("x2", "0")
                            .attr("y1", "0")
                            .attr("y2", "5"),
                    ),
            ),
        )
        .child(zoomed(window, fragment().child(years).child(months).child(end).child(today)))
        .into_any()
}

/// A day's line from one height to another; none outside the drawing's years.
fn line(timeline: &Timeline<'_>, day: &str, (top, bottom): (&'static str, &'static str)) -> Option<Html> {
    let x = percent(today::place(timeline.years, day)?);
    let line = tag("line").class("timeline-today").attr(WAITS, today::waits(today::LINE, day));
    Some(line.attr("x1", x.clone()).attr("x2", x).attr("y1", top).attr("y2", bottom))
}

/// The axis; it stays in sight while the lanes scroll. Rows say their years in words, so it is silent.
pub(super) fn axis(cx: Cx<'_>, timeline: &Timeline<'_>, window: Window, today: Option<&str>) -> Html {
    let ticks = ticks(window, timeline.years);
    let years = all(timeline.year_marks().into_iter().map(|mark| {
        let class = if mark.always { "timeline-axis__year" } else { "timeline-axis__year timeline-axis__year--wide" };
        let left = percent(mark.left);
        // Between months a year's name stands where it begins.
        let (place, anchor, gap) =
            if ticks.is_empty() { (percent(mark.middle), "middle", None) } else { (left.clone(), "start", Some("3")) };
        fragment()
            .child(
                tag("line")
                    .class("timeline-axis__tick")
                    .attr("x1", left.clone())
                    .attr("x2", left)
                    .attr("y1", "28")
                    .attr("y2", "48"),
            )
            .child(
                tag("text")
                    .class(class)
                    .attr("x", place)
                    .attr("dx", gap)
                    .attr("y", "43")
                    .attr("text-anchor", anchor)
                    .child(mark.year.to_string()),
            )
    }));
    let events =
        all(timeline.events.iter().zip(timeline.event_labels(window)).enumerate().map(|(i, ((event, x), label))| {
            let (x, label) = (percent(*x), percent(label));
            let title = format!("{}: {}", date(&event.date, cx.lang), event.title.get(cx.lang));
            tag("g")
                .class("timeline-event")
                .child(hover(title))
                .child(
                    tag("line")
                        .class("timeline-event__lead")
                        .attr("x1", label.clone())
                        .attr("x2", x.clone())
                        .attr("y1", "16")
                        .attr("y2", "24"),
                )
                .child(tag("line").attr("x1", x.clone()).attr("x2", x).attr("y1", "24").attr("y2", "28"))
                .child(
                    tag("text")
                        .attr("x", label)
                        .attr("y", "13")
                        .attr("text-anchor", "middle")
                        .child((i + 1).to_string()),
                )
        }));
    let today = today.and_then(|day| {
        let words = tag("title").attr(WAITS, today::waits(today::WORDS, day)).child(today::words(day, cx.lang));
        Some(tag("g").child(words).child(line(timeline, day, ("24", "48"))?))
    });
    let months = all(ticks.into_iter().map(|tick| {
        tag("text")
            .class("timeline-axis__month")
            .attr("x", percent(place_of(timeline, tick)))
            .attr("y", "41")
            .attr("text-anchor", "middle")
            .child(cx.lang.timeline_month(tick.month))
    }));
    tag("div")
        .class("timeline-axis")
        .child(
            tag("svg")
                .class("timeline-axis__years")
                .attr("width", "100%")
                .attr("height", "48")
                .attr("aria-hidden", "true")
                .attr("focusable", "false")
                .child(
                    tag("line")
                        .class("timeline-axis__rule")
                        .attr("x1", "0")
                        .attr("x2", "100%")
                        .attr("y1", "28")
                        .attr("y2", "28"),
                )
                .child(zoomed(window, fragment().child(events).child(years).child(months).child(today))),
        )
        .into_any()
}

/// Where a month begins on the axis.
fn place_of(timeline: &Timeline<'_>, tick: Tick) -> f64 {
    let years = f64::from(tick.year - timeline.years.0) + f64::from(tick.month - 1) / 12.0;
    years * timeline.year_width()
}

/// What a mouse over a mark shows. Made by hand: `view!` takes `title` for the page's.
fn hover(text: String) -> Html {
    tag("title").child(text).into_any()
}

/// What the numbers on the axis stand for.
pub(super) fn events(cx: Cx<'_>, timeline: &Timeline<'_>) -> Html {
    if timeline.events.is_empty() {
        return ().into_any();
    }
    let items = all(timeline.events.iter().map(|(event, _)| {
        let links = all(event.addresses.iter().map(|a| fragment().child(" ").child(link::outside(cx, a))));
        tag("li")
            .child(tag("span").class("timeline-events__date").child(date(&event.date, cx.lang)))
            .child(format!(" {}.", event.title.get(cx.lang)))
            .child(tag("span").class("timeline-events__links").child(links))
    }));
    tag("details")
        .class("timeline-fold timeline-events")
        .child(tag("summary").child(cx.lang.timeline_events(timeline.events.len())))
        .child(tag("ol").child(items))
        .into_any()
}

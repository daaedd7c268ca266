//! The years, the events above them, today's line, and the grid behind everything.

use super::bar::{HATCH, percent};
use crate::i18n::date;
use crate::timeline::Timeline;
use crate::ui::cx::Cx;
use crate::ui::link;
use leptos::prelude::*;

/// Lines at each new year and at today, behind all rows; with them the hatching of uncertain bars.
pub(super) fn grid(timeline: &Timeline<'_>, today: Option<&str>) -> AnyView {
    let years: Vec<_> = timeline
        .year_marks()
        .into_iter()
        .map(|mark| {
            let x = percent(mark.left);
            view! { <line class="timeline-grid__year" x1=x.clone() x2=x y1="0" y2="100%"></line> }
        })
        .collect();
    let today = today.and_then(|today| timeline.place(today)).map(|x| {
        let x = percent(x);
        view! { <line class="timeline-today" x1=x.clone() x2=x y1="0" y2="100%"></line> }
    });
    view! {
        <svg class="timeline-grid" aria-hidden="true" focusable="false">
            <defs>
                <pattern id=HATCH width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <line class="timeline-hatch" x1="0" x2="0" y1="0" y2="5"></line>
                </pattern>
            </defs>
            {years}
            <line class="timeline-grid__year" x1="100%" x2="100%" y1="0" y2="100%"></line>
            {today}
        </svg>
    }
    .into_any()
}

/// The axis; it stays in sight while the lanes scroll. Rows say their years in words, so it is silent.
pub(super) fn axis(cx: Cx<'_>, timeline: &Timeline<'_>, today: Option<&str>) -> AnyView {
    let years: Vec<_> = timeline
        .year_marks()
        .into_iter()
        .map(|mark| {
            let class =
                if mark.always { "timeline-axis__year" } else { "timeline-axis__year timeline-axis__year--wide" };
            let (left, middle) = (percent(mark.left), percent(mark.middle));
            view! {
                <line class="timeline-axis__tick" x1=left.clone() x2=left y1="28" y2="48"></line>
                <text class=class x=middle y="43" text-anchor="middle">{mark.year.to_string()}</text>
            }
        })
        .collect();
    let events: Vec<_> = timeline
        .events
        .iter()
        .zip(timeline.event_labels())
        .enumerate()
        .map(|(i, ((event, x), label))| {
            let (x, label) = (percent(*x), percent(label));
            let title = format!("{}: {}", date(&event.date, cx.lang), event.title.get(cx.lang));
            view! {
                <g class="timeline-event">
                    {hover(title)}
                    <line class="timeline-event__lead" x1=label.clone() x2=x.clone() y1="16" y2="24"></line>
                    <line x1=x.clone() x2=x y1="24" y2="28"></line>
                    <text x=label y="13" text-anchor="middle">{(i + 1).to_string()}</text>
                </g>
            }
        })
        .collect();
    let today = today.and_then(|today| Some((timeline.place(today)?, today))).map(|(x, today)| {
        let x = percent(x);
        view! {
            <g>
                {hover(format!("{}: {}", cx.lang.timeline_key_today(), date(today, cx.lang)))}
                <line class="timeline-today" x1=x.clone() x2=x y1="24" y2="48"></line>
            </g>
        }
    });
    view! {
        <div class="timeline-axis">
            <svg class="timeline-axis__years" width="100%" height="48" aria-hidden="true" focusable="false">
                {events}
                <line class="timeline-axis__rule" x1="0" x2="100%" y1="28" y2="28"></line>
                {years}
                {today}
            </svg>
        </div>
    }
    .into_any()
}

/// What a mouse over a mark shows. Made by hand: `view!` takes `title` for the page's.
fn hover(text: String) -> AnyView {
    leptos::svg::title().child(text).into_any()
}

/// What the numbers on the axis stand for.
pub(super) fn events(cx: Cx<'_>, timeline: &Timeline<'_>) -> AnyView {
    if timeline.events.is_empty() {
        return ().into_any();
    }
    let items: Vec<_> = timeline
        .events
        .iter()
        .map(|(event, _)| {
            let links: Vec<_> = event.addresses.iter().map(|a| view! { " " {link::outside(cx, a)} }).collect();
            view! {
                <li>
                    <span class="timeline-events__date">{date(&event.date, cx.lang)}</span>
                    {format!(" {}.", event.title.get(cx.lang))}
                    <span class="timeline-events__links">{links}</span>
                </li>
            }
        })
        .collect();
    view! {
        <details class="timeline-fold timeline-events">
            <summary>{cx.lang.timeline_events(timeline.events.len())}</summary>
            <ol>{items}</ol>
        </details>
    }
    .into_any()
}

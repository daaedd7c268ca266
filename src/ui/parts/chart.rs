//! An indicator's picture: steps of targets, dots of results, labelled directly.

use crate::chart::{Chart, HEIGHT, WIDTH, chart};
use crate::i18n::number;
use crate::model::Indicator;
use crate::ui::cx::Cx;
use leptos::prelude::*;

/// The picture of an indicator, with a title that says what it shows; empty where no national plan sets it.
///
/// Its table is the indicator's page, one link away.
pub fn indicator_chart(cx: Cx<'_>, indicator: &Indicator, finding: &str) -> AnyView {
    match chart(cx.data, indicator) {
        Some(chart) => picture(cx, &chart, &format!("{}. {finding}", indicator.name.get(cx.lang))),
        None => ().into_any(),
    }
}

fn picture(cx: Cx<'_>, chart: &Chart<'_>, title: &str) -> AnyView {
    let lang = cx.lang;
    let ticks: Vec<_> = chart
        .ticks
        .iter()
        .map(|&(year, x)| {
            view! {
                <line class="chart__tick" x1=at(x) x2=at(x) y1=at(chart.ground) y2=at(chart.ground + 4.0)></line>
                <text class="chart__year" x=at(x) y=at(HEIGHT - 4.0) text-anchor="middle">{year.to_string()}</text>
            }
        })
        .collect();
    let steps: Vec<_> = chart
        .steps
        .iter()
        .map(|step| {
            let class = if step.faint { "chart__step chart__step--faint" } else { "chart__step" };
            let label = match step.target.value_max {
                Some(max) => format!("{}–{}", number(step.target.value, lang), number(max, lang)),
                None => number(step.target.value, lang),
            };
            let top = step.y_max.unwrap_or(step.y);
            // A range is a band, a figure a line; both are labelled above their left end.
            let band = step.y_max.map(|max| {
                view! {
                    <rect class="chart__band" x=at(step.x1) y=at(max) width=at(step.x2 - step.x1)
                        height=at(step.y - max)></rect>
                }
            });
            // Two plans of one period would write over each other: the faint one writes at the right.
            let (x, anchor) = if step.faint { (step.x2, "end") } else { (step.x1, "start") };
            view! {
                {band}
                <line class=class x1=at(step.x1) x2=at(step.x2) y1=at(step.y) y2=at(step.y)></line>
                <text class="chart__label" x=at(x) y=at(top - 4.0) text-anchor=anchor>{label}</text>
            }
        })
        .collect();
    let dots: Vec<_> = chart
        .dots
        .iter()
        .map(|dot| {
            let class = if dot.hollow { "chart__dot chart__dot--hollow" } else { "chart__dot" };
            view! { <circle class=class cx=at(dot.x) cy=at(dot.y) r="3"></circle> }
        })
        .collect();
    view! {
        <svg class="chart" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=title.to_owned()>
            <line class="chart__ground" x1="0" x2=at(WIDTH) y1=at(chart.ground) y2=at(chart.ground)></line>
            {ticks}
            {steps}
            {dots}
        </svg>
    }
    .into_any()
}

fn at(position: f64) -> String {
    format!("{position:.1}")
}

//! An indicator's picture: steps of targets, dots of results, labelled directly.

use crate::chart::{Chart, Form, LARGE, Mark, Of, SMALL, Size, chart};
use crate::i18n::Lang;
use crate::i18n::decimal;
use crate::model::{Indicator, Unit};
use crate::ui::cx::Cx;
use crate::ui::html::*;

/// The picture of an indicator, with a title that says what it shows; empty where no national plan sets it.
///
/// Its table is the indicator's page, one link away; what its lines and dots mean is said by [`chart_key`].
pub fn indicator_chart(cx: Cx<'_>, indicator: &Indicator, finding: &str) -> Html {
    of_size(cx, indicator, finding, SMALL)
}

/// The same for a page of its own: large where there is room, and as small as ever on a phone.
pub fn indicator_chart_large(cx: Cx<'_>, indicator: &Indicator, finding: &str) -> Html {
    fragment().child(of_size(cx, indicator, finding, LARGE)).child(of_size(cx, indicator, finding, SMALL)).into_any()
}

/// What the lines and dots of the pictures mean, in words; for one indicator only those in its picture.
pub fn chart_key(cx: Cx<'_>, indicator: Option<&Indicator>) -> Html {
    let chart = indicator.and_then(|indicator| chart(cx.data, indicator, SMALL, cx.lang));
    let chart = chart.as_ref();
    let lines = Form::ALL
        .into_iter()
        .filter(|form| chart.is_none_or(|chart| chart.steps.iter().any(|step| step.form == *form)))
        .map(|form| (line(form, 1.0, 23.0, 6.0), cx.lang.chart_form(form)));
    let dots = Mark::ALL
        .into_iter()
        .filter(|mark| chart.is_none_or(|chart| chart.dots.iter().any(|dot| dot.mark == *mark)))
        .map(|mark| (dot(mark, 12.0, 6.0), cx.lang.chart_mark(mark)));
    let items = all(lines.chain(dots).map(|(sign, words)| {
        tag("li")
            .child(
                tag("svg")
                    .class("chart-key__sign")
                    .attr("viewBox", "0 0 24 12")
                    .attr("width", "24")
                    .attr("height", "12")
                    .attr("aria-hidden", "true")
                    .child(sign),
            )
            .child(" ")
            .child(words)
    }));
    tag("ul").class("sign-key").child(items).into_any()
}

fn of_size(cx: Cx<'_>, indicator: &Indicator, finding: &str, size: Size) -> Html {
    match chart(cx.data, indicator, size, cx.lang) {
        Some(chart) => {
            let title = format!("{}. {finding}", indicator.name.get(cx.lang));
            picture(&chart, title, corner(indicator.unit, cx.lang))
        }
        None => ().into_any(),
    }
}

/// The unit, where the figures do not carry it themselves.
fn corner(unit: Unit, lang: Lang) -> &'static str {
    match unit {
        Unit::Percent => "",
        unit => lang.indicators_unit(unit),
    }
}

fn picture(chart: &Chart<'_>, title: String, corner: &'static str) -> Html {
    let Size { width, height, names } = chart.size;
    let ticks =
        all(chart.ticks.iter().map(|&(year, x)| {
            fragment()
                .child(path("chart__tick", format!("M{} {}v4", decimal(x, 1), decimal(chart.ground, 1))))
                .child(text("chart__year", x, height - 4.0, "middle", year.to_string()))
        }));
    let steps = all(chart.steps.iter().map(|step| {
        // A range is a band under its lines.
        let band = step.y_max.map(|max| {
            let class = if step.form == Form::Draft { "chart__band chart__band--draft" } else { "chart__band" };
            let (x, y, width, height) = (step.x1, max, step.x2 - step.x1, step.y - max);
            path(
                class,
                format!(
                    "M{} {}h{}v{}h-{}z",
                    decimal(x, 1),
                    decimal(y, 1),
                    decimal(width, 1),
                    decimal(height, 1),
                    decimal(width, 1)
                ),
            )
        });
        fragment()
            .child(band)
            .child(line(step.form, step.x1, step.x2, step.y))
            .child(step.y_max.map(|max| line(step.form, step.x1, step.x2, max)))
    }));
    let dots = all(chart.dots.iter().map(|d| {
        let range = d
            .y_max
            .map(|max| path("chart__range", format!("M{} {}V{}", decimal(d.x, 1), decimal(d.y, 1), decimal(max, 1))));
        let upper = d.y_max.map(|max| dot(d.mark, d.x, max));
        fragment().child(range).child(dot(d.mark, d.x, d.y)).child(upper)
    }));
    let labels = all(chart.labels.iter().map(|label| {
        let class = match label.of {
            Of::Step(form) => format!("chart__label chart__label--{}", form.id()),
            Of::Dot(_) => "chart__label chart__label--dot".to_owned(),
        };
        text(class, label.x, label.y, label.anchor.id(), label.text.clone())
    }));
    let class = if names { "chart chart--large" } else { "chart" };
    tag("svg")
        .class(class)
        .attr("viewBox", format!("0 0 {} {}", decimal(width, 0), decimal(height, 0)))
        .attr("role", "img")
        .attr("aria-label", title)
        .child(path("chart__ground", format!("M0 {}H{}", decimal(chart.ground, 1), decimal(width, 0))))
        .child(text("chart__year", 0.0, 10.0, "start", corner.to_owned()))
        .child(ticks)
        .child(steps)
        .child(dots)
        .child(labels)
        .into_any()
}

fn line(form: Form, x1: f64, x2: f64, y: f64) -> Html {
    path(
        format!("chart__step chart__step--{}", form.id()),
        format!("M{} {}H{}", decimal(x1, 1), decimal(y, 1), decimal(x2, 1)),
    )
}

/// A full disc, a ring, or a diamond: the shape says it too.
fn dot(mark: Mark, x: f64, y: f64) -> Html {
    let shape = match mark {
        Mark::Measured | Mark::Doubtful => {
            format!("M{} {}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z", decimal(x - 3.5, 1), decimal(y, 1))
        }
        Mark::OtherBase => format!("M{} {}l4 4-4 4-4-4z", decimal(x, 1), decimal(y - 4.0, 1)),
    };
    path(format!("chart__dot chart__dot--{}", mark.id()), shape)
}

fn path(class: impl Into<String>, d: String) -> Html {
    let class: String = class.into();
    tag("path").class(class).attr("d", d).into_any()
}

fn text(class: impl Into<String>, x: f64, y: f64, anchor: &'static str, words: String) -> Html {
    let class: String = class.into();
    tag("text")
        .class(class)
        .attr("x", decimal(x, 1))
        .attr("y", decimal(y, 1))
        .attr("text-anchor", anchor)
        .child(words)
        .into_any()
}

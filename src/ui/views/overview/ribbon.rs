//! The plans on one axis of years, the nation's above the provinces'.

use crate::i18n::date;
use crate::i18n::decimal;
use crate::list::List;
use crate::model::{Basis, Level, Plan, Status};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;
use crate::ui::parts::level_mark;

/// Every plan as a line of a list: its name, document and status, and a bar over its years.
pub(super) fn ribbon(cx: Cx<'_>) -> Html {
    let lang = cx.lang;
    let years = cx.data.plans.iter().map(|plan| plan.period);
    let first = years.clone().map(|p| p.0).min().unwrap_or(2016);
    let last = years.map(|p| p.1).max().unwrap_or(2030);
    let axis = all((first..=last).filter(|year| (year - first) % 5 == 0 || *year == last).map(|year| {
        let at = percent(if year == last { last + 1 } else { year }, first, last);
        let anchor = if year == last { "end" } else { "start" };
        tag("text")
            .class("ribbon__year")
            .attr("x", at)
            .attr("y", "14")
            .attr("text-anchor", anchor)
            .child(year.to_string())
    }));
    let lines = all(cx.data.plans.iter().map(|plan| line(cx, plan, first, last)));
    fragment()
        .child(tag("h2").child(lang.overview_plans()))
        .child(
            tag("div")
                .class("ribbon")
                .child(
                    tag("div").class("ribbon__line ribbon__axis").attr("aria-hidden", "true").child(tag("span")).child(
                        tag("svg").attr("width", "100%").attr("height", "18").attr("focusable", "false").child(axis),
                    ),
                )
                .child(tag("ul").class("ribbon__plans").child(lines)),
        )
        .child(tag("p").class("small muted").child(lang.overview_plans_note()))
        .into_any()
}

/// Where a year starts, as a share of the axis.
fn percent(year: i32, first: i32, last: i32) -> String {
    format!("{}%", decimal(f64::from(year - first) / f64::from(last - first + 1) * 100.0, 2))
}

fn line(cx: Cx<'_>, plan: &Plan, first: i32, last: i32) -> Html {
    let lang = cx.lang;
    let (start, end) = plan.period;
    let width = format!("{}%", decimal(f64::from(end - start + 1) / f64::from(last - first + 1) * 100.0, 2));
    let faint = plan.basis == Basis::Press || matches!(plan.status, Status::Draft | Status::Superseded);
    let class = match (plan.level, faint) {
        (Level::National, false) => "ribbon__bar ribbon__bar--national",
        (Level::National, true) => "ribbon__bar ribbon__bar--national ribbon__bar--faint",
        (Level::Province, false) => "ribbon__bar ribbon__bar--province",
        (Level::Province, true) => "ribbon__bar ribbon__bar--province ribbon__bar--faint",
    };
    let day = plan.date.as_deref().map(|day| date(day, lang)).unwrap_or_default();
    let about = [format!("{start}–{end}"), day, lang.status(plan.status).to_owned()];
    let about: Vec<_> = about.into_iter().filter(|s| !s.is_empty()).list();
    tag("li")
        .class("ribbon__line")
        .child(
            tag("span")
                .class("ribbon__name")
                .child(level_mark(cx, plan.level))
                .child(" ")
                .child(link::plan(cx, plan))
                .child(tag("span").class("ribbon__about").child(about.join(" · "))),
        )
        .child(
            tag("svg")
                .attr("width", "100%")
                .attr("height", "14")
                .attr("aria-hidden", "true")
                .attr("focusable", "false")
                .child(tag("rect").class("ribbon__ground").attr("y", "6").attr("width", "100%").attr("height", "1"))
                .child(
                    tag("rect")
                        .class(class)
                        .attr("x", percent(start, first, last))
                        .attr("y", "1")
                        .attr("width", width)
                        .attr("height", "11"),
                ),
        )
        .into_any()
}

//! The plans on one axis of years, the nation's above the provinces'.

use crate::i18n::date;
use crate::model::{Basis, Level, Plan, Status};
use crate::ui::cx::Cx;
use crate::ui::link;
use crate::ui::parts::level_mark;
use leptos::prelude::*;

/// Every plan as a line of a list: its name, document and status, and a bar over its years.
pub(super) fn ribbon(cx: Cx<'_>) -> AnyView {
    let lang = cx.lang;
    let years = cx.data.plans.iter().map(|plan| plan.period);
    let first = years.clone().map(|p| p.0).min().unwrap_or(2016);
    let last = years.map(|p| p.1).max().unwrap_or(2030);
    let axis: Vec<_> = (first..=last)
        .filter(|year| (year - first) % 5 == 0 || *year == last)
        .map(|year| {
            let at = percent(if year == last { last + 1 } else { year }, first, last);
            let anchor = if year == last { "end" } else { "start" };
            view! { <text class="ribbon__year" x=at y="14" text-anchor=anchor>{year.to_string()}</text> }
        })
        .collect();
    let lines: Vec<_> = cx.data.plans.iter().map(|plan| line(cx, plan, first, last)).collect();
    view! {
        <h2>{lang.overview_plans()}</h2>
        <div class="ribbon">
            <div class="ribbon__line ribbon__axis" aria-hidden="true">
                <span></span>
                <svg width="100%" height="18" focusable="false">{axis}</svg>
            </div>
            <ul class="ribbon__plans">{lines}</ul>
        </div>
        <p class="small muted">{lang.overview_plans_note()}</p>
    }
    .into_any()
}

/// Where a year starts, as a share of the axis.
fn percent(year: i32, first: i32, last: i32) -> String {
    format!("{:.2}%", f64::from(year - first) / f64::from(last - first + 1) * 100.0)
}

fn line(cx: Cx<'_>, plan: &Plan, first: i32, last: i32) -> AnyView {
    let lang = cx.lang;
    let (start, end) = plan.period;
    let width = format!("{:.2}%", f64::from(end - start + 1) / f64::from(last - first + 1) * 100.0);
    let faint = plan.basis == Basis::Press || matches!(plan.status, Status::Draft | Status::Superseded);
    let class = match (plan.level, faint) {
        (Level::National, false) => "ribbon__bar ribbon__bar--national",
        (Level::National, true) => "ribbon__bar ribbon__bar--national ribbon__bar--faint",
        (Level::Province, false) => "ribbon__bar ribbon__bar--province",
        (Level::Province, true) => "ribbon__bar ribbon__bar--province ribbon__bar--faint",
    };
    let day = plan.date.as_deref().map(|day| date(day, lang)).unwrap_or_default();
    let about = [format!("{start}–{end}"), day, lang.status(plan.status).to_owned()];
    let about: Vec<_> = about.into_iter().filter(|s| !s.is_empty()).collect();
    view! {
        <li class="ribbon__line">
            <span class="ribbon__name">
                {level_mark(cx, plan.level)} " " {link::plan(cx, plan)}
                <span class="ribbon__about">{about.join(" · ")}</span>
            </span>
            <svg width="100%" height="14" aria-hidden="true" focusable="false">
                <rect class="ribbon__ground" y="6" width="100%" height="1"></rect>
                <rect class=class x=percent(start, first, last) y="1" width=width height="11"></rect>
            </svg>
        </li>
    }
    .into_any()
}

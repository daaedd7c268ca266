//! The lanes and their rows. A lane's head says who, how much, and in which years most; its rows say what.

use super::bar::{self, percent};
use crate::model::{AgencyId, DateBasis, Level, PlanId, Succession};
use crate::timeline::{Lane, Lanes, Row, Timeline};
use crate::ui::cx::Cx;
use crate::ui::link;
use crate::ui::parts::{flag_tags, is_doubtful, level_mark};
use leptos::prelude::*;

pub(super) fn lanes(cx: Cx<'_>, by: Lanes, timeline: &Timeline<'_>) -> AnyView {
    let busiest = timeline.busiest();
    // One plan need not be named in each row.
    let plans = timeline.lanes.iter().flat_map(|lane| &lane.rows).map(|row| &row.plan.id);
    let several_plans = by != Lanes::Plan && plans.clone().any(|id| Some(id) != plans.clone().next());
    let lanes: Vec<_> = timeline
        .lanes
        .iter()
        .zip(timeline.open_rows())
        .map(|(lane, open)| {
            let rows = |rows: &[Row<'_>]| -> Vec<_> {
                rows.iter().map(|row| self::row(cx, by, timeline, row, several_plans)).collect()
            };
            let counts = cx.lang.timeline_counts(lane.counts(), by, lane.key.is_empty());
            let hidden = lane.rows.len() - open;
            let (class, summary) = match open {
                0 => ("timeline-fold", cx.lang.timeline_open(hidden, &counts)),
                _ => ("timeline-fold timeline-fold--rest", cx.lang.timeline_more(hidden)),
            };
            let first = (open > 0).then(|| view! { <ul class="timeline-rows">{rows(&lane.rows[..open])}</ul> });
            let rest = (hidden > 0).then(|| {
                view! {
                    <details class=class>
                        <summary>{summary}</summary>
                        <ul class="timeline-rows">{rows(&lane.rows[open..])}</ul>
                    </details>
                }
            });
            view! {
                <section class="timeline-lane">
                    <div class="timeline-head">
                        <div class="timeline-head__name">
                            {name(cx, by, lane)}
                            {(open > 0).then(|| view! { <p class="timeline-head__counts">{counts}</p> })}
                        </div>
                        {load(cx, by, timeline, lane, busiest)}
                    </div>
                    {first}
                    {rest}
                </section>
            }
        })
        .collect();
    lanes.into_any()
}

fn name(cx: Cx<'_>, by: Lanes, lane: &Lane<'_>) -> AnyView {
    let lang = cx.lang;
    let plain = |name: String| view! { <h3>{name}</h3> }.into_any();
    match by {
        Lanes::Agency => match cx.data.agency(&AgencyId(lane.key.clone())) {
            Some(agency) => {
                let today = cx.data.agency_today(agency);
                let now = (today.id != agency.id).then(|| {
                    let since = agency.succeeded_on.as_ref().map(|day| lang.timeline_since(day));
                    let inferred =
                        (agency.succession == Some(Succession::Inferred)).then(|| lang.timeline_inferred().to_owned());
                    let remarks: Vec<_> = since.into_iter().chain(inferred).collect();
                    let remarks = (!remarks.is_empty()).then(|| format!(" ({})", remarks.join(", ")));
                    view! {
                        <p class="timeline-head__now">{lang.timeline_now()} {link::agency(cx, today)} {remarks}</p>
                    }
                });
                view! {
                    <h3>{level_mark(cx, agency.level)} " " {link::agency(cx, agency)}</h3>
                    {now}
                }
                .into_any()
            }
            None => plain(lang.timeline_nobody().to_owned()),
        },
        Lanes::Group => {
            let group = cx.data.solution_group(&lane.key.as_str().into());
            plain(group.map_or(lane.key.clone(), |group| group.name.get(lang).to_owned()))
        }
        Lanes::Plan => match cx.data.plan(&PlanId(lane.key.clone())) {
            Some(plan) => view! { <h3>{level_mark(cx, plan.level)} " " {link::plan(cx, plan)}</h3> }.into_any(),
            None => plain(lane.key.clone()),
        },
        Lanes::End if lane.key.is_empty() => plain(lang.timeline_no_end().to_owned()),
        Lanes::End => plain(lang.timeline_ends_in(&lane.key)),
    }
}

/// How many of the lane's tasks run in which years, on one scale for all lanes.
fn load(cx: Cx<'_>, by: Lanes, timeline: &Timeline<'_>, lane: &Lane<'_>, busiest: usize) -> AnyView {
    let stretches = timeline.stretches(lane);
    if stretches.is_empty() || by == Lanes::End {
        return ().into_any();
    }
    let words = cx.lang.timeline_load(&stretches);
    let most = stretches.iter().map(|stretch| stretch.tasks).max().unwrap_or(0);
    // One scale for all lanes; each is as high as its own busiest year needs.
    let scale = (LOAD_HEIGHT / busiest as f64).min(2.0);
    let ground = (most as f64 * scale).max(1.5) + 14.0;
    let bars: Vec<_> = stretches
        .into_iter()
        .map(|stretch| {
            let height = (stretch.tasks as f64 * scale).max(1.5);
            let y = ground - height;
            let middle = percent(stretch.left + stretch.width / 2.0);
            view! {
                <rect class="timeline-load" x=percent(stretch.left) width=percent(stretch.width)
                    y=format!("{y:.1}") height=format!("{height:.1}")></rect>
                <text x=middle y=format!("{:.1}", y - 3.0) text-anchor="middle">{stretch.tasks.to_string()}</text>
            }
        })
        .collect();
    let height = format!("{ground:.0}");
    view! { <svg class="timeline-head__load" width="100%" height=height role="img" aria-label=words>{bars}</svg> }
        .into_any()
}

/// How high the column of the busiest lane's busiest year is, in pixels.
const LOAD_HEIGHT: f64 = 48.0;

fn row(cx: Cx<'_>, by: Lanes, timeline: &Timeline<'_>, row: &Row<'_>, several_plans: bool) -> AnyView {
    let lang = cx.lang;
    let Row { plan, task, role, .. } = *row;
    let draft = !task.is_commitment();
    let mut class = match plan.level {
        Level::National => "timeline-row is-national",
        Level::Province => "timeline-row is-province",
    }
    .to_owned();
    if is_doubtful(cx, &task.flags) {
        class.push_str(" is-doubtful");
    }
    if draft {
        class.push_str(" is-draft");
    }
    let mut about = Vec::new();
    about.extend(role.map(|role| lang.role(role).to_owned()));
    if by != Lanes::Agency {
        let leads: Vec<_> = task.lead.iter().filter_map(|id| cx.data.agency(id)).map(|a| a.short.get(lang)).collect();
        let absent = task.lead_absent.map_or(lang.none_stated(), |why| lang.lead_absent(why));
        let names = if leads.is_empty() { absent.to_owned() } else { leads.join(", ") };
        about.push(lang.timeline_led_by(&names));
    }
    about.extend(several_plans.then(|| plan.short.get(lang).to_owned()));
    about.extend(draft.then(|| lang.timeline_draft_mark().to_owned()));
    let mut years = lang.years(task);
    if let Some(recurrence) = task.recurrence {
        years.push_str(", ");
        years.push_str(&lang.recurrence(recurrence));
    }
    let picture = match &row.bar {
        Some(bar) => {
            let (x, late) = bar.words();
            let anchor = if late { "end" } else { "start" };
            view! {
                <svg class="timeline-track" width="100%" height="32" aria-hidden="true" focusable="false">
                    {bar::bar(timeline, bar, role, draft)}
                    <text x=percent(x) y="28" text-anchor=anchor>{years.clone()}</text>
                </svg>
            }
            .into_any()
        }
        None => {
            let unreadable = task.date_basis == DateBasis::None && task.has_flag("dates_unreadable");
            let why = if unreadable { lang.timeline_unreadable() } else { lang.timeline_undated() };
            view! { <p class="timeline-undated">{why}</p> }.into_any()
        }
    };
    let about = about.join(" · ");
    view! {
        <li class=class>
            <div class="timeline-row__task">
                {link::record(cx, plan, &task.id, task.title.get(lang))}
                <div class="timeline-row__about">
                    {about}
                    <span class="timeline-row__years">{years}</span>
                    {flag_tags(cx, &task.flags)}
                </div>
            </div>
            {picture}
        </li>
    }
    .into_any()
}

//! The lanes and their rows. A lane's head says who, how much, and in which years most; its rows say what.

use super::bar::{self, percent};
use crate::i18n::decimal;
use crate::list::List;
use crate::model::{AgencyId, DateBasis, Level, PlanId, Succession};
use crate::timeline::{Lane, Lanes, Row, Timeline};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;
use crate::ui::parts::{flag_tags, is_doubtful, level_mark};

pub(super) fn lanes(cx: Cx<'_>, by: Lanes, timeline: &Timeline<'_>) -> Html {
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
                rows.iter().map(|row| self::row(cx, by, timeline, row, several_plans)).list()
            };
            let counts = cx.lang.timeline_counts(lane.counts(), by, lane.key.is_empty());
            let hidden = lane.rows.len() - open;
            let (class, summary) = match open {
                0 => ("timeline-fold", cx.lang.timeline_open(hidden, &counts)),
                _ => ("timeline-fold timeline-fold--rest", cx.lang.timeline_more(hidden)),
            };
            let first = (open > 0).then(|| tag("ul").class("timeline-rows").child(rows(&lane.rows[..open])));
            let rest = (hidden > 0).then(|| {
                // What a reader opened belongs to the lane, wherever a filter moves it.
                tag("details")
                    .key(lane.key.clone())
                    .class(class)
                    .child(tag("summary").child(summary))
                    .child(tag("ul").class("timeline-rows").child(rows(&lane.rows[open..])))
            });
            tag("section")
                .class("timeline-lane")
                .child(
                    tag("div")
                        .class("timeline-head")
                        .child(
                            tag("div")
                                .class("timeline-head__name")
                                .child(name(cx, by, lane))
                                .child((open > 0).then(|| tag("p").class("timeline-head__counts").child(counts))),
                        )
                        .child(load(cx, by, timeline, lane, busiest)),
                )
                .child(first)
                .child(rest)
        })
        .list();
    lanes.into_any()
}

fn name(cx: Cx<'_>, by: Lanes, lane: &Lane<'_>) -> Html {
    let lang = cx.lang;
    let plain = |name: String| tag("h3").child(name).into_any();
    match by {
        Lanes::Agency => match cx.data.agency(&AgencyId::from(lane.key.as_str())) {
            Some(agency) => {
                let today = cx.data.agency_today(agency);
                let now = (today.id != agency.id).then(|| {
                    let since = agency.succeeded_on.as_ref().map(|day| lang.timeline_since(day));
                    let inferred =
                        (agency.succession == Some(Succession::Inferred)).then(|| lang.timeline_inferred().to_owned());
                    let remarks: Vec<_> = since.into_iter().chain(inferred).list();
                    let remarks = (!remarks.is_empty()).then(|| format!(" ({})", remarks.join(", ")));
                    tag("p")
                        .class("timeline-head__now")
                        .child(lang.timeline_now())
                        .child(link::agency(cx, today))
                        .child(remarks)
                });
                fragment()
                    .child(tag("h3").child(level_mark(cx, agency.level)).child(" ").child(link::agency(cx, agency)))
                    .child(now)
                    .into_any()
            }
            None => plain(lang.timeline_nobody().to_owned()),
        },
        Lanes::Group => {
            let group = cx.data.solution_group(&lane.key.as_str().into());
            plain(group.map_or(lane.key.clone(), |group| group.name.get(lang).to_owned()))
        }
        Lanes::Plan => match cx.data.plan(&PlanId::from(lane.key.as_str())) {
            Some(plan) => tag("h3").child(level_mark(cx, plan.level)).child(" ").child(link::plan(cx, plan)).into_any(),
            None => plain(lane.key.clone()),
        },
        Lanes::End if lane.key.is_empty() => plain(lang.timeline_no_end().to_owned()),
        Lanes::End => plain(lang.timeline_ends_in(&lane.key)),
    }
}

/// How many of the lane's tasks run in which years, on one scale for all lanes.
fn load(cx: Cx<'_>, by: Lanes, timeline: &Timeline<'_>, lane: &Lane<'_>, busiest: usize) -> Html {
    let stretches = timeline.stretches(lane);
    if stretches.is_empty() || by == Lanes::End {
        return ().into_any();
    }
    let words = cx.lang.timeline_load(&stretches);
    let most = stretches.iter().map(|stretch| stretch.tasks).max().unwrap_or(0);
    // One scale for all lanes; each is as high as its own busiest year needs.
    let scale = (LOAD_HEIGHT / busiest as f64).min(2.0);
    let ground = (most as f64 * scale).max(1.5) + 14.0;
    let bars = all(stretches.into_iter().map(|stretch| {
        let height = (stretch.tasks as f64 * scale).max(1.5);
        let y = ground - height;
        let middle = percent(stretch.left + stretch.width / 2.0);
        fragment()
            .child(
                tag("rect")
                    .class("timeline-load")
                    .attr("x", percent(stretch.left))
                    .attr("width", percent(stretch.width))
                    .attr("y", decimal(y, 1))
                    .attr("height", decimal(height, 1)),
            )
            .child(
                tag("text")
                    .attr("x", middle)
                    .attr("y", decimal(y - 3.0, 1))
                    .attr("text-anchor", "middle")
                    .child(stretch.tasks.to_string()),
            )
    }));
    let height = decimal(ground, 0);
    tag("svg")
        .class("timeline-head__load")
        .attr("width", "100%")
        .attr("height", height)
        .attr("role", "img")
        .attr("aria-label", words)
        .child(bars)
        .into_any()
}

/// How high the column of the busiest lane's busiest year is, in pixels.
const LOAD_HEIGHT: f64 = 48.0;

fn row(cx: Cx<'_>, by: Lanes, timeline: &Timeline<'_>, row: &Row<'_>, several_plans: bool) -> Html {
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
        let leads: Vec<_> = task.lead.iter().filter_map(|id| cx.data.agency(id)).map(|a| a.short.get(lang)).list();
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
            tag("svg")
                .class("timeline-track")
                .attr("width", "100%")
                .attr("height", "32")
                .attr("aria-hidden", "true")
                .attr("focusable", "false")
                .child(bar::bar(timeline, bar, role, draft))
                .child(
                    tag("text").attr("x", percent(x)).attr("y", "28").attr("text-anchor", anchor).child(years.clone()),
                )
                .into_any()
        }
        None => {
            let unreadable = task.date_basis == DateBasis::None && task.has_flag("dates_unreadable");
            let why = if unreadable { lang.timeline_unreadable() } else { lang.timeline_undated() };
            tag("p").class("timeline-undated").child(why).into_any()
        }
    };
    let about = about.join(" · ");
    tag("li")
        .class(class)
        .child(
            tag("div").class("timeline-row__task").child(link::record(cx, plan, &task.id, task.title.get(lang))).child(
                tag("div")
                    .class("timeline-row__about")
                    .child(about)
                    .child(tag("span").class("timeline-row__years").child(years))
                    .child(flag_tags(cx, &task.flags)),
            ),
        )
        .child(picture)
        .into_any()
}

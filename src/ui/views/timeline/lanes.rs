//! The lanes and their rows. A lane's head says who, how much, and in which years most; its rows say what.

use super::bar;
use crate::address::TimelineState;
use crate::i18n::decimal;
use crate::list::List;
use crate::model::{AgencyId, DateBasis, Level, PlanId, Succession};
use crate::timeline::{Beyond, Lane, Lanes, Row, Timeline, Window};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;
use crate::ui::parts::percent;
use crate::ui::parts::{flag_tags, is_doubtful, level_mark};
use std::ops::Range;

/// How the rows of all lanes are written.
struct Style {
    by: Lanes,
    window: Window,
    /// One plan need not be named in each row.
    several_plans: bool,
}

impl Style {
    fn of(state: &TimelineState, timeline: &Timeline<'_>, window: Window) -> Self {
        let plans = timeline.lanes.iter().flat_map(|lane| &lane.rows).map(|row| &row.plan.id);
        let several_plans = state.lanes != Lanes::Plan && plans.clone().any(|id| Some(id) != plans.clone().next());
        Self { by: state.lanes, window, several_plans }
    }
}

/// The lanes; where others are filled in later, the first of them.
pub(super) fn lanes(cx: Cx<'_>, state: &TimelineState, timeline: &Timeline<'_>, window: Window) -> Html {
    let all_lanes = timeline.lanes.len();
    let first = if cx.host.fills { FEW_LANES } else { all_lanes };
    let later = (first..all_lanes).step_by(FEW_LANES).map(|from| {
        // A lane's head and its sign are as high as two rows.
        let rows = 2 * FEW_LANES.min(all_lanes - from);
        tag("div").attr("data-awaited", format!("{LATER}{from}")).attr("data-rows", rows.to_string())
    });
    let drawing = Drawing::new(cx, state, timeline, window);
    fragment().child(drawing.lanes(0..first)).child(all(later))
}

/// So many rows of a long timeline are written at once, and so many lanes.
const FEW_AT_ONCE: usize = 200;
const FEW_ROWS: usize = 60;
const FEW_LANES: usize = 16;

/// What stands before the number of the first of several lanes that are filled in later. No lane's key begins with it.
const LATER: char = '+';

/// What is filled in under a name: lanes, or the rows of the lane with this key that do not stand open at first.
pub(super) fn later(cx: Cx<'_>, state: &TimelineState, timeline: &Timeline<'_>, window: Window, name: &str) -> Html {
    let drawing = Drawing::new(cx, state, timeline, window);
    if let Some(from) = name.strip_prefix(LATER) {
        let from = from.parse().unwrap_or(timeline.lanes.len());
        return drawing.lanes(from..from.saturating_add(FEW_LANES));
    }
    let Some(place) = timeline.lanes.iter().position(|lane| lane.key == name) else { return ().into_any() };
    rows(cx, timeline, &drawing.style, &timeline.lanes[place].rows[drawing.open[place]..])
}

/// What all lanes are drawn with.
struct Drawing<'a> {
    cx: Cx<'a>,
    state: &'a TimelineState,
    timeline: &'a Timeline<'a>,
    style: Style,
    /// How many rows of each lane stand open at first.
    open: Vec<usize>,
    busiest: usize,
    /// A picture on paper, or without a script, is whole; one that nobody could draw whole is not.
    long: bool,
}

impl<'a> Drawing<'a> {
    fn new(cx: Cx<'a>, state: &'a TimelineState, timeline: &'a Timeline<'a>, window: Window) -> Self {
        let open = if state.open.all.is_none() { timeline.open_rows() } else { vec![0; timeline.lanes.len()] };
        let long = timeline.is_long() || (cx.host.fills && timeline.rows() > FEW_AT_ONCE);
        let style = Style::of(state, timeline, window);
        Self { cx, state, timeline, style, open, busiest: timeline.busiest(), long }
    }

    fn lanes(&self, which: Range<usize>) -> Html {
        // So many rows of open lanes are written at once; a long picture's others when a reader comes near them.
        let mut room = FEW_ROWS;
        let lanes = self.timeline.lanes.iter().zip(&self.open).skip(which.start).take(which.len());
        all(lanes.map(|(lane, open)| self.lane(lane, *open, &mut room)))
    }

    fn lane(&self, lane: &Lane<'_>, open: usize, room: &mut usize) -> Html {
        let Self { cx, state, timeline, style, busiest, long, .. } = self;
        let counts = cx.lang.timeline_counts(lane.counts(), state.lanes, lane.key.is_empty());
        let hidden = lane.rows.len() - open;
        let (class, summary) = match open {
            0 => ("timeline-fold", cx.lang.timeline_open(hidden, &counts)),
            _ => ("timeline-fold timeline-fold--rest", cx.lang.timeline_more(hidden)),
        };
        let first = (open > 0).then(|| rows(*cx, timeline, style, &lane.rows[..open]));
        let rest = (hidden > 0).then(|| {
            let is_open = state.open.is_open(&lane.key);
            let now = !long || (is_open && hidden <= *room);
            *room -= if is_open { hidden.min(*room) } else { 0 };
            let rest = if now {
                rows(*cx, timeline, style, &lane.rows[open..])
            } else {
                tag("ul")
                    .class("timeline-rows")
                    .attr("data-awaited", lane.key.as_str())
                    .attr("data-rows", hidden.to_string())
            };
            // What a reader opened belongs to the lane, wherever a filter moves it.
            tag("details")
                .key(lane.key.as_str())
                .class(class)
                .attr("open", is_open)
                .attr("data-lane", lane.key.as_str())
                .attr("data-open", is_open.then_some("1"))
                .child(tag("summary").attr("id", ["lane-", &lane.key].concat()).child(summary))
                .child(rest)
        });
        tag("section")
            .class("timeline-lane")
            .child(
                tag("div")
                    .class("timeline-head")
                    .child(
                        tag("div")
                            .class("timeline-head__name")
                            .child(name(*cx, state.lanes, lane))
                            .child((open > 0).then(|| tag("p").class("timeline-head__counts").child(counts))),
                    )
                    .child(load(*cx, state.lanes, timeline, lane, *busiest, style.window)),
            )
            .child(first)
            .child(rest)
    }
}

fn rows(cx: Cx<'_>, timeline: &Timeline<'_>, style: &Style, rows: &[Row<'_>]) -> Html {
    tag("ul").class("timeline-rows").child(all(rows.iter().map(|row| self::row(cx, timeline, style, row))))
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
fn load(cx: Cx<'_>, by: Lanes, timeline: &Timeline<'_>, lane: &Lane<'_>, busiest: usize, window: Window) -> Html {
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
        .child(bar::zoomed(window, bars))
        .into_any()
}

/// How high the column of the busiest lane's busiest year is, in pixels.
const LOAD_HEIGHT: f64 = 48.0;

fn row(cx: Cx<'_>, timeline: &Timeline<'_>, style: &Style, row: &Row<'_>) -> Html {
    let lang = cx.lang;
    let Style { by, window, several_plans } = *style;
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
            let words = bar.words(window);
            let said = match words.beyond {
                Some(Beyond::Left) => ["◂ ", &years].concat(),
                Some(Beyond::Right) => [&years, " ▸"].concat(),
                None => years.clone(),
            };
            tag("svg")
                .class("timeline-track")
                .attr("aria-hidden", "true")
                .child(bar::zoomed(
                    window,
                    fragment().child(bar::bar(timeline, bar, role, draft)).child(
                        tag("text")
                            .attr("x", percent(words.place))
                            .attr("y", "28")
                            .attr("text-anchor", words.late.then_some("end"))
                            .child(said),
                    ),
                ))
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

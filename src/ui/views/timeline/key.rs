//! How to read the drawing: each form that occurs in it, with its words and how many tasks have it.

use super::bar;
use crate::list::List;
use crate::model::{DateBasis, Recurrence, Role};
use crate::timeline::{Bar, Lanes, Tally, Timeline};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::today::{self, WAITS};

pub(super) fn key(cx: Cx<'_>, lanes: Lanes, timeline: &Timeline<'_>, tally: Tally, today: Option<&str>) -> Html {
    let lang = cx.lang;
    let known = |basis| Bar { left: 0.0, width: 1.0, basis, uncertain: false, recurrence: None };
    let (stated, period) = (known(DateBasis::Stated), known(DateBasis::PlanPeriod));
    let uncertain = Bar { uncertain: true, ..stated };
    let yearly = Bar { recurrence: Some(Recurrence::Yearly), ..period };
    let standing = Bar { recurrence: Some(Recurrence::Standing), ..period };
    let forms = [
        (tally.stated, stated, false, lang.timeline_key_stated()),
        (tally.plan_period, period, false, lang.timeline_key_period()),
        (tally.uncertain, uncertain, false, lang.timeline_key_uncertain()),
        (tally.yearly, yearly, false, lang.timeline_key_yearly()),
        (tally.standing, standing, false, lang.timeline_key_standing()),
        (tally.drafts, period, true, lang.timeline_key_draft()),
    ];
    // A key's bar is as wide as three years.
    let years = Timeline { years: (1, 3), lanes: Vec::new(), tasks: 0, events: Vec::new() };
    let mut items: Vec<Html> = forms
        .into_iter()
        .filter(|(tasks, ..)| *tasks > 0)
        .map(|(tasks, form, draft, words)| item(bar::bar(&years, &form, None, draft), format!("{words} ({tasks})")))
        .list();
    let without = tally.unreadable + tally.undated;
    if without > 0 {
        let gap =
            tag("line").class("timeline-gap").attr("x1", "50%").attr("x2", "50%").attr("y1", "0").attr("y2", "16");
        items.push(item(gap.into_any(), format!("{} ({without})", lang.timeline_key_none())));
    }
    let coordinate = Some(Role::Coordinate);
    if timeline.lanes.iter().flat_map(|lane| &lane.rows).any(|row| row.role == coordinate) {
        items.push(item(bar::bar(&years, &stated, coordinate, false), lang.timeline_key_coordinate()));
    }
    let load = fragment()
        .child(
            tag("rect").class("timeline-load").attr("x", "0").attr("y", "8").attr("width", "50%").attr("height", "8"),
        )
        .child(
            tag("rect")
                .class("timeline-load")
                .attr("x", "50%")
                .attr("y", "3")
                .attr("width", "50%")
                .attr("height", "13"),
        );
    if lanes != Lanes::End && timeline.busiest() > 0 {
        items.push(item(load.into_any(), lang.timeline_key_load()));
    }
    if let Some(day) = today.filter(|day| today::place(timeline.years, day).is_some()) {
        let line =
            tag("line").class("timeline-today").attr("x1", "50%").attr("x2", "50%").attr("y1", "0").attr("y2", "16");
        items.push(item(line.into_any(), lang.timeline_key_today()).attr(WAITS, today::waits(today::KEY, day)));
    }
    tag("ul").class("sign-key timeline-key").attr("aria-label", lang.timeline_key()).child(items).into_any()
}

fn item(picture: Html, words: impl Into<String>) -> Html {
    let words: String = words.into();
    tag("li")
        .child(
            tag("svg")
                .class("timeline-key__form")
                .attr("width", "42")
                .attr("height", "16")
                .attr("aria-hidden", "true")
                .attr("focusable", "false")
                .child(picture),
        )
        .child(words)
        .into_any()
}

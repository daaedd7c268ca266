//! How to read the drawing: each form that occurs in it, with its words and how many tasks have it.

use super::bar;
use crate::model::{DateBasis, Recurrence, Role};
use crate::timeline::{Bar, Lanes, Tally, Timeline};
use crate::ui::cx::Cx;
use leptos::prelude::*;

pub(super) fn key(cx: Cx<'_>, lanes: Lanes, timeline: &Timeline<'_>, tally: Tally, today: Option<&str>) -> AnyView {
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
    let mut items: Vec<AnyView> = forms
        .into_iter()
        .filter(|(tasks, ..)| *tasks > 0)
        .map(|(tasks, form, draft, words)| item(bar::bar(&years, &form, None, draft), format!("{words} ({tasks})")))
        .collect();
    let without = tally.unreadable + tally.undated;
    if without > 0 {
        let gap = view! { <line class="timeline-gap" x1="50%" x2="50%" y1="0" y2="16"></line> };
        items.push(item(gap.into_any(), format!("{} ({without})", lang.timeline_key_none())));
    }
    let coordinate = Some(Role::Coordinate);
    if timeline.lanes.iter().flat_map(|lane| &lane.rows).any(|row| row.role == coordinate) {
        items.push(item(bar::bar(&years, &stated, coordinate, false), lang.timeline_key_coordinate()));
    }
    let load = view! {
        <rect class="timeline-load" x="0" y="8" width="50%" height="8"></rect>
        <rect class="timeline-load" x="50%" y="3" width="50%" height="13"></rect>
    };
    if lanes != Lanes::End && timeline.busiest() > 0 {
        items.push(item(load.into_any(), lang.timeline_key_load()));
    }
    if today.is_some_and(|today| timeline.place(today).is_some()) {
        let line = view! { <line class="timeline-today" x1="50%" x2="50%" y1="0" y2="16"></line> };
        items.push(item(line.into_any(), lang.timeline_key_today()));
    }
    view! { <ul class="sign-key timeline-key" aria-label=lang.timeline_key()>{items}</ul> }.into_any()
}

fn item(picture: AnyView, words: impl Into<String>) -> AnyView {
    let words: String = words.into();
    view! {
        <li>
            <svg class="timeline-key__form" width="42" height="16" aria-hidden="true" focusable="false">{picture}</svg>
            {words}
        </li>
    }
    .into_any()
}

//! What a reader can set: plans, lanes, role, form, agency, group, years.

use super::filtered;
use crate::address::{TimelineState, View};
use crate::list::List;
use crate::model::{Agency, Level, Role};
use crate::sort;
use crate::timeline::{Lanes, agencies_of, plans_with_tasks, years_of};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::parts::{choice, choices, option, select};

pub(super) fn controls(cx: Cx<'_>, state: &TimelineState) -> Html {
    let lang = cx.lang;
    let lanes = Lanes::ALL.map(|lanes| {
        let view = View::Timeline(TimelineState { lanes, ..state.clone() });
        choice(cx, lang.timeline_lanes_by(lanes), view, state.lanes == lanes)
    });
    let forms = [(false, lang.timeline_drawing()), (true, lang.timeline_table())].map(|(table, label)| {
        let view = View::Timeline(TimelineState { table, ..state.clone() });
        choice(cx, label, view, state.table == table)
    });
    let roles = [None, Some(Role::Lead), Some(Role::Coordinate)].map(|role| {
        let view = filtered(state, |filter| filter.role = role);
        choice(cx, role.map_or(lang.all(), |role| lang.role(role)), view, state.filter.role == role)
    });
    tag("div")
        .class("controls timeline-controls")
        .child(choices(lang.timeline_plans(), plans(cx, state)))
        .child(choices(lang.timeline_role(), roles.into_any()))
        .child(agency(cx, state))
        .child(select("timeline-group", lang.timeline_group(), groups(cx, state)))
        .child(select("timeline-from", lang.timeline_from(), years(cx, state, true)))
        .child(select("timeline-to", lang.timeline_to(), years(cx, state, false)))
        .child((!state.table).then(|| choices(lang.timeline_lanes(), lanes.into_any())))
        .child(choices(lang.timeline_show(), forms.into_any()))
}

/// Each plan switches itself on and off.
fn plans(cx: Cx<'_>, state: &TimelineState) -> Html {
    let known = plans_with_tasks(cx.data);
    let filter = &state.filter;
    let none = filtered(state, |filter| filter.plans.clear());
    fragment().child(choice(cx, cx.lang.all(), none, filter.plans.is_empty())).child(all(known.iter().map(|plan| {
        let view = filtered(state, |f| f.plans = filter.toggled(&plan.id, &known));
        choice(cx, plan.short.get(cx.lang), view, filter.names(&plan.id))
    })))
}

fn groups(cx: Cx<'_>, state: &TimelineState) -> Html {
    let chosen = state.filter.group;
    let none = filtered(state, |filter| filter.group = None);
    fragment().child(option(cx, cx.lang.all(), none, chosen.is_none())).child(all(cx.data.groups.solution.iter().map(
        |group| {
            let view = filtered(state, |filter| filter.group = Some(group.id));
            option(cx, group.name.get(cx.lang), view, chosen == Some(group.id))
        },
    )))
}

/// The years of one end; those beyond the other end would leave nothing and are not offered.
fn years(cx: Cx<'_>, state: &TimelineState, from: bool) -> Html {
    let (first, last) = years_of(cx.data);
    let filter = &state.filter;
    let chosen = if from { filter.from } else { filter.to };
    let (low, high) = if from { (first, filter.to.unwrap_or(last)) } else { (filter.from.unwrap_or(first), last) };
    let year = |year: Option<i32>| {
        let view = filtered(state, |filter| *(if from { &mut filter.from } else { &mut filter.to }) = year);
        let name = year.map(|year| year.to_string());
        option(cx, name.as_deref().unwrap_or(cx.lang.all()), view, year == chosen)
    };
    let mut years: Vec<i32> = (low.max(first)..=high.min(last)).chain(chosen).list();
    sort::years(&mut years);
    fragment().child(year(None)).child(all(years.into_iter().map(|y| year(Some(y)))))
}

/// The agencies under two headings.
fn agency(cx: Cx<'_>, state: &TimelineState) -> Html {
    let lang = cx.lang;
    let mut agencies = agencies_of(cx.data, &state.filter.plans, lang);
    // An agency that the plans no longer have stays on offer as long as it is the chosen one.
    if let Some(chosen) = state.filter.agency.as_ref().and_then(|id| cx.data.agency(id))
        && agencies.iter().all(|agency| agency.id != chosen.id)
    {
        agencies.push(chosen);
    }
    let chosen = state.filter.agency;
    let one = |agency: &Agency| {
        let view = filtered(state, |filter| filter.agency = Some(agency.id));
        option(cx, agency.name.get(lang), view, chosen == Some(agency.id))
    };
    let group = |level: Level, label: &'static str| {
        let mut members = agencies.iter().filter(|agency| agency.level == level).peekable();
        members.peek()?;
        Some(tag("optgroup").attr("label", label).child(all(members.map(|agency| one(agency)))))
    };
    let none = option(cx, lang.all(), filtered(state, |filter| filter.agency = None), chosen.is_none());
    let options = fragment()
        .child(none)
        .child(group(Level::National, lang.timeline_national()))
        .child(group(Level::Province, lang.timeline_provincial()));
    select("timeline-agency", lang.timeline_agency(), options)
}

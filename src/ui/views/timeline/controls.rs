//! What a reader can set: plans, lanes, role, form, agency, group, years.

use super::filtered;
use crate::address::{TimelineState, View};
use crate::list::List;
use crate::model::{Agency, Level, Role};
use crate::sort;
use crate::timeline::{Lanes, agencies_of, plans_with_tasks, years_of};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::parts::{Choice, choices, select};

/// An option of a select box: its address, its name, and whether it is the present one.
type Option3 = (String, String, bool);

pub(super) fn controls(cx: Cx<'_>, state: &TimelineState) -> Html {
    let lang = cx.lang;
    let lanes = Lanes::ALL.map(|lanes| Choice {
        label: lang.timeline_lanes_by(lanes).to_owned(),
        view: View::Timeline(TimelineState { lanes, ..state.clone() }),
        current: state.lanes == lanes,
    });
    let forms = [(false, lang.timeline_drawing()), (true, lang.timeline_table())].map(|(table, label)| Choice {
        label: label.to_owned(),
        view: View::Timeline(TimelineState { table, ..state.clone() }),
        current: state.table == table,
    });
    let roles = [None, Some(Role::Lead), Some(Role::Coordinate)].map(|role| Choice {
        label: role.map_or(lang.all(), |role| lang.role(role)).to_owned(),
        view: filtered(state, |filter| filter.role = role),
        current: state.filter.role == role,
    });
    tag("div")
        .class("controls timeline-controls")
        .child(choices(cx, lang.timeline_plans(), plans(cx, state)))
        .child(choices(cx, lang.timeline_role(), roles.into()))
        .child(agency(cx, state))
        .child(select("timeline-group", lang.timeline_group(), groups(cx, state)))
        .child(select("timeline-from", lang.timeline_from(), years(cx, state, true)))
        .child(select("timeline-to", lang.timeline_to(), years(cx, state, false)))
        .child((!state.table).then(|| choices(cx, lang.timeline_lanes(), lanes.into())))
        .child(choices(cx, lang.timeline_show(), forms.into()))
        .into_any()
}

/// Each plan switches itself on and off.
fn plans(cx: Cx<'_>, state: &TimelineState) -> Vec<Choice> {
    let all = plans_with_tasks(cx.data);
    let filter = &state.filter;
    let mut out = vec![Choice {
        label: cx.lang.all().to_owned(),
        view: filtered(state, |filter| filter.plans.clear()),
        current: filter.plans.is_empty(),
    }];
    out.extend(all.iter().map(|plan| Choice {
        label: plan.short.get(cx.lang).to_owned(),
        view: filtered(state, |f| f.plans = filter.toggled(&plan.id, &all)),
        current: filter.names(&plan.id),
    }));
    out
}

fn groups(cx: Cx<'_>, state: &TimelineState) -> Vec<Option3> {
    let none = filtered(state, |filter| filter.group = None);
    let mut out = vec![(cx.href(none), cx.lang.all().to_owned(), state.filter.group.is_none())];
    out.extend(cx.data.groups.solution.iter().map(|group| {
        let view = filtered(state, |filter| filter.group = Some(group.id));
        (cx.href(view), group.name.get(cx.lang).to_owned(), state.filter.group.as_ref() == Some(&group.id))
    }));
    out
}

/// The years of one end; those beyond the other end would leave nothing and are not offered.
fn years(cx: Cx<'_>, state: &TimelineState, from: bool) -> Vec<Option3> {
    let (first, last) = years_of(cx.data);
    let filter = &state.filter;
    let chosen = if from { filter.from } else { filter.to };
    let (low, high) = if from { (first, filter.to.unwrap_or(last)) } else { (filter.from.unwrap_or(first), last) };
    let option = |year: Option<i32>| {
        let view = filtered(state, |filter| *(if from { &mut filter.from } else { &mut filter.to }) = year);
        let name = year.map_or(cx.lang.all().to_owned(), |year| year.to_string());
        (cx.href(view), name, year == chosen)
    };
    let mut years: Vec<i32> = (low.max(first)..=high.min(last)).chain(chosen).list();
    sort::years(&mut years);
    std::iter::once(option(None)).chain(years.into_iter().map(|year| option(Some(year)))).list()
}

/// The agencies under two headings, which the plain select box does not have.
fn agency(cx: Cx<'_>, state: &TimelineState) -> Html {
    let lang = cx.lang;
    let mut agencies = agencies_of(cx.data, &state.filter.plans, lang);
    // An agency that the plans no longer have stays on offer as long as it is the chosen one.
    if let Some(chosen) = state.filter.agency.as_ref().and_then(|id| cx.data.agency(id))
        && agencies.iter().all(|agency| agency.id != chosen.id)
    {
        agencies.push(chosen);
    }
    let option = |agency: &Agency| {
        let view = filtered(state, |filter| filter.agency = Some(agency.id));
        let selected = state.filter.agency.as_ref() == Some(&agency.id);
        // The property beside the attribute: what the reader picked last outlives the attribute in Firefox.
        tag("option").attr("value", cx.href(view)).attr("selected", selected).child(agency.name.get(lang).to_owned())
    };
    let group = |level: Level, label: &'static str| {
        let options: Vec<_> = agencies.iter().filter(|agency| agency.level == level).map(|a| option(a)).list();
        (!options.is_empty()).then(|| tag("optgroup").attr("label", label).child(options))
    };
    let none = cx.href(filtered(state, |filter| filter.agency = None));
    let all = state.filter.agency.is_none();
    tag("label")
        .class("select")
        .attr("for", "timeline-agency")
        .child(tag("span").class("select__label").child(lang.timeline_agency()))
        .child(
            tag("select")
                .attr("id", "timeline-agency")
                .attr("data-go", true)
                .child(tag("option").attr("value", none).attr("selected", all).child(lang.all()))
                .child(group(Level::National, lang.timeline_national()))
                .child(group(Level::Province, lang.timeline_provincial())),
        )
        .into_any()
}

//! Tasks, in whatever view they stand.

use super::{Cell, Filled, Kind, Maker, Spec, Table};
use crate::address::TimelineState;
use crate::list::List;
use crate::model::{Plan, Task};
use crate::timeline::{Filter, shown};

/// What is told of a task.
pub(super) const SPECS: [Spec<Task>; 15] = [
    ("plan", |lang| lang.export_plan(), Kind::Text, 24, |m, plan, _| Cell::text(plan.short.get(m.lang))),
    ("clause", |lang| lang.plan_clause(), Kind::Text, 18, |m, _, task| m.clause(&task.clause)),
    ("task", |lang| lang.plan_task(), Kind::Text, 60, |m, _, task| Cell::text(task.title.get(m.lang))),
    (
        "group",
        |lang| lang.agency_group(),
        Kind::Text,
        24,
        |m, _, task| Cell::maybe(m.data.solution_group(&task.group).map(|group| group.name.get(m.lang))),
    ),
    ("lead", |lang| lang.plan_lead(), Kind::Text, 28, |m, _, task| Cell::text(m.agencies(&task.lead))),
    (
        "lead_absent",
        |lang| lang.export_lead_absent(),
        Kind::Text,
        18,
        |m, _, task| Cell::maybe(task.lead_absent.map(|why| m.lang.lead_absent(why))),
    ),
    (
        "coordinate",
        |lang| lang.plan_coordinate(),
        Kind::Text,
        36,
        |m, _, task| Cell::text(m.agencies(&task.coordinate)),
    ),
    ("start", |lang| lang.export_start(), Kind::Whole, 10, |_, _, task| Cell::year(task.start)),
    ("end", |lang| lang.export_end(), Kind::Whole, 10, |_, _, task| Cell::year(task.end)),
    ("years", |lang| lang.export_years_said(), Kind::Text, 24, |m, _, task| Cell::text(m.lang.years(task))),
    (
        "recurrence",
        |lang| lang.export_recurrence(),
        Kind::Text,
        18,
        |m, _, task| Cell::text(task.recurrence.map(|recurrence| m.lang.recurrence(recurrence)).unwrap_or_default()),
    ),
    ("reading", |lang| lang.export_reading(), Kind::Text, 16, |m, _, task| Cell::text(m.lang.reading(task.reading))),
    ("flags", |lang| lang.export_flags(), Kind::Text, 24, |m, _, task| m.flags(&task.flags)),
    (
        "note",
        |lang| lang.export_note(),
        Kind::Text,
        40,
        |m, _, task| Cell::maybe(task.note.as_ref().map(|note| note.get(m.lang))),
    ),
    ("address", |lang| lang.export_record_address(), Kind::Address, 30, |m, plan, task| m.record(plan, &task.id)),
];

/// A table of tasks.
pub(super) fn table<'t>(maker: Maker<'_>, name: &str, tasks: impl Iterator<Item = (&'t Plan, &'t Task)>) -> Table {
    maker.table(name, &SPECS, tasks)
}

/// The tasks that the filter lets through, each once, however many lanes it stands in.
pub(super) fn timeline<'a>(maker: Maker<'a>, state: &TimelineState) -> Filled<'a> {
    let lang = maker.lang;
    let tasks = shown(maker.data, &state.filter);
    let all = maker.data.tasks().count();
    let mut about = filter(maker, &state.filter);
    about.push(lang.timeline_shown(tasks.len(), all));
    Filled {
        title: lang.timeline_title().to_owned(),
        about,
        tables: vec![table(maker, lang.export_tasks(), tasks.iter().copied())],
        plans: maker.plans_of(tasks.iter().map(|(plan, _)| *plan)),
        outcomes: Vec::new(),
    }
}

/// What a filter lets through, in words.
pub(super) fn filter(maker: Maker<'_>, filter: &Filter) -> Vec<String> {
    let (data, lang) = (maker.data, maker.lang);
    let Filter { plans, agency, role, group, from, to } = filter;
    let plans = plans.iter().filter_map(|id| data.plan(id)).map(|plan| plan.short.get(lang)).list();
    let agency = agency.as_ref().and_then(|id| data.agency(id)).map(|agency| agency.name.get(lang)).into_iter().list();
    let role = role.map(|role| lang.role(role)).into_iter().list();
    let group = group.as_ref().and_then(|id| data.solution_group(id)).map(|group| group.name.get(lang));
    let years = [(lang.export_from(), from), (lang.export_to(), to)];
    let years = years.iter().filter_map(|(label, year)| year.map(|year| format!("{label}: {year}")));
    [
        maker.chosen(lang.export_plan(), &plans),
        maker.chosen(lang.timeline_agency(), &agency),
        maker.chosen(lang.export_role(), &role),
        maker.chosen(lang.agency_group(), &group.into_iter().list()),
    ]
    .into_iter()
    .flatten()
    .chain(years)
    .list()
}

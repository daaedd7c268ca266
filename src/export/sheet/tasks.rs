//! Tasks, in whatever view they stand.

use super::columns::{Item, TASKS};
use super::{Filled, Maker, Table};
use crate::address::TimelineState;
use crate::list::List;
use crate::model::{Plan, Record, Task};
use crate::timeline::{Filter, shown};

/// A table of tasks.
pub(super) fn table(maker: Maker<'_>, name: &str, tasks: &[(&Plan, &Task)]) -> Table {
    let items = tasks.iter().map(|(plan, task)| (*plan, Item::Record(Record::Task(task)))).list();
    maker.table(name, TASKS, &items)
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
        tables: vec![table(maker, lang.export_tasks(), &tasks)],
        plans: maker.plans_of(&tasks.iter().map(|(plan, _)| *plan).list()),
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

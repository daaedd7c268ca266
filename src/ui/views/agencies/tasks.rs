//! A task in a list or table of an agency's tasks: when, and with whom.

use crate::list::List;
use crate::model::{AgencyId, Plan, Task};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::{link, parts};

/// Whether the task must look uncertain.
pub(in crate::ui::views) fn is_doubtful(cx: Cx<'_>, task: &Task) -> bool {
    parts::is_doubtful(cx, &task.flags) || task.dates_uncertain()
}

/// A task in a list, with the others in it than `me`.
pub(in crate::ui::views) fn item(cx: Cx<'_>, plan: &Plan, task: &Task, me: Option<&AgencyId>) -> Html {
    let class = if is_doubtful(cx, task) { "task-list__item is-doubtful" } else { "task-list__item" };
    tag("li")
        .class(class)
        .child(link::record(cx, plan, &task.id, task.title.get(cx.lang)))
        .child(tag("p").class("task-list__when").child(format!("{} · {}", plan.short.get(cx.lang), when(cx, task))))
        .child(others(cx, task, me))
        .child(parts::flag_tags(cx, &task.flags))
        .into_any()
}

/// A task's years and how it recurs.
pub(in crate::ui::views) fn when(cx: Cx<'_>, task: &Task) -> String {
    let years = cx.lang.years(task);
    match task.recurrence {
        Some(recurrence) => format!("{years}; {}", cx.lang.recurrence(recurrence)),
        None => years,
    }
}

/// Who else has a part in a task: leads first; why nobody leads where nobody does.
pub(in crate::ui::views) fn others(cx: Cx<'_>, task: &Task, me: Option<&AgencyId>) -> Html {
    let lang = cx.lang;
    let lead = if me.is_some_and(|me| task.lead.contains(me)) { lang.agency_lead_too() } else { lang.agency_lead() };
    let unled = task.lead_absent.filter(|_| task.lead.is_empty()).map(|why| lang.lead_absent(why));
    let lines: Vec<_> = [(lead, &task.lead, unled), (lang.agency_coordinate(), &task.coordinate, None)]
        .into_iter()
        .filter_map(|(label, agencies, instead)| {
            let agencies = agencies.iter().filter(|id| Some(*id) != me).filter_map(|id| cx.data.agency(id));
            // Some names have commas in them.
            let names: Vec<_> = agencies
                .enumerate()
                .map(|(i, agency)| fragment().child((i > 0).then_some("; ")).child(link::agency(cx, agency)).into_any())
                .list();
            (instead.is_some() || !names.is_empty()).then(|| {
                tag("li").child(tag("span").class("muted").child(format!("{label}: "))).child(instead).child(names)
            })
        })
        .list();
    if lines.is_empty() {
        return ().into_any();
    }
    tag("ul").class("with-whom").child(lines).into_any()
}

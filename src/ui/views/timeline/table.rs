//! The tasks shown as one table, each once, in the order of the plans and their texts.

use crate::address::TimelineState;
use crate::list::List;
use crate::model::{AgencyId, Plan, Task};
use crate::timeline::shown;
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;
use crate::ui::parts::{Column, flag_tags, is_doubtful, scrolling};

pub(super) fn table(cx: Cx<'_>, state: &TimelineState) -> Html {
    let lang = cx.lang;
    let tasks = shown(cx.data, &state.filter);
    let columns = [
        lang.timeline_column_task(),
        lang.timeline_column_plan(),
        lang.timeline_column_clause(),
        lang.timeline_column_lead(),
        lang.timeline_column_coordinate(),
        lang.timeline_column_years(),
        lang.timeline_column_recurrence(),
        lang.timeline_column_reading(),
        lang.timeline_column_flags(),
    ];
    let rows = all(tasks.iter().map(|(plan, task)| row(cx, plan, task)));
    tag("div")
        .class("timeline-table")
        .child(scrolling(lang, lang.timeline_tasks(tasks.len()), columns.map(Column::text).into(), rows))
        .into_any()
}

fn row(cx: Cx<'_>, plan: &Plan, task: &Task) -> Html {
    let lang = cx.lang;
    let absent = task.lead_absent.map(|why| lang.lead_absent(why));
    let recurrence = task.recurrence.map(|recurrence| lang.recurrence(recurrence));
    tag("tr")
        .class_if("is-doubtful", is_doubtful(cx, &task.flags))
        .class_if("is-draft", !task.is_commitment())
        .child(tag("th").attr("scope", "row").child(link::record(cx, plan, &task.id, task.title.get(lang))))
        .child(tag("td").child(plan.short.get(lang)))
        .child(tag("td").child(task.clause.to_string()))
        .child(tag("td").child(agencies(cx, &task.lead)).child(absent))
        .child(tag("td").child(agencies(cx, &task.coordinate)))
        .child(tag("td").child(lang.years(task)))
        .child(tag("td").child(recurrence))
        .child(tag("td").child(lang.reading(task.reading)))
        .child(tag("td").child(flag_tags(cx, &task.flags)))
        .into_any()
}

fn agencies(cx: Cx<'_>, ids: &[AgencyId]) -> Html {
    let known = ids.iter().filter_map(|id| cx.data.agency(id)).enumerate();
    let links: Vec<_> =
        known.map(|(i, agency)| fragment().child((i > 0).then_some(", ")).child(link::agency(cx, agency))).list();
    links.into_any()
}

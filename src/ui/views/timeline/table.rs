//! The tasks shown as one table, each once, in the order of the plans and their texts.

use crate::address::TimelineState;
use crate::model::{AgencyId, Plan, Task};
use crate::timeline::shown;
use crate::ui::cx::Cx;
use crate::ui::link;
use crate::ui::parts::{Column, flag_tags, is_doubtful, scrolling};
use leptos::prelude::*;

pub(super) fn table(cx: Cx<'_>, state: &TimelineState) -> AnyView {
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
    let rows: Vec<_> = tasks.iter().map(|(plan, task)| row(cx, plan, task)).collect();
    view! {
        <div class="timeline-table">
            {scrolling(lang, lang.timeline_tasks(tasks.len()), columns.map(Column::text).into(), rows)}
        </div>
    }
    .into_any()
}

fn row(cx: Cx<'_>, plan: &Plan, task: &Task) -> AnyView {
    let lang = cx.lang;
    let absent = task.lead_absent.map(|why| lang.lead_absent(why));
    let recurrence = task.recurrence.map(|recurrence| lang.recurrence(recurrence));
    view! {
        <tr class:is-doubtful=is_doubtful(cx, &task.flags) class:is-draft=!task.is_commitment()>
            <th scope="row">{link::record(cx, plan, &task.id, task.title.get(lang))}</th>
            <td>{plan.short.get(lang).to_owned()}</td>
            <td>{task.clause.to_string()}</td>
            <td>{agencies(cx, &task.lead)} {absent}</td>
            <td>{agencies(cx, &task.coordinate)}</td>
            <td>{lang.years(task)}</td>
            <td>{recurrence}</td>
            <td>{lang.reading(task.reading)}</td>
            <td>{flag_tags(cx, &task.flags)}</td>
        </tr>
    }
    .into_any()
}

fn agencies(cx: Cx<'_>, ids: &[AgencyId]) -> AnyView {
    let known = ids.iter().filter_map(|id| cx.data.agency(id)).enumerate();
    let links: Vec<_> =
        known.map(|(i, agency)| view! { {(i > 0).then_some(", ")} {link::agency(cx, agency)} }).collect();
    links.into_any()
}

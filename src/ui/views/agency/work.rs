//! An agency's tasks by plan, and whom it does them with.

use crate::matrix::{ByPlan, Portfolio};
use crate::model::{Agency, Plan, Role, Task};
use crate::ui::cx::Cx;
use crate::ui::link;
use crate::ui::parts::{Column, flag_tags, level_mark, scrolling};
use crate::ui::views::agencies::tasks;
use leptos::prelude::*;

pub(super) fn leads(cx: Cx<'_>, agency: &Agency, portfolio: &Portfolio<'_>) -> AnyView {
    by_plan(cx, agency, Role::Lead, &portfolio.lead)
}

pub(super) fn coordinates(cx: Cx<'_>, agency: &Agency, portfolio: &Portfolio<'_>) -> AnyView {
    by_plan(cx, agency, Role::Coordinate, &portfolio.coordinate)
}

fn by_plan(cx: Cx<'_>, agency: &Agency, role: Role, work: &ByPlan<'_>) -> AnyView {
    if work.is_empty() {
        return ().into_any();
    }
    let heading = match role {
        Role::Lead => cx.lang.agency_leads(),
        Role::Coordinate => cx.lang.agency_coordinates(),
    };
    let count: usize = work.iter().map(|(_, tasks)| tasks.len()).sum();
    let plans: Vec<_> = work.iter().map(|(plan, work)| of_plan(cx, agency, role, plan, work)).collect();
    view! { <h2>{format!("{heading} ({count})")}</h2> {plans} }.into_any()
}

fn of_plan(cx: Cx<'_>, agency: &Agency, role: Role, plan: &Plan, work: &[&Task]) -> AnyView {
    let lang = cx.lang;
    let labels = [lang.agency_task(), lang.agency_years(), lang.agency_with(), lang.agency_group()];
    let columns = labels.into_iter().map(Column::text).collect();
    let rows = work.iter().map(|task| row(cx, agency, plan, task)).collect();
    let caption = lang.agency_caption(role == Role::Lead, plan.short.get(lang), work.len());
    view! {
        <h3>{level_mark(cx, plan.level)} " " {link::plan(cx, plan)}</h3>
        <p class="eyebrow">
            {format!("{}–{} · {} · {}", plan.period.0, plan.period.1, lang.status(plan.status), lang.agencies_tasks(work.len()))}
        </p>
        <div class="task-table">{scrolling(lang, caption, columns, rows)}</div>
    }
    .into_any()
}

/// A task's row. On a phone its cells stand one below the other, each with its column's name.
fn row(cx: Cx<'_>, agency: &Agency, plan: &Plan, task: &Task) -> AnyView {
    let lang = cx.lang;
    let group = cx.data.solution_group(&task.group).map(|g| g.name.get(lang).to_owned());
    view! {
        <tr role="row" class:is-doubtful=tasks::is_doubtful(cx, task)>
            <th scope="row" role="rowheader">
                {link::record(cx, plan, &task.id, task.title.get(lang))}
                " "
                {flag_tags(cx, &task.flags)}
            </th>
            <td role="cell" data-label=lang.agency_years()>{tasks::when(cx, task)}</td>
            <td role="cell">{tasks::others(cx, task, Some(&agency.id))}</td>
            <td role="cell" data-label=lang.agency_group()>{group}</td>
        </tr>
    }
    .into_any()
}

pub(super) fn partners(cx: Cx<'_>, portfolio: &Portfolio<'_>) -> AnyView {
    let lang = cx.lang;
    let Some(first) = portfolio.partners.first() else { return ().into_any() };
    let caption = lang.agency_partners_caption(first.agency.name.get(lang), first.total());
    let mut columns = vec![Column::text(lang.agency_partner())];
    let counted = [lang.agency_leads_too(), lang.agency_helps(), lang.agency_is_helped(), lang.agency_together()];
    columns.extend(counted.into_iter().map(Column::number));
    let rows = portfolio
        .partners
        .iter()
        .map(|partner| {
            let figures: Vec<_> = [partner.leads_too, partner.helps, partner.is_helped, partner.total()]
                .into_iter()
                .map(|n| view! { <td class="numeric">{if n > 0 { n.to_string() } else { "–".to_owned() }}</td> })
                .collect();
            view! { <tr><th scope="row">{link::agency(cx, partner.agency)}</th>{figures}</tr> }.into_any()
        })
        .collect();
    view! {
        <h2>{lang.agency_partners()}</h2>
        <div class="partners">{scrolling(lang, caption, columns, rows)}</div>
    }
    .into_any()
}

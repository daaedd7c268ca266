//! An agency's tasks by plan, and whom it does them with.

use crate::list::List;
use crate::matrix::{ByPlan, Portfolio};
use crate::model::{Agency, Plan, Role, Task};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;
use crate::ui::parts::{Column, flag_tags, level_mark, scrolling};
use crate::ui::views::agencies::tasks;

pub(super) fn leads(cx: Cx<'_>, agency: &Agency, portfolio: &Portfolio<'_>) -> Html {
    by_plan(cx, agency, Role::Lead, &portfolio.lead)
}

pub(super) fn coordinates(cx: Cx<'_>, agency: &Agency, portfolio: &Portfolio<'_>) -> Html {
    by_plan(cx, agency, Role::Coordinate, &portfolio.coordinate)
}

fn by_plan(cx: Cx<'_>, agency: &Agency, role: Role, work: &ByPlan<'_>) -> Html {
    if work.is_empty() {
        return ().into_any();
    }
    let heading = match role {
        Role::Lead => cx.lang.agency_leads(),
        Role::Coordinate => cx.lang.agency_coordinates(),
    };
    let count: usize = work.iter().map(|(_, tasks)| tasks.len()).sum();
    let plans = all(work.iter().map(|(plan, work)| of_plan(cx, agency, role, plan, work)));
    fragment().child(tag("h2").child(format!("{heading} ({count})"))).child(plans).into_any()
}

fn of_plan(cx: Cx<'_>, agency: &Agency, role: Role, plan: &Plan, work: &[&Task]) -> Html {
    let lang = cx.lang;
    let labels = [lang.agency_task(), lang.agency_years(), lang.agency_with(), lang.agency_group()];
    let columns = labels.into_iter().map(Column::text).list();
    let rows = all(work.iter().map(|task| row(cx, agency, plan, task)));
    let caption = lang.agency_caption(role == Role::Lead, plan.short.get(lang), work.len());
    fragment()
        .child(tag("h3").child(level_mark(cx, plan.level)).child(" ").child(link::plan(cx, plan)))
        .child(tag("p").class("eyebrow").child(format!(
            "{}–{} · {} · {}",
            plan.period.0,
            plan.period.1,
            lang.status(plan.status),
            lang.agencies_tasks(work.len())
        )))
        .child(tag("div").class("task-table").child(scrolling(lang, caption, columns, rows)))
        .into_any()
}

/// A task's row. On a phone its cells stand one below the other, each with its column's name.
fn row(cx: Cx<'_>, agency: &Agency, plan: &Plan, task: &Task) -> Html {
    let lang = cx.lang;
    let group = cx.data.solution_group(&task.group).map(|g| g.name.get(lang).to_owned());
    tag("tr")
        .attr("role", "row")
        .class_if("is-doubtful", tasks::is_doubtful(cx, task))
        .child(
            tag("th")
                .attr("scope", "row")
                .attr("role", "rowheader")
                .child(link::record(cx, plan, &task.id, task.title.get(lang)))
                .child(" ")
                .child(flag_tags(cx, &task.flags)),
        )
        .child(tag("td").attr("role", "cell").attr("data-label", lang.agency_years()).child(tasks::when(cx, task)))
        .child(tag("td").attr("role", "cell").child(tasks::others(cx, task, Some(&agency.id))))
        .child(tag("td").attr("role", "cell").attr("data-label", lang.agency_group()).child(group))
        .into_any()
}

pub(super) fn partners(cx: Cx<'_>, portfolio: &Portfolio<'_>) -> Html {
    let lang = cx.lang;
    let Some(first) = portfolio.partners.first() else { return ().into_any() };
    let caption = lang.agency_partners_caption(first.agency.name.get(lang), first.total());
    let mut columns = vec![Column::text(lang.agency_partner())];
    let counted = [lang.agency_leads_too(), lang.agency_helps(), lang.agency_is_helped(), lang.agency_together()];
    columns.extend(counted.into_iter().map(Column::number));
    let rows = all(portfolio.partners.iter().map(|partner| {
        let figures = all([partner.leads_too, partner.helps, partner.is_helped, partner.total()]
            .into_iter()
            .map(|n| tag("td").class("numeric").child(if n > 0 { n.to_string() } else { "–".to_owned() })));
        tag("tr")
            .child(tag("th").attr("scope", "row").child(link::agency(cx, partner.agency)))
            .child(figures)
            .into_any()
    }));
    fragment()
        .child(tag("h2").child(lang.agency_partners()))
        .child(tag("div").class("partners").child(scrolling(lang, caption, columns, rows)))
        .into_any()
}

//! A plan's records: by clause, or one kind as a table.

use super::budget;
use crate::cite;
use crate::i18n::quantity;
use crate::model::{AgencyId, ClausePath, Plan, Record, Target, Task};
use crate::outcome::judge;
use crate::ui::cx::Cx;
use crate::ui::link;
use crate::ui::parts::{Column, base_of, flag_tags, is_doubtful, result, scrolling};
use leptos::prelude::*;

/// Every record below the heading it stands under.
pub(super) fn by_clause(cx: Cx<'_>, plan: &Plan) -> AnyView {
    let placed: Vec<_> = plan.records().map(|record| (heading_of(plan, record), record)).collect();
    let under = |at: Option<usize>| {
        let records = placed.iter().filter(|(heading, _)| *heading == at);
        let records: Vec<_> = records.map(|(_, record)| item(cx, plan, *record)).collect();
        (!records.is_empty()).then(|| view! { <ul class="clauses">{records}</ul> })
    };
    let decision = under(None).map(|records| view! { <h2>{cx.lang.plan_decision()}</h2> {records} });
    let sections: Vec<_> = plan
        .outline
        .iter()
        .enumerate()
        .map(|(i, heading)| {
            let records = under(Some(i));
            let depth = heading.clause.steps().count();
            let title = view! {
                <span class="clause">{last_step(&heading.clause)}</span> " " {heading.title.get(cx.lang).to_owned()}
            };
            let title = match depth {
                0 | 1 => view! { <h2>{title}</h2> }.into_any(),
                2 => view! { <h3>{title}</h3> }.into_any(),
                _ => view! { <h4>{title}</h4> }.into_any(),
            };
            let money = plan.budget.as_ref().is_some_and(|b| heading.clause.is_within(b.clause.as_str()))
                || plan.budget.as_ref().is_some_and(|b| b.clause.is_within(heading.clause.as_str()) && depth == 1);
            view! {
                {title}
                {records}
                {money.then(|| budget::budget(cx, plan))}
            }
        })
        .collect();
    view! { <div class="outline">{decision} {sections}</div> {left_out(cx, plan)} }.into_any()
}

/// The deepest heading that a record stands under; none for the articles of a decision whose plan is
/// attached to it. A number printed twice heads two sections; its misnumbered records belong to the second.
fn heading_of(plan: &Plan, record: Record<'_>) -> Option<usize> {
    let second = record.flags().iter().any(|flag| *flag == "misnumbered");
    let above = plan.outline.iter().enumerate().filter(|(_, h)| record.clause().is_within(h.clause.as_str()));
    let depth = |(_, h): &(usize, &crate::model::Heading)| h.clause.steps().count();
    let deepest = above.clone().map(|h| depth(&h)).max().unwrap_or(0);
    let mut at = above.filter(|h| depth(h) == deepest).map(|(i, _)| i);
    if second { at.next_back() } else { at.next() }
}

fn last_step(path: &ClausePath) -> String {
    path.steps().last().unwrap_or_default().to_owned()
}

fn item(cx: Cx<'_>, plan: &Plan, record: Record<'_>) -> AnyView {
    let lang = cx.lang;
    let about = match record {
        Record::Task(task) => Some(view! {
            <span class="clauses__about">
                {who(cx, task.lead.as_slice(), lang.plan_no_lead())} " · " {lang.years(task)}
            </span>
        }),
        _ => None,
    };
    let kind = lang.record_kind(record);
    let class = if is_doubtful(cx, record.flags()) { "clauses__item is-doubtful" } else { "clauses__item" };
    view! {
        <li class=class>
            <span class="clauses__kind">{kind}</span>
            <span class="clauses__text">
                {link::record(cx, plan, record.id(), record.title().get(lang))}
                " "
                {flag_tags(cx, record.flags())}
                {about}
            </span>
        </li>
    }
    .into_any()
}

/// Agencies by their short names, linked; `none` where there are none.
pub(in crate::ui::views) fn who(cx: Cx<'_>, ids: &[AgencyId], none: &'static str) -> AnyView {
    if ids.is_empty() {
        return view! { <span class="muted">{none}</span> }.into_any();
    }
    let all: Vec<_> = ids
        .iter()
        .filter_map(|id| cx.data.agency(id))
        .map(|agency| {
            let view = crate::address::View::Agency { agency: agency.id.clone() };
            view! { <span class="separate">{link::to(cx, view, agency.short.get(cx.lang))}</span> }
        })
        .collect();
    all.into_any()
}

/// The targets as a table.
pub(super) fn targets(cx: Cx<'_>, plan: &Plan) -> AnyView {
    let lang = cx.lang;
    let columns = vec![
        Column::text(lang.plan_target()),
        Column::text(lang.plan_figure()),
        Column::text(lang.plan_base()),
        Column::text(lang.plan_year()),
        Column::text(lang.plan_outcome()),
        Column::text(lang.plan_clause()),
    ];
    let rows = plan.targets.iter().map(|t| target_row(cx, plan, t)).collect();
    table(cx, plan.targets.len(), lang.plan_targets(), columns, rows)
}

fn target_row(cx: Cx<'_>, plan: &Plan, t: &Target) -> AnyView {
    let doubtful = is_doubtful(cx, &t.flags);
    let place = match &t.address {
        Some(address) => link::outside(cx, address),
        None => cite::clause(&t.clause, cx.lang).into_any(),
    };
    let base = base_of(cx, t);
    view! {
        <tr class:is-doubtful=doubtful>
            <th scope="row">
                {link::record(cx, plan, &t.id, t.title.get(cx.lang))} " " {flag_tags(cx, &t.flags)}
            </th>
            <td><span class="figure">{quantity(t.quantity(), cx.lang)}</span></td>
            <td>{base}</td>
            <td>{t.year}</td>
            <td>{result(cx, judge(cx.data, plan, t).result)}</td>
            <td>{place}</td>
        </tr>
    }
    .into_any()
}

/// The tasks as a table.
pub(super) fn tasks(cx: Cx<'_>, plan: &Plan) -> AnyView {
    let lang = cx.lang;
    let columns = vec![
        Column::text(lang.plan_task()),
        Column::text(lang.plan_lead()),
        Column::text(lang.plan_coordinate()),
        Column::text(lang.plan_years()),
        Column::text(lang.plan_clause()),
    ];
    let rows = plan.tasks.iter().map(|t| task_row(cx, plan, t)).collect();
    table(cx, plan.tasks.len(), lang.plan_tasks(), columns, rows)
}

fn task_row(cx: Cx<'_>, plan: &Plan, t: &Task) -> AnyView {
    let lang = cx.lang;
    let doubtful = is_doubtful(cx, &t.flags);
    let recurrence = t.recurrence.map(|r| format!("; {}", lang.recurrence(r)));
    let absent = t.lead_absent.map_or(lang.none_stated(), |why| lang.lead_absent(why));
    view! {
        <tr class:is-doubtful=doubtful>
            <th scope="row">
                {link::record(cx, plan, &t.id, t.title.get(lang))} " " {flag_tags(cx, &t.flags)}
            </th>
            <td>{who(cx, &t.lead, absent)}</td>
            <td>{who(cx, &t.coordinate, "–")}</td>
            <td>{lang.years(t)} {recurrence}</td>
            <td>{cite::clause(&t.clause, lang)}</td>
        </tr>
    }
    .into_any()
}

/// The objectives as a table.
pub(super) fn objectives(cx: Cx<'_>, plan: &Plan) -> AnyView {
    let columns = vec![Column::text(cx.lang.plan_objectives()), Column::text(cx.lang.plan_clause())];
    let rows = plan.objectives.iter().map(|o| plain_row(cx, plan, Record::Objective(o), None)).collect();
    table(cx, plan.objectives.len(), cx.lang.plan_objectives(), columns, rows)
}

/// The provisions as a table.
pub(super) fn provisions(cx: Cx<'_>, plan: &Plan) -> AnyView {
    let lang = cx.lang;
    let columns = vec![
        Column::text(lang.plan_provisions()),
        Column::text(lang.plan_defect_kind()),
        Column::text(lang.plan_clause()),
    ];
    let rows = plan
        .provisions
        .iter()
        .map(|p| plain_row(cx, plan, Record::Provision(p), Some(lang.provision_kind(p.kind))))
        .collect();
    table(cx, plan.provisions.len(), lang.plan_provisions(), columns, rows)
}

fn plain_row(cx: Cx<'_>, plan: &Plan, record: Record<'_>, kind: Option<&'static str>) -> AnyView {
    let kind = kind.map(|kind| view! { <td>{kind}</td> });
    let clause = cite::clause(record.clause(), cx.lang);
    view! {
        <tr>
            <th scope="row">
                {link::record(cx, plan, record.id(), record.title().get(cx.lang))} " "
                {flag_tags(cx, record.flags())}
            </th>
            {kind}
            <td>{clause}</td>
        </tr>
    }
    .into_any()
}

/// The defects of the text as a table.
pub(super) fn defects(cx: Cx<'_>, plan: &Plan) -> AnyView {
    let lang = cx.lang;
    let columns = vec![
        Column::text(lang.plan_defect()),
        Column::text(lang.plan_defect_kind()),
        Column::text(lang.plan_defect_note()),
        Column::text(lang.plan_defect_basis()),
    ];
    let rows = plan.defects.iter().map(|defect| {
        let place = if defect.clause.is_clause() {
            cite::clause(&defect.clause, lang)
        } else {
            lang.plan_whole_text().to_owned()
        };
        let records: Vec<_> = defect
            .records
            .iter()
            .map(|id| view! { <span class="separate">{link::record(cx, plan, id, id.as_str())}</span> })
            .collect();
        let seen = defect.address.as_deref().map(|address| link::outside(cx, address));
        view! {
            <tr>
                <th scope="row">{place}</th>
                <td>{lang.defect_kind(defect.kind)}</td>
                <td>{defect.note.get(lang).to_owned()} " " {records}</td>
                <td>{lang.defect_basis(defect.basis)} " " {seen}</td>
            </tr>
        }
        .into_any()
    });
    let rows = rows.collect();
    view! {
        {table(cx, plan.defects.len(), lang.plan_defects(), columns, rows)}
        {left_out(cx, plan)}
    }
    .into_any()
}

fn table(cx: Cx<'_>, n: usize, what: &'static str, columns: Vec<Column>, rows: Vec<AnyView>) -> AnyView {
    if n == 0 {
        return view! { <p>{cx.lang.plan_none()}</p> }.into_any();
    }
    scrolling(cx.lang, cx.lang.plan_count(n, what), columns, rows)
}

fn left_out(cx: Cx<'_>, plan: &Plan) -> AnyView {
    if plan.left_out.is_empty() {
        return ().into_any();
    }
    let items: Vec<_> = plan
        .left_out
        .iter()
        .map(|left| {
            view! { <li>{cite::clause(&left.clause, cx.lang)} ": " {left.reason.get(cx.lang).to_owned()}</li> }
        })
        .collect();
    view! { <h2>{cx.lang.plan_left_out()}</h2> <ul>{items}</ul> }.into_any()
}

//! The list of plans.

use crate::address::View;
use crate::model::{Basis, Level, Plan, Status};
use crate::ui::cx::Cx;
use crate::ui::link;
use crate::ui::parts::{Column, level_mark, scrolling};
use leptos::prelude::*;

/// Every plan, national before provincial.
pub fn plans(cx: Cx<'_>) -> AnyView {
    let lang = cx.lang;
    view! {
        <h1 id="page-title" tabindex="-1">{lang.plans_title()}</h1>
        <p class="lead">{lang.plans_lead()}</p>
        <h2>{lang.plans_national()}</h2>
        {table(cx, Level::National, lang.plans_national_caption())}
        <p class="small muted">{lang.plans_draft_note()}</p>
        <h2>{lang.plans_provincial()}</h2>
        {table(cx, Level::Province, lang.plans_provincial_caption())}
    }
    .into_any()
}

fn table(cx: Cx<'_>, level: Level, caption: &'static str) -> AnyView {
    let lang = cx.lang;
    let columns = vec![
        Column::text(lang.plans_name()),
        Column::text(lang.plans_document()),
        Column::text(lang.plans_period()),
        Column::text(lang.plans_status()),
        Column::number(lang.plans_objectives()),
        Column::number(lang.plans_targets()),
        Column::number(lang.plans_tasks()),
        Column::number(lang.plans_defects()),
    ];
    let rows = cx.data.plans.iter().filter(|plan| plan.level == level).map(|plan| row(cx, plan)).collect();
    view! { <div class="plans__table">{scrolling(lang, caption, columns, rows)}</div> }.into_any()
}

fn row(cx: Cx<'_>, plan: &Plan) -> AnyView {
    let lang = cx.lang;
    let issuer = cx.data.agency(&plan.issuer).map(|agency| link::agency(cx, agency));
    let (first, last) = plan.period;
    // A press report names some targets; what else the plan holds is not known, which is not nought.
    let count = |n: usize| {
        if plan.basis == Basis::Press {
            view! { <td class="numeric muted">{lang.plans_unknown()}</td> }.into_any()
        } else {
            view! { <td class="numeric">{n.to_string()}</td> }.into_any()
        }
    };
    let class = match (plan.basis, plan.status) {
        (_, Status::Draft | Status::Superseded) => "plans__plan plans__plan--draft",
        (Basis::Press, _) => "plans__plan plans__plan--press",
        _ => "plans__plan",
    };
    view! {
        <tr class=class>
            <th scope="row">
                <p class="plans__name">
                    {level_mark(cx, plan.level)}
                    " "
                    {link::to(cx, View::Plan { plan: plan.id.clone(), part: None }, plan.title.get(lang))}
                </p>
                <p class="plans__about">{first_sentence(plan.about.get(lang)).to_owned()}</p>
            </th>
            <td>
                <p class="plans__document">{lang.document(plan)}</p>
                <p class="plans__issuer">{issuer}</p>
            </td>
            <td class="plans__period">{format!("{first}–{last}")}</td>
            <td>{standing(cx, plan)}</td>
            {count(plan.objectives.len())}
            <td class="numeric">{plan.targets.len().to_string()}</td>
            {count(plan.tasks.len())}
            {count(plan.defects.len())}
        </tr>
    }
    .into_any()
}

/// Where a plan stands, what was read of it, and which plans it belongs to.
fn standing(cx: Cx<'_>, plan: &Plan) -> AnyView {
    let lang = cx.lang;
    let press = plan.basis == Basis::Press;
    let class = if press { "flag flag--doubt" } else { "flag" };
    let sign = if press { "? " } else { "" };
    let related = [(lang.plans_answers(), &plan.answers), (lang.plans_replaced_by(), &plan.superseded_by)];
    let related: Vec<_> = related
        .into_iter()
        .filter_map(|(how, id)| Some((how, cx.data.plan(id.as_ref()?)?)))
        .map(|(how, other)| view! { <p class="plans__related">{how}" "{link::plan(cx, other)}</p> })
        .collect();
    view! {
        <p class="plans__status">{lang.status(plan.status)}</p>
        <p class="plans__basis"><span class=class>{format!("{sign}{}", lang.basis(plan.basis))}</span></p>
        {related}
    }
    .into_any()
}

/// The first sentence of a text: up to a full stop before a capital letter.
fn first_sentence(text: &str) -> &str {
    let ends = text.match_indices(". ").map(|(at, _)| at + 1);
    let end = ends.filter(|at| text[*at..].trim_start().chars().next().is_some_and(char::is_uppercase)).min();
    end.map_or(text, |end| &text[..end])
}

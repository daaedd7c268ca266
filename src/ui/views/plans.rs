//! The list of plans.

use crate::address::View;
use crate::model::{Basis, Level, Plan, Status};
use crate::text;
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;
use crate::ui::parts::{Column, level_mark, scrolling};

/// Every plan, national before provincial.
pub fn plans(cx: Cx<'_>) -> Html {
    let lang = cx.lang;
    fragment()
        .child(tag("h1").attr("id", "page-title").attr("tabindex", "-1").child(lang.plans_title()))
        .child(tag("p").class("lead").child(lang.plans_lead()))
        .child(tag("h2").child(lang.plans_national()))
        .child(table(cx, Level::National, lang.plans_national_caption()))
        .child(tag("p").class("small muted").child(lang.plans_draft_note()))
        .child(tag("h2").child(lang.plans_provincial()))
        .child(table(cx, Level::Province, lang.plans_provincial_caption()))
        .into_any()
}

fn table(cx: Cx<'_>, level: Level, caption: &'static str) -> Html {
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
    let rows = all(cx.data.plans.iter().filter(|plan| plan.level == level).map(|plan| row(cx, plan)));
    tag("div").class("plans__table").child(scrolling(lang, caption, columns, rows)).into_any()
}

fn row(cx: Cx<'_>, plan: &Plan) -> Html {
    let lang = cx.lang;
    let issuer = cx.data.agency(&plan.issuer).map(|agency| link::agency(cx, agency));
    let (first, last) = plan.period;
    // A press report names some targets; what else the plan holds is not known, which is not nought.
    let count = |n: usize| {
        if plan.basis == Basis::Press {
            tag("td").class("numeric muted").child(lang.plans_unknown()).into_any()
        } else {
            tag("td").class("numeric").child(n.to_string()).into_any()
        }
    };
    let class = match (plan.basis, plan.status) {
        (_, Status::Draft | Status::Superseded) => "plans__plan plans__plan--draft",
        (Basis::Press, _) => "plans__plan plans__plan--press",
        _ => "plans__plan",
    };
    tag("tr")
        .class(class)
        .child(
            tag("th")
                .attr("scope", "row")
                .child(tag("p").class("plans__name").child(level_mark(cx, plan.level)).child(" ").child(link::to(
                    cx,
                    View::Plan { plan: plan.id, part: None },
                    plan.title.get(lang),
                )))
                .child(tag("p").class("plans__about").child(first_sentence(plan.about.get(lang)))),
        )
        .child(
            tag("td")
                .child(tag("p").class("plans__document").child(lang.document(plan)))
                .child(tag("p").class("plans__issuer").child(issuer)),
        )
        .child(tag("td").class("plans__period").child(format!("{first}–{last}")))
        .child(tag("td").child(standing(cx, plan)))
        .child(count(plan.objectives.len()))
        .child(tag("td").class("numeric").child(plan.targets.len().to_string()))
        .child(count(plan.tasks.len()))
        .child(count(plan.defects.len()))
        .into_any()
}

/// Where a plan stands, what was read of it, and which plans it belongs to.
fn standing(cx: Cx<'_>, plan: &Plan) -> Html {
    let lang = cx.lang;
    let press = plan.basis == Basis::Press;
    let class = if press { "flag flag--doubt" } else { "flag" };
    let sign = if press { "? " } else { "" };
    let related = [(lang.plans_answers(), &plan.answers), (lang.plans_replaced_by(), &plan.superseded_by)];
    let related = all(related
        .into_iter()
        .filter_map(|(how, id)| Some((how, cx.data.plan(id.as_ref()?)?)))
        .map(|(how, other)| tag("p").class("plans__related").child(how).child(" ").child(link::plan(cx, other))));
    fragment()
        .child(tag("p").class("plans__status").child(lang.status(plan.status)))
        .child(
            tag("p")
                .class("plans__basis")
                .child(tag("span").class(class).child(format!("{sign}{}", lang.basis(plan.basis)))),
        )
        .child(related)
        .into_any()
}

/// The first sentence of a text: up to a full stop before a capital letter.
fn first_sentence(words: &str) -> &str {
    let ends = words.match_indices(". ").map(|(at, _)| at + 1);
    let end = ends.filter(|at| words[*at..].trim_start().chars().next().is_some_and(|c| text::lower(c) != c)).min();
    end.map_or(words, |end| &words[..end])
}

//! A plan's tasks, objectives, provisions or defects as a table. The workshop draws these.

use super::budget;
use super::records::{left_out, table, who};
use crate::address::Part;
use crate::cite;
use crate::model::{Plan, Record, Task};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;
use crate::ui::parts::{Column, flag_tags, is_doubtful};

/// The records of one kind; nothing for targets, which stand on the page itself.
pub fn kind(cx: Cx<'_>, plan: &Plan, part: Part) -> Html {
    match part {
        Part::Objectives => objectives(cx, plan),
        Part::Tasks => tasks(cx, plan),
        Part::Provisions => fragment().child(budget::budget(cx, plan)).child(provisions(cx, plan)),
        Part::Defects => defects(cx, plan),
        Part::Targets => ().into_any(),
    }
}

/// The tasks as a table.
fn tasks(cx: Cx<'_>, plan: &Plan) -> Html {
    let lang = cx.lang;
    let columns = vec![
        Column::text(lang.plan_task()),
        Column::text(lang.plan_lead()),
        Column::text(lang.plan_coordinate()),
        Column::text(lang.plan_years()),
        Column::text(lang.plan_clause()),
    ];
    let rows = all(plan.tasks.iter().map(|t| task_row(cx, plan, t)));
    table(cx, plan.tasks.len(), lang.plan_tasks(), columns, rows)
}

fn task_row(cx: Cx<'_>, plan: &Plan, t: &Task) -> Html {
    let lang = cx.lang;
    let doubtful = is_doubtful(cx, &t.flags);
    let recurrence = t.recurrence.map(|r| format!("; {}", lang.recurrence(r)));
    let absent = t.lead_absent.map_or(lang.none_stated(), |why| lang.lead_absent(why));
    tag("tr")
        .class_if("is-doubtful", doubtful)
        .child(
            tag("th")
                .attr("scope", "row")
                .child(link::record(cx, plan, &t.id, t.title.get(lang)))
                .child(" ")
                .child(flag_tags(cx, &t.flags)),
        )
        .child(tag("td").child(who(cx, &t.lead, absent)))
        .child(tag("td").child(who(cx, &t.coordinate, "–")))
        .child(tag("td").child(lang.years(t)).child(recurrence))
        .child(tag("td").child(cite::clause(&t.clause, lang)))
        .into_any()
}

/// The objectives as a table.
fn objectives(cx: Cx<'_>, plan: &Plan) -> Html {
    let columns = vec![Column::text(cx.lang.plan_objectives()), Column::text(cx.lang.plan_clause())];
    let rows = all(plan.objectives.iter().map(|o| plain_row(cx, plan, Record::Objective(o), None)));
    table(cx, plan.objectives.len(), cx.lang.plan_objectives(), columns, rows)
}

/// The provisions as a table.
fn provisions(cx: Cx<'_>, plan: &Plan) -> Html {
    let lang = cx.lang;
    let columns = vec![
        Column::text(lang.plan_provisions()),
        Column::text(lang.plan_defect_kind()),
        Column::text(lang.plan_clause()),
    ];
    let rows = all(plan
        .provisions
        .iter()
        .map(|p| plain_row(cx, plan, Record::Provision(p), Some(lang.provision_kind(p.kind)))));
    table(cx, plan.provisions.len(), lang.plan_provisions(), columns, rows)
}

fn plain_row(cx: Cx<'_>, plan: &Plan, record: Record<'_>, kind: Option<&'static str>) -> Html {
    let kind = kind.map(|kind| tag("td").child(kind));
    let clause = cite::clause(record.clause(), cx.lang);
    tag("tr")
        .child(
            tag("th")
                .attr("scope", "row")
                .child(link::record(cx, plan, record.id(), record.title().get(cx.lang)))
                .child(" ")
                .child(flag_tags(cx, record.flags())),
        )
        .child(kind)
        .child(tag("td").child(clause))
        .into_any()
}

/// The defects of the text as a table.
fn defects(cx: Cx<'_>, plan: &Plan) -> Html {
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
        let records = all(defect
            .records
            .iter()
            .map(|id| tag("span").class("separate").child(link::record(cx, plan, id, id.as_str()))));
        let seen = defect.address.as_deref().map(|address| link::outside(cx, address));
        tag("tr")
            .child(tag("th").attr("scope", "row").child(place))
            .child(tag("td").child(lang.defect_kind(defect.kind)))
            .child(tag("td").child(defect.note.get(lang)).child(" ").child(records))
            .child(tag("td").child(lang.defect_basis(defect.basis)).child(" ").child(seen))
            .into_any()
    });
    let rows = all(rows);
    fragment()
        .child(table(cx, plan.defects.len(), lang.plan_defects(), columns, rows))
        .child(left_out(cx, plan))
        .into_any()
}

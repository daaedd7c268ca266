//! A plan's records: by clause, or its targets as a table.

use super::budget;
use crate::cite;
use crate::i18n::quantity;
use crate::list::List;
use crate::model::{AgencyId, ClausePath, Plan, Record, Target};
use crate::outcome::judge;
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;
use crate::ui::parts::{Column, base_of, flag_tags, is_doubtful, result, scrolling};

/// Every record below the heading it stands under.
pub(super) fn by_clause(cx: Cx<'_>, plan: &Plan) -> Html {
    let placed: Vec<_> = plan.records().map(|record| (heading_of(plan, record), record)).list();
    let under = |at: Option<usize>| {
        let records = placed.iter().filter(|(heading, _)| *heading == at);
        let records: Vec<_> = records.map(|(_, record)| item(cx, plan, *record)).list();
        (!records.is_empty()).then(|| tag("ul").class("clauses").child(records))
    };
    let decision = under(None).map(|records| fragment().child(tag("h2").child(cx.lang.plan_decision())).child(records));
    let sections = all(plan.outline.iter().enumerate().map(|(i, heading)| {
        let records = under(Some(i));
        let depth = heading.clause.steps().count();
        let title = fragment()
            .child(tag("span").class("clause").child(last_step(&heading.clause)))
            .child(" ")
            .child(heading.title.get(cx.lang));
        let title = match depth {
            0 | 1 => tag("h2").child(title).into_any(),
            2 => tag("h3").child(title).into_any(),
            _ => tag("h4").child(title).into_any(),
        };
        let money = plan.budget.as_ref().is_some_and(|b| heading.clause.is_within(b.clause.as_str()))
            || plan.budget.as_ref().is_some_and(|b| b.clause.is_within(heading.clause.as_str()) && depth == 1);
        fragment().child(title).child(records).child(money.then(|| budget::budget(cx, plan)))
    }));
    fragment().child(tag("div").class("outline").child(decision).child(sections)).child(left_out(cx, plan)).into_any()
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

fn item(cx: Cx<'_>, plan: &Plan, record: Record<'_>) -> Html {
    let lang = cx.lang;
    let about = match record {
        Record::Task(task) => Some(
            tag("span")
                .class("clauses__about")
                .child(who(cx, task.lead.as_slice(), lang.plan_no_lead()))
                .child(" · ")
                .child(lang.years(task)),
        ),
        _ => None,
    };
    let kind = lang.record_kind(record);
    let class = if is_doubtful(cx, record.flags()) { "clauses__item is-doubtful" } else { "clauses__item" };
    tag("li")
        .class(class)
        .child(tag("span").class("clauses__kind").child(kind))
        .child(
            tag("span")
                .class("clauses__text")
                .child(link::record(cx, plan, record.id(), record.title().get(lang)))
                .child(" ")
                .child(flag_tags(cx, record.flags()))
                .child(about),
        )
        .into_any()
}

/// Agencies by their short names, linked; `none` where there are none.
pub(in crate::ui::views) fn who(cx: Cx<'_>, ids: &[AgencyId], none: &'static str) -> Html {
    if ids.is_empty() {
        return tag("span").class("muted").child(none).into_any();
    }
    let all: Vec<_> = ids
        .iter()
        .filter_map(|id| cx.data.agency(id))
        .map(|agency| {
            let view = crate::address::View::Agency { agency: agency.id };
            tag("span").class("separate").child(link::to(cx, view, agency.short.get(cx.lang)))
        })
        .list();
    all.into_any()
}

/// The targets as a table.
pub(super) fn targets(cx: Cx<'_>, plan: &Plan) -> Html {
    let lang = cx.lang;
    let columns = vec![
        Column::text(lang.plan_target()),
        Column::text(lang.plan_figure()),
        Column::text(lang.plan_base()),
        Column::text(lang.plan_year()),
        Column::text(lang.plan_outcome()),
        Column::text(lang.plan_clause()),
    ];
    let rows = all(plan.targets.iter().map(|t| target_row(cx, plan, t)));
    table(cx, plan.targets.len(), lang.plan_targets(), columns, rows)
}

fn target_row(cx: Cx<'_>, plan: &Plan, t: &Target) -> Html {
    let doubtful = is_doubtful(cx, &t.flags);
    let place = match &t.address {
        Some(address) => link::outside(cx, address),
        None => cite::clause(&t.clause, cx.lang).into_any(),
    };
    let base = base_of(cx, t);
    tag("tr")
        .class_if("is-doubtful", doubtful)
        .child(
            tag("th")
                .attr("scope", "row")
                .child(link::record(cx, plan, &t.id, t.title.get(cx.lang)))
                .child(" ")
                .child(flag_tags(cx, &t.flags)),
        )
        .child(tag("td").child(tag("span").class("figure").child(quantity(t.quantity(), cx.lang))))
        .child(tag("td").child(base))
        .child(tag("td").child(t.year))
        .child(tag("td").child(result(cx, judge(cx.data, plan, t).result)))
        .child(tag("td").child(place))
        .into_any()
}

pub(super) fn table(cx: Cx<'_>, n: usize, what: &'static str, columns: Vec<Column>, rows: Html) -> Html {
    if n == 0 {
        return tag("p").child(cx.lang.plan_none()).into_any();
    }
    scrolling(cx.lang, cx.lang.plan_count(n, what), columns, rows)
}

pub(super) fn left_out(cx: Cx<'_>, plan: &Plan) -> Html {
    if plan.left_out.is_empty() {
        return ().into_any();
    }
    let items = all(plan
        .left_out
        .iter()
        .map(|left| tag("li").child(cite::clause(&left.clause, cx.lang)).child(": ").child(left.reason.get(cx.lang))));
    fragment().child(tag("h2").child(cx.lang.plan_left_out())).child(tag("ul").child(items)).into_any()
}

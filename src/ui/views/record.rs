//! One record: what it says, by when and of what, who, how it was read, what is doubtful, how to
//! cite it, and the same indicator elsewhere.

mod elsewhere;

use super::plan::who;
use crate::address::{Address, View};
use crate::cite::{self, citation};
use crate::i18n::{Lang, quantity};
use crate::list::List;
use crate::model::{Basis, Plan, Record, Target, Task};
use crate::sort;
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;
use crate::ui::parts::{self, base_of, copy_button, flag_list, is_doubtful, level_mark};

/// The page of a record.
pub fn record(cx: Cx<'_>, plan: &Plan, record: Record<'_>) -> Html {
    let lang = cx.lang;
    let figure = match record {
        Record::Target(t) => Some(tag("p").class("figure figure--large").child(quantity(t.quantity(), lang))),
        _ => None,
    };
    let class = if is_doubtful(cx, record.flags()) { "record is-doubtful" } else { "record" };
    let (read_so, more) = match record {
        Record::Target(target) => (
            fragment().child(parts::borders(cx, plan)).child(parts::meaning(cx, target.indicator.as_ref())),
            elsewhere::elsewhere(cx, plan, target),
        ),
        _ => (Html::NOTHING, Html::NOTHING),
    };
    fragment()
        .child(breadcrumb(cx, plan, record))
        .child(
            tag("article")
                .class(class)
                .child(tag("p").class("eyebrow").child(lang.record_kind(record)))
                .child(tag("h1").attr("id", "page-title").attr("tabindex", "-1").child(record.title().get(lang)))
                .child(figure)
                .child(read_so)
                .child(tag("dl").class("facts").child(facts(cx, plan, record)))
                .child(doubts(cx, plan, record)),
        )
        // A reader who has brought the document finds the record's words here: see `xtask/assets/reading.js`.
        .child(tag("div").attr("id", "record-words"))
        .child(more)
        .child(cite_block(cx, plan, record))
        .child(neighbours(cx, plan, record))
        .into_any()
}

fn breadcrumb(cx: Cx<'_>, plan: &Plan, record: Record<'_>) -> Html {
    // The headings that the record stands under, outermost first.
    let mut above: Vec<_> = plan.outline.iter().filter(|h| record.clause().is_within(h.clause.as_str())).list();
    sort::by_key(&mut above, |h| h.clause.steps().count());
    above.dedup_by(|a, b| a.clause == b.clause);
    let steps = all(above.into_iter().map(|h| {
        let step = h.clause.steps().last().unwrap_or_default();
        tag("li").child(format!("{step} {}", h.title.get(cx.lang)))
    }));
    tag("nav")
        .class("breadcrumb")
        .attr("aria-label", cx.lang.plan_clause())
        .child(
            tag("ol")
                .child(tag("li").child(level_mark(cx, plan.level)).child(" ").child(link::plan(cx, plan)))
                .child(steps),
        )
        .into_any()
}

fn facts(cx: Cx<'_>, plan: &Plan, record: Record<'_>) -> Vec<Html> {
    let lang = cx.lang;
    let mut out = match record {
        Record::Target(target) => target_facts(cx, plan, target),
        Record::Task(task) => task_facts(cx, task),
        Record::Provision(p) => vec![fact(lang.plan_defect_kind(), lang.provision_kind(p.kind).into_any())],
        Record::Objective(_) => Vec::new(),
    };
    let place = match record {
        Record::Target(Target { address: Some(address), .. }) => link::outside(cx, address),
        _ => cite::clause(record.clause(), lang).into_any(),
    };
    let label = if plan.basis == Basis::Press { lang.record_report() } else { lang.plan_clause() };
    out.push(fact(label, place));
    out.push(fact(
        lang.record_source(),
        fragment().child(plan.title.get(lang)).child(", ").child(lang.document(plan)).into_any(),
    ));
    if plan.basis == Basis::Document {
        out.push(fact(lang.record_reading(), lang.reading(*record.reading()).into_any()));
    }
    out
}

fn fact(label: &'static str, value: Html) -> Html {
    fragment().child(tag("dt").child(label)).child(tag("dd").child(value)).into_any()
}

fn target_facts(cx: Cx<'_>, plan: &Plan, target: &Target) -> Vec<Html> {
    let lang = cx.lang;
    let mut out = vec![fact(lang.plan_year(), target.year.into_any())];
    let base = base_of(cx, target);
    if !base.is_empty() {
        out.push(fact(lang.plan_base(), base.into_any()));
    } else if target.indicator.as_ref().and_then(|id| cx.data.indicator(id)).is_some_and(|i| i.bases.len() > 1) {
        out.push(fact(lang.plan_base(), lang.none_stated().into_any()));
    }
    if let Some(indicator) = target.indicator.as_ref().and_then(|id| cx.data.indicator(id)) {
        out.push(fact(lang.compare_indicator(), link::indicator(cx, indicator)));
    }
    let linked = |t: &Target| link::record(cx, plan, &t.id, t.title.get(lang));
    if let Some(whole) = target.part_of.as_ref().and_then(|id| plan.target(id)) {
        out.push(fact(lang.record_part_of(), linked(whole)));
    }
    for part in plan.targets.iter().filter(|t| t.part_of.as_ref() == Some(&target.id)) {
        out.push(fact(lang.record_parts(), linked(part)));
    }
    out
}

fn task_facts(cx: Cx<'_>, task: &Task) -> Vec<Html> {
    let lang = cx.lang;
    let absent = task.lead_absent.map_or(lang.none_stated(), |why| lang.lead_absent(why));
    let mut out = vec![
        fact(lang.plan_years(), lang.years(task).into_any()),
        fact(lang.plan_lead(), who(cx, &task.lead, absent)),
        fact(lang.plan_coordinate(), who(cx, &task.coordinate, lang.none_stated())),
    ];
    if let Some(recurrence) = task.recurrence {
        out.insert(1, fact(lang.record_recurrence(), lang.recurrence(recurrence).into_any()));
    }
    let successors = task.agencies().filter_map(|(id, _)| {
        let agency = cx.data.agency(id)?;
        let today = cx.data.agency_today(agency);
        (today.id != agency.id).then(|| {
            tag("li")
                .child(format!("{}: {} ", agency.name.get(lang), lang.record_today()))
                .child(link::agency(cx, today))
        })
    });
    let successors: Vec<_> = successors.list();
    if !successors.is_empty() {
        out.push(fact(lang.record_today(), tag("ul").class("plain-list").child(successors).into_any()));
    }
    if let Some(group) = cx.data.solution_group(&task.group) {
        out.push(fact(lang.record_group(), group.name.get(lang).to_owned().into_any()));
    }
    out
}

fn doubts(cx: Cx<'_>, plan: &Plan, record: Record<'_>) -> Html {
    let lang = cx.lang;
    let note = record.note().as_ref().map(|note| tag("p").child(note.get(lang)));
    let defects: Vec<_> = plan
        .defects
        .iter()
        .filter(|defect| defect.records.contains(record.id()))
        .map(|defect| tag("li").child(format!("{}: {}", lang.defect_kind(defect.kind), defect.note.get(lang))))
        .list();
    if note.is_none() && defects.is_empty() && record.flags().is_empty() {
        return ().into_any();
    }
    let defects = (!defects.is_empty())
        .then(|| fragment().child(tag("h3").child(lang.record_defects())).child(tag("ul").child(defects)));
    tag("section")
        .class("doubts")
        .child(tag("h2").child(lang.record_doubts()))
        .child(flag_list(cx, record.flags()))
        .child(note)
        .child(defects)
        .into_any()
}

fn cite_block(cx: Cx<'_>, plan: &Plan, record: Record<'_>) -> Html {
    let address = |lang| {
        let view = View::Record { plan: plan.id, record: *record.id() };
        format!("{}{}", cx.host.base.as_str(), Address { lang, view }.write())
    };
    // Both languages, the reader's own first.
    let blocks = all([cx.lang, cx.lang.other()].into_iter().map(|lang: Lang| {
        let text = citation(cx.data, plan, Some(record), lang, &address(lang));
        fragment()
            .child(tag("blockquote").class("citation").attr("lang", lang.tag()).child(tag("p").child(text.clone())))
            .child(copy_button(lang.record_copy(), text))
    }));
    tag("section")
        .class("cite")
        .child(tag("h2").child(cx.lang.record_cite()))
        .child(blocks)
        .child(copy_button(cx.lang.record_copy_link(), address(cx.lang)))
        .into_any()
}

fn neighbours(cx: Cx<'_>, plan: &Plan, record: Record<'_>) -> Html {
    let all: Vec<_> = plan.records().list();
    let Some(at) = all.iter().position(|r| r.id() == record.id()) else { return ().into_any() };
    let link = |label: &'static str, other: Option<&Record<'_>>| {
        other.map(|r| {
            tag("li").child(tag("span").class("muted").child(label)).child(" ").child(link::record(
                cx,
                plan,
                r.id(),
                r.title().get(cx.lang),
            ))
        })
    };
    let previous = at.checked_sub(1).and_then(|i| all.get(i));
    tag("nav")
        .class("neighbours no-print")
        .attr("aria-label", cx.lang.record_neighbours())
        .child(
            tag("ul")
                .child(link(cx.lang.record_previous(), previous))
                .child(link(cx.lang.record_next(), all.get(at + 1))),
        )
        .into_any()
}

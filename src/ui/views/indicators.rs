//! All indicators: what the national plans ask in turn, who asks it in the provinces, what became of it.

use crate::chart::Form;
use crate::i18n::quantity;
use crate::list::List;
use crate::model::{Better, Group, Indicator, Level, Plan, Target};
use crate::outcome::{self, Result};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;
use crate::ui::parts::{Column, base_of, flag_tags, is_doubtful, result, scrolling};

/// The list of indicators.
pub fn indicators(cx: Cx<'_>) -> Html {
    let lang = cx.lang;
    let set = cx.data.indicators.iter().filter(|indicator| indicator.better != Better::None).count();
    fragment()
        .child(tag("p").class("lead").child(lang.indicators_lead(set, outcome::tally(cx.data))))
        .child(targets(cx))
        .child(tag("h2").child(lang.indicators_context_title()))
        .child(tag("p").child(lang.indicators_context_lead()))
        .child(context(cx))
        .into_any()
}

/// The indicators of a group, those that plans set or the context measures.
fn of_group<'a>(cx: Cx<'a>, group: &'a Group, set: bool) -> impl Iterator<Item = &'a Indicator> {
    cx.data.indicators.iter().filter(move |i| i.group == group.id && (i.better != Better::None) == set)
}

fn targets(cx: Cx<'_>) -> Html {
    let lang = cx.lang;
    let plans: Vec<&Plan> = cx.data.plans.iter().filter(|plan| plan.level == Level::National).list();
    let mut columns = vec![Column::text(lang.indicators_name())];
    columns.extend(plans.iter().map(|plan| Column { label: plan_head(cx, plan), numeric: false }));
    columns.push(Column::text(lang.indicators_provinces()));
    columns.push(Column::text(lang.indicators_result()));
    let width = columns.len().to_string();

    let mut rows: Vec<Html> = Vec::new();
    for group in &cx.data.groups.indicator {
        let mut indicators = of_group(cx, group, true).peekable();
        if indicators.peek().is_some() {
            let name = group.name.get(lang).to_owned();
            let row = tag("tr")
                .class("indicators__group")
                .child(tag("th").attr("scope", "colgroup").attr("colspan", width.clone()).child(name));
            rows.push(row.into_any());
        }
        rows.extend(indicators.map(|indicator| row(cx, indicator, &plans)));
    }
    tag("div").class("indicators__targets").child(scrolling(lang, lang.indicators_caption(), columns, rows)).into_any()
}

fn plan_head(cx: Cx<'_>, plan: &Plan) -> Html {
    let (first, last) = plan.period;
    let form = Form::of(plan);
    let remark = (form != Form::Read).then(|| {
        let words = if form == Form::Draft { cx.lang.status(plan.status) } else { cx.lang.basis(plan.basis) };
        tag("span").class("indicators__head-remark").child(words)
    });
    fragment()
        .child(link::plan(cx, plan))
        .child(tag("span").class("indicators__years").child(format!("{first}–{last}")))
        .child(remark)
        .into_any()
}

fn row(cx: Cx<'_>, indicator: &Indicator, plans: &[&Plan]) -> Html {
    let cells = all(plans.iter().map(|plan| {
        let mut targets = plan.targets_for(&indicator.id).map(|target| aim(cx, indicator, plan, target)).peekable();
        if targets.peek().is_none() {
            return not_set(cx);
        }
        let class = format!("indicators__cell indicators__cell--{}", Form::of(plan).id());
        let targets = all(targets);
        tag("td").class(class).child(targets).into_any()
    }));
    tag("tr")
        .child(tag("th").attr("scope", "row").child(link::indicator(cx, indicator)))
        .child(cells)
        .child(provinces(cx, indicator))
        .child(tag("td").child(became(cx, indicator)))
        .into_any()
}

/// A cell without a figure, said in a word to those who do not see the dash.
fn not_set(cx: Cx<'_>) -> Html {
    tag("td")
        .class("muted")
        .child(tag("span").attr("aria-hidden", "true").child("–"))
        .child(tag("span").class("hidden").child(cx.lang.indicators_not_set()))
        .into_any()
}

/// A target's figure, with its year where it is not its plan's last, and its base where there are several.
fn aim(cx: Cx<'_>, indicator: &Indicator, plan: &Plan, target: &Target) -> Html {
    // The cells are narrow: a long unit may stand on a line of its own.
    let figure = quantity(target.quantity(), cx.lang).replace('\u{a0}', " ");
    let doubtful = is_doubtful(cx, &target.flags);
    let base = if indicator.bases.len() > 1 { base_of(cx, target) } else { String::new() };
    let year = (target.year != plan.period.1).then(|| target.year.to_string());
    let small: Vec<String> = year.into_iter().chain((!base.is_empty()).then_some(base)).list();
    let class = if doubtful { "indicators__aim indicators__aim--doubtful" } else { "indicators__aim" };
    tag("p")
        .class(class)
        .child(tag("span").class("figure").child(link::record(cx, plan, &target.id, &figure)))
        .child(doubtful.then_some(tag("span").class("flag flag--doubt").attr("aria-hidden", "true").child("?")))
        .child(tag("span").class("indicators__of").child(small.join(", ")))
        .into_any()
}

/// How many provincial plans set it, and which.
fn provinces(cx: Cx<'_>, indicator: &Indicator) -> Html {
    let plans = cx.data.plans.iter().filter(|plan| plan.level == Level::Province);
    let set: Vec<&str> = plans
        .filter(|plan| plan.targets_for(&indicator.id).next().is_some())
        .map(|plan| plan.short.get(cx.lang))
        .list();
    if set.is_empty() {
        return not_set(cx);
    }
    tag("td")
        .child(tag("span").class("indicators__count").child(set.len().to_string()))
        .child(tag("span").class("indicators__of").child(set.join(", ")))
        .into_any()
}

/// What became of the nation's due targets, or of the provinces' where the nation sets none.
fn became(cx: Cx<'_>, indicator: &Indicator) -> Html {
    let findings = outcome::foremost(cx.data, indicator);
    let due: Vec<_> = findings
        .iter()
        .filter(|finding| finding.result() != Result::Open)
        .map(|finding| {
            tag("p")
                .class("indicators__became")
                .child(tag("span").class("indicators__year").child(finding.target.year.to_string()))
                .child(" ")
                .child(result(cx, finding.result()))
                .into_any()
        })
        .list();
    if due.is_empty() {
        return tag("span").class("muted").child(cx.lang.indicators_none_due()).into_any();
    }
    due.into_any()
}

fn context(cx: Cx<'_>) -> Html {
    let lang = cx.lang;
    let columns = vec![
        Column::text(lang.indicators_name()),
        Column::text(lang.indicators_latest()),
        Column::text(lang.indicators_year()),
        Column::text(lang.indicators_publisher()),
    ];
    let measures = cx.data.groups.indicator.iter().flat_map(|group| of_group(cx, group, false));
    let rows = measures.map(|indicator| {
        let latest = outcome::latest(cx.data, &indicator.id);
        let place = latest.and_then(|x| x.place.as_ref()).and_then(|id| cx.data.province(id));
        let place = place.map(|place| format!(" ({})", place.name.get(lang))).unwrap_or_default();
        let figure = latest.map(|x| quantity(x.quantity(), lang)).unwrap_or_default();
        let doubtful = latest.is_some_and(|x| outcome::is_doubtful(cx.data, x));
        let year = latest.and_then(|x| x.year).map(|year| year.to_string()).unwrap_or_default();
        let publisher = latest.map(|x| x.publisher.clone()).unwrap_or_default();
        tag("tr")
            .class_if("is-doubtful", doubtful)
            .child(tag("th").attr("scope", "row").child(link::indicator(cx, indicator)))
            .child(tag("td").child(tag("span").class("figure").child(figure)).child(place))
            .child(tag("td").child(year))
            .child(tag("td").child(publisher).child(" ").child(latest.map(|x| flag_tags(cx, &x.flags))))
            .into_any()
    });
    let rows = all(rows);
    scrolling(lang, lang.indicators_context_caption(), columns, rows)
}

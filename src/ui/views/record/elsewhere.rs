//! A target beside the same indicator in other plans, and beside what was measured since.

use crate::address::View;
use crate::align::compare;
use crate::i18n::quantity;
use crate::list::List;
use crate::model::{Indicator, Outcome, Plan, Target};
use crate::outcome::{Judgement, judge};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;
use crate::ui::parts::{Column, base_of, flag_tags, level_mark, result, scrolling, verdict};

/// Both tables; empty for a target that no indicator fits.
pub(super) fn elsewhere(cx: Cx<'_>, plan: &Plan, target: &Target) -> Html {
    let Some(indicator) = target.indicator.as_ref().and_then(|id| cx.data.indicator(id)) else {
        return ().into_any();
    };
    fragment()
        .child(outcomes(cx, indicator, &judge(cx.data, plan, target)))
        .child(others(cx, indicator, plan, target))
        .into_any()
}

fn others(cx: Cx<'_>, indicator: &Indicator, plan: &Plan, target: &Target) -> Html {
    let lang = cx.lang;
    let others = cx.data.plans.iter().flat_map(|p| p.targets_for(&indicator.id).map(move |t| (p, t)));
    let rows: Vec<_> = others
        .filter(|(p, t)| p.id != plan.id || t.id != target.id)
        .map(|(p, t)| {
            let (judged, stricter) = compare(indicator, (plan, target), (p, t));
            let base = base_of(cx, t);
            tag("tr")
                .child(tag("th").attr("scope", "row").child(level_mark(cx, p.level)).child(" ").child(link::record(
                    cx,
                    p,
                    &t.id,
                    p.short.get(lang),
                )))
                .child(tag("td").child(tag("span").class("figure").child(quantity(t.quantity(), lang))))
                .child(tag("td").child(base))
                .child(tag("td").child(t.year))
                .child(tag("td").child(verdict(cx, judged, stricter)))
                .into_any()
        })
        .list();
    if rows.is_empty() {
        return ().into_any();
    }
    let columns = vec![
        Column::text(lang.nav_plans()),
        Column::text(lang.plan_figure()),
        Column::text(lang.plan_base()),
        Column::text(lang.plan_year()),
        Column::text(lang.record_against()),
    ];
    fragment()
        .child(tag("h2").child(lang.record_elsewhere()))
        .child(scrolling(lang, indicator.name.get(lang), columns, rows))
        .into_any()
}

fn outcomes(cx: Cx<'_>, indicator: &Indicator, judgement: &Judgement<'_>) -> Html {
    let lang = cx.lang;
    let deciding: Vec<_> = judgement.deciding.iter().map(|x| item(cx, x)).list();
    let body = if deciding.is_empty() {
        judgement.beside.is_empty().then(|| tag("p").child(lang.record_no_outcomes()).into_any())
    } else {
        Some(tag("ul").child(deciding).into_any())
    };
    let caution = judgement.base_unstated.then(|| tag("p").class("small muted").child(lang.record_base_unstated()));
    let more = View::Indicator { indicator: indicator.id };
    fragment()
        .child(tag("h2").child(lang.record_outcomes()))
        .child(tag("p").child(result(cx, judgement.result)))
        .child(body)
        .child(caution)
        .child(tag("p").child(link::to(cx, more, lang.record_more_outcomes())))
        .into_any()
}

fn item(cx: Cx<'_>, x: &Outcome) -> Html {
    let year = x.year.map(|year| year.to_string()).unwrap_or_default();
    let source = x.address.as_deref().map(|address| link::outside(cx, address));
    tag("li")
        .child(tag("span").class("figure").child(quantity(x.quantity(), cx.lang)))
        .child(format!(" ({year}), {} ", x.publisher))
        .child(source)
        .child(" ")
        .child(flag_tags(cx, &x.flags))
        .into_any()
}

//! One indicator through the national plans and the provinces, with every published result.

mod lineage;
mod results;
mod targets;

use crate::address::{CompareState, View};
use crate::list::List;
use crate::model::{Better, Indicator, Level, Unit};
use crate::outcome::{self, Result};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;
use crate::ui::parts::{chart_key, indicator_chart_large};

/// One indicator, below its name.
pub fn indicator(cx: Cx<'_>, indicator: &Indicator) -> Html {
    let lang = cx.lang;
    let finding = lang.finding_text(cx.data, indicator).unwrap_or_else(|| {
        let provincial = cx.data.plans.iter().filter(|plan| plan.level == Level::Province);
        let set = provincial.filter(|plan| plan.targets_for(&indicator.id).next().is_some());
        lang.indicator_set_by(set.count())
    });
    fragment()
        .child(tag("p").class("lead").child(finding.clone()))
        .child(next(cx, indicator))
        .child(
            tag("div")
                .class("indicator__top")
                .child(tag("div").child(picture(cx, indicator, &finding)))
                .child(facts(cx, indicator)),
        )
        // The table of the picture comes first: an embedded figure shows these two.
        .child(targets::targets(cx, indicator))
        .child(lineage::steps(cx, indicator))
        .child(results::results(cx, indicator))
        .child(same_group(cx, indicator))
        .into_any()
}

/// What the nation asks next, where that is not yet said.
fn next(cx: Cx<'_>, indicator: &Indicator) -> Html {
    let findings = outcome::findings(cx.data, indicator, Level::National);
    let some_due = findings.iter().any(|finding| finding.result() != Result::Open);
    let open = findings.iter().filter(|finding| some_due && finding.result() == Result::Open);
    open.map(|finding| {
        let aim = cx.lang.aim(finding.plan, finding.target);
        tag("p").child(cx.lang.indicator_next(&aim, finding.plan.short.get(cx.lang))).into_any()
    })
    .list()
    .into_any()
}

fn picture(cx: Cx<'_>, indicator: &Indicator, finding: &str) -> Html {
    let national = cx.data.plans.iter().filter(|plan| plan.level == Level::National);
    if national.flat_map(|plan| plan.targets_for(&indicator.id)).next().is_none() {
        return ().into_any();
    }
    tag("figure")
        .class("indicator__picture")
        .child(indicator_chart_large(cx, indicator, finding))
        .child(tag("figcaption").child(chart_key(cx, Some(indicator))))
        .into_any()
}

fn facts(cx: Cx<'_>, indicator: &Indicator) -> Html {
    let lang = cx.lang;
    let group = cx.data.indicator_group(&indicator.group).map(|group| group.name.get(lang).to_owned());
    let levels: Vec<&str> = indicator.levels.iter().map(|level| lang.level(*level)).list();
    let bases = lang.indicator_base_list(cx.data, &indicator.bases);
    let of = match indicator.unit {
        Unit::Percent => lang.indicator_bases(),
        _ => lang.indicator_bases_of_sum(),
    };
    let facts = [
        (lang.indicator_group(), group.unwrap_or_default()),
        (lang.indicator_unit(), lang.indicators_unit(indicator.unit).to_owned()),
        (of, bases),
        (lang.indicator_better(), lang.better(indicator.better).to_owned()),
        (lang.indicator_levels(), levels.join(", ")),
        (
            lang.indicator_count(),
            if indicator.absolute && indicator.better != Better::None { lang.indicator_absolute() } else { "" }
                .to_owned(),
        ),
        (lang.indicator_note(), indicator.note.as_ref().map(|note| note.get(lang).to_owned()).unwrap_or_default()),
    ];
    let facts: Vec<_> = facts
        .into_iter()
        .filter(|(_, what)| !what.is_empty())
        .map(|(name, what)| fragment().child(tag("dt").child(name)).child(tag("dd").child(what)))
        .list();
    tag("section")
        .class("indicator__facts")
        .attr("aria-labelledby", "indicator-facts")
        .child(tag("h2").attr("id", "indicator-facts").child(lang.indicator_facts()))
        .child(tag("dl").class("facts").child(facts))
        .into_any()
}

/// Where to go from here.
fn same_group(cx: Cx<'_>, indicator: &Indicator) -> Html {
    let lang = cx.lang;
    let others = cx.data.indicators.iter().filter(|other| other.group == indicator.group && other.id != indicator.id);
    let others = all(others.map(|other| tag("li").child(link::indicator(cx, other))));
    let compare = (indicator.better != Better::None).then(|| {
        let state = CompareState { group: Some(indicator.group), ..CompareState::default() };
        tag("li").child(link::to(cx, View::Compare(state), lang.indicator_compare()))
    });
    fragment()
        .child(tag("h2").child(lang.indicator_same_group()))
        .child(tag("ul").class("indicator__others").child(others).child(compare).child(tag("li").child(link::to(
            cx,
            View::Indicators,
            lang.indicator_all(),
        ))))
        .into_any()
}

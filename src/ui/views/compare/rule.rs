//! Why a verdict is what it is: the rule, and both sides of what it was given.

use crate::align::Alignment;
use crate::cite;
use crate::i18n::quantity;
use crate::model::{Plan, Target};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;
use crate::ui::parts::{base_of, meaning, verdict};

/// The card of one verdict.
pub(in crate::ui::views) fn rule(
    cx: Cx<'_>,
    plan: &Plan,
    baseline: &Plan,
    alignment: &Alignment<'_>,
    close: String,
) -> Html {
    let lang = cx.lang;
    let rows = all(inputs(cx, plan, baseline, alignment).into_iter().map(|(what, ours, theirs, alike)| {
        let alike = alike.map(|alike| {
            let (sign, word) = if alike { ("✓", lang.compare_alike()) } else { ("≠", lang.compare_unlike()) };
            fragment().child(tag("span").attr("aria-hidden", "true").child(sign)).child(format!(" {word}"))
        });
        tag("tr")
            .child(tag("th").attr("scope", "row").child(what))
            .child(tag("td").child(ours))
            .child(tag("td").child(theirs))
            .child(tag("td").child(alike))
    }));
    let closing = (!close.is_empty()).then(|| tag("p").child(tag("a").attr("href", close).child(lang.compare_hide())));
    tag("div")
        .class("rule")
        .child(
            tag("p")
                .class("rule__verdict")
                .child(verdict(cx, alignment.verdict, alignment.stricter))
                .child(". ")
                .child(lang.compare_rule_text(alignment.verdict)),
        )
        .child(
            tag("table")
                .class("table rule__table")
                .child(tag("caption").child(lang.compare_rule()))
                .child(
                    tag("thead").child(
                        tag("tr")
                            .child(tag("th").attr("scope", "col").child(lang.compare_rule_what()))
                            .child(tag("th").attr("scope", "col").child(link::plan(cx, plan)))
                            .child(tag("th").attr("scope", "col").child(link::plan(cx, baseline)))
                            .child(tag("th").attr("scope", "col").child(lang.compare_rule_same())),
                    ),
                )
                .child(tag("tbody").child(rows)),
        )
        .child(meaning(cx, Some(alignment.indicator)))
        .child(closing)
        .into_any()
}

/// What was considered: its name, both sides, and whether they are alike where the rule asks that.
fn inputs(
    cx: Cx<'_>,
    plan: &Plan,
    baseline: &Plan,
    alignment: &Alignment<'_>,
) -> Vec<(&'static str, String, String, Option<bool>)> {
    let lang = cx.lang;
    let row = |what, asked: bool, get: &dyn Fn(&Plan, &Target) -> String| {
        let side = |plan: &Plan, target: Option<&Target>| {
            target.map_or_else(|| lang.compare_absent().to_owned(), |target| get(plan, target))
        };
        let (ours, theirs) = (side(plan, alignment.target), side(baseline, alignment.baseline));
        let both = alignment.target.is_some() && alignment.baseline.is_some();
        let alike = (asked && both).then(|| ours == theirs);
        (what, ours, theirs, alike)
    };
    let mut out = vec![
        row(lang.compare_row_figure(), false, &|_, t| quantity(t.quantity(), lang)),
        row(lang.compare_row_base(), true, &|_, t| {
            let base = base_of(cx, t);
            if base.is_empty() { lang.none_stated().to_owned() } else { base }
        }),
        row(lang.compare_row_year(), true, &|_, t| t.year.to_string()),
        row(lang.compare_row_clause(), false, &|_, t| cite::clause(&t.clause, lang)),
    ];
    if [alignment.target, alignment.baseline].into_iter().flatten().any(|t| t.part_of.is_some()) {
        let figure = |plan: &Plan, t: &Target| {
            let whole = t.part_of.as_ref().and_then(|id| plan.target(id));
            whole.map_or_else(|| "–".to_owned(), |whole| quantity(whole.quantity(), lang))
        };
        out.push(row(lang.compare_row_whole(), true, &figure));
    }
    out
}

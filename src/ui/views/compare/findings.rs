//! What a comparison shows, in sentences, before its table.

use crate::align::{Alignment, Choice, Counts, Verdict, align, answers_older_plan};
use crate::i18n::quantity;
use crate::list::List;
use crate::model::Plan;
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::parts::level_mark;

/// One block a plan: its verdicts counted, what it sets lower, and which plan it really answers.
pub(super) fn findings(cx: Cx<'_>, choice: &Choice<'_>) -> Html {
    let blocks = all(choice.plans.iter().map(|plan| block(cx, plan, choice.baseline)));
    tag("div")
        .class("judged")
        .child(tag("h2").class("hidden").child(cx.lang.compare_findings()))
        .child(blocks)
        .into_any()
}

fn block(cx: Cx<'_>, plan: &Plan, baseline: &Plan) -> Html {
    let lang = cx.lang;
    let alignments = align(cx.data, plan, baseline);
    let sentences = all(sentences(cx, plan, baseline, &alignments).into_iter().map(|s| tag("p").child(s)));
    tag("section")
        .class("judged__plan")
        .child(tag("h3").child(level_mark(cx, plan.level)).child(" ").child(plan.short.get(lang)))
        .child(counts(cx, &alignments))
        .child(sentences)
        .into_any()
}

/// How many of each verdict; also used by the overview.
pub(in crate::ui::views) fn counts(cx: Cx<'_>, alignments: &[Alignment<'_>]) -> Html {
    let lang = cx.lang;
    let counts = all(lang.compare_counts(Counts::of(alignments)).into_iter().map(|(verdict, n)| {
        let (sign, word) = lang.verdict(verdict);
        tag("li")
            .class(format!("verdict verdict--{}", verdict.id()))
            .child(tag("span").attr("aria-hidden", "true").child(sign))
            .child(format!(" {n} {word}"))
    }));
    tag("ul").class("judged__counts").child(counts).into_any()
}

/// The sentences about one plan; also used by the overview.
pub(in crate::ui::views) fn sentences(
    cx: Cx<'_>,
    plan: &Plan,
    baseline: &Plan,
    alignments: &[Alignment<'_>],
) -> Vec<String> {
    let lang = cx.lang;
    let (name, base_name) = (plan.short.get(lang), baseline.short.get(lang));
    let items = |wanted: Verdict| -> Vec<String> {
        let set = alignments.iter().filter(|a| a.verdict == wanted);
        set.filter_map(|a| {
            let indicator = cx.data.indicator(a.indicator)?.name.get(lang);
            let (ours, theirs) = (a.target?.quantity(), a.baseline?.quantity());
            Some(lang.compare_item(indicator, &quantity(ours, lang), &quantity(theirs, lang)))
        })
        .list()
    };
    let mut out = Vec::new();
    let (less, more) = (items(Verdict::Weaker), items(Verdict::Stronger));
    if !less.is_empty() {
        out.push(lang.compare_sets_less(name, base_name, &less));
    }
    if !more.is_empty() {
        out.push(lang.compare_sets_more(name, base_name, &more));
    }
    if let Some((with, older_with, older)) = answers_older_plan(cx.data, plan, baseline) {
        let all = plan.targets.len();
        out.push(lang.compare_answers_older(name, all, with, base_name, older_with, older.short.get(lang)));
    }
    out
}

//! What a comparison shows, in counts and sentences.

use crate::align::{Alignment, Counts, Verdict, answers_older_plan};
use crate::i18n::quantity;
use crate::list::List;
use crate::model::Plan;
use crate::ui::cx::Cx;
use crate::ui::html::*;

/// How many of each verdict; also used by the overview.
pub(super) fn counts(cx: Cx<'_>, alignments: &[Alignment<'_>]) -> Html {
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
pub(super) fn sentences(cx: Cx<'_>, plan: &Plan, baseline: &Plan, alignments: &[Alignment<'_>]) -> Vec<String> {
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

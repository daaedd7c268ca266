//! What a comparison shows of each plan, before its table.

use crate::align::{Alignment, Choice};
use crate::model::Plan;
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::parts::{self, level_mark};
use crate::ui::views::findings::{counts, sentences};

/// One block a plan: its verdicts counted, what it sets lower, and which plan it really answers.
pub(super) fn judged(cx: Cx<'_>, choice: &Choice<'_>, columns: &[Vec<Alignment<'_>>]) -> Html {
    let plans = choice.plans.iter().zip(columns);
    let blocks = all(plans.map(|(plan, alignments)| block(cx, plan, choice.baseline, alignments)));
    tag("div")
        .class("judged")
        .child(tag("h2").class("hidden").child(cx.lang.compare_findings()))
        .child(blocks)
        .into_any()
}

fn block(cx: Cx<'_>, plan: &Plan, baseline: &Plan, alignments: &[Alignment<'_>]) -> Html {
    let lang = cx.lang;
    let sentences = all(sentences(cx, plan, baseline, alignments).into_iter().map(|s| tag("p").child(s)));
    tag("section")
        .class("judged__plan")
        .child(tag("h3").child(level_mark(cx, plan.level)).child(" ").child(plan.short.get(lang)))
        .child(counts(cx, alignments))
        .child(sentences)
        .child(parts::borders(cx, plan))
        .into_any()
}

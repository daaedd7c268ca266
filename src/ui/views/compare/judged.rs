//! What a comparison shows of each plan, before its table.

use crate::align::{Choice, align};
use crate::model::Plan;
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::parts::level_mark;
use crate::ui::views::findings::{counts, sentences};

/// One block a plan: its verdicts counted, what it sets lower, and which plan it really answers.
pub(super) fn judged(cx: Cx<'_>, choice: &Choice<'_>) -> Html {
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

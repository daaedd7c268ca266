//! What a comparison shows of each plan, before its table.

use super::{awaited, is_wide};
use crate::align::{Alignment, Choice};
use crate::model::Plan;
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::parts::{self, level_mark};
use crate::ui::views::findings::{counts, sentences};
use std::ops::Range;

/// So many plans have their blocks above a wide table. Those of the others are folded, so that it stands in sight.
const FEW: usize = 6;

/// One block a plan: its verdicts counted, what it sets lower, and which plan it really answers.
pub(super) fn judged(cx: Cx<'_>, choice: &Choice<'_>, columns: &[Vec<Alignment<'_>>]) -> Html {
    let lang = cx.lang;
    let few = if is_wide(choice) { FEW } else { choice.plans.len() };
    let more = is_wide(choice).then(|| {
        let inside = if cx.host.fills { awaited(NAME) } else { rest(cx, choice, columns) };
        let summary = format!("{} ({})", lang.compare_more(), choice.plans.len() - few);
        tag("details")
            .class("judged-more")
            .attr("id", "compare-more")
            .child(tag("summary").child(summary))
            .child(inside)
    });
    let blocks = blocks(cx, choice, columns, 0..few);
    fragment()
        .child(tag("div").class("judged").child(tag("h2").class("hidden").child(lang.compare_findings())).child(blocks))
        .child(more)
}

/// The name by which the folded blocks are awaited.
pub(super) const NAME: &str = "judged";

/// The folded blocks.
pub(super) fn rest(cx: Cx<'_>, choice: &Choice<'_>, columns: &[Vec<Alignment<'_>>]) -> Html {
    tag("div").class("judged").child(blocks(cx, choice, columns, FEW..choice.plans.len()))
}

fn blocks(cx: Cx<'_>, choice: &Choice<'_>, columns: &[Vec<Alignment<'_>>], which: Range<usize>) -> Html {
    let plans = choice.plans.iter().zip(columns).skip(which.start).take(which.len());
    all(plans.map(|(plan, alignments)| block(cx, plan, choice.baseline, alignments)))
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

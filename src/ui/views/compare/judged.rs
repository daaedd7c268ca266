//! What a comparison shows of each plan, before its table.

use super::{awaited, is_wide};
use crate::align::{Alignment, Choice};
use crate::model::Plan;
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::parts::{self, level_mark};
use crate::ui::views::findings::{counts, sentences};

/// One block a plan: its verdicts counted, what it sets lower, and which plan it really answers. Those of many plans are
/// folded, so that their table stands in sight.
pub(super) fn judged(cx: Cx<'_>, choice: &Choice<'_>, columns: &[Vec<Alignment<'_>>]) -> Html {
    let lang = cx.lang;
    let heading = tag("h2").class("hidden").child(lang.compare_findings());
    if !is_wide(choice) {
        return tag("div").class("judged").child(heading).child(blocks(cx, choice, columns));
    }
    let inside = if cx.host.fills { awaited(NAME) } else { all_of(cx, choice, columns) };
    let summary = format!("{} ({})", lang.compare_each(), choice.plans.len());
    fragment().child(heading).child(
        tag("details")
            .class("judged-folded")
            .attr("id", "compare-findings")
            .child(tag("summary").child(summary))
            .child(inside),
    )
}

/// The name by which the folded blocks are awaited.
pub(super) const NAME: &str = "judged";

/// The folded blocks.
pub(super) fn all_of(cx: Cx<'_>, choice: &Choice<'_>, columns: &[Vec<Alignment<'_>>]) -> Html {
    tag("div").class("judged").child(blocks(cx, choice, columns))
}

fn blocks(cx: Cx<'_>, choice: &Choice<'_>, columns: &[Vec<Alignment<'_>>]) -> Html {
    all(choice.plans.iter().zip(columns).map(|(plan, alignments)| block(cx, plan, choice.baseline, alignments)))
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

//! The comparison in words that can be pasted into a report.

use crate::align::{Alignment, Choice, summary};
use crate::list::List;
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::parts::copy_button;

/// One block a plan, and a button that copies them all with the address that opens the comparison again.
pub(super) fn words(cx: Cx<'_>, choice: &Choice<'_>, columns: &[Vec<Alignment<'_>>], later: bool) -> Html {
    let inside = if later { tag("div").attr("data-awaited", NAME) } else { text(cx, choice, columns) };
    tag("details").class("summary").attr("id", NAME).child(tag("summary").child(cx.lang.summary_title())).child(inside)
}

/// The name by which it is awaited where the comparison is wide.
pub(super) const NAME: &str = "summary";

pub(super) fn text(cx: Cx<'_>, choice: &Choice<'_>, columns: &[Vec<Alignment<'_>>]) -> Html {
    let lang = cx.lang;
    let plans = choice.plans.iter().zip(columns);
    let blocks: Vec<Vec<String>> =
        plans.map(|(plan, alignments)| summary(cx.data, plan, choice.baseline, alignments, lang)).list();
    let address = format!("{}{}", cx.host.shared_base(), cx.address.write());
    let mut text: Vec<String> = blocks.iter().map(|block| block.join("\n")).list();
    text.push(address);
    let blocks = all(blocks.into_iter().map(|block| {
        tag("div").class("summary__plan").child(all(block.into_iter().map(|paragraph| tag("p").child(paragraph))))
    }));
    tag("div")
        .child(tag("p").class("no-print").child(copy_button(lang.summary_copy(), text.join("\n\n"))))
        .child(blocks)
}

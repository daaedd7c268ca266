//! Search: the box to type into. What the words find is drawn by the workshop.

#[cfg(any(not(feature = "csr"), feature = "whole"))]
pub mod found;

use crate::ui::cx::Cx;
use crate::ui::far;
use crate::ui::html::*;

/// The box to type into, and what the words find.
pub fn search(cx: Cx<'_>, words: &str) -> Html {
    let lang = cx.lang;
    let results =
        if words.trim().is_empty() { tag("p").class("muted").child(lang.search_hint()) } else { far::far(cx) };
    fragment()
        .child(tag("h1").attr("id", "page-title").attr("tabindex", "-1").child(lang.search_title()))
        .child(field(cx, words))
        .child(results)
}

/// The box. As one types the address follows, without an entry in the history for each letter.
fn field(cx: Cx<'_>, words: &str) -> Html {
    tag("search").class("search").child(tag("label").attr("for", "search-words").child(cx.lang.search_label())).child(
        tag("input")
            .attr("id", "search-words")
            .attr("type", "search")
            .attr("value", words)
            .attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .attr("data-search", true),
    )
}

//! Search: the box to type into. What the words find is drawn by the catalog.

#[cfg(any(not(feature = "csr"), feature = "workshop"))]
pub mod found;

use crate::ui::cx::Cx;
use crate::ui::far;
use crate::ui::html::*;

/// Says how many results there are.
pub const SAID: &str = "search-said";

/// The results say their number here.
pub const COUNT: &str = "search-count";

/// The box to type into, and what the words find.
pub fn search(cx: Cx<'_>, words: &str) -> Html {
    let lang = cx.lang;
    let results =
        if words.trim().is_empty() { tag("p").class("muted").child(lang.search_hint()) } else { far::far(cx) };
    fragment()
        .child(tag("h1").attr("id", "page-title").attr("tabindex", "-1").child(lang.search_title()))
        .child(field(cx, words))
        .child(keys(cx))
        // Said here and not in the results: what is drawn anew as a whole is not announced.
        .child(tag("p").class("hidden").attr("id", SAID).attr("role", "status"))
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

/// The keys, where an app listens to them, and how the one that is a single sign is switched off.
fn keys(cx: Cx<'_>) -> Html {
    if cx.host.theme.is_none() {
        return Html::NOTHING;
    }
    tag("p")
        .class("small muted no-print")
        .child(cx.lang.search_keys())
        .child(" ")
        .child(
            tag("button").class("plain").attr("type", "button").attr("data-slash", true).child(cx.lang.search_slash()),
        )
        .child(" ")
        .child(tag("span").class("said").attr("role", "status"))
}

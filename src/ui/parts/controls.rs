//! Controls. A small set of choices is a row of links, since every choice is an address; a long one
//! is a select box.

use crate::address::View;
use crate::ui::cx::Cx;
use crate::ui::html::*;

/// One choice of a row: what it is called, where it leads, and whether it is the present one.
#[inline(never)]
pub fn choice(cx: Cx<'_>, label: &str, view: View, current: bool) -> Html {
    let current = current.then_some("true");
    tag("li").child(tag("a").attr("href", cx.href(view)).attr("aria-current", current).child(label))
}

/// A named row of [choices](choice).
#[inline(never)]
pub fn choices(label: &str, choices: Html) -> Html {
    tag("nav")
        .class("choices")
        .attr("aria-label", label)
        .child(tag("span").class("choices__label").attr("aria-hidden", "true").child(label))
        .child(tag("ul").child(choices))
}

/// One choice of a select box: what it is called, where it leads, and whether it is the present one.
#[inline(never)]
pub fn option(cx: Cx<'_>, name: &str, view: View, selected: bool) -> Html {
    // The property beside the attribute: what the reader picked last outlives the attribute in Firefox.
    tag("option").attr("value", cx.href(view)).attr("selected", selected).child(name)
}

/// A select box of [options](option).
#[inline(never)]
pub fn select(id: &str, label: &str, options: Html) -> Html {
    select_in(id, label, "", options)
}

/// One choice of hundreds: what it is called, and its id, which [`select_in`] says what to do with.
#[inline(never)]
pub fn option_of_many(name: &str, id: &str, selected: bool) -> Html {
    tag("option").attr("value", id).attr("selected", selected).child(name)
}

/// A select box in which not every option is an address of its own: the others go into an [open] one.
///
/// [open]: crate::address::open
#[inline(never)]
pub fn select_in(id: &str, label: &str, open: &str, options: Html) -> Html {
    tag("label")
        .class("select")
        .attr("for", id)
        .child(tag("span").class("select__label").child(label))
        .child(tag("select").attr("id", id).attr("data-go", open).child(options))
}

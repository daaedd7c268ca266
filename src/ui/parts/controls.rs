//! Controls. A small set of choices is a row of links, since every choice is an address; a long one
//! is a select box.

use crate::address::View;
use crate::ui::cx::Cx;
use crate::ui::html::*;

/// One choice of a set.
pub struct Choice {
    /// What it is called.
    pub label: String,
    /// Where it leads.
    pub view: View,
    /// Whether it is the present one.
    pub current: bool,
}

/// A named set of choices.
pub fn choices(cx: Cx<'_>, label: &'static str, choices: Vec<Choice>) -> Html {
    let items = all(choices.into_iter().map(|choice| {
        let current = choice.current.then_some("true");
        tag("li").child(tag("a").attr("href", cx.href(choice.view)).attr("aria-current", current).child(choice.label))
    }));
    tag("nav")
        .class("choices")
        .attr("aria-label", label)
        .child(tag("span").class("choices__label").attr("aria-hidden", "true").child(label))
        .child(tag("ul").child(items))
        .into_any()
}

/// A select box; `options` are the address of each choice, its name, and whether it is the present one.
pub fn select(id: &'static str, label: &'static str, options: Vec<(String, String, bool)>) -> Html {
    let options = all(options
        .into_iter()
        .map(|(href, name, selected)| tag("option").attr("value", href).attr("selected", selected).child(name)));
    tag("label")
        .class("select")
        .attr("for", id)
        .child(tag("span").class("select__label").child(label))
        .child(tag("select").attr("id", id).attr("data-go", true).child(options))
        .into_any()
}

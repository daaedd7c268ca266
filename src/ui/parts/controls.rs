//! Controls. A small set of choices is a row of links, since every choice is an address; a long one
//! is a select box.

use crate::address::View;
use crate::ui::cx::Cx;
use crate::ui::platform;
use leptos::prelude::*;

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
pub fn choices(cx: Cx<'_>, label: &'static str, choices: Vec<Choice>) -> AnyView {
    let items: Vec<_> = choices
        .into_iter()
        .map(|choice| {
            let current = choice.current.then_some("true");
            view! { <li><a href=cx.href(choice.view) aria-current=current>{choice.label}</a></li> }
        })
        .collect();
    view! {
        <nav class="choices" aria-label=label>
            <span class="choices__label" aria-hidden="true">{label}</span>
            <ul>{items}</ul>
        </nav>
    }
    .into_any()
}

/// A select box; `options` are the address of each choice, its name, and whether it is the present one.
pub fn select(id: &'static str, label: &'static str, options: Vec<(String, String, bool)>) -> AnyView {
    let options: Vec<_> = options
        .into_iter()
        .map(|(href, name, selected)| view! { <option value=href selected=selected>{name}</option> })
        .collect();
    view! {
        <label class="select" for=id>
            <span class="select__label">{label}</span>
            <select id=id on:change=|event| platform::go(&platform::value(&event))>{options}</select>
        </label>
    }
    .into_any()
}

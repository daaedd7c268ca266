//! Figures, their bases, and the small bars beside them.

use crate::i18n::quantity;
use crate::model::{Level, Quantity, Target};
use crate::ui::cx::Cx;
use leptos::prelude::*;

/// A figure with comparator and unit.
pub fn figure(cx: Cx<'_>, q: Quantity) -> AnyView {
    view! { <span class="figure">{quantity(q, cx.lang)}</span> }.into_any()
}

/// What a target's percentage is of; empty where it has no base and needs none.
pub fn base_of(cx: Cx<'_>, target: &Target) -> String {
    target
        .base
        .as_ref()
        .and_then(|id| cx.data.base(id))
        .map(|base| base.name.get(cx.lang).to_owned())
        .unwrap_or_default()
}

/// The mark of the nation or a province: a shape, a word for the screen reader, and a hue.
pub fn level_mark(cx: Cx<'_>, level: Level) -> AnyView {
    let (class, sign) = match level {
        Level::National => ("level level--national", "■"),
        Level::Province => ("level level--province", "●"),
    };
    view! {
        <span class=class title=cx.lang.level(level)>
            <span aria-hidden="true">{sign}</span>
            <span class="hidden">{cx.lang.level(level)}</span>
        </span>
    }
    .into_any()
}

/// A small bar for a share of `most`; the figure stands beside it, so it is silent.
pub fn spark(value: f64, most: f64, level: Level) -> AnyView {
    let width = if most > 0.0 { (value / most * 100.0).clamp(0.0, 100.0) } else { 0.0 };
    let class = match level {
        Level::National => "spark spark--national",
        Level::Province => "spark spark--province",
    };
    view! {
        <svg class=class width="100%" height="6" aria-hidden="true" focusable="false">
            <rect class="spark__ground" width="100%" height="6"></rect>
            <rect class="spark__bar" width=format!("{width:.1}%") height="6"></rect>
        </svg>
    }
    .into_any()
}

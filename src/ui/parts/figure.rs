//! Figures, their bases, and the small bars beside them.

use crate::i18n::decimal;
use crate::i18n::quantity;
use crate::model::{Level, Quantity, Target};
use crate::ui::cx::Cx;
use crate::ui::html::*;

/// A figure with comparator and unit.
pub fn figure(cx: Cx<'_>, q: Quantity) -> Html {
    tag("span").class("figure").child(quantity(q, cx.lang)).into_any()
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
pub fn level_mark(cx: Cx<'_>, level: Level) -> Html {
    let (class, sign) = match level {
        Level::National => ("level level--national", "■"),
        Level::Province => ("level level--province", "●"),
    };
    tag("span")
        .class(class)
        .attr("title", cx.lang.level(level))
        .child(tag("span").attr("aria-hidden", "true").child(sign))
        .child(tag("span").class("hidden").child(cx.lang.level(level)))
        .into_any()
}

/// A small bar for a share of `most`; the figure stands beside it, so it is silent.
pub fn spark(value: f64, most: f64, level: Level) -> Html {
    let width = if most > 0.0 { (value / most * 100.0).clamp(0.0, 100.0) } else { 0.0 };
    let class = match level {
        Level::National => "spark spark--national",
        Level::Province => "spark spark--province",
    };
    tag("svg")
        .class(class)
        .attr("aria-hidden", "true")
        .child(tag("rect").attr("width", decimal(width, 1) + "%").attr("height", "6"))
        .into_any()
}

//! Verdicts: sign, word and colour together.

use crate::align::{Stricter, Verdict};
use crate::outcome::Result;
use crate::ui::cx::Cx;
use crate::ui::html::*;

/// A verdict; not comparable and stricter ones say why in two words.
pub fn verdict(cx: Cx<'_>, verdict: Verdict, stricter: Option<Stricter>) -> Html {
    verdict_in(tag("span"), cx, verdict, stricter)
}

/// The same in an element of its own, such as a link.
pub fn verdict_in(element: Html, cx: Cx<'_>, verdict: Verdict, stricter: Option<Stricter>) -> Html {
    let (sign, word) = cx.lang.verdict(verdict);
    let detail = match verdict {
        Verdict::NotComparable(reason) => Some(cx.lang.unlike(reason)),
        _ => stricter.map(|side| cx.lang.stricter(side)),
    };
    element
        .class(["verdict verdict--", verdict.id()].concat())
        .child(tag("span").class("verdict__sign").attr("aria-hidden", "true").child(sign))
        .child(" ")
        .child(word)
        .child(detail.map(|detail| tag("span").class("verdict__detail").child([": ", detail].concat())))
        .into_any()
}

/// What came of a target.
pub fn result(cx: Cx<'_>, result: Result) -> Html {
    let sign = match result {
        Result::Reached => "✓",
        Result::Missed => "✗",
        Result::Disputed => "?!",
        Result::NotMeasurable | Result::NoResult => "?",
        Result::Open => "…",
    };
    tag("span")
        .class(format!("result result--{}", result.id()))
        .child(tag("span").attr("aria-hidden", "true").child(sign))
        .child(" ")
        .child(cx.lang.result(result))
        .into_any()
}

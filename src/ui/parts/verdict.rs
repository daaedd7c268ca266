//! Verdicts: sign, word and colour together.

use crate::align::{Stricter, Verdict};
use crate::outcome::Result;
use crate::ui::cx::Cx;
use leptos::prelude::*;

/// A verdict; not comparable and stricter ones say why in two words.
pub fn verdict(cx: Cx<'_>, verdict: Verdict, stricter: Option<Stricter>) -> AnyView {
    let (sign, word) = cx.lang.verdict(verdict);
    let detail = match verdict {
        Verdict::NotComparable(reason) => Some(cx.lang.unlike(reason)),
        _ => stricter.map(|side| cx.lang.stricter(side)),
    };
    view! {
        <span class=format!("verdict verdict--{}", verdict.id())>
            <span class="verdict__sign" aria-hidden="true">{sign}</span>
            " "
            {word}
            {detail.map(|detail| view! { <span class="verdict__detail">{format!(": {detail}")}</span> })}
        </span>
    }
    .into_any()
}

/// What came of a target.
pub fn result(cx: Cx<'_>, result: Result) -> AnyView {
    let sign = match result {
        Result::Reached => "✓",
        Result::Missed => "✗",
        Result::Disputed => "?!",
        Result::NotMeasurable | Result::NoResult => "?",
        Result::Open => "…",
    };
    view! {
        <span class=format!("result result--{}", result.id())>
            <span aria-hidden="true">{sign}</span>
            " "
            {cx.lang.result(result)}
        </span>
    }
    .into_any()
}

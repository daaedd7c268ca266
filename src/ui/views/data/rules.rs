//! When which verdict is given.

use crate::align::{Unlike, Verdict};
use crate::outcome::Result;
use crate::ui::cx::Cx;
use crate::ui::parts::{Column, result, scrolling, verdict};
use leptos::prelude::*;

const VERDICTS: [Verdict; 13] = [
    Verdict::Weaker,
    Verdict::Equal,
    Verdict::Stronger,
    Verdict::Missing,
    Verdict::Extra,
    Verdict::NotApplicable,
    Verdict::NotComparable(Unlike::Defect),
    Verdict::NotComparable(Unlike::Unit),
    Verdict::NotComparable(Unlike::AbsoluteCount),
    Verdict::NotComparable(Unlike::Base),
    Verdict::NotComparable(Unlike::Nested),
    Verdict::NotComparable(Unlike::Horizon),
    Verdict::NotComparable(Unlike::Range),
];

/// The rules, sign and word beside each.
pub(super) fn rules(cx: Cx<'_>) -> AnyView {
    let lang = cx.lang;
    let verdicts = VERDICTS.map(|v| rule(verdict(cx, v, None), lang.data_verdict_rule(v)));
    let results = Result::ALL.map(|r| rule(result(cx, r), lang.data_result_rule(r)));
    let columns = || vec![Column::text(lang.data_verdict()), Column::text(lang.data_when())];
    view! {
        <h2>{lang.data_rules()}</h2>
        <div class="data__pair">
            {scrolling(lang, lang.data_rules_targets(), columns(), verdicts.into())}
            {scrolling(lang, lang.data_rules_results(), columns(), results.into())}
        </div>
    }
    .into_any()
}

fn rule(name: AnyView, when: &'static str) -> AnyView {
    view! { <tr><th scope="row">{name}</th><td>{when}</td></tr> }.into_any()
}

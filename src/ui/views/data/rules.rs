//! When which verdict is given.

use crate::align::{Unlike, Verdict};
use crate::outcome::Result;
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::parts::{Column, result, scrolling, verdict};

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
pub(super) fn rules(cx: Cx<'_>) -> Html {
    let lang = cx.lang;
    let verdicts = VERDICTS.map(|v| rule(verdict(cx, v, None), lang.data_verdict_rule(v)));
    let results = Result::ALL.map(|r| rule(result(cx, r), lang.data_result_rule(r)));
    let columns = || vec![Column::text(lang.data_verdict()), Column::text(lang.data_when())];
    fragment()
        .child(tag("h2").child(lang.data_rules()))
        .child(
            tag("div")
                .class("data__pair")
                .child(scrolling(lang, lang.data_rules_targets(), columns(), verdicts))
                .child(scrolling(lang, lang.data_rules_results(), columns(), results)),
        )
        .into_any()
}

fn rule(name: Html, when: &'static str) -> Html {
    tag("tr").child(tag("th").attr("scope", "row").child(name)).child(tag("td").child(when)).into_any()
}

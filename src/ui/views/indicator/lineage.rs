//! From plan to plan and from the nation to the provinces: what changed at each step, and why that is said.

use crate::i18n::quantity;
use crate::lineage::{Change, Side, Step, lineage};
use crate::list::List;
use crate::model::Indicator;
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;
use crate::ui::parts::{self, Column, level_mark, scrolling};

pub(super) fn steps(cx: Cx<'_>, indicator: &Indicator) -> Html {
    let lang = cx.lang;
    let lineage = lineage(cx.data, indicator);
    let tables = [(lineage.national, lang.lineage_national()), (lineage.provincial, lang.lineage_provincial())];
    let tables: Vec<_> = tables
        .into_iter()
        .filter(|(steps, _)| !steps.is_empty())
        .map(|(steps, caption)| {
            let columns =
                [lang.lineage_from(), lang.lineage_to(), lang.lineage_change(), lang.lineage_why()].map(Column::text);
            scrolling(lang, caption, columns.into(), all(steps.iter().map(|step| row(cx, step))))
        })
        .list();
    if tables.is_empty() {
        return ().into_any();
    }
    tag("section")
        .class("lineage")
        .attr("aria-labelledby", "indicator-lineage")
        .child(tag("h2").attr("id", "indicator-lineage").child(lang.lineage_title()))
        .child(tables)
        .into_any()
}

fn row(cx: Cx<'_>, step: &Step<'_>) -> Html {
    let (sign, word) = cx.lang.lineage_word(step);
    let class = match step.change {
        Change::Raised => "verdict verdict--stronger",
        Change::Lowered => "verdict verdict--weaker",
        Change::Kept => "verdict verdict--equal",
        Change::Dropped => "verdict verdict--missing",
        Change::New { .. } => "verdict verdict--extra",
        Change::Redefined(_) | Change::NotKnown => "verdict verdict--not_comparable",
    };
    tag("tr")
        .child(tag("th").attr("scope", "row").child(side(cx, step.from)))
        .child(tag("td").child(side(cx, step.to)).child(parts::borders(cx, step.to.0)))
        .child(tag("td").child(
            tag("span").class(class).child(tag("span").attr("aria-hidden", "true").child(sign)).child(" ").child(word),
        ))
        .child(tag("td").child(cx.lang.lineage_reason(step)))
        .into_any()
}

/// A plan, and what it asks.
fn side(cx: Cx<'_>, (plan, target): Side<'_>) -> Html {
    let asked = match target {
        Some(target) => {
            let words = format!("{}, {}", quantity(target.quantity(), cx.lang), target.year);
            link::record(cx, plan, &target.id, &words)
        }
        None => tag("span").class("muted").child("–"),
    };
    fragment().child(level_mark(cx, plan.level)).child(" ").child(link::plan(cx, plan)).child(": ").child(asked)
}

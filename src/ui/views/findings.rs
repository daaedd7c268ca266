//! What a comparison shows, in counts and sentences, and what the matrix does.

use crate::address::{AgenciesState, View};
use crate::align::{Alignment, Counts, Verdict, answers_older_plan};
use crate::i18n::quantity;
use crate::list::List;
use crate::matrix::{COLLECTIVE_LEAD, Key, Matrix, NO_LEAD, SEVERAL_LEADS};
use crate::model::Plan;
use crate::ui::cx::Cx;
use crate::ui::html::*;

/// How many of each verdict; also used by the overview.
pub(super) fn counts(cx: Cx<'_>, alignments: &[Alignment<'_>]) -> Html {
    let lang = cx.lang;
    let counts = all(lang.compare_counts(Counts::of(alignments)).into_iter().map(|(verdict, n)| {
        let (sign, word) = lang.verdict(verdict);
        tag("li")
            .class(format!("verdict verdict--{}", verdict.id()))
            .child(tag("span").attr("aria-hidden", "true").child(sign))
            .child(format!(" {n} {word}"))
    }));
    tag("ul").class("judged__counts").child(counts).into_any()
}

/// The sentences about one plan; also used by the overview.
pub(super) fn sentences(cx: Cx<'_>, plan: &Plan, baseline: &Plan, alignments: &[Alignment<'_>]) -> Vec<String> {
    let lang = cx.lang;
    let (name, base_name) = (plan.short.get(lang), baseline.short.get(lang));
    let items = |wanted: Verdict| -> Vec<String> {
        let set = alignments.iter().filter(|a| a.verdict == wanted);
        set.filter_map(|a| {
            let indicator = cx.data.indicator(a.indicator)?.name.get(lang);
            let (ours, theirs) = (a.target?.quantity(), a.baseline?.quantity());
            Some(lang.compare_item(indicator, &quantity(ours, lang), &quantity(theirs, lang)))
        })
        .list()
    };
    let mut out = Vec::new();
    let (less, more) = (items(Verdict::Weaker), items(Verdict::Stronger));
    if !less.is_empty() {
        out.push(lang.compare_sets_less(name, base_name, &less));
    }
    if !more.is_empty() {
        out.push(lang.compare_sets_more(name, base_name, &more));
    }
    if let Some((with, older_with, older)) = answers_older_plan(cx.data, plan, baseline) {
        let all = plan.targets.len();
        out.push(lang.compare_answers_older(name, all, with, base_name, older_with, older.short.get(lang)));
    }
    out
}

/// The link that opened the tasks of a cell, to which closing them leads back.
pub(super) const OPENER: &str = "open-cell";

/// The address of the same table with this cell open, or with none.
pub(super) fn opening(cx: Cx<'_>, state: &AgenciesState, cell: Option<(Key, Option<Key>)>) -> String {
    cx.href(View::Agencies(AgenciesState { cell, ..state.clone() }))
}

/// Which tasks nobody in particular leads, each with the link that shows them; also used by the overview.
pub(super) fn unled(cx: Cx<'_>, state: &AgenciesState, matrix: &Matrix<'_>) -> Html {
    let lang = cx.lang;
    let said = [
        (matrix.no_lead, NO_LEAD, lang.agencies_say_no_lead(matrix.no_lead, matrix.tasks)),
        (matrix.collective_lead, COLLECTIVE_LEAD, lang.agencies_say_collective(matrix.collective_lead)),
        (matrix.several_leads, SEVERAL_LEADS, lang.agencies_say_several(matrix.several_leads)),
    ];
    let items = said.into_iter().filter(|(count, ..)| *count > 0).map(|(_, row, text)| {
        let open = state.cell == Some((row, None));
        // Closing the list leads back to where it was opened: to its cell in the table where that has one.
        let id = (open && matrix.rows.iter().all(|r| r.key != row)).then_some(OPENER);
        let href = opening(cx, state, Some((row, None)));
        tag("li")
            .child(tag("a").attr("id", id).attr("href", href).attr("aria-current", open.then_some("true")).child(text))
    });
    let items = items.list();
    if items.is_empty() {
        return ().into_any();
    }
    tag("ul").class("findings").child(items).into_any()
}

//! What words find: every kind of record, best first, with the words marked.

use crate::address::View;
use crate::list::List;
use crate::search::{Answer, Filter, Found, Hit, Index, Kind, Query, documents};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::parts::{choice, choices};
use std::ops::Range;

/// How many results a page shows.
const SHOWN: usize = 60;

/// What the words find in the index, or in one made for them: making one takes longer than any view.
pub fn found(cx: Cx<'_>, index: Option<&Index<'_>>, words: &str, kind: Option<Kind>) -> Html {
    let Some(index) = index else { return found(cx, Some(&Index::new(documents(cx.data))), words, kind) };
    let filter = Filter { kinds: kind.into_iter().list(), ..Filter::default() };
    let answer = index.search(&Query { filter, limit: SHOWN, ..Query::new(words, cx.lang) });
    results(cx, index, &answer, words, kind)
}

fn results(cx: Cx<'_>, index: &Index<'_>, answer: &Answer, words: &str, kind: Option<Kind>) -> Html {
    let lang = cx.lang;
    let to =
        |label: &str, other| choice(cx, label, View::Search { words: words.to_owned(), kind: other }, kind == other);
    let present = Kind::ALL.into_iter().zip(answer.kinds).filter(|(k, n)| *n > 0 || kind == Some(*k));
    let kinds = all(present.map(|(kind, n)| to(&lang.plan_count(n, lang.search_kind(kind)), Some(kind))));
    let kinds = fragment().child(to(lang.all(), None)).child(kinds);
    let said = if answer.total == 0 {
        lang.search_nothing().to_owned()
    } else {
        lang.search_found(answer.total, answer.hits.len())
    };
    let corrected = (answer.corrected && answer.total > 0).then(|| tag("p").child(lang.search_corrected()));
    let hits: Vec<_> = answer.hits.iter().filter_map(|hit| result(cx, index, answer, hit)).list();
    fragment()
        .child(tag("div").class("controls").child(choices(lang.search_kinds(), kinds)))
        .child(tag("p").attr("role", "status").child(said))
        .child(corrected)
        .child(tag("ol").class("hits").child(hits))
        .into_any()
}

/// One result: its title in the reader's language with the words marked, where it stands, and the
/// text that was matched where that is another.
fn result(cx: Cx<'_>, index: &Index<'_>, answer: &Answer, hit: &Hit) -> Option<Html> {
    let entry = index.entries().get(hit.entry)?;
    let title = entry.title(cx.lang)?;
    let (view, about) = target(cx, hit)?;
    let text = &entry.fields.get(title)?.text;
    let marks = answer.marks(index, hit.entry, title);
    let other = (hit.field != title && marks.is_empty()).then(|| {
        let text = entry.fields.get(hit.field).map(|field| marked(&field.text, &hit.marks));
        tag("span").class("hits__match").child(text)
    });
    let link = tag("a").attr("href", cx.href(view)).child(marked(text, &marks));
    Some(tag("li").child(link).child(other).child(tag("span").class("hits__about").child(about)).into_any())
}

fn target(cx: Cx<'_>, hit: &Hit) -> Option<(View, String)> {
    let lang = cx.lang;
    let kind = lang.search_kind(hit.id.kind);
    Some(match hit.id.find(cx.data)? {
        Found::Plan(plan) => (View::Plan { plan: plan.id, part: None }, lang.document(plan)),
        Found::Record(plan, record) => {
            let about = format!(
                "{} · {} · {}",
                lang.record_kind(record),
                plan.short.get(lang),
                crate::cite::clause(record.clause(), lang)
            );
            (View::Record { plan: plan.id, record: *record.id() }, about)
        }
        Found::Defect(plan, _) => {
            let part = Some(crate::address::Part::Defects);
            (View::Plan { plan: plan.id, part }, format!("{kind} · {}", plan.short.get(lang)))
        }
        Found::Agency(agency) => (View::Agency { agency: agency.id }, kind.to_owned()),
        Found::Indicator(indicator) => (View::Indicator { indicator: indicator.id }, kind.to_owned()),
    })
}

/// A text with some of its bytes marked; the ranges are in order and on letters' ends.
fn marked(text: &str, marks: &[Range<usize>]) -> Html {
    let mut out = fragment();
    let mut done = 0;
    for mark in marks {
        let (Some(before), Some(inside)) = (text.get(done..mark.start), text.get(mark.clone())) else { continue };
        out = out.child(before).child(tag("mark").child(inside));
        done = mark.end;
    }
    out.child(text.get(done..).unwrap_or_default()).into_any()
}

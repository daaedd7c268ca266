//! What words find: every kind of record, best first, with the words marked.

use super::COUNT;
use crate::address::{self, SearchState, View};
use crate::dataset::DataSet;
use crate::i18n::Lang;
use crate::list::List;
use crate::model::{AgencyId, PlanId};
use crate::search::{Answer, Found, Hit, Index, Kind, SHOWN, documents, query_of};
use crate::timeline::{places_by_name, years_of};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;
use crate::ui::parts::{choices, option, option_of_many, select_in};
use std::ops::Range;

/// The link to all results, and then the first of those that it led to.
const MORE: &str = "search-more";

/// What is worked out once, and not with every letter that is typed.
pub struct Finder<'a> {
    index: Index<'a>,
    /// The places of the agencies that have a task, in the order of their names in each language.
    agencies: [Vec<usize>; 2],
    years: (i32, i32),
}

impl<'a> Finder<'a> {
    /// Takes longer than any view.
    pub fn new(data: &'a DataSet) -> Self {
        let index = Index::new(documents(data));
        let busy = index.with_tasks(None);
        let agencies = [Lang::Vi, Lang::En].map(|lang| places_by_name(data, &busy, lang));
        Self { index, agencies, years: years_of(data) }
    }
}

/// What the words find; where nothing has been worked out, it is done for them.
pub fn found(cx: Cx<'_>, finder: Option<&Finder<'_>>, state: &SearchState) -> Html {
    let Some(finder) = finder else { return found(cx, Some(&Finder::new(cx.data)), state) };
    results(cx, finder, &finder.index.search(&query_of(cx.data, state, cx.lang)), state)
}

/// The state with something else in it.
fn with(state: &SearchState, change: impl FnOnce(&mut SearchState)) -> View {
    let mut state = state.clone();
    change(&mut state);
    View::Search(state)
}

/// The kinds with the number of results of each; each link has an id, by which it keeps the focus.
fn kinds(cx: Cx<'_>, answer: &Answer, state: &SearchState) -> Html {
    let lang = cx.lang;
    let to = |label: &str, kind: Option<Kind>| {
        let link = tag("a")
            .attr("id", format!("search-kind-{}", kind.map_or("all", Kind::id)))
            .attr("href", cx.href(with(state, |state| state.kind = kind)))
            .attr("aria-current", (state.kind == kind).then_some("true"));
        tag("li").child(link.child(label))
    };
    let present = Kind::ALL.into_iter().zip(answer.kinds).filter(|(k, n)| *n > 0 || state.kind == Some(*k));
    let present = present.map(|(kind, n)| to(&lang.search_counted(n, kind), Some(kind)));
    choices(lang.search_kinds(), fragment().child(to(lang.all(), None)).child(all(present)))
}

/// Plan, agency (of those that have a task in it) and year.
fn filters(cx: Cx<'_>, finder: &Finder<'_>, state: &SearchState) -> Html {
    let (data, lang) = (cx.data, cx.lang);
    let plans = data.plans.iter().map(|p| option_of_many(p.short.get(lang), p.id.as_str(), state.plan == Some(p.id)));
    let any = option(cx, lang.all(), with(state, |state| state.plan = None), state.plan.is_none());
    let plans = filter(cx, "plan", lang.search_plans(), any, all(plans), &with(state, |s| s.plan = Some(PlanId(""))));

    let place = state.plan.and_then(|id| data.plans.iter().position(|plan| plan.id == id));
    let busy = place.map(|place| finder.index.with_tasks(u32::try_from(place).ok()));
    let is_busy = |place: usize| busy.as_ref().is_none_or(|busy| busy.get(place) == Some(&true));
    let mut offered = finder.agencies[lang as usize].iter().copied().filter(|place| is_busy(*place)).list();
    // The chosen one stays on offer when another plan is chosen.
    let chosen = state.agency.and_then(|id| data.agency_place(&id));
    offered.extend(chosen.filter(|chosen| !offered.contains(chosen)));
    let agencies = offered.into_iter().filter_map(|place| data.agencies.get(place));
    let agencies = agencies.map(|a| option_of_many(a.name.get(lang), a.id.as_str(), state.agency == Some(a.id)));
    let any = option(cx, lang.all(), with(state, |state| state.agency = None), state.agency.is_none());
    let open = with(state, |state| state.agency = Some(AgencyId("")));
    let agencies = filter(cx, "agency", lang.timeline_agency(), any, all(agencies), &open);

    let (first, last) = finder.years;
    let beyond = state.year.filter(|year| !(first..=last).contains(year));
    let years = (first..=last).chain(beyond).map(|year| {
        let name = year.to_string();
        option_of_many(&name, &name, state.year == Some(year))
    });
    let any = option(cx, lang.all(), with(state, |state| state.year = None), state.year.is_none());
    let years = filter(cx, "year", lang.search_years(), any, all(years), &with(state, |s| s.year = Some(first)));
    fragment().child(plans).child(agencies).child(years)
}

/// One of the filters. The address of each of hundreds of options would take longer to write than the words to find.
fn filter(cx: Cx<'_>, name: &str, label: &str, any: Html, options: Html, open: &View) -> Html {
    let options = fragment().child(any).child(options);
    select_in(&["search-", name].concat(), label, &address::open(cx.lang, open, name), options)
}

fn results(cx: Cx<'_>, finder: &Finder<'_>, answer: &Answer, state: &SearchState) -> Html {
    let lang = cx.lang;
    let bare = SearchState { words: state.words.clone(), all: state.all, ..SearchState::default() };
    let narrowed = *state != bare;
    let clear = narrowed.then(|| {
        tag("p").child(
            tag("a").attr("id", "search-clear").attr("href", cx.href(View::Search(bare))).child(lang.clear_filter()),
        )
    });
    let said = if answer.total == 0 {
        lang.search_nothing().to_owned()
    } else {
        lang.search_found(answer.total, answer.hits.len())
    };
    let corrected = (answer.corrected && answer.total > 0).then(|| tag("p").child(lang.search_corrected()));
    let more = (answer.total > answer.hits.len()).then(|| {
        let all = link::to(cx, with(state, |state| state.all = true), &lang.search_show(answer.total));
        tag("p").child(all.attr("id", MORE))
    });
    let hits = answer.hits.iter().enumerate();
    // Who asked for all goes on from the first that was not there.
    let hits: Vec<_> =
        hits.filter_map(|(at, hit)| result(cx, &finder.index, answer, hit, (at == SHOWN).then_some(MORE))).list();
    fragment()
        .child(tag("div").class("controls").child(kinds(cx, answer, state)).child(filters(cx, finder, state)))
        .child(tag("p").attr("id", COUNT).child(said))
        .child(clear)
        .child(corrected)
        .child(tag("ol").class("hits").attr("data-words", state.words.as_str()).child(hits))
        .child(more)
        .into_any()
}

/// One result: its title in the reader's language with the words marked, where it stands, and the
/// text that was matched where that is another.
fn result(cx: Cx<'_>, index: &Index<'_>, answer: &Answer, hit: &Hit, id: Option<&str>) -> Option<Html> {
    let entry = index.entry(hit.entry)?;
    let title = entry.title(cx.lang)?;
    let (view, about) = target(cx, hit)?;
    let text = &entry.fields.get(title)?.text;
    let marks = if hit.field == title { hit.marks.clone() } else { answer.marks(index, hit.entry, title) };
    let other = (hit.field != title && marks.is_empty()).then(|| {
        let text = entry.fields.get(hit.field).map(|field| marked(&field.text, &hit.marks));
        tag("span").class("hits__match").child(text)
    });
    let link = tag("a").attr("id", id).attr("href", cx.href(view)).child(marked(text, &marks));
    Some(tag("li").child(link).child(other).child(tag("span").class("hits__about").child(about)).into_any())
}

fn target(cx: Cx<'_>, hit: &Hit) -> Option<(View, String)> {
    let lang = cx.lang;
    let kind = lang.search_kind(hit.id.kind);
    Some(match hit.id.find(cx.data)? {
        Found::Plan(plan) => (View::Plan { plan: plan.id, part: None }, lang.document(plan)),
        Found::Record(plan, record) => {
            let clause = crate::cite::clause(record.clause(), lang);
            let about = [lang.record_kind(record), " · ", plan.short.get(lang), " · ", &clause].concat();
            (View::Record { plan: plan.id, record: *record.id() }, about)
        }
        Found::Defect(plan, _) => {
            let part = Some(crate::address::Part::Defects);
            (View::Plan { plan: plan.id, part }, [kind, " · ", plan.short.get(lang)].concat())
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

#[cfg(test)]
mod tests {
    use crate::address::Address;
    use crate::dataset::bundled;
    use crate::export::{Origin, sheet};
    use crate::ui::render;

    #[test]
    fn the_screen_lists_what_a_file_holds_and_offers_the_rest() {
        let data = bundled().expect("the bundled data is sound");
        let origin = Origin { base: "", now: "2026-01-01T20:04:05", day: "2026-01-02" };
        for (hash, offers) in [
            ("#/search?words=bo&lang=en", Some("#/search?words=bo&amp;all=1&amp;lang=en")),
            ("#/search?words=bo&all=1&lang=en", None),
            ("#/search?words=hoa%20don&kind=target", None),
        ] {
            let page = render::page(&data, hash);
            let (_, hits) = page.split_once("class=\"hits\"").expect("a list");
            let (hits, below) = hits.split_once("</ol>").expect("its end");
            let sheet = sheet(&data, &Address::read(hash).0, &origin).expect("it has a sheet");
            assert_eq!(hits.matches("<li>").count(), sheet.tables[0].rows.len(), "{hash}");
            let (below, _) = below.split_once("</main>").expect("the view's end");
            let offered = below.split_once("href=\"").and_then(|(_, href)| href.split_once('"')).map(|(href, _)| href);
            assert_eq!(offered, offers, "{hash}");
        }
    }
}

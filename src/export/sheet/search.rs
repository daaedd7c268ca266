//! What words find: what the screen lists of it.

use super::{Cell, Filled, Kind, Maker, Table, columns_of};
use crate::address::{Part, SearchState, View};
use crate::list::List;
use crate::search::{Found, Hit, Index, documents, query_of};

/// The results in their order.
pub(super) fn search<'a>(maker: Maker<'a>, state: &SearchState) -> Filled<'a> {
    let (data, lang) = (maker.data, maker.lang);
    let index = Index::new(documents(data));
    let answer = index.search(&query_of(data, state, lang));
    let mut plans = Vec::new();
    let rows = answer.hits.iter().filter_map(|hit| {
        let entry = index.entry(hit.entry)?;
        let title = entry.fields.get(entry.title(lang)?)?.text.to_string();
        let [kind, plan, clause, address] = place(maker, hit)?;
        if let Some(Found::Record(plan, _) | Found::Defect(plan, _) | Found::Plan(plan)) = hit.id.find(data) {
            plans.push(plan);
        }
        let matched = entry.fields.get(hit.field).map(|field| field.text.to_string()).filter(|text| *text != title);
        let (start, end) = entry.years.unzip();
        let matched = matched.map_or(Cell::Nothing, Cell::owned);
        Some(vec![kind, Cell::owned(title), plan, clause, Cell::year(start), Cell::year(end), matched, address])
    });
    let rows = rows.list();
    let columns = columns_of(&[
        ("kind", lang.export_kind(), Kind::Text, 18),
        ("text", lang.export_record(), Kind::Text, 60),
        ("plan", lang.export_plan(), Kind::Text, 26),
        ("clause", lang.plan_clause(), Kind::Text, 20),
        ("start", lang.export_start(), Kind::Whole, 10),
        ("end", lang.export_end(), Kind::Whole, 10),
        ("matched", lang.export_matched(), Kind::Text, 50),
        ("address", lang.export_record_address(), Kind::Address, 30),
    ]);
    let plan = state.plan.as_ref().and_then(|id| data.plan(id)).map(|plan| plan.short.get(lang));
    let agency = state.agency.as_ref().and_then(|id| data.agency(id)).map(|agency| agency.name.get(lang));
    let about = [
        maker.chosen(lang.export_words(), &[&state.words]),
        maker.chosen(lang.export_kind(), &state.kind.map(|kind| lang.search_kind(kind)).into_iter().list()),
        maker.chosen(lang.export_plan(), &plan.into_iter().list()),
        maker.chosen(lang.timeline_agency(), &agency.into_iter().list()),
        state.year.map(|year| format!("{}: {year}", lang.plan_year())),
        Some(lang.search_found(answer.total, answer.hits.len())),
    ];
    Filled {
        title: lang.search_title().to_owned(),
        about: about.into_iter().flatten().list(),
        tables: vec![Table { name: lang.nav_search().to_owned(), columns, rows }],
        plans: maker.plans_of(&plans),
        outcomes: Vec::new(),
    }
}

/// What a result is, its plan and clause, and where it opens.
fn place(maker: Maker<'_>, hit: &Hit) -> Option<[Cell; 4]> {
    let (data, lang) = (maker.data, maker.lang);
    let kind = Cell::text(lang.search_kind(hit.id.kind));
    Some(match hit.id.find(data)? {
        Found::Plan(plan) => [
            kind,
            Cell::text(plan.short.get(lang)),
            Cell::Nothing,
            maker.address(View::Plan { plan: plan.id, part: None }),
        ],
        Found::Record(plan, record) => {
            [kind, Cell::text(plan.short.get(lang)), maker.clause(record.clause()), maker.record(plan, record.id())]
        }
        Found::Defect(plan, defect) => [
            kind,
            Cell::text(plan.short.get(lang)),
            maker.clause(&defect.clause),
            maker.address(View::Plan { plan: plan.id, part: Some(Part::Defects) }),
        ],
        Found::Agency(agency) => {
            [kind, Cell::Nothing, Cell::Nothing, maker.address(View::Agency { agency: agency.id })]
        }
        Found::Indicator(indicator) => {
            [kind, Cell::Nothing, Cell::Nothing, maker.address(View::Indicator { indicator: indicator.id })]
        }
    })
}

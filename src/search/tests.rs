use super::*;
use crate::dataset::{DataSet, bundled};
use std::sync::OnceLock;

mod properties;
mod ranking;
mod real;

fn data() -> &'static DataSet {
    static DATA: OnceLock<DataSet> = OnceLock::new();
    DATA.get_or_init(|| bundled().expect("the bundled data is sound"))
}

fn real_index() -> &'static Index<'static> {
    static INDEX: OnceLock<Index<'static>> = OnceLock::new();
    INDEX.get_or_init(|| Index::new(documents(data())))
}

/// Entries with a title only.
fn titles<'a>(texts: &[&'a str]) -> Vec<Entry<'a>> {
    let entry = |(at, text): (usize, &&'a str)| Entry {
        id: DocId { kind: Kind::Task, plan: Some(0), at: at as u32 },
        agencies: Vec::new(),
        years: None,
        fields: vec![Field { role: Role::Title, lang: None, text: Cow::Borrowed(*text) }],
    };
    texts.iter().enumerate().map(entry).collect()
}

fn all<'q>(text: &'q str) -> Query<'q> {
    Query { limit: usize::MAX, ..Query::new(text, Lang::Vi) }
}

/// The best field of a hit with its highlights in brackets.
fn marked(index: &Index<'_>, hit: &Hit) -> String {
    let text = index.entries.text(index.entries.fields(hit.entry)[hit.field].text);
    let mut out = String::new();
    let mut end = 0;
    for mark in &hit.marks {
        out += &format!("{}[{}]", &text[end..mark.start], &text[mark.clone()]);
        end = mark.end;
    }
    out + &text[end..]
}

/// What a record is called in the tests: `plan/id`, or the id of an agency or indicator.
fn name(id: DocId) -> String {
    match id.find(data()).expect("what was found is there") {
        Found::Plan(plan) => plan.id.to_string(),
        Found::Record(plan, record) => format!("{}/{}", plan.id, record.id()),
        Found::Defect(plan, defect) => format!("{}/{} {}", plan.id, defect.kind.id(), defect.clause),
        Found::Agency(agency) => agency.id.to_string(),
        Found::Indicator(indicator) => indicator.id.to_string(),
    }
}

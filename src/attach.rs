//! A plan beside its own document: each record with its clause word for word, found by the clause's path.
//!
//! [`attach`] finds out which plan a text is the document of; [`to_plan`] puts the text beside a plan. What
//! does not agree is listed with the record. The checks of the data against the sources rest on the same
//! comparison, so that there is one notion of a clause and of what stands in it.

mod compare;
mod recognise;

pub use compare::{numbers, pieces_of, states};
pub use recognise::{KnownBy, recognise};

use crate::clause::Document;
use crate::dataset::DataSet;
use crate::model::{Agency, Basis, ClausePath, Plan, Record, Task};
use crate::reader::Head;
use serde::Serialize;
use std::ops::Range;

/// A document beside the plan that was made of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Attachment {
    /// The plan's id.
    pub plan: String,
    /// What told the plan; none where a person chose it.
    pub known_by: Option<KnownBy>,
    /// Every record of the plan, in the order of kinds.
    pub records: Vec<Attached>,
}

/// A record beside its clause.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Attached {
    /// The record's id within the plan.
    pub record: String,
    /// Its clause's path.
    pub clause: String,
    /// The clause as it stands in the document, with everything inside it; empty where it was not found.
    pub paragraphs: Vec<Paragraph>,
    /// What does not agree.
    pub mismatches: Vec<Mismatch>,
}

/// A paragraph of a clause.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Paragraph {
    /// Its bytes in the document's text.
    pub place: Range<usize>,
    /// Its words: composed letters, lines joined by a space, behind the clause's mark.
    pub text: String,
    /// What to highlight, in order, without overlaps.
    pub marks: Vec<Mark>,
}

/// Something of the record that stands in a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// Its bytes in the paragraph's text.
    pub at: Range<usize>,
    /// What it is.
    pub kind: MarkKind,
}

/// What of a record stands in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum MarkKind {
    /// A target's figure.
    Figure,
    /// A year.
    Year,
    /// An agency's name.
    Agency,
}

/// What of a record does not agree with the document.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mismatch {
    /// The document has no clause with this path.
    NoClause,
    /// The plan is known from the press: its records know no clause.
    Uncited,
    /// The figure does not stand in the clause.
    Figure(f64),
    /// A task's year does not stand in the clause.
    Year(i32),
}

/// Finds the plan that a text is the document of, and puts the text beside it; none where it is of no plan
/// that the data has. `head` is what the document says of itself.
pub fn attach(document: &Document, head: &Head, data: &DataSet) -> Option<Attachment> {
    let (plan, known_by) = recognise(document, head, data)?;
    Some(Attachment { known_by: Some(known_by), ..beside(document, plan, data) })
}

impl Attachment {
    /// The records that do not agree with the document.
    pub fn mismatched(&self) -> impl Iterator<Item = &Attached> {
        self.records.iter().filter(|r| !r.mismatches.is_empty())
    }
}

fn beside(document: &Document, plan: &Plan, data: &DataSet) -> Attachment {
    let index = compare::Index::new(document);
    let records = plan.records().map(|record| attached(document, &index, plan, record, data)).collect();
    Attachment { plan: plan.id.as_str().to_owned(), known_by: None, records }
}

fn attached(
    document: &Document,
    index: &compare::Index<'_>,
    plan: &Plan,
    record: Record<'_>,
    data: &DataSet,
) -> Attached {
    let mut paragraphs = compare::paragraphs(document, &index.pieces_of(document, record.clause().as_str()));
    let mismatches = match plan.basis {
        Basis::Press => Vec::from([Mismatch::Uncited]),
        Basis::Document => compare::mismatches(record, &paragraphs),
    };
    let figures = compare::figures_of(record);
    let years = compare::years_of(record);
    let agencies: Vec<&Agency> = match record {
        Record::Task(task) => Task::agencies(task).filter_map(|(id, _)| data.agency(id)).collect(),
        _ => Vec::new(),
    };
    for paragraph in &mut paragraphs {
        paragraph.marks = compare::marks(&paragraph.text, &figures, &years, &agencies);
    }
    let clause = record.clause().as_str().to_owned();
    Attached { record: record.id().as_str().to_owned(), clause, paragraphs, mismatches }
}

/// What does not agree between a plan's records and its document, without the marks; for the data's checks.
pub fn mismatches<'a>(document: &Document, plan: &'a Plan) -> Vec<(Record<'a>, Mismatch)> {
    let index = compare::Index::new(document);
    let mut out = Vec::new();
    for record in plan.records() {
        let paragraphs = compare::paragraphs(document, &index.pieces_of(document, record.clause().as_str()));
        out.extend(compare::mismatches(record, &paragraphs).into_iter().map(|m| (record, m)));
    }
    out
}

/// Whether the document has a clause of this path.
pub fn has_clause(document: &Document, path: &ClausePath) -> bool {
    !pieces_of(document, path.as_str()).is_empty() || document.clauses.iter().any(|c| c.path.is_within(path.as_str()))
}

#[cfg(test)]
mod tests;

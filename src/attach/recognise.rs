//! Which plan a text is the document of.

use super::{Mismatch, mismatches};
use crate::clause::Document;
use crate::dataset::DataSet;
use crate::model::{Basis, Level, Plan};
use crate::reader::Head;
use crate::text::fold;
use serde::Serialize;

/// What told the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum KnownBy {
    /// Its number, and its date where both have one.
    Number,
    /// Its place and period, and that its clauses are there.
    Clauses,
}

/// The plan that a document is of; `head` is what it says of itself.
///
/// A number decides. Without one it is the plan of that place and period, if the document has at least six
/// in ten of the clauses that its records cite and the figures that stand there.
pub fn recognise<'a>(document: &Document, head: &Head, data: &'a DataSet) -> Option<(&'a Plan, KnownBy)> {
    let plain = |number: &str| fold(number).split_whitespace().collect::<String>();
    if let Some(number) = head.number.as_deref().map(plain) {
        let dated = |plan: &Plan| match (&plan.date, &head.date) {
            (Some(a), Some(b)) => a.starts_with(b.as_str()) || b.starts_with(a.as_str()),
            _ => true,
        };
        let named = |plan: &&Plan| plan.number.as_deref().map(plain).as_ref() == Some(&number);
        if let Some(plan) = data.plans.iter().filter(named).find(|plan| dated(plan)) {
            return Some((plan, KnownBy::Number));
        }
    }
    let place = |plan: &&Plan| match (&plan.province, &head.province) {
        (Some(a), Some(b)) => *a == b.as_str(),
        (None, None) => plan.level == Level::National,
        _ => false,
    };
    let period = |plan: &&Plan| head.period.is_none_or(|(_, last)| last == plan.period.1);
    // Another number is another document, however alike.
    let unnumbered = |plan: &&Plan| head.number.is_none() || plan.number.is_none();
    let plans = data.plans.iter().filter(|p| p.basis == Basis::Document).filter(unnumbered);
    let candidates = plans.filter(place).filter(period);
    let scored = candidates.map(|plan| (share_found(document, plan), plan));
    let (share, plan) = scored.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (share >= 0.6).then_some((plan, KnownBy::Clauses))
}

/// How much of a plan's records stands where they say, 0 to 1.
fn share_found(document: &Document, plan: &Plan) -> f64 {
    let all = plan.records().count();
    let wrong = mismatches(document, plan);
    let lost = wrong.iter().filter(|(_, m)| !matches!(m, Mismatch::Year(_))).count();
    #[expect(clippy::cast_precision_loss, reason = "counts of records")]
    if all == 0 { 0.0 } else { 1.0 - lost.min(all) as f64 / all as f64 }
}

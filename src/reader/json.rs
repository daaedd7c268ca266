//! A reading as the JSON that `cargo xtask extract` prints.

use super::{Head, Reading};
use crate::clause::normal::letter;
use serde_json::{Value, json};

/// The JSON of a reading of `text`, indented.
pub fn to_json(reading: &Reading, text: &str) -> String {
    serde_json::to_string_pretty(&value(reading, text)).unwrap_or_default()
}

/// The JSON of a reading of `text`.
pub fn value(reading: &Reading, text: &str) -> Value {
    let quote = |range: &std::ops::Range<usize>| text.get(range.clone()).unwrap_or("").to_owned();
    let targets: Vec<Value> = reading
        .targets
        .iter()
        .map(|t| {
            json!({
                "quote": quote(&t.quote),
                "indicator": t.indicator,
                "comparator": t.comparator.id(),
                "value": number(t.value),
                "value_max": t.value_max.map(number),
                "unit": t.unit.id(),
                "year": t.year,
                "clause": t.clause,
                "base": t.base,
                "part_of": t.part_of,
                "confidence": t.confidence,
            })
        })
        .collect();
    let tasks: Vec<Value> = reading
        .tasks
        .iter()
        .map(|t| {
            json!({
                "quote": quote(&t.quote),
                "lead": t.lead,
                "coordinating": t.coordinating,
                "start": t.start,
                "end": t.end,
                "recurrence": t.recurrence.map(|r| r.id()),
                "clause": t.clause,
                "confidence": t.confidence,
            })
        })
        .collect();
    let problems: Vec<Value> = reading
        .problems
        .iter()
        .map(|p| json!({ "kind": p.kind.id(), "clause": p.clause, "quote": p.place.as_ref().map(quote) }))
        .collect();
    json!({ "plan": head(&reading.plan), "targets": targets, "tasks": tasks, "problems": problems })
}

fn head(plan: &Head) -> Value {
    json!({
        "province": plan.province,
        "number": plan.number,
        "date": plan.date,
        "period": plan.period.map(|(start, end)| json!([start, end])),
        "issuer": plan.issuer,
    })
}

/// A whole number without a point.
fn number(value: f64) -> Value {
    #[expect(clippy::cast_possible_truncation, reason = "whole and small enough")]
    if value.fract() == 0.0 && value.abs() < 9e15 { json!(value as i64) } else { json!(value) }
}

/// A text in one spelling for comparing quotes: composed, single spaces.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut blank = false;
    while !rest.is_empty() {
        let (c, len) = letter(rest);
        rest = &rest[len.max(1)..];
        let Some(c) = c.filter(|c| *c != '*') else { continue };
        if c.is_whitespace() {
            blank = true;
            continue;
        }
        if std::mem::take(&mut blank) && !out.is_empty() {
            out.push(' ');
        }
        out.push(c);
    }
    out
}

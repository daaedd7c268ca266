//! The description of the package for Frictionless tools.

use super::TABLES;
use serde_json::{Value, json};

/// Column, table and column it refers to; the empty cell refers to nothing.
const REFERENCES: &[(&str, &str, &str, &str)] = &[
    ("plans", "issuer", "agencies", "id"),
    ("targets", "plan", "plans", "id"),
    ("targets", "indicator", "indicators", "id"),
    ("objectives", "plan", "plans", "id"),
    ("tasks", "plan", "plans", "id"),
    ("task_agencies", "task", "tasks", "id"),
    ("task_agencies", "agency", "agencies", "id"),
    ("budgets", "plan", "plans", "id"),
    ("outcomes", "indicator", "indicators", "id"),
    ("alignments", "plan", "plans", "id"),
    ("alignments", "baseline", "plans", "id"),
    ("alignments", "indicator", "indicators", "id"),
    ("defects", "plan", "plans", "id"),
];

pub(super) fn descriptor() -> String {
    let package = json!({
        "$schema": "https://datapackage.org/profiles/1.0/datapackage.json",
        "profile": "tabular-data-package",
        "name": "lotrinh",
        "title": "Lộ trình: Vietnam's e-commerce development plans as data",
        "description": "Targets, objectives, tasks, agencies, budgets and text defects of five government plans \
            (2016-2030), targets of four plans known from the press, outcomes published since, and the verdicts \
            of every plan's targets against every other of its period and the national plans before and after.",
        "version": env!("CARGO_PKG_VERSION"),
        "licenses": [{
            "name": "CC-BY-4.0",
            "path": "https://creativecommons.org/licenses/by/4.0/",
            "title": "Creative Commons Attribution 4.0",
        }],
        "resources": TABLES.iter().map(resource).collect::<Vec<_>>(),
    });
    let mut out = serde_json::to_string_pretty(&package).unwrap_or_default();
    out.push('\n');
    out
}

fn resource(table: &super::Table) -> Value {
    let fields: Vec<_> = table.columns.iter().map(|(name, kind)| json!({"name": name, "type": kind})).collect();
    let references: Vec<_> = REFERENCES
        .iter()
        .filter(|(of, ..)| *of == table.name)
        .map(|(_, column, to, field)| json!({"fields": column, "reference": {"resource": to, "fields": field}}))
        .collect();
    let mut schema = json!({"fields": fields, "missingValues": [""]});
    if table.columns[0].0 == "id" {
        schema["primaryKey"] = json!("id");
    }
    if !references.is_empty() {
        schema["foreignKeys"] = json!(references);
    }
    json!({
        "name": table.name,
        "path": format!("{}.csv", table.name),
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    })
}

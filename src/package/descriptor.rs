//! The description of the package for Frictionless tools.

use super::TABLES;
use crate::list::List;

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

/// What stands before the tables. Nothing in this file has a sign that JSON would want escaped.
const HEAD: &str = r#"{
  "$schema": "https://datapackage.org/profiles/1.0/datapackage.json",
  "profile": "tabular-data-package",
  "name": "lotrinh",
  "title": "Lộ trình: Vietnam's e-commerce development plans as data",
  "description": "Targets, objectives, tasks, agencies, budgets and text defects of five government plans (2016-2030), targets of four plans known from the press, outcomes published since, and the verdicts of every plan's targets against every other of its period and the national plans before and after.",
  "licenses": [
    {
      "name": "CC-BY-4.0",
      "path": "https://creativecommons.org/licenses/by/4.0/",
      "title": "Creative Commons Attribution 4.0"
    }
  ],
"#;

/// Written by hand: the library for JSON, with its knowledge of every float, is 12 KB of what readers download.
pub(super) fn descriptor() -> String {
    let version = env!("CARGO_PKG_VERSION");
    let resources = TABLES.iter().map(resource).list().join(",\n");
    format!("{HEAD}  \"version\": \"{version}\",\n  \"resources\": [\n{resources}\n  ]\n}}\n")
}

fn resource(table: &super::Table) -> String {
    let name = table.name;
    let fields = table.columns.iter();
    let fields = fields.map(|(name, kind)| format!("          {{ \"name\": \"{name}\", \"type\": \"{kind}\" }}"));
    let references = REFERENCES.iter().filter(|(of, ..)| *of == name);
    let references = references.map(|(_, column, to, field)| {
        let to = format!("{{ \"resource\": \"{to}\", \"fields\": \"{field}\" }}");
        format!("          {{ \"fields\": \"{column}\", \"reference\": {to} }}")
    });
    let (fields, references) = (fields.list().join(",\n"), references.list().join(",\n"));
    let key = if table.columns[0].0 == "id" { ",\n        \"primaryKey\": \"id\"" } else { "" };
    let references = match references.as_str() {
        "" => String::new(),
        references => format!(",\n        \"foreignKeys\": [\n{references}\n        ]"),
    };
    format!(
        r#"    {{
      "name": "{name}",
      "path": "{name}.csv",
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "schema": {{
        "fields": [
{fields}
        ],
        "missingValues": [""]{key}{references}
      }}
    }}"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn another_reader_finds_every_table_column_and_reference() {
        let read: Value = serde_json::from_str(&descriptor()).expect("it is JSON");
        assert_eq!((&read["name"], &read["version"]), (&"lotrinh".into(), &env!("CARGO_PKG_VERSION").into()));
        let resources = read["resources"].as_array().expect("a list");
        assert_eq!(resources.len(), TABLES.len());
        let mut references = 0;
        for (resource, table) in resources.iter().zip(TABLES) {
            assert_eq!(resource["path"], format!("{}.csv", table.name));
            let schema = &resource["schema"];
            let fields = schema["fields"].as_array().expect("a list");
            let fields: Vec<_> = fields.iter().map(|f| (f["name"].as_str(), f["type"].as_str())).collect();
            let expected: Vec<_> = table.columns.iter().map(|(name, kind)| (Some(*name), Some(*kind))).collect();
            assert_eq!(fields, expected);
            assert_eq!(schema["missingValues"], serde_json::json!([""]));
            assert_eq!(schema.get("primaryKey").is_some(), table.columns[0].0 == "id");
            for key in schema["foreignKeys"].as_array().into_iter().flatten() {
                references += 1;
                let to = TABLES.iter().find(|table| key["reference"]["resource"] == table.name).expect("a table");
                assert!(to.columns.iter().any(|(name, _)| key["reference"]["fields"] == *name));
                assert!(table.columns.iter().any(|(name, _)| key["fields"] == *name));
            }
        }
        assert_eq!(references, REFERENCES.len());
    }
}

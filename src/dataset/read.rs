//! From files to a data set.

use super::DataSet;
use crate::model::Plan;
use serde::de::DeserializeOwned;
use std::fmt;

/// Something wrong with the data: where, and what.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, relative to `data/`.
    pub file: String,
    /// The record and field: `targets t3 base`.
    pub place: String,
    /// What is wrong, and with what value.
    pub message: String,
}

impl Problem {
    /// A problem in a file at a place.
    pub fn new(file: impl Into<String>, place: impl Into<String>, message: impl Into<String>) -> Self {
        Self { file: file.into(), place: place.into(), message: message.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "data/{}: {}: {}", self.file, self.place, self.message)
    }
}

/// Decodes the files of a data folder, given by name relative to it and contents.
///
/// # Errors
///
/// Everything that could not be decoded, in every file and record, not just the first.
pub fn read(files: &[(&str, &str)]) -> Result<DataSet, Vec<Problem>> {
    let mut data = DataSet::default();
    let mut problems = Vec::new();
    for &(file, text) in files {
        match file {
            "indicators.json" => data.indicators = list(file, text, &mut problems),
            "bases.json" => data.bases = list(file, text, &mut problems),
            "agencies.json" => data.agencies = list(file, text, &mut problems),
            "provinces.json" => data.provinces = list(file, text, &mut problems),
            "outcomes.json" => data.outcomes = list(file, text, &mut problems),
            "events.json" => data.events = list(file, text, &mut problems),
            "flags.json" => data.flags = list(file, text, &mut problems),
            "groups.json" => match serde_json::from_str(text) {
                Ok(groups) => data.groups = groups,
                Err(error) => problems.push(Problem::new(file, "whole file", error.to_string())),
            },
            _ => match serde_json::from_str::<Plan>(text) {
                Ok(plan) => data.plans.push(plan),
                Err(error) => explain::plan(file, text, &error, &mut problems),
            },
        }
    }
    data.index();
    if problems.is_empty() { Ok(data) } else { Err(problems) }
}

fn list<T: DeserializeOwned>(file: &str, text: &str, problems: &mut Vec<Problem>) -> Vec<T> {
    serde_json::from_str(text).unwrap_or_else(|error| {
        explain::list::<T>(file, text, &error, problems);
        Vec::new()
    })
}

/// The quick way stops at the first error; this finds the error of each record.
mod explain {
    use super::Problem;
    use crate::model::Plan;
    use serde::de::DeserializeOwned;
    use serde_json::Value;

    pub(super) fn list<T: DeserializeOwned>(
        file: &str,
        text: &str,
        error: &serde_json::Error,
        problems: &mut Vec<Problem>,
    ) {
        match serde_json::from_str::<Vec<Value>>(text) {
            Ok(records) => records_of::<T>(file, "", &records, problems),
            Err(_) => problems.push(Problem::new(file, "whole file", error.to_string())),
        }
    }

    fn records_of<T: DeserializeOwned>(file: &str, field: &str, records: &[Value], problems: &mut Vec<Problem>) {
        for (i, record) in records.iter().enumerate() {
            if let Err(error) = serde_json::from_value::<T>(record.clone()) {
                let id = record.get("id").or_else(|| record.get("clause")).and_then(Value::as_str);
                let name = id.map_or_else(|| format!("entry {}", i + 1), str::to_owned);
                problems.push(Problem::new(file, format!("{field} {name}").trim(), error.to_string()));
            }
        }
    }

    pub(super) fn plan(file: &str, text: &str, error: &serde_json::Error, problems: &mut Vec<Problem>) {
        let before = problems.len();
        if let Ok(Value::Object(mut plan)) = serde_json::from_str(text) {
            macro_rules! explain {
                ($($field:literal: $type:ident),*) => {$(
                    if let Some(Value::Array(records)) = plan.get($field) {
                        records_of::<crate::model::$type>(file, $field, records, problems);
                        plan.insert($field.to_owned(), Value::Array(Vec::new()));
                    }
                )*};
            }
            explain!(
                "outline": Heading, "provisions": Provision, "objectives": Objective, "targets": Target,
                "tasks": Task, "defects": Defect, "left_out": LeftOut
            );
            // What is left are the plan's own fields.
            if let Err(error) = serde_json::from_value::<Plan>(Value::Object(plan)) {
                problems.push(Problem::new(file, "the plan's own fields", error.to_string()));
            }
        }
        if problems.len() == before {
            problems.push(Problem::new(file, "whole file", error.to_string()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_broken_record_is_reported_with_its_place() {
        let files = [
            (
                "bases.json",
                r#"[{"id": "a", "name": {"vi": "a"}}, {"id": "b", "name": {"vi": "b", "en": "b"}, "x": 1}]"#,
            ),
            ("flags.json", "[ nonsense"),
        ];
        let problems = read(&files).expect_err("three faults");
        let places: Vec<_> = problems.iter().map(|p| (p.file.as_str(), p.place.as_str())).collect();
        assert_eq!(places, [("bases.json", "a"), ("bases.json", "b"), ("flags.json", "whole file")]);
        assert!(problems[1].message.contains("unknown field `x`"), "{}", problems[1]);
    }
}

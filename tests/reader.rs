//! How well the reader reads: floors under its scores on our own documents, and on the five sources
//! where those are at hand.
//!
//! `tests/reader/dev` was tuned to. `tests/reader/held` was written before tuning; its first scores
//! stand in `tests/reader/README.md`, and what they showed has been mended since.

use lotrinh::dataset::bundled;
use lotrinh::model::Basis;
use lotrinh::reader::score::{Score, against_plan, score};
use lotrinh::reader::{FoundTarget, decode, json, read};
use serde_json::Value;
use std::path::Path;

fn reading(text: &str) -> Value {
    json::value(&read(text), text)
}

fn folder(name: &str) -> Score {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reader").join(name);
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .filter(|path| path.extension().is_some_and(|e| e != "json"))
        .collect();
    paths.sort();
    let mut total = Score::default();
    for path in paths {
        let text = decode(&std::fs::read(&path).expect("it can be read")).expect("it is text");
        let gold = std::fs::read_to_string(path.with_extension("json")).expect("every document has gold answers");
        let gold: Value = serde_json::from_str(&gold).expect("gold is JSON");
        total.add(score(&path.display().to_string(), &reading(&text), &gold));
    }
    total
}

#[track_caller]
fn floor(score: &Score, precision: f64, recall: f64, indicator: f64, lead: f64, traps: f64) {
    let holds = score.precision() >= precision
        && score.recall() >= recall
        && score.indicators() >= indicator
        && score.leads() >= lead
        && score.trapped_of_100() <= traps;
    assert!(holds, "{score}\n{}", score.faults.join("\n"));
}

#[test]
fn the_documents_tuned_to() {
    floor(&folder("dev"), 1.0, 1.0, 1.0, 0.99, 0.0);
}

#[test]
fn the_documents_held_out() {
    floor(&folder("held"), 0.995, 0.995, 0.99, 0.98, 0.0);
}

/// Word and PDF files that LibreOffice made of some of our documents read as well as the documents do.
#[test]
fn files_read_as_well_as_their_texts() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reader");
    let mut paths: Vec<_> = std::fs::read_dir(root.join("files"))
        .expect("the folder is there")
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .collect();
    paths.sort();
    let mut total = Score::default();
    for path in &paths {
        let bytes = std::fs::read(path).expect("it can be read");
        let text = lotrinh::document::text(&bytes, "").expect("it has a text");
        let name = path.file_stem().and_then(|stem| stem.to_str()).expect("it has a name");
        let gold = ["dev", "held"]
            .iter()
            .find_map(|folder| std::fs::read_to_string(root.join(folder).join(name).with_extension("json")).ok());
        let gold: Value = serde_json::from_str(&gold.expect("its document has gold answers")).expect("gold is JSON");
        total.add(score(name, &reading(&text), &gold));
    }
    assert_eq!(paths.len(), 9);
    floor(&total, 1.0, 1.0, 1.0, 0.98, 0.0);
}

#[test]
fn the_five_sources() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/sources");
    if !sources.is_dir() {
        eprintln!("skipped: no ../shared/sources beside the checkout");
        return;
    }
    let data = bundled().expect("the bundled data is sound");
    let mut total = Score::default();
    for plan in data.plans.iter().filter(|plan| plan.basis == Basis::Document) {
        let text = std::fs::read_to_string(sources.join(format!("{}.txt", plan.id))).expect("the text is there");
        let found = read(&text);
        let right_clauses = plan.targets.iter().all(|t| {
            let same = |f: &FoundTarget| f.clause == t.clause.as_str() && f.value.to_bits() == t.value.to_bits();
            found.targets.iter().any(same)
        });
        assert!(right_clauses, "{}: a target stands in another clause", plan.id);
        total.add(against_plan(&found, &text, plan, &data));
    }
    floor(&total, 0.98, 1.0, 0.98, 0.90, 0.0);
}

//! The data against the documents' own texts, where those are at hand.
//!
//! The texts are not part of the repository. Beside a checkout they stand in `../shared/sources`;
//! without them this test says that it was skipped.

use lotrinh::check::{Source, against_source, annex_rows};
use lotrinh::dataset::bundled;
use lotrinh::model::Basis;
use std::path::Path;

#[test]
fn every_record_stands_in_its_document() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    if !shared.join("sources").is_dir() {
        eprintln!("skipped: no ../shared/sources beside the checkout");
        return;
    }
    let data = bundled().expect("the bundled data is sound");
    let mut problems = Vec::new();
    for plan in data.plans.iter().filter(|plan| plan.basis == Basis::Document) {
        let text = std::fs::read_to_string(shared.join(format!("sources/{}.txt", plan.id)));
        let text = text.unwrap_or_else(|error| panic!("the text of {}: {error}", plan.id));
        let annex = if plan.id == "vn-2016-2020" {
            std::fs::read_to_string(shared.join("domain/annex-1563.tsv")).expect("the reading of the annex is there")
        } else {
            String::new()
        };
        problems.extend(against_source(plan, &Source { text, annex_rows: annex_rows(&annex) }));
    }
    assert!(problems.is_empty(), "\n{}", problems.iter().map(|p| format!("{p}\n")).collect::<String>());
}

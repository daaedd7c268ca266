//! The data against the documents' own texts, where those are at hand.
//!
//! The texts are not part of the repository. Beside a checkout they stand in `../shared/sources`;
//! without them this test says that it was skipped.

use lotrinh::check::against_folder;
use lotrinh::dataset::bundled;
use std::path::Path;

#[test]
fn every_record_stands_in_its_document() {
    let data = bundled().expect("the bundled data is sound");
    match against_folder(&data, &Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared")) {
        Some(problems) => {
            assert!(problems.is_empty(), "\n{}", problems.iter().map(|p| format!("{p}\n")).collect::<String>());
        }
        None => eprintln!("skipped: no ../shared/sources beside the checkout"),
    }
}

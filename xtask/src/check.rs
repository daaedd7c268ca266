//! The data checks: run before every build, by the tests, and alone by `cargo xtask data`.

use crate::paths;
use crate::shell::step;
use lotrinh::check;
use lotrinh::dataset::{Problem, bundled};

/// Checks the data, and fails with everything that is wrong in it, each with file and field.
pub fn check() -> Result<(), String> {
    step("check the data", || {
        let data = bundled().map_err(|problems| report(&problems))?;
        let mut problems = check::run(&data);
        match check::against_folder(&data, &paths::root().join("../shared")) {
            Some(more) => problems.extend(more),
            None => {
                println!("  skipped: comparing with the documents' texts (no ../shared/sources beside the checkout)");
            }
        }
        if problems.is_empty() { Ok(()) } else { Err(report(&problems)) }
    })
}

fn report(problems: &[Problem]) -> String {
    let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
    format!("{} problems in the data:\n{}", problems.len(), lines.join("\n"))
}

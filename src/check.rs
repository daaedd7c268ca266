//! What must hold of the data. Every check gathers all it finds, with file and field.

mod records;
mod sources;
mod vocabularies;

pub use sources::{AnnexRow, Source, against_folder, against_source, annex_rows};

use crate::dataset::{DataSet, Problem};

/// A named check.
pub type Check = (&'static str, fn(&DataSet, &mut Vec<Problem>));

/// Every check that needs nothing but the data.
pub const CHECKS: &[Check] = &[
    ("vocabularies: unique ids, references, successions", vocabularies::check),
    ("plans: identity and references", records::plans),
    ("records: ids, clauses, texts, flags", records::common),
    ("targets: units, bases, ranges, horizons, nesting", records::targets),
    ("tasks: groups, agencies, dates", records::tasks),
    ("budgets: sums", records::budgets),
    ("outcomes: sources, units, years", records::outcomes),
];

/// Runs every check and returns all problems, sorted.
pub fn run(data: &DataSet) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (_, check) in CHECKS {
        check(data, &mut problems);
    }
    problems.sort();
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::bundled;

    #[test]
    fn the_bundled_data_has_no_problem() {
        let data = bundled().unwrap_or_else(|problems| {
            panic!("{}", problems.iter().map(|p| format!("{p}\n")).collect::<String>());
        });
        let problems = run(&data);
        assert!(problems.is_empty(), "\n{}", problems.iter().map(|p| format!("{p}\n")).collect::<String>());
    }
}

//! The data that the app carries inside.

use super::{DataSet, Problem, read};

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../data/", $name)))),*]
    };
}

/// Every file of `data/`, by name and contents. A new plan is a line here and a file there.
pub const FILES: &[(&str, &str)] = files![
    "indicators.json",
    "bases.json",
    "groups.json",
    "agencies.json",
    "provinces.json",
    "outcomes.json",
    "events.json",
    "flags.json",
    "plans/vn-2016-2020.json",
    "plans/vn-2021-2025.json",
    "plans/vn-2026-2030-draft.json",
    "plans/vn-2026-2030.json",
    "plans/brvt-2021-2025.json",
    "plans/dak-nong-2021-2025.json",
    "plans/gia-lai-2026-2030.json",
    "plans/da-nang-2026-2030.json",
    "plans/vinh-long-2026-2030.json",
];

/// The data inside the app, decoded.
///
/// # Errors
///
/// What could not be read. The build checks the files, so that a reader never meets this.
pub fn bundled() -> Result<DataSet, Vec<Problem>> {
    read(FILES)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn every_file_of_the_data_folder_is_bundled() {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        let mut found = Vec::new();
        for folder in ["", "plans/"] {
            for entry in std::fs::read_dir(data.join(folder)).expect("the data folder is there") {
                let name = entry.expect("its entries can be read").file_name().to_string_lossy().into_owned();
                if name.ends_with(".json") {
                    found.push(format!("{folder}{name}"));
                }
            }
        }
        let mut listed: Vec<_> = FILES.iter().map(|(name, _)| (*name).to_owned()).collect();
        found.sort();
        listed.sort();
        assert_eq!(found, listed);
    }
}

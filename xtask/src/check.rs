//! The data checks: run before every build, by the tests, and alone by `cargo xtask data`.

use crate::shell::step;

/// Checks the data, and fails with everything that is wrong in it.
pub fn check() -> Result<(), String> {
    step("check the data", || {
        // TODO in the library: lotrinh::dataset::check_report(sources), where sources is ../shared/sources if present.
        Ok(())
    })
}

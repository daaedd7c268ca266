//! How much work reading does, counted in letters laid out and words looked at.

use std::cell::Cell;

thread_local! {
    static STEPS: Cell<u64> = const { Cell::new(0) };
}

/// Counts one.
pub fn step() {
    STEPS.set(STEPS.get() + 1);
}

/// The steps that something takes.
pub fn steps(work: impl FnOnce()) -> u64 {
    let before = STEPS.get();
    work();
    STEPS.get() - before
}

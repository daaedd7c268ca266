//! Lists at little cost in code.
//!
//! `collect` is compiled anew for every iterator, with its guesses of the length: three hundred bytes
//! each time. A list that is merely filled costs a third of that.

/// Fills a list with what an iterator yields.
pub trait List: Iterator {
    /// All that is yielded, in order.
    fn list(self) -> Vec<Self::Item>;
}

impl<I: Iterator> List for I {
    fn list(self) -> Vec<Self::Item> {
        let mut all = Vec::new();
        for item in self {
            all.push(item);
        }
        all
    }
}

//! Sorting at little cost in code.
//!
//! Each use of a standard sort is compiled anew for its type, two kilobytes at a time. Here the
//! order of places is found by one sort for all types, and the items are then put in it.

use crate::list::List;
use std::cmp::Ordering;

/// Sorts by a key, which is made once for each item. Items with equal keys keep their order.
pub fn by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).list();
    let order = order(keys.len(), &|a, b| keys[a].cmp(&keys[b]));
    arrange(items, order);
}

/// Sorts by words; what has none comes last.
pub fn by_words<T>(items: &mut [T], words: impl Fn(&T) -> String) {
    by_key(items, |item| {
        let words = words(item);
        (words.is_empty(), words)
    });
}

/// Sorts by a comparison. Items that compare equal keep their order.
pub fn by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let order = order(items.len(), &|a, b| compare(&items[a], &items[b]));
    arrange(items, order);
}

/// Years in order, each once.
pub fn years(years: &mut Vec<i32>) {
    by_key(years, |year| *year);
    years.dedup();
}

/// The places of the items in their new order.
fn order(n: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..n).collect();
    let mut other = places.clone();
    // Runs of 1, 2, 4 … places are merged two by two, from one list into the other.
    let mut run = 1;
    while run < n {
        for start in (0..n).step_by(2 * run) {
            let (middle, end) = ((start + run).min(n), (start + 2 * run).min(n));
            let (mut left, mut right) = (start, middle);
            for place in &mut other[start..end] {
                let from_left =
                    right >= end || (left < middle && compare(places[left], places[right]) != Ordering::Greater);
                let from = if from_left { &mut left } else { &mut right };
                *place = places[*from];
                *from += 1;
            }
        }
        std::mem::swap(&mut places, &mut other);
        run *= 2;
    }
    places
}

/// Puts the item from place `from[i]` at place `i`.
fn arrange<T>(items: &mut [T], mut from: Vec<usize>) {
    for i in 0..from.len() {
        // Follow where the wanted item has been moved to by earlier swaps.
        let mut wanted = from[i];
        while wanted < i {
            wanted = from[wanted];
        }
        items.swap(i, wanted);
        from[i] = wanted;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(mut items in proptest::collection::vec((0_u8..6, any::<u16>()), 0..60)) {
            let mut expected = items.clone();
            expected.sort_by_key(|(key, _)| *key);
            let mut by_comparison = items.clone();
            by(&mut by_comparison, |a, b| a.0.cmp(&b.0));
            by_key(&mut items, |(key, _)| *key);
            prop_assert_eq!(&items, &expected);
            prop_assert_eq!(&by_comparison, &expected);
        }
    }
}

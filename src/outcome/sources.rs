//! Who published what.

use crate::dataset::DataSet;
use crate::list::List;
use crate::model::{FlagKind, IndicatorId, Outcome};
use crate::sort;

/// Every outcome of an indicator: oldest first, those of no stated year last, the nation's before a province's.
pub fn outcomes_of<'a>(data: &'a DataSet, indicator: &IndicatorId) -> Vec<&'a Outcome> {
    let mut outcomes: Vec<_> = data.outcomes.iter().filter(|x| x.indicator == *indicator).list();
    sort::by_key(&mut outcomes, |x| (x.year.is_none(), x.year, x.place.is_some()));
    outcomes
}

/// The last figure measured for an indicator, a forecast only where there is nothing else.
pub fn latest<'a>(data: &'a DataSet, indicator: &IndicatorId) -> Option<&'a Outcome> {
    let outcomes = data.outcomes.iter().filter(|x| x.indicator == *indicator);
    outcomes.max_by_key(|x| (!x.has_flag("forecast") && !x.has_flag("scenario"), x.year, x.place.is_none()))
}

/// The years for which publishers give an indicator different figures, oldest first.
pub fn disagreements(data: &DataSet, indicator: &IndicatorId) -> Vec<i32> {
    let outcomes = data.outcomes.iter().filter(|x| x.indicator == *indicator && x.has_flag("conflict"));
    let mut years: Vec<i32> = outcomes.filter_map(|x| x.year).list();
    sort::years(&mut years);
    years
}

/// Everybody who published an outcome and how many, those with most first.
pub fn publishers(data: &DataSet) -> Vec<(&str, usize)> {
    let mut publishers: Vec<(&str, usize)> = Vec::new();
    for outcome in &data.outcomes {
        match publishers.iter_mut().find(|(name, _)| *name == outcome.publisher) {
            Some((_, count)) => *count += 1,
            None => publishers.push((&outcome.publisher, 1)),
        }
    }
    sort::by_key(&mut publishers, |(_, count)| std::cmp::Reverse(*count));
    publishers
}

/// How far the outcomes can be trusted, in counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Coverage {
    /// All outcomes.
    pub outcomes: usize,
    /// A newspaper reporting another body's figure.
    pub second_hand: usize,
    /// With at least one doubt.
    pub doubtful: usize,
    /// For a province and not the nation.
    pub provincial: usize,
}

/// Counts the outcomes by how far they can be trusted.
pub fn coverage(data: &DataSet) -> Coverage {
    let count = |fits: &dyn Fn(&Outcome) -> bool| data.outcomes.iter().filter(|x| fits(x)).count();
    Coverage {
        outcomes: data.outcomes.len(),
        second_hand: count(&|x| x.has_flag("secondary")),
        doubtful: count(&|x| is_doubtful(data, x)),
        provincial: count(&|x| x.place.is_some()),
    }
}

/// Whether some flag of an outcome is a doubt.
pub fn is_doubtful(data: &DataSet, outcome: &Outcome) -> bool {
    outcome.flags.iter().filter_map(|id| data.flag(id)).any(|flag| flag.kind == FlagKind::Doubt)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::bundled;

    #[test]
    fn outcomes_are_counted_listed_and_ordered() {
        let data = bundled().expect("the bundled data is sound");
        let coverage = coverage(&data);
        assert_eq!(coverage.outcomes, publishers(&data).iter().map(|(_, count)| count).sum::<usize>());
        assert!(coverage.doubtful < coverage.outcomes && coverage.second_hand > coverage.outcomes / 2);
        for indicator in &data.indicators {
            let outcomes = outcomes_of(&data, &indicator.id);
            let years: Vec<_> = outcomes.iter().map(|x| x.year.unwrap_or(i32::MAX)).collect();
            assert!(years.is_sorted(), "{}", indicator.id);
            assert_eq!(latest(&data, &indicator.id).is_some(), !outcomes.is_empty());
        }
    }

    #[test]
    fn the_latest_figure_is_measured_and_the_nation_s() {
        let data = bundled().expect("the bundled data is sound");
        let revenue = latest(&data, &"b2c_revenue".into()).expect("there");
        assert_eq!((revenue.year, revenue.value), (Some(2025), 32.0));
        assert_eq!(disagreements(&data, &"b2c_retail_share".into()), [2014, 2021, 2022, 2025]);
    }
}

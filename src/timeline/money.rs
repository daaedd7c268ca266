//! A plan's money on the axis of years.

use crate::list::List;
use crate::model::{Budget, BudgetLine};
use crate::sort;

/// One year's money.
#[derive(Debug, Clone, PartialEq)]
pub struct MoneyYear {
    /// The year.
    pub year: i32,
    /// Left end of the year, 0 to 1.
    pub left: f64,
    /// Width of the year, 0 to 1.
    pub width: f64,
    /// What each source pays, from the ground up. A source with a dash has no part: a dash is not a nought.
    pub parts: Vec<MoneyPart>,
    /// All sources together as printed; none where the print has no total for the year.
    pub total: Option<f64>,
}

impl MoneyYear {
    /// How high all parts stand together, 0 to 1.
    pub fn top(&self) -> f64 {
        self.parts.iter().map(|part| part.bottom + part.height).fold(0.0, f64::max)
    }
}

/// What one source pays in one year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MoneyPart {
    /// The place of the source among the budget's lines.
    pub source: usize,
    /// Where it starts, 0 to 1 of the dearest year.
    pub bottom: f64,
    /// How high it is, 0 to 1 of the dearest year.
    pub height: f64,
}

/// A budget's years that stand on the axis, each with its sources on top of each other.
pub fn money(budget: &Budget, (first, last): (i32, i32)) -> Vec<MoneyYear> {
    let years = budget_years(budget);
    let sum = |year: &i32| budget.lines.iter().filter_map(|line| amount(line, *year)).sum::<f64>();
    let most = years.iter().map(sum).fold(0.0, f64::max);
    let axis = f64::from(last - first + 1);
    let bars = years.into_iter().filter(|year| (first..=last).contains(year)).map(|year| {
        let mut bottom = 0.0;
        let mut parts = Vec::new();
        // The last source is the plan's own and the steadiest: it stands on the ground.
        for (source, line) in budget.lines.iter().enumerate().rev() {
            if let Some(amount) = amount(line, year).filter(|_| most > 0.0) {
                let height = amount / most;
                parts.push(MoneyPart { source, bottom, height });
                bottom += height;
            }
        }
        let total = budget.printed_year_totals.iter().find(|(y, _)| *y == year).map(|(_, total)| *total);
        MoneyYear { year, left: f64::from(year - first) / axis, width: 1.0 / axis, parts, total }
    });
    bars.list()
}

/// The years for which some source has a cell, a dash included.
pub fn budget_years(budget: &Budget) -> Vec<i32> {
    let mut years: Vec<i32> = budget.lines.iter().flat_map(|line| line.amounts.iter().map(|(year, _)| *year)).list();
    sort::years(&mut years);
    years
}

/// What a source pays in a year; none where the print has a dash or no cell.
pub fn amount(line: &BudgetLine, year: i32) -> Option<f64> {
    line.amounts.iter().find(|(y, _)| *y == year).and_then(|(_, amount)| *amount)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::bundled;

    #[test]
    fn a_dash_has_no_part_and_the_dearest_year_is_the_scale() {
        let data = bundled().expect("the bundled data is sound");
        let plan = data.plan(&"brvt-2021-2025".into()).expect("there");
        let budget = plan.budget.as_ref().expect("this plan has one");
        let years = money(budget, (2016, 2030));
        assert_eq!(years.len(), 5);
        assert_eq!(years.iter().map(|year| year.parts.len()).collect::<Vec<_>>(), [2, 1, 1, 1, 1]);
        assert!((years.iter().map(MoneyYear::top).fold(0.0, f64::max) - 1.0).abs() < 1e-9);
        assert_eq!(years[0].total, Some(544.5));
        assert_eq!(money(budget, (2024, 2030)).len(), 2, "years off the axis are left out");
    }
}

//! The part of the axis that is in sight, and how a reader moves it.

use crate::list::List;

/// Months from January of the first to December of the last, counted from year 0; both are in sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first month.
    pub first: i32,
    /// The last month, not before the first.
    pub last: i32,
}

impl Span {
    /// Reads `2021-05~2023-12`.
    pub fn read(text: &str) -> Option<Self> {
        let (first, last) = text.split_once('~')?;
        let (first, last) = (month(first)?, month(last)?);
        (first <= last).then_some(Self { first, last })
    }

    /// As it stands in an address.
    pub fn write(self) -> String {
        let month = |month: i32| format!("{}-{:02}", month.div_euclid(12), month.rem_euclid(12) + 1);
        format!("{}~{}", month(self.first), month(self.last))
    }
}

/// `2021-05`, in years that a plan could name.
fn month(text: &str) -> Option<i32> {
    let (year, month) = text.split_once('-')?;
    let year: i32 = year.parse().ok().filter(|year| (1990..=2100).contains(year))?;
    let month: i32 = month.parse().ok().filter(|month| (1..=12).contains(month))?;
    Some(year * 12 + month - 1)
}

/// A part of the axis as fractions of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// Where it begins, 0 to 1.
    pub start: f64,
    /// How wide it is, above 0 and at most 1.
    pub width: f64,
}

/// The least that can be in sight, in months.
const LEAST: f64 = 3.0;

impl Window {
    /// All of the axis.
    pub const WHOLE: Self = Self { start: 0.0, width: 1.0 };

    /// Moves it by so many of its own widths, later or (below nought) earlier, as far as the axis goes.
    #[must_use]
    pub fn pan(self, by: f64) -> Self {
        Self { start: (self.start + by * self.width).min(1.0 - self.width).max(0.0), ..self }
    }

    /// Shows `factor` times as much of an axis of so many years; what stands at `about` (0 to 1 of what is in sight)
    /// stays there as far as the ends of the axis let it.
    #[must_use]
    pub fn zoom(self, factor: f64, about: f64, years: i32) -> Self {
        let least = (LEAST / months(years)).min(1.0);
        let width = (self.width * factor).min(1.0).max(least);
        let start = self.start + (self.width - width) * about;
        Self { start: start.min(1.0 - width).max(0.0), width }
    }

    /// What a span shows of an axis from one year to another; whole where it shows none of it.
    pub fn of(span: Option<Span>, (first, last): (i32, i32)) -> Self {
        let Some(span) = span else { return Self::WHOLE };
        let months = months(last - first + 1);
        let start = (f64::from(span.first - first * 12) / months).max(0.0);
        let end = (f64::from(span.last + 1 - first * 12) / months).min(1.0);
        if end - start > 1e-9 { Self { start, width: end - start } } else { Self::WHOLE }
    }

    /// The nearest whole months; none for all of the axis.
    pub fn span(self, (first, last): (i32, i32)) -> Option<Span> {
        let months = months(last - first + 1);
        let start = (self.start * months).round();
        let end = ((self.start + self.width) * months).round().max(start + 1.0);
        let whole = start < 0.5 && end > months - 0.5;
        #[expect(clippy::cast_possible_truncation, reason = "an axis has some hundred months")]
        let month = |at: f64| first * 12 + at as i32;
        (!whole).then(|| Span { first: month(start), last: month(end) - 1 })
    }
}

/// The first and the last of the years between two places on the axis, 0 to 1, in whichever order.
pub fn years_between(a: f64, b: f64, (first, last): (i32, i32)) -> (i32, i32) {
    let years = f64::from(last - first + 1);
    #[expect(clippy::cast_possible_truncation, reason = "an axis has some tens of years")]
    let year = |place: f64| (first + (place * years) as i32).min(last).max(first);
    (year(a.min(b)), year(a.max(b)))
}

fn months(years: i32) -> f64 {
    f64::from(years.max(1)) * 12.0
}

/// A line between months, with its name where there is room for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
    /// The month that begins there, 1 to 12; 1 is a new year.
    pub month: i32,
    /// Its year.
    pub year: i32,
}

/// The months that get a line beside the years: none, each quarter or each month, as many as there is room for.
pub fn ticks(window: Window, (first, last): (i32, i32)) -> Vec<Tick> {
    let in_sight = window.width * months(last - first + 1);
    let each = match in_sight {
        months if months <= 18.0 => 1,
        months if months <= 48.0 => 3,
        _ => return Vec::new(),
    };
    let year = |year| (1..=12).step_by(each).skip(1).map(move |month| Tick { month, year });
    (first..=last).flat_map(year).list()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const AXIS: (i32, i32) = (2016, 2030);

    #[test]
    fn a_span_is_read_and_written() {
        let span = Span::read("2021-05~2023-12").expect("it is one");
        assert_eq!((span.first, span.last), (2021 * 12 + 4, 2023 * 12 + 11));
        assert_eq!(span.write(), "2021-05~2023-12");
        for bad in ["2021-05", "2023-01~2021-01", "2021-13~2022-01", "21-01~22-01", "a~b", "2021-00~2022-01"] {
            assert_eq!(Span::read(bad), None, "{bad}");
        }
    }

    #[test]
    fn years_between_two_places_in_whichever_order() {
        for (a, b, expected) in
            [(0.0, 1.0, (2016, 2030)), (0.1, 0.1, (2017, 2017)), (0.5, 0.1, (2017, 2023)), (-1.0, 2.0, (2016, 2030))]
        {
            assert_eq!(years_between(a, b, AXIS), expected, "{a} {b}");
        }
    }

    #[test]
    fn the_nearer_the_more_months_are_marked() {
        let count = |span| ticks(Window::of(Span::read(span), AXIS), AXIS).len();
        assert_eq!(ticks(Window::WHOLE, AXIS).len(), 0);
        assert_eq!(count("2021-01~2023-12"), 15 * 3);
        assert_eq!(count("2021-01~2021-12"), 15 * 11);
    }

    #[test]
    fn a_span_beside_the_axis_shows_all_of_it() {
        assert_eq!(Window::of(Span::read("2040-01~2041-12"), AXIS), Window::WHOLE);
        assert_eq!(Window::of(Span::read("2000-01~2050-12"), AXIS), Window::WHOLE);
    }

    fn window() -> impl Strategy<Value = Window> {
        (0.02_f64..=1.0, 0.0_f64..=1.0).prop_map(|(width, at)| Window { start: at * (1.0 - width), width })
    }

    proptest! {
        #[test]
        fn every_pan_is_undone_by_its_reverse(window in window(), by in -3.0_f64..3.0) {
            let panned = window.pan(by);
            prop_assert!(panned.start >= 0.0 && panned.start + panned.width <= 1.0 + 1e-9);
            // The axis may end before the reader's hand does: what was moved is what is undone.
            let moved = (panned.start - window.start) / window.width;
            let back = panned.pan(-moved);
            prop_assert!((back.start - window.start).abs() < 1e-9 && back.width == window.width);
        }

        #[test]
        fn what_a_zoom_is_about_stays_in_its_place(window in window(), factor in 0.2_f64..1.0, about in 0.0_f64..=1.0) {
            let zoomed = window.zoom(factor, about, 15);
            let at = |w: Window| w.start + about * w.width;
            prop_assert!((at(zoomed) - at(window)).abs() < 1e-9);
            prop_assert!(zoomed.width <= window.width + 1e-9);
            let out = zoomed.zoom(100.0, about, 15);
            prop_assert_eq!(out, Window::WHOLE);
        }

        #[test]
        fn whole_months_come_back(first in 0_i32..179, length in 1_i32..180) {
            let last = (first + length - 1).min(179);
            let span = Span { first: 2016 * 12 + first, last: 2016 * 12 + last };
            prop_assert_eq!(Span::read(&span.write()), Some(span));
            let whole = first == 0 && last == 179;
            prop_assert_eq!(Window::of(Some(span), AXIS).span(AXIS), (!whole).then_some(span));
        }
    }
}

//! Today's line in a drawing of years. A page that was rendered to a file cannot know the day: it keeps the line out of
//! sight, and the app that takes it over moves it to its place.

use crate::i18n::{Lang, date};
use crate::timeline;
use crate::ui::cx::Host;
use crate::ui::parts::percent;

/// The day of a page that does not know it.
pub const UNKNOWN: &str = "0001-01-01";

/// Where its line stands, as a part of the axis: out of sight.
const NOWHERE: f64 = -0.7777;

/// What stands in the key of such a page and is not to be seen yet.
pub const AWAITED: &str = "timeline-key__awaited";

/// The day of whose line a drawing has to think; none where nobody will know it.
pub fn of(host: &Host) -> Option<&str> {
    host.today.as_deref().or(host.theme.is_some().then_some(UNKNOWN))
}

/// Where the line of a day stands on an axis of these years, as a part of it; none outside them.
pub fn place(years: (i32, i32), day: &str) -> Option<f64> {
    if day == UNKNOWN { Some(NOWHERE) } else { timeline::place(years, day) }
}

/// The drawing of a page that did not know the day, with the day's line in its place. Outside its years it stays out of
/// sight.
pub fn told(drawing: &str, day: &str, lang: Lang) -> String {
    let year = |name: &str| -> Option<i32> {
        let (_, rest) = drawing.split_once(name)?;
        rest.split_once('"')?.0.parse().ok()
    };
    let years = year("data-first=\"").zip(year("data-last=\""));
    let Some(x) = years.and_then(|years| timeline::place(years, day)) else { return drawing.to_owned() };
    drawing
        .replace(&format!("\"{}\"", percent(NOWHERE)), &format!("\"{}\"", percent(x)))
        .replace(&date(UNKNOWN, lang), &date(day, lang))
        .replace(AWAITED, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(years: &str, lang: Lang) -> String {
        let x = percent(place((2016, 2025), UNKNOWN).unwrap_or_default());
        let day = date(UNKNOWN, lang);
        format!("<div {years}><line x1=\"{x}\" x2=\"{x}\"/><title>{day}</title><li class=\"{AWAITED}\"></li></div>")
    }

    #[test]
    fn a_page_that_did_not_know_the_day_is_told() {
        let told = told(&page("data-first=\"2016\" data-last=\"2025\"", Lang::En), "2021-01-01", Lang::En);
        assert_eq!(
            told,
            "<div data-first=\"2016\" data-last=\"2025\"><line x1=\"50%\" x2=\"50%\"/><title>1 January 2021</title><li class=\"\"></li></div>"
        );
    }

    #[test]
    fn a_day_outside_the_years_stays_out_of_sight() {
        for years in ["data-first=\"2016\" data-last=\"2025\"", ""] {
            let page = page(years, Lang::Vi);
            assert_eq!(told(&page, "2026-11-27", Lang::Vi), page);
        }
    }
}

//! Today's line in a drawing of years. A page that was rendered to a file cannot know the day: it keeps the line out of
//! sight, and the app that takes it over moves it to its place (`platform::tell_day`).

use crate::i18n::{Lang, date};
use crate::timeline;
use crate::ui::cx::Host;

/// The day of a page that does not know it.
pub const UNKNOWN: &str = "0001-01-01";

/// Where its line stands, as a part of the axis: out of sight.
const NOWHERE: f64 = -1.0;

/// The attribute of what is to be changed when the day is known; its value says what it is.
pub const WAITS: &str = "data-day";
/// A line across the drawing.
pub const LINE: &str = "line";
/// The day in words.
pub const WORDS: &str = "words";
/// What the line means, hidden as long as there is none.
pub const KEY: &str = "key";

/// The value of that attribute, where the day is not known.
pub fn waits(what: &'static str, day: &str) -> Option<&'static str> {
    (day == UNKNOWN).then_some(what)
}

/// What a mouse over the line shows.
pub fn words(day: &str, lang: Lang) -> String {
    format!("{}: {}", lang.timeline_key_today(), date(day, lang))
}

/// The day of whose line a drawing has to think; none where nobody will know it.
pub fn of(host: &Host) -> Option<&str> {
    host.today.as_deref().or(host.theme.is_some().then_some(UNKNOWN))
}

/// Where the line of a day stands on an axis of these years, as a part of it; none outside them.
pub fn place(years: (i32, i32), day: &str) -> Option<f64> {
    if day == UNKNOWN { Some(NOWHERE) } else { timeline::place(years, day) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_page_that_does_not_know_the_day_waits_for_it() {
        let years = (2016, 2025);
        assert_eq!(place(years, "2021-01-01"), Some(0.5));
        assert_eq!(place(years, "2026-11-27"), None);
        assert!(place(years, UNKNOWN).is_some_and(|x| x < 0.0));
        assert_eq!((waits(LINE, "2021-01-01"), waits(LINE, UNKNOWN)), (None, Some("line")));
        let app_will_come = Host { theme: Some(String::new()), ..Host::default() };
        assert_eq!((of(&app_will_come), of(&Host::default())), (Some(UNKNOWN), None));
    }
}

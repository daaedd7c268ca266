//! Checks of the shared vocabularies.

use crate::dataset::{DataSet, Problem};
use crate::model::{Level, Text};
use std::collections::BTreeSet;

pub(super) fn check(data: &DataSet, problems: &mut Vec<Problem>) {
    unique("indicators.json", data.indicators.iter().map(|x| x.id.as_str()), problems);
    unique("bases.json", data.bases.iter().map(|x| x.id.as_str()), problems);
    unique("agencies.json", data.agencies.iter().map(|x| x.id.as_str()), problems);
    unique("provinces.json", data.provinces.iter().map(|x| x.id.as_str()), problems);
    unique("outcomes.json", data.outcomes.iter().map(|x| x.id.as_str()), problems);
    unique("events.json", data.events.iter().map(|x| x.id.as_str()), problems);
    unique("flags.json", data.flags.iter().map(|x| x.id.as_str()), problems);
    unique("groups.json", data.groups.indicator.iter().map(|x| x.id.as_str()), problems);
    unique("groups.json", data.groups.solution.iter().map(|x| x.id.as_str()), problems);

    for x in &data.indicators {
        let mut at = |message: String| problems.push(Problem::new("indicators.json", x.id.as_str(), message));
        if data.indicator_group(&x.group).is_none() {
            at(format!("group `{}` is not in groups.json", x.group));
        }
        for base in x.bases.iter().filter(|b| data.base(b).is_none()) {
            at(format!("base `{base}` is not in bases.json"));
        }
        if x.levels.is_empty() {
            at("levels is empty: it could apply nowhere".to_owned());
        }
        text("indicators.json", x.id.as_str(), &x.name, problems);
    }
    for x in &data.agencies {
        let mut at = |message: String| problems.push(Problem::new("agencies.json", x.id.as_str(), message));
        if (x.level == Level::Province) != x.province.is_some() {
            at("a province is named exactly at the level province".to_owned());
        }
        if let Some(id) = x.province.as_ref().filter(|id| data.province(id).is_none()) {
            at(format!("province `{id}` is not in provinces.json"));
        }
        match &x.successor {
            Some(id) if data.agency(id).is_none() => at(format!("successor `{id}` is not in agencies.json")),
            Some(id) if data.agency_today(x).id == x.id => {
                at(format!("the succession through `{id}` runs in a circle"));
            }
            Some(_) if x.succession.is_none() => at("a successor needs `succession`: seen or inferred".to_owned()),
            Some(_) => {}
            None if x.succeeded_on.is_some() || x.succession.is_some() => {
                at("succeeded_on and succession need a successor".to_owned());
            }
            None => {}
        }
        text("agencies.json", x.id.as_str(), &x.name, problems);
        text("agencies.json", x.id.as_str(), &x.short, problems);
    }
    for x in &data.provinces {
        for id in x.successor.iter().chain(&x.absorbed).filter(|id| data.province(id).is_none()) {
            problems.push(Problem::new("provinces.json", x.id.as_str(), format!("province `{id}` is not in the file")));
        }
        for id in &x.absorbed {
            if data.province(id).is_some_and(|other| other.successor.as_ref() != Some(&x.id)) {
                problems.push(Problem::new(
                    "provinces.json",
                    x.id.as_str(),
                    format!("absorbed `{id}`, which names another successor"),
                ));
            }
        }
        text("provinces.json", x.id.as_str(), &x.name, problems);
    }
    for x in &data.events {
        if x.addresses.is_empty() {
            problems.push(Problem::new("events.json", x.id.as_str(), "an event without an address"));
        }
        if !is_date(&x.date) {
            problems.push(Problem::new("events.json", x.id.as_str(), format!("date `{}` is no date", x.date)));
        }
        text("events.json", x.id.as_str(), &x.title, problems);
    }
    for x in &data.flags {
        text("flags.json", x.id.as_str(), &x.name, problems);
        text("flags.json", x.id.as_str(), &x.text, problems);
    }
    for x in &data.bases {
        text("bases.json", x.id.as_str(), &x.name, problems);
    }
}

fn unique<'a>(file: &str, ids: impl Iterator<Item = &'a str>, problems: &mut Vec<Problem>) {
    let mut seen = BTreeSet::new();
    for id in ids {
        let plain = id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_');
        if id.is_empty() || !plain {
            problems.push(Problem::new(file, id, "an id is made of a-z, 0-9, - and _"));
        }
        if !seen.insert(id) {
            problems.push(Problem::new(file, id, "the id is used twice"));
        }
    }
}

/// Both languages there, composed, without the scan's letters or stray spaces.
pub(super) fn text(file: &str, place: &str, text: &Text, problems: &mut Vec<Problem>) {
    for (lang, text) in [("vi", &text.vi), ("en", &text.en)] {
        let mut at = |message: &str| problems.push(Problem::new(file, format!("{place} {lang}"), message));
        if text.trim().is_empty() {
            at("the text is empty");
        }
        if text.trim() != text || text.contains("  ") {
            at("the text has stray spaces");
        }
        if text.chars().any(|c| matches!(c, '\u{300}'..='\u{36f}' | 'ƣ' | 'Ƣ')) {
            at("the text is not composed, or has the scan's ƣ for ư");
        }
    }
}

/// `yyyy-mm-dd` or `yyyy-mm`.
pub(super) fn is_date(date: &str) -> bool {
    let parts: Vec<_> = date.split('-').collect();
    let number =
        |s: &str, len: usize, max: u32| s.len() == len && s.parse::<u32>().is_ok_and(|n| (1..=max).contains(&n));
    match parts[..] {
        [y, m] => number(y, 4, 2100) && number(m, 2, 12),
        [y, m, d] => number(y, 4, 2100) && number(m, 2, 12) && number(d, 2, 31),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        for good in ["2016-08-08", "2026-01"] {
            assert!(is_date(good), "{good}");
        }
        for bad in ["2016", "2016-13", "2016-8-8", "2016-08-32", "8/8/2016", ""] {
            assert!(!is_date(bad), "{bad}");
        }
    }

    #[test]
    fn a_text_must_be_there_and_composed() {
        let mut problems = Vec::new();
        let decomposed = Text { vi: "Ho\u{0300}a".into(), en: " ".into() };
        text("f", "x", &decomposed, &mut problems);
        assert_eq!(problems.len(), 3, "{problems:?}");
    }
}

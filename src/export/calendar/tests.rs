use super::*;
use crate::dataset::bundled;
use ical::parser::ical::component::IcalEvent;

const BASE: &str = "https://lotrinh.example/";
const ORIGIN: Origin<'_> = Origin { base: BASE, now: "2026-01-01T20:04:05", day: "2026-01-02" };

fn of(data: &DataSet, hash: &str) -> String {
    of_view(data, &Address::read(hash).0, &ORIGIN).expect("the view has deadlines")
}

fn of_plan(data: &DataSet, plan: &Plan, lang: Lang) -> String {
    of(data, &Address { lang, view: View::Plan { plan: plan.id, part: None } }.write())
}

fn value<'a>(event: &'a IcalEvent, name: &str) -> Option<&'a str> {
    event.properties.iter().find(|p| p.name == name)?.value.as_deref()
}

/// Read by a parser that is not ours.
fn events(text: &str) -> Vec<IcalEvent> {
    let mut calendars = ical::IcalParser::new(text.as_bytes());
    let calendar = calendars.next().expect("a calendar").expect("that can be read");
    assert!(calendars.next().is_none());
    calendar.events
}

#[test]
fn an_independent_parser_reads_every_calendar() {
    let data = bundled().expect("the bundled data is sound");
    for plan in &data.plans {
        for lang in Lang::ALL {
            let text = of_plan(&data, plan, lang);
            let events = events(&text);
            let expected = plan.tasks.iter().filter(|task| due(plan, task).is_ok()).count();
            assert_eq!(events.len(), expected + 1, "{}", plan.id);
            let mut ids: Vec<_> = events.iter().map(|event| value(event, "UID").expect("an id")).collect();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), events.len());
            for event in &events {
                let about = value(event, "DESCRIPTION").expect("a description");
                let address = value(event, "URL").expect("an address");
                assert!(address.starts_with(BASE) && about.ends_with(address), "{about}");
                let (read, unread) = Address::read(address.strip_prefix(BASE).expect("ours"));
                assert!(unread.is_empty() && read.lang == lang, "{address}");
            }
        }
    }
}

#[test]
fn lines_are_folded_between_characters() {
    let data = bundled().expect("the bundled data is sound");
    for plan in &data.plans {
        let text = of_plan(&data, plan, Lang::Vi);
        let lines = text.strip_suffix("\r\n").expect("a last line with its end").split("\r\n");
        for line in lines {
            assert!(line.len() <= LINE && !line.contains(['\r', '\n']), "{line}");
        }
    }
    let mut lines = Lines::default();
    lines.text("SUMMARY", "Một; hai, ba\\bốn\nnăm");
    assert_eq!(lines.0, "SUMMARY:Một\\; hai\\, ba\\\\bốn\\nnăm\r\n");
    let mut lines = Lines::default();
    lines.line(&"ệ".repeat(60));
    let widths: Vec<_> = lines.0.trim_end().split("\r\n").map(str::len).collect();
    assert_eq!(widths, [75, 73, 34]);
    assert_eq!(lines.0.replace("\r\n ", "").trim_end(), "ệ".repeat(60));
}

#[test]
fn deadlines_are_those_that_the_text_gives() {
    let data = bundled().expect("the bundled data is sound");
    let plan = data.plan(&"dak-nong-2021-2025".into()).expect("there");
    let by_march = plan.tasks.iter().find(|t| matches!(t.recurrence, Some(Recurrence::YearlyBy { .. })));
    let by_march = by_march.expect("one reports by a day");
    let mut task = by_march.clone();
    let dated = |date: &str| Plan { date: Some(date.to_owned()), ..plan.clone() };
    let cases = [
        (dated("2020-12-01"), ((2021, 3, 31), Some((2025, 3, 31)))),
        (dated("2021-04-01"), ((2022, 3, 31), Some((2025, 3, 31)))),
        // Known to the month only: that month's days are not before it.
        (dated("2021-03"), ((2021, 3, 31), Some((2025, 3, 31)))),
    ];
    for (plan, expected) in cases {
        assert_eq!(due(&plan, &task), Ok(expected));
    }
    task.recurrence = Some(Recurrence::YearlyBy { month: 2, day: 30 });
    assert_eq!(due(&dated("2020-12-01"), &task), Ok(((2021, 2, 28), Some((2025, 2, 28)))));
    task.recurrence = Some(Recurrence::Yearly);
    task.start = task.end;
    assert_eq!(due(plan, &task), Ok(((2025, 12, 31), None)));
    task.recurrence = Some(Recurrence::Standing);
    assert_eq!(due(plan, &task), Err(LeftOut::Endless));
    task.recurrence = None;
    assert_eq!(due(plan, &task), Err(LeftOut::Period));
    task.date_basis = DateBasis::Stated;
    assert_eq!(due(plan, &task), Ok(((2025, 12, 31), None)));
    task.end = None;
    assert_eq!(due(plan, &task), Err(LeftOut::Undated));
    task.flags.push("instruction".into());
    assert_eq!(due(plan, &task), Err(LeftOut::NoCommitment));
}

#[test]
fn what_is_left_out_is_counted_in_the_last_entry() {
    let data = bundled().expect("the bundled data is sound");
    let plan = data.plan(&"vn-2016-2020".into()).expect("there");
    let text = of_plan(&data, plan, Lang::En);
    let events = events(&text);
    let last = events.last().expect("the end of the plan");
    assert_eq!(value(last, "DTSTART"), Some("20201231"));
    let about = value(last, "DESCRIPTION").expect("a description");
    // 41 share the period, 2 + 2 are standing, 7 have no date.
    for part in ["41 tasks", "not named: 4", "without a date: 7", "of a draft: 0."] {
        assert!(about.contains(part), "{part} is not in: {about}");
    }
}

#[test]
fn an_agency_s_and_a_filtered_timeline_s_deadlines_are_those_shown() {
    let data = bundled().expect("the bundled data is sound");
    let dated = |tasks: Vec<(&Plan, &Task)>| tasks.iter().filter(|(plan, task)| due(plan, task).is_ok()).count();
    let plans = |tasks: &[(&Plan, &Task)]| {
        let mut plans: Vec<_> = tasks.iter().map(|(plan, _)| plan.id).collect();
        plans.dedup();
        plans.len()
    };
    let ministry = |task: &Task| task.agencies().any(|(id, _)| *id == "bo-cong-thuong");
    let all: Vec<_> = data.tasks().filter(|(_, task)| ministry(task)).collect();
    let expected = plans(&all) + dated(all);
    assert_eq!(events(&of(&data, "#/agency/bo-cong-thuong")).len(), expected);
    assert_eq!(events(&of(&data, "#/timeline?agency=bo-cong-thuong")).len(), expected);
    let of_2016: Vec<_> = data.tasks().filter(|(plan, _)| plan.id == "vn-2016-2020").collect();
    let late = |task: &Task| task.end.is_some_and(|end| end >= 2019) && task.start.is_some();
    let of_2016: Vec<_> = of_2016.into_iter().filter(|(_, task)| late(task)).collect();
    let narrow = events(&of(&data, "#/timeline?plans=vn-2016-2020&from=2019"));
    assert_eq!(narrow.len(), 1 + dated(of_2016));
    assert!(narrow.iter().any(|event| value(event, "UID") == Some("vn-2016-2020.end@lotrinh")));
    // What shows no deadline gives no file, which would be no calendar.
    for hash in ["#/compare", "#/timeline?plans=vn-2026-2030"] {
        assert_eq!(of_view(&data, &Address::read(hash).0, &ORIGIN), None, "{hash}");
    }
}

#[test]
fn an_edition_from_a_disk_says_nothing_of_the_disk() {
    let data = bundled().expect("the bundled data is sound");
    let (address, _) = Address::read("#/plan/vn-2021-2025");
    let text = of_view(&data, &address, &Origin { base: "", ..ORIGIN }).expect("it has deadlines");
    assert!(!text.contains("URL:"));
    assert!(text.replace("\r\n ", "").contains("#/plan/vn-2021-2025"));
}

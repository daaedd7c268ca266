//! Deadlines as a calendar file (RFC 5545): a plan's, an agency's, or a timeline's.
//!
//! A task with a deadline of its own is a day, a recurring one a rule. The texts name years: such a
//! deadline is the year's last day, and the entry says so. Tasks that only share the plan's period are
//! counted at the period's end; what has no deadline at all is left out, and that is said there too.

use super::Origin;
use crate::address::{Address, View};
use crate::cite::citation;
use crate::dataset::DataSet;
use crate::i18n::Lang;
use crate::list::List;
use crate::model::{AgencyId, DateBasis, Plan, Record, Recurrence, Task};
use crate::timeline::shown;

/// The longest line in octets, without its end.
const LINE: usize = 75;

/// Why a task has no day of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// The plan's period is its only deadline.
    Period,
    /// It has no end: standing, or at intervals that are not named.
    Endless,
    /// The text gives no date that can be read.
    Undated,
    /// A draft's blank or instruction: nobody committed to it.
    NoCommitment,
}

/// The (first) day of a task, and the last day of its recurrence: year, month, day.
type Days = ((i32, u8, u8), Option<(i32, u8, u8)>);

/// When a task is due.
///
/// # Errors
///
/// If it has no day of its own: why.
pub fn due(plan: &Plan, task: &Task) -> Result<Days, LeftOut> {
    if !task.is_commitment() {
        return Err(LeftOut::NoCommitment);
    }
    let end = task.end.ok_or(LeftOut::Undated)?;
    let (month, day) = match task.recurrence {
        Some(Recurrence::Periodic | Recurrence::Standing) => return Err(LeftOut::Endless),
        Some(Recurrence::Yearly) => (12, 31),
        Some(Recurrence::YearlyBy { month, day }) => (month, day.min(last_day(month))),
        None if task.date_basis == DateBasis::Stated => return Ok(((end, 12, 31), None)),
        None => return Err(LeftOut::Period),
    };
    let start = task.start.unwrap_or(end);
    // What was due before the plan was there was not due by it.
    let too_early = plan.date.as_ref().is_some_and(|date| format!("{start:04}-{month:02}-{day:02}") < *date);
    let first = if too_early && start < end { start + 1 } else { start };
    Ok(((first, month, day), (first < end).then_some((end, month, day))))
}

/// The last day of a month that every year has.
const fn last_day(month: u8) -> u8 {
    match month {
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// What a calendar is of.
struct Subject<'a> {
    /// Its name.
    title: String,
    /// How it is cited.
    citation: String,
    /// The plan that it is of, if it is of one.
    plan: Option<&'a Plan>,
    tasks: Vec<(&'a Plan, &'a Task)>,
}

/// The calendar of an address: a plan's deadlines, an agency's, or those that a timeline's filter lets through. None
/// where the view has none.
pub fn of_view(data: &DataSet, address: &Address, origin: &Origin<'_>) -> Option<String> {
    let lang = address.lang;
    let whole = format!("{}{}", origin.base, address.write());
    let cited = |title: &str| lang.export_cited(title, origin.day, &whole);
    let subject = match &address.view {
        View::Plan { plan, .. } => {
            let plan = data.plan(plan)?;
            Subject {
                title: plan.short.get(lang).to_owned(),
                citation: citation(data, plan, None, lang, &whole),
                plan: Some(plan),
                tasks: plan.tasks.iter().map(|task| (plan, task)).list(),
            }
        }
        View::Agency { agency } => {
            let agency = data.agency(agency)?;
            let name = agency.name.get(lang);
            let has_part = |task: &Task| task.agencies().any(|(id, _)| *id == agency.id);
            let tasks = data.tasks().filter(|(_, task)| has_part(task)).list();
            Subject { title: name.to_owned(), citation: cited(name), plan: None, tasks }
        }
        View::Timeline(state) => {
            let agency = state.filter.agency.as_ref().and_then(|id| data.agency(id));
            let plans = state.filter.plans.iter().filter_map(|id| data.plan(id)).map(|plan| plan.short.get(lang));
            let names = agency.map(|agency| agency.name.get(lang)).into_iter().chain(plans).list();
            let title = if names.is_empty() { lang.timeline_title().to_owned() } else { names.join(", ") };
            Subject { citation: cited(&title), title, plan: None, tasks: shown(data, &state.filter) }
        }
        _ => return None,
    };
    // A calendar must hold something.
    let filled = subject.plan.is_some() || !subject.tasks.is_empty();
    filled.then(|| calendar(data, &subject, lang, origin, &whole))
}

fn calendar(data: &DataSet, subject: &Subject<'_>, lang: Lang, origin: &Origin<'_>, whole: &str) -> String {
    let base = origin.base;
    let at = |record| format!("{base}{}", Address { lang, view: record }.write());
    // `2026-01-02T03:04:05` without its signs.
    let made: String = origin.now.chars().filter(|c| !matches!(c, '-' | ':')).chain(['Z']).collect();
    let made = made.as_str();
    let mut out = Lines::default();
    out.line("BEGIN:VCALENDAR");
    out.line("VERSION:2.0");
    out.line(concat!("PRODID:-//Lo trinh//Lo trinh ", env!("CARGO_PKG_VERSION"), "//VI"));
    out.line("CALSCALE:GREGORIAN");
    out.text("X-WR-CALNAME", &lang.calendar_title(&subject.title));
    out.text("X-WR-CALDESC", &subject.citation);
    if whole.starts_with("http") {
        out.line(&format!("SOURCE;VALUE=URI:{whole}"));
    }
    // What of each plan has no entry of its own.
    let mut left: Vec<(&Plan, [usize; 4])> = subject.plan.map(|plan| (plan, [0; 4])).into_iter().list();
    for &(plan, task) in &subject.tasks {
        if left.last().is_none_or(|(last, _)| last.id != plan.id) {
            left.push((plan, [0; 4]));
        }
        let (first, until) = match due(plan, task) {
            Ok(days) => days,
            Err(why) => {
                if let Some((_, left)) = left.last_mut() {
                    left[why as usize] += 1;
                }
                continue;
            }
        };
        let address = at(View::Record { plan: plan.id, record: task.id });
        let mut about = lang.years(task);
        if let Some(recurrence) = task.recurrence {
            about = format!("{about}; {}", lang.recurrence(recurrence));
        }
        let mut about = vec![about];
        if !matches!(task.recurrence, Some(Recurrence::YearlyBy { .. })) {
            about.push(lang.calendar_no_day().to_owned());
        }
        about.push(format!("{}: {}", lang.plan_lead(), names(data, &task.lead, lang)));
        if !task.coordinate.is_empty() {
            about.push(format!("{}: {}", lang.plan_coordinate(), names(data, &task.coordinate, lang)));
        }
        about.extend(task.note.as_ref().map(|note| note.get(lang).to_owned()));
        about.push(citation(data, plan, Some(Record::Task(task)), lang, &address));
        let summary = format!("{} ({})", task.title.get(lang), plan.short.get(lang));
        out.event(&format!("{}.{}", plan.id, task.id), made, (first, until), &summary, &about.join("\n"), &address);
    }
    for (plan, left) in left {
        let of_plan = at(View::Plan { plan: plan.id, part: None });
        let about = [lang.calendar_left_out(left), citation(data, plan, None, lang, &of_plan)].join("\n");
        let end = ((plan.period.1, 12, 31), None);
        let name = lang.calendar_end(plan.short.get(lang));
        out.event(&format!("{}.end", plan.id), made, end, &name, &about, &of_plan);
    }
    out.line("END:VCALENDAR");
    out.0
}

fn names(data: &DataSet, ids: &[AgencyId], lang: Lang) -> String {
    let names: Vec<_> = ids.iter().filter_map(|id| data.agency(id)).map(|agency| agency.name.get(lang)).list();
    if names.is_empty() { lang.none_stated().to_owned() } else { names.join(", ") }
}

/// The lines so far.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// One content line, folded between characters so that none has more octets than [`LINE`].
    fn line(&mut self, line: &str) {
        let mut octets = 0;
        for c in line.chars() {
            if octets + c.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(c);
            octets += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A property whose value is a text.
    fn text(&mut self, name: &str, text: &str) {
        let mut line = format!("{name}:");
        for c in text.chars() {
            match c {
                '\\' | ';' | ',' => line.extend(['\\', c]),
                '\n' => line.push_str("\\n"),
                c if c.is_control() => {}
                c => line.push(c),
            }
        }
        self.line(&line);
    }

    fn event(&mut self, id: &str, made: &str, (first, until): Days, summary: &str, about: &str, address: &str) {
        let day = |(year, month, day): (i32, u8, u8)| format!("{year:04}{month:02}{day:02}");
        self.line("BEGIN:VEVENT");
        // The same in both languages and in each edition, so that a second import replaces the first.
        self.line(&format!("UID:{id}@lotrinh"));
        self.line(&format!("DTSTAMP:{made}"));
        self.line(&format!("DTSTART;VALUE=DATE:{}", day(first)));
        if let Some(until) = until {
            self.line(&format!("RRULE:FREQ=YEARLY;UNTIL={}", day(until)));
        }
        self.text("SUMMARY", summary);
        self.text("DESCRIPTION", about);
        if address.starts_with("http") {
            self.line(&format!("URL:{address}"));
        }
        self.line("TRANSP:TRANSPARENT");
        self.line("END:VEVENT");
    }
}

#[cfg(test)]
mod tests;

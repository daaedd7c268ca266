//! A plan's deadlines as a calendar file (RFC 5545).
//!
//! A task with a deadline of its own is a day, a recurring one a rule. The texts name years: such a
//! deadline is the year's last day, and the entry says so. Tasks that only share the plan's period are
//! counted at the period's end; what has no deadline at all is left out, and that is said there too.

use crate::address::{Address, View};
use crate::cite::citation;
use crate::dataset::DataSet;
use crate::i18n::Lang;
use crate::list::List;
use crate::model::{AgencyId, DateBasis, Plan, Record, Recurrence, Task};

/// What the file's name ends with.
const ENDING: &str = ".ics";

/// The longest line in octets, without its end.
const LINE: usize = 75;

/// The file's name, in ASCII: `lotrinh-vn-2021-2025-vi.ics`.
pub fn name(plan: &Plan, lang: Lang) -> String {
    format!("lotrinh-{}-{}{ENDING}", plan.id, lang.tag())
}

/// The plan and the language of a file's name; none where it is no calendar's.
pub fn named<'a>(data: &'a DataSet, file: &str) -> Option<(&'a Plan, Lang)> {
    let mut all = data.plans.iter().flat_map(|plan| Lang::ALL.map(|lang| (plan, lang)));
    all.find(|(plan, lang)| name(plan, *lang) == file)
}

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

/// The calendar of one plan. `base` is the page's own address, empty where it has none on the net; `made`
/// is now, as `yyyymmddThhmmssZ`.
pub fn calendar(data: &DataSet, plan: &Plan, lang: Lang, base: &str, made: &str) -> String {
    let at = |record| format!("{base}{}", Address { lang, view: record }.write());
    let whole = at(View::Plan { plan: plan.id, part: None });
    let title = lang.calendar_title(plan.short.get(lang));
    let mut out = Lines::default();
    out.line("BEGIN:VCALENDAR");
    out.line("VERSION:2.0");
    out.line(concat!("PRODID:-//Lo trinh//Lo trinh ", env!("CARGO_PKG_VERSION"), "//VI"));
    out.line("CALSCALE:GREGORIAN");
    out.text("X-WR-CALNAME", &title);
    out.text("X-WR-CALDESC", &citation(data, plan, None, lang, &whole));
    let mut left = [0; 4];
    for task in &plan.tasks {
        let (first, until) = match due(plan, task) {
            Ok(days) => days,
            Err(why) => {
                left[why as usize] += 1;
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
    let about = [lang.calendar_left_out(left), citation(data, plan, None, lang, &whole)].join("\n");
    let end = ((plan.period.1, 12, 31), None);
    out.event(&format!("{}.end", plan.id), made, end, &lang.calendar_end(plan.short.get(lang)), &about, &whole);
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

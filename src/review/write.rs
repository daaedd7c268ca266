//! A plan as the JSON of `data/plans/`: fields in the order of `data/README.md`, a record a line.

use crate::i18n::decimal;
use crate::json::string;
use crate::model::{Agency, Budget, DefectBasis, LeadAbsent, Plan, ProvisionKind, Succession, TaskKind, Text};

/// The fields of one JSON object.
#[derive(Default)]
struct Fields(Vec<String>);

impl Fields {
    fn raw(mut self, name: &str, value: &str) -> Self {
        self.0.push(format!("{}: {value}", string(name)));
        self
    }

    fn text(self, name: &str, value: &str) -> Self {
        self.raw(name, &string(value))
    }

    fn maybe(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.text(name, value),
            None => self.raw(name, "null"),
        }
    }

    fn given(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.text(name, value),
            None => self,
        }
    }

    fn both(self, name: &str, text: &Text) -> Self {
        self.raw(name, &both(text))
    }

    fn note(self, note: Option<&Text>) -> Self {
        match note {
            Some(note) => self.both("note", note),
            None => self,
        }
    }

    fn ids<'a>(self, name: &str, ids: impl Iterator<Item = &'a str>) -> Self {
        self.raw(name, &format!("[{}]", ids.map(string).collect::<Vec<_>>().join(", ")))
    }

    /// On one line.
    fn end(&self) -> String {
        format!("{{{}}}", self.0.join(", "))
    }

    /// A line each.
    fn end_in_lines(&self) -> String {
        format!("{{\n  {}\n}}", self.0.join(",\n  "))
    }
}

fn both(text: &Text) -> String {
    Fields::default().text("vi", &text.vi).text("en", &text.en).end()
}

fn number(value: f64) -> String {
    decimal(value, 6)
}

fn year(value: Option<i32>) -> String {
    value.map_or_else(|| "null".to_owned(), |y| y.to_string())
}

/// A list of objects, one a line.
fn list(records: &[String], indent: &str) -> String {
    if records.is_empty() {
        return "[]".to_owned();
    }
    format!("[\n{indent}  {}\n{indent}]", records.join(&format!(",\n{indent}  ")))
}

/// The name of a task's kind in data files.
pub const fn task_kind(kind: TaskKind) -> &'static str {
    match kind {
        TaskKind::Solution => "solution",
        TaskKind::Scheduled => "scheduled",
        TaskKind::Duty => "duty",
    }
}

/// The file of a plan.
pub fn plan(plan: &Plan) -> String {
    let head = Fields::default()
        .text("id", plan.id.as_str())
        .both("title", &plan.title)
        .both("short", &plan.short)
        .maybe("number", plan.number.as_deref())
        .maybe("date", plan.date.as_deref())
        .text("issuer", plan.issuer.as_str())
        .text("level", plan.level.id())
        .maybe("province", plan.province.as_ref().map(|p| p.as_str()))
        .raw("period", &format!("[{}, {}]", plan.period.0, plan.period.1))
        .text("status", plan.status.id())
        .text("basis", plan.basis.id())
        .maybe("follows", plan.follows.as_ref().map(|p| p.as_str()))
        .maybe("answers", plan.answers.as_ref().map(|p| p.as_str()))
        .maybe("superseded_by", plan.superseded_by.as_ref().map(|p| p.as_str()))
        .ids("addresses", plan.addresses.iter().map(String::as_str))
        .both("about", &plan.about);
    records(head, plan).end_in_lines() + "\n"
}

fn records(out: Fields, plan: &Plan) -> Fields {
    let line = Fields::default;
    let outline: Vec<_> =
        plan.outline.iter().map(|x| line().text("clause", x.clause.as_str()).both("title", &x.title).end()).collect();
    let provisions: Vec<_> = plan
        .provisions
        .iter()
        .map(|x| {
            let kind = match x.kind {
                ProvisionKind::Viewpoint => "viewpoint",
                ProvisionKind::Programme => "programme",
                ProvisionKind::Funding => "funding",
                ProvisionKind::Effect => "effect",
            };
            let start = line().text("id", x.id.as_str()).text("clause", x.clause.as_str()).text("kind", kind);
            let flags = x.flags.iter().map(|f| f.as_str());
            start
                .both("title", &x.title)
                .text("reading", x.reading.id())
                .ids("flags", flags)
                .note(x.note.as_ref())
                .end()
        })
        .collect();
    let objectives: Vec<_> = plan
        .objectives
        .iter()
        .map(|x| {
            let start = line().text("id", x.id.as_str()).text("clause", x.clause.as_str()).both("title", &x.title);
            let flags = x.flags.iter().map(|f| f.as_str());
            start.text("reading", x.reading.id()).ids("flags", flags).note(x.note.as_ref()).end()
        })
        .collect();
    let defects: Vec<_> = plan
        .defects
        .iter()
        .map(|x| {
            let basis = match x.basis {
                DefectBasis::Seen => "seen",
                DefectBasis::SameText => "same_text",
                DefectBasis::Inferred => "inferred",
                DefectBasis::Certain => "certain",
            };
            let start = line().text("clause", x.clause.as_str()).text("kind", x.kind.id()).both("note", &x.note);
            let start = start.text("basis", basis).given("address", x.address.as_deref());
            if x.records.is_empty() { start } else { start.ids("records", x.records.iter().map(|r| r.as_str())) }.end()
        })
        .collect();
    let left: Vec<_> = plan
        .left_out
        .iter()
        .map(|x| line().text("clause", x.clause.as_str()).both("reason", &x.reason).end())
        .collect();
    let out = out
        .raw("outline", &list(&outline, "  "))
        .raw("provisions", &list(&provisions, "  "))
        .raw("objectives", &list(&objectives, "  "))
        .raw("targets", &list(&targets(plan), "  "))
        .raw("tasks", &list(&tasks(plan), "  "));
    let out = match &plan.budget {
        Some(budget) => out.raw("budget", &self::budget(budget)),
        None => out,
    };
    out.raw("defects", &list(&defects, "  ")).raw("left_out", &list(&left, "  "))
}

fn targets(plan: &Plan) -> Vec<String> {
    let one = |t: &crate::model::Target| {
        let mut out = Fields::default()
            .text("id", t.id.as_str())
            .maybe("indicator", t.indicator.as_ref().map(|i| i.as_str()))
            .text("clause", t.clause.as_str())
            .text("comparator", t.comparator.id())
            .raw("value", &number(t.value));
        if let Some(max) = t.value_max {
            out = out.raw("value_max", &number(max));
        }
        out.text("unit", t.unit.id())
            .maybe("base", t.base.as_ref().map(|b| b.as_str()))
            .raw("year", &t.year.to_string())
            .given("part_of", t.part_of.as_ref().map(|p| p.as_str()))
            .both("title", &t.title)
            .text("reading", t.reading.id())
            .ids("flags", t.flags.iter().map(|f| f.as_str()))
            .note(t.note.as_ref())
            .given("address", t.address.as_deref())
            .end()
    };
    plan.targets.iter().map(one).collect()
}

fn tasks(plan: &Plan) -> Vec<String> {
    let one = |t: &crate::model::Task| {
        let absent = t.lead_absent.map(|absent| match absent {
            LeadAbsent::NotStated => "not_stated",
            LeadAbsent::Unreadable => "unreadable",
            LeadAbsent::NotApplicable => "not_applicable",
        });
        Fields::default()
            .text("id", t.id.as_str())
            .text("clause", t.clause.as_str())
            .text("kind", task_kind(t.kind))
            .text("group", t.group.as_str())
            .both("title", &t.title)
            .raw("start", &year(t.start))
            .raw("end", &year(t.end))
            .text("date_basis", t.date_basis.id())
            .given("recurrence", t.recurrence.map(|r| r.id()).as_deref())
            .ids("lead", t.lead.iter().map(|a| a.as_str()))
            .ids("coordinate", t.coordinate.iter().map(|a| a.as_str()))
            .given("lead_absent", absent)
            .text("reading", t.reading.id())
            .ids("flags", t.flags.iter().map(|f| f.as_str()))
            .note(t.note.as_ref())
            .end()
    };
    plan.tasks.iter().map(one).collect()
}

fn budget(budget: &Budget) -> String {
    let amount = |a: Option<f64>| a.map_or_else(|| "null".to_owned(), number);
    let lines: Vec<_> = budget
        .lines
        .iter()
        .map(|line| {
            let amounts: Vec<_> = line.amounts.iter().map(|(y, a)| format!("[{y}, {}]", amount(*a))).collect();
            Fields::default()
                .text("source", &line.source)
                .both("title", &line.title)
                .raw("amounts", &format!("[{}]", amounts.join(", ")))
                .raw("printed_total", &number(line.printed_total))
                .end()
        })
        .collect();
    let totals: Vec<_> = budget.printed_year_totals.iter().map(|(y, a)| format!("[{y}, {}]", number(*a))).collect();
    Fields::default()
        .text("clause", budget.clause.as_str())
        .text("unit", budget.unit.id())
        .raw("lines", &list(&lines, "  "))
        .raw("printed_year_totals", &format!("[{}]", totals.join(", ")))
        .raw("printed_total", &number(budget.printed_total))
        .end()
}

/// Entries of `data/agencies.json`.
pub fn agencies(agencies: &[Agency]) -> String {
    let one = |a: &Agency| {
        let succession = a.succession.map(|s| match s {
            Succession::Seen => "seen",
            Succession::Inferred => "inferred",
        });
        let out = Fields::default()
            .text("id", a.id.as_str())
            .both("name", &a.name)
            .both("short", &a.short)
            .text("level", a.level.id())
            .maybe("province", a.province.as_ref().map(|p| p.as_str()))
            .raw("collective", if a.collective { "true" } else { "false" })
            .given("successor", a.successor.as_ref().map(|s| s.as_str()))
            .given("succeeded_on", a.succeeded_on.as_deref())
            .given("succession", succession);
        if a.addresses.is_empty() { out } else { out.ids("addresses", a.addresses.iter().map(String::as_str)) }.end()
    };
    list(&agencies.iter().map(one).collect::<Vec<_>>(), "") + "\n"
}

//! The tables of the package.

use crate::align::{Stricter, Verdict, align, baselines};
use crate::dataset::DataSet;
use crate::i18n::decimal;
use crate::model::{FlagId, Plan, RecordId};

/// One table.
pub struct Table {
    /// Its file's name without the ending.
    pub name: &'static str,
    /// Names and Frictionless types of its columns.
    pub columns: &'static [(&'static str, &'static str)],
    /// Its rows, a cell a column; an absent value is an empty cell.
    pub rows: fn(&DataSet) -> Vec<Vec<String>>,
}

impl Table {
    /// The header line without its line end.
    pub fn header(&self) -> String {
        self.columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(",")
    }

    /// The whole file.
    pub fn csv(&self, data: &DataSet) -> String {
        let mut out = self.header();
        out.push('\n');
        for row in (self.rows)(data) {
            out.push_str(&line(&row));
        }
        out
    }
}

/// One line of CSV (RFC 4180, line feed at the end).
pub(super) fn line(cells: &[String]) -> String {
    let quote = |cell: &String| {
        if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
    };
    let mut out = cells.iter().map(quote).collect::<Vec<_>>().join(",");
    out.push('\n');
    out
}

const S: &str = "string";
const N: &str = "number";
const I: &str = "integer";

/// Every table, those that others refer to first.
pub const TABLES: &[Table] = &[
    Table {
        name: "plans",
        columns: &[
            ("id", S),
            ("title_vi", S),
            ("title_en", S),
            ("number", S),
            ("date", S),
            ("issuer", S),
            ("level", S),
            ("province", S),
            ("period_start", I),
            ("period_end", I),
            ("status", S),
            ("basis", S),
        ],
        rows: |data| {
            let rows = data.plans.iter().map(|p| {
                vec![
                    p.id.0.to_owned(),
                    p.title.vi.to_string(),
                    p.title.en.to_string(),
                    text(p.number.as_ref()),
                    text(p.date.as_ref()),
                    p.issuer.0.to_owned(),
                    p.level.id().to_owned(),
                    text(p.province.as_ref()),
                    p.period.0.to_string(),
                    p.period.1.to_string(),
                    p.status.id().to_owned(),
                    p.basis.id().to_owned(),
                ]
            });
            rows.collect()
        },
    },
    Table {
        name: "indicators",
        columns: &[("id", S), ("group", S), ("name_vi", S), ("name_en", S), ("unit", S), ("better", S)],
        rows: |data| {
            let rows = data.indicators.iter().map(|i| {
                vec![
                    i.id.0.to_owned(),
                    i.group.0.to_owned(),
                    i.name.vi.to_string(),
                    i.name.en.to_string(),
                    i.unit.id().to_owned(),
                    i.better.id().to_owned(),
                ]
            });
            rows.collect()
        },
    },
    Table {
        name: "targets",
        columns: &[
            ("id", S),
            ("plan", S),
            ("indicator", S),
            ("clause", S),
            ("comparator", S),
            ("value", N),
            ("value_max", N),
            ("unit", S),
            ("base", S),
            ("year", I),
            ("part_of", S),
            ("title_vi", S),
            ("title_en", S),
            ("reading", S),
            ("flags", S),
        ],
        rows: |data| {
            let rows = data.plans.iter().flat_map(|p| p.targets.iter().map(move |t| (p, t))).map(|(p, t)| {
                vec![
                    whole(p, &t.id),
                    p.id.0.to_owned(),
                    text(t.indicator.as_ref()),
                    t.clause.0.to_string(),
                    t.comparator.id().to_owned(),
                    decimal(t.value, 6),
                    figure(t.value_max),
                    t.unit.id().to_owned(),
                    text(t.base.as_ref()),
                    t.year.to_string(),
                    t.part_of.as_ref().map(|id| whole(p, id)).unwrap_or_default(),
                    t.title.vi.to_string(),
                    t.title.en.to_string(),
                    t.reading.id().to_owned(),
                    flags(&t.flags),
                ]
            });
            rows.collect()
        },
    },
    Table {
        name: "objectives",
        columns: &[
            ("id", S),
            ("plan", S),
            ("clause", S),
            ("title_vi", S),
            ("title_en", S),
            ("reading", S),
            ("flags", S),
        ],
        rows: |data| {
            let rows = data.plans.iter().flat_map(|p| p.objectives.iter().map(move |o| (p, o))).map(|(p, o)| {
                vec![
                    whole(p, &o.id),
                    p.id.0.to_owned(),
                    o.clause.0.to_string(),
                    o.title.vi.to_string(),
                    o.title.en.to_string(),
                    o.reading.id().to_owned(),
                    flags(&o.flags),
                ]
            });
            rows.collect()
        },
    },
    Table {
        name: "tasks",
        columns: &[
            ("id", S),
            ("plan", S),
            ("clause", S),
            ("group", S),
            ("title_vi", S),
            ("title_en", S),
            ("start", I),
            ("end", I),
            ("recurrence", S),
            ("date_basis", S),
            ("reading", S),
            ("flags", S),
        ],
        rows: |data| {
            let rows = data.tasks().map(|(p, t)| {
                vec![
                    whole(p, &t.id),
                    p.id.0.to_owned(),
                    t.clause.0.to_string(),
                    t.group.0.to_owned(),
                    t.title.vi.to_string(),
                    t.title.en.to_string(),
                    text(t.start.as_ref()),
                    text(t.end.as_ref()),
                    t.recurrence.map(crate::model::Recurrence::id).unwrap_or_default(),
                    t.date_basis.id().to_owned(),
                    t.reading.id().to_owned(),
                    flags(&t.flags),
                ]
            });
            rows.collect()
        },
    },
    Table {
        name: "task_agencies",
        columns: &[("task", S), ("agency", S), ("role", S)],
        rows: |data| {
            let rows = data.tasks().flat_map(|(p, t)| {
                t.agencies().map(move |(agency, role)| vec![whole(p, &t.id), agency.0.to_owned(), role.id().to_owned()])
            });
            rows.collect()
        },
    },
    Table {
        name: "agencies",
        columns: &[
            ("id", S),
            ("name_vi", S),
            ("name_en", S),
            ("level", S),
            ("province", S),
            ("successor", S),
            ("succeeded_on", "date"),
        ],
        rows: |data| {
            let rows = data.agencies.iter().map(|a| {
                vec![
                    a.id.0.to_owned(),
                    a.name.vi.to_string(),
                    a.name.en.to_string(),
                    a.level.id().to_owned(),
                    text(a.province.as_ref()),
                    text(a.successor.as_ref()),
                    text(a.succeeded_on.as_ref()),
                ]
            });
            rows.collect()
        },
    },
    Table {
        name: "budgets",
        columns: &[("plan", S), ("clause", S), ("source", S), ("year", I), ("amount", N), ("unit", S)],
        rows: |data| {
            let budgets = data.plans.iter().filter_map(|p| p.budget.as_ref().map(|b| (p, b)));
            let rows = budgets.flat_map(|(p, b)| {
                b.lines.iter().flat_map(move |line| {
                    line.amounts.iter().map(move |(year, amount)| {
                        vec![
                            p.id.0.to_owned(),
                            b.clause.0.to_string(),
                            line.source.clone(),
                            year.to_string(),
                            figure(*amount),
                            b.unit.id().to_owned(),
                        ]
                    })
                })
            });
            rows.collect()
        },
    },
    Table {
        name: "outcomes",
        columns: &[
            ("indicator", S),
            ("year", I),
            ("comparator", S),
            ("value", N),
            ("value_max", N),
            ("unit", S),
            ("base", S),
            ("publisher", S),
            ("document", S),
            ("address", S),
            ("flags", S),
        ],
        rows: |data| {
            let rows = data.outcomes.iter().map(|x| {
                // A province's figure must not be taken for the nation's: the flag names the place.
                let place = x.place.as_ref().map(|place| FlagId::from(format!("place:{place}")));
                let all: Vec<_> = x.flags.iter().cloned().chain(place).collect();
                vec![
                    x.indicator.0.to_owned(),
                    text(x.year.as_ref()),
                    x.comparator.id().to_owned(),
                    decimal(x.value, 6),
                    figure(x.value_max),
                    x.unit.id().to_owned(),
                    text(x.base.as_ref()),
                    x.publisher.clone(),
                    x.document.clone(),
                    text(x.address.as_ref()),
                    flags(&all),
                ]
            });
            rows.collect()
        },
    },
    Table {
        name: "alignments",
        columns: &[
            ("plan", S),
            ("baseline", S),
            ("indicator", S),
            ("verdict", S),
            ("stricter", "boolean"),
            ("reason", S),
        ],
        rows: alignments,
    },
    Table {
        name: "defects",
        columns: &[("plan", S), ("clause", S), ("kind", S), ("note_vi", S), ("note_en", S)],
        rows: |data| {
            let rows = data.plans.iter().flat_map(|p| p.defects.iter().map(move |d| (p, d))).map(|(p, d)| {
                vec![
                    p.id.0.to_owned(),
                    d.clause.0.to_string(),
                    d.kind.id().to_owned(),
                    d.note.vi.to_string(),
                    d.note.en.to_string(),
                ]
            });
            rows.collect()
        },
    },
];

/// `stricter` is true where the values are equal and the plan binds more tightly. `reason` says why
/// two targets are not comparable, or that it is the baseline that binds more tightly.
fn alignments(data: &DataSet) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for plan in &data.plans {
        for baseline in baselines(data, plan) {
            for a in align(data, plan, baseline) {
                let stricter = match (a.verdict, a.stricter) {
                    (Verdict::Equal, Some(Stricter::Plan)) => "true",
                    (Verdict::Equal, _) => "false",
                    _ => "",
                };
                let reason = match (a.verdict, a.stricter) {
                    (Verdict::NotComparable(reason), _) => reason.id(),
                    (_, Some(Stricter::Baseline)) => "baseline_stricter",
                    _ => "",
                };
                rows.push(
                    [plan.id.as_str(), baseline.id.as_str(), a.indicator.as_str(), a.verdict.id(), stricter, reason]
                        .map(str::to_owned)
                        .to_vec(),
                );
            }
        }
    }
    rows
}

fn whole(plan: &Plan, id: &RecordId) -> String {
    format!("{}/{id}", plan.id)
}

fn figure(value: Option<f64>) -> String {
    value.map(|value| decimal(value, 6)).unwrap_or_default()
}

fn text(value: Option<&impl ToString>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

fn flags(flags: &[FlagId]) -> String {
    flags.iter().map(FlagId::as_str).collect::<Vec<_>>().join(";")
}

//! Checks of a plan against the text of its document, where that is at hand.

use crate::attach::{self, Mismatch, numbers};
use crate::clause::{self, Document};
use crate::dataset::{DataSet, Problem};
use crate::model::{Basis, ClausePath, DefectKind, Plan};
use std::collections::BTreeSet;
use std::path::Path;

/// A document's text, and a reading of its annex where the scan broke the table.
#[derive(Debug, Default)]
pub struct Source {
    /// The text.
    pub text: String,
    /// The annex row by row, where its rows cannot be told from the text alone.
    pub annex_rows: Vec<AnnexRow>,
}

/// One row of a broken annex as a person read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnexRow {
    /// Its number, from 1.
    pub number: u32,
    /// How its task starts.
    pub task: String,
    /// First year, where readable.
    pub start: Option<i32>,
    /// Last year, where readable.
    pub end: Option<i32>,
}

/// Reads a tab-separated reading of an annex with the columns row, task, start, end among others.
pub fn annex_rows(tsv: &str) -> Vec<AnnexRow> {
    let mut lines = tsv.lines();
    let header: Vec<_> = lines.next().unwrap_or("").split('\t').collect();
    let column = |name: &str| header.iter().position(|h| *h == name);
    let (Some(row), Some(task), Some(start), Some(end)) =
        (column("row"), column("task"), column("start"), column("end"))
    else {
        return Vec::new();
    };
    lines
        .filter_map(|line| {
            let cells: Vec<_> = line.split('\t').collect();
            let cell = |i: usize| cells.get(i).copied().unwrap_or("");
            Some(AnnexRow {
                number: cell(row).parse().ok()?,
                task: cell(task).to_owned(),
                start: cell(start).parse().ok(),
                end: cell(end).parse().ok(),
            })
        })
        .collect()
}

/// Compares a plan with its document's text: every clause path exists, every figure stands in its
/// clause, every leaf clause is covered by a record or left out with a reason.
pub fn against_source(plan: &Plan, source: &Source) -> Vec<Problem> {
    if plan.basis == Basis::Press {
        return Vec::new();
    }
    let document = clause::read(&source.text);
    let mut check = Checker { plan, source, document: &document, problems: Vec::new() };
    check.paths();
    check.figures();
    check.annex();
    check.coverage();
    check.problems.sort();
    check.problems
}

/// Compares every plan read from a document with its text in `shared/sources`; none where there is no
/// such folder. A text that should be there and is not is a problem.
pub fn against_folder(data: &DataSet, shared: &Path) -> Option<Vec<Problem>> {
    let sources = shared.join("sources");
    if !sources.is_dir() {
        return None;
    }
    let mut problems = Vec::new();
    for plan in data.plans.iter().filter(|plan| plan.basis == Basis::Document) {
        let file = sources.join(format!("{}.txt", plan.id));
        // The one annex that the scan broke was read row by row, by a person.
        let annex = if plan.id == "vn-2016-2020" { "domain/annex-1563.tsv" } else { "" };
        let annex = std::fs::read_to_string(shared.join(annex)).unwrap_or_default();
        match std::fs::read_to_string(&file) {
            Ok(text) => problems.extend(against_source(plan, &Source { text, annex_rows: annex_rows(&annex) })),
            Err(error) => problems.push(Problem::new(
                format!("plans/{}.json", plan.id),
                file.display().to_string(),
                error.to_string(),
            )),
        }
    }
    Some(problems)
}

struct Checker<'a> {
    plan: &'a Plan,
    source: &'a Source,
    document: &'a Document,
    problems: Vec<Problem>,
}

impl Checker<'_> {
    fn problem(&mut self, place: String, message: String) {
        self.problems.push(Problem::new(format!("plans/{}.json", self.plan.id), place, message));
    }

    /// Place and path of everything that cites a clause.
    fn citations(&self) -> Vec<(String, ClausePath)> {
        let plan = self.plan;
        let mut out = Vec::new();
        let mut add = |place: String, clause: &ClausePath| out.push((place, clause.clone()));
        plan.outline.iter().for_each(|x| add(format!("outline {}", x.clause), &x.clause));
        plan.records().for_each(|x| add(format!("record {}", x.id()), x.clause()));
        plan.budget.iter().for_each(|x| add("budget".to_owned(), &x.clause));
        plan.left_out.iter().for_each(|x| add(format!("left_out {}", x.clause), &x.clause));
        plan.defects.iter().filter(|x| x.clause.is_clause()).for_each(|x| {
            add(format!("defects {}", x.clause), &x.clause);
        });
        out
    }

    fn exists(&self, path: &ClausePath) -> bool {
        attach::has_clause(self.document, path) || self.annex_row(path).is_some()
    }

    fn annex_row(&self, path: &ClausePath) -> Option<&AnnexRow> {
        let number: u32 = path.as_str().strip_prefix("Phụ lục > ")?.parse().ok()?;
        self.source.annex_rows.iter().find(|row| row.number == number)
    }

    /// A part of the text that the scan lost is known by a defect of that kind.
    fn is_lost_part(&self, path: &ClausePath) -> bool {
        self.plan.defects.iter().any(|d| {
            matches!(d.kind, DefectKind::LostText | DefectKind::MissingPart)
                && d.clause.is_clause()
                && path.is_within(d.clause.as_str())
        })
    }

    fn paths(&mut self) {
        for (place, path) in self.citations() {
            if !self.exists(&path) && !self.is_lost_part(&path) {
                self.problem(place, format!("clause `{path}` is not in the text"));
            }
        }
    }

    fn figures(&mut self) {
        let plan = self.plan;
        for (record, mismatch) in attach::mismatches(self.document, plan) {
            let clause = record.clause();
            let message = match mismatch {
                Mismatch::Figure(figure) => format!("{figure} does not stand in clause `{clause}`"),
                Mismatch::Year(year) => format!("{year} does not stand in clause `{clause}`"),
                // Paths are looked at for everything that cites one.
                Mismatch::NoClause | Mismatch::Uncited => continue,
            };
            self.problem(format!("record {}", record.id()), message);
        }
        if let Some(budget) = &plan.budget {
            let text = self.document.whole_text(budget.clause.as_str());
            let stated = numbers(&text);
            let amounts = budget.lines.iter().flat_map(|line| line.amounts.iter().filter_map(|(_, a)| *a));
            for amount in amounts.chain([budget.printed_total]) {
                if !stated.iter().any(|(_, n)| (n - amount).abs() < 1e-9) {
                    self.problem("budget".to_owned(), format!("{amount} does not stand in `{}`", budget.clause));
                }
            }
        }
    }

    /// Each row of a broken annex: its task stands in the text, its years are those of the record.
    fn annex(&mut self) {
        let (plan, source) = (self.plan, self.source);
        let text = words(&self.document.whole_text("Phụ lục")).join(" ");
        for row in &source.annex_rows {
            let place = format!("Phụ lục > {}", row.number);
            // The reading repairs misprints, so not every run of words need stand in the text.
            let start: Vec<_> = words(&row.task).into_iter().take(16).collect();
            if !start.windows(5).any(|run| text.contains(&run.join(" "))) {
                self.problem(place.clone(), format!("the row's task `{}…` is not in the text", start.join(" ")));
            }
            let found = plan.tasks.iter().find(|t| t.clause.as_str() == place);
            match found {
                None => self.problem(place, "the annex has this row, the plan has no task for it".to_owned()),
                Some(t) if (t.start, t.end) != (row.start, row.end) => {
                    let (id, dates) = (t.id, (t.start, t.end));
                    self.problem(
                        format!("tasks {id}"),
                        format!("years {dates:?}, the annex was read as {:?}", (row.start, row.end)),
                    );
                }
                Some(_) => {}
            }
        }
    }

    fn coverage(&mut self) {
        let plan = self.plan;
        let mut covered: BTreeSet<&str> = BTreeSet::new();
        covered.extend(plan.records().map(|x| x.clause().as_str()));
        covered.extend(plan.budget.iter().map(|x| x.clause.as_str()));
        let mut reported = BTreeSet::new();
        for leaf in self.document.clauses.iter().filter(|c| !c.has_children && !c.text.is_empty()) {
            let path = &leaf.path;
            // The rows of a broken annex are compared one by one instead.
            if path.is_within("Phụ lục") && !self.source.annex_rows.is_empty() {
                continue;
            }
            let left_out = plan.left_out.iter().any(|left| path.is_within(left.clause.as_str()));
            if !left_out && !covered.contains(path.as_str()) && reported.insert(path.as_str()) {
                self.problem(format!("clause {path}"), "no record covers it and it is not left out".to_owned());
            }
        }
    }
}

fn words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric());
    parts.filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_annex_is_read_by_its_header() {
        let rows = annex_rows("row\tlead\ttask\tstart\tend\n1\tA\tLàm\t2016\t2020\n2\tB\tXem\t\t\n");
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0], AnnexRow { number: 1, task: "Làm".to_owned(), start: Some(2016), end: Some(2020) });
        assert_eq!(rows[1].start, None);
    }
}

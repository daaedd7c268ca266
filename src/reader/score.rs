//! A reading against gold answers.
//!
//! Gold has the JSON's shape. A found target is right when value, comparator, unit and year are all
//! those of a gold target that nothing else has been matched with; a task is found when it shares most of
//! its words with a gold task's quote. `traps` are figures as printed that no target may rest on.

use super::json::plain;
use super::tokens::Tokens;
use super::{FoundTask, Reading};
use crate::dataset::DataSet;
use crate::model::{AgencyId, ClausePath, Plan, ProvinceId, Reading as Printed};
use crate::review::Names;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fmt;

/// Counts over one or more documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Score {
    /// Targets found.
    pub found: usize,
    /// Targets in the gold.
    pub gold: usize,
    /// Targets found right.
    pub right: usize,
    /// Of those, with the right indicator or rightly none.
    pub indicator: usize,
    /// Tasks in the gold.
    pub gold_tasks: usize,
    /// Tasks found.
    pub found_tasks: usize,
    /// Gold tasks found with exactly the right lead.
    pub lead: usize,
    /// Of those, with the right coordinating agencies too.
    pub coordinating: usize,
    /// Traps in the gold.
    pub traps: usize,
    /// Traps reported as targets.
    pub trapped: usize,
    /// What went wrong, a line each.
    pub faults: Vec<String>,
}

impl Score {
    /// Of the targets found, those that are right; 0 to 1.
    pub fn precision(&self) -> f64 {
        share(self.right, self.found)
    }

    /// Of the gold targets, those found; 0 to 1.
    pub fn recall(&self) -> f64 {
        share(self.right, self.gold)
    }

    /// Of the targets found right, those with the right indicator; 0 to 1.
    pub fn indicators(&self) -> f64 {
        share(self.indicator, self.right)
    }

    /// Of the gold tasks, those with the right lead; 0 to 1.
    pub fn leads(&self) -> f64 {
        share(self.lead, self.gold_tasks)
    }

    /// Traps reported, of a hundred.
    pub fn trapped_of_100(&self) -> f64 {
        if self.traps == 0 { 0.0 } else { 100.0 * share(self.trapped, self.traps) }
    }

    /// Adds another document's counts.
    pub fn add(&mut self, other: Self) {
        self.found += other.found;
        self.gold += other.gold;
        self.right += other.right;
        self.indicator += other.indicator;
        self.gold_tasks += other.gold_tasks;
        self.found_tasks += other.found_tasks;
        self.lead += other.lead;
        self.coordinating += other.coordinating;
        self.traps += other.traps;
        self.trapped += other.trapped;
        self.faults.extend(other.faults);
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { found, gold, right, indicator, gold_tasks, lead, coordinating, traps, trapped, .. } = self;
        write!(
            f,
            "targets: precision {:.3} ({right}/{found}), recall {:.3} ({right}/{gold}); indicator right {:.3} ({indicator}/{right}); \
             tasks with the right lead {:.3} ({lead}/{gold_tasks}, coordinating too {coordinating}); traps reported {:.1} in 100 ({trapped}/{traps})",
            self.precision(),
            self.recall(),
            self.indicators(),
            self.leads(),
            self.trapped_of_100(),
        )
    }
}

fn share(part: usize, whole: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "counts of findings")]
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// Compares a reading's JSON with the gold's.
pub fn score(name: &str, found: &Value, gold: &Value) -> Score {
    let list = |v: &Value, key: &str| v.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    let (targets, answers) = (list(found, "targets"), list(gold, "targets"));
    let mut out = Score { found: targets.len(), gold: answers.len(), ..Score::default() };
    let mut taken = vec![false; answers.len()];
    // Of equal figures, the one with the same indicator first.
    let mut pairs: Vec<Option<usize>> = vec![None; targets.len()];
    for with_indicator in [true, false] {
        for (i, t) in targets.iter().enumerate() {
            if pairs[i].is_some() {
                continue;
            }
            let fits = |a: &Value| same_figure(t, a) && (!with_indicator || t.get("indicator") == a.get("indicator"));
            if let Some(k) = (0..answers.len()).find(|k| !taken[*k] && fits(&answers[*k])) {
                taken[k] = true;
                pairs[i] = Some(k);
            }
        }
    }
    for (t, pair) in targets.iter().zip(&pairs) {
        match pair {
            Some(k) => {
                out.right += 1;
                if t.get("indicator") == answers[*k].get("indicator") {
                    out.indicator += 1;
                } else {
                    out.faults.push(format!(
                        "{name}: indicator {} instead of {}: {}",
                        t["indicator"], answers[*k]["indicator"], t["quote"]
                    ));
                }
            }
            None => out.faults.push(format!("{name}: extra target {}", brief(t))),
        }
    }
    for (a, _) in answers.iter().zip(&taken).filter(|(_, taken)| !**taken) {
        out.faults.push(format!("{name}: missed target {}", brief(a)));
    }
    traps(name, &targets, &list(gold, "traps"), &mut out);
    tasks(name, &list(found, "tasks"), &list(gold, "tasks"), &mut out);
    for key in ["province", "number", "date", "period"] {
        let (is, should) = (&found["plan"][key], &gold["plan"][key]);
        if !gold["plan"].is_null() && is != should {
            out.faults.push(format!("{name}: plan {key} {is} instead of {should}"));
        }
    }
    out
}

/// Compares a reading with a plan that a person has structured: targets by their figures, indicators and
/// clauses, tasks by their clauses and leads, each agency by its id.
pub fn against_plan(reading: &Reading, text: &str, plan: &Plan, data: &DataSet) -> Score {
    let gold: Vec<Value> = plan
        .targets
        .iter()
        .map(|t| {
            json!({
                "indicator": t.indicator.as_ref().map(ToString::to_string), "comparator": t.comparator.id(),
                "value": t.value, "value_max": t.value_max, "unit": t.unit.id(), "year": t.year,
                "quote": t.clause.as_str(),
            })
        })
        .collect();
    let mut out = score(plan.id.as_str(), &super::json::value(reading, text), &json!({ "targets": gold }));
    let names = Names::new(data, plan.province.as_ref().map(ProvinceId::as_str));
    let id = |printed: &String| names.known(printed).unwrap_or_else(|| names.made(printed).id.as_str().to_owned());
    // What a person had to put together from a broken table is not the reader's to find.
    let tasks = || plan.tasks.iter().filter(|t| t.is_commitment() && t.reading == Printed::Printed);
    out.gold_tasks = tasks().count();
    out.found_tasks = reading.tasks.len();
    for task in tasks() {
        let there: Vec<&FoundTask> = reading
            .tasks
            .iter()
            .filter(|f| ClausePath::from(f.clause.as_str()).is_within(task.clause.as_str()))
            .collect();
        let wanted: BTreeSet<&str> = task.lead.iter().map(AgencyId::as_str).collect();
        let right = |f: &&&FoundTask| f.lead.iter().map(id).collect::<BTreeSet<_>>().iter().eq(wanted.iter());
        if there.iter().any(|f| right(&f)) {
            out.lead += 1;
        } else {
            let leads: Vec<&Vec<String>> = there.iter().map(|f| &f.lead).collect();
            out.faults.push(format!("{}/{} {}: lead {leads:?} instead of {wanted:?}", plan.id, task.id, task.clause));
        }
    }
    out
}

fn same_figure(a: &Value, b: &Value) -> bool {
    let number = |v: &Value, key: &str| v.get(key).and_then(Value::as_f64);
    let near = |x: Option<f64>, y: Option<f64>| match (x, y) {
        (Some(x), Some(y)) => (x - y).abs() <= 1e-6 * x.abs().max(1.0),
        (None, None) => true,
        _ => false,
    };
    near(number(a, "value"), number(b, "value"))
        && near(number(a, "value_max"), number(b, "value_max"))
        && ["comparator", "unit"].iter().all(|key| a.get(key) == b.get(key))
        && number(a, "year") == number(b, "year")
}

fn brief(t: &Value) -> String {
    let quote = t.get("quote").and_then(Value::as_str).map(plain).unwrap_or_default();
    format!(
        "{} {} {} {} {} {}: {quote}",
        t["comparator"], t["value"], t["value_max"], t["unit"], t["year"], t["indicator"]
    )
}

/// A trap is a passage as printed, with one figure: it is sprung when a target's quote has that figure and overlaps it.
fn traps(name: &str, targets: &[Value], traps: &[Value], out: &mut Score) {
    for trap in traps.iter().filter_map(Value::as_str) {
        out.traps += 1;
        let trap = plain(trap);
        let hit = targets.iter().any(|t| {
            let quote = t.get("quote").and_then(Value::as_str).map(plain).unwrap_or_default();
            let figure = t.get("value").and_then(Value::as_f64);
            figures(&trap).iter().any(|f| figure == Some(*f))
                && (quote.contains(&trap) || trap.contains(&quote) || overlap(&quote, &trap) > 0.6)
        });
        if hit {
            out.trapped += 1;
            out.faults.push(format!("{name}: trap reported: {trap}"));
        }
    }
}

fn figures(text: &str) -> Vec<f64> {
    let mut t = Tokens::default();
    t.add(text, 0);
    (0..t.len()).filter_map(|i| super::figure::number(t.word(i))).collect()
}

fn words(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
}

/// The share of the shorter text's words that the other has.
fn overlap(a: &str, b: &str) -> f64 {
    let (a, b) = (words(a), words(b));
    let least = a.len().min(b.len());
    if least == 0 { 0.0 } else { share(a.intersection(&b).count(), least) }
}

fn tasks(name: &str, found: &[Value], gold: &[Value], out: &mut Score) {
    let quote = |v: &Value| v.get("quote").and_then(Value::as_str).map(plain).unwrap_or_default();
    let names = |v: &Value, key: &str| -> BTreeSet<String> {
        let list = v.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
        list.iter().filter_map(Value::as_str).map(|s| plain(s).to_lowercase()).collect()
    };
    out.gold_tasks = gold.len();
    out.found_tasks = found.len();
    for answer in gold {
        let wanted = quote(answer);
        let best = found
            .iter()
            .map(|t| {
                let own = quote(t);
                let near = if own.contains(&wanted) || wanted.contains(&own) && own.len() > 10 {
                    2.0
                } else {
                    overlap(&own, &wanted)
                };
                (near + if names(t, "lead") == names(answer, "lead") { 0.01 } else { 0.0 }, t)
            })
            .filter(|(near, _)| *near >= 0.7)
            .max_by(|a, b| a.0.total_cmp(&b.0));
        match best {
            Some((_, t)) if names(t, "lead") == names(answer, "lead") => {
                out.lead += 1;
                if names(t, "coordinating") == names(answer, "coordinating") {
                    out.coordinating += 1;
                } else {
                    out.faults.push(format!(
                        "{name}: coordinating {} instead of {}: {wanted}",
                        t["coordinating"], answer["coordinating"]
                    ));
                }
                for key in ["start", "end"] {
                    if answer.get(key).is_some() && answer[key] != t[key] {
                        out.faults.push(format!("{name}: task {key} {} instead of {}: {wanted}", t[key], answer[key]));
                    }
                }
            }
            Some((_, t)) => {
                out.faults.push(format!("{name}: lead {} instead of {}: {wanted}", t["lead"], answer["lead"]));
            }
            None => out.faults.push(format!("{name}: missed task {wanted}")),
        }
    }
}

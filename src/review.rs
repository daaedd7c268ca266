//! A reader's own plan under review: what was read of a document, as suggestions to decide on.
//!
//! [`Review::new`] turns a [`Reading`] into suggestions. Every [`Action`] can be undone, and the whole state is
//! plain data with serde, to be kept in a browser or sent to another thread. [`Review::own`] makes a plan
//! of it, in the format of `data/plans/`, which joins a data set and is like every other plan there.

mod agencies;
mod open;
mod own;
mod write;

pub use agencies::Names;
pub use own::{Cannot, Own};

use crate::dataset::DataSet;
use crate::model::{Comparator, Recurrence, TaskKind};
use crate::reader::{self, Problem, Reading, Unit, YearFrom, json::plain};
use serde::{Deserialize, Serialize, Serializer};
use std::collections::BTreeMap;
use std::ops::Range;

/// A plan under review.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Review {
    /// The document itself.
    pub head: Head,
    /// Quantified aims in the order of the text, then the reader's own additions.
    pub targets: Vec<Suggestion<Target>>,
    /// Tasks in the order of the text, then the reader's own additions.
    pub tasks: Vec<Suggestion<Task>>,
    /// What was stumbled over.
    pub problems: Vec<Problem>,
    /// What takes back each step done, oldest first.
    done: Vec<Vec<Change>>,
    /// What does again each step taken back.
    undone: Vec<Vec<Change>>,
}

/// What a document says of itself, as it may be corrected; none where nobody has said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The title as printed.
    pub title: Option<String>,
    /// "93/QĐ-UBND".
    pub number: Option<String>,
    /// `yyyy-mm-dd` or `yyyy-mm`.
    pub date: Option<String>,
    /// Who issued it, as printed.
    pub issuer: Option<String>,
    /// The province's id; none for a national plan.
    pub province: Option<String>,
    /// First year.
    pub start: Option<i32>,
    /// Last year.
    pub end: Option<i32>,
}

/// Something found or added, and what was decided on it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Suggestion<T> {
    /// What it is now.
    pub now: T,
    /// What was found; none for what a person added.
    pub found: Option<T>,
    /// What was decided.
    pub status: Status,
    /// How sure the reader of the document was, 0 to 1.
    pub confidence: f64,
}

/// What was decided on a suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Nothing yet.
    Suggested,
    /// It is right as found.
    Accepted,
    /// It is right as it is now.
    Corrected,
    /// It is none.
    Rejected,
    /// A person added it.
    Added,
}

/// A passage of the document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Its bytes in the document's text.
    pub quote: Range<usize>,
    /// The bytes of the paragraph or table row around it.
    pub passage: Range<usize>,
    /// The quote on one line, for when the document is no longer at hand.
    pub text: String,
}

/// A quantified aim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// Where it stands; none where a person added it without a passage.
    pub place: Option<Place>,
    /// The clause's path; empty where the text has no clauses.
    pub clause: String,
    /// The indicator's id, or honestly none.
    pub indicator: Option<String>,
    /// How the figure binds.
    #[serde(serialize_with = "comparator")]
    pub comparator: Comparator,
    /// The figure in base units of `unit`, or a range's lower end.
    pub value: f64,
    /// A range's upper end.
    pub value_max: Option<f64>,
    /// The unit.
    pub unit: Unit,
    /// What a percentage is of: the base's id.
    pub base: Option<String>,
    /// By when.
    pub year: Option<i32>,
    /// Whether the year is the plan's last one because the text says none.
    pub year_inferred: bool,
    /// The target it is a part of, by its place in the list.
    pub part_of: Option<usize>,
    /// A title in the reader's own words; none: made from the indicator or the passage.
    pub title: Option<String>,
}

/// Something to be done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Task {
    /// Where it stands; none where a person added it without a passage.
    pub place: Option<Place>,
    /// The clause's path; empty where the text has no clauses.
    pub clause: String,
    /// The part of the plan it comes from.
    #[serde(serialize_with = "task_kind")]
    pub kind: TaskKind,
    /// The id of its group of solutions.
    pub group: String,
    /// Who leads.
    pub lead: Vec<Name>,
    /// Who coordinates.
    pub coordinating: Vec<Name>,
    /// First year.
    pub start: Option<i32>,
    /// Last year.
    pub end: Option<i32>,
    /// Whether the years are its own, not the plan's.
    pub dated: bool,
    /// How it recurs.
    #[serde(serialize_with = "recurrence")]
    pub recurrence: Option<Recurrence>,
    /// A title in the reader's own words; none: made from the passage.
    pub title: Option<String>,
}

/// An agency as the document names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// As printed.
    pub printed: String,
    /// The id of the agency that this is among those known; none where it is not one of them.
    pub agency: Option<String>,
}

/// A suggestion by its kind and place in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Which {
    /// A target.
    Target(usize),
    /// A task.
    Task(usize),
}

/// What a person does in a review.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// It is right as it is.
    Accept(Which),
    /// It is none; an addition is taken back so.
    Reject(Which),
    /// Undecided again, as found.
    Reset(Which),
    /// A target as it should be.
    CorrectTarget(usize, Target),
    /// A task as it should be.
    CorrectTask(usize, Task),
    /// A target that was not found.
    AddTarget(Target),
    /// A task that was not found.
    AddTask(Task),
    /// The document as it should be.
    CorrectHead(Head),
    /// Everything undecided is right where the reader was at least this sure.
    AcceptAll(f64),
    /// Every target that nobody has decided on is right.
    AcceptTargets,
    /// Every task that nobody has decided on is right.
    AcceptTasks,
    /// Takes back the last step.
    Undo,
    /// Does again what was taken back last.
    Redo,
}

/// A part of the state as it was: to put in place of what is now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Change {
    Head(Head),
    /// None where there was none yet.
    Target(usize, Option<Suggestion<Target>>),
    Task(usize, Option<Suggestion<Task>>),
}

/// How many suggestions have which status.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Undecided.
    pub open: usize,
    /// Accepted, corrected or added.
    pub kept: usize,
    /// Rejected.
    pub rejected: usize,
}

/// More steps than this are not taken back.
const MOST_STEPS: usize = 200;

impl Review {
    /// What was read of a document's text, as suggestions.
    pub fn new(reading: &Reading, text: &str, data: &DataSet) -> Self {
        let head = Head::of(reading);
        let place = |quote: &Range<usize>, passage: &Range<usize>| {
            let text = plain(text.get(quote.clone()).unwrap_or(""));
            Some(Place { quote: quote.clone(), passage: passage.clone(), text })
        };
        let names = agencies::Names::new(data, head.province.as_deref());
        // A plan names the same few agencies again and again.
        let mut known = BTreeMap::new();
        let mut named = |list: &[String]| {
            let name = |printed: &String| {
                let agency = known.entry(printed.clone()).or_insert_with(|| names.known(printed)).clone();
                Name { printed: printed.clone(), agency }
            };
            list.iter().map(name).collect()
        };
        let targets = reading.targets.iter().map(|t| {
            let target = Target {
                place: place(&t.quote, &t.passage),
                clause: t.clause.clone(),
                indicator: t.indicator.map(str::to_owned),
                comparator: t.comparator,
                value: t.value,
                value_max: t.value_max,
                unit: t.unit,
                base: t.base.map(str::to_owned),
                year: t.year,
                year_inferred: t.year_from == YearFrom::Period,
                part_of: t.part_of,
                title: None,
            };
            Suggestion::found(target, t.confidence)
        });
        let tasks = reading.tasks.iter().map(|t| {
            let place = place(&t.quote, &t.passage);
            let task = Task {
                clause: t.clause.clone(),
                kind: t.kind,
                group: agencies::group(place.as_ref().map_or("", |place| &place.text)).to_owned(),
                place,
                lead: named(&t.lead),
                coordinating: named(&t.coordinating),
                start: t.start,
                end: t.end,
                dated: t.dated,
                recurrence: t.recurrence,
                title: None,
            };
            Suggestion::found(task, t.confidence)
        });
        Self {
            targets: targets.collect(),
            tasks: tasks.collect(),
            problems: reading.problems.clone(),
            head,
            done: Vec::new(),
            undone: Vec::new(),
        }
    }

    /// Reads a document and makes suggestions of what was found.
    pub fn of_text(text: &str, data: &DataSet) -> Self {
        Self::new(&reader::read(text), text, data)
    }

    /// Does what a person does; whether anything changed.
    pub fn act(&mut self, action: Action) -> bool {
        match action {
            Action::Undo => {
                let Some(step) = self.done.pop() else { return false };
                let again = self.swap(step);
                self.undone.push(again);
                return true;
            }
            Action::Redo => {
                let Some(step) = self.undone.pop() else { return false };
                let back = self.swap(step);
                self.done.push(back);
                return true;
            }
            _ => {}
        }
        let changes = self.changes(action);
        if changes.is_empty() {
            return false;
        }
        let back = self.swap(changes);
        self.done.push(back);
        if self.done.len() > MOST_STEPS {
            self.done.remove(0);
        }
        self.undone.clear();
        true
    }

    /// The new states that an action asks for; none where it changes nothing.
    fn changes(&self, action: Action) -> Vec<Change> {
        let (targets, tasks) = (self.targets.len(), self.tasks.len());
        let one = |change: Option<Change>| change.into_iter().collect();
        match action {
            Action::Accept(which) => one(self.decide(which, Status::Accepted)),
            Action::Reject(which) => one(self.decide(which, Status::Rejected)),
            Action::Reset(which) => one(self.decide(which, Status::Suggested)),
            Action::CorrectTarget(i, now) => {
                one(self.targets.get(i).and_then(|s| Some(Change::Target(i, Some(s.corrected(now)?)))))
            }
            Action::CorrectTask(i, now) => {
                one(self.tasks.get(i).and_then(|s| Some(Change::Task(i, Some(s.corrected(now)?)))))
            }
            Action::AddTarget(now) => Vec::from([Change::Target(targets, Some(Suggestion::added(now)))]),
            Action::AddTask(now) => Vec::from([Change::Task(tasks, Some(Suggestion::added(now)))]),
            Action::CorrectHead(head) if head == self.head => Vec::new(),
            Action::CorrectHead(head) => Vec::from([Change::Head(head)]),
            Action::AcceptAll(_) | Action::AcceptTargets | Action::AcceptTasks => {
                let all = (0..targets).map(Which::Target).chain((0..tasks).map(Which::Task));
                let meant = |which: &Which| match (&action, which) {
                    (Action::AcceptAll(least), _) => self.confidence(*which) >= *least,
                    (Action::AcceptTargets, Which::Target(_)) | (Action::AcceptTasks, Which::Task(_)) => true,
                    _ => false,
                };
                let open = all.filter(|which| self.status(*which) == Some(Status::Suggested) && meant(which));
                open.filter_map(|which| self.decide(which, Status::Accepted)).collect()
            }
            Action::Undo | Action::Redo => Vec::new(),
        }
    }

    fn decide(&self, which: Which, status: Status) -> Option<Change> {
        Some(match which {
            Which::Target(i) => Change::Target(i, Some(self.targets.get(i)?.decided(status)?)),
            Which::Task(i) => Change::Task(i, Some(self.tasks.get(i)?.decided(status)?)),
        })
    }

    /// Puts states in place, and gives back those that were there, in the order that undoes it.
    fn swap(&mut self, changes: Vec<Change>) -> Vec<Change> {
        let mut back: Vec<Change> = changes
            .into_iter()
            .map(|change| match change {
                Change::Head(head) => Change::Head(std::mem::replace(&mut self.head, head)),
                Change::Target(i, new) => Change::Target(i, put(&mut self.targets, i, new)),
                Change::Task(i, new) => Change::Task(i, put(&mut self.tasks, i, new)),
            })
            .collect();
        back.reverse();
        back
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is a step to do again.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// What was decided on a suggestion; none where there is no such suggestion.
    pub fn status(&self, which: Which) -> Option<Status> {
        match which {
            Which::Target(i) => self.targets.get(i).map(|s| s.status),
            Which::Task(i) => self.tasks.get(i).map(|s| s.status),
        }
    }

    fn confidence(&self, which: Which) -> f64 {
        match which {
            Which::Target(i) => self.targets.get(i).map_or(0.0, |s| s.confidence),
            Which::Task(i) => self.tasks.get(i).map_or(0.0, |s| s.confidence),
        }
    }

    /// How far the review is.
    pub fn counts(&self) -> Counts {
        let all = self.targets.iter().map(|s| s.status).chain(self.tasks.iter().map(|s| s.status));
        let mut out = Counts::default();
        for status in all {
            match status {
                Status::Suggested => out.open += 1,
                Status::Accepted | Status::Corrected | Status::Added => out.kept += 1,
                Status::Rejected => out.rejected += 1,
            }
        }
        out
    }
}

/// Replaces, adds at the end, or takes away the last; gives what was there.
fn put<T>(list: &mut Vec<T>, i: usize, new: Option<T>) -> Option<T> {
    match new {
        Some(new) if i < list.len() => Some(std::mem::replace(&mut list[i], new)),
        Some(new) => {
            list.push(new);
            None
        }
        None => list.pop(),
    }
}

impl<T: Clone + PartialEq> Suggestion<T> {
    fn found(now: T, confidence: f64) -> Self {
        Self { found: Some(now.clone()), now, status: Status::Suggested, confidence }
    }

    fn added(now: T) -> Self {
        Self { now, found: None, status: Status::Added, confidence: 1.0 }
    }

    /// Whether it becomes part of the plan: everything but what was rejected.
    pub fn is_kept(&self) -> bool {
        self.status != Status::Rejected
    }

    fn decided(&self, status: Status) -> Option<Self> {
        let mut new = self.clone();
        new.status = match (status, &self.found) {
            (Status::Suggested | Status::Accepted, None) => Status::Added,
            (Status::Accepted, Some(found)) if *found != self.now => Status::Corrected,
            (status, _) => status,
        };
        if let (Status::Suggested, Some(found)) = (status, &self.found) {
            new.now = found.clone();
        }
        (new != *self).then_some(new)
    }

    fn corrected(&self, now: T) -> Option<Self> {
        let status = match &self.found {
            None => Status::Added,
            Some(found) if *found == now => Status::Accepted,
            Some(_) => Status::Corrected,
        };
        let new = Self { now, status, ..self.clone() };
        (new != *self).then_some(new)
    }
}

impl Head {
    fn of(reading: &Reading) -> Self {
        let plan = &reading.plan;
        Self {
            title: plan.title.as_deref().map(plain),
            number: plan.number.clone(),
            date: plan.date.clone(),
            issuer: plan.issuer.as_deref().map(plain),
            province: plan.province.clone(),
            start: plan.period.and_then(|p| p.0),
            end: plan.period.map(|p| p.1),
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn comparator<S: Serializer>(comparator: &Comparator, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(comparator.id())
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn task_kind<S: Serializer>(kind: &TaskKind, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(write::task_kind(*kind))
}

#[expect(clippy::ref_option, reason = "serde calls it so")]
fn recurrence<S: Serializer>(recurrence: &Option<Recurrence>, out: S) -> Result<S::Ok, S::Error> {
    recurrence.map(Recurrence::id).serialize(out)
}

#[cfg(test)]
mod tests;

//! What of the data can be found, and by which of its texts.

use super::lexicon::Interner;
use super::{DocId, Entry, Field, Filter, Kind, Query, Role};
use crate::address::SearchState;
use crate::dataset::DataSet;
use crate::i18n::Lang;
use crate::list::List;
use crate::model::{Agency, AgencyId, ClausePath, Defect, Indicator, Plan, Record, Text};
use std::borrow::Cow;

/// A record found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Found<'a> {
    /// A plan.
    Plan(&'a Plan),
    /// A target, task, objective or provision with its plan.
    Record(&'a Plan, Record<'a>),
    /// A fault of a text with its plan.
    Defect(&'a Plan, &'a Defect),
    /// An agency.
    Agency(&'a Agency),
    /// An indicator.
    Indicator(&'a Indicator),
}

impl DocId {
    /// The record; none in other data than those it was found in.
    pub fn find(self, data: &DataSet) -> Option<Found<'_>> {
        let at = self.at as usize;
        match self.kind {
            Kind::Agency => return data.agencies.get(at).map(Found::Agency),
            Kind::Indicator => return data.indicators.get(at).map(Found::Indicator),
            _ => {}
        }
        let plan = data.plans.get(self.plan? as usize)?;
        let record = match self.kind {
            Kind::Plan => return Some(Found::Plan(plan)),
            Kind::Defect => return plan.defects.get(at).map(|defect| Found::Defect(plan, defect)),
            Kind::Target => plan.targets.get(at).map(Record::Target),
            Kind::Task => plan.tasks.get(at).map(Record::Task),
            Kind::Objective => plan.objectives.get(at).map(Record::Objective),
            Kind::Provision => plan.provisions.get(at).map(Record::Provision),
            Kind::Agency | Kind::Indicator => None,
        };
        record.map(|record| Found::Record(plan, record))
    }
}

/// How many results a page shows before the reader asks for all.
pub const SHOWN: usize = 60;

/// What a search's address asks for: what the screen lists, and so what a file of it holds.
pub fn query_of<'q>(data: &DataSet, state: &'q SearchState, lang: Lang) -> Query<'q> {
    let place = |at: Option<usize>| at.and_then(|at| u32::try_from(at).ok()).into_iter().list();
    let plan = state.plan.and_then(|id| data.plans.iter().position(|plan| plan.id == id));
    let agency = state.agency.and_then(|id| data.agencies.iter().position(|agency| agency.id == id));
    let kinds = state.kind.into_iter().list();
    let filter = Filter { kinds, plans: place(plan), agencies: place(agency), year: state.year };
    Query { text: &state.words, filter, lang, limit: if state.all { usize::MAX } else { SHOWN } }
}

/// Everything that can be found: plan by plan with their records, then agencies, then indicators.
pub fn documents(data: &DataSet) -> impl Iterator<Item = Entry<'_>> {
    let mut places = Interner::default();
    for agency in &data.agencies {
        places.number(Cow::Borrowed(agency.id.as_str()));
    }
    let mut writer = Writer { data, places, entries: Vec::new() };
    // One part after the other: all entries at once would take more memory than the index that is made of them.
    (0..data.plans.len() + 2).flat_map(move |part| {
        match (data.plans.get(part), part - data.plans.len().min(part)) {
            (Some(plan), _) => writer.plan(part as u32, plan),
            (None, 0) => writer.agencies(),
            (None, _) => writer.indicators(),
        }
        std::mem::take(&mut writer.entries)
    })
}

struct Writer<'a> {
    data: &'a DataSet,
    /// Agencies by their ids.
    places: Interner<'a>,
    entries: Vec<Entry<'a>>,
}

impl<'a> Writer<'a> {
    fn entry(&mut self, id: DocId, years: Option<(i32, i32)>) -> &mut Entry<'a> {
        self.entries.push(Entry { id, agencies: Vec::new(), years, fields: Vec::new() });
        let last = self.entries.len() - 1;
        &mut self.entries[last]
    }

    fn plan(&mut self, number: u32, plan: &'a Plan) {
        let id = |kind, at: usize| DocId { kind, plan: Some(number), at: at as u32 };
        let entry = self.entry(id(Kind::Plan, number as usize), Some(plan.period));
        if let Some(number) = &plan.number {
            // As it is cited.
            let is_decision = number.split_once('/').is_some_and(|(_, rest)| rest.starts_with("QĐ-"));
            let [vi, en] = if is_decision { ["Quyết định ", "Decision "] } else { ["", ""] };
            entry.own(Role::Number, Some(Lang::Vi), [vi, number].concat());
            entry.own(Role::Number, Some(Lang::En), [en, number].concat());
        }
        entry.both(Role::Title, &plan.title);
        entry.both(Role::Short, &plan.short);
        self.concerns(&plan.issuer);
        let entry = self.last();
        entry.both(Role::Note, &plan.about);
        entry.years();

        for (at, target) in plan.targets.iter().enumerate() {
            self.record(id(Kind::Target, at), Record::Target(target), Some((target.year, target.year)));
        }
        for (at, task) in plan.tasks.iter().enumerate() {
            self.record(id(Kind::Task, at), Record::Task(task), task.start.zip(task.end));
        }
        for (at, objective) in plan.objectives.iter().enumerate() {
            self.record(id(Kind::Objective, at), Record::Objective(objective), Some(plan.period));
        }
        for (at, provision) in plan.provisions.iter().enumerate() {
            self.record(id(Kind::Provision, at), Record::Provision(provision), Some(plan.period));
        }
        for (at, defect) in plan.defects.iter().enumerate() {
            let entry = self.entry(id(Kind::Defect, at), Some(plan.period));
            entry.both(Role::Title, &defect.note);
            entry.clause(&defect.clause);
            entry.years();
        }
    }

    fn record(&mut self, id: DocId, record: Record<'a>, years: Option<(i32, i32)>) {
        self.entry(id, years).both(Role::Title, record.title());
        match record {
            Record::Target(target) => {
                if let Some(indicator) = target.indicator.as_ref().and_then(|id| self.data.indicator(id)) {
                    self.last().both(Role::Name, &indicator.name);
                }
            }
            Record::Task(task) => task.agencies().for_each(|(id, _)| self.concerns(id)),
            Record::Objective(_) | Record::Provision(_) => {}
        }
        let entry = self.last();
        entry.note(record.note());
        entry.clause(record.clause());
        entry.years();
    }

    fn agencies(&mut self) {
        for (at, agency) in self.data.agencies.iter().enumerate() {
            self.agency(at as u32, agency);
        }
    }

    fn indicators(&mut self) {
        for (at, indicator) in self.data.indicators.iter().enumerate() {
            let entry = self.entry(DocId { kind: Kind::Indicator, plan: None, at: at as u32 }, None);
            entry.both(Role::Title, &indicator.name);
            entry.note(&indicator.note);
        }
    }

    fn agency(&mut self, at: u32, agency: &'a Agency) {
        let data = self.data;
        let entry = self.entry(DocId { kind: Kind::Agency, plan: None, at }, None);
        entry.agencies.push(at);
        entry.both(Role::Title, &agency.name);
        if agency.short != agency.name {
            entry.both(Role::Short, &agency.short);
        }
        let kin = data.agencies.iter().filter(|other| other.id != agency.id);
        for other in kin.filter(|other| became(data, agency, &other.id) || became(data, other, &agency.id)) {
            entry.both(Role::Renamed, &other.name);
        }
    }

    /// Says that the last entry concerns an agency, if there is one of this id.
    fn concerns(&mut self, id: &'a AgencyId) {
        let place = self.places.number(Cow::Borrowed(id.as_str()));
        if let Some(agency) = self.data.agencies.get(place as usize) {
            let entry = self.last();
            entry.agencies.push(place);
            entry.both(Role::Name, &agency.name);
        }
    }

    fn last(&mut self) -> &mut Entry<'a> {
        let last = self.entries.len() - 1;
        &mut self.entries[last]
    }
}

/// Whether an agency became another, at once or over others in between.
fn became(data: &DataSet, agency: &Agency, later: &AgencyId) -> bool {
    let mut next = agency.successor.as_ref();
    for _ in 0..data.agencies.len() {
        match next {
            Some(id) if id == later => return true,
            Some(id) => next = data.agency(id).and_then(|agency| agency.successor.as_ref()),
            None => return false,
        }
    }
    false
}

impl<'a> Entry<'a> {
    fn push(&mut self, role: Role, lang: Option<Lang>, text: &'a str) {
        self.fields.push(Field { role, lang, text: Cow::Borrowed(text) });
    }

    fn own(&mut self, role: Role, lang: Option<Lang>, text: String) {
        self.fields.push(Field { role, lang, text: Cow::Owned(text) });
    }

    fn both(&mut self, role: Role, text: &'a Text) {
        if text.vi == text.en {
            return self.push(role, None, &text.vi);
        }
        self.push(role, Some(Lang::Vi), &text.vi);
        self.push(role, Some(Lang::En), &text.en);
    }

    fn note(&mut self, note: &'a Option<Text>) {
        if let Some(note) = note {
            self.both(Role::Note, note);
        }
    }

    fn clause(&mut self, clause: &'a ClausePath) {
        if clause.is_clause() {
            self.push(Role::Clause, None, clause.as_str());
        }
    }

    fn years(&mut self) {
        if let Some((first, last)) = self.years {
            let text = if first == last { first.to_string() } else { format!("{first}–{last}") };
            self.own(Role::Years, None, text);
        }
    }
}

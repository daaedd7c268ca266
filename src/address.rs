//! The address of every state: the part of the link behind `#`.
//!
//! One codec reads and writes it. Reading never fails: what cannot be read is left at its default
//! and reported, so that an old or broken link opens the nearest thing and says so. Defaults are
//! left out in writing. Links once published keep working; a form that changes gets a reading of
//! its old form here.

mod query;
mod resolve;

pub use resolve::resolve;

use crate::i18n::Lang;
use crate::list::List;
use crate::matrix::{self, Axis, Key};
use crate::model::{AgencyId, GroupId, IndicatorId, PlanId, RecordId, Role};
use crate::search::Kind;
use crate::timeline::{Filter, LaneOrder, Lanes, Open, RowOrder, Span};
use query::{Reader, Writer};

/// A state of the app.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Address {
    /// The language of the interface.
    pub lang: Lang,
    /// What is shown.
    pub view: View,
}

/// What is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum View {
    /// What the plans are, how they follow each other, the few figures that matter.
    #[default]
    Overview,
    /// The list of plans.
    Plans,
    /// One plan by clause.
    Plan {
        /// Which.
        plan: PlanId,
        /// Only one kind of record; none is all.
        part: Option<Part>,
    },
    /// One record of a plan.
    Record {
        /// Its plan.
        plan: PlanId,
        /// Which.
        record: RecordId,
    },
    /// Tasks in time.
    Timeline(TimelineState),
    /// The matrix of agencies.
    Agencies(AgenciesState),
    /// One agency.
    Agency {
        /// Which.
        agency: AgencyId,
    },
    /// Plans side by side.
    Compare(CompareState),
    /// The list of indicators.
    Indicators,
    /// One indicator through the plans, with outcomes.
    Indicator {
        /// Which.
        indicator: IndicatorId,
    },
    /// What words find.
    Search(SearchState),
    /// A document that the reader brings.
    Import,
    /// Sources, downloads, how to cite.
    Data,
}

/// A kind of record of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Qualitative aims.
    Objectives,
    /// Quantified aims.
    Targets,
    /// What is to be done.
    Tasks,
    /// What else binds, and the money.
    Provisions,
    /// Faults of the text.
    Defects,
}

impl Part {
    /// All, in the order of display.
    pub const ALL: [Self; 5] = [Self::Objectives, Self::Targets, Self::Tasks, Self::Provisions, Self::Defects];

    /// The name used in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Objectives => "objectives",
            Self::Targets => "targets",
            Self::Tasks => "tasks",
            Self::Provisions => "provisions",
            Self::Defects => "defects",
        }
    }

    /// The value with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.id() == id)
    }
}

/// The timeline's state.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TimelineState {
    /// Which tasks.
    pub filter: Filter,
    /// What the lanes stand for.
    pub lanes: Lanes,
    /// As a table instead of a drawing.
    pub table: bool,
    /// How lanes follow each other.
    pub order: LaneOrder,
    /// How the tasks of a lane follow each other.
    pub rows: RowOrder,
    /// The months in sight; none is all of them.
    pub span: Option<Span>,
    /// Which lanes stand open.
    pub open: Open,
}

/// The agency matrix's state.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AgenciesState {
    /// What is counted, and how.
    pub settings: matrix::Settings,
    /// The cell whose tasks are listed beside it: the keys of its row and of its column (none: the row's total).
    pub cell: Option<(Key, Option<Key>)>,
}

/// The search's state.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SearchState {
    /// As typed.
    pub words: String,
    /// Only this kind of record; none is all.
    pub kind: Option<Kind>,
    /// Only records of this plan.
    pub plan: Option<PlanId>,
    /// Only records that concern this agency.
    pub agency: Option<AgencyId>,
    /// Only records whose years include this one.
    pub year: Option<i32>,
    /// All results instead of the first ones.
    pub all: bool,
}

/// The comparison's state.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CompareState {
    /// What is judged against; none is the view's own choice.
    pub baseline: Option<PlanId>,
    /// What is judged; empty is the view's own choice.
    pub plans: Vec<PlanId>,
    /// Only this group of indicators.
    pub group: Option<GroupId>,
    /// Only indicators on which some plan differs from the baseline.
    pub differences: bool,
    /// By what stands out most instead of by group.
    pub by_verdict: bool,
    /// The cell whose rule is shown: a plan and an indicator.
    pub cell: Option<(PlanId, IndicatorId)>,
}

/// What could not be read of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// No view has this name.
    View(String),
    /// No plan, record, agency or indicator has this id.
    Id(String),
    /// No setting has this name, or not with this value: `lanes=colour`.
    Setting(String),
}

impl Address {
    /// Reads what stands behind `#` (with or without it).
    pub fn read(hash: &str) -> (Self, Vec<Unread>) {
        let hash = hash.trim_start_matches('#').trim_start_matches('/');
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let mut query = Reader::new(query);
        let steps: Vec<String> = path.split('/').filter(|step| !step.is_empty()).map(query::decode).list();
        let steps: Vec<&str> = steps.iter().map(String::as_str).list();
        let lang = query.one("lang", Lang::from_tag).unwrap_or_default();
        let mut unread = Vec::new();
        let view = match steps[..] {
            [] => View::Overview,
            ["plans"] => View::Plans,
            ["plan", plan] => View::Plan { plan: plan.into(), part: query.one("part", Part::from_id) },
            ["plan", plan, record] => View::Record { plan: plan.into(), record: record.into() },
            ["timeline"] => View::Timeline(read_timeline(&mut query)),
            ["agencies"] => View::Agencies(read_agencies(&mut query)),
            ["agency", agency] => View::Agency { agency: agency.into() },
            ["compare"] => View::Compare(read_compare(&mut query)),
            ["indicators"] => View::Indicators,
            ["indicator", indicator] => View::Indicator { indicator: indicator.into() },
            ["search"] => View::Search(SearchState {
                words: query.one("words", |words| Some(words.to_owned())).unwrap_or_default(),
                kind: query.one("kind", Kind::from_id),
                plan: query.one("plan", |id| Some(id.into())),
                agency: query.one("agency", |id| Some(id.into())),
                year: query.one("year", year),
                all: query.one("all", yes).unwrap_or_default(),
            }),
            ["import"] => View::Import,
            ["data"] => View::Data,
            _ => {
                unread.push(Unread::View(path.to_owned()));
                View::Overview
            }
        };
        if unread.is_empty() {
            unread.extend(query.unread().map(Unread::Setting));
        }
        (Self { lang, view }, unread)
    }

    /// The address with its `#`.
    pub fn write(&self) -> String {
        written(self.lang, &self.view)
    }

    /// The same state's address with another view.
    pub fn to(&self, view: View) -> Self {
        Self { lang: self.lang, view }
    }
}

/// The address of a view in a language, with its `#`.
pub fn written(lang: Lang, view: &View) -> String {
    let mut query = Writer::default();
    let path = match view {
        View::Overview => String::new(),
        View::Plans => "plans".to_owned(),
        View::Plan { plan, part } => {
            query.add("part", part.map(Part::id));
            ["plan/", plan.as_str()].concat()
        }
        View::Record { plan, record } => ["plan/", plan.as_str(), "/", record.as_str()].concat(),
        View::Timeline(state) => {
            write_timeline(state, &mut query);
            "timeline".to_owned()
        }
        View::Agencies(state) => {
            write_agencies(state, &mut query);
            "agencies".to_owned()
        }
        View::Agency { agency } => ["agency/", agency.as_str()].concat(),
        View::Compare(state) => {
            write_compare(state, &mut query);
            "compare".to_owned()
        }
        View::Indicators => "indicators".to_owned(),
        View::Indicator { indicator } => ["indicator/", indicator.as_str()].concat(),
        View::Search(SearchState { words, kind, plan, agency, year, all }) => {
            query.add("words", (!words.is_empty()).then_some(words.as_str()));
            query.add("kind", kind.map(Kind::id));
            query.add("plan", plan.as_ref().map(PlanId::as_str));
            query.add("agency", agency.as_ref().map(AgencyId::as_str));
            query.add("year", year.map(|year| year.to_string()).as_deref());
            query.add("all", all.then_some("1"));
            "search".to_owned()
        }
        View::Import => "import".to_owned(),
        View::Data => "data".to_owned(),
    };
    query.add("lang", (lang != Lang::default()).then(|| lang.tag()));
    ["#/", &path, &query.finish()].concat()
}

/// What stands in an [`open`] address where a value goes; elsewhere in one it is encoded.
const OPEN: &str = "*";

/// The address of a view in which this setting is open to be filled; the view has some value for it.
pub fn open(lang: Lang, view: &View, setting: &str) -> String {
    let address = written(lang, view);
    let start = address.find(&["&", setting, "="].concat()).or_else(|| address.find(&["?", setting, "="].concat()));
    let Some(start) = start.map(|start| start + setting.len() + 2) else { return address };
    let rest = address[start..].split_once('&').map_or(String::new(), |(_, rest)| format!("&{rest}"));
    [&address[..start], OPEN, &rest].concat()
}

/// An open address with a value in it.
pub fn filled(open: &str, value: &str) -> String {
    let (before, after) = open.split_once(OPEN).unwrap_or((open, ""));
    let mut address = before.to_owned();
    query::encode(value, &mut address);
    address + after
}

fn role_from_id(id: &str) -> Option<Role> {
    [Role::Lead, Role::Coordinate].into_iter().find(|role| role.id() == id)
}

/// A year that a plan could name.
fn year(text: &str) -> Option<i32> {
    text.parse().ok().filter(|year| (1990..=2100).contains(year))
}

fn yes(text: &str) -> Option<bool> {
    (text == "1").then_some(true)
}

fn read_timeline(query: &mut Reader) -> TimelineState {
    TimelineState {
        filter: Filter {
            plans: query.many("plans"),
            agency: query.one("agency", |id| Some(id.into())),
            role: query.one("role", role_from_id),
            group: query.one("group", |id| Some(id.into())),
            from: query.one("from", year),
            to: query.one("to", year),
        },
        lanes: query.one("lanes", Lanes::from_id).unwrap_or_default(),
        table: query.one("table", yes).unwrap_or_default(),
        order: query.one("order", LaneOrder::from_id).unwrap_or_default(),
        rows: query.one("rows", RowOrder::from_id).unwrap_or_default(),
        span: query.one("span", Span::read),
        open: Open {
            all: query.one("open", |open| Some(open == "all").filter(|all| *all || open == "none")),
            but: query.one("but", |keys| Some(keys.split(',').map(lane_key).list())).unwrap_or_default(),
        },
    }
}

/// A lane's key in an address: that of the tasks without an agency or a year is empty.
fn lane_key(written: &str) -> String {
    if written == ALL { String::new() } else { written.to_owned() }
}

fn write_timeline(state: &TimelineState, query: &mut Writer) {
    let TimelineState { filter, lanes, table, order, rows, span, open } = state;
    let Filter { plans, agency, role, group, from, to } = filter;
    query.list("plans", plans.iter().map(PlanId::as_str));
    query.add("agency", agency.as_ref().map(AgencyId::as_str));
    query.add("role", role.map(Role::id));
    query.add("group", group.as_ref().map(GroupId::as_str));
    query.add("from", from.map(|year| year.to_string()).as_deref());
    query.add("to", to.map(|year| year.to_string()).as_deref());
    query.add("lanes", (*lanes != Lanes::default()).then(|| lanes.id()));
    query.add("table", table.then_some("1"));
    query.add("order", (*order != LaneOrder::default()).then(|| order.id()));
    query.add("rows", (*rows != RowOrder::default()).then(|| rows.id()));
    query.add("span", span.map(Span::write).as_deref());
    query.add("open", open.all.map(|all| if all { "all" } else { "none" }));
    query.list("but", open.but.iter().map(|key| if key.is_empty() { ALL } else { key }));
}

/// Stands in an address for "all columns" of a cell, for its row without a lead, and for the lane without a key.
const ALL: &str = "_";

fn read_agencies(query: &mut Reader) -> AgenciesState {
    let rows = query.one("rows", |id| Axis::from_id(id).filter(|axis| *axis != Axis::With)).unwrap_or(Axis::Agency);
    let columns = query.one("columns", |id| Axis::from_id(id).filter(|columns| rows.goes_with(*columns)));
    AgenciesState {
        settings: matrix::Settings {
            plans: query.many("plans"),
            rows,
            columns: columns.unwrap_or(rows.usual_columns()),
            order: query.one("order", matrix::Order::from_id).unwrap_or_default(),
            today: query.one("today", yes).unwrap_or_default(),
        },
        cell: query.one("cell", |cell| {
            let (row, column) = cell.split_once('~')?;
            let row = if row == ALL { matrix::NO_LEAD } else { row.into() };
            Some((row, (column != ALL).then(|| column.into())))
        }),
    }
}

fn write_agencies(state: &AgenciesState, query: &mut Writer) {
    let AgenciesState { settings: matrix::Settings { plans, rows, columns, order, today }, cell } = state;
    query.list("plans", plans.iter().map(PlanId::as_str));
    query.add("rows", (*rows != Axis::Agency).then(|| rows.id()));
    query.add("columns", (*columns != rows.usual_columns()).then(|| columns.id()));
    query.add("order", (*order != matrix::Order::default()).then(|| order.id()));
    query.add("today", today.then_some("1"));
    let cell = cell.map(|(row, column)| {
        let row = if row == matrix::NO_LEAD { ALL } else { row.0 };
        format!("{row}~{}", column.map_or(ALL, |key| key.0))
    });
    query.add("cell", cell.as_deref());
}

fn read_compare(query: &mut Reader) -> CompareState {
    CompareState {
        baseline: query.one("baseline", |id| Some(id.into())),
        plans: query.many("plans"),
        group: query.one("group", |id| Some(id.into())),
        differences: query.one("differences", yes).unwrap_or_default(),
        by_verdict: query.one("order", |order| (order == "verdict").then_some(true)).unwrap_or_default(),
        cell: query.one("cell", |cell| {
            let (plan, indicator) = cell.split_once('~')?;
            Some((plan.into(), indicator.into()))
        }),
    }
}

fn write_compare(state: &CompareState, query: &mut Writer) {
    let CompareState { baseline, plans, group, differences, by_verdict, cell } = state;
    query.add("baseline", baseline.as_ref().map(PlanId::as_str));
    query.list("plans", plans.iter().map(PlanId::as_str));
    query.add("group", group.as_ref().map(GroupId::as_str));
    query.add("differences", differences.then_some("1"));
    query.add("order", by_verdict.then_some("verdict"));
    query.add("cell", cell.as_ref().map(|(plan, indicator)| format!("{plan}~{indicator}")).as_deref());
}

#[cfg(test)]
mod tests;

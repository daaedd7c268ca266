//! A view's records as tables of typed cells.
//!
//! Each comes from the domain function that the view itself draws, with the settings of the address, so that a file
//! holds what the screen shows. It knows nothing of how a table is written.

mod agencies;
mod columns;
mod compare;
mod figures;
mod records;
mod search;
mod tasks;

use self::columns::{Item, Spec};
use super::Origin;
use crate::address::{Address, Part, View, written};
use crate::borders;
use crate::cite::{citation, clause};
use crate::dataset::DataSet;
use crate::i18n::{Lang, date};
use crate::list::List;
use crate::model::{AgencyId, BaseId, ClausePath, FlagId, Outcome, Plan, RecordId};

/// What a column's cells are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// Figures to count with.
    Number,
    /// Years and counts: whole figures without signs between thousands.
    Whole,
    /// Days.
    Date,
    /// Where to go on reading.
    Address,
}

impl Kind {
    /// The name used in JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Whole => "integer",
            Self::Date => "date",
            Self::Address => "address",
        }
    }
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name for programs.
    pub key: String,
    /// Its heading.
    pub label: String,
    /// What its cells are.
    pub kind: Kind,
    /// How wide it is, in letters.
    pub width: u8,
}

/// A cell. That there is nothing in it is never nought.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing stated.
    Nothing,
    /// Words.
    Text(String),
    /// A figure.
    Number(f64),
    /// A day, `yyyy-mm-dd`; a month or year where no more is known.
    Date(String),
    /// An address on the net, or behind `#` of the single file.
    Address(String),
}

/// Called from so many places that inlined they would be half of this module's code.
impl Cell {
    /// Words; nothing where there are none.
    #[inline(never)]
    pub(super) fn text(words: &str) -> Self {
        Self::owned(words.to_owned())
    }

    #[inline(never)]
    fn owned(words: String) -> Self {
        if words.is_empty() { Self::Nothing } else { Self::Text(words) }
    }

    #[inline(never)]
    fn maybe(words: Option<&str>) -> Self {
        words.map_or(Self::Nothing, Self::text)
    }

    #[inline(never)]
    fn figure(value: Option<f64>) -> Self {
        value.map_or(Self::Nothing, Self::Number)
    }

    #[inline(never)]
    fn year(year: Option<i32>) -> Self {
        Self::figure(year.map(f64::from))
    }

    /// How many; no table has so many that a float would miscount them.
    #[expect(clippy::cast_precision_loss, reason = "said above")]
    fn count(n: usize) -> Self {
        Self::Number(n as f64)
    }
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it holds, in a few words: a workbook names its sheet so.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, a cell a column.
    pub rows: Vec<Vec<Cell>>,
}

/// What figures come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The plan or publisher.
    pub name: String,
    /// The document.
    pub document: String,
    /// Where it can be read.
    pub addresses: Vec<String>,
}

impl Source {
    /// In one line.
    pub fn line(&self) -> String {
        let mut line = [self.name.as_str(), self.document.as_str()].join(": ");
        for address in &self.addresses {
            line.push_str(", ");
            line.push_str(address);
        }
        line
    }
}

/// All that a file of a view holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its language.
    pub lang: Lang,
    /// What it is.
    pub title: String,
    /// What is chosen, a line each.
    pub about: Vec<String>,
    /// Its tables, the foremost first.
    pub tables: Vec<Table>,
    /// What it rests on.
    pub sources: Vec<Source>,
    /// How to cite it.
    pub citation: String,
    /// What opens it again.
    pub address: String,
    /// The day it was made, `yyyy-mm-dd`.
    pub made: String,
}

impl Sheet {
    /// What a file says of itself, each with its label.
    pub fn colophon(&self) -> Vec<(&'static str, String)> {
        let lang = self.lang;
        let mut lines = vec![(lang.export_title(), self.title.clone())];
        lines.extend(self.about.iter().map(|line| (lang.export_chosen(), line.clone())));
        lines.push((lang.export_citation(), self.citation.clone()));
        lines.push((lang.export_address(), self.address.clone()));
        lines.push((lang.export_made(), date(&self.made, lang)));
        lines
    }
}

/// The tables of an address; none where its view shows no records. Ids in it are known to the data: it was resolved.
pub fn sheet(data: &DataSet, address: &Address, origin: &Origin<'_>) -> Option<Sheet> {
    let maker = Maker { data, lang: address.lang, base: origin.base };
    let filled = match &address.view {
        View::Overview => figures::overview(maker),
        View::Plans => records::plans(maker),
        View::Plan { plan, part } => records::plan(maker, data.plan(plan)?, *part),
        View::Record { plan, record } => records::record(maker, data.plan(plan)?, record)?,
        View::Timeline(state) => tasks::timeline(maker, state),
        View::Agencies(state) => agencies::matrix(maker, state),
        View::Agency { agency } => agencies::agency(maker, data.agency(agency)?),
        View::Compare(state) => compare::compare(maker, state)?,
        View::Indicators => figures::indicators(maker),
        View::Indicator { indicator } => figures::indicator(maker, data.indicator(indicator)?),
        View::Search(state) => search::search(maker, state),
        View::Import | View::Data => return None,
    };
    let reopen = maker.at(&address.view);
    let made = origin.day.to_owned();
    let citation = match &address.view {
        View::Plan { plan, .. } => citation(data, data.plan(plan)?, None, maker.lang, &reopen),
        View::Record { plan, record } => {
            let plan = data.plan(plan)?;
            citation(data, plan, plan.record(record), maker.lang, &reopen)
        }
        _ => maker.lang.export_cited(&filled.title, &made, &reopen),
    };
    let Filled { title, about, tables, plans, outcomes } = filled;
    let sources = maker.sources(&plans, &outcomes);
    Some(Sheet { lang: maker.lang, title, about, tables, sources, citation, address: reopen, made })
}

/// What a view's builder gives: the rest follows from it.
struct Filled<'a> {
    title: String,
    about: Vec<String>,
    tables: Vec<Table>,
    /// The plans that its records are of.
    plans: Vec<&'a Plan>,
    /// The results that it shows.
    outcomes: Vec<&'a Outcome>,
}

/// What every builder is given.
#[derive(Clone, Copy)]
struct Maker<'a> {
    data: &'a DataSet,
    lang: Lang,
    base: &'a str,
}

impl<'a> Maker<'a> {
    /// The address of a view as a cell.
    #[inline(never)]
    #[expect(clippy::needless_pass_by_value, reason = "views are made to be linked to, and dropped here once")]
    fn address(self, view: View) -> Cell {
        Cell::Address(self.at(&view))
    }

    /// The whole address of a view.
    fn at(self, view: &View) -> String {
        format!("{}{}", self.base, written(self.lang, view))
    }

    fn record(self, plan: &Plan, record: &RecordId) -> Cell {
        self.address(View::Record { plan: plan.id, record: *record })
    }

    fn clause(self, path: &ClausePath) -> Cell {
        if path.is_clause() || path.as_str() == ClausePath::PRESS {
            Cell::owned(clause(path, self.lang))
        } else {
            Cell::text(self.lang.plan_whole_text())
        }
    }

    /// The names of flags.
    fn flags(self, flags: &[FlagId]) -> Cell {
        let names = flags.iter().filter_map(|id| self.data.flag(id)).map(|flag| flag.name.get(self.lang)).list();
        Cell::owned(names.join("; "))
    }

    /// Agencies by their names. Some have commas in them.
    fn agencies(self, ids: &[AgencyId]) -> String {
        let names = ids.iter().filter_map(|id| self.data.agency(id)).map(|agency| agency.name.get(self.lang)).list();
        names.join("; ")
    }

    fn base_name(self, base: Option<&BaseId>) -> Cell {
        Cell::maybe(base.and_then(|id| self.data.base(id)).map(|base| base.name.get(self.lang)))
    }

    /// A table of these items, a column each specification.
    fn table(self, name: &str, specs: &[Spec], items: &[(&Plan, Item<'_>)]) -> Table {
        let columns = specs.iter().map(|(key, label, kind, width, _)| column(key, label(self.lang), *kind, *width));
        let rows = items.iter().map(|(plan, item)| specs.iter().map(|(.., cell)| cell(self, plan, *item)).list());
        Table { name: name.to_owned(), columns: columns.list(), rows: rows.list() }
    }

    /// Documents and publishers, each once.
    fn sources(self, plans: &[&Plan], outcomes: &[&Outcome]) -> Vec<Source> {
        let mut sources: Vec<Source> = Vec::new();
        let mut add = |source: Source| {
            if !sources.contains(&source) {
                sources.push(source);
            }
        };
        for plan in plans {
            add(Source {
                name: plan.title.get(self.lang).to_owned(),
                document: self.document(plan),
                addresses: plan.addresses.clone(),
            });
        }
        for outcome in outcomes {
            add(Source {
                name: outcome.publisher.clone(),
                document: outcome.document.clone(),
                addresses: outcome.address.iter().cloned().list(),
            });
        }
        sources
    }

    /// A plan's document, and what changes of the map mean for its figures.
    fn document(self, plan: &Plan) -> String {
        let mut line = format!("{} ({})", self.lang.document(plan), self.lang.basis(plan.basis));
        if let Some(borders) = borders::sentence(self.data, plan, self.lang) {
            line.push_str(". ");
            line.push_str(&borders);
        }
        line
    }

    /// The plans that some records are of, each once, in the order of the data.
    fn plans_of(self, named: &[&Plan]) -> Vec<&'a Plan> {
        let mut ids = named.iter().map(|plan| plan.id).list();
        ids.dedup();
        self.data.plans.iter().filter(|plan| ids.contains(&plan.id)).list()
    }

    /// What is chosen of something: nothing where all is.
    fn chosen(self, label: &str, names: &[&str]) -> Option<String> {
        (!names.is_empty()).then(|| format!("{label}: {}", names.join("; ")))
    }
}

/// Columns whose keys and headings are known beforehand.
#[inline(never)]
fn columns_of(columns: &[(&str, &str, Kind, u8)]) -> Vec<Column> {
    columns.iter().map(|(key, label, kind, width)| column(key, label, *kind, *width)).list()
}

#[inline(never)]
fn column(key: &str, label: &str, kind: Kind, width: u8) -> Column {
    Column { key: key.to_owned(), label: label.to_owned(), kind, width }
}

/// The part of a plan, as its page names it.
const fn part_name(lang: Lang, part: Part) -> &'static str {
    match part {
        Part::Objectives => lang.plan_objectives(),
        Part::Targets => lang.plan_targets(),
        Part::Tasks => lang.plan_tasks(),
        Part::Provisions => lang.plan_provisions(),
        Part::Defects => lang.plan_defects(),
    }
}

#[cfg(test)]
mod tests;

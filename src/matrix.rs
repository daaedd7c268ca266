//! Who does how much of what, as a table of any two of agency, solution group, plan, year and role; or of those who
//! lead by those who coordinate with them.

mod portfolio;

pub use portfolio::{ByPlan, Partner, Portfolio, is_measured, plans_unseen, portfolio, predecessors};

use crate::dataset::DataSet;
use crate::i18n::Lang;
use crate::list::List;
pub use crate::model::Key;
use crate::model::{Agency, AgencyId, Plan, PlanId, Province, Role, Task};
use crate::sort;
use crate::text::fold;
use std::cmp::Reverse;

/// So many of those who lead most are named where not all are.
pub const LEADERS: usize = 8;

/// The key of the tasks that name no lead.
pub const NO_LEAD: Key = Key("_none");
/// The key of the tasks that several agencies lead.
pub const SEVERAL_LEADS: Key = Key("_several");
/// The key of the tasks that only an unnamed collective leads.
pub const COLLECTIVE_LEAD: Key = Key("_collective");
/// The key of all that was counted, each task once.
pub const EVERYONE: Key = Key("_all");

/// Whose tasks a list can show beside those of the rows.
pub const BESIDE: [Key; 4] = [NO_LEAD, SEVERAL_LEADS, COLLECTIVE_LEAD, EVERYONE];

/// What rows or columns stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Axis {
    /// Who leads or coordinates; last those tasks that name no lead.
    Agency,
    /// Solution groups.
    Group,
    /// Plans.
    Plan,
    /// Years. A task stands in each of its years, one without years in none.
    Year,
    /// Leading and coordinating, and that no lead is named. A task stands in each role that it names somebody for.
    Role,
    /// Who coordinates, in columns only. The rows are those who lead, and a task stands with each who coordinates it.
    With,
}

impl Axis {
    /// All, and last the one that only columns can stand for.
    pub const ALL: [Self; 6] = [Self::Agency, Self::Group, Self::Plan, Self::Year, Self::Role, Self::With];

    /// The name used in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Agency => "agency",
            Self::Group => "group",
            Self::Plan => "plan",
            Self::Year => "year",
            Self::Role => "role",
            Self::With => "with",
        }
    }

    /// The value with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|axis| axis.id() == id)
    }

    /// Whether rows of this can have columns of that.
    pub fn goes_with(self, columns: Self) -> bool {
        self != columns && self != Self::With && (columns != Self::With || self == Self::Agency)
    }

    /// What the columns stand for where nothing else is chosen.
    pub fn usual_columns(self) -> Self {
        if self == Self::Group { Self::Agency } else { Self::Group }
    }
}

/// The order of the agencies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Order {
    /// Who leads most first.
    #[default]
    Lead,
    /// Who has most tasks of either role first.
    Total,
    /// By name.
    Name,
}

impl Order {
    /// All.
    pub const ALL: [Self; 3] = [Self::Lead, Self::Total, Self::Name];

    /// The name used in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Total => "total",
            Self::Name => "name",
        }
    }

    /// The value with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.id() == id)
    }
}

/// What to count, and how to show it. Rows [go with](Axis::goes_with) columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Only these plans; empty is all.
    pub plans: Vec<PlanId>,
    /// What the rows stand for.
    pub rows: Axis,
    /// What the columns stand for.
    pub columns: Axis,
    /// The order of the agencies.
    pub order: Order,
    /// Today's agencies in place of those they succeeded.
    pub today: bool,
}

impl Default for Settings {
    fn default() -> Self {
        let rows = Axis::Agency;
        Self { plans: Vec::new(), rows, columns: rows.usual_columns(), order: Order::Lead, today: false }
    }
}

impl Settings {
    /// Whether rows or columns say who does what.
    pub fn names_agencies(&self) -> bool {
        [self.rows, self.columns].iter().any(|axis| matches!(axis, Axis::Agency | Axis::With | Axis::Role))
    }

    /// The same settings with a plan taken in or left out. From all plans it is that plan alone;
    /// all plans that have tasks are all again.
    pub fn toggled(&self, data: &DataSet, plan: &PlanId) -> Self {
        let kept = |id: &PlanId| self.plans.contains(id) != (id == plan);
        let mut plans: Vec<_> = plans_with_tasks(data).map(|p| p.id).list();
        let all = plans.len();
        plans.retain(kept);
        if plans.len() == all {
            plans.clear();
        }
        Self { plans, ..self.clone() }
    }

    /// The same settings with other rows, or other columns. Where the two would not go together, the other side takes
    /// what was here before, so that choosing the other side's turns the table.
    pub fn turned(&self, columns: bool, axis: Axis) -> Self {
        let (kept, turned) = if columns { (self.rows, self.columns) } else { (self.columns, self.rows) };
        // The last two stand for where only agencies will do, and where it was they.
        let pairs = [kept, turned, Axis::Agency, Axis::Group].map(|o| if columns { (o, axis) } else { (axis, o) });
        let pair = pairs.into_iter().find(|(rows, columns)| rows.goes_with(*columns));
        let (rows, columns) = pair.unwrap_or((self.rows, self.columns));
        Self { rows, columns, ..self.clone() }
    }

    /// The agency whose tasks a cell counts, apart by its role; none where a cell counts tasks, whoever's they are.
    pub fn agency_of(&self, row: Key, column: Option<Key>) -> Option<AgencyId> {
        let of = |axis, key: Key| (axis == Axis::Agency && !BESIDE.contains(&key)).then_some(AgencyId(key.0));
        of(self.rows, row).or_else(|| of(self.columns, column?))
    }
}

/// The plans that have a task to count, in their order. Of a plan known from the press none is known.
pub fn plans_with_tasks(data: &DataSet) -> impl Iterator<Item = &Plan> {
    data.plans.iter().filter(|plan| plan.tasks.iter().any(Task::is_commitment))
}

/// Tasks of one row in one column.
#[derive(Debug, Clone, Default)]
pub struct Cell<'a> {
    /// Those that the cell's agency leads. Of a cell that is no single agency's: all.
    pub lead: Vec<(&'a Plan, &'a Task)>,
    /// Those it coordinates.
    pub coordinate: Vec<(&'a Plan, &'a Task)>,
}

impl<'a> Cell<'a> {
    /// Adds a task, if it is not the one added last: a task comes with all its agencies one after another.
    fn add(&mut self, role: Role, task: (&'a Plan, &'a Task)) {
        let list = match role {
            Role::Lead => &mut self.lead,
            Role::Coordinate => &mut self.coordinate,
        };
        if list.last().is_none_or(|(_, last)| !std::ptr::eq(*last, task.1)) {
            list.push(task);
        }
    }

    /// Tasks of either role.
    pub fn total(&self) -> usize {
        self.lead.len() + self.coordinate.len()
    }

    /// Tasks of which it cannot be read for certain that the agency has this role in them.
    pub fn uncertain(&self, role: Role) -> usize {
        let (tasks, flag) = match role {
            Role::Lead => (&self.lead, "lead_uncertain"),
            Role::Coordinate => (&self.coordinate, "coordination_uncertain"),
        };
        tasks.iter().filter(|(_, task)| task.has_flag(flag)).count()
    }
}

/// One row.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// What it stands for, or one of [`BESIDE`].
    pub key: Key,
    /// The agency, where rows stand for agencies.
    pub agency: Option<&'a Agency>,
    /// One cell a column.
    pub cells: Vec<Cell<'a>>,
    /// All its tasks, each once.
    pub total: Cell<'a>,
}

impl<'a> Row<'a> {
    fn new(key: Key, columns: usize) -> Self {
        Self { key, agency: None, cells: vec![Cell::default(); columns], total: Cell::default() }
    }
}

/// The whole table.
#[derive(Debug, Clone)]
pub struct Matrix<'a> {
    /// What the columns stand for.
    pub columns: Vec<Key>,
    /// The rows; last the tasks without a lead, where rows stand for agencies or roles and there are any.
    pub rows: Vec<Row<'a>>,
    /// Tasks that several agencies lead.
    pub several_leads: usize,
    /// Tasks that only an unnamed collective leads.
    pub collective_lead: usize,
    /// Tasks that nobody leads.
    pub no_lead: usize,
    /// All tasks counted.
    pub tasks: usize,
    /// What was not counted: a draft's blanks and drafting instructions.
    pub blanks: usize,
    /// The rows of [`BESIDE`], in that order.
    beside: [Row<'a>; 4],
}

impl<'a> Matrix<'a> {
    /// Every task once, by column: the bottom line.
    pub fn everyone(&self) -> &Row<'a> {
        &self.beside[3]
    }

    /// The rows that have most tasks, all of them where several have as many: of agencies those that lead most, and
    /// none where no agency leads.
    pub fn leaders(&self, rows: Axis) -> Vec<&Row<'a>> {
        let leads = |row: &Row<'_>| if (rows, row.key) == (Axis::Agency, NO_LEAD) { 0 } else { row.total.lead.len() };
        let most = self.rows.iter().map(leads).max().unwrap_or(0);
        self.rows.iter().filter(|row| most > 0 && leads(row) == most).list()
    }

    /// The tasks of a row in one column, or in all of them; none where there is no such row or column.
    pub fn cell(&self, row: Key, column: Option<Key>) -> Option<&Cell<'a>> {
        let row = self.rows.iter().chain(&self.beside).find(|r| r.key == row)?;
        match column {
            None => Some(&row.total),
            Some(column) => row.cells.get(self.columns.iter().position(|c| *c == column)?),
        }
    }
}

/// A task as one of those who have a part in it sees it.
struct Part<'a> {
    task: (&'a Plan, &'a Task),
    /// The agency, or that no lead is named.
    who: Key,
    role: Role,
    /// Who coordinates the task.
    with: Vec<Key>,
    /// Which rows of [`BESIDE`] it belongs to.
    beside: [bool; 4],
}

impl Part<'_> {
    /// What it stands in on an axis, but for that of years.
    fn keys(&self, axis: Axis) -> Vec<Key> {
        let (plan, task) = self.task;
        match axis {
            Axis::Agency => vec![self.who],
            Axis::Group => vec![Key(task.group.0)],
            Axis::Plan => vec![Key(plan.id.0)],
            Axis::Role => vec![if self.who == NO_LEAD { NO_LEAD } else { Key(self.role.id()) }],
            Axis::With => self.with.clone(),
            Axis::Year => Vec::new(),
        }
    }
}

/// Who has which part in a task, leads first; last that no lead is named.
fn parts<'a>(data: &DataSet, today: bool, task: (&'a Plan, &'a Task)) -> Vec<Part<'a>> {
    // A merged ministry that led and coordinated one task counts once, as its lead.
    let mut seen: Vec<(&Agency, Role)> = Vec::new();
    for (id, role) in task.1.agencies() {
        let Some(agency) = data.agency(id) else { continue };
        let agency = if today { data.agency_today(agency) } else { agency };
        if !seen.iter().any(|(a, _)| a.id == agency.id) {
            seen.push((agency, role));
        }
    }
    let of = |role| seen.iter().filter(move |(_, r)| *r == role).map(|(agency, _)| *agency);
    let leads = of(Role::Lead).count();
    let beside = [leads == 0, leads > 1, leads > 0 && of(Role::Lead).all(|agency| agency.collective), true];
    let with = || of(Role::Coordinate).map(|agency| Key(agency.id.0)).list();
    let nobody = (leads == 0).then_some((NO_LEAD, Role::Lead));
    let who = seen.iter().map(|(agency, role)| (Key(agency.id.0), *role)).chain(nobody);
    who.map(|(who, role)| Part { task, who, role, with: with(), beside }).list()
}

/// The rows, or the columns.
struct Side {
    /// Those that have a task, in their order.
    keys: Vec<Key>,
    /// For each part the places of those that it stands in.
    of: Vec<Vec<usize>>,
}

impl Side {
    fn new(data: &DataSet, settings: &Settings, axis: Axis, parts: &[Part<'_>]) -> Self {
        let mut keys: Vec<Key> = match axis {
            Axis::Year => return Self::years(parts),
            Axis::Agency | Axis::With => data.agencies.iter().map(|agency| Key(agency.id.0)).list(),
            Axis::Group => data.groups.solution.iter().map(|group| Key(group.id.0)).list(),
            Axis::Plan => data.plans.iter().map(|plan| Key(plan.id.0)).list(),
            Axis::Role => [Role::Lead, Role::Coordinate].into_iter().map(|role| Key(role.id())).list(),
        };
        keys.push(NO_LEAD);
        let mut index = keys.iter().copied().enumerate().list();
        sort::by_key(&mut index, |(_, key)| *key);
        let place = |key: &Key| index.binary_search_by_key(key, |(_, key)| *key).ok().map(|at| index[at].0);
        let mut of = parts.iter().map(|part| part.keys(axis).iter().filter_map(place).list()).list();
        let mut counted = keys.iter().map(|key| (*key, Cell::default())).enumerate().list();
        for (part, places) in parts.iter().zip(&of) {
            for at in places {
                counted[*at].1.1.add(part.role, part.task);
            }
        }
        counted.retain(|(_, (_, cell))| cell.total() > 0);
        if matches!(axis, Axis::Agency | Axis::With) {
            sort::by_key(&mut counted, |(_, (key, cell))| {
                let [lead, total] = match settings.order {
                    Order::Lead => [cell.lead.len(), cell.total()],
                    Order::Total => [cell.total(), 0],
                    Order::Name => [0, 0],
                };
                let name = data.agency(&AgencyId(key.0)).map(|agency| fold(&agency.name.vi));
                (*key == NO_LEAD, Reverse(lead), Reverse(total), name)
            });
        }
        // Where those stand now that had a task.
        let mut now = vec![0; keys.len()];
        counted.iter().enumerate().for_each(|(to, (from, _))| now[*from] = to);
        of.iter_mut().flatten().for_each(|place| *place = now[*place]);
        Self { keys: counted.into_iter().map(|(_, (key, _))| key).list(), of }
    }

    /// A year between others stands there even if it has nothing.
    fn years(parts: &[Part<'_>]) -> Self {
        let first = parts.iter().filter_map(|part| part.task.1.start).min().unwrap_or(0);
        let last = parts.iter().filter_map(|part| part.task.1.end).max().unwrap_or(-1);
        let places = |task: &Task| match task.end {
            Some(end) => (task.start.unwrap_or(first)..=end).map(|year| (year - first) as usize).list(),
            None => Vec::new(),
        };
        Self {
            keys: (first..=last).map(|year| Key::from(year.to_string())).list(),
            of: parts.iter().map(|part| places(part.task.1)).list(),
        }
    }
}

/// The province that an agency is of, where another of these keys has the same short name.
pub fn told_apart<'a>(data: &'a DataSet, keys: &[Key], agency: &Agency, lang: Lang) -> Option<&'a Province> {
    let others = keys.iter().filter_map(|key| data.agency(&AgencyId(key.0))).filter(|other| other.id != agency.id);
    let alike = others.map(|other| other.short.get(lang)).any(|short| short == agency.short.get(lang));
    agency.province.as_ref().filter(|_| alike).and_then(|id| data.province(id))
}

/// Counts the tasks that plans commit to; a draft's blanks and drafting instructions are left out.
pub fn matrix<'a>(data: &'a DataSet, settings: &Settings) -> Matrix<'a> {
    let wanted = |plan: &Plan| settings.plans.is_empty() || settings.plans.contains(&plan.id);
    let (tasks, blanks): (Vec<_>, Vec<_>) =
        data.tasks().filter(|(plan, _)| wanted(plan)).partition(|(_, task)| task.is_commitment());
    let Settings { rows, columns, .. } = *settings;
    let mut parts = tasks.iter().flat_map(|task| parts(data, settings.today, *task)).list();
    // With whom somebody works is asked of those who lead.
    parts.retain(|part| columns != Axis::With || part.role == Role::Lead);
    let [down, across] = [rows, columns].map(|axis| Side::new(data, settings, axis, &parts));
    let mut table = down.keys.iter().map(|key| Row::new(*key, across.keys.len())).list();
    let mut beside = BESIDE.map(|key| Row::new(key, across.keys.len()));
    for ((part, here), places) in parts.iter().zip(&across.of).zip(&down.of) {
        // Where neither side is an agency's, tasks are counted and not roles.
        let role = |of_agency: bool| if of_agency { part.role } else { Role::Lead };
        let add = |row: &mut Row<'a>, of_agency: bool| {
            for at in here {
                row.cells[*at].add(role(of_agency || columns == Axis::Agency), part.task);
            }
            row.total.add(role(of_agency), part.task);
        };
        for place in places {
            add(&mut table[*place], rows == Axis::Agency);
        }
        for (row, _) in beside.iter_mut().zip(part.beside).filter(|(_, belongs)| *belongs) {
            add(row, false);
        }
    }
    if rows == Axis::Agency {
        for row in &mut table {
            row.agency = data.agency(&AgencyId(row.key.0));
        }
    }
    let [no_lead, several_leads, collective_lead, _] = beside.each_ref().map(|row| row.total.total());
    Matrix {
        columns: across.keys,
        rows: table,
        several_leads,
        collective_lead,
        no_lead,
        tasks: tasks.len(),
        blanks: blanks.len(),
        beside,
    }
}

#[cfg(test)]
mod tests;

//! Who does how much of what: agencies by solution group, by plan, by year, or by whom they work with.

mod portfolio;

pub use portfolio::{ByPlan, Partner, Portfolio, is_measured, plans_unseen, portfolio, predecessors};

use crate::dataset::DataSet;
use crate::list::List;
use crate::model::{Agency, AgencyId, Plan, PlanId, Role, Task};
use crate::sort;
use crate::text::fold;

/// So many of those who lead most are named where not all are.
pub const LEADERS: usize = 8;

/// What the columns stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Columns {
    /// Solution groups.
    #[default]
    Group,
    /// Plans.
    Plan,
    /// Years. A task stands in each of its years, one without years in none.
    Year,
    /// Who coordinates. The rows are those who lead, and a task stands with each who coordinates it.
    With,
}

impl Columns {
    /// All.
    pub const ALL: [Self; 4] = [Self::Group, Self::Plan, Self::Year, Self::With];

    /// The name used in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Plan => "plan",
            Self::Year => "year",
            Self::With => "with",
        }
    }

    /// The value with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|columns| columns.id() == id)
    }
}

/// The order of the rows.
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

/// What to count, and how to show it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// Only these plans; empty is all.
    pub plans: Vec<PlanId>,
    /// What the columns stand for.
    pub columns: Columns,
    /// The order of the rows.
    pub order: Order,
    /// Today's agencies in place of those they succeeded.
    pub today: bool,
}

impl Settings {
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
}

/// The plans that have a task to count, in their order. Of a plan known from the press none is known.
pub fn plans_with_tasks(data: &DataSet) -> impl Iterator<Item = &Plan> {
    data.plans.iter().filter(|plan| plan.tasks.iter().any(Task::is_commitment))
}

/// Whose tasks a list shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// An agency's.
    Agency(AgencyId),
    /// Those that name no lead.
    NoLead,
    /// Those that several agencies lead.
    SeveralLeads,
    /// Those that only an unnamed collective leads.
    CollectiveLead,
    /// All that were counted.
    Everyone,
}

impl Subject {
    /// The name used in addresses: an agency's id or a word that is none.
    pub fn id(&self) -> &str {
        match self {
            Self::Agency(agency) => agency.as_str(),
            Self::NoLead => "_",
            Self::SeveralLeads => "_several",
            Self::CollectiveLead => "_collective",
            Self::Everyone => "_all",
        }
    }

    /// The value with this name.
    pub fn from_id(id: &str) -> Self {
        [Self::NoLead, Self::SeveralLeads, Self::CollectiveLead, Self::Everyone]
            .into_iter()
            .find(|subject| subject.id() == id)
            .unwrap_or_else(|| Self::Agency(id.into()))
    }
}

/// Tasks of one agency in one column.
#[derive(Debug, Clone, Default)]
pub struct Cell<'a> {
    /// Those it leads. Of a row that is no single agency's: all.
    pub lead: Vec<(&'a Plan, &'a Task)>,
    /// Those it coordinates.
    pub coordinate: Vec<(&'a Plan, &'a Task)>,
}

impl<'a> Cell<'a> {
    fn add(&mut self, role: Role, task: (&'a Plan, &'a Task)) {
        match role {
            Role::Lead => self.lead.push(task),
            Role::Coordinate => self.coordinate.push(task),
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

/// One agency's row.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// The agency; none for tasks that name no lead, and in the rows beside the table.
    pub agency: Option<&'a Agency>,
    /// One cell a column.
    pub cells: Vec<Cell<'a>>,
    /// All its tasks, each once.
    pub total: Cell<'a>,
}

impl<'a> Row<'a> {
    fn new(agency: Option<&'a Agency>, columns: usize) -> Self {
        Self { agency, cells: vec![Cell::default(); columns], total: Cell::default() }
    }

    /// Adds a task to some columns, and once to the total.
    fn add(&mut self, columns: &[usize], role: Role, task: (&'a Plan, &'a Task)) {
        for column in columns {
            self.cells[*column].add(role, task);
        }
        self.total.add(role, task);
    }
}

/// The whole table.
#[derive(Debug, Clone)]
pub struct Matrix<'a> {
    /// The columns' ids: of solution groups, plans or agencies, or years.
    pub columns: Vec<String>,
    /// One row an agency, and last the tasks without a lead if there are any.
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
    /// The tasks of [`Matrix::several_leads`] by column.
    several: Row<'a>,
    /// The tasks of [`Matrix::collective_lead`] by column.
    collective: Row<'a>,
    /// Every task once, by column.
    everyone: Row<'a>,
}

impl<'a> Matrix<'a> {
    /// Every task once, by column: the bottom line.
    pub fn everyone(&self) -> &Row<'a> {
        &self.everyone
    }

    /// Who leads most, all of them where several lead as many; nobody where no agency leads.
    pub fn leaders(&self) -> Vec<&Row<'a>> {
        let leads = |row: &Row<'_>| row.agency.map_or(0, |_| row.total.lead.len());
        let most = self.rows.iter().map(leads).max().unwrap_or(0);
        self.rows.iter().filter(|row| most > 0 && leads(row) == most).list()
    }

    /// The tasks of one subject in one column, or in all of them; none where there is no such row or column.
    pub fn cell(&self, subject: &Subject, column: Option<&str>) -> Option<&Cell<'a>> {
        let row = match subject {
            Subject::Agency(id) => self.rows.iter().find(|row| row.agency.is_some_and(|a| a.id == *id))?,
            Subject::NoLead => self.rows.iter().find(|row| row.agency.is_none())?,
            Subject::SeveralLeads => &self.several,
            Subject::CollectiveLead => &self.collective,
            Subject::Everyone => &self.everyone,
        };
        match column {
            None => Some(&row.total),
            Some(column) => row.cells.get(self.columns.iter().position(|c| c == column)?),
        }
    }
}

/// Counts the tasks that plans commit to; a draft's blanks and drafting instructions are left out.
pub fn matrix<'a>(data: &'a DataSet, settings: &Settings) -> Matrix<'a> {
    let wanted = |plan: &Plan| settings.plans.is_empty() || settings.plans.contains(&plan.id);
    let (tasks, blanks): (Vec<_>, Vec<_>) =
        data.tasks().filter(|(plan, _)| wanted(plan)).partition(|(_, task)| task.is_commitment());
    let columns: Vec<String> = match settings.columns {
        Columns::Group => {
            let used = data.groups.solution.iter().filter(|g| tasks.iter().any(|(_, t)| t.group == g.id));
            used.map(|g| g.id.0.to_owned()).list()
        }
        Columns::Plan => {
            let used = data.plans.iter().filter(|p| tasks.iter().any(|(plan, _)| plan.id == p.id));
            used.map(|p| p.id.0.to_owned()).list()
        }
        Columns::Year => {
            let first = tasks.iter().filter_map(|(_, task)| task.start).min().unwrap_or(0);
            let last = tasks.iter().filter_map(|(_, task)| task.end).max().unwrap_or(-1);
            (first..=last).map(|year| year.to_string()).list()
        }
        Columns::With => partners(data, settings, &tasks),
    };
    let mut rows: Vec<Row<'a>> = Vec::new();
    let [mut nobody, mut several, mut collective, mut everyone] = [(); 4].map(|()| Row::new(None, columns.len()));
    for &(plan, task) in &tasks {
        // A merged ministry that led and coordinated one task counts once, as its lead.
        let mut seen: Vec<(&Agency, Role)> = Vec::new();
        for (id, role) in task.agencies() {
            let Some(agency) = data.agency(id) else { continue };
            let agency = if settings.today { data.agency_today(agency) } else { agency };
            if seen.iter().any(|(a, _)| a.id == agency.id) {
                continue;
            }
            seen.push((agency, role));
        }
        let stands_in = |column: &str| match settings.columns {
            Columns::Group => task.group == column,
            Columns::Plan => plan.id == column,
            Columns::Year => column.parse().is_ok_and(|year| task.start <= Some(year) && Some(year) <= task.end),
            Columns::With => seen.iter().any(|(agency, role)| *role == Role::Coordinate && agency.id == column),
        };
        let column: Vec<usize> = (0..columns.len()).filter(|at| stands_in(&columns[*at])).list();
        let column = column.as_slice();
        for &(agency, role) in &seen {
            if settings.columns == Columns::With && role == Role::Coordinate {
                continue;
            }
            let at = rows.iter().position(|row| row.agency.is_some_and(|a| a.id == agency.id));
            let at = at.unwrap_or_else(|| {
                rows.push(Row::new(Some(agency), columns.len()));
                rows.len() - 1
            });
            rows[at].add(column, role, (plan, task));
        }
        let leads = || seen.iter().filter(|(_, role)| *role == Role::Lead);
        everyone.add(column, Role::Lead, (plan, task));
        if leads().count() == 0 {
            nobody.add(column, Role::Lead, (plan, task));
        } else if leads().all(|(agency, _)| agency.collective) {
            collective.add(column, Role::Lead, (plan, task));
        }
        if leads().count() > 1 {
            several.add(column, Role::Lead, (plan, task));
        }
    }
    let name = |row: &Row<'_>| row.agency.map(|a| fold(&a.name.vi));
    match settings.order {
        Order::Lead => sort::by_key(&mut rows, |row| {
            (std::cmp::Reverse(row.total.lead.len()), std::cmp::Reverse(row.total.total()), name(row))
        }),
        Order::Total => sort::by_key(&mut rows, |row| (std::cmp::Reverse(row.total.total()), name(row))),
        Order::Name => sort::by_key(&mut rows, name),
    }
    let no_lead = nobody.total.total();
    if no_lead > 0 {
        rows.push(nobody);
    }
    Matrix {
        columns,
        rows,
        several_leads: several.total.total(),
        collective_lead: collective.total.total(),
        no_lead,
        tasks: tasks.len(),
        blanks: blanks.len(),
        several,
        collective,
        everyone,
    }
}

/// Who coordinates any of these tasks without leading it, those with most of them first.
fn partners(data: &DataSet, settings: &Settings, tasks: &[(&Plan, &Task)]) -> Vec<String> {
    let today = |id: &AgencyId| {
        let agency = data.agency(id)?;
        Some(if settings.today { data.agency_today(agency).id } else { agency.id })
    };
    let mut found: Vec<(AgencyId, usize)> = Vec::new();
    for (_, task) in tasks {
        let mut seen: Vec<AgencyId> = task.lead.iter().filter_map(today).list();
        for id in task.coordinate.iter().filter_map(today) {
            if seen.contains(&id) {
                continue;
            }
            seen.push(id);
            match found.iter_mut().find(|(other, _)| *other == id) {
                Some((_, count)) => *count += 1,
                None => found.push((id, 1)),
            }
        }
    }
    sort::by_key(&mut found, |(_, count)| std::cmp::Reverse(*count));
    found.iter().map(|(id, _)| id.0.to_owned()).list()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::bundled;

    fn data() -> DataSet {
        bundled().expect("the bundled data is sound")
    }

    #[test]
    fn the_cells_of_a_row_add_up_to_its_total() {
        let data = data();
        for columns in [Columns::Group, Columns::Plan] {
            for today in [false, true] {
                let matrix = matrix(&data, &Settings { columns, today, ..Settings::default() });
                for row in &matrix.rows {
                    let sum: usize = row.cells.iter().map(Cell::total).sum();
                    assert_eq!(sum, row.total.total(), "{:?}", row.agency.map(|a| &a.id));
                }
            }
        }
    }

    #[test]
    fn who_works_with_whom_is_counted_both_ways_and_years_are_those_of_the_tasks() {
        let data = data();
        for today in [false, true] {
            let by = |columns| matrix(&data, &Settings { columns, today, ..Settings::default() });
            let (with, plans, years) = (by(Columns::With), by(Columns::Plan), by(Columns::Year));
            let known = |id: &str| data.agency(&id.into()).expect("a column is an agency");
            assert!(with.columns.iter().all(|id| !today || known(id).successor.is_none()));
            // A column's bottom line is what its agency coordinates.
            for id in &with.columns {
                let subject = Subject::Agency(AgencyId::from(id.as_str()));
                let all = with.cell(&Subject::Everyone, Some(id)).map(|cell| cell.lead.len());
                let own = plans.cell(&subject, None).map(|cell| cell.coordinate.len());
                assert_eq!(all, own, "{id}, today: {today}");
            }
            // A row leads as much as it does elsewhere, and nobody works with itself.
            for row in &with.rows {
                let subject = row.agency.map_or(Subject::NoLead, |agency| Subject::Agency(agency.id));
                let elsewhere = plans.cell(&subject, None).map(|cell| cell.lead.len());
                assert_eq!(Some(row.total.lead.len()), elsewhere, "{subject:?}");
                assert!(row.total.coordinate.is_empty());
                if let Some(agency) = row.agency {
                    assert_eq!(with.cell(&subject, Some(agency.id.as_str())).map_or(0, Cell::total), 0);
                }
            }
            assert_eq!(years.columns.first().map(String::as_str), Some("2016"));
            assert_eq!(years.columns.last().map(String::as_str), Some("2030"));
            let in_2018 = years.cell(&Subject::Everyone, Some("2018")).expect("a column").lead.len();
            let lasting = data.tasks().filter(|(_, t)| t.is_commitment() && t.start.is_some_and(|s| s <= 2018));
            assert_eq!(in_2018, lasting.filter(|(_, t)| t.end.is_some_and(|end| end >= 2018)).count());
            assert_eq!(years.cell(&Subject::Everyone, None).map(Cell::total), Some(years.tasks));
        }
    }

    #[test]
    fn a_merged_ministry_has_the_tasks_of_both_today() {
        let data = data();
        let leads = |today, id: &str| {
            let matrix = matrix(&data, &Settings { today, ..Settings::default() });
            matrix.rows.iter().find(|r| r.agency.is_some_and(|a| a.id == id)).map(|r| r.total.lead.len())
        };
        let (before, merged) = (leads(false, "bo-khoa-hoc-cong-nghe"), leads(false, "bo-thong-tin-truyen-thong"));
        assert_eq!(leads(true, "bo-thong-tin-truyen-thong"), None, "it is its successor today");
        assert_eq!(leads(true, "bo-khoa-hoc-cong-nghe"), before.zip(merged).map(|(a, b)| a + b));
    }

    #[test]
    fn blanks_and_drafting_instructions_are_not_counted() {
        let data = data();
        let plans = vec![PlanId::from("vn-2026-2030-draft")];
        let matrix = matrix(&data, &Settings { plans, ..Settings::default() });
        let draft = data.plan(&"vn-2026-2030-draft".into()).expect("there");
        assert!(matrix.tasks < draft.tasks.len());
        assert!(matrix.rows.iter().all(|r| r.agency.is_none_or(|a| a.id != "cac-bo-nganh-dia-phuong")));
    }

    #[test]
    fn every_count_opens_the_tasks_it_counts() {
        let data = data();
        for columns in [Columns::Group, Columns::Plan] {
            let matrix = matrix(&data, &Settings { columns, ..Settings::default() });
            for (subject, count) in [
                (Subject::NoLead, matrix.no_lead),
                (Subject::SeveralLeads, matrix.several_leads),
                (Subject::CollectiveLead, matrix.collective_lead),
                (Subject::Everyone, matrix.tasks),
            ] {
                let all = matrix.cell(&subject, None).map(Cell::total);
                assert_eq!(all, Some(count), "{subject:?}");
                let by_column = matrix.columns.iter().filter_map(|c| matrix.cell(&subject, Some(c)));
                assert_eq!(by_column.map(Cell::total).sum::<usize>(), count, "{subject:?}");
                assert_eq!(Subject::from_id(subject.id()), subject);
            }
            assert!(matrix.cell(&Subject::Everyone, Some("no such column")).is_none());
            assert!(matrix.cell(&Subject::from_id("no-such-agency"), None).is_none());
        }
        assert!(data.agencies.iter().all(|a| Subject::from_id(a.id.as_str()) == Subject::Agency(a.id)));
    }

    #[test]
    fn two_leads_that_merged_are_one_today() {
        let data = data();
        let several = |today| matrix(&data, &Settings { today, ..Settings::default() }).several_leads;
        let finance_and_planning = ["bo-tai-chinh", "bo-ke-hoach-dau-tu"].map(AgencyId::from);
        let merged = data.tasks().filter(|(_, t)| t.is_commitment() && t.lead == finance_and_planning).count();
        assert!(merged > 0);
        assert_eq!(several(false) - several(true), merged);
    }

    #[test]
    fn the_leaders_lead_more_than_all_others() {
        let data = data();
        let matrix = matrix(&data, &Settings { order: Order::Name, ..Settings::default() });
        let leaders: Vec<_> = matrix.leaders().iter().filter_map(|row| row.agency).map(|a| a.id.as_str()).collect();
        assert_eq!(leaders, ["bo-cong-thuong"]);
    }

    #[test]
    fn plans_are_taken_in_and_left_out_one_by_one() {
        let data = data();
        let mut settings = Settings::default();
        for plan in plans_with_tasks(&data) {
            settings = settings.toggled(&data, &plan.id);
            assert_eq!(settings.plans.contains(&plan.id), !settings.plans.is_empty());
        }
        assert_eq!(settings, Settings::default(), "all of them are all");
        let one = settings.toggled(&data, &"vn-2021-2025".into());
        assert_eq!(one.plans, ["vn-2021-2025"]);
        assert_eq!(one.toggled(&data, &"vn-2021-2025".into()), settings);
    }

    #[test]
    fn a_count_says_how_much_of_it_is_uncertain() {
        let data = data();
        let matrix = matrix(&data, &Settings::default());
        for (role, flag) in [(Role::Lead, "lead_uncertain"), (Role::Coordinate, "coordination_uncertain")] {
            let agencies = |task: &Task| match role {
                Role::Lead => task.lead.len(),
                Role::Coordinate => task.coordinate.len(),
            };
            let flagged = data.tasks().filter(|(_, task)| task.has_flag(flag) && agencies(task) > 0);
            let expected: usize = flagged.map(|(_, task)| agencies(task)).sum();
            let found: usize = matrix.rows.iter().map(|row| row.total.uncertain(role)).sum();
            assert!(expected > 0);
            assert_eq!(found, expected, "{flag}");
        }
    }
}

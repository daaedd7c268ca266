//! Who does how much of what: agencies by solution group or by plan.

use crate::dataset::DataSet;
use crate::model::{Agency, AgencyId, Plan, PlanId, Role, Task};
use crate::text::fold;

/// What the columns stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Columns {
    /// Solution groups.
    #[default]
    Group,
    /// Plans.
    Plan,
}

impl Columns {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Group, Self::Plan];

    /// The name used in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Plan => "plan",
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

/// Tasks of one agency in one column.
#[derive(Debug, Clone, Default)]
pub struct Cell<'a> {
    /// Those it leads.
    pub lead: Vec<(&'a Plan, &'a Task)>,
    /// Those it coordinates.
    pub coordinate: Vec<(&'a Plan, &'a Task)>,
}

impl Cell<'_> {
    /// Tasks of either role.
    pub fn total(&self) -> usize {
        self.lead.len() + self.coordinate.len()
    }
}

/// One agency's row.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// The agency; none for tasks that name no lead.
    pub agency: Option<&'a Agency>,
    /// One cell a column.
    pub cells: Vec<Cell<'a>>,
    /// All its tasks, each once.
    pub total: Cell<'a>,
}

/// The whole table.
#[derive(Debug, Clone)]
pub struct Matrix<'a> {
    /// The columns' ids: of solution groups or of plans.
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
}

/// Counts the tasks that plans commit to; a draft's blanks and drafting instructions are left out.
pub fn matrix<'a>(data: &'a DataSet, settings: &Settings) -> Matrix<'a> {
    let wanted = |plan: &Plan| settings.plans.is_empty() || settings.plans.contains(&plan.id);
    let tasks: Vec<_> = data.tasks().filter(|(plan, task)| wanted(plan) && task.is_commitment()).collect();
    let columns: Vec<String> = match settings.columns {
        Columns::Group => {
            let used = data.groups.solution.iter().filter(|g| tasks.iter().any(|(_, t)| t.group == g.id));
            used.map(|g| g.id.0.clone()).collect()
        }
        Columns::Plan => {
            let used = data.plans.iter().filter(|p| tasks.iter().any(|(plan, _)| plan.id == p.id));
            used.map(|p| p.id.0.clone()).collect()
        }
    };
    let mut rows: Vec<Row<'a>> = Vec::new();
    let mut nobody = Row { agency: None, cells: vec![Cell::default(); columns.len()], total: Cell::default() };
    let (mut several_leads, mut collective_lead, mut no_lead) = (0, 0, 0);
    for &(plan, task) in &tasks {
        let key = match settings.columns {
            Columns::Group => task.group.as_str(),
            Columns::Plan => plan.id.as_str(),
        };
        let Some(column) = columns.iter().position(|c| c == key) else { continue };
        several_leads += usize::from(task.lead.len() > 1);
        let is_collective = |id: &AgencyId| data.agency(id).is_some_and(|a| a.collective);
        collective_lead += usize::from(!task.lead.is_empty() && task.lead.iter().all(is_collective));
        if task.lead.is_empty() {
            no_lead += 1;
            nobody.cells[column].lead.push((plan, task));
            nobody.total.lead.push((plan, task));
        }
        // A merged ministry that led and coordinated one task counts once, as its lead.
        let mut seen: Vec<&AgencyId> = Vec::new();
        for (id, role) in task.agencies() {
            let Some(agency) = data.agency(id) else { continue };
            let agency = if settings.today { data.agency_today(agency) } else { agency };
            if seen.contains(&&agency.id) {
                continue;
            }
            seen.push(&agency.id);
            let at = rows.iter().position(|row| row.agency.is_some_and(|a| a.id == agency.id));
            let row = match at {
                Some(i) => &mut rows[i],
                None => {
                    rows.push(Row {
                        agency: Some(agency),
                        cells: vec![Cell::default(); columns.len()],
                        total: Cell::default(),
                    });
                    let last = rows.len() - 1;
                    &mut rows[last]
                }
            };
            for cell in [&mut row.cells[column], &mut row.total] {
                match role {
                    Role::Lead => cell.lead.push((plan, task)),
                    Role::Coordinate => cell.coordinate.push((plan, task)),
                }
            }
        }
    }
    let name = |row: &Row<'_>| row.agency.map(|a| fold(&a.name.vi));
    match settings.order {
        Order::Lead => rows.sort_by_cached_key(|row| {
            (std::cmp::Reverse(row.total.lead.len()), std::cmp::Reverse(row.total.total()), name(row))
        }),
        Order::Total => rows.sort_by_cached_key(|row| (std::cmp::Reverse(row.total.total()), name(row))),
        Order::Name => rows.sort_by_cached_key(name),
    }
    if no_lead > 0 {
        rows.push(nobody);
    }
    Matrix { columns, rows, several_leads, collective_lead, no_lead, tasks: tasks.len() }
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
        for columns in Columns::ALL {
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
}

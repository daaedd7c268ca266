//! Who does how much of what, and what one agency does.

use super::{Cell, Filled, Kind, Maker, Table, column, columns_of, tasks};
use crate::address::{AgenciesState, View};
use crate::list::List;
use crate::matrix::{Columns, Matrix, Row, Subject, matrix as counted, portfolio};
use crate::model::{Agency, Plan, Role, Task};

/// The table of agencies; where a cell is open its tasks come first.
pub(super) fn matrix<'a>(maker: Maker<'a>, state: &AgenciesState) -> Filled<'a> {
    let (data, lang) = (maker.data, maker.lang);
    let settings = &state.settings;
    let counted = counted(data, settings);
    let plans = data.plans.iter().filter(|plan| settings.plans.is_empty() || settings.plans.contains(&plan.id));
    let plans = plans.filter(|plan| !plan.tasks.is_empty()).list();
    let mut about = Vec::new();
    if !settings.plans.is_empty() {
        about.extend(maker.chosen(lang.export_plan(), &plans.iter().map(|plan| plan.short.get(lang)).list()));
    }
    about.push(lang.agencies_columns_are(settings.columns).to_owned());
    if settings.today {
        about.push(lang.export_today().to_owned());
    }
    let mut tables = Vec::new();
    if let Some((subject, of)) = &state.cell {
        let cell = counted.cell(subject, of.as_deref());
        let who = match subject {
            Subject::Agency(id) => maker.agencies(&[*id]),
            Subject::NoLead => lang.agencies_no_lead().to_owned(),
            Subject::SeveralLeads => lang.agencies_several().to_owned(),
            Subject::CollectiveLead => lang.agencies_collective().to_owned(),
            Subject::Everyone => lang.agencies_everyone().to_owned(),
        };
        let what = of.as_ref().map(|id| format!(", {}", head(maker, settings.columns, id))).unwrap_or_default();
        about.push(format!("{}: {who}{what}", lang.export_cell()));
        let mut listed = Vec::new();
        if let Some(cell) = cell {
            for (role, tasks) in [(Role::Lead, &cell.lead), (Role::Coordinate, &cell.coordinate)] {
                listed.extend(tasks.iter().map(|(plan, task)| (role, *plan, *task)));
            }
        }
        tables.push(with_roles(maker, lang.export_tasks(), matches!(subject, Subject::Agency(_)), &listed));
    }
    tables.push(table(maker, settings.columns, &counted));
    Filled { title: lang.nav_agencies().to_owned(), about, tables, plans, outcomes: Vec::new() }
}

/// Tasks with what the agency does in each.
fn with_roles<'t>(maker: Maker<'_>, name: &str, own: bool, listed: &[(Role, &'t Plan, &'t Task)]) -> Table {
    let mut table = tasks::table(maker, name, &listed.iter().map(|(_, plan, task)| (*plan, *task)).list());
    if own {
        table.columns.insert(0, column("role", maker.lang.export_role(), Kind::Text, 12));
        for (row, (role, ..)) in table.rows.iter_mut().zip(listed) {
            row.insert(0, Cell::text(maker.lang.role(*role)));
        }
    }
    table
}

fn head(maker: Maker<'_>, columns: Columns, id: &str) -> String {
    let (data, lang) = (maker.data, maker.lang);
    let name = match columns {
        Columns::Group => data.solution_group(&id.into()).map(|group| &group.name),
        Columns::Plan => data.plan(&id.into()).map(|plan| &plan.short),
        Columns::With => data.agency(&id.into()).map(|agency| &agency.name),
        Columns::Year => return id.to_owned(),
    };
    name.map(|name| name.get(lang).to_owned()).unwrap_or_default()
}

/// Two figures a column: led and coordinated. Where columns are partners, only those who lead have rows.
fn table(maker: Maker<'_>, by: Columns, counted: &Matrix<'_>) -> Table {
    let lang = maker.lang;
    let both = by != Columns::With;
    let mut columns = vec![column("agency", lang.agencies_agency(), Kind::Text, 40)];
    let heads = [("total".to_owned(), lang.agencies_total().to_owned())].into_iter();
    for (key, label) in heads.chain(counted.columns.iter().map(|id| (id.clone(), head(maker, by, id)))) {
        columns.push(column(&format!("{key}.lead"), &format!("{label}: {}", lang.role(Role::Lead)), Kind::Whole, 12));
        if both {
            let label = format!("{label}: {}", lang.role(Role::Coordinate));
            columns.push(column(&format!("{key}.coordinate"), &label, Kind::Whole, 12));
        }
    }
    columns.push(column("address", lang.export_record_address(), Kind::Address, 30));
    let row = |name: &str, row: &Row<'_>, address: Cell| {
        let mut cells = vec![Cell::text(name)];
        for cell in [&row.total].into_iter().chain(&row.cells) {
            // These are counted and not read: nought is nought.
            cells.push(Cell::count(cell.lead.len()));
            if both {
                cells.push(Cell::count(cell.coordinate.len()));
            }
        }
        cells.push(address);
        cells
    };
    let mut rows = counted
        .rows
        .iter()
        .map(|r| match r.agency {
            Some(agency) => {
                let address = maker.address(View::Agency { agency: agency.id });
                row(agency.name.get(lang), r, address)
            }
            None => row(lang.agencies_no_lead(), r, Cell::Nothing),
        })
        .list();
    rows.push(row(lang.agencies_bottom_line(), counted.everyone(), Cell::Nothing));
    Table { name: lang.nav_agencies().to_owned(), columns, rows }
}

/// What an agency leads and coordinates, and with whom.
pub(super) fn agency<'a>(maker: Maker<'a>, agency: &'a Agency) -> Filled<'a> {
    let lang = maker.lang;
    let work = portfolio(maker.data, &agency.id);
    let mut listed = Vec::new();
    for (role, plans) in [(Role::Lead, &work.lead), (Role::Coordinate, &work.coordinate)] {
        for (plan, tasks) in plans {
            listed.extend(tasks.iter().map(|task| (role, *plan, *task)));
        }
    }
    let mut tables = vec![with_roles(maker, lang.export_tasks(), true, &listed)];
    if !work.partners.is_empty() {
        let columns = columns_of(&[
            ("partner", lang.agency_partner(), Kind::Text, 40),
            ("leads_too", lang.agency_leads_too(), Kind::Whole, 14),
            ("helps", lang.agency_helps(), Kind::Whole, 14),
            ("is_helped", lang.agency_is_helped(), Kind::Whole, 14),
            ("together", lang.agency_together(), Kind::Whole, 14),
        ]);
        let rows = work.partners.iter().map(|partner| {
            let counts = [partner.leads_too, partner.helps, partner.is_helped, partner.total()];
            [Cell::text(partner.agency.name.get(lang))].into_iter().chain(counts.map(Cell::count)).list()
        });
        tables.push(Table { name: lang.agency_partners().to_owned(), columns, rows: rows.list() });
    }
    Filled {
        title: agency.name.get(lang).to_owned(),
        about: vec![lang.agency_summary(&work)],
        tables,
        plans: maker.plans_of(&work.plans()),
        outcomes: Vec::new(),
    }
}

//! Who does how much of what, and what one agency does.

use super::{Cell, Filled, Kind, Maker, Table, column, columns_of, tasks};
use crate::address::{AgenciesState, View};
use crate::list::List;
use crate::matrix::{Axis, Key, Matrix, Row, Settings, matrix as counted, portfolio};
use crate::model::{Agency, Plan, Role, Task};

/// The table; where a cell is open its tasks come first.
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
    about.push(lang.agencies_caption(settings.rows, settings.columns));
    if settings.today {
        about.push(lang.export_today().to_owned());
    }
    let mut tables = Vec::new();
    if let Some((row, of)) = state.cell {
        let cell = counted.cell(row, of);
        let of_column = of.map(|key| (settings.columns, key));
        let names = [(settings.rows, row)].into_iter().chain(of_column);
        let names = names.map(|(axis, key)| lang.agencies_key(data, axis, key)).list();
        about.push(format!("{}: {}", lang.export_cell(), names.join(", ")));
        let mut listed = Vec::new();
        if let Some(cell) = cell {
            for (role, tasks) in [(Role::Lead, &cell.lead), (Role::Coordinate, &cell.coordinate)] {
                listed.extend(tasks.iter().map(|(plan, task)| (role, *plan, *task)));
            }
        }
        let own = settings.agency_of(row, of).is_some();
        tables.push(with_roles(maker, lang.export_tasks(), own, &listed));
    }
    tables.push(table(maker, state, &counted));
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

/// A figure a column; two, led and coordinated, where it counts an agency's tasks of either role.
fn table(maker: Maker<'_>, state: &AgenciesState, counted: &Matrix<'_>) -> Table {
    let (data, lang) = (maker.data, maker.lang);
    let Settings { rows, columns: across, .. } = state.settings;
    let split = !matches!((rows, across), (_, Axis::With | Axis::Role) | (Axis::Role, _));
    let both = |column: Option<Key>| split && (rows == Axis::Agency || column.is_some() && across == Axis::Agency);
    let keys = [None].into_iter().chain(counted.columns.iter().copied().map(Some)).list();
    let mut columns = vec![column(rows.id(), lang.agencies_axis(rows), Kind::Text, 40)];
    for key in &keys {
        let label = key.map_or(lang.agencies_total(), |key| lang.agencies_key(data, across, key));
        let key_of = key.map_or("total", |key| key.0);
        if !both(*key) {
            columns.push(column(key_of, label, Kind::Whole, 12));
            continue;
        }
        for role in [Role::Lead, Role::Coordinate] {
            let label = format!("{label}: {}", lang.role(role));
            columns.push(column(&format!("{key_of}.{}", role.id()), &label, Kind::Whole, 12));
        }
    }
    columns.push(column("address", lang.export_record_address(), Kind::Address, 30));
    let row = |row: &Row<'_>| {
        let mut cells = vec![Cell::text(lang.agencies_key(data, rows, row.key))];
        for (key, cell) in keys.iter().zip([&row.total].into_iter().chain(&row.cells)) {
            // These are counted and not read: nought is nought.
            if both(*key) {
                cells.extend([cell.lead.len(), cell.coordinate.len()].map(Cell::count));
            } else {
                cells.push(Cell::count(cell.total()));
            }
        }
        cells.push(maker.address(match row.agency {
            Some(agency) => View::Agency { agency: agency.id },
            None => View::Agencies(AgenciesState { cell: Some((row.key, None)), ..state.clone() }),
        }));
        cells
    };
    let rows = counted.rows.iter().chain([counted.everyone()]).map(row).list();
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

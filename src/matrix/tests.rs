use super::*;
use crate::dataset::bundled;

fn data() -> DataSet {
    bundled().expect("the bundled data is sound")
}

/// Every table that there is.
fn pairs() -> impl Iterator<Item = (Axis, Axis)> {
    let all = Axis::ALL.into_iter().flat_map(|rows| Axis::ALL.map(|columns| (rows, columns)));
    all.filter(|(rows, columns)| rows.goes_with(*columns))
}

fn tables(data: &DataSet, mut check: impl FnMut(&Settings, &Matrix<'_>)) {
    let mut seen = 0;
    for (rows, columns) in pairs() {
        for today in [false, true] {
            let settings = Settings { rows, columns, today, ..Settings::default() };
            check(&settings, &matrix(data, &settings));
            seen += 1;
        }
    }
    assert_eq!(seen, 2 * (5 * 4 + 1));
}

/// A task with who leads and who coordinates it.
type Told<'a> = (&'a Plan, &'a Task, Vec<AgencyId>, Vec<AgencyId>);

/// Whether a task stands in a cell, by what the task itself says.
fn belongs(settings: &Settings, (plan, task, lead, coordinate): &Told<'_>, row: Key, column: Key) -> bool {
    let sides = [(settings.rows, row), (settings.columns, column)];
    let agency = sides.iter().find(|(axis, _)| *axis == Axis::Agency).map(|(_, key)| *key);
    let among = |ids: &[AgencyId], key: Key| ids.contains(&AgencyId(key.0));
    sides.iter().all(|(axis, key)| match (*axis, *key) {
        (Axis::Agency, NO_LEAD) => lead.is_empty(),
        (Axis::Agency, id) => among(lead, id) || settings.columns != Axis::With && among(coordinate, id),
        (Axis::Group, key) => task.group == key.0,
        (Axis::Plan, key) => plan.id == key.0,
        (Axis::Year, key) => {
            let year = key.0.parse().ok();
            year.is_some() && task.start.is_some() && task.start <= year && year <= task.end
        }
        (Axis::Role, NO_LEAD) => lead.is_empty() && agency.is_none_or(|id| id == NO_LEAD),
        (Axis::Role, key) => {
            let of = if key == Key("lead") { lead } else { coordinate };
            agency.map_or(!of.is_empty(), |id| among(of, id))
        }
        (Axis::With, key) => among(coordinate, key),
    })
}

#[test]
fn every_cell_holds_the_tasks_that_belong_in_its_row_and_column_each_once() {
    let data = data();
    tables(&data, |settings, matrix| {
        let today = |ids: &[AgencyId]| {
            let ids = ids.iter().filter_map(|id| data.agency(id));
            ids.map(|a| if settings.today { data.agency_today(a).id } else { a.id }).collect::<Vec<_>>()
        };
        let told = data.tasks().filter(|(_, task)| task.is_commitment()).map(|(plan, task)| {
            let (lead, mut coordinate) = (today(&task.lead), today(&task.coordinate));
            coordinate.retain(|id| !lead.contains(id));
            (plan, task, lead, coordinate)
        });
        let told: Vec<Told<'_>> = told.collect();
        for row in &matrix.rows {
            for (column, cell) in matrix.columns.iter().zip(&row.cells) {
                let name = |(plan, task): &(&Plan, &Task)| (plan.id, task.id);
                let mut found: Vec<_> = cell.lead.iter().chain(&cell.coordinate).map(name).collect();
                let expected = told.iter().filter(|task| belongs(settings, task, row.key, *column));
                let mut expected: Vec<_> = expected.map(|(plan, task, ..)| (plan.id, task.id)).collect();
                found.sort_unstable();
                expected.sort_unstable();
                assert_eq!(found, expected, "{settings:?} {} {column}", row.key);
            }
        }
    });
}

#[test]
fn totals_count_each_task_once_and_the_bottom_line_all_of_them() {
    let data = data();
    tables(&data, |settings, matrix| {
        let different = |cells: &[Cell<'_>]| {
            let tasks = cells.iter().flat_map(|cell| cell.lead.iter().chain(&cell.coordinate));
            tasks.map(|(_, task)| std::ptr::from_ref(*task)).collect::<std::collections::BTreeSet<_>>().len()
        };
        let dated = |cell: &Cell<'_>| {
            let years = |task: &Task| task.start.is_some() && task.end.is_some();
            cell.lead.iter().chain(&cell.coordinate).filter(|(_, task)| years(task)).count()
        };
        for row in matrix.rows.iter().chain(&matrix.beside) {
            // What has no year stands in no column of one, and what nobody coordinates with nobody.
            let shown = match settings.columns {
                Axis::Year => dated(&row.total),
                Axis::With => continue,
                _ => row.total.total(),
            };
            assert_eq!(different(&row.cells), shown, "{settings:?} {}", row.key);
        }
        let everyone = matrix.everyone();
        assert_eq!(everyone.total.total(), matrix.tasks);
        for (at, column) in matrix.columns.iter().enumerate() {
            let cells: Vec<_> = matrix.rows.iter().map(|row| row.cells[at].clone()).collect();
            let all = if settings.rows == Axis::Year { dated(&everyone.cells[at]) } else { everyone.cells[at].total() };
            assert_eq!(different(&cells), all, "{settings:?} {column}");
        }
    });
}

#[test]
fn a_table_turned_has_the_same_cells() {
    let data = data();
    tables(&data, |settings, one| {
        if settings.columns == Axis::With {
            return;
        }
        let (rows, columns) = (settings.columns, settings.rows);
        let other = matrix(&data, &Settings { rows, columns, ..settings.clone() });
        assert_eq!(other.columns, one.rows.iter().map(|row| row.key).collect::<Vec<_>>());
        for row in &one.rows {
            for column in &one.columns {
                let [here, there] = [one.cell(row.key, Some(*column)), other.cell(*column, Some(row.key))]
                    .map(|cell| cell.map(|cell| (cell.lead.clone(), cell.coordinate.clone())));
                assert!(here.is_some());
                assert_eq!(here, there, "{settings:?} {} {column}", row.key);
            }
        }
    });
}

#[test]
fn rows_and_columns_stand_in_their_order() {
    let data = data();
    let keys = |axis, order| {
        let rows = if axis == Axis::Plan { Axis::Group } else { Axis::Plan };
        let settings = Settings { rows, columns: axis, order, ..Settings::default() };
        matrix(&data, &settings).columns
    };
    let years: Vec<_> = (2016..=2030).map(|year| Key::from(year.to_string())).collect();
    assert_eq!(keys(Axis::Year, Order::Lead), years);
    assert_eq!(keys(Axis::Role, Order::Lead), [Key("lead"), Key("coordinate"), NO_LEAD]);
    let groups = keys(Axis::Group, Order::Name);
    assert!(groups.len() > 5);
    let place = |id: &Key| data.groups.solution.iter().position(|group| group.id == id.0);
    assert!(groups.is_sorted_by_key(place));
    for order in Order::ALL {
        let columns = keys(Axis::Agency, order);
        let settings = Settings { order, ..Settings::default() };
        assert_eq!(columns, matrix(&data, &settings).rows.iter().map(|r| r.key).collect::<Vec<_>>());
        assert_eq!(columns.last(), Some(&NO_LEAD), "they stand below all others");
    }
    // Between two plans lie years that have nothing.
    let plans = ["vn-2016-2020", "vn-2026-2030-draft"].map(PlanId::from).to_vec();
    let apart = matrix(&data, &Settings { plans, rows: Axis::Year, ..Settings::default() });
    assert_eq!(apart.rows.iter().map(|row| row.key).collect::<Vec<_>>(), years);
    assert!(apart.rows.iter().any(|row| row.total.total() == 0));
}

#[test]
fn choosing_another_side_keeps_a_table_that_there_is() {
    let settings = |rows, columns| Settings { rows, columns, ..Settings::default() };
    for (rows, columns) in pairs() {
        for axis in Axis::ALL {
            let other = settings(rows, columns).turned(true, axis);
            assert!(other.rows.goes_with(other.columns) && other.columns == axis, "{rows:?} {columns:?} {axis:?}");
            if axis != Axis::With {
                let other = settings(rows, columns).turned(false, axis);
                assert!(other.rows.goes_with(other.columns) && other.rows == axis, "{rows:?} {columns:?} {axis:?}");
            }
        }
    }
    assert_eq!(settings(Axis::Plan, Axis::Year).turned(false, Axis::Year), settings(Axis::Year, Axis::Plan));
    assert_eq!(settings(Axis::Plan, Axis::Year).turned(true, Axis::Plan), settings(Axis::Year, Axis::Plan));
    assert_eq!(settings(Axis::Plan, Axis::Year).turned(true, Axis::With), settings(Axis::Agency, Axis::With));
    assert_eq!(settings(Axis::Agency, Axis::With).turned(false, Axis::Year), settings(Axis::Year, Axis::Agency));
}

#[test]
fn a_cell_is_an_agency_s_where_either_side_is() {
    for (rows, columns, row, column, expected) in [
        (Axis::Agency, Axis::Group, Key("a"), Some(Key("policy")), Some("a")),
        (Axis::Agency, Axis::With, Key("a"), Some(Key("b")), Some("a")),
        (Axis::Agency, Axis::Group, NO_LEAD, None, None),
        (Axis::Group, Axis::Agency, Key("policy"), Some(Key("a")), Some("a")),
        (Axis::Group, Axis::Agency, EVERYONE, Some(Key("a")), Some("a")),
        (Axis::Group, Axis::Agency, Key("policy"), Some(NO_LEAD), None),
        (Axis::Group, Axis::Agency, Key("policy"), None, None),
        (Axis::Group, Axis::Year, Key("policy"), Some(Key("2018")), None),
    ] {
        let settings = Settings { rows, columns, ..Settings::default() };
        assert_eq!(settings.agency_of(row, column), expected.map(AgencyId::from), "{row:?} {column:?}");
    }
}

#[test]
fn who_works_with_whom_is_counted_both_ways() {
    let data = data();
    for today in [false, true] {
        let by = |columns| matrix(&data, &Settings { columns, today, ..Settings::default() });
        let (with, plans) = (by(Axis::With), by(Axis::Plan));
        let known = |id: &Key| data.agency(&AgencyId(id.0)).expect("a column is an agency");
        assert!(with.columns.iter().all(|id| !today || known(id).successor.is_none()));
        // A column's bottom line is what its agency coordinates.
        for id in &with.columns {
            let all = with.cell(EVERYONE, Some(*id)).map(|cell| cell.lead.len());
            let own = plans.cell(*id, None).map(|cell| cell.coordinate.len());
            assert_eq!(all, own, "{id}, today: {today}");
        }
        // A row leads as much as it does elsewhere, and nobody works with itself.
        for row in &with.rows {
            let elsewhere = plans.cell(row.key, None).map(|cell| cell.lead.len());
            assert_eq!(Some(row.total.lead.len()), elsewhere, "{}", row.key);
            assert!(row.total.coordinate.is_empty());
            assert_eq!(with.cell(row.key, Some(row.key)).map_or(0, Cell::total), 0);
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

#[test]
fn every_count_opens_the_tasks_it_counts() {
    let data = data();
    tables(&data, |settings, matrix| {
        for (key, count) in [
            (NO_LEAD, matrix.no_lead),
            (SEVERAL_LEADS, matrix.several_leads),
            (COLLECTIVE_LEAD, matrix.collective_lead),
            (EVERYONE, matrix.tasks),
        ] {
            assert_eq!(matrix.cell(key, None).map(Cell::total), Some(count), "{settings:?} {key}");
        }
        for row in &matrix.rows {
            assert_eq!(matrix.cell(row.key, None).map(Cell::total), Some(row.total.total()));
        }
        assert!(matrix.cell(EVERYONE, Some(Key("no such column"))).is_none());
        assert!(matrix.cell(Key("no-such-row"), None).is_none());
    });
    let taken = |id: &str| BESIDE.contains(&Key::from(id));
    assert!(!data.agencies.iter().any(|agency| taken(agency.id.as_str())));
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
    let leaders: Vec<_> =
        matrix.leaders(Axis::Agency).iter().filter_map(|row| row.agency).map(|a| a.id.as_str()).collect();
    assert_eq!(leaders, ["bo-cong-thuong"]);
    let plans = vec!["vn-2021-2025".into()];
    let roles = super::matrix(&data, &Settings { plans, rows: Axis::Role, ..Settings::default() });
    let most: Vec<_> = roles.leaders(Axis::Role).iter().map(|row| row.key).collect();
    assert_eq!(most, [NO_LEAD], "that none is named is no agency, but of roles it is what most tasks have");
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
fn agencies_that_are_called_alike_are_told_apart_by_their_provinces() {
    let data = data();
    for lang in [Lang::Vi, Lang::En] {
        for (rows, columns) in [(Axis::Group, Axis::Agency), (Axis::Agency, Axis::With)] {
            let matrix = matrix(&data, &Settings { rows, columns, ..Settings::default() });
            let agencies = || matrix.columns.iter().filter_map(|key| data.agency(&AgencyId(key.0)));
            let heads = agencies().map(|agency| {
                let province = told_apart(&data, &matrix.columns, agency, lang);
                (agency.short.get(lang), province.map(|province| province.name.get(lang)))
            });
            let heads: Vec<_> = heads.collect();
            let said = heads.iter().filter(|(_, province)| province.is_some()).count();
            assert!(said > 0 && said < heads.len(), "only where it is needed");
            for (at, head) in heads.iter().enumerate() {
                assert!(!heads[..at].contains(head), "{head:?} twice");
            }
            // Rows, and files of the table, have the full names.
            let names: Vec<_> = agencies().map(|agency| agency.name.get(lang)).collect();
            for (at, name) in names.iter().enumerate() {
                assert!(!names[..at].contains(name), "{name} twice");
            }
        }
    }
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

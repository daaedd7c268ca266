use super::*;
use crate::address::resolve;
use crate::dataset::bundled;
use crate::export::{Format, Origin, csv, file, json, offered, xlsx};
use crate::timeline::{Filter, shown};
use std::collections::BTreeMap;

const BASE: &str = "https://lotrinh.example/";
const ORIGIN: Origin<'_> = Origin { base: BASE, now: "2026-01-01T20:04:05", day: "2026-01-02" };

/// A state of every view that shows records, narrowed in every way there is.
const STATES: &[&str] = &[
    "#/",
    "#/plans",
    "#/plan/vn-2021-2025",
    "#/plan/brvt-2021-2025",
    "#/plan/vn-2016-2020?part=tasks",
    "#/plan/vn-2016-2020?part=targets",
    "#/plan/dak-nong-2021-2025?part=objectives",
    "#/plan/brvt-2021-2025?part=provisions",
    "#/plan/vn-2026-2030-draft?part=defects",
    "#/plan/gia-lai-2026-2030",
    "#/plan/vn-2021-2025/t1",
    "#/timeline",
    "#/timeline?agency=bo-cong-thuong&role=lead&from=2021&to=2024",
    "#/timeline?plans=vn-2026-2030",
    "#/agencies",
    "#/agencies?columns=with&today=1",
    "#/agencies?plans=dak-nong-2021-2025&columns=year",
    "#/agencies?rows=group&cell=policy~bo-cong-thuong",
    "#/agencies?rows=plan&columns=year&cell=vn-2021-2025~2022",
    "#/agencies?rows=year&columns=role",
    "#/agencies?cell=bo-cong-thuong~_",
    "#/agencies?cell=_~_",
    "#/agency/bo-tai-chinh",
    "#/compare",
    "#/compare?group=payments&differences=1&order=verdict",
    "#/indicators",
    "#/indicator/b2c_revenue",
    "#/search?words=hoa%20don&kind=target",
    "#/search?words=bo",
    "#/search?words=bo&all=1",
];

fn made(data: &DataSet, hash: &str) -> Sheet {
    let (address, unread) = Address::read(hash);
    assert!(unread.is_empty(), "{hash}: {unread:?}");
    let (address, unread) = resolve(data, address);
    assert!(unread.is_empty(), "{hash}: {unread:?}");
    sheet(data, &address, &ORIGIN).unwrap_or_else(|| panic!("{hash} has no sheet"))
}

fn states() -> impl Iterator<Item = String> {
    let in_english = |hash: &&str| format!("{hash}{}lang=en", if hash.contains('?') { "&" } else { "?" });
    STATES.iter().map(|hash| (*hash).to_owned()).chain(STATES.iter().map(in_english))
}

#[test]
fn every_table_is_whole_and_says_where_it_is_from() {
    let data = bundled().expect("the bundled data is sound");
    let mut ever_filled = BTreeMap::new();
    for hash in states() {
        let sheet = made(&data, &hash);
        assert_eq!(sheet.address, format!("{BASE}{hash}"), "it opens what was shown");
        assert!(sheet.citation.contains(&sheet.address) && !sheet.title.is_empty(), "{hash}: {}", sheet.citation);
        assert_eq!(sheet.made, "2026-01-02");
        let nothing = hash.contains("plans=vn-2026-2030&") || hash.ends_with("plans=vn-2026-2030");
        assert_eq!(sheet.sources.is_empty(), nothing, "{hash}");
        for table in &sheet.tables {
            let mut keys: Vec<_> = table.columns.iter().map(|column| column.key.as_str()).collect();
            assert!(table.columns.iter().all(|column| !column.label.is_empty()), "{hash}");
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), table.columns.len(), "{hash}: {keys:?}");
            for row in &table.rows {
                assert_eq!(row.len(), table.columns.len(), "{hash}");
                for (cell, column) in row.iter().zip(&table.columns) {
                    let fits = match cell {
                        Cell::Nothing => true,
                        Cell::Text(words) => column.kind == Kind::Text && !words.is_empty(),
                        Cell::Number(value) => match column.kind {
                            Kind::Whole => value.fract() == 0.0,
                            kind => kind == Kind::Number,
                        },
                        Cell::Date(_) => column.kind == Kind::Date,
                        Cell::Address(address) => column.kind == Kind::Address && address.starts_with("http"),
                    };
                    assert!(fits, "{hash}, {}: {cell:?}", column.key);
                }
            }
            for (at, column) in table.columns.iter().enumerate() {
                let filled = table.rows.iter().any(|row| row[at] != Cell::Nothing);
                let key = column.key.rsplit('.').next().unwrap_or_default().to_owned();
                *ever_filled.entry(key).or_insert(false) |= filled;
            }
        }
    }
    // A column in which nothing ever stands is a mistake in it.
    let never: Vec<_> = ever_filled.iter().filter(|(_, filled)| !**filled).map(|(key, _)| key).collect();
    assert!(never.is_empty(), "{never:?}");
}

/// The column's cells.
fn column_of<'t>(table: &'t Table, key: &str) -> Vec<&'t Cell> {
    let at = table.columns.iter().position(|column| column.key == key);
    let at = at.unwrap_or_else(|| panic!("there is no {key}"));
    table.rows.iter().map(|row| &row[at]).collect()
}

#[test]
fn a_file_holds_what_the_filter_lets_through() {
    let data = bundled().expect("the bundled data is sound");
    let sheet = made(&data, "#/timeline?agency=bo-cong-thuong&role=lead&from=2021&to=2024");
    let filter = Filter {
        agency: Some("bo-cong-thuong".into()),
        role: Some(crate::model::Role::Lead),
        from: Some(2021),
        to: Some(2024),
        ..Filter::default()
    };
    let expected: Vec<_> = shown(&data, &filter).iter().map(|(_, task)| Cell::text(&task.title.vi)).collect();
    assert!(!expected.is_empty() && expected.len() < data.tasks().count());
    assert_eq!(column_of(&sheet.tables[0], "text"), expected.iter().collect::<Vec<_>>());
    let about = sheet.about.join(" | ");
    for part in ["Bộ Công Thương", "chủ trì", "2021", "2024"] {
        assert!(about.contains(part), "{part} is not in: {about}");
    }
}

#[test]
fn figures_of_a_comparison_are_those_of_the_screen() {
    let data = bundled().expect("the bundled data is sound");
    let sheet = made(&data, "#/compare?differences=1&order=verdict&lang=en");
    let table = &sheet.tables[0];
    let at = column_of(table, "indicator")
        .iter()
        .position(|cell| matches!(cell, Cell::Text(name) if name.contains("without cash") || name.contains("ashless")))
        .expect("paying without cash differs");
    assert_eq!(column_of(table, "vn-2021-2025.value")[at], &Cell::Number(50.0));
    assert_eq!(column_of(table, "dak-nong-2021-2025.value")[at], &Cell::Number(30.0));
    assert_eq!(column_of(table, "dak-nong-2021-2025.verdict")[at], &Cell::Text("weaker".to_owned()));
    assert_eq!(column_of(table, "brvt-2021-2025.verdict")[at], &Cell::Text("not set".to_owned()));
    assert!(table.rows.len() < made(&data, "#/compare").tables[0].rows.len());
}

#[test]
fn an_open_cell_comes_first_and_adds_up_to_its_figure() {
    let data = bundled().expect("the bundled data is sound");
    let sheet = made(&data, "#/agencies?cell=bo-cong-thuong~_");
    let [tasks, matrix] = &sheet.tables[..] else { panic!("two tables") };
    let at = column_of(matrix, "agency").iter().position(|c| **c == Cell::text("Bộ Công Thương")).expect("it is there");
    let roles = |role: &str| column_of(tasks, "role").iter().filter(|cell| ***cell == Cell::text(role)).count();
    assert_eq!(column_of(matrix, "total.lead")[at], &Cell::count(roles("chủ trì")));
    assert_eq!(column_of(matrix, "total.coordinate")[at], &Cell::count(roles("phối hợp")));
    let agency = made(&data, "#/agency/bo-cong-thuong");
    assert_eq!(agency.tables[0].rows.len(), tasks.rows.len());
}

#[test]
fn the_table_of_a_file_is_turned_as_on_the_screen() {
    let data = bundled().expect("the bundled data is sound");
    let number = |cell: &Cell| if let Cell::Number(value) = cell { *value } else { panic!("{cell:?} is no figure") };
    let [plain, turned] = ["", "?rows=group"].map(|hash| made(&data, &format!("#/agencies{hash}")).tables.remove(0));
    let group = column_of(&turned, "group").len() - 2;
    let agency = column_of(&plain, "agency").iter().position(|c| **c == Cell::text("Bộ Công Thương")).expect("there");
    let id = &data.groups.solution.iter().find(|g| Cell::text(&g.name.vi) == turned.rows[group][0]).expect("there").id;
    for role in ["lead", "coordinate"] {
        let here = number(column_of(&plain, &format!("{id}.{role}"))[agency]);
        assert_eq!(number(column_of(&turned, &format!("bo-cong-thuong.{role}"))[group]), here, "{role}");
    }
    // Where no side is an agency a cell is one figure, and each row's address opens it.
    let sheet = made(&data, "#/agencies?rows=plan&columns=year&cell=vn-2021-2025~2022");
    let [tasks, years] = &sheet.tables[..] else { panic!("two tables") };
    let at = column_of(years, "plan").iter().position(|cell| **cell == Cell::text("QĐ 645")).expect("it is there");
    assert_eq!(column_of(years, "2022")[at], &Cell::count(tasks.rows.len()));
    let opens = format!("{BASE}#/agencies?rows=plan&columns=year&cell=vn-2021-2025~_");
    assert_eq!(column_of(years, "address")[at], &Cell::Address(opens));
    assert!(sheet.about.iter().any(|line| line.contains("kế hoạch (hàng) và năm (cột)")), "{:?}", sheet.about);
}

#[test]
fn a_search_is_taken_as_far_as_it_is_listed() {
    let data = bundled().expect("the bundled data is sound");
    let [first, all] = ["", "&all=1"].map(|all| made(&data, &format!("#/search?words=bo{all}")));
    let (page, every) = (&first.tables[0].rows, &all.tables[0].rows);
    assert_eq!(page.len(), 60);
    assert_eq!(page.as_slice(), &every[..60]);
    assert!(every.len() > 60, "{}", every.len());
    let said = |sheet: &Sheet| sheet.about.last().cloned().expect("it says how many");
    assert_eq!(said(&first), Lang::Vi.search_found(every.len(), 60));
    assert_eq!(said(&all), Lang::Vi.search_found(every.len(), every.len()));
    let kinds = made(&data, "#/search?words=hoa%20don&kind=target");
    let kinds = column_of(&kinds.tables[0], "kind").into_iter().collect::<Vec<_>>();
    assert!(!kinds.is_empty() && kinds.windows(2).all(|two| two[0] == two[1]), "{kinds:?}");
}

#[test]
fn of_a_plan_known_from_the_press_what_is_not_known_is_not_nought() {
    let data = bundled().expect("the bundled data is sound");
    let sheet = made(&data, "#/plans");
    let (tasks, basis) = (column_of(&sheet.tables[0], "tasks"), column_of(&sheet.tables[0], "basis"));
    for (tasks, basis) in tasks.iter().zip(basis) {
        assert_eq!(**tasks == Cell::Nothing, *basis == Cell::text("chỉ biết qua báo chí"));
    }
}

#[test]
fn json_is_read_by_another_reader_and_holds_the_same() {
    let data = bundled().expect("the bundled data is sound");
    for hash in states() {
        let sheet = made(&data, &hash);
        let read: serde_json::Value = serde_json::from_str(&json(&sheet)).expect("it is JSON");
        assert_eq!(read["address"], sheet.address.as_str());
        for (at, table) in sheet.tables.iter().enumerate() {
            let rows = read["tables"][at]["rows"].as_array().expect("rows");
            assert_eq!(rows.len(), table.rows.len());
            for (row, cells) in rows.iter().zip(&table.rows) {
                for (column, cell) in table.columns.iter().zip(cells) {
                    let expected = match cell {
                        Cell::Nothing => serde_json::Value::Null,
                        Cell::Number(value) => {
                            assert!((row[&column.key].as_f64().expect("a number") - value).abs() < 1e-6);
                            continue;
                        }
                        Cell::Text(words) | Cell::Date(words) | Cell::Address(words) => words.as_str().into(),
                    };
                    assert_eq!(row[&column.key], expected);
                }
            }
        }
    }
}

#[test]
fn csv_is_as_wide_in_every_row() {
    let data = bundled().expect("the bundled data is sound");
    for hash in states() {
        let sheet = made(&data, &hash);
        let text = csv(&sheet);
        let (mut quoted, mut cells, mut widths) = (false, 1, BTreeMap::new());
        for c in text.trim_start_matches('\u{feff}').chars() {
            match c {
                '"' => quoted = !quoted,
                ',' if !quoted => cells += 1,
                '\n' if !quoted => {
                    *widths.entry(cells).or_insert(0) += 1;
                    cells = 1;
                }
                _ => {}
            }
        }
        // Each with its heading and an empty row, and all but the first with its name.
        let tables: usize = sheet.tables.iter().map(|table| table.rows.len() + 3).sum();
        let width = sheet.tables.iter().map(|table| table.columns.len()).max().expect("a table");
        let lines = tables - 1 + sheet.colophon().len() + sheet.sources.len();
        assert_eq!(widths, BTreeMap::from([(width, lines)]), "{hash}");
        assert!(sheet.tables[1..].iter().all(|table| text.contains(&format!("\r\n{},", table.name))), "{hash}");
        assert!(text.contains(&sheet.address) && text.contains(sheet.citation.split(',').next().expect("words")));
    }
}

#[test]
fn our_own_reader_of_documents_opens_every_workbook() {
    let data = bundled().expect("the bundled data is sound");
    for hash in states() {
        let sheet = made(&data, &hash);
        let bytes = xlsx(&sheet, ORIGIN.now);
        let text = crate::document::text(&bytes, "").unwrap_or_else(|refused| panic!("{hash}: {refused:?}"));
        let plain = text;
        for table in &sheet.tables {
            for words in table.columns.iter().map(|column| column.label.as_str()) {
                let first = words.split(['&', '<', '"']).next().unwrap_or_default();
                assert!(plain.contains(first), "{hash}: {words}");
            }
        }
        assert!(bytes.len() < 200_000, "{hash}: {}", bytes.len());
    }
}

#[test]
fn only_what_a_view_offers_is_made() {
    let data = bundled().expect("the bundled data is sound");
    for hash in states() {
        let (address, _) = Address::read(&hash);
        for format in Format::ALL {
            let made = file(&data, &hash, format, &ORIGIN);
            // A calendar of nothing would be none.
            let empty = hash.contains("plans=vn-2026-2030") && matches!(format, Format::Calendar);
            assert_eq!(made.is_some(), offered(&address.view).contains(&format) && !empty, "{hash}: {format:?}");
        }
    }
    assert!(file(&data, "#/data", Format::Csv, &ORIGIN).is_none());
}

#[test]
fn an_indicator_has_its_steps_and_its_sources_their_borders() {
    let data = bundled().expect("the bundled data is sound");
    let sheet = made(&data, "#/indicator/ecommerce_cashless");
    let [_, steps] = &sheet.tables[..] else { panic!("{} tables", sheet.tables.len()) };
    let words = |key: &str| {
        let cells = column_of(steps, key).into_iter();
        cells.map(|cell| if let Cell::Text(words) = cell { words.clone() } else { "–".to_owned() }).collect::<Vec<_>>()
    };
    assert_eq!(words("change")[..5], ["mới", "không đặt nữa", "đặt lại", "không đặt", "thấp hơn"]);
    assert_eq!(words("from_figure")[0], "–", "that none was set is not nought");
    let nong = sheet.sources.iter().find(|source| source.name.contains("Đắk Nông")).expect("it is a source");
    assert!(nong.document.contains("Lâm Đồng"), "{}", nong.document);
}

#[test]
fn what_changed_an_indicator_s_meaning_stands_beside_its_figures() {
    let data = bundled().expect("the bundled data is sound");
    let note = data.indicator(&"communes_online_merchants".into()).and_then(|i| i.note.clone()).expect("it has one");
    let targets = made(&data, "#/plan/gia-lai-2026-2030");
    let told = |cell: &&Cell| matches!(cell, Cell::Text(words) if words.contains(&*note.vi));
    assert_eq!(column_of(&targets.tables[0], "note").into_iter().filter(told).count(), 1);
    assert!(made(&data, "#/indicator/communes_online_merchants?lang=en").about.iter().any(|said| *said == note.en));
}

use super::*;
use crate::address::resolve;
use crate::dataset::bundled;
use crate::i18n::Lang;
use crate::timeline::{Filter, Lanes, lay_out, lay_out_by};
use std::path::Path;

const ORIGIN: Origin<'_> = Origin { base: "https://lotrinh.example/", now: "2026-01-01T20:04:05", day: "2026-01-02" };

fn drawn(data: &DataSet, hash: &str) -> String {
    let (address, _) = resolve(data, Address::read(hash).0);
    drawing(data, &address, &ORIGIN).unwrap_or_else(|| panic!("{hash} draws nothing"))
}

/// The texts of a drawing in their order, and every coordinate with its element.
fn read(svg: &str) -> (Vec<String>, Vec<(String, f64, f64)>) {
    let (mut open, mut texts, mut places) = (Vec::new(), Vec::new(), Vec::new());
    for part in svg.split('<').skip(1) {
        let (tag, text) = part.split_once('>').expect("a tag ends");
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "elements close in order");
            continue;
        }
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        let number = |attribute: &str| {
            let value = tag.split_once(&format!(" {attribute}=\""))?.1.split_once('"')?.0;
            value.parse::<f64>().ok()
        };
        if let (Some(x), Some(y)) = (number("x"), number("y")) {
            places.push((tag.to_owned(), x, y));
        }
        if name == "text" {
            texts.push(text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
        }
        if !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?}");
    (texts, places)
}

const DRAWN: [&str; 12] = [
    "#/timeline",
    "#/timeline?lanes=end&plans=vn-2016-2020&lang=en",
    "#/timeline?plans=vn-2026-2030",
    "#/timeline?agency=bo-cong-thuong&table=1",
    "#/compare",
    "#/compare?differences=1&order=verdict&lang=en",
    "#/agencies",
    "#/agencies?plans=vn-2016-2020&columns=year&cell=bo-cong-thuong~2018&lang=en",
    "#/agencies?rows=group&columns=agency",
    "#/agencies?columns=with&today=1",
    "#/indicator/b2c_revenue",
    "#/indicator/online_shoppers_share?lang=en",
];

#[test]
fn a_drawing_stands_by_itself_and_says_where_it_is_from() {
    let data = bundled().expect("the bundled data is sound");
    for hash in DRAWN {
        let svg = drawn(&data, hash);
        let (texts, places) = read(&svg);
        let all = texts.join(" ");
        let (address, _) = Address::read(hash);
        let sheet = sheet(&data, &address, &ORIGIN).expect("it has a sheet");
        assert!(all.contains(&sheet.title), "{hash}: {}", sheet.title);
        // A long address is broken where the line ends.
        let close = |words: &str| words.replace(' ', "");
        for part in [&sheet.address, &sheet.citation].into_iter().chain(&sheet.about) {
            assert!(close(&all).contains(&close(part)), "{hash}: {part}");
        }
        assert!(all.contains("2026"), "the day");
        assert!(svg.contains("<title id=\"title\">") && svg.contains("<desc id=\"desc\">"));
        for outside in ["href", "style=", "class=", "<style", "<script", "@import", "url(http"] {
            assert!(!svg.contains(outside), "{hash}: {outside}");
        }
        let size = |name: &str| -> f64 {
            let value = svg.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split_once('"'));
            value.and_then(|(value, _)| value.parse().ok()).expect("a size")
        };
        let (width, height) = (size("width"), size("height"));
        for (tag, x, y) in places {
            assert!((0.0..=width).contains(&x) && (0.0..=height).contains(&y), "{hash}: {tag}");
        }
    }
    for hash in ["#/", "#/plans", "#/indicator/internet_economy_gmv"] {
        assert!(drawing(&data, &Address::read(hash).0, &ORIGIN).is_none(), "{hash}");
    }
}

#[test]
fn a_matrix_has_the_figures_of_its_table_and_the_tasks_of_its_open_cell() {
    let data = bundled().expect("the bundled data is sound");
    for hash in
        ["#/agencies", "#/agencies?rows=plan&columns=year", "#/agencies?columns=plan&cell=bo-cong-thuong~vn-2021-2025"]
    {
        let (texts, _) = read(&drawn(&data, hash));
        let (address, unread) = Address::read(hash);
        assert!(unread.is_empty(), "{hash}");
        let View::Agencies(state) = &address.view else { panic!("{hash} is a matrix") };
        let counted = crate::matrix::matrix(&data, &state.settings);
        let cells =
            counted.rows.iter().chain([counted.everyone()]).flat_map(|row| [&row.total].into_iter().chain(&row.cells));
        let led: usize = cells.clone().map(|cell| cell.lead.len()).sum();
        let helped: usize = cells.map(|cell| cell.coordinate.len()).sum();
        // A figure stands alone in its text, behind its sign.
        let figures =
            |text: &&String| text.trim_start_matches(['■', '∅', ' ']).trim_end_matches('?').parse::<usize>().ok();
        let help = |text: &&String| text.strip_prefix("□ ").and_then(|n| n.trim_end_matches('?').parse::<usize>().ok());
        // Years in the heads are no figures.
        let count = |text: &String| figures(&text).filter(|n| *n < 1990);
        assert_eq!(texts.iter().filter_map(count).sum::<usize>(), led, "{hash}");
        assert_eq!(texts.iter().filter_map(|text| help(&text)).sum::<usize>(), helped, "{hash}");
        if let Some((row, column)) = state.cell {
            let cell = counted.cell(row, column).expect("there is such a cell");
            let all = texts.join(" ");
            assert!(!cell.lead.is_empty(), "{hash}");
            for (_, task) in cell.lead.iter().chain(&cell.coordinate) {
                assert!(all.contains(&*task.title.vi), "{hash}: {}", task.title.vi);
            }
        }
    }
}

#[test]
fn a_timeline_is_drawn_whole() {
    let data = bundled().expect("the bundled data is sound");
    let svg = drawn(&data, "#/timeline");
    let (texts, _) = read(&svg);
    let all = texts.join(" ");
    let timeline = lay_out(&data, &Filter::default(), Lanes::Agency);
    let rows: usize = timeline.lanes.iter().map(|lane| lane.rows.len()).sum();
    assert!(rows > data.tasks().count(), "a task stands in several lanes");
    let bars = timeline.lanes.iter().flat_map(|lane| &lane.rows).filter(|row| row.bar.is_some()).count();
    let key = 7;
    // Paper, head and two hatchings are rectangles too.
    assert_eq!(svg.matches("<rect").count() - 4, bars + key);
    for (_, task) in data.tasks() {
        assert!(
            all.contains(task.title.vi.split_whitespace().collect::<Vec<_>>().join(" ").as_str()),
            "{}",
            task.title.vi
        );
    }
}

#[test]
fn lanes_and_rows_follow_each_other_as_on_the_screen() {
    let data = bundled().expect("the bundled data is sound");
    let lanes = |hash: &str| -> Vec<String> {
        let (address, unread) = Address::read(hash);
        assert!(unread.is_empty(), "{hash}");
        let View::Timeline(state) = &address.view else { panic!("{hash} is a timeline") };
        let Some((texts, _)) = drawing(&data, &address, &ORIGIN).map(|svg| read(&svg)) else { return Vec::new() };
        let names = lay_out_by(&data, &state.filter, state.lanes, state.order, state.rows, Lang::Vi).lanes;
        let names =
            names.iter().filter_map(|lane| data.agency(&lane.key.as_str().into())).map(|a| a.name.vi.to_string());
        let names: Vec<_> = names.collect();
        let at = |name: &String| texts.iter().position(|text| name.starts_with(text.as_str()) && text.len() > 8);
        let places: Vec<_> = names.iter().filter_map(at).collect();
        assert!(places.is_sorted() && places.len() > 5, "{hash}: {places:?}");
        names
    };
    let (usual, by_name) = (lanes("#/timeline?plans=vn-2016-2020"), lanes("#/timeline?plans=vn-2016-2020&order=name"));
    assert_ne!(usual, by_name);
}

#[test]
fn one_drawing_is_as_it_was() {
    let data = bundled().expect("the bundled data is sound");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goldens/indicator-b2c_revenue.svg");
    let now = drawn(&data, "#/indicator/b2c_revenue").replace(env!("CARGO_PKG_VERSION"), "VERSION");
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::write(&path, &now).expect("the golden can be written");
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(now, golden, "see CONTRIBUTING.md for how goldens are written anew");
}

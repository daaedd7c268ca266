//! Rendered views against the files in `tests/goldens`.
//!
//! `UPDATE_GOLDENS=1 cargo test --features ui goldens` writes them anew; read the difference
//! before committing it.

use super::render;
use crate::dataset::bundled;
use std::path::Path;

/// File name and address: each view once, with the states in which it looks different.
const PAGES: &[(&str, &str)] = &[
    ("overview", "#/"),
    ("plans-en", "#/plans?lang=en"),
    ("plan-press", "#/plan/gia-lai-2026-2030"),
    ("plan-targets-en", "#/plan/dak-nong-2021-2025?part=targets&lang=en"),
    ("plan-money", "#/plan/brvt-2021-2025?part=provisions"),
    ("record-target-nested", "#/plan/dak-nong-2021-2025/t6"),
    ("record-target-spliced-en", "#/plan/dak-nong-2021-2025/t4?lang=en"),
    ("record-task-uncertain", "#/plan/vn-2016-2020/n88"),
    ("record-placeholder-en", "#/plan/vn-2026-2030-draft/n54?lang=en"),
    ("timeline-agency", "#/timeline?agency=bo-giao-duc-dao-tao"),
    ("timeline-table-en", "#/timeline?agency=bo-cong-an&table=1&lang=en"),
    ("agencies-cell", "#/agencies?plans=vn-2026-2030-draft&cell=bo-cong-thuong~_"),
    ("agencies-years", "#/agencies?plans=dak-nong-2021-2025&rows=group&columns=year&cell=people~2022"),
    (
        "agencies-turned-en",
        "#/agencies?plans=vn-2021-2025&rows=role&columns=agency&today=1&cell=_all~bo-tai-chinh&lang=en",
    ),
    ("agency-succeeded-en", "#/agency/bo-thong-tin-truyen-thong?lang=en"),
    ("compare-rule", "#/compare?group=payments&cell=dak-nong-2021-2025~cashless_via_intermediaries"),
    ("compare-ranges-en", "#/compare?baseline=vn-2026-2030&plans=gia-lai-2026-2030&group=market&lang=en"),
    ("indicators-en", "#/indicators?lang=en"),
    ("indicator", "#/indicator/b2c_retail_share"),
    ("search", "#/search?words=hoa%20don&kind=target"),
    ("data-en", "#/data?lang=en"),
    ("broken-address", "#/plan/vn-2021-2025/t999?lanes=colour"),
];

/// A tag a line, so that a difference can be read; a space before a tag shows as ␠.
fn by_line(html: &str) -> String {
    let mut out = html.replace(" <", "␠<").replace('<', "\n<").trim_start().to_owned();
    out.push('\n');
    out
}

#[test]
fn rendered_views() {
    let data = bundled().expect("the bundled data is sound");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goldens");
    let update = std::env::var_os("UPDATE_GOLDENS").is_some();
    let mut different = Vec::new();
    for (name, hash) in PAGES {
        let html = by_line(&render::page(&data, hash));
        let file = folder.join(format!("{name}.html"));
        if update {
            std::fs::create_dir_all(&folder).expect("the folder can be made");
            std::fs::write(&file, html).expect("the golden can be written");
        } else if std::fs::read_to_string(&file).is_ok_and(|golden| golden == html) {
        } else {
            let found = folder.join(format!("{name}.found.html"));
            std::fs::write(&found, html).expect("the difference can be written");
            different.push(format!("{name} ({hash}): see {}", found.display()));
        }
    }
    assert!(different.is_empty(), "views differ from tests/goldens:\n{}", different.join("\n"));
}

#[test]
fn every_record_agency_and_indicator_has_a_page_with_one_heading() {
    let data = bundled().expect("the bundled data is sound");
    let mut hashes = Vec::new();
    for plan in &data.plans {
        hashes.push(format!("#/plan/{}", plan.id));
        hashes.extend(plan.records().map(|record| format!("#/plan/{}/{}", plan.id, record.id())));
    }
    hashes.extend(data.agencies.iter().map(|agency| format!("#/agency/{}", agency.id)));
    hashes.extend(data.indicators.iter().map(|indicator| format!("#/indicator/{}", indicator.id)));
    for (i, hash) in hashes.iter().enumerate() {
        // Alternately in both languages: half the time, and every page in one of them.
        let hash = if i % 2 == 0 { hash.clone() } else { format!("{hash}?lang=en") };
        let html = render::page(&data, &hash);
        assert_eq!(html.matches("<h1").count(), 1, "{hash}");
        assert!(!html.contains("notice__title"), "{hash} is not known");
    }
}

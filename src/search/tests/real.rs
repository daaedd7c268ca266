//! The bundled data, asked what readers ask.

use super::*;

/// Expects these records first.
#[track_caller]
fn check(query: &str, expected: &[&str]) {
    let answer = real_index().search(&all(query));
    let found: Vec<String> = answer.hits.iter().take(expected.len()).map(|hit| name(hit.id)).collect();
    assert_eq!(found, expected);
}

/// Expects these records somewhere.
#[track_caller]
fn check_among(query: &str, expected: &[&str]) {
    let answer = real_index().search(&all(query));
    let found: Vec<String> = answer.hits.iter().map(|hit| name(hit.id)).collect();
    for record in expected {
        assert!(found.iter().any(|name| name == record), "{query} does not find {record} but {found:?}");
    }
}

fn count(query: &str) -> usize {
    real_index().search(&all(query)).total
}

fn plan_place(id: &str) -> u32 {
    data().plans.iter().position(|plan| plan.id == id).expect("the plan is there") as u32
}

#[test]
fn every_record_can_be_found_and_is_there_once() {
    let data = data();
    let records: usize = data.plans.iter().map(|plan| 1 + plan.records().count() + plan.defects.len()).sum();
    let index = real_index();
    let entries: Vec<_> = (0..index.len()).filter_map(|at| index.entry(at)).collect();
    assert_eq!(entries.len(), records + data.agencies.len() + data.indicators.len());
    let mut ids: Vec<_> = entries.iter().map(|entry| entry.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), entries.len());
    for entry in &entries {
        assert!(entry.id.find(data).is_some(), "{:?}", entry.id);
        assert!(entry.fields.is_sorted_by_key(|field| field.role), "{:?}: the weightiest first", entry.id);
        assert!(entry.title(Lang::Vi).is_some() && entry.title(Lang::En).is_some(), "{:?}", entry.id);
    }
    let beyond = DocId { kind: Kind::Task, plan: Some(0), at: u32::MAX };
    assert_eq!(beyond.find(data), None);
}

#[test]
fn document_numbers_are_found_exactly() {
    check("645/QĐ-TTg", &["vn-2021-2025"]);
    check("645/qd-ttg", &["vn-2021-2025"]);
    check("645", &["vn-2021-2025"]);
    check("1364/qd-ubnd", &["dak-nong-2021-2025"]);
    check("1568", &["vn-2026-2030"]);
    check("quyết định 1568", &["vn-2026-2030"]);
    check("decision 1568", &["vn-2026-2030"]);
}

#[test]
fn vietnamese_is_found_without_its_marks() {
    check("hoa don dien tu", &["einvoice_share"]);
    check("hóa đơn điện tử", &["einvoice_share"]);
    check("hoá đơn", &["einvoice_share"]);
    check("dak nong", &["dak-nong-2021-2025"]);
    check("Đắk Nông", &["dak-nong-2021-2025"]);
    check("bo cong thuong", &["bo-cong-thuong"]);
    check("thanh toan qua trung gian", &["cashless_via_intermediaries"]);
}

#[test]
fn english_finds_the_same_records() {
    check("e-invoice", &["einvoice_share"]);
    check("Ministry of Industry and Trade", &["bo-cong-thuong"]);
    check_among("cashless payment", &["ecommerce_cashless", "utilities_cashless"]);
    check("last-mile cost", &["last_mile_cost_share"]);
}

#[test]
fn abbreviations_and_long_forms_are_the_same() {
    assert_eq!(count("ubnd tinh dak nong"), count("ủy ban nhân dân tỉnh đắk nông"));
    assert_eq!(count("dnnvv"), count("doanh nghiệp nhỏ và vừa"));
    assert_eq!(count("dnnvv"), count("sme"));
    check("sme", &["sme_on_platforms"]);
    check("bộ kh&đt", &["bo-ke-hoach-dau-tu"]);
    check("bo gd&dt", &["bo-giao-duc-dao-tao"]);
    check_among("nhnn", &["ngan-hang-nha-nuoc", "dak-nong-ngan-hang"]);
    check_among("qltt", &["dak-nong-quan-ly-thi-truong"]);
    check_among("hddt", &["einvoice_share"]);
    assert_eq!(count("tmdt"), count("e-commerce"));
    assert!(count("thuong mai dien tu") >= count("tmdt"), "scattered words are found too");
}

#[test]
fn an_agency_is_found_by_what_it_was_and_became_below_direct_finds() {
    check("Bộ Thông tin và Truyền thông", &["bo-thong-tin-truyen-thong"]);
    check_among("Bộ Thông tin và Truyền thông", &["bo-khoa-hoc-cong-nghe"]);
    check("Bộ TT&TT", &["bo-thong-tin-truyen-thong"]);
    check_among("bo tt&tt", &["bo-khoa-hoc-cong-nghe"]);
    check("bộ khoa học và công nghệ", &["bo-khoa-hoc-cong-nghe"]);
    check_among("bộ khoa học và công nghệ", &["bo-thong-tin-truyen-thong"]);
    let answer = real_index().search(&all("bo thong tin va truyen thong"));
    let place = |id: &str| answer.hits.iter().position(|hit| name(hit.id) == id);
    assert_eq!(place("bo-khoa-hoc-cong-nghe"), Some(answer.hits.len() - 1));
}

#[test]
fn typos_are_forgiven() {
    check("thanh tona qua trung gian", &["cashless_via_intermediaries"]);
    check_among("platfrm", &["sme_on_platforms"]);
    check("minstry of industry and trade", &["bo-cong-thuong"]);
}

#[test]
fn filters_narrow_and_the_counts_of_kinds_stay() {
    let everything = real_index().search(&all("thanh toán"));
    assert_eq!(everything.kinds.iter().sum::<usize>(), everything.total);
    let tasks = Filter { kinds: vec![Kind::Task], ..Filter::default() };
    let answer = real_index().search(&Query { filter: tasks, ..all("thanh toán") });
    assert!(answer.hits.iter().all(|hit| hit.id.kind == Kind::Task));
    assert_eq!(answer.kinds, everything.kinds, "the counts say what the other kinds would give");
    assert_eq!(answer.total, everything.kinds[Kind::Task as usize]);

    let plan = plan_place("dak-nong-2021-2025");
    let answer =
        real_index().search(&Query { filter: Filter { plans: vec![plan], ..Filter::default() }, ..all("thanh toán") });
    assert!(answer.total > 0 && answer.hits.iter().all(|hit| hit.id.plan == Some(plan)));

    let agency = data().agencies.iter().position(|agency| agency.id == "bo-tai-chinh").expect("it is there") as u32;
    let filter = Filter { agencies: vec![agency], ..Filter::default() };
    let answer = real_index().search(&Query { filter, ..all("tmđt") });
    assert!(answer.total > 0);
    for hit in &answer.hits {
        let Some(Found::Record(_, record)) = hit.id.find(data()) else { panic!("{:?}", hit.id) };
        let crate::model::Record::Task(task) = record else { panic!("{:?}", hit.id) };
        assert!(task.agencies().any(|(id, _)| id == "bo-tai-chinh"));
    }

    let in_2018 = Filter { year: Some(2018), ..Filter::default() };
    let answer = real_index().search(&Query { filter: in_2018, ..all("thanh toán") });
    assert!(answer.total > 0);
    for hit in &answer.hits {
        let years = real_index().entries.years(hit.entry);
        assert!(years.is_some_and(|(first, last)| first <= 2018 && 2018 <= last));
    }
    let never = Filter { year: Some(1900), ..Filter::default() };
    let answer = real_index().search(&Query { filter: never, ..all("thanh toán") });
    assert_eq!((answer.total, answer.corrected), (0, false), "what the filter hides is no reason for typos");
}

#[test]
fn years_clauses_and_agencies_lead_to_records() {
    check_among("2025 b2c", &["vn-2021-2025/t3"]);
    let answer = real_index().search(&all("\"Điều 1 > B > II\""));
    let is_target = |hit: &Hit| hit.id.kind == Kind::Target;
    assert!(answer.hits.iter().any(is_target));
    let agency_of_task = real_index().search(&Query {
        filter: Filter { kinds: vec![Kind::Task], ..Filter::default() },
        ..all("Bộ Thông tin và Truyền thông")
    });
    assert!(agency_of_task.total > 0);
}

//! Small invented documents beside small plans, and the five sources where those are at hand.

use super::*;
use crate::clause;
use crate::dataset::bundled;
use crate::model::PlanId;
use crate::reader::read_document;
use crate::review::Review;
use std::path::Path;

const TEXT: &str = "UBND TỈNH GIA LAI\nSố: 77/KH-UBND\nGia Lai, ngày 12 tháng 3 năm 2026\n\nKẾ HOẠCH\n\
Phát triển thương mại điện tử tỉnh Gia Lai giai đoạn 2026 - 2030\n\n\
I. MỤC TIÊU\n\
1. Trên 65% dân số mua sắm trực tuyến vào năm 2030.\n\
2. Tập huấn cho 1,2 triệu lượt người.\n\n\
II. TỔ CHỨC THỰC HIỆN\n\
1. Sở Công Thương chủ trì, phối hợp với Công an tỉnh lập bản đồ gian hàng năm 2027.\n\
2. Sở Tài chính bố trí kinh phí.\n";

/// The plan that the text itself yields, in the data under its number.
fn data() -> (DataSet, Plan) {
    let mut data = bundled().expect("the bundled data is sound");
    let own = Review::of_text(TEXT, &data).own(&data).expect("it has a period");
    own.clone().join(&mut data);
    (data, own.plan)
}

fn known(text: &str, data: &DataSet) -> Option<Attachment> {
    let document = clause::read(text);
    attach(&document, &read_document(&document).plan, data)
}

#[test]
fn each_record_stands_beside_its_words() {
    let (data, plan) = data();
    let found = known(TEXT, &data).expect("its number is known");
    assert_eq!((found.plan.as_str(), found.known_by), (plan.id.as_str(), Some(KnownBy::Number)));
    assert_eq!(found.mismatched().collect::<Vec<_>>(), Vec::<&Attached>::new());
    let shopping = &found.records[0].paragraphs[0];
    assert_eq!(shopping.text, "Trên 65% dân số mua sắm trực tuyến vào năm 2030.");
    assert_eq!(&TEXT[shopping.place.clone()], shopping.text);
    let marked = |p: &Paragraph| p.marks.iter().map(|m| (p.text[m.at.clone()].to_owned(), m.kind)).collect::<Vec<_>>();
    assert_eq!(marked(shopping), [("65".to_owned(), MarkKind::Figure), ("2030".to_owned(), MarkKind::Year)]);
    let training = &found.records[1].paragraphs[0];
    assert_eq!(marked(training), [("1,2 triệu lượt".to_owned(), MarkKind::Figure)], "in a scale of its own");
    let map = &found.records[2].paragraphs[0];
    assert_eq!(
        marked(map),
        [
            ("Sở Công Thương".to_owned(), MarkKind::Agency),
            ("Công an tỉnh".to_owned(), MarkKind::Agency),
            ("2027".to_owned(), MarkKind::Year)
        ]
    );
}

#[test]
fn what_does_not_agree_is_listed() {
    let (data, mut plan) = data();
    plan.targets[0].value = 70.0;
    plan.targets[1].clause = ClausePath::from("I > 9");
    plan.tasks[0].end = Some(2029);
    let found = beside(&clause::read(TEXT), &plan, &data);
    let wrong: Vec<_> = found.mismatched().map(|r| (r.record.as_str(), r.mismatches.clone())).collect();
    assert_eq!(
        wrong,
        [
            ("t1", Vec::from([Mismatch::Figure(70.0)])),
            ("t2", Vec::from([Mismatch::NoClause])),
            ("n1", Vec::from([Mismatch::Year(2029)])),
        ]
    );
    assert!(!found.records[0].paragraphs.is_empty(), "the words are shown all the same");
    assert!(found.records[1].paragraphs.is_empty());
}

#[test]
fn a_table_row_is_found_by_its_number() {
    let text = "Phụ lục\n| STT | Nhiệm vụ | Chủ trì |\n|---|---|---|\n| 1 | Làm một việc | Sở A |\n| 2 | Làm việc khác | Sở B |\n";
    let document = clause::read(text);
    let pieces = pieces_of(&document, "Phụ lục > 2");
    assert_eq!(pieces.len(), 1, "{:?}", document.pieces);
    assert!(compare::paragraphs(&document, &pieces)[0].text.contains("Làm việc khác"));
    assert!(pieces_of(&document, "Phụ lục > 3").is_empty());
}

#[test]
fn another_documents_text_is_of_no_plan() {
    let (data, _) = data();
    assert_eq!(known("Một bài báo về chợ Tết, không phải kế hoạch.", &data), None);
    assert_eq!(known("", &data), None);
    let other = TEXT.replace("77/KH-UBND", "78/KH-UBND");
    assert_eq!(known(&other, &data), None, "another number");
    let other = TEXT.replace("Số: 77/KH-UBND\n", "").replace("Gia Lai", "Lào Cai").replace("GIA LAI", "LÀO CAI");
    assert_eq!(known(&other, &data), None, "another province");
    // Without its number it is known by what stands in it.
    let found = known(&TEXT.replace("Số: 77/KH-UBND\n", ""), &data).expect("its clauses are there");
    assert_eq!(found.known_by, Some(KnownBy::Clauses));
}

#[test]
fn a_plan_known_from_the_press_cites_no_clause() {
    let (data, _) = data();
    let plan = data.plan(&PlanId::from("da-nang-2026-2030")).expect("it is bundled");
    let found = beside(&clause::read(TEXT), plan, &data);
    assert!(found.records.iter().all(|r| r.mismatches == [Mismatch::Uncited]));
}

#[test]
fn numbers_are_read_the_vietnamese_way() {
    let found: Vec<f64> =
        numbers("đạt 1.000.000 lượt, 2.224,5 triệu; 05 lớp 55%.").into_iter().map(|(_, n)| n).collect();
    assert_eq!(found, [1_000_000.0, 2224.5, 5.0, 55.0]);
    assert_eq!(numbers("…55.").first().map(|(at, _)| at.clone()), Some("…".len().."…55".len()));
}

#[test]
fn the_five_sources_are_known_and_their_clauses_found() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/sources");
    if !sources.is_dir() {
        eprintln!("skipped: no ../shared/sources beside the checkout");
        return;
    }
    let data = bundled().expect("the bundled data is sound");
    for plan in data.plans.iter().filter(|p| p.basis == Basis::Document) {
        let text = std::fs::read_to_string(sources.join(format!("{}.txt", plan.id))).expect("the text is there");
        let found = known(&text, &data).unwrap_or_else(|| panic!("{} is not known", plan.id));
        assert_eq!(found.plan, plan.id.as_str());
        // The rows of the one annex that the scan broke have no numbers left to be found by.
        let broken = |r: &&Attached| plan.id == "vn-2016-2020" && r.clause.starts_with("Phụ lục > ");
        let wrong: Vec<_> =
            found.mismatched().filter(|r| !broken(r)).map(|r| (&r.record, &r.clause, &r.mismatches)).collect();
        let lost = |path: &str| {
            plan.defects.iter().any(|d| d.clause.is_clause() && ClausePath::from(path).is_within(d.clause.as_str()))
        };
        assert!(wrong.iter().all(|(_, clause, _)| lost(clause)), "{}: {wrong:?}", plan.id);
    }
}

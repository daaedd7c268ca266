//! Deciding, taking back, and the plan that comes of it.

use super::*;
use crate::align::{Verdict, compare};
use crate::dataset::{bundled, read};
use crate::model::{AgencyId, DateBasis, Level, PlanId, Unit};
use proptest::prelude::*;

const TEXT: &str = "ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\nSố: 77/KH-UBND\nGia Lai, ngày 12 tháng 3 năm 2026\n\nKẾ HOẠCH\n\
Phát triển thương mại điện tử tỉnh Gia Lai giai đoạn 2026 - 2030\n\n\
I. MỤC TIÊU\n\
1. Đến năm 2030, trên 65% dân số trưởng thành mua sắm trực tuyến.\n\
2. Có 500 hợp tác xã mở gian hàng trên sàn thương mại điện tử.\n\
3. Doanh số thương mại điện tử B2C đạt 12.000 tỷ đồng.\n\n\
II. TỔ CHỨC THỰC HIỆN\n\
1. Sở Công Thương\n\
a) Chủ trì, phối hợp với Công an tỉnh và Hội Nông dân tỉnh hướng dẫn thương nhân bán hàng trực tuyến.\n\
b) Trước ngày 15 tháng 12 hằng năm, tổng hợp kết quả, báo cáo Ủy ban nhân dân tỉnh.\n\
2. Sở Tài chính bố trí kinh phí thực hiện Kế hoạch.\n";

fn data() -> DataSet {
    bundled().expect("the bundled data is sound")
}

fn review() -> (Review, DataSet) {
    let data = data();
    (Review::of_text(TEXT, &data), data)
}

#[test]
fn every_suggestion_leads_to_its_passage() {
    let (review, _) = review();
    assert_eq!((review.targets.len(), review.tasks.len()), (3, 3), "{review:#?}");
    for place in review.targets.iter().map(|s| &s.now.place).chain(review.tasks.iter().map(|s| &s.now.place)) {
        let place = place.as_ref().expect("it was found somewhere");
        assert!(place.passage.start <= place.quote.start && place.quote.end <= place.passage.end);
        assert_eq!(TEXT[place.quote.clone()], place.text);
    }
    let quote = |i: usize| review.targets[i].now.place.clone().expect("found").text;
    assert!(quote(0).contains("65% dân số"), "{}", quote(0));
}

#[test]
fn decisions_are_taken_back_and_done_again() {
    let (mut review, _) = review();
    let start = review.clone();
    assert!(review.act(Action::Accept(Which::Target(0))));
    assert!(!review.act(Action::Accept(Which::Target(0))), "nothing changes");
    let mut target = review.targets[1].now.clone();
    target.value = 550.0;
    assert!(review.act(Action::CorrectTarget(1, target.clone())));
    assert!(review.act(Action::Reject(Which::Task(2))));
    assert!(review.act(Action::AddTarget(target)));
    let statuses: Vec<_> = review.targets.iter().map(|s| s.status).collect();
    assert_eq!(statuses, [Status::Accepted, Status::Corrected, Status::Suggested, Status::Added]);
    assert_eq!(review.counts(), Counts { open: 3, kept: 3, rejected: 1 });
    let end = review.clone();
    for _ in 0..4 {
        assert!(review.act(Action::Undo));
    }
    assert!(!review.act(Action::Undo));
    assert_eq!((&review.targets, &review.tasks), (&start.targets, &start.tasks));
    for _ in 0..4 {
        assert!(review.act(Action::Redo));
    }
    assert!(!review.act(Action::Redo));
    assert_eq!(review, end);
    assert!(review.act(Action::Reset(Which::Target(1))));
    assert_eq!(review.targets[1].now.value.to_bits(), 500_f64.to_bits());
    assert!(!review.can_redo(), "a new step ends what could be done again");
}

#[test]
fn all_that_is_sure_is_accepted_in_one_step() {
    let (mut review, _) = review();
    let open = review.counts().open;
    assert!(review.act(Action::AcceptAll(0.0)));
    assert_eq!(review.counts().kept, open);
    assert!(review.act(Action::Undo));
    assert_eq!(review.counts().open, open);
    assert!(!review.act(Action::AcceptAll(1.1)));
}

#[test]
fn targets_and_tasks_are_accepted_by_kind() {
    let (mut review, _) = review();
    let open = |review: &Review| {
        let is_open = |status: Status| status == Status::Suggested;
        let tasks = review.tasks.iter().filter(|s| is_open(s.status)).count();
        (review.targets.iter().filter(|s| is_open(s.status)).count(), tasks)
    };
    let (targets, tasks) = open(&review);
    assert!(targets > 0 && tasks > 0);
    assert!(review.act(Action::AcceptTargets));
    assert_eq!(open(&review), (0, tasks));
    assert!(!review.act(Action::AcceptTargets), "nothing is left to decide on");
    assert!(review.act(Action::AcceptTasks));
    assert_eq!(open(&review), (0, 0));
    assert!(review.act(Action::Undo) && review.act(Action::Undo));
    assert_eq!(open(&review), (targets, tasks));
}

#[test]
fn it_is_kept_as_plain_data() {
    let (mut review, _) = review();
    review.act(Action::Accept(Which::Task(1)));
    let kept = serde_json::to_string(&review).expect("it can be written");
    let mut back: Review = serde_json::from_str(&kept).expect("it can be read");
    assert_eq!(back, review);
    assert!(back.act(Action::Undo), "steps are kept too");
    let action: Action = serde_json::from_str(r#"{"accept": {"target": 0}}"#).expect("an action");
    assert_eq!(action, Action::Accept(Which::Target(0)));
}

#[test]
fn it_becomes_a_plan_like_the_others() {
    let (mut review, mut data) = review();
    review.act(Action::Accept(Which::Target(0)));
    let own = review.own(&data).expect("it has a period");
    assert_eq!(
        own.problems(&data).iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["data/plans/gia-lai-2026-2030-2.json: targets t3: unit `million_vnd`, but `b2c_revenue` is in `billion_usd`"]
    );
    let plan = &own.plan;
    assert_eq!((plan.level, plan.period, plan.number.as_deref()), (Level::Province, (2026, 2030), Some("77/KH-UBND")));
    assert_eq!(plan.issuer, AgencyId::from("gia-lai-ubnd"));
    assert_eq!(plan.answers, Some(PlanId::from("vn-2026-2030")));
    assert_eq!(plan.targets[0].title.en, "Share of population shopping online: over 65%");
    assert!(plan.targets[0].flags.is_empty() && plan.targets[1].has_flag("unreviewed"));
    assert_eq!(plan.targets[2].value.to_bits(), 12_000_000_f64.to_bits(), "in millions of đồng");
    let counted = &plan.targets[1];
    assert_eq!((counted.unit, counted.value.to_bits()), (Unit::Count, 500_f64.to_bits()));
    assert!(counted.title.vi.contains("500 hợp tác xã"), "{counted:?}");
    let lead: Vec<_> = plan.tasks.iter().map(|t| t.lead.iter().map(AgencyId::as_str).collect::<Vec<_>>()).collect();
    assert_eq!(lead, [["gia-lai-so-cong-thuong"], ["gia-lai-so-cong-thuong"], ["gia-lai-so-tai-chinh"]]);
    assert_eq!(plan.tasks[1].recurrence.map(Recurrence::id).as_deref(), Some("yearly_by_12-15"));
    assert_eq!(plan.tasks[1].date_basis, DateBasis::PlanPeriod);
    let police = own.agencies.iter().find(|a| a.short.vi == "Công an tỉnh").expect("a record was made");
    assert_eq!((&*police.name.vi, &*police.name.en), ("Công an tỉnh Gia Lai", "Police of Gia Lai"));

    own.clone().join(&mut data);
    let indicator = data.indicator(&"online_shoppers_share".into()).expect("it is known").clone();
    let baseline = data.plan(&"vn-2026-2030".into()).expect("it is bundled").clone();
    let nation = baseline.targets_for(&indicator.id).next().expect("the nation has it");
    let own_plan = data.plan(&plan.id).expect("it has joined");
    let (verdict, _) = compare(&indicator, (own_plan, &own_plan.targets[0]), (&baseline, nation));
    assert!(!matches!(verdict, Verdict::Missing | Verdict::NotComparable(_)), "{verdict:?}");
    assert!(own_plan.tasks.iter().flat_map(|t| &t.lead).all(|id| data.agency(id).is_some()));
}

#[test]
fn the_file_is_the_data_files_own_format() {
    let (review, data) = review();
    let own = review.own(&data).expect("it has a period");
    let plan_file = own.plan_json();
    let read_back = read(&[("plans/own.json", plan_file.as_str())]).expect("the data's own reader takes it");
    assert_eq!(read_back.plans[0], own.plan);
    assert_eq!(Own::open(&own.to_file()), Ok(own.clone()));
    let alone = Own::open(&plan_file).expect("a plan alone");
    assert_eq!((alone.plan, alone.agencies.len()), (own.plan, 0));
    for broken in ["", "[]", "{\"plan\": 3}", "not json", "{}"] {
        assert!(matches!(Own::open(broken), Err(Cannot::NotOurs(_))), "{broken}");
    }
}

/// What is written of every bundled plan is read back as it was, so no field is forgotten.
#[test]
fn every_bundled_plan_is_written_and_read_back() {
    let data = data();
    for plan in &data.plans {
        let file = Own { plan: plan.clone(), agencies: data.agencies.clone() }.to_file();
        let back = Own::open(&file).expect("it can be opened");
        assert_eq!(back.plan, *plan);
        assert_eq!(back.agencies, data.agencies);
    }
}

#[test]
fn known_documents_agencies_are_known() {
    let data = data();
    let names = agencies::Names::new(&data, Some("ba-ria-vung-tau"));
    for (printed, id) in [
        ("Sở Công Thương", "brvt-so-cong-thuong"),
        ("Sở KH&ĐT", "brvt-so-ke-hoach"),
        ("UBND tỉnh", "brvt-ubnd"),
        ("Công an tỉnh", "brvt-cong-an"),
        ("Bộ Công Thương", "bo-cong-thuong"),
        ("Sở Thông tin & Truyền thông", "brvt-so-thong-tin"),
        ("Các doanh nghiệp trên địa bàn tỉnh", "brvt-doanh-nghiep"),
        ("Hiệp hội, ngành hàng", "brvt-hiep-hoi"),
        ("các đơn vị có liên quan", "brvt-don-vi-lien-quan"),
        ("UBND các huyện, thị xã", "brvt-ubnd-cap-huyen"),
    ] {
        assert_eq!(names.known(printed).as_deref(), Some(id), "{printed}");
    }
    assert_eq!(names.known("Hội Nông dân"), None);
    assert_eq!(names.known("Các chi cục"), None);
    assert_eq!(names.known("UBND các xã, phường"), None, "no record of that level");
    assert_eq!(names.known("Ngân hàng Nhà nước").as_deref(), Some("brvt-ngan-hang"), "the branch");
}

#[test]
fn without_any_year_there_is_no_plan() {
    let data = data();
    assert_eq!(Review::of_text("Không có gì ở đây.", &data).own(&data), Err(Cannot::NoPeriod));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn whatever_is_done_can_be_undone(steps in proptest::collection::vec((0..7_u8, 0..4_usize), 0..30)) {
        let (mut review, data) = review();
        let start = review.clone();
        let mut done = 0;
        for (what, i) in steps {
            let mut target = start.targets[i % 3].now.clone();
            target.value += 1.0;
            let action = match what {
                0 => Action::Accept(Which::Target(i)),
                1 => Action::Reject(Which::Task(i)),
                2 => Action::Reset(Which::Target(i)),
                3 => Action::CorrectTarget(i, target),
                4 => Action::AddTarget(target),
                5 => Action::AcceptAll(0.9),
                _ => Action::CorrectHead(Head { end: Some(2029 + i32::try_from(i).unwrap_or(0)), ..start.head.clone() }),
            };
            done += usize::from(review.act(action));
        }
        prop_assert!(review.own(&data).is_ok());
        for _ in 0..done {
            prop_assert!(review.act(Action::Undo));
        }
        prop_assert_eq!(&review.targets, &start.targets);
        prop_assert_eq!(&review.tasks, &start.tasks);
        prop_assert_eq!(&review.head, &start.head);
    }
}

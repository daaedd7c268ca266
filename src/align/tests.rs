use super::*;
use crate::dataset::bundled;
use crate::model::{Comparator, PlanId};
use proptest::prelude::*;

/// The verdict, the stricter side and the reason in one short word: `equal+plan`, `not_comparable:base`.
fn word(verdict: Verdict, stricter: Option<Stricter>) -> String {
    let stricter = match stricter {
        Some(Stricter::Plan) => "+plan",
        Some(Stricter::Baseline) => "+baseline",
        None => "",
    };
    match verdict {
        Verdict::NotComparable(reason) => format!("not_comparable:{}", reason.id()),
        other => format!("{}{stricter}", other.id()),
    }
}

fn data() -> DataSet {
    bundled().expect("the bundled data is sound")
}

#[track_caller]
fn check(plan: &str, baseline: &str, expected: &[(&str, &str)]) {
    let data = data();
    let [plan, baseline] = [plan, baseline].map(|id| data.plan(&PlanId::from(id)).expect("the plan is there"));
    let found: Vec<_> =
        align(&data, plan, baseline).iter().map(|a| (a.indicator.0.to_owned(), word(a.verdict, a.stricter))).collect();
    let expected: Vec<_> = expected.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    assert_eq!(found, expected);
}

#[test]
fn dak_nong_against_the_plan_it_answers() {
    check(
        "dak-nong-2021-2025",
        "vn-2021-2025",
        &[
            ("online_shoppers_share", "equal+plan"),
            ("online_spend_per_person", "missing"),
            ("b2c_growth", "equal"),
            ("b2c_revenue", "missing"),
            ("b2c_retail_share", "equal+plan"),
            ("outside_big_cities_share", "not_applicable"),
            ("communes_online_merchants", "not_comparable:defect"),
            ("ecommerce_cashless", "weaker"),
            ("cashless_via_intermediaries", "not_comparable:nested"),
            ("last_mile_cost_share", "equal+plan"),
            ("einvoice_share", "weaker"),
            ("enterprise_mobile_apps", "missing"),
            ("sme_on_platforms", "equal"),
            ("website_online_ordering", "equal"),
            ("utilities_econtract", "equal"),
            ("training_institutions", "missing"),
            ("training_participants", "not_comparable:absolute_count"),
        ],
    );
}

#[test]
fn ba_ria_vung_tau_against_the_plan_it_cites_and_the_one_before() {
    let data = data();
    let plan = data.plan(&"brvt-2021-2025".into()).expect("there");
    let shared = |baseline: &str| {
        let baseline = data.plan(&baseline.into()).expect("there");
        align(&data, plan, baseline).iter().filter(|a| a.target.is_some() && a.baseline.is_some()).count()
    };
    assert_eq!((shared("vn-2021-2025"), shared("vn-2016-2020")), (1, 2));
}

#[test]
fn the_draft_against_the_signed_plan() {
    let data = data();
    let [draft, signed] =
        ["vn-2026-2030-draft", "vn-2026-2030"].map(|id| data.plan(&id.into()).expect("the plan is there"));
    let of = |indicator: &str| {
        let all = align(&data, draft, signed);
        let a = all.iter().find(|a| *a.indicator == indicator).expect("either plan has it");
        word(a.verdict, a.stricter)
    };
    assert_eq!(of("online_shoppers_share"), "not_comparable:base", "all people against adults");
    assert_eq!(of("b2c_growth"), "weaker", "20–25 against 20–30");
    assert_eq!(of("enterprise_ecommerce_adoption"), "equal+plan", "over 70 against 70");
    assert_eq!(of("sme_on_platforms"), "stronger", "70 against 60");
    assert_eq!(of("ecommerce_cashless"), "missing");
}

#[test]
fn another_horizon_is_never_ranked() {
    let data = data();
    let [now, before] = ["vn-2021-2025", "vn-2016-2020"].map(|id| data.plan(&id.into()).expect("there"));
    for a in align(&data, now, before) {
        assert!(!matches!(a.verdict, Verdict::Stronger | Verdict::Weaker | Verdict::Equal), "{a:?}");
    }
}

#[test]
fn every_plan_has_the_baselines_of_the_contract() {
    let data = data();
    let of = |id: &str| -> Vec<_> {
        baselines(&data, data.plan(&id.into()).expect("there")).map(|p| p.id.0.to_owned()).collect()
    };
    assert_eq!(
        of("dak-nong-2021-2025"),
        ["vn-2016-2020", "vn-2021-2025", "vn-2026-2030-draft", "vn-2026-2030", "brvt-2021-2025"]
    );
    assert_eq!(of("vn-2016-2020"), ["vn-2021-2025"]);
}

/// An indicator and two plans with one target each, to vary.
fn pair() -> (DataSet, Plan, Plan) {
    let data = data();
    let mut plans = ["dak-nong-2021-2025", "vn-2021-2025"].map(|id| data.plan(&id.into()).expect("there").clone());
    for plan in &mut plans {
        plan.targets.retain(|t| t.indicator.as_ref().is_some_and(|i| *i == "einvoice_share"));
        assert_eq!(plan.targets.len(), 1);
    }
    let [a, b] = plans;
    (data, a, b)
}

fn comparators() -> impl Strategy<Value = Comparator> {
    use Comparator::{Approx, Eq, Gt, Gte, Lt, Lte};
    proptest::sample::select(vec![Eq, Gte, Gt, Lte, Lt, Approx])
}

proptest! {
    #[test]
    fn the_other_way_round_is_the_opposite_verdict(
        a in 0_u32..100, b in 0_u32..100, ca in comparators(), cb in comparators(), lower: bool,
    ) {
        let (data, mut ours, mut theirs) = pair();
        (ours.targets[0].value, ours.targets[0].comparator) = (f64::from(a), ca);
        (theirs.targets[0].value, theirs.targets[0].comparator) = (f64::from(b), cb);
        let mut indicator = data.indicator(&"einvoice_share".into()).expect("there").clone();
        indicator.better = if lower { Better::Lower } else { Better::Higher };
        let judge = |x: &Plan, y: &Plan| compare(&indicator, (x, &x.targets[0]), (y, &y.targets[0]));
        let ((one, strict_one), (two, strict_two)) = (judge(&ours, &theirs), judge(&theirs, &ours));
        let opposite = match one {
            Verdict::Stronger => Verdict::Weaker,
            Verdict::Weaker => Verdict::Stronger,
            same => same,
        };
        prop_assert_eq!(two, opposite);
        prop_assert_eq!(one == Verdict::Equal, a == b);
        let swapped = strict_one.map(|s| match s { Stricter::Plan => Stricter::Baseline, Stricter::Baseline => Stricter::Plan });
        prop_assert_eq!(strict_two, swapped);
    }

    #[test]
    fn a_plan_against_itself_is_equal_throughout(i in 0_usize..9) {
        let data = data();
        let plan = &data.plans[i % data.plans.len()];
        for a in align(&data, plan, plan) {
            let unstated = a.target.is_some_and(|t| t.base.is_none());
            let fine = a.verdict == Verdict::Equal
                || matches!(a.verdict, Verdict::NotComparable(Unlike::Defect))
                || (unstated && a.verdict == Verdict::NotComparable(Unlike::Base));
            prop_assert!(fine, "{:?}", a);
            prop_assert_eq!(a.stricter, None);
        }
    }
}

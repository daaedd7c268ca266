use super::*;
use crate::dataset::bundled;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

#[track_caller]
fn check(hash: &str, expected: &str, unread: &[Unread]) {
    let (address, found) = Address::read(hash);
    assert_eq!(address.write(), expected);
    assert_eq!(found, unread);
}

#[test]
fn an_open_address_is_filled_with_what_it_would_have_been_written_with() {
    let state = |words: &str, plan: &'static str, year| SearchState {
        words: words.to_owned(),
        plan: Some(PlanId(plan)),
        year: Some(year),
        ..SearchState::default()
    };
    for words in ["", "hoa don", "&plan=* ?year=2", "100 %, * #"] {
        for lang in [Lang::Vi, Lang::En] {
            let address = |plan, year| written(lang, &View::Search(state(words, plan, year)));
            let open = |setting| open(lang, &View::Search(state(words, "", 0)), setting);
            assert_eq!(filled(&open("plan"), "a&b *").replace("year=0", "year=7"), address("a&b *", 7), "{words}");
            assert_eq!(filled(&open("year"), "7").replace("plan=&", "plan=p&"), address("p", 7), "{words}");
            assert_eq!(open("nothing"), address("", 0), "what is not there stays closed");
        }
    }
}

#[test]
fn addresses_as_published() {
    for hash in [
        "#/",
        "#/plans",
        "#/plan/vn-2021-2025",
        "#/plan/vn-2021-2025?part=targets",
        "#/plan/vn-2021-2025/t3?lang=en",
        "#/timeline?plans=vn-2016-2020,vn-2021-2025&agency=bo-cong-thuong&role=lead&group=policy&from=2017&to=2019&lanes=plan&table=1&order=name&rows=end&span=2016-02~2019-11&open=all&but=vn-2016-2020,_",
        "#/agencies?columns=plan&order=name&today=1&cell=bo-cong-thuong~policy",
        "#/agencies?columns=with&today=1&cell=bo-cong-thuong~bo-tai-chinh",
        "#/agencies?columns=year&cell=bo-cong-thuong~2018",
        "#/agencies?rows=group",
        "#/agencies?rows=group&columns=plan",
        "#/agencies?rows=plan&columns=agency&today=1&cell=vn-2021-2025~_none",
        "#/agencies?rows=year&columns=role&cell=2018~lead",
        "#/agencies?cell=_~_",
        "#/agencies?cell=_several~_",
        "#/agencies?cell=_collective~policy",
        "#/agencies?cell=_all~policy",
        "#/agency/bo-cong-thuong",
        "#/compare?baseline=vn-2021-2025&plans=dak-nong-2021-2025&group=payments&differences=1&cell=dak-nong-2021-2025~ecommerce_cashless",
        "#/compare?differences=1&order=verdict",
        "#/indicators",
        "#/indicator/b2c_revenue",
        "#/search?words=h%C3%B3a%20%C4%91%C6%A1n&kind=target",
        "#/search?words=sme&plan=vn-2016-2020&agency=bo-cong-thuong&year=2018",
        "#/search?words=sme&all=1",
        "#/data?lang=en",
    ] {
        check(hash, hash, &[]);
    }
}

#[test]
fn defaults_are_left_out_and_encoded_signs_are_read() {
    check("", "#/", &[]);
    check("#/timeline?lanes=agency", "#/timeline", &[]);
    check("#timeline?plans=a%2Cb", "#/timeline?plans=a,b", &[]);
    check("#/agencies?columns=group", "#/agencies", &[]);
    check("#/agencies?rows=agency&columns=plan", "#/agencies?columns=plan", &[]);
    check("#/agencies?rows=group&columns=agency", "#/agencies?rows=group", &[]);
}

#[test]
fn what_cannot_be_read_is_reported_and_left_out() {
    check("#/timline", "#/", &[Unread::View("timline".to_owned())]);
    check(
        "#/timeline?lanes=colour&x=1&from=soon",
        "#/timeline",
        &["lanes=colour", "x=1", "from=soon"].map(|s| Unread::Setting(s.to_owned())),
    );
    // Rows and columns that make no table.
    check("#/agencies?rows=plan&columns=plan", "#/agencies?rows=plan", &[Unread::Setting("columns=plan".to_owned())]);
    check("#/agencies?rows=year&columns=with", "#/agencies?rows=year", &[Unread::Setting("columns=with".to_owned())]);
    check("#/agencies?rows=with", "#/agencies", &[Unread::Setting("rows=with".to_owned())]);
    check("#/agencies?columns=agency", "#/agencies", &[Unread::Setting("columns=agency".to_owned())]);
    check("#/plan/a?lang=fr", "#/plan/a", &[Unread::Setting("lang=fr".to_owned())]);
    check("#/%E0%A4%A", "#/", &[Unread::View("%E0%A4%A".to_owned())]);
}

#[test]
fn an_id_that_is_not_there_opens_the_nearest_thing() {
    let data = bundled().expect("the bundled data is sound");
    let open = |hash: &str| {
        let (address, unread) = resolve(&data, Address::read(hash).0);
        (address.write(), unread.len())
    };
    assert_eq!(open("#/plan/vn-2021-2025/t999"), ("#/plan/vn-2021-2025".to_owned(), 1));
    assert_eq!(open("#/plan/dak-nong-2016-2020"), ("#/plan/dak-nong-2021-2025".to_owned(), 1));
    assert_eq!(open("#/plan/zz"), ("#/plans".to_owned(), 1));
    assert_eq!(open("#/agency/bo-thuong-mai"), ("#/agencies".to_owned(), 1));
    assert_eq!(open("#/agencies?cell=bo-thuong-mai~policy"), ("#/agencies".to_owned(), 1));
    assert_eq!(open("#/agencies?columns=plan&cell=_~policy"), ("#/agencies?columns=plan&cell=_~_".to_owned(), 1));
    assert_eq!(
        open("#/agencies?rows=year&columns=agency&cell=2018~x"),
        ("#/agencies?rows=year&columns=agency&cell=2018~_".to_owned(), 1)
    );
    assert_eq!(open("#/agencies?rows=role&cell=helper~policy"), ("#/agencies?rows=role".to_owned(), 1));
    for kept in ["rows=role&columns=year&cell=_~2018", "rows=year&columns=role&cell=_all~_none"] {
        assert_eq!(open(&format!("#/agencies?{kept}")), (format!("#/agencies?{kept}"), 0));
    }
    assert_eq!(open("#/indicator/gdp"), ("#/indicators".to_owned(), 1));
    assert_eq!(
        open("#/compare?plans=x,dak-nong-2021-2025&baseline=y"),
        ("#/compare?plans=dak-nong-2021-2025".to_owned(), 2)
    );
    assert_eq!(
        open("#/search?words=a&plan=x&agency=y&year=2018&kind=task"),
        ("#/search?words=a&kind=task&year=2018".to_owned(), 2)
    );
    assert_eq!(open("#/plan/vn-2021-2025/t3"), ("#/plan/vn-2021-2025/t3".to_owned(), 0));
}

fn id() -> impl Strategy<Value = String> {
    "[a-z0-9_-]{2,12}"
}

fn plans() -> impl Strategy<Value = Vec<PlanId>> {
    vec(id().prop_map(PlanId::from), 0..4)
}

fn view() -> impl Strategy<Value = View> {
    let role = proptest::sample::select(vec![None, Some(Role::Lead), Some(Role::Coordinate)]);
    let filter = (plans(), of(id()), role, of(id()), of(1990..=2100_i32), of(1990..=2100_i32)).prop_map(
        |(plans, agency, role, group, from, to)| Filter {
            plans,
            agency: agency.map(AgencyId::from),
            role,
            group: group.map(GroupId::from),
            from,
            to,
        },
    );
    let months = 1990 * 12..=2100 * 12 + 11;
    let span = of((months.clone(), months))
        .prop_map(|span| span.map(|(a, b): (i32, i32)| crate::timeline::Span { first: a.min(b), last: a.max(b) }));
    let open = (of(any::<bool>()), vec(prop_oneof![id(), Just(String::new())], 0..4))
        .prop_map(|(all, but)| crate::timeline::Open { all, but });
    let order = (
        proptest::sample::select(crate::timeline::LaneOrder::ALL.to_vec()),
        proptest::sample::select(crate::timeline::RowOrder::ALL.to_vec()),
    );
    let timeline = (filter, proptest::sample::select(Lanes::ALL.to_vec()), any::<bool>(), order, span, open).prop_map(
        |(filter, lanes, table, (order, rows), span, open)| {
            View::Timeline(TimelineState { filter, lanes, table, order, rows, span, open })
        },
    );
    let pairs = Axis::ALL.into_iter().flat_map(|rows| Axis::ALL.map(|columns| (rows, columns)));
    let pairs: Vec<_> = pairs.filter(|(rows, columns)| rows.goes_with(*columns)).collect();
    let row = prop_oneof![id().prop_map(Key::from), proptest::sample::select(matrix::BESIDE.to_vec())];
    let agencies = (
        plans(),
        proptest::sample::select(pairs),
        proptest::sample::select(matrix::Order::ALL.to_vec()),
        any::<bool>(),
        of((row, of(id().prop_map(Key::from)))),
    )
        .prop_map(|(plans, (rows, columns), order, today, cell)| {
            View::Agencies(AgenciesState { settings: matrix::Settings { plans, rows, columns, order, today }, cell })
        });
    let compare = (of(id()), plans(), of(id()), any::<[bool; 2]>(), of((id(), id()))).prop_map(
        |(baseline, plans, group, [differences, by_verdict], cell)| {
            View::Compare(CompareState {
                baseline: baseline.map(PlanId::from),
                plans,
                group: group.map(GroupId::from),
                differences,
                by_verdict,
                cell: cell.map(|(plan, indicator)| (PlanId::from(plan), IndicatorId::from(indicator))),
            })
        },
    );
    let kind = of(proptest::sample::select(Kind::ALL.to_vec()));
    let search = ("\\PC{0,20}", kind, of(id()), of(id()), of(1990..=2100_i32), any::<bool>()).prop_map(
        |(words, kind, plan, agency, year, all)| {
            let (plan, agency) = (plan.map(PlanId::from), agency.map(AgencyId::from));
            View::Search(SearchState { words, kind, plan, agency, year, all })
        },
    );
    let part = of(proptest::sample::select(Part::ALL.to_vec()));
    prop_oneof![
        Just(View::Overview),
        Just(View::Plans),
        Just(View::Indicators),
        Just(View::Import),
        Just(View::Data),
        (id(), part).prop_map(|(plan, part)| View::Plan { plan: PlanId::from(plan), part }),
        (id(), id())
            .prop_map(|(plan, record)| View::Record { plan: PlanId::from(plan), record: RecordId::from(record) }),
        id().prop_map(|agency| View::Agency { agency: AgencyId::from(agency) }),
        id().prop_map(|indicator| View::Indicator { indicator: IndicatorId::from(indicator) }),
        search,
        timeline,
        agencies,
        compare,
    ]
}

proptest! {
    #[test]
    fn every_address_reads_back_as_itself(view in view(), english: bool) {
        let lang = if english { Lang::En } else { Lang::Vi };
        let address = Address { lang, view };
        prop_assert_eq!(Address::read(&address.write()), (address, vec![]));
    }

    #[test]
    fn reading_never_fails(hash in "\\PC{0,60}") {
        let data = bundled().expect("the bundled data is sound");
        let (address, _) = resolve(&data, Address::read(&hash).0);
        prop_assert_eq!(&Address::read(&address.write()).0, &address);
    }
}

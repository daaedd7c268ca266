//! What a passage yields, one line a case; and what holds of any input.

mod targets;

use super::*;
use proptest::prelude::*;

const PLAN: &str = "KẾ HOẠCH\nPhát triển thương mại điện tử tỉnh Gia Lai giai đoạn 2026 - 2030\n";

#[track_caller]
fn check(body: &str, expected: &[&str]) {
    let text = format!("{PLAN}I. MỤC TIÊU\n{body}");
    let found: Vec<String> = read(&text)
        .targets
        .iter()
        .map(|t| {
            let max = t.value_max.map(|m| format!("-{m}")).unwrap_or_default();
            let year = t.year.map_or("?".to_owned(), |y| y.to_string());
            format!("{} {}{max} {} {year} {}", t.comparator.id(), t.value, t.unit.id(), t.indicator.unwrap_or("none"))
        })
        .collect();
    assert_eq!(found, expected, "{body}");
}

#[test]
fn one_sentence_many_targets() {
    check(
        "- Đến năm 2028 đạt 50% dân số mua sắm trực tuyến, đến năm 2030 đạt 70%.",
        &["eq 50 percent 2028 online_shoppers_share", "eq 70 percent 2030 online_shoppers_share"],
    );
    check(
        "- Doanh số thương mại điện tử B2C tăng 20 - 25%/năm, đạt 1,5 tỷ USD, chiếm trên 12% tổng mức bán lẻ.",
        &[
            "range 20-25 percent_per_year 2030 b2c_growth",
            "eq 1.5 billion_usd 2030 b2c_revenue",
            "gt 12 percent 2030 b2c_retail_share",
        ],
    );
}

#[test]
fn how_a_figure_binds() {
    for (words, expected) in [
        ("trên 60%", "gt 60"),
        ("hơn 60%", "gt 60"),
        ("từ 60% trở lên", "gte 60"),
        ("tối thiểu 60%", "gte 60"),
        ("ít nhất 60%", "gte 60"),
        ("không dưới 60%", "gte 60"),
        ("không quá 60%", "lte 60"),
        ("không vượt quá 60%", "lte 60"),
        ("dưới 60%", "lt 60"),
        ("khoảng 60%", "approx 60"),
        ("gần 60%", "approx 60"),
        ("60%", "eq 60"),
        ("từ 60 - 65%", "range 60-65"),
        ("60–65%", "range 60-65"),
        ("từ 60% đến 65%", "range 60-65"),
    ] {
        check(
            &format!("- Tỷ lệ doanh nghiệp ứng dụng thương mại điện tử đạt {words}."),
            &[&format!("{expected} percent 2030 enterprise_ecommerce_adoption")],
        );
    }
}

#[test]
fn where_things_stand_is_no_target() {
    check(
        "- Nâng tỷ lệ dân số mua sắm trực tuyến từ 48% năm 2024 lên 70% năm 2030.",
        &["eq 70 percent 2030 online_shoppers_share"],
    );
    check(
        "- Tỷ lệ dân số mua sắm trực tuyến đạt 70% (năm 2024 đạt 48%).",
        &["eq 70 percent 2030 online_shoppers_share"],
    );
}

#[test]
fn quotes_are_short_and_from_the_input() {
    let text = format!("{PLAN}I. MỤC TIÊU\n- Phấn đấu đến năm 2030, **70%** dân số mua sắm trực tuyến.");
    let reading = read(&text);
    assert_eq!(&text[reading.targets[0].quote.clone()], "70%** dân số mua sắm trực tuyến");
    assert_eq!(reading.targets[0].clause, "I > -1");
}

proptest! {
    #[test]
    fn any_text_can_be_read(text in "\\PC*") {
        let reading = read(&text);
        for quote in reading.targets.iter().map(|t| &t.quote).chain(reading.tasks.iter().map(|t| &t.quote)) {
            prop_assert!(text.get(quote.clone()).is_some());
        }
    }

    #[test]
    fn texts_of_the_plans_own_words_can_be_read(parts in proptest::collection::vec(proptest::sample::select(WORDS), 0..120)) {
        let text = parts.concat();
        let reading = read(&text);
        for t in &reading.targets {
            let quote = text.get(t.quote.clone());
            prop_assert!(quote.is_some_and(|q| !q.is_empty()), "{:?}", t);
            prop_assert!(text.get(t.passage.clone()).is_some());
            prop_assert!(t.value.is_finite() && (0.0..=1.0).contains(&t.confidence), "{:?}", t);
            prop_assert!(t.part_of.is_none_or(|whole| whole < reading.targets.len()));
        }
        for t in &reading.tasks {
            prop_assert!(text.get(t.quote.clone()).is_some() && text.get(t.passage.clone()).is_some());
            prop_assert!(t.lead.iter().chain(&t.coordinating).all(|name| !name.is_empty()), "{:?}", t);
        }
        for p in reading.problems.iter().filter_map(|p| p.place.clone()) {
            prop_assert!(text.get(p).is_some());
        }
    }
}

const WORDS: &[&str] = &[
    "Điều 1. ",
    "I. MỤC TIÊU\n",
    "- ",
    "\n",
    "\n\n",
    "50",
    "%",
    " 20 - 25%/năm",
    "đến năm 2030 ",
    "ƣ",
    "a\u{302}\u{301}",
    "|",
    "| A | B |\n",
    "\t",
    "<table>",
    "<tr>",
    "<td rowspan=3>",
    "</table>",
    "&nbsp;",
    "<p>",
    "từ ",
    "trở lên",
    "Sở Công Thương ",
    "chủ trì, ",
    "phối hợp với ",
    "các sở, ban, ngành ",
    "(",
    ")",
    ";",
    ",",
    ".",
    ":",
    "Phụ lục 1\n",
    "\tTT\n\tNhiệm vụ\n\tChủ trì\n\tThời gian\n",
    "\t1\n",
    "doanh nghiệp ",
    "1.000.000 lượt ",
    "trong đó ",
    "giai đoạn 2026 - 2030 ",
    "tỷ đồng ",
    "**",
    "*",
    "## ",
    "\r\n",
    "\u{a0}",
    "Đơn vị chủ trì: ",
    "<b>",
    "</b>",
    "STT\tChỉ tiêu\tĐVT\t2025\t2030\n",
    "1\tTỷ lệ\t%\t40\t60\n",
    "Nơi nhận:\n",
    "KẾ HOẠCH\n",
    "nhóm 10 tỉnh dẫn đầu ",
    "gấp đôi ",
    "lần lượt ",
    "tỷ lệ này ",
    "cứ mười hộ thì có bảy hộ ",
    "hai phần ba số xã ",
    "7/10 ",
    "hai nghìn bốn trăm ",
];

/// Work grows as the text does: four times the text, about four times the steps.
#[test]
fn reading_is_linear_whatever_the_text() {
    let plan = "I. MỤC TIÊU\n1. Đến năm 2030, trên 65% dân số mua sắm trực tuyến, trong đó nông thôn 40%.\nII. TỔ CHỨC THỰC HIỆN\n\
        1. Sở Công Thương\na) Chủ trì, phối hợp với Công an tỉnh kiểm tra.\n- Đơn vị chủ trì: Sở Tài chính; phối hợp: Sở Y tế.\n";
    let row = "<tr><td rowspan=200>Sở A</td><td colspan=60>50%</td></tr>";
    for unit in [
        "a",
        "1",
        "1.",
        "1.1.",
        "|",
        "| a |\n",
        "\t",
        "-",
        "- a\n",
        "(",
        ")",
        "((a",
        ":",
        ";",
        ",",
        " ",
        "\n",
        "%",
        "5% ",
        "năm 2030 ",
        "a) b\n",
        "+ a\n",
        "*",
        "**",
        "[",
        "[bookmark:",
        "<",
        "<b>",
        "<head>",
        "<!--",
        "<table>",
        "<td>",
        "&",
        "&#",
        "e\u{302}",
        "từ 5 ",
        "Sở Công Thương, ",
        "Sở Công Thương; ",
        "Sở a ",
        "các sở, ",
        "các trường đại học, ",
        "và ",
        "chủ trì ",
        "phối hợp ",
        "phối hợp với Sở A ",
        "Chủ trì: ",
        "Chủ trì: ( ",
        "do Sở A ",
        "giao ",
        "; giao ",
        "để a, ",
        "(Sở A; ",
        "trong đó ",
        "I. A\n",
        "Điều 1. A\n",
        "Phụ lục 1\n",
        "A\n",
        "KẾ HOẠCH\n",
        "1\n",
        "Trang 1\nA\n",
        "Nơi nhận:\n",
        "căn cứ ",
        "quá ",
        "một nửa số ",
        "lần lượt 5% và ",
        "tỷ lệ này 5%. ",
        "cứ mười hộ ",
        "hai nghìn ",
        "A. B\n- 5% hộ\n",
        row,
        plan,
    ] {
        for opening in ["", PLAN, "<html><body><table>", "II. TỔ CHỨC THỰC HIỆN\n1. Sở A: "] {
            let text = |bytes: usize| format!("{opening}{}", unit.repeat(bytes.div_ceil(unit.len())));
            let work = |text: &str| {
                let mut found = 0;
                let steps = crate::clause::work::steps(|| found = read(text).tasks.len());
                steps + found as u64
            };
            let (small, large) = (work(&text(1_500)), work(&text(6_000)));
            assert!(large <= small * 5 + 4_000, "{opening:?} {unit:?}: {small} steps, then {large}");
        }
    }
}

/// The same of forty texts made by chance, or of as many as `LOTRINH_FUZZ` says. They are long enough that every
/// stretch that is looked back over is full.
#[test]
fn reading_is_linear_whatever_chance_makes_of_the_text() {
    let rounds = std::env::var("LOTRINH_FUZZ").ok().and_then(|n| n.parse().ok()).unwrap_or(40_u64);
    let seed = std::env::var("LOTRINH_FUZZ_SEED").ok().and_then(|n| n.parse().ok()).unwrap_or(0_u64);
    for round in seed..seed + rounds {
        let mut chance = round.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut next = |most: usize| {
            chance ^= chance << 13;
            chance ^= chance >> 7;
            chance ^= chance << 17;
            usize::try_from(chance >> 33).unwrap_or(0) % most
        };
        let unit: String = (0..=next(8)).map(|_| WORDS[next(WORDS.len())]).collect();
        let opening: String = (0..next(6)).map(|_| WORDS[next(WORDS.len())]).collect();
        let text = |bytes: usize| format!("{opening}{}", unit.repeat(bytes.div_ceil(unit.len())));
        let work = |text: &str| {
            let mut found = 0;
            let steps = crate::clause::work::steps(|| found = read(text).tasks.len());
            steps + found as u64
        };
        let (small, large) = (work(&text(4_000)), work(&text(16_000)));
        assert!(large <= small * 5 + 4_000, "{round}: {opening:?} {unit:?}: {small} steps, then {large}");
    }
}

#[test]
fn one_endless_word_or_line_is_read() {
    for unit in ["a", "1", "1.", "|", "(", "Sở ", "- ", "%", "<td>"] {
        let text = format!("{PLAN}{}", unit.repeat(200_000 / unit.len()));
        let reading = read(&text);
        assert!(
            reading.tasks.iter().all(|t| text.get(t.quote.clone()).is_some() && text.get(t.passage.clone()).is_some())
        );
        assert!(reading.problems.len() <= 600);
    }
}

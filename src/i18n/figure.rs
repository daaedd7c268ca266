//! Figures and dates as each language writes them.

use super::Lang;
use crate::model::{Comparator, Quantity, Unit};

/// A number with the language's separators: `1.000.000` and `2.224,5`, or `1,000,000` and `2,224.5`.
///
/// As many decimals as the figure has, at most six.
pub fn number(value: f64, lang: Lang) -> String {
    let (group, point) = match lang {
        Lang::Vi => ('.', ','),
        Lang::En => (',', '.'),
    };
    let plain = decimal(value, 6);
    let (sign, plain) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("−", rest));
    let (whole, decimals) = plain.split_once('.').unwrap_or((plain, ""));
    let mut out = sign.to_owned();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(group);
        }
        out.push(digit);
    }
    if !decimals.is_empty() {
        out.push(point);
        out.push_str(decimals);
    }
    out
}

/// A number with a point and at most `places` decimals, without noughts at the end.
///
/// For figures below nine thousand million million, which is all that plans and pictures hold. The
/// standard formatting of floats knows every float there is, at 25 KB of code and tables.
pub fn decimal(value: f64, places: u8) -> String {
    let scale = 10_u64.pow(u32::from(places));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a rounded, positive number far below the limit"
    )]
    let scaled = (value.abs() * scale as f64).round() as u64;
    // A picture has thousands of places: without the machinery of formatting.
    let (whole, rest) = (scaled / scale, scaled % scale);
    let mut out = whole.to_string();
    if value < 0.0 && scaled > 0 {
        out.insert(0, '-');
    }
    if rest > 0 {
        let decimals = (scale + rest).to_string();
        out.push('.');
        out.push_str(decimals[1..].trim_end_matches('0'));
    }
    out
}

/// The number that a text is, with a point and perhaps an exponent; none if it is no number.
///
/// What has at most fifteen digits is read to the last of them; beyond that, and beyond what
/// [`decimal`] writes, to about as many. Reading every float there is takes 16 KB of tables.
pub fn parse_decimal(text: &str) -> Option<f64> {
    let (negative, plain) = match text.strip_prefix(['-', '+']) {
        Some(rest) => (text.starts_with('-'), rest),
        None => (false, text),
    };
    let (plain, exponent) = match plain.split_once(['e', 'E']) {
        Some((plain, exponent)) => (plain, exponent.parse::<i16>().ok()?),
        None => (plain, 0),
    };
    let mut digits = 0_u64;
    let mut scale = i32::from(exponent);
    let (mut point, mut any) = (false, false);
    for sign in plain.bytes() {
        match sign {
            b'0'..=b'9' => {
                any = true;
                // A digit that there is no room for counts as a nought.
                let room = digits < 100_000_000_000_000_000;
                digits = if room { digits * 10 + u64::from(sign - b'0') } else { digits };
                scale += i32::from(!room) - i32::from(point);
            }
            b'.' if !point => point = true,
            _ => return None,
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "as many digits as a float has")]
    let mut value = digits as f64;
    // Noughts behind the digits cost a whole number none of its exactness.
    let ten = |power: u32| 10_u64.pow(power.min(19));
    #[expect(clippy::cast_precision_loss, reason = "a power of ten below 10^22 is exact")]
    while scale != 0 && value != 0.0 && value.is_finite() {
        let step = scale.unsigned_abs().min(19);
        value = if scale > 0 { value * ten(step) as f64 } else { value / ten(step) as f64 };
        scale -= scale.signum() * i32::try_from(step).ok()?;
    }
    (any && value.is_finite()).then_some(if negative { -value } else { value })
}

/// A figure with its comparator and unit, which belong together: `trên 10 %`, `20–25 %/năm`.
pub fn quantity(q: Quantity, lang: Lang) -> String {
    let figure = match q.value_max {
        Some(max) => format!("{}–{}", number(q.value, lang), number(max, lang)),
        None => number(q.value, lang),
    };
    let figure = with_unit(&figure, q.unit, lang);
    match (lang, q.comparator) {
        (_, Comparator::Eq | Comparator::Range) => figure,
        (Lang::Vi, Comparator::Gte) => format!("từ {figure} trở lên"),
        (Lang::Vi, Comparator::Gt) => format!("trên {figure}"),
        (Lang::Vi, Comparator::Lte) => format!("không quá {figure}"),
        (Lang::Vi, Comparator::Lt) => format!("dưới {figure}"),
        (Lang::Vi, Comparator::Approx) => format!("khoảng {figure}"),
        (Lang::En, Comparator::Gte) => format!("at least {figure}"),
        (Lang::En, Comparator::Gt) => format!("over {figure}"),
        (Lang::En, Comparator::Lte) => format!("at most {figure}"),
        (Lang::En, Comparator::Lt) => format!("under {figure}"),
        (Lang::En, Comparator::Approx) => format!("about {figure}"),
    }
}

/// A no-break space: a figure and its unit stay on one line.
const NBSP: char = '\u{a0}';

fn with_unit(figure: &str, unit: Unit, lang: Lang) -> String {
    match (lang, unit) {
        (Lang::Vi, Unit::Percent) => format!("{figure}{NBSP}%"),
        (Lang::Vi, Unit::PercentPerYear) => format!("{figure}{NBSP}%/năm"),
        (Lang::Vi, Unit::UsdPerPersonYear) => format!("{figure}{NBSP}USD/người/năm"),
        (Lang::Vi, Unit::BillionUsd) => format!("{figure}{NBSP}tỷ USD"),
        (Lang::Vi, Unit::Participants) => format!("{figure}{NBSP}lượt"),
        (Lang::Vi, Unit::MillionVnd) => format!("{figure}{NBSP}triệu đồng"),
        (Lang::Vi, Unit::MillionPeople) => format!("{figure}{NBSP}triệu người"),
        (Lang::Vi, Unit::Tonnes) => format!("{figure}{NBSP}tấn"),
        (Lang::Vi, Unit::Points) => format!("{figure}{NBSP}điểm"),
        (Lang::Vi, Unit::Institutions) => format!("{figure}{NBSP}cơ sở"),
        (Lang::Vi, Unit::VndPerPersonYear) => format!("{figure}{NBSP}đồng/người/năm"),
        (Lang::Vi, Unit::Multiple) => format!("{figure}{NBSP}lần"),
        (Lang::Vi, Unit::Rank) => format!("hạng{NBSP}{figure}"),
        (_, Unit::Count) => figure.to_owned(),
        (Lang::En, Unit::Percent) => format!("{figure}%"),
        (Lang::En, Unit::PercentPerYear) => format!("{figure}%{NBSP}a{NBSP}year"),
        (Lang::En, Unit::UsdPerPersonYear) => format!("USD{NBSP}{figure} a person a year"),
        (Lang::En, Unit::BillionUsd) => format!("USD{NBSP}{figure}{NBSP}billion"),
        (Lang::En, Unit::Participants) => format!("{figure}{NBSP}participants"),
        (Lang::En, Unit::MillionVnd) => format!("VND{NBSP}{figure}{NBSP}million"),
        (Lang::En, Unit::MillionPeople) => format!("{figure}{NBSP}million people"),
        (Lang::En, Unit::Tonnes) => format!("{figure}{NBSP}tonnes"),
        (Lang::En, Unit::Points) => format!("{figure}{NBSP}points"),
        (Lang::En, Unit::Institutions) => format!("{figure}{NBSP}institutions"),
        (Lang::En, Unit::VndPerPersonYear) => format!("VND{NBSP}{figure} a person a year"),
        (Lang::En, Unit::Multiple) => format!("{figure}{NBSP}times"),
        (Lang::En, Unit::Rank) => format!("rank{NBSP}{figure}"),
    }
}

/// A date given as `yyyy-mm-dd` or `yyyy-mm`: `08/8/2016` and `01/2026`, or `8 August 2016` and
/// `January 2026`. Anything else comes back as it is.
pub fn date(iso: &str, lang: Lang) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let mut parts = iso.splitn(3, '-');
    let year = parts.next().unwrap_or("");
    let month = parts.next().and_then(|m| m.parse::<usize>().ok()).filter(|m| (1..=12).contains(m));
    let day = parts.next().and_then(|d| d.parse::<u8>().ok());
    match (lang, month, day) {
        // Vietnamese documents write a nought before a day below 10 and a month below 3.
        (Lang::Vi, Some(m), Some(d)) if m < 3 => format!("{d:02}/{m:02}/{year}"),
        (Lang::Vi, Some(m), Some(d)) => format!("{d:02}/{m}/{year}"),
        (Lang::Vi, Some(m), None) => format!("{m:02}/{year}"),
        (Lang::En, Some(m), Some(d)) => format!("{d} {} {year}", MONTHS[m - 1]),
        (Lang::En, Some(m), None) => format!("{} {year}", MONTHS[m - 1]),
        (_, None, _) => iso.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        for (value, vi, en) in [
            (55.0, "55", "55"),
            (1_000_000.0, "1.000.000", "1,000,000"),
            (2224.5, "2.224,5", "2,224.5"),
            (10.08, "10,08", "10.08"),
            (0.5, "0,5", "0.5"),
            (-3.25, "−3,25", "−3.25"),
            (332_000.0, "332.000", "332,000"),
        ] {
            assert_eq!(number(value, Lang::Vi), vi);
            assert_eq!(number(value, Lang::En), en);
        }
    }

    #[test]
    fn decimals() {
        for (value, places, expected) in [
            (55.0, 6, "55"),
            (2224.5, 6, "2224.5"),
            (10.08, 6, "10.08"),
            (0.05, 1, "0.1"),
            (99.96, 1, "100"),
            (-0.04, 1, "0"),
            (-12.25, 2, "-12.25"),
            (33.333_333, 2, "33.33"),
        ] {
            assert_eq!(decimal(value, places), expected);
        }
    }

    #[test]
    fn decimals_are_read_as_the_standard_library_reads_them() {
        for text in [
            "0",
            "1",
            "-1",
            "+1",
            "1.5",
            ".5",
            "5.",
            "0.1",
            "12.35",
            "2224.5",
            "1e9",
            "1.5E3",
            "25e-1",
            "-3.25",
            "123456789012345",
            "0.000123",
            "1000000000000000000000",
            "00012",
            "17250000000.0",
        ] {
            assert_eq!(parse_decimal(text), text.parse().ok(), "{text}");
        }
        for text in ["", ".", "-", "1,5", "1.2.3", "e5", "1e", "x", "1x", "NaN", "inf", "1e999", "--1"] {
            assert_eq!(parse_decimal(text), None, "{text}");
        }
        let near = |text: &str| (parse_decimal(text).unwrap_or(0.0) / text.parse::<f64>().unwrap_or(1.0) - 1.0).abs();
        assert!(near("1.7976931348623157e300") < 1e-14 && near("3.333333333333333333333333333") < 1e-14);
        assert!(near("123456789012345678901234567890") < 1e-14);
    }

    proptest::proptest! {
        #[test]
        fn what_is_written_is_read_back(digits in 0_u64..1_000_000_000_000, places in 0_u32..7) {
            let text = format!("{}.{:0width$}", digits / 10_u64.pow(places), digits % 10_u64.pow(places), width = places as usize);
            proptest::prop_assert_eq!(parse_decimal(&text), text.parse().ok());
        }
    }

    #[test]
    fn the_comparator_is_part_of_the_figure() {
        let q = |comparator, value, value_max, unit| Quantity { comparator, value, value_max, unit };
        let over = q(Comparator::Gt, 10.0, None, Unit::Percent);
        assert_eq!(quantity(over, Lang::Vi), "trên 10\u{a0}%");
        assert_eq!(quantity(over, Lang::En), "over 10%");
        let range = q(Comparator::Range, 20.0, Some(25.0), Unit::PercentPerYear);
        assert_eq!(quantity(range, Lang::Vi), "20–25\u{a0}%/năm");
        assert_eq!(quantity(range, Lang::En), "20–25%\u{a0}a\u{a0}year");
        let from = q(Comparator::Gte, 55.0, None, Unit::Percent);
        assert_eq!(quantity(from, Lang::Vi), "từ 55\u{a0}% trở lên");
    }

    #[test]
    fn dates() {
        assert_eq!(date("2016-08-08", Lang::Vi), "08/8/2016");
        assert_eq!(date("2021-01-14", Lang::Vi), "14/01/2021");
        assert_eq!(date("2016-08-08", Lang::En), "8 August 2016");
        assert_eq!(date("2026-01", Lang::Vi), "01/2026");
        assert_eq!(date("2026-01", Lang::En), "January 2026");
        assert_eq!(date("unknown", Lang::En), "unknown");
    }
}

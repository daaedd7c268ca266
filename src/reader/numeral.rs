//! Numerals in words, "hai nghìn bốn trăm", and shares told as a part of a number: "hai phần ba", "7/10 hộ".

use super::figure::number;
use super::opening::{AnyOf, any};
use super::tokens::{Kind, Tokens};

const DIGITS: AnyOf = any!["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

fn digit(t: &Tokens, i: usize) -> Option<f64> {
    if !t.is_any(i, DIGITS) {
        return None;
    }
    DIGITS.list.iter().zip(0_u32..).find(|(word, _)| t.is(i, word)).map(|(_, n)| f64::from(n))
}

/// A number in figures or in words, and the place behind it.
pub fn amount(t: &Tokens, i: usize) -> Option<(f64, usize)> {
    match t.get(i)?.kind {
        Kind::Number => number(t.word(i)).map(|n| (n, i + 1)),
        Kind::Word => numeral(t, i),
        Kind::Sign => None,
    }
}

/// A number in words, and the place behind it. A lone "năm" is a year.
pub fn numeral(t: &Tokens, i: usize) -> Option<(f64, usize)> {
    let (mut value, mut at, mut least) = (0.0, i, f64::MAX);
    while let Some((part, behind)) = below_thousand(t, at) {
        let scale = scale(t, behind).filter(|s| *s < least && part > 0.0);
        // "hai nghìn" ends before another numeral without a scale of its own, unless that is the ones.
        if at > i && scale.is_none() && (behind < at + 2 || least <= 1.0) {
            break;
        }
        value += part * scale.unwrap_or(1.0);
        at = behind + usize::from(scale.is_some());
        least = scale.unwrap_or(1.0);
        if scale.is_none() {
            break;
        }
    }
    // "mười hai phẩy năm"
    if let Some(tenths) = digit(t, at + 1).filter(|_| t.is(at, "phẩy")) {
        (value, at) = (value + tenths / 10.0, at + 2);
    }
    let alone = at == i + 1;
    (at > i && value > 0.0 && !(alone && t.is(i, "năm"))).then_some((value, at))
}

/// "ba trăm hai mươi lăm", "trăm" not being one without a digit.
fn below_thousand(t: &Tokens, i: usize) -> Option<(f64, usize)> {
    let (mut value, mut at) = (0.0, i);
    if let Some(hundreds) = digit(t, at).filter(|_| t.is(at + 1, "trăm")) {
        (value, at) = (hundreds * 100.0, at + 2);
        if let Some(ones) = digit(t, at + 1).filter(|_| t.is_any(at, any!["linh", "lẻ"])) {
            return Some((value + ones, at + 2));
        }
    }
    let tens = if t.is(at, "mười") {
        Some((10.0, at + 1))
    } else {
        digit(t, at).filter(|_| t.is(at + 1, "mươi")).map(|d| (d * 10.0, at + 2))
    };
    if let Some((tens, behind)) = tens {
        (value, at) = (value + tens, behind);
        // "hai mươi năm" is a time.
        let odd = [("lăm", 5.0), ("nhăm", 5.0), ("mốt", 1.0), ("tư", 4.0)];
        let ones = odd.iter().find(|(word, _)| t.is(at, word)).map(|(_, n)| *n);
        let ones = ones.or_else(|| digit(t, at).filter(|n| *n > 0.0 && !t.is(at, "năm")));
        return Some((value + ones.unwrap_or(0.0), at + usize::from(ones.is_some())));
    }
    if at > i {
        return Some((value, at));
    }
    digit(t, at).map(|d| (d, at + 1))
}

/// "nghìn", "vạn", "triệu", "tỷ".
pub fn scale(t: &Tokens, i: usize) -> Option<f64> {
    [("nghìn", 1e3), ("ngàn", 1e3), ("vạn", 1e4), ("triệu", 1e6), ("tỷ", 1e9), ("tỉ", 1e9)]
        .iter()
        .find(|(w, _)| t.is(i, w))
        .map(|(_, s)| *s)
}

/// A part of a number.
pub enum Part {
    /// So many per cent, said up to this place.
    Share(f64, usize),
    /// So many of a number that is no round one, "45/124 xã": the count, and where the whole ends.
    Of(f64, usize),
}

/// Reads "một nửa số …", "hai phần ba …", "7/10 hộ", "tám trên mười hộ". `counted`: a noun that is counted starts
/// at a place.
pub fn part(t: &Tokens, i: usize, counted: impl Fn(usize) -> bool) -> Option<Part> {
    let of = |at: usize| {
        t.is_any(at, any!["số", "các", "tổng", "doanh", "dân", "những", "lượng", "giá", "kim", "chi"]) || counted(at)
    };
    let half = t.first_of(i, any!["một nửa", "phân nửa", "nửa"]);
    // Alone in a table's cell it says enough, as does "giảm một nửa".
    let cell = i == 0 && half == Some(t.len()) || i > 0 && t.is(i - 1, "giảm");
    if let Some(behind) = half.filter(|at| of(*at) || cell) {
        return Some(Part::Share(50.0, behind));
    }
    let (small, at) = amount(t, i)?;
    let share = |whole: f64| clean(small / whole * 100.0);
    if t.is(at, "phần") && t.is_word(i) {
        let (whole, behind) = amount(t, at + 1).or_else(|| {
            // "bốn phần năm số hộ", but no "phần năm 2025"
            let five = t.is(at + 1, "năm") && t.get(at + 2).is_none_or(|x| x.kind != Kind::Number);
            (t.is(at + 1, "tư") || five).then_some((if five { 5.0 } else { 4.0 }, at + 2))
        })?;
        return (small < whole).then(|| Part::Share(share(whole), behind));
    }
    let stroke = t.sign(at) == b'/' && !t.is_word(i);
    let among = t.is_any(at, any!["trên", "trong"]);
    let at = t.first_of(at + 1, any!["tổng số", "số"]).filter(|_| among).map_or(at, |behind| behind - 1);
    // "ngày 3/4", "số 7/10", "1/5/2026"
    let dated = i > 0
        && (t.is_any(i - 1, any!["ngày", "tháng", "quý", "số", "điều", "thứ", "hạng", "trí"]) || t.sign(i - 1) == b'/');
    if dated || !(stroke || among) {
        return None;
    }
    let (whole, behind) = amount(t, at + 1)?;
    // "(ít nhất 9/10)"
    let bound = i > 0 && t.is_any(i - 1, any!["nhất", "thiểu", "khoảng", "gần", "hơn", "trên", "dưới"]);
    let said = of(behind) || bound && t.sign(behind) == b')';
    // "4,2/5 điểm" is a mark.
    let mark = small.fract() > 0.0 || t.is(behind, "điểm");
    if small > whole || whole < 2.0 || whole.fract() > 0.0 || mark || !said {
        return None;
    }
    if is_round(whole) {
        return Some(Part::Share(share(whole), behind));
    }
    (stroke && counted(behind)).then_some(Part::Of(small, behind))
}

/// What shares are told of.
fn is_round(whole: f64) -> bool {
    whole <= 10.0 || whole.to_bits() == 100_f64.to_bits()
}

/// "Cứ 10 hộ thì có 7 hộ …": the part, and where its number starts.
pub fn each_of(t: &Tokens, i: usize, end: usize) -> Option<(Part, usize)> {
    let every = t.is(i, "cứ") || t.is(i, "trong") && t.is(i + 1, "mỗi");
    if !every && !t.is(i, "trong") {
        return None;
    }
    let from = i + 1 + usize::from(t.is(i + 1, "mỗi"));
    let (whole, noun) = amount(t, from).filter(|(n, _)| *n >= 2.0)?;
    let near = noun + 1..(noun + 14).min(end);
    let then = near.clone().find(|k| t.is(*k, "thì")).or_else(|| near.clone().find(|k| t.is(*k, "có")))?;
    let (at, (small, behind)) = (then + 1..(then + 6).min(end)).find_map(|k| amount(t, k).map(|found| (k, found)))?;
    // "Trong 10 hộ có 7 hộ" says the noun again; "trong 5 năm có 3 đợt" counts something else.
    let again = t.word(noun) == t.word(behind);
    if small >= whole || !(every || again) {
        return None;
    }
    let round = every || is_round(whole);
    Some((if round { Part::Share(clean(small / whole * 100.0), behind) } else { Part::Of(small, behind) }, at))
}

/// Without the dust of reckoning.
pub fn clean(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Tokens {
        let mut t = Tokens::default();
        t.add(text, 0);
        t.finish();
        t
    }

    #[test]
    fn numerals_in_words() {
        for (text, value, behind) in [
            ("hai nghìn bốn trăm lượt", 2400.0, 4),
            ("một triệu hai trăm nghìn hộ", 1_200_000.0, 5),
            ("mười lăm nghìn người", 15_000.0, 3),
            ("năm trăm xã", 500.0, 2),
            ("ba trăm linh năm hộ", 305.0, 4),
            ("sáu mươi tư phần trăm", 64.0, 3),
            ("mười hai phẩy năm phần trăm", 12.5, 4),
            ("hai mươi năm tới", 20.0, 2),
            ("ba xã", 3.0, 1),
        ] {
            assert_eq!(numeral(&tokens(text), 0), Some((value, behind)), "{text}");
        }
        for text in ["năm tới", "trăm hộ", "nghìn hộ", "không quá", "mươi hộ"] {
            assert_eq!(numeral(&tokens(text), 0), None, "{text}");
        }
    }

    #[test]
    fn a_part_of_a_number() {
        let share = |text: &str| match part(&tokens(text), 0, |_| false) {
            Some(Part::Share(value, _)) => Some(value),
            _ => None,
        };
        assert_eq!(share("một nửa số hộ"), Some(50.0));
        assert_eq!(share("hai phần ba số hộ"), Some(66.666_667));
        assert_eq!(share("ba phần tư số hộ"), Some(75.0));
        assert_eq!(share("bốn phần năm số hộ"), Some(80.0));
        assert_eq!(share("bốn phần năm 2025"), None);
        assert_eq!(share("6 trong số 10 số hộ"), Some(60.0));
        assert_eq!(share("7/10 số hộ"), Some(70.0));
        assert_eq!(share("tám trên mười số hộ"), Some(80.0));
        assert_eq!(share("nửa đầu năm"), None);
        assert_eq!(share("7/10/2026"), None);
        assert_eq!(share("4/5 điểm"), None);
        assert_eq!(share("năm phần trăm"), None);
        let each = |text: &str| {
            each_of(&tokens(text), 0, 40).map(|found| match found.0 {
                Part::Share(value, _) | Part::Of(value, _) => value,
            })
        };
        assert_eq!(each("cứ 10 hộ thì ít nhất 7 hộ bán hàng"), Some(70.0));
        assert_eq!(each("trong 10 hộ có 7 hộ bán hàng"), Some(70.0));
        assert_eq!(each("trong 124 xã có ít nhất 90 xã"), Some(90.0));
        assert_eq!(each("trong 10 ngày có 7 hội chợ"), None);
    }
}

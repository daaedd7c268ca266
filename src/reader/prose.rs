//! Targets in running text.

use super::figure::{Figure, figures};
use super::growth::{grows_on_last_year, grows_yearly};
use super::horizon::{Horizon, horizons};
use super::indicator::indicator;
use super::judge::{Scope, Verdict};
use super::names::{Words, index};
use super::opening::any;
use super::part::{Before, Named, Part, THIS, verb_led};
use super::section::Section;
use super::segment::{assign, segments};
use super::tokens::{Kind, Tokens, holds};
use super::turns::{IN_TURN, in_turn, rows};
use super::walk::{Above, Walk};
use super::{FoundTarget, ProblemKind, Unit, YearFrom};
use crate::model::Comparator;
use std::ops::Range;

/// Reads the targets of a passage.
pub fn targets(walk: &mut Walk<'_>, t: &Tokens, above: &Above, path: &str) {
    if matches!(above.section, Some(Section::Background | Section::Budget)) || is_citation(t) {
        return;
    }
    let mut before = Before::default();
    let mut open: Option<usize> = None;
    let list = sentences(t, 0..t.len());
    for (n, range) in list.iter().enumerate() {
        let range = open.take().unwrap_or(range.start)..range.end;
        // "Đến năm 2028: 50 %; đến năm 2030: 70 % dân số …": what is measured comes in the next one.
        if content(t, range.clone()) == 0
            && before.subject.is_none()
            && n + 1 < list.len()
            && range.len() < 24
            && THIS.in_range(t, range.clone()).is_none()
        {
            open = Some(range.start);
            continue;
        }
        sentence(walk, t, range, above, path, &mut before);
    }
    if !before.said.is_empty() {
        walk.said = before.said;
    }
}

/// What names the end of the plan without its year.
static PERIOD_END: Words = Words::new(|| {
    index(
        "cuối kỳ|hết kỳ|cuối giai đoạn|hết giai đoạn|kết thúc giai đoạn|cuối nhiệm kỳ|hết nhiệm kỳ|kết thúc kế hoạch\
    |kết thúc chương trình|kết thúc đề án|các năm tiếp theo|những năm tiếp theo|các năm sau|những năm sau",
    )
});

/// "Căn cứ …", "Theo đề nghị …": what a decision rests on.
fn is_citation(t: &Tokens) -> bool {
    t.opens(
        0,
        any![
            "căn cứ luật",
            "căn cứ nghị",
            "căn cứ quyết",
            "căn cứ thông",
            "căn cứ công",
            "theo đề nghị",
            "xét đề nghị",
            "căn cứ kế hoạch",
            "căn cứ chỉ thị",
        ],
    ) || (t.phrase(0, "ban hành kèm theo").or_else(|| t.phrase(1, "ban hành kèm theo")).is_some())
}

/// The most tokens of a sentence.
const LONGEST: usize = 300;
/// The most figures of a sentence that is read: more is a table that lost its shape.
const MOST_FIGURES: usize = 24;

/// The sentences of a range; a semicolon ends one too.
pub fn sentences(t: &Tokens, range: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut from = range.start;
    let mut bracket_ends = 0;
    for i in range.clone() {
        if t.sign(i) == b'(' && i >= bracket_ends {
            bracket_ends = (i..(i + 60).min(range.end)).find(|k| t.sign(*k) == b')').unwrap_or(0);
        }
        // No sentence is that long: what is a list without an end is read in stretches.
        if i - from >= LONGEST {
            out.push(from..i);
            from = i;
        }
        let ends = match t.sign(i) {
            b';' => i >= bracket_ends,
            b'!' | b'?' => true,
            b'.' => {
                // "Tỷ lệ ..... : 70 %"
                let behind = (i + 1..(i + 40).min(range.end)).find(|k| t.sign(*k) != b'.').unwrap_or(range.end);
                let figure = t.sign(behind) == b':' || t.is_number(behind);
                let leader = figure && (behind > i + 1 || i > from && t.sign(i - 1) == b'.');
                let opens = !leader && t.get(i + 1).is_none_or(|x| x.upper || x.kind != Kind::Word);
                let short = i > from
                    && t.get(i - 1).is_some_and(|x| x.upper && x.end - x.start <= 3)
                    && t.is_any(i - 1, any!["tp", "tx", "ths", "ts", "tt", "gs"]);
                opens && !short
            }
            _ => false,
        };
        if ends {
            if i > from {
                out.push(from..i);
            }
            from = i + 1;
        }
    }
    if from < range.end {
        out.push(from..range.end);
    }
    out
}

/// Words that say nothing of what is measured.
static EMPTY: Words = Words::new(|| {
    index(
        "đạt|chiếm|tăng|giảm|trên|dưới|phấn|đấu|đến|năm|có|là|từ|khoảng|tối|thiểu|đa|ít|nhất|trở|lên|và|với|trong|đó|\
    mức|hết|cuối|vào|giai|đoạn|bình|quân|trung|mỗi|được|của|các|số|còn|xuống|ra|để|nhằm|cụ|thể|đảm|bảo|mục|tiêu|\
    chỉ|hàng|hằng|so|lượng|thì|không|quá|vượt|gần|hơn|tỷ|lệ|cao|thấp|đặt|thực|hiện|duy|trì|nâng|tỉnh|toàn|cả|\
    nước|riêng|khi|bằng|gấp|lần|ở|lượt|tổng|quốc|gia|địa|bàn|sau|trước|tới|này|hoàn|thành|kế|hoạch|hướng|mốc|\
    tương|ứng|kỳ|thời|tốc|độ",
    )
});

/// How many words of a range say something of what is measured.
pub fn content(t: &Tokens, range: Range<usize>) -> usize {
    // "hoàn hàng" is no "hoàn thành".
    let says = |i: usize| EMPTY.at(t, i).is_none() || t.is(i, "hoàn") && !t.is(i + 1, "thành");
    range.filter(|i| t.is_word(*i) && says(*i)).count()
}

/// A percentage that is the growth of a year has a unit of its own.
fn unit_of(walk: &Walk<'_>, part: &Part<'_>) -> Unit {
    let (t, fig, row, seg) = (part.t, part.fig(), part.row(), part.seg());
    // "tốc độ tăng các năm 2026, 2027 là 25 % và 24 %": the same of each in the row.
    let (first, head) = (&part.figs[row.start], part.cuts[row.start].start);
    let one_verb = !t.has(first.number.end..fig.number.start.max(first.number.end), any!["đạt"]);
    let same = one_verb && grows_yearly(t, &(head..first.number.start.max(head)));
    let grows = same || grows_yearly(t, &(seg.start..fig.number.start)) || grows_on_last_year(walk, t, seg, fig);
    if fig.unit == Unit::Percent && grows { Unit::PercentPerYear } else { fig.unit }
}

fn sentence(walk: &mut Walk<'_>, t: &Tokens, range: Range<usize>, above: &Above, path: &str, before: &mut Before) {
    let figs = figures(t, range.clone(), None);
    let years = horizons(t, range.clone());
    if figs.len() > MOST_FIGURES {
        let place = walk.quote(t, &range);
        walk.problem(ProblemKind::FigureUnclear, path, Some(place));
        return;
    }
    if figs.is_empty() {
        if let Some(h) = super::walk::set_by(&years) {
            before.year = Some(h.1);
        }
        in_words(walk, t, range, above, path);
        return;
    }
    let assigned = assign(t, &figs, &years, &range, walk.out.plan.first_year());
    // "trong đó nông thôn: 40 % và 55 %", "lần lượt 8.000 tỷ đồng và 12.000 tỷ đồng": by the years of the sentence before.
    let rows = rows(t, &figs, &years);
    let in_order = rows[0].len() == figs.len() && figs.len() > 1 || t.has(range.clone(), IN_TURN);
    let told_before = if years.is_empty() && before.years.len() == figs.len() && in_order {
        before.years.clone()
    } else {
        Vec::new()
    };
    for year in assigned.iter().filter_map(|h| h.map(|h| years[h].year)) {
        if !before.years.contains(&year) {
            before.years.push(year);
        }
    }
    let cuts = segments(t, &figs, &years, &range);
    let in_turn = in_turn(t, &figs, &rows, &cuts, &assigned, &years);
    let mut subject: Option<Range<usize>> = None;
    // The first words of the sentence that say something.
    let mut opening: Option<Range<usize>> = None;
    let mut first_target = None;
    // "các chỉ tiêu tương ứng là 65 %, 14.000 tỷ đồng và 13 %": one for each of the passage or sentence before.
    let last = if before.said.is_empty() { &walk.said } else { &before.said };
    let same = last.len() == figs.len() && last.iter().zip(&figs).all(|(said, fig)| said.0 == fig.unit);
    let whole = figs.len() > 1 && same && THIS.in_range(t, range.start..figs[0].span.start.max(range.start)).is_some();
    before.whole = if whole { last.clone() } else { Vec::new() };
    let carried = before.year;
    let mut latest: Option<(i32, bool)> = None;
    for (i, fig) in figs.iter().enumerate() {
        let seg = cuts[i].clone();
        let mut part = Part::of(t, &figs, &cuts, &rows, &years, i, before.subject.is_some());
        let (pre_words, post_words) = (part.pre_words, part.post_words);
        if !part.where_only && (pre_words >= 2 || (pre_words >= 1 && subject.is_none())) {
            subject = Some(part.pre.clone());
        }
        if opening.is_none() {
            opening = subject.clone().or_else(|| Some(part.post.clone()).filter(|_| post_words >= 2));
        }
        part.unit = unit_of(walk, &part);
        let unit = part.unit;
        let told = in_turn.get(i).and_then(Option::as_ref);
        let borrowed = subject
            .clone()
            .filter(|s| s.start < seg.start)
            .or_else(|| before.subject.clone().filter(|_| subject.is_none() || pre_words < 2));
        let again = part.again();
        let named = Named { opening: opening.as_ref(), borrowed: borrowed.as_ref(), subject: subject.is_some(), told };
        let (found, from_subject) = part.indicator(&named, before, &walk.said, above);
        before.said.push((unit, found));
        let scope = Scope { t, range: &range, seg: &seg, fig, above, years: &years };
        let stated = assigned[i].map(|h| &years[h]);
        // "một nửa" is a figure only where it says what of: as with "toàn bộ".
        let idle_words = fig.unit == Unit::Percent
            && found.is_none()
            && t.is_word(fig.number.start)
            && above.section != Some(Section::Targets);
        let verdict = if idle_words || part.of_another() {
            Verdict::No
        } else {
            scope.judge(walk, stated, found, pre_words + post_words, from_subject || borrowed.is_some())
        };
        if subject.is_none() && post_words >= 2 {
            subject = Some(part.post.clone());
        }
        let Verdict::Yes(sure) = verdict else { continue };
        let at_end = PERIOD_END.in_range(t, seg).is_some();
        let end = walk.out.plan.last_year().filter(|_| at_end && stated.is_none());
        let same_time = before.stated.filter(|_| part.where_only || again || part.nested);
        let (year, year_from) = match (stated, told_before.get(i).copied().or(end).or(same_time).or(before.year)) {
            (Some(h), _) => (Some(h.year), YearFrom::Sentence),
            (None, Some(y)) if walk.out.plan.first_year().is_none_or(|first| y >= first) => (Some(y), YearFrom::Above),
            _ => walk.year_above(above),
        };
        let quote = quote_of(
            t,
            fig,
            &part.pre,
            &part.post,
            pre_words,
            post_words,
            borrowed.as_ref().filter(|_| pre_words < 2 && post_words < 2),
            &cuts[i],
        );
        let mut confidence: f64 = sure;
        confidence -= if found.is_none() { 0.1 } else { 0.0 };
        confidence -= match year_from {
            YearFrom::Sentence => 0.0,
            YearFrom::Above => 0.02,
            YearFrom::Period => 0.08,
            YearFrom::Nowhere => 0.2,
        };
        let place = walk.quote(t, &quote);
        if year.is_none() {
            walk.problem(ProblemKind::NoYear, path, Some(place.clone()));
        }
        let part_of = if part.nested { first_target.or(before.target) } else { None };
        let base = base_of(found, &part.line);
        let kept = walk.keep_target(FoundTarget {
            quote: place,
            passage: walk.quote(t, &(0..t.len())),
            indicator: found,
            comparator: fig.comparator,
            value: fig.value,
            value_max: fig.max,
            unit,
            year,
            year_from,
            base,
            clause: path.to_owned(),
            part_of,
            confidence: (confidence.clamp(0.05, 0.99) * 100.0).round() / 100.0,
        });
        first_target = first_target.or(kept);
        if let Some(h) = stated {
            before.year = Some(h.year);
            before.stated = Some(h.year);
            // (year, whether it leads)
            latest = latest.max(Some((h.year, h.span.start < fig.span.start)));
        }
        before.target = kept;
    }
    // "… 72 % năm 2030, riêng năm 2027 đạt 60 %": what follows is for the later year, and where that only stood
    // behind its figure, as before.
    before.sentence = range;
    before.year = latest.filter(|l| l.1).map(|l| l.0).or(carried);
    // "quy mô …; tỷ trọng 14 %; tăng trưởng 20 %": a word that says little names nothing new.
    let names = |s: &Range<usize>| content(t, s.clone()) >= 2 && !verb_led(t, s);
    if let Some(s) = subject.filter(|s| before.subject.is_none() || names(s)) {
        before.subject = Some(s);
    }
}

/// A range without the fillers and years at its ends.
pub fn meaningful(t: &Tokens, range: Range<usize>, years: &[Horizon]) -> Range<usize> {
    let in_year = |i: usize| years.iter().any(|h| h.span.contains(&i));
    let (mut start, mut end) = (range.start, range.end.max(range.start));
    let idle = |i: usize| {
        t.get(i).is_none_or(|x| x.kind == Kind::Sign)
            || in_year(i)
            || t.is_any(
                i,
                any![
                    "phấn", "đấu", "và", "với", "trong", "đó", "đến", "vào", "đạt", "có", "là", "mục", "tiêu", "cụ",
                    "thể", "hết", "cuối", "nhằm", "bảo", "đảm", "để", "thì", "đưa",
                ],
            )
    };
    while start < end && idle(start) {
        start += 1;
    }
    while end > start
        && (t.get(end - 1).is_none_or(|x| x.kind == Kind::Sign && t.sign(end - 1) != b')') || in_year(end - 1))
    {
        end -= 1;
    }
    start..end
}

#[expect(clippy::too_many_arguments, reason = "the parts of a segment, which only this function puts together")]
fn quote_of(
    t: &Tokens,
    fig: &Figure,
    pre: &Range<usize>,
    post: &Range<usize>,
    pre_words: usize,
    post_words: usize,
    borrowed: Option<&Range<usize>>,
    seg: &Range<usize>,
) -> Range<usize> {
    let mut end = fig.span.end;
    // "… so với tổng mức bán lẻ" says what it is of; a phrase behind a comma does not.
    if post_words > 0 {
        let straight = post.start <= fig.span.end + 1;
        let stop = if pre_words >= 2 || borrowed.is_some() {
            (fig.span.end..post.end).find(|i| matches!(t.sign(*i), b',' | b'(')).unwrap_or(post.end)
        } else {
            post.end
        };
        if straight || pre_words < 2 {
            end = stop.max(end);
        }
    }
    let start = match borrowed {
        Some(s) if s.start < seg.start => s.start,
        _ if pre_words > 0 => pre.start.min(fig.span.start),
        _ => fig.span.start,
    };
    start..end.max(fig.span.end)
}

/// "Toàn bộ các thủ tục …": a hundred per cent, where an indicator says so.
fn in_words(walk: &mut Walk<'_>, t: &Tokens, range: Range<usize>, above: &Above, path: &str) {
    let years = horizons(t, range.clone());
    let range = meaningful(t, range, &years);
    if above.section != Some(Section::Targets)
        || !["toàn bộ", "tất cả"].iter().any(|p| t.phrase(range.start, p).is_some())
    {
        return;
    }
    let Some(id) = indicator(&t.line(range.clone()), Unit::Percent) else { return };
    let (year, year_from) = match super::walk::set_by(&years) {
        Some((_, year)) => (Some(year), YearFrom::Sentence),
        None => walk.year_above(above),
    };
    let quote = walk.quote(t, &range);
    let passage = walk.quote(t, &(0..t.len()));
    walk.keep_target(FoundTarget {
        quote,
        passage,
        indicator: Some(id),
        comparator: Comparator::Eq,
        value: 100.0,
        value_max: None,
        unit: Unit::Percent,
        year,
        year_from,
        base: base_of(Some(id), ""),
        clause: path.to_owned(),
        part_of: None,
        confidence: 0.6,
    });
}

/// What a percentage is of, where the words say it.
pub fn base_of(indicator: Option<&str>, line: &str) -> Option<&'static str> {
    let says = |p: &str| holds(line, p);
    match indicator? {
        "online_shoppers_share" if says("trưởng thành") => Some("adult_population"),
        "online_shoppers_share" if says("internet") => Some("internet_users"),
        "online_shoppers_share" if says("dân số") || says("dân cư") => Some("population"),
        "b2c_retail_share" if says("dịch vụ tiêu dùng") => Some("retail_goods_and_services"),
        "b2c_retail_share" if says("hàng hóa") => Some("retail_goods"),
        "b2c_retail_share" => Some("retail_unspecified"),
        "last_mile_cost_share" if says("giá thành") => Some("product_price"),
        "last_mile_cost_share" if says("doanh thu") => Some("revenue"),
        "enterprise_ecommerce_adoption" | "enterprise_website" if says("doanh nghiệp thương mại") => {
            Some("trading_enterprises")
        }
        "enterprise_ecommerce_adoption"
        | "enterprise_website"
        | "enterprise_mobile_apps"
        | "enterprise_comms_tools" => Some("enterprises"),
        "sme_on_platforms" => Some("smes"),
        "communes_online_merchants" => Some("communes"),
        "einvoice_share" if says("website") => Some("website_app_purchases"),
        "einvoice_share" if says("nền tảng") || says("sàn") => Some("platform_transactions"),
        _ => None,
    }
}

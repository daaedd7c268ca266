//! A figure's part of a sentence, and what the figure is of.

use super::Unit;
use super::figure::Figure;
use super::horizon::Horizon;
use super::indicator::indicator;
use super::names::{Words, index};
use super::opening::any;
use super::prose::{content, meaningful};
use super::section::Section;
use super::segment::from_here;
use super::tokens::{Kind, Tokens};
use super::turns::{Thing, verb};
use super::walk::Above;
use std::ops::Range;

/// What the sentences before said, for one that goes on with them.
#[derive(Default)]
pub struct Before {
    pub year: Option<i32>,
    pub subject: Option<Range<usize>>,
    pub target: Option<usize>,
    /// The last sentence.
    pub sentence: Range<usize>,
    /// The year that the last figure with one of its own was for.
    pub stated: Option<i32>,
    /// The years that figures were given so far.
    pub years: Vec<i32>,
    /// What the figures of this sentence are of, where they follow those before one by one.
    pub whole: Vec<(Unit, Option<&'static str>)>,
    /// What each figure so far was of.
    pub said: Vec<(Unit, Option<&'static str>)>,
}

/// What takes up the figure before.
pub static THIS: Words = Words::new(|| {
    index(
        "tỷ lệ này|tỷ lệ trên|tỷ lệ đó|tỷ lệ nói trên|tỷ trọng này|tỷ trọng trên|tỷ trọng đó|con số này|con số trên\
    |con số đó|chỉ tiêu này|chỉ tiêu trên|chỉ tiêu đó|mức này|mức trên|giá trị này|doanh số này|doanh thu này\
    |số này|quy mô này|chỉ số này|tốc độ này|chỉ tiêu tương ứng|tỷ lệ tương ứng|con số tương ứng|mức tương ứng",
    )
});

/// A figure with the words around it that are its own.
pub struct Part<'a> {
    /// The tokens.
    pub t: &'a Tokens,
    /// The figures of the sentence.
    pub figs: &'a [Figure],
    /// Their parts of it.
    pub cuts: &'a [Range<usize>],
    /// The rows they stand in.
    pub rows: &'a [Range<usize>],
    /// Which of them this is.
    pub i: usize,
    /// The words before the figure.
    pub pre: Range<usize>,
    /// Those behind it.
    pub post: Range<usize>,
    /// How many of those before it say something.
    pub pre_words: usize,
    /// How many of those behind it.
    pub post_words: usize,
    /// "trong đó": a part of the figure before.
    pub nested: bool,
    /// It says only where.
    pub where_only: bool,
    /// The words without the figure and the years.
    pub line: String,
    /// What the figure counts.
    pub unit: Unit,
}

/// What the sentence says beside the part.
pub struct Named<'a> {
    /// The first words of the sentence that say something.
    pub opening: Option<&'a Range<usize>>,
    /// The words before, for a part that says too little.
    pub borrowed: Option<&'a Range<usize>>,
    /// Whether something has been named so far.
    pub subject: bool,
    /// The thing that is told in turn.
    pub told: Option<&'a Thing>,
}

impl<'a> Part<'a> {
    /// Of the `i`-th figure. `follows`: something was measured in the sentences before.
    pub fn of(
        t: &'a Tokens,
        figs: &'a [Figure],
        cuts: &'a [Range<usize>],
        rows: &'a [Range<usize>],
        years: &[Horizon],
        i: usize,
        follows: bool,
    ) -> Self {
        let (seg, fig) = (&cuts[i], &figs[i]);
        let pre = meaningful(t, seg.start..fig.span.start, years);
        let post = meaningful(t, fig.span.end..seg.end, years);
        let (pre_words, post_words) = (content(t, pre.clone()), content(t, post.clone()));
        let nested = t.find(seg.start..(seg.start + 3).min(seg.end), any!["trong đó"]).is_some();
        // "trong đó ở vùng khó khăn 25 %": only where, of what the whole is.
        let follows = post_words == 0 && pre_words <= 7 && (i > 0 || follows);
        let where_only = (nested || follows) && {
            let first = pre.clone().find(|i| !t.is_any(*i, any!["trong", "đó", "riêng", "còn", "tỷ", "lệ", "này"]));
            first.is_some_and(|i| {
                t.is_any(i, any!["ở", "tại", "khu", "vùng", "nông", "miền", "đô"]) || t.phrase(i, "thành thị").is_some()
            })
        };
        let line = line_without(t, seg, fig, years);
        Self { t, figs, cuts, rows, i, pre, post, pre_words, post_words, nested, where_only, line, unit: fig.unit }
    }

    /// The figure.
    pub fn fig(&self) -> &Figure {
        &self.figs[self.i]
    }

    /// Where the part stands.
    pub fn seg(&self) -> &Range<usize> {
        &self.cuts[self.i]
    }

    /// The row that the figure stands in.
    pub fn row(&self) -> &Range<usize> {
        &self.rows[self.i]
    }

    /// "các tỷ lệ này là 50 % và 70 %": each of the row takes up one before.
    fn all_again(&self) -> bool {
        let first = self.row().start;
        let this = THIS.in_range(self.t, self.cuts[first].start..self.figs[first].number.start);
        this.is_some_and(|(at, _)| at > 0 && self.t.is(at - 1, "các"))
    }

    /// "tỷ lệ này": it takes up the one before.
    pub fn again(&self) -> bool {
        self.all_again() || THIS.in_range(self.t, self.seg().start..self.fig().number.start).is_some()
    }

    /// Whether it only says more of another figure: where that stands today, how it is split, how far it rose.
    pub fn of_another(&self) -> bool {
        let (t, fig, seg) = (self.t, self.fig(), self.seg());
        let raised = self.figs.get(self.i + 1).is_some_and(|next| from_here(t, fig, next));
        // "300 lượt doanh nghiệp, mỗi năm 60 lượt"
        let mean = t.phrase_before(fig.span.start, "bình quân").is_some()
            && t.has(fig.number.start..fig.number.end + 3, any!["/ năm"]);
        let split = self.figs[..self.i].iter().any(|f| f.unit == fig.unit)
            && (mean || t.phrase_before(fig.span.start, "mỗi năm").is_some());
        // "đạt 70 %, tăng 25 % so với năm 2025"
        let rise = t.is_any(seg.start + usize::from(t.sign(seg.start) == b','), any!["tăng", "giảm"])
            && t.has(fig.number.end..fig.number.end + 3, any!["so với"])
            && self.i > 0
            && self.figs[self.i - 1].unit == fig.unit;
        raised || split || rise
    }

    /// What the figure is of, and whether others' words say so. `earlier`: what those of the passage before were of.
    pub fn indicator(
        &self,
        named: &Named<'_>,
        before: &Before,
        earlier: &[(Unit, Option<&'static str>)],
        above: &Above,
    ) -> (Option<&'static str>, bool) {
        let (own, of_others) = self.in_own_words(named, before, earlier);
        if own.is_some() {
            return (own, of_others);
        }
        let weak = self.is_weak();
        if let Some(s) = named.borrowed.filter(|_| named.told.is_none() && (weak || self.unit != Unit::Percent)) {
            let found = indicator(&format!("{}{}", self.t.line(s.clone()), self.line), self.unit);
            if found.is_some() {
                return (found, self.pre_words < 2);
            }
        }
        let found = self.with_opening(named, before).or_else(|| self.with_next(named)).or_else(|| {
            let (t, sentence) = (self.t, &before.sentence);
            let these = t.has(self.post.clone(), any!["giao dịch này", "đơn hàng này", "số này", "doanh nghiệp này"]);
            // "70 % dân số mua sắm trực tuyến; chi bình quân 9 triệu đồng/người/năm"
            let said = these || matches!(self.unit, Unit::UsdPerPersonYear | Unit::VndPerPersonYear);
            let last = t.line(sentence.start..sentence.end.min(sentence.start + 60));
            if said { indicator(&format!("{last}{}", self.line), self.unit) } else { None }
        });
        let borrows = named.borrowed.is_some() && named.told.is_none() && (weak || self.unit != Unit::Percent);
        let of_others = of_others || borrows && self.pre_words < 2;
        (found.or_else(|| self.with_nested()).or_else(|| self.with_above(above)), of_others)
    }

    fn is_weak(&self) -> bool {
        let (t, seg) = (self.t, self.seg());
        // "trong đó 20 % bán được hàng ra nước ngoài" says of its own what it measures.
        let own_words = self.nested && self.post.len() >= 5 && !starts_with_verb(t, &(self.fig().span.start..seg.end));
        let weak = self.pre_words < 2 && (self.post_words < 4 || starts_with_verb(t, seg)) && !own_words;
        weak || self.where_only && self.post_words == 0
    }

    /// By its own words, by the figures that it takes up, or by its row.
    fn in_own_words(
        &self,
        named: &Named<'_>,
        before: &Before,
        earlier: &[(Unit, Option<&'static str>)],
    ) -> (Option<&'static str>, bool) {
        let (t, unit, row) = (self.t, self.unit, self.row());
        let mut found = if self.pre_words + self.post_words >= 2 { indicator(&self.line, unit) } else { None };
        if let Some(thing) = named.told {
            found = thing.indicator(t, unit);
        }
        if let Some(said) = before.whole.get(self.i).filter(|s| s.0 == unit) {
            found = found.or(said.1);
        }
        // "tỷ lệ này", "riêng năm 2028 đạt 12 %": of what the figure before is.
        let again = self.again();
        let mut of_others = false;
        if (again || self.pre_words + self.post_words == 0) && found.is_none() {
            let earlier = earlier.iter().filter(|_| again);
            // The first of "các tỷ lệ này" is of what the first before was of.
            let back = if self.all_again() { row.len() - 1 } else { 0 };
            found = earlier.chain(&before.said).rev().take(60).filter(|s| s.0 == unit).nth(back).and_then(|s| s.1);
            of_others = again;
        }
        if found.is_none() && row.len() > 1 && named.told.is_none() {
            // "chiếm 10 %, 12 % và 15 % tổng mức bán lẻ"
            let (first, last) = (&self.figs[row.start], &self.figs[row.end - 1]);
            let start = self.cuts[row.start].start;
            let of = last.span.end..self.cuts[row.end - 1].end.max(last.span.end);
            found = indicator(&format!("{}{}", t.line(start..first.span.start.max(start)), t.line(of)), unit);
        }
        (found, of_others)
    }

    /// With the first words of the sentence, or of the one before.
    fn with_opening(&self, named: &Named<'_>, before: &Before) -> Option<&'static str> {
        let (t, seg) = (self.t, self.seg());
        let does = self.does();
        let first = named.opening.filter(|s| s.start < seg.start).or(before.subject.as_ref().filter(|_| does));
        let s = first.filter(|_| named.told.is_none())?;
        // "60 % doanh nghiệp có website, 50 % nhận đơn …": who stands before the first.
        let said = if does { s.start..verb(t, s) } else { s.clone() };
        // "… tăng 20 %/năm, quy mô đạt 12.000 tỷ đồng, tương đương 12 % …"
        let little = self.pre_words <= 2 && (self.unit != Unit::Percent || starts_with_verb(t, seg)) && !self.nested;
        if does || little { indicator(&format!("{}{}", t.line(said), self.line), self.unit) } else { None }
    }

    /// With the part behind it, where that says what both are of.
    fn with_next(&self, named: &Named<'_>) -> Option<&'static str> {
        let t = self.t;
        let next = self.cuts.get(self.i + 1).filter(|_| named.told.is_none() && self.pre_words == 0)?;
        // "đến năm 2028 có 40 %, đến năm 2030 có 55 % doanh nghiệp …": what is measured comes last.
        let last =
            if self.post_words == 0 && !named.subject { indicator(&t.line(next.clone()), self.unit) } else { None };
        // "50 % dân số thành thị và 30 % dân số nông thôn mua …": they share what is said of them.
        let other = &self.figs[self.i + 1];
        let alike = other.unit == self.fig().unit && t.word(self.post.start) == t.word(other.number.end);
        let shared = t.is(next.start, "và") || t.sign(next.start) == b',' && alike;
        let both = || indicator(&format!("{}{}", self.line, t.line(next.clone())), self.unit);
        last.or_else(|| if shared { both() } else { None })
    }

    /// "65 % doanh nghiệp nhỏ và vừa, trong đó 80 % …, bán hàng trên sàn": what they do stands behind the part.
    fn with_nested(&self) -> Option<&'static str> {
        let next = self.cuts.get(self.i + 1).filter(|_| self.pre_words == 0 && self.post_words <= 4)?;
        self.t.find(next.start..(next.start + 3).min(next.end), any!["trong đó"])?;
        indicator(&format!("{}{}", self.line, self.t.line(next.clone())), self.unit)
    }

    /// "Tỷ lệ doanh nghiệp:" over items that say what they do.
    fn with_above(&self, above: &Above) -> Option<&'static str> {
        let stub = above.line.split(' ').count() <= 8;
        let little = self.pre_words + self.post_words < 4 || stub && self.does();
        let told = little && !above.line.is_empty() && above.section == Some(Section::Targets);
        if told { indicator(&format!("{}{}", above.line, self.line), self.unit) } else { None }
    }

    /// Whether it says what is done, not by whom.
    fn does(&self) -> bool {
        verb_led(self.t, if self.pre_words > 0 { &self.pre } else { &self.post })
    }
}

/// "có website", "trong đó nhận đơn hàng": what is done, not by whom.
pub fn verb_led(t: &Tokens, range: &Range<usize>) -> bool {
    let first = range.clone().find(|i| t.is_word(*i) && !t.is_any(*i, any!["và", "trong", "đó", "đã"]));
    let verbs =
        any!["có", "nhận", "sử", "dùng", "tham", "bán", "ứng", "mua", "kinh", "áp", "chấp", "mở", "đặt", "triển"];
    first.is_some_and(|i| t.is_any(i, verbs))
}

fn starts_with_verb(t: &Tokens, seg: &Range<usize>) -> bool {
    let first =
        seg.clone().find(|i| t.get(*i).is_some_and(|x| x.kind != Kind::Sign) && !t.is(*i, "và")).unwrap_or(seg.start);
    t.is_any(
        first,
        any![
            "đạt", "chiếm", "tăng", "giảm", "tương", "trong", "gấp", "riêng", "với", "đến", "vào", "trên", "từ", "bằng"
        ],
    )
}

/// The words of a segment without its figure and years; "mức độ 4" stays.
fn line_without(t: &Tokens, seg: &Range<usize>, fig: &Figure, years: &[Horizon]) -> String {
    let mut out = String::from(" ");
    let mut from = seg.start;
    let mut cuts: Vec<Range<usize>> = years.iter().map(|h| h.span.clone()).collect();
    cuts.push(fig.number.clone());
    crate::sort::by_key(&mut cuts, |c| c.start);
    for cut in cuts.into_iter().filter(|c| c.start >= seg.start && c.end <= seg.end) {
        out.push_str(t.line(from..cut.start.max(from)).trim_start());
        from = cut.end.max(from);
    }
    out.push_str(t.line(from..seg.end).trim_start());
    // The unit "lượt" says what is counted.
    if fig.unit == Unit::Participants && !t.lost {
        out.push_str("lượt ");
    }
    out
}

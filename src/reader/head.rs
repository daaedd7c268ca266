//! What a document says of itself: number, date, issuer, province, period.

use super::Head;
use super::horizon::{Cue, horizons};
use super::opening::{AnyOf, any};
use super::tokens::{Kind, Tokens};
use crate::clause::{Document, Piece, PieceKind};
use crate::text::{fold, is_lower};

/// What a line starts with that names other documents.
const CITING: AnyOf = any![
    "căn cứ",
    "theo",
    "xét",
    "thực hiện quyết định",
    "thực hiện nghị quyết",
    "thực hiện chỉ thị",
    "thực hiện kế hoạch số",
];

/// How many pieces the head of a document can take.
const HEAD: usize = 80;

/// Reads the head.
pub fn head(document: &Document) -> Head {
    let mut head = Head::default();
    let opening: Vec<(usize, Tokens, String)> = (0..document.pieces.len().min(HEAD))
        .map(|i| (i, tokens(document, i), printed(document, i)))
        .filter(|(_, t, _)| !t.is_empty())
        .collect();
    let first_clause = opening.iter().position(|(i, ..)| document.pieces[*i].opens).unwrap_or(opening.len());
    for (n, (_, t, line)) in opening.iter().enumerate() {
        let cites = t.opens(0, CITING);
        if n < first_clause && !cites {
            head.number = head.number.take().or_else(|| number_after(t, line, any!["số"], false));
            // "KẾ HOẠCH số 41/KH-UBND ngày … về …", all in one line.
            let titled =
                any!["kế hoạch số", "quyết định số", "chương trình số", "nghị quyết số", "chỉ thị số", "đề án số"];
            if t.len() > 5 && t.opens(0, titled) {
                head.number = head.number.take().or_else(|| number_after(t, line, titled, true));
                head.date = head.date.take().or_else(|| date(t));
            }
            if n < 30
                && t.len() <= 30
                && head.date.is_none()
                && (t.has(0..t.len(), any!["ngày"]) || t.has(0..t.len(), any!["tháng"]))
                && !t.has(0..t.len(), any!["ban hành kèm"])
            {
                head.date = date(t);
            }
        }
        if t.has(0..t.len().min(6), any!["ban hành kèm theo", "kèm theo"]) {
            head.number = head
                .number
                .take()
                .or_else(|| number_after(t, line, any!["quyết định số", "quyết định", "kế hoạch số", "số"], true));
            if head.date.is_none() {
                head.date = date(t);
            }
        }
        if let Some(issuer) = issuer(line).filter(|_| head.issuer.is_none() && n < first_clause && !cites) {
            head.issuer = Some(issuer);
        }
    }
    let titles: Vec<&(usize, Tokens, String)> = opening
        .iter()
        .filter(|(i, t, _)| {
            let piece = &document.pieces[*i];
            !piece.opens && t.len() < 90 && !t.opens(0, CITING)
        })
        .collect();
    // The title names the subject and the period; a decision's first article repeats it.
    let named =
        |t: &Tokens| t.has(0..t.len(), any!["kế hoạch", "chương trình", "đề án", "thương mại điện tử", "phát triển"]);
    let mut period = titles
        .iter()
        .filter(|(_, t, _)| named(t))
        .find_map(|(i, t, line)| period_of(t, true).map(|p| (p, *i, line.clone())));
    if period.is_none() {
        period = titles.iter().find_map(|(i, t, line)| {
            period_of(t, false)
                .filter(|_| t.len() <= 24 && document.pieces[*i].kind != PieceKind::Row)
                .map(|p| (p, *i, line.clone()))
        });
    }
    if let Some((p, _, line)) = period {
        head.period = Some(p);
        head.title = Some(line);
    }
    if head.period.is_none() {
        let article = opening
            .iter()
            .filter(|(i, ..)| document.pieces[*i].opens)
            .find_map(|(_, t, _)| period_of(t, false).filter(|_| named(t)));
        head.period = article.or_else(|| most_named(document));
    }
    // A title "đến năm 2030", and "thời gian thực hiện 2026-2030" below it.
    if let Some((None, end)) = head.period {
        let told = opening.iter().find_map(|(_, t, _)| {
            let (_, behind) = t.find(0..t.len(), any!["thời gian thực hiện", "thời hạn thực hiện"])?;
            let years = horizons(t, behind..(behind + 12).min(t.len()));
            years.into_iter().find(|h| h.cue == Cue::Period && h.year == end).and_then(|h| h.from)
        });
        head.period = Some((told, end));
    }
    head.province = province(&titles, &opening, head.number.as_deref());
    if head.issuer.as_deref().is_some_and(|i| ["THỦ TƯỚNG", "CHÍNH PHỦ", "BỘ "].iter().any(|w| i.starts_with(w)))
        || head.number.as_deref().is_some_and(|n| n.ends_with("TTg") || n.contains("/QĐ-B") || n.contains("/NQ-CP"))
    {
        head.province = None;
    }
    head
}

fn tokens(document: &Document, at: usize) -> Tokens {
    let mut t = Tokens::default();
    let piece = &document.pieces[at];
    for line in lines(document, piece) {
        t.add(document.layout.normal.text.get(line.clone()).unwrap_or(""), line.start);
    }
    t.finish();
    t
}

fn lines(document: &Document, piece: &Piece) -> Vec<std::ops::Range<usize>> {
    document.layout.lines[piece.first..piece.last].iter().map(|l| l.start..l.end).collect()
}

fn printed(document: &Document, at: usize) -> String {
    let parts: Vec<&str> =
        lines(document, &document.pieces[at]).into_iter().filter_map(|l| document.layout.normal.text.get(l)).collect();
    let joined = parts.join(" ");
    joined.chars().take(600).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// "Số: 93 /QĐ-UBND".
fn number_after(t: &Tokens, line: &str, leads: AnyOf, anywhere: bool) -> Option<String> {
    let range = if anywhere { 0..t.len() } else { 0..t.len().min(40) };
    let (lead, mut at) = t.find(range, leads)?;
    if !anywhere && !t.get(lead).is_some_and(|x| x.upper) {
        return None;
    }
    if t.sign(at) == b':' {
        at += 1;
    }
    let first = t.get(at).filter(|x| x.kind == Kind::Number)?;
    let digits = t.word(at).to_owned();
    // The Party writes "15-CTr/TU".
    let party = t.is_dash(at + 1) && t.sign(at + 3) == b'/';
    if t.sign(at + 1) != b'/' && !party || first.end - first.start > 6 {
        return None;
    }
    let (stroke, sign) = if party { ('-', '-') } else { ('/', '/') };
    // The code as printed: up to the first blank behind the stroke.
    let place = line
        .match_indices(&digits)
        .map(|(p, d)| &line[p + d.len()..])
        .find(|rest| rest.trim_start().replace('–', "-").starts_with(stroke))?;
    let code: String = place
        .trim_start()
        .chars()
        .skip(1)
        .collect::<String>()
        .trim_start()
        .chars()
        .take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '–' | '/' | '.'))
        .collect();
    let code = code.trim_end_matches(['-', '/', '.', '–']);
    (!code.is_empty()).then(|| format!("{digits}{sign}{}", code.replace('–', "-")))
}

/// "ngày 14 tháng 01 năm 2021", "ngày 14/01/2021"; a day left open gives the month.
fn date(t: &Tokens) -> Option<String> {
    let number = |i: usize, most: u32| t.word(i).parse::<u32>().ok().filter(|n| (1..=most).contains(n));
    for i in 0..t.len() {
        if t.is(i, "tháng") {
            let (month, year_at) = (number(i + 1, 12), t.phrase(i + 2, "năm"));
            let year = year_at.and_then(|y| super::figure::year(t.word(y)));
            if let (Some(m), Some(y)) = (month, year) {
                let day = i.checked_sub(1).and_then(|d| number(d, 31));
                return Some(day.map_or_else(|| format!("{y}-{m:02}"), |d| format!("{y}-{m:02}-{d:02}")));
            }
        }
        let strokes = t.is(i, "ngày") && t.sign(i + 2) == b'/' && t.sign(i + 4) == b'/';
        let parts = (number(i + 1, 31), number(i + 3, 12), super::figure::year(t.word(i + 5)));
        if let (true, (Some(d), Some(m), Some(y))) = (strokes, parts) {
            return Some(format!("{y}-{m:02}-{d:02}"));
        }
    }
    None
}

fn issuer(line: &str) -> Option<String> {
    let heads = [
        "ỦY BAN NHÂN DÂN",
        "UỶ BAN NHÂN DÂN",
        "UBND",
        "THỦ TƯỚNG CHÍNH PHỦ",
        "BỘ CÔNG THƯƠNG",
        "SỞ CÔNG THƯƠNG",
        "CHỦ TỊCH ỦY BAN",
        "CHÍNH PHỦ",
        "BỘ TRƯỞNG",
    ];
    let start = heads.iter().filter_map(|h| line.find(h)).min()?;
    let rest = &line[start..];
    let end = ["CỘNG HÒA", "CỘNG HOÀ", "Độc lập", "Số"].iter().filter_map(|w| rest.find(w)).min().unwrap_or(rest.len());
    let name = rest[..end].trim();
    let capitals = !name.chars().any(is_lower) && name.len() > 8;
    (capitals && name.chars().count() <= 80).then(|| name.to_owned())
}

/// The period that a title names.
fn period_of(t: &Tokens, loose: bool) -> Option<(Option<i32>, i32)> {
    let years = horizons(t, 0..t.len());
    if let Some(h) = years.iter().find(|h| h.cue == Cue::Period) {
        return Some((h.from, h.year));
    }
    if let Some(h) = years.iter().find(|h| h.cue == Cue::By) {
        return Some((None, h.year));
    }
    let h = years.iter().find(|h| h.cue == Cue::In && loose)?;
    Some((Some(h.year), h.year))
}

/// The period that the text names most often, if it does so at least twice.
fn most_named(document: &Document) -> Option<(Option<i32>, i32)> {
    let mut seen: Vec<((Option<i32>, i32), u32)> = Vec::new();
    for i in 0..document.pieces.len().min(400) {
        let t = tokens(document, i);
        for h in horizons(&t, 0..t.len().min(400)).into_iter().filter(|h| h.cue == Cue::Period) {
            let key = (h.from, h.year);
            match seen.iter_mut().find(|(k, _)| *k == key) {
                Some((_, n)) => *n += 1,
                None => seen.push((key, 1)),
            }
        }
    }
    let best = seen.iter().map(|(_, n)| *n).max()?;
    seen.into_iter().find(|(_, n)| *n == best && best >= 2).map(|(k, _)| k)
}

const PROVINCES: &str = "An Giang|Bà Rịa Vũng Tàu|Bắc Giang|Bắc Kạn|Bạc Liêu|Bắc Ninh|Bến Tre|Bình Định|Bình Dương|Bình Phước|Bình Thuận|Cà Mau|Cần Thơ|Cao Bằng|Đà Nẵng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Giang|Hà Nam|Hà Nội|Hà Tĩnh|Hải Dương|Hải Phòng|Hậu Giang|Hồ Chí Minh|Hòa Bình|Huế|Hưng Yên|Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lâm Đồng|Lạng Sơn|Lào Cai|Long An|Nam Định|Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi|Quảng Ninh|Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái";

/// The province that stands behind "tỉnh" or "thành phố" in the title, else in the letterhead or the place of issue.
fn province(
    titles: &[&(usize, Tokens, String)],
    opening: &[(usize, Tokens, String)],
    number: Option<&str>,
) -> Option<String> {
    let provincial =
        number.is_none_or(|n| n.contains("UBND") || n.contains("HĐND") || n.contains("SCT") || n.ends_with("TU"));
    if !provincial {
        return None;
    }
    // Each province's words without their marks, as a letterhead in capitals may have them.
    let names: Vec<(Vec<String>, String)> = PROVINCES
        .split('|')
        .map(|name| {
            let folded = fold(name);
            (folded.split(' ').map(str::to_owned).collect(), folded.replace(' ', "-"))
        })
        .collect();
    let find = |t: &Tokens, needs_word: bool| -> Option<String> {
        for i in 0..t.len() {
            let led =
                i > 0 && (t.is(i - 1, "tỉnh") || (t.is(i - 1, "phố") || t.is(i - 1, "tp") || t.sign(i - 1) == b'.'));
            if needs_word && !led || !t.get(i).is_some_and(|x| x.upper) {
                continue;
            }
            // What stands there word by word, dashes between the words aside.
            let here: Vec<String> =
                (i..t.len().min(i + 8)).filter(|at| *at == i || !t.is_dash(*at)).map(|at| fold(t.word(at))).collect();
            if let Some((_, id)) = names.iter().find(|(words, _)| here.starts_with(words)) {
                return Some(id.clone());
            }
        }
        None
    };
    titles
        .iter()
        .find_map(|(_, t, _)| find(t, true))
        .or_else(|| opening.iter().filter(|(_, t, _)| !t.is(0, "căn")).find_map(|(_, t, _)| find(t, true)))
        .or_else(|| {
            titles
                .iter()
                .filter(|(_, t, _)| t.len() <= 16 && t.has(0..t.len(), any!["ngày", "tháng"]))
                .find_map(|(_, t, _)| find(t, false))
        })
}

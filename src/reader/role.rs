//! Who does a task: what a sentence says of who leads and who coordinates.

use super::agency;
use super::label;
use super::names::{VERBS, Words, index};
use super::opening::{AnyOf, any};
use super::task::name;
use super::tokens::{Kind, Tokens};
use super::walk::Walk;
use super::who;
use std::ops::Range;

/// Who does a task.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roles {
    /// Who leads.
    pub lead: Vec<String>,
    /// Who coordinates.
    pub coordinating: Vec<String>,
    /// Whether the sentence itself says so.
    pub said: bool,
}

/// What an agency does that helps another with a task.
pub const HELPS: AnyOf = any![
    "phối hợp thực hiện",
    "cùng phối hợp",
    "phối hợp",
    "hỗ trợ kỹ thuật",
    "hỗ trợ",
    "cùng tham gia",
    "tham gia",
    "cùng thực hiện",
];

/// Who leads and who coordinates where a stretch says who leads, in labels or in words.
pub fn said(walk: &Walk<'_>, t: &Tokens, range: Range<usize>) -> Option<Roles> {
    if let Some(labels) = label::labelled(walk, t, range.clone()).filter(|l| !l.lead.is_empty()) {
        return Some(Roles { lead: labels.lead, coordinating: labels.coordinating, said: true });
    }
    Some(roles(&walk.document.layout.normal.text, t, range, &[])).filter(|r| r.said && !r.lead.is_empty())
}

/// Who leads and who coordinates, by the words of a sentence under its heading.
pub fn roles(text: &str, t: &Tokens, range: Range<usize>, heading: &[String]) -> Roles {
    // "Đề án kho dữ liệu: Sở A chủ trì xây dựng": who does it stands behind the title.
    let colon = (range.start..range.end).find(|i| t.sign(*i) == b':').filter(|i| *i > range.start);
    if let Some(behind) = colon.map(|c| c + 1).filter(|b| heading.is_empty() && names_actor(t, *b, range.end)) {
        let inner = roles(text, t, behind..range.end, heading);
        if inner.said && !inner.lead.is_empty() {
            return inner;
        }
    }
    let names = |list: &agency::Agencies| list.names.iter().map(|n| name(text, t, n)).collect::<Vec<_>>();
    let mut out = Roles::default();
    let mut from = range.start;
    for _ in 0..3 {
        let Some((at, behind)) =
            t.find(from..range.end, any!["chủ trì", "làm đầu mối", "là đầu mối", "đầu mối", "thường trực"])
        else {
            break;
        };
        from = behind;
        // "Thường trực Tỉnh ủy" is a body.
        if agency::starts(t, at) {
            continue;
        }
        let noun = at > range.start && t.is_any(at - 1, any!["quan", "vị"]);
        let labelled = t.sign(behind) == b':' || t.is(behind, "là");
        if labelled && agency::starts(t, behind + 1) {
            let list = agency::list(t, behind + 1, range.end);
            out = Roles { lead: names(&list), coordinating: Vec::new(), said: true };
            break;
        }
        // Back over "có trách nhiệm", "là cơ quan", to a name.
        let mut end = at;
        while end > range.start
            && (idle_pair(t, end)
                || t.is_any(
                    end - 1,
                    any![
                        "là", "làm", "cơ", "quan", "đơn", "vị", "có", "trách", "nhiệm", "sẽ", "được", "giao", "tiếp",
                        "tục", ",", "và", "tham", "mưu", "chịu", "đồng", "cùng", "giữ", "đóng", "vai", "trò",
                    ],
                ))
            && !agency_ends(t, range.start, end)
        {
            end -= 1;
        }
        let known = agency::list_before(t, range.start, end);
        // "Tổng hợp kết quả của các đơn vị được giao chủ trì": whose results they are, under who does it.
        let inner = |list: &agency::Agencies| {
            list.names.first().is_some_and(|n| n.start > range.start && t.is_word(n.start - 1))
                && VERBS.at(t, range.start).is_some()
                && given(t, range.start).is_none()
        };
        if !heading.is_empty() && known.as_ref().is_some_and(inner) {
            continue;
        }
        if let Some(list) = known.or_else(|| agency::opened_before(t, opening(t, range.clone()), end)) {
            out = Roles { lead: names(&list), coordinating: Vec::new(), said: true };
            break;
        }
        if noun {
            continue;
        }
        // A name that is not known, but stands where one must.
        let unknown = range.start..end;
        let words = unknown.clone().all(|i| t.is_dash(i) || t.is_word(i));
        let capitals = unknown.clone().filter(|i| t.get(*i).is_some_and(|x| x.upper)).count();
        let opens = t.get(range.start).is_some_and(|x| x.upper);
        if heading.is_empty() && words && opens && capitals >= 2 && (2..=10).contains(&unknown.len()) {
            // "Phân hiệu Đại học Thái Nguyên tại Lào Cai"
            let acts = |i: usize| !t.is_any(i, any!["tại", "ở"]) && agency::acts_in(t, i..i + 1);
            if !unknown.clone().any(acts) {
                let lead = agency::all(t, unknown).iter().map(|n| name(text, t, n)).collect();
                out = Roles { lead, coordinating: Vec::new(), said: true };
                break;
            }
        }
        if !heading.is_empty() {
            out = Roles { lead: heading.to_vec(), coordinating: Vec::new(), said: true };
        }
        break;
    }
    let coordinate = t.find(range.clone(), any!["phối hợp"]).map(|(at, behind)| (at, after_with(t, behind)));
    let mut partners =
        coordinate.filter(|(_, i)| agency::starts(t, *i)).map(|(at, i)| (at, partners_at(t, i, range.clone(), at)));
    // "Cùng Hội Nông dân tỉnh hướng dẫn …"
    let start = opening(t, range.clone());
    partners = partners.or_else(|| with(t, start, range.end).map(|list| (start, list)));
    if out.said {
        // "… chủ trì, Công an tỉnh phối hợp", "chủ trì cùng Hiệp hội …"
        partners = partners
            .or_else(|| {
                let (at, _) = t.find(from..range.end, HELPS)?;
                agency::list_before(t, from, at).map(|list| (at, list))
            })
            .or_else(|| with(t, from + usize::from(t.sign(from) == b','), range.end).map(|list| (from, list)));
        if let Some((_, list)) = partners {
            out.coordinating = names(&list).into_iter().filter(|n| !out.lead.contains(n)).collect();
        }
        return out;
    }
    if let Some(list) = passive(t, &range, !heading.is_empty()) {
        // "… do Trường B đảm nhiệm, Sở A phối hợp", "…, cùng với Sở A"
        let helps = || {
            let (at, _) = t.find(list.end..range.end, HELPS)?;
            agency::list_before(t, list.end, at).map(|list| (at, list))
        };
        let comma = || (list.end..range.end).find(|i| t.sign(*i) == b',');
        let partners =
            partners.or_else(helps).or_else(|| comma().and_then(|i| with(t, i + 1, range.end)).map(|list| (0, list)));
        return Roles {
            coordinating: partners.iter().flat_map(|(_, l)| names(l)).collect(),
            lead: names(&list),
            said: true,
        };
    }
    // "Giao Sở Công Thương tham mưu …", "Sở Công Thương xây dựng …"
    let given = given(t, start).unwrap_or(start);
    let who = |at: usize| {
        let list = agency::list(t, at, range.end);
        if acts(t, list.end, range.end) { list } else { agency::list_of_known(t, at, range.end) }
    };
    let mut actor = if agency::starts(t, given) { Some(who(given)) } else { None };
    // "Giao Agribank Gia Lai mở rộng …"
    let stranger = agency::stranger(t, given, range.end).filter(|_| actor.is_none() && given > start);
    if let Some(end) = stranger {
        actor = Some(agency::Agencies::one(given..end));
    }
    // "UBND tỉnh giao Sở A …", "UBND tỉnh yêu cầu các sở …"
    let passed_on = actor.as_ref().and_then(|list| self::given(t, list.end)).filter(|i| agency::starts(t, *i));
    if let Some(at) = passed_on {
        actor = Some(who(at));
    }
    // "Sở A cùng Sở B xây dựng …": who is named first leads.
    let beside = actor.as_mut().and_then(|list| {
        let joint = (list.names.first()?.end..list.end).find(|i| t.is(*i, "cùng"))?;
        let first = list.names.iter().position(|n| n.start > joint)?;
        Some(agency::Agencies { names: list.names.split_off(first), end: list.end })
    });
    // A name that is not known, but stands where one must: "Cảng vụ Hàng hải phối hợp với …".
    let unknown = coordinate.map(|(at, _)| start..at).filter(|r| actor.is_none() && (2..=8).contains(&r.len()));
    let unknown = unknown.filter(|r| r.clone().all(|i| t.is_word(i) || t.is_dash(i)) && VERBS.at(t, r.start).is_none());
    let named = |r: &Range<usize>| r.clone().filter(|i| t.get(*i).is_some_and(|x| x.upper)).count() >= 2;
    if let (Some(r), Some((_, list))) = (unknown.filter(named), &partners) {
        return Roles { lead: vec![name(text, t, &r)], coordinating: names(list), said: true };
    }
    if let Some(list) = actor.filter(|l| acts(t, l.end, range.end)) {
        let lead = names(&list);
        // "Bưu điện tỉnh xây dựng …, Sở Xây dựng hỗ trợ …"
        let partners = partners.or_else(|| {
            let (at, _) = t.find(list.end..range.end, HELPS)?;
            let helpers = agency::list_before(t, list.end, at)?;
            let first = helpers.names.first()?.start;
            (first > list.end && matches!(t.sign(first - 1), b',' | b';')).then_some((at, helpers))
        });
        let partners = partners.or_else(|| beside.map(|helpers| (list.end, helpers)));
        let own: Vec<String> = partners.iter().flat_map(|(_, l)| names(l)).filter(|n| !lead.contains(n)).collect();
        return turned(t, lead, own, partners.as_ref().map(|p| (p.0, p.1.end)), list.end, true);
    }
    // "… (giao Bưu điện tỉnh thực hiện)"
    if let Some((_, at)) = t.find(range.clone(), any!["( giao", "( giao cho"]).filter(|(_, at)| agency::starts(t, *at))
    {
        let list = agency::list(t, at, range.end);
        return Roles { lead: names(&list), coordinating: Vec::new(), said: true };
    }
    if heading.is_empty() {
        if let Some(list) = bracketed(t, &range).or_else(|| behind_dash(t, &range)) {
            // "(Sở A xây dựng, Sở B hỗ trợ kỹ thuật)"
            let helps = t.find(list.end..range.end, HELPS).and_then(|(at, _)| agency::list_before(t, list.end, at));
            return Roles { lead: names(&list), coordinating: helps.iter().flat_map(names).collect(), said: true };
        }
        // "…: Sở A (chủ trì), Sở B (phối hợp)"
        let sign = (range.start + 3..range.end).rev().find(|i| t.sign(*i) == b':' || t.is_dash(*i));
        let said = sign.map(|i| i + 1..range.end).filter(|rest| who::only_parts(t, rest.clone()));
        if let Some((lead, coordinating)) = said.and_then(|rest| who::told(text, t, rest)) {
            return Roles { lead, coordinating, said: true };
        }
        // "…, UBND các phường chịu trách nhiệm."
        let comma = range.clone().rev().find(|i| t.sign(*i) == b',').map(|i| i + 1).filter(|i| *i > range.start + 3);
        let ends = |i: usize| {
            let list = agency::list(t, i, range.end);
            let answers = ["chịu trách nhiệm", "phụ trách", "đảm nhiệm", "đảm trách"];
            answers.iter().any(|p| t.phrase(list.end, p).is_some()).then_some(list)
        };
        if let Some(list) = comma.filter(|i| agency::starts(t, *i)).and_then(ends) {
            return Roles { lead: names(&list), coordinating: Vec::new(), said: true };
        }
        if let Some((_, list)) = partners {
            out.coordinating = names(&list);
        }
        return out;
    }
    // "Hỗ trợ Sở Công Thương …": it is that agency's work.
    if let Some(next) = t.phrase(start, "hỗ trợ").filter(|n| t.is(*n, "sở") || t.is(*n, "bộ")) {
        let list = agency::list(t, next, range.end);
        if list.names.len() == 1 {
            return Roles { lead: names(&list), coordinating: heading.to_vec(), said: true };
        }
    }
    let own: Vec<String> = partners.iter().flat_map(|(_, l)| names(l)).filter(|n| !heading.contains(n)).collect();
    turned(t, heading.to_vec(), own, partners.as_ref().map(|p| (p.0, p.1.end)), start, partners.is_some())
}

/// "Ứng dụng hóa đơn điện tử – Thuế tỉnh", "Giao hàng bằng máy bay: Sở A": names behind the last dash or colon, and
/// nothing more.
fn behind_dash(t: &Tokens, range: &Range<usize>) -> Option<agency::Agencies> {
    let end = range.clone().rev().find(|i| !matches!(t.sign(*i), b'.' | b';')).map(|last| last + 1)?;
    let dash = (range.start + 3..end).rev().find(|i| t.is_dash(*i) || matches!(t.word(*i), ":" | ">" | "→"))?;
    let list = Some(agency::list(t, dash + 1, end)).filter(|_| agency::starts(t, dash + 1))?;
    (list.end == end).then_some(list)
}

/// Whether a stretch opens with who does something: "Sở A chủ trì …", "giao Sở A …", "do Sở A …".
fn names_actor(t: &Tokens, at: usize, end: usize) -> bool {
    let given = given(t, at).or_else(|| t.phrase(at, "do")).unwrap_or(at);
    given < end && agency::starts(t, given)
}

/// The names behind "phối hợp với". Where it opens what is to be done, they leave something to do.
fn partners_at(t: &Tokens, at: usize, range: Range<usize>, with: usize) -> agency::Agencies {
    let list = agency::list(t, at, range.end);
    let opens = with <= range.start + 4 || t.phrase_before(with, "chủ trì ,").is_some();
    let nothing = !(list.end..range.end).any(|i| t.is_word(i));
    if opens && nothing { agency::list_of_known(t, at, range.end) } else { list }
}

/// The agencies behind "cùng (với)".
fn with(t: &Tokens, at: usize, end: usize) -> Option<agency::Agencies> {
    let names = t.phrase(at, "cùng với").or_else(|| t.phrase(at, "cùng")).filter(|i| agency::starts(t, *i))?;
    Some(agency::list(t, names, end))
}

/// What stands before the name of who is given a task.
const GIVEN: AnyOf = any![
    "giao nhiệm vụ cho",
    "giao trách nhiệm cho",
    "giao cho",
    "giao",
    "ủy quyền cho",
    "uỷ quyền cho",
    "ủy quyền",
    "phân công cho",
    "phân công",
    "trao cho",
    "chỉ định",
    "trân trọng đề nghị",
    "kính đề nghị",
    "đề nghị",
    "mời",
    "yêu cầu",
    "kiến nghị",
];

/// The place behind "giao cho", "đề nghị" and the like, and behind "đồng chí", "ông" before who holds an office.
pub fn given(t: &Tokens, at: usize) -> Option<usize> {
    let behind = t.longest_of(at, GIVEN);
    let name = behind.unwrap_or(at);
    let person = t.first_of(name, any!["các đồng chí", "đồng chí", "ông", "bà"]);
    person.filter(|p| agency::starts(t, *p)).or(behind)
}

/// "Việc … do Sở A thực hiện", "Trách nhiệm … thuộc về Sở A". Behind a verb, "… do Sở A tổ chức" only says which.
fn passive(t: &Tokens, range: &Range<usize>, addressed: bool) -> Option<agency::Agencies> {
    let deed = VERBS.at(t, range.start).is_some();
    let joins = ["tham gia", "cử", "hưởng ứng", "sử dụng", "cập nhật", "ứng dụng", "dự"];
    let joins = joins.iter().any(|p| t.phrase(range.start, p).is_some());
    let mut from = range.start;
    while let Some((given, at)) = t.find(from..range.end, any!["do", "giao cho", "giao"]) {
        from = at;
        let stranger = agency::stranger(t, at, range.end).filter(|_| t.is(given, "do") && !agency::starts(t, at));
        if given > range.start && (agency::starts(t, at) || stranger.is_some()) {
            let unknown = |end| agency::Agencies::one(at..end);
            let list = stranger.map_or_else(|| agency::list(t, at, range.end), unknown);
            // "do Tỉnh đoàn gánh vác, …"
            let list = if t.is_word(list.end) { list } else { agency::list_of_known(t, at, range.end) };
            // "Việc … giao Sở A lo liệu"
            let apart = t.is(given, "giao") && !deed || !t.is_word(given - 1) && t.is_word(list.end);
            let left = apart && t.get(list.end).is_none_or(|x| !x.upper);
            let does = left || VERBS.at(t, list.end).is_some();
            let only_says_which = deed && (addressed || joins);
            if does && !only_says_which {
                return Some(list);
            }
        }
    }
    let (_, at) = t.find(
        range.clone(),
        any![
            "thuộc về",
            "thuộc trách nhiệm của",
            "là trách nhiệm của",
            "là nhiệm vụ của",
            "thuộc nhiệm vụ của",
            "trách nhiệm chính thuộc",
            "trách nhiệm thuộc",
        ],
    )?;
    agency::starts(t, at).then(|| agency::list(t, at, range.end))
}

/// "… (Sở A; Sở B)." at the end of a task: nothing but names, and no example of the noun before.
fn bracketed(t: &Tokens, range: &Range<usize>) -> Option<agency::Agencies> {
    let close = (range.start..range.end).rev().find(|i| t.is_word(*i) || matches!(t.sign(*i), b')' | b']'))?;
    if t.is_word(close) {
        return None;
    }
    let opens = |i: &usize| matches!(t.sign(*i), b'(' | b'[');
    let open = (range.start.max(close.saturating_sub(60))..close).rev().find(opens)?;
    if !agency::starts(t, open + 1) || agency::list_before(t, range.start, open).is_some() {
        return None;
    }
    let list = agency::list(t, open + 1, close);
    // "(VNPT thực hiện; UBND xã bố trí mặt bằng)"
    let does = ["lãnh đạo thực hiện", "lãnh đạo , chỉ đạo", "chỉ đạo thực hiện", "thực hiện", "đảm nhiệm", "phụ trách"];
    let does = does.iter().filter_map(|p| t.phrase(list.end, p)).max();
    // "(Sở A thực hiện trong năm 2027)"
    let when = |i: usize| t.is_any(i, any!["trong", "trước", "từ", "đến", "năm", "quý", "tháng", "hằng"]);
    let said = does.is_some_and(|behind| behind == close || matches!(t.sign(behind), b';' | b',') || when(behind));
    // "(Sở A, quý III/2026)"
    let dated = matches!(t.sign(list.end), b',' | b';') && when(list.end + 1);
    // "(Bưu điện tỉnh đầu tư; UBND xã bố trí mặt bằng)"
    let deed = VERBS.at(t, list.end).is_some() && !t.is_any(list.end, SMALL);
    (list.end == close || said || dated || deed).then_some(list)
}

/// Words between a name and what is done, which do nothing themselves.
const SMALL: AnyOf = any![
    "có", "là", "được", "đã", "đang", "cho", "để", "theo", "với", "trong", "ngoài", "từ", "đến", "tại", "ở", "về",
    "trên", "dưới", "như", "thì", "cũng", "chỉ", "không", "cùng",
];

/// "phối hợp với Sở Công Thương hỗ trợ …": the other agency leads. Otherwise who acts leads.
fn turned(
    t: &Tokens,
    acting: Vec<String>,
    others: Vec<String>,
    partners: Option<(usize, usize)>,
    start: usize,
    said: bool,
) -> Roles {
    if let Some((at, end)) = partners {
        let at_start = at <= start + 4;
        let mut next = end;
        for joint in ["trong việc", "trong công tác", "để", "nhằm"] {
            if let Some(n) = t.phrase(next, joint) {
                next = n;
            }
        }
        let supports = t.phrase(next, "hỗ trợ").is_some();
        let one = others.first().is_some_and(|n| !crate::text::lowercase(n).starts_with("các"));
        if at_start && supports && one {
            let mut others = others;
            let lead = vec![others.remove(0)];
            let mut coordinating = acting;
            coordinating.append(&mut others);
            return Roles { lead, coordinating, said: true };
        }
    }
    Roles { lead: acting, coordinating: others, said }
}

/// "được phân công", "có nhiệm vụ" before "chủ trì".
fn idle_pair(t: &Tokens, end: usize) -> bool {
    ["phân công", "nhiệm vụ"].iter().any(|p| t.phrase_before(end, p).is_some() || t.phrase_before(end + 1, p).is_some())
}

fn agency_ends(t: &Tokens, start: usize, end: usize) -> bool {
    t.is_any(end - 1, any!["vị", "quan", "sở", "ngành", "giao", "đồng", "làm"])
        && agency::list_before(t, start, end).is_some()
}

/// Behind "chặt chẽ với", "cùng", "với".
pub fn after_with(t: &Tokens, mut i: usize) -> usize {
    for _ in 0..6 {
        if t.is_any(i, any!["chặt", "chẽ", "với", "cùng", "có", "thực", "hiện", "triển", "khai", "giữa", ":"])
        {
            i += 1;
        }
    }
    // "phối hợp với các đơn vị: Sở A, Sở B"
    let many = if t.is(i, "các") { agency::list(t, i, i + 8).end } else { i };
    if many > i && t.sign(many) == b':' && agency::starts(t, many + 1) { many + 1 } else { i }
}

/// Behind "Hằng năm," and the like.
fn opening(t: &Tokens, range: Range<usize>) -> usize {
    let mut i = behind_lead_in(t, range.clone()).unwrap_or(range.start);
    for lead in [
        "hằng năm",
        "hàng năm",
        "định kỳ hằng năm",
        "định kỳ hàng năm",
        "định kỳ",
        "thường xuyên",
        "chủ động",
        "tích cực",
        "tiếp tục",
        "tham gia",
        "căn cứ kế hoạch này",
    ] {
        if let Some(next) = t.phrase(i, lead) {
            i = next;
            if t.sign(i) == b',' {
                i += 1;
            }
        }
    }
    if let Some(next) = behind_lead_in(t, i..range.end) {
        i = next;
    }
    if i < range.end { i } else { range.start }
}

/// "Để kiểm soát dòng tiền, Ngân hàng Nhà nước …", "Trước ngày 15/12 hằng năm, các sở …": who acts stands behind a
/// comma.
pub fn behind_lead_in(t: &Tokens, range: Range<usize>) -> Option<usize> {
    let opening = LEADS_IN.at(t, range.start)?;
    // "Theo dõi, đôn đốc các sở, UBND các xã …" does something itself.
    if VERBS.at(t, range.start).is_some_and(|verb| verb > opening) {
        return None;
    }
    for comma in (opening..range.end.min(range.start + 40)).filter(|k| t.sign(*k) == b',') {
        let next = comma + 1;
        if next < range.end && agency::starts(t, next) {
            return Some(next);
        }
        if VERBS.at(t, next).is_some() {
            return None;
        }
    }
    None
}

/// How a sentence begins that says who acts behind a comma.
static LEADS_IN: Words = Words::new(|| {
    index(
        "để|nhằm|trên cơ sở|căn cứ|theo|trong|với|khi|đối với|vì vậy|bên cạnh|trước|sau|ngay|quý|tháng|năm|từ|\
    đến|định kỳ|hằng|hàng|chậm nhất|ngoài ra|riêng|nếu|tùy|dựa|thông qua|qua|cuối|đầu|giữa|mỗi|ngoài|\
    cùng với|song song với|đồng thời|không|về phần",
    )
});

/// Whether what follows a name is something that it does.
fn acts(t: &Tokens, i: usize, end: usize) -> bool {
    if i >= end {
        return false;
    }
    t.sign(i) == b':'
        || t.is(i, "là") && t.is_any(i + 1, any!["cơ", "đơn", "đầu"])
        || t.sign(i) == b',' && t.is_any(i + 1, any!["căn", "theo", "trên", "trong", "với"])
        || t.get(i).is_some_and(|x| x.kind == Kind::Word && !x.upper)
            && (!t.is_any(i, any!["và", "của", "là", "về", "ở", "tại", "với"]) || t.phrase(i, "với vai trò").is_some())
}

//! Who does a task: what a sentence says of who leads and who coordinates.

use super::agency;
use super::task::name;
use super::tokens::{Kind, Tokens};
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
const HELPS: &[&str] = &["phối hợp", "hỗ trợ", "cùng tham gia", "cùng thực hiện"];

/// Who leads and who coordinates, by the words of a sentence under its heading.
pub fn roles(text: &str, t: &Tokens, range: Range<usize>, heading: &[String]) -> Roles {
    // "Đề án kho dữ liệu: Sở A chủ trì xây dựng": who does it stands behind the title.
    let colon = (range.start..range.end).find(|i| t.word(*i) == ":").filter(|i| *i > range.start);
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
            t.find(from..range.end, &["chủ trì", "làm đầu mối", "là đầu mối", "đầu mối", "thường trực"])
        else {
            break;
        };
        from = behind;
        let noun = at > range.start && t.is_any(at - 1, &["quan", "vị"]);
        let labelled = t.word(behind) == ":" || t.is(behind, "là");
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
                    &[
                        "là", "làm", "cơ", "quan", "đơn", "vị", "có", "trách", "nhiệm", "sẽ", "được", "giao", "tiếp",
                        "tục", ",", "và", "tham", "mưu", "chịu", "đồng", "cùng",
                    ],
                ))
            && !agency_ends(t, range.start, end)
        {
            end -= 1;
        }
        if let Some(list) = agency::list_before(t, range.start, end) {
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
            let acts = |i: usize| !t.is_any(i, &["tại", "ở"]) && agency::acts_in(t, i..i + 1);
            if !unknown.clone().any(acts) {
                out = Roles { lead: vec![name(text, t, &unknown)], coordinating: Vec::new(), said: true };
                break;
            }
        }
        if !heading.is_empty() {
            out = Roles { lead: heading.to_vec(), coordinating: Vec::new(), said: true };
        }
        break;
    }
    let coordinate = t.find(range.clone(), &["phối hợp"]).map(|(at, behind)| (at, after_with(t, behind)));
    let mut partners =
        coordinate.filter(|(_, i)| agency::starts(t, *i)).map(|(at, i)| (at, agency::list(t, i, range.end)));
    // "Cùng Hội Nông dân tỉnh hướng dẫn …"
    let start = opening(t, range.clone());
    if let Some(i) = t.phrase(start, "cùng với").or_else(|| t.phrase(start, "cùng")).filter(|i| agency::starts(t, *i))
    {
        partners = partners.or_else(|| Some((start, agency::list(t, i, range.end))));
    }
    if out.said {
        // "… chủ trì, Công an tỉnh phối hợp", "chủ trì cùng Hiệp hội …"
        partners = partners
            .or_else(|| {
                let (at, _) = t.find(from..range.end, HELPS)?;
                agency::list_before(t, from, at).map(|list| (at, list))
            })
            .or_else(|| {
                let with =
                    t.phrase(from, "cùng với").or_else(|| t.phrase(from, "cùng")).filter(|i| agency::starts(t, *i))?;
                Some((from, agency::list(t, with, range.end)))
            });
        if let Some((_, list)) = partners {
            out.coordinating = names(&list).into_iter().filter(|n| !out.lead.contains(n)).collect();
        }
        return out;
    }
    if let Some(list) = passive(t, &range) {
        // "… do Trường B đảm nhiệm, Sở A phối hợp"
        let partners = partners.or_else(|| {
            let (at, _) = t.find(list.end..range.end, HELPS)?;
            agency::list_before(t, list.end, at).map(|list| (at, list))
        });
        return Roles {
            coordinating: partners.iter().flat_map(|(_, l)| names(l)).collect(),
            lead: names(&list),
            said: true,
        };
    }
    // "Giao Sở Công Thương tham mưu …", "Sở Công Thương xây dựng …"
    let given = GIVEN.iter().find_map(|p| t.phrase(start, p)).unwrap_or(start);
    let actor = if agency::starts(t, given) { Some(agency::list(t, given, range.end)) } else { None };
    // A name that is not known, but stands where one must: "Cảng vụ Hàng hải phối hợp với …".
    let unknown = coordinate.map(|(at, _)| start..at).filter(|r| actor.is_none() && (2..=8).contains(&r.len()));
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
            (first > list.end && matches!(t.word(first - 1), "," | ";")).then_some((at, helpers))
        });
        let own: Vec<String> = partners.iter().flat_map(|(_, l)| names(l)).filter(|n| !lead.contains(n)).collect();
        return turned(t, lead, own, partners.as_ref().map(|p| (p.0, p.1.end)), list.end, true);
    }
    // "… (giao Bưu điện tỉnh thực hiện)"
    if let Some((_, at)) = t.find(range.clone(), &["( giao", "( giao cho"]).filter(|(_, at)| agency::starts(t, *at)) {
        let list = agency::list(t, at, range.end);
        return Roles { lead: names(&list), coordinating: Vec::new(), said: true };
    }
    if heading.is_empty() {
        if let Some(list) = bracketed(t, &range).or_else(|| behind_dash(t, &range)) {
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
    let end = range.clone().rev().find(|i| !matches!(t.word(*i), "." | ";")).map(|last| last + 1)?;
    let dash = (range.start + 3..end).rev().find(|i| t.is_dash(*i) || t.word(*i) == ":")?;
    let list = Some(agency::list(t, dash + 1, end)).filter(|_| agency::starts(t, dash + 1))?;
    (list.end == end).then_some(list)
}

/// Whether a stretch opens with who does something: "Sở A chủ trì …", "giao Sở A …", "do Sở A …".
fn names_actor(t: &Tokens, at: usize, end: usize) -> bool {
    let given = GIVEN.iter().find_map(|p| t.phrase(at, p)).or_else(|| t.phrase(at, "do")).unwrap_or(at);
    given < end && agency::starts(t, given)
}

/// What stands before the name of who is given a task.
pub const GIVEN: &[&str] = &[
    "giao nhiệm vụ cho",
    "giao trách nhiệm cho",
    "giao cho",
    "giao",
    "ủy quyền cho",
    "uỷ quyền cho",
    "ủy quyền",
    "phân công cho",
    "phân công",
    "kính đề nghị",
    "đề nghị",
    "yêu cầu",
    "kiến nghị",
];

/// "Việc … do Sở A thực hiện", "Trách nhiệm … thuộc về Sở A".
fn passive(t: &Tokens, range: &Range<usize>) -> Option<agency::Agencies> {
    let does = [
        "thực hiện",
        "đảm nhiệm",
        "đảm trách",
        "phụ trách",
        "triển khai",
        "tổ chức",
        "chịu trách nhiệm",
        "xây dựng",
        "vận hành",
        "quản lý",
        "chủ trì",
        "tiến hành",
        "làm",
        "tham mưu",
        "biên soạn",
        "cung cấp",
    ];
    let mut from = range.start;
    while let Some((_, at)) = t.find(from..range.end, &["do", "giao cho", "giao"]) {
        from = at;
        if at > range.start + 1 && agency::starts(t, at) {
            let list = agency::list(t, at, range.end);
            if does.iter().any(|p| t.phrase(list.end, p).is_some()) {
                return Some(list);
            }
        }
    }
    let (_, at) = t.find(
        range.clone(),
        &["thuộc về", "thuộc trách nhiệm của", "là trách nhiệm của", "là nhiệm vụ của", "thuộc nhiệm vụ của"],
    )?;
    agency::starts(t, at).then(|| agency::list(t, at, range.end))
}

/// "… (Sở A; Sở B)." at the end of a task: nothing but names, and no example of the noun before.
fn bracketed(t: &Tokens, range: &Range<usize>) -> Option<agency::Agencies> {
    let close = (range.start..range.end).rev().find(|i| t.is_word(*i) || t.word(*i) == ")")?;
    if t.word(close) != ")" {
        return None;
    }
    let open = (range.start.max(close.saturating_sub(60))..close).rev().find(|i| t.word(*i) == "(")?;
    if !agency::starts(t, open + 1) || agency::list_before(t, range.start, open).is_some() {
        return None;
    }
    let list = agency::list(t, open + 1, close);
    // "(VNPT thực hiện; UBND xã bố trí mặt bằng)"
    let does = ["lãnh đạo thực hiện", "lãnh đạo , chỉ đạo", "chỉ đạo thực hiện", "thực hiện", "đảm nhiệm", "phụ trách"];
    let does = does.iter().filter_map(|p| t.phrase(list.end, p)).max();
    // "(Sở A thực hiện trong năm 2027)"
    let when = |i: usize| t.is_any(i, &["trong", "trước", "từ", "đến", "năm", "quý", "tháng", "hằng"]);
    let said = does.is_some_and(|behind| behind == close || matches!(t.word(behind), ";" | ",") || when(behind));
    // "(Sở A, quý III/2026)"
    let dated = matches!(t.word(list.end), "," | ";") && when(list.end + 1);
    (list.end == close || said || dated).then_some(list)
}

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
    t.is_any(end - 1, &["vị", "quan", "sở", "ngành"]) && agency::list_before(t, start, end).is_some()
}

/// Behind "chặt chẽ với", "cùng", "với".
pub fn after_with(t: &Tokens, mut i: usize) -> usize {
    for _ in 0..6 {
        if t.is_any(i, &["chặt", "chẽ", "với", "cùng", "thực", "hiện", "triển", "khai", "giữa", ":"]) {
            i += 1;
        }
    }
    i
}

/// Behind "Hằng năm," and the like.
fn opening(t: &Tokens, range: Range<usize>) -> usize {
    let mut i = range.start;
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
            if t.word(i) == "," {
                i += 1;
            }
        }
    }
    if let Some(next) = behind_lead_in(t, i..range.end) {
        i = next;
    }
    if i < range.end { i } else { range.start }
}

/// "Để kiểm soát dòng tiền, Ngân hàng Nhà nước …": who acts stands behind the comma.
pub fn behind_lead_in(t: &Tokens, range: Range<usize>) -> Option<usize> {
    let leads_in =
        ["để", "nhằm", "trên cơ sở", "căn cứ", "theo", "trong", "với", "khi", "đối với", "vì vậy", "bên cạnh"];
    if !leads_in.iter().any(|p| t.phrase(range.start, p).is_some()) {
        return None;
    }
    let comma = (range.start..range.end.min(range.start + 40)).find(|k| t.word(*k) == ",")?;
    (comma + 1 < range.end && agency::starts(t, comma + 1)).then_some(comma + 1)
}

/// Whether what follows a name is something that it does.
fn acts(t: &Tokens, i: usize, end: usize) -> bool {
    if i >= end {
        return false;
    }
    t.word(i) == ":"
        || t.is(i, "là") && t.is_any(i + 1, &["cơ", "đơn", "đầu"])
        || t.word(i) == "," && t.is_any(i + 1, &["căn", "theo", "trên"])
        || t.get(i).is_some_and(|x| x.kind == Kind::Word && !x.upper)
            && !t.is_any(i, &["và", "của", "là", "về", "ở", "tại", "với"])
}

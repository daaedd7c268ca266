//! Tasks: what is to be done, who leads, who coordinates, when.

use super::agency;
use super::figure::year;
use super::horizon::{Cue, horizons};
use super::prose::sentences;
use super::section::Section;
use super::tokens::{Kind, Tokens};
use super::walk::{Above, Walk};
use super::{FoundTask, Head};
use crate::clause::{Piece, PieceKind};
use crate::model::{Recurrence, TaskKind};
use std::ops::Range;

/// An agency's name as printed, on one line.
pub fn name(text: &str, t: &Tokens, range: &Range<usize>) -> String {
    let start = t.get(range.start).map_or(0, |x| x.start);
    let end = range.end.checked_sub(1).and_then(|i| t.get(i)).map_or(start, |x| x.end);
    let printed = text.get(start..end).unwrap_or("");
    printed.split_whitespace().collect::<Vec<_>>().join(" ")
}

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

/// Reads the tasks of a passage.
pub fn tasks(walk: &mut Walk<'_>, at: usize, t: &Tokens, above: &Above, path: &str, has_targets: bool) {
    let document = walk.document;
    let piece = &document.pieces[at];
    let own = piece.clause.filter(|_| piece.opens).map(|c| &document.clauses[c]);
    if piece.kind != PieceKind::Text || document.layout.lines[piece.first].heading && own.is_none_or(|c| c.has_children)
    {
        return;
    }
    let planned = matches!(above.section, Some(Section::Solutions | Section::Duties));
    if matches!(above.section, Some(Section::Targets | Section::Background | Section::Viewpoint))
        || (has_targets && !planned)
    {
        return;
    }
    let last = t.word(t.len() - 1);
    let introduces = last == ":" || (last == ")" && t.len() < 4);
    let title = own.is_some_and(|c| c.has_children) && (t.len() <= 30 || introduces);
    let mut from = 0;
    let mut heading = above.agencies.clone();
    // "1. Sở Công Thương: chủ trì …"
    let stop = (0..t.len().min(40)).find(|i| t.word(*i) == ":").filter(|_| agency::starts(t, 0));
    if let Some(stop) = stop {
        let list = agency::list(t, 0, stop);
        if list.end == stop {
            heading = list.names.iter().map(|n| name(&document.layout.normal.text, t, n)).collect();
            from = stop + 1;
        }
    }
    let addressed = !heading.is_empty();
    for range in parts(t, from..t.len()) {
        let words = range.clone().filter(|i| t.get(*i).is_some_and(|x| x.kind == Kind::Word)).count();
        if words < 4
            || ["trên đây", "trong quá trình", "căn cứ luật", "căn cứ nghị"]
                .iter()
                .any(|p| t.phrase(range.start, p).is_some())
        {
            continue;
        }
        let labels = labelled(walk, t, range.clone());
        let mut roles = roles(&document.layout.normal.text, t, range.clone(), &heading);
        if let Some(labels) = &labels {
            roles = Roles { lead: labels.lead.clone(), coordinating: labels.coordinating.clone(), said: true };
        }
        // A heading of tasks is none; nor is the line that only names the agency.
        if (title || introduces) && !roles.said || is_name_alone(t, &range) {
            continue;
        }
        let is_task = match above.section {
            Some(Section::Duties) => addressed || roles.said || !roles.lead.is_empty(),
            Some(Section::Solutions) => true,
            _ => addressed || (roles.said && !roles.lead.is_empty()),
        };
        if !is_task {
            continue;
        }
        let (start, end, dated) = match labels.as_ref().and_then(|l| l.time.clone()) {
            Some(time) => period(t, time, &walk.out.plan),
            None => period(t, range.clone(), &walk.out.plan),
        };
        let quote = walk.quote(t, &range);
        let kept = walk.keep_task(FoundTask {
            quote,
            passage: walk.quote(t, &(0..t.len())),
            kind: kind(above),
            confidence: sure(&roles, above),
            recurrence: recurrence(t, range.clone()),
            lead: roles.lead,
            coordinating: roles.coordinating,
            start,
            end,
            dated,
            clause: path.to_owned(),
        });
        walk.open_task = Some((kept, piece.clause));
    }
}

fn kind(above: &Above) -> TaskKind {
    if above.section == Some(Section::Duties) || !above.agencies.is_empty() {
        TaskKind::Duty
    } else {
        TaskKind::Solution
    }
}

/// A sentence that says who leads is sure; a heading's agency is nearly so.
fn sure(roles: &Roles, above: &Above) -> f64 {
    match (roles.said && !roles.lead.is_empty(), above.section) {
        (true, _) => 0.92,
        (false, Some(Section::Duties)) if !roles.lead.is_empty() => 0.88,
        (false, Some(Section::Solutions)) => 0.75,
        (false, _) => 0.6,
    }
}

/// How a passage says that it recurs: "hằng năm", "trước ngày 31 tháng 3 hằng năm", "định kỳ", "thường xuyên".
pub fn recurrence(t: &Tokens, range: Range<usize>) -> Option<Recurrence> {
    if let Some((at, _)) = t.find(range.clone(), &["hằng năm", "hàng năm", "mỗi năm"]) {
        // "hằng năm tăng 15 %" is growth, no duty that comes back.
        if t.find(at..(at + 6).min(range.end), &["tăng", "tăng trưởng"]).is_some() {
            return None;
        }
        let number = |i: usize| t.word(i).parse::<u8>().ok();
        let by = (at.saturating_sub(8).max(range.start)..at).find_map(|i| {
            let day = t.phrase(i, "trước ngày").and_then(|d| Some((number(d)?, d + 1)));
            let (day, next) = day?;
            let month = if t.word(next) == "/" || t.is(next, "tháng") { number(next + 1)? } else { return None };
            Recurrence::from_id(&format!("yearly_by_{month:02}-{day:02}"))
        });
        return by.or(Some(Recurrence::Yearly));
    }
    if t.has(range.clone(), &["định kỳ"]) {
        return Some(Recurrence::Periodic);
    }
    t.has(range, &["thường xuyên", "duy trì"]).then_some(Recurrence::Standing)
}

fn is_name_alone(t: &Tokens, range: &Range<usize>) -> bool {
    agency::starts(t, range.start)
        && (agency::list(t, range.start, range.end).end..range.end)
            .all(|i| t.get(i).is_none_or(|x| x.kind != Kind::Word))
}

/// Sentences; a semicolon parts them only where another agency or role begins.
fn parts(t: &Tokens, range: Range<usize>) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for next in sentences(t, range) {
        let semicolon = next.start > 0 && t.word(next.start - 1) == ";";
        let labelled = (next.start..(next.start + 6).min(next.end)).any(|i| t.word(i) == ":");
        let new_role = ["chủ trì", "phối hợp", "giao"].iter().any(|p| t.phrase(next.start, p).is_some())
            || agency::starts(t, next.start);
        let new_role = new_role && !labelled;
        // "Cơ quan chủ trì: …" behind a task belongs to it.
        let label = [
            "cơ quan",
            "đơn vị",
            "chủ trì",
            "phối hợp",
            "thời gian",
            "thời hạn",
            "tiến độ",
            "hoàn thành",
            "sản phẩm",
            "kết quả",
        ];
        let labels = labelled && label.iter().any(|p| t.phrase(next.start, p).is_some());
        match out.last_mut() {
            Some(last) if (semicolon && !new_role || labels) && last.end + 1 >= next.start => last.end = next.end,
            _ => out.push(next),
        }
    }
    out
}

/// Who leads and who coordinates, by the words of a sentence under its heading.
pub fn roles(text: &str, t: &Tokens, range: Range<usize>, heading: &[String]) -> Roles {
    let names = |list: &agency::Agencies| list.names.iter().map(|n| name(text, t, n)).collect::<Vec<_>>();
    let mut out = Roles::default();
    let mut from = range.start;
    for _ in 0..3 {
        let Some((at, behind)) = t.find(from..range.end, &["chủ trì", "làm đầu mối", "là đầu mối", "đầu mối"])
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
            && t.is_any(
                end - 1,
                &[
                    "là", "làm", "cơ", "quan", "đơn", "vị", "có", "trách", "nhiệm", "sẽ", "được", "giao", "tiếp",
                    "tục", ",", "và", "tham", "mưu", "chịu",
                ],
            )
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
        if !heading.is_empty() {
            out = Roles { lead: heading.to_vec(), coordinating: Vec::new(), said: true };
        }
        break;
    }
    let coordinate = t.find(range.clone(), &["phối hợp"]).map(|(at, behind)| (at, after_with(t, behind)));
    let partners = coordinate.filter(|(_, i)| agency::starts(t, *i)).map(|(at, i)| (at, agency::list(t, i, range.end)));
    if out.said {
        if let Some((_, list)) = partners {
            out.coordinating = names(&list).into_iter().filter(|n| !out.lead.contains(n)).collect();
        }
        return out;
    }
    // "Giao Sở Công Thương tham mưu …", "Sở Công Thương xây dựng …"
    let start = opening(t, range.clone());
    let given = ["giao cho", "giao", "đề nghị", "yêu cầu"].iter().find_map(|p| t.phrase(start, p)).unwrap_or(start);
    let actor = if agency::starts(t, given) { Some(agency::list(t, given, range.end)) } else { None };
    // A name that is not known, but stands where one must: "Cảng vụ Hàng hải phối hợp với …".
    let unknown = coordinate.map(|(at, _)| start..at).filter(|r| actor.is_none() && (2..=8).contains(&r.len()));
    let named = |r: &Range<usize>| r.clone().filter(|i| t.get(*i).is_some_and(|x| x.upper)).count() >= 2;
    if let (Some(r), Some((_, list))) = (unknown.filter(named), &partners) {
        return Roles { lead: vec![name(text, t, &r)], coordinating: names(list), said: true };
    }
    if let Some(list) = actor.filter(|l| acts(t, l.end, range.end)) {
        let lead = names(&list);
        let own: Vec<String> = partners.iter().flat_map(|(_, l)| names(l)).filter(|n| !lead.contains(n)).collect();
        return turned(t, lead, own, partners.as_ref().map(|p| (p.0, p.1.end)), list.end, true);
    }
    // "… (giao Bưu điện tỉnh thực hiện)"
    if let Some((_, at)) = t.find(range.clone(), &["( giao", "( giao cho"]).filter(|(_, at)| agency::starts(t, *at)) {
        let list = agency::list(t, at, range.end);
        return Roles { lead: names(&list), coordinating: Vec::new(), said: true };
    }
    if heading.is_empty() {
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
        let one = others.first().is_some_and(|n| !n.to_lowercase().starts_with("các"));
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

fn agency_ends(t: &Tokens, start: usize, end: usize) -> bool {
    t.is_any(end - 1, &["vị", "quan", "sở", "ngành"]) && agency::list_before(t, start, end).is_some()
}

/// Behind "chặt chẽ với", "cùng", "với".
fn after_with(t: &Tokens, mut i: usize) -> usize {
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
    if i < range.end { i } else { range.start }
}

/// Whether what follows a name is something that it does.
fn acts(t: &Tokens, i: usize, end: usize) -> bool {
    if i >= end {
        return false;
    }
    t.word(i) == ":"
        || t.word(i) == "," && t.is_any(i + 1, &["căn", "theo", "trên"])
        || t.get(i).is_some_and(|x| x.kind == Kind::Word && !x.upper)
            && !t.is_any(i, &["và", "của", "là", "về", "ở", "tại", "với"])
}

/// "Đơn vị chủ trì: …; phối hợp: …; thời gian: …" inside a passage.
#[derive(Debug, Clone, Default)]
struct Labels {
    at: usize,
    lead: Vec<String>,
    coordinating: Vec<String>,
    time: Option<Range<usize>>,
}

fn labelled(walk: &Walk<'_>, t: &Tokens, range: Range<usize>) -> Option<Labels> {
    let text = &walk.document.layout.normal.text;
    let mut out: Option<Labels> = None;
    if !range.clone().any(|i| t.word(i) == ":") {
        return None;
    }
    let mut i = range.start;
    while i < range.end {
        let kinds: [(&[&str], u8); 3] = [
            (
                &[
                    "cơ quan chủ trì thực hiện",
                    "cơ quan chủ trì",
                    "đơn vị chủ trì thực hiện",
                    "đơn vị chủ trì",
                    "chủ trì thực hiện",
                    "chủ trì",
                    "đơn vị thực hiện",
                    "cơ quan thực hiện",
                    "đầu mối",
                ],
                0,
            ),
            (
                &[
                    "cơ quan phối hợp thực hiện",
                    "cơ quan phối hợp",
                    "đơn vị phối hợp thực hiện",
                    "đơn vị phối hợp",
                    "phối hợp thực hiện",
                    "phối hợp",
                ],
                1,
            ),
            (
                &[
                    "thời gian thực hiện",
                    "thời gian hoàn thành",
                    "thời hạn hoàn thành",
                    "thời hạn thực hiện",
                    "thời hạn",
                    "thời gian",
                    "tiến độ thực hiện",
                    "tiến độ",
                    "hoàn thành",
                ],
                2,
            ),
        ];
        let hit = kinds.iter().find_map(|(phrases, kind)| {
            let behind = phrases.iter().filter_map(|p| t.phrase(i, p)).max()?;
            (t.word(behind) == ":").then_some((behind + 1, *kind))
        });
        let Some((value, kind)) = hit else {
            i += 1;
            continue;
        };
        let labels = out.get_or_insert_with(|| Labels { at: i, ..Labels::default() });
        match kind {
            2 => {
                let end = (value..range.end).find(|k| matches!(t.word(*k), ";" | "." | ")")).unwrap_or(range.end);
                labels.time = Some(value..end);
                i = end.max(value);
            }
            _ => {
                let list = agency::list(t, value, range.end);
                let names = list.names.iter().map(|n| name(text, t, n));
                if kind == 0 {
                    labels.lead.extend(names);
                } else {
                    labels.coordinating.extend(names);
                }
                i = list.end.max(value);
            }
        }
    }
    out
}

/// A passage that only says who does the task before it, and when. True if it was one.
pub fn labels(walk: &mut Walk<'_>, piece: &Piece, t: &Tokens) -> bool {
    let Some(labels) = labelled(walk, t, 0..t.len()).filter(|l| l.at <= 1) else { return false };
    let document = walk.document;
    let parent = piece.clause.and_then(|c| if piece.opens { document.clauses[c].parent } else { Some(c) });
    let target = match walk.open_task {
        Some((task, of)) if of == parent || of == piece.clause || parent.is_none() => Some(task),
        Some((task, Some(of))) if document.clauses[of].parent == parent && !walk.opened_later(parent, of) => Some(task),
        _ => None,
    };
    let task = target.or_else(|| {
        let quote = walk.clause_quote(parent?)?;
        let (start, end) = walk.out.plan.period.map_or((None, None), |p| (p.0, Some(p.1)));
        let clause = document.clauses[parent?].path.as_str().to_owned();
        Some(walk.keep_task(FoundTask {
            passage: quote.clone(),
            quote,
            kind: kind(&walk.above(piece)),
            confidence: 0.8,
            recurrence: None,
            lead: Vec::new(),
            coordinating: Vec::new(),
            start,
            end,
            dated: false,
            clause,
        }))
    });
    let Some(index) = task else { return false };
    let years = labels.time.map(|time| period(t, time, &walk.out.plan));
    let Some(task) = walk.out.tasks.get_mut(index) else { return false };
    if !labels.lead.is_empty() {
        task.lead = labels.lead;
    }
    if !labels.coordinating.is_empty() {
        task.coordinating = labels.coordinating;
    }
    if let Some((start, end, true)) = years {
        (task.start, task.end, task.dated) = (start, end, true);
    }
    walk.open_task = Some((index, parent));
    true
}

/// First and last year of a task; the plan's where it has none of its own.
pub fn period(t: &Tokens, range: Range<usize>, plan: &Head) -> (Option<i32>, Option<i32>, bool) {
    let first = plan.first_year();
    let years = horizons(t, range.clone());
    let mut usable = years.iter().filter(|h| h.cue != Cue::Against && first.is_none_or(|f| h.year >= f));
    if let Some(h) = usable.next() {
        let last =
            usable.next_back().filter(|l| l.cue == Cue::In && h.cue == Cue::In).map_or(h.year, |l| l.year.max(h.year));
        return match h.cue {
            Cue::Period => (h.from, Some(h.year), true),
            Cue::By => (None, Some(h.year), true),
            Cue::In | Cue::Date | Cue::Against => (Some(h.year), Some(last), true),
        };
    }
    // A cell with nothing but a year.
    let bare: Vec<i32> = range.clone().filter_map(|i| year(t.word(i))).collect();
    if let (true, Some(a), Some(b)) = (range.len() <= 6, bare.first(), bare.last()) {
        return (Some(*a), Some(*b), true);
    }
    let (start, end) = plan.period.map_or((None, None), |p| (p.0, Some(p.1)));
    (start, end, false)
}

//! Tasks: what is to be done, who leads, who coordinates, when.

use super::figure::year;
use super::horizon::{Cue, horizons};
use super::names::VERBS;
use super::opening::{AnyOf, any};
use super::prose::sentences;
use super::role::{self, Roles};
use super::section::Section;
use super::tokens::{Kind, Tokens};
use super::walk::{Above, Walk};
use super::{FoundTask, Head};
use super::{agency, label, who};
use crate::clause::PieceKind;
use crate::model::{Recurrence, TaskKind};
use std::ops::Range;

/// An agency's name as printed, on one line.
pub fn name(text: &str, t: &Tokens, range: &Range<usize>) -> String {
    let start = t.get(range.start).map_or(0, |x| x.start);
    let end = range.end.checked_sub(1).and_then(|i| t.get(i)).map_or(start, |x| x.end);
    let printed = text.get(start..end).unwrap_or("");
    // No name is that long; a text without end must not be carried from clause to clause.
    let cut = printed.char_indices().nth(200).map_or(printed.len(), |(at, _)| at);
    printed[..cut].split_whitespace().collect::<Vec<_>>().join(" ")
}

/// "PHẦN II. CÁC NHIỆM VỤ CHỦ YẾU", "2. Trách nhiệm của Công an tỉnh": a clause's title over paragraphs of its own, and no
/// task. What only says who does it leaves the title a task.
fn names_section(walk: &Walk<'_>, at: usize, t: &Tokens) -> bool {
    let piece = &walk.document.pieces[at];
    let below = walk.document.pieces.get(at + 1).filter(|n| !n.opens && n.clause == piece.clause);
    let Some(below) = below.filter(|_| piece.opens && t.len() <= 24) else { return false };
    if matches!(t.sign(t.len() - 1), b'.' | b';' | b',' | b':') {
        return false;
    }
    let duty = super::heading::behind_duty(t);
    if duty > 0 && agency::starts(t, duty) {
        return agency::list(t, duty, t.len()).end == t.len();
    }
    let named = t.first_of(0, any!["các", "một số", "những", "nhóm"]).unwrap_or(0);
    let section = ["nhiệm vụ", "giải pháp", "nội dung", "hoạt động", "tổ chức thực hiện", "phân công"];
    if t.len() - named <= 8 && section.iter().any(|p| t.phrase(named, p).is_some()) {
        return true;
    }
    // A paragraph in whole sentences says what is to be done.
    if below.kind != PieceKind::Text {
        return false;
    }
    let next = walk.tokens(below);
    let labelled = (0..next.len().min(8)).any(|i| next.sign(i) == b':') || next.sign(0) == b'(';
    if next.len() < 10 || next.sign(next.len() - 1) != b'.' || labelled {
        return false;
    }
    let first = sentences(&next, 0..next.len()).into_iter().next().unwrap_or(0..0);
    says_who(&walk.document.layout.normal.text, &next, first).is_none()
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
    // "Giao Sở A chủ trì …" is a task among principles too.
    let given = role::given(t, 0).is_some_and(|name| agency::starts(t, name));
    if matches!(above.section, Some(Section::Targets | Section::Background))
        || above.section == Some(Section::Viewpoint) && !given
        || (has_targets && !planned)
    {
        return;
    }
    if names_section(walk, at, t) {
        return;
    }
    let last = t.word(t.len() - 1);
    let introduces = last == ":" || (last == ")" && t.len() < 4);
    let title = own.is_some_and(|c| c.has_children) && (t.len() <= 30 || introduces);
    let mut from = 0;
    let mut heading = above.agencies.clone();
    // "1. Sở Công Thương: chủ trì …"
    let stop = (0..t.len().min(40)).find(|i| t.sign(*i) == b':');
    // "Đối với UBND các xã: …"
    let party = t.first_of(0, any!["đối với", "về phía", "riêng"]).unwrap_or(0);
    let stop = stop.filter(|stop| agency::starts(t, party) || walk.listed(piece, t, *stop, true));
    // "Các Sở: Công Thương, Tài chính: …" has a colon before its names and one behind.
    let names_end = agency::list(t, party, t.len()).end;
    let stop = stop.and_then(|stop| match (names_end > stop, t.sign(names_end) == b':') {
        (true, true) => Some(names_end),
        (true, false) => None,
        (false, _) => Some(stop),
    });
    // "Phòng Kinh tế (chủ trì): …", "Sở A (cơ quan thường trực): …"
    let in_brackets = |stop: usize| {
        let open = (stop.saturating_sub(24)..stop).find(|i| t.sign(*i) == b'(')?;
        (stop > open + 1 && t.sign(stop - 1) == b')').then_some(open)
    };
    let acts = |stop: usize| agency::acts_in(t, agency::list(t, party, stop).end..in_brackets(stop).unwrap_or(stop));
    if let Some(stop) = stop.filter(|stop| !acts(*stop)) {
        let names = agency::all(t, party..in_brackets(stop).unwrap_or(stop));
        heading = names.iter().map(|n| name(&document.layout.normal.text, t, n)).collect();
        from = stop + 1;
        walk.lists_agencies(piece);
    }
    // "1. Sở Công Thương – đầu mối theo dõi"
    if from == 0 && agency::starts(t, 0) {
        let found = agency::list(t, 0, t.len());
        if t.is_dash(found.end) && t.is_word(found.end + 1) {
            heading = found.names.iter().map(|n| name(&document.layout.normal.text, t, n)).collect();
            from = found.end + 1;
        }
    }
    let mut stretches = items(t, from..t.len());
    // "Sở A có nhiệm vụ: a) …; b) …": who does them stands before.
    if let Some(first) = stretches.first().map(|item| item.start) {
        let roles = role::roles(&document.layout.normal.text, t, from..first, &heading);
        let opened = (first.saturating_sub(4)..first).any(|i| t.sign(i) == b':');
        if heading.is_empty() && opened {
            heading = roles.lead;
        }
        if heading.is_empty() {
            stretches.clear();
        }
    }
    if stretches.is_empty() {
        stretches.push(from..t.len());
    }
    let addressed = !heading.is_empty();
    // A paragraph of the same clause may go on: "Giao Sở A chủ trì; Sở B phối hợp."
    let same_clause = |of: &Option<usize>| !piece.opens && of.is_some() && *of == piece.clause;
    let goes_on = walk.open_task.filter(|(_, of)| same_clause(of) && last != ":");
    let mut before: Option<usize> = goes_on.map(|(task, _)| task);
    for range in stretches.into_iter().flat_map(|stretch| parts(t, stretch)) {
        if let Some(task) = before.and_then(|i| walk.out.tasks.get_mut(i)) {
            if assigned(&document.layout.normal.text, t, range.clone(), task, &walk.out.plan) {
                continue;
            }
            // "Sở A chủ trì, Sở B cùng tham gia; trình quý IV": what little follows is the task's.
            let first = sentences(t, range.clone()).into_iter().next().unwrap_or(range.clone());
            if range.end - first.end <= 10
                && first.end < range.end
                && assigned(&document.layout.normal.text, t, first, task, &walk.out.plan)
            {
                if let (start, end, true) = period(t, range.clone(), &walk.out.plan) {
                    (task.start, task.end, task.dated) = (start, end, true);
                }
                continue;
            }
            if let Some((start, end)) = due(t, range.clone(), &walk.out.plan) {
                (task.start, task.end, task.dated) = (start, end, true);
                continue;
            }
        }
        let words = range.clone().filter(|i| t.is_word(*i)).count();
        // Three words are enough where they say what the agency above them does.
        let brief = words == 3 && addressed && range.start == from && VERBS.at(t, from).is_some();
        if words < 4 && !brief
            || t.opens(range.start, any!["trên đây", "trong quá trình", "căn cứ luật", "căn cứ nghị"])
        {
            continue;
        }
        let labels = label::labelled(walk, t, range.clone());
        let mut roles = role::roles(&document.layout.normal.text, t, range.clone(), &heading);
        // "Sở A chủ trì, phối hợp với Sở B:" holds for what follows.
        if roles.coordinating.is_empty() && roles.lead == above.agencies {
            roles.coordinating.clone_from(&above.partners);
        }
        if let Some(labels) = &labels {
            // Labels that only say when or with whom leave the heading's agency in the lead.
            let lead = if labels.lead.is_empty() { roles.lead } else { labels.lead.clone() };
            let coordinating =
                if labels.coordinating.is_empty() { roles.coordinating } else { labels.coordinating.clone() };
            roles = Roles { lead, coordinating, said: true };
        }
        // A heading of tasks is none; nor is the line that only names the agency.
        if (title || introduces) && !roles.said
            || is_name_alone(t, &range)
            || introduces && title && opens_list(t, &range)
        {
            continue;
        }
        let is_task = match above.section {
            // What is to be done is a task there also where nobody is named.
            Some(Section::Duties) => {
                let deed = piece.opens && range.start == 0 && VERBS.at(t, 0).is_some() && !introduces;
                addressed || roles.said || !roles.lead.is_empty() || deed
            }
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
        before = Some(kept);
        walk.open_task = Some((kept, piece.clause));
    }
}

/// "Sở A chịu trách nhiệm chính; Sở B hỗ trợ kỹ thuật." behind a task: who does it, and nothing more.
fn assigned(text: &str, t: &Tokens, range: Range<usize>, task: &mut FoundTask, plan: &Head) -> bool {
    let Some((lead, helpers)) = says_who(text, t, range.clone()) else { return false };
    if lead.is_empty() && task.lead.is_empty() {
        return false;
    }
    if !lead.is_empty() {
        task.lead = lead;
    }
    task.coordinating.extend(helpers);
    if let (start, end, true) = period(t, range, plan) {
        (task.start, task.end, task.dated) = (start, end, true);
    }
    true
}

/// Who leads and who helps, where a sentence says just that.
fn says_who(text: &str, t: &Tokens, range: Range<usize>) -> Option<(Vec<String>, Vec<String>)> {
    // "Việc này giao Sở A", "Nội dung này do Sở A chịu trách nhiệm"
    // "(Sở A)", "→ Sở A chủ trì"
    let bracket = (range.start..range.end.min(range.start + 3)).take_while(|i| !t.is_word(*i)).count();
    let this = (range.start..range.end.min(range.start + 4)).find(|i| t.is_any(*i, any!["này", "trên"]));
    let start = this.map_or(range.start + bracket, |i| i + 1);
    let given = role::given(t, start).or_else(|| t.phrase(start, "do"));
    let start = given.unwrap_or(start);
    // "Sở A (chủ trì), Sở B (phối hợp)", "Chủ trì Sở A; phối hợp Sở B"
    let told = || {
        let short = who::only_parts(t, start..range.end);
        if short { who::told(text, t, start..range.end) } else { None }
    };
    if !agency::starts(t, start) {
        return told();
    }
    let named = |list: &agency::Agencies| list.names.iter().map(|n| name(text, t, n)).collect::<Vec<_>>();
    let words = |from: usize| (from..range.end).filter(|i| t.is_word(*i)).count();
    let mut list = agency::list(t, start, range.end);
    let part = |words: AnyOf, from: usize| t.longest_of(from, words);
    // A name that is not known to its end, before "chủ trì".
    if let Some(given) = part(any!["được giao", "được phân công", "có trách nhiệm", "sẽ"], list.end) {
        list.end = given;
    }
    let unsaid = part(LEADS, list.end).or(part(role::HELPS, list.end)).is_none();
    if let Some((at, _)) = t.find(list.end..range.end, any!["chủ trì"]).filter(|_| unsaid) {
        list = agency::opened_before(t, start, at).unwrap_or(list);
    }
    // "Giao Đảng ủy xã lãnh đạo thực hiện": deeds without an object.
    let ordered = this.map_or(range.start + bracket, |i| i + 1);
    let mut deeds = list.end;
    while let Some(next) =
        VERBS.at(t, deeds).filter(|_| t.is_any(ordered, any!["giao", "phân"]) && deeds < list.end + 6)
    {
        deeds = next;
    }
    let ends = ["thực hiện", "chỉ đạo", "lãnh đạo"].iter().any(|p| t.phrase_before(deeds, p).is_some());
    let deeds = Some(deeds).filter(|i| *i > list.end && ends && (words(*i) == 0 || t.sign(*i) == b','));
    let Some(behind) = part(LEADS, list.end).max(deeds) else {
        // "Giao Sở A." and nothing else.
        if (given.is_some() || bracket > 0) && words(list.end) == 0 {
            return Some((named(&list), Vec::new()));
        }
        let Some(helps) = part(role::HELPS, list.end) else { return told() };
        if words(helps) <= 1 {
            return Some((Vec::new(), named(&list)));
        }
        // "Sở A phối hợp với Sở B (thực hiện)."
        let with = Some(role::after_with(t, helps)).filter(|i| agency::starts(t, *i))?;
        let helpers = agency::list(t, with, range.end);
        let done = part(any!["tổ chức thực hiện", "triển khai thực hiện", "thực hiện", "triển khai"], helpers.end);
        let done = done.unwrap_or(helpers.end);
        return (words(done) == 0).then(|| (named(&list), named(&helpers)));
    };
    let when = t.is_any(behind + usize::from(t.sign(behind) == b','), WHEN) && range.end - behind <= 12;
    let drafts = ["soạn thảo", "tham mưu", "xây dựng", "thực hiện", "triển khai"];
    let tail = drafts.iter().find_map(|p| t.phrase(behind, p)).unwrap_or(behind);
    if words(tail) <= 1 || when {
        return Some((named(&list), Vec::new()));
    }
    // "…, phối hợp với Sở B."
    let comma = behind + usize::from(t.sign(behind) == b',');
    if let Some(with) = t.phrase(comma, "phối hợp").map(|i| role::after_with(t, i)).filter(|i| agency::starts(t, *i))
    {
        let helpers = agency::list(t, with, range.end);
        if words(helpers.end) == 0 {
            return Some((named(&list), named(&helpers)));
        }
    }
    // "Sở A chủ trì, Sở B và các hội cùng tham gia."
    if comma > behind && agency::starts(t, comma) {
        let helpers = agency::list(t, comma, range.end);
        if part(role::HELPS, helpers.end).is_some_and(|done| words(done) == 0) {
            return Some((named(&list), named(&helpers)));
        }
    }
    None
}

/// What stands behind the name of who leads, in a sentence that says only that.
const LEADS: AnyOf = any![
    "chịu trách nhiệm chính",
    "chịu trách nhiệm",
    "chủ trì thực hiện",
    "chủ trì",
    "thực hiện",
    "phụ trách",
    "đảm nhiệm",
    "là cơ quan chủ trì",
    "là đơn vị chủ trì",
    "làm đầu mối",
    "là đầu mối",
    "là cơ quan đầu mối",
];

/// How words begin that say when.
const WHEN: AnyOf = any!["quý", "tháng", "năm", "trong", "trước", "cả", "từ", "hằng", "xong", "hoàn"];

/// "Hoàn thành trong quý III năm 2026." behind a task.
fn due(t: &Tokens, range: Range<usize>, plan: &Head) -> Option<(Option<i32>, Option<i32>)> {
    let says = t.opens(range.start, any!["hoàn thành", "thời gian", "thời hạn", "tiến độ"]);
    // "Thực hiện: Quý II và Quý IV."
    let value = t.phrase(range.start, "thực hiện").filter(|i| t.sign(*i) == b':').map(|colon| colon + 1);
    let when = value.is_some_and(|i| t.is_any(i, WHEN));
    let (start, end, dated) = period(t, range.clone(), plan);
    ((says && dated || when) && range.len() <= 14).then_some((start, end))
}

pub fn kind(above: &Above) -> TaskKind {
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
    if let Some((at, _)) = t.find(range.clone(), any!["hằng năm", "hàng năm", "mỗi năm"]) {
        // "hằng năm tăng 15 %" is growth, no duty that comes back.
        if t.find(at..(at + 6).min(range.end), any!["tăng", "tăng trưởng"]).is_some() {
            return None;
        }
        let number = |i: usize| t.word(i).parse::<u8>().ok();
        let by = (at.saturating_sub(8).max(range.start)..at).find_map(|i| {
            let day = t.phrase(i, "trước ngày").and_then(|d| Some((number(d)?, d + 1)));
            let (day, next) = day?;
            let month = if t.sign(next) == b'/' || t.is(next, "tháng") { number(next + 1)? } else { return None };
            Recurrence::from_id(&format!("yearly_by_{month:02}-{day:02}"))
        });
        return by.or(Some(Recurrence::Yearly));
    }
    if t.has(range.clone(), any!["định kỳ"]) {
        return Some(Recurrence::Periodic);
    }
    t.has(range, any!["thường xuyên", "duy trì"]).then_some(Recurrence::Standing)
}

/// "Cục … có trách nhiệm:" before its items.
fn opens_list(t: &Tokens, range: &Range<usize>) -> bool {
    let start = role::behind_lead_in(t, range.clone()).unwrap_or(range.start);
    let end = agency::list(t, start, range.end).end;
    end > start
        && t.opens(end, any!["có trách nhiệm", "chịu trách nhiệm", "chủ trì", "có nhiệm vụ"])
        && range.end - end <= 10
}

fn is_name_alone(t: &Tokens, range: &Range<usize>) -> bool {
    let start = role::given(t, range.start).unwrap_or(range.start);
    agency::starts(t, start)
        && (agency::list(t, start, range.end).end..range.end).all(|i| t.get(i).is_none_or(|x| x.kind != Kind::Word))
}

/// "a) …; b) …" in one paragraph: the items without their marks; none where there are not two.
fn items(t: &Tokens, range: Range<usize>) -> Vec<Range<usize>> {
    const LETTERS: &[&str] = &["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m"];
    const NUMBERS: &[&str] = &["1", "2", "3", "4", "5", "6", "7", "8", "9"];
    let mut out: Vec<Range<usize>> = Vec::new();
    let order = if range.clone().any(|i| t.word(i) == "a" && t.sign(i + 1) == b')') { LETTERS } else { NUMBERS };
    for i in range.clone() {
        let marked = order.get(out.len()).is_some_and(|mark| t.word(i) == *mark) && t.sign(i + 1) == b')';
        let opens = i == range.start || !t.is_word(i - 1);
        if marked && opens && t.is_word(i + 2) {
            let bracket = usize::from(i > range.start && t.sign(i - 1) == b'(');
            if let Some(last) = out.last_mut() {
                last.end = i - bracket;
            }
            out.push(i + 2..range.end);
        }
    }
    if out.len() < 2 {
        out.clear();
    }
    out
}

/// Sentences; a semicolon parts them only where another agency or role begins.
fn parts(t: &Tokens, range: Range<usize>) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for next in sentences(t, range) {
        let semicolon = next.start > 0 && t.sign(next.start - 1) == b';';
        let labelled = (next.start..(next.start + 6).min(next.end)).any(|i| t.sign(i) == b':');
        let new_role = t.opens(next.start, any!["chủ trì", "giao"]) || agency::starts(t, next.start);
        let new_role = new_role && !labelled;
        // "Cơ quan chủ trì: …" behind a task belongs to it.
        let opened = next.start + usize::from(t.sign(next.start) == b'(');
        let labels = label::label_at(t, opened, opened..next.end).is_some() || label::other(t, opened, next.end);
        // "… (Sở A chủ trì; Sở B phối hợp)." behind a full stop.
        let last_sign = (next.start..next.end).rev().map(|i| t.word(i)).find(|w| *w != ".");
        let labels = labels || opened > next.start && last_sign == Some(")") && next.len() <= 80;
        // "Chánh Văn phòng; Giám đốc các sở; … chịu trách nhiệm thi hành": names that go on.
        let names = |last: &Range<usize>| {
            semicolon && (last.len() <= 60 && is_name_alone(t, last) || next.len() <= 60 && is_name_alone(t, &next))
        };
        match out.last_mut() {
            Some(last) if names(last) => last.end = next.end,
            Some(last) if (semicolon && !new_role || labels) && last.end + 1 >= next.start => last.end = next.end,
            _ => out.push(next),
        }
    }
    out
}

/// First and last year of a task; the plan's where it has none of its own.
pub fn period(t: &Tokens, range: Range<usize>, plan: &Head) -> (Option<i32>, Option<i32>, bool) {
    let first = plan.first_year();
    let years = horizons(t, range.clone());
    let mut usable = years.iter().filter(|h| {
        h.cue != Cue::Against && (h.cue != Cue::From || plan.period.is_some()) && first.is_none_or(|f| h.year >= f)
    });
    if let Some(h) = usable.next() {
        let last =
            usable.next_back().filter(|l| l.cue == Cue::In && h.cue == Cue::In).map_or(h.year, |l| l.year.max(h.year));
        return match h.cue {
            Cue::Period => (h.from, Some(h.year), true),
            Cue::By => (None, Some(h.year), true),
            // "từ năm 2027": until the plan ends.
            Cue::From => (Some(h.year), plan.last_year().map(|last| last.max(h.year)), true),
            Cue::In | Cue::Date | Cue::Against => (Some(h.year), Some(last), true),
        };
    }
    // A cell with nothing but a year.
    let bare: Vec<i32> = range.clone().take(7).filter_map(|i| year(t.word(i))).collect();
    if let (true, Some(a), Some(b)) = (range.len() <= 6, bare.first(), bare.last()) {
        return (Some(*a), Some(*b), true);
    }
    let (start, end) = plan.period.map_or((None, None), |p| (p.0, Some(p.1)));
    (start, end, false)
}

#[cfg(test)]
mod tests;

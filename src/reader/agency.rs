//! Agencies: where a name or a list of names starts and ends.

use super::names::{ACTIONS, BODIES, FIELDS, GO_ON, HEADS, NAMES, NEEDS_CAPITAL, THINGS, VERBS};
use super::opening::any;
use super::tokens::{Kind, Tokens};
use std::ops::Range;

/// A list of agencies read from a place in a sentence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Agencies {
    /// The names, each as a range of tokens.
    pub names: Vec<Range<usize>>,
    /// Behind the last of them.
    pub end: usize,
}

impl Agencies {
    /// One name.
    pub fn one(name: Range<usize>) -> Self {
        Self { end: name.end, names: Vec::from([name]) }
    }
}

/// Whether an agency's name starts at a token.
pub fn starts(t: &Tokens, i: usize) -> bool {
    if HEADS.at(t, i).is_none() {
        return false;
    }
    // "phòng ngừa", "báo cáo", "hội nhập", "trường hợp", "thành phố thông minh" are no agencies.
    let action = ACTIONS.at(t, i).is_some();
    let upper = t.get(i).is_some_and(|x| x.upper);
    let field = t.is_any(i, any!["sở", "bộ"]) && field_at(t, i + 1).is_some();
    // "Bộ chỉ số", "Bộ tiêu chí", "Sở hữu trí tuệ"
    let set = t.is_any(i, any!["sở", "bộ"])
        && !field
        && t.get(i + 1).is_some_and(|x| x.kind == Kind::Word && !x.upper)
        && !t.is_any(
            i + 1,
            any!["trưởng", "đội", "chỉ", "ngành", "và", "ban", "phận", "liên", "có", "được", "chủ", "phối"],
        )
        || t.phrase(i, "bộ chỉ số").or_else(|| t.phrase(i, "bộ phận")).is_some();
    let known = t
        .phrase(i, "công an tỉnh")
        .or_else(|| t.phrase(i, "cơ quan liên quan"))
        .or_else(|| t.phrase(i, "đơn vị liên quan"));
    let thing = THINGS.at(t, i).is_some();
    // "Phòng ngừa …", "Trường hợp …" at the start of a sentence: small letters that go on with no name.
    let plain = t.is_any(i, any!["phòng", "báo", "trường", "vụ"])
        && t.get(i + 1).is_some_and(|x| x.kind == Kind::Word && !x.upper)
        && HEADS.at(t, i) == Some(i + 1)
        && [&GO_ON, &NAMES, &FIELDS].iter().all(|words| words.at(t, i + 1).is_none())
        && !t.is_any(i + 1, any!["có", "là", "chủ", "phối", "chịu", "được", "trung", "tiểu", "nghề"]);
    let role = says_part(t, i);
    // "Thống kê cư dân …" is done, "Thống kê tỉnh" does; "viễn thông" is a trade, "Viễn thông Lâm Đồng" a company.
    let deed = t.first_of(i, any!["thống kê", "thanh tra", "kiểm toán", "viễn thông"]).is_some_and(|n| {
        !t.get(n).is_some_and(|x| x.upper) && !t.is_any(n, any!["tỉnh", "thành", "nhà", "khu", "cơ", "sở"])
    });
    !action
        && !thing
        && !plain
        && !role
        && !set
        && !deed
        && (upper || field || known.is_some() || NEEDS_CAPITAL.at(t, i).is_none())
}

/// "Cơ quan chủ trì", "đơn vị thực hiện", "Các cơ quan phối hợp" say a part in a task, and no name.
fn says_part(t: &Tokens, i: usize) -> bool {
    let one = t.phrase(i, "cơ quan").or_else(|| t.phrase(i, "đơn vị"));
    let all = || t.phrase(i, "các cơ quan").or_else(|| t.phrase(i, "các đơn vị"));
    let parts = ["chủ trì", "đầu mối", "phối hợp", "thường trực", "thực hiện", "phụ trách"];
    one.or_else(all)
        .and_then(|n| parts.iter().find_map(|p| t.phrase(n, p)))
        .is_some_and(|n| one.is_some() || !t.is_word(n))
}

fn field_at(t: &Tokens, i: usize) -> Option<usize> {
    FIELDS.at(t, i)
}

/// Reads the list of agencies that starts at `i` and ends before `end`.
pub fn list(t: &Tokens, i: usize, end: usize) -> Agencies {
    list_of(t, i, end, true)
}

/// The same, where no name goes on in words that are not known: something must be done behind the names.
pub fn list_of_known(t: &Tokens, i: usize, end: usize) -> Agencies {
    list_of(t, i, end, false)
}

fn list_of(t: &Tokens, i: usize, end: usize, unknown: bool) -> Agencies {
    let mut out = Agencies { names: Vec::new(), end: i };
    let mut at = i;
    let end = end.min(t.len());
    // "các Sở: Công Thương, Tài chính" names departments by their fields alone.
    let mut elliptic = false;
    let mut many = false;
    while at < end {
        let field_only = elliptic && field_at(t, at).is_some();
        // "các doanh nghiệp, hiệp hội": the plural holds on.
        many |= out.names.last().is_some_and(|n| t.is_any(n.start, any!["các", "doanh"]));
        let plural = many
            && (HEADS.at(t, at).is_some() || t.phrase(at, "sàn thương mại").is_some())
            && ACTIONS.at(t, at).is_none();
        if !starts(t, at) && !field_only && !plural {
            break;
        }
        let (name_end, is_plural) = name(t, at, end, unknown);
        // "Các sở, ngành: Xây dựng …" does something.
        let fields = field_at(t, name_end + 1).is_some_and(|to| to >= end || !t.is_word(to) || t.is(to, "và"));
        if is_plural && t.sign(name_end) == b':' && fields {
            elliptic = true;
            at = name_end + 1;
            continue;
        }
        // "các Sở Tài chính, Nội vụ", but "các Sở Nông nghiệp và Môi trường"
        let joined = |to: usize| (matches!(t.sign(to), b',' | b';') || t.is(to, "và")) && field_at(t, to + 1).is_some();
        if t.phrase(at, "các sở").is_some() && field_at(t, at + 2).is_some_and(joined) {
            elliptic = true;
            out.names.push(at + 2..field_at(t, at + 2).unwrap_or(name_end));
            at = field_at(t, at + 2).unwrap_or(name_end);
        } else {
            elliptic &= field_only;
            out.names.push(at..name_end);
            at = name_end;
        }
        out.end = at;
        // A remark in brackets belongs to the name before it.
        if t.sign(at) == b'(' {
            let close = (at..(at + 60).min(end)).find(|j| t.sign(*j) == b')');
            at = close.map_or(at, |c| c + 1);
        }
        let mut next = at;
        while next < end
            && (matches!(t.sign(next), b',' | b';' | b'&' | b'/') || t.is_any(next, any!["và", "cùng", "với"]))
            && next < at + 3
        {
            next += 1;
        }
        if next == at {
            break;
        }
        at = next;
    }
    out
}

/// Where a name ends, and whether it is "các Sở".
fn name(t: &Tokens, i: usize, end: usize, unknown: bool) -> (usize, bool) {
    let mut at = i + 1;
    if let Some(head) = HEADS.at(t, i) {
        at = head;
    } else if let Some(field) = field_at(t, i) {
        // A department named by its field alone: "các Sở: Tài chính, Nội vụ".
        return (field, false);
    }
    let head = at;
    // "Cơ quan quản lý nhà nước về thương mại điện tử các địa phương": what it manages names it.
    if let Some(behind) = t.phrase(at, "quản lý nhà nước về").filter(|_| t.is(at - 1, "quan")) {
        at = behind;
    }
    let capital = |i: usize| t.get(i).is_some_and(|x| x.upper);
    while at < end {
        // A name has one field: "Sở Nông nghiệp và Môi trường xây dựng …" builds something.
        let joined = at > i && (t.is_dash(at - 1) || t.is_any(at - 1, any!["ngành", "sở", "thuộc"]));
        // "Sở xây dựng", but "Văn phòng Sở xây dựng …"
        let deed = !capital(at) && VERBS.at(t, at).is_some() && !(at == i + 1 && t.is_any(i, any!["sở", "bộ"]));
        if let Some(field) = field_at(t, at).filter(|f| *f <= end && !deed && (at == head || joined || capital(at))) {
            at = field;
            continue;
        }
        if t.sign(at) == b',' {
            // "các sở, ban, ngành", "các huyện, thị xã, thành phố": one name.
            // "Các trường đại học, cao đẳng": so do all that start with "các" and go on in small letters.
            let plural = t.is(i, "các")
                && !t.is(at + 1, "các")
                && t.get(at + 1).is_some_and(|x| x.kind == Kind::Word && !x.upper)
                && HEADS.at(t, at + 1).is_none()
                && (VERBS.at(t, at + 1).is_none() || BODIES.at(t, at + 1).is_some())
                && goes_on_to_end(t, at + 1, end, 7);
            // "Vụ Kế hoạch, Tài chính": no department's field stands alone behind one of these.
            let office = t.is_any(i, any!["vụ", "phòng", "ban", "báo"])
                && t.get(at + 1).is_some_and(|x| x.upper)
                && !starts(t, at + 1);
            // "các Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ": all that the government has.
            let government = t.opens(at + 1, any!["cơ quan ngang bộ", "cơ quan thuộc chính phủ"]);
            // "UBND các phường Hải Châu, Thanh Khê": places of one level.
            let places = t.is_any(i, any!["ubnd", "ủy"])
                && (i..at).any(|k| t.is(k, "các"))
                && t.get(at - 1).is_some_and(|x| x.upper)
                && t.get(at + 1).is_some_and(|x| x.upper)
                && !starts(t, at + 1);
            // "Chi cục Chất lượng, Chế biến và Phát triển thị trường"
            let long = t.is_any(i, any!["chi", "trung", "cục", "viện", "quỹ", "phòng", "ban", "văn"])
                && capital(at + 1)
                && !starts(t, at + 1)
                && (at + 2..(at + 7).min(end))
                    .take_while(|k| t.is_word(*k))
                    .any(|k| t.is(k, "và") && capital(k + 1) && !starts(t, k + 1));
            if places || plural || long || office || government && t.is(i, "các") {
                at += 1;
                continue;
            }
            let collective = t.is_any(
                at + 1,
                any!["ban", "ngành", "thị", "thành", "xã", "phường", "huyện", "đoàn", "đơn", "cơ", "hội", "đặc", "địa"],
            ) && !t.get(at + 1).is_some_and(|x| x.upper && !t.is_any(at + 1, any!["ban", "ngành"]))
                && t.is_any(
                    at - 1,
                    any![
                        "sở",
                        "ban",
                        "bộ",
                        "huyện",
                        "xã",
                        "phường",
                        "ngành",
                        "phố",
                        "tỉnh",
                        "quan",
                        "hội",
                        "phòng",
                        "vị"
                    ],
                )
                && (!t.is_any(at + 1, any!["đơn", "cơ"]) || t.is_any(at - 1, any!["quan", "phòng"]));
            // "UBND CÁC HUYỆN, THÀNH PHỐ": levels in capitals, with no place's name behind.
            let levels = ["huyện", "thị xã", "thành phố", "xã", "phường", "thị trấn", "đặc khu"];
            let level = t.is_any(at - 1, any!["huyện", "xã", "phường", "phố", "trấn"])
                && levels
                    .iter()
                    .filter_map(|l| t.phrase(at + 1, l))
                    .max()
                    .is_some_and(|behind| !t.get(behind).is_some_and(|x| x.upper));
            if collective || level {
                at += 1;
                continue;
            }
            break;
        }
        let Some(token) = t.get(at) else { break };
        if token.kind == Kind::Sign {
            let joins =
                t.is_dash(at) && (t.get(at + 1).is_some_and(|x| x.upper) || t.phrase(at + 1, "xã hội").is_some());
            let joins = joins && !says_part(t, at + 1);
            // "UBND TP. Pleiku"
            let short = t.sign(at) == b'.' && t.is_any(at - 1, any!["tp", "tx"]) && capital(at + 1);
            if joins || short || t.sign(at) == b'&' {
                at += 1;
                continue;
            }
            break;
        }
        // "Viện Nghiên cứu …": what a capital begins right behind the head is its name.
        // "Viện Nghiên cứu phát triển …": what it is there for has an object.
        let object = at == head + 2
            && ACTIONS.at(t, at).is_some()
            && capital(head)
            && VERBS.at(t, head).or(ACTIONS.at(t, head)) == Some(at);
        let object = object && t.is_any(i, any!["viện", "trung", "quỹ", "ban", "chi", "cục"]);
        if object {
            at = ACTIONS.at(t, at).unwrap_or(at + 1);
            continue;
        }
        let opens = token.upper && (at == head || t.is_dash(at - 1) || t.is(at - 1, "và"));
        if ACTIONS.at(t, at).is_some() && !opens {
            if at > head && t.is_any(i, any!["viện", "trung", "quỹ", "ban"]) && goes_on_to_place(t, at, end) {
                at += 1;
                continue;
            }
            break;
        }
        let shared = ["và các khu công nghiệp", "và các khu", "và địa phương", "và đơn vị"];
        if let Some(to) = shared
            .iter()
            .filter_map(|w| t.phrase(at, w))
            .max()
            .filter(|to| *to <= end && !t.get(*to - 2).is_some_and(|x| x.upper))
        {
            at = to;
            continue;
        }
        if t.is(at, "và") {
            // "UBND các phường, xã và đặc khu Côn Đảo": one name for all of a level.
            let level = ["đặc khu", "phường", "xã", "thị xã", "thành phố", "thị trấn"];
            if t.is_any(i, any!["ubnd", "ủy", "chủ"]) && level.iter().any(|l| t.phrase(at + 1, l).is_some()) {
                at += 1;
                continue;
            }
            // "các cơ quan, đơn vị và địa phương" goes on; "… và Sở Tài chính" starts another.
            if starts(t, at + 1) || t.get(at + 1).is_none_or(|x| !x.upper) {
                break;
            }
            // The word before may have two syllables: "Thương mại và Hội chợ".
            let body = t.is_any(
                i,
                any![
                    "trung",
                    "ban",
                    "hội",
                    "viện",
                    "trường",
                    "quỹ",
                    "hiệp",
                    "văn",
                    "vụ",
                    "cục",
                    "chi",
                    "tổng",
                    "công",
                    "tập",
                    "phân",
                    "học",
                    "phòng",
                    "đội",
                    "liên",
                ],
            );
            let known = (capital(at - 1) || at > i + 2 && capital(at - 2) && body) && capital(at + 1);
            if !known {
                break;
            }
            at += 1;
            continue;
        }
        if token.kind == Kind::Number {
            if t.is_any(at - 1, any!["vực", "số", "miền", "vùng", "sở", "đạo", "án"]) {
                at += 1;
                continue;
            }
            break;
        }
        if t.phrase(at, "tổ chức").is_some() && BODIES.at(t, at).is_none() {
            break;
        }
        if let Some(to) = NAMES.at(t, at).max(GO_ON.at(t, at)).filter(|to| *to <= end && token.upper) {
            at = to;
            continue;
        }
        // "Phân hiệu Đại học Nông Lâm tại Gia Lai"
        if t.is(at, "tại") && capital(at + 1) && t.is_any(i, any!["phân", "chi", "văn"]) {
            at += 1;
            continue;
        }
        // "Viettel Lai Châu xóa …": a place's or firm's name ends a name.
        if !token.upper && GO_ON.at(t, at).is_none() && proper(t, head, at) {
            break;
        }
        if !token.upper && at > head && goes_on_to_capital(t, at, end) {
            at += 1;
            continue;
        }
        if !token.upper {
            // "Hội Nông dân tỉnh vận chuyển …", but "các doanh nghiệp vận chuyển"
            let deed = at > head && !t.is_any(i, any!["các", "doanh"]) && VERBS.at(t, at) >= GO_ON.at(t, at);
            match GO_ON.at(t, at).filter(|to| *to <= end && !deed) {
                Some(to) => {
                    at = to;
                    continue;
                }
                // The second syllable of "Giám sát", "Công tác".
                None if capital(at - 1) && at > head && VERBS.at(t, at).is_none() && !proper(t, head, at) => {
                    at += 1;
                    continue;
                }
                None if unknown && unclosed(t, i, head, at) && goes_on_to_end(t, at, end, 8) => {
                    at += 1;
                    continue;
                }
                None => break,
            }
        }
        if token.upper
            && at > i
            && starts(t, at)
            && t.is_any(at, any!["sở", "bộ", "ubnd", "ủy", "cục", "hiệp"])
            && !t.is_any(
                at - 1,
                any!["-", "–", "của", "thuộc", "các", "trực", "phòng", "tịch", "trưởng", "đốc", "ủy", "đảng", "đoàn"],
            )
        {
            break;
        }
        at += 1;
    }
    // A name does not end in a joint.
    while at > i + 1
        && (t.is_any(at - 1, any!["và", "của", "trong", "trên", "các", "thuộc"]) || t.is_dash(at - 1))
        && t.phrase_before(at, "trực thuộc").is_none()
    {
        at -= 1;
    }
    let plural = t.is(i, "các") && t.is_any(at - 1, any!["sở", "ngành", "bộ", "ban"]);
    (at, plural)
}

/// Whether two capitals stand before a place, behind the head: "Lai Châu", and not "TNHH Chế (biến)", "Hội Làm (vườn)".
fn proper(t: &Tokens, head: usize, at: usize) -> bool {
    let capital = |i: usize| t.get(i).is_some_and(|x| x.upper && x.kind == Kind::Word);
    let short = |i: usize| !t.word(i).contains(|c: char| "aeiouy".contains(crate::text::fold_char(c)));
    at >= head + 2 && capital(at - 1) && capital(at - 2) && !short(at - 2) && HEADS.at(t, at - 2).is_none()
}

/// Whether a name may go on in words that are not known: it has not come to an end that names have.
fn unclosed(t: &Tokens, i: usize, head: usize, at: usize) -> bool {
    if t.is_any(i, any!["sở", "bộ"]) && field_at(t, i + 1).is_some() || VERBS.at(t, at).is_some() || at <= i {
        return false;
    }
    let before = t.is_any(at - 1, any!["tỉnh", "phố", "huyện", "liên", "khác", "phương", "khu", "nam", "xã", "phường"])
        && !t.get(at - 1).is_some_and(|x| x.upper)
        || t.phrase_before(at, "liên quan").is_some();
    let body = t.is_any(i, any!["các", "doanh"]) || at > head;
    body && !before
}

/// "Trung tâm Xúc tiến đầu tư và Hỗ trợ doanh nghiệp": small words before a joint and a capital are the name's,
/// where what the capital begins is neither an agency nor a figure's noun.
fn goes_on_to_capital(t: &Tokens, at: usize, end: usize) -> bool {
    let small = (at..(at + 3).min(end))
        .take_while(|i| t.get(*i).is_some_and(|x| x.kind == Kind::Word && !x.upper) && !t.is(*i, "và"))
        .count();
    let joint = at + small;
    let capital = |i: usize| i < end && t.get(i).is_some_and(|x| x.upper && x.kind == Kind::Word);
    small > 0 && t.is(joint, "và") && capital(joint + 1) && !starts(t, joint + 1) && capital(at - 1) | capital(at - 2)
}

/// "Viện Nghiên cứu phát triển Thành phố"
fn goes_on_to_place(t: &Tokens, at: usize, end: usize) -> bool {
    (at..(at + 4).min(end))
        .any(|i| t.get(i).is_some_and(|x| x.upper) && t.opens(i, any!["thành phố", "việt nam", "tp"]))
}

/// Whether the words from `at` on end before something is done: at a sign, the range's end, a verb.
fn goes_on_to_end(t: &Tokens, at: usize, end: usize, most: usize) -> bool {
    for j in at..at + most {
        let Some(token) = t.get(j).filter(|_| j < end) else { return true };
        match token.kind {
            Kind::Number => return false,
            Kind::Sign => return true,
            Kind::Word if j > at && (VERBS.at(t, j).is_some() || t.is(j, "và")) => return true,
            Kind::Word => {}
        }
    }
    false
}

/// The names of a stretch that holds nothing else: a cell, a label's value. None if it holds something else.
pub fn all(t: &Tokens, range: Range<usize>) -> Vec<Range<usize>> {
    let found = list(t, range.start, range.end);
    let is_rest = |r: Range<usize>| r.clone().any(|i| t.get(i).is_some_and(|x| x.kind != Kind::Sign));
    if !found.names.is_empty() && !is_rest(found.end..range.end) {
        return found.names;
    }
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut from = range.start;
    let capital = |i: usize| t.get(i).is_some_and(|x| x.upper);
    let mut depth = 0_i32;
    for i in range.clone() {
        match t.word(i) {
            "(" => depth += 1,
            ")" => depth -= 1,
            _ => {}
        }
        let next = i + 1;
        let cuts = depth <= 0
            && match t.word(i) {
                ";" => true,
                "/" => starts(t, next),
                "," | "+" | "&" => {
                    starts(t, next) || (t.get(next).is_some_and(|x| x.upper) && !in_field(t, range.start, next))
                }
                // "Sở Tư pháp và Agribank Gia Lai"
                "và" => {
                    starts(t, next)
                        || capital(next)
                            && i - from <= 16
                            && t.is_any(from, any!["sở", "bộ", "ubnd"])
                            && starts(t, from)
                            && list(t, from, (next + 8).min(range.end)).end == i
                }
                _ => false,
            };
        if cuts {
            out.push(from..i);
            from = next;
        }
    }
    out.push(from..range.end);
    for name in &mut out {
        while name.start < name.end
            && t.get(name.end - 1).is_some_and(|x| x.kind == Kind::Sign)
            && t.sign(name.end - 1) != b')'
        {
            name.end -= 1;
        }
    }
    out.retain(|name| name.start < name.end);
    out
}

/// Whether something is done in a stretch that should hold names.
pub fn acts_in(t: &Tokens, range: Range<usize>) -> bool {
    let mut i = range.start;
    while i < range.end {
        let capital = t.get(i).is_some_and(|x| x.upper);
        // "Cục Xuất nhập khẩu", "Sở Xây dựng": no deed.
        let named = if capital { NAMES.at(t, i).max(FIELDS.at(t, i)) } else { GO_ON.at(t, i) };
        if named.is_none() && !capital && VERBS.at(t, i).is_some() {
            return true;
        }
        i = named.unwrap_or(i + 1);
    }
    false
}

/// Whether a token lies inside the field of a department: "Văn hóa, Thể thao và Du lịch".
fn in_field(t: &Tokens, start: usize, i: usize) -> bool {
    (start.max(i.saturating_sub(10))..i).any(|k| field_at(t, k).is_some_and(|to| to > i))
}

/// The names that stand between the word that opens a remark ("(", "giao", "do") and `end`, whatever they hold:
/// there is no other reading of them.
pub fn opened_before(t: &Tokens, start: usize, end: usize) -> Option<Agencies> {
    let from = start.max(end.saturating_sub(24));
    let opens = |i: &usize| *i > start && (t.sign(i - 1) == b'(' || t.is_any(i - 1, any!["giao", "cho", "do"]));
    let known = (from..end).find(|i| starts(t, *i) && (*i == start || opens(i)));
    let at = known.or_else(|| (from..end).rev().find(opens).filter(|i| stranger(t, *i, end) == Some(end)))?;
    let names_only = (at..end).all(|i| t.is_word(i) || t.is_dash(i) || matches!(t.sign(i), b',' | b'&'));
    let tail = list(t, at, end).end..end;
    // "giao UBND các xã bố trí công chức đầu mối": the deed begins behind the names.
    let names_only = names_only && !tail.clone().any(|i| t.sign(i) == b',') && VERBS.at(t, tail.start).is_none();
    names_only.then(|| Agencies { names: all(t, at..end), end })
}

/// Behind a name that no list knows, where one must stand: capitals up to what is done, "Agribank Gia Lai (mở rộng …)".
pub fn stranger(t: &Tokens, at: usize, end: usize) -> Option<usize> {
    let capital = |i: &usize| t.get(*i).is_some_and(|x| x.upper);
    let named = |i: &usize| (t.is_word(*i) || t.is_dash(*i)) && (capital(i) || VERBS.at(t, *i).is_none());
    let stop = (at..end.min(at + 10)).take_while(named).last()? + 1;
    let done = stop == end || t.is_word(stop) && !capital(&stop);
    let capitals = (at..stop).filter(capital).count();
    (done && capital(&at) && capitals >= 2 && VERBS.at(t, at).is_none() && ACTIONS.at(t, at).is_none()).then_some(stop)
}

/// The longest list that ends right before `end`, looking back no further than `start`.
pub fn list_before(t: &Tokens, start: usize, end: usize) -> Option<Agencies> {
    let from = start.max(end.saturating_sub(60));
    let mut at = from;
    while at < end {
        let first = at == start
            || t.get(at - 1).is_some_and(|x| x.kind == Kind::Sign)
            || t.get(at).is_none_or(|x| x.upper)
            || t.is_any(at - 1, any!["giao", "cho", "do", "là", "đề", "nghị", "với", "gồm"])
            || t.is(at, "các");
        if first && starts(t, at) {
            let found = list(t, at, end);
            if found.end == end && !found.names.is_empty() {
                return Some(found);
            }
        }
        at += 1;
    }
    None
}

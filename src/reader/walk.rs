//! Through a document, piece by piece, with what its headings say in mind.

use super::aims::{opens_with_year, run_in_section};
use super::horizon::{Cue, Horizon, horizons};
use super::opening::{AnyOf, any};
use super::section::Section;
use super::tokens::{Kind, Tokens};
use super::{
    FoundTarget, FoundTask, Problem, ProblemKind, Reading, Unit, YearFrom, agency, column, head, heading, label, prose,
    role, table, task,
};
use crate::clause::{Document, Marker, Piece, PieceKind};
use std::ops::Range;

/// First year, where there is one, and last.
pub type Years = (Option<i32>, i32);

/// What stands above a passage.
#[derive(Debug, Clone, Default)]
pub struct Above {
    /// What the part is about.
    pub section: Option<Section>,
    /// The year it sets, and from which.
    pub horizon: Option<Years>,
    /// The agencies it is addressed to.
    pub agencies: Vec<String>,
    /// Those who coordinate with them.
    pub partners: Vec<String>,
    /// Its words, where it introduces what follows ("Tỷ lệ …:").
    pub line: String,
    /// The passage is running text in no clause, such as what stands below the title.
    pub loose: bool,
}

/// A clause or heading that has been opened.
#[derive(Debug, Clone, Default)]
struct Info {
    opened: usize,
    above: Above,
    /// Clauses of it are headed by agencies.
    lists_agencies: bool,
}

/// The state of reading.
pub struct Walk<'a> {
    /// The document.
    pub document: &'a Document,
    /// What has been found.
    pub out: Reading,
    clauses: Vec<Info>,
    /// The last heading without a number.
    heading: Option<(Info, Option<usize>, String)>,
    /// "- Đến năm 2025:" before items of its own level.
    leading: Option<(Option<usize>, Years)>,
    /// "- Sở Công Thương:" before items of its own level.
    leading_agency: Option<(Option<usize>, Vec<String>)>,
    /// List items in a text without clauses.
    items: u32,
    /// The task that "Cơ quan chủ trì: …" lines belong to.
    pub open_task: Option<(usize, Option<usize>)>,
    /// What the figures of the passage before were of, for "tỷ lệ này".
    pub said: Vec<(Unit, Option<&'static str>)>,
    /// The columns of the table before, for one that goes on after a page break.
    pub columns: Option<column::Columns>,
}

/// Reads a document.
pub fn walk(document: &Document) -> Reading {
    let mut walk = Walk {
        document,
        out: Reading { plan: head::head(document), ..Reading::default() },
        clauses: vec![Info::default(); document.clauses.len()],
        heading: None,
        leading: None,
        leading_agency: None,
        items: 0,
        open_task: None,
        said: Vec::new(),
        columns: None,
    };
    let mut at = 0;
    while at < document.pieces.len() {
        let piece = &document.pieces[at];
        match piece.kind {
            PieceKind::Row => {
                let rows = document.pieces[at..].iter().take_while(|p| p.kind == PieceKind::Row).count();
                table::table(&mut walk, at..at + rows);
                at += rows;
            }
            PieceKind::Signature => at += 1,
            PieceKind::Text | PieceKind::Heading => {
                let cells = table::upright(&mut walk, at);
                if cells > 0 {
                    at += cells;
                    continue;
                }
                walk.passage(at);
                at += 1;
            }
        }
    }
    walk.finish()
}

impl Walk<'_> {
    /// The tokens of a piece.
    pub fn tokens(&self, piece: &Piece) -> Tokens {
        let mut tokens = Tokens::default();
        let layout = &self.document.layout;
        for (n, line) in layout.lines[piece.first..piece.last].iter().enumerate() {
            if !line.skip {
                let start = if n == 0 { piece.start } else { line.start };
                tokens.add(layout.normal.text.get(start..line.end).unwrap_or(""), start);
            }
        }
        tokens.finish();
        tokens
    }

    /// The path of a piece's clause; in a text without clauses, of its heading.
    pub fn path(&self, piece: &Piece) -> String {
        match (piece.clause, &self.heading) {
            (Some(c), _) => self.document.clauses[c].path.as_str().to_owned(),
            (None, Some((_, None, title))) if self.items > 0 => format!("{title} > -{}", self.items),
            (None, Some((_, None, title))) => title.clone(),
            (None, _) => String::new(),
        }
    }

    /// The bytes of the input for a range of tokens.
    pub fn quote(&self, t: &Tokens, range: &Range<usize>) -> Range<usize> {
        let start = t.get(range.start).map_or(0, |x| x.start);
        let end = range.end.checked_sub(1).and_then(|i| t.get(i)).map_or(start, |x| x.end);
        self.document.layout.normal.input_range(start..end.max(start))
    }

    /// What stands above a piece: its clause, the clauses around that, the last heading.
    pub fn above(&self, piece: &Piece) -> Above {
        let line = &self.document.layout.lines[piece.first];
        let loose = piece.clause.is_none() && piece.start <= line.start && !line.bullet;
        let mut out = Above { loose, ..Above::default() };
        let heading = self.heading.as_ref();
        let mut heading_used = heading.is_none();
        let mut next = piece.clause;
        loop {
            let own = piece.opens && next == piece.clause;
            let info = match (next, heading) {
                (Some(c), _) if heading_used || heading.is_none_or(|(h, ..)| self.clauses[c].opened > h.opened) => {
                    next = self.document.clauses[c].parent;
                    &self.clauses[c]
                }
                (_, Some((info, ..))) if !heading_used => {
                    heading_used = true;
                    info
                }
                _ => break,
            };
            let above = &info.above;
            out.section = out.section.or(above.section);
            out.horizon = out.horizon.or(above.horizon);
            if out.agencies.is_empty() {
                out.agencies.clone_from(&above.agencies);
                out.partners.clone_from(&above.partners);
            }
            if out.line.is_empty() && !own {
                out.line.clone_from(&above.line);
            }
        }
        if let Some((clause, horizon)) = self.leading {
            let own =
                if piece.opens { piece.clause.and_then(|c| self.document.clauses[c].parent) } else { piece.clause };
            if own == clause {
                out.horizon = Some(horizon);
            }
        }
        if let Some((clause, names)) = self.leading_agency.as_ref().filter(|_| piece.opens && out.agencies.is_empty()) {
            let own = piece.clause.and_then(|c| self.document.clauses[c].parent);
            if own == *clause {
                out.agencies.clone_from(names);
            }
        }
        out
    }

    fn passage(&mut self, at: usize) {
        let document = self.document;
        let piece = &document.pieces[at];
        let t = self.tokens(piece);
        if t.is_empty() {
            return;
        }
        let line = &document.layout.lines[piece.first];
        let is_heading = piece.kind == PieceKind::Heading || line.heading;
        let list = piece.start > line.start || line.bullet;
        if piece.clause.is_none() {
            self.items = if list { self.items + 1 } else { 0 };
        }
        if piece.opens {
            if let Some(c) = piece.clause {
                self.clauses[c].opened = at;
                let parent = document.clauses[c].parent;
                if self.leading.is_some_and(|(of, _)| of != parent) {
                    self.leading = None;
                }
                let inside =
                    |of: &Option<usize>| *of == parent || parent.is_some_and(|p| document.clauses[p].parent == *of);
                if self.leading_agency.as_ref().is_some_and(|(of, _)| !inside(of)) {
                    self.leading_agency = None;
                }
                if matches!(document.clauses[c].marker, Marker::Article(_) | Marker::Annex(_) | Marker::Part(_)) {
                    self.heading = None;
                }
            }
        } else if piece.kind == PieceKind::Heading {
            let title = document.layout.line_text(line);
            let title: String = title.chars().take(80).collect::<String>().trim().to_owned();
            self.heading = Some((Info { opened: at, ..Info::default() }, piece.clause, title));
            self.items = 0;
            self.leading = None;
        }
        self.introduce(at, &t, is_heading);
        if label::labels(self, piece, &t) {
            return;
        }
        let above = self.above(piece);
        let path = self.path(piece);
        let before = self.out.targets.len();
        prose::targets(self, &t, &above, &path);
        let found_targets = self.out.targets.len() > before;
        task::tasks(self, at, &t, &above, &path, found_targets);
    }

    /// What a heading, or a sentence that ends in a colon, says for what follows.
    fn introduce(&mut self, at: usize, t: &Tokens, is_heading: bool) {
        let document = self.document;
        let piece = &document.pieces[at];
        let marker = piece.clause.filter(|_| piece.opens).map(|c| &document.clauses[c]);
        let is_list = marker.is_some_and(|c| c.marker.rank() >= Marker::LETTERS);
        let colon = t.sign(t.len() - 1) == b':' || t.len() > 1 && t.sign(t.len() - 2) == b':';
        let short = t.len() <= 34;
        let parent = marker.is_some_and(|c| c.has_children);
        let capitals = (0..t.len()).all(|i| t.get(i).is_none_or(|x| x.upper || x.kind != Kind::Word));
        let ends = matches!(t.sign(t.len() - 1), b'.' | b';' | b',');
        // "a) Sở Tài chính" and a paragraph below.
        let next = document.pieces.get(at + 1);
        let followed =
            parent || next.is_some_and(|n| !n.opens && n.clause == piece.clause && n.kind == PieceKind::Text);
        let below = is_list || marker.is_none() && self.above(piece).section == Some(Section::Duties);
        let below = below && (followed || next.is_some_and(|n| n.kind == PieceKind::Text && marker.is_none()));
        let names = below && agency::starts(t, 0) && agency::list(t, 0, t.len()).end == t.len();
        let headed = marker.is_some() && if is_list { (parent || names) && !ends } else { parent || !ends };
        // "Mục tiêu đến năm 2030" over a list, with no number and in plain letters.
        let over_list = document
            .pieces
            .get(at + 1)
            .is_some_and(|n| n.kind == PieceKind::Row || n.opens || n.start > document.layout.lines[n.first].start);
        let plain = marker.is_none()
            && over_list
            && !ends
            && t.len() <= 16
            && t.get(0).is_some_and(|x| x.upper)
            && (t.opens(0, PLAIN) || opens_with_year(t));
        let plain = plain || names && marker.is_none();
        let titled = is_heading || capitals || plain || (short && (headed || colon));
        if !titled && !colon {
            self.run_in(piece, t);
            return;
        }
        let stop = (0..t.len()).find(|i| t.sign(*i) == b':').unwrap_or(t.len());
        // "Các Sở: Tài chính, Nội vụ"
        let stop = if agency::starts(t, 0) { agency::list(t, 0, t.len()).end.max(stop) } else { stop };
        let title = t.line(0..stop.min(40));
        let figures = (0..t.len()).any(|i| t.sign(i) == b'%');
        let years = horizons(t, 0..t.len());
        let horizon = set_by(&years);
        let own_section = if titled && !figures { self.section_of(piece, &title, &years, is_list) } else { None };
        // "Chủ tịch UBND tỉnh yêu cầu:"
        let orders = colon && agency::starts(t, 0) && role::given(t, agency::list(t, 0, stop).end).is_some();
        let own_section = if orders { Some(Section::Duties) } else { own_section };
        let own_section = own_section.or_else(|| (titled && self.list_of_aims(at)).then_some(Section::Targets));
        let in_force = piece.opens || matches!(self.above(piece).section, Some(Section::Duties | Section::Solutions));
        // "C. NHIỆM VỤ CỦA CÁC CƠ QUAN" is addressed to nobody yet.
        let article = marker.is_some_and(|c| matches!(c.marker, Marker::Article(_))) && heading::behind_duty(t) > 0;
        let low = article || marker.is_none_or(|c| c.marker.rank() >= 30) || self.names_agency(piece, t, stop);
        let sentence = colon && parent && t.len() <= 70;
        let text = &document.layout.normal.text;
        let mut agencies = if (short || sentence) && !figures && in_force && low {
            heading::addressed(text, t, stop, followed && !ends && marker.is_some())
        } else {
            Vec::new()
        };
        if agencies.is_empty() && low && self.listed(piece, t, stop, followed || stop < t.len()) {
            agencies = agency::all(t, 0..stop).iter().map(|n| task::name(text, t, n)).collect();
        }
        if !agencies.is_empty() && agency::starts(t, 0) {
            self.lists_agencies(piece);
        }
        // "2. Về nhân lực (chủ trì: Sở A; phối hợp: Sở B)" over what is to be done.
        let planned = || matches!(self.above(piece).section, Some(Section::Duties | Section::Solutions));
        let said = (agencies.is_empty() && titled && parent && !figures && planned())
            .then(|| role::said(self, t, 0..t.len()))
            .flatten();
        let words = (0..t.len()).filter(|i| t.is_word(*i)).count();
        // "1.1. Chủ trì, phối hợp với Sở B:" below "1. Sở A"
        if agencies.is_empty() && colon && parent && t.phrase(0, "chủ trì").is_some() {
            agencies = self.above(piece).agencies;
        }
        let with = t.find(0..stop, any!["phối hợp"]).map(|(_, behind)| role::after_with(t, behind));
        let with = with.filter(|i| colon && !agencies.is_empty() && agency::starts(t, *i));
        let mut partners: Vec<String> = with
            .map_or_else(Vec::new, |i| agency::list(t, i, stop).names.iter().map(|n| task::name(text, t, n)).collect());
        if let Some(roles) = said {
            (agencies, partners) = (roles.lead, roles.coordinating);
        }
        // "- Đến năm 2025:" is for the items after it, not for those inside it.
        let leads = colon && is_list && !parent && words <= 8;
        if let (true, false, Some(c)) = (colon && is_list && !parent, agencies.is_empty(), piece.clause) {
            self.leading_agency = Some((document.clauses[c].parent, agencies.clone()));
        }
        if let (true, Some(h), Some(c)) = (leads, horizon, piece.clause) {
            self.leading = Some((document.clauses[c].parent, h));
        }
        // "CHƯƠNG III" and its title below.
        let large = |c: &usize| matches!(document.clauses[*c].marker, Marker::Part(_) | Marker::Chapter(_));
        let part = piece.clause.filter(|c| !piece.opens && large(c));
        if let Some(c) = part.filter(|_| piece.kind == PieceKind::Heading) {
            self.clauses[c].above.section = self.clauses[c].above.section.or(own_section);
        }
        // "Phấn đấu đến năm 2030:" behind the items for 2028 is for those that follow, its neighbours.
        let over = next.filter(|n| n.opens && (colon || plain)).and_then(|n| n.clause);
        let over = over.filter(|c| document.clauses[*c].marker.rank() >= Marker::LETTERS);
        let over = over.and_then(|c| document.clauses[c].parent);
        let slot = if piece.opens { piece.clause.map(|c| &mut self.clauses[c].above) } else { None };
        let slot = match slot {
            Some(slot) => slot,
            None if piece.kind == PieceKind::Heading => match &mut self.heading {
                Some((info, ..)) => &mut info.above,
                None => return,
            },
            None => match (over.or(piece.clause), &mut self.heading) {
                (Some(c), heading) => {
                    // "Sở Tài chính:" behind the last item of "Sở Công Thương:" is for the items that follow.
                    let of = document.clauses[c].parent;
                    let beside = next.filter(|n| n.opens && n.clause.and_then(|n| document.clauses[n].parent) == of);
                    let c = of.filter(|_| beside.is_some() && !agencies.is_empty()).unwrap_or(c);
                    // A paragraph that introduces: for the rest of its clause.
                    let under_heading = heading.as_ref().is_some_and(|(h, ..)| h.opened > self.clauses[c].opened);
                    match heading {
                        Some((info, ..)) if under_heading => &mut info.above,
                        _ => &mut self.clauses[c].above,
                    }
                }
                (None, Some((info, ..))) => &mut info.above,
                (None, slot @ None) => {
                    *slot = Some((Info::default(), None, String::new()));
                    match slot {
                        Some((info, ..)) => &mut info.above,
                        None => return,
                    }
                }
            },
        };
        if piece.opens || piece.kind == PieceKind::Heading {
            slot.section = own_section;
            slot.line = if title.len() < 400 { title } else { String::new() };
        } else if let Some(section) = own_section.filter(|_| short) {
            slot.section = Some(section);
        }
        if !agencies.is_empty() {
            slot.agencies = agencies;
            slot.partners = partners;
        }
        if horizon.is_some() && !figures {
            slot.horizon = horizon;
        }
    }

    /// "1. Kinh phí: 45 tỷ đồng …": a clause that says in its first words what it is about, and no aims.
    fn run_in(&mut self, piece: &Piece, t: &Tokens) {
        let found =
            run_in_section(t).filter(|s| matches!(s, Section::Viewpoint | Section::Background | Section::Budget));
        // "Thuế cơ sở 3: …" is a body.
        if let (Some(section), Some(c), true) = (found, piece.clause, piece.opens && !agency::starts(t, 0)) {
            self.clauses[c].above.section = Some(section);
        }
    }

    /// Whether clauses of this one are headed by agencies.
    pub fn has_agencies(&self, clause: usize) -> bool {
        self.clauses[clause].lists_agencies
    }

    /// Keeps in mind that an agency heads this clause, and others may head those beside it.
    pub fn lists_agencies(&mut self, piece: &Piece) {
        if let Some(p) = piece.clause.filter(|_| piece.opens).and_then(|c| self.document.clauses[c].parent) {
            self.clauses[p].lists_agencies = true;
        }
    }

    /// What a clause's own heading says that it is about.
    pub fn section_in(&self, clause: usize) -> Option<Section> {
        self.clauses[clause].above.section
    }

    /// Says who leads and helps with what stands in a clause; what is empty stays as it is.
    pub fn address(&mut self, clause: usize, lead: &[String], partners: &[String]) {
        let above = &mut self.clauses[clause].above;
        if !lead.is_empty() {
            above.agencies = lead.to_vec();
        }
        if !partners.is_empty() {
            above.partners = partners.to_vec();
        }
    }

    /// The passage of the input that opened a clause.
    pub fn clause_quote(&self, clause: usize) -> Option<Range<usize>> {
        let piece = self.document.pieces.get(self.clauses[clause].opened).filter(|p| p.clause == Some(clause))?;
        let t = self.tokens(piece);
        (!t.is_empty()).then(|| self.quote(&t, &(0..t.len())))
    }

    /// Whether a clause was opened after another one.
    pub fn opened_later(&self, clause: Option<usize>, than: usize) -> bool {
        clause.is_some_and(|c| self.clauses[c].opened > self.clauses[than].opened)
    }

    /// The year for figures that have none of their own, and where it was read.
    pub fn year_above(&self, above: &Above) -> (Option<i32>, YearFrom) {
        let plan = &self.out.plan;
        let early = |y: i32| plan.first_year().is_some_and(|first| y < first);
        match (above.horizon.filter(|h| !early(h.1)), plan.last_year()) {
            (Some((_, year)), _) => (Some(year), YearFrom::Above),
            (None, Some(year)) => (Some(year), YearFrom::Period),
            (None, None) => (None, YearFrom::Nowhere),
        }
    }

    /// Keeps a target, unless the same was said before.
    pub fn keep_target(&mut self, target: FoundTarget) -> Option<usize> {
        let same = |x: &FoundTarget| {
            x.indicator.is_some()
                && x.indicator == target.indicator
                && x.year == target.year
                && x.value.to_bits() == target.value.to_bits()
                && x.unit == target.unit
                && x.comparator == target.comparator
                && x.base == target.base
        };
        // Looking back a bounded way keeps reading linear.
        let recent = self.out.targets.len().saturating_sub(200);
        if let Some(i) = self.out.targets[recent..].iter().position(same) {
            return Some(recent + i);
        }
        self.out.targets.push(target);
        Some(self.out.targets.len() - 1)
    }

    /// Keeps a task.
    pub fn keep_task(&mut self, task: FoundTask) -> usize {
        self.out.tasks.push(task);
        self.out.tasks.len() - 1
    }

    /// Reports a problem.
    pub fn problem(&mut self, kind: ProblemKind, clause: &str, place: Option<Range<usize>>) {
        if self.out.problems.len() < 500 {
            self.out.problems.push(Problem { kind, clause: clause.to_owned(), place });
        }
    }

    fn finish(mut self) -> Reading {
        for clause in self.document.repeated.iter().take(100) {
            let place = self.clause_quote(*clause);
            self.problem(ProblemKind::ClauseTwice, self.document.clauses[*clause].path.as_str(), place);
        }
        if self.document.pieces.is_empty() {
            self.problem(ProblemKind::Empty, "", None);
        } else if self.out.targets.is_empty() && self.out.tasks.is_empty() {
            self.problem(ProblemKind::NotAPlan, "", None);
        } else if self.out.plan.period.is_none() {
            self.problem(ProblemKind::NoPeriod, "", None);
        }
        self.out
    }
}

/// The year that a heading sets: the first "đến năm", else a period, else a bare year.
pub fn set_by(years: &[Horizon]) -> Option<(Option<i32>, i32)> {
    let of = |cue: Cue| years.iter().find(|h| h.cue == cue);
    of(Cue::By).or_else(|| of(Cue::Period)).or_else(|| of(Cue::In)).map(|h| (h.from, h.year))
}

/// How a heading begins that stands over a list without any mark of one.
const PLAIN: AnyOf = any![
    "mục tiêu",
    "chỉ tiêu",
    "các chỉ tiêu",
    "các mục tiêu",
    "một số chỉ tiêu",
    "nhiệm vụ",
    "các nhiệm vụ",
    "giải pháp",
    "tổ chức thực hiện",
    "phân công",
    "kinh phí",
    "thực trạng",
    "kết quả",
];

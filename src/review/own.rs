//! From a review to a plan like every other.

use super::agencies::{Names, province_name};
use super::{Name, Review, Status, Suggestion, Task, write};
use crate::dataset::DataSet;
use crate::i18n::{Lang, quantity};
use crate::model::{
    self, Agency, AgencyId, BaseId, Basis, ClausePath, Comparator, DateBasis, FlagId, GroupId, IndicatorId, LeadAbsent,
    Level, Plan, PlanId, ProvinceId, Reading, RecordId, Text,
};
use crate::reader::Unit;
use std::fmt;

/// A plan of the reader's own, with the agencies that the data does not know.
#[derive(Debug, Clone, PartialEq)]
pub struct Own {
    /// The plan in the format of `data/plans/`.
    pub plan: Plan,
    /// Agencies it names that are not in the data: entries for `data/agencies.json`.
    pub agencies: Vec<Agency>,
}

/// Why no plan can be made or opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cannot {
    /// Neither the document nor any of its targets says a year, and nobody has entered one.
    NoPeriod,
    /// The file is not such a plan: what is wrong with it.
    NotOurs(String),
}

impl fmt::Display for Cannot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPeriod => f.write_str("the plan needs its first and last year"),
            Self::NotOurs(why) => write!(f, "not a plan in the format of Lộ trình: {why}"),
        }
    }
}

/// The flag of what nobody has reviewed yet.
const UNREVIEWED: &str = "unreviewed";
/// The flag of a year that the text does not print.
const YEAR_INFERRED: &str = "year_inferred";
/// The longest title, in letters.
const LONGEST_TITLE: usize = 160;

impl Review {
    /// The plan of everything that was not rejected. What nobody has decided on carries the flag `unreviewed`.
    ///
    /// # Errors
    ///
    /// If there is no year to make its period of.
    pub fn own(&self, data: &DataSet) -> Result<Own, Cannot> {
        let head = &self.head;
        let kept_years = || self.targets.iter().filter(|s| s.is_kept()).filter_map(|s| s.now.year);
        let end = head.end.or_else(|| kept_years().max()).ok_or(Cannot::NoPeriod)?;
        let signed = head.date.as_deref().and_then(|d| d.get(..4)).and_then(|y| y.parse().ok());
        let start = head.start.or_else(|| signed.filter(|y| *y <= end)).or_else(|| kept_years().min()).unwrap_or(end);
        let period = (start, end.max(start));
        let province = head.province.as_deref();
        let level = if province.is_some() { Level::Province } else { Level::National };
        let mut maker = Maker { data, names: Names::new(data, province), made: Vec::new(), period };
        let place = province.map(|id| province_name(data, id));
        let mut plan = Plan {
            id: free_id(data, province.unwrap_or("vn"), period),
            title: self.title(place.as_deref(), period),
            short: match &place {
                Some(name) => same(name),
                None => same(head.number.as_deref().unwrap_or("Kế hoạch riêng")),
            },
            number: head.number.clone(),
            date: head.date.clone(),
            issuer: maker.issuer(head.issuer.as_deref(), place.as_deref()),
            level,
            province: province.map(ProvinceId::from),
            period,
            status: if head.number.is_some() { model::Status::InForce } else { model::Status::Draft },
            basis: Basis::Document,
            follows: before(data, province, period),
            answers: province.and_then(|_| answered(data, period)),
            superseded_by: None,
            addresses: Vec::new(),
            about: Text {
                vi: "Máy đọc từ văn bản do người dùng đưa vào; những mục người dùng chưa duyệt có dấu riêng".into(),
                en: "Read by machine from a document that the user supplied; what the user has not reviewed is marked"
                    .into(),
            },
            outline: Vec::new(),
            provisions: Vec::new(),
            objectives: Vec::new(),
            targets: Vec::new(),
            tasks: Vec::new(),
            budget: None,
            defects: Vec::new(),
            left_out: Vec::new(),
        };
        self.targets_into(&mut plan, data);
        for (i, task) in self.tasks.iter().filter(|s| s.is_kept()).enumerate() {
            plan.tasks.push(maker.task(i + 1, task));
        }
        Ok(Own { plan, agencies: maker.made })
    }

    fn targets_into(&self, plan: &mut Plan, data: &DataSet) {
        let mut ids: Vec<Option<RecordId>> = Vec::new();
        for s in &self.targets {
            let number = ids.iter().flatten().count() + 1;
            ids.push(s.is_kept().then(|| RecordId::from(format!("t{number}"))));
        }
        for (s, id) in self.targets.iter().zip(&ids).filter(|(s, _)| s.is_kept()) {
            let t = &s.now;
            let mut flags = flags(s);
            if t.year_inferred || t.year.is_none() {
                flags.push(FlagId::from(YEAR_INFERRED));
            }
            let clause = clause(&t.clause);
            let Some(id) = *id else { continue };
            let (unit, scale) = t.unit.model();
            let indicator = t.indicator.as_deref().and_then(|id| data.indicator(&IndicatorId::from(id)));
            let base = t.base.as_deref().map(BaseId::from);
            let mut target = model::Target {
                id,
                indicator: indicator.filter(|i| i.levels.contains(&plan.level)).map(|i| i.id),
                clause,
                comparator: t.comparator,
                value: t.value * scale,
                value_max: t.value_max.filter(|_| t.comparator == Comparator::Range).map(|max| max * scale),
                unit,
                base: base.filter(|b| indicator.is_some_and(|i| i.bases.contains(b))),
                year: t.year.unwrap_or(plan.period.1),
                part_of: t.part_of.and_then(|i| ids.get(i).copied().flatten()).filter(|whole| *whole != id),
                title: same(""),
                reading: Reading::Printed,
                flags,
                note: None,
                address: None,
            };
            target.title = match (&t.title, target.indicator.and(indicator)) {
                (Some(title), _) => same(&short(title)),
                (None, Some(i)) => {
                    let states = |lang| format!("{}: {}", i.name.get(lang), quantity(target.quantity(), lang));
                    Text { vi: states(Lang::Vi).into(), en: states(Lang::En).into() }
                }
                (None, None) => same(&passage(t.place.as_ref().map(|p| p.text.as_str()))),
            };
            plan.targets.push(target);
        }
    }

    fn title(&self, place: Option<&str>, (start, end): (i32, i32)) -> Text {
        let made = |vi: bool| match (place, vi) {
            (Some(place), true) => format!("Kế hoạch phát triển TMĐT {place} {start}–{end}"),
            (Some(place), false) => format!("E-commerce development plan of {place}, {start}–{end}"),
            (None, true) => format!("Kế hoạch phát triển TMĐT {start}–{end}"),
            (None, false) => format!("E-commerce development plan, {start}–{end}"),
        };
        // A title that holds the subject alone is no more than the one made here.
        Text { vi: made(true).into(), en: made(false).into() }
    }
}

/// The agencies of a plan while its records are made.
struct Maker<'a> {
    data: &'a DataSet,
    names: Names<'a>,
    made: Vec<Agency>,
    period: (i32, i32),
}

impl Maker<'_> {
    fn agency(&mut self, name: &Name) -> AgencyId {
        let known = name.agency.as_deref().map(AgencyId::from).filter(|id| self.data.agency(id).is_some());
        known.unwrap_or_else(|| self.made(&name.printed))
    }

    fn made(&mut self, printed: &str) -> AgencyId {
        let mut agency = self.names.made(printed);
        if let Some(same) = self.made.iter().find(|a| a.id == agency.id) {
            return same.id;
        }
        while self.data.agency(&agency.id).is_some() {
            agency.id = AgencyId::from(format!("{}-2", agency.id));
        }
        self.made.push(agency);
        self.made[self.made.len() - 1].id
    }

    fn issuer(&mut self, printed: Option<&str>, place: Option<&str>) -> AgencyId {
        let named = match (printed, place) {
            (Some(printed), Some(place)) => {
                let city = crate::text::lowercase(printed).contains("thành phố");
                format!("Ủy ban nhân dân {} {place}", if city { "thành phố" } else { "tỉnh" })
            }
            (None, Some(place)) => format!("Ủy ban nhân dân tỉnh {place}"),
            (Some(printed), None) => printed.to_owned(),
            (None, None) => "Cơ quan ban hành (văn bản không ghi)".to_owned(),
        };
        match self.names.known(&named) {
            Some(id) => AgencyId::from(id),
            None => self.made(&named),
        }
    }

    fn agencies(&mut self, names: &[Name], taken: &[AgencyId]) -> Vec<AgencyId> {
        let mut out: Vec<AgencyId> = Vec::new();
        for name in names.iter().filter(|n| n.printed.chars().any(char::is_alphanumeric)) {
            let id = self.agency(name);
            if !out.contains(&id) && !taken.contains(&id) {
                out.push(id);
            }
        }
        out
    }

    fn task(&mut self, number: usize, s: &Suggestion<Task>) -> model::Task {
        let t = &s.now;
        let lead = self.agencies(&t.lead, &[]);
        let coordinate = self.agencies(&t.coordinating, &lead);
        let (start, end, date_basis) = match (t.start, t.end) {
            (start, Some(end)) if t.dated => (start.unwrap_or(self.period.0.min(end)), end, DateBasis::Stated),
            (Some(start), None) if t.dated => (start, self.period.1.max(start), DateBasis::Stated),
            _ => (self.period.0, self.period.1, DateBasis::PlanPeriod),
        };
        let title = t.title.as_deref().map(short);
        model::Task {
            id: RecordId::from(format!("n{number}")),
            clause: clause(&t.clause),
            kind: t.kind,
            group: GroupId::from(t.group.as_str()),
            title: same(&title.unwrap_or_else(|| passage(t.place.as_ref().map(|p| p.text.as_str())))),
            start: Some(start),
            end: Some(end),
            date_basis,
            recurrence: t.recurrence,
            lead_absent: if lead.is_empty() { Some(LeadAbsent::NotStated) } else { None },
            lead,
            coordinate,
            reading: Reading::Printed,
            flags: flags(s),
            note: None,
        }
    }
}

fn flags<T>(s: &Suggestion<T>) -> Vec<FlagId> {
    if s.status == Status::Suggested { Vec::from([FlagId::from(UNREVIEWED)]) } else { Vec::new() }
}

/// A text that nobody has translated stands in both languages.
fn same(text: &str) -> Text {
    Text { vi: text.to_owned().into(), en: text.to_owned().into() }
}

/// A text without a clause of its own is cited as a whole.
fn clause(path: &str) -> ClausePath {
    let steps: Vec<&str> = path.split(" > ").map(str::trim).filter(|s| !s.is_empty()).collect();
    ClausePath(if steps.is_empty() { ClausePath::WHOLE.into() } else { steps.join(" > ").into() })
}

fn passage(text: Option<&str>) -> String {
    let text = text.unwrap_or("").trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '(' | ')' | '%'));
    if text.is_empty() { "Mục do người dùng thêm".to_owned() } else { short(text) }
}

/// At most [`LONGEST_TITLE`] letters, cut between words, on one line.
fn short(text: &str) -> String {
    let text = crate::reader::json::plain(text);
    if text.chars().count() <= LONGEST_TITLE {
        return text;
    }
    let cut = text.char_indices().nth(LONGEST_TITLE - 1).map_or(text.len(), |(at, _)| at);
    let end = text[..cut].rfind(' ').unwrap_or(cut);
    format!("{}…", text[..end].trim_end_matches([',', ';', ':', '.']))
}

/// An id that no plan has yet.
fn free_id(data: &DataSet, place: &str, (start, end): (i32, i32)) -> PlanId {
    let id = format!("{place}-{start}-{end}");
    let taken = |id: &str| data.plan(&PlanId::from(id)).is_some();
    let mut free = id.clone();
    let mut n = 1;
    while taken(&free) {
        n += 1;
        free = format!("{id}-{n}");
    }
    PlanId::from(free)
}

/// The newest plan of the same place whose period is over when this one begins.
fn before(data: &DataSet, province: Option<&str>, period: (i32, i32)) -> Option<PlanId> {
    let same_place = |plan: &&Plan| match (&plan.province, province) {
        (Some(a), Some(b)) => a == b,
        (a, b) => a.is_none() && b.is_none(),
    };
    let over = data.plans.iter().filter(same_place).filter(|p| p.period.1 < period.0);
    over.max_by_key(|p| p.period.1).map(|p| p.id)
}

/// The national plan in force for these years.
fn answered(data: &DataSet, period: (i32, i32)) -> Option<PlanId> {
    let valid =
        |p: &&Plan| p.level == Level::National && !matches!(p.status, model::Status::Draft | model::Status::Superseded);
    let years = |p: &Plan| (p.period.1.min(period.1) - p.period.0.max(period.0)).max(-1);
    data.plans.iter().filter(valid).filter(|p| years(p) >= 0).max_by_key(|p| years(p)).map(|p| p.id)
}

impl Unit {
    /// The unit of the data, and what a figure is multiplied by for it.
    pub const fn model(self) -> (model::Unit, f64) {
        match self {
            Self::Percent => (model::Unit::Percent, 1.0),
            Self::PercentPerYear => (model::Unit::PercentPerYear, 1.0),
            Self::UsdPerPersonYear => (model::Unit::UsdPerPersonYear, 1.0),
            Self::VndPerPersonYear => (model::Unit::VndPerPersonYear, 1.0),
            Self::BillionUsd => (model::Unit::BillionUsd, 1.0),
            Self::BillionVnd => (model::Unit::MillionVnd, 1000.0),
            Self::Participants => (model::Unit::Participants, 1.0),
            Self::Count => (model::Unit::Count, 1.0),
            Self::Multiple => (model::Unit::Multiple, 1.0),
            Self::Rank => (model::Unit::Rank, 1.0),
        }
    }
}

impl Own {
    /// The file of the plan: `data/plans/<id>.json`.
    pub fn plan_json(&self) -> String {
        write::plan(&self.plan)
    }

    /// The entries that `data/agencies.json` needs for it.
    pub fn agencies_json(&self) -> String {
        write::agencies(&self.agencies)
    }

    /// One file with both, to keep and to open again.
    pub fn to_file(&self) -> String {
        format!(
            "{{\n\"plan\": {},\n\"agencies\": {}\n}}\n",
            self.plan_json().trim_end(),
            self.agencies_json().trim_end()
        )
    }

    /// Opens what [`Own::to_file`] wrote, or the file of a plan alone.
    ///
    /// # Errors
    ///
    /// If it is neither.
    pub fn open(file: &str) -> Result<Self, Cannot> {
        let file = file.trim_start_matches('\u{feff}');
        let (plan, agencies) = super::open::open(file).map_err(Cannot::NotOurs)?;
        Ok(Self { plan, agencies })
    }

    /// Puts the plan into a data set, in place of an earlier state of it. Agencies that neither the file nor the
    /// data knows get a record with their id for a name.
    pub fn join(self, data: &mut DataSet) {
        for agency in self.agencies {
            if data.agency(&agency.id).is_none() {
                data.agencies.push(agency);
            }
        }
        data.index();
        let named = self.plan.tasks.iter().flat_map(|t| t.agencies().map(|(id, _)| id)).chain([&self.plan.issuer]);
        for id in named {
            if data.agency(id).is_none() {
                data.agencies.push(Agency {
                    id: *id,
                    name: same(id.as_str()),
                    short: same(id.as_str()),
                    level: self.plan.level,
                    province: self.plan.province,
                    collective: false,
                    successor: None,
                    succeeded_on: None,
                    succession: None,
                    addresses: Vec::new(),
                });
                data.index();
            }
        }
        match data.plans.iter_mut().find(|p| p.id == self.plan.id) {
            Some(plan) => *plan = self.plan,
            None => data.plans.push(self.plan),
        }
        data.index();
    }

    /// What must hold of the data and does not hold of this plan: to be mended before it is contributed.
    #[cfg(any(not(target_arch = "wasm32"), feature = "workshop"))]
    pub fn problems(&self, data: &DataSet) -> Vec<crate::dataset::Problem> {
        let before = crate::check::run(data);
        let mut with = data.clone();
        self.clone().join(&mut with);
        let mut problems = crate::check::run(&with);
        problems.retain(|p| !before.contains(p));
        problems
    }
}

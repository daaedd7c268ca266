//! Tasks in time: which ones, in which lanes, from where to where.
//!
//! Positions are fractions of the width, 0 to 1, so that a view of any size draws the same layout.

mod choices;
mod measure;
mod money;
mod order;
mod window;

pub use choices::{agencies_of, places_by_name, plans_with_tasks, years_of};
pub use measure::{Beyond, Counts, Stretch, Tally, Words, YearMark, tally};
pub use money::{MoneyPart, MoneyYear, amount, budget_years, money};
pub use order::{LaneOrder, Open, RowOrder};
pub use window::{Span, Tick, Window, ticks, years_between};

use crate::dataset::DataSet;
use crate::i18n::Lang;
use crate::list::List;
use crate::model::{AgencyId, DateBasis, Event, GroupId, Plan, PlanId, Recurrence, Role, Task};
use crate::sort;
use crate::text::fold;

/// What lanes stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Lanes {
    /// One lane a leading or coordinating agency; a task stands in each of its agencies' lanes.
    #[default]
    Agency,
    /// One lane a solution group.
    Group,
    /// One lane a plan.
    Plan,
    /// One lane a last year.
    End,
}

impl Lanes {
    /// All, in the order of display.
    pub const ALL: [Self; 4] = [Self::Agency, Self::Group, Self::Plan, Self::End];

    /// The name used in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Agency => "agency",
            Self::Group => "group",
            Self::Plan => "plan",
            Self::End => "end",
        }
    }

    /// The value with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lanes| lanes.id() == id)
    }
}

/// Which tasks to show. An empty field lets everything through.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Only these plans' tasks.
    pub plans: Vec<PlanId>,
    /// Only tasks of this agency, in the given role if there is one.
    pub agency: Option<AgencyId>,
    /// Only tasks in which the agency (or anybody) has this role.
    pub role: Option<Role>,
    /// Only this solution group.
    pub group: Option<GroupId>,
    /// Only tasks running at some time from this year on. Undated tasks run at no time.
    pub from: Option<i32>,
    /// Only tasks running at some time up to this year.
    pub to: Option<i32>,
}

impl Filter {
    /// Whether a task is let through.
    pub fn lets_through(&self, plan: &Plan, task: &Task) -> bool {
        let plan_fits = self.plans.is_empty() || self.plans.contains(&plan.id);
        let group_fits = self.group.as_ref().is_none_or(|group| task.group == *group);
        let role_fits = |role: Role| self.role.is_none_or(|wanted| wanted == role);
        let agency_fits = match &self.agency {
            Some(agency) => task.agencies().any(|(id, role)| id == agency && role_fits(role)),
            None => self.role.is_none() || task.agencies().any(|(_, role)| role_fits(role)),
        };
        let starts_in_time = self.to.is_none_or(|to| task.start.is_some_and(|start| start <= to));
        let ends_in_time = self.from.is_none_or(|from| task.end.is_some_and(|end| end >= from));
        plan_fits && group_fits && agency_fits && starts_in_time && ends_in_time
    }
}

/// How a task is drawn in time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// Left end, 0 to 1.
    pub left: f64,
    /// Width, 0 to 1.
    pub width: f64,
    /// Whether the years are the task's own or the plan's.
    pub basis: DateBasis,
    /// Whether the years are in doubt.
    pub uncertain: bool,
    /// Whether it comes back year by year.
    pub recurrence: Option<Recurrence>,
}

/// One task in a lane.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// The task's plan.
    pub plan: &'a Plan,
    /// The task.
    pub task: &'a Task,
    /// The lane's agency's role in it, with lanes by agency.
    pub role: Option<Role>,
    /// Its place in time; none where it is undated.
    pub bar: Option<Bar>,
}

/// One lane.
#[derive(Debug, Clone)]
pub struct Lane<'a> {
    /// What it stands for: an agency's, group's or plan's id, a year; empty for tasks without one.
    pub key: String,
    /// Its tasks by start, end, and place in the text.
    pub rows: Vec<Row<'a>>,
}

/// The whole picture.
#[derive(Debug, Clone)]
pub struct Timeline<'a> {
    /// First and last year on the axis.
    pub years: (i32, i32),
    /// The lanes in order.
    pub lanes: Vec<Lane<'a>>,
    /// How many tasks are shown; one in several lanes counts once.
    pub tasks: usize,
    /// Context events on the axis, with their place from 0 to 1.
    pub events: Vec<(&'a Event, f64)>,
}

impl Timeline<'_> {
    /// Where a date stands on the axis, 0 to 1; none outside it. `yyyy-mm-dd`, `yyyy-mm` or `yyyy`.
    pub fn place(&self, date: &str) -> Option<f64> {
        place(self.years, date)
    }

    /// How much of the axis one year takes.
    pub fn year_width(&self) -> f64 {
        1.0 / f64::from(self.years.1 - self.years.0 + 1)
    }
}

pub(crate) fn place((first, last): (i32, i32), date: &str) -> Option<f64> {
    let mut parts = date.split('-');
    let year: i32 = parts.next()?.parse().ok()?;
    let month: u8 = parts.next().map_or(Some(1), |m| m.parse().ok())?;
    let day: u8 = parts.next().map_or(Some(1), |d| d.parse().ok())?;
    if !(first..=last).contains(&year) {
        return None;
    }
    let within = (f64::from(month) - 1.0) / 12.0 + (f64::from(day) - 1.0) / 372.0;
    Some((f64::from(year - first) + within) / f64::from(last - first + 1))
}

/// The tasks that a filter lets through, in the order of the plans and their texts.
pub fn shown<'a>(data: &'a DataSet, filter: &Filter) -> Vec<(&'a Plan, &'a Task)> {
    data.tasks().filter(|(plan, task)| filter.lets_through(plan, task)).list()
}

/// Lays out the tasks that a filter lets through, in the usual order.
pub fn lay_out<'a>(data: &'a DataSet, filter: &Filter, lanes: Lanes) -> Timeline<'a> {
    lay_out_by(data, filter, lanes, LaneOrder::Usual, RowOrder::Start, Lang::Vi)
}

/// Lays out the tasks that a filter lets through; names are sorted in a language.
pub fn lay_out_by<'a>(
    data: &'a DataSet,
    filter: &Filter,
    lanes: Lanes,
    order: LaneOrder,
    rows: RowOrder,
    lang: Lang,
) -> Timeline<'a> {
    let shown = shown(data, filter);
    let years = axis(&shown, filter);
    let mut out: Vec<Lane<'a>> = Vec::new();
    // Where each lane stands in `out`, by key: there may be hundreds.
    let mut places: Vec<(String, usize)> = Vec::new();
    for &(plan, task) in &shown {
        let bar = bar(task, years);
        let mut add = |key: String, role| {
            let row = Row { plan, task, role, bar };
            match places.binary_search_by(|(other, _)| other.as_str().cmp(&key)) {
                Ok(place) => out[places[place].1].rows.push(row),
                Err(place) => {
                    places.insert(place, (key.clone(), out.len()));
                    out.push(Lane { key, rows: vec![row] });
                }
            }
        };
        match lanes {
            Lanes::Agency => {
                let fits = |id: &AgencyId, role: Role| {
                    filter.agency.as_ref().is_none_or(|wanted| wanted == id)
                        && filter.role.is_none_or(|wanted| wanted == role)
                };
                if task.lead.is_empty() && filter.agency.is_none() && filter.role.is_none() {
                    add(String::new(), None);
                }
                for (id, role) in task.agencies().filter(|(id, role)| fits(id, *role)) {
                    add(id.0.to_owned(), Some(role));
                }
            }
            Lanes::Group => add(task.group.0.to_owned(), None),
            Lanes::Plan => add(plan.id.0.to_owned(), None),
            Lanes::End => add(task.end.map(|end| end.to_string()).unwrap_or_default(), None),
        }
    }
    for lane in &mut out {
        // Stable sorts: tasks that are alike keep the order of the text. Undated ones come last.
        match rows {
            RowOrder::Start => {
                sort::by_key(&mut lane.rows, |row| (row.task.start.is_none(), row.task.start, row.task.end));
            }
            RowOrder::End => {
                sort::by_key(&mut lane.rows, |row| (row.task.end.is_none(), row.task.end, row.task.start));
            }
            RowOrder::Title => sort::by_words(&mut lane.rows, |row| fold(row.task.title.get(lang))),
        }
    }
    sort_lanes(data, lanes, &mut out);
    match order {
        LaneOrder::Usual => {}
        LaneOrder::Name => sort::by_words(&mut out, |lane| fold(&name_of(data, lanes, &lane.key, lang))),
        LaneOrder::Start => {
            let first = |lane: &Lane<'_>| lane.rows.iter().filter_map(|row| row.task.start).min();
            sort::by_key(&mut out, |lane| (first(lane).is_none(), first(lane)));
        }
        LaneOrder::Tasks => sort::by_key(&mut out, |lane| std::cmp::Reverse(lane.rows.len())),
    }
    let events = data.events.iter().filter_map(|e| place(years, &e.date).map(|x| (e, x))).list();
    Timeline { years, lanes: out, tasks: shown.len(), events }
}

fn axis(shown: &[(&Plan, &Task)], filter: &Filter) -> (i32, i32) {
    let starts = shown.iter().filter_map(|(_, task)| task.start);
    let ends = shown.iter().filter_map(|(_, task)| task.end);
    let plans = || shown.iter().map(|(plan, _)| plan.period);
    let first = starts.chain(plans().map(|p| p.0)).min().unwrap_or(2016);
    let last = ends.chain(plans().map(|p| p.1)).max().unwrap_or(2030);
    let first = filter.from.map_or(first, |from| from.max(first).min(last));
    let last = filter.to.map_or(last, |to| to.min(last).max(first));
    (first, last)
}

fn bar(task: &Task, (first, last): (i32, i32)) -> Option<Bar> {
    let (start, end) = (task.start?.max(first), task.end?.min(last));
    if start > end {
        return None;
    }
    let years = f64::from(last - first + 1);
    Some(Bar {
        left: f64::from(start - first) / years,
        width: f64::from(end - start + 1) / years,
        basis: task.date_basis,
        uncertain: task.dates_uncertain(),
        recurrence: task.recurrence,
    })
}

/// What a lane is called; nothing where it stands for tasks without an agency or a last year.
pub fn name_of(data: &DataSet, lanes: Lanes, key: &str, lang: Lang) -> String {
    let name = match lanes {
        Lanes::Agency => data.agency(&key.into()).map(|agency| agency.name.get(lang)),
        Lanes::Group => data.solution_group(&key.into()).map(|group| group.name.get(lang)),
        Lanes::Plan => data.plan(&key.into()).map(|plan| plan.short.get(lang)),
        Lanes::End => None,
    };
    name.unwrap_or(key).to_owned()
}

fn sort_lanes(data: &DataSet, lanes: Lanes, out: &mut [Lane<'_>]) {
    match lanes {
        // Those who lead most come first; what nobody leads comes last.
        Lanes::Agency => {
            sort::by_words(out, |lane| fold(&name_of(data, lanes, &lane.key, Lang::Vi)));
            let more = std::cmp::Reverse;
            sort::by_key(out, |lane| (lane.key.is_empty(), more(lane.counts().lead), more(lane.rows.len())));
        }
        Lanes::Group => {
            sort::by_key(out, |lane| data.groups.solution.iter().position(|group| group.id == lane.key.as_str()));
        }
        Lanes::Plan => sort::by_key(out, |lane| data.plans.iter().position(|plan| plan.id == lane.key.as_str())),
        Lanes::End => sort::by_words(out, |lane| lane.key.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::bundled;
    use proptest::prelude::*;

    fn data() -> DataSet {
        bundled().expect("the bundled data is sound")
    }

    #[test]
    fn a_date_s_place_on_the_axis() {
        for (date, expected) in [
            ("2016", Some(0.0)),
            ("2016-01-01", Some(0.0)),
            ("2018", Some(0.4)),
            ("2018-07", Some(0.5)),
            ("2015-12-31", None),
            ("2021", None),
            ("soon", None),
        ] {
            assert_eq!(place((2016, 2020), date), expected, "{date}");
        }
    }

    #[test]
    fn an_undated_task_has_a_row_and_no_bar() {
        let data = data();
        let timeline = lay_out(&data, &Filter { plans: vec!["vn-2016-2020".into()], ..Filter::default() }, Lanes::Plan);
        let undated = timeline.lanes[0].rows.iter().filter(|row| row.bar.is_none()).count();
        assert_eq!(undated, data.plans[0].tasks.iter().filter(|t| t.start.is_none()).count());
        assert!(undated > 0);
        assert_eq!(timeline.years, (2016, 2020));
    }

    #[test]
    fn a_task_stands_in_the_lane_of_each_of_its_agencies() {
        let data = data();
        let filter = Filter { agency: Some("bo-cong-an".into()), ..Filter::default() };
        let timeline = lay_out(&data, &filter, Lanes::Agency);
        assert_eq!(timeline.lanes.len(), 1);
        assert_eq!(timeline.lanes[0].key, "bo-cong-an");
    }

    proptest! {
        #[test]
        fn every_bar_lies_on_the_axis_and_no_task_is_lost(
            plan in 0_usize..9, lanes in 0_usize..4, from in proptest::option::of(2014_i32..2032),
            to in proptest::option::of(2014_i32..2032),
        ) {
            let data = data();
            let filter = Filter { plans: vec![data.plans[plan].id], from, to, ..Filter::default() };
            let timeline = lay_out(&data, &filter, Lanes::ALL[lanes]);
            let expected = data.plans[plan].tasks.iter().filter(|t| filter.lets_through(&data.plans[plan], t)).count();
            prop_assert_eq!(timeline.tasks, expected);
            for row in timeline.lanes.iter().flat_map(|lane| &lane.rows) {
                if let Some(bar) = row.bar {
                    prop_assert!(bar.left >= 0.0 && bar.width > 0.0 && bar.left + bar.width <= 1.0 + 1e-9);
                }
            }
        }
    }
}

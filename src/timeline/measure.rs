//! What a timeline measures and where it puts its marks.

use super::{Bar, Filter, Lane, Timeline, Window, place, shown};
use crate::dataset::DataSet;
use crate::list::List;
use crate::model::{DateBasis, Recurrence, Role};

/// Where the years of the tasks shown come from. A draft's blanks and instructions are counted apart:
/// they commit nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Tasks with years of their own that can be read for certain.
    pub stated: usize,
    /// Tasks with years of their own that are in doubt.
    pub uncertain: usize,
    /// Tasks without a deadline of their own.
    pub plan_period: usize,
    /// Tasks whose print has lost the years.
    pub unreadable: usize,
    /// Tasks without years for another reason.
    pub undated: usize,
    /// Of all these, tasks that come back every year.
    pub yearly: usize,
    /// Of all these, tasks that go on, or come back at no stated interval.
    pub standing: usize,
    /// A draft's blanks and drafting instructions.
    pub drafts: usize,
}

impl Tally {
    /// All tasks that a plan commits to.
    pub const fn tasks(&self) -> usize {
        self.own_years() + self.plan_period + self.unreadable + self.undated
    }

    /// Tasks with years of their own.
    pub const fn own_years(&self) -> usize {
        self.stated + self.uncertain
    }
}

/// Counts the tasks that a filter lets through, each once.
pub fn tally(data: &DataSet, filter: &Filter) -> Tally {
    let mut out = Tally::default();
    for (_, task) in shown(data, filter) {
        if !task.is_commitment() {
            out.drafts += 1;
            continue;
        }
        match task.date_basis {
            DateBasis::Stated if task.dates_uncertain() => out.uncertain += 1,
            DateBasis::Stated => out.stated += 1,
            DateBasis::PlanPeriod => out.plan_period += 1,
            DateBasis::None if task.has_flag("dates_unreadable") => out.unreadable += 1,
            DateBasis::None => out.undated += 1,
        }
        match task.recurrence {
            Some(Recurrence::Yearly | Recurrence::YearlyBy { .. }) => out.yearly += 1,
            Some(Recurrence::Periodic | Recurrence::Standing) => out.standing += 1,
            None => {}
        }
    }
    out
}

/// What stands in a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Tasks that a plan commits to.
    pub tasks: usize,
    /// Of those, tasks that the lane's agency leads.
    pub lead: usize,
    /// Of those, tasks that it coordinates.
    pub coordinate: usize,
    /// Of those, tasks for which the text names a lead at all.
    pub led: usize,
    /// A draft's blanks and drafting instructions.
    pub drafts: usize,
}

impl Lane<'_> {
    /// What stands in it.
    pub fn counts(&self) -> Counts {
        let mut out = Counts::default();
        for row in &self.rows {
            if !row.task.is_commitment() {
                out.drafts += 1;
                continue;
            }
            out.tasks += 1;
            out.lead += usize::from(row.role == Some(Role::Lead));
            out.coordinate += usize::from(row.role == Some(Role::Coordinate));
            out.led += usize::from(!row.task.lead.is_empty());
        }
        out
    }
}

/// Neighbouring years in which equally many of a lane's tasks run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch {
    /// First and last year.
    pub years: (i32, i32),
    /// Left end, 0 to 1.
    pub left: f64,
    /// Width, 0 to 1.
    pub width: f64,
    /// How many tasks run.
    pub tasks: usize,
}

/// A year on the axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct YearMark {
    /// The year.
    pub year: i32,
    /// Where it begins, 0 to 1.
    pub left: f64,
    /// Its middle, 0 to 1.
    pub middle: f64,
    /// Whether it is named on a narrow screen too.
    pub always: bool,
}

impl Bar {
    /// Where its words stand on the axis, 0 to 1, and whether they end there: words of a late bar would run off the
    /// right of what is in sight. Those of a bar out of sight stand at the edge that it is beyond.
    pub fn words(&self, window: Window) -> Words {
        let end = window.start + window.width;
        let (left, right) = (self.left.max(window.start), (self.left + self.width).min(end));
        let beyond = match () {
            () if self.left >= end - 1e-9 => Some(Beyond::Right),
            () if self.left + self.width <= window.start + 1e-9 => Some(Beyond::Left),
            () => None,
        };
        let (place, late) = match beyond {
            Some(Beyond::Left) => (window.start, false),
            Some(Beyond::Right) => (end, true),
            None if (left - window.start) / window.width > 0.6 => (right, true),
            None => (left, false),
        };
        Words { place, late, beyond }
    }
}

/// Where a bar's words stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Words {
    /// The place on the axis, 0 to 1.
    pub place: f64,
    /// Whether they end there; else they begin.
    pub late: bool,
    /// Whether the bar itself is out of sight, and where.
    pub beyond: Option<Beyond>,
}

/// A side of what is in sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beyond {
    /// Earlier.
    Left,
    /// Later.
    Right,
}

/// An axis of at most so many years names each of them on a narrow screen.
const FEW_YEARS: i32 = 8;

/// A picture of at most so many rows stands open whole.
const FEW_ROWS: usize = 60;
/// Of a longer one so many rows stand open, in the first lanes.
const OPEN_ROWS: usize = 16;
/// So many at most in one lane.
const OPEN_ROWS_OF_LANE: usize = 6;

impl Timeline<'_> {
    /// The years of the axis.
    pub fn year_marks(&self) -> Vec<YearMark> {
        let (first, last) = self.years;
        let width = self.year_width();
        let mark = |year: i32| {
            let left = f64::from(year - first) * width;
            YearMark { year, left, middle: left + width / 2.0, always: last - first < FEW_YEARS || year % 5 == 0 }
        };
        (first..=last).map(mark).list()
    }

    /// How many of a lane's tasks run when; years without any are left out. Only what a plan commits to counts.
    pub fn stretches(&self, lane: &Lane<'_>) -> Vec<Stretch> {
        let marks = self.year_marks();
        let width = self.year_width();
        // How many more tasks run in a year than in the one before.
        let mut more = vec![0_isize; marks.len() + 1];
        let place = |year: i32| (year - self.years.0).clamp(0, marks.len() as i32) as usize;
        for task in lane.rows.iter().map(|row| row.task).filter(|task| task.is_commitment()) {
            if let Some((start, end)) = task.start.zip(task.end)
                && start <= end
            {
                more[place(start)] += 1;
                more[place(end + 1)] -= 1;
            }
        }
        let mut out: Vec<Stretch> = Vec::new();
        let mut running = 0;
        for (mark, more) in marks.iter().zip(more) {
            running += more;
            let tasks = running as usize;
            match out.last_mut() {
                Some(last) if last.tasks == tasks && last.years.1 + 1 == mark.year => {
                    last.years.1 = mark.year;
                    last.width += width;
                }
                _ if tasks > 0 => {
                    out.push(Stretch { years: (mark.year, mark.year), left: mark.left, width, tasks });
                }
                _ => {}
            }
        }
        out
    }

    /// The most tasks of one lane that run in one year: the common scale of all lanes.
    pub fn busiest(&self) -> usize {
        self.lanes.iter().flat_map(|lane| self.stretches(lane)).map(|stretch| stretch.tasks).max().unwrap_or(0)
    }

    /// Where a recurrence of known interval is marked on a bar: the named day of each year, else its middle.
    /// What recurs at no stated interval gets no marks, since each would be made up.
    pub fn recurrence_marks(&self, bar: &Bar) -> Vec<f64> {
        let on_bar = |x: &f64| (bar.left..=bar.left + bar.width).contains(x);
        let marks = self.year_marks();
        match bar.recurrence {
            Some(Recurrence::Yearly) => marks.iter().map(|mark| mark.middle).filter(on_bar).list(),
            Some(Recurrence::YearlyBy { month, day }) => {
                let day = |mark: &YearMark| place(self.years, &format!("{}-{month}-{day}", mark.year));
                marks.iter().filter_map(day).filter(on_bar).list()
            }
            Some(Recurrence::Periodic | Recurrence::Standing) | None => Vec::new(),
        }
    }

    /// Where the events' numbers stand: as near to their dates as they can without touching in what is in sight.
    pub fn event_labels(&self, window: Window) -> Vec<f64> {
        let places: Vec<f64> = self.events.iter().map(|(_, x)| *x).list();
        spread(&places, EVENT_GAP * window.width)
    }

    /// How many rows all lanes have.
    pub fn rows(&self) -> usize {
        self.lanes.iter().map(|lane| lane.rows.len()).sum()
    }

    /// Whether it has so many rows that they are written only when a reader comes near them.
    pub fn is_long(&self) -> bool {
        self.rows() > LONG
    }

    /// How many rows of each lane stand open at first: all of a short picture or of a single lane. Of a
    /// long picture the first few, so that a reader sees tasks at once and has all lanes within reach.
    pub fn open_rows(&self) -> Vec<usize> {
        let all = self.rows() <= FEW_ROWS || self.lanes.len() == 1;
        let mut left = OPEN_ROWS;
        let open = |lane: &Lane<'_>| {
            let rows = lane.rows.len();
            let open = if all { rows } else { rows.min(OPEN_ROWS_OF_LANE).min(left) };
            left -= open.min(left);
            open
        };
        self.lanes.iter().map(open).list()
    }
}

/// More rows than any real selection has: two thousand are drawn in a moment and print whole without a script.
const LONG: usize = 2500;

/// The least distance between two events' numbers.
const EVENT_GAP: f64 = 0.045;

/// Moves points of rising order apart until neighbours are `gap` away from each other, all within half
/// a gap of the edges, each as little as that takes. Too many for the room share it evenly.
fn spread(places: &[f64], gap: f64) -> Vec<f64> {
    let gap = gap.min(1.0 / places.len().max(1) as f64);
    let (low, high) = (gap / 2.0, 1.0 - gap / 2.0);
    // Blocks of touching points: each block is centred on the mean of what its points wish for.
    let mut blocks: Vec<(f64, usize)> = Vec::new();
    let start = |&(wish, n): &(f64, usize)| (wish / n as f64).min(high - gap * (n - 1) as f64).max(low);
    for &x in places {
        let mut block = (x, 1);
        while let Some(before) = blocks.last()
            && start(before) + gap * before.1 as f64 > start(&block)
        {
            // The later block's points wish to stand `n` gaps further left than alone.
            let shift = gap * (before.1 * block.1) as f64;
            block = (before.0 + block.0 - shift, before.1 + block.1);
            blocks.pop();
        }
        blocks.push(block);
    }
    blocks.iter().flat_map(|block| (0..block.1).map(move |i| start(block) + gap * i as f64)).list()
}

#[cfg(test)]
mod tests {
    use super::super::{Lanes, lay_out};
    use super::*;
    use crate::dataset::bundled;
    use proptest::prelude::*;

    fn data() -> DataSet {
        bundled().expect("the bundled data is sound")
    }

    fn only(plan: &str) -> Filter {
        Filter { plans: vec![plan.into()], ..Filter::default() }
    }

    #[test]
    fn every_task_is_tallied_once() {
        let data = data();
        let all = tally(&data, &Filter::default());
        assert_eq!(all.tasks() + all.drafts, data.tasks().count());
        let of_2016 = tally(&data, &only("vn-2016-2020"));
        assert_eq!((of_2016.uncertain, of_2016.unreadable, of_2016.drafts), (7, 7, 0));
        assert!(tally(&data, &only("vn-2026-2030-draft")).drafts > 0);
    }

    #[test]
    fn a_lane_counts_what_its_agency_leads_and_coordinates() {
        let data = data();
        let timeline = lay_out(&data, &Filter::default(), Lanes::Agency);
        for lane in timeline.lanes.iter().filter(|lane| !lane.key.is_empty()) {
            let counts = lane.counts();
            assert_eq!(counts.lead + counts.coordinate, counts.tasks, "{}", lane.key);
            assert_eq!(counts.tasks + counts.drafts, lane.rows.len(), "{}", lane.key);
        }
        let nobody = timeline.lanes.last().expect("there are lanes");
        assert_eq!((nobody.key.as_str(), nobody.counts().led), ("", 0));
    }

    #[test]
    fn stretches_join_equal_years() {
        let data = data();
        let timeline = lay_out(&data, &only("brvt-2021-2025"), Lanes::Plan);
        let stretches = timeline.stretches(&timeline.lanes[0]);
        assert_eq!(stretches.len(), 1);
        assert_eq!((stretches[0].years, stretches[0].tasks), ((2021, 2025), 55));
        assert!((stretches[0].width - 1.0).abs() < 1e-9);
        assert_eq!(timeline.busiest(), 55);
    }

    #[test]
    fn a_yearly_task_has_one_mark_in_each_of_its_years() {
        let data = data();
        let timeline = lay_out(&data, &Filter::default(), Lanes::Plan);
        let rows = || timeline.lanes.iter().flat_map(|lane| &lane.rows);
        for (recurrence, expected) in [
            (Recurrence::Yearly, 5),
            (Recurrence::YearlyBy { month: 3, day: 31 }, 5),
            (Recurrence::Standing, 0),
            (Recurrence::Periodic, 0),
        ] {
            let row = rows().find(|row| row.task.recurrence == Some(recurrence)).expect("the data has one");
            let marks = timeline.recurrence_marks(&row.bar.expect("it has years"));
            assert_eq!(marks.len(), expected, "{recurrence:?}");
        }
    }

    #[test]
    fn a_short_picture_stands_open_and_a_long_one_shows_its_first_rows() {
        let data = data();
        let agency = Filter { agency: Some("bo-cong-thuong".into()), ..Filter::default() };
        for (filter, lanes, open_whole) in [
            (only("brvt-2021-2025"), Lanes::Plan, true),
            (agency, Lanes::Agency, true),
            (Filter::default(), Lanes::Agency, false),
            (Filter::default(), Lanes::Plan, false),
        ] {
            let timeline = lay_out(&data, &filter, lanes);
            let (open, rows): (Vec<_>, Vec<_>) =
                timeline.open_rows().into_iter().zip(timeline.lanes.iter().map(|lane| lane.rows.len())).unzip();
            assert_eq!(open == rows, open_whole, "{lanes:?}");
            assert!(open[0] > 0 && open.iter().zip(&rows).all(|(open, rows)| open <= rows));
        }
    }

    #[test]
    fn only_every_fifth_year_of_many_is_named_on_a_narrow_screen() {
        let data = data();
        let named = |filter: &Filter| {
            let marks = lay_out(&data, filter, Lanes::Plan).year_marks();
            marks.into_iter().filter(|mark| mark.always).map(|mark| mark.year).collect::<Vec<_>>()
        };
        assert_eq!(named(&Filter::default()), [2020, 2025, 2030]);
        assert_eq!(named(&only("brvt-2021-2025")), [2021, 2022, 2023, 2024, 2025]);
    }

    #[test]
    fn words_stand_where_they_are_seen() {
        let bar = |left, width| Bar { left, width, basis: DateBasis::Stated, uncertain: false, recurrence: None };
        let half = Window { start: 0.5, width: 0.5 };
        for (window, left, width, place, late, beyond) in [
            (Window::WHOLE, 0.2, 0.2, 0.2, false, None),
            (Window::WHOLE, 0.8, 0.2, 1.0, true, None),
            (half, 0.4, 0.2, 0.5, false, None),
            (half, 0.9, 0.1, 1.0, true, None),
            (half, 0.1, 0.4, 0.5, false, Some(Beyond::Left)),
            (Window { start: 0.0, width: 0.5 }, 0.5, 0.1, 0.5, true, Some(Beyond::Right)),
        ] {
            assert_eq!(bar(left, width).words(window), Words { place, late, beyond }, "{left} {width}");
        }
    }

    #[test]
    fn points_that_have_room_stay_where_they_are() {
        assert_eq!(spread(&[0.2, 0.5, 0.8], 0.1), [0.2, 0.5, 0.8]);
        assert!(spread(&[], 0.1).is_empty());
    }

    proptest! {
        #[test]
        fn spread_points_never_touch_and_keep_their_order(
            mut places in proptest::collection::vec(0.0_f64..=1.0, 0..40), gap in 0.001_f64..0.2,
        ) {
            places.sort_by(f64::total_cmp);
            let out = spread(&places, gap);
            prop_assert_eq!(out.len(), places.len());
            let gap = gap.min(1.0 / places.len().max(1) as f64);
            prop_assert!(out.windows(2).all(|pair| pair[1] - pair[0] >= gap - 1e-9), "{out:?}");
            prop_assert!(out.iter().all(|x| (gap / 2.0 - 1e-9..=1.0 - gap / 2.0 + 1e-9).contains(x)), "{out:?}");
        }
    }
}

//! Plans side by side: one row an indicator, one cell a plan.

use super::{Alignment, ByIndicator, Verdict, align, align_with, baselines};
use crate::address::CompareState;
use crate::dataset::DataSet;
use crate::list::List;
use crate::model::{Basis, GroupId, Indicator, Level, Plan, PlanId, Status, Target};
use crate::sort;

/// What is compared with what, once the reader's choices are filled up with the view's own.
#[derive(Debug, Clone)]
pub struct Choice<'a> {
    /// What is judged against.
    pub baseline: &'a Plan,
    /// What is judged.
    pub plans: Vec<&'a Plan>,
}

/// Fills up a reader's choices: the baseline is the last national plan with provincial plans to
/// judge that was read whole; judged are the plans that answer the baseline, or else all that the
/// data package judges against it.
pub fn choose<'a>(data: &'a DataSet, state: &CompareState) -> Option<Choice<'a>> {
    let answered = |plan: &Plan| data.plans.iter().any(|p| p.answers.as_ref() == Some(&plan.id));
    let own = data.plans.iter().rev().find(|plan| {
        plan.level == Level::National
            && plan.basis == Basis::Document
            && plan.status != Status::Superseded
            && answered(plan)
    });
    let chosen = state.baseline.as_ref().and_then(|id| data.plan(id));
    let baseline = chosen.or(own).or(data.plans.first())?;
    let mut plans: Vec<_> =
        state.plans.iter().filter_map(|id| data.plan(id)).filter(|plan| plan.id != baseline.id).list();
    if plans.is_empty() {
        plans = data.plans.iter().filter(|plan| plan.answers.as_ref() == Some(&baseline.id)).list();
    }
    if plans.is_empty() {
        plans = data.plans.iter().filter(|plan| baselines(data, plan).any(|other| other.id == baseline.id)).list();
    }
    Some(Choice { baseline, plans })
}

/// Each plan's alignments with the baseline: what a comparison is made of, judged once.
pub fn columns<'a>(data: &'a DataSet, choice: &Choice<'a>) -> Vec<Vec<Alignment<'a>>> {
    let baseline = (choice.baseline, &ByIndicator::of(data, choice.baseline));
    choice.plans.iter().map(|plan| align_with(data, plan, baseline)).list()
}

/// The rows of such columns that a state shows, in its order.
pub fn rows<'a>(data: &'a DataSet, state: &CompareState, columns: &[Vec<Alignment<'a>>]) -> Vec<Row<'a>> {
    let mut rows = table(data, columns, state.group.as_ref());
    if state.differences {
        rows.retain(Row::differs);
    }
    if state.by_verdict {
        sort_by_verdict(&mut rows);
    }
    rows
}

/// One indicator's row.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// The baseline's target.
    pub baseline: Option<&'a Target>,
    /// One cell a plan; none where neither the plan nor the baseline has the indicator.
    pub cells: Vec<Option<Alignment<'a>>>,
}

impl Row<'_> {
    /// Whether some plan differs from the baseline in a way that can be judged.
    pub fn differs(&self) -> bool {
        let judged = self.cells.iter().flatten();
        judged.into_iter().any(|a| !matches!(a.verdict, Verdict::Equal | Verdict::NotApplicable))
    }

    /// The verdict of the row that stands out most.
    pub fn leading(&self) -> Option<Verdict> {
        let mut leading: Option<Verdict> = None;
        for cell in self.cells.iter().flatten() {
            if leading.is_none_or(|other| standing(cell.verdict) < standing(other)) {
                leading = Some(cell.verdict);
            }
        }
        leading
    }

    /// The highest figure in the row, for bars of one scale; none where units or bases differ.
    pub fn scale(&self) -> f64 {
        let targets = self.cells.iter().flatten().filter_map(|a| a.target).chain(self.baseline);
        targets.map(|t| t.quantity().bounds().1).fold(0.0, f64::max)
    }
}

/// The rows in the order of the indicators, only one group's if given.
fn table<'a>(data: &'a DataSet, columns: &[Vec<Alignment<'a>>], group: Option<&GroupId>) -> Vec<Row<'a>> {
    // Both the indicators and each column are in the order of the indicators: one pass over all of them.
    let mut next = vec![0; columns.len()];
    let mut rows = Vec::new();
    for indicator in &data.indicators {
        let mut row = Row { indicator, baseline: None, cells: Vec::with_capacity(columns.len()) };
        let mut judged = false;
        for (column, next) in columns.iter().zip(&mut next) {
            let cell = column.get(*next).filter(|a| *a.indicator == indicator.id).copied();
            if let Some(cell) = cell {
                *next += 1;
                judged = true;
                row.baseline = row.baseline.or(cell.baseline);
            }
            row.cells.push(cell);
        }
        if judged && group.is_none_or(|group| indicator.group == *group) {
            rows.push(row);
        }
    }
    rows
}

/// Puts the rows that stand out most first; equal ones stay in their order.
fn sort_by_verdict(rows: &mut [Row<'_>]) {
    sort::by_key(rows, |row| row.leading().map(standing));
}

/// What stands out: what is set lower or not at all, then what is set higher or besides, then what is alike.
const fn standing(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Weaker => 0,
        Verdict::Missing => 1,
        Verdict::Stronger => 2,
        Verdict::Extra => 3,
        Verdict::NotComparable(_) => 4,
        Verdict::Equal => 5,
        Verdict::NotApplicable => 6,
    }
}

/// A plan that has more indicators in common with the plan before the one it answers than with that
/// one itself: how many with each, and which plan that is. None for a plan that does not answer the baseline.
pub fn answers_older_plan<'a>(
    data: &'a DataSet,
    plan: &'a Plan,
    baseline: &'a Plan,
) -> Option<(usize, usize, &'a Plan)> {
    let older = baseline.follows.as_ref().and_then(|id: &PlanId| data.plan(id))?;
    if plan.answers != Some(baseline.id) {
        return None;
    }
    // What the press left out of a plan may well be what it has in common.
    if [plan, baseline, older].iter().any(|p| p.basis == Basis::Press) {
        return None;
    }
    let shared = |other: &'a Plan| {
        align(data, plan, other).iter().filter(|a| a.target.is_some() && a.baseline.is_some()).count()
    };
    let (with_baseline, with_older) = (shared(baseline), shared(older));
    (with_older > with_baseline).then_some((with_baseline, with_older, older))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::bundled;

    fn names(plans: &[&Plan]) -> Vec<String> {
        plans.iter().map(|p| p.id.0.to_owned()).collect()
    }

    #[test]
    fn without_a_choice_the_provinces_are_judged_against_the_plan_they_answer() {
        let data = bundled().expect("the bundled data is sound");
        let choice = choose(&data, &CompareState::default()).expect("there are plans");
        assert_eq!(choice.baseline.id, "vn-2021-2025");
        assert_eq!(names(&choice.plans), ["brvt-2021-2025", "dak-nong-2021-2025"]);

        let state = CompareState { baseline: Some("vn-2026-2030".into()), ..CompareState::default() };
        let choice = choose(&data, &state).expect("there are plans");
        assert_eq!(names(&choice.plans), ["gia-lai-2026-2030", "da-nang-2026-2030", "vinh-long-2026-2030"]);

        let state = CompareState { baseline: Some("vn-2016-2020".into()), ..CompareState::default() };
        assert_eq!(
            names(&choose(&data, &state).expect("there are plans").plans),
            ["vn-2021-2025", "brvt-2021-2025", "dak-nong-2021-2025"]
        );
    }

    #[test]
    fn rows_that_only_one_side_has_are_there() {
        let data = bundled().expect("the bundled data is sound");
        let choice = choose(&data, &CompareState::default()).expect("there are plans");
        let rows = table(&data, &columns(&data, &choice), None);
        let row = |id: &str| rows.iter().find(|r| r.indicator.id == id).expect("the row is there");
        assert!(row("documents_signed").baseline.is_none(), "only Bà Rịa – Vũng Tàu");
        assert!(row("b2c_revenue").cells.iter().flatten().all(|a| a.verdict == Verdict::Missing), "only the nation");
        assert!(row("documents_signed").cells[1].is_none(), "neither the nation nor Đắk Nông");
        assert!(row("ecommerce_cashless").differs());
        let one_group = table(&data, &columns(&data, &choice), Some(&"payments".into()));
        assert!(one_group.len() < rows.len() && one_group.iter().all(|r| r.indicator.group == "payments"));
    }

    #[test]
    fn the_table_says_what_align_says_and_rows_that_stand_out_can_come_first() {
        let data = bundled().expect("the bundled data is sound");
        for baseline in &data.plans {
            let choice = Choice { baseline, plans: data.plans.iter().filter(|plan| plan.id != baseline.id).collect() };
            let mut rows = table(&data, &columns(&data, &choice), None);
            for (at, plan) in choice.plans.iter().enumerate() {
                let column: Vec<_> = rows.iter().filter_map(|row| row.cells[at]).collect();
                assert_eq!(column, align(&data, plan, baseline), "{} against {}", plan.id, baseline.id);
            }
            let before: Vec<_> = rows.iter().map(|row| row.indicator.id).collect();
            sort_by_verdict(&mut rows);
            assert!(rows.is_sorted_by_key(|row| row.leading().map(standing)));
            let place = |row: &Row<'_>| before.iter().position(|id| *id == row.indicator.id);
            let alike = |a: &Row<'_>, b: &Row<'_>| a.leading().map(standing) == b.leading().map(standing);
            assert!(rows.windows(2).all(|two| !alike(&two[0], &two[1]) || place(&two[0]) < place(&two[1])));
            assert_eq!(rows.len(), before.len());
        }
        let choice = choose(&data, &CompareState::default()).expect("there are plans");
        let mut rows = table(&data, &columns(&data, &choice), None);
        sort_by_verdict(&mut rows);
        let first = rows.first().expect("there are rows");
        assert_eq!(first.leading(), Some(Verdict::Weaker));
        assert!(rows.iter().any(|row| row.indicator.id == "ecommerce_cashless" && row.leading() == first.leading()));
    }

    #[test]
    fn ba_ria_vung_tau_answers_the_plan_before_the_one_it_cites() {
        let data = bundled().expect("the bundled data is sound");
        let [brvt, dak_nong, nation] =
            ["brvt-2021-2025", "dak-nong-2021-2025", "vn-2021-2025"].map(|id| data.plan(&id.into()).expect("there"));
        let (with, older, plan) = answers_older_plan(&data, brvt, nation).expect("it does");
        assert_eq!((with, older, plan.id.as_str()), (1, 2, "vn-2016-2020"));
        assert!(answers_older_plan(&data, dak_nong, nation).is_none());
    }

    #[test]
    fn only_a_plan_that_answers_the_baseline_can_answer_an_older_one() {
        let data = bundled().expect("the bundled data is sound");
        let plan = |id: &str| data.plan(&id.into()).expect("the plan is there");
        let (older, baseline) = (plan("vn-2016-2020"), plan("vn-2021-2025"));
        assert_eq!(answers_older_plan(&data, older, baseline), None, "a plan does not answer its own successor");
        let found = answers_older_plan(&data, plan("brvt-2021-2025"), baseline);
        assert_eq!(found.map(|(with, older_with, of)| (with, older_with, of.id)), Some((1, 2, older.id)));
    }
}

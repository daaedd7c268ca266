//! Plans side by side, a row an indicator as on the screen.

use super::{Cell, Filled, Kind, Maker, Table, column};
use crate::address::{CompareState, View};
use crate::align::{Alignment, Choice, Verdict, choose, columns, rows};
use crate::i18n::quantity;
use crate::list::List;
use crate::model::{Plan, Target};

/// What is chosen, in words.
fn about(maker: Maker<'_>, state: &CompareState, choice: &Choice<'_>) -> Vec<String> {
    let lang = maker.lang;
    let plans = choice.plans.iter().map(|plan| plan.short.get(lang)).list();
    let group = state.group.as_ref().and_then(|id| maker.data.indicator_group(id)).map(|group| group.name.get(lang));
    [
        maker.chosen(lang.compare_baseline(), &[choice.baseline.short.get(lang)]),
        maker.chosen(lang.compare_plans(), &plans),
        maker.chosen(lang.compare_group(), &group.into_iter().list()),
        state.differences.then(|| lang.compare_differences().to_owned()),
    ]
    .into_iter()
    .flatten()
    .list()
}

/// The comparison.
pub(super) fn compare<'a>(maker: Maker<'a>, state: &CompareState) -> Option<Filled<'a>> {
    let lang = maker.lang;
    let choice = choose(maker.data, state)?;
    let rows = rows(maker.data, state, &columns(maker.data, &choice));
    let mut columns = vec![
        column("group", lang.compare_group(), Kind::Text, 26),
        column("indicator", lang.compare_indicator(), Kind::Text, 44),
        column("unit", lang.indicator_unit(), Kind::Text, 14),
    ];
    let of_plan = |plan: &Plan, judged: bool| {
        let name = plan.short.get(lang);
        let mut labels = vec![
            ("figure", lang.plan_figure(), Kind::Text, 20),
            ("value", lang.export_value(), Kind::Number, 12),
            ("year", lang.plan_year(), Kind::Whole, 10),
            ("base", lang.plan_base(), Kind::Text, 24),
        ];
        if judged {
            labels.push(("verdict", lang.export_verdict(), Kind::Text, 18));
            labels.push(("reason", lang.export_reason(), Kind::Text, 22));
        }
        let labels = labels.into_iter();
        labels
            .map(|(key, label, kind, width)| {
                column(&format!("{}.{key}", plan.id), &format!("{name}: {label}"), kind, width)
            })
            .list()
    };
    columns.extend(of_plan(choice.baseline, false));
    for plan in &choice.plans {
        columns.extend(of_plan(plan, true));
    }
    columns.push(column("address", lang.export_record_address(), Kind::Address, 30));
    let rows = rows.iter().map(|row| {
        let indicator = row.indicator;
        let mut cells = vec![
            Cell::maybe(maker.data.indicator_group(&indicator.group).map(|group| group.name.get(lang))),
            Cell::text(indicator.name.get(lang)),
            Cell::text(lang.indicators_unit(indicator.unit)),
        ];
        cells.extend(stated(maker, row.baseline));
        for alignment in &row.cells {
            cells.extend(stated(maker, alignment.as_ref().and_then(|a| a.target)));
            cells.extend(judged(maker, alignment.as_ref()));
        }
        cells.push(maker.address(View::Indicator { indicator: indicator.id }));
        cells
    });
    let rows = rows.list();
    let table = Table { name: lang.nav_compare().to_owned(), columns, rows };
    Some(Filled {
        title: lang.compare_title().to_owned(),
        about: about(maker, state, &choice),
        tables: vec![table],
        plans: [choice.baseline].into_iter().chain(choice.plans.iter().copied()).list(),
        outcomes: Vec::new(),
    })
}

fn stated(maker: Maker<'_>, target: Option<&Target>) -> [Cell; 4] {
    let Some(target) = target else { return [(); 4].map(|()| Cell::Nothing) };
    [
        Cell::owned(quantity(target.quantity(), maker.lang)),
        Cell::Number(target.value),
        Cell::year(Some(target.year)),
        maker.base_name(target.base.as_ref()),
    ]
}

fn judged(maker: Maker<'_>, alignment: Option<&Alignment<'_>>) -> [Cell; 2] {
    let Some(alignment) = alignment else { return [Cell::text(maker.lang.compare_neither()), Cell::Nothing] };
    let why = match alignment.verdict {
        Verdict::NotComparable(reason) => Some(maker.lang.unlike(reason)),
        _ => alignment.stricter.map(|side| maker.lang.stricter(side)),
    };
    [Cell::text(maker.lang.verdict(alignment.verdict).1), Cell::maybe(why)]
}

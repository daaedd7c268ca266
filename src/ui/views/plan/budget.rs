//! A plan's money by year and source.

use crate::i18n::{number, quantity};
use crate::model::{Comparator, Plan, Quantity};
use crate::ui::cx::Cx;
use crate::ui::parts::{Column, scrolling, spark};
use leptos::prelude::*;

/// The table of a plan's money; empty where it has none.
pub(super) fn budget(cx: Cx<'_>, plan: &Plan) -> AnyView {
    let Some(budget) = &plan.budget else { return ().into_any() };
    let lang = cx.lang;
    let years: Vec<i32> = budget.printed_year_totals.iter().map(|(year, _)| *year).collect();
    let mut columns = vec![Column::text(lang.plan_budget_source())];
    columns.extend(years.iter().map(|year| Column::number(year.to_string())));
    columns.push(Column::number(lang.plan_budget_total()));
    let cell = |amount: Option<f64>| match amount {
        Some(amount) => view! { <td class="numeric">{number(amount, lang)}</td> }.into_any(),
        None => view! {
            <td class="numeric" title=lang.plan_budget_dash()>
                "–" <span class="hidden">{lang.plan_budget_dash()}</span>
            </td>
        }
        .into_any(),
    };
    let mut rows: Vec<AnyView> = budget
        .lines
        .iter()
        .map(|line| {
            let amount = |year: i32| line.amounts.iter().find(|(y, _)| *y == year).and_then(|(_, amount)| *amount);
            let cells: Vec<_> = years.iter().map(|year| cell(amount(*year))).collect();
            view! {
                <tr>
                    <th scope="row">{line.title.get(lang).to_owned()}</th>
                    {cells}
                    {cell(Some(line.printed_total))}
                </tr>
            }
            .into_any()
        })
        .collect();
    let most = budget.printed_year_totals.iter().map(|(_, total)| *total).fold(0.0, f64::max);
    let totals: Vec<_> = budget
        .printed_year_totals
        .iter()
        .map(|(_, total)| {
            view! { <td class="numeric">{number(*total, lang)} {spark(*total, most, plan.level)}</td> }
        })
        .collect();
    let total = number(budget.printed_total, lang);
    rows.push(
        view! {
            <tr class="budget__total">
                <th scope="row">{lang.plan_budget_total()}</th>
                {totals}
                <td class="numeric">{total}</td>
            </tr>
        }
        .into_any(),
    );
    let whole =
        Quantity { comparator: Comparator::Eq, value: budget.printed_total, value_max: None, unit: budget.unit };
    let caption = format!("{}: {}", lang.plan_budget(), quantity(whole, lang));
    view! {
        <h2>{lang.plan_budget()}</h2>
        {scrolling(lang, caption, columns, rows)}
        <p class="small muted">{format!("– {}", lang.plan_budget_dash())}</p>
    }
    .into_any()
}

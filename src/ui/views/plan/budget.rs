//! A plan's money by year and source.

use crate::i18n::{number, quantity};
use crate::list::List;
use crate::model::{Comparator, Plan, Quantity};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::parts::{Column, scrolling, spark};

/// The table of a plan's money; empty where it has none.
pub(super) fn budget(cx: Cx<'_>, plan: &Plan) -> Html {
    let Some(budget) = &plan.budget else { return ().into_any() };
    let lang = cx.lang;
    let years: Vec<i32> = budget.printed_year_totals.iter().map(|(year, _)| *year).list();
    let mut columns = vec![Column::text(lang.plan_budget_source())];
    columns.extend(years.iter().map(|year| Column::number(year.to_string())));
    columns.push(Column::number(lang.plan_budget_total()));
    let cell = |amount: Option<f64>| match amount {
        Some(amount) => tag("td").class("numeric").child(number(amount, lang)).into_any(),
        None => tag("td")
            .class("numeric")
            .attr("title", lang.plan_budget_dash())
            .child("–")
            .child(tag("span").class("hidden").child(lang.plan_budget_dash()))
            .into_any(),
    };
    let mut rows: Vec<Html> = budget
        .lines
        .iter()
        .map(|line| {
            let amount = |year: i32| line.amounts.iter().find(|(y, _)| *y == year).and_then(|(_, amount)| *amount);
            let cells = all(years.iter().map(|year| cell(amount(*year))));
            tag("tr")
                .child(tag("th").attr("scope", "row").child(line.title.get(lang)))
                .child(cells)
                .child(cell(Some(line.printed_total)))
                .into_any()
        })
        .list();
    let most = budget.printed_year_totals.iter().map(|(_, total)| *total).fold(0.0, f64::max);
    let totals = all(budget.printed_year_totals.iter().map(|(_, total)| {
        tag("td").class("numeric").child(number(*total, lang)).child(spark(*total, most, plan.level))
    }));
    let total = number(budget.printed_total, lang);
    rows.push(
        tag("tr")
            .class("budget__total")
            .child(tag("th").attr("scope", "row").child(lang.plan_budget_total()))
            .child(totals)
            .child(tag("td").class("numeric").child(total))
            .into_any(),
    );
    let whole =
        Quantity { comparator: Comparator::Eq, value: budget.printed_total, value_max: None, unit: budget.unit };
    let caption = format!("{}: {}", lang.plan_budget(), quantity(whole, lang));
    fragment()
        .child(tag("h2").child(lang.plan_budget()))
        .child(scrolling(lang, caption, columns, rows))
        .child(tag("p").class("small muted").child(format!("– {}", lang.plan_budget_dash())))
        .into_any()
}

//! What the table counts and how it is ordered.

use crate::address::{AgenciesState, View};
use crate::list::List;
use crate::matrix::{Columns, Order, Settings, plans_with_tasks};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::parts::{Choice, choices};

pub(super) fn controls(cx: Cx<'_>, state: &AgenciesState) -> Html {
    let lang = cx.lang;
    let now = &state.settings;
    // Another setting makes another table, in which the open cell may not be.
    let choice = |label: String, settings: Settings, current: bool| {
        let cell = state.cell.clone().filter(|_| settings == *now);
        Choice { label, view: View::Agencies(AgenciesState { settings, cell }), current }
    };
    let all = choice(lang.all().to_owned(), Settings { plans: Vec::new(), ..now.clone() }, now.plans.is_empty());
    let plans = plans_with_tasks(cx.data).map(|plan| {
        let label = plan.short.get(cx.lang).to_owned();
        choice(label, now.toggled(cx.data, &plan.id), now.plans.contains(&plan.id))
    });
    let plans = std::iter::once(all).chain(plans).list();
    let columns = Columns::ALL.map(|columns| {
        let label = lang.agencies_columns_are(columns).to_owned();
        choice(label, Settings { columns, ..now.clone() }, columns == now.columns)
    });
    let orders = Order::ALL.map(|order| {
        let label = lang.agencies_order_is(order).to_owned();
        choice(label, Settings { order, ..now.clone() }, order == now.order)
    });
    let names = [(false, lang.agencies_as_printed()), (true, lang.agencies_today())]
        .map(|(today, label)| choice(label.to_owned(), Settings { today, ..now.clone() }, today == now.today));
    tag("div")
        .class("controls")
        .child(choices(cx, lang.agencies_plans(), plans))
        .child(choices(cx, lang.agencies_columns(), columns.into()))
        .child(choices(cx, lang.agencies_order(), orders.into()))
        .child(choices(cx, lang.agencies_names(), names.into()))
        .into_any()
}

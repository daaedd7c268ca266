//! What the table counts and how it is ordered.

use crate::address::{AgenciesState, View};
use crate::matrix::{Axis, Order, Settings, plans_with_tasks};
use crate::text::lower_first;
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::parts::{choice, choices};

pub(super) fn controls(cx: Cx<'_>, state: &AgenciesState) -> Html {
    let lang = cx.lang;
    let now = &state.settings;
    // Another setting makes another table, in which the open cell may not be.
    let set = |label: &str, settings: Settings| {
        let current = settings == *now;
        let cell = state.cell.filter(|_| current);
        choice(cx, label, View::Agencies(AgenciesState { settings, cell }), current)
    };
    let plans = set(lang.all(), Settings { plans: Vec::new(), ..now.clone() });
    let plans = fragment().child(plans).child(all(plans_with_tasks(cx.data).map(|plan| {
        // A plan switches itself on and off, so that its own choice leads away from where it is current.
        let view = AgenciesState { settings: now.toggled(cx.data, &plan.id), cell: None };
        choice(cx, plan.short.get(lang), View::Agencies(view), now.plans.contains(&plan.id))
    })));
    let axes = |columns: bool, current: Axis| {
        let offered = Axis::ALL.into_iter().filter(|axis| columns || *axis != Axis::With);
        all(offered.map(|axis| {
            let settings = if axis == current { now.clone() } else { now.turned(columns, axis) };
            set(&lower_first(lang.agencies_axis(axis)), settings)
        }))
    };
    let orders = Order::ALL.map(|order| set(lang.agencies_order_is(order), Settings { order, ..now.clone() }));
    let names = [(false, lang.agencies_as_printed()), (true, lang.agencies_today())]
        .map(|(today, label)| set(label, Settings { today, ..now.clone() }));
    tag("div")
        .class("controls")
        .child(choices(lang.agencies_plans(), plans))
        .child(choices(lang.agencies_rows(), axes(false, now.rows)))
        .child(choices(lang.agencies_columns(), axes(true, now.columns)))
        .child(
            [now.rows, now.columns].contains(&Axis::Agency).then(|| choices(lang.agencies_order(), orders.into_any())),
        )
        .child(now.names_agencies().then(|| choices(lang.agencies_names(), names.into_any())))
}

//! Every published result of an indicator, those that disagree side by side.

use crate::model::{Indicator, Outcome};
use crate::outcome;
use crate::ui::cx::Cx;
use crate::ui::link;
use crate::ui::parts::{Column, figure, flag_tags, is_doubtful, scrolling};
use leptos::prelude::*;

/// The results of an indicator.
pub(super) fn results(cx: Cx<'_>, indicator: &Indicator) -> AnyView {
    let lang = cx.lang;
    let outcomes = outcome::outcomes_of(cx.data, &indicator.id);
    if outcomes.is_empty() {
        return view! {
            <h2>{lang.indicator_outcomes()}</h2>
            <p>{lang.indicator_no_outcomes()}</p>
        }
        .into_any();
    }
    let disputed = outcome::disagreements(cx.data, &indicator.id);
    let side_by_side = (!disputed.is_empty()).then(|| view! { <p>{lang.indicator_side_by_side(&disputed)}</p> });
    let mut columns = vec![Column::text(lang.indicators_year()), Column::text(lang.indicator_figure())];
    let has_bases = !indicator.bases.is_empty();
    if has_bases {
        columns.push(Column::text(lang.indicator_base()));
    }
    columns.extend([lang.indicators_publisher(), lang.indicator_source(), lang.indicator_remarks()].map(Column::text));
    let rows = outcomes.into_iter().map(|x| row(cx, x, has_bases)).collect();
    view! {
        <h2>{lang.indicator_outcomes()}</h2>
        {side_by_side}
        {scrolling(lang, lang.indicator_outcomes_caption(), columns, rows)}
    }
    .into_any()
}

fn row(cx: Cx<'_>, x: &Outcome, has_bases: bool) -> AnyView {
    let lang = cx.lang;
    let year = x.year.map_or_else(|| lang.indicator_year_unknown().to_owned(), |year| year.to_string());
    let base = x.base.as_ref().and_then(|id| cx.data.base(id)).map(|base| base.name.get(lang).to_owned());
    let place = x.place.as_ref().and_then(|id| cx.data.province(id));
    let place = place.map(|place| view! { <p class="small">{place.name.get(lang).to_owned()}</p> });
    let address = match &x.address {
        Some(address) => link::outside(cx, address),
        None => view! { <span class="muted">{lang.indicator_no_address()}</span> }.into_any(),
    };
    let note = x.note.as_ref().map(|note| view! { <p class="small">{note.get(lang).to_owned()}</p> });
    view! {
        <tr class:is-doubtful=is_doubtful(cx, &x.flags) class:indicator__disputed=x.has_flag("conflict")>
            <th scope="row">{year}</th>
            <td>{figure(cx, x.quantity())}{place}</td>
            {has_bases.then(|| view! { <td>{base.unwrap_or_else(|| lang.none_stated().to_owned())}</td> })}
            <td>{x.publisher.clone()}</td>
            <td>{x.document.clone()}" "{address}</td>
            <td>{flag_tags(cx, &x.flags)}{note}</td>
        </tr>
    }
    .into_any()
}

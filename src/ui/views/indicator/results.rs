//! Every published result of an indicator, those that disagree side by side.

use crate::model::{Indicator, Outcome};
use crate::outcome;
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;
use crate::ui::parts::{Column, figure, flag_tags, is_doubtful, scrolling};

/// The results of an indicator.
pub(super) fn results(cx: Cx<'_>, indicator: &Indicator) -> Html {
    let lang = cx.lang;
    let outcomes = outcome::outcomes_of(cx.data, &indicator.id);
    if outcomes.is_empty() {
        return fragment()
            .child(tag("h2").child(lang.indicator_outcomes()))
            .child(tag("p").child(lang.indicator_no_outcomes()))
            .into_any();
    }
    let disputed = outcome::disagreements(cx.data, &indicator.id);
    let side_by_side = (!disputed.is_empty()).then(|| tag("p").child(lang.indicator_side_by_side(&disputed)));
    let mut columns = vec![Column::text(lang.indicators_year()), Column::text(lang.indicator_figure())];
    let has_bases = !indicator.bases.is_empty();
    if has_bases {
        columns.push(Column::text(lang.indicator_base()));
    }
    columns.extend([lang.indicators_publisher(), lang.indicator_source(), lang.indicator_remarks()].map(Column::text));
    let rows = all(outcomes.into_iter().map(|x| row(cx, x, has_bases)));
    fragment()
        .child(tag("h2").child(lang.indicator_outcomes()))
        .child(side_by_side)
        .child(scrolling(lang, lang.indicator_outcomes_caption(), columns, rows))
        .into_any()
}

fn row(cx: Cx<'_>, x: &Outcome, has_bases: bool) -> Html {
    let lang = cx.lang;
    let year = x.year.map_or_else(|| lang.indicator_year_unknown().to_owned(), |year| year.to_string());
    let base = x.base.as_ref().and_then(|id| cx.data.base(id)).map(|base| base.name.get(lang).to_owned());
    let place = x.place.as_ref().and_then(|id| cx.data.province(id));
    let place = place.map(|place| tag("p").class("small").child(place.name.get(lang)));
    let address = match &x.address {
        Some(address) => link::outside(cx, address),
        None => tag("span").class("muted").child(lang.indicator_no_address()).into_any(),
    };
    let note = x.note.as_ref().map(|note| tag("p").class("small").child(note.get(lang)));
    tag("tr")
        .class_if("is-doubtful", is_doubtful(cx, &x.flags))
        .class_if("indicator__disputed", x.has_flag("conflict"))
        .child(tag("th").attr("scope", "row").child(year))
        .child(tag("td").child(figure(cx, x.quantity())).child(place))
        .child(has_bases.then(|| tag("td").child(base.unwrap_or_else(|| lang.none_stated().to_owned()))))
        .child(tag("td").child(x.publisher.clone()))
        .child(tag("td").child(x.document.clone()).child(" ").child(address))
        .child(tag("td").child(flag_tags(cx, &x.flags)).child(note))
        .into_any()
}

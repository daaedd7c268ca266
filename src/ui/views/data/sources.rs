//! The documents, the press reports, and who published results.

use crate::address::View;
use crate::list::List;
use crate::model::{Basis, Plan};
use crate::outcome;
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;
use crate::ui::parts::{Column, level_mark, scrolling};

/// Where everything comes from.
pub(super) fn sources(cx: Cx<'_>) -> Html {
    let lang = cx.lang;
    let publishers = outcome::publishers(cx.data);
    let coverage = lang.data_coverage(outcome::coverage(cx.data), publishers.len());
    let columns = vec![Column::text(lang.data_publisher()), Column::number(lang.data_results())];
    let rows = all(publishers.into_iter().map(|(name, count)| {
        tag("tr")
            .child(tag("th").attr("scope", "row").child(name))
            .child(tag("td").class("numeric").child(count.to_string()))
            .into_any()
    }));
    fragment()
        .child(tag("h2").child(lang.data_sources()))
        .child(
            tag("div")
                .class("data__pair")
                .child(tag("div").child(tag("h3").child(lang.data_documents())).child(plans(cx, Basis::Document)))
                .child(
                    tag("div")
                        .child(tag("h3").child(lang.data_press()))
                        .child(tag("p").child(lang.data_press_lead()))
                        .child(plans(cx, Basis::Press)),
                ),
        )
        .child(tag("h3").child(lang.data_publishers()))
        .child(tag("p").child(coverage))
        .child(
            tag("details")
                .class("data__publishers")
                .child(tag("summary").child(lang.data_publishers_caption()))
                .child(scrolling(lang, lang.data_publishers_caption(), columns, rows)),
        )
        .into_any()
}

fn plans(cx: Cx<'_>, basis: Basis) -> Html {
    let plans = all(cx.data.plans.iter().filter(|plan| plan.basis == basis).map(|plan| entry(cx, plan)));
    tag("ul").class("data__sources").child(plans).into_any()
}

fn entry(cx: Cx<'_>, plan: &Plan) -> Html {
    let addresses: Vec<_> =
        plan.addresses.iter().map(|address| tag("li").child(link::outside(cx, address)).into_any()).list();
    let addresses = if addresses.is_empty() {
        tag("p").class("small muted").child(cx.lang.data_no_address()).into_any()
    } else {
        tag("ul").class("data__addresses").child(addresses).into_any()
    };
    let to = View::Plan { plan: plan.id, part: None };
    tag("li")
        .child(level_mark(cx, plan.level))
        .child(" ")
        .child(link::to(cx, to, plan.title.get(cx.lang)))
        .child(tag("p").class("small").child(cx.lang.document(plan)))
        .child(addresses)
        .into_any()
}

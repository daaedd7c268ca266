//! Sources, downloads, how to cite, and the rules that everything here follows.

mod rules;
mod sources;

use crate::list::List;
use crate::model::FlagKind;
use crate::outcome;
use crate::package::NAMES;
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::parts::{copy_button, flag_list};
use crate::ui::take::SAID;

/// What the data is, where it comes from, and how to take it away.
pub fn data(cx: Cx<'_>) -> Html {
    let lang = cx.lang;
    fragment()
        .child(tag("p").class("lead").child(lang.data_lead()))
        .child(
            tag("div")
                .class("data__pair")
                .child(tag("div").child(is_and_is_not(cx)).child(licence(cx)))
                .child(tag("div").child(downloads(cx)).child(citing(cx))),
        )
        .child(sources::sources(cx))
        .child(doubts(cx))
        .child(rules::rules(cx))
        .child(limits(cx))
        .into_any()
}

fn list(class: &'static str, items: Vec<String>) -> Html {
    let items = all(items.into_iter().map(|item| tag("li").child(item)));
    tag("ul").class(class).child(items).into_any()
}

fn is_and_is_not(cx: Cx<'_>) -> Html {
    let lang = cx.lang;
    let items = [lang.data_is_1(), lang.data_is_2(), lang.data_is_3(), lang.data_is_4(), lang.data_is_5()];
    fragment()
        .child(tag("h2").child(lang.data_is()))
        .child(list("data__list", items.map(str::to_owned).into()))
        .into_any()
}

fn downloads(cx: Cx<'_>) -> Html {
    let lang = cx.lang;
    let names = NAMES.into_iter();
    let entries = all(names.map(|name| {
        let about = lang.data_file_about(name);
        let label = format!("{} {name}", lang.data_download());
        fragment()
            .child(
                tag("dt")
                    .child(tag("button").class("button").attr("type", "button").attr("data-save", name).child(label)),
            )
            .child(tag("dd").child(about))
    }));
    fragment()
        .child(tag("h2").child(lang.data_downloads()))
        .child(tag("p").child(lang.data_downloads_lead()))
        .child(tag("dl").class("data__files no-print").child(entries))
        .child(tag("p").class("data__said").attr("id", SAID).attr("role", "status"))
        .into_any()
}

fn citing(cx: Cx<'_>) -> Html {
    let lang = cx.lang;
    let citation = lang.data_citation(cx.host.shared_base());
    fragment()
        .child(tag("h2").child(lang.data_cite()))
        .child(tag("p").child(lang.data_cite_lead()))
        .child(tag("blockquote").class("data__citation").child(citation.clone()))
        .child(tag("p").child(copy_button(lang.data_copy(), citation)))
        .into_any()
}

fn licence(cx: Cx<'_>) -> Html {
    let lang = cx.lang;
    fragment()
        .child(tag("h2").child(lang.data_licence()))
        .child(list(
            "data__list",
            vec![
                lang.data_licence_data().to_owned(),
                lang.data_licence_code().to_owned(),
                lang.data_licence_texts().to_owned(),
            ],
        ))
        .into_any()
}

fn doubts(cx: Cx<'_>) -> Html {
    let lang = cx.lang;
    let kinds = all([FlagKind::Doubt, FlagKind::State, FlagKind::Remark].into_iter().map(|kind| {
        let flags = cx.data.flags.iter().filter(|flag| flag.kind == kind);
        let ids: Vec<_> = flags.map(|flag| flag.id).list();
        tag("div").child(tag("h3").child(lang.data_flag_kind(kind))).child(flag_list(cx, &ids))
    }));
    fragment()
        .child(tag("h2").child(lang.data_doubts()))
        .child(tag("p").child(lang.data_doubts_lead()))
        .child(tag("div").class("data__kinds").child(kinds))
        .into_any()
}

fn limits(cx: Cx<'_>) -> Html {
    let lang = cx.lang;
    let results = lang.data_limit_results(outcome::coverage(cx.data));
    let mut items: Vec<String> = [
        lang.data_limit_annex(),
        lang.data_limit_missing(),
        lang.data_limit_draft(),
        lang.data_limit_names(),
        lang.data_limit_provinces(),
    ]
    .map(str::to_owned)
    .into();
    items.insert(3, results);
    fragment().child(tag("h2").child(lang.data_limits())).child(list("data__list", items)).into_any()
}

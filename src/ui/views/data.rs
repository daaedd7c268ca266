//! Sources, downloads, how to cite, and the rules that everything here follows.

mod rules;
mod sources;

use crate::outcome;
use crate::package::{TABLES, files};
use crate::ui::cx::Cx;
use crate::ui::parts::{copy_button, flag_list};
use crate::ui::platform;
use crate::{dataset, model::FlagKind};
use leptos::prelude::*;

/// What the data is, where it comes from, and how to take it away.
pub fn data(cx: Cx<'_>) -> AnyView {
    let lang = cx.lang;
    view! {
        <h1 id="page-title" tabindex="-1">{lang.data_title()}</h1>
        <p class="lead">{lang.data_lead()}</p>
        <div class="data__pair">
            <div>{is_and_is_not(cx)}{licence(cx)}</div>
            <div>{downloads(cx)}{citing(cx)}</div>
        </div>
        {sources::sources(cx)}
        {doubts(cx)}
        {rules::rules(cx)}
        {limits(cx)}
    }
    .into_any()
}

fn list(class: &'static str, items: Vec<String>) -> AnyView {
    let items: Vec<_> = items.into_iter().map(|item| view! { <li>{item}</li> }).collect();
    view! { <ul class=class>{items}</ul> }.into_any()
}

fn is_and_is_not(cx: Cx<'_>) -> AnyView {
    let lang = cx.lang;
    let items = [lang.data_is_1(), lang.data_is_2(), lang.data_is_3(), lang.data_is_4(), lang.data_is_5()];
    view! {
        <h2>{lang.data_is()}</h2>
        {list("data__list", items.map(str::to_owned).into())}
    }
    .into_any()
}

fn downloads(cx: Cx<'_>) -> AnyView {
    let lang = cx.lang;
    let said = RwSignal::new(String::new());
    let names = TABLES.iter().map(|table| format!("{}.csv", table.name)).chain(["datapackage.json".to_owned()]);
    let entries: Vec<_> = names
        .map(|name| {
            let about = lang.data_file_about(&name);
            let label = format!("{} {name}", lang.data_download());
            let save = move |_| {
                let saved = save(&name);
                said.set(if saved { lang.data_downloaded(&name) } else { lang.data_download_failed().to_owned() });
            };
            view! {
                <dt><button class="button" type="button" on:click=save>{label}</button></dt>
                <dd>{about}</dd>
            }
        })
        .collect();
    view! {
        <h2>{lang.data_downloads()}</h2>
        <p>{lang.data_downloads_lead()}</p>
        <dl class="data__files no-print">{entries}</dl>
        <p class="data__said" role="status">{move || said.get()}</p>
    }
    .into_any()
}

/// Makes one file of the package from the data inside the app, and hands it to the browser.
fn save(name: &str) -> bool {
    let kind = if name.ends_with(".json") { "application/json" } else { "text/csv;charset=utf-8" };
    let Ok(data) = dataset::bundled() else { return false };
    let file = files(&data).into_iter().find(|(file, _)| file == name);
    file.is_some_and(|(file, contents)| platform::download(&file, kind, &contents))
}

fn citing(cx: Cx<'_>) -> AnyView {
    let lang = cx.lang;
    // An edition opened from a disk has no address that others could follow.
    let base = platform::base();
    let citation = lang.data_citation(if base.starts_with("http") { &base } else { "" });
    view! {
        <h2>{lang.data_cite()}</h2>
        <p>{lang.data_cite_lead()}</p>
        <blockquote class="data__citation">{citation.clone()}</blockquote>
        <p>{copy_button(lang, lang.data_copy(), citation)}</p>
    }
    .into_any()
}

fn licence(cx: Cx<'_>) -> AnyView {
    let lang = cx.lang;
    view! {
        <h2>{lang.data_licence()}</h2>
        {list(
            "data__list",
            vec![
                lang.data_licence_data().to_owned(),
                lang.data_licence_code().to_owned(),
                lang.data_licence_texts().to_owned(),
            ],
        )}
    }
    .into_any()
}

fn doubts(cx: Cx<'_>) -> AnyView {
    let lang = cx.lang;
    let kinds: Vec<_> = [FlagKind::Doubt, FlagKind::State, FlagKind::Remark]
        .into_iter()
        .map(|kind| {
            let flags = cx.data.flags.iter().filter(|flag| flag.kind == kind);
            let ids: Vec<_> = flags.map(|flag| flag.id.clone()).collect();
            view! { <div><h3>{lang.data_flag_kind(kind)}</h3>{flag_list(cx, &ids)}</div> }
        })
        .collect();
    view! {
        <h2>{lang.data_doubts()}</h2>
        <p>{lang.data_doubts_lead()}</p>
        <div class="data__kinds">{kinds}</div>
    }
    .into_any()
}

fn limits(cx: Cx<'_>) -> AnyView {
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
    view! {
        <h2>{lang.data_limits()}</h2>
        {list("data__list", items)}
    }
    .into_any()
}

//! What stands around every view: header, navigation, notices, footer.

use super::cx::Cx;
use super::{platform, views};
use crate::address::{Address, AgenciesState, CompareState, TimelineState, Unread, View};
use crate::i18n::Lang;
use leptos::prelude::*;

/// The whole page of an address.
pub fn page(cx: Cx<'_>, unread: &[Unread]) -> AnyView {
    let lang = cx.lang;
    view! {
        <a class="skip" href="#main" on:click=|event| {
            // The part behind `#` is the state's, so the jump is made by hand.
            event.prevent_default();
            platform::focus("page-title");
        }>{lang.skip_to_content()}</a>
        {header(cx)}
        {notice(cx, unread)}
        <main id="main" class=format!("main main--{}", name(&cx.address.view))>{views::view(cx)}</main>
        {footer(cx)}
    }
    .into_any()
}

/// The title of the tab.
pub fn page_title(cx: Cx<'_>) -> String {
    let lang = cx.lang;
    let plan_name = |id| cx.data.plan(id).map(|plan| plan.short.get(lang).to_owned());
    let view = match &cx.address.view {
        View::Overview => return format!("{} – {}", lang.site(), lang.site_subtitle()),
        View::Plans => Some(lang.nav_plans().to_owned()),
        View::Plan { plan, .. } => plan_name(plan),
        View::Record { plan, record } => cx.data.plan(plan).and_then(|plan| {
            let record = plan.record(record)?;
            Some(format!("{} – {}", record.title().get(lang), plan.short.get(lang)))
        }),
        View::Timeline(_) => Some(lang.nav_timeline().to_owned()),
        View::Agencies(_) => Some(lang.nav_agencies().to_owned()),
        View::Agency { agency } => cx.data.agency(agency).map(|agency| agency.name.get(lang).to_owned()),
        View::Compare(_) => Some(lang.nav_compare().to_owned()),
        View::Indicators => Some(lang.nav_indicators().to_owned()),
        View::Indicator { indicator } => cx.data.indicator(indicator).map(|i| i.name.get(lang).to_owned()),
        View::Data => Some(lang.nav_data().to_owned()),
    };
    format!("{} – {}", view.unwrap_or_default(), lang.site())
}

/// The view's name, for styles.
const fn name(view: &View) -> &'static str {
    match view {
        View::Overview => "overview",
        View::Plans => "plans",
        View::Plan { .. } => "plan",
        View::Record { .. } => "record",
        View::Timeline(_) => "timeline",
        View::Agencies(_) => "agencies",
        View::Agency { .. } => "agency",
        View::Compare(_) => "compare",
        View::Indicators => "indicators",
        View::Indicator { .. } => "indicator",
        View::Data => "data",
    }
}

fn header(cx: Cx<'_>) -> AnyView {
    let lang = cx.lang;
    let entries = [
        (View::Overview, lang.nav_overview()),
        (View::Plans, lang.nav_plans()),
        (View::Timeline(TimelineState::default()), lang.nav_timeline()),
        (View::Agencies(AgenciesState::default()), lang.nav_agencies()),
        (View::Compare(CompareState::default()), lang.nav_compare()),
        (View::Indicators, lang.nav_indicators()),
        (View::Data, lang.nav_data()),
    ];
    let here = section(&cx.address.view);
    let entries: Vec<_> = entries
        .into_iter()
        .map(|(view, label)| {
            let current = (section(&view) == here).then_some("page");
            let href = cx.href(view);
            view! { <li><a href=href aria-current=current>{label}</a></li> }
        })
        .collect();
    let other = Address { lang: lang.other(), view: cx.address.view.clone() };
    // Vietnamese is the address without a language; said aloud it overrides a remembered choice.
    let mut href = other.write();
    if other.lang == Lang::Vi {
        href.push_str(if href.contains('?') { "&lang=vi" } else { "?lang=vi" });
    }
    let other_name = match other.lang {
        Lang::Vi => "Tiếng Việt",
        Lang::En => "English",
    };
    view! {
        <header class="header">
            <a class="header__site" href=cx.href(View::Overview)>
                <span class="header__name" lang="vi">"Lộ trình"</span>
                <span class="header__subtitle">{lang.site_subtitle()}</span>
            </a>
            <nav class="nav" aria-label=lang.main_navigation()><ul>{entries}</ul></nav>
            <div class="header__tools">
                <a class="header__language" href=href lang=other.lang.tag() hreflang=other.lang.tag()>{other_name}</a>
                {theme(lang)}
            </div>
        </header>
    }
    .into_any()
}

/// Which entry of the navigation a view belongs to.
const fn section(view: &View) -> u8 {
    match view {
        View::Overview => 0,
        View::Plans | View::Plan { .. } | View::Record { .. } => 1,
        View::Timeline(_) => 2,
        View::Agencies(_) | View::Agency { .. } => 3,
        View::Compare(_) => 4,
        View::Indicators | View::Indicator { .. } => 5,
        View::Data => 6,
    }
}

#[cfg(feature = "csr")]
fn theme(lang: Lang) -> AnyView {
    let chosen = platform::remembered("theme").unwrap_or_default();
    let options = [("", lang.theme_auto()), ("light", lang.theme_light()), ("dark", lang.theme_dark())];
    let options: Vec<_> = options
        .into_iter()
        .map(|(value, label)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{label}</option> }
        })
        .collect();
    let refused = RwSignal::new(false);
    view! {
        <label class="header__theme">
            <span>{lang.theme()}</span>
            <select id="theme" on:change=move |event| {
                let theme = platform::value(&event);
                platform::set_theme(&theme);
                refused.set(!platform::remember("theme", &theme));
            }>{options}</select>
        </label>
        <span class="header__refused" role="status">
            {move || refused.get().then(|| lang.storage_refused())}
        </span>
    }
    .into_any()
}

/// A page without a running app follows the device.
#[cfg(not(feature = "csr"))]
fn theme(_lang: Lang) -> AnyView {
    ().into_any()
}

fn notice(cx: Cx<'_>, unread: &[Unread]) -> AnyView {
    if unread.is_empty() {
        return ().into_any();
    }
    let items: Vec<_> = unread.iter().map(|what| view! { <li>{cx.lang.unread(what)}</li> }).collect();
    view! {
        <div class="notice" role="status">
            <p class="notice__title">{cx.lang.notice_title()}</p>
            <ul>{items}</ul>
        </div>
    }
    .into_any()
}

fn footer(cx: Cx<'_>) -> AnyView {
    let lang = cx.lang;
    view! {
        <footer class="footer">
            <p>{lang.footer_about()}</p>
            <p>
                <a href=cx.href(View::Data)>{lang.footer_data()}</a>
                " · "
                {lang.footer_privacy()}
                " · "
                <button class="plain no-print" type="button" on:click=|_| platform::print()>{lang.print()}</button>
            </p>
            <p class="footer__version">{format!("Lộ trình {}", env!("CARGO_PKG_VERSION"))}</p>
        </footer>
    }
    .into_any()
}

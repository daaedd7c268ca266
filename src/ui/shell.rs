//! What stands around every view: header, navigation, notices, footer.

use super::cx::{Cx, Far};
use super::{take, views};
use crate::address::{Address, AgenciesState, CompareState, SearchState, TimelineState, Unread, View};
use crate::i18n::Lang;
use crate::ui::html::*;

/// The whole page of an address.
pub fn page(cx: Cx<'_>, unread: &[Unread]) -> Html {
    let lang = cx.lang;
    tag("div")
        .class("page")
        .child(
            tag("a")
                .class("skip")
                .attr("href", "#main")
                // The part behind `#` is the state's, so the jump is made by hand.
                .attr("data-focus", "page-title")
                .child(lang.skip_to_content()),
        )
        .child(header(cx))
        .child(tag("div").class("notices").child(notice(cx, unread)))
        .child(
            tag("main")
                .key(page_key(&cx.address.view))
                .attr("id", "main")
                .class(format!("main main--{}", name(&cx.address.view)))
                .child(take::print_head(cx))
                .child(match cx.far {
                    // The start script fills it. By its key it is another element than what is drawn here.
                    Far::Taken => tag("div").key("taken").attr("data-view-taken", true),
                    _ => tag("div").attr("data-view", true).child(views::view(cx)),
                })
                .child(take::take(cx)),
        )
        .child(footer(cx))
        .into_any()
}

/// The page of an address in somebody's frame before the app is there: its heading, and what another module draws of
/// it. The app takes it over like a static page.
#[cfg(any(not(feature = "csr"), feature = "workshop"))]
pub fn framed(cx: Cx<'_>, unread: &[Unread], drawn: Html) -> Html {
    tag("div").class("page").child(tag("div").class("notices").child(notice(cx, unread))).child(
        tag("main")
            .attr("id", "main")
            .class(format!("main main--{}", name(&cx.address.view)))
            .child(tag("div").attr("data-view", true).child(views::heading(cx).map(views::title)).child(drawn)),
    )
}

/// Which page a view is on: its settings change within the page, another page starts at its heading.
pub fn page_key(view: &View) -> String {
    match view {
        View::Timeline(_) | View::Agencies(_) | View::Compare(_) | View::Search(_) => name(view).to_owned(),
        View::Plan { plan, .. } => plan.0.to_owned(),
        other => Address { lang: Lang::Vi, view: other.clone() }.write(),
    }
}

/// Where the focus goes when an address follows another; none leaves it where it is.
///
/// Another page starts at its heading; another setting of the same page leaves the reader there, but what was opened
/// within it is read next.
pub fn focus_after(before: Option<&Address>, now: &Address) -> Option<&'static str> {
    if let View::Agencies(AgenciesState { cell: Some(cell), .. }) = &now.view {
        let open = before.is_some_and(
            |before| matches!(&before.view, View::Agencies(AgenciesState { cell: Some(other), .. }) if other == cell),
        );
        return (!open).then_some(CELL_TITLE);
    }
    if page_key(&before?.view) == page_key(&now.view) {
        return None;
    }
    Some(if matches!(now.view, View::Search(_)) { "search-words" } else { "page-title" })
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
        View::Search(state) => Some(format!("{} {}", lang.nav_search(), state.words).trim().to_owned()),
        View::Import => Some(lang.import_title().to_owned()),
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
        View::Search(_) => "search",
        View::Import => "import",
        View::Data => "data",
    }
}

fn header(cx: Cx<'_>) -> Html {
    let lang = cx.lang;
    let entries = [
        (View::Overview, lang.nav_overview()),
        (View::Plans, lang.nav_plans()),
        (View::Timeline(TimelineState::default()), lang.nav_timeline()),
        (View::Agencies(AgenciesState::default()), lang.nav_agencies()),
        (View::Compare(CompareState::default()), lang.nav_compare()),
        (View::Indicators, lang.nav_indicators()),
        (View::Search(SearchState::default()), lang.nav_search()),
        (View::Import, lang.nav_import()),
        (View::Data, lang.nav_data()),
    ];
    let here = section(&cx.address.view);
    let entries = all(entries.into_iter().map(|(view, label)| {
        let current = (section(&view) == here).then_some("page");
        let href = cx.href(view);
        tag("li").child(tag("a").attr("href", href).attr("aria-current", current).child(label))
    }));
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
    tag("header")
        .class("header")
        .child(
            tag("a")
                .class("header__site")
                .attr("href", cx.href(View::Overview))
                .child(tag("span").class("header__name").attr("lang", "vi").child("Lộ trình"))
                .child(tag("span").class("header__subtitle").child(lang.site_subtitle())),
        )
        .child(tag("nav").class("nav").attr("aria-label", lang.main_navigation()).child(tag("ul").child(entries)))
        .child(
            tag("div")
                .class("header__tools")
                .child(
                    tag("a")
                        .class("header__language")
                        .attr("href", href)
                        .attr("lang", other.lang.tag())
                        .attr("hreflang", other.lang.tag())
                        .child(other_name),
                )
                .child(theme(cx)),
        )
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
        View::Search(_) => 6,
        View::Import => 7,
        View::Data => 8,
    }
}

/// The heading of the tasks of one cell of the matrix.
pub(super) const CELL_TITLE: &str = "cell-title";

/// Says that choices cannot be remembered.
pub(super) const REFUSED: &str = "theme-refused";

/// The choice of a theme. A page without a running app follows the device.
fn theme(cx: Cx<'_>) -> Html {
    let lang = cx.lang;
    let Some(chosen) = cx.host.theme.as_deref() else { return ().into_any() };
    let options = [("", lang.theme_auto()), ("light", lang.theme_light()), ("dark", lang.theme_dark())];
    let options = all(options.into_iter().map(|(value, label)| {
        let selected = value == chosen;
        tag("option").attr("value", value).attr("selected", selected).child(label)
    }));
    fragment()
        .child(
            tag("label")
                .class("header__theme")
                .child(tag("span").child(lang.theme()))
                .child(tag("select").attr("id", "theme").attr("data-theme-choice", true).child(options)),
        )
        .child(tag("span").class("header__refused").attr("id", REFUSED).attr("role", "status"))
        .into_any()
}

fn notice(cx: Cx<'_>, unread: &[Unread]) -> Html {
    if unread.is_empty() {
        return ().into_any();
    }
    let items = all(unread.iter().map(|what| tag("li").child(cx.lang.unread(what))));
    tag("div")
        .class("notice")
        .attr("role", "status")
        .child(tag("p").class("notice__title").child(cx.lang.notice_title()))
        .child(tag("ul").child(items))
        .into_any()
}

fn footer(cx: Cx<'_>) -> Html {
    let lang = cx.lang;
    tag("footer")
        .class("footer")
        .child(tag("p").child(lang.footer_about()))
        .child(
            tag("p")
                .child(tag("a").attr("href", cx.href(View::Data)).child(lang.footer_data()))
                .child(" · ")
                .child(lang.footer_privacy())
                .child(" · ")
                // A page of the site beside the app; the start script tells it what is on the screen.
                .child(tag("a").class("site-only no-print").attr("href", lang.embed_studio()).child(lang.embed()))
                .child(" · ")
                .child(
                    tag("button")
                        .class("plain no-print")
                        .attr("type", "button")
                        .attr("data-print", true)
                        .child(lang.print()),
                ),
        )
        .child(tag("p").class("footer__version").child(format!("Lộ trình {}", env!("CARGO_PKG_VERSION"))))
        .into_any()
}

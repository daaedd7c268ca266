//! What a reader can do beside following links. Elements say it by an attribute, and one listener for
//! each kind of event reads it, wherever the element was made: here, in another module, or when the page
//! was built.
//!
//! | attribute | on | does |
//! |---|---|---|
//! | `data-go` | a select box | goes to the address that is the chosen option's value, or that the attribute is with this value for its `*` |
//! | `data-search` | the search box | the address follows the words, without an entry in the history for each letter |
//! | `data-theme-choice` | a select box | sets and remembers the theme |
//! | `data-copy` | a button | copies the text, and says in the element after it whether it could |
//! | `data-save` | a button | has this file made and saved, or one of what is shown that ends so, and says so in `#data-said` |
//! | `data-focus` | a link | moves the focus to the element with this id |
//! | `data-slash` | a button | switches the slash key on or off, and says so in the element after it |
//! | `data-print` | a button | prints |

use super::{platform, shell, take};
use crate::address::{Address, SearchState, View, filled};
use crate::i18n::Lang;
use std::cell::Cell;
use web_sys::{Element, Event};

/// The box that one searches in.
const WORDS: &str = "search-words";

thread_local! {
    /// Whether the reader has switched the slash key off. It holds until the next visit where nothing can be remembered.
    static SLASH_OFF: Cell<bool> = const { Cell::new(false) };
}

/// Listens for as long as the page lives. `address` is what is shown at that moment.
pub fn listen(address: impl Fn() -> Address + Copy + 'static) {
    SLASH_OFF.set(platform::remembered("slash").as_deref() == Some("off"));
    platform::on_event("click", move |event| clicked(event, &address()));
    platform::on_event("change", move |event| changed(event, address().lang));
    platform::on_event("keydown", move |event| pressed(event, address));
    platform::on_event("input", move |event| {
        if acting(event, "data-search").is_some() {
            let mut address = address();
            if let View::Search(state) = &mut address.view {
                state.words = platform::value(event);
                state.all = false;
            }
            platform::go_instead(&address.write());
        }
    });
}

/// The element with this attribute that an event reached, itself or around it, and the attribute's value.
fn acting(event: &Event, attribute: &str) -> Option<(Element, String)> {
    platform::around(event, attribute)
}

fn clicked(event: &Event, address: &Address) {
    let lang = address.lang;
    if let Some((link, id)) = acting(event, "data-focus") {
        if link.get_attribute("href").is_none_or(|href| !href.starts_with("#/")) {
            event.prevent_default();
        }
        platform::focus(&id);
    } else if let Some((button, text)) = acting(event, "data-copy") {
        let copying = platform::copy(&text);
        platform::spawn(async move {
            let said = if copying.await { lang.copied() } else { lang.copy_failed() };
            if let Some(status) = button.next_element_sibling() {
                status.set_text_content(Some(said));
            }
        });
    } else if let Some((_, name)) = acting(event, "data-save") {
        let hash = address.write();
        platform::spawn(async move {
            let said = platform::module("saving", "save", &[&name, &hash, &platform::base()]).await;
            platform::say(take::SAID, said.as_deref().unwrap_or(lang.data_download_failed()));
        });
    } else if let Some((button, _)) = acting(event, "data-slash") {
        let on = SLASH_OFF.replace(!SLASH_OFF.get());
        platform::remember("slash", if on { "" } else { "off" });
        if let Some(status) = button.next_element_sibling() {
            status.set_text_content(Some(lang.search_slash_said(on)));
        }
    } else if acting(event, "data-print").is_some() {
        platform::print();
    }
}

/// Ctrl K, ⌘ K and the slash go to the search; there the arrows walk the results.
fn pressed(event: &Event, address: impl Fn() -> Address) {
    let Some((key, command)) = platform::key(event) else { return };
    let key = key.as_str();
    let asked = if command { key == "k" } else { key == "/" && !SLASH_OFF.get() && !platform::is_typing(event) };
    if asked {
        event.prevent_default();
        let address = address();
        if matches!(address.view, View::Search(_)) {
            platform::focus(WORDS);
        } else {
            platform::go(&address.to(View::Search(SearchState::default())).write());
        }
    } else if !command && platform::walk(event, key, WORDS) {
        event.prevent_default();
    }
}

fn changed(event: &Event, lang: Lang) {
    if let Some((_, open)) = acting(event, "data-go") {
        let chosen = platform::value(event);
        platform::go(&if chosen.starts_with('#') { chosen } else { filled(&open, &chosen) });
    } else if acting(event, "data-theme-choice").is_some() {
        let theme = platform::value(event);
        platform::set_theme(&theme);
        let kept = platform::remember("theme", &theme);
        platform::say(shell::REFUSED, if kept { "" } else { lang.storage_refused() });
    }
}

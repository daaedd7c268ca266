//! The browser, and nothing else of the app touches it. Every access can be refused: a sandboxed
//! frame has no storage, an old browser no clipboard.

use crate::ui::parts::percent;
use crate::ui::today::{self, WAITS};
use std::future::Future;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, HtmlElement, HtmlSelectElement, Storage, Window};

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// What stands behind `#` in the address bar; where nothing does, the address of the static page that the app takes
/// over.
pub fn hash() -> String {
    let hash = window().and_then(|w| w.location().hash().ok()).unwrap_or_default();
    if hash.is_empty() { boot("address").and_then(|address| address.as_string()).unwrap_or_default() } else { hash }
}

/// What the start scripts have left for the app under this name.
fn boot(name: &str) -> Option<JsValue> {
    let boot = js_sys::Reflect::get(&js_sys::global(), &"lotrinhBoot".into()).ok()?;
    js_sys::Reflect::get(&boot, &name.into()).ok()
}

/// The address of the static page, if its view is there to be taken over.
pub fn static_view() -> Option<String> {
    boot("taken")?.as_bool().filter(|taken| *taken)?;
    boot("address")?.as_string()
}

/// Shows the day in the static page's drawing of years, which did not know it: `words` say it, `place` tells where it
/// stands on an axis of years, as a part of it.
pub fn tell_day(words: &str, place: impl Fn((i32, i32)) -> Option<f64>) {
    let find = |selector: &str| document()?.query_selector(selector).ok()?;
    let year = |name: &str| find("#static #timeline")?.get_attribute(name)?.parse::<i32>().ok();
    let Some(x) = year("data-first").zip(year("data-last")).and_then(place) else { return };
    while let Some(waits) = find(&format!("#static [{WAITS}]")) {
        // None of these can be refused: the names are well formed.
        match waits.get_attribute(WAITS).as_deref() {
            Some(today::LINE) => ["x1", "x2"].iter().for_each(|end| {
                let _ = waits.set_attribute(end, &percent(x));
            }),
            Some(today::WORDS) => waits.set_text_content(Some(words)),
            _ => {}
        }
        if waits.remove_attribute(WAITS).is_err() {
            return;
        }
    }
}

/// Goes to another state; it becomes an entry of the history.
pub fn go(hash: &str) {
    if let Some(window) = window() {
        // A refusal leaves the reader where they are; there is nothing better to do.
        let _ = window.location().set_hash(hash);
    }
}

/// Goes to another state in the place of the current one: no entry in the history.
pub fn go_instead(hash: &str) {
    if let Some(window) = window() {
        let _ = window.location().replace(hash);
    }
}

/// Calls `f` whenever the state in the address bar changes.
pub fn on_hash_change(f: impl Fn() + 'static) {
    let Some(window) = window() else { return };
    // It lives as long as the page.
    gloo::events::EventListener::new(&window, "hashchange", move |_| f()).forget();
}

/// The packed data, which the start script has fetched or unpacked.
pub fn carried_data() -> Option<Vec<u8>> {
    boot("data")?.dyn_ref::<js_sys::Uint8Array>().map(js_sys::Uint8Array::to_vec)
}

/// What a module beside the app answers when it is asked to do `verb`; it is loaded when first asked. None where it
/// failed: the console says why.
pub async fn module(name: &str, verb: &str, given: &[&str]) -> Option<String> {
    let ask = || -> Result<js_sys::Promise, JsValue> {
        let module: js_sys::Function = boot("module").ok_or(JsValue::NULL)?.dyn_into()?;
        let arguments = js_sys::Array::of2(&name.into(), &verb.into());
        for text in given {
            arguments.push(&(*text).into());
        }
        module.apply(&JsValue::UNDEFINED, &arguments)?.dyn_into()
    };
    let answer = match ask() {
        Ok(promise) => wasm_bindgen_futures::JsFuture::from(promise).await,
        Err(error) => Err(error),
    };
    answer.inspect_err(web_sys::console::error_1).ok()?.as_string()
}

/// Calls `f` with every event of this name that reaches the document.
pub fn on_event(name: &'static str, f: impl Fn(&web_sys::Event) + 'static) {
    let Some(document) = document() else { return };
    let options = gloo::events::EventListenerOptions::enable_prevent_default();
    gloo::events::EventListener::new_with_options(&document, name, options, move |event| f(event)).forget();
}

/// The element with this attribute that an event reached, itself or around it, and the attribute's value.
pub fn around(event: &web_sys::Event, attribute: &str) -> Option<(web_sys::Element, String)> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    let element = target.closest(&format!("[{attribute}]")).ok()??;
    let value = element.get_attribute(attribute)?;
    Some((element, value))
}

/// The key of a keyboard event, and whether Ctrl or ⌘ is held; none with Alt, which writes signs of its own.
pub fn key(event: &web_sys::Event) -> Option<(String, bool)> {
    let get = |name: &str| js_sys::Reflect::get(event, &name.into()).unwrap_or_default();
    let held = |name| get(name).is_truthy();
    let key = get("key").as_string().filter(|_| !held("altKey") && !held("isComposing"))?;
    Some((key, held("ctrlKey") || held("metaKey")))
}

/// Whether an event came from a control that takes letters.
pub fn is_typing(event: &web_sys::Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.matches("input, select, textarea, [contenteditable]").unwrap_or(false))
}

/// From the search box or a result to the next or the one before, or into the first; whether the key meant that.
pub fn walk(event: &web_sys::Event, key: &str, words: &str) -> bool {
    let to = || -> Option<HtmlElement> {
        let here: web_sys::Element = event.target()?.dyn_into().ok()?;
        let first = || {
            let hits = document()?.query_selector(".hits").ok()??;
            // Results of other words are about to go.
            if hits.get_attribute("data-words")? != value(event) { None } else { hits.query_selector("a").ok()? }
        };
        let to = if here.id() == words {
            let first: HtmlElement =
                if key == "ArrowDown" || key == "Enter" { first()?.dyn_into().ok()? } else { None? };
            if key == "Enter" {
                first.click();
            }
            return Some(first);
        } else if let Ok(Some(hit)) = here.closest(".hits > li") {
            let next = match key {
                "ArrowDown" => hit.next_element_sibling()?,
                "ArrowUp" => match hit.previous_element_sibling() {
                    Some(before) => before,
                    None => return document()?.get_element_by_id(words)?.dyn_into().ok(),
                },
                _ => return None,
            };
            next.first_element_child()?
        } else {
            return None;
        };
        to.dyn_into().ok()
    };
    to().is_some_and(|to| to.focus().is_ok())
}

/// The id of what has the focus; empty where it has none.
pub fn focused() -> String {
    document().and_then(|d| d.active_element()).map(|e| e.id()).unwrap_or_default()
}

/// The text of the element with this id.
pub fn text_of(id: &str) -> String {
    document().and_then(|d| d.get_element_by_id(id)?.text_content()).unwrap_or_default()
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// A remembered choice.
pub fn remembered(name: &str) -> Option<String> {
    storage()?.get_item(&format!("lotrinh.{name}")).ok()?
}

/// Remembers a choice; false where the browser refuses.
pub fn remember(name: &str, value: &str) -> bool {
    storage().is_some_and(|s| s.set_item(&format!("lotrinh.{name}"), value).is_ok())
}

/// Names the page and its language, for the tab, the history and the screen reader.
pub fn set_page(title: &str, lang: &str) {
    let Some(document) = document() else { return };
    document.set_title(title);
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("lang", lang);
    }
}

/// Sets the theme: `light`, `dark`, or empty to follow the device.
pub fn set_theme(theme: &str) {
    let Some(root) = document().and_then(|d| d.document_element()) else { return };
    if theme.is_empty() {
        let _ = root.remove_attribute("data-theme");
    } else {
        let _ = root.set_attribute("data-theme", theme);
    }
}

/// Takes away the static text that stood there until the app was ready.
pub fn remove_boot() {
    if let Some(boot) = document().and_then(|d| d.get_element_by_id("boot")) {
        boot.remove();
    }
}

/// Moves the focus to an element, and the page to its top with it.
pub fn focus(id: &str) {
    let element = document().and_then(|d| d.get_element_by_id(id));
    if let Some(element) = element.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Puts a text into a status element, where a screen reader announces it.
pub fn say(id: &str, text: &str) {
    if let Some(element) = document().and_then(|d| d.get_element_by_id(id)) {
        element.set_text_content(Some(text));
    }
}

/// Goes to the top of the page.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Copies a text; false where the browser refuses.
pub fn copy(text: &str) -> impl Future<Output = bool> + 'static {
    // `clipboard` is missing outside secure contexts, so it is looked up and not assumed.
    let clipboard = window().map(|w| w.navigator()).and_then(|navigator| {
        let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into()).ok()?;
        (!clipboard.is_undefined()).then(|| clipboard.unchecked_into::<web_sys::Clipboard>())
    });
    let promise = clipboard.map(|clipboard| clipboard.write_text(text));
    async move {
        match promise {
            Some(promise) => wasm_bindgen_futures::JsFuture::from(promise).await.is_ok(),
            None => false,
        }
    }
}

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// The page's own address without what stands behind `#`.
pub fn base() -> String {
    let href = window().and_then(|w| w.location().href().ok()).unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// Runs a future to its end.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(future);
}

/// The text of the control that an event came from.
pub fn value(event: &web_sys::Event) -> String {
    let target = event.target();
    let select = target.as_ref().and_then(|t| t.dyn_ref::<HtmlSelectElement>()).map(HtmlSelectElement::value);
    let input = || target.as_ref().and_then(|t| t.dyn_ref::<web_sys::HtmlInputElement>()).map(|i| i.value());
    select.or_else(input).unwrap_or_default()
}

/// After a panic: says so on the page, and lets the next address start the app anew.
///
/// The app cannot go on by itself; its memory may be half-changed. A reload at another address can.
pub fn show_panic(message: &str) {
    web_sys::console::error_1(&message.into());
    let Some(document) = document() else { return };
    let Some(body) = document.body() else { return };
    let Ok(alert) = document.create_element("div") else { return };
    let _ = alert.set_attribute("role", "alert");
    let _ = alert.set_attribute("class", "panic");
    let add = |tag: &str, text: &str| {
        let element = document.create_element(tag).ok()?;
        element.set_text_content(Some(text));
        alert.append_child(&element).ok()?;
        Some(element)
    };
    add("p", "Phần này gặp lỗi và đã dừng. Các phần khác vẫn dùng được.");
    add("p", "This part failed and has stopped. The other parts still work.");
    if let Some(link) = add("a", "Tổng quan · Overview") {
        let _ = link.set_attribute("href", "#/?");
    }
    add("pre", message);
    let _ = body.prepend_with_node_1(&alert);
    on_hash_change(|| {
        if let Some(window) = window() {
            let _ = window.location().reload();
        }
    });
}

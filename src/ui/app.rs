//! The running app: an address, and the view that follows it.

use super::cx::{Cx, Far, Host};
use super::views::search;
use super::{actions, clock, far, html, platform, shell, today};
use crate::address::{Address, Unread, View, resolve};
use crate::dataset::{self, DataSet};
use crate::i18n::Lang;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};

/// Reads the data, the first half of the start.
pub fn prepare() {
    match read_data() {
        Ok(data) => take(data),
        Err(problem) => platform::show_panic(&problem),
    }
}

/// Mounts the app over the static page, and follows the address bar from there. Nothing happens where there is no data.
pub fn mount() {
    if data().is_none() {
        return;
    }
    platform::set_theme(&platform::remembered("theme").unwrap_or_default());
    platform::remove_boot();
    leptos::mount::mount_to_body(app);
}

/// What views read from now on. They borrow it for as long as the page lives.
fn take(data: DataSet) {
    DATA.set(Some(Box::leak(Box::new(data))));
}

fn data() -> Option<&'static DataSet> {
    DATA.get()
}

/// The data that the page brought along, packed by the build.
#[cfg(not(feature = "whole"))]
fn read_data() -> Result<DataSet, String> {
    let file = platform::carried_data().ok_or("the page brought no data along")?;
    dataset::packed::unpack(file.leak()).map_err(|problem| problem.to_string())
}

/// The data inside the app, for builders that cannot pack it.
#[cfg(feature = "whole")]
fn read_data() -> Result<DataSet, String> {
    dataset::bundled().map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

/// The address in the bar, as far as it could be read, and what could not.
fn current(data: &DataSet) -> (Address, Vec<Unread>) {
    let hash = platform::hash();
    let (mut address, mut unread) = Address::read(&hash);
    // A link that names no language opens in the one the reader chose last.
    if !hash.contains("lang=")
        && let Some(lang) = platform::remembered("lang").as_deref().and_then(Lang::from_tag)
    {
        address.lang = lang;
    }
    let (address, more) = resolve(data, address);
    unread.extend(more);
    (address, unread)
}

fn host() -> Host {
    Host {
        base: platform::base(),
        today: Some(clock::today()),
        theme: Some(platform::remembered("theme").unwrap_or_default()),
        fills: false,
    }
}

/// What is shown, and what another module has drawn of it.
struct State {
    address: Address,
    unread: Vec<Unread>,
    /// The address that was drawn, and what came of it.
    drawn: Option<(Address, Drawn)>,
}

/// What is there of a view that the app need not draw.
enum Drawn {
    /// All of it, which the static page showed.
    Taken,
    /// The part that another module draws.
    Html(String),
    Failed,
}

thread_local! {
    static DATA: Cell<Option<&'static DataSet>> = const { Cell::new(None) };
    static STATE: RefCell<Option<State>> = const { RefCell::new(None) };
}

/// Reads the address in the bar anew, and returns the one before.
fn follow() -> Option<Address> {
    let data = data()?;
    let (address, unread) = current(data);
    STATE.with_borrow_mut(|state| {
        let before = state.take();
        let (before, drawn) = before.map_or((None, None), |state| (Some(state.address), state.drawn));
        // What was taken from the static page goes with it.
        let goes = |(of, drawn): &(Address, Drawn)| {
            matches!(drawn, Drawn::Taken) && shell::page_key(&of.view) != shell::page_key(&address.view)
        };
        let drawn = drawn.filter(|drawn| !goes(drawn));
        *state = Some(State { address, unread, drawn });
        before
    })
}

/// Keeps the view that the static page shows already, so that it is not drawn once more and no module need be loaded
/// for it. A record and the data's own page name the address of the site, which a static page need not know.
fn take_static() {
    // The single file has no static page.
    let Some(of) = (!cfg!(feature = "workshop")).then(platform::static_view).flatten() else { return };
    STATE.with_borrow_mut(|state| {
        let Some(state) = state.as_mut().filter(|state| state.address.write() == of) else { return };
        if matches!(state.address.view, View::Record { .. } | View::Data) {
            return;
        }
        state.drawn = Some((state.address.clone(), Drawn::Taken));
        if let View::Timeline(_) = state.address.view {
            let day = clock::today();
            platform::tell_day(&today::words(&day, state.address.lang), |years| today::place(years, &day));
        }
    });
}

/// The module that draws a part of this view, where the app does not draw everything itself.
fn awaited(view: &View) -> Option<far::Module> {
    if cfg!(feature = "whole") { None } else { far::module(view) }
}

/// Whether the far part of this address is there before anybody has asked for it.
fn is_drawn(address: &Address) -> bool {
    STATE.with_borrow(|state| {
        let drawn = state.as_ref().and_then(|state| state.drawn.as_ref());
        drawn.is_some_and(|(of, drawn)| of == address && !matches!(drawn, Drawn::Failed))
    })
}

fn shown() -> Address {
    STATE.with_borrow(|state| state.as_ref().map(|state| state.address.clone()).unwrap_or_default())
}

/// One signal says that the state has changed; the state itself is a plain value, which the views only read.
fn app() -> impl IntoView {
    let changed = RwSignal::new(());
    let first = follow();
    take_static();
    platform::on_hash_change(move || {
        let before = follow();
        changed.set(());
        arrive(before.as_ref(), changed);
    });
    actions::listen(shown);
    platform::on_event("lotrinh-data", move |_| {
        // The workshop has joined what the reader brought. Views may still borrow the data of before.
        if let Ok(joined) = read_data() {
            take(joined);
        }
    });
    arrive(first.as_ref(), changed);
    move || {
        changed.track();
        STATE.with_borrow(|state| draw(state.as_ref()))
    }
}

fn draw(state: Option<&State>) -> html::Page {
    let (Some(data), Some(State { address, unread, drawn })) = (data(), state) else {
        return html::page(|| html::tag("div"));
    };
    let host = host();
    let mut cx = Cx::new(data, address, &host);
    if awaited(&address.view).is_none() {
        if drawn.as_ref().is_some_and(|(of, drawn)| of == address && matches!(drawn, Drawn::Taken)) {
            cx.far = Far::Taken;
        }
    } else {
        cx.far = match drawn {
            // What the last address of the same page showed stays until this one's is there.
            Some((of, drawn)) if shell::page_key(&of.view) == shell::page_key(&address.view) => match drawn {
                Drawn::Taken => Far::Taken,
                Drawn::Html(html) => Far::Come(html),
                Drawn::Failed => Far::Failed,
            },
            _ => Far::Awaited,
        };
    }
    html::page(|| shell::page(cx, unread))
}

/// What follows when an address has come after another: the tab's title, what is remembered, where the reader goes on.
fn arrive(before: Option<&Address>, changed: RwSignal<()>) {
    let Some(data) = data() else { return };
    let address = shown();
    let host = Host::default();
    platform::set_page(&shell::page_title(Cx::new(data, &address, &host)), address.lang.tag());
    let another = before.is_some_and(|before| shell::page_key(&before.view) != shell::page_key(&address.view));
    if before.is_some_and(|before| before.lang != address.lang) {
        platform::remember("lang", address.lang.tag());
    }
    let focus = shell::focus_after(before, &address);
    let waits_for = awaited(&address.view).filter(|_| before.is_some() || !is_drawn(&address));
    platform::spawn(async move {
        // By now the page is drawn.
        if another {
            platform::scroll_to_top();
        }
        if let Some(id) = focus {
            platform::focus(id);
        }
        if let Some(module) = waits_for {
            let html = platform::module(module.name(), "draw", &[&address.write(), &platform::base()]).await;
            // The reader may have gone on meanwhile.
            let is_new = STATE.with_borrow_mut(|state| {
                let Some(state) = state.as_mut().filter(|state| state.address == address) else { return false };
                let drawn = match (html, state.drawn.take()) {
                    // What stands there has been changed into it, so that the app has nothing to do.
                    (Some(html), Some((_, before))) if html.is_empty() => (before, false),
                    (html, _) => (html.map_or(Drawn::Failed, Drawn::Html), true),
                };
                state.drawn = Some((address, drawn.0));
                drawn.1
            });
            if is_new {
                let focused = platform::focused();
                changed.set(());
                platform::spawn(async move {
                    // Drawn anew as a whole: the focus would be lost with the element that had it.
                    if !focused.is_empty() && platform::focused().is_empty() {
                        platform::focus(&focused);
                    }
                    platform::say(search::SAID, &platform::text_of(search::COUNT));
                });
            }
        }
    });
}

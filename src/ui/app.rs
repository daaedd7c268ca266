//! The running app: an address, and the view that follows it.

use super::cx::Cx;
use super::{html, platform, shell};
use crate::address::{Address, Unread, View, resolve};
use crate::dataset::{self, DataSet};
use crate::i18n::Lang;
use crate::list::List;
use crate::search::{Index, documents};
use leptos::prelude::*;
use std::cell::OnceCell;

/// Reads the data, mounts the app over the static page, and follows the address bar from there.
pub fn start() {
    let data = match read_data() {
        // Views and the search index borrow the data for as long as the page lives.
        Ok(data) => Box::leak(Box::new(data)),
        Err(problem) => return platform::show_panic(&problem),
    };
    platform::set_theme(&platform::remembered("theme").unwrap_or_default());
    platform::remove_boot();
    leptos::mount::mount_to_body(move || app(data));
}

/// The data that the page brought along, packed by the build.
#[cfg(not(feature = "json"))]
pub(super) fn read_data() -> Result<DataSet, String> {
    let file = platform::carried_data().ok_or("the page brought no data along")?;
    dataset::packed::unpack(file.leak()).map_err(|problem| problem.to_string())
}

/// The data inside the app, for builders that cannot pack it.
#[cfg(feature = "json")]
pub(super) fn read_data() -> Result<DataSet, String> {
    dataset::bundled().map_err(|problems| problems.iter().map(ToString::to_string).list().join("\n"))
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

fn app(data: &'static DataSet) -> impl IntoView {
    let state = RwSignal::new(current(data));
    platform::on_hash_change(move || state.set(current(data)));

    let mut before: Option<Address> = None;
    Effect::new(move |_| {
        let (address, _) = state.get();
        platform::set_page(&shell::page_title(Cx::new(data, &address)), address.lang.tag());
        if let Some(before) = &before {
            if before.lang != address.lang {
                platform::remember("lang", address.lang.tag());
            }
            // Another page starts at its heading; another setting of the same page leaves the reader there.
            if shell::page_key(&before.view) != shell::page_key(&address.view) {
                platform::scroll_to_top();
                platform::focus(if matches!(address.view, View::Search { .. }) {
                    "search-words"
                } else {
                    "page-title"
                });
            }
        }
        before = Some(address);
    });

    // Made when somebody first searches, and kept.
    let index = OnceCell::new();
    move || {
        let (address, unread) = state.get();
        let mut cx = Cx::new(data, &address);
        if let View::Search { .. } = address.view {
            cx.index = Some(index.get_or_init(|| Index::new(documents(data))));
        }
        html::page(|| shell::page(cx, &unread))
    }
}

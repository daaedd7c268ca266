//! The running app: an address, and the view that follows it.

use super::cx::{Cx, Far, Host};
use super::{actions, far, html, platform, shell};
use crate::address::{Address, Unread, resolve};
use crate::dataset::{self, DataSet};
use crate::i18n::Lang;
use leptos::prelude::*;

/// Reads the data, mounts the app over the static page, and follows the address bar from there.
pub fn start() {
    let data = match read_data() {
        // Views borrow the data for as long as the page lives.
        Ok(data) => Box::leak(Box::new(data)),
        Err(problem) => return platform::show_panic(&problem),
    };
    platform::set_theme(&platform::remembered("theme").unwrap_or_default());
    platform::remove_boot();
    leptos::mount::mount_to_body(move || app(data));
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
        today: platform::today(),
        theme: Some(platform::remembered("theme").unwrap_or_default()),
    }
}

/// What the workshop has drawn, and for which address; none where it failed.
type Drawn = Option<(String, Option<String>)>;

fn app(data: &'static DataSet) -> impl IntoView {
    let state = RwSignal::new(current(data));
    let drawn: RwSignal<Drawn> = RwSignal::new(None);
    platform::on_hash_change(move || state.set(current(data)));
    actions::listen(move || state.get_untracked().0);

    let mut before: Option<Address> = None;
    Effect::new(move |_| {
        let (address, _) = state.get();
        let host = Host::default();
        platform::set_page(&shell::page_title(Cx::new(data, &address, &host)), address.lang.tag());
        if let Some(before) = &before
            && before.lang != address.lang
        {
            platform::remember("lang", address.lang.tag());
        }
        if let Some(id) = shell::focus_after(before.as_ref(), &address) {
            if before.as_ref().is_some_and(|before| shell::page_key(&before.view) != shell::page_key(&address.view)) {
                platform::scroll_to_top();
            }
            platform::focus_soon(id);
        }
        if cfg!(not(feature = "whole")) && far::is_far(&address.view) {
            ask(address.clone(), state, drawn);
        }
        before = Some(address);
    });

    move || {
        let (address, unread) = state.get();
        let host = host();
        let drawn = drawn.get();
        let mut cx = Cx::new(data, &address, &host);
        if cfg!(not(feature = "whole")) && far::is_far(&address.view) {
            cx.far = match &drawn {
                Some((of, html)) if shell::page_key(&Address::read(of).0.view) == shell::page_key(&address.view) => {
                    html.as_deref().map_or(Far::Failed, Far::Come)
                }
                _ => Far::Awaited,
            };
        }
        html::page(|| shell::page(cx, &unread))
    }
}

/// Has the far part of an address drawn, and shows it unless the reader has gone on meanwhile.
fn ask(address: Address, state: RwSignal<(Address, Vec<Unread>)>, drawn: RwSignal<Drawn>) {
    platform::spawn(async move {
        let hash = address.write();
        let html = platform::workshop("draw", &[&hash, &platform::base()]).await;
        if state.with_untracked(|(now, _)| *now == address) {
            drawn.set(Some((hash, html)));
        }
    });
}

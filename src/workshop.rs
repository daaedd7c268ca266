//! The module of the views that are looked at and compared, loaded when somebody opens one.
//!
//! The page hands it the same packed data as the app; from there it is given texts and gives back the same.

use lotrinh::address::{Address, TimelineState, View};
use lotrinh::timeline::{Window, years_between};
use lotrinh::ui::carried::data;
use lotrinh::ui::clock;
use lotrinh::ui::cx::Host;
use lotrinh::ui::html::Page;
use lotrinh::ui::{far, render};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

#[cfg(all(target_arch = "wasm32", not(feature = "csr")))]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg_attr(feature = "csr", expect(dead_code, reason = "in the single file it is a module"))]
fn main() {}

thread_local! {
    /// What was drawn last: an address, and the page's own. What a view awaits belongs to them.
    static DRAWN: RefCell<(String, String)> = RefCell::default();
    /// The comparison that was drawn last, if that was one: it is changed into the next where it stands.
    static STANDS: RefCell<Option<Page>> = const { RefCell::new(None) };
}

/// The part of an address's view that the app leaves to this module, as HTML. `base` is the page's own address.
///
/// # Errors
///
/// If the data has not come yet.
#[wasm_bindgen]
pub fn draw(hash: &str, base: &str) -> Result<String, JsError> {
    let page = page(hash, base)?;
    let html = render::printed(&page);
    STANDS.set(is_changed(hash).then_some(page));
    Ok(html)
}

/// What makes this address's view of the one that was drawn last (see `Page::changes`); none where it is drawn anew.
///
/// # Errors
///
/// If the data has not come yet.
#[wasm_bindgen]
pub fn change(hash: &str, base: &str) -> Result<Option<String>, JsError> {
    let Some(old) = STANDS.take().filter(|_| is_changed(hash)) else { return Ok(None) };
    let new = page(hash, base)?;
    let changes = new.changes(&old);
    STANDS.set(Some(new));
    Ok(changes)
}

/// Whether a view of this address is changed where it stands. The timeline's instrument, for one, counts on a drawing
/// that is made anew.
fn is_changed(hash: &str) -> bool {
    matches!(Address::read(hash).0.view, View::Compare(_))
}

fn page(hash: &str, base: &str) -> Result<Page, JsError> {
    DRAWN.set((hash.to_owned(), base.to_owned()));
    Ok(render::far_page(data()?, hash, &Host { fills: true, ..host(base) }, far::workshop))
}

/// The same with its heading, for a frame in which no app runs yet.
///
/// # Errors
///
/// If the data has not come yet.
#[cfg(not(feature = "csr"))]
#[wasm_bindgen]
pub fn framed(hash: &str, base: &str) -> Result<String, JsError> {
    Ok(render::framed(data()?, hash, &host(base), far::workshop))
}

fn host(base: &str) -> Host {
    Host { base: base.to_owned(), today: Some(clock::today()), ..Host::default() }
}

/// Moves what is in sight of an axis of so many years: `pan` by so many of its own widths, `zoom` to so many times as
/// much about a place in it. Gives its start and width as parts of the axis.
#[wasm_bindgen(js_name = timelineMove)]
pub fn timeline_move(start: f64, width: f64, verb: &str, amount: f64, about: f64, years: i32) -> Vec<f64> {
    let window = Window { start, width };
    let window = match verb {
        "pan" => window.pan(amount),
        "zoom" => window.zoom(amount, about, years),
        _ => Window::WHOLE,
    };
    Vec::from([window.start, window.width])
}

/// The address of a timeline after a reader has moved what is in sight of an axis from one year to another.
#[wasm_bindgen(js_name = timelineSight)]
pub fn timeline_sight(hash: &str, start: f64, width: f64, first: i32, last: i32) -> String {
    changed(hash, |state| state.span = Window { start, width }.span((first, last)))
}

/// The address of a timeline whose lane with this key a reader has opened or closed.
#[wasm_bindgen(js_name = timelineTurn)]
pub fn timeline_turn(hash: &str, key: &str) -> String {
    changed(hash, |state| state.open = std::mem::take(&mut state.open).turned(key))
}

/// The address of a timeline with only the tasks that run in the years between two places on the axis.
#[wasm_bindgen(js_name = timelineYears)]
pub fn timeline_years(hash: &str, from: f64, to: f64, first: i32, last: i32) -> String {
    let (from, to) = years_between(from, to, (first, last));
    changed(hash, |state| {
        (state.filter.from, state.filter.to, state.span) = (Some(from), Some(to), None);
    })
}

fn changed(hash: &str, change: impl FnOnce(&mut TimelineState)) -> String {
    let mut address = Address::read(hash).0;
    if let View::Timeline(state) = &mut address.view {
        change(state);
    }
    address.write()
}

/// What the view that was drawn last has left out at the places of these names, as HTML in their order.
///
/// # Errors
///
/// If the data has not come yet.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "this is how a list comes from JavaScript")]
pub fn awaited(names: Vec<String>) -> Result<Vec<String>, JsError> {
    let data = data()?;
    DRAWN.with_borrow(|(hash, base)| Ok(render::awaited(data, hash, &Host { fills: true, ..host(base) }, &names)))
}

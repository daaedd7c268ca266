//! No browser: the views are rendered to text.

use std::future::Future;

/// Goes nowhere.
pub fn go(_hash: &str) {}

/// Moves no focus.
pub fn focus(_id: &str) {}

/// Moves no focus.
pub fn focus_soon(_id: &str) {}

/// Says nothing.
pub fn say(_id: &str, _text: &str) {}

/// Says nothing.
pub fn beside(_event: &leptos::ev::Event) -> impl Fn(&str) + 'static {
    |_| {}
}

/// Goes nowhere.
pub fn go_instead(_hash: &str) {}

/// Copies nothing.
pub fn copy(_text: &str) -> impl Future<Output = bool> + 'static {
    std::future::ready(false)
}

/// Saves nothing.
pub fn download(_name: &str, _kind: &str, _contents: &str) -> bool {
    false
}

/// Has no workshop.
pub async fn workshop(_name: &str, _given: &[&str]) -> Option<String> {
    None
}

/// Prints nothing.
pub fn print() {}

/// There is no page to be the base of links.
pub fn base() -> String {
    String::new()
}

/// Runs nothing.
pub fn spawn(_future: impl Future<Output = ()> + 'static) {}

/// The text of a control that an event came from: there are no events.
pub fn value(_event: &leptos::ev::Event) -> String {
    String::new()
}

/// No clock either: what is rendered to text must not depend on the day it was rendered.
pub fn today() -> Option<String> {
    None
}

//! A button that copies a text and says whether it could.

use crate::ui::html::*;

/// A button that copies a text and says beside it whether it could.
pub fn copy_button(label: &'static str, text: String) -> Html {
    fragment()
        .child(tag("button").class("button no-print").attr("type", "button").attr("data-copy", text).child(label))
        .child(tag("span").class("said").attr("role", "status"))
}

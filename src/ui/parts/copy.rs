//! A button that copies a text and says whether it could.

use crate::i18n::Lang;
use crate::ui::html::*;
use crate::ui::platform;

/// A button that copies a text and says beside it whether it could.
pub fn copy_button(lang: Lang, label: &'static str, text: String) -> Html {
    let copy = move |event| {
        let say = platform::beside(&event);
        let copying = platform::copy(&text);
        platform::spawn(async move { say(if copying.await { lang.copied() } else { lang.copy_failed() }) });
    };
    fragment()
        .child(tag("button").class("button no-print").attr("type", "button").on("click", copy).child(label))
        .child(tag("span").class("said").attr("role", "status"))
        .into_any()
}

//! A button that copies a text and says whether it could.

use crate::i18n::Lang;
use crate::ui::platform;
use leptos::prelude::*;

/// A button that copies a text and says whether it could.
pub fn copy_button(lang: Lang, label: &'static str, text: String) -> AnyView {
    let said = RwSignal::new("");
    view! {
        <button
            class="button no-print"
            type="button"
            on:click=move |_| {
                let copying = platform::copy(&text);
                platform::spawn(async move {
                    said.set(if copying.await { lang.copied() } else { lang.copy_failed() });
                });
            }
        >
            {label}
        </button>
        <span class="said" role="status">{move || said.get()}</span>
    }
    .into_any()
}

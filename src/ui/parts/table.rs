//! Tables that may be wider than the screen.

use crate::i18n::Lang;
use leptos::prelude::*;

/// A column's heading and whether its cells are figures.
pub struct Column {
    /// The heading.
    pub label: AnyView,
    /// Figures are set right.
    pub numeric: bool,
}

impl Column {
    /// A column of texts.
    pub fn text(label: impl Into<String>) -> Self {
        let label: String = label.into();
        Self { label: label.into_any(), numeric: false }
    }

    /// A column of figures.
    pub fn number(label: impl Into<String>) -> Self {
        Self { numeric: true, ..Self::text(label) }
    }
}

/// A table in a frame that scrolls sideways, can be reached by keyboard, and says what it is.
///
/// The first cell of each row is its head; rows come as ready `<tr>`.
pub fn scrolling(lang: Lang, caption: impl Into<String>, columns: Vec<Column>, rows: Vec<AnyView>) -> AnyView {
    let caption: String = caption.into();
    let heads: Vec<_> = columns
        .into_iter()
        .map(|column| view! { <th scope="col" class:numeric=column.numeric>{column.label}</th> })
        .collect();
    let label = caption.clone();
    view! {
        <div class="table-frame" role="region" tabindex="0" aria-label=label>
            <p class="table-frame__hint" aria-hidden="true">{lang.wide_table()}</p>
            <table class="table">
                <caption>{caption}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

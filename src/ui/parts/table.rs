//! Tables that may be wider than the screen.

use crate::i18n::Lang;
use crate::ui::html::*;

/// A column's heading and whether its cells are figures.
pub struct Column {
    /// The heading.
    pub label: Html,
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
pub fn scrolling(lang: Lang, caption: impl Into<String>, columns: Vec<Column>, rows: impl IntoHtml) -> Html {
    framed(lang, caption.into(), columns, rows.into_any())
}

#[inline(never)]
fn framed(lang: Lang, caption: String, columns: Vec<Column>, rows: Html) -> Html {
    let heads = all(columns
        .into_iter()
        .map(|column| tag("th").attr("scope", "col").class_if("numeric", column.numeric).child(column.label)));
    tag("div")
        .class("table-frame")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", caption.as_str())
        .child(tag("p").class("table-frame__hint").attr("aria-hidden", "true").child(lang.wide_table()))
        .child(
            tag("table")
                .class("table")
                .child(tag("caption").child(caption))
                .child(tag("thead").child(tag("tr").child(heads)))
                .child(tag("tbody").child(rows)),
        )
        .into_any()
}

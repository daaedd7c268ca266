//! How SVG writes things.

use crate::i18n::decimal;

/// A part of a width.
pub fn percent(part: f64) -> String {
    let mut out = decimal(part * 100.0, 2);
    out.push('%');
    out
}

//! What a view draws, as one SVG that stands by itself: title, what is chosen, sources, address and date are inside, and
//! nothing refers to a style sheet, a font or a page. It is whole, however much of it a screen would show.

mod agencies;
mod chart;
mod compare;
mod paint;
mod timeline;

use super::{Origin, sheet};
use crate::address::{Address, View};
use crate::dataset::DataSet;
use paint::Paint;

/// The drawing of an address; none where its view draws nothing.
pub fn drawing(data: &DataSet, address: &Address, origin: &Origin<'_>) -> Option<String> {
    // The same title, choice and sources as in the tables.
    let sheet = sheet(data, address, origin)?;
    let lang = address.lang;
    let mut paint = Paint::default();
    match &address.view {
        View::Timeline(state) => timeline::paint(&mut paint, data, lang, state, &sheet, origin),
        View::Agencies(state) => agencies::paint(&mut paint, data, lang, state, &sheet),
        View::Compare(state) => compare::paint(&mut paint, data, lang, state, &sheet)?,
        View::Indicator { indicator } => chart::paint(&mut paint, data, lang, data.indicator(indicator)?, &sheet)?,
        _ => return None,
    }
    Some(paint.finish(&sheet))
}

#[cfg(test)]
mod tests;

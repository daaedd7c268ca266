//! Files that take a view away: what is on the screen, as it is filtered there, with its citation, its sources and the
//! address that opens it again.
//!
//! [`sheet()`] puts a view's records into tables by the same functions that the view draws them with, and
//! [`drawing()`] a picture; `csv`, `json`, `xlsx` and `calendar` write them. The second module makes them; nothing here
//! asks a clock or a browser.

pub mod calendar;

mod offer;

mod name;

mod sheet;

mod csv;

mod json;

mod zip;

mod xlsx;

mod drawing;

pub use csv::csv;
pub use drawing::drawing;
pub use json::json;
pub use name::name;
pub use offer::{Format, offered, plans_of};
pub use sheet::{Cell, Column, Kind, Sheet, Source, Table, sheet};
pub use xlsx::xlsx;

use crate::address::{Address, resolve};
use crate::dataset::DataSet;

/// Where and when a file is made.
#[derive(Debug, Clone, Copy)]
pub struct Origin<'a> {
    /// The page's own address without what stands behind `#`; empty where it has none on the net.
    pub base: &'a str,
    /// Now in universal time, `yyyy-mm-ddThh:mm:ss`.
    pub now: &'a str,
    /// The day where the reader is, `yyyy-mm-dd`.
    pub day: &'a str,
}

/// The file of a format for the address behind `#`; none where its view has nothing to put into one.
pub fn file(data: &DataSet, hash: &str, format: Format, origin: &Origin<'_>) -> Option<Vec<u8>> {
    let (address, _) = resolve(data, Address::read(hash).0);
    if !offered(&address.view).contains(&format) {
        return None;
    }
    let sheet = || sheet(data, &address, origin);
    Some(match format {
        Format::Csv => csv(&sheet()?).into_bytes(),
        Format::Json => json(&sheet()?).into_bytes(),
        Format::Xlsx => xlsx(&sheet()?, origin.now),
        Format::Svg | Format::Png => drawing(data, &address, origin)?.into_bytes(),
        Format::Calendar => calendar::of_view(data, &address, origin)?.into_bytes(),
    })
}

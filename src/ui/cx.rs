//! What every view is given.

use crate::address::{self, Address, View};
use crate::dataset::DataSet;
use crate::i18n::Lang;

/// What a view is told of where it is shown. Empty where it is rendered to text: that must depend neither on the
/// day nor on the host.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Host {
    /// The page's own address without what stands behind `#`.
    pub base: String,
    /// Today where the reader is, `yyyy-mm-dd`.
    pub today: Option<String>,
    /// The theme that the reader has chosen: `light`, `dark`, or empty to follow the device. None where it cannot be
    /// chosen, because no app runs.
    pub theme: Option<String>,
    /// Whether `xtask/assets/awaited.js` fills in what a long view leaves out at first, as it does for the workshop.
    pub fills: bool,
}

impl Host {
    /// The address that others can follow; empty for an edition opened from a disk, which has none.
    pub fn shared_base(&self) -> &str {
        if self.base.starts_with("http") { &self.base } else { "" }
    }
}

/// The part of a view that a module beside the app draws (see [`crate::ui::far`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Far<'a> {
    /// It is drawn here and now: this is such a module, or a page rendered to text.
    Here,
    /// It has been asked for.
    Awaited,
    /// All of the view stands in the static page, whose elements are moved into the app's when that page goes.
    Taken,
    /// It has come, as HTML.
    Come(&'a str),
    /// It could not be had.
    Failed,
}

/// The data, the address, and its language.
#[derive(Clone, Copy)]
pub struct Cx<'a> {
    /// All plans.
    pub data: &'a DataSet,
    /// What is shown.
    pub address: &'a Address,
    /// The language of the interface.
    pub lang: Lang,
    /// Where it is shown.
    pub host: &'a Host,
    /// The part that another module draws.
    pub far: Far<'a>,
}

impl<'a> Cx<'a> {
    /// The context of an address.
    pub fn new(data: &'a DataSet, address: &'a Address, host: &'a Host) -> Self {
        Self { data, address, lang: address.lang, host, far: Far::Here }
    }

    /// The link to another view in the same language.
    #[inline(never)]
    #[expect(clippy::needless_pass_by_value, reason = "views are made to be linked to, and dropped here once")]
    pub fn href(&self, view: View) -> String {
        address::written(self.lang, &view)
    }
}

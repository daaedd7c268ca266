//! What every view is given.

use crate::address::{Address, View};
use crate::dataset::DataSet;
use crate::i18n::Lang;

/// The data, the address, and its language.
#[derive(Debug, Clone, Copy)]
pub struct Cx<'a> {
    /// All plans.
    pub data: &'a DataSet,
    /// What is shown.
    pub address: &'a Address,
    /// The language of the interface.
    pub lang: Lang,
}

impl<'a> Cx<'a> {
    /// The context of an address.
    pub fn new(data: &'a DataSet, address: &'a Address) -> Self {
        Self { data, address, lang: address.lang }
    }

    /// The link to another view in the same language.
    pub fn href(&self, view: View) -> String {
        self.address.to(view).write()
    }
}

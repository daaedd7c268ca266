//! What every view is given.

use crate::address::{Address, View};
use crate::dataset::DataSet;
use crate::i18n::Lang;
use crate::search::Index;

/// The data, the address, and its language.
#[derive(Clone, Copy)]
pub struct Cx<'a> {
    /// All plans.
    pub data: &'a DataSet,
    /// What is shown.
    pub address: &'a Address,
    /// The language of the interface.
    pub lang: Lang,
    /// The search index, where one was made before; making one takes longer than any view.
    pub index: Option<&'a Index<'a>>,
}

impl<'a> Cx<'a> {
    /// The context of an address.
    pub fn new(data: &'a DataSet, address: &'a Address) -> Self {
        Self { data, address, lang: address.lang, index: None }
    }

    /// The link to another view in the same language.
    pub fn href(&self, view: View) -> String {
        self.address.to(view).write()
    }
}

//! What changes of the map mean for figures.

use crate::borders::Borders;
use crate::i18n::{Lang, date};
use crate::list::List;
use crate::model::Province;

impl Lang {
    /// What a reader must know of the place that a province's figures are of, as a sentence.
    pub fn borders(self, province: &str, borders: &Borders<'_>) -> String {
        let names = |with: &[&Province]| with.iter().map(|p| p.name.get(self)).list().join(", ");
        match (self, borders) {
            (Self::Vi, Borders::Merged { into, on }) => format!(
                "Con số là của {province} theo địa giới cũ: từ {} nơi này thuộc {}.",
                date(on, self),
                into.name.get(self)
            ),
            (Self::En, Borders::Merged { into, on }) => format!(
                "The figures are of {province} within its old borders: since {} it is part of {}.",
                date(on, self),
                into.name.get(self)
            ),
            (Self::Vi, Borders::Smaller { with, on }) => {
                format!("Con số là của {province} trước khi nhập thêm {} ({}).", names(with), date(on, self))
            }
            (Self::En, Borders::Smaller { with, on }) => {
                format!("The figures are of {province} before it took in {} ({}).", names(with), date(on, self))
            }
            (Self::Vi, Borders::Enlarged { with, on }) => format!(
                "Con số là của {province} đã nhập thêm {} ({}): số đo trước đó là của một nơi nhỏ hơn.",
                names(with),
                date(on, self)
            ),
            (Self::En, Borders::Enlarged { with, on }) => format!(
                "The figures are of {province} with {}, which it took in on {}: what was measured before is of a smaller place.",
                names(with),
                date(on, self)
            ),
        }
    }
}

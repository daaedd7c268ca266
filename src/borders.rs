//! Provinces are merged, and what a plan's figures are of changes with the map.

use crate::dataset::DataSet;
use crate::i18n::Lang;
use crate::list::List;
use crate::model::{Plan, Province};

/// What a reader must know of the place that a plan's figures are of. The days are `yyyy-mm-dd`.
#[derive(Debug, Clone, PartialEq)]
pub enum Borders<'a> {
    /// The province has become part of another since the plan was made.
    Merged {
        /// What it is part of now.
        into: &'a Province,
        /// Since when.
        on: &'a str,
    },
    /// It has taken others in since the plan was made: the figures are of the smaller place.
    Smaller {
        /// What it took in.
        with: Vec<&'a Province>,
        /// When.
        on: &'a str,
    },
    /// It had taken others in before the plan was made: what was measured before is of a smaller place.
    Enlarged {
        /// What it had taken in.
        with: Vec<&'a Province>,
        /// When.
        on: &'a str,
    },
}

/// What the map's changes mean for a plan's figures; none for the nation, and where the borders have stayed. A plan
/// without a date is taken to be of the year in which it begins.
pub fn borders<'a>(data: &'a DataSet, plan: &Plan) -> Option<Borders<'a>> {
    let province = data.province(plan.province.as_ref()?)?;
    let begins = plan.period.0.to_string();
    let made = plan.date.as_deref().unwrap_or(&begins);
    if let (Some(into), Some(on)) = (&province.successor, province.succeeded_on.as_deref()) {
        return Some(Borders::Merged { into: data.province(into)?, on });
    }
    let on = province.enlarged_on.as_deref()?;
    let with = province.absorbed.iter().filter_map(|id| data.province(id)).list();
    Some(if made < on { Borders::Smaller { with, on } } else { Borders::Enlarged { with, on } })
}

/// That as a sentence.
pub fn sentence(data: &DataSet, plan: &Plan, lang: Lang) -> Option<String> {
    borders(data, plan).map(|borders| lang.borders(plan.short.get(lang), &borders))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::bundled;

    #[test]
    fn a_plan_knows_its_borders() {
        let mut data = bundled().expect("the bundled data is sound");
        let of = |data: &DataSet, id: &str| {
            let plan = data.plan(&id.into()).expect("it is there");
            match borders(data, plan) {
                None => "as they were".to_owned(),
                Some(Borders::Merged { into, on }) => format!("in {} since {on}", into.id),
                Some(Borders::Smaller { with, on }) => format!("without {} of {on}", with[0].id),
                Some(Borders::Enlarged { with, on }) => format!("with {} since {on}", with[0].id),
            }
        };
        assert_eq!(of(&data, "vn-2021-2025"), "as they were");
        assert_eq!(of(&data, "dak-nong-2021-2025"), "in lam-dong since 2025-07-01");
        assert_eq!(of(&data, "brvt-2021-2025"), "in ho-chi-minh since 2025-07-01");
        assert_eq!(of(&data, "gia-lai-2026-2030"), "with binh-dinh since 2025-07-01");
        let plan = data.plans.iter_mut().find(|plan| plan.id.as_str() == "gia-lai-2026-2030").expect("it is there");
        plan.date = Some("2025-06-30".to_owned());
        assert_eq!(of(&data, "gia-lai-2026-2030"), "without binh-dinh of 2025-07-01");
    }
}

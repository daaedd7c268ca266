//! What a file is called.

use super::Format;
use crate::address::{Address, Part, View};
use crate::i18n::Lang;
use crate::list::List;
use crate::matrix::{COLLECTIVE_LEAD, EVERYONE, NO_LEAD, SEVERAL_LEADS};
use crate::model::PlanId;
use crate::text::fold;

/// So many letters at most: some file systems and mail programs cut longer names.
const LONGEST: usize = 80;

/// So many plans are named; more are not.
const PLANS: usize = 3;

/// A file's name: what it holds, in ASCII and small letters: `lotrinh-so-sanh-dak-nong-2021-2025.xlsx`.
pub fn name(address: &Address, format: Format) -> String {
    let mut words = vec!["lotrinh".to_owned()];
    let word = |vi: &str, en: &str| match address.lang {
        Lang::Vi => vi.to_owned(),
        Lang::En => en.to_owned(),
    };
    let plans =
        |ids: &[PlanId]| if ids.len() > PLANS { Vec::new() } else { ids.iter().map(|id| id.0.to_owned()).list() };
    match &address.view {
        View::Overview => words.push(word("tong-quan", "overview")),
        View::Plans => words.push(word("cac-ke-hoach", "plans")),
        View::Plan { plan, part } => {
            words.push(plan.0.to_owned());
            words.push(match part {
                None => word("ke-hoach", "plan"),
                Some(Part::Objectives) => word("muc-tieu-dinh-tinh", "objectives"),
                Some(Part::Targets) => word("muc-tieu", "targets"),
                Some(Part::Tasks) => word("nhiem-vu", "tasks"),
                Some(Part::Provisions) => word("quy-dinh", "provisions"),
                Some(Part::Defects) => word("loi-van-ban", "defects"),
            });
        }
        View::Record { plan, record } => words.extend([plan.0.to_owned(), record.0.to_owned()]),
        View::Timeline(state) => {
            words.push(word("tien-do", "timeline"));
            words.extend(state.filter.agency.iter().map(|id| id.0.to_owned()));
            words.extend(plans(&state.filter.plans));
            words.extend(state.filter.from.iter().chain(&state.filter.to).map(ToString::to_string));
        }
        View::Agencies(state) => {
            words.push(word("phan-cong", "agencies"));
            if let Some((row, column)) = state.cell {
                words.push(match row {
                    NO_LEAD => word("khong-chu-tri", "no-lead"),
                    SEVERAL_LEADS => word("nhieu-chu-tri", "several-leads"),
                    COLLECTIVE_LEAD => word("chu-tri-chung", "collective-lead"),
                    EVERYONE => word("tat-ca", "all"),
                    key => key.0.to_owned(),
                });
                words.extend(column.map(|key| key.0.to_owned()));
            }
            words.extend(plans(&state.settings.plans));
        }
        View::Agency { agency } => words.extend([word("co-quan", "agency"), agency.0.to_owned()]),
        View::Compare(state) => {
            words.push(word("so-sanh", "comparison"));
            words.extend(plans(&state.plans));
            words.extend(state.baseline.iter().map(|id| format!("{}-{id}", word("voi", "with"))));
        }
        View::Indicators => words.push(word("chi-tieu", "indicators")),
        View::Indicator { indicator } => words.extend([word("chi-tieu", "indicator"), indicator.0.to_owned()]),
        View::Search(state) => words.extend([word("tim", "search"), state.words.clone()]),
        View::Import => words.push(word("van-ban", "document")),
        View::Data => words.push(word("du-lieu", "data")),
    }
    format!("{}{}", slug(&words.join("-")), format.ending())
}

/// Letters and digits, with one dash between words, at most [`LONGEST`].
fn slug(words: &str) -> String {
    let mut out = String::new();
    for c in fold(words).chars() {
        if out.len() >= LONGEST {
            break;
        }
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !out.ends_with('-') {
            out.push('-');
        }
    }
    out.trim_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_a_file_holds_in_ascii() {
        for (hash, expected) in [
            ("#/", "lotrinh-tong-quan.xlsx"),
            ("#/?lang=en", "lotrinh-overview.xlsx"),
            (
                "#/compare?baseline=vn-2021-2025&plans=dak-nong-2021-2025",
                "lotrinh-so-sanh-dak-nong-2021-2025-voi-vn-2021-2025.xlsx",
            ),
            ("#/plan/vn-2016-2020?part=tasks", "lotrinh-vn-2016-2020-nhiem-vu.xlsx"),
            ("#/timeline?agency=bo-cong-thuong&from=2021&to=2025", "lotrinh-tien-do-bo-cong-thuong-2021-2025.xlsx"),
            ("#/agencies?cell=_~policy", "lotrinh-phan-cong-khong-chu-tri-policy.xlsx"),
            ("#/indicator/b2c_revenue", "lotrinh-chi-tieu-b2c-revenue.xlsx"),
            ("#/search?words=Hóa%20đơn%20%2F%20điện%20tử%3F", "lotrinh-tim-hoa-don-dien-tu.xlsx"),
            ("#/search?words=..%2F..%2F%3C%3E", "lotrinh-tim.xlsx"),
        ] {
            assert_eq!(name(&Address::read(hash).0, Format::Xlsx), expected, "{hash}");
        }
        let long = format!("#/search?words={}", "dài ".repeat(200));
        let name = name(&Address::read(&long).0, Format::Calendar);
        assert!(name.len() <= LONGEST + 4 && name.is_ascii(), "{name}");
    }
}

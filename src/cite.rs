//! How to cite a record: document, number, date, clause, and where it was read.

use crate::dataset::DataSet;
use crate::i18n::{Lang, date};
use crate::list::List;
use crate::model::{Basis, ClausePath, Plan, Record};

/// Where readers find the explorer's own record; the edition's base is put before it.
pub fn citation(data: &DataSet, plan: &Plan, record: Option<Record<'_>>, lang: Lang, address: &str) -> String {
    let mut parts = vec![document(data, plan, lang)];
    if let Some(record) = record {
        if plan.basis == Basis::Document {
            parts.push(clause(record.clause(), lang));
        }
        parts.push(format!("“{}”", record.title().get(lang)));
    }
    if plan.basis == Basis::Press {
        let report = match record {
            Some(Record::Target(target)) => target.address.clone(),
            _ => plan.addresses.first().cloned(),
        };
        parts.push(match lang {
            Lang::Vi => format!("theo {}", report.unwrap_or_default()),
            Lang::En => format!("as reported by {}", report.unwrap_or_default()),
        });
    }
    let source = match lang {
        Lang::Vi => "Dữ liệu: Lộ trình",
        Lang::En => "Data: Lộ trình",
    };
    format!("{}. {source} {}, {address}", parts.join(", "), env!("CARGO_PKG_VERSION"))
}

/// A plan's document: issuer, number, date and title.
pub fn document(data: &DataSet, plan: &Plan, lang: Lang) -> String {
    let issuer = data.agency(&plan.issuer).map(|agency| agency.name.get(lang)).unwrap_or_default();
    let mut parts = Vec::new();
    match (lang, &plan.number) {
        (Lang::Vi, Some(number)) => parts.push(format!("{issuer}, Quyết định số {number}")),
        (Lang::En, Some(number)) => parts.push(format!("{issuer}, Decision {number}")),
        (_, None) => parts.push(issuer.to_owned()),
    }
    if let Some(day) = &plan.date {
        parts.push(match lang {
            Lang::Vi => format!("ngày {}", date(day, lang)),
            Lang::En => date(day, lang),
        });
    }
    parts.push(plan.title.get(lang).to_owned());
    parts.join(", ")
}

/// A clause path in a sentence: `Điều 1, mục B, mục II, khoản 2, điểm a` would be a guess at ranks, so
/// the path stays as printed, with commas.
pub fn clause(path: &ClausePath, lang: Lang) -> String {
    if path.as_str() == ClausePath::PRESS {
        return match lang {
            Lang::Vi => "theo báo chí".to_owned(),
            Lang::En => "press report".to_owned(),
        };
    }
    let steps: Vec<String> = path
        .steps()
        .map(|step| match (lang, step.strip_prefix('-'), step.strip_prefix('+')) {
            (Lang::Vi, Some(n), _) => format!("gạch đầu dòng {n}"),
            (Lang::En, Some(n), _) => format!("dash {n}"),
            (Lang::Vi, _, Some(n)) => format!("dấu cộng {n}"),
            (Lang::En, _, Some(n)) => format!("plus {n}"),
            _ => step.to_owned(),
        })
        .list();
    match lang {
        // "Điều 1 – B" names itself; "I – 2" does not.
        Lang::Vi if steps.first().is_some_and(|s| s.contains(' ')) => steps.join(" – "),
        Lang::Vi => format!("mục {}", steps.join(" – ")),
        Lang::En => format!("clause {}", steps.join(" – ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::bundled;

    #[test]
    fn a_target_is_cited_with_document_clause_and_address() {
        let data = bundled().expect("the bundled data is sound");
        let plan = data.plan(&"vn-2021-2025".into()).expect("there");
        let record = plan.record(&"t1".into());
        let vi = citation(&data, plan, record, Lang::Vi, "https://lotrinh.example/#/plan/vn-2021-2025/t1");
        for part in
            ["Thủ tướng Chính phủ", "645/QĐ-TTg", "15/5/2020", "Điều 1 – B – II – 1 – a", "#/plan/vn-2021-2025/t1"]
        {
            assert!(vi.contains(part), "{part} is not in: {vi}");
        }
        let press = data.plan(&"gia-lai-2026-2030".into()).expect("there");
        let en = citation(&data, press, press.record(&"t1".into()), Lang::En, "#");
        assert!(en.contains("as reported by https://vnexpress.net/"), "{en}");
    }
}

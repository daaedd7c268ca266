//! A comparison in words that can stand in a report.

use super::{Alignment, Counts, Verdict};
use crate::borders;
use crate::cite;
use crate::dataset::DataSet;
use crate::i18n::{Lang, quantity};
use crate::list::List;
use crate::model::{Basis, Plan, Target};

/// The paragraphs about one plan against a baseline: how many verdicts of which kind, then what is set lower, not set,
/// set higher, set besides and cannot be compared, each with figures, years and clauses; at the end both documents.
pub fn summary(data: &DataSet, plan: &Plan, baseline: &Plan, alignments: &[Alignment<'_>], lang: Lang) -> Vec<String> {
    let counts = lang.compare_counts(Counts::of(alignments));
    let counts: Vec<String> = counts.into_iter().map(|(verdict, n)| format!("{n} {}", lang.verdict(verdict).1)).list();
    let (name, base) = (plan.title.get(lang), baseline.title.get(lang));
    let mut out = vec![lang.summary_counts(name, base, alignments.len(), &counts.join(", "))];
    let kinds: [fn(Verdict) -> bool; 6] = [
        |verdict| verdict == Verdict::Weaker,
        |verdict| verdict == Verdict::Missing,
        |verdict| verdict == Verdict::Equal,
        |verdict| verdict == Verdict::Stronger,
        |verdict| verdict == Verdict::Extra,
        |verdict| matches!(verdict, Verdict::NotComparable(_)),
    ];
    for kind in kinds {
        let items: Vec<String> =
            alignments.iter().filter(|a| kind(a.verdict)).map(|a| item(data, (plan, baseline), a, lang)).list();
        if let Some(first) = alignments.iter().find(|a| kind(a.verdict)) {
            out.push(lang.summary_kind(first.verdict, &items.join("; ")));
        }
    }
    out.extend(borders::sentence(data, plan, lang));
    let sources = [plan, baseline].map(|plan| cite::document(data, plan, lang));
    out.push(lang.summary_sources(&sources.join("; ")));
    out
}

/// An indicator with what both sides ask.
fn item(data: &DataSet, (plan, baseline): (&Plan, &Plan), alignment: &Alignment<'_>, lang: Lang) -> String {
    let name = data.indicator(alignment.indicator).map(|indicator| indicator.name.get(lang)).unwrap_or_default();
    let side = |plan: &Plan, target: Option<&Target>| {
        target.map(|target| {
            let figure = quantity(target.quantity(), lang);
            match plan.basis {
                Basis::Document => {
                    lang.summary_side(plan.short.get(lang), &figure, target.year, &cite::clause(&target.clause, lang))
                }
                Basis::Press => lang.summary_side(plan.short.get(lang), &figure, target.year, lang.indicator_press()),
            }
        })
    };
    let sides = [side(plan, alignment.target), side(baseline, alignment.baseline)].into_iter().flatten().list();
    let why = match alignment.verdict {
        verdict @ Verdict::NotComparable(_) => format!(" – {}", lang.compare_rule_text(verdict).trim_end_matches('.')),
        _ => String::new(),
    };
    format!("{name} ({}{why})", sides.join(lang.summary_against()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::align;
    use crate::dataset::bundled;

    #[test]
    fn every_verdict_is_named_once_with_its_figures() {
        let data = bundled().expect("the bundled data is sound");
        for lang in [Lang::Vi, Lang::En] {
            for plan in &data.plans {
                for baseline in data.plans.iter().filter(|other| other.id != plan.id) {
                    let alignments = align(&data, plan, baseline);
                    let words = summary(&data, plan, baseline, &alignments, lang).join("\n");
                    for a in alignments.iter().filter(|a| a.verdict != Verdict::NotApplicable) {
                        let indicator = data.indicator(a.indicator).expect("it is there");
                        assert!(words.contains(&format!("{} (", indicator.name.get(lang))), "{} {words}", a.indicator);
                        for target in [a.target, a.baseline].into_iter().flatten() {
                            assert!(words.contains(&quantity(target.quantity(), lang)));
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn a_summary_reads_like_a_report() {
        let data = bundled().expect("the bundled data is sound");
        let plan = |id: &str| data.plan(&id.into()).expect("it is there");
        let (plan, baseline) = (plan("dak-nong-2021-2025"), plan("vn-2021-2025"));
        let words = summary(&data, plan, baseline, &align(&data, plan, baseline), Lang::Vi);
        assert!(words[0].starts_with("Đối chiếu"));
        assert!(words.iter().any(|paragraph| paragraph.starts_with("Đặt thấp hơn: ")));
        assert!(words.iter().any(|paragraph| paragraph.contains("Lâm Đồng")), "the map has changed");
        assert!(words.last().is_some_and(|paragraph| paragraph.contains("1364/QĐ-UBND")));
    }
}

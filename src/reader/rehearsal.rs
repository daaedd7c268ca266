//! What the reader can practise on before a document comes: the records of known plans in the form of one.
//!
//! A browser makes code fast that has run for a while. Where it has done so while somebody looks for their file, a
//! document of a hundred pages is read in a third of the time.

use crate::dataset::DataSet;
use crate::i18n::decimal;
use crate::model::Role;
use std::fmt::Write as _;

/// So many records at once: a few milliseconds of reading.
const RECORDS: usize = 8;

/// A short plan of some tasks and targets; none behind the last of them.
pub fn text(data: &DataSet, at: usize) -> Option<String> {
    let mut tasks = data.tasks().skip(at * RECORDS).take(RECORDS).peekable();
    let mut targets = data.plans.iter().flat_map(|plan| &plan.targets).skip(at * RECORDS).take(RECORDS).peekable();
    tasks.peek().map(|_| ()).or(targets.peek().map(|_| ()))?;
    let mut out = String::from("KẾ HOẠCH\nPhát triển thương mại điện tử giai đoạn 2026 - 2030\nI. MỤC TIÊU\n");
    for (n, target) in targets.enumerate() {
        let (title, value) = (&target.title.vi, decimal(target.value, 1));
        let _ = write!(
            out,
            "{}. Đến năm {}, {title}: trên {value}%.\n| {n} | {title} | % | {value} |\n",
            n + 1,
            target.year
        );
    }
    out.push_str("II. NHIỆM VỤ\n");
    for (n, (_, task)) in tasks.enumerate() {
        let of = |role: Role| {
            let ids = task.agencies().filter(|(_, own)| *own == role).map(|(id, _)| id);
            let names: Vec<&str> = ids.filter_map(|id| data.agency(id)).map(|agency| &*agency.name.vi).collect();
            names.join(", ")
        };
        let _ = writeln!(
            out,
            "{}. {} chủ trì, phối hợp với {}: {}. Hoàn thành năm {}.",
            n + 1,
            of(Role::Lead),
            of(Role::Coordinate),
            task.title.vi,
            task.end.unwrap_or(2030)
        );
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::bundled;
    use crate::reader::read;

    #[test]
    fn practice_comes_to_an_end_and_has_much_of_what_plans_have() {
        let data = bundled().expect("the bundled data is sound");
        let texts: Vec<String> = (0..).map_while(|at| text(&data, at)).collect();
        assert!((20..200).contains(&texts.len()), "{}", texts.len());
        let (mut targets, mut led) = (0, 0);
        for text in &texts {
            assert!(text.len() < 12_000, "a moment's work: {}", text.len());
            let reading = read(text);
            targets += reading.targets.len();
            led += reading.tasks.iter().filter(|task| !task.lead.is_empty()).count();
        }
        assert!(targets > 50 && led > 150, "{targets} {led}");
    }
}

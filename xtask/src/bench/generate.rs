//! A data set of two hundred plans, made from the real one by a seeded generator. It is never shipped.

use lotrinh::dataset::DataSet;
use lotrinh::model::{Agency, AgencyId, Basis, Better, DateBasis, Level, Plan, PlanId, RecordId, Target, Task, Text};

pub const PLANS: usize = 200;
pub const TASKS: usize = 10_000;
pub const TARGETS: usize = 5_000;
pub const AGENCIES: usize = 300;

/// The same numbers on every machine: a multiplicative generator (Lehmer, modulo 2^31 - 1).
struct Numbers(u64);

impl Numbers {
    /// A number below `n`.
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0 * 48_271 % 0x7fff_ffff;
        usize::try_from(self.0).unwrap_or(0) % n
    }
}

/// Plans, tasks, targets and agencies in the numbers above; vocabularies as they are.
pub fn generate(real: &DataSet) -> DataSet {
    let mut numbers = Numbers(2026);
    let mut data = real.clone();
    while data.agencies.len() < AGENCIES {
        let n = data.agencies.len();
        let like = &real.agencies[n % real.agencies.len()];
        let named = |text: &str| format!("{text} {n}").into();
        data.agencies.push(Agency {
            id: AgencyId::from(format!("agency-{n}")),
            name: Text { vi: named(&like.name.vi), en: named(&like.name.en) },
            short: Text { vi: named(&like.short.vi), en: named(&like.short.en) },
            successor: None,
            succeeded_on: None,
            succession: None,
            ..like.clone()
        });
    }
    let documents: Vec<&Plan> = real.plans.iter().filter(|plan| plan.basis == Basis::Document).collect();
    let tasks: Vec<&Task> = documents.iter().flat_map(|plan| &plan.tasks).filter(|task| task.is_commitment()).collect();
    let ranked = |target: &&Target| {
        let indicator = target.indicator.as_ref().and_then(|id| real.indicator(id));
        indicator.is_some_and(|indicator| indicator.better != Better::None)
    };
    let targets: Vec<&Target> = documents.iter().flat_map(|plan| &plan.targets).filter(ranked).collect();
    data.plans = (0..PLANS).map(|n| plan(n, documents[n % documents.len()], &tasks, &targets, &mut numbers)).collect();
    for n in 0..PLANS {
        for task in &mut data.plans[n].tasks {
            let mut agency = || data.agencies[numbers.below(AGENCIES)].id;
            task.lead = vec![agency()];
            task.coordinate = (0..n % 3).map(|_| agency()).collect();
        }
    }
    data.index();
    data
}

fn plan(n: usize, like: &Plan, tasks: &[&Task], targets: &[&Target], numbers: &mut Numbers) -> Plan {
    let first = 2016 + 5 * i32::try_from(n % 3).unwrap_or(0);
    let id = |letter: char, at: usize| RecordId::from(format!("{letter}{at}"));
    let task = |at: usize, numbers: &mut Numbers| {
        let like = tasks[numbers.below(tasks.len())];
        let start = first + i32::try_from(numbers.below(4)).unwrap_or(0);
        let end = (start + i32::try_from(numbers.below(3)).unwrap_or(0)).min(first + 4);
        Task {
            id: id('k', at),
            start: Some(start),
            end: Some(end),
            date_basis: DateBasis::Stated,
            lead_absent: None,
            flags: Vec::new(),
            ..like.clone()
        }
    };
    let target = |at: usize, numbers: &mut Numbers| {
        let like = targets[(at + numbers.below(targets.len())) % targets.len()];
        let value = like.value * (0.5 + f64::from(u32::try_from(numbers.below(100)).unwrap_or(0)) / 100.0);
        Target {
            id: id('t', at),
            value: value.round(),
            value_max: like.value_max.map(|_| value.round() + 5.0),
            year: first + 4,
            part_of: None,
            flags: Vec::new(),
            ..like.clone()
        }
    };
    Plan {
        id: PlanId::from(format!("plan-{n}")),
        title: Text { vi: format!("{} ({n})", like.title.vi).into(), en: format!("{} ({n})", like.title.en).into() },
        short: Text { vi: format!("KH {n}").into(), en: format!("Plan {n}").into() },
        level: if n < 3 { Level::National } else { like.level },
        period: (first, first + 4),
        follows: None,
        answers: None,
        superseded_by: None,
        outline: Vec::new(),
        provisions: Vec::new(),
        objectives: Vec::new(),
        defects: Vec::new(),
        left_out: Vec::new(),
        budget: None,
        tasks: (0..TASKS / PLANS).map(|at| task(at, numbers)).collect(),
        targets: (0..TARGETS / PLANS).map(|at| target(at, numbers)).collect(),
        ..like.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lotrinh::dataset::{bundled, packed};

    #[test]
    fn it_has_what_it_promises_and_survives_packing() {
        let real = bundled().expect("the bundled data is sound");
        let data = generate(&real);
        assert_eq!(data.plans.len(), PLANS);
        assert_eq!(data.tasks().count(), TASKS);
        assert_eq!(data.plans.iter().map(|plan| plan.targets.len()).sum::<usize>(), TARGETS);
        assert_eq!(data.agencies.len(), AGENCIES);
        let bytes = packed::pack(&data);
        assert!(packed::pack(&generate(&real)) == bytes, "the same on every run");
        let packed: &'static [u8] = bytes.leak();
        let back = packed::unpack(packed).expect("it was packed");
        assert_eq!(back.plans.len(), PLANS);
        assert_eq!(back.tasks().count(), TASKS);
        for (plan, task) in data.tasks() {
            assert!(task.lead.iter().chain(&task.coordinate).all(|id| data.agency(id).is_some()), "{}", plan.id);
        }
    }
}

//! Indicators: what plans aim at, and what was measured.

use super::{Cell, Filled, Kind, Maker, Table, column, columns_of};
use crate::address::{CompareState, View};
use crate::align::{Counts, Verdict, align};
use crate::i18n::quantity;
use crate::lineage::{Side, lineage};
use crate::list::List;
use crate::matrix::{LEADERS, Settings, matrix};
use crate::model::{Better, ClausePath, Comparator, FlagId, Indicator, Level, Outcome, Plan, Quantity, Text};
use crate::outcome::{self, judge};

/// One figure, of a plan or of a publisher.
struct Figure<'f> {
    indicator: &'f Indicator,
    what: &'static str,
    whose: String,
    place: Option<&'f str>,
    quantity: Quantity,
    base: Cell,
    year: Option<i32>,
    result: Option<&'static str>,
    document: Cell,
    clause: Option<&'f ClausePath>,
    flags: &'f [FlagId],
    note: Option<&'f Text>,
    address: Cell,
}

/// Targets of all plans and all results of some indicators, one below the other.
fn figures<'a>(maker: Maker<'a>, indicators: &[&'a Indicator]) -> (Table, Vec<&'a Plan>, Vec<&'a Outcome>) {
    let (data, lang) = (maker.data, maker.lang);
    let columns = columns_of(&[
        ("indicator", lang.compare_indicator(), Kind::Text, 40),
        ("what", lang.export_kind(), Kind::Text, 12),
        ("whose", lang.export_whose(), Kind::Text, 34),
        ("place", lang.export_province(), Kind::Text, 16),
        ("year", lang.plan_year(), Kind::Whole, 10),
        ("figure", lang.plan_figure(), Kind::Text, 20),
        ("comparator", lang.export_comparator(), Kind::Text, 10),
        ("value", lang.export_value(), Kind::Number, 12),
        ("value_max", lang.export_value_max(), Kind::Number, 12),
        ("unit", lang.indicator_unit(), Kind::Text, 14),
        ("base", lang.plan_base(), Kind::Text, 24),
        ("result", lang.plan_outcome(), Kind::Text, 20),
        ("document", lang.plan_document(), Kind::Text, 36),
        ("clause", lang.plan_clause(), Kind::Text, 18),
        ("flags", lang.export_flags(), Kind::Text, 24),
        ("note", lang.export_note(), Kind::Text, 40),
        ("address", lang.export_record_address(), Kind::Address, 30),
    ]);
    let mut rows = Vec::new();
    let (mut plans, mut outcomes) = (Vec::new(), Vec::new());
    for &indicator in indicators {
        for plan in &data.plans {
            for target in plan.targets_for(&indicator.id) {
                plans.push(plan);
                let binding = outcome::is_binding(plan);
                rows.push(row(
                    maker,
                    Figure {
                        indicator,
                        what: lang.export_target(),
                        whose: plan.short.get(lang).to_owned(),
                        place: place(maker, plan.province.as_ref()),
                        quantity: target.quantity(),
                        base: maker.base_name(target.base.as_ref()),
                        year: Some(target.year),
                        result: binding.then(|| lang.result(judge(data, plan, target).result)),
                        document: Cell::owned(lang.document(plan)),
                        clause: Some(&target.clause),
                        flags: &target.flags,
                        note: target.note.as_ref(),
                        address: maker.record(plan, &target.id),
                    },
                ));
            }
        }
        for x in outcome::outcomes_of(data, &indicator.id) {
            outcomes.push(x);
            rows.push(row(
                maker,
                Figure {
                    indicator,
                    what: lang.export_result(),
                    whose: x.publisher.clone(),
                    place: place(maker, x.place.as_ref()),
                    quantity: x.quantity(),
                    base: maker.base_name(x.base.as_ref()),
                    year: x.year,
                    result: None,
                    document: Cell::text(&x.document),
                    clause: None,
                    flags: &x.flags,
                    note: x.note.as_ref(),
                    address: x.address.clone().map_or(Cell::Nothing, Cell::Address),
                },
            ));
        }
    }
    (Table { name: lang.export_figures().to_owned(), columns, rows }, maker.plans_of(&plans), outcomes)
}

fn place<'a>(maker: Maker<'a>, id: Option<&crate::model::ProvinceId>) -> Option<&'a str> {
    id.and_then(|id| maker.data.province(id)).map(|province| province.name.get(maker.lang))
}

fn row(maker: Maker<'_>, f: Figure<'_>) -> Vec<Cell> {
    let lang = maker.lang;
    let Quantity { comparator, value, value_max, unit } = f.quantity;
    vec![
        Cell::text(f.indicator.name.get(lang)),
        Cell::text(f.what),
        Cell::owned(f.whose),
        Cell::maybe(f.place),
        Cell::year(f.year),
        Cell::owned(quantity(f.quantity, lang)),
        Cell::text(Comparator::id(comparator)),
        Cell::Number(value),
        Cell::figure(value_max),
        Cell::text(lang.indicators_unit(unit)),
        f.base,
        Cell::maybe(f.result),
        f.document,
        f.clause.map_or(Cell::Nothing, |clause| maker.clause(clause)),
        maker.flags(f.flags),
        Cell::maybe(f.note.map(|note| note.get(lang))),
        f.address,
    ]
}

/// One indicator through all plans, with every result.
pub(super) fn indicator<'a>(maker: Maker<'a>, indicator: &'a Indicator) -> Filled<'a> {
    let lang = maker.lang;
    let (table, plans, outcomes) = figures(maker, &[indicator]);
    let note = indicator.note.as_ref().map(|note| note.get(lang).to_owned());
    Filled {
        title: indicator.name.get(lang).to_owned(),
        about: lang.finding_text(maker.data, indicator).into_iter().chain(note).list(),
        tables: [Some(table), steps(maker, indicator)].into_iter().flatten().list(),
        plans,
        outcomes,
    }
}

/// Its steps from plan to plan and to the provinces; none where there are none.
fn steps(maker: Maker<'_>, indicator: &Indicator) -> Option<Table> {
    let lang = maker.lang;
    let lineage = lineage(maker.data, indicator);
    let columns = columns_of(&[
        ("from", lang.lineage_from(), Kind::Text, 22),
        ("from_figure", lang.export_figures(), Kind::Text, 26),
        ("to", lang.lineage_to(), Kind::Text, 22),
        ("to_figure", lang.export_figures(), Kind::Text, 26),
        ("change", lang.lineage_change(), Kind::Text, 18),
        ("why", lang.lineage_why(), Kind::Text, 60),
        ("address", lang.export_record_address(), Kind::Address, 30),
    ]);
    let figure = |(_, target): Side<'_>| {
        Cell::maybe(target.map(|t| format!("{}, {}", quantity(t.quantity(), lang), t.year)).as_deref())
    };
    let rows = lineage.national.iter().chain(&lineage.provincial).map(|step| {
        let asked = step.to.1.map(|target| (step.to.0, target)).or(step.from.1.map(|target| (step.from.0, target)));
        vec![
            Cell::text(step.from.0.short.get(lang)),
            figure(step.from),
            Cell::text(step.to.0.short.get(lang)),
            figure(step.to),
            Cell::text(lang.lineage_word(step).1),
            Cell::owned(lang.lineage_reason(step)),
            asked.map_or(Cell::Nothing, |(plan, target)| maker.record(plan, &target.id)),
        ]
    });
    let rows = rows.list();
    (!rows.is_empty()).then(|| Table { name: lang.lineage_title().to_owned(), columns, rows })
}

/// All indicators: what each plan asks, what became of it; and what is measured for context.
pub(super) fn indicators(maker: Maker<'_>) -> Filled<'_> {
    let (data, lang) = (maker.data, maker.lang);
    let set = data.indicators.iter().filter(|indicator| indicator.better != Better::None);
    let mut columns = vec![
        column("group", lang.compare_group(), Kind::Text, 26),
        column("indicator", lang.indicators_name(), Kind::Text, 44),
        column("unit", lang.indicator_unit(), Kind::Text, 14),
    ];
    let national = data.plans.iter().filter(|plan| plan.level == Level::National).list();
    columns.extend(national.iter().map(|plan| column(plan.id.0, plan.short.get(lang), Kind::Text, 22)));
    columns.push(column("provinces", lang.indicators_provinces(), Kind::Text, 30));
    columns.push(column("result", lang.indicators_result(), Kind::Text, 30));
    columns.push(column("address", lang.export_record_address(), Kind::Address, 30));
    let figures_of = |plan: &Plan, indicator: &Indicator| {
        let figures = plan.targets_for(&indicator.id).map(|t| format!("{} ({})", quantity(t.quantity(), lang), t.year));
        figures.list().join("; ")
    };
    let rows = set.clone().map(|indicator| {
        let mut cells = vec![
            Cell::maybe(data.indicator_group(&indicator.group).map(|group| group.name.get(lang))),
            Cell::text(indicator.name.get(lang)),
            Cell::text(lang.indicators_unit(indicator.unit)),
        ];
        cells.extend(national.iter().map(|plan| Cell::owned(figures_of(plan, indicator))));
        let provinces = data.plans.iter().filter(|plan| plan.level == Level::Province).filter_map(|plan| {
            let figures = figures_of(plan, indicator);
            (!figures.is_empty()).then(|| format!("{}: {figures}", plan.short.get(lang)))
        });
        cells.push(Cell::owned(provinces.list().join("; ")));
        let findings = outcome::foremost(data, indicator);
        let due = findings.iter().filter(|finding| finding.result() != outcome::Result::Open);
        let due = due.map(|finding| format!("{}: {}", finding.target.year, lang.result(finding.result())));
        cells.push(Cell::owned(due.list().join("; ")));
        cells.push(maker.address(View::Indicator { indicator: indicator.id }));
        cells
    });
    let rows = rows.list();
    let table = Table { name: lang.indicators_title().to_owned(), columns, rows };
    let context = data.indicators.iter().filter(|indicator| indicator.better == Better::None).list();
    let (mut context, _, outcomes) = figures(maker, &context);
    lang.indicators_context_title().clone_into(&mut context.name);
    Filled {
        title: lang.indicators_title().to_owned(),
        about: Vec::new(),
        tables: vec![table, context],
        plans: data.plans.iter().list(),
        outcomes,
    }
}

/// The figures that the overview draws, how the provinces' plans stand to those they answer, and who leads most.
pub(super) fn overview(maker: Maker<'_>) -> Filled<'_> {
    let (data, lang) = (maker.data, maker.lang);
    let drawn = outcome::HEADLINES.iter().filter_map(|id| data.indicator(&(*id).into())).list();
    let (table, mut plans, outcomes) = figures(maker, &drawn);
    let answering = data.plans.iter().filter(|plan| plan.level == Level::Province);
    let answering = answering.filter_map(|plan| Some((plan, data.plan(plan.answers.as_ref()?)?))).list();
    plans.extend(answering.iter().map(|(plan, _)| *plan));
    let counted = matrix(data, &Settings::default());
    let leaders = counted.rows.iter().filter(|row| row.agency.is_some()).take(LEADERS);
    let leaders = leaders.filter_map(|row| {
        row.agency.map(|agency| {
            vec![
                Cell::text(agency.name.get(lang)),
                Cell::count(row.total.lead.len()),
                Cell::count(row.total.coordinate.len()),
                maker.address(View::Agency { agency: agency.id }),
            ]
        })
    });
    let leaders = Table {
        name: lang.overview_who().to_owned(),
        columns: columns_of(&[
            ("agency", lang.overview_agency(), Kind::Text, 40),
            ("lead", lang.overview_leads(), Kind::Whole, 12),
            ("coordinate", lang.overview_coordinates(), Kind::Whole, 12),
            ("address", lang.export_record_address(), Kind::Address, 30),
        ]),
        rows: leaders.list(),
    };
    Filled {
        title: lang.overview_title().to_owned(),
        about: Vec::new(),
        tables: vec![table, verdicts(maker, &answering), leaders],
        plans: maker.plans_of(&plans),
        outcomes,
    }
}

fn verdicts(maker: Maker<'_>, answering: &[(&Plan, &Plan)]) -> Table {
    let lang = maker.lang;
    let counted = |c: Counts| {
        [
            (Verdict::Weaker, c.weaker),
            (Verdict::Equal, c.equal),
            (Verdict::Stronger, c.stronger),
            (Verdict::Missing, c.missing),
            (Verdict::Extra, c.extra),
            (Verdict::NotApplicable, c.not_applicable),
        ]
    };
    let mut columns = vec![
        column("plan", lang.export_plan(), Kind::Text, 30),
        column("baseline", lang.compare_baseline(), Kind::Text, 30),
    ];
    columns.extend(counted(Counts::default()).iter().map(|(verdict, _)| {
        let (sign, word) = lang.verdict(*verdict);
        column(verdict.id(), &[sign, word].join(" "), Kind::Whole, 14)
    }));
    columns.push(column("not_comparable", lang.compare_unlike_rows(), Kind::Whole, 14));
    columns.push(column("address", lang.export_record_address(), Kind::Address, 30));
    let rows = answering.iter().map(|(plan, baseline)| {
        let counts = Counts::of(&align(maker.data, plan, baseline));
        let state = CompareState { baseline: Some(baseline.id), plans: vec![plan.id], ..CompareState::default() };
        let mut cells = vec![Cell::text(plan.short.get(lang)), Cell::text(baseline.short.get(lang))];
        cells.extend(counted(counts).map(|(_, n)| Cell::count(n)));
        cells.push(Cell::count(counts.not_comparable));
        cells.push(maker.address(View::Compare(state)));
        cells
    });
    Table { name: lang.overview_provinces().to_owned(), columns, rows: rows.list() }
}

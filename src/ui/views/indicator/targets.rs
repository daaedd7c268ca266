//! Every plan's targets for an indicator, and what each judgement rests on.

use crate::cite;
use crate::list::List;
use crate::model::{Basis, Indicator, Level, Plan, Target};
use crate::outcome::{self, Finding, Result};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;
use crate::ui::parts::{Column, base_of, figure, flag_tags, is_doubtful, level_mark, result, scrolling, spark};

/// The targets of every plan, national before provincial.
pub(super) fn targets(cx: Cx<'_>, indicator: &Indicator) -> Html {
    let lang = cx.lang;
    let targets: Vec<(&Plan, &Target)> =
        cx.data.plans.iter().flat_map(|plan| plan.targets_for(&indicator.id).map(move |target| (plan, target))).list();
    if targets.is_empty() {
        return ().into_any();
    }
    let most = comparable_most(indicator, &targets);
    let findings: Vec<Finding<'_>> =
        targets.iter().map(|&(plan, target)| outcome::finding(cx.data, plan, target)).list();
    let mut columns = vec![Column::text(lang.indicator_plan()), Column::text(lang.indicator_figure())];
    let has_bases = !indicator.bases.is_empty();
    if has_bases {
        columns.push(Column::text(lang.indicator_base()));
    }
    columns.extend(
        [lang.indicators_year(), lang.indicator_became(), lang.indicator_clause(), lang.indicator_remarks()]
            .map(Column::text),
    );
    let rows = all(findings.iter().map(|finding| row(cx, finding, most, has_bases)));
    fragment()
        .child(tag("h2").child(lang.indicator_targets()))
        .child(scrolling(lang, indicator.name.get(lang), columns, rows))
        .child(grounds(cx, &findings))
        .into_any()
}

/// The greatest figure, where bars may be drawn at all: unlike things never stand as bars side by side.
fn comparable_most(indicator: &Indicator, targets: &[(&Plan, &Target)]) -> Option<f64> {
    let alike = targets.windows(2).all(|pair| pair[0].1.base == pair[1].1.base);
    let one_level = targets.windows(2).all(|pair| pair[0].0.level == pair[1].0.level);
    let fixed = indicator.bases.len() <= 1;
    let drawn = targets.len() > 1 && (alike || fixed) && (!indicator.absolute || one_level);
    drawn.then(|| targets.iter().map(|(_, target)| target.quantity().bounds().1).fold(0.0, f64::max))
}

fn row(cx: Cx<'_>, finding: &Finding<'_>, most: Option<f64>, has_bases: bool) -> Html {
    let (plan, target) = (finding.plan, finding.target);
    let clause = match plan.basis {
        Basis::Document => cite::clause(&target.clause, cx.lang),
        Basis::Press => cx.lang.indicator_press().to_owned(),
    };
    let whole = target.part_of.as_ref().and_then(|id| plan.target(id));
    let whole = whole.map(|whole| tag("p").class("small").child(cx.lang.indicator_part_of(whole.quantity())));
    let draft = !outcome::is_binding(plan);
    let status = draft.then(|| tag("span").class("flag flag--state").child(cx.lang.status(plan.status)));
    tag("tr")
        .class_if("is-doubtful", is_doubtful(cx, &target.flags))
        .child(
            tag("th")
                .attr("scope", "row")
                .child(level_mark(cx, plan.level))
                .child(" ")
                .child(link::plan(cx, plan))
                .child(" ")
                .child(status),
        )
        .child(
            tag("td")
                .child(figure(cx, target.quantity()))
                .child(most.map(|most| spark(target.quantity().bounds().1, most, plan.level)))
                .child(whole),
        )
        .child(has_bases.then(|| tag("td").child(base(cx, target))))
        .child(tag("td").child(target.year.to_string()))
        .child(tag("td").child(if draft { ().into_any() } else { result(cx, finding.result()) }))
        .child(tag("td").child(link::record(cx, plan, &target.id, &clause)))
        .child(
            tag("td")
                .child(flag_tags(cx, &target.flags))
                .child(target.note.as_ref().map(|note| tag("p").class("small").child(note.get(cx.lang)))),
        )
        .into_any()
}

/// What a target's percentage or sum is of, or that the text does not say.
fn base(cx: Cx<'_>, target: &Target) -> String {
    let base = base_of(cx, target);
    if base.is_empty() { cx.lang.none_stated().to_owned() } else { base }
}

/// What each judgement of a due target rests on; a province of which nothing was published has nothing to say.
fn grounds(cx: Cx<'_>, findings: &[Finding<'_>]) -> Html {
    let told = findings.iter().filter(|finding| {
        outcome::is_binding(finding.plan)
            && !matches!(finding.result(), Result::Open)
            && (finding.plan.level == Level::National || finding.result() != Result::NoResult)
    });
    let told: Vec<_> = told.map(|finding| ground(cx, finding)).list();
    if told.is_empty() {
        return ().into_any();
    }
    fragment()
        .child(tag("h3").child(cx.lang.indicator_why()))
        .child(tag("ul").class("indicator__grounds").child(told))
        .into_any()
}

fn ground(cx: Cx<'_>, finding: &Finding<'_>) -> Html {
    let lang = cx.lang;
    let head = format!("{}, {}", finding.plan.short.get(lang), lang.aim(finding.plan, finding.target));
    let mut because: Vec<String> =
        finding.judgement.deciding.iter().map(|x| format!("{}, {}", lang.result_piece(cx.data, x), x.publisher)).list();
    if finding.judgement.base_unstated {
        because.push(lang.indicator_base_unstated().to_owned());
    }
    if finding.result() == Result::NotMeasurable {
        because.extend(finding.obstacles(cx.data).into_iter().map(|(obstacle, outcomes)| {
            let mut pieces: Vec<String> = Vec::new();
            for piece in outcomes.into_iter().map(|x| lang.result_piece(cx.data, x)) {
                if !pieces.contains(&piece) {
                    pieces.push(piece);
                }
            }
            format!("{}: {}", lang.obstacle_words(obstacle), pieces.join("; "))
        }));
    }
    let because: Vec<_> = because.into_iter().map(|piece| tag("li").child(piece)).list();
    let because = (!because.is_empty()).then(|| tag("ul").child(because));
    tag("li").child(head).child(": ").child(result(cx, finding.result())).child(because).into_any()
}

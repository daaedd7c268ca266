//! What the plans are, how they follow each other, the few figures that matter, and doors to the rest.

mod ribbon;

use super::findings::{counts, sentences, unled};
use crate::address::{AgenciesState, CompareState, TimelineState, View};
use crate::align::align;
use crate::list::List;
use crate::matrix::{LEADERS, Matrix, Settings, matrix};
use crate::model::{Basis, IndicatorId, Level, Plan};
use crate::outcome::HEADLINES;
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;
use crate::ui::parts::{Column, indicator_chart, level_mark, scrolling, spark};

/// The overview.
pub fn overview(cx: Cx<'_>) -> Html {
    let lang = cx.lang;
    let plans = &cx.data.plans;
    let press = plans.iter().filter(|plan| plan.basis == Basis::Press).count();
    let targets = plans.iter().map(|plan| plan.targets.len()).sum();
    let tasks = cx.data.tasks().filter(|(_, task)| task.is_commitment()).count();
    let counted = matrix(cx.data, &Settings::default());
    let agencies = counted.rows.iter().filter(|row| row.agency.is_some()).count();
    let lead = lang.overview_lead(plans.len() - press, press, targets, tasks, agencies);
    fragment()
        .child(tag("h1").attr("id", "page-title").attr("tabindex", "-1").child(lang.overview_title()))
        .child(tag("p").class("lead").child(lead))
        .child(ribbon::ribbon(cx))
        .child(figures(cx))
        .child(provinces(cx))
        .child(who(cx, &counted))
        .child(tag("h2").child(lang.overview_nobody()))
        .child(unled(cx, &AgenciesState::default(), &counted))
        .child(doors(cx))
        .into_any()
}

fn figures(cx: Cx<'_>) -> Html {
    let lang = cx.lang;
    let shown = all(HEADLINES.iter().filter_map(|id| cx.data.indicator(&IndicatorId::from(*id))).map(|indicator| {
        let finding = lang.finding_text(cx.data, indicator).unwrap_or_default();
        tag("article")
            .class("multiple")
            .child(tag("h3").child(link::indicator(cx, indicator)))
            .child(indicator_chart(cx, indicator, &finding))
            .child(tag("p").class("multiple__finding").child(finding))
    }));
    fragment()
        .child(tag("h2").child(lang.overview_figures()))
        .child(tag("div").class("multiples").child(shown))
        .child(tag("p").class("small muted").child(lang.overview_figures_note()))
        .into_any()
}

fn provinces(cx: Cx<'_>) -> Html {
    let lang = cx.lang;
    let judged = cx.data.plans.iter().filter(|plan| plan.level == Level::Province).filter_map(|plan| {
        let baseline = cx.data.plan(plan.answers.as_ref()?)?;
        Some(province(cx, plan, baseline))
    });
    let judged: Vec<_> = judged.list();
    fragment()
        .child(tag("h2").child(lang.overview_provinces()))
        .child(tag("div").class("judged").child(judged))
        .child(tag("p").child(link::to(cx, View::Compare(CompareState::default()), lang.overview_all_compare())))
        .into_any()
}

fn province(cx: Cx<'_>, plan: &Plan, baseline: &Plan) -> Html {
    let lang = cx.lang;
    let alignments = align(cx.data, plan, baseline);
    let said = all(sentences(cx, plan, baseline, &alignments).into_iter().map(|s| tag("p").child(s)));
    let state = CompareState { baseline: Some(baseline.id), plans: vec![plan.id], ..CompareState::default() };
    let press = (plan.basis == Basis::Press).then(|| tag("p").class("small muted").child(lang.basis(plan.basis)));
    tag("article")
        .class("judged__plan")
        .child(tag("h3").child(level_mark(cx, plan.level)).child(" ").child(link::plan(cx, plan)).child(
            tag("span").class("muted").child(format!(
                " {}–{} · {}",
                plan.period.0,
                plan.period.1,
                baseline.short.get(lang)
            )),
        ))
        .child(counts(cx, &alignments))
        .child(said)
        .child(press)
        .child(tag("p").child(link::to(cx, View::Compare(state), lang.overview_verdicts())))
        .into_any()
}

fn who(cx: Cx<'_>, counted: &Matrix<'_>) -> Html {
    let lang = cx.lang;
    let leaders: Vec<_> =
        counted.rows.iter().filter_map(|row| row.agency.map(|agency| (agency, row))).take(LEADERS).list();
    let Some((first, first_row)) = leaders.first() else { return ().into_any() };
    let most = first_row.total.lead.len();
    let title = lang.overview_leader(first.name.get(lang), most);
    let rows = all(leaders.iter().map(|(agency, row)| {
        let leads = row.total.lead.len();
        tag("tr")
            .child(
                tag("th")
                    .attr("scope", "row")
                    .child(level_mark(cx, agency.level))
                    .child(" ")
                    .child(link::agency(cx, agency)),
            )
            .child(tag("td").class("numeric overview__leads").child(leads).child(spark(
                count(leads),
                count(most),
                agency.level,
            )))
            .child(tag("td").class("numeric").child(row.total.coordinate.len()))
            .into_any()
    }));
    let columns = vec![
        Column::text(lang.overview_agency()),
        Column::number(lang.overview_leads()),
        Column::number(lang.overview_coordinates()),
    ];
    fragment()
        .child(tag("h2").child(lang.overview_who()))
        .child(tag("p").child(title).child("."))
        .child(scrolling(lang, lang.overview_who_caption(), columns, rows))
        .child(tag("p").child(link::to(cx, View::Agencies(AgenciesState::default()), lang.overview_all_agencies())))
        .into_any()
}

/// A count as a length. Counts of tasks are far below the precision of a float.
#[expect(clippy::cast_precision_loss, reason = "counts of tasks are small")]
fn count(n: usize) -> f64 {
    n as f64
}

fn doors(cx: Cx<'_>) -> Html {
    let lang = cx.lang;
    let doors: Vec<_> = [
        (View::Compare(CompareState::default()), lang.overview_all_compare()),
        (View::Timeline(TimelineState::default()), lang.overview_all_tasks()),
        (View::Agencies(AgenciesState::default()), lang.overview_all_agencies()),
        (View::Indicators, lang.overview_all_indicators()),
        (View::Data, lang.footer_data()),
    ]
    .into_iter()
    .map(|(view, label)| tag("li").child(link::to(cx, view, label)))
    .list();
    fragment().child(tag("h2").child(lang.overview_doors())).child(tag("ul").class("doors").child(doors)).into_any()
}

//! The table: one row an indicator, one cell a plan.

use super::{is_wide, name, rule};
use crate::address::{CompareState, View};
use crate::align::{Alignment, Choice, Row, Verdict};
use crate::i18n::quantity;
use crate::model::{Plan, Target};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::link;
use crate::ui::parts::{base_of, flag_tags, level_mark, spark, verdict_in};
use std::ops::Range;

/// So many cells of a long comparison are written at once.
const CELLS: usize = 200;

/// So much of a wide table is written at first: a screen's rows and columns.
const ROWS: usize = 5;
const COLUMNS: usize = 6;

/// The columns that come into sight on a wider screen are written before those that nobody sees yet.
const MORE_COLUMNS: usize = 14;

/// The name of the heads where columns are awaited; a row's is its number.
const HEADS: &str = "heads";

/// What stands before the number of the first column awaited.
const FROM: char = '+';

/// What the table is made of.
#[derive(Clone, Copy)]
pub(super) struct Table<'a> {
    pub(super) cx: Cx<'a>,
    pub(super) state: &'a CompareState,
    pub(super) choice: &'a Choice<'a>,
    pub(super) rows: &'a [Row<'a>],
}

impl Table<'_> {
    /// How many rows are written at once: where nobody would fill in the others, all of them.
    pub(super) fn step(self) -> usize {
        if self.cx.host.fills { (CELLS / (self.choice.plans.len() + 1)).max(1) } else { usize::MAX }
    }

    /// How many rows are written at first, and of how many plans.
    fn first(self) -> (usize, usize) {
        let plans = self.choice.plans.len();
        if self.cx.host.fills && is_wide(self.choice) { (ROWS, COLUMNS) } else { (self.step(), plans) }
    }

    pub(super) fn whole(self) -> Html {
        let Self { cx, choice, rows, .. } = self;
        let lang = cx.lang;
        let (first, columns) = self.first();
        let step = self.step();
        let later = (first..rows.len()).step_by(step).map(|from| {
            let rows = (rows.len() - from).min(step);
            tag("tbody")
                .attr("role", "rowgroup")
                .attr("data-awaited", from.to_string())
                .attr("data-rows", rows.to_string())
        });
        let body = fragment().child(self.part(0..first, columns)).child(all(later));
        let caption = format!("{}: {}", lang.compare_baseline(), name(cx, choice.baseline));
        let head = |content: Html| tag("th").attr("scope", "col").attr("role", "columnheader").child(content);
        let baseline = fragment()
            .child(level_mark(cx, choice.baseline.level))
            .child(" ")
            .child(link::plan(cx, choice.baseline))
            .child(tag("span").class("muted").child(format!(" ({})", lang.compare_baseline())));
        tag("div")
            .class("table-frame compare")
            .attr("role", "region")
            .attr("tabindex", "0")
            .attr("aria-label", caption.as_str())
            .child(
                tag("table")
                    .class("table compare__table")
                    .class_if("compare__table--wide", is_wide(choice))
                    .attr("role", "table")
                    .attr("data-plans", self.is_short().then(|| self.plans()))
                    .child(tag("caption").child(caption))
                    .child(
                        tag("thead").attr("role", "rowgroup").child(
                            tag("tr")
                                .attr("role", "row")
                                .child(head(lang.compare_indicator().into_any()))
                                .child(head(baseline))
                                .child(self.heads(0..columns))
                                .child(self.rest(columns, HEADS)),
                        ),
                    )
                    .child(body),
            )
            .into_any()
    }

    /// The part with this name.
    pub(super) fn later(self, name: &str) -> Html {
        let columns = self.choice.plans.len();
        if let Some((what, from)) = name.split_once(FROM) {
            let from: usize = from.parse().unwrap_or(columns).min(columns);
            let which = from..if from < MORE_COLUMNS { MORE_COLUMNS.min(columns) } else { columns };
            return match what.parse().ok().and_then(|row: usize| self.rows.get(row)) {
                Some(row) => self.cells(row, which),
                None if what == HEADS => self.heads(which),
                None => ().into_any(),
            };
        }
        let from = name.parse().unwrap_or(self.rows.len());
        self.part(from..from.saturating_add(self.step()), columns)
    }

    /// What stands for the columns from this one on.
    fn rest(self, from: usize, what: &str) -> Html {
        let columns = self.choice.plans.len();
        let bounds = [from, MORE_COLUMNS.clamp(from, columns), columns];
        all(bounds.windows(2).filter(|part| part[0] < part[1]).map(|part| {
            tag("td")
                .attr("role", "cell")
                .attr("colspan", (part[1] - part[0]).to_string())
                .attr("data-awaited", format!("{what}{FROM}{}", part[0]))
        }))
    }

    fn heads(self, columns: Range<usize>) -> Html {
        all(self.choice.plans[columns].iter().map(|plan| {
            tag("th")
                .attr("scope", "col")
                .attr("role", "columnheader")
                .child(level_mark(self.cx, plan.level))
                .child(" ")
                .child(link::plan(self.cx, plan))
        }))
    }

    /// Some rows, each group under its heading.
    fn part(self, which: Range<usize>, written: usize) -> Html {
        let Self { cx, state, choice, rows } = self;
        let columns = (choice.plans.len() + 2).to_string();
        let mut heading = match which.start.checked_sub(1).and_then(|before| rows.get(before)) {
            Some(before) => self.heading_of(before),
            None => String::new(),
        };
        let mut body: Vec<Html> = Vec::new();
        for (place, row) in rows.iter().enumerate().skip(which.start).take(which.len()) {
            let name = self.heading_of(row);
            if heading != name {
                heading.clone_from(&name);
                body.push(
                    tag("tr")
                        .class("compare__group")
                        .attr("role", "row")
                        .child(
                            tag("th")
                                .attr("scope", "colgroup")
                                .attr("colspan", columns.as_str())
                                .attr("role", "columnheader")
                                .child(name),
                        )
                        .into_any(),
                );
            }
            body.push(self.line(place, row, written));
            if let Some((plan, indicator)) = &state.cell
                && *indicator == row.indicator.id
                && let Some(at) = choice.plans.iter().position(|p| p.id == *plan)
                && let Some(alignment) = &row.cells[at]
            {
                let close = cx.href(View::Compare(CompareState { cell: None, ..state.clone() }));
                body.push(
                    tag("tr")
                        .class("compare__rule")
                        .attr("role", "row")
                        .child(tag("td").attr("colspan", columns.as_str()).attr("role", "cell").child(rule::rule(
                            cx,
                            choice.plans[at],
                            choice.baseline,
                            alignment,
                            close,
                        )))
                        .into_any(),
                );
            }
        }
        tag("tbody").attr("role", "rowgroup").child(body)
    }

    /// What a row stands under: its group, or the verdict that stands out in it.
    fn heading_of(self, row: &Row<'_>) -> String {
        let lang = self.cx.lang;
        match row.leading() {
            Some(Verdict::NotComparable(_)) if self.state.by_verdict => lang.compare_unlike_rows().to_owned(),
            Some(verdict) if self.state.by_verdict => {
                let (sign, word) = lang.verdict(verdict);
                [sign, " ", word].concat()
            }
            _ => self.cx.data.indicator_group(&row.indicator.group).map_or("", |g| g.name.get(lang)).to_owned(),
        }
    }

    fn line(self, place: usize, row: &Row<'_>, written: usize) -> Html {
        let Self { cx, choice, .. } = self;
        let baseline = match row.baseline {
            Some(target) => stated(cx, choice.baseline, target, row.scale()),
            None => tag("span").class("muted").child(cx.lang.compare_absent()).into_any(),
        };
        let rest = self.rest(written, &place.to_string());
        tag("tr")
            .attr("role", "row")
            .child(tag("th").attr("scope", "row").attr("role", "rowheader").child(link::indicator(cx, row.indicator)))
            .child(cell(choice.baseline.short.get(cx.lang), baseline))
            .child(self.cells(row, 0..written))
            .child(rest)
            .into_any()
    }

    fn cells(self, row: &Row<'_>, columns: Range<usize>) -> Html {
        let Self { cx, choice, .. } = self;
        let scale = row.scale();
        all(row.cells.iter().zip(&choice.plans).skip(columns.start).take(columns.len()).map(|(judged, plan)| {
            let content = match judged {
                Some(alignment) => self.judged(plan, alignment, scale),
                None => tag("span").class("muted").child(cx.lang.compare_neither()).into_any(),
            };
            cell(plan.short.get(cx.lang), content)
        }))
    }

    fn judged(self, plan: &Plan, alignment: &Alignment<'_>, scale: f64) -> Html {
        let Self { cx, state, .. } = self;
        let target = alignment.target.map(|target| stated(cx, plan, target, scale));
        let plans = if self.is_short() { Vec::from([plan.id]) } else { state.plans.clone() };
        let cell = Some((plan.id, *alignment.indicator));
        let view = View::Compare(CompareState { plans, cell, ..*state });
        let link = tag("a").key("verdict").attr("href", cx.href(view)).attr("title", cx.lang.compare_why());
        fragment()
            .child(target)
            .child(verdict_in(link, cx, alignment.verdict, alignment.stricter).class_if("compare__verdict", true))
            .into_any()
    }

    /// Whether a verdict's address is that of its plan alone. With all plans of a wide table in each cell's address,
    /// these would be most of the page; `xtask/assets/awaited.js` adds them to the one that a reader follows or copies.
    fn is_short(self) -> bool {
        self.cx.host.fills && is_wide(self.choice) && !self.state.plans.is_empty()
    }

    /// The plans as an address has them.
    fn plans(self) -> String {
        let state = CompareState { plans: self.state.plans.clone(), ..CompareState::default() };
        let href = crate::address::written(crate::i18n::Lang::default(), &View::Compare(state));
        href.split_once('=').map(|(_, plans)| plans.to_owned()).unwrap_or_default()
    }
}

fn cell(label: &str, content: Html) -> Html {
    tag("td").attr("role", "cell").attr("data-label", label).child(content)
}

/// A target's figure with all that belongs to it.
fn stated(cx: Cx<'_>, plan: &Plan, target: &Target, scale: f64) -> Html {
    let base = base_of(cx, target);
    let mut about = target.year.to_string();
    if !base.is_empty() {
        about.push_str(", ");
        about.push_str(&base);
    }
    fragment()
        .child(link::record(cx, plan, &target.id, &quantity(target.quantity(), cx.lang)).class("figure"))
        .child(spark(target.quantity().bounds().1, scale, plan.level))
        .child(tag("span").class("compare__about").child(about))
        .child(flag_tags(cx, &target.flags))
        .into_any()
}

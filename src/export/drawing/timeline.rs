//! Tasks in time: every lane with every row, however many there are.

use super::paint::{EDGE, Letters, Paint, height, ink, stroke};
use crate::address::TimelineState;
use crate::dataset::DataSet;
use crate::export::{Origin, Sheet};
use crate::i18n::{Lang, date};
use crate::list::List;
use crate::model::{AgencyId, DateBasis, Level, PlanId, Recurrence, Role};
use crate::timeline::{Bar, Lane, Lanes, Row, Tally, Timeline, Window, lay_out_by, tally};

const WIDTH: f64 = 1240.0;
/// Where the axis begins, and how long it is.
const LEFT: f64 = 470.0;
const SPAN: f64 = WIDTH - LEFT - EDGE;
/// How wide the words beside it are.
const WORDS: f64 = LEFT - EDGE - 20.0;

const TITLE: Letters = Letters::new(12.5);
const ABOUT: Letters = Letters::new(11.0).colour(ink::MUTED);

/// All that is drawn of a task's years.
struct Form {
    bar: Bar,
    thin: bool,
    draft: bool,
    level: Level,
}

pub(super) fn paint(
    paint: &mut Paint,
    data: &DataSet,
    lang: Lang,
    state: &TimelineState,
    sheet: &Sheet,
    origin: &Origin<'_>,
) {
    let timeline = lay_out_by(data, &state.filter, state.lanes, state.order, state.rows, lang);
    let tally = tally(data, &state.filter);
    paint.head(WIDTH, sheet);
    if timeline.tasks == 0 {
        paint.y = paint.wrapped((EDGE, paint.y), WIDTH - 2.0 * EDGE, TITLE, lang.nothing_found());
        return;
    }
    let finding = lang.timeline_finding(tally);
    paint.y = paint.wrapped((EDGE, paint.y), WIDTH - 2.0 * EDGE, Letters::new(14.0).bold(), &finding) + 6.0;
    key(paint, lang, &timeline, tally);
    let today = timeline.place(origin.day);
    events(paint, &timeline);
    for lane in &timeline.lanes {
        let top = paint.y;
        let name = name(data, lang, state.lanes, lane);
        let y = paint.wrapped((EDGE, top + 8.0), WORDS, Letters::new(14.0).bold(), &name);
        let counts = lang.timeline_counts(lane.counts(), state.lanes, lane.key.is_empty());
        let y = paint.wrapped((EDGE, y), WORDS, ABOUT, &counts);
        for mark in timeline.year_marks() {
            let letters = ABOUT.anchor("middle");
            paint.words((LEFT + mark.middle * SPAN, top + 8.0 + ABOUT.size), letters, &mark.year.to_string());
        }
        paint.line((EDGE, top), (WIDTH - EDGE, top), stroke(ink::RULE, 1.0));
        paint.y = y + 4.0;
        for row in &lane.rows {
            self::row(paint, data, lang, state.lanes, &timeline, row, today);
        }
        paint.y += 10.0;
    }
    context(paint, lang, &timeline);
}

fn name(data: &DataSet, lang: Lang, by: Lanes, lane: &Lane<'_>) -> String {
    let key = lane.key.as_str();
    let found = match by {
        Lanes::Agency => data.agency(&AgencyId::from(key)).map(|agency| &agency.name),
        Lanes::Group => data.solution_group(&key.into()).map(|group| &group.name),
        Lanes::Plan => data.plan(&PlanId::from(key)).map(|plan| &plan.title),
        Lanes::End if key.is_empty() => return lang.timeline_no_end().to_owned(),
        Lanes::End => return lang.timeline_ends_in(key),
    };
    match found {
        Some(name) => name.get(lang).to_owned(),
        None if by == Lanes::Agency => lang.timeline_nobody().to_owned(),
        None => lane.key.clone(),
    }
}

fn row(
    paint: &mut Paint,
    data: &DataSet,
    lang: Lang,
    by: Lanes,
    timeline: &Timeline<'_>,
    row: &Row<'_>,
    today: Option<f64>,
) {
    let Row { plan, task, role, .. } = *row;
    let mut about = Vec::new();
    about.extend(role.map(|role| lang.role(role).to_owned()));
    if by != Lanes::Agency {
        let leads = task.lead.iter().filter_map(|id| data.agency(id)).map(|agency| agency.short.get(lang)).list();
        let absent = task.lead_absent.map_or(lang.none_stated(), |why| lang.lead_absent(why));
        about.push(lang.timeline_led_by(&if leads.is_empty() { absent.to_owned() } else { leads.join(", ") }));
    }
    if by != Lanes::Plan {
        about.push(plan.short.get(lang).to_owned());
    }
    about.push(match task.recurrence {
        Some(recurrence) => format!("{}, {}", lang.years(task), lang.recurrence(recurrence)),
        None => lang.years(task),
    });
    if !task.is_commitment() {
        about.push(lang.timeline_draft_mark().to_owned());
    }
    let about = about.join(" · ");
    let top = paint.y;
    let title = task.title.get(lang);
    let tall = height(title, WORDS, TITLE) + height(&about, WORDS, ABOUT) + 8.0;
    for mark in timeline.year_marks() {
        let x = LEFT + mark.left * SPAN;
        paint.line((x, top), (x, top + tall), stroke(ink::HAIRLINE, 1.0));
    }
    if let Some(today) = today {
        let x = LEFT + today * SPAN;
        paint.line((x, top), (x, top + tall), stroke(ink::ACCENT, 1.0).dashed("4 3"));
    }
    let y = paint.wrapped((EDGE, top + 3.0), WORDS, TITLE, title);
    paint.wrapped((EDGE, y), WORDS, ABOUT, &about);
    if let Some(bar) = row.bar {
        let form = Form { bar, thin: role == Some(Role::Coordinate), draft: !task.is_commitment(), level: plan.level };
        self::bar(paint, timeline, &form, (LEFT, top + 5.0), SPAN);
    } else {
        let unreadable = task.date_basis == DateBasis::None && task.has_flag("dates_unreadable");
        let why = if unreadable { lang.timeline_unreadable() } else { lang.timeline_undated() };
        paint.words((LEFT + 6.0, top + 5.0 + ABOUT.size), ABOUT, why);
    }
    paint.y = top + tall;
}

/// A bar of fourteen units' height: its form says what is known of the years, as on the screen.
fn bar(paint: &mut Paint, timeline: &Timeline<'_>, form: &Form, (left, top): (f64, f64), span: f64) {
    let Form { bar, thin, draft, level } = form;
    let (hue, soft, hatch) = match level {
        Level::National => (ink::NATION, ink::NATION_SOFT, "url(#hatch-nation)"),
        Level::Province => (ink::PROVINCE, ink::PROVINCE_SOFT, "url(#hatch-province)"),
    };
    let outline = stroke(hue, 1.0);
    let look = match bar.basis {
        _ if *draft => outline.dashed("3 3"),
        _ if bar.uncertain => outline.filled(hatch),
        DateBasis::Stated => outline.filled(hue),
        DateBasis::PlanPeriod | DateBasis::None => outline.filled(soft),
    };
    let (y, tall) = if *thin { (top + 4.0, 6.0) } else { (top, 14.0) };
    let (x, width) = (left + bar.left * span, bar.width * span);
    paint.rect((x + 0.5, y), ((width - 1.0).max(1.0), tall), look);
    let middle = top + 7.0;
    if matches!(bar.recurrence, Some(Recurrence::Standing | Recurrence::Periodic)) {
        let dots = stroke(ink::INK, 2.0).dashed("2 4");
        paint.line((x + 4.0, middle), (x + width - 4.0, middle), dots);
    }
    for mark in timeline.recurrence_marks(bar) {
        paint.circle((left + mark * span, middle), 3.2, stroke(ink::INK, 1.0).filled(ink::PAPER));
    }
}

/// The forms that occur, with their words and how many tasks have each.
fn key(paint: &mut Paint, lang: Lang, timeline: &Timeline<'_>, tally: Tally) {
    let known = |basis| Bar { left: 0.0, width: 1.0, basis, uncertain: false, recurrence: None };
    let (stated, period) = (known(DateBasis::Stated), known(DateBasis::PlanPeriod));
    let uncertain = Bar { uncertain: true, ..stated };
    let yearly = Bar { recurrence: Some(Recurrence::Yearly), ..period };
    let standing = Bar { recurrence: Some(Recurrence::Standing), ..period };
    let coordinated = timeline.lanes.iter().flat_map(|lane| &lane.rows).any(|row| row.role == Some(Role::Coordinate));
    let count = |words: &str, tasks: usize| format!("{words} ({tasks})");
    let forms = [
        (tally.stated > 0, stated, false, false, count(lang.timeline_key_stated(), tally.stated)),
        (tally.plan_period > 0, period, false, false, count(lang.timeline_key_period(), tally.plan_period)),
        (tally.uncertain > 0, uncertain, false, false, count(lang.timeline_key_uncertain(), tally.uncertain)),
        (tally.yearly > 0, yearly, false, false, count(lang.timeline_key_yearly(), tally.yearly)),
        (tally.standing > 0, standing, false, false, count(lang.timeline_key_standing(), tally.standing)),
        (tally.drafts > 0, period, false, true, count(lang.timeline_key_draft(), tally.drafts)),
        (coordinated, stated, true, false, lang.timeline_key_coordinate().to_owned()),
    ];
    // A key's bar is as wide as three years.
    let years = Timeline { years: (1, 3), lanes: Vec::new(), tasks: 0, events: Vec::new() };
    let mut y = paint.y;
    let column = (WIDTH - 2.0 * EDGE) / 2.0;
    for (at, (_, bar, thin, draft, words)) in forms.into_iter().filter(|(used, ..)| *used).enumerate() {
        let x = EDGE + if at % 2 == 0 { 0.0 } else { column };
        let form = Form { bar, thin, draft, level: Level::National };
        self::bar(paint, &years, &form, (x, y), 48.0);
        paint.words((x + 58.0, y + 11.0), ABOUT, &words);
        if at % 2 == 1 {
            y += 20.0;
        }
        paint.y = y + 20.0;
    }
    paint.y += 8.0;
}

/// Context on the axis: a number at each place.
fn events(paint: &mut Paint, timeline: &Timeline<'_>) {
    if timeline.events.is_empty() {
        return;
    }
    let top = paint.y;
    for (n, ((_, place), label)) in timeline.events.iter().zip(timeline.event_labels(Window::WHOLE)).enumerate() {
        let (x, at) = (LEFT + place * SPAN, LEFT + label * SPAN);
        let letters = Letters::new(11.0).bold().colour(ink::ACCENT).anchor("middle");
        paint.words((at, top + 11.0), letters, &(n + 1).to_string());
        paint.line((at, top + 14.0), (x, top + 26.0), stroke(ink::ACCENT, 1.0));
    }
    paint.y = top + 26.0;
}

/// What those numbers stand for, in two columns.
fn context(paint: &mut Paint, lang: Lang, timeline: &Timeline<'_>) {
    let events = timeline.events.len();
    if events == 0 {
        return;
    }
    let column = (WIDTH - 3.0 * EDGE) / 2.0;
    let top = paint.wrapped((EDGE, paint.y), column, Letters::new(13.0).bold(), &lang.timeline_events(events)) + 2.0;
    let (mut y, mut bottom) = (top, top);
    let mut x = EDGE;
    for (n, (event, _)) in timeline.events.iter().enumerate() {
        if n == events.div_ceil(2) {
            (x, y) = (2.0 * EDGE + column, top);
        }
        let words = format!("{}. {}: {}", n + 1, date(&event.date, lang), event.title.get(lang));
        y = paint.wrapped((x, y), column, ABOUT, &words);
        bottom = bottom.max(y);
    }
    paint.y = bottom;
}

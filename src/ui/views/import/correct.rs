//! The forms that correct what was read.

use super::{button, choice, field, figure, option, target_line, year};
use crate::model::Comparator;
use crate::reader::Unit;
use crate::review::{Review, Task};
use crate::ui::cx::Cx;
use crate::ui::html::*;

fn correct(cx: Cx<'_>, about: &str, fields: impl Iterator<Item = Html>) -> Html {
    let lang = cx.lang;
    let save = button(lang.import_save()).attr("data-act", "correct").attr("data-about", about);
    tag("details")
        .attr("id", format!("correct-{about}"))
        .child(tag("summary").child(lang.import_correct()))
        .child(tag("div").class("import__fields").attr("data-fields", true).child(all(fields)).child(save))
}

/// So many targets before one are offered as what it is a part of: a part stands close behind its whole.
const WHOLES: usize = 12;

/// The form that corrects a target.
pub fn target(cx: Cx<'_>, review: &Review, place: usize) -> Html {
    let lang = cx.lang;
    let Some(target) = review.targets.get(place).map(|s| &s.now) else { return ().into_any() };
    let about = format!("t{place}");
    let own = target.indicator.as_deref();
    let indicators =
        cx.data.indicators.iter().map(|i| option(i.id.as_str(), i.name.get(lang), own == Some(i.id.as_str())));
    let indicators = std::iter::once(option("", lang.import_none(), own.is_none())).chain(indicators);
    let id = |name: &str| format!("{name}-{about}");
    let comparators =
        Comparator::ALL.into_iter().map(|c| option(c.id(), lang.import_comparator(c), target.comparator == c));
    let units = Unit::ALL.into_iter().map(|unit| {
        let name = if unit == Unit::Count { lang.import_counted() } else { lang.import_unit(unit) };
        option(unit.id(), name, target.unit == unit)
    });
    // What the indicator can be a share of.
    let known = own.and_then(|id| cx.data.indicators.iter().find(|i| i.id.as_str() == id));
    let bases = known.into_iter().flat_map(|i| &i.bases).filter_map(|id| cx.data.base(id));
    let base = target.base.as_deref();
    let bases = bases.map(|b| option(b.id.as_str(), b.name.get(lang), base == Some(b.id.as_str())));
    let bases = std::iter::once(option("", lang.none_stated(), base.is_none())).chain(bases);
    let near = place.saturating_sub(WHOLES)..place;
    let far = target.part_of.filter(|whole| !near.contains(whole));
    let wholes = far.into_iter().chain(near).filter_map(|i| {
        let whole = review.targets.get(i)?;
        Some(option(&i.to_string(), &target_line(cx, &whole.now), target.part_of == Some(i)))
    });
    let wholes = std::iter::once(option("", "–", target.part_of.is_none())).chain(wholes);
    // In the order in which `Import::act` reads them.
    let fields = [
        choice(lang.import_indicator(), id("indicator"), indicators),
        field(lang.import_value(), id("value"), figure(target.value)),
        field(lang.import_max(), id("max"), target.value_max.map(figure).unwrap_or_default()),
        field(lang.import_year(), id("year"), year(target.year)),
        choice(lang.import_binds(), id("comparator"), comparators),
        choice(lang.import_unit_label(), id("unit"), units),
        field(lang.import_clause(), id("clause"), target.clause.clone()),
        choice(lang.plan_base(), id("base"), bases),
        choice(lang.record_part_of(), id("whole"), wholes),
    ];
    correct(cx, &about, fields.into_iter())
}

/// The form that corrects a task.
pub fn task(cx: Cx<'_>, about: &str, task: &Task) -> Html {
    let lang = cx.lang;
    let names =
        |names: &[crate::review::Name]| names.iter().map(|name| name.printed.as_str()).collect::<Vec<_>>().join("; ");
    let id = |name: &str| format!("{name}-{about}");
    let fields = [
        field(lang.import_lead_agency(), id("lead"), names(&task.lead)),
        field(lang.import_coordinating(), id("coordinating"), names(&task.coordinating)),
        field(lang.import_from(), id("from"), year(task.start)),
        field(lang.import_to(), id("to"), year(task.end)),
    ];
    correct(cx, about, fields.into_iter())
}

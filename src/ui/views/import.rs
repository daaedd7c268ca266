//! The import view: what to bring, what was found, and what becomes of it. The third module draws it.
//!
//! | attribute | on | does, in `xtask/assets/reading.js` |
//! |---|---|---|
//! | `data-import` | the whole | takes files that are dropped, and is drawn anew after each step |
//! | `data-import-file` | an input | reads the chosen file |
//! | `data-act`, `data-about` | a button | a step of the review; its fields are those of the nearest `data-fields` |
//! | `data-act="more"` | a button | shows more of a list, from the item that `data-about` names |
//! | `data-stages` | a text | says which step of reading it is: one of these |
//! | `data-import-do` | a button | read what was pasted, stop, show, save as a file, forget |

mod attached;
mod correct;

pub use attached::words_of;

use crate::address::{CompareState, View};
use crate::model::Comparator;
use crate::review::{Place, Review, Status, Target, Task};
use crate::ui::cx::Cx;
use crate::ui::html::*;
use crate::ui::import::{Import, Said};

/// All of the view below its heading.
pub fn import(cx: Cx<'_>, import: &Import) -> Html {
    let lang = cx.lang;
    let said = import.said.map(|said| match said {
        Said::NoPeriod => lang.import_no_period(),
        Said::NotOurs => lang.import_not_ours(),
        Said::NothingAdded => lang.import_add_nothing(),
        Said::NoMax => lang.import_no_max(),
        Said::KeepRefused => lang.import_keep_refused(),
    });
    let trouble = import.refused.map(|refused| refused.says(lang)).or(said);
    let mut whole = tag("div").class("import").attr("data-import", true).child(bring(cx));
    if let Some(trouble) = trouble {
        let name = if import.refused.is_some() { format!("{}: ", import.name) } else { String::new() };
        whole =
            whole.child(tag("p").class("notice").attr("role", "alert").attr("id", "import-said").child(name + trouble));
    }
    if let Some(attachment) = &import.attached {
        whole = whole.child(attached::attached(cx, attachment));
    }
    if let Some(review) = &import.review {
        whole = whole.child(reviewed(cx, import, review));
    }
    if import.review.is_some() || import.own.is_some() || import.kept {
        whole = whole.child(usage(cx, import));
    }
    whole
}

fn button(text: &str) -> Html {
    tag("button").class("button").attr("type", "button").child(text)
}

fn bring(cx: Cx<'_>) -> Html {
    let lang = cx.lang;
    tag("div")
        .class("import__bring")
        .child(tag("p").class("lead").child(lang.import_lead()))
        .child(
            tag("p").child(tag("label").attr("for", "import-file").child(lang.import_file())).child(" ").child(
                tag("input")
                    .attr("type", "file")
                    .attr("id", "import-file")
                    .attr("data-import-file", true)
                    .attr("accept", ".docx,.pdf,.xlsx,.csv,.tsv,.html,.htm,.md,.txt,.json"),
            ),
        )
        .child(
            tag("details")
                .attr("id", "import-paste")
                .child(tag("summary").child(lang.import_paste()))
                .child(
                    tag("textarea").attr("id", "import-text").attr("rows", "6").attr("aria-label", lang.import_paste()),
                )
                .child(tag("p").child(button(lang.import_read()).attr("data-import-do", "paste"))),
        )
        .child(
            tag("p")
                .attr("id", "import-progress")
                .attr("hidden", true)
                .child(tag("span").attr("role", "status").attr("data-stages", lang.import_stages()))
                .child(" ")
                .child(tag("progress").attr("max", "4").attr("aria-hidden", "true"))
                .child(" ")
                .child(button(lang.import_cancel()).attr("data-import-do", "cancel")),
        )
}

fn reviewed(cx: Cx<'_>, import: &Import, review: &Review) -> Html {
    let lang = cx.lang;
    let counts = review.counts();
    let step = |text: &str, verb: &'static str, can: bool| {
        button(text).attr("data-act", verb).attr("id", verb).attr("disabled", !can)
    };
    let open_targets = review.targets.iter().any(|s| s.status == Status::Suggested);
    let open_tasks = review.tasks.iter().any(|s| s.status == Status::Suggested);
    let empty = review.targets.is_empty() && review.tasks.is_empty();
    let (targets_shown, tasks_shown) = import.shown;
    let targets = review.targets.iter().enumerate().take(targets_shown).map(|(i, s)| {
        let about = format!("t{i}");
        item(cx, import, &about, s.status, s.confidence, (&s.now.clause, s.now.place.as_ref()))
            .child(tag("p").child(target_line(cx, &s.now)))
            .child(correct::target(cx, review, i))
    });
    let tasks = review.tasks.iter().enumerate().take(tasks_shown).map(|(i, s)| {
        let about = format!("k{i}");
        item(cx, import, &about, s.status, s.confidence, (&s.now.clause, s.now.place.as_ref()))
            .child(tag("p").child(task_line(cx, &s.now)))
            .child(correct::task(cx, &about, &s.now))
    });
    fragment()
        .child(tag("h2").child(format!("{}: {}", lang.import_document(), import.name)))
        .child(head(cx, review))
        .child(if empty { tag("p").class("notice").child(lang.import_no_plan()) } else { ().into_any() })
        .child(problems(cx, import, review))
        .child(
            tag("p")
                .class("import__steps")
                .child(tag("span").attr("role", "status").child(lang.import_counts(
                    counts.open,
                    counts.kept,
                    counts.rejected,
                )))
                .child(" ")
                .child(step(lang.import_accept_all(), "all", counts.open > 0))
                .child(" ")
                .child(step(lang.import_undo(), "undo", review.can_undo()))
                .child(" ")
                .child(step(lang.import_redo(), "redo", review.can_redo())),
        )
        .child(tag("h3").child(lang.plan_targets()))
        .child(tag("p").child(step(lang.import_accept_targets(), "all-targets", open_targets)))
        .child(tag("ol").class("import__items").child(all(targets)))
        .child(more(cx, 't', targets_shown, review.targets.len()))
        .child(tag("h3").child(lang.plan_tasks()))
        .child(tag("p").child(step(lang.import_accept_tasks(), "all-tasks", open_tasks)))
        .child(tag("ol").class("import__items").child(all(tasks)))
        .child(more(cx, 'k', tasks_shown, review.tasks.len()))
        .child(
            tag("div")
                .attr("data-fields", true)
                .child(tag("h3").child(lang.import_add()))
                .child(tag("label").attr("for", "import-add").child(lang.import_add_sentence()))
                .child(tag("textarea").attr("id", "import-add").attr("rows", "2"))
                .child(tag("p").child(step(lang.import_add_button(), "add", true))),
        )
}

/// Shows what a long list has left out. What is done to all of a list is done to them, too.
fn more(cx: Cx<'_>, list: char, shown: usize, all: usize) -> Option<Html> {
    let left = all.checked_sub(shown).filter(|left| *left > 0)?;
    let text = cx.lang.import_more(left.min(Import::SHOWN), left);
    Some(tag("p").child(button(&text).attr("data-act", "more").attr("data-about", format!("{list}{shown}"))))
}

fn field(label: &str, id: String, value: String) -> Html {
    let input = tag("input").attr("id", id).attr("value", value).attr("autocomplete", "off");
    tag("label").class("import__field").child(tag("span").child(label)).child(input)
}

fn choice(label: &str, id: String, options: impl Iterator<Item = Html>) -> Html {
    let select = tag("select").attr("id", id).child(all(options));
    tag("label").class("import__field").child(tag("span").child(label)).child(select)
}

fn option(value: &str, text: &str, chosen: bool) -> Html {
    tag("option").attr("value", value).attr("selected", chosen).child(text)
}

fn year(year: Option<i32>) -> String {
    year.map(|y| y.to_string()).unwrap_or_default()
}

fn head(cx: Cx<'_>, review: &Review) -> Html {
    let lang = cx.lang;
    let head = &review.head;
    let said = [&head.number, &head.date, &head.issuer, &head.title];
    let said: Vec<&str> = said.into_iter().filter_map(|part| part.as_deref()).collect();
    let own = head.province.as_deref();
    let provinces =
        cx.data.provinces.iter().map(|p| option(p.id.as_str(), p.name.get(lang), own == Some(p.id.as_str())));
    let provinces = std::iter::once(option("", lang.import_national(), own.is_none())).chain(provinces);
    fragment().child(tag("p").child(said.join(" · "))).child(
        tag("div")
            .class("import__fields")
            .attr("data-fields", true)
            .child(field(lang.import_from(), "import-from".to_owned(), year(head.start)))
            .child(field(lang.import_to(), "import-to".to_owned(), year(head.end)))
            .child(choice(lang.import_province(), "import-province".to_owned(), provinces))
            .child(button(lang.import_save_head()).attr("data-act", "head").attr("id", "head")),
    )
}

fn problems(cx: Cx<'_>, import: &Import, review: &Review) -> Html {
    if review.problems.is_empty() {
        return ().into_any();
    }
    let items = review.problems.iter().map(|problem| {
        let place = problem.place.clone().and_then(|place| import.text.get(place)).map(words).unwrap_or_default();
        let clause = if problem.clause.is_empty() { String::new() } else { format!(" ({})", problem.clause) };
        let quote = if place.is_empty() { String::new() } else { format!(": “{}”", shortened(&place)) };
        tag("li").child(format!("{}{clause}{quote}", cx.lang.import_problem(problem.kind)))
    });
    tag("details")
        .attr("id", "import-problems")
        .child(tag("summary").child(format!("{} ({})", cx.lang.import_problems(), review.problems.len())))
        .child(tag("ul").child(all(items)))
}

fn item(
    cx: Cx<'_>,
    import: &Import,
    about: &str,
    status: Status,
    confidence: f64,
    (clause, place): (&str, Option<&Place>),
) -> Html {
    let lang = cx.lang;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
    let percent = (confidence * 100.0).round() as u32;
    let step = |text: &str, verb: &'static str, can: bool| {
        let id = format!("{verb}-{about}");
        button(text).attr("data-act", verb).attr("data-about", about).attr("id", id).attr("disabled", !can)
    };
    let mut meta = Vec::from([lang.import_status(status).to_owned()]);
    if !clause.is_empty() {
        meta.push(clause.to_owned());
    }
    if status != Status::Added {
        meta.push(lang.import_sure(percent));
    }
    let open = status == Status::Suggested;
    tag("li")
        .class("import__item")
        .class_if("import__item--rejected", status == Status::Rejected)
        .attr("id", about)
        .child(tag("p").class("muted").child(meta.join(" · ")))
        .child(quote(import, place))
        .child(
            tag("p")
                .child(step(lang.import_accept(), "accept", open))
                .child(" ")
                .child(step(lang.import_reject(), "reject", status != Status::Rejected))
                .child(" ")
                .child(step(lang.import_reset(), "reset", !open && status != Status::Added)),
        )
}

/// The sentence or row with what was read in it highlighted.
fn quote(import: &Import, place: Option<&Place>) -> Html {
    let Some(place) = place else { return ().into_any() };
    let part = |from: usize, to: usize| import.text.get(from..to).map(words).unwrap_or_default();
    let whole = place.passage.start <= place.quote.start && place.quote.end <= place.passage.end;
    let mut out = tag("blockquote").class("import__quote").attr("lang", "vi");
    if whole && !place.quote.is_empty() {
        out = out
            .child(part(place.passage.start, place.quote.start))
            .child(" ")
            .child(tag("mark").child(part(place.quote.start, place.quote.end)))
            .child(" ")
            .child(part(place.quote.end, place.passage.end));
    } else {
        out = out.child(tag("mark").child(words(&place.text)));
    }
    out
}

/// A passage without the tags of tables.
fn words(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let Some(end) = rest[at..].find('>') else { break };
        out.push_str(&rest[..at]);
        out.push(' ');
        rest = &rest[at + end + 1..];
    }
    out.push_str(rest);
    crate::reader::json::plain(&out)
}

fn shortened(text: &str) -> String {
    let mut out: String = text.chars().take(160).collect();
    if out.len() < text.len() {
        out.push('…');
    }
    out
}

fn figure(value: f64) -> String {
    crate::i18n::decimal(value, 6).replace('.', ",")
}

fn target_line(cx: Cx<'_>, target: &Target) -> String {
    let lang = cx.lang;
    let indicator = target.indicator.as_deref().and_then(|id| cx.data.indicators.iter().find(|i| i.id.as_str() == id));
    let name = indicator.map_or(lang.import_none(), |i| i.name.get(lang));
    let sign = match target.comparator {
        Comparator::Gt => "> ",
        Comparator::Gte => "≥ ",
        Comparator::Lt => "< ",
        Comparator::Lte => "≤ ",
        Comparator::Approx => "≈ ",
        Comparator::Eq | Comparator::Range => "",
    };
    let max = target.value_max.map(|max| format!("–{}", figure(max))).unwrap_or_default();
    let figure = format!("{sign}{}{max} {}", figure(target.value), lang.import_unit(target.unit));
    format!("{name}: {}, {}", figure.trim(), target.year.map_or("?".to_owned(), |y| y.to_string()))
}

fn task_line(cx: Cx<'_>, task: &Task) -> String {
    let printed =
        |names: &[crate::review::Name]| names.iter().map(|name| name.printed.as_str()).collect::<Vec<_>>().join("; ");
    let mut out = format!("{}: {}", cx.lang.import_lead_agency(), printed(&task.lead));
    if !task.coordinating.is_empty() {
        out += &format!(" · {}: {}", cx.lang.import_coordinating(), printed(&task.coordinating));
    }
    if task.start.is_some() || task.end.is_some() {
        out += &format!(" · {}–{}", year(task.start), year(task.end));
    }
    out
}

fn usage(cx: Cx<'_>, import: &Import) -> Html {
    let lang = cx.lang;
    let mut out = tag("section").class("import__use").child(tag("h2").child(lang.import_use_title()));
    if import.review.is_some() || import.own.is_some() {
        out = out
            .child(
                tag("p").child(
                    tag("label")
                        .child(tag("input").attr("type", "checkbox").attr("id", "import-keep").attr("checked", true))
                        .child(" ")
                        .child(lang.import_keep()),
                ),
            )
            .child(
                tag("p")
                    .child(button(lang.import_use()).attr("data-import-do", "use").attr("id", "import-use"))
                    .child(" ")
                    .child(button(lang.import_download()).attr("data-import-do", "save").attr("id", "import-save")),
            );
    }
    if let Some(plan) = import.own.as_ref().and_then(|own| cx.data.plan(&own.plan.id)) {
        let view = View::Plan { plan: plan.id, part: None };
        let compare = View::Compare(CompareState::default());
        out = out.child(
            tag("p")
                .child(lang.import_joined())
                .child(" ")
                .child(tag("a").attr("href", cx.href(view)).child(plan.short.get(lang)))
                .child(" · ")
                .child(tag("a").attr("href", cx.href(compare)).child(lang.nav_compare())),
        );
    }
    if import.kept {
        out = out.child(tag("p").child(button(lang.import_forget()).attr("data-import-do", "forget")));
    }
    out
}

//! The document of a plan that is already known: each record with its clause word for word, and what does not agree.

use crate::address::View;
use crate::attach::{Attached, Attachment, Mismatch, Paragraph};
use crate::i18n::number;
use crate::model::{PlanId, RecordId};
use crate::ui::cx::Cx;
use crate::ui::html::*;

/// Which plan it is, what does not agree, and every record beside its clause.
pub fn attached(cx: Cx<'_>, attachment: &Attachment) -> Html {
    let lang = cx.lang;
    let id = PlanId::from(attachment.plan.as_str());
    let Some(plan) = cx.data.plan(&id) else { return ().into_any() };
    let differing = attachment.mismatched().count();
    let item = |record: &Attached| {
        let id = RecordId::from(record.record.as_str());
        let title = plan.record(&id).map_or(record.record.as_str(), |found| found.title().get(lang));
        let link = tag("a").attr("href", cx.href(View::Record { plan: plan.id, record: id })).child(title);
        let about = tag("p").child(link).child(format!(" · {}", record.clause));
        tag("li").class("import__item").child(about).child(beside(cx, record))
    };
    let list =
        |records: &mut dyn Iterator<Item = &Attached>| tag("ol").class("import__items").child(all(records.map(item)));
    let mut out = tag("section")
        .attr("id", "import-attached")
        .child(tag("h2").child(lang.attach_title(plan.short.get(lang))))
        .child(tag("p").attr("role", "status").child(lang.attach_counts(attachment.records.len(), differing)));
    if differing > 0 {
        out = out.child(tag("h3").child(lang.attach_differing())).child(list(&mut attachment.mismatched()));
    }
    out.child(
        tag("details")
            .attr("id", "import-attached-all")
            .child(tag("summary").child(lang.attach_all()))
            .child(list(&mut attachment.records.iter())),
    )
}

/// What the attached document has of one record, for that record's own page; nothing where it is another plan's.
pub fn words_of(cx: Cx<'_>, file: &str, attachment: &Attachment) -> Html {
    let View::Record { plan, record } = &cx.address.view else { return ().into_any() };
    let known = attachment.records.iter().find(|found| found.record == record.as_str());
    let Some(found) = known.filter(|_| attachment.plan == plan.as_str()) else { return ().into_any() };
    tag("section")
        .attr("aria-labelledby", "record-words-title")
        .child(tag("h2").attr("id", "record-words-title").child(cx.lang.attach_words(file)))
        .child(beside(cx, found))
}

/// What does not agree, and the words.
fn beside(cx: Cx<'_>, record: &Attached) -> Html {
    let said: Vec<String> = record.mismatches.iter().map(|mismatch| said(cx, *mismatch)).collect();
    let said = (!said.is_empty()).then(|| tag("p").class("import__differs").child(format!("≠ {}", said.join("; "))));
    let words = all(record.paragraphs.iter().map(paragraph));
    fragment().child(said).child(tag("blockquote").class("import__quote").attr("lang", "vi").child(words))
}

fn said(cx: Cx<'_>, mismatch: Mismatch) -> String {
    let lang = cx.lang;
    match mismatch {
        Mismatch::NoClause => lang.attach_no_clause().to_owned(),
        Mismatch::Uncited => lang.attach_uncited().to_owned(),
        Mismatch::Figure(figure) => format!("{}: {}", lang.attach_no_figure(), number(figure, lang)),
        Mismatch::Year(year) => format!("{}: {year}", lang.attach_no_year()),
    }
}

/// Its words, with what the record has of them highlighted.
fn paragraph(paragraph: &Paragraph) -> Html {
    let mut out = tag("p");
    let mut at = 0;
    for mark in &paragraph.marks {
        let before = paragraph.text.get(at..mark.at.start).unwrap_or_default();
        let marked = paragraph.text.get(mark.at.clone()).unwrap_or_default();
        out = out.child(before.to_owned()).child(tag("mark").child(marked.to_owned()));
        at = mark.at.end;
    }
    out.child(paragraph.text.get(at..).unwrap_or_default().to_owned())
}

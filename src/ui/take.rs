//! What stands below a view for those who want it elsewhere: files of what is shown, and the printed page.
//!
//! The buttons name the kind of file only; the saving module knows the address, and makes file and name of it.

use super::cx::Cx;
use super::html::*;
use crate::export::{offered, plans_of};
use crate::list::List;

/// Says whether a file could be saved.
pub const SAID: &str = "data-said";

/// The files in which the context's view can be taken away; nothing where there is none.
pub fn take(cx: Cx<'_>) -> Html {
    let formats = offered(&cx.address.view);
    if formats.is_empty() {
        return Html::NOTHING;
    }
    let button = |label: &str| tag("button").class("button").attr("type", "button").child(label);
    let files = all(formats
        .iter()
        .map(|format| tag("li").child(button(cx.lang.export_format(*format)).attr("data-save", format.ending()))));
    tag("section")
        .class("take no-print")
        .attr("aria-labelledby", "take-title")
        .child(tag("h2").attr("id", "take-title").child(cx.lang.export_offer()))
        .child(tag("p").class("small muted").child(cx.lang.export_lead()))
        .child(
            tag("ul")
                .class("take__files")
                .child(files)
                .child(tag("li").child(button(cx.lang.print()).attr("data-print", true))),
        )
        .child(tag("p").class("data__said").attr("id", SAID).attr("role", "status"))
}

/// So many documents are named; of more the number.
const NAMED: usize = 12;

/// What heads a printed page: whose it is, the address that opens it again, the day, and the documents it tells of.
pub fn print_head(cx: Cx<'_>) -> Html {
    let (host, lang) = (cx.host, cx.lang);
    let day = host.today.as_deref().map(|day| lang.printed_on(day));
    let plans = plans_of(cx.data, &cx.address.view);
    let mut documents: Vec<String> = plans.iter().take(NAMED).map(|plan| lang.document(plan)).list();
    if plans.len() > NAMED {
        documents.push(lang.export_more_documents(plans.len() - NAMED));
    }
    let sources = (!documents.is_empty()).then(|| {
        let label = tag("span").class("print-head__sources").child(lang.timeline_source()).child(": ");
        label.child(documents.join("; "))
    });
    tag("p")
        .class("print-head")
        .attr("aria-hidden", "true")
        .child(tag("strong").child(lang.site()))
        .child(" · ")
        .child(lang.site_subtitle())
        .child(day)
        .child(tag("span").class("print-head__address").child(format!("{}{}", host.shared_base(), cx.address.write())))
        .child(sources)
}

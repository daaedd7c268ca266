//! Doubts and remarks on records.

use crate::model::{FlagId, FlagKind};
use crate::ui::cx::Cx;
use leptos::prelude::*;

/// Whether some flag is a doubt: the record must look uncertain.
pub fn is_doubtful(cx: Cx<'_>, flags: &[FlagId]) -> bool {
    flags.iter().filter_map(|id| cx.data.flag(id)).any(|flag| flag.kind == FlagKind::Doubt)
}

/// The flags in a few words each, for tight places.
pub fn flag_tags(cx: Cx<'_>, flags: &[FlagId]) -> AnyView {
    let shown: Vec<_> = flags
        .iter()
        .filter_map(|id| cx.data.flag(id))
        .map(|flag| {
            let (class, sign) = match flag.kind {
                FlagKind::Doubt => ("flag flag--doubt", "? "),
                FlagKind::State => ("flag flag--state", ""),
                FlagKind::Remark => ("flag", ""),
            };
            let text = format!("{sign}{}", flag.name.get(cx.lang));
            view! { <li class=class title=flag.text.get(cx.lang).to_owned()>{text}</li> }
        })
        .collect();
    if shown.is_empty() {
        return ().into_any();
    }
    view! { <ul class="flags">{shown}</ul> }.into_any()
}

/// The flags in a sentence each.
pub fn flag_list(cx: Cx<'_>, flags: &[FlagId]) -> AnyView {
    let shown: Vec<_> = flags
        .iter()
        .filter_map(|id| cx.data.flag(id))
        .map(|flag| {
            let class = if flag.kind == FlagKind::Doubt { "flag flag--doubt" } else { "flag" };
            view! {
                <li>
                    <span class=class>{flag.name.get(cx.lang).to_owned()}</span>
                    " "
                    {flag.text.get(cx.lang).to_owned()}
                </li>
            }
        })
        .collect();
    if shown.is_empty() {
        return ().into_any();
    }
    view! { <ul class="flag-list">{shown}</ul> }.into_any()
}

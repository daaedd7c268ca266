//! Doubts and remarks on records.

use crate::list::List;
use crate::model::{FlagId, FlagKind};
use crate::ui::cx::Cx;
use crate::ui::html::*;

/// Whether some flag is a doubt: the record must look uncertain.
pub fn is_doubtful(cx: Cx<'_>, flags: &[FlagId]) -> bool {
    flags.iter().filter_map(|id| cx.data.flag(id)).any(|flag| flag.kind == FlagKind::Doubt)
}

/// The flags in a few words each, for tight places.
pub fn flag_tags(cx: Cx<'_>, flags: &[FlagId]) -> Html {
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
            tag("li").class(class).attr("title", flag.text.get(cx.lang)).child(text)
        })
        .list();
    if shown.is_empty() {
        return ().into_any();
    }
    tag("ul").class("flags").child(shown).into_any()
}

/// The flags in a sentence each.
pub fn flag_list(cx: Cx<'_>, flags: &[FlagId]) -> Html {
    let shown: Vec<_> = flags
        .iter()
        .filter_map(|id| cx.data.flag(id))
        .map(|flag| {
            let class = if flag.kind == FlagKind::Doubt { "flag flag--doubt" } else { "flag" };
            tag("li")
                .child(tag("span").class(class).child(flag.name.get(cx.lang)))
                .child(" ")
                .child(flag.text.get(cx.lang))
        })
        .list();
    if shown.is_empty() {
        return ().into_any();
    }
    tag("ul").class("flag-list").child(shown).into_any()
}

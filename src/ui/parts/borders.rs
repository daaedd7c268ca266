//! What changes of the map mean for a plan's figures.

use crate::borders;
use crate::model::Plan;
use crate::ui::cx::Cx;
use crate::ui::html::*;

/// A sentence beside a plan's figures; nothing where the borders have stayed.
pub fn borders(cx: Cx<'_>, plan: &Plan) -> Html {
    let sentence = borders::sentence(cx.data, plan, cx.lang);
    sentence.map(|sentence| tag("p").class("borders small muted").child(sentence)).into_any()
}

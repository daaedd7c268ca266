//! What a reader must know of figures before they are set beside others.

use crate::borders;
use crate::model::{IndicatorId, Plan};
use crate::ui::cx::Cx;
use crate::ui::html::*;

/// A sentence beside a plan's figures; nothing where the borders have stayed.
pub fn borders(cx: Cx<'_>, plan: &Plan) -> Html {
    beside(borders::sentence(cx.data, plan, cx.lang).as_deref())
}

/// What changed the meaning of an indicator's figures; nothing where nothing did.
pub fn meaning(cx: Cx<'_>, indicator: Option<&IndicatorId>) -> Html {
    let note = indicator.and_then(|id| cx.data.indicator(id)?.note.as_ref());
    beside(note.map(|note| note.get(cx.lang)))
}

fn beside(sentence: Option<&str>) -> Html {
    sentence.map(|sentence| tag("p").class("borders small muted").child(sentence)).into_any()
}

#[cfg(test)]
mod tests {
    use crate::dataset::bundled;
    use crate::ui::render;

    #[test]
    fn what_changed_an_indicator_s_meaning_stands_beside_its_targets() {
        let data = bundled().expect("the bundled data is sound");
        let mut seen = Vec::new();
        for plan in &data.plans {
            for target in &plan.targets {
                let indicator = target.indicator.and_then(|id| data.indicator(&id));
                let Some((id, note)) = indicator.and_then(|i| Some((i.id, i.note.as_ref()?))) else { continue };
                let page = render::page(&data, &format!("#/plan/{}/{}", plan.id, target.id));
                assert!(page.contains(&*note.vi), "{}/{}", plan.id, target.id);
                seen.push(id);
            }
        }
        assert_eq!(seen.iter().filter(|id| **id == "communes_online_merchants").count(), 3);
        let rule = "#/compare?plans=dak-nong-2021-2025&cell=dak-nong-2021-2025~communes_online_merchants";
        assert!(render::page(&data, rule).contains("3.321"));
    }
}

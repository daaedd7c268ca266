//! `cargo xtask bench`: the product beside its peers, in one run of one browser, on the same generated data.
//!
//! Times on this machine or that one say little; what is printed are ratios, beside the goals. `xtask/bench/README.md`
//! says how each is measured.

mod generate;

use crate::setup::Browser;
use crate::shell::{command, run, step};
use crate::{build, paths, setup};
use lotrinh::dataset::packed;
use lotrinh::i18n::Lang;
use lotrinh::search::documents;
use lotrinh::timeline::{Filter, Lanes, lay_out, name_of};
use serde_json::json;
use std::fs;

pub fn bench() -> Result<(), String> {
    build::build()?;
    setup::test_modules()?;
    let folder = paths::target().join("bench");
    setup::peers(&folder)?;
    let real = lotrinh::dataset::bundled().map_err(|_| "the data cannot be read: see `cargo xtask data`".to_owned())?;
    step("make two hundred plans", || {
        let data = generate::generate(&real);
        let write = |name: &str, bytes: &[u8]| {
            fs::write(folder.join(name), bytes).map_err(|error| format!("cannot write {name}: {error}"))
        };
        write("data.bin", &packed::pack(&data))?;
        // What the peers are given: the same tasks in the same lanes, the same records with the same texts.
        let timeline = lay_out(&data, &Filter::default(), Lanes::Agency);
        let lanes: Vec<_> = timeline
            .lanes
            .iter()
            .map(|lane| json!({"id": lane.key, "content": name_of(&data, Lanes::Agency, &lane.key, Lang::Vi)}))
            .collect();
        let items: Vec<_> = timeline
            .lanes
            .iter()
            .flat_map(|lane| lane.rows.iter().map(move |row| (lane, row)))
            .enumerate()
            .map(|(n, (lane, row))| {
                json!({
                    "id": n,
                    "group": lane.key,
                    "content": row.task.title.vi,
                    "start": format!("{}-01-01", row.task.start.unwrap_or(2016)),
                    "end": format!("{}-12-31", row.task.end.unwrap_or(2030)),
                })
            })
            .collect();
        let records: Vec<_> = documents(&data)
            .enumerate()
            .map(|(n, entry)| {
                let title = entry.title(Lang::Vi).map(|place| entry.fields[place].text.as_ref());
                let rest: Vec<&str> = entry.fields.iter().map(|field| field.text.as_ref()).collect();
                json!({"id": n, "title": title, "text": rest.join(" ")})
            })
            .collect();
        let compared: Vec<_> = data.plans.iter().skip(3).take(50).map(|plan| plan.id.as_str()).collect();
        let indicators: Vec<_> = data.indicators.iter().take(40).map(|indicator| indicator.id.as_str()).collect();
        let plans: Vec<_> = data
            .plans
            .iter()
            .take(60)
            .map(|plan| {
                let targets = plan.targets.iter().map(|t| {
                    let indicator = t.indicator.as_ref().map(|id| id.as_str());
                    json!([indicator, t.value, t.unit.id(), t.base.as_ref().map(|id| id.as_str()), t.year])
                });
                json!({"id": plan.id.as_str(), "short": plan.short.vi, "targets": targets.collect::<Vec<_>>()})
            })
            .collect();
        let peers = json!({
            "lanes": lanes, "items": items, "records": records,
            "compared": compared, "indicators": indicators, "plans": plans,
        });
        write("peers.json", peers.to_string().as_bytes())
    })?;
    let found = setup::browsers(&[Browser::Chromium])?;
    let (browser, program) = found.first().ok_or("no Chromium was found")?;
    let mut node = command("node", &["xtask/bench/run.mjs"]);
    run(node.env(browser.variable(), program).env("LOTRINH_DIST", paths::dist()).env("LOTRINH_BENCH", &folder))
}

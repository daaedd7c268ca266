//! `cargo xtask extract FILE`: what the reader finds in a plan document, as JSON; `--score DIR`: how well it
//! finds it, against the gold answers beside the documents.

use lotrinh::dataset::bundled;
use lotrinh::i18n::Lang;
use lotrinh::model::PlanId;
use lotrinh::reader::{json, read, score, to_json};
use std::fs;
use std::path::{Path, PathBuf};

const USAGE: &str = "extract FILE, or extract --score DIR [--faults]";

/// Prints the JSON of a document, or the scores of a folder.
pub fn extract(arguments: &[&str]) -> Result<(), String> {
    match arguments {
        ["--score", folder] => scores(Path::new(folder), false),
        ["--score", folder, "--faults"] | ["--faults", "--score", folder] => scores(Path::new(folder), true),
        [file] if !file.starts_with("--") => {
            let text = text_of(Path::new(file))?;
            println!("{}", to_json(&read(&text), &text));
            Ok(())
        }
        _ => Err(format!("say what to read: {USAGE}")),
    }
}

/// A document's text, whatever its format and encoding.
pub fn text_of(path: &Path) -> Result<String, String> {
    let shown = path.display();
    let bytes = fs::read(path).map_err(|error| format!("{shown}: {error}"))?;
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("");
    lotrinh::document::text(&bytes, name).map_err(|refused| format!("{shown}: {}", refused.says(Lang::En)))
}

fn scores(folder: &Path, faults: bool) -> Result<(), String> {
    let mut documents = Vec::new();
    gather(folder, &mut documents)?;
    if documents.is_empty() {
        return Err(format!("{}: no document with a .json of the same name beside it", folder.display()));
    }
    let data = bundled().map_err(|_| "the bundled data is unsound: run `cargo xtask data`".to_owned())?;
    let mut total = score::Score::default();
    for (document, gold) in documents {
        let text = text_of(&document)?;
        let name = document.file_name().and_then(|n| n.to_str()).unwrap_or("?");
        let one = match gold {
            Gold::Plan(id) => match data.plan(&id) {
                Some(plan) => score::against_plan(&read(&text), &text, plan, &data),
                None => continue,
            },
            Gold::File(gold) => {
                let gold = fs::read_to_string(&gold).map_err(|error| format!("{}: {error}", gold.display()))?;
                let gold: serde_json::Value =
                    serde_json::from_str(&gold).map_err(|error| format!("{}: {error}", document.display()))?;
                score::score(name, &json::value(&read(&text), &text), &gold)
            }
        };
        println!("{name}: {one}");
        if faults {
            one.faults.iter().for_each(|fault| println!("    {fault}"));
        }
        total.add(one);
    }
    println!("all: {total}");
    Ok(())
}

/// Where the right answers are.
enum Gold {
    /// In a file beside the document.
    File(PathBuf),
    /// In the plan of the data after which the document is named.
    Plan(PlanId),
}

/// The documents of a folder that have gold answers, and those.
fn gather(folder: &Path, out: &mut Vec<(PathBuf, Gold)>) -> Result<(), String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|e| e.path())).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            gather(&path, out)?;
        } else if path.extension().is_some_and(|e| e != "json") {
            let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or("");
            let gold = path.with_extension("json");
            let plan = || bundled().ok().filter(|data| data.plan(&PlanId::from(stem)).is_some());
            if gold.is_file() {
                out.push((path, Gold::File(gold)));
            } else if plan().is_some() {
                let id = PlanId::from(stem);
                out.push((path, Gold::Plan(id)));
            }
        }
    }
    Ok(())
}

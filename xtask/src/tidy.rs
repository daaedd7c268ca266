//! `cargo xtask tidy`: the invariants of ARCHITECTURE.md that a machine can check.
//!
//! `CHECKS` lists them. Each gathers every violation, so that one run shows all there is to mend.

use crate::shell::{capture, cargo, command, read_bytes, step};
use crate::{html, mask, paths};
use std::fmt;

/// A file of `src/` longer than this does more than one thing.
const LONGEST_FILE: usize = 600;

/// Files that may be longer, each with the reason.
const LONG_FILES: &[(&str, &str)] = &[];

/// Packages that only a browser or a view needs.
const BROWSER_PACKAGES: &[&str] = &["leptos", "web-sys", "js-sys", "wasm-bindgen", "gloo"];

/// The same as they are named in code.
const BROWSER_NAMES: &[&str] = &["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo"];

/// Where a person's or a machine's files are.
const MACHINE_PATHS: &[&str] = &["/home/", "/root/", "/Users/", "/tmp/", "/work/", "C:\\"];

/// Addresses that name a vocabulary and are never fetched.
const NAMESPACES: &str = "http://www.w3.org/";

type Check = fn(&Repository, &mut Vec<Violation>);

const CHECKS: &[(&str, Check)] = &[
    ("names of the browser are only in src/ui and in the programs beside src/lib.rs", browser_names),
    ("colours are only in tokens.css", colours),
    ("every style sheet is linked in index.html", style_sheets),
    ("no unwrap() outside tests", unwraps),
    ("no file of src/ is too long", long_files),
    ("no white space at the end of a line", trailing_space),
    ("no path of a machine, no request to another host", foreign_addresses),
];

#[derive(PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Violation {
    file: String,
    line: usize,
    message: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// The text files of the repository: those that git knows, and new ones that it does not ignore.
struct Repository {
    files: Vec<(String, String)>,
}

impl Repository {
    fn read() -> Result<Self, String> {
        let listed = capture(&mut command("git", &["ls-files", "-z", "--cached", "--others", "--exclude-standard"]))?;
        let mut files = Vec::new();
        for file in listed.split('\0').filter(|file| !file.is_empty()) {
            let path = paths::repo(file);
            // Git still lists a file that has just been deleted.
            if !path.is_file() {
                continue;
            }
            // What is not UTF-8 is a picture, and no text to check.
            if let Ok(text) = String::from_utf8(read_bytes(&path)?) {
                files.push((file.to_owned(), text));
            }
        }
        files.sort();
        Ok(Self { files })
    }

    fn below<'a>(&'a self, folder: &'a str, ending: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let named = self.files.iter().map(|(file, text)| (file.as_str(), text.as_str()));
        named.filter(move |(file, _)| file.starts_with(folder) && file.ends_with(ending))
    }
}

/// Runs all checks, and fails with all violations.
pub fn tidy() -> Result<(), String> {
    step("tidy: check the invariants of the source", || {
        let repository = Repository::read()?;
        let mut report = Vec::new();
        for (invariant, check) in CHECKS {
            let mut violations = Vec::new();
            check(&repository, &mut violations);
            violations.sort();
            report.extend(violations.iter().map(|violation| format!("{violation} ({invariant})")));
        }
        report.extend(domain_dependencies()?);
        if report.is_empty() {
            return Ok(());
        }
        Err(format!("tidy found {}:\n{}", report.len(), report.join("\n")))
    })
}

/// Without features the crate is the domain alone, and that must build where there is no browser.
fn domain_dependencies() -> Result<Vec<String>, String> {
    let arguments =
        ["tree", "-p", "lotrinh", "-e", "normal", "--no-default-features", "--prefix", "none", "--format", "{p}"];
    let tree = capture(&mut cargo(&arguments))?;
    let mut found: Vec<&str> = tree
        .lines()
        .filter_map(|line| line.split(' ').next())
        .filter(|package| {
            BROWSER_PACKAGES.iter().any(|banned| {
                package.strip_prefix(banned).is_some_and(|rest| rest.is_empty() || rest.starts_with(['_', '-']))
            })
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    Ok(found
        .into_iter()
        .map(|package| format!("Cargo.toml: the domain depends on {package} (cargo tree -p lotrinh -e normal --no-default-features -i {package})"))
        .collect())
}

fn browser_names(repository: &Repository, violations: &mut Vec<Violation>) {
    let outside = repository.below("src/", ".rs").filter(|(file, _)| {
        !(file.starts_with("src/ui/")
            || matches!(
                *file,
                "src/ui.rs"
                    | "src/main.rs"
                    | "src/workshop.rs"
                    | "src/catalog.rs"
                    | "src/saving.rs"
                    | "src/reading.rs"
                    | "src/single.rs"
            ))
    });
    for (file, text) in outside {
        let code = mask::rust(text, false);
        for name in BROWSER_NAMES {
            for at in words(&code, name) {
                violations.push(at_offset(file, text, at, format!("`{name}`")));
            }
        }
    }
}

fn colours(repository: &Repository, violations: &mut Vec<Violation>) {
    for (file, text) in repository.below("src/ui/", ".css").filter(|(file, _)| !file.ends_with("tokens.css")) {
        for (at, colour) in colours_in(&mask::css(text)) {
            violations.push(at_offset(file, text, at, format!("literal colour {colour}")));
        }
    }
}

/// The literal colours of a style sheet without comments. `#add` in a selector is a name, in a declaration a colour.
fn colours_in(css: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut start = 0;
    for (end, mark) in css.match_indices(['{', '}', ';']) {
        let piece = &css[start..end];
        if let Some(colon) = piece.find(':').filter(|_| mark != "{") {
            let value = start + colon + 1;
            found.extend(colours_in_value(&css[value..end]).into_iter().map(|(at, colour)| (value + at, colour)));
        }
        start = end + 1;
    }
    found
}

fn colours_in_value(value: &str) -> Vec<(usize, &str)> {
    const FUNCTIONS: &[&str] = &["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch"];
    let functions = FUNCTIONS.iter().flat_map(|name| {
        words(value, name).filter(|at| value[at + name.len()..].starts_with('(')).map(|at| (at, *name))
    });
    let codes = value.match_indices('#').filter_map(|(at, _)| {
        let digits = value[at + 1..].find(|next: char| !next.is_ascii_alphanumeric()).unwrap_or(value.len() - at - 1);
        let code = &value[at..=at + digits];
        let is_colour = matches!(digits, 3 | 4 | 6 | 8) && code[1..].bytes().all(|digit| digit.is_ascii_hexdigit());
        is_colour.then_some((at, code))
    });
    functions.chain(codes).collect()
}

/// A sheet that is not linked works nowhere, and nothing else would say so.
fn style_sheets(repository: &Repository, violations: &mut Vec<Violation>) {
    let Some((_, page)) = repository.below("index.html", "").next() else {
        return;
    };
    let page = html::tidied(page);
    let tags = html::tags(&page);
    for (file, text) in repository.below("src/", ".css") {
        if !tags.iter().any(|tag| tag.attribute("rel") == Some("css") && tag.attribute("href") == Some(file)) {
            violations.push(at_offset(file, text, 0, "not linked".to_owned()));
        }
    }
}

fn unwraps(repository: &Repository, violations: &mut Vec<Violation>) {
    let mut code_of = Vec::new();
    let mut test_files = Vec::new();
    for (file, text) in repository.below("src/", ".rs") {
        let (code, test_modules) = mask::without_tests(&mask::rust(text, false));
        let folder = match file.rsplit_once('/') {
            Some((folder, "lib.rs" | "main.rs" | "mod.rs")) => folder,
            _ => file.trim_end_matches(".rs"),
        };
        test_files.extend(test_modules.iter().map(|module| format!("{folder}/{module}.rs")));
        code_of.push((file, text, code));
    }
    for (file, text, code) in code_of.iter().filter(|(file, ..)| !test_files.iter().any(|tests| tests == file)) {
        for (at, found) in code.match_indices(".unwrap()") {
            violations.push(at_offset(file, text, at, format!("`{found}`: say what went wrong instead")));
        }
    }
}

fn long_files(repository: &Repository, violations: &mut Vec<Violation>) {
    for (file, text) in repository.below("src/", "") {
        let lines = text.lines().count();
        let listed = LONG_FILES.iter().any(|(name, _)| *name == file);
        let message = match (lines > LONGEST_FILE, listed) {
            (true, false) => format!("{lines} lines, over {LONGEST_FILE}"),
            (false, true) => "no longer too long: take it off LONG_FILES".to_owned(),
            _ => continue,
        };
        violations.push(Violation { file: file.to_owned(), line: lines, message });
    }
}

fn trailing_space(repository: &Repository, violations: &mut Vec<Violation>) {
    for (file, text) in &repository.files {
        for (number, line) in text.split('\n').enumerate() {
            if line.ends_with(char::is_whitespace) {
                violations.push(Violation {
                    file: file.clone(),
                    line: number + 1,
                    message: "ends with white space".to_owned(),
                });
            }
        }
    }
}

fn foreign_addresses(repository: &Repository, violations: &mut Vec<Violation>) {
    let folders = ["src/ui/", "public/", "xtask/assets/", "index.html"];
    for (file, text) in folders.iter().flat_map(|folder| repository.below(folder, "")) {
        let code = match file.rsplit_once('.').map_or("", |(_, ending)| ending) {
            "rs" => mask::rust(text, true),
            "css" => mask::css(text),
            "html" | "svg" => mask::html(text),
            _ => text.to_owned(),
        };
        for path in MACHINE_PATHS {
            for (at, _) in code.match_indices(path) {
                violations.push(at_offset(file, text, at, format!("path of a machine ({path}…)")));
            }
        }
        for at in foreign_requests(&code) {
            violations.push(at_offset(
                file,
                text,
                at,
                "address of another host; only a link with rel may have one".to_owned(),
            ));
        }
    }
}

/// Addresses that are not in a link with `rel`, whether the link is written in HTML or in `view!`.
fn foreign_requests(code: &str) -> Vec<usize> {
    let addresses = code.match_indices("http").filter(|(at, _)| {
        let rest = &code[*at..];
        (rest.starts_with("http://") || rest.starts_with("https://")) && !rest.starts_with(NAMESPACES)
    });
    addresses
        .map(|(at, _)| at)
        .filter(|at| {
            let open = code[..*at].rfind('<');
            let link = open.filter(|open| code[*open..].starts_with("<a") && !code[*open..*at].contains('>'));
            let is_link = link.is_some_and(|open| {
                let tag = &code[open..];
                let end = tag.find('>').unwrap_or(tag.len());
                tag[..end].contains("rel=")
            });
            !is_link
        })
        .collect()
}

/// Where `name` stands as a whole word.
fn words<'a>(text: &'a str, name: &'a str) -> impl Iterator<Item = usize> + 'a {
    let part_of_word = |character: char| character.is_alphanumeric() || matches!(character, '_' | '-');
    text.match_indices(name)
        .map(|(at, _)| at)
        .filter(move |at| !text[..*at].ends_with(part_of_word) && !text[at + name.len()..].starts_with(part_of_word))
}

fn at_offset(file: &str, text: &str, offset: usize, message: String) -> Violation {
    let line = text.as_bytes()[..offset].iter().filter(|byte| **byte == b'\n').count() + 1;
    Violation { file: file.to_owned(), line, message }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(check: Check, files: &[(&str, &str)], expected: &[&str]) {
        let files = files.iter().map(|(file, text)| ((*file).to_owned(), (*text).to_owned())).collect();
        let mut violations = Vec::new();
        check(&Repository { files }, &mut violations);
        let found: Vec<String> =
            violations.iter().map(|violation| format!("{}:{}", violation.file, violation.line)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_browser_is_named_only_where_it_may_be() {
        let code = "// leptos\nuse leptos::prelude::*;\nlet leptosy = \"leptos\";";
        check(
            browser_names,
            &[("src/model/a.rs", code), ("src/ui/a.rs", code), ("src/main.rs", code)],
            &["src/model/a.rs:2"],
        );
    }

    #[test]
    fn colours_are_found_in_values_only() {
        let css = "#add { color: var(--ink); }\n/* #fff */ a:hover { border: 1px solid #FFF }\nb { color: rgb(0 0 0); fill: url(#abcdefg) }";
        check(
            colours,
            &[("src/ui/a.css", css), ("src/ui/styles/tokens.css", css)],
            &["src/ui/a.css:2", "src/ui/a.css:3"],
        );
    }

    #[test]
    fn a_style_sheet_must_be_linked() {
        let page = "<link data-trunk rel=\"css\" href=\"src/ui/a.css\">";
        check(style_sheets, &[("index.html", page), ("src/ui/a.css", ""), ("src/ui/b.css", "")], &["src/ui/b.css:1"]);
    }

    #[test]
    fn unwrap_is_for_tests() {
        let code = "a.unwrap();\n// b.unwrap()\n#[cfg(test)]\nmod tests { fn c() { d.unwrap(); } }\n";
        check(unwraps, &[("src/a.rs", code), ("tests/a.rs", code)], &["src/a.rs:1"]);
        let parent = "#[cfg(test)]\nmod goldens;\nmod tests;";
        check(
            unwraps,
            &[("src/b.rs", parent), ("src/b/goldens.rs", code), ("src/b/tests.rs", code)],
            &["src/b/tests.rs:1"],
        );
    }

    #[test]
    fn long_files_and_trailing_space_are_found() {
        check(long_files, &[("src/a.rs", &"\n".repeat(601)), ("src/b.rs", &"\n".repeat(600))], &["src/a.rs:601"]);
        check(trailing_space, &[("a.md", "a \nb\n\t\n"), ("b.md", "a\n")], &["a.md:1", "a.md:3"]);
    }

    #[test]
    fn only_links_leave_this_host() {
        let code = "view! {\n<a href=\"https://a.vn\" rel=\"external\">\"a\"</a>\n<img src=\"https://b.vn/c.png\"/>\n<a href=\"https://d.vn\">\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
        check(foreign_addresses, &[("src/ui/a.rs", code), ("src/b.rs", code)], &["src/ui/a.rs:3", "src/ui/a.rs:4"]);
        check(
            foreign_addresses,
            &[("index.html", "<link href=\"https://a.vn/x.css\" rel=\"stylesheet\">")],
            &["index.html:1"],
        );
        check(foreign_addresses, &[("src/ui/c.rs", "let a = \"/home/me/x\";")], &["src/ui/c.rs:1"]);
    }
}

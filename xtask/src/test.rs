//! `cargo xtask test`: the whole suite, quickest and most telling first.
//!
//! A step that fails does not stop the others: one run shows all there is to mend.

use crate::setup::{self, Browser};
use crate::shell::{cargo, command, run_remembering, seconds};
use crate::{build, check, dist, paths, size, tidy};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// Which part of the suite to run.
pub struct Selection {
    native: bool,
    e2e: bool,
    /// Only tests with this in their name.
    filter: Option<String>,
}

impl Selection {
    pub fn parse(arguments: &[&str]) -> Result<Self, String> {
        let (native, e2e, filter) = match arguments {
            [] => (true, true, None),
            ["native"] => (true, false, None),
            ["e2e"] => (false, true, None),
            ["native", filter] => (true, false, Some((*filter).to_owned())),
            ["e2e", filter] => (false, true, Some((*filter).to_owned())),
            _ => {
                return Err("say `cargo xtask test`, `test native [NAME]` or `test e2e [NAME]`".to_owned());
            }
        };
        Ok(Self { native, e2e, filter })
    }
}

/// What has been run and what came of it.
#[derive(Default)]
struct Report {
    passed: usize,
    failures: Vec<Failure>,
}

struct Failure {
    step: String,
    message: String,
    again: String,
}

impl Report {
    /// Runs a step; `again` is the command that shows its failure once more.
    fn step(&mut self, step: &str, again: &str, work: impl FnOnce() -> Result<(), String>) -> bool {
        println!("\n== {step}");
        let start = Instant::now();
        let outcome = work();
        let time = seconds(start.elapsed());
        match outcome {
            Ok(()) => {
                println!("== {step}: passed in {time}");
                self.passed += 1;
                true
            }
            Err(message) => {
                println!("== {step}: FAILED in {time}");
                self.failures.push(Failure { step: step.to_owned(), message, again: again.to_owned() });
                false
            }
        }
    }

    /// A step made of one cargo command.
    fn cargo(&mut self, step: &str, arguments: &[&str]) -> bool {
        self.step(step, &format!("cargo {}", arguments.join(" ")), || run_remembering(&mut cargo(arguments)))
    }

    /// A step that cannot run. It counts as failed: what was not tested has not passed.
    fn not_run(&mut self, step: &str, why: &str, again: &str) {
        println!("\n== {step}: NOT RUN, because {why}");
        self.failures.push(Failure {
            step: step.to_owned(),
            message: format!("not run, because {why}"),
            again: again.to_owned(),
        });
    }

    fn finish(self, time: &str) -> Result<(), String> {
        for failure in &self.failures {
            println!(
                "\n== failed: {}\n{}\n   to see it again: {}",
                failure.step,
                failure.message.trim_end(),
                failure.again
            );
        }
        println!("\nthe suite took {time}");
        println!("{} passed, {} failed", self.passed, self.failures.len());
        // The last line above is the answer; a message after it would only blur it.
        if self.failures.is_empty() { Ok(()) } else { std::process::exit(1) }
    }
}

/// Runs what is selected, and fails when any of it does.
pub fn test(selection: &Selection) -> Result<(), String> {
    let start = Instant::now();
    let mut report = Report::default();
    match (selection.native, selection.filter.as_deref()) {
        (true, Some(filter)) => native_tests(&mut report, &["--", filter]),
        (true, None) => native(&mut report),
        (false, _) => {}
    }
    // A part of the suite, asked for by name, needs no gate around it.
    if selection.native && selection.e2e {
        report.step("tidy", "cargo xtask tidy", tidy::tidy);
    }
    if selection.e2e {
        let built = report.step("build", "cargo xtask build", build::build);
        if built && selection.native {
            report.step("size", "cargo xtask size", size::size);
        } else if selection.native {
            report.not_run("size", "the build failed", "cargo xtask size");
        }
        end_to_end(&mut report, built, selection.filter.as_deref());
    }
    report.finish(&seconds(start.elapsed()))
}

fn native(report: &mut Report) {
    report.step("set up", "cargo xtask test native", || setup::rust_components().and_then(|()| setup::wasm_target()));
    report.cargo("formatting", &["fmt", "--all", "--check"]);
    let strict = ["--", "-D", "warnings"];
    let clippy = |of: &[&'static str]| [&["clippy"], of, &strict].concat();
    report.cargo("clippy, native", &clippy(&["--workspace", "--all-targets"]));
    report.cargo("clippy, views rendered natively", &clippy(&["-p", "lotrinh", "--all-targets", "--features", "ui"]));
    for (step, features, bin) in [
        ("clippy, the app", "csr", "lotrinh"),
        ("clippy, the workshop", "workshop", "workshop"),
        ("clippy, the catalog", "workshop", "catalog"),
        ("clippy, the saving of files", "workshop", "saving"),
        ("clippy, the reader", "workshop", "reading"),
        ("clippy, the single file", "csr,workshop", "single"),
    ] {
        let target = ["-p", "lotrinh", "--target", "wasm32-unknown-unknown", "--features", features];
        report.cargo(step, &clippy(&[target.as_slice(), &["--lib", "--bin", bin]].concat()));
    }
    native_tests(report, &[]);
    report.step("data", "cargo xtask data", check::check);
}

fn native_tests(report: &mut Report, filter: &[&str]) {
    report.cargo("native tests", &[&["test", "--workspace"], filter].concat());
    report.cargo("native tests of the views", &[&["test", "-p", "lotrinh", "--features", "ui"], filter].concat());
}

/// One browser after the other: two at once would slow each other down until tests time out.
fn end_to_end(report: &mut Report, built: bool, filter: Option<&str>) {
    let wanted = match std::env::var("BROWSER").as_deref() {
        Ok("chromium") => vec![Browser::Chromium],
        Ok("firefox") => vec![Browser::Firefox],
        _ => Browser::ALL.to_vec(),
    };
    let mut found = Vec::new();
    let ready = report.step("set up the end-to-end tests", "cargo xtask test e2e", || {
        setup::test_modules()?;
        found = setup::browsers(&wanted)?;
        setup::other_hosts();
        Ok(())
    });
    for browser in wanted {
        let name = browser.name();
        let step = format!("end-to-end tests in {name}");
        let again = format!("BROWSER={name} cargo xtask test e2e {}", filter.unwrap_or_default());
        if !built {
            report.not_run(&step, "the build failed", &again);
        } else if !ready {
            report.not_run(&step, "the set-up failed", &again);
        }
        for (_, program) in found.iter().filter(|(found, _)| built && ready && *found == browser) {
            report.step(&step, &again, || run_remembering(&mut node_tests(browser, program, filter)?));
        }
    }
}

fn node_tests(browser: Browser, program: &Path, filter: Option<&str>) -> Result<Command, String> {
    let mut files: Vec<String> = dist::files_in(&paths::repo("tests/e2e"))?
        .iter()
        .map(|file| paths::shown(file))
        .filter(|file| file.ends_with(".test.mjs") && !file.contains("node_modules"))
        .collect();
    let mut node = command("node", &["--test", "--test-concurrency=1", "--test-reporter=spec"]);
    // A filter that names a file means that file, any other one means tests.
    if let Some(filter) = filter {
        if files.iter().any(|file| file.contains(filter)) {
            files.retain(|file| file.contains(filter));
        } else {
            node.arg(format!("--test-name-pattern={filter}"));
        }
    }
    node.args(files)
        .env("BROWSER", browser.name())
        .env(browser.variable(), program)
        .env("LOTRINH_DIST", paths::dist())
        .env("LOTRINH_SCREENSHOTS", paths::target().join("screenshots"));
    Ok(node)
}

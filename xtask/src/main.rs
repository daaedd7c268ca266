//! `cargo xtask`: whatever is done with this repository besides editing it.
//!
//! Modules in reading order: first the commands, then what they stand on.
//! Failures are `Err(String)` written for the person at the terminal; nothing here panics on purpose.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "xtask talks to a person at a terminal")]

mod bench;
mod serve;
mod test;

mod build;
mod check;
mod embed;
mod hosting;
mod package;
mod page;
mod pages;
mod size;
mod streams;
mod tidy;
mod wasm;

mod cache;
mod dist;
mod extract;
mod html;
mod mask;
mod paths;
mod setup;
mod shell;
mod units;

use std::process::ExitCode;

const USAGE: &str = "\
Usage: cargo xtask COMMAND

  serve [--port N]          build the app and serve it on http://127.0.0.1:8080
  build                     write dist/: the site, lotrinh.html, data/
  test [native|e2e] [NAME]  run the whole test suite, or one part of it, or only what is called NAME
  size                      build, then compare the sizes with xtask/budget.json
  bench                     the product beside its peers in a browser, as ratios
  data                      check the data only
  tidy                      check the invariants of the source only
  extract FILE              read a plan document (text, Markdown, HTML) and print what it sets, as JSON
  extract --score DIR       compare such readings with the answers beside the documents

Each command sets up what it needs on a fresh machine.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.as_slice() {
        ["serve"] => serve::serve(serve::DEFAULT_PORT),
        ["serve", "--port", port] => serve::parse_port(port).and_then(serve::serve),
        ["build"] => build::build().map(drop),
        ["size"] => build::build().and_then(|()| size::size()),
        ["bench"] => bench::bench(),
        ["data"] => check::check(),
        ["tidy"] => tidy::tidy(),
        ["extract", rest @ ..] => extract::extract(rest),
        ["test", rest @ ..] => test::Selection::parse(rest).and_then(|selection| test::test(&selection)),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        [] => Err(format!("say what to do.\n\n{USAGE}")),
        _ => Err(format!("cannot do `{}`.\n\n{USAGE}", arguments.join(" "))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\nxtask: {message}");
            ExitCode::FAILURE
        }
    }
}

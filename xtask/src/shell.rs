//! Steps that say what they do and how long it took, and the programs they run.

use std::collections::VecDeque;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// How many last lines of a failed program are repeated at the end of `cargo xtask test`.
const KEPT_LINES: usize = 80;

/// Announces `what`, does it, says how long it took.
pub fn step<T>(what: &str, work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    println!("→ {what}");
    let start = Instant::now();
    let outcome = work()?;
    println!("  {}", seconds(start.elapsed()));
    Ok(outcome)
}

/// `0.4 s`, `12.3 s`, `2 min 5 s`.
pub fn seconds(time: Duration) -> String {
    let whole = time.as_secs();
    if whole < 60 { format!("{:.1} s", time.as_secs_f64()) } else { format!("{} min {} s", whole / 60, whole % 60) }
}

/// A program that works in the root of the repository.
pub fn command(program: impl AsRef<OsStr>, arguments: &[impl AsRef<OsStr>]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(crate::paths::root());
    command
}

/// The same cargo that runs xtask.
pub fn cargo(arguments: &[&str]) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    command(program, arguments)
}

/// Runs a program whose output goes straight to the terminal.
pub fn run(command: &mut Command) -> Result<(), String> {
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    expect_success(command, status)
}

/// Runs a program and returns what it printed. When it fails, the message has what it complained of.
pub fn capture(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|error| cannot_start(command, &error))?;
    let complaint = String::from_utf8_lossy(&output.stderr);
    expect_success(command, output.status).map_err(|message| format!("{message}\n{}", complaint.trim_end()))?;
    String::from_utf8(output.stdout).map_err(|_| format!("{} did not print UTF-8", shown(command)))
}

/// Feeds `input` to a program and returns what it printed.
pub fn pipe(command: &mut Command, input: &[u8]) -> Result<Vec<u8>, String> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::inherit());
    let mut child = command.spawn().map_err(|error| cannot_start(command, &error))?;
    // The programs fed this way read all of their input before they print, so that neither side waits for the other.
    let fed = child.stdin.take().map_or(Ok(()), |mut stdin| stdin.write_all(input));
    let output = child.wait_with_output().map_err(|error| cannot_start(command, &error))?;
    expect_success(command, output.status)?;
    fed.map_err(|error| format!("{} did not read its input: {error}", shown(command)))?;
    Ok(output.stdout)
}

/// Runs a program, showing its output and keeping the last lines for the message when it fails.
pub fn run_remembering(command: &mut Command) -> Result<(), String> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| cannot_start(command, &error))?;
    let kept = Mutex::new(VecDeque::new());
    std::thread::scope(|scope| {
        let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
        scope.spawn(|| stdout.map(|stream| show_and_keep(stream, &kept)));
        scope.spawn(|| stderr.map(|stream| show_and_keep(stream, &kept)));
    });
    let status = child.wait().map_err(|error| cannot_start(command, &error))?;
    let kept = kept.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    expect_success(command, status).map_err(|message| format!("{message}\n{}", Vec::from(kept).join("\n")))
}

fn show_and_keep(stream: impl Read, kept: &Mutex<VecDeque<String>>) {
    for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line).into_owned();
        println!("{line}");
        let mut kept = kept.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if kept.len() == KEPT_LINES {
            kept.pop_front();
        }
        kept.push_back(line);
    }
}

fn expect_success(command: &Command, status: ExitStatus) -> Result<(), String> {
    match status.code() {
        Some(0) => Ok(()),
        Some(code) => Err(format!("`{}` failed (exit code {code})", shown(command))),
        None => Err(format!("`{}` was stopped by a signal", shown(command))),
    }
}

fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    format!("cannot run `{}`: {error}", shown(command))
}

/// A command as a person would type it: the program without its folder.
fn shown(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let mut words = vec![program.file_name().unwrap_or(program.as_os_str()).to_string_lossy()];
    words.extend(command.get_args().map(OsStr::to_string_lossy));
    words.join(" ")
}

/// Where a program is on PATH.
pub fn find_program(name: &str) -> Option<std::path::PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// Reads a text file; the message names it.
pub fn read_text(path: &std::path::Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", crate::paths::shown(path)))
}

/// Reads a file; the message names it.
pub fn read_bytes(path: &std::path::Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|error| format!("cannot read {}: {error}", crate::paths::shown(path)))
}

//! What a fresh machine lacks: found when it is there, fetched when it can be, asked for when it cannot.
//!
//! Everything is safe to run again. A step speaks only when it has something to do.

use crate::paths;
use crate::shell::{self, capture, cargo, command, find_program, read_text, run, step};
use std::fs;
use std::path::{Path, PathBuf};

const OLDEST_NODE: u32 = 20;

/// The programs from npm that the build runs with Node.
pub struct Tools {
    pub wasm_opt: PathBuf,
    pub esbuild: PathBuf,
    /// The library that unpacks the single file.
    pub lzma: PathBuf,
    /// Changes when a tool does, so that what it made before is made again.
    pub lock: String,
}

/// The standard library for the browser.
pub fn wasm_target() -> Result<(), String> {
    let sysroot = capture(&mut command("rustc", &["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib/wasm32-unknown-unknown").is_dir() {
        return Ok(());
    }
    step("add the WebAssembly target to the Rust toolchain", || {
        run(&mut command("rustup", &["target", "add", "wasm32-unknown-unknown"])).map_err(|error| {
            format!("{error}\nThe app is compiled for wasm32-unknown-unknown. Add that target to your Rust toolchain.")
        })
    })
}

/// Clippy and rustfmt. `rust-toolchain.toml` lists them, but rustup does not always act on that by itself.
pub fn rust_components() -> Result<(), String> {
    let missing: Vec<&str> = [("clippy", "clippy"), ("rustfmt", "fmt")]
        .into_iter()
        .filter(|(_, subcommand)| capture(&mut cargo(&[*subcommand, "--version"])).is_err())
        .map(|(component, _)| component)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    step(&format!("add {} to the Rust toolchain", missing.join(" and ")), || {
        run(command("rustup", &["component", "add"]).args(&missing))
    })
}

/// wasm-opt, esbuild and lzma1, in `target/tools`.
pub fn tools() -> Result<Tools, String> {
    let folder = paths::target().join("tools");
    let lock = read_text(&paths::repo("xtask/tools/package-lock.json"))?;
    let modules = folder.join("node_modules");
    let tools = Tools {
        wasm_opt: modules.join("binaryen/bin/wasm-opt"),
        esbuild: modules.join("esbuild/bin/esbuild"),
        lzma: modules.join("lzma1/lib"),
        lock,
    };
    node_modules(
        "wasm-opt, esbuild and lzma1",
        &paths::repo("xtask/tools"),
        &folder,
        &[&tools.wasm_opt, &tools.esbuild, &tools.lzma],
    )?;
    Ok(tools)
}

/// puppeteer-core and axe-core, beside the tests that import them.
pub fn test_modules() -> Result<(), String> {
    let folder = paths::repo("tests/e2e");
    let modules = folder.join("node_modules");
    node_modules(
        "the libraries of the end-to-end tests",
        &folder,
        &folder,
        &[&modules.join("puppeteer-core"), &modules.join("axe-core")],
    )
}

/// What the benchmark runs the product beside.
pub fn peers(folder: &Path) -> Result<(), String> {
    let modules = folder.join("node_modules");
    let needed = ["vis-timeline", "flexsearch", "minisearch", "ag-grid-community"].map(|name| modules.join(name));
    let needed: Vec<&Path> = needed.iter().map(PathBuf::as_path).collect();
    node_modules("the peers of the benchmark", &paths::repo("xtask/bench"), folder, &needed)
}

/// Installs the packages that `source` locks into `folder`, unless the same lock put them there before and what we
/// need of them is still there.
fn node_modules(what: &str, source: &Path, folder: &Path, needed: &[&Path]) -> Result<(), String> {
    node()?;
    let lock = read_text(&source.join("package-lock.json"))?;
    let stamp = folder.join("node_modules/.xtask-lock.json");
    let same_lock = fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock);
    if same_lock && needed.iter().all(|path| path.exists()) {
        return Ok(());
    }
    step(&format!("fetch {what} from the npm registry"), || {
        let fail = |error: std::io::Error| format!("cannot write {}: {error}", paths::shown(folder));
        fs::create_dir_all(folder).map_err(fail)?;
        if source != folder {
            for file in ["package.json", "package-lock.json"] {
                fs::copy(source.join(file), folder.join(file)).map_err(fail)?;
            }
        }
        // None of these packages needs its install script, so that none is run.
        let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
        run(command("npm", &arguments).current_dir(folder)).map_err(|error| {
            format!(
                "{error}\nThese packages come from the npm registry: is it in reach, and is npm set up for your proxy?"
            )
        })?;
        fs::write(&stamp, &lock).map_err(fail)
    })
}

/// Node runs the tools and the end-to-end tests. It is not installed here: how to have it differs too much.
fn node() -> Result<(), String> {
    let advice =
        format!("Install Node.js {OLDEST_NODE} or later with npm (https://nodejs.org, or your system's packages).");
    let version = capture(&mut command("node", &["--version"])).map_err(|error| format!("{error}\n{advice}"))?;
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < OLDEST_NODE) {
        return Err(format!("Node.js {} is too old. {advice}", version.trim()));
    }
    if find_program("npm").is_none() && cfg!(unix) {
        return Err(format!("Node.js is here, but npm is not. {advice}"));
    }
    Ok(())
}

/// A browser that the end-to-end tests drive.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Browser {
    Chromium,
    Firefox,
}

impl Browser {
    pub const ALL: [Self; 2] = [Self::Chromium, Self::Firefox];

    /// The name in messages, and in the variable BROWSER that the tests read.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }

    /// The environment variable that says where the browser is.
    pub fn variable(self) -> &'static str {
        match self {
            Self::Chromium => "CHROMIUM",
            Self::Firefox => "FIREFOX",
        }
    }

    fn debian_package(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox-esr",
        }
    }

    fn usual_places(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
            Self::Firefox => &["firefox", "firefox-esr"],
        }
    }

    fn on_a_mac(self) -> &'static str {
        match self {
            Self::Chromium => "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            Self::Firefox => "/Applications/Firefox.app/Contents/MacOS/firefox",
        }
    }

    /// Where the browser is: named by the variable, or found on PATH.
    fn find(self) -> Result<Option<PathBuf>, String> {
        if let Some(named) = std::env::var_os(self.variable()).filter(|named| !named.is_empty()) {
            let path = PathBuf::from(named);
            return if path.is_file() {
                Ok(Some(path))
            } else {
                Err(format!("{}={} is not a file", self.variable(), path.display()))
            };
        }
        let mac = Some(PathBuf::from(self.on_a_mac())).filter(|path| path.is_file());
        Ok(self.usual_places().iter().find_map(|name| find_program(name)).or(mac))
    }
}

/// The browsers' programs, installed together when some are missing and this machine lets us.
pub fn browsers(wanted: &[Browser]) -> Result<Vec<(Browser, PathBuf)>, String> {
    let mut missing = Vec::new();
    for browser in wanted {
        if browser.find()?.is_none() {
            missing.push(*browser);
        }
    }
    if !missing.is_empty() {
        install(&missing)?;
    }
    let mut found = Vec::new();
    for browser in wanted {
        let path = browser.find()?.ok_or_else(|| advice(&[*browser]))?;
        found.push((*browser, path));
    }
    Ok(found)
}

/// The servers and the third browser engine that some tests use where they are installed: nginx, Apache, WebKitGTK with
/// a display of its own. On a machine that lets us they are installed; elsewhere their tests say that they were skipped.
pub fn other_hosts() {
    let wanted =
        [("nginx", "nginx-light"), ("apache2", "apache2"), ("WebKitWebDriver", "webkit2gtk-driver"), ("Xvfb", "xvfb")];
    let missing: Vec<&str> = wanted
        .into_iter()
        .filter(|(program, _)| find_program(program).is_none() && !Path::new("/usr/sbin").join(program).is_file())
        .map(|(_, package)| package)
        .collect();
    if missing.is_empty() || find_program("apt-get").is_none() {
        return;
    }
    let Some(prefix) = root_prefix() else { return };
    let installed = step(&format!("install {} with apt for some of the tests", missing.join(", ")), || {
        apt(prefix, &["update"])?;
        apt(prefix, &[&["install", "-y", "--no-install-recommends"], missing.as_slice()].concat())
    });
    if let Err(error) = installed {
        println!("their tests are skipped: {error}");
    }
}

/// apt talks a lot; what it says matters only when it fails.
fn apt(prefix: &[&str], arguments: &[&str]) -> Result<(), String> {
    let line: Vec<&str> = [prefix, &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"], arguments].concat();
    capture(&mut command(line[0], &line[1..])).map(drop)
}

fn install(missing: &[Browser]) -> Result<(), String> {
    let Some(prefix) = root_prefix().filter(|_| find_program("apt-get").is_some()) else {
        return Err(advice(missing));
    };
    let packages: Vec<&str> = missing.iter().map(|browser| browser.debian_package()).collect();
    step(&format!("install {} with apt for the end-to-end tests", packages.join(" and ")), || {
        apt(prefix, &["update"])?;
        apt(prefix, &[&["install", "-y", "--no-install-recommends"], packages.as_slice()].concat())
    })
    .map_err(|error| format!("{error}\n{}", advice(missing)))
}

/// What to put before a command that only root may run, or nothing when we may not.
fn root_prefix() -> Option<&'static [&'static str]> {
    if capture(&mut command("id", &["-u"])).is_ok_and(|id| id.trim() == "0") {
        return Some(&[]);
    }
    let sudo: &[&str] = &["sudo", "-n"];
    capture(&mut command(sudo[0], &["-n", "true"])).is_ok().then_some(sudo)
}

fn advice(missing: &[Browser]) -> String {
    let lines: Vec<String> = missing
        .iter()
        .map(|browser| {
            format!(
                "The end-to-end tests need {name}: install it (Debian: apt-get install {package}), or set {variable} to its program.",
                name = browser.name(),
                package = browser.debian_package(),
                variable = browser.variable(),
            )
        })
        .collect();
    format!("{}\nThe other tests do not: cargo xtask test native", lines.join("\n"))
}

/// A tool from npm, run with Node.
pub fn node_command(tool: &Path, arguments: &[&str]) -> std::process::Command {
    let mut node = shell::command("node", &[tool]);
    node.args(arguments);
    node
}

//! Rust → the WebAssembly and JavaScript that readers get.
//!
//! cargo → wasm-bindgen (as a library) → wasm-opt → esbuild. What each made is reused while its input is unchanged.

use crate::setup::{Tools, node_command};
use crate::shell::{cargo, pipe, read_bytes, read_text, run, step};
use crate::{cache, paths, setup};
use std::fs;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

const TARGET: &str = "wasm32-unknown-unknown";

/// Small above all. The features are those that rustc turns on for the target; wasm-opt does not read them all from
/// the file.
///
/// Flattening and finding the loops anew before the usual passes saves another percent, and so does not caring for
/// addresses below 1024, where nothing of ours lies: the stack ends there.
const WASM_OPT: &[&str] = &[
    "--low-memory-unused",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// Every browser that runs the WebAssembly of this rustc understands this much.
const MODERN: &str = "--target=es2020";

const MODULE: &str = "--format=esm";

/// From a disk Chromium makes workers of classic scripts only. Such a script has no address of its own.
const CLASSIC: &[&str] = &["--format=iife", "--define:import.meta.url=\"\"", "--charset=utf8"];

/// The app, ready to be put on a page.
pub struct App {
    pub wasm: Vec<u8>,
    /// Loads the WebAssembly from an address beside the page.
    pub site_script: Vec<u8>,
    /// The single file's module, which is all of them in one.
    pub single_wasm: Vec<u8>,
    /// Unpacks that from the page itself.
    pub single_script: Vec<u8>,
    /// What is loaded only when somebody asks for it.
    pub later: Vec<Later>,
}

/// A module beside the app.
pub struct Later {
    pub name: &'static str,
    pub wasm: Vec<u8>,
    /// Its glue, a module to import; that of the reading is its worker as well.
    pub script: Vec<u8>,
}

/// The programs of these modules; the script of each stands in `xtask/assets`.
const LATER: [&str; 4] = ["workshop", "catalog", "saving", "reading"];

/// A WebAssembly file of ours, bound to JavaScript and made small.
struct Module {
    name: &'static str,
    wasm: Vec<u8>,
    /// The folder with its glue.
    bound: PathBuf,
    key: String,
}

impl Module {
    fn glue(&self) -> PathBuf {
        self.bound.join(self.name).with_extension("js")
    }
}

/// Whether to build what works alike, in seconds and several times larger: for looking at a change, not for readers.
fn quick() -> bool {
    std::env::var_os("LOTRINH_QUICK").is_some()
}

/// Builds the app for readers.
pub fn app(tools: &Tools) -> Result<App, String> {
    let app = module(tools, "lotrinh", "csr")?;
    let later = LATER.map(|name| module(tools, name, "workshop"));
    let single = module(tools, "single", "csr,workshop")?;
    let Parts { paths: parts, key: parts_key } = parts(tools)?;
    let key = |module: &Module| format!("{}{parts_key}", module.key);
    let of_single = [
        ("single", single.glue()),
        ("reading", single.glue()),
        ("saving", single.glue()),
        ("lzma", tools.lzma.clone()),
    ];
    let in_single = [&of_single, &parts[..]].concat();
    let in_start = [&[("lotrinh", app.glue())], &parts[..]].concat();
    let later = later.into_iter().map(|module| {
        let module = module?;
        let within = [&[(module.name, module.glue())], &parts[..]].concat();
        let script = bundle(tools, &format!("{}.js", module.name), &within, &[MODULE], &key(&module))?;
        Ok(Later { name: module.name, wasm: module.wasm, script })
    });
    Ok(App {
        site_script: bundle(tools, "start.js", &in_start, &[MODULE], &key(&app))?,
        single_script: bundle(tools, "start-single.js", &in_single, CLASSIC, &key(&single))?,
        later: later.collect::<Result<_, String>>()?,
        wasm: app.wasm,
        single_wasm: single.wasm,
    })
}

/// The service worker's script, without the list of what it keeps.
pub fn service_worker(tools: &Tools) -> Result<Vec<u8>, String> {
    let Parts { paths, key } = parts(tools)?;
    bundle(tools, "sw.js", &paths, &["--format=iife"], &key)
}

/// The script that draws a state in a frame, without the app.
pub fn state_script(tools: &Tools) -> Result<Vec<u8>, String> {
    let Parts { paths, key } = parts(tools)?;
    bundle(tools, "embed/state.js", &paths, &[MODULE], &key)
}

/// Parts of our scripts that are more than one entry's.
struct Parts {
    /// By the names they are imported by.
    paths: Vec<(&'static str, PathBuf)>,
    /// A bundle is made anew when any of them changes; esbuild reads them itself.
    key: String,
}

fn parts(tools: &Tools) -> Result<Parts, String> {
    let names =
        ["address-of.js", "awaited.js", "change.js", "load.js", "reading.js", "saving.js", "streams.js", "timeline.js"];
    let paths = Vec::from(names.map(|name| (name, paths::repo("xtask/assets").join(name))));
    let read: Vec<_> = paths.iter().map(|(_, path)| read_bytes(path)).collect::<Result<_, _>>()?;
    Ok(Parts { paths, key: cache::hash(&[&read.concat(), tools.lock.as_bytes()]) })
}

/// Builds one program of the package with the features it needs.
fn module(tools: &Tools, name: &'static str, features: &str) -> Result<Module, String> {
    let raw = step(&format!("compile {name} to WebAssembly"), || compile(name, features))?;
    // The lock file pins wasm-bindgen, the tools' lock file the rest.
    let versions = [read_bytes(&paths::repo("Cargo.lock"))?, tools.lock.clone().into_bytes()].concat();
    let key = cache::hash(&[&raw, &versions, WASM_OPT.join(" ").as_bytes()]);
    let bound = cache::folder(&format!("bindgen_{name}"), &key, |out| {
        step(&format!("bind {name} to JavaScript"), || bind(name, &raw, out))
    })?;
    let small = cache::folder(&format!("wasm_opt_{name}"), &key, |out| {
        let (from, to) = (bound.join(format!("{name}_bg.wasm")), out.join("out"));
        if quick() {
            return fs::copy(&from, &to).map(drop).map_err(|error| format!("cannot copy the WebAssembly: {error}"));
        }
        step(&format!("make {name} small (wasm-opt)"), || optimise(tools, &from, &to))
    })?;
    Ok(Module { name, wasm: read_bytes(&small.join("out"))?, bound, key })
}

fn compile(name: &str, features: &str) -> Result<Vec<u8>, String> {
    setup::wasm_target()?;
    let profile = match name {
        _ if quick() => "quick",
        "reading" | "catalog" => "busy",
        _ => "app",
    };
    let mut build = cargo(&["build", "--profile", profile, "--target", TARGET]);
    build.args(["--package", "lotrinh", "--bin", name, "--no-default-features", "--features", features]);
    build.env("CARGO_ENCODED_RUSTFLAGS", flags().join("\u{1f}"));
    run(&mut build)?;
    read_bytes(&paths::target().join(TARGET).join(profile).join(format!("{name}.wasm")))
}

/// The compiler's flags: what the environment asks for, and one thing of our own.
///
/// No path of this machine stands in the messages of panics: that keeps the names of people's folders
/// out of what we publish, and makes the same file on every machine. Our own files are named from the
/// root already; naming the root here would only rebuild every dependency in another checkout.
fn flags() -> Vec<String> {
    let from_environment = std::env::var("RUSTFLAGS").unwrap_or_default();
    let mut flags: Vec<String> = from_environment.split_whitespace().map(str::to_owned).collect();
    let cargo_home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| {
        let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE"))?;
        Some(PathBuf::from(home).join(".cargo"))
    });
    let registries = cargo_home.map(|home| home.join("registry/src")).and_then(|folder| fs::read_dir(folder).ok());
    let mut registries: Vec<PathBuf> =
        registries.into_iter().flatten().flatten().map(|registry| registry.path()).collect();
    // The order in which a file system lists them would show in the flags, and so rebuild everything.
    registries.sort();
    flags.extend(registries.iter().map(|registry| format!("--remap-path-prefix={}/=", registry.display())));
    flags
}

fn bind(name: &str, raw: &[u8], out: &Path) -> Result<(), String> {
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes(name, raw.to_vec());
    // `{:#}` prints the whole chain of causes.
    bindgen.web(true).map_err(|error| format!("wasm-bindgen: {error:#}"))?;
    bindgen.remove_name_section(true).remove_producers_section(true);
    bindgen.generate(out).map_err(|error| format!("wasm-bindgen: {error:#}"))?;
    drop_foreign_exports(&out.join(format!("{name}_bg.wasm")))?;
    drop_foreign_classes(&out.join(name).with_extension("js"))
}

/// What dependencies export for JavaScript of their own, and ours never calls: streams that Leptos can make of futures.
/// Whatever is exported stays in the file with all that it needs.
const FOREIGN: &str = "intounderlying";

fn drop_foreign_exports(wasm: &Path) -> Result<(), String> {
    let fail = |error: &dyn std::fmt::Display| format!("cannot drop unused exports of {}: {error}", paths::shown(wasm));
    let mut module = walrus::Module::from_file(wasm).map_err(|error| fail(&format!("{error:#}")))?;
    let foreign: Vec<_> =
        module.exports.iter().filter(|export| export.name.contains(FOREIGN)).map(|export| export.id()).collect();
    for export in foreign {
        module.exports.delete(export);
    }
    walrus::passes::gc::run(&mut module);
    module.emit_wasm_file(wasm).map_err(|error| fail(&format!("{error:#}")))
}

/// Takes out the glue's classes for those exports; the bundler keeps them, because they register themselves.
fn drop_foreign_classes(glue: &Path) -> Result<(), String> {
    let script = read_text(glue)?;
    let mut kept = String::with_capacity(script.len());
    // A class, and what is said of it, ends before the next line that begins a declaration.
    let mut foreign = false;
    for line in script.split_inclusive('\n') {
        if !line.starts_with([' ', '}', '\t', '\n']) {
            foreign = line.to_ascii_lowercase().contains(FOREIGN);
        }
        if !foreign {
            kept += line;
        }
    }
    fs::write(glue, kept).map_err(|error| format!("cannot write {}: {error}", paths::shown(glue)))
}

fn optimise(tools: &Tools, from: &Path, to: &Path) -> Result<(), String> {
    let mut wasm_opt = node_command(&tools.wasm_opt, WASM_OPT);
    run(wasm_opt.arg(from).arg("-o").arg(to))
}

/// One of our entry scripts together with the modules that it imports by name, as one. `key` stands for these.
fn bundle(
    tools: &Tools,
    entry: &str,
    modules: &[(&str, PathBuf)],
    format: &[&str],
    key: &str,
) -> Result<Vec<u8>, String> {
    let source = read_bytes(&paths::repo("xtask/assets").join(entry))?;
    let folder = cache::folder(entry, &cache::hash(&[&source, format.concat().as_bytes(), key.as_bytes()]), |out| {
        let arguments = ["--bundle", "--minify", MODERN, "--log-level=warning"];
        let mut esbuild = node_command(&tools.esbuild, &arguments);
        esbuild.args(format);
        for (name, path) in modules {
            esbuild.arg(format!("--alias:{name}={}", path.display()));
        }
        // The entry comes through stdin.
        let bundled = pipe(esbuild.arg("--loader=js"), &source)?;
        write(out, &bundled)
    })?;
    read_bytes(&folder.join("out"))
}

/// A classic script or a style sheet, minified.
pub fn minify(tools: &Tools, name: &str, source: &[u8]) -> Result<Vec<u8>, String> {
    // The boot script must be read by browsers that are too old for the app, to tell their users so.
    let (loader, target, more) = match name {
        "boot.js" => ("--loader=js", "--target=es5", "--define:SITE=true"),
        _ if name.ends_with(".css") => ("--loader=css", MODERN, "--charset=utf8"),
        // An article in another encoding may load this.
        _ => ("--loader=js", MODERN, "--charset=ascii"),
    };
    let arguments = ["--minify", loader, target, more, "--log-level=warning"];
    minified(tools, name, source, &arguments)
}

/// The boot script of the single file: without what only a site with its files needs, and with its letters as they
/// are, because an escaped one takes six times as much there.
pub fn single_boot(tools: &Tools, source: &[u8]) -> Result<Vec<u8>, String> {
    let arguments =
        ["--minify", "--loader=js", "--target=es5", "--define:SITE=false", "--charset=utf8", "--log-level=warning"];
    minified(tools, "boot-single.js", source, &arguments)
}

fn minified(tools: &Tools, name: &str, source: &[u8], arguments: &[&str]) -> Result<Vec<u8>, String> {
    let key = cache::hash(&[source, tools.lock.as_bytes(), arguments.concat().as_bytes()]);
    let folder =
        cache::folder(name, &key, |out| write(out, &pipe(&mut node_command(&tools.esbuild, arguments), source)?))?;
    read_bytes(&folder.join("out"))
}

fn write(folder: &Path, contents: &[u8]) -> Result<(), String> {
    fs::write(folder.join("out"), contents)
        .map_err(|error| format!("cannot write in {}: {error}", paths::shown(folder)))
}

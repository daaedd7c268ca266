//! `cargo xtask build`: writes `dist/`, the site, the single file and the data package.

use crate::dist::Dist;
use crate::page::{LaterFiles, SingleParts, SiteFiles};
use crate::pages::Pages;
use crate::shell::{command, pipe, read_bytes, step};
use crate::{cache, check, embed, hosting, package, page, pages, paths, setup, size, streams, units, wasm};
use lotrinh::dataset::DataSet;
use std::collections::BTreeMap;
use std::io::Write;

/// Where the site will stand, `https://example.gov.vn/lotrinh/`: what needs whole addresses (canonical links, the site
/// map, pictures for social media) is written only when this is known.
const BASE: &str = "LOTRINH_BASE_URL";

/// Builds everything that readers get.
pub fn build() -> Result<(), String> {
    check::check()?;
    let tools = setup::tools()?;
    let app = wasm::app(&tools)?;
    // The checks ran before; what they let through can be read.
    let data = lotrinh::dataset::bundled().map_err(|_| "the data cannot be read: see `cargo xtask data`".to_owned())?;
    let mut dist = Dist::default();
    step("write the site and its pages", || site(&mut dist, &tools, &app, &data))?;
    step("pack copies of the files", || hosting::packed_copies(&mut dist))?;
    step("write dist/", || dist.write())
}

fn site(dist: &mut Dist, tools: &setup::Tools, app: &wasm::App, data: &DataSet) -> Result<(), String> {
    let base = base()?;
    let asset = |name: &str| read_bytes(&paths::repo("xtask/assets").join(name));
    let source = page::source()?;
    let style = wasm::minify(tools, "style.css", page::style(&source)?.as_bytes())?;
    let boot = wasm::minify(tools, "boot.js", &asset("boot.js")?)?;
    let offline = wasm::minify(tools, "offline.js", &asset("offline.js")?)?;
    let packed = lotrinh::dataset::packed::pack(data);

    dist.add_folder(&paths::repo("public"))?;
    dist.add("app.webmanifest", hosting::manifest());
    package::add_to(dist, data)?;
    let mut files = SiteFiles {
        style: dist.add_hashed("style", ".css", &style),
        boot: dist.add_hashed("boot", ".js", &boot),
        script: dist.add_hashed("lotrinh", ".js", &app.site_script),
        wasm: dist.add_hashed("lotrinh", "_bg.wasm", &app.wasm),
        wasm_bytes: app.wasm.len(),
        data: dist.add_hashed("data", ".bin", &packed),
        later: Vec::new(),
        offline: dist.add_hashed("offline", ".js", &offline),
        integrity: BTreeMap::new(),
    };
    for wasm::Later { name, wasm, script } in &app.later {
        let (script, wasm) = (dist.add_hashed(name, ".js", script), dist.add_hashed(name, "_bg.wasm", wasm));
        files.later.push(LaterFiles { name, script, wasm });
    }
    files.integrity = dist.files().map(|(path, bytes)| (path.to_owned(), hosting::integrity(bytes))).collect();

    let all = Pages::of(data);
    for static_page in &all.list {
        dist.add(&static_page.path, all.html(data, static_page, &source, &files, base.as_deref())?);
    }
    if let Some(base) = &base {
        dist.add("sitemap.xml", pages::sitemap(&all, base));
        let robots = format!("{}Sitemap: {base}sitemap.xml\n", text(read_bytes(&paths::repo("public/robots.txt"))?)?);
        dist.add("robots.txt", robots);
    }
    dist.add("404.html", hosting::not_found(base.as_deref().unwrap_or("/"), &files.style));

    let needed = |path: &str| {
        let SiteFiles { style, boot, script, wasm, data, later, offline, .. } = &files;
        let later = later.iter().flat_map(|later| [&later.script, &later.wasm]);
        [style, boot, script, wasm, data, offline].into_iter().chain(later).any(|file| file == path)
            || ["index.html", "favicon.svg", "app.webmanifest", "icon-192.png"].contains(&path)
    };
    let release: Vec<_> = dist
        .files()
        .filter(|(path, _)| needed(path))
        .map(|(path, bytes)| (path.to_owned(), hosting::integrity(bytes)))
        .collect();
    let worker = wasm::service_worker(tools)?;
    let (version, worker) = hosting::service_worker(&release, &worker);
    dist.add("sw.js", worker);
    embed::add_to(dist, tools, data, &all, &files, &version, base.as_deref())?;
    dist.add("version.json", format!("{{\"version\": \"{version}\"}}\n"));
    hosting::configuration(dist);

    let unpack = wasm::minify(tools, "unpack.js", &asset("unpack.js")?)?;
    let code = [style.as_slice(), b"\0", &app.single_script].concat();
    let parts = SingleParts {
        boot: text(wasm::single_boot(tools, &asset("boot.js")?)?)?,
        unpack: text(unpack)?,
        carried: vec![
            ("lotrinh-code", gzip("code", &code)?),
            ("lotrinh-app", app_and_data(tools, &app.single_wasm, &packed)?),
        ],
    };
    dist.add("lotrinh.html", units::utf16(&page::single(&source, &parts)?));
    Ok(())
}

fn base() -> Result<Option<String>, String> {
    match std::env::var(BASE) {
        Ok(base) if base.starts_with("http") && base.ends_with('/') => Ok(Some(base)),
        Ok(base) if !base.is_empty() => Err(format!("{BASE}={base} must begin with http and end with a slash")),
        _ => Ok(None),
    }
}

fn text(bytes: Vec<u8>) -> Result<String, String> {
    String::from_utf8(bytes).map_err(|error| format!("this must be UTF-8: {error}"))
}

/// Packs as small as gzip can.
fn gzip(name: &str, bytes: &[u8]) -> Result<Vec<u8>, String> {
    packed(&format!("gzip_{name}"), &cache::hash(&[bytes]), || size::gzip(bytes))
}

/// Packs the WebAssembly and the data as one, a tenth smaller than LZMA alone can and a quarter smaller than gzip. The
/// scripts that unpack it in the page prove at once that nothing is lost.
fn app_and_data(tools: &setup::Tools, wasm: &[u8], data: &[u8]) -> Result<Vec<u8>, String> {
    let join = read_bytes(&paths::repo("xtask/assets/streams.js"))?;
    // The texts in the module's own data come last, and so beside those that they resemble.
    let joined = [&streams::split(wasm)?, data].concat();
    packed("lzma_app", &cache::hash(&[&joined, &join, tools.lock.as_bytes()]), || {
        let packed = lzma(&joined)?;
        let script = format!(
            "import {{ decompress }} from \"file://{}\"; import fs from \"node:fs\"; {} \
             for (const part of join(new Uint8Array(decompress(fs.readFileSync(0))))) fs.writeFileSync(1, part);",
            tools.lzma.join("index.js").display(),
            text(join)?
        );
        let unpacked = pipe(&mut command("node", &["--input-type=module", "--eval", &script]), &packed)?;
        if unpacked == [wasm, data].concat() {
            Ok(packed)
        } else {
            Err("what lotrinh.html would unpack is not what was packed: see xtask/src/streams.rs".to_owned())
        }
    })
}

/// Packs by LZMA as hard as it can. The streams are better told from few bits of the byte before, and have no rhythm.
fn lzma(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let window = u32::try_from(bytes.len()).map_err(|error| error.to_string())?.next_power_of_two();
    let options = lzma_rust2::LzmaOptions {
        dict_size: window,
        lc: 2,
        pb: 0,
        nice_len: lzma_rust2::LzmaOptions::NICE_LEN_MAX,
        depth_limit: 1000,
        ..lzma_rust2::LzmaOptions::with_preset(9)
    };
    let length = u64::try_from(bytes.len()).ok();
    let writer = lzma_rust2::LzmaWriter::new_use_header(Vec::new(), &options, length);
    let packed = writer.and_then(|mut writer| writer.write_all(bytes).and_then(|()| writer.finish()));
    packed.map_err(|error| format!("cannot pack by LZMA: {error}"))
}

/// What was packed before, or is packed now.
fn packed(name: &str, key: &str, pack: impl FnOnce() -> Result<Vec<u8>, String>) -> Result<Vec<u8>, String> {
    let folder = cache::folder(name, key, |out| {
        std::fs::write(out.join("out"), pack()?).map_err(|error| format!("cannot pack {name}: {error}"))
    })?;
    read_bytes(&folder.join("out"))
}

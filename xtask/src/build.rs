//! `cargo xtask build`: writes `dist/`, the site, the single file and the data package.

use crate::dist::Dist;
use crate::page::{SingleParts, SiteFiles};
use crate::shell::{read_bytes, step};
use crate::{cache, check, package, page, paths, setup, wasm};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

/// Builds everything that readers get.
pub fn build() -> Result<(), String> {
    check::check()?;
    let tools = setup::tools()?;
    let app = wasm::app(&tools)?;
    step("write dist/", || {
        let source = page::source()?;
        let style = wasm::minify(&tools, "style.css", page::style(&source)?.as_bytes())?;
        let boot = wasm::minify(&tools, "boot.js", &read_bytes(&paths::repo("xtask/assets/boot.js"))?)?;

        let mut dist = Dist::default();
        dist.add_folder(&paths::repo("public"))?;
        package::add_to(&mut dist)?;
        let data = packed_data()?;
        let files = SiteFiles {
            style: dist.add_hashed("style", ".css", &style),
            boot: dist.add_hashed("boot", ".js", &boot),
            script: dist.add_hashed("lotrinh", ".js", &app.site_script),
            wasm: dist.add_hashed("lotrinh", "_bg.wasm", &app.wasm),
            wasm_bytes: app.wasm.len(),
            data: dist.add_hashed("data", ".bin", &data),
            workshop_script: dist.add_hashed("workshop", ".js", &app.workshop_script),
            workshop_wasm: dist.add_hashed("workshop", "_bg.wasm", &app.workshop_wasm),
        };
        dist.add("index.html", page::site(&source, &files)?);
        let parts = SingleParts {
            style: text(style)?,
            boot: text(boot)?,
            script: text(app.single_script)?,
            carried: vec![
                ("lotrinh-wasm", gzip("wasm", &app.wasm)?),
                ("lotrinh-data", gzip("data", &data)?),
                ("lotrinh-workshop", gzip("workshop", &app.workshop_wasm)?),
            ],
        };
        dist.add("lotrinh.html", page::single(&source, &parts)?);
        dist.write()
    })
}

/// The data as readers load it.
fn packed_data() -> Result<Vec<u8>, String> {
    // The checks ran before; what they let through can be read.
    let data = lotrinh::dataset::bundled().map_err(|_| "the data cannot be read: see `cargo xtask data`".to_owned())?;
    Ok(lotrinh::dataset::packed::pack(&data))
}

fn text(bytes: Vec<u8>) -> Result<String, String> {
    String::from_utf8(bytes).map_err(|error| format!("esbuild did not write UTF-8: {error}"))
}

/// Packs as small as gzip can: every byte here is four thirds of one in the single file.
fn gzip(name: &str, bytes: &[u8]) -> Result<Vec<u8>, String> {
    let folder = cache::folder(&format!("gzip_{name}"), &cache::hash(&[bytes]), |out| {
        let pack = || -> std::io::Result<()> {
            let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
            encoder.write_all(bytes)?;
            std::fs::write(out.join("out"), encoder.finish()?)
        };
        pack().map_err(|error| format!("cannot pack {name}: {error}"))
    })?;
    read_bytes(&folder.join("out"))
}

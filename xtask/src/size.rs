//! `cargo xtask size`: what readers download, against `xtask/budget.json`. A KB is 1000 bytes.

use crate::shell::{read_bytes, read_text, step};
use crate::{cache, page, paths};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

struct Sizes {
    file: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Measures what is in `dist/`.
pub fn size() -> Result<(), String> {
    let (first_load, later, single) = step("measure dist/", || {
        let page = read_text(&paths::dist().join("index.html"))?;
        let mut files = vec!["index.html".to_owned()];
        files.extend(page::first_load(&page));
        let first_load = files.iter().map(|file| measure(file)).collect::<Result<Vec<_>, _>>()?;
        let later = page::later(&page).iter().map(|file| measure(file)).collect::<Result<Vec<_>, _>>()?;
        Ok((first_load, later, measure("lotrinh.html")?))
    })?;
    let total = Sizes {
        file: "first load".to_owned(),
        raw: first_load.iter().map(|sizes| sizes.raw).sum(),
        gzip: first_load.iter().map(|sizes| sizes.gzip).sum(),
        brotli: first_load.iter().map(|sizes| sizes.brotli).sum(),
    };
    println!("{:<36} {:>10} {:>10} {:>10}", "KB", "raw", "gzip", "brotli");
    let print = |sizes: &Sizes| {
        println!("{:<36} {:>10} {:>10} {:>10}", sizes.file, kb(sizes.raw), kb(sizes.gzip), kb(sizes.brotli));
    };
    first_load.iter().chain([&total]).for_each(print);
    println!("when asked for");
    later.iter().chain([&single]).for_each(print);
    let budget = Budget::read()?;
    let over: Vec<String> = [
        ("the first load, with brotli,", total.brotli, budget.first_load_brotli_kb),
        ("lotrinh.html", single.raw, budget.single_file_kb),
    ]
    .into_iter()
    .filter(|(_, bytes, budget)| *bytes > budget * 1000)
    .map(|(what, bytes, budget)| format!("{what} is {} KB, over its budget of {budget} KB", kb(bytes)))
    .collect();
    if over.is_empty() {
        println!(
            "within budget: first load {} KB brotli, single file {} KB",
            budget.first_load_brotli_kb, budget.single_file_kb
        );
        return Ok(());
    }
    Err(format!("{}\nThe budget is xtask/budget.json.", over.join("\n")))
}

struct Budget {
    first_load_brotli_kb: usize,
    single_file_kb: usize,
}

impl Budget {
    fn read() -> Result<Self, String> {
        let text = read_text(&paths::repo("xtask/budget.json"))?;
        let json: serde_json::Value =
            serde_json::from_str(&text).map_err(|error| format!("xtask/budget.json: {error}"))?;
        let number = |name: &str| {
            let value = json[name].as_u64().and_then(|value| usize::try_from(value).ok());
            value.ok_or_else(|| format!("xtask/budget.json: `{name}` is not a whole number"))
        };
        Ok(Self { first_load_brotli_kb: number("first_load_brotli_kb")?, single_file_kb: number("single_file_kb")? })
    }
}

/// Compressing hard takes seconds, so the results are kept too.
fn measure(file: &str) -> Result<Sizes, String> {
    let bytes = read_bytes(&paths::dist().join(file))?;
    // One entry for a kind of file: the name of the file itself changes with its content.
    let kind = file.rsplit_once('.').map_or(file, |(_, ending)| ending);
    let name = format!("size-{}{kind}", file.chars().take_while(char::is_ascii_alphabetic).collect::<String>());
    let entry = cache::folder(&name, &cache::hash(&[&bytes]), |out| {
        let result = format!("{} {}", gzip(&bytes)?.len(), brotli(&bytes, 11)?.len());
        std::fs::write(out.join("out"), result).map_err(|error| error.to_string())
    })?;
    let result = read_text(&entry.join("out"))?;
    let numbers: Vec<usize> = result.split(' ').filter_map(|number| number.parse().ok()).collect();
    let [gzip, brotli] = numbers[..] else {
        return Err(format!("{} is damaged: remove it", paths::shown(&entry)));
    };
    Ok(Sizes { file: file.to_owned(), raw: bytes.len(), gzip, brotli })
}

/// Packs as hard as gzip can.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_err(|error| error.to_string())
}

/// As `brotli -q 11` does it, or less hard: the largest window of 22 bits, as servers use.
pub fn brotli(bytes: &[u8], quality: i32) -> Result<Vec<u8>, String> {
    let parameters = brotli::enc::BrotliEncoderParams { quality, lgwin: 22, ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &parameters).map_err(|error| error.to_string())?;
    Ok(packed)
}

fn kb(bytes: usize) -> String {
    // One decimal, rounded up: a budget is not kept by rounding.
    let tenths = bytes.div_ceil(100);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    #[test]
    fn sizes_are_rounded_up() {
        assert_eq!(super::kb(200_000), "200.0");
        assert_eq!(super::kb(200_001), "200.1");
    }
}

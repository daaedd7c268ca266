//! `index.html`, the one page that Trunk and we both build from, turned into the pages of `dist/`.
//!
//! Trunk replaces the tags marked `data-trunk`; so do we, with our own files. A kind of tag that this does not know
//! is an error: left out in silence it would work with one builder and not with the other.

use crate::html::{self, Tag};
use crate::shell::read_text;
use crate::{paths, units};
use std::collections::BTreeMap;

/// What stands between these comments is for the site and not for the single file, which has no neighbours.
const SITE_ONLY: (&str, &str) = ("<!-- site only -->", "<!-- end of site only -->");

/// What one page of the site says.
pub struct Document<'a> {
    pub lang: &'a str,
    pub title: &'a str,
    pub description: &'a str,
    /// More elements for its head.
    pub head: &'a str,
    pub body: &'a str,
    /// The way from the page up to the site's folder.
    pub root: &'a str,
    /// The address that the app opens where the reader's own has none.
    pub address: &'a str,
}

/// Where the files of the site are, from its folder.
pub struct SiteFiles {
    pub style: String,
    pub boot: String,
    pub script: String,
    pub wasm: String,
    pub wasm_bytes: usize,
    pub data: String,
    /// What is loaded only when it is asked for.
    pub later: Vec<LaterFiles>,
    pub offline: String,
    /// What the browser checks these files with, by name.
    pub integrity: BTreeMap<String, String>,
}

/// Where the files of a module beside the app are.
pub struct LaterFiles {
    pub name: &'static str,
    pub script: String,
    pub wasm: String,
}

/// What the single file carries.
pub struct SingleParts {
    pub boot: String,
    /// The first step of unpacking.
    pub unpack: String,
    /// What that and the start script unpack: the id of the element that carries it, and its packed bytes.
    pub carried: Vec<(&'static str, Vec<u8>)>,
}

/// The page as it is in the repository.
pub fn source() -> Result<String, String> {
    read_text(&paths::repo("index.html"))
}

/// The style sheets that the page names, in their order, as one.
pub fn style(page: &str) -> Result<String, String> {
    let page = html::tidied(page);
    let mut style = String::new();
    for tag in html::tags(&page).iter().filter(|tag| kind(tag) == Some("css")) {
        style += &read_text(&paths::repo(tag.attribute("href").unwrap_or_default()))?;
        style.push('\n');
    }
    Ok(style)
}

/// A page of the site. Its text stands there before any script runs, and stays where none does.
pub fn site(page: &str, files: &SiteFiles, document: &Document<'_>) -> Result<String, String> {
    let SiteFiles { style, boot, script, wasm, data, integrity, .. } = files;
    let Document { lang, title, description, head, body, root, address } = document;
    let checked = |file: &str| integrity.get(file).map(|sum| format!(r#" integrity="{sum}""#)).unwrap_or_default();
    // Style and boot carry no checksum: a page that is opened from a disk could then load neither.
    let style = format!(r#"<link rel="stylesheet" href="{root}{style}">"#);
    // The preloads start both downloads while the page is still being read. Boot is a classic script, because a
    // browser that does not know modules must still be able to say so.
    let app = format!(
        r#"<link rel="modulepreload" href="{root}{script}"{}>
<link rel="preload" href="{root}{wasm}" as="fetch" type="application/wasm" crossorigin>
<link rel="preload" href="{root}{data}" as="fetch" crossorigin>
<script defer src="{root}{boot}"{}></script>"#,
        checked(script),
        settings(files, address),
    );
    let built = replace_trunk_tags(page, &style, &app)?;
    let (before, rest) = built.split_once("<body>").ok_or("index.html has no <body>")?;
    let (_, after) = rest.rsplit_once("</body>").ok_or("index.html has no </body>")?;
    let before = between(before, "<html lang=\"", "\"", lang)?;
    let before = between(&before, "<title>", "</title>", &escape(title))?;
    let before = between(&before, "<meta name=\"description\" content=\"", "\"", &escape(description))?;
    let before = before.replace("href=\"favicon.svg\"", &format!("href=\"{root}favicon.svg\""));
    let before = before.replace("href=\"app.webmanifest\"", &format!("href=\"{root}app.webmanifest\""));
    let before = before.replace("</head>", &format!("{head}</head>"));
    Ok(format!(
        "{before}<body>\n<div id=\"boot\" class=\"boot boot--bar\"><progress id=\"boot-progress\" max=\"1\" value=\"0\" aria-label=\"Đang tải · Loading\"></progress></div>\n<div id=\"static\">{body}</div>\n</body>{after}"
    ))
}

/// What boot.js is told: where the files are, from the site's folder, and the address to begin with.
pub fn settings(files: &SiteFiles, address: &str) -> String {
    let bytes = files.wasm_bytes.to_string();
    let sum = files.integrity.get(&files.script).map(String::as_str).unwrap_or_default();
    let first = [
        ("address", address),
        ("script", &files.script),
        ("integrity", sum),
        ("wasm", &files.wasm),
        ("wasm-bytes", &bytes),
        ("data", &files.data),
        ("offline", &files.offline),
    ];
    let attribute = |name: &str, value: &str| format!(" data-{name}=\"{}\"", escape(value));
    let later = files.later.iter().flat_map(|LaterFiles { name, script, wasm }| {
        [attribute(&format!("{name}-script"), script), attribute(&format!("{name}-wasm"), wasm)]
    });
    first.iter().map(|(name, value)| attribute(name, value)).chain(later).collect()
}

/// The page with what stands between two marks replaced.
fn between(page: &str, start: &str, end: &str, new: &str) -> Result<String, String> {
    let missing = || format!("index.html has no {start}");
    let (before, rest) = page.split_once(start).ok_or_else(missing)?;
    let (_, after) = rest.split_once(end).ok_or_else(missing)?;
    Ok(format!("{before}{start}{new}{end}{after}"))
}

/// A text inside an element or a quoted attribute.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// How the single file looks until its style is unpacked.
const FIRST_STYLE: &str = "body{font:1rem/1.5 Georgia,serif;margin:2rem}";

/// `dist/lotrinh.html`: everything in one page, which opens from a disk. It is to be written in UTF-16.
pub fn single(page: &str, parts: &SingleParts) -> Result<String, String> {
    for (name, text) in [("boot script", &parts.boot), ("unpacking script", &parts.unpack)] {
        if text.to_ascii_lowercase().contains("</script") || text.contains("<!--") {
            return Err(format!(
                "the {name} has text that ends or hides an inline element, so it cannot stand in lotrinh.html"
            ));
        }
    }
    let page = html::without(page, SITE_ONLY.0, SITE_ONLY.1);
    let page = replace_trunk_tags(&page, &format!("<style>{FIRST_STYLE}</style>"), "")?;
    let page = inline_icon(&page)?.replace("<link rel=\"manifest\" href=\"app.webmanifest\">\n", "");
    // The file begins with a mark that says its encoding.
    let page = page.replace("<meta charset=\"utf-8\">\n", "");
    let carried: String = parts
        .carried
        .iter()
        .map(|(id, bytes)| {
            let (length, text) = (bytes.len(), units::encode(bytes));
            format!("<script id=\"{id}\" type=\"text/x-packed\" data-bytes=\"{length}\">{text}</script>\n")
        })
        .collect();
    let scripts = format!(
        "<script>{}</script>\n{carried}<script type=\"module\">{}</script>\n",
        parts.boot.trim_end(),
        parts.unpack.trim_end(),
    );
    let (before, after) = page.rsplit_once("</body>").ok_or("index.html has no </body>")?;
    Ok(format!("{before}{scripts}</body>{after}"))
}

/// What a tag asks Trunk for.
fn kind<'a>(tag: &Tag<'a>) -> Option<&'a str> {
    tag.has("data-trunk").then(|| tag.attribute("rel").unwrap_or_default())
}

fn replace_trunk_tags(page: &str, style: &str, app: &str) -> Result<String, String> {
    let page = html::tidied(page);
    let mut built = String::with_capacity(page.len());
    let (mut copied, mut styled) = (0, false);
    for tag in html::tags(&page) {
        let replacement = match kind(&tag) {
            None => continue,
            Some("css") if !styled => {
                styled = true;
                style
            }
            Some("css") => "",
            Some("rust") => app,
            Some("copy-dir") if tag.attribute("href") == Some("public") => "",
            Some(_) => {
                return Err(format!("index.html: xtask does not know how to build {}", &page[tag.range.clone()]));
            }
        };
        built += &page[copied..tag.range.start];
        built += replacement;
        copied = tag.range.end;
    }
    built += &page[copied..];
    Ok(html::tidied(&built))
}

/// A picture as a part of an address: shorter than in base64.
fn as_address(svg: &str) -> Result<String, String> {
    let (before, comment) = svg.split_once("<!--").unwrap_or((svg, "-->"));
    let (_, after) = comment.split_once("-->").ok_or("the icon has a comment without an end")?;
    let drawing = format!("{before}{after}").replace('\n', "").replace('"', "'");
    let escaped = [("%", "%25"), ("#", "%23"), ("<", "%3C"), (">", "%3E")];
    Ok(escaped.iter().fold(drawing, |drawing, (sign, code)| drawing.replace(sign, code)))
}

fn inline_icon(page: &str) -> Result<String, String> {
    let mut page = page.to_owned();
    let icon = html::tags(&page).into_iter().find(|tag| tag.attribute("rel") == Some("icon"));
    if let Some((range, href)) = icon.and_then(|tag| Some((tag.range.clone(), tag.attribute("href")?.to_owned()))) {
        let icon = read_text(&paths::repo("public").join(&href))?;
        let address = format!("data:image/svg+xml,{}", as_address(&icon)?);
        let tag = page[range.clone()].replace(&href, &address);
        page.replace_range(range, &tag);
    }
    Ok(page)
}

/// The files that a browser fetches before the app runs, by their path beside the page.
pub fn first_load(page: &str) -> Vec<String> {
    let mut files = Vec::new();
    for tag in html::tags(page) {
        let loads = match tag.name {
            "link" if matches!(tag.attribute("rel"), Some("alternate" | "canonical" | "manifest")) => None,
            "link" => tag.attribute("href"),
            "script" => tag.attribute("src"),
            _ => None,
        };
        if let Some(file) = loads.filter(|file| !file.starts_with("data:")) {
            files.push(file.to_owned());
        }
    }
    files
}

/// The files that the app loads only when somebody asks for what they do.
pub fn later(page: &str) -> Vec<String> {
    let tags = html::tags(page);
    let Some(boot) = tags.iter().find(|tag| tag.has("data-script")) else { return Vec::new() };
    // The app's own are `data-script` and `data-wasm`.
    let of_module = |name: &str| {
        let kind = |end| name.strip_suffix(end).is_some_and(|module| module != "data");
        kind("-script") || kind("-wasm")
    };
    boot.attributes().filter(|(name, _)| of_module(name)).map(|(_, file)| file.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<html lang="vi"><head><title>t</title><meta name="description" content="d">
<!-- a comment with <link data-trunk rel="odd"> -->
<link data-trunk rel="css" href="a.css">
<link data-trunk rel="css" href="b.css">
<link data-trunk rel="rust" data-bin="x">
</head><body>
<!-- site only --><a href="data/">data</a><!-- end of site only -->
</body></html>
"#;

    fn files() -> SiteFiles {
        let name = str::to_owned;
        SiteFiles {
            style: name("s.css"),
            boot: name("b.js"),
            script: name("a.js"),
            wasm: name("a.wasm"),
            wasm_bytes: 9,
            data: name("d.bin"),
            later: vec![
                LaterFiles { name: "workshop", script: name("w.js"), wasm: name("w.wasm") },
                LaterFiles { name: "reading", script: name("r.js"), wasm: name("r.wasm") },
            ],
            offline: name("o.js"),
            integrity: BTreeMap::from([(name("a.js"), name("sha256-x"))]),
        }
    }

    const DOCUMENT: Document<'_> = Document {
        lang: "en",
        title: "A < B",
        description: "it \"is\"",
        head: "<meta name=x>",
        body: "<p>text</p>",
        root: "../",
        address: "#/plans?a=1&b=2",
    };

    #[test]
    fn the_site_has_our_files_for_what_trunk_would_build() {
        let page = site(PAGE, &files(), &DOCUMENT).expect("the page is well formed");
        assert!(!page.contains("data-trunk") && !page.contains("<!--"), "{page}");
        assert_eq!(page.matches("stylesheet").count(), 1);
        assert!(page.contains(r#"<html lang="en">"#) && page.contains("<title>A &lt; B</title>"), "{page}");
        assert!(
            page.contains(r#"content="it &quot;is&quot;""#) && page.contains(r#"href="../a.js" integrity="sha256-x""#)
        );
        assert!(page.contains("data-address=\"#/plans?a=1&amp;b=2\"") && page.contains("<p>text</p>"));
        assert_eq!(later(&page), ["w.js", "w.wasm", "r.js", "r.wasm"]);
        assert_eq!(first_load(&page), ["../s.css", "../a.js", "../a.wasm", "../d.bin", "../b.js"]);
    }

    #[test]
    fn the_single_file_loads_nothing() {
        let text = str::to_owned;
        let parts = SingleParts { boot: text("1"), unpack: text("2"), carried: vec![("x", vec![1, 2, 3])] };
        let page = single(PAGE, &parts).expect("the page is well formed");
        assert!(first_load(&page).is_empty(), "{page}");
        assert!(!page.contains("data/"));
        assert!(page.contains(&format!(">{}</script>", units::encode(&[1, 2, 3]))));
    }

    #[test]
    fn a_script_that_would_end_its_element_is_refused() {
        let text = str::to_owned;
        let parts = SingleParts { boot: text(""), unpack: text("'</SCRIPT>'"), carried: vec![] };
        assert!(single(PAGE, &parts).is_err());
    }

    #[test]
    fn a_tag_for_trunk_alone_is_an_error() {
        let page = PAGE.replace(r#"rel="css" href="b.css""#, r#"rel="sass" href="b.scss""#);
        assert!(site(&page, &files(), &DOCUMENT).is_err_and(|error| error.contains("b.scss")));
    }
}

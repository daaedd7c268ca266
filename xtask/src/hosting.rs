//! What a host needs beside the pages: its configuration, packed copies, the release that the service worker
//! installs, and a page for what is not there.

use crate::cache;
use crate::dist::Dist;
use crate::page::escape;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::json;
use sha2::{Digest, Sha256};

/// The strictest policy that the site runs under. Hosts may set it, and the tests do.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                          img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'";

/// What a browser checks a file with: the `integrity` of an element or a request.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64.encode(Sha256::digest(bytes)))
}

/// The service worker: its release, and our script.
///
/// `files` are all that the app needs, by path; the version is the hash of all of them.
pub fn service_worker(files: &[(String, String)], script: &[u8]) -> (String, Vec<u8>) {
    let all: Vec<String> = files.iter().map(|(path, sum)| format!("{path} {sum}")).collect();
    let version = cache::hash(&[all.join("\n").as_bytes(), script]);
    let release = json!({ "version": version, "files": files });
    (version, [format!("const RELEASE = {release};\n").as_bytes(), script].concat())
}

/// The description that makes the site installable.
pub fn manifest() -> String {
    let icon = |file: &str, size: &str, purpose: &str| json!({ "src": file, "sizes": size, "type": "image/png", "purpose": purpose });
    let manifest = json!({
        "name": "Lộ trình – Kế hoạch phát triển thương mại điện tử Việt Nam",
        "short_name": "Lộ trình",
        "lang": "vi",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#fcf9f3",
        "theme_color": "#fcf9f3",
        "icons": [
            icon("icon-192.png", "192x192", "any"),
            icon("icon-512.png", "512x512", "any"),
            icon("icon-512.png", "512x512", "maskable"),
        ],
    });
    format!("{manifest:#}\n")
}

/// Ready configuration for those hosts that read one.
pub fn configuration(dist: &mut Dist) {
    let hashed: Vec<String> = dist.paths().filter(|path| is_hashed(path)).map(str::to_owned).collect();
    dist.add("_headers", headers(&hashed));
    dist.add(".htaccess", apache());
    dist.add("web.config", iis());
    dist.add("nginx.conf", nginx());
}

/// Whether a file's name says its content, so that it may be kept for ever: `lotrinh-0123456789abcdef.js`.
fn is_hashed(path: &str) -> bool {
    let name = path.split('.').next().unwrap_or_default();
    let hash = name.trim_end_matches("_bg").rsplit('-').next().unwrap_or_default();
    hash.len() == 16 && hash.chars().all(|digit| digit.is_ascii_hexdigit())
}

/// Everything is public, and a sandboxed frame in an article counts as another origin: without the last of these the
/// app cannot start in one.
const HEADERS: [(&str, &str); 4] = [
    ("Content-Security-Policy", POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Access-Control-Allow-Origin", "*"),
];

const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// For hosts such as Netlify and Cloudflare Pages.
fn headers(hashed: &[String]) -> String {
    let mut out = "/*\n".to_owned();
    for (name, value) in HEADERS {
        out += &format!("  {name}: {value}\n");
    }
    for file in hashed {
        out += &format!("/{file}\n  Cache-Control: {FOR_EVER}\n");
    }
    out
}

fn apache() -> String {
    let headers: String =
        HEADERS.iter().map(|(name, value)| format!("  Header always set {name} \"{value}\"\n")).collect();
    format!(
        r#"# Apache 2.4. Every block is left out where its module is missing; the site works all the same.
AddType application/wasm .wasm
AddType application/manifest+json .webmanifest
AddType text/csv .csv
AddDefaultCharset utf-8

<IfModule mod_headers.c>
{headers}  <FilesMatch "-[0-9a-f]{{16}}(_bg)?\.(js|css|wasm|bin)(\.br|\.gz)?$">
    Header set Cache-Control "{FOR_EVER}"
  </FilesMatch>
  <FilesMatch "\.(br|gz)$">
    Header append Vary Accept-Encoding
  </FilesMatch>
</IfModule>

# The packed copies beside the files.
<IfModule mod_rewrite.c>
  RewriteEngine On
  RewriteCond %{{HTTP:Accept-Encoding}} \bbr\b
  RewriteCond %{{REQUEST_FILENAME}}.br -f
  RewriteRule ^(.+)$ $1.br [L,E=packed:br]
  RewriteCond %{{HTTP:Accept-Encoding}} \bgzip\b
  RewriteCond %{{REQUEST_FILENAME}}.gz -f
  RewriteRule ^(.+)$ $1.gz [L,E=packed:gzip]
</IfModule>
RemoveType .gz .br
RemoveLanguage .br
{packed}"#,
        packed = [("js", "text/javascript"), ("css", "text/css"), ("html", "text/html"), ("wasm", "application/wasm"), ("bin", "application/octet-stream"), ("csv", "text/csv"), ("json", "application/json"), ("svg", "image/svg+xml"), ("webmanifest", "application/manifest+json"), ("xml", "application/xml")]
            .iter()
            .map(|(ending, kind)| format!("<FilesMatch \"\\.{ending}\\.br$\">\n  ForceType {kind}\n  <IfModule mod_headers.c>\n    Header set Content-Encoding br\n  </IfModule>\n</FilesMatch>\n<FilesMatch \"\\.{ending}\\.gz$\">\n  ForceType {kind}\n  <IfModule mod_headers.c>\n    Header set Content-Encoding gzip\n  </IfModule>\n</FilesMatch>\n"))
            .collect::<String>()
    )
}

fn iis() -> String {
    let headers: String = HEADERS
        .iter()
        .map(|(name, value)| format!("        <add name=\"{name}\" value=\"{}\" />\n", escape(value)))
        .collect();
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<configuration>
  <system.webServer>
    <staticContent>
      <remove fileExtension=".wasm" />
      <mimeMap fileExtension=".wasm" mimeType="application/wasm" />
      <remove fileExtension=".webmanifest" />
      <mimeMap fileExtension=".webmanifest" mimeType="application/manifest+json" />
      <remove fileExtension=".bin" />
      <mimeMap fileExtension=".bin" mimeType="application/octet-stream" />
      <remove fileExtension=".csv" />
      <mimeMap fileExtension=".csv" mimeType="text/csv" />
    </staticContent>
    <httpProtocol>
      <customHeaders>
{headers}      </customHeaders>
    </httpProtocol>
  </system.webServer>
</configuration>
"#
    )
}

fn nginx() -> String {
    let headers: String =
        HEADERS.iter().map(|(name, value)| format!("    add_header {name} \"{value}\" always;\n")).collect();
    format!(
        r#"# nginx: include this inside a server block. The site is then at /lotrinh/; change both places for another path.
location /lotrinh/ {{
    alias /var/www/lotrinh/; # where the content of dist/ is
    index index.html;
    charset utf-8;
    gzip_static on; # the packed copies beside the files; with the brotli module also: brotli_static on;
    types {{
        text/html html;
        text/css css;
        text/javascript js;
        application/wasm wasm;
        application/json json;
        application/manifest+json webmanifest;
        application/octet-stream bin;
        application/xml xml;
        text/csv csv;
        text/plain txt;
        image/svg+xml svg;
        image/png png;
    }}
{headers}
    location ~ "-[0-9a-f]{{16}}(_bg)?\.(js|css|wasm|bin)$" {{
        add_header Cache-Control "{FOR_EVER}";
{headers}    }}
}}
"#
    )
}

/// The page for what is not there. It may be shown at any depth, so its links start at the site's own path.
pub fn not_found(base: &str, style: &str) -> String {
    format!(
        r#"<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Không có trang này – Lộ trình</title>
<link rel="stylesheet" href="{base}{style}">
</head>
<body>
<main class="main">
<h1>Không có trang này <span lang="en">· There is no such page</span></h1>
<p>Địa chỉ có thể đã gõ nhầm, hoặc trang đã đổi chỗ. Từ đây có thể đi tiếp:</p>
<p lang="en">The address may be mistyped, or the page has moved. From here you can go on:</p>
<ul>
<li><a href="{base}">Tổng quan</a> · <a lang="en" href="{base}en/index.html">Overview</a></li>
<li><a href="{base}plans.html">Các kế hoạch</a> · <a lang="en" href="{base}en/plans.html">The plans</a></li>
<li><a href="{base}search.html">Tìm kiếm</a> · <a lang="en" href="{base}en/search.html">Search</a></li>
<li><a href="{base}data/index.html">Dữ liệu mở</a> · <a lang="en" href="{base}data/index.html">Open data</a></li>
</ul>
</main>
</body>
</html>
"#
    )
}

/// Files that are sent smaller when packed; pictures are packed already.
const PACKED: [&str; 10] = ["html", "js", "css", "wasm", "bin", "csv", "json", "svg", "xml", "webmanifest"];

/// Below this a packed copy saves nobody anything: it fits into one packet as it is.
const SMALLEST: usize = 1200;

/// Adds packed copies beside the files, for hosts that send them.
pub fn packed_copies(dist: &mut Dist) -> Result<(), String> {
    let files: Vec<(String, Vec<u8>)> = dist
        .files()
        .filter(|(path, bytes)| {
            bytes.len() >= SMALLEST && path.rsplit('.').next().is_some_and(|ending| PACKED.contains(&ending))
        })
        .map(|(path, bytes)| (path.to_owned(), bytes.to_vec()))
        .collect();
    let all: Vec<u8> = files.iter().flat_map(|(path, bytes)| [path.as_bytes(), bytes]).flatten().copied().collect();
    // All copies are one entry of the cache: a build without changes packs nothing.
    let folder = cache::folder("packed", &cache::hash(&[&all]), |out| {
        let (half, other) = files.split_at(files.len() / 2);
        std::thread::scope(|scope| {
            let first = scope.spawn(|| pack_into(out, 0, half));
            pack_into(out, half.len(), other)?;
            first.join().map_err(|_| "packing failed".to_owned())?
        })
    })?;
    for (number, (path, _)) in files.into_iter().enumerate() {
        for ending in ["br", "gz"] {
            let bytes = crate::shell::read_bytes(&folder.join(format!("{number}.{ending}")))?;
            dist.add(&format!("{path}.{ending}"), bytes);
        }
    }
    Ok(())
}

fn pack_into(out: &std::path::Path, first: usize, files: &[(String, Vec<u8>)]) -> Result<(), String> {
    for (number, (path, bytes)) in (first..).zip(files) {
        // The many pages are packed a little less hard, in a tenth of the time.
        let quality = if path.ends_with(".html") { 6 } else { 11 };
        let write = |ending: &str, packed: Vec<u8>| {
            std::fs::write(out.join(format!("{number}.{ending}")), packed).map_err(|error| error.to_string())
        };
        write("br", crate::size::brotli(bytes, quality)?)?;
        write("gz", crate::size::gzip(bytes)?)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_say_their_content_are_kept_for_ever() {
        assert!(is_hashed("lotrinh-0123456789abcdef_bg.wasm") && is_hashed("style-0123456789abcdef.css"));
        assert!(!is_hashed("index.html") && !is_hashed("p/vn-2021-2025.html") && !is_hashed("icon-192.png"));
    }

    #[test]
    fn another_file_makes_another_version() {
        let files = |sum: &str| vec![("a.js".to_owned(), sum.to_owned())];
        let (one, script) = service_worker(&files("x"), b"script");
        assert_ne!(one, service_worker(&files("y"), b"script").0);
        assert_ne!(one, service_worker(&files("x"), b"other").0);
        let script = String::from_utf8(script).expect("the script is text");
        assert!(script.starts_with("const RELEASE = {") && script.ends_with("script"), "{script}");
    }
}

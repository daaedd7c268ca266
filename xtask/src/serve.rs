//! `cargo xtask serve`: the release app on this machine's own address.
//!
//! Serves files as a plain static host does, but under the strictest policy that such a host may set, so that what
//! would break there breaks here first.

use crate::hosting::POLICY;
use crate::{build, paths};
use std::fs::File;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Component, Path, PathBuf};
use tiny_http::{Header, Method, Request, Response, Server};

pub const DEFAULT_PORT: u16 = 8080;

/// Enough for the parallel requests of a first load.
const WORKERS: usize = 4;

pub fn parse_port(port: &str) -> Result<u16, String> {
    port.parse().map_err(|_| format!("`{port}` is not a port: give a number up to 65535, as in --port 8081"))
}

/// Builds the app, then serves it until Ctrl-C.
pub fn serve(port: u16) -> Result<(), String> {
    // Before the build, so that nobody waits minutes to hear that the port is taken.
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            format!(
                "port {port} is in use, perhaps by another `serve`. Choose another: cargo xtask serve --port {}",
                port.wrapping_add(1)
            )
        }
        _ => format!("cannot listen on port {port}: {error}"),
    })?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    build::build()?;
    let server = Server::from_listener(listener, None).map_err(|error| format!("cannot serve: {error}"))?;
    println!("\nLộ trình is at http://{address}/ (Ctrl-C stops it)");
    std::thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| server.incoming_requests().for_each(answer));
        }
    });
    Ok(())
}

fn answer(request: Request) {
    let found = match request.method() {
        Method::Get | Method::Head => file_for(request.url()),
        _ => None,
    };
    let opened = found.and_then(|path| Some((mime_type(&path), File::open(path).ok()?)));
    // A reader who has gone away is no failure of ours.
    match opened {
        Some((mime, file)) => request.respond(with_headers(Response::from_file(file), mime)).ok(),
        None => {
            let message = format!("404: {} is not here\n", request.url());
            request
                .respond(with_headers(
                    Response::from_string(message).with_status_code(404),
                    "text/plain; charset=utf-8",
                ))
                .ok()
        }
    };
}

fn with_headers<R: std::io::Read>(response: Response<R>, mime: &str) -> Response<R> {
    [
        ("Content-Type", mime),
        ("Cache-Control", "no-store"),
        ("Content-Security-Policy", POLICY),
        ("X-Content-Type-Options", "nosniff"),
    ]
    .into_iter()
    .filter_map(|(name, value)| Header::from_bytes(name, value).ok())
    .fold(response, Response::with_header)
}

/// The file of `dist/` that an address means, if there is one.
fn file_for(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?;
    let path = decode(path)?;
    let relative = Path::new(path.trim_start_matches('/'));
    // Nothing outside of dist/.
    if !relative.components().all(|component| matches!(component, Component::Normal(_))) {
        return None;
    }
    let file = paths::dist().join(relative);
    let file = if file.is_dir() && path.ends_with('/') { file.join("index.html") } else { file };
    file.is_file().then_some(file)
}

fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        if *first == b'%' {
            let digits = std::str::from_utf8(after.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok()
}

fn mime_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml; charset=utf-8",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "ics" => "text/calendar; charset=utf-8",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_decoded() {
        assert_eq!(decode("/L%E1%BB%99%20tr%C3%ACnh").as_deref(), Some("/Lộ trình"));
        assert_eq!(decode("/%zz"), None);
        assert_eq!(decode("/%2"), None);
    }

    #[test]
    fn nothing_outside_dist_is_served() {
        for url in ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "//etc/passwd", "/./../Cargo.toml"] {
            assert_eq!(file_for(url), None, "{url}");
        }
    }

    #[test]
    fn webassembly_is_served_as_such() {
        assert_eq!(mime_type(Path::new("a-1_bg.wasm")), "application/wasm");
    }
}

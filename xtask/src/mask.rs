//! Blanks out what is not code, so that the checks of `tidy` do not trip over comments, texts or tests.
//!
//! What is blanked becomes spaces, byte for byte, so that lines and columns stay what they were.

/// Rust source without comments; `keep_strings` leaves the texts in.
pub fn rust(source: &str, keep_strings: bool) -> String {
    let bytes = source.as_bytes();
    let mut masked = bytes.to_vec();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let (end, blank) = if rest.starts_with(b"//") {
            (line_end(bytes, at), true)
        } else if rest.starts_with(b"/*") {
            (comment_end(bytes, at), true)
        } else if let Some(end) = string_end(bytes, at) {
            (end, !keep_strings)
        } else if let Some(end) = character_end(bytes, at) {
            (end, !keep_strings)
        } else {
            (at + 1, false)
        };
        if blank {
            blank_out(&mut masked[at..end]);
        }
        at = end;
    }
    into_text(masked)
}

/// CSS without comments.
pub fn css(source: &str) -> String {
    between(source, b"/*", b"*/")
}

/// HTML without comments.
pub fn html(source: &str) -> String {
    between(source, b"<!--", b"-->")
}

/// The marks of an item that is compiled for tests only.
const TEST_MARKS: &[&str] = &["#[cfg(test)]", "#[cfg(all(test,"];

/// Masked Rust source (see `rust`) without its items for tests, and the names of the modules among them that are in
/// files of their own.
pub fn without_tests(masked: &str) -> (String, Vec<String>) {
    let mut bytes = masked.as_bytes().to_vec();
    let mut modules = Vec::new();
    let mut from = 0;
    while let Some(start) = TEST_MARKS.iter().filter_map(|mark| masked[from..].find(mark)).min() {
        let start = from + start;
        let end = item_end(masked, start);
        let words: Vec<&str> = masked[start..end].split_whitespace().collect();
        if let [.., "mod", name] = words[..] {
            modules.extend(name.strip_suffix(';').map(str::to_owned));
        }
        blank_out(&mut bytes[start..end]);
        from = end;
    }
    (into_text(bytes), modules)
}

/// An item ends with its outermost brace, or before that with a semicolon (`mod tests;`, `use …;`).
fn item_end(masked: &str, start: usize) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in masked.bytes().enumerate().skip(start) {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && matches!(byte, b'}' | b';') {
            return at + 1;
        }
    }
    masked.len()
}

fn line_end(bytes: &[u8], at: usize) -> usize {
    find(bytes, at, b"\n").unwrap_or(bytes.len())
}

/// Block comments of Rust nest.
fn comment_end(bytes: &[u8], at: usize) -> usize {
    let (mut depth, mut at) = (1, at + 2);
    while depth > 0 && at < bytes.len() {
        if bytes[at..].starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if bytes[at..].starts_with(b"*/") {
            depth -= 1;
            at += 2;
        } else {
            at += 1;
        }
    }
    at.min(bytes.len())
}

/// Just past the text literal that begins here, if one does: `"…"`, `r"…"`, `r#"…"#` and those with `b` or `c`.
fn string_end(bytes: &[u8], at: usize) -> Option<usize> {
    if bytes[at] == b'"' {
        return Some(quoted_end(bytes, at, b'"'));
    }
    // An `r` inside a name does not begin a raw text.
    if bytes[at] != b'r' || at > 0 && is_word(bytes[at - 1]) && !matches!(bytes[at - 1], b'b' | b'c') {
        return None;
    }
    let hashes = bytes[at + 1..].iter().take_while(|byte| **byte == b'#').count();
    if bytes.get(at + 1 + hashes) != Some(&b'"') {
        return None;
    }
    let close = [b"\"".as_slice(), &b"#".repeat(hashes)].concat();
    let inside = at + 2 + hashes;
    Some(find(bytes, inside, &close).map_or(bytes.len(), |end| end + close.len()))
}

/// Just past the character literal that begins here. A lifetime is not one.
fn character_end(bytes: &[u8], at: usize) -> Option<usize> {
    if bytes[at] != b'\'' {
        return None;
    }
    if bytes.get(at + 1) == Some(&b'\\') {
        return Some(quoted_end(bytes, at, b'\''));
    }
    let text = std::str::from_utf8(bytes.get(at + 1..)?).ok()?;
    let character = text.chars().next()?;
    let close = at + 1 + character.len_utf8();
    (bytes.get(close) == Some(&b'\'')).then_some(close + 1)
}

fn quoted_end(bytes: &[u8], at: usize, quote: u8) -> usize {
    let mut at = at + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            byte if byte == quote => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

fn between(source: &str, open: &[u8], close: &[u8]) -> String {
    let mut masked = source.as_bytes().to_vec();
    let mut at = 0;
    while let Some(start) = find(source.as_bytes(), at, open) {
        let end = find(source.as_bytes(), start + open.len(), close).map_or(source.len(), |end| end + close.len());
        blank_out(&mut masked[start..end]);
        at = end;
    }
    into_text(masked)
}

fn find(bytes: &[u8], from: usize, what: &[u8]) -> Option<usize> {
    bytes.get(from..)?.windows(what.len()).position(|window| window == what).map(|offset| from + offset)
}

fn is_word(byte: u8) -> bool {
    byte == b'_' || byte.is_ascii_alphanumeric()
}

fn blank_out(bytes: &mut [u8]) {
    for byte in bytes.iter_mut().filter(|byte| **byte != b'\n') {
        *byte = b' ';
    }
}

/// Whole characters were blanked, so this stays UTF-8.
fn into_text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &str) {
        let masked = rust(source, false);
        assert_eq!(masked.len(), source.len());
        assert_eq!(masked.split_whitespace().collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn comments_and_texts_are_blanked() {
        check("a // b\nc", "a c");
        check("a /* b /* c */ d */ e", "a e");
        check(r#"let a = "b // \" c"; d"#, "let a = ; d");
        check("let a = r#\"b \" // c\"#; d", "let a = ; d");
        check("bar\"x\" y", "bar y");
        check("let a = ('\"', '\\'', 'đ'); b", "let a = ( , , ); b");
        check("fn a<'b>(c: &'b str) { \"d\" }", "fn a<'b>(c: &'b str) { }");
    }

    #[test]
    fn texts_can_be_kept() {
        assert_eq!(rust("\"a // b\" // c", true).trim_end(), "\"a // b\"");
    }

    #[test]
    fn tests_are_blanked_and_what_follows_them_is_not() {
        let source = "a();\n#[cfg(test)]\nmod tests { fn f() { b() } }\nc();\n#[cfg(all(test, x))]\nmod more;\nd();";
        let (code, modules) = without_tests(source);
        assert_eq!(code.split_whitespace().collect::<Vec<_>>(), ["a();", "c();", "d();"]);
        assert_eq!(code.lines().count(), 7);
        assert_eq!(modules, ["more"]);
    }

    #[test]
    fn css_comments_are_blanked() {
        assert_eq!(css("a/*é*/b"), "a      b");
    }
}

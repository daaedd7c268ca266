//! Just enough HTML to read the tags of our own `index.html`.

use std::ops::Range;

/// A start tag.
#[derive(Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    /// Where the tag is, from `<` to `>`.
    pub range: Range<usize>,
    pub name: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
}

impl<'a> Tag<'a> {
    /// The value of an attribute; empty for one without a value.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(attribute, _)| *attribute == name).map(|(_, value)| *value)
    }

    /// Names and values, as they are written.
    pub fn attributes(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.attributes.iter().copied()
    }

    pub fn has(&self, name: &str) -> bool {
        self.attribute(name).is_some()
    }
}

/// The start tags of a page without comments.
pub fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut from = 0;
    while let Some(found) = html[from..].find('<') {
        let start = from + found;
        from = start + 1;
        if !html[from..].starts_with(|next: char| next.is_ascii_alphabetic()) {
            continue;
        }
        let end = tag_end(html, from);
        tags.push(parse_tag(html, start..end));
        from = end;
    }
    tags
}

/// Just past the `>` that closes the tag: a `>` in quotes does not.
fn tag_end(html: &str, from: usize) -> usize {
    let mut quote = None;
    for (offset, character) in html[from..].char_indices() {
        match (quote, character) {
            (None, '>') => return from + offset + 1,
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), _) if open == character => quote = None,
            _ => {}
        }
    }
    html.len()
}

fn parse_tag(html: &str, range: Range<usize>) -> Tag<'_> {
    let inside = html[range.clone()].trim_start_matches('<').trim_end_matches('>').trim_end_matches('/');
    let (name, mut rest) = split_at_any(inside, char::is_whitespace);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return Tag { range, name, attributes };
        }
        let (attribute, after) = split_at_any(rest, |character| character.is_whitespace() || character == '=');
        let Some(value) = after.trim_start().strip_prefix('=').map(str::trim_start) else {
            attributes.push((attribute, ""));
            rest = after;
            continue;
        };
        let quote = value.chars().next().filter(|first| matches!(first, '"' | '\''));
        let (value, after) = match quote {
            Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            None => split_at_any(value, char::is_whitespace),
        };
        attributes.push((attribute, value));
        rest = after;
    }
}

fn split_at_any(text: &str, is_end: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(is_end).unwrap_or(text.len()))
}

/// The page without what stands between each `open` and the next `close`, markers included.
pub fn without(html: &str, open: &str, close: &str) -> String {
    let mut kept = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once(open) {
        kept.push_str(before);
        rest = after.split_once(close).map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept
}

/// The page without its comments and the lines that this, or the builder, has left blank.
pub fn tidied(html: &str) -> String {
    let html = without(html, "<!--", "-->");
    let lines = html.lines().map(str::trim_end).filter(|line| !line.is_empty());
    lines.fold(String::new(), |page, line| page + line + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_however_they_are_written() {
        let html = "a < b <link data-trunk rel=css\n  href=\"a>b.css\" title='x y'/> </p>";
        let tags = tags(html);
        assert_eq!(tags.len(), 1);
        assert_eq!(&html[tags[0].range.clone()][..5], "<link");
        assert_eq!(tags[0].name, "link");
        assert!(tags[0].has("data-trunk") && !tags[0].has("x"));
        assert_eq!(tags[0].attribute("rel"), Some("css"));
        assert_eq!(tags[0].attribute("href"), Some("a>b.css"));
        assert_eq!(tags[0].attribute("title"), Some("x y"));
    }

    #[test]
    fn comments_and_blank_lines_go() {
        assert_eq!(tidied("a\n<!-- x\n -->\n\n b\n"), "a\n b\n");
    }

    #[test]
    fn an_open_end_takes_the_rest() {
        assert_eq!(without("a[b]c[d", "[", "]"), "ac");
    }
}

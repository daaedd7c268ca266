//! Tags and entities, as far as reading a plan needs them.

/// A tag at the start of a text.
#[derive(Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    /// Its name in lower case.
    pub name: String,
    /// Whether it closes.
    pub close: bool,
    /// Bytes from `<` to `>`.
    pub len: usize,
    attributes: &'a str,
}

impl Tag<'_> {
    /// Whether it starts a new line.
    pub fn is_block(&self) -> bool {
        matches!(
            self.name.as_str(),
            "p" | "div"
                | "li"
                | "ul"
                | "ol"
                | "tr"
                | "h1"
                | "h2"
                | "h3"
                | "h4"
                | "h5"
                | "h6"
                | "table"
                | "section"
                | "article"
                | "header"
                | "footer"
                | "main"
                | "nav"
                | "aside"
                | "blockquote"
                | "center"
                | "dl"
                | "dt"
                | "dd"
                | "hr"
                | "pre"
                | "body"
                | "html"
                | "title"
                | "caption"
                | "tbody"
                | "thead"
                | "figure"
        )
    }

    /// A small number among the attributes, at least 1.
    pub fn number(&self, name: &str) -> usize {
        let lower = self.attributes.to_ascii_lowercase();
        let Some(at) = lower.find(name) else { return 1 };
        let value =
            lower[at + name.len()..].trim_start().trim_start_matches('=').trim_start().trim_start_matches(['"', '\'']);
        let digits: String = value.chars().take_while(char::is_ascii_digit).take(3).collect();
        digits.parse().unwrap_or(1).clamp(1, 200)
    }
}

/// The tag that a text starts with. A tag longer than 2000 bytes is none.
pub fn tag(rest: &str) -> Option<Tag<'_>> {
    let inner = rest.strip_prefix('<')?;
    if inner.starts_with("!--") {
        let len = inner.find("-->").map_or(rest.len(), |n| n + 4);
        return Some(Tag { name: "!--".to_owned(), close: false, len, attributes: "" });
    }
    let close = inner.starts_with('/');
    let name_at = usize::from(close);
    let named = &inner[name_at..];
    if !named.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!' || c == '?') {
        return None;
    }
    let end = named.bytes().take(2000).position(|b| b == b'>' || b == b'<')?;
    if named.as_bytes()[end] == b'<' {
        return None;
    }
    let body = &named[..end];
    let name_len =
        body.bytes().position(|b| !(b.is_ascii_alphanumeric() || b == b'!' || b == b'?')).unwrap_or(body.len());
    // "<b>" and "<p class=…>", but not "<năm 2025>".
    if !body[name_len..].starts_with(['/', ' ', '\t', '\n', '\r', ':']) && name_len != body.len() {
        return None;
    }
    Some(Tag {
        name: body[..name_len].to_ascii_lowercase(),
        close,
        len: 1 + name_at + end + 1,
        attributes: &body[name_len..],
    })
}

/// The character of an entity at the start of a text, and the bytes it takes.
pub fn entity(rest: &str) -> Option<(char, usize)> {
    let end = rest.bytes().take(12).position(|b| b == b';')?;
    let name = rest.get(1..end)?;
    let c = if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let code = hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok())?;
        char::from_u32(code)?
    } else {
        named_entity(name)?
    };
    Some((c, end + 1))
}

fn named_entity(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "percnt" => '%',
        "ge" => '≥',
        "le" => '≤',
        "bull" => '•',
        "ldquo" => '“',
        "rdquo" => '”',
        "agrave" => 'à',
        "aacute" => 'á',
        "atilde" => 'ã',
        "acirc" => 'â',
        "egrave" => 'è',
        "eacute" => 'é',
        "ecirc" => 'ê',
        "igrave" => 'ì',
        "iacute" => 'í',
        "ograve" => 'ò',
        "oacute" => 'ó',
        "otilde" => 'õ',
        "ocirc" => 'ô',
        "ugrave" => 'ù',
        "uacute" => 'ú',
        "yacute" => 'ý',
        "Agrave" => 'À',
        "Aacute" => 'Á',
        "Atilde" => 'Ã',
        "Acirc" => 'Â',
        "Egrave" => 'È',
        "Eacute" => 'É',
        "Ecirc" => 'Ê',
        "Igrave" => 'Ì',
        "Iacute" => 'Í',
        "Ograve" => 'Ò',
        "Oacute" => 'Ó',
        "Otilde" => 'Õ',
        "Ocirc" => 'Ô',
        "Ugrave" => 'Ù',
        "Uacute" => 'Ú',
        "Yacute" => 'Ý',
        _ => return None,
    })
}

/// Whether a text is an HTML page rather than a text with some tags in it.
pub fn is_html(input: &str) -> bool {
    let head: String = input.chars().take(2000).collect::<String>().to_ascii_lowercase();
    let body = head.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    let starts =
        ["<!doctype", "<html", "<body", "<div", "<p>", "<p ", "<h1", "<h2", "<h3", "<?xml", "<meta", "<article"];
    starts.iter().any(|s| body.starts_with(s)) || head.contains("<html") || head.contains("<body")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_what_only_looks_like_them() {
        let cell = tag("<td colspan=\"2\" ROWSPAN=3>x").expect("a tag");
        assert_eq!((cell.number("colspan"), cell.number("rowspan"), cell.len), (2, 3, 26));
        assert_eq!(tag("< 10%"), None);
        assert_eq!(tag("<năm 2025>"), None);
        assert_eq!(entity("&#7879;x"), Some(('ệ', 7)));
        assert_eq!(entity("&nbsp;"), Some(('\u{a0}', 6)));
    }
}

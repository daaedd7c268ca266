//! XML as office files write it: elements, attributes, text. No entities of its own, so nothing expands.

/// One thing after another of an XML file.
#[derive(Debug, PartialEq, Eq)]
pub enum Event<'a> {
    /// An element begins; an empty one ends at once, in an event of its own.
    Open(&'a str, Attributes<'a>),
    /// An element ends.
    Close(&'a str),
    /// Text, as it stands in the file.
    Text(&'a str),
}

/// The attributes of an element, as they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attributes<'a>(&'a str);

impl<'a> Attributes<'a> {
    /// An attribute's value by its name without the prefix.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        let mut rest = self.0;
        while let Some(equals) = rest.find('=') {
            let key = rest[..equals].trim();
            let value = rest[equals + 1..].trim_start();
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let end = value[1..].find(quote)?;
            if local(key) == name {
                return Some(&value[1..=end]);
            }
            rest = &value[end + 2..];
        }
        None
    }

    /// An attribute's value as a number.
    pub fn number(&self, name: &str) -> Option<usize> {
        self.get(name)?.parse().ok()
    }
}

/// Reads an XML file from its start to its end; what is not well formed ends it.
pub struct Events<'a> {
    rest: &'a str,
    /// The empty element to be closed.
    close: Option<&'a str>,
}

impl<'a> Events<'a> {
    /// From the start of a file.
    pub const fn new(xml: &'a str) -> Self {
        Self { rest: xml, close: None }
    }

    /// Goes to the end of the element that has just begun.
    pub fn pass(&mut self) {
        let mut depth = 1;
        while depth > 0 {
            match self.next() {
                Some(Event::Open(..)) => depth += 1,
                Some(Event::Close(_)) => depth -= 1,
                Some(Event::Text(_)) => {}
                None => return,
            }
        }
    }
}

impl<'a> Iterator for Events<'a> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Event<'a>> {
        if let Some(name) = self.close.take() {
            return Some(Event::Close(name));
        }
        loop {
            if self.rest.is_empty() {
                return None;
            }
            if !self.rest.starts_with('<') {
                let (text, rest) = self.rest.split_at(self.rest.find('<').unwrap_or(self.rest.len()));
                self.rest = rest;
                return Some(Event::Text(text));
            }
            let (skipped, end) = match self.rest.as_bytes().get(1)? {
                b'!' if self.rest.starts_with("<!--") => (true, "-->"),
                b'!' | b'?' => (true, ">"),
                _ => (false, ">"),
            };
            let stop = self.rest.find(end)?;
            let tag = &self.rest[1..stop];
            self.rest = &self.rest[stop + end.len()..];
            if skipped {
                continue;
            }
            if let Some(name) = tag.strip_prefix('/') {
                return Some(Event::Close(local(name.trim())));
            }
            let (tag, empty) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
            let (name, attributes) = tag.split_at(tag.find(|c: char| c.is_ascii_whitespace()).unwrap_or(tag.len()));
            let name = local(name);
            if empty {
                self.close = Some(name);
            }
            return Some(Event::Open(name, Attributes(attributes)));
        }
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// Adds text with its entities resolved.
pub fn unescape(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(12).position(|b| b == b';');
        let c = end.and_then(|end| {
            let name = &rest[1..end];
            match name {
                "amp" => Some('&'),
                "lt" => Some('<'),
                "gt" => Some('>'),
                "quot" => Some('"'),
                "apos" => Some('\''),
                _ => {
                    let number = name.strip_prefix('#')?;
                    let code = match number.strip_prefix('x') {
                        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                        None => number.parse().ok()?,
                    };
                    char::from_u32(code)
                }
            }
        });
        let length = if c.is_some() { end.map_or(1, |end| end + 1) } else { 1 };
        out.push(c.unwrap_or('&'));
        rest = &rest[length..];
    }
    out.push_str(rest);
}

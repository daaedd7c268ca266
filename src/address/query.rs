//! The part of an address behind `?`.

use crate::list::List;
/// Reads settings and remembers which were not asked for or not understood.
pub(super) struct Reader {
    /// Name, value, and whether it was understood.
    pairs: Vec<(String, String, bool)>,
}

impl Reader {
    pub(super) fn new(query: &str) -> Self {
        let pairs = query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(name), decode(value), false)
        });
        Self { pairs: pairs.list() }
    }

    /// One value; none where it is absent, empty or not understood. The first of several counts.
    pub(super) fn one<T>(&mut self, name: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let (_, value, understood) = self.pairs.iter_mut().find(|(n, ..)| n == name)?;
        let read = read(value).filter(|_| !value.is_empty());
        *understood = read.is_some();
        read
    }

    /// A list of ids with commas between them.
    pub(super) fn many<T: for<'a> From<&'a str>>(&mut self, name: &str) -> Vec<T> {
        self.one(name, |value| Some(value.split(',').filter(|id| !id.is_empty()).map(T::from).list()))
            .unwrap_or_default()
    }

    /// What was not understood, as it stood there.
    pub(super) fn unread(self) -> impl Iterator<Item = String> {
        self.pairs.into_iter().filter(|(.., understood)| !understood).map(|(name, value, _)| format!("{name}={value}"))
    }
}

/// Writes settings in the order they are added.
#[derive(Default)]
pub(super) struct Writer {
    out: String,
}

impl Writer {
    pub(super) fn add(&mut self, name: &str, value: Option<&str>) {
        let Some(value) = value else { return };
        self.out.push(if self.out.is_empty() { '?' } else { '&' });
        self.out.push_str(name);
        self.out.push('=');
        encode(value, &mut self.out);
    }

    pub(super) fn list<'a>(&mut self, name: &str, values: impl Iterator<Item = &'a str>) {
        let values: Vec<_> = values.list();
        self.add(name, (!values.is_empty()).then(|| values.join(",")).as_deref());
    }

    pub(super) fn finish(self) -> String {
        self.out
    }
}

/// Undoes percent-encoding. Mail programs and chat windows encode more than they must.
pub(super) fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        let hex = bytes.get(i + 1..i + 3).and_then(|hex| std::str::from_utf8(hex).ok());
        match (bytes[i], hex.and_then(|hex| u8::from_str_radix(hex, 16).ok())) {
            (b'%', Some(byte)) => {
                out.push(byte);
                i += 3;
            }
            (byte, _) => {
                out.push(byte);
                i += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// Percent-encodes what would end a value or be changed on its way.
pub(super) fn encode(text: &str, out: &mut String) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        if byte.is_ascii_alphanumeric() || b"-_.~,".contains(&byte) {
            continue;
        }
        // What is passed over is ASCII, so that it ends where a letter does; the rest of a letter follows at once.
        out.push_str(text.get(done..at).unwrap_or_default());
        out.push('%');
        out.extend([byte >> 4, byte & 15].map(|half| char::from(b"0123456789ABCDEF"[half as usize])));
        done = at + 1;
    }
    out.push_str(&text[done..]);
}

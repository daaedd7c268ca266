//! How words and phrases begin: by that nearly all that a rule looks for is told to stand elsewhere, without a look at
//! its letters.

/// How a word or a phrase begins: the first four bytes of its first word, with blanks behind a shorter one.
#[inline]
pub const fn opening(phrase: &str) -> u32 {
    opening_of(phrase.as_bytes())
}

// Nearly every question asked of a token ends with this, so that it has no loop.
#[inline]
pub(super) const fn opening_of(bytes: &[u8]) -> u32 {
    if let [a, b, c, d, ..] = *bytes
        && a != b' '
        && b != b' '
        && c != b' '
    {
        return u32::from_le_bytes([a, b, c, d]);
    }
    short_opening(bytes)
}

#[inline(never)]
const fn short_opening(bytes: &[u8]) -> u32 {
    let (mut out, mut at) = ([b' '; 4], 0);
    while at < 4 && at < bytes.len() && bytes[at] != b' ' {
        out[at] = bytes[at];
        at += 1;
    }
    u32::from_le_bytes(out)
}

/// A set of [`opening`]s, a bit for many of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Openings([u64; 4]);

impl Openings {
    pub(super) const fn add(&mut self, opening: u32) {
        let slot = slot(opening) / 4;
        self.0[slot / 64] |= 1 << (slot % 64);
    }

    #[inline]
    pub(super) const fn may_hold(&self, opening: u32) -> bool {
        let slot = slot(opening) / 4;
        self.0[slot / 64] >> (slot % 64) & 1 > 0
    }
}

/// How many places there are for openings.
pub const SLOTS: usize = 1024;

/// An opening's place among [`SLOTS`].
#[inline]
pub const fn slot(opening: u32) -> usize {
    (opening.wrapping_mul(0x9e37_79b1) >> 22) as usize
}

/// Phrases of which one is looked for: [`any!`] makes the list when the program is built.
#[derive(Debug, Clone, Copy)]
pub struct AnyOf {
    /// The phrases.
    pub list: &'static [&'static str],
    /// A bit for each way in which they begin.
    pub(super) openings: u64,
}

impl AnyOf {
    /// Of a list.
    pub const fn new(list: &'static [&'static str]) -> Self {
        let (mut openings, mut at) = (0, 0);
        while at < list.len() {
            openings |= 1 << (slot(opening(list[at])) % 64);
            at += 1;
        }
        Self { list, openings }
    }

    /// Whether one of the phrases may begin so.
    #[inline]
    pub(super) const fn may_hold(self, opening: u32) -> bool {
        self.openings >> (slot(opening) % 64) & 1 > 0
    }
}

/// An [`AnyOf`] of the phrases given.
macro_rules! any {
    ($($phrase:literal),+ $(,)?) => {
        const { $crate::reader::opening::AnyOf::new(&[$($phrase),+]) }
    };
}
pub(crate) use any;

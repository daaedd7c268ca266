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

/// How many places there are for openings.
pub const SLOTS: usize = 1024;

/// An opening's place among [`SLOTS`].
#[inline]
pub const fn slot(opening: u32) -> usize {
    (opening.wrapping_mul(0x9e37_79b1) >> 22) as usize
}

/// A set of [`opening`]s, a bit for all of a 64th of the [`slot`]s: what is not in it is told at once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Openings(u64);

impl Openings {
    /// With one more.
    pub const fn with(self, opening: u32) -> Self {
        Self(self.0 | 1 << (slot(opening) % 64))
    }

    /// Whether this one may be among them.
    #[inline]
    pub const fn may_hold(self, opening: u32) -> bool {
        self.0 >> (slot(opening) % 64) & 1 > 0
    }

    /// Whether one of them may be among the others.
    #[inline]
    pub const fn may_meet(self, others: Self) -> bool {
        self.0 & others.0 > 0
    }
}

/// Phrases of which one is looked for: [`any!`] makes the list when the program is built.
#[derive(Debug, Clone, Copy)]
pub struct AnyOf {
    /// The phrases.
    pub list: &'static [&'static str],
    /// How they begin.
    pub openings: Openings,
}

impl AnyOf {
    /// Of a list.
    pub const fn new(list: &'static [&'static str]) -> Self {
        let (mut openings, mut at) = (Openings(0), 0);
        while at < list.len() {
            openings = openings.with(opening(list[at]));
            at += 1;
        }
        Self { list, openings }
    }
}

/// An [`AnyOf`] of the phrases given.
macro_rules! any {
    ($($phrase:literal),* $(,)?) => {
        const { $crate::reader::opening::AnyOf::new(&[$($phrase),*]) }
    };
}
pub(crate) use any;

//! Every text of the interface, each pair side by side: a missing one does not compile.
//!
//! One file a part of the interface. Texts with figures or names in them are plain functions.

macro_rules! texts {
    ($($name:ident: $vi:literal, $en:literal;)*) => {
        impl crate::i18n::Lang {$(
            #[doc = $en]
            pub const fn $name(self) -> &'static str {
                match self {
                    Self::Vi => $vi,
                    Self::En => $en,
                }
            }
        )*}
    };
}

/// The text of the language at hand.
const fn pick(lang: crate::i18n::Lang, vi: &'static str, en: &'static str) -> &'static str {
    match lang {
        crate::i18n::Lang::Vi => vi,
        crate::i18n::Lang::En => en,
    }
}

mod agencies;
mod borders;
mod compare;
mod data;
mod export;
mod import;
mod indicators;
mod lineage;
mod names;
mod overview;
mod plan;
mod search;
mod shell;
mod timeline;

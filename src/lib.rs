//! Lộ trình ("roadmap"): an explorer of Vietnam's e-commerce development plans.
//!
//! The modules in reading order: what a plan is ([`model`]), all plans together ([`dataset`]), what
//! must hold of them (`check`), a file's text (`document`), its clauses ([`clause`]), what it sets ([`reader`]), the plan a person makes of that ([`review`]) and a plan beside
//! its document ([`attach`]); what is
//! worked out from them ([`align`], [`lineage`], [`timeline`], [`matrix`], [`outcome`], [`chart`], [`search`]); how a state is
//! addressed ([`address`]) and said ([`i18n`], [`text`]); the data package ([`package`]) and other files to take away ([`export`]). All of that is plain Rust. The views
//! (`ui`) are thin and the browser is touched in `ui::platform` alone.
//!
//! Failure has three levels. The whole app: it cannot start, and the static page says why. One view:
//! it shows its error and the others go on. One record: it shows its doubt as a flag.

pub mod model;

pub mod dataset;

// A browser loads what was checked when it was built; the second module checks what a reader brings.
#[cfg(any(not(target_arch = "wasm32"), feature = "workshop"))]
pub mod check;

pub mod clause;

pub mod reader;

// The app leaves files to the second module.
#[cfg(any(not(target_arch = "wasm32"), feature = "workshop"))]
pub mod document;

pub mod review;

pub mod attach;

pub mod align;

pub mod borders;

pub mod lineage;

pub mod timeline;

pub mod matrix;

pub mod outcome;

pub mod chart;

pub mod address;

pub mod i18n;

pub mod text;

pub mod json;

pub mod sort;

pub mod list;

pub mod search;

pub mod cite;

pub mod package;

// The app leaves these files to the second module.
#[cfg(any(not(target_arch = "wasm32"), feature = "ui"))]
pub mod export;

#[cfg(feature = "ui")]
pub mod ui;

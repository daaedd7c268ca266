//! The parts that views are put together from.

mod borders;
mod chart;
mod controls;
mod copy;
mod figure;
mod flags;
mod svg;
mod table;
mod verdict;

pub use borders::{borders, meaning};
pub use chart::{chart_key, indicator_chart, indicator_chart_large};
pub use controls::{choice, choices, option, option_of_many, select, select_in};
pub use copy::copy_button;
pub use figure::{base_of, figure, level_mark, spark};
pub use flags::{flag_list, flag_tags, is_doubtful};
pub use svg::percent;
pub use table::{Column, scrolling};
pub use verdict::{result, verdict, verdict_in};

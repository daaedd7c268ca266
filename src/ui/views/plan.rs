//! One plan: what it is, and its records by clause or by kind.

mod budget;
mod header;
#[cfg(any(not(feature = "csr"), feature = "workshop"))]
pub mod kinds;
mod records;

use crate::address::Part;
use crate::model::{Basis, Plan};
use crate::ui::cx::Cx;
use crate::ui::far;
use crate::ui::html::*;

pub(super) use records::who;

/// The page of a plan, whole or only one kind of record.
pub fn plan(cx: Cx<'_>, plan: &Plan, part: Option<Part>) -> Html {
    let press =
        (plan.basis == Basis::Press).then(|| tag("p").class("notice notice--inline").child(cx.lang.plan_press_only()));
    let body = match part {
        _ if plan.basis == Basis::Press => records::targets(cx, plan),
        None => records::by_clause(cx, plan),
        Some(Part::Targets) => records::targets(cx, plan),
        Some(_) => far::far(cx),
    };
    fragment().child(header::header(cx, plan)).child(press).child(header::parts(cx, plan, part)).child(body).into_any()
}

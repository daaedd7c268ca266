use super::{awaited, far_part};
use crate::address::{Address, CompareState, View};
use crate::dataset::{DataSet, bundled};
use crate::list::List;
use crate::model::PlanId;
use crate::ui::cx::Host;
use crate::ui::far;

/// The view as `xtask/assets/awaited.js` completes it, and how many parts it had left out.
fn filled(data: &DataSet, hash: &str) -> (String, usize) {
    let host = Host { fills: true, ..Host::default() };
    let mut html = far_part(data, hash, &host, far::workshop);
    for parts in 0.. {
        let Some(at) = html.find(" data-awaited") else { return (html, parts) };
        // The lane of the tasks without an agency has an empty name.
        let name = html[at..].strip_prefix(" data-awaited=\"").and_then(|rest| rest.split('"').next());
        let name = name.unwrap_or_default().to_owned();
        // What stands for a part is empty.
        let start = html[..at].rfind('<').expect("a tag begins");
        let tag: String = html[start + 1..].chars().take_while(char::is_ascii_alphanumeric).collect();
        let end = format!("></{tag}>");
        let end = at + html[at..].find(&end).expect("a tag ends") + end.len();
        let part = awaited(data, hash, &host, &[name]).concat();
        html.replace_range(start..end, &part);
    }
    unreachable!("there are not so many parts")
}

fn whole(data: &DataSet, hash: &str) -> String {
    far_part(data, hash, &Host::default(), far::workshop)
}

/// Says where they begin to differ.
fn assert_same(filled: &str, whole: &str, hash: &str) {
    let at = filled.bytes().zip(whole.bytes()).position(|(a, b)| a != b).unwrap_or(filled.len().min(whole.len()));
    let around = |html: &str| {
        String::from_utf8_lossy(&html.as_bytes()[at.saturating_sub(80)..html.len().min(at + 80)]).into_owned()
    };
    assert!(filled == whole, "{hash}\nfilled: {}\nwhole: {}", around(filled), around(whole));
}

#[test]
fn a_timeline_that_has_been_filled_in_is_whole() {
    let data = bundled().expect("the bundled data is sound");
    for hash in ["#/timeline", "#/timeline?open=all&lang=en", "#/timeline?lanes=group&span=2021-01~2022-06&but=_"] {
        let (filled, parts) = filled(&data, hash);
        assert!(parts > 0, "{hash}");
        assert_same(&filled, &whole(&data, hash), hash);
    }
}

#[test]
fn a_matrix_that_has_been_filled_in_is_whole() {
    let data = bundled().expect("the bundled data is sound");
    for (hash, left_out) in [("#/agencies?columns=year", true), ("#/agencies?cell=bo-cong-thuong~_", false)] {
        let (filled, parts) = filled(&data, hash);
        assert_eq!(parts > 0, left_out, "{hash}");
        assert_same(&filled, &whole(&data, hash), hash);
    }
}

#[test]
fn a_comparison_of_many_plans_that_has_been_filled_in_is_whole() {
    let mut data = bundled().expect("the bundled data is sound");
    let few = data.plans.clone();
    for (at, plan) in few.iter().cycle().take(40).enumerate() {
        let id = format!("{}-{at}", plan.id);
        data.plans.push(crate::model::Plan { id: PlanId::from(id.as_str()), ..plan.clone() });
    }
    data.index();
    let cell = Some((data.plans[30].id, "ecommerce_cashless".into()));
    for (from, by_verdict, cell) in [(12, false, None), (9, true, cell)] {
        let plans = data.plans[from..].iter().map(|plan| plan.id).list();
        let baseline = Some(data.plans[10].id);
        let state = CompareState { baseline, plans, by_verdict, cell, ..CompareState::default() };
        let list = state.plans.iter().map(|id| id.0).list().join(",");
        let hash = Address::default().to(View::Compare(state)).write();
        let (filled, parts) = filled(&data, &hash);
        assert!(parts > 10, "{parts}");
        // A verdict's own address becomes that of the table with it when a reader follows or copies it.
        let mut filled = filled.replacen(&format!(" data-plans=\"{list}\""), "", 1);
        for plan in &data.plans {
            filled = filled.replace(&format!("&amp;plans={}&amp;", plan.id), &format!("&amp;plans={list}&amp;"));
        }
        // The rows that are filled in later come in bodies of their own.
        let filled = filled.replace("</tbody><tbody role=\"rowgroup\">", "");
        assert_same(&filled, &whole(&data, &hash), &hash);
    }
}

use super::END;
use crate::address::{Address, CompareState, View};
use crate::dataset::bundled;
use crate::i18n::Lang;
use crate::ui::cx::{Cx, Host};
use crate::ui::far;
use crate::ui::html::{Html, Page, fragment, page, tag};
use proptest::prelude::*;

/// What a document has: an element with its attributes and what is in it, or a text.
#[derive(Debug, Clone, PartialEq)]
enum Node {
    Element { tag: String, attributes: Vec<(String, String)>, children: Vec<Node> },
    Text(String),
}

impl Node {
    fn children(&mut self) -> &mut Vec<Self> {
        match self {
            Self::Element { children, .. } => children,
            Self::Text(text) => panic!("a text has no children: {text}"),
        }
    }

    fn attributes(&mut self) -> &mut Vec<(String, String)> {
        match self {
            Self::Element { attributes, .. } => attributes,
            Self::Text(text) => panic!("a text has no attributes: {text}"),
        }
    }
}

/// Reads what `Page::print` writes, up to an end tag; no more of HTML than that.
fn read(html: &mut &str) -> Vec<Node> {
    let mut nodes = Vec::new();
    while !html.is_empty() && !html.starts_with("</") {
        if !html.starts_with('<') {
            let (text, rest) = html.split_at(html.find('<').unwrap_or(html.len()));
            nodes.push(Node::Text(text.to_owned()));
            *html = rest;
            continue;
        }
        let (inside, rest) = html[1..].split_once('>').expect("a tag ends");
        *html = rest;
        let (tag, mut given) = inside.split_once(' ').unwrap_or((inside, ""));
        let mut attributes = Vec::new();
        while !given.is_empty() {
            let end = given.find([' ', '=']).unwrap_or(given.len());
            let (name, rest) = given.split_at(end);
            let (value, rest) = match rest.strip_prefix("=\"") {
                Some(rest) => rest.split_once('"').expect("a value ends"),
                None => ("", rest),
            };
            attributes.push((name.to_owned(), value.to_owned()));
            given = rest.trim_start();
        }
        attributes.sort();
        let mut children = Vec::new();
        if !["br", "hr", "img", "input", "wbr"].contains(&tag) {
            children = read(html);
            *html = html.strip_prefix(&format!("</{tag}>")).expect("the end tag");
        }
        nodes.push(Node::Element { tag: tag.to_owned(), attributes, children });
    }
    nodes
}

fn document(page: &Page) -> Node {
    let mut html = String::new();
    page.print(&mut html);
    Node::Element { tag: "main".into(), attributes: Vec::new(), children: read(&mut html.as_str()) }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Carries the changes out as `change.js` does, and gives how many there were.
fn carry_out(changes: &str, root: &mut Node) -> usize {
    let mut words = changes.split_terminator(END);
    let mut path: Vec<usize> = Vec::new();
    let mut count = 0;
    while let Some(verb) = words.next() {
        let mut word = || words.next().expect("a change has its words").to_owned();
        let mut node = &mut *root;
        for nth in &path {
            node = &mut node.children()[*nth];
        }
        count += usize::from(!"<>".contains(verb));
        match verb {
            ">" => path.push(word().parse().expect("a number")),
            "<" => drop(path.pop().expect("there is a way back")),
            "t" => match node {
                Node::Text(text) => *text = escaped(&word()),
                Node::Element { tag, .. } => panic!("{tag} is no text"),
            },
            "a" => {
                let (name, value) = (word(), escaped(&word()));
                node.attributes().retain(|(other, _)| *other != name);
                node.attributes().push((name, value));
                node.attributes().sort();
            }
            "r" => {
                let name = word();
                node.attributes().retain(|(other, _)| *other != name);
            }
            "h" => {
                let (nth, html) = (word().parse::<usize>().expect("a number"), word());
                let mut made = read(&mut html.as_str());
                assert_eq!(made.len(), 1, "{html}");
                node.children()[nth] = made.remove(0);
            }
            "i" => {
                let (nth, html) = (word().parse::<usize>().expect("a number"), word());
                let mut made = read(&mut html.as_str());
                assert_eq!(made.len(), 1, "{html}");
                node.children().insert(nth, made.remove(0));
            }
            "-" => drop(node.children().remove(word().parse().expect("a number"))),
            other => panic!("{other} is no change"),
        }
    }
    assert!(path.is_empty());
    count
}

/// Makes one page of the other, and back, and gives the numbers of changes.
fn both_ways(one: &Page, other: &Page) -> (usize, usize) {
    let there = |old: &Page, new: &Page| {
        let mut stands = document(old);
        let count = carry_out(&new.changes(old).expect("no text has the separator"), &mut stands);
        assert_eq!(stands, document(new));
        count
    };
    (there(one, other), there(other, one))
}

#[test]
fn only_what_differs_is_changed() {
    let one = page(|| tag("p").class("a").attr("title", "x").child("one ").child("two").child(tag("b").child("three")));
    let same = page(|| tag("p").class("a").attr("title", "x").child("one two").child(tag("b").child("three")));
    assert_eq!(both_ways(&one, &same), (0, 0), "texts in a row are one");
    let other = page(|| tag("p").class("b").child("one two").child(tag("b").child("3 < 4")).child(tag("br")));
    // The class, the title, the text, what follows it.
    assert_eq!(both_ways(&one, &other), (4, 4));
    let longer =
        page(|| tag("p").class("a").attr("title", "x").child(tag("i")).child("one two").child(tag("b").child("three")));
    assert_eq!(both_ways(&one, &longer), (1, 1), "what is alike at the end stays");
    let others = page(|| tag("p").class("a").child(tag("i").child("one")));
    both_ways(&one, &others);
    let keyed = |key: &str| page(|| fragment().child(tag("p").key(key).child("same")).child("and more"));
    assert_eq!(keyed("2").changes(&keyed("1")).as_deref(), Some("h\u{1f}0\u{1f}<p>same</p>\u{1f}"));
}

#[test]
fn what_is_filled_in_later_is_not_made_of_something_else() {
    let cell = |awaited: Option<&'static str>| page(|| tag("tr").child(tag("td").attr("data-awaited", awaited)));
    assert_eq!(both_ways(&cell(None), &cell(Some("3"))), (1, 1));
    assert!(cell(Some("3")).changes(&cell(None)).expect("none").contains("h\u{1f}0\u{1f}<td data-awaited"));
    assert!(cell(Some("4")).changes(&cell(Some("3"))).expect("none").contains("a\u{1f}data-awaited\u{1f}4"));
}

#[test]
fn a_text_with_the_separator_has_no_changes() {
    let says = |words: &'static str| page(|| tag("p").child(words));
    assert_eq!(says("a\u{1f}b").changes(&says("c")), None);
    let has = |words: &'static str| page(|| tag("p").child(tag("b").child(words)));
    assert_eq!(has("a\u{1f}b").changes(&page(|| tag("p"))), None);
}

#[test]
fn comparisons_are_made_of_each_other() {
    let data = bundled().expect("the bundled data is sound");
    let mut states = vec![CompareState::default()];
    for plan in &data.plans {
        states.push(CompareState { baseline: Some(plan.id), ..CompareState::default() });
    }
    let all = data.plans.iter().map(|plan| plan.id).collect();
    states.push(CompareState { plans: all, by_verdict: true, ..CompareState::default() });
    states.push(CompareState { group: Some("payments".into()), ..CompareState::default() });
    let cell = Some(("dak-nong-2021-2025".into(), "ecommerce_cashless".into()));
    states.push(CompareState { cell, differences: true, ..CompareState::default() });
    let host = Host { fills: true, ..Host::default() };
    let pages: Vec<Page> = [Lang::Vi, Lang::En]
        .into_iter()
        .flat_map(|lang| states.iter().map(move |state| Address { lang, view: View::Compare(state.clone()) }))
        .map(|address| page(|| far::workshop(Cx::new(&data, &address, &host))))
        .collect();
    for (at, one) in pages.iter().enumerate() {
        // Some in the same language, and one in the other.
        for further in [1, 2, 5, states.len()] {
            both_ways(one, &pages[(at + further) % pages.len()]);
        }
    }
}

/// An element of a few kinds, with a few attributes, and more in it.
fn tree() -> impl Strategy<Value = Tree> {
    let leaf = prop_oneof![Just(Tree::Text("a")), Just(Tree::Text("b < c")), Just(Tree::Text(" "))];
    leaf.prop_recursive(4, 40, 5, |inner| {
        (0..3usize, 0..4u8, prop::collection::vec(inner, 0..5))
            .prop_map(|(kind, attributes, inside)| Tree::Element(kind, attributes, inside))
    })
}

#[derive(Debug, Clone)]
enum Tree {
    Text(&'static str),
    Element(usize, u8, Vec<Tree>),
}

impl Tree {
    fn write(&self) -> Html {
        match self {
            Self::Text(words) => fragment().child(*words),
            Self::Element(kind, attributes, inside) => tag(["p", "b", "i"][*kind])
                .attr("title", (attributes & 1 != 0).then_some("\"1\""))
                .attr("lang", (attributes & 2 != 0).then_some(["vi", "en", ""][inside.len() % 3]))
                .child(inside.iter().map(Self::write).collect::<Vec<_>>()),
        }
    }
}

proptest! {
    #[test]
    fn any_page_is_made_of_any_other(one in tree(), other in tree()) {
        both_ways(&page(|| one.write()), &page(|| other.write()));
    }
}

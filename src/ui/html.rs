//! What views are made of: elements and texts of one type.
//!
//! A Leptos view written with `view!` has a type of its own for every shape of element, and the code
//! to build, update and print each of them: with some thirty views that was 300 KB of compressed
//! WebAssembly. Here the elements of a page stand in one list, [`Page`], which is one Leptos view, and
//! [`Html`] is a number into it: to copy, to pass on and to forget costs nothing, so that an element
//! costs a reader a few calls. Updating compares element by element, keeps what is alike (and with it
//! focus, scroll positions and open details), and starts afresh where the tag or the key differs.
//!
//! Views write into the page that [`page`] has begun; each thread has one in the making. What a reader can do
//! beside following links is said by attributes, which `ui::actions` reads: so a page that was rendered to text
//! somewhere else works like one that was made here.

#[cfg(any(not(feature = "csr"), feature = "workshop"))]
mod change;
#[cfg(feature = "csr")]
mod mounted;
mod print;

use std::cell::RefCell;
use std::ops::Range;

#[cfg(feature = "csr")]
pub use mounted::Mounted;

/// An element, a text, several in a row, or nothing, in the page that is being made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Html(u32);

/// The elements of a page.
#[derive(Default)]
pub struct Page {
    /// The first stands for nothing at all.
    nodes: Vec<Node>,
    /// Attributes and keys of all elements, in the order they were given.
    values: Vec<Value>,
    /// Every text, one after the other.
    text: String,
    root: Html,
}

/// What a tag says that is none.
const TEXT: &str = "#text";
const FRAGMENT: &str = "";
/// The tag of HTML that was printed elsewhere.
const RAW: &str = "div";

/// The name under which HTML printed elsewhere stands among the attributes of the element around it.
const INNER: &str = " inner";

/// The name under which a key stands among the attributes; no attribute begins with a space.
const KEY: &str = " key";

struct Node {
    tag: &'static str,
    /// A text's place in [`Page::text`].
    text: Range<u32>,
    first_child: Html,
    last_child: Html,
    next: Html,
    first_value: u32,
    last_value: u32,
}

struct Value {
    name: &'static str,
    text: Range<u32>,
    /// The next of the same element; nought is none.
    next: u32,
}

impl Default for Html {
    fn default() -> Self {
        Self::NOTHING
    }
}

thread_local! {
    static PAGE: RefCell<Page> = const { RefCell::new(Page::EMPTY) };
}

/// Makes a page of what `root` writes; its root must be one element.
pub fn page(root: impl FnOnce() -> Html) -> Page {
    // What a view of another page is writing waits meanwhile.
    let before = PAGE.take();
    let root = root();
    let mut page = PAGE.replace(before);
    page.root = root;
    page
}

#[inline(never)]
fn write<T>(change: impl FnOnce(&mut Page) -> T) -> T {
    PAGE.with_borrow_mut(change)
}

/// An element without attributes or children yet.
#[inline(never)]
pub fn tag(tag: &'static str) -> Html {
    write(|page| page.push(tag, 0..0))
}

/// Several in a row, without an element around them.
pub fn fragment() -> Html {
    tag(FRAGMENT)
}

/// All that an iterator yields in a row, without an element around them.
pub fn all(items: impl Iterator<Item = impl IntoHtml>) -> Html {
    let all = fragment();
    for item in items {
        all.add(item.into_any());
    }
    all
}

/// HTML that was printed elsewhere, by these same views, and may be changed from there as well.
pub fn raw(html: &str) -> Html {
    tag(RAW).attr("data-drawn", true).set(INNER, html)
}

#[inline(never)]
fn text(words: &str) -> Html {
    if words.is_empty() {
        return Html::NOTHING;
    }
    write(|page| {
        let range = page.keep(words);
        page.push(TEXT, range)
    })
}

impl Html {
    /// Nothing at all.
    pub const NOTHING: Self = Self(0);

    /// An element with another key is another element: it is made anew, not updated.
    pub fn key(self, key: impl AsRef<str>) -> Self {
        self.set(KEY, key.as_ref())
    }

    /// Sets an attribute; none and false leave it out, true sets it without a value.
    pub fn attr(self, name: &'static str, value: impl IntoValue) -> Self {
        value.put(self, name)
    }

    #[inline(never)]
    fn set(self, name: &'static str, value: &str) -> Self {
        write(|page| page.set(self, name, value));
        self
    }

    /// Sets the classes.
    pub fn class(self, classes: impl IntoValue) -> Self {
        self.attr("class", classes)
    }

    /// Adds a class where a condition holds.
    #[inline(never)]
    pub fn class_if(self, class: &'static str, condition: bool) -> Self {
        if condition {
            write(|page| page.add_class(self, class));
        }
        self
    }

    /// Adds what stands inside, in order.
    pub fn child(self, child: impl IntoHtml) -> Self {
        self.add(child.into_any())
    }

    #[inline(never)]
    fn add(self, child: Self) -> Self {
        write(|page| page.add(self, child));
        self
    }
}

impl Page {
    const EMPTY: Self = Self { nodes: Vec::new(), values: Vec::new(), text: String::new(), root: Html(0) };

    fn push(&mut self, tag: &'static str, text: Range<u32>) -> Html {
        let nothing = Html::NOTHING;
        let node = |tag, text| Node {
            tag,
            text,
            first_child: nothing,
            last_child: nothing,
            next: nothing,
            first_value: 0,
            last_value: 0,
        };
        if self.nodes.is_empty() {
            self.nodes.push(node(FRAGMENT, 0..0));
            self.values.push(Value { name: KEY, text: 0..0, next: 0 });
        }
        self.nodes.push(node(tag, text));
        Html(place(self.nodes.len() - 1))
    }

    fn keep(&mut self, text: &str) -> Range<u32> {
        let start = place(self.text.len());
        self.text.push_str(text);
        start..place(self.text.len())
    }

    fn node(&self, html: Html) -> &Node {
        &self.nodes[html.0 as usize]
    }

    fn node_mut(&mut self, html: Html) -> &mut Node {
        &mut self.nodes[html.0 as usize]
    }

    fn text(&self, range: &Range<u32>) -> &str {
        &self.text[range.start as usize..range.end as usize]
    }

    fn set(&mut self, html: Html, name: &'static str, value: &str) {
        let text = self.keep(value);
        let new = place(self.values.len());
        self.values.push(Value { name, text, next: 0 });
        let node = self.node_mut(html);
        let last = node.last_value;
        node.last_value = new;
        if last == 0 {
            node.first_value = new;
        } else {
            self.values[last as usize].next = new;
        }
    }

    fn add_class(&mut self, html: Html, class: &'static str) {
        let mut at = self.node(html).first_value;
        while at != 0 && self.values[at as usize].name != "class" {
            at = self.values[at as usize].next;
        }
        if at == 0 {
            return self.set(html, "class", class);
        }
        let both = [self.text(&self.values[at as usize].text), class].join(" ");
        self.values[at as usize].text = self.keep(&both);
    }

    /// Fragments are opened up on the way in, so that children are elements and texts only.
    fn add(&mut self, parent: Html, child: Html) {
        let (first, last) = match self.nodes.get(child.0 as usize) {
            Some(node) if node.tag == FRAGMENT => (node.first_child, node.last_child),
            _ => (child, child),
        };
        if first == Html::NOTHING {
            return;
        }
        let parent = self.node_mut(parent);
        let before = parent.last_child;
        parent.last_child = last;
        if before == Html::NOTHING {
            parent.first_child = first;
        } else {
            self.node_mut(before).next = first;
        }
    }

    fn children(&self, html: Html) -> Children<'_> {
        Children { page: self, next: self.node(html).first_child }
    }

    fn key(&self, html: Html) -> Option<&str> {
        self.values(html).find(|(name, _)| *name == KEY).map(|(_, key)| key)
    }

    /// The names of values that an older page's element had and this one has not.
    fn values_gone<'a>(&'a self, html: Html, (page, old): (&'a Self, Html)) -> impl Iterator<Item = &'static str> {
        page.values(old).map(|(name, _)| name).filter(move |name| self.values(html).all(|(other, _)| other != *name))
    }

    /// The values that an older page's element had otherwise or not at all.
    fn values_new<'a>(
        &'a self,
        html: Html,
        (page, old): (&'a Self, Html),
    ) -> impl Iterator<Item = (&'static str, &'a str)> {
        self.values(html).filter(move |new| page.values(old).all(|value| value != *new))
    }

    /// Names and values of an element, in the order they were given.
    fn values(&self, html: Html) -> Values<'_> {
        Values { page: self, next: self.node(html).first_value }
    }
}

struct Children<'a> {
    page: &'a Page,
    next: Html,
}

impl Iterator for Children<'_> {
    type Item = Html;

    fn next(&mut self) -> Option<Html> {
        let here = self.next;
        self.next = self.page.node(here).next;
        (here != Html::NOTHING).then_some(here)
    }
}

struct Values<'a> {
    page: &'a Page,
    next: u32,
}

impl<'a> Iterator for Values<'a> {
    type Item = (&'static str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let value = &self.page.values[self.next as usize];
        let here = self.next;
        self.next = value.next;
        (here != 0).then(|| (value.name, self.page.text(&value.text)))
    }
}

/// A page of four thousand million elements or bytes would have been too large long before.
#[expect(clippy::cast_possible_truncation, reason = "said above")]
const fn place(at: usize) -> u32 {
    at as u32
}

/// What can stand inside an element.
pub trait IntoHtml {
    /// As the one type.
    fn into_any(self) -> Html;
}

impl IntoHtml for Html {
    fn into_any(self) -> Html {
        self
    }
}

impl IntoHtml for () {
    fn into_any(self) -> Html {
        Html::NOTHING
    }
}

impl IntoHtml for &str {
    fn into_any(self) -> Html {
        text(self)
    }
}

impl IntoHtml for String {
    #[inline(never)]
    fn into_any(self) -> Html {
        text(&self)
    }
}

impl IntoHtml for i32 {
    fn into_any(self) -> Html {
        self.to_string().into_any()
    }
}

impl IntoHtml for usize {
    fn into_any(self) -> Html {
        self.to_string().into_any()
    }
}

impl<T: IntoHtml> IntoHtml for Option<T> {
    fn into_any(self) -> Html {
        self.map_or(Html::NOTHING, T::into_any)
    }
}

impl IntoHtml for Vec<Html> {
    fn into_any(self) -> Html {
        several(&self)
    }
}

impl<const N: usize> IntoHtml for [Html; N] {
    fn into_any(self) -> Html {
        several(&self)
    }
}

#[inline(never)]
fn several(items: &[Html]) -> Html {
    all(items.iter().copied())
}

/// What can be an attribute's value.
pub trait IntoValue {
    /// Sets it; none leaves the attribute out.
    fn put(self, html: Html, name: &'static str) -> Html;
}

impl IntoValue for &str {
    fn put(self, html: Html, name: &'static str) -> Html {
        html.set(name, self)
    }
}

impl IntoValue for String {
    #[inline(never)]
    fn put(self, html: Html, name: &'static str) -> Html {
        html.set(name, &self)
    }
}

impl IntoValue for bool {
    #[inline(never)]
    fn put(self, html: Html, name: &'static str) -> Html {
        if self { html.set(name, "") } else { html }
    }
}

impl<T: IntoValue> IntoValue for Option<T> {
    fn put(self, html: Html, name: &'static str) -> Html {
        match self {
            Some(value) => value.put(html, name),
            None => html,
        }
    }
}

//! Pages in a document: building and updating them. This makes [`Page`] a Leptos view.

use super::{Html, INNER, KEY, Page, TEXT};
use crate::list::List;
use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use leptos::wasm_bindgen::{JsCast, JsValue};

/// A page that stands in a document.
pub struct Mounted {
    page: Page,
    /// The node of each element and text of the page; none for those that stand nowhere.
    nodes: Vec<Option<types::Node>>,
}

const SVG: &str = "http://www.w3.org/2000/svg";

/// A page on its way into the document, in place of another or of none.
struct Builder<'a> {
    new: &'a Page,
    nodes: Vec<Option<types::Node>>,
    old: &'a Page,
    old_nodes: &'a [Option<types::Node>],
}

impl Builder<'_> {
    /// Makes an element or text with all that stands in it.
    fn make(&mut self, html: Html, in_svg: bool) -> types::Node {
        let page = self.new;
        let node = page.node(html);
        let made: types::Node = if node.tag == TEXT {
            Rndr::create_text_node(page.text(&node.text)).into()
        } else {
            let in_svg = in_svg || node.tag == "svg";
            let element = Rndr::create_element(node.tag, in_svg.then_some(SVG));
            for (name, value) in page.values(html) {
                set(&element, name, value);
            }
            for child in page.children(html) {
                Rndr::insert_node(&element, &self.make(child, in_svg), None);
            }
            element.into()
        };
        self.nodes[html.0 as usize] = Some(made.clone());
        made
    }

    /// Makes the node of `old` show `new`: changes what differs, or puts a new node in its place.
    fn update(&mut self, old: Html, new: Html, in_svg: bool) {
        let Some(here) = self.old_nodes.get(old.0 as usize).cloned().flatten() else { return };
        let (before, after) = (self.old.node(old), self.new.node(new));
        if before.tag != after.tag || self.old.key(old) != self.new.key(new) {
            let made = self.make(new, in_svg);
            if let Some(parent) = Rndr::get_parent(&here) {
                let _ = parent.replace_child(&made, &here);
            }
            return;
        }
        if after.tag == TEXT {
            let words = self.new.text(&after.text);
            if self.old.text(&before.text) != words {
                here.set_text_content(Some(words));
            }
        } else {
            self.update_element(here.unchecked_ref(), old, new, in_svg || after.tag == "svg");
        }
        self.nodes[new.0 as usize] = Some(here);
    }

    fn update_element(&mut self, here: &types::Element, old: Html, new: Html, in_svg: bool) {
        let (old_page, new_page) = (self.old, self.new);
        for name in new_page.values_gone(new, (old_page, old)) {
            unset(here, name);
        }
        for (name, value) in new_page.values_new(new, (old_page, old)) {
            set(here, name, value);
        }
        let mut gone = old_page.children(old);
        for child in new_page.children(new) {
            match gone.next() {
                Some(before) => self.update(before, child, in_svg),
                None => Rndr::insert_node(here, &self.make(child, in_svg), None),
            }
        }
        for gone in gone {
            if let Some(Some(node)) = self.old_nodes.get(gone.0 as usize) {
                Rndr::remove(node);
            }
        }
    }
}

impl Mounted {
    /// The page over an older one, or over none.
    fn over(page: Page, before: Option<&Self>) -> Self {
        let empty = Page::EMPTY;
        let nodes = vec![None; page.nodes.len()];
        let old = before.map_or(&empty, |before| &before.page);
        let mut builder =
            Builder { new: &page, nodes, old, old_nodes: before.map_or(&[], |before| before.nodes.as_slice()) };
        if before.is_some() {
            builder.update(old.root, page.root, false);
        } else {
            builder.make(page.root, false);
        }
        let nodes = builder.nodes;
        Self { page, nodes }
    }

    fn root(&self) -> Option<&types::Node> {
        self.nodes.get(self.page.root.0 as usize)?.as_ref()
    }
}

fn set(element: &types::Element, name: &str, value: &str) {
    match name {
        KEY => return,
        INNER => return element.set_inner_html(value),
        _ => {}
    }
    Rndr::set_attribute(element, name, value);
    if name == "selected" {
        // Once a reader has chosen, the attribute alone no longer decides.
        Rndr::set_property(element, name, &JsValue::TRUE);
    }
}

fn unset(element: &types::Element, name: &str) {
    match name {
        KEY => return,
        INNER => return element.set_inner_html(""),
        _ => {}
    }
    Rndr::remove_attribute(element, name);
    if name == "selected" {
        Rndr::set_property(element, name, &JsValue::FALSE);
    }
}

impl Mountable for Mounted {
    fn unmount(&mut self) {
        if let Some(root) = self.root() {
            Rndr::remove(root);
        }
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        if let Some(root) = self.root() {
            Rndr::insert_node(parent, root, marker);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some(root) = self.root() else { return false };
        let Some(parent) = Rndr::get_parent(root) else { return false };
        child.mount(parent.unchecked_ref(), Some(root));
        true
    }

    fn elements(&self) -> Vec<types::Element> {
        self.root().map(|root| root.clone().unchecked_into()).into_iter().list()
    }
}

impl Render for Page {
    type State = Mounted;

    fn build(self) -> Mounted {
        Mounted::over(self, None)
    }

    fn rebuild(self, state: &mut Mounted) {
        *state = Mounted::over(self, Some(state));
    }
}

impl AddAnyAttr for Page {
    type Output<SomeNewAttr: Attribute> = Self;

    /// Attributes are given where an element is made; nothing adds any from outside.
    fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> Self {
        self
    }
}

impl RenderHtml for Page {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        _position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
        self.print(buf);
    }

    /// The app takes a static page's place instead of adopting its nodes.
    fn hydrate<const FROM_SERVER: bool>(self, _cursor: &Cursor, _position: &PositionState) -> Mounted {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

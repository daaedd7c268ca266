//! Elements in a document: building and updating them. This makes [`Html`] a Leptos view.

use super::{Element, Html, Parts};
use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::{RemoveEventHandler, Rndr, types};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use leptos::wasm_bindgen::{JsCast, JsValue};
use std::borrow::Cow;

/// A node that stands in a document, with what it was made from.
pub struct Mounted {
    node: types::Node,
    kind: Kind,
}

enum Kind {
    Text(Cow<'static, str>),
    Element {
        tag: &'static str,
        key: Option<String>,
        attributes: Vec<(&'static str, Cow<'static, str>)>,
        /// Dropping one takes the handler off the element.
        handlers: Vec<RemoveEventHandler<types::Element>>,
        children: Vec<Mounted>,
    },
}

const SVG: &str = "http://www.w3.org/2000/svg";

impl Mounted {
    fn new(html: Html, in_svg: bool) -> Self {
        match html {
            Html::Element(Element(parts)) => Self::element(*parts, in_svg),
            Html::Text(text) => Self::text(text),
            // A lone nothing or fragment has no place of its own; views are never that at their root.
            Html::Nothing | Html::Fragment(_) => Self::text("".into()),
        }
    }

    fn text(text: Cow<'static, str>) -> Self {
        let node: &types::Node = &Rndr::create_text_node(&text);
        Self { node: node.clone(), kind: Kind::Text(text) }
    }

    fn element(element: Parts, in_svg: bool) -> Self {
        let in_svg = in_svg || element.tag == "svg";
        let made = Rndr::create_element(element.tag, in_svg.then_some(SVG));
        for (name, value) in &element.attributes {
            set(&made, name, value);
        }
        let handlers = element.handlers.into_iter().map(|(event, handler)| listen(&made, event, handler)).collect();
        let children: Vec<_> = element.children.into_iter().map(|child| Self::new(child, in_svg)).collect();
        for child in &children {
            Rndr::insert_node(&made, &child.node, None);
        }
        let node: &types::Node = &made;
        let kind =
            Kind::Element { tag: element.tag, key: element.key, attributes: element.attributes, handlers, children };
        Self { node: node.clone(), kind }
    }

    /// Makes this node show `html`: changes what differs, or takes its place with a new node.
    fn update(&mut self, html: Html, in_svg: bool) {
        match (&mut self.kind, html) {
            (Kind::Text(old), Html::Text(new)) => {
                if *old != new {
                    self.node.set_text_content(Some(&new));
                    *old = new;
                }
            }
            (Kind::Element { tag, key, .. }, Html::Element(Element(new))) if *tag == new.tag && *key == new.key => {
                self.update_element(*new, in_svg);
            }
            (_, html) => {
                let new = Self::new(html, in_svg);
                if let Some(parent) = Rndr::get_parent(&self.node) {
                    let _ = parent.replace_child(&new.node, &self.node);
                }
                *self = new;
            }
        }
    }

    fn update_element(&mut self, new: Parts, in_svg: bool) {
        let Kind::Element { attributes, handlers, children, .. } = &mut self.kind else { return };
        let in_svg = in_svg || new.tag == "svg";
        let here: &types::Element = self.node.unchecked_ref();
        for (name, _) in attributes.iter() {
            if !new.attributes.iter().any(|(other, _)| other == name) {
                unset(here, name);
            }
        }
        for (name, value) in &new.attributes {
            if !attributes.iter().any(|(other, old)| other == name && old == value) {
                set(here, name, value);
            }
        }
        *attributes = new.attributes;
        handlers.clear();
        handlers.extend(new.handlers.into_iter().map(|(event, handler)| listen(here, event, handler)));

        let mut rest = new.children.into_iter();
        let mut kept = 0;
        for child in children.iter_mut() {
            let Some(html) = rest.next() else { break };
            child.update(html, in_svg);
            kept += 1;
        }
        for gone in children.drain(kept..) {
            Rndr::remove(&gone.node);
        }
        for html in rest {
            let child = Self::new(html, in_svg);
            Rndr::insert_node(here, &child.node, None);
            children.push(child);
        }
    }
}

fn listen(element: &types::Element, event: &str, mut handler: super::Handler) -> RemoveEventHandler<types::Element> {
    Rndr::add_event_listener(element, event, Box::new(move |event: JsValue| handler(event.unchecked_into())))
}

fn set(element: &types::Element, name: &str, value: &str) {
    Rndr::set_attribute(element, name, value);
    if name == "selected" {
        // Once a reader has chosen, the attribute alone no longer decides.
        Rndr::set_property(element, name, &JsValue::TRUE);
    }
}

fn unset(element: &types::Element, name: &str) {
    Rndr::remove_attribute(element, name);
    if name == "selected" {
        Rndr::set_property(element, name, &JsValue::FALSE);
    }
}

impl Mountable for Mounted {
    fn unmount(&mut self) {
        Rndr::remove(&self.node);
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        Rndr::insert_node(parent, &self.node, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match Rndr::get_parent(&self.node) {
            Some(parent) => {
                child.mount(parent.unchecked_ref(), Some(&self.node));
                true
            }
            None => false,
        }
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.node.clone().unchecked_into()]
    }
}

impl Render for Html {
    type State = Mounted;

    fn build(self) -> Mounted {
        Mounted::new(self, false)
    }

    fn rebuild(self, state: &mut Mounted) {
        state.update(self, false);
    }
}

impl AddAnyAttr for Html {
    type Output<SomeNewAttr: Attribute> = Self;

    /// Attributes are given where an element is made; nothing adds any from outside.
    fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> Self {
        self
    }
}

impl RenderHtml for Html {
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

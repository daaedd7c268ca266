//! What views are made of: elements and texts of one type.
//!
//! A Leptos view written with `view!` has a type of its own for every shape of element, and the code
//! to build, update and print each of them: with some thirty views that was 300 KB of compressed
//! WebAssembly. [`Html`] is one Leptos view type for all of them, so that an element costs a reader
//! a few calls. Updating compares element by element, keeps what is alike (and with it focus, scroll
//! positions and open details), and starts afresh where the tag or the key differs.

mod mounted;
mod print;

use std::borrow::Cow;

pub use mounted::Mounted;

/// An element, a text, or nothing.
pub enum Html {
    /// Nothing at all.
    Nothing,
    /// A text; it is escaped where it is printed.
    Text(Cow<'static, str>),
    /// An element.
    Element(Element),
    /// Several in a row, without an element around them.
    Fragment(Vec<Html>),
}

/// What runs when an event reaches an element.
pub type Handler = Box<dyn FnMut(leptos::ev::Event) + Send>;

/// An element while it is put together.
///
/// One pointer wide, and filled through functions that are not copied to where they are called: views
/// are thousands of such calls, and each is paid by whoever loads the app.
pub struct Element(Box<Parts>);

/// What an element is made of.
struct Parts {
    tag: &'static str,
    key: Option<String>,
    attributes: Vec<(&'static str, Cow<'static, str>)>,
    handlers: Vec<(&'static str, Handler)>,
    children: Vec<Html>,
}

/// An element without attributes or children yet.
#[inline(never)]
pub fn tag(tag: &'static str) -> Element {
    Element(Box::new(Parts { tag, key: None, attributes: Vec::new(), handlers: Vec::new(), children: Vec::new() }))
}

/// Several in a row, without an element around them.
pub fn fragment() -> Element {
    tag("")
}

impl Element {
    /// An element with another key is another element: it is made anew, not updated.
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.0.key = Some(key.into());
        self
    }

    /// Sets an attribute; none and false leave it out, true sets it without a value.
    pub fn attr(self, name: &'static str, value: impl IntoValue) -> Self {
        self.set(name, value.into_value())
    }

    #[inline(never)]
    fn set(mut self, name: &'static str, value: Option<Cow<'static, str>>) -> Self {
        if let Some(value) = value {
            self.0.attributes.push((name, value));
        }
        self
    }

    /// Sets the classes.
    pub fn class(self, classes: impl IntoValue) -> Self {
        self.attr("class", classes)
    }

    /// Adds a class where a condition holds.
    #[inline(never)]
    pub fn class_if(mut self, class: &'static str, condition: bool) -> Self {
        if condition {
            match self.0.attributes.iter_mut().find(|(name, _)| *name == "class") {
                Some((_, classes)) => {
                    let classes = classes.to_mut();
                    classes.push(' ');
                    classes.push_str(class);
                }
                None => self.0.attributes.push(("class", class.into())),
            }
        }
        self
    }

    /// Runs `handler` when an event of this name reaches the element.
    pub fn on(mut self, event: &'static str, handler: impl FnMut(leptos::ev::Event) + Send + 'static) -> Self {
        self.0.handlers.push((event, Box::new(handler)));
        self
    }

    /// Adds what stands inside, in order.
    pub fn child(self, child: impl IntoHtml) -> Self {
        self.add(child.into_any())
    }

    #[inline(never)]
    fn add(mut self, child: Html) -> Self {
        push(&mut self.0.children, child);
        self
    }
}

/// Fragments are opened up on the way in, so that children are elements and texts only.
fn push(children: &mut Vec<Html>, child: Html) {
    match child {
        Html::Nothing => {}
        Html::Fragment(all) => all.into_iter().for_each(|child| push(children, child)),
        child => children.push(child),
    }
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

impl IntoHtml for Element {
    fn into_any(self) -> Html {
        if self.0.tag.is_empty() { Html::Fragment(self.0.children) } else { Html::Element(self) }
    }
}

impl IntoHtml for () {
    fn into_any(self) -> Html {
        Html::Nothing
    }
}

impl IntoHtml for &'static str {
    #[inline(never)]
    fn into_any(self) -> Html {
        if self.is_empty() { Html::Nothing } else { Html::Text(self.into()) }
    }
}

impl IntoHtml for String {
    #[inline(never)]
    fn into_any(self) -> Html {
        if self.is_empty() { Html::Nothing } else { Html::Text(self.into()) }
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
        self.map_or(Html::Nothing, T::into_any)
    }
}

impl<T: IntoHtml> IntoHtml for Vec<T> {
    fn into_any(self) -> Html {
        Html::Fragment(self.into_iter().map(T::into_any).collect())
    }
}

/// What can be an attribute's value.
pub trait IntoValue {
    /// The value; none leaves the attribute out.
    fn into_value(self) -> Option<Cow<'static, str>>;
}

impl IntoValue for &'static str {
    fn into_value(self) -> Option<Cow<'static, str>> {
        Some(self.into())
    }
}

impl IntoValue for String {
    fn into_value(self) -> Option<Cow<'static, str>> {
        Some(self.into())
    }
}

impl IntoValue for bool {
    fn into_value(self) -> Option<Cow<'static, str>> {
        self.then_some("".into())
    }
}

impl<T: IntoValue> IntoValue for Option<T> {
    fn into_value(self) -> Option<Cow<'static, str>> {
        self.and_then(T::into_value)
    }
}

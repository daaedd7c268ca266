//! Elements as HTML text.

use super::{Element, Html};

/// Elements without an end tag.
const VOID: [&str; 6] = ["br", "hr", "img", "input", "meta", "wbr"];

impl Html {
    /// Appends the HTML text.
    pub fn print(&self, out: &mut String) {
        match self {
            Self::Nothing => {}
            Self::Text(text) => escape(text, out),
            Self::Element(element) => print_element(element, out),
            Self::Fragment(all) => all.iter().for_each(|html| html.print(out)),
        }
    }
}

fn print_element(Element(element): &Element, out: &mut String) {
    out.push('<');
    out.push_str(element.tag);
    for (name, value) in &element.attributes {
        out.push(' ');
        out.push_str(name);
        if !value.is_empty() {
            out.push_str("=\"");
            escape(value, out);
            out.push('"');
        }
    }
    out.push('>');
    if VOID.contains(&element.tag) {
        return;
    }
    element.children.iter().for_each(|child| child.print(out));
    out.push_str("</");
    out.push_str(element.tag);
    out.push('>');
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ui::html::{IntoHtml, fragment, tag};

    #[test]
    fn texts_and_values_are_escaped_and_empty_things_left_out() {
        let html = tag("p")
            .class("a")
            .class_if("b", true)
            .class_if("c", false)
            .attr("title", "\"<x>\"".to_owned())
            .attr("hidden", true)
            .attr("lang", None::<String>)
            .child("1 < 2 & 3")
            .child(None::<String>)
            .child(vec![tag("br"), tag("i").child(7)])
            .child(fragment().child("x").child("y"));
        let mut out = String::new();
        html.into_any().print(&mut out);
        assert_eq!(out, "<p class=\"a b\" title=\"&quot;&lt;x&gt;&quot;\" hidden>1 &lt; 2 &amp; 3<br><i>7</i>xy</p>");
    }
}

//! Elements as HTML text.

use super::{FRAGMENT, Html, INNER, PAGE, Page, TEXT};

/// Elements without an end tag.
const VOID: [&str; 6] = ["br", "hr", "img", "input", "meta", "wbr"];

impl Html {
    /// Appends the HTML text.
    pub fn print(self, out: &mut String) {
        PAGE.with_borrow(|page| page.print_node(self, out));
    }
}

impl Page {
    /// Appends the HTML text.
    pub fn print(&self, out: &mut String) {
        self.print_node(self.root, out);
    }

    /// About how long its HTML text will be: a string that grows by doubling takes three times the memory.
    pub fn printed_size(&self) -> usize {
        self.text.len() + self.nodes.len() * 12 + self.values.len() * 8
    }

    pub(super) fn print_node(&self, html: Html, out: &mut String) {
        if html == Html::NOTHING {
            return;
        }
        let node = self.node(html);
        match node.tag {
            TEXT => return escape(self.text(&node.text), out),
            FRAGMENT => return self.children(html).for_each(|child| self.print_node(child, out)),
            _ => {}
        }
        out.push('<');
        out.push_str(node.tag);
        let mut inner = "";
        for (name, value) in self.values(html) {
            // What begins with a space is no attribute.
            if name.starts_with(' ') {
                inner = if name == INNER { value } else { inner };
                continue;
            }
            out.push(' ');
            out.push_str(name);
            if !value.is_empty() {
                out.push_str("=\"");
                escape(value, out);
                out.push('"');
            }
        }
        out.push('>');
        if VOID.contains(&node.tag) {
            return;
        }
        out.push_str(inner);
        self.children(html).for_each(|child| self.print_node(child, out));
        out.push_str("</");
        out.push_str(node.tag);
        out.push('>');
    }
}

fn escape(text: &str, out: &mut String) {
    // What lies between is copied as a whole: most texts have nothing to escape, and are looked through eight at a time.
    let bytes = text.as_bytes();
    let (mut at, mut done) = (0, 0);
    while let Some(byte) = bytes.get(at) {
        if bytes[at..].first_chunk().is_some_and(|eight| !has_special(u64::from_le_bytes(*eight))) {
            at += 8;
            continue;
        }
        let escaped = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "",
        };
        at += 1;
        if !escaped.is_empty() {
            out.push_str(&text[done..at - 1]);
            out.push_str(escaped);
            done = at;
        }
    }
    out.push_str(&text[done..]);
}

/// Whether one of eight bytes is to be escaped. Two signs each differ in one bit only, so that two comparisons do, and
/// a byte that is nought is the only one that borrows from its highest bit.
const fn has_special(eight: u64) -> bool {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let quote_or_and = (eight & (0xfb * EACH)) ^ (0x22 * EACH);
    let less_or_more = (eight & (0xfd * EACH)) ^ (0x3c * EACH);
    let noughts = quote_or_and.wrapping_sub(EACH) & !quote_or_and | less_or_more.wrapping_sub(EACH) & !less_or_more;
    noughts & (0x80 * EACH) != 0
}

#[cfg(test)]
mod tests {
    use crate::ui::html::{IntoHtml, fragment, page, tag};

    #[test]
    fn texts_and_values_are_escaped_and_empty_things_left_out() {
        let html = tag("p")
            .key("k")
            .class("a")
            .class_if("b", true)
            .class_if("c", false)
            .attr("title", "\"<x>\"")
            .attr("hidden", true)
            .attr("lang", None::<String>)
            .child("1 < 2 & 3")
            .child(None::<String>)
            .child(())
            .child(fragment())
            .child(vec![tag("br"), tag("i").child(7)])
            .child(fragment().child("x").child("y"));
        let mut out = String::new();
        html.into_any().print(&mut out);
        assert_eq!(out, "<p class=\"a b\" title=\"&quot;&lt;x&gt;&quot;\" hidden>1 &lt; 2 &amp; 3<br><i>7</i>xy</p>");
    }

    #[test]
    fn each_sign_is_escaped_wherever_it_stands() {
        for (sign, escaped) in [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("#", "#"), ("đ", "đ")]
        {
            for before in 0..20 {
                for after in [0, 1, 7, 8, 9] {
                    let (before, after) = ("ệ=".repeat(before), "';:".repeat(after));
                    let mut out = String::new();
                    super::escape(&[before.as_str(), sign, &after].concat(), &mut out);
                    assert_eq!(out, [before.as_str(), escaped, &after].concat());
                }
            }
        }
    }

    #[test]
    fn a_page_made_while_another_is_written_leaves_it_alone() {
        let outer = page(|| {
            let p = tag("p").child("before");
            let mut inner = String::new();
            page(|| tag("i").child("inside")).print(&mut inner);
            assert_eq!(inner, "<i>inside</i>");
            p.child(" after")
        });
        let mut out = String::new();
        outer.print(&mut out);
        assert_eq!(out, "<p>before after</p>");
    }
}

//! What makes one page of another that stands in a document already.
//!
//! A view of thousands of elements is written as one text, which a browser reads faster than anything else. Where most
//! of it stays as it is, changing what differs is faster still, and keeps where a reader is: in the table, in a list of
//! choices, in what they have unfolded. A module has no elements at hand, so the changes are words, which
//! `xtask/assets/change.js` carries out.

use super::{FRAGMENT, Html, INNER, Page, TEXT};
use crate::list::List;
use std::borrow::Cow;

/// Stands between the words of the changes. No text that is read by people has it.
const END: char = '\u{1f}';

/// The name of what stands for a part that is filled in later. It is no part, and no part is like it.
const AWAITED: &str = "data-awaited";

impl Page {
    /// The changes that make this page of an older one, as words with a unit separator after each:
    ///
    /// - `>` and a number: on to that child of the element (texts in a row are one child), `<`: back;
    /// - `t` and a text: this text has other words;
    /// - `a`, a name and a value, or `r` and a name: an attribute is set, or removed;
    /// - `h`, a number and HTML: this child is another one; `i`, a number and HTML: another child stands there before it;
    /// - `-` and a number: this child goes.
    ///
    /// They begin at what both pages stand in. None where a text has the separator itself.
    pub fn changes(&self, old: &Self) -> Option<String> {
        let mut changes = Changes { new: self, old, out: String::new(), path: Vec::new(), odd: false };
        changes.between(old.at_root(), self.at_root());
        (!changes.odd).then_some(changes.out)
    }

    /// What stands in an element: elements, and texts in a row as one, as a document has them.
    fn standing(&self, parent: Html) -> Standing<'_> {
        Standing { page: self, next: self.node(parent).first_child }
    }

    /// The same of what the page itself stands in.
    fn at_root(&self) -> Standing<'_> {
        let root = self.root;
        if self.node(root).tag == FRAGMENT { self.standing(root) } else { Standing { page: self, next: root } }
    }

    fn is_awaited(&self, html: Html) -> bool {
        self.values(html).any(|(name, _)| name == AWAITED)
    }

    fn inner(&self, html: Html) -> Option<&str> {
        self.values(html).find(|(name, _)| *name == INNER).map(|(_, inner)| inner)
    }
}

/// An element, or texts in a row up to what follows them.
#[derive(Clone, Copy)]
struct Child {
    first: Html,
    end: Html,
}

impl Child {
    fn text(self, page: &Page) -> Option<Cow<'_, str>> {
        if page.node(self.first).tag != TEXT {
            return None;
        }
        let words = |html: Html| page.text(&page.node(html).text);
        let mut text = Cow::Borrowed(words(self.first));
        let mut at = page.node(self.first).next;
        while at != self.end {
            text.to_mut().push_str(words(at));
            at = page.node(at).next;
        }
        Some(text)
    }

    fn print(self, page: &Page, out: &mut String) {
        let mut at = self.first;
        while at != self.end {
            page.print_node(at, out);
            at = page.node(at).next;
        }
    }
}

struct Standing<'a> {
    page: &'a Page,
    next: Html,
}

impl Iterator for Standing<'_> {
    type Item = Child;

    fn next(&mut self) -> Option<Child> {
        let first = self.next;
        if first == Html::NOTHING {
            return None;
        }
        let node = |html: Html| self.page.node(html);
        let mut end = node(first).next;
        while node(first).tag == TEXT && end != Html::NOTHING && node(end).tag == TEXT {
            end = node(end).next;
        }
        self.next = end;
        Some(Child { first, end })
    }
}

struct Changes<'a> {
    new: &'a Page,
    old: &'a Page,
    out: String,
    /// The way to where the last change was, which the next one may not go: it is written when there is one.
    path: Vec<usize>,
    /// Whether a text has the separator.
    odd: bool,
}

impl Changes<'_> {
    fn word(&mut self, word: &str) {
        self.odd |= word.contains(END);
        self.out.push_str(word);
        self.out.push(END);
    }

    /// Begins a change, at the place that has been gone to.
    fn change(&mut self, verb: &str) {
        for nth in std::mem::take(&mut self.path) {
            self.word(">");
            self.word(&nth.to_string());
        }
        self.word(verb);
    }

    fn html(&mut self, child: Child) {
        let from = self.out.len();
        child.print(self.new, &mut self.out);
        self.odd |= self.out[from..].contains(END);
        self.out.push(END);
    }

    fn between(&mut self, before: Standing<'_>, after: Standing<'_>) {
        let (mut before, mut after) = (before.peekable(), after.peekable());
        let mut nth = 0;
        while let (Some(was), Some(is)) = (before.peek(), after.peek()) {
            let (was, is) = (*was, *is);
            if !self.is_same(was, is) {
                break;
            }
            self.inner_child(nth, was, is);
            before.next();
            after.next();
            nth += 1;
        }
        // What is alike at the end stays, too: most often something has come or gone before it.
        let (mut before, mut after) = (before.list(), after.list());
        let mut alike = 0;
        while let (Some(was), Some(is)) = (before.iter().nth_back(alike), after.iter().nth_back(alike)) {
            if !self.is_same(*was, *is) {
                break;
            }
            alike += 1;
        }
        let ends = (before.split_off(before.len() - alike), after.split_off(after.len() - alike));
        for (at, is) in after.iter().enumerate() {
            self.change(if at < before.len() { "h" } else { "i" });
            self.word(&nth.to_string());
            self.html(*is);
            nth += 1;
        }
        for _ in after.len()..before.len() {
            self.change("-");
            self.word(&nth.to_string());
        }
        for (was, is) in ends.0.into_iter().zip(ends.1) {
            self.inner_child(nth, was, is);
            nth += 1;
        }
    }

    /// Whether one can be changed into the other.
    fn is_same(&self, was: Child, is: Child) -> bool {
        let (old, new) = (was.first, is.first);
        self.old.node(old).tag == self.new.node(new).tag
            && (self.old.values(old).eq(self.new.values(new))
                || self.old.key(old) == self.new.key(new)
                    && self.old.is_awaited(old) == self.new.is_awaited(new)
                    && self.old.inner(old) == self.new.inner(new))
    }

    fn inner_child(&mut self, nth: usize, was: Child, is: Child) {
        self.path.push(nth);
        self.child(was, is);
        if self.path.pop().is_none() {
            self.word("<");
        }
    }

    fn child(&mut self, was: Child, is: Child) {
        let (old_page, new_page) = (self.old, self.new);
        if let (Some(old), Some(new)) = (was.text(old_page), is.text(new_page)) {
            if old != new {
                self.change("t");
                self.word(&new);
            }
            return;
        }
        let (old, new) = (was.first, is.first);
        // What begins with a space is no attribute.
        for name in new_page.values_gone(new, (old_page, old)).filter(|name| !name.starts_with(' ')) {
            self.change("r");
            self.word(name);
        }
        for (name, value) in new_page.values_new(new, (old_page, old)).filter(|(name, _)| !name.starts_with(' ')) {
            self.change("a");
            self.word(name);
            self.word(value);
        }
        self.between(old_page.standing(old), new_page.standing(new));
    }
}

#[cfg(test)]
mod tests;

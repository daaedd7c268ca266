//! What a page has beside the text: its number, and the head that runs on.

use super::layout::Layout;

/// Marks page numbers and the running heads beside them.
pub(super) fn drop_page_furniture(layout: &mut Layout) {
    let numbers: Vec<usize> = (0..layout.lines.len())
        .filter(|i| {
            let line = &layout.lines[*i];
            line.cells.is_none() && !line.tabbed && is_page_number(layout.line_text(line))
        })
        .collect();
    if numbers.len() < 2 {
        for i in numbers {
            layout.lines[i].skip = true;
        }
        return;
    }
    let mut beside: Vec<&str> = Vec::new();
    for i in &numbers {
        for near in [i.checked_sub(1), Some(i + 1)].into_iter().flatten() {
            if let Some(line) = layout.lines.get(near).filter(|line| line.cells.is_none()) {
                let text = layout.line_text(line);
                if text.len() > 3 && text.len() < 160 {
                    beside.push(text);
                }
            }
        }
    }
    crate::sort::by(&mut beside, |a, b| a.cmp(b));
    let twice = |text: &str| {
        let at = beside.partition_point(|known| *known < text);
        beside.get(at..at + 2).is_some_and(|found| found.iter().all(|known| *known == text))
    };
    let heads: Vec<usize> = (0..layout.lines.len())
        .filter(|i| {
            let line = &layout.lines[*i];
            line.cells.is_none() && twice(layout.line_text(line))
        })
        .collect();
    for i in numbers.into_iter().chain(heads) {
        layout.lines[i].skip = true;
    }
}

/// "12", "- 12 -", "Trang 12", "Trang 12/30".
fn is_page_number(line: &str) -> bool {
    if line.len() > 16 {
        return false;
    }
    let bare = line.trim_start_matches("Trang").trim_matches(|c: char| c == ' ' || c == '-' || c == '–');
    let mut parts = bare.split('/');
    let number = |s: &str| !s.is_empty() && s.len() <= 3 && s.trim().bytes().all(|b| b.is_ascii_digit());
    parts.next().is_some_and(number) && parts.next().is_none_or(number) && parts.next().is_none()
}

//! What a part of a plan is about, from its headings.

use super::tokens::{Choice, Line};
use std::sync::LazyLock;

/// What a part of a plan is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// What is to be reached.
    Targets,
    /// How things stand, and why a plan is needed.
    Background,
    /// Viewpoints, principles, purpose.
    Viewpoint,
    /// What is to be done.
    Solutions,
    /// Who does it.
    Duties,
    /// What it costs.
    Budget,
}

const SIGNS: [(Section, &str); 6] = [
    (
        Section::Targets,
        "mục tiêu|chỉ tiêu|tầm nhìn|kết quả cần đạt|kết quả phải đạt|kết quả sẽ đạt|kết quả phấn đấu|kết quả dự kiến|kết quả đầu ra|mốc phấn đấu|định hướng đến|phấn đấu|đích đến|cần đạt|phải đạt|kết quả mong đợi|kết quả hướng tới|những con số|đích|thước đo|cam kết|kỳ vọng|mức phấn đấu",
    ),
    (
        Section::Background,
        "thực trạng|hiện trạng|kết quả|bối cảnh|sự cần thiết|cơ sở pháp lý|căn cứ pháp lý|căn cứ|cơ sở|tồn tại|hạn chế|khó khăn|nguyên nhân|khái quát|tình hình|đặc điểm|đánh giá|mở đầu|đặt vấn đề|tổng quan|thuận lợi|dự báo|những việc đã làm|nhìn lại|vì sao|lý do|xuất phát điểm|điểm xuất phát|vài nét|bức tranh|thành tựu|đã làm được|bài học",
    ),
    (Section::Viewpoint, "quan điểm|nguyên tắc|mục đích|yêu cầu|phạm vi|đối tượng"),
    (
        Section::Duties,
        "tổ chức thực hiện|phân công|trách nhiệm|tổ chức triển khai|giao nhiệm vụ|tổ chức thi hành|các đơn vị thực hiện",
    ),
    (
        Section::Solutions,
        "nhiệm vụ|giải pháp|nội dung|hoạt động|các việc|việc phải làm|việc cần làm|việc sẽ làm|hành động|công việc|chương trình hành động|lộ trình",
    ),
    (
        Section::Budget,
        "kinh phí|ngân sách|nguồn vốn|dự toán|nhu cầu vốn|nguồn lực tài chính|khái toán|nguồn lực thực hiện",
    ),
];

static CHOICES: LazyLock<[(Section, Choice); 6]> =
    LazyLock::new(|| SIGNS.map(|(section, signs)| (section, Choice::new(signs))));

/// What a heading (a [`line`](super::tokens::Tokens::line)) announces: whatever it names first.
pub fn section(heading: &str) -> Option<Section> {
    if heading.trim() == "tổ chức" {
        return Some(Section::Duties);
    }
    // What the document is, not what a part of it is about.
    if heading.trim() == "chương trình hành động" {
        return None;
    }
    let mut best: Option<(usize, usize, Section)> = None;
    let line = Line::new(heading);
    let checks = ["giám sát", "kiểm tra", "theo dõi", "báo cáo"].iter().any(|w| line.holds(w));
    for (section, signs) in CHOICES.iter() {
        for sign in line.held(signs) {
            if sign == "đánh giá" && checks {
                continue;
            }
            let at = heading.find(sign).unwrap_or(0);
            let better = best.is_none_or(|(a, len, _)| at < a || (at == a && sign.len() > len));
            if better {
                best = Some((at, sign.len(), *section));
            }
        }
    }
    // "Nội dung, chỉ tiêu": the one word holds for anything.
    match best {
        Some((at, _, Section::Solutions)) if heading[at..].starts_with("nội dung") && line.holds("chỉ tiêu") => {
            Some(Section::Targets)
        }
        found => found.map(|(_, _, section)| section),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_about_what_it_names_first() {
        assert_eq!(section(" mục tiêu cụ thể "), Some(Section::Targets));
        assert_eq!(section(" kết quả thực hiện các mục tiêu giai đoạn trước "), Some(Section::Background));
        assert_eq!(section(" nhiệm vụ giải pháp thực hiện mục tiêu "), Some(Section::Solutions));
        assert_eq!(section(" nội dung chỉ tiêu "), Some(Section::Targets));
        assert_eq!(section(" nội dung nhiệm vụ "), Some(Section::Solutions));
        assert_eq!(section(" kiểm tra giám sát đánh giá "), None);
        assert_eq!(section(" sở tài chính "), None);
    }
}

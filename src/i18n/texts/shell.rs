//! Header, navigation, footer, messages.

use crate::address::Unread;
use crate::i18n::{Lang, date};

texts! {
    site: "Lộ trình", "Lộ trình";
    site_subtitle: "Các kế hoạch phát triển thương mại điện tử Việt Nam", "Vietnam’s e-commerce development plans";
    skip_to_content: "Tới nội dung chính", "Skip to main content";
    main_navigation: "Điều hướng chính", "Main navigation";
    nav_overview: "Tổng quan", "Overview";
    nav_plans: "Kế hoạch", "Plans";
    nav_timeline: "Tiến độ", "Timeline";
    nav_agencies: "Cơ quan", "Agencies";
    nav_compare: "So sánh", "Compare";
    nav_indicators: "Chỉ tiêu", "Indicators";
    nav_search: "Tìm", "Search";
    nav_data: "Dữ liệu", "Data";
    language: "Ngôn ngữ", "Language";
    theme: "Nền", "Theme";
    theme_auto: "theo máy", "auto";
    theme_light: "sáng", "light";
    theme_dark: "tối", "dark";
    print: "In trang này", "Print this page";
    footer_about: "Dữ liệu được viết lại bằng lời riêng; con số, cơ quan, thời gian và số điều khoản đúng theo văn bản. Văn bản gốc mới có giá trị pháp lý.",
        "The data restates the plans in our own words; figures, agencies, dates and clause numbers are the documents’ own. Only the documents have legal force.";
    footer_privacy: "Trang không theo dõi người đọc và không gửi gì đi đâu.", "This site does not track readers and sends nothing anywhere.";
    footer_data: "Nguồn, tải về, cách trích dẫn", "Sources, downloads, how to cite";
    notice_title: "Địa chỉ có chỗ không đọc được", "Part of the address could not be read";
    storage_refused: "Trình duyệt không cho ghi nhớ lựa chọn; lần sau sẽ trở về mặc định.",
        "The browser refuses to remember choices; the next visit starts from the defaults.";
    embed: "Nhúng vào bài viết", "Embed in an article";
    embed_studio: "embed/studio.html", "embed/studio-en.html";
    far_awaited: "Đang tải phần này…", "Loading this part…";
    far_failed: "Chưa tải được phần này. Hãy kiểm tra kết nối rồi mở lại.",
        "This part could not be loaded. Check the connection, then open it again.";
    copied: "Đã chép", "Copied";
    copy_failed: "Trình duyệt không cho chép. Chọn đoạn chữ rồi chép bằng bàn phím.",
        "The browser does not allow copying. Select the text and copy it by keyboard.";
    nothing_found: "Không có gì khớp với bộ lọc này.", "Nothing matches this filter.";
    clear_filter: "Bỏ bộ lọc", "Clear the filter";
    wide_table: "Bảng rộng: cuộn ngang để xem hết", "Wide table: scroll sideways to see all of it";
    all: "tất cả", "all";
    none_stated: "không nêu", "not stated";
    opens_outside: "mở trang ngoài", "opens another site";
}

impl Lang {
    /// When a page was printed.
    pub fn printed_on(self, day: &str) -> String {
        let day = date(day, self);
        match self {
            Self::Vi => format!(" · in ngày {day}"),
            Self::En => format!(" · printed on {day}"),
        }
    }

    /// What could not be read of an address.
    pub fn unread(self, what: &Unread) -> String {
        match (self, what) {
            (Self::Vi, Unread::View(name)) => format!("Không có trang “{name}”. Đây là trang Tổng quan."),
            (Self::En, Unread::View(name)) => format!("There is no page “{name}”. This is the overview."),
            (Self::Vi, Unread::Id(id)) => format!("Không có mục “{id}”. Đây là chỗ gần nhất."),
            (Self::En, Unread::Id(id)) => format!("There is no “{id}”. This is the nearest thing to it."),
            (Self::Vi, Unread::Setting(pair)) => format!("Không hiểu thiết lập “{pair}”; đã bỏ qua."),
            (Self::En, Unread::Setting(pair)) => format!("The setting “{pair}” is not known and was left out."),
        }
    }
}

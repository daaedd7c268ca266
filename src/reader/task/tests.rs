//! Who does what, by small texts: each case is a text and its tasks, "words of the task | who leads | who helps".

use super::super::read;

const PLAN: &str = "KẾ HOẠCH\nPhát triển thương mại điện tử tỉnh Gia Lai giai đoạn 2026 - 2030\n\n";
const DUTIES: &str = "IV. TỔ CHỨC THỰC HIỆN\n";
const WORK: &str = "III. NHIỆM VỤ, GIẢI PHÁP\n";

/// Each expected task is in the text with these names; names are joined by " + ".
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let text = format!("{PLAN}{text}");
    let found = read(&text);
    for line in expected {
        let mut parts = line.split(" | ");
        let (words, lead, helps) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""), parts.next().unwrap_or(""));
        let task = found.tasks.iter().find(|t| text[t.quote.clone()].contains(words));
        let named = task.map(|t| (t.lead.join(" + "), t.coordinating.join(" + ")));
        assert_eq!(named, Some((lead.to_owned(), helps.to_owned())), "{line}\n{text}");
    }
}

#[test]
fn labels_of_all_kinds_say_who() {
    for (label, lead, helps) in [
        ("Đơn vị chủ trì: Sở Công Thương", "Sở Công Thương", ""),
        ("Cơ quan chịu trách nhiệm chính: Thuế tỉnh", "Thuế tỉnh", ""),
        ("Trách nhiệm thực hiện: Văn phòng UBND tỉnh", "Văn phòng UBND tỉnh", ""),
        ("Người phụ trách: Giám đốc Sở Nội vụ", "Giám đốc Sở Nội vụ", ""),
        ("Đơn vị chủ trì là Sở Nội vụ", "Sở Nội vụ", ""),
        ("Phụ trách: Bưu điện tỉnh. Hỗ trợ: Sở Xây dựng", "Bưu điện tỉnh", "Sở Xây dựng"),
        ("Chủ trì – Sở Nội vụ; phối hợp – Tỉnh đoàn", "Sở Nội vụ", "Tỉnh đoàn"),
        ("Đơn vị thực hiện: Sở Nội vụ chủ trì; Tỉnh đoàn phối hợp", "Sở Nội vụ", "Tỉnh đoàn"),
        ("CT: Sở Nội vụ; PH: Tỉnh đoàn", "Sở Nội vụ", "Tỉnh đoàn"),
    ] {
        let expected = format!("Lập kho | {lead} | {helps}");
        check(&format!("{WORK}1. Lập kho dữ liệu hàng hóa. {label}.\n"), &[&expected]);
        check(&format!("{WORK}1. Lập kho dữ liệu hàng hóa ({label}).\n"), &[&expected]);
    }
    check(
        &format!("{WORK}1. Lập kho dữ liệu hàng hóa.\nĐầu mối liên hệ: bà Hạnh, Phòng Kinh tế.\n"),
        &["Lập kho |  | "],
    );
    check(&format!("{DUTIES}1. Phân công thực hiện: Sở Nội vụ mở lớp cho cán bộ.\n"), &["mở lớp | Sở Nội vụ | "]);
}

#[test]
fn a_sentence_behind_a_task_says_who() {
    for (sentence, lead, helps) in [
        ("Việc này giao Sở Công Thương.", "Sở Công Thương", ""),
        ("Nội dung này do Sở Xây dựng chịu trách nhiệm.", "Sở Xây dựng", ""),
        ("Giao Sở Nội vụ chủ trì, phối hợp với Tỉnh đoàn.", "Sở Nội vụ", "Tỉnh đoàn"),
        ("Sở Nội vụ phối hợp với Tỉnh đoàn thực hiện.", "Sở Nội vụ", "Tỉnh đoàn"),
        ("Sở Nội vụ (chủ trì), Tỉnh đoàn (phối hợp).", "Sở Nội vụ", "Tỉnh đoàn"),
        ("Chủ trì Sở Nội vụ; phối hợp Tỉnh đoàn.", "Sở Nội vụ", "Tỉnh đoàn"),
        ("Sở Nội vụ thực hiện, xong trong quý II/2027.", "Sở Nội vụ", ""),
        ("Giao Đảng ủy Sở Nội vụ lãnh đạo thực hiện.", "Đảng ủy Sở Nội vụ", ""),
        ("→ Sở Nội vụ chủ trì; Tỉnh đoàn phối hợp.", "Sở Nội vụ", "Tỉnh đoàn"),
        (
            "Giao Ban Quản lý các khu kinh tế và khu công nghiệp tỉnh chủ trì; Sở Xây dựng phối hợp.",
            "Ban Quản lý các khu kinh tế và khu công nghiệp tỉnh",
            "Sở Xây dựng",
        ),
    ] {
        let expected = format!("Lập kho | {lead} | {helps}");
        check(&format!("{WORK}1. Lập kho dữ liệu hàng hóa. {sentence}\n"), &[&expected]);
        check(&format!("{WORK}1. Lập kho dữ liệu hàng hóa\n{sentence}\n"), &[&expected]);
    }
}

#[test]
fn names_at_a_tasks_end_say_who() {
    for (end, lead, helps) in [
        ("[Thuế tỉnh]", "Thuế tỉnh", ""),
        ("=> Thuế tỉnh", "Thuế tỉnh", ""),
        (": Tỉnh đoàn (chủ trì), Sở Nội vụ (phối hợp)", "Tỉnh đoàn", "Sở Nội vụ"),
        ("(Hội Doanh nhân trẻ tỉnh/Thuế tỉnh)", "Hội Doanh nhân trẻ tỉnh + Thuế tỉnh", ""),
        ("; giao Sở Tài chính chủ trì, phối hợp với Thuế tỉnh", "Sở Tài chính", "Thuế tỉnh"),
        ("do Bưu điện tỉnh đảm nhiệm, cùng với UBND cấp xã", "Bưu điện tỉnh", "UBND cấp xã"),
        ("(Sở Y tế biên soạn, Tỉnh đoàn hỗ trợ kỹ thuật)", "Sở Y tế", "Tỉnh đoàn"),
        (", UBND các phường chịu trách nhiệm", "UBND các phường", ""),
        ("; Sở Y tế được giao chủ trì soạn thảo", "Sở Y tế", ""),
        ("(kết nối với Sở Y tế)", "", ""),
        (", do Tỉnh đoàn gánh vác, xong trong năm 2027", "Tỉnh đoàn", ""),
        ("được giao cho Sở Ngoại vụ", "Sở Ngoại vụ", ""),
        ("giao Sở Y tế đứng ra làm", "Sở Y tế", ""),
    ] {
        check(&format!("{WORK}1. Việc lập kho dữ liệu hàng hóa {end}.\n"), &[&format!("lập kho | {lead} | {helps}")]);
    }
}

#[test]
fn who_acts_stands_behind_what_leads_in() {
    for (sentence, lead) in [
        ("Trước ngày 15/12 hằng năm, các sở, ban, ngành gửi báo cáo.", "các sở, ban, ngành"),
        ("Theo chức năng, nhiệm vụ được giao, các sở, ban, ngành gửi báo cáo.", "các sở, ban, ngành"),
        ("Quý I/2027, Sở Nội vụ gửi báo cáo.", "Sở Nội vụ"),
        ("Định kỳ sáu tháng, Thuế tỉnh gửi báo cáo.", "Thuế tỉnh"),
        ("UBND tỉnh giao Sở Nội vụ gửi báo cáo.", "Sở Nội vụ"),
        ("Ngoài nhiệm vụ chung, Sở Nội vụ gửi báo cáo.", "Sở Nội vụ"),
        ("Về phần mình, các hợp tác xã gửi báo cáo.", "các hợp tác xã"),
        ("Các Sở Nông nghiệp và Môi trường gửi báo cáo.", "Các Sở Nông nghiệp và Môi trường"),
        (
            "Các Ban, các Tổ đại biểu và đại biểu HĐND tỉnh gửi báo cáo.",
            "Các Ban + các Tổ đại biểu + đại biểu HĐND tỉnh",
        ),
        ("Đối với Sở Nội vụ: gửi báo cáo hằng quý.", "Sở Nội vụ"),
        ("Giao Agribank Gia Lai gửi báo cáo.", "Agribank Gia Lai"),
        ("Giao UBND các xã, phường, đặc khu Phú Quý gửi báo cáo đầu mối.", "UBND các xã, phường, đặc khu Phú Quý"),
        ("Giao đồng chí Chánh Văn phòng UBND tỉnh gửi báo cáo.", "Chánh Văn phòng UBND tỉnh"),
    ] {
        check(&format!("{DUTIES}1. {sentence}\n"), &[&format!("gửi báo cáo | {lead} | ")]);
    }
    check(&format!("{DUTIES}1. Sở Nội vụ cùng Tỉnh đoàn gửi báo cáo.\n"), &["gửi báo cáo | Sở Nội vụ | Tỉnh đoàn"]);
}

#[test]
fn the_heading_leads_where_others_are_only_named() {
    let items = [
        "Theo dõi, đôn đốc các sở, UBND các xã gửi báo cáo",
        "Cử người dự lớp gửi báo cáo do Hiệp hội Doanh nghiệp tổ chức",
        "Tổng hợp, gửi báo cáo của các đơn vị được giao chủ trì",
        "Phòng ngừa rủi ro, gửi báo cáo",
        "Thanh tra, kiểm tra, gửi báo cáo",
        "Trường hợp cần thiết thì gửi báo cáo",
        "Báo giá và gửi báo cáo",
    ];
    for item in items {
        check(&format!("{DUTIES}1. Sở Công Thương\n- {item}.\n"), &["gửi báo cáo | Sở Công Thương | "]);
    }
}

#[test]
fn who_else_is_named_beside_a_duty_does_not_take_it() {
    check(
        &format!(
            "{DUTIES}1. Sở Y tế\n1.1. Kiểm tra hàng hóa qua mạng.\n1.2. Đơn vị thường trực giúp việc: Phòng Kinh tế.\n"
        ),
        &["Kiểm tra | Sở Y tế | "],
    );
    let section = "Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao";
    check(
        &format!("{DUTIES}1. Công an tỉnh ({section}): kiểm tra hàng hóa qua mạng.\n"),
        &["kiểm tra | Công an tỉnh | "],
    );
}

#[test]
fn a_heading_that_says_who_holds_for_its_items() {
    for (heading, lead, helps) in [
        ("Về hạ tầng số (Sở Nội vụ chủ trì)", "Sở Nội vụ", ""),
        ("Về hạ tầng số (chủ trì: Sở Nội vụ; phối hợp: Tỉnh đoàn)", "Sở Nội vụ", "Tỉnh đoàn"),
        ("Về hạ tầng số: Sở Nội vụ chủ trì, gồm các việc sau:", "Sở Nội vụ", ""),
        ("Nhóm việc giao Sở Nội vụ", "Sở Nội vụ", ""),
        ("Phần việc của Sở Nội vụ", "Sở Nội vụ", ""),
        ("Cơ quan thường trực: Sở Nội vụ", "Sở Nội vụ", ""),
        ("Nhóm việc về hạ tầng\nCơ quan chủ trì: Sở Nội vụ\nCơ quan phối hợp: Tỉnh đoàn", "Sở Nội vụ", "Tỉnh đoàn"),
        ("Sở Nội vụ chủ trì, phối hợp với Tỉnh đoàn:", "Sở Nội vụ", "Tỉnh đoàn"),
    ] {
        let expected = [format!("Lập kho | {lead} | {helps}"), format!("Gửi báo cáo | {lead} | {helps}")];
        check(
            &format!("{WORK}1. {heading}\na) Lập kho dữ liệu hàng hóa.\nb) Gửi báo cáo hằng quý.\n"),
            &[&expected[0], &expected[1]],
        );
    }
}

#[test]
fn in_a_list_of_agencies_a_name_that_no_list_knows_is_one() {
    check(
        &format!(
            "{DUTIES}1. Sở Công Thương\n- Chủ trì triển khai kế hoạch.\n2. Chợ đầu mối nông sản Pleiku\n\
             - Mở quầy bán hàng trực tuyến.\n3. Kinh phí thực hiện Kế hoạch\n- Bố trí trong dự toán hằng năm.\n"
        ),
        &["Mở quầy | Chợ đầu mối nông sản Pleiku | "],
    );
    check(
        &format!("{DUTIES}1. Thuế tỉnh: quản lý người bán hàng.\n2. Shopee, Lazada: ưu tiên hàng của tỉnh.\n"),
        &["ưu tiên | Shopee + Lazada | "],
    );
}

#[test]
fn agencies_before_their_dashes_change_from_one_to_the_next() {
    check(
        &format!("{DUTIES}Sở Công Thương:\n- Chủ trì triển khai kế hoạch.\nThuế tỉnh:\n- Quản lý người bán hàng.\n"),
        &["triển khai | Sở Công Thương | ", "Quản lý | Thuế tỉnh | "],
    );
    check(
        &format!("{DUTIES}Sở Y tế\nChủ trì triển khai kế hoạch.\n\nThuế tỉnh\nQuản lý người bán hàng.\n"),
        &["triển khai | Sở Y tế | ", "Quản lý | Thuế tỉnh | "],
    );
    check(
        "CHƯƠNG III\nTRÁCH NHIỆM THỰC HIỆN\nĐiều 7. Sở Công Thương\n1. Theo dõi việc thực hiện.\n",
        &["Theo dõi | Sở Công Thương | "],
    );
}

#[test]
fn an_order_opens_duties() {
    check(
        "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:\n1. Giám đốc các sở:\na) Lập kế hoạch từng năm.\n2. Sở Y tế, 2 việc:\n\
         a) Kiểm tra hàng hóa qua mạng.\n",
        &["Lập kế hoạch | Giám đốc các sở | ", "Kiểm tra | Sở Y tế | "],
    );
}

#[test]
fn letters_inside_a_paragraph_part_tasks() {
    check(
        &format!(
            "{DUTIES}Sở Công Thương: a) Lập kế hoạch từng năm; b) Chủ trì, phối hợp với Thuế tỉnh kiểm tra hàng hóa; \
             c) Tham mưu tổng kết.\n"
        ),
        &["Lập kế hoạch | Sở Công Thương | ", "kiểm tra | Sở Công Thương | Thuế tỉnh"],
    );
}

#[test]
fn names_end_where_they_do() {
    for name in [
        "Viettel Lai Châu",
        "Thuế cơ sở 3",
        "Bộ Ngoại giao",
        "Thường trực Tỉnh ủy",
        "Tổ công nghệ số cộng đồng",
        "Hiệp hội Doanh nghiệp nhỏ và vừa",
        "Phòng Kinh tế, Hạ tầng và Đô thị",
        "Phân hiệu Đại học Nông Lâm tại Gia Lai",
        "Viện Nghiên cứu phát triển kinh tế - xã hội",
        "Chi cục Chất lượng, Chế biến và Phát triển thị trường",
        "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên",
        "Văn phòng HĐND và UBND xã",
    ] {
        for deed in ["chở", "xóa", "xây dựng", "trao đổi"] {
            check(&format!("{DUTIES}1. Giao {name} {deed} hàng hóa của bà con.\n"), &[&format!("bà con | {name} | ")]);
        }
        check(
            &format!("{DUTIES}1. Sở Y tế chủ trì, phối hợp với {name} kiểm tra hàng.\n"),
            &[&format!("hàng | Sở Y tế | {name}")],
        );
        check(&format!("{WORK}1. Lập kho hàng hóa số ({name} chủ trì).\n"), &[&format!("kho | {name} | ")]);
    }
}

#[test]
fn columns_are_told_by_their_heads_and_by_their_cells() {
    for head in [
        "TT | Thời hạn | Đơn vị đầu mối | Việc phải làm | Đơn vị tham gia",
        "TT | Xong trước | Đơn vị được giao | Phần việc | Cùng làm",
        "TT | Bao giờ | Ai làm | Nội dung | Ai giúp",
        "TT | Thời gian | Cơ quan tham mưu | Đề án | Cơ quan phối hợp",
    ] {
        let rows = "| 1 | 2026 | Sở Y tế | Lập kho hàng hóa số | Thuế tỉnh |\n\
                    | 2 | 2027 | nt | Mở lớp cho cán bộ | Tỉnh đoàn |\n";
        let text = format!("| {head} |\n|---|---|---|---|---|\n{rows}");
        check(&text, &["Lập kho | Sở Y tế | Thuế tỉnh", "Mở lớp | Sở Y tế | Tỉnh đoàn"]);
    }
    check(
        "| TT | Nhiệm vụ | Chủ trì | Phối hợp |\n|---|---|---|---|\n| A | NHIỆM VỤ CỦA SỞ Y TẾ | | |\n\
         | 1 | Lập kho hàng hóa số | | Thuế tỉnh |\n",
        &["Lập kho | SỞ Y TẾ | Thuế tỉnh"],
    );
    check(
        "| Nhóm nhiệm vụ | Nhiệm vụ cụ thể | Chủ trì | Năm |\n|---|---|---|---|\n\
         | Hạ tầng | Lập kho hàng hóa số | Sở Y tế | 2027 |\n",
        &["Lập kho | Sở Y tế | "],
    );
    check(
        "| Đơn vị | Trách nhiệm |\n|---|---|\n\
         | Sở Y tế | Lập kho hàng hóa số |\n| Thuế tỉnh | Bố trí kinh phí hằng năm |\n",
        &["Lập kho | Sở Y tế | ", "Bố trí | Thuế tỉnh | "],
    );
}

//! Targets in the many ways that plans say them.

use super::{PLAN, check};
use crate::reader::read;

#[test]
fn figures_in_words() {
    check(
        "- Nửa số doanh nghiệp trên địa bàn tỉnh có website vào năm 2028.",
        &["eq 50 percent 2028 enterprise_website"],
    );
    check("- Hơn nửa dân số tham gia mua sắm trực tuyến.", &["gt 50 percent 2030 online_shoppers_share"]);
    check("- Hai phần ba doanh nghiệp có website.", &["eq 66.666667 percent 2030 enterprise_website"]);
    check(
        "- Ít nhất 3/4 số xã có thương nhân bán hàng trực tuyến.",
        &["gte 75 percent 2030 communes_online_merchants"],
    );
    check(
        "- Cứ 10 doanh nghiệp thì có ít nhất 6 doanh nghiệp có website.",
        &["gte 60 percent 2030 enterprise_website"],
    );
    check(
        "- Trước năm 2029, ít nhất 8 trong 10 doanh nghiệp nhỏ và vừa có gian hàng trên sàn.",
        &["gte 80 percent 2029 sme_on_platforms"],
    );
    check(
        "- Mười lăm nghìn lượt người được tập huấn kỹ năng thương mại điện tử.",
        &["eq 15000 participants 2030 training_participants"],
    );
    check(
        "- 100% (một trăm phần trăm) giao dịch thương mại điện tử có hóa đơn điện tử.",
        &["eq 100 percent 2030 einvoice_share"],
    );
    check(
        "- Mười hai phẩy năm phần trăm tổng mức bán lẻ là bán lẻ trực tuyến.",
        &["eq 12.5 percent 2030 b2c_retail_share"],
    );
    check("- Có 110/124 xã, phường có thương nhân bán hàng trực tuyến.", &["eq 110 count 2030 none"]);
    check("- Có ít nhất hai trung tâm logistics phục vụ thương mại điện tử.", &["gte 2 count 2030 none"]);
    check("- Giảm một nửa số vụ lừa đảo trên mạng so với năm 2025.", &["eq 50 percent 2030 none"]);
    check("- Số gian hàng của tỉnh trên sàn tăng gấp rưỡi so với năm 2025.", &["eq 1.5 multiple 2030 none"]);
}

#[test]
fn figures_told_in_turn() {
    check(
        "- Tỷ lệ doanh nghiệp có website lần lượt đạt 60% và 75% vào năm 2028, 2030.",
        &["eq 60 percent 2028 enterprise_website", "eq 75 percent 2030 enterprise_website"],
    );
    check(
        "- Tỷ lệ doanh nghiệp có website và tỷ lệ doanh nghiệp nhận đơn hàng qua thương mại điện tử lần lượt đạt 60% và 45%.",
        &["eq 60 percent 2030 enterprise_website", "eq 45 percent 2030 enterprise_ecommerce_orders"],
    );
    check(
        "- Tỷ lệ dân số mua sắm trực tuyến ở thành thị và nông thôn lần lượt đạt 80% và 55%.",
        &["eq 80 percent 2030 online_shoppers_share", "eq 55 percent 2030 online_shoppers_share"],
    );
    check(
        "- Doanh số thương mại điện tử B2C chiếm 10%, 12% và 15% tổng mức bán lẻ tương ứng các năm 2026, 2028 và 2030.",
        &[
            "eq 10 percent 2026 b2c_retail_share",
            "eq 12 percent 2028 b2c_retail_share",
            "eq 15 percent 2030 b2c_retail_share",
        ],
    );
    check(
        "- Năm 2028, tỷ lệ dân số mua sắm trực tuyến đạt 55%; năm 2030 đạt 70%. Doanh số bán lẻ trực tuyến đạt lần lượt 8.000 tỷ đồng và 12.000 tỷ đồng.",
        &[
            "eq 55 percent 2028 online_shoppers_share",
            "eq 70 percent 2030 online_shoppers_share",
            "eq 8000 billion_vnd 2028 b2c_revenue",
            "eq 12000 billion_vnd 2030 b2c_revenue",
        ],
    );
}

#[test]
fn what_was_said_before_goes_on() {
    check(
        "- Năm 2028 có 50% doanh nghiệp có website; con số này năm 2030 là 65%.",
        &["eq 50 percent 2028 enterprise_website", "eq 65 percent 2030 enterprise_website"],
    );
    check(
        "- Hiện nay có 42% dân số mua sắm trực tuyến. Phấn đấu đưa con số này lên 70% vào năm 2030.",
        &["eq 70 percent 2030 online_shoppers_share"],
    );
    check(
        "- Đến năm 2028, 50% dân số mua sắm trực tuyến.\n- Đến năm 2030, tỷ lệ này đạt 70%.",
        &["eq 50 percent 2028 online_shoppers_share", "eq 70 percent 2030 online_shoppers_share"],
    );
    check(
        "- Thanh toán không dùng tiền mặt trong thương mại điện tử đạt 70% vào năm 2028. Chỉ tiêu này phải đạt 85% vào cuối kỳ kế hoạch.",
        &["eq 70 percent 2028 ecommerce_cashless", "eq 85 percent 2030 ecommerce_cashless"],
    );
    check(
        "- Về doanh nghiệp: 60% có website, 50% nhận đơn hàng qua thương mại điện tử, 20% có ứng dụng di động.",
        &[
            "eq 60 percent 2030 enterprise_website",
            "eq 50 percent 2030 enterprise_ecommerce_orders",
            "eq 20 percent 2030 enterprise_mobile_apps",
        ],
    );
    check(
        "- Tỷ lệ doanh nghiệp:\n+ Có website: 60%;\n+ Nhận đơn hàng qua thương mại điện tử: 50%;\n+ Có ứng dụng di động: 20%.",
        &[
            "eq 60 percent 2030 enterprise_website",
            "eq 50 percent 2030 enterprise_ecommerce_orders",
            "eq 20 percent 2030 enterprise_mobile_apps",
        ],
    );
    check(
        "- Đến năm 2028: 50%; đến năm 2030: 70% dân số mua sắm trực tuyến.",
        &["eq 50 percent 2028 online_shoppers_share", "eq 70 percent 2030 online_shoppers_share"],
    );
    check(
        "- Thanh toán không dùng tiền mặt trong thương mại điện tử: 65%, riêng khu vực đô thị 80%.",
        &["eq 65 percent 2030 ecommerce_cashless", "eq 80 percent 2030 ecommerce_cashless"],
    );
    check(
        "- Doanh số thương mại điện tử B2C tăng bình quân 20%/năm, quy mô đạt 12.000 tỷ đồng, tương đương 12% tổng mức bán lẻ hàng hóa.",
        &[
            "eq 20 percent_per_year 2030 b2c_growth",
            "eq 12000 billion_vnd 2030 b2c_revenue",
            "eq 12 percent 2030 b2c_retail_share",
        ],
    );
    check(
        "- Số tài khoản người bán trên sàn: 5.000 (năm 2028), 9.000 (năm 2030).",
        &["eq 5000 count 2028 none", "eq 9000 count 2030 none"],
    );
}

#[test]
fn growth_is_of_a_year() {
    check("- Tốc độ tăng doanh số bán lẻ trực tuyến: 26%.", &["eq 26 percent_per_year 2030 b2c_growth"]);
    check(
        "- Tỷ lệ doanh nghiệp có website mỗi năm tăng thêm 5%, đến năm 2030 đạt 70%.",
        &["eq 5 percent_per_year 2030 none", "eq 70 percent 2030 enterprise_website"],
    );
    check("- Doanh số bán lẻ trực tuyến năm 2030 tăng 120% so với năm 2025.", &["eq 120 percent 2030 none"]);
    check("- Mỗi năm có thêm 200 hộ kinh doanh bán hàng trên sàn.", &["eq 200 count 2030 none"]);
    check(
        "- Tỷ trọng thương mại điện tử trong tổng mức bán lẻ tăng thêm 1,5 điểm phần trăm mỗi năm, đến năm 2030 chiếm 15%.",
        &["eq 15 percent 2030 b2c_retail_share"],
    );
}

#[test]
fn more_of_where_things_stand() {
    check(
        "- Tỷ lệ dân số mua sắm trực tuyến tăng từ 45% năm 2025 đến 70% năm 2030.",
        &["eq 70 percent 2030 online_shoppers_share"],
    );
    check(
        "- Chi phí chặng cuối giảm từ 20% xuống 15% năm 2028 và 12% năm 2030 trong giá thành sản phẩm.",
        &["eq 15 percent 2028 last_mile_cost_share", "eq 12 percent 2030 last_mile_cost_share"],
    );
    check(
        "- Từ chỗ mới có 43% dân số mua sắm trực tuyến, nâng lên 60% vào năm 2028 và 72% vào năm 2030.",
        &["eq 60 percent 2028 online_shoppers_share", "eq 72 percent 2030 online_shoppers_share"],
    );
    check(
        "- Tỷ lệ dân số mua sắm trực tuyến đạt 70%, tăng 25% so với năm 2025.",
        &["eq 70 percent 2030 online_shoppers_share"],
    );
    check(
        "- Tỷ lệ dân số mua sắm trực tuyến đạt 70%, cao hơn 25 điểm % so với hiện nay.",
        &["eq 70 percent 2030 online_shoppers_share"],
    );
    check(
        "- 60% dân số mua sắm trực tuyến, tiệm cận mức 70% của cả nước.",
        &["eq 60 percent 2030 online_shoppers_share"],
    );
    check(
        "- Phấn đấu vượt mục tiêu quốc gia về tỷ lệ dân số mua sắm trực tuyến, đạt 72%.",
        &["eq 72 percent 2030 online_shoppers_share"],
    );
    check("- Theo Nghị quyết số 57-NQ/TW, kinh tế số đạt tối thiểu 30% GDP vào năm 2030.", &[]);
    check(
        "- Số hộ kinh doanh có gian hàng trên sàn đạt 3.500 hộ, gấp 2,3 lần so với năm 2025 (1.500 hộ).",
        &["eq 3500 count 2030 none", "eq 2.3 multiple 2030 none"],
    );
    check(
        "- Doanh số thương mại điện tử bán lẻ năm 2030 gấp hơn hai lần năm 2025, tỷ lệ dân số mua sắm trực tuyến đạt 70%.",
        &["gt 2 multiple 2030 none", "eq 70 percent 2030 online_shoppers_share"],
    );
    check("- 80% hợp tác xã có ít nhất một sản phẩm bán trên sàn.", &["eq 80 percent 2030 none"]);
    check("- Tổ chức 10 lớp tập huấn, mỗi lớp 40 người.", &[]);
    check("- 100% trường học thu học phí không dùng tiền mặt.", &["eq 100 percent 2030 none"]);
}

#[test]
fn places_in_an_order() {
    check(
        "- Vào tốp 10 cả nước về chỉ số thương mại điện tử năm 2028, tốp 8 năm 2030.",
        &["lte 10 rank 2028 none", "lte 8 rank 2030 none"],
    );
    check("- Chỉ số thương mại điện tử xếp thứ 20/34 tỉnh, thành phố.", &["eq 20 rank 2030 none"]);
    check("- Giữ vững vị trí thứ 5 về chỉ số thương mại điện tử.", &["eq 5 rank 2030 none"]);
    check("- 40% chợ hạng 1 triển khai thanh toán không dùng tiền mặt.", &["eq 40 percent 2030 none"]);
}

#[test]
fn tables_of_many_shapes() {
    check(
        "**Bảng chỉ tiêu (ĐVT: %)**\n\
         \n\
         | STT | Chỉ tiêu | 2026 | 2028 | 2030 |\n\
         |---|---|---|---|---|\n\
         | 1 | Dân số mua sắm trực tuyến | 45 | 55 | 70 |\n\
         | 2 | Doanh nghiệp có website | 40 | - | 65 |",
        &[
            "eq 45 percent 2026 online_shoppers_share",
            "eq 55 percent 2028 online_shoppers_share",
            "eq 70 percent 2030 online_shoppers_share",
            "eq 40 percent 2026 enterprise_website",
            "eq 65 percent 2030 enterprise_website",
        ],
    );
    check(
        "| STT | Chỉ tiêu | ĐVT | Hiện trạng 2025 | Mục tiêu 2028 |\n\
         |---|---|---|---|---|\n\
         | 1 | Dân số mua sắm trực tuyến | % | 40 | 55 |\n\
         | - | Thành thị | % | 60 | 70 |\n\
         | - | Nông thôn | % | 25 | 40 |",
        &[
            "eq 55 percent 2028 online_shoppers_share",
            "eq 70 percent 2028 online_shoppers_share",
            "eq 40 percent 2028 online_shoppers_share",
        ],
    );
    check(
        "| TT | Chỉ tiêu (đơn vị: %) | Năm 2028 | Năm 2030 |\n\
         |---|---|---|---|\n\
         | 1 | Chi phí chặng cuối trong giá thành sản phẩm | ≤ 15 | ≤ 12 |",
        &["lte 15 percent 2028 last_mile_cost_share", "lte 12 percent 2030 last_mile_cost_share"],
    );
    check(
        "| Nội dung | Chỉ tiêu |\n\
         |---|---|\n\
         | Dân số mua sắm trực tuyến | 55% (2028); 70% (2030) |\n\
         | Doanh nghiệp có website | Năm 2028: 50%; năm 2030: 65% |\n\
         | Thanh toán không dùng tiền mặt trong thương mại điện tử | từ 70% lên 85% |",
        &[
            "eq 55 percent 2028 online_shoppers_share",
            "eq 70 percent 2030 online_shoppers_share",
            "eq 50 percent 2028 enterprise_website",
            "eq 65 percent 2030 enterprise_website",
            "eq 85 percent 2030 ecommerce_cashless",
        ],
    );
    check(
        "| Chỉ tiêu | Đến năm 2028 | Đến năm 2030 |\n\
         |---|---|---|\n\
         | Dân số mua sắm trực tuyến | một nửa | hai phần ba |\n\
         | Doanh nghiệp có website | ít nhất 50% | ít nhất 65% |",
        &[
            "eq 50 percent 2028 online_shoppers_share",
            "eq 66.666667 percent 2030 online_shoppers_share",
            "gte 50 percent 2028 enterprise_website",
            "gte 65 percent 2030 enterprise_website",
        ],
    );
    check(
        "| TT | Chỉ tiêu | So sánh | Giá trị | Đơn vị | Năm |\n\
         |---|---|---|---|---|---|\n\
         | 1 | Tỷ lệ dân số mua sắm trực tuyến | tối thiểu | 55 | % | 2028 |\n\
         | 2 | Chi phí chặng cuối trong giá thành | không quá | 12 | % | 2030 |",
        &["gte 55 percent 2028 online_shoppers_share", "lte 12 percent 2030 last_mile_cost_share"],
    );
    check(
        "| STT | Chỉ tiêu | 2026 | 2030 |\n\
         |---|---|---|---|\n\
         | A | Tỷ lệ (%) | | |\n\
         | 1 | Dân số mua sắm trực tuyến | 45 | 70 |\n\
         | B | Quy mô (tỷ đồng) | | |\n\
         | 2 | Doanh số bán lẻ trực tuyến | 6.000 | 12.000 |",
        &[
            "eq 45 percent 2026 online_shoppers_share",
            "eq 70 percent 2030 online_shoppers_share",
            "eq 6000 billion_vnd 2026 b2c_revenue",
            "eq 12000 billion_vnd 2030 b2c_revenue",
        ],
    );
    check(
        "| TT | Chỉ tiêu | ĐVT | 2030 |\n\
         |---|---|---|---|\n\
         | 1 | Mua sắm trực tuyến bình quân đầu người | USD/năm | 450 |\n\
         | 2 | Đào tạo kỹ năng thương mại điện tử | 1.000 lượt người | 2,5 |\n\
         | 3 | Xếp hạng chỉ số thương mại điện tử | thứ | ≤ 4 |\n\
         | 4 | Tốc độ tăng doanh số bán lẻ trực tuyến | % | 20 |",
        &[
            "eq 450 usd_per_person_year 2030 online_spend_per_person",
            "eq 2500 participants 2030 training_participants",
            "lte 4 rank 2030 none",
            "eq 20 percent_per_year 2030 b2c_growth",
        ],
    );
}

#[test]
fn a_list_of_figures_is_of_aims_also_under_a_heading_that_says_nothing() {
    let text = format!(
        "{PLAN}A. CÁI CẦN CÓ\n1. 70% dân số mua sắm trực tuyến.\n2. Tỷ lệ hoàn hàng dưới 8%.\n\
         B. CÁI ĐANG CÓ\n1. 40% hộ đã mở gian hàng.\n2. 30% xã đã có kho."
    );
    let values: Vec<f64> = read(&text).targets.iter().map(|t| t.value).collect();
    assert_eq!(values, [70.0, 8.0]);
}

#[test]
fn thousands_of_millions_in_a_head() {
    check(
        "| Chỉ tiêu | 2030 |\n|---|---|\n| Doanh số bán lẻ trực tuyến (nghìn tỷ đồng) | 13 |\n\
         | Doanh số thương mại điện tử B2C (tỷ đồng) | 9.400 |",
        &["eq 13000 billion_vnd 2030 b2c_revenue", "eq 9400 billion_vnd 2030 b2c_revenue"],
    );
}

#[test]
fn columns_of_others_and_of_places() {
    check(
        "| STT | Chỉ tiêu | Mục tiêu quốc gia | Mục tiêu của tỉnh |\n|---|---|---|---|\n\
         | 1 | Dân số mua sắm trực tuyến | 70% | 65% |",
        &["eq 65 percent 2030 online_shoppers_share"],
    );
    check(
        "| Chỉ tiêu | Nông thôn | Thành thị |\n|---|---|---|\n| Dân số mua sắm trực tuyến năm 2028 | 55% | 85% |",
        &["eq 55 percent 2028 online_shoppers_share", "eq 85 percent 2028 online_shoppers_share"],
    );
    check(
        "| Chỉ tiêu | 2028 | 2030 |\n|---|---|---|\n| Tỷ lệ dân số mua sắm trực tuyến | 55 | 70 |",
        &["eq 55 percent 2028 online_shoppers_share", "eq 70 percent 2030 online_shoppers_share"],
    );
}

#[test]
fn the_last_of_a_row_gives_its_unit_and_brackets_give_theirs() {
    check(
        "- Tỷ lệ dân số mua sắm trực tuyến đạt tương ứng các năm 2026, 2027, 2028 là 45, 50 và 55%.",
        &[
            "eq 45 percent 2026 online_shoppers_share",
            "eq 50 percent 2027 online_shoppers_share",
            "eq 55 percent 2028 online_shoppers_share",
        ],
    );
    check(
        "- Đến các năm 2028, 2030, số sản phẩm OCOP trên sàn đạt lần lượt 300 và 500 sản phẩm.",
        &["eq 300 count 2028 none", "eq 500 count 2030 none"],
    );
    check("- Dân số mua sắm trực tuyến (%): 70.", &["eq 70 percent 2030 online_shoppers_share"]);
    check("- Tỷ lệ dân số mua sắm trực tuyến......: 70%", &["eq 70 percent 2030 online_shoppers_share"]);
    check("- Hồ sơ ở mức độ 3, 4 và 80% đơn nộp trực tuyến.", &["eq 80 percent 2030 none"]);
}

#[test]
fn whose_words_the_next_sentence_needs() {
    check(
        "- Trên 60% doanh nghiệp có website; trong đó 40% nhận đơn hàng trực tuyến; 20% có ứng dụng di động.",
        &[
            "gt 60 percent 2030 enterprise_website",
            "eq 40 percent 2030 enterprise_ecommerce_orders",
            "eq 20 percent 2030 enterprise_mobile_apps",
        ],
    );
    check(
        "- 70% dân số mua sắm trực tuyến; chi bình quân mỗi người 9 triệu đồng/năm.",
        &["eq 70 percent 2030 online_shoppers_share", "eq 9000000 vnd_per_person_year 2030 online_spend_per_person"],
    );
    check(
        "- Đến năm 2028: dân số mua sắm trực tuyến 52%; doanh số bán lẻ trực tuyến 9.500 tỷ đồng.\n\
         - Đến năm 2030: các chỉ tiêu tương ứng là 65% và 14.000 tỷ đồng.",
        &[
            "eq 52 percent 2028 online_shoppers_share",
            "eq 9500 billion_vnd 2028 b2c_revenue",
            "eq 65 percent 2030 online_shoppers_share",
            "eq 14000 billion_vnd 2030 b2c_revenue",
        ],
    );
}

#[test]
fn for_when_a_figure_is() {
    check(
        "- Dân số mua sắm trực tuyến đạt 55% vào năm 2028; riêng nông thôn đạt 40%. Doanh nghiệp có website đạt 65%.",
        &[
            "eq 55 percent 2028 online_shoppers_share",
            "eq 40 percent 2028 online_shoppers_share",
            "eq 65 percent 2030 enterprise_website",
        ],
    );
    check(
        "Phấn đấu đến năm 2028:\n- 55% dân số mua sắm trực tuyến.\n\
         Phấn đấu đến năm 2030:\n- 70% dân số mua sắm trực tuyến.",
        &["eq 55 percent 2028 online_shoppers_share", "eq 70 percent 2030 online_shoppers_share"],
    );
    check(
        "- Trong năm 2026, đưa 200 sản phẩm lên sàn; các năm tiếp theo mỗi năm 300 sản phẩm mới.",
        &["eq 200 count 2026 none", "eq 300 count 2030 none"],
    );
}

#[test]
fn a_clause_that_says_what_it_is_about_has_no_aims() {
    check(
        "- 70% dân số mua sắm trực tuyến.\nII. NỘI DUNG\n1. Quan điểm: 100% chính sách công khai, phấn đấu sớm.\n\
         2. Kinh phí: 60% do ngân sách, đến năm 2030 là 40%.",
        &["eq 70 percent 2030 online_shoppers_share"],
    );
}

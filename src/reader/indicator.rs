//! What a figure measures: rules over the words around it, the narrow ones first.

use super::Unit;
use super::tokens::{Choice, Line};
use std::sync::LazyLock;

/// A rule: the indicator, the units it can have, the words that must stand there (one of each
/// list), the words that must not. Lists are joined by `|`: an address and a length for each word
/// would take as much room as the word.
struct Rule {
    id: &'static str,
    units: &'static [Unit],
    all: &'static [&'static str],
    none: &'static str,
}

const P: &[Unit] = &[Unit::Percent];
const EC: &str = "thương mại điện tử|thương mại số|trực tuyến|b2c|qua mạng|trên mạng|online|môi trường số|trên sàn|nền tảng số|giao dịch điện tử|trên môi trường mạng";
const CASHLESS: &str = "không dùng tiền mặt|không tiền mặt|không sử dụng tiền mặt|phi tiền mặt|thanh toán điện tử|không bằng tiền mặt|không phải tiền mặt";
/// In an e-commerce plan what people buy they buy online.
const ONLINE_SPENDING: &str = "thương mại điện tử|trực tuyến|qua mạng|trên mạng|online|mua hàng|mua sắm";
const UTILITIES: &str =
    "điện nước|điện và nước|điện lực|cấp nước|cung cấp điện|tiền điện|nước viễn thông|nước và viễn thông";
/// Where people buy: in such a plan "tham gia mua sắm" needs no more.
const ONLINE: &str = "thương mại điện tử|thương mại số|trực tuyến|qua mạng|trên mạng|online|môi trường số|môi trường mạng|trên internet|qua internet|sàn|nền tảng|mạng xã hội|tham gia mua sắm";
/// What is sold online to those who use it.
const RETAIL: &str = "thương mại điện tử|thương mại số|b2c|bán lẻ trực tuyến|bán hàng trực tuyến|bán lẻ qua mạng|\
bán hàng qua mạng|bán lẻ trên mạng|bán hàng trên mạng|bán lẻ online|bán hàng online|kinh doanh trực tuyến|bán lẻ qua kênh|bán lẻ số|bán lẻ trên nền tảng|bán lẻ trên môi trường";
const FIRMS: &str = "doanh nghiệp";
const SMALL: &str = "nhỏ và vừa|vừa và nhỏ|nhỏ vừa|nhỏ và siêu nhỏ|siêu nhỏ nhỏ và vừa";

const RULES: &[Rule] = &[
    Rule {
        id: "outside_big_cities_share",
        units: P,
        all: &[
            "ngoài hà nội|ngoài hai thành phố|ngoài 2 thành phố|ngoài thành phố hà nội|ngoài tp hà nội|ngoài hai đô thị",
        ],
        none: "",
    },
    Rule {
        id: "single_window_l4", units: P, all: &["một cửa quốc gia", "thủ tục|dịch vụ công"], none: ""
    },
    Rule {
        id: "procurement_published",
        units: P,
        all: &["nhà thầu|đấu thầu|gói thầu", "công khai|đăng tải|công bố"],
        none: "",
    },
    Rule {
        id: "procurement_online",
        units: P,
        all: &["gói thầu|đấu thầu|mua sắm công|nhà thầu", "trực tuyến|qua mạng"],
        none: "",
    },
    Rule {
        id: "public_services_l3_central",
        units: P,
        all: &["dịch vụ công", "bộ ngành|ngành trung ương|cơ quan trung ương", "mức độ 3|mức 3|cấp độ 3"],
        none: "",
    },
    Rule {
        id: "public_services_l4_trade",
        units: P,
        all: &["dịch vụ công|thủ tục", "xuất nhập khẩu|xuất khẩu|nhập khẩu", "mức độ 4|mức 4|cấp độ 4"],
        none: "",
    },
    Rule {
        id: "public_services_l4_business",
        units: P,
        all: &[
            "dịch vụ công|thủ tục",
            "sản xuất kinh doanh|thương mại và|đăng ký kinh doanh|thương mại sản xuất|liên quan đến thương mại|lĩnh vực thương mại|về thương mại",
            "mức độ 4|mức 4|cấp độ 4",
        ],
        none: "",
    },
    Rule {
        id: "province_services_l34",
        units: P,
        all: &[
            "thủ tục|dịch vụ công",
            "mức độ 3 4|mức độ 3 và 4|mức độ 3 và mức độ 4|mức 3 4|mức 3 và 4|mức độ 3 mức độ 4|mức độ 3 hoặc 4",
        ],
        none: "",
    },
    Rule {
        id: "province_services_l4",
        units: P,
        all: &["thủ tục|dịch vụ công", "mức độ 4|mức 4|cấp độ 4"],
        none: "mức độ 3",
    },
    Rule {
        id: "documents_signed", units: P, all: &["văn bản|tài liệu|hồ sơ công việc", "ký số|chữ ký số"], none: ""
    },
    Rule {
        id: "last_mile_cost_share",
        units: P,
        all: &[
            "chặng cuối|chặng cuối cùng|chặng giao hàng cuối|giao hàng cuối|dặm cuối|chặng giao cuối",
            "chi phí|giá thành|cước",
        ],
        none: "",
    },
    Rule {
        id: "cashless_via_intermediaries",
        units: P,
        all: &["trung gian thanh toán|tổ chức trung gian|qua trung gian|dịch vụ trung gian", "thanh toán"],
        none: "",
    },
    Rule { id: "utilities_cashless", units: P, all: &[UTILITIES, CASHLESS], none: "" },
    Rule { id: "utilities_econtract", units: P, all: &[UTILITIES, "hợp đồng điện tử"], none: "" },
    Rule {
        id: "pos_retail",
        units: P,
        all: &[
            "siêu thị|trung tâm thương mại|trung tâm mua sắm|cơ sở phân phối|cửa hàng tiện lợi",
            "chấp nhận thẻ|pos|không dùng tiền mặt|không tiền mặt|quẹt thẻ|thanh toán thẻ|thẻ thanh toán|thanh toán bằng thẻ|mã qr|thanh toán điện tử|máy thanh toán",
        ],
        none: "chợ",
    },
    Rule {
        id: "urban_cashless",
        units: P,
        all: &["cá nhân|hộ gia đình|người dân|dân cư", "thành phố lớn|đô thị", CASHLESS],
        none: "",
    },
    Rule {
        id: "einvoice_share",
        units: P,
        all: &["hóa đơn điện tử", "giao dịch|mua hàng|đơn hàng|thương mại điện tử|bán hàng trực tuyến"],
        none: "được tập huấn",
    },
    Rule {
        id: "ecommerce_cashless",
        units: P,
        all: &[CASHLESS, EC],
        none: "siêu thị|hành chính|dịch vụ công|học phí|viện phí|bệnh viện|trường học|chợ|trợ cấp|lương hưu|tài khoản|cá nhân",
    },
    Rule {
        id: "green_packing_standard",
        units: P,
        all: &["tiêu chuẩn|quy chuẩn|tiêu chí", "đóng gói|bao gói|bao bì", "xanh|bền vững|thân thiện|môi trường"],
        none: "",
    },
    Rule {
        id: "recyclable_packaging_share",
        units: P,
        all: &["tái chế|tái sử dụng", "bao bì|đóng gói|bao gói"],
        none: "giảm|khó tái chế|không thể tái chế",
    },
    Rule {
        id: "plastic_packaging_share",
        units: P,
        all: &["nhựa|ni lông|nilon|ni lon|nylon", "bao bì|đóng gói|túi|bao gói"],
        none: "",
    },
    Rule {
        id: "clean_energy_logistics",
        units: P,
        all: &[
            "năng lượng sạch|năng lượng xanh|năng lượng tái tạo|phương tiện điện|chạy điện|xe điện|nhiên liệu sạch",
            "logistics|vận chuyển|giao hàng|chuyển phát|giao nhận|hậu cần|hàng hóa giao",
        ],
        none: "",
    },
    Rule { id: "b2b_trade_share", units: P, all: &["b2b", "xuất nhập khẩu|kim ngạch|xuất khẩu"], none: "" },
    Rule {
        id: "b2c_retail_share",
        units: P,
        all: &[
            "tổng mức bán lẻ|tổng bán lẻ|tổng doanh thu bán lẻ|tổng doanh số bán lẻ|mức bán lẻ hàng hóa|tổng mức lưu chuyển hàng hóa bán lẻ|tổng mức hàng hóa bán lẻ",
            EC,
        ],
        none: "",
    },
    Rule {
        id: "online_spend_per_person",
        units: &[Unit::UsdPerPersonYear, Unit::VndPerPersonYear],
        all: &["mua|chi tiêu|tiêu dùng|chi|giá trị đơn hàng|giá trị giao dịch", ONLINE_SPENDING],
        none: "thu nhập|lương",
    },
    Rule {
        id: "communes_online_merchants",
        units: P,
        all: &[
            "xã|cấp xã|phường|số xã|các xã|xã phường",
            "thương nhân|bán hàng|kinh doanh|cung ứng dịch vụ|người bán|hộ bán",
            EC,
        ],
        none: "dân số",
    },
    Rule {
        id: "website_online_ordering",
        units: P,
        all: &["website|trang thông tin điện tử|trang web", "đặt hàng|đặt mua"],
        none: "doanh nghiệp có website|doanh nghiệp có trang",
    },
    Rule {
        id: "training_institutions",
        units: P,
        all: &[
            "cơ sở giáo dục|cơ sở đào tạo|trường đại học|trường cao đẳng|giáo dục nghề nghiệp|các trường|cơ sở dạy nghề",
            "đào tạo|giảng dạy|ngành|học phần|môn",
            "thương mại điện tử",
        ],
        none: "",
    },
    Rule {
        id: "enterprise_comms_tools",
        units: P,
        all: &[
            FIRMS,
            "công cụ|phần mềm nhắn tin|ứng dụng nhắn tin",
            "giao tiếp|liên lạc|email|zalo|thư điện tử|nhắn tin|trao đổi",
        ],
        none: "",
    },
    Rule {
        id: "sme_on_platforms",
        units: P,
        all: &[SMALL, "sàn|nền tảng thương mại điện tử|nền tảng số|các nền tảng|trên nền tảng|sàn giao dịch"],
        none: "tập huấn|được đào tạo|hỗ trợ|quản trị|kế toán|nhân sự",
    },
    Rule {
        id: "enterprise_mobile_apps",
        units: P,
        all: &[
            FIRMS,
            "ứng dụng di động|nền tảng di động|thiết bị di động|ứng dụng trên di động|ứng dụng trên điện thoại|điện thoại di động",
        ],
        none: "",
    },
    Rule {
        id: "enterprise_ecommerce_orders",
        units: P,
        all: &[FIRMS, "đặt hàng|nhận đơn|đơn đặt hàng|nhận đặt hàng|đơn hàng", EC],
        none: "tập huấn",
    },
    Rule {
        id: "enterprise_ecommerce_adoption",
        units: P,
        all: &[
            FIRMS,
            "ứng dụng thương mại điện tử|áp dụng thương mại điện tử|tham gia thương mại điện tử|sử dụng thương mại điện tử|triển khai thương mại điện tử|tham gia hoạt động thương mại điện tử|tham gia vào thương mại điện tử|ứng dụng các hình thức thương mại điện tử|hoạt động thương mại điện tử|đưa thương mại điện tử",
        ],
        none: "tập huấn|đào tạo|xuất khẩu|xuyên biên giới",
    },
    Rule {
        id: "enterprise_website",
        units: P,
        all: &[
            FIRMS,
            "có website|có trang thông tin điện tử|có trang web|xây dựng website|trang thông tin điện tử|sở hữu website|website riêng|website",
        ],
        none: "được hỗ trợ|đặt hàng|tên miền|tín nhiệm|bảo mật",
    },
    Rule {
        id: "online_shoppers_share",
        units: P,
        all: &[
            "dân số|người dân|người trưởng thành|người sử dụng internet|người dùng internet|dân cư|người tiêu dùng|người sử dụng mạng|cư dân",
            "mua",
            ONLINE,
        ],
        none: "hài lòng|khiếu nại|tin tưởng|hiểu biết|thanh toán|nhận biết|lừa đảo|phản ánh|rủi ro|bị lừa|đổi trả|biết",
    },
    Rule {
        id: "b2c_growth",
        units: &[Unit::PercentPerYear],
        all: &["doanh số|doanh thu|quy mô|giá trị|bán lẻ|thị trường|tăng trưởng|b2c|tăng", RETAIL],
        none: "logistics|xuất khẩu|b2b|xuyên biên giới|số lượng|số doanh nghiệp|lao động|gian hàng|tỷ lệ|nhân lực|bưu chính|số thu|thuế|nộp ngân sách|nông sản|\
nông lâm|nông nghiệp|thủy sản|đặc sản|ocop|làng nghề|dược liệu|trái cây|thủ công|du lịch|đơn hàng|bưu gửi|\
bưu kiện|số hộ|truy cập|hợptácxã|số người|vi phạm|khiếu nại|kinh tế số",
    },
    Rule {
        id: "b2c_revenue",
        units: &[Unit::BillionUsd, Unit::BillionVnd],
        all: &["doanh số|doanh thu|quy mô|giá trị|b2c|thị trường", RETAIL],
        none: "xuất khẩu|b2b|xuyên biên giới|logistics|kinh phí|nông sản|nông lâm|nông nghiệp|thủy sản|đặc sản|ocop|\
làng nghề|dược liệu|trái cây|thủ công|du lịch|hàng việt|sản phẩm chủ lực|sản phẩm địa phương|một doanh nghiệp|bưu chính|chuyển phát|quảng cáo|vận chuyển",
    },
    Rule {
        id: "training_participants",
        units: &[Unit::Participants],
        all: &["đào tạo|tập huấn|bồi dưỡng|kỹ năng|khóa học|lớp học|học viên"],
        none: "an toàn thông tin|an ninh mạng|ngoại ngữ|phòng cháy",
    },
];

/// The lists of each rule taken apart: what must stand there, what must not.
static LISTS: LazyLock<Vec<(Vec<Choice>, Choice)>> = LazyLock::new(|| {
    let lists = |rule: &Rule| (rule.all.iter().map(|list| Choice::new(list)).collect(), Choice::new(rule.none));
    RULES.iter().map(lists).collect()
});

/// The indicator of a figure in this unit, if these words say so.
pub fn indicator(line: &str, unit: Unit) -> Option<&'static str> {
    let quick = Line::new(line);
    // "xã" is a commune, and also half of "xã hội" and a third of "hợp tác xã".
    if ["xã hội", "hợp tác xã", "tỷ lệ tăng"].iter().any(|other| quick.holds(other)) {
        let line = line
            .replace(" xã hội ", " xãhội ")
            .replace(" hợp tác xã ", " hợptácxã ")
            .replace(" tỷ lệ tăng ", " tốc độ tăng ");
        return told(&Line::new(&line), unit);
    }
    told(&quick, unit)
}

fn told(line: &Line<'_>, unit: Unit) -> Option<&'static str> {
    let rules = RULES.iter().zip(LISTS.iter()).filter(|(rule, _)| rule.units.contains(&unit));
    let fits = |(_, (all, none)): &(&Rule, &(Vec<Choice>, Choice))| {
        all.iter().all(|any| line.holds_any(any)) && !line.holds_any(none)
    };
    rules.into_iter().find(fits).map(|(rule, _)| rule.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_names_an_indicator_of_the_data() {
        let data = crate::dataset::bundled().expect("the bundled data is sound");
        for rule in RULES {
            assert!(data.indicators.iter().any(|i| i.id.as_str() == rule.id), "{}", rule.id);
        }
    }

    #[test]
    fn narrow_before_wide_and_honestly_none() {
        let p = |line: &str| indicator(line, Unit::Percent);
        assert_eq!(p(" dân số mua sắm trực tuyến "), Some("online_shoppers_share"));
        assert_eq!(p(" người tiêu dùng hài lòng khi mua sắm trực tuyến "), None);
        assert_eq!(p(" hợp tác xã bán hàng trực tuyến "), None);
        assert_eq!(p(" số xã có hộ kinh doanh bán hàng trực tuyến "), Some("communes_online_merchants"));
    }
}

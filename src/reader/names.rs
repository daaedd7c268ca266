//! The words that agencies' names are made of, each list joined by `|`.

use super::opening::{SLOTS, opening, slot};
use super::tokens::Tokens;
use std::ops::Range;
use std::sync::LazyLock;

/// A list of phrases, found by how they begin.
pub struct Words(LazyLock<Phrases>);

/// Phrases, found by their [`opening`].
pub struct Phrases {
    /// Where those of each [`slot`] start in the list, and one more for the end of the last.
    starts: Vec<u16>,
    /// In the order of their slots.
    list: Vec<Phrase>,
}

struct Phrase {
    text: &'static str,
    opening: u32,
    /// The opening of its second word, where it has one.
    second: Option<u32>,
}

impl Phrase {
    fn new(text: &'static str) -> Self {
        Self { text, opening: opening(text), second: text.split_once(' ').map(|(_, rest)| opening(rest)) }
    }
}

impl Words {
    /// The list that a function makes at first use.
    pub const fn new(make: fn() -> Phrases) -> Self {
        Self(LazyLock::new(make))
    }

    /// Behind the longest of the phrases that starts at a token.
    #[inline]
    pub fn at(&self, t: &Tokens, i: usize) -> Option<usize> {
        let phrases = &*self.0;
        let key = t.key(i);
        let slot = slot(key);
        let [start, end] = [phrases.starts[slot], phrases.starts[slot + 1]];
        // Most words begin none.
        if start == end && !t.lost {
            return None;
        }
        let alike = if t.lost { 0..phrases.list.len() } else { usize::from(start)..usize::from(end) };
        longest(t, i, &phrases.list[alike])
    }
}

#[inline(never)]
fn longest(t: &Tokens, i: usize, list: &[Phrase]) -> Option<usize> {
    let (key, next) = (t.key(i), t.key(i + 1));
    let alike = list.iter().filter(|p| t.lost || p.opening == key && p.second.is_none_or(|second| second == next));
    alike.filter_map(|p| t.just(i, p.text)).max()
}

impl Words {
    /// The first of the phrases in a range: where it starts and ends.
    pub fn in_range(&self, t: &Tokens, range: Range<usize>) -> Option<(usize, usize)> {
        let end = range.end.min(t.len());
        (range.start..end).find_map(|i| self.at(t, i).filter(|behind| *behind <= end).map(|behind| (i, behind)))
    }
}

/// A list joined by `|`, by how its phrases begin.
pub fn index(list: &'static str) -> Phrases {
    let mut list: Vec<_> = list.split('|').map(Phrase::new).collect();
    crate::sort::by_key(&mut list, |phrase| slot(phrase.opening));
    let mut starts = vec![0; SLOTS + 1];
    for phrase in &list {
        starts[slot(phrase.opening) + 1] += 1;
    }
    for slot in 0..SLOTS {
        starts[slot + 1] += starts[slot];
    }
    Phrases { starts, list }
}

/// What an agency's name starts with, in lower case.
pub static HEADS: Words = Words::new(|| {
    index(
        "cảng vụ|công đoàn|quỹ|sở|bộ|ủy ban nhân dân|uỷ ban nhân dân|ubnd|cục|chi cục|tổng cục|công an|\
    ngân hàng nhà nước|nhnn|ngân hàng|\
    hiệp hội|hội|đài|báo|trung tâm|văn phòng|ban quản lý|ban chỉ đạo|ban dân tộc|liên minh hợp tác xã|\
    liên minh htx|bưu điện|viettel|vnpt|phòng thương mại|phòng|vcci|đoàn thanh niên|tỉnh đoàn|\
    mặt trận tổ quốc|ủy ban mặt trận|kho bạc|thanh tra|thuế|hải quan|quản lý thị trường|trường|viện|đại học|\
    tập đoàn|tổng công ty|công ty|cổng thông tin|bộ chỉ huy|bảo hiểm xã hội|kiểm toán|tòa án|viện kiểm sát|\
    thông tấn xã|hợp tác xã|htx|cơ quan|đơn vị|các cơ quan|các đơn vị|các sở|các bộ|các ban xây dựng đảng|các ban|\
    các ngành|\
    các địa phương|các huyện|các xã|các doanh nghiệp|doanh nghiệp|các hiệp hội|chánh văn phòng|cục trưởng|vụ trưởng|\
    chi cục trưởng|\
    trưởng ban|trưởng phòng|tổng giám đốc|bộ trưởng|viện trưởng|hiệu trưởng|thống kê|người đứng đầu|các hộ|\
    các đại lý|các chủ|chính quyền|bộ đội biên phòng|trưởng các phòng|trưởng các ban|trưởng các đơn vị|các tổ chức|\
    các trường|các cơ sở|\
    các ngân hàng|các hội|các phòng|các trung tâm|các công ty|các hợp tác xã|các htx|các đoàn thể|các sàn|\
    các sàn giao dịch thương mại điện tử|các sàn thương mại điện tử|sàn giao dịch thương mại điện tử|\
    sàn thương mại điện tử|các thành viên|tổ chức tín dụng|các hộ|thủ trưởng|giám đốc|chủ tịch|địa phương|các bên|\
    liên đoàn|thành phố|\
    báo và phát thanh , truyền hình|báo và phát thanh truyền hình|báo và đài phát thanh|báo và đài|vụ|đặc khu|\
    các chi nhánh|chi nhánh|cơ sở|các nhà|tổ chức chính trị|lực lượng|các cục|các viện|kho bạc nhà nước|\
    điện lực|viễn thông|mobifone|vinaphone|phân hiệu|đồn biên phòng|đội quản lý thị trường|câu lạc bộ|hội đồng|\
    thường trực hội đồng nhân dân|thường trực hđnd|các ban hội đồng nhân dân|các ban hđnd|\
    các ban của hội đồng nhân dân|đại biểu hội đồng nhân dân|đại biểu hđnd|ban tuyên giáo|ban dân vận|ban tổ chức|\
    ban kinh tế|\
    ban nội chính|ban pháp chế|ban thường vụ|ban chấp hành|ban cán sự|đảng ủy|các đảng ủy|đảng bộ|chi bộ|cấp ủy|\
    các cấp ủy|\
    tỉnh ủy|thành ủy|huyện ủy|văn phòng tỉnh ủy|văn phòng thành ủy|ủy ban kiểm tra|ủy ban|uỷ ban|hội đồng nhân dân|\
    hđnd|mttq|tổ công tác|nhà xuất bản|các ủy ban|toàn thể|các tỉnh|\
    liên đoàn lao động|lđlđ|bql|bch|bcđ|liên hiệp các hội|tạp chí|học viện|bệnh viện|xí nghiệp|nhà máy|thành đoàn|\
    huyện đoàn|\
    xã đoàn|đoàn khối|nghiệp đoàn|chi đoàn|chi hội|tổ công nghệ số|tổ giúp việc|tổ liên ngành|tổ công tác|\
    ban điều hành|\
    thư viện|bảo tàng|bhxh|vecom|đảng đoàn|ban cán sự đảng|cảng hàng không|đoàn tncs|tổ hợp tác|liên hiệp các tổ chức|\
    tổ công tác triển khai đề án|ban quản lý dự án đầu tư xây dựng|ban quản lý dự án đầu tư|ban quản lý dự án|\
    ban chỉ đạo phát triển thương mại điện tử|hội đồng thi đua - khen thưởng|các cơ sở giáo dục|các cơ sở đào tạo|\
    các cơ sở sản xuất|\
    ban điều phối|ban văn hóa|ban đô thị|ban quản trị|ban giám hiệu|ban giám đốc|ban thư ký|tiểu ban|nhóm công tác|\
    phân viện|trung đoàn|đội cảnh sát|nhà mạng|các tổ|các thôn|các bản|các ấp|tổ dân phố|trưởng thôn|trưởng bản|\
    trưởng ấp|trưởng các thôn|hộ kinh doanh|hộ gia đình|hộ sản xuất|trạm y tế|\
    văn phòng hđnd và ubnd|văn phòng hội đồng nhân dân và ủy ban nhân dân|văn phòng đoàn đbqh và hđnd|phó chủ tịch|\
    phó giám đốc|phó chánh văn phòng|bí thư|phó bí thư|thường trực tỉnh ủy|thường trực thành ủy|thường trực đảng ủy|\
    các ngân hàng",
    )
});

/// First words of [`HEADS`] that are no names in small letters: "báo", "hội", "đơn vị".
pub static NEEDS_CAPITAL: Words = Words::new(|| {
    index(
        "phòng|báo|hội|trường|đài|bộ|thuế|viện|cục|sở|trung|thanh|công|văn|thành|cổng|đại|hải|kho|cơ|tổng|ngân|lực|\
    bưu|điện|tập|quản|kiểm|tòa|liên|nhà|hợp|doanh|đơn|địa|thống|người|trưởng|học|tạp|bệnh|xí|chi|tiểu|nhóm|tổ|hộ|đội|\
    bch",
    )
});

/// What begins like an agency's name and is none.
pub static THINGS: Words = Words::new(|| {
    index(
        "hội chợ|hội nghị|hội thảo|hội thi|hội tụ|hội trường|hội thoại|hội diễn|hội đàm|cơ sở dữ liệu|cơ sở hạ tầng|\
    cơ sở vật chất|cơ sở pháp lý|phòng chống|phòng , chống|phòng ngừa|phòng trưng bày|phòng họp|báo giá|trường hợp|\
    quỹ đất|vụ việc|vụ án|vụ mùa|viện dẫn|viện trợ|cục bộ|thuế suất|thuế quan|thuế giá trị|thuế thu nhập",
    )
});

/// Fields of ministries and departments, whose commas and "và" join no list. Longest first.
pub static FIELDS: Words = Words::new(|| {
    index(
        "lao động - thương binh và xã hội|lao động thương binh và xã hội|lao động , thương binh và xã hội|\
    văn hóa , thể thao và du lịch|văn hóa thể thao và du lịch|nông nghiệp và phát triển nông thôn|\
    văn hóa , thể thao , du lịch|văn hóa và thể thao|thông tin và truyền thông|khoa học và công nghệ|\
    kế hoạch và đầu tư|nông nghiệp và môi trường|nông nghiệp và ptnt|nông nghiệp & ptnt|giáo dục và đào tạo|\
    tài nguyên và môi trường|giao thông vận tải|dân tộc và tôn giáo|thương mại và công nghiệp|\
    phát thanh và truyền hình|phát thanh - truyền hình|phát thanh truyền hình|báo và phát thanh|\
    thương mại điện tử và kinh tế số|thương mại điện tử|công thương|tài chính|nội vụ|tư pháp|y tế|xây dựng|\
    ngoại vụ|du lịch|quốc phòng|ngoại giao|công an|kinh tế và hạ tầng|kinh tế hạ tầng|văn hóa và thông tin|\
    quản lý thị trường|thông tin & truyền thông|khoa học & công nghệ|kế hoạch & đầu tư|tài nguyên & môi trường|\
    giáo dục & đào tạo|gd & đt|tt & tt|kh & cn|kh & đt|tn & mt|gd - đt|thương mại , du lịch|\
    công nghệ thông tin và truyền thông|khuyến công và tư vấn phát triển công nghiệp|\
    khuyến công và xúc tiến thương mại|xúc tiến thương mại và đầu tư|xúc tiến đầu tư , thương mại và du lịch|\
    xúc tiến thương mại|khuyến công|tư vấn và xúc tiến thương mại|xúc tiến đầu tư và thương mại|\
    hỗ trợ doanh nghiệp nhỏ và vừa|nhỏ và vừa|vừa và nhỏ|phát triển thương mại điện tử|báo chí và truyền thông|\
    thương mại và du lịch|kinh tế số|kế hoạch , tài chính|kế hoạch - tài chính|kế hoạch và tài chính|tổ chức cán bộ|\
    xúc tiến đầu tư , thương mại , du lịch|xúc tiến thương mại , đầu tư và du lịch|thương mại điện tử và công nghệ số|\
    phát triển thương mại điện tử và công nghệ số|đổi mới sáng tạo , chuyển đổi xanh và khuyến công|\
    nghiên cứu chiến lược , chính sách công thương|quản lý và phát triển thị trường trong nước|\
    kinh tế , hạ tầng và đô thị|phát thanh , truyền hình và thông tin điện tử|cảnh sát kinh tế|\
    an ninh mạng và phòng , chống tội phạm sử dụng công nghệ cao|cảnh sát quản lý hành chính về trật tự xã hội",
    )
});

/// Lower-case words that go on with a name.
pub static GO_ON: Words = Words::new(|| {
    index(
        "cửa khẩu|nhỏ và vừa|vừa và nhỏ|cộng đồng|việc làm|đại diện|cơ sở|chuyển đổi số|trong nước|ngoài nước|\
    nước ngoài|phân hiệu|phân viện|sau thu hoạch|khu chế xuất và công nghiệp|khu chế xuất|đảng|điện tử|tỉnh|\
    thành phố|thị xã|thị trấn|huyện|xã|phường|đặc khu|cấp huyện|cấp xã|cấp tỉnh|cấp phường|\
    trực thuộc trung ương|trực thuộc|nhân dân|ban ngành|ban|ngành|sở|bộ|đơn vị|cơ quan|có liên quan|liên quan|\
    địa phương|trên địa bàn|nhà nước|chi nhánh|hữu quan|chức năng|chuyên môn|đoàn thể|hiệp hội|hội|doanh nghiệp|\
    hợp tác xã|tín dụng|ngân hàng|thương mại điện tử|thương mại|quản lý thị trường|quản lý nhà nước|ngành nghề|\
    ngành hàng|nghề nghiệp|khác|khu vực|đại học|cao đẳng|báo chí|truyền thông|phát thanh|truyền hình|của tỉnh|\
    của thành phố|của|vận chuyển|bưu chính|viễn thông|cung ứng dịch vụ|cung cấp dịch vụ|dịch vụ|sàn giao dịch|\
    giao nhận|công ty|công an|trung tâm|đào tạo nghề|giáo dục|logistics|hộ kinh doanh|sản xuất|kinh doanh|\
    khu kinh tế|khu công nghiệp|công nghệ cao|công nghệ|công nghiệp|thuộc|thuế|hải quan|kinh tế|số|chính trị|\
    xã hội|tổ chức|các|trung ương|nền tảng|trường|viện|thành viên|chợ|siêu thị|nông dân|phụ nữ|thanh niên|học|\
    thương nhân|chế biến|nông sản|du lịch|lữ hành|xúc tiến|thủ trưởng|giám đốc|chủ tịch|vùng|mặt trận|quốc gia|\
    mạng|ngang bộ|thuộc chính phủ|chính phủ|biên giới|miền núi|hải đảo|ven biển|vùng cao|chính trị - xã hội|- xã hội|\
    và các khu công nghiệp|và các khu|và địa phương|và đơn vị|trong ngành|trong tỉnh|nội dung số|trực tuyến",
    )
});

/// Words of names that only start with a capital: "Hội Nông dân", "Vụ Pháp chế".
pub static NAMES: Words = Words::new(|| {
    index(
        "nông dân|phụ nữ|pháp chế|khu vực|tổ quốc|doanh nghiệp|doanh nhân|hải quan|thanh niên|cựu chiến binh|\
    liên hiệp|người tiêu dùng|bảo vệ người tiêu dùng|tiêu chuẩn đo lường chất lượng|tiêu chuẩn|đo lường|\
    chất lượng|tổng hợp|chuyển đổi số|xuất nhập khẩu|thị trường trong nước|thị trường|kinh tế|xã hội|y tế|\
    nhà nước|công nghiệp|công nghệ|khoa học|đầu tư phát triển|đầu tư|hợp tác|lao động|hạ tầng|đô thị|\
    khu công nghiệp|khu kinh tế|khu chế xuất|bưu chính|viễn thông|thủy sản|nông sản|lương thực|nhân dân|\
    bảo hiểm xã hội|bảo hiểm|nghề cá|làng nghề|tư nhân|vận tải|hậu cần|quân sự|biên phòng|cảnh sát|an ninh mạng|\
    an ninh|phòng chống|thể thao|dân tộc|tôn giáo|môi trường|tài nguyên|nông thôn|nông nghiệp|thống kê|\
    hành chính công|hành chính|thông tin|truyền thông|sở hữu trí tuệ|phát triển|đổi mới sáng tạo|sáng tạo|\
    khởi nghiệp|kỹ thuật|sản xuất|thương nhân|quốc gia|giáo dục thường xuyên|giáo dục nghề nghiệp|\
    công nghệ thông tin|khởi nghiệp sáng tạo|trung cấp|trung học phổ thông|\
    trung học cơ sở|trung học|an toàn thông tin",
    )
});

/// Words that begin an action, so that no name goes on over them even where they could be part of one.
pub static ACTIONS: Words = Words::new(|| {
    index(
        "tổ chức thực hiện|quản lý chặt|quản lý hoạt|quản lý các|quản lý nhà nước về|nghiên cứu|đào tạo|cung cấp|\
    cung ứng cho|giao dịch|xúc tiến các|báo cáo|phát triển|phát hiện|phát huy|phát động|truyền thông về|\
    truyền thông rộng|thương mại hóa|công bố|công khai|vận hành|vận động|giáo dục|quảng bá|kinh doanh trên|\
    hội nhập|trình|tham mưu|chủ trì|chủ động|phối hợp|trực tiếp|thành lập|số hóa|liên kết|liên hệ|bộ trí|\
    có trách nhiệm|có giải pháp|có kế hoạch|có biện pháp|hợp tác quốc tế|ban hành|cấp phép|cấp mã|và triển|\
    trong việc|trong công tác|trong quá trình|trong lĩnh vực|đặc biệt|trong triển|trong tổ chức|trong thực hiện|\
    trên cơ sở|trong hoạt động|trong xây",
    )
});

/// "tổ chức" that is a body and not an action.
pub static BODIES: Words = Words::new(|| {
    index(
        "tổ chức tín dụng|tổ chức chính trị|tổ chức xã hội|tổ chức có liên quan|tổ chức liên quan|tổ chức đoàn thể|\
    tổ chức cung ứng|tổ chức nghề nghiệp|tổ chức khác|tổ chức ,|tổ chức kinh tế|tổ chức quốc tế|tổ chức đảng",
    )
});

/// Words that no name goes on over: what somebody does, and the small words between a name and that.
pub static VERBS: Words = Words::new(|| {
    index(
        "chủ trì|chủ động|phối hợp|tham mưu|có|chịu|là|làm|được|sẽ|cần|phải|đã|đang|cho|để|nhằm|do|bởi|khi|nếu|theo|\
    với|trong|\
    ngoài|từ|đến|tại|ở|về|trên|dưới|như|thì|cũng|chỉ|không|hằng năm|hàng năm|hằng quý|hàng quý|hằng tháng|hàng tháng|\
    mỗi|định kỳ|thường xuyên|căn cứ|tích cực|tiếp tục|\
    xây dựng|triển khai|tổ chức|thực hiện|hướng dẫn|kiểm tra|theo dõi|bố trí|cân đối|hỗ trợ|đẩy mạnh|tăng cường|\
    rà soát|\
    nghiên cứu|đề xuất|tổng hợp|báo cáo|tuyên truyền|vận động|khuyến khích|tạo|lồng ghép|ban hành|thẩm định|trình|\
    cung cấp|\
    cung ứng|phát triển|quản lý|đấu tranh|ngăn chặn|xử lý|bảo đảm|đảm bảo|chia sẻ|lựa chọn|biểu dương|vận hành|\
    khảo sát|mở|\
    ký|nâng|đưa|lập|cấp|thí điểm|đôn đốc|giám sát|giúp|đánh giá|quy hoạch|giới thiệu|quảng bá|kết nối|ưu tiên|\
    giải quyết|\
    tiếp nhận|công bố|đào tạo|bồi dưỡng|tập huấn|xúc tiến|thu|kê khai|kiểm soát|phát hiện|phòng|chống|tháo gỡ|gửi|cử|\
    dành|\
    tham gia|thành lập|phê duyệt|cập nhật|ứng dụng|áp dụng|sử dụng|đăng|phát động|phát hành|viết|kiến nghị|phản ánh|\
    duy trì|khai thác|liên kết|\
    số hóa|cải cách|cắt giảm|rút ngắn|hoàn thành|hoàn thiện|thay|sắp|sửa|bổ sung|điều chỉnh|điều tra|quán triệt|\
    phổ biến|\
    chỉ đạo|giao|chuẩn bị|bám|huy động|thu hút|tìm|đầu tư|lắp|tuân thủ|chấp hành|thi hành|đảm nhiệm|phụ trách|cùng|\
    sơ kết|\
    tổng kết|thông tin|truyền thông|kết hợp|hình thành|trực tiếp|thúc đẩy|tận dụng|yêu cầu|đề nghị|chuyển đổi|\
    chuyển giao|\
    thử nghiệm|biên soạn|vừa|đồng chủ trì|đồng thời|đồng hành|tổng|nhân rộng|liên hệ|in|chăm lo|miễn|giảm|tăng|\
    thống nhất|cam kết|chuẩn hóa|nhận|phân công|\
    phân bổ|phân tích|xác định|hoạt động|tranh thủ|chọn|mời|bán|mua|lấy|rút|thay thế|gắn|nâng cao|cải thiện|\
    khắc phục|tuyển|gom|\
    nhắc|dự báo|tìm kiếm|hoàn trả|thẩm tra|bàn giao|khai trương|lên|ghi|xác nhận|bảo trì|chứng nhận|thông báo|\
    cảnh báo|đặt hàng|quyết định|tư vấn|khen thưởng|xem xét|thường|kịp thời|tự nguyện|xóa|trao đổi|\
    củng cố|kiện toàn|nắm|niêm yết|trưng bày|tiêu thụ|thuê|truy xuất|trích|tái cấu trúc|soạn|sàng lọc|phổ cập|\
    phân loại|\
    nghiệm thu|kêu gọi|kích cầu|khởi công|khởi động|khuyến cáo|lan tỏa|lưu trữ|giữ|đóng vai trò|giảng dạy|góp ý|\
    đàm phán|\
    đặt|đề cử|đổi mới|đối chiếu|đối soát|đối thoại|định hướng|đồng bộ|đấu nối|chứng thực|công nhận|\
    công khai|bao tiêu|biên tập|bình chọn|bình ổn|vinh danh|xuất bản|xác minh|xác thực|xã hội hóa|quay|quét|tích hợp|\
    tôn vinh|hòa giải|hoạch định|hiện đại hóa|gia hạn|cải tạo|thiết lập|tái chế|xử phạt|mở rộng|đơn giản hóa|\
    khuyến nghị|nộp|tặng|trao|làm việc|bắt đầu|rút gọn|gia nhập|hưởng ứng|điều phối|lãnh đạo|tự đầu tư|tự nguyện|\
    tự chủ|tự xây dựng|tự tổ chức|lo liệu|phong tỏa|đảm trách|tiến hành|buộc|chặn|chế tạo|chở|chốt|dọn|gia tăng|\
    livestream|lọc|lưu giữ|tái sử dụng|thưởng|tiết giảm|\
    truy quét|truy tìm|vạch|vẽ|xác lập|vận chuyển|sản xuất|thẩm duyệt|truy vết|ươm tạo",
    )
});

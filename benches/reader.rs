//! How fast documents are read: `cargo bench --bench reader`.
//!
//! A plan of a hundred pages, and twenty megabytes of what no plan is, in which reading must still be linear.

#![expect(clippy::print_stdout, reason = "a benchmark talks to a person at a terminal")]

use lotrinh::reader::read;
use std::time::Instant;

/// A page of a plan in words of our own.
const PAGE: &str = "II. MỤC TIÊU\n1. Đến năm 2030, trên 65% dân số mua sắm trực tuyến, trong đó khu vực nông thôn đạt 40%.\n\
2. Doanh số thương mại điện tử B2C tăng 20 - 22%/năm, chiếm 15% tổng mức bán lẻ.\n\
| STT | Chỉ tiêu | ĐVT | 2028 | 2030 |\n|---|---|---|---|---|\n| 1 | Doanh nghiệp có website | % | 40 | 60 |\n\
III. TỔ CHỨC THỰC HIỆN\n1. Sở Công Thương\na) Chủ trì, phối hợp với Công an tỉnh và các sở, ban, ngành kiểm tra hoạt động bán hàng trực tuyến.\n\
b) Trước ngày 15 tháng 12 hằng năm, tổng hợp kết quả, báo cáo Ủy ban nhân dân tỉnh.\n\
2. Sở Tài chính tham mưu bố trí kinh phí; hướng dẫn các đơn vị thanh toán, quyết toán theo quy định.\n\
- Xây dựng cơ sở dữ liệu dùng chung (Sở Khoa học và Công nghệ chủ trì, Sở Tư pháp phối hợp; hoàn thành năm 2027).\n";

fn timed(name: &str, text: &str) {
    let start = Instant::now();
    let reading = read(text);
    let seconds = start.elapsed().as_secs_f64();
    let megabytes = text.len() as f64 / 1e6;
    println!(
        "{name:<28} {megabytes:>6.2} MB  {:>8.1} ms  {:>7.2} MB/s  ({} targets, {} tasks)",
        seconds * 1e3,
        megabytes / seconds,
        reading.targets.len(),
        reading.tasks.len(),
    );
}

fn main() {
    let of = |unit: &str, bytes: usize| unit.repeat(bytes.div_ceil(unit.len()));
    timed("a plan, 100 pages", &of(PAGE, 300_000));
    timed("a plan, 6000 pages", &of(PAGE, 20_000_000));
    for (name, unit) in [
        ("a", "a"),
        ("1.", "1."),
        ("|", "|"),
        ("digits", "7"),
        ("open brackets", "("),
        ("figures", "5% "),
        ("names", "Sở Công Thương; "),
        ("dashes", "- a\n"),
        ("cells", "<td rowspan=200>"),
        ("heads", "<head>"),
    ] {
        timed(name, &of(unit, 20_000_000));
    }
}

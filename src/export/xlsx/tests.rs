use super::*;

#[test]
fn columns_and_days_are_counted_as_workbooks_do() {
    for (at, expected) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (701, "ZZ"), (702, "AAA")] {
        assert_eq!(letters(at), expected);
    }
    for (day, expected) in [
        ("1901-01-01", Some(367)),
        ("2000-02-29", Some(36_585)),
        ("2020-05-15", Some(43_966)),
        ("2026-11-27", Some(46_353)),
        ("2026-01", None),
        ("2026-13-01", None),
        ("soon", None),
    ] {
        assert_eq!(serial(day), expected, "{day}");
    }
}

#[test]
fn names_of_worksheets_are_short_different_and_allowed() {
    let taken = ["Nhiệm vụ".to_owned()];
    assert_eq!(sheet_name("nhiệm vụ", &taken), "Nhiệm vụ 2");
    assert_eq!(sheet_name("a/b:c[d]*?'\\", &[]), "Abcd");
    assert!(sheet_name(&"dài ".repeat(20), &[]).chars().count() <= 31);
    assert!(!sheet_name("", &[]).is_empty());
}

#[test]
fn signs_that_xml_does_not_know_are_left_out() {
    assert_eq!(escaped("a & b < \"c\" \u{0}\u{8}\u{ffff}>"), "a &amp; b &lt; &quot;c&quot; &gt;");
}

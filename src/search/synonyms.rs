//! What means the same: abbreviations, their long forms, and the words of the other language.
//!
//! Only words that one language has several of, or that readers type in the other: every record is in
//! both languages already. What an agency became is not here but in the data.

use super::lexicon::{key, split};
use crate::text::words;

/// One group a line, its members parted by `|`. A member after `=` counts only as spelled, for a
/// folded `san` is `sản` as well. In texts all count only as spelled.
const GROUPS: &[&str] = &[
    "tmđt|thương mại điện tử|e-commerce|ecommerce|electronic commerce",
    "ubnd|ủy ban nhân dân|people's committee|people's committees",
    "hđnd|hội đồng nhân dân|people's council|people's councils",
    "dnnvv|doanh nghiệp nhỏ và vừa|doanh nghiệp vừa và nhỏ|sme|smes|small and medium-sized enterprises\
     |small and medium enterprises|small and medium-sized businesses|small and medium businesses",
    "tt&tt|tttt|thông tin và truyền thông|thông tin, truyền thông|information and communications",
    "kh&cn|khcn|khoa học và công nghệ|khoa học, công nghệ|science and technology",
    "kh&đt|khđt|kế hoạch và đầu tư|planning and investment",
    "gd&đt|gdđt|giáo dục và đào tạo|giáo dục, đào tạo|education and training",
    "nn&ptnt|nông nghiệp và phát triển nông thôn|agriculture and rural development",
    "bct|bộ công thương|moit|ministry of industry and trade",
    "btc|bộ tài chính|mof|ministry of finance",
    "ttg|thủ tướng|prime minister",
    "nhnn|ngân hàng nhà nước|sbv|state bank",
    "qltt|quản lý thị trường|market surveillance|market management",
    "hđđt|hóa đơn điện tử|e-invoice|e-invoices|e-invoicing|electronic invoice|electronic invoices",
    "=sàn|sàn tmđt|sàn thương mại điện tử|sàn giao dịch|nền tảng|platform|platforms|marketplace|marketplaces",
    "không dùng tiền mặt|không tiền mặt|phi tiền mặt|cashless|non-cash|ttkdtm",
    "đào tạo|training|tập huấn",
    "b2c|bán lẻ trực tuyến|tmđt bán lẻ|bán lẻ tmđt|online retail|business to consumer|retail e-commerce",
    "b2b|giữa doanh nghiệp với doanh nghiệp|business to business",
    "qđ|quyết định|decision",
    "nđ|nghị định|decree",
    "cntt|công nghệ thông tin|information technology",
    "cđs|chuyển đổi số|digital transformation",
    "kts|kinh tế số|digital economy",
    "xbg|xuyên biên giới|cross-border|crossborder",
    "cks|chữ ký số|ký số|digital signature|digital signatures|e-signature",
    "dvc|dịch vụ công|public service|public services",
    "ttđt|thanh toán điện tử|e-payment|e-payments|electronic payment",
    "hợp đồng điện tử|e-contract|e-contracts",
    "ví điện tử|e-wallet|e-wallets",
    "mua sắm trực tuyến|mua hàng trực tuyến|online shopping|shopping online",
    "ntd|người tiêu dùng|consumer|consumers",
    "tphcm|tp hcm|hcm|tp hồ chí minh|thành phố hồ chí minh|ho chi minh city|hcmc",
    "brvt|br vt|bà rịa vũng tàu",
    "hải quan|customs",
    "=thuế|tax|taxes",
];

/// No member has more words.
const LONGEST: usize = 7;

/// One member of a group.
#[derive(Debug, Clone)]
pub(super) struct Member {
    /// Its group.
    pub(super) group: usize,
    /// Whether it counts only as spelled.
    strict: bool,
    /// The key of each word.
    pub(super) words: Vec<Vec<u8>>,
}

/// Some words of a query that are a member of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Span {
    /// The first word.
    pub(super) start: usize,
    /// How many.
    pub(super) len: usize,
    /// The member, by its place.
    pub(super) member: usize,
}

/// All members, those of a group beside each other.
pub(super) fn members() -> Vec<Member> {
    let mut members = Vec::new();
    for (group, line) in GROUPS.iter().enumerate() {
        for text in line.split('|') {
            let keys = words(text).map(|range| {
                let mut out = Vec::new();
                key(&text[range], &mut out);
                out
            });
            members.push(Member { group, strict: text.starts_with('='), words: keys.collect() });
        }
    }
    members
}

/// The members that stand in a row of words, longest first. The last may be half typed: from two words
/// on, at most one of the member's words may be missing and the last of those there be a beginning.
pub(super) fn spans(members: &[Member], words: &[&[u8]]) -> Vec<Span> {
    let mut found = Vec::new();
    for len in (1..=LONGEST.min(words.len())).rev() {
        for start in 0..=words.len() - len {
            for (place, member) in members.iter().enumerate() {
                if member.stands_in(&words[start..][..len], start + len == words.len()) {
                    found.push(Span { start, len, member: place });
                }
            }
        }
    }
    found
}

impl Member {
    /// Whether these words are the member, or the beginning of it that is left when typing it has not ended.
    fn stands_in(&self, typed: &[&[u8]], at_end: bool) -> bool {
        let len = typed.len();
        let equal = |at: usize| match self.strict {
            true => typed[at] == self.words[at],
            false => split(typed[at]).0 == split(&self.words[at]).0,
        };
        if len > self.words.len() || !(0..len - 1).all(equal) {
            return false;
        }
        let begun = at_end && len > 1 && len + 1 >= self.words.len();
        (len == self.words.len() && equal(len - 1))
            || (begun && split(&self.words[len - 1]).0.starts_with(split(typed[len - 1]).0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each find as its words and the member.
    #[track_caller]
    fn check(query: &str, expected: &[&str]) {
        let typed: Vec<&str> = words(query).map(|range| &query[range]).collect();
        let keys: Vec<Vec<u8>> = typed.iter().map(|word| members_key(word)).collect();
        let members = members();
        let shown = |span: &Span| {
            let member: Vec<_> =
                members[span.member].words.iter().map(|key| String::from_utf8_lossy(split(key).0)).collect();
            format!("{} = {}", typed[span.start..][..span.len].join(" "), member.join(" "))
        };
        let found = spans(&members, &keys.iter().map(Vec::as_slice).collect::<Vec<_>>());
        assert_eq!(found.iter().map(shown).collect::<Vec<_>>(), expected);
    }

    fn members_key(word: &str) -> Vec<u8> {
        let mut out = Vec::new();
        key(word, &mut out);
        out
    }

    #[test]
    fn members_are_found_in_what_is_typed() {
        check("tmdt", &["tmdt = tmdt"]);
        check("phat trien thuong mai dien tu", &["thuong mai dien tu = thuong mai dien tu"]);
        check("Uỷ ban nhân dân tỉnh", &["Uỷ ban nhân dân = uy ban nhan dan"]);
        check("sàn TMĐT", &["sàn TMĐT = san tmdt", "sàn = san", "TMĐT = tmdt"]);
        check("khoa hoc", &[]);
    }

    #[test]
    fn one_syllable_counts_only_as_spelled() {
        check("sàn", &["sàn = san"]);
        check("san", &[]);
        check("sản phẩm", &[]);
    }

    #[test]
    fn the_last_member_may_be_half_typed() {
        check("thuong mai dien", &["thuong mai dien = thuong mai dien tu"]);
        check("thuong mai dien t", &["thuong mai dien t = thuong mai dien tu"]);
        check("thuong mai", &[]);
        check("thuong mai dien x", &[]);
        check("thuong mai dien so", &[]);
        check("e-com", &["e com = e commerce"]);
        check("e", &[]);
    }

    #[test]
    fn the_table_is_sound() {
        let members = members();
        assert!(members.iter().all(|member| (1..=LONGEST).contains(&member.words.len())));
        for (at, member) in members.iter().enumerate() {
            let again = members[at + 1..].iter().find(|other| other.words == member.words);
            assert!(
                again.is_none(),
                "twice: {:?}",
                member.words.iter().map(|key| String::from_utf8_lossy(split(key).0))
            );
        }
    }
}

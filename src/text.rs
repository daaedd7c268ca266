//! Vietnamese text without its marks, for sorting and finding.

/// One letter without tone and vowel marks, in lower case: ế → e, Đ → d. Others come back lower-cased.
pub fn fold_char(c: char) -> char {
    let c = c.to_lowercase().next().unwrap_or(c);
    match c {
        'à' | 'á' | 'ả' | 'ã' | 'ạ' | 'ă' | 'ằ' | 'ắ' | 'ẳ' | 'ẵ' | 'ặ' | 'â' | 'ầ' | 'ấ' | 'ẩ' | 'ẫ' | 'ậ' => 'a',
        'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ' | 'ê' | 'ề' | 'ế' | 'ể' | 'ễ' | 'ệ' => 'e',
        'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' => 'i',
        'ò' | 'ó' | 'ỏ' | 'õ' | 'ọ' | 'ô' | 'ồ' | 'ố' | 'ổ' | 'ỗ' | 'ộ' | 'ơ' | 'ờ' | 'ớ' | 'ở' | 'ỡ' | 'ợ' => 'o',
        'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ' | 'ư' | 'ừ' | 'ứ' | 'ử' | 'ữ' | 'ự' => 'u',
        'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ' => 'y',
        // đ is a letter of its own and does not decompose, which plain mark-stripping forgets.
        'đ' => 'd',
        other => other,
    }
}

/// A text without marks, in lower case. Combining marks of a decomposed text are dropped.
pub fn fold(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{300}'..='\u{36f}')).map(fold_char).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_vietnamese_letter_folds_composed_or_decomposed() {
        use unicode_normalization::UnicodeNormalization;
        let letters = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";
        for c in letters.chars() {
            let plain: String = c.nfd().filter(|c| !matches!(c, '\u{300}'..='\u{36f}')).collect();
            assert_eq!(fold(&c.to_string()), plain, "{c}");
            assert_eq!(fold(&c.to_uppercase().to_string()), plain, "{c} in upper case");
            assert_eq!(fold(&c.nfd().collect::<String>()), plain, "{c} decomposed");
        }
        assert_eq!(fold("Đắk Nông"), "dak nong");
    }
}

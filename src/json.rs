//! A string of JSON, for those who write JSON in a browser: the library that reads and writes all of it costs too much
//! there.

/// The string in quotation marks.
pub fn string(text: &str) -> String {
    let mut out = "\"".to_owned();
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            // JavaScript of before 2019 would end a string at the last two.
            c if c < ' ' || matches!(c, '\u{2028}' | '\u{2029}') => out += &format!("\\u{:04x}", u32::from(c)),
            c => out.push(c),
        }
    }
    out + "\""
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_text_is_written_so_that_it_is_read_back() {
        let every: String = (0..0x250).filter_map(char::from_u32).chain(['\u{2028}', 'ế', '😀']).collect();
        assert_eq!(serde_json::from_str::<String>(&string(&every)).ok(), Some(every));
    }

    proptest! {
        #[test]
        fn any_text_comes_back(words in ".{0,40}|[\u{0}-\u{20}\"\\\\\u{2028}]{0,20}") {
            let back: String = serde_json::from_str(&string(&words)).expect("it is JSON");
            prop_assert_eq!(back, words);
        }
    }
}

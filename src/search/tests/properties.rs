//! What must hold of every query.

use super::*;
use crate::text::{fold, words};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// What queries are made of: words and pieces of the data, typos, marks of all sorts.
fn typed() -> impl Strategy<Value = String> {
    let texts = real_index().entries.texts.iter().map(|text| &**text);
    let texts: Vec<&'static str> = texts.collect();
    let piece = (0..texts.len(), any::<prop::sample::Index>(), 1..24_usize).prop_map(move |(at, start, len)| {
        let chars: Vec<char> = texts[at].chars().collect();
        let start = start.index(chars.len());
        chars[start..(start + len).min(chars.len())].iter().collect::<String>()
    });
    let piece = prop_oneof![
        4 => piece.clone(),
        2 => piece.clone().prop_map(|text| fold(&text)),
        1 => piece.prop_map(|text| text.nfd().collect()),
        1 => "[a-zđ]{1,9}",
        1 => "\\PC{0,6}",
        1 => "[\"“” \u{301}\u{31b}/&.-]{1,3}",
    ];
    prop::collection::vec(piece, 1..4).prop_map(|pieces| pieces.join(" "))
}

/// Whether some word of the entry could be meant by a word of the query, judged without the index.
fn could_be(entry: &Entry<'_>, word: &str) -> bool {
    let letters = |text: &str| -> Vec<u8> { fold(text).into_bytes() };
    let wanted = letters(word);
    entry.fields.iter().any(|field| {
        words(&field.text).any(|range| {
            let there = letters(&field.text[range]);
            let typos = wanted.len() / 4;
            let near = there.len().abs_diff(wanted.len()) <= typos || there.len() > wanted.len();
            let shared = wanted.iter().filter(|letter| there.contains(letter)).count();
            there.starts_with(&wanted) || (near && typos > 0 && shared + typos.min(2) >= wanted.len())
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn an_answer_is_sound(text in typed(), limit in 0..40_usize, english: bool) {
        let index = real_index();
        let lang = if english { Lang::En } else { Lang::Vi };
        let query = Query { limit, ..Query::new(&text, lang) };
        let answer = index.search(&query);
        prop_assert_eq!(answer.hits.len(), answer.total.min(limit));
        prop_assert_eq!(answer.kinds.iter().sum::<usize>(), answer.total);
        prop_assert!(answer.hits.is_sorted_by_key(|hit| (std::cmp::Reverse(hit.score), hit.entry)));
        for hit in &answer.hits {
            let entry = index.entry(hit.entry).expect("what was found is there");
            prop_assert_eq!(hit.id, entry.id);
            prop_assert!(!hit.marks.is_empty(), "{} finds nothing to highlight", text);
            for field in 0..entry.fields.len() {
                let marks = answer.marks(index, hit.entry, field);
                let text = &entry.fields[field].text;
                let mut end = 0;
                for mark in marks {
                    prop_assert!(mark.start >= end && mark.start < mark.end);
                    // Whole letters with all their marks, none at the edge of a word but letters and digits.
                    let shown = text.get(mark.clone());
                    prop_assert!(shown.is_some_and(|shown| !shown.trim().is_empty()));
                    let after = text[mark.end..].chars().next();
                    let cut = after.is_some_and(|c| matches!(c, '\u{300}'..='\u{36f}'));
                    prop_assert!(!cut, "a mark is cut off its letter");
                    end = mark.end;
                }
            }
        }
        prop_assert_eq!(index.search(&query).hits, answer.hits, "the same query has the same answer");
    }

    #[test]
    fn every_result_contains_every_word_in_some_form(text in typed()) {
        let index = real_index();
        let answer = index.search(&all(&text));
        let typed: Vec<&str> = words(&text).take(query::MOST_WORDS).map(|range| &text[range]).collect();
        let keys: Vec<Vec<u8>> = query::parse(&text).into_iter().map(|word| word.key).collect();
        let keys: Vec<&[u8]> = keys.iter().map(Vec::as_slice).collect();
        let spans = synonyms::spans(&index.members, &keys);
        for hit in answer.hits.iter().take(50) {
            let entry = &index.entry(hit.entry).expect("what was found is there");
            for (at, word) in typed.iter().enumerate().take(keys.len()) {
                let by_synonym = spans.iter().any(|span| (span.start..span.start + span.len).contains(&at));
                prop_assert!(by_synonym || could_be(entry, word), "{word} of {text} is not in {entry:?}");
            }
        }
    }

    #[test]
    fn composed_or_decomposed_is_the_same_query(text in typed()) {
        let composed = text.nfc().collect::<String>();
        let decomposed = text.nfd().collect::<String>();
        // Letters of other alphabets are not taken apart, and a long query is cut.
        prop_assume!(fold(&composed) == fold(&decomposed) && decomposed.len() <= 300);
        let answer = |text| real_index().search(&Query::new(text, Lang::Vi));
        prop_assert_eq!(answer(&composed).hits, answer(&decomposed).hits);
    }

    #[test]
    fn small_indexes_find_what_reading_them_finds(
        texts in prop::collection::vec("[ab][ab ]{0,9}", 1..9), query in "[ab]{1,2}( [ab]{1,2}){0,2}", quoted: bool,
    ) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let index = Index::new(titles(&texts));
        let wanted: Vec<&str> = query.split(' ').collect();
        let last = wanted.len() - 1;
        let fits = |at: usize, word: &str| if at == last && !quoted { word.starts_with(wanted[at]) } else { word == wanted[at] };
        let expected: Vec<usize> = (0..texts.len()).filter(|text| {
            let there: Vec<&str> = texts[*text].split_whitespace().collect();
            match quoted {
                true => there.windows(wanted.len()).any(|some| some == wanted),
                false => (0..wanted.len()).all(|at| there.iter().any(|word| fits(at, word))),
            }
        }).collect();
        let text = if quoted { format!("\"{query}\"") } else { query.clone() };
        let answer = index.search(&all(&text));
        let mut found: Vec<usize> = answer.hits.iter().map(|hit| hit.entry).collect();
        found.sort_unstable();
        if !answer.corrected {
            prop_assert_eq!(found, expected);
        } else {
            prop_assert!(expected.is_empty());
        }
    }
}

//! Owns which articles the suggesters can read: those in English.

use std::collections::BTreeMap;

use crate::base::words::Provenance;
use crate::corpus::{Article, language_name};

/// Whether the article is in a language the suggesters know: English by its metadata, or mostly ASCII letters where
/// the language is unknown.
pub fn searchable(article: &Article) -> bool {
    match &article.metadata.language {
        Some(language) if matches!(language.value.as_str(), "en" | "eng") => true,
        // A guess from a few words is weak: the words themselves decide.
        Some(language) => language.from == Provenance::Guessed && is_short_english(&article.text),
        None => {
            let letters = article.text.chars().filter(|it| it.is_alphabetic());
            let (ascii, all) = letters.fold((0usize, 0usize), |(ascii, all), it| {
                (ascii + usize::from(it.is_ascii()), all + 1)
            });
            ascii * 10 >= all * 9
        }
    }
}

/// How many of the articles are not [`searchable`], by the English name of their language and in its order; where it
/// is not known, "unknown language".
pub fn not_searched<'a>(
    articles: impl IntoIterator<Item = &'a Article>,
) -> BTreeMap<String, usize> {
    let mut languages = BTreeMap::new();
    for article in articles.into_iter().filter(|it| !searchable(it)) {
        let language = article.metadata.language.as_ref();
        let name = language.map_or("unknown language", |it| language_name(&it.value));
        *languages.entry(name.to_owned()).or_default() += 1;
    }
    languages
}

/// Whether a text too short for a sure guess is full of English words; of one or two sentences one sure word is enough.
fn is_short_english(text: &str) -> bool {
    const SHORT: usize = 2_000;
    const COMMON: &[&str] = &[
        "the", "of", "at", "by", "was", "were", "people", "killed", "wounded", "said", "and",
        "with", "when", "from", "that", "have", "been", "after", "their", "which", "injured",
    ];
    const SENTENCE: usize = 400;
    const SURE: &[&str] = &[
        "the",
        "and",
        "were",
        "killed",
        "killing",
        "said",
        "people",
        "dead",
        "wounded",
        "injured",
        "casualties",
        "least",
    ];
    if text.len() >= SHORT {
        return false;
    }
    let words = || text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    let count = |known: &[&str]| words().filter(|it| known.contains(it)).count();
    let common = count(COMMON);
    let full = common > 0 && common * 7 >= words().count();
    full || text.len() < SENTENCE && text.is_ascii() && count(SURE) > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_before_a_full_stop_tell_short_english_as_well() {
        for text in ["Six dead.", "25 dead.\n32 dead.", "3,154 killed.", "No casualties!"] {
            assert!(is_short_english(text), "{text}");
        }
        for text in ["Seks døde.", "Trois morts et deux blessés.", "Ukjent: 12 drept.", ""] {
            assert!(!is_short_english(text), "{text}");
        }
    }
}

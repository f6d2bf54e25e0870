//! Owns which articles the suggesters can read: those in English.

use crate::base::words::Provenance;
use crate::corpus::Article;

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

/// Whether a text too short for a sure guess is full of English words.
fn is_short_english(text: &str) -> bool {
    const SHORT: usize = 2_000;
    const COMMON: &[&str] = &[
        "the", "of", "at", "by", "was", "were", "people", "killed", "wounded", "said", "and",
        "with", "when", "from", "that", "have", "been", "after", "their", "which", "injured",
    ];
    let all = text.split_whitespace().count();
    let common = text.split_whitespace().filter(|it| COMMON.contains(it)).count();
    text.len() < SHORT && common * 7 >= all && common > 0
}

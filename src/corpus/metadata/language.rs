//! Owns the language of an article: as the file states it, else guessed from its letters and words.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use whatlang::Script;

use super::head::Lines;
use crate::corpus::Known;

/// Letters below which words say nothing of their language.
const FEW: usize = 12;

/// Letters below which a doubtful guess is not made at all.
const SOME: usize = 40;

/// Letters looked at.
const ENOUGH: usize = 4000;

/// The codes of ISO 639-1 by those of ISO 639-3.
static SHORT: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    let lines = include_str!("../../../assets/languages.txt").lines();
    let codes = lines.filter_map(|line| line.split_once(' '));
    codes.map(|(long, rest)| (long, rest.split(' ').next().unwrap_or(rest))).collect()
});

/// The English name of a language by its code, "French" for `fr`; the code itself if it is none known here.
pub fn language_name(code: &str) -> &str {
    match code {
        // The library tells these two by one of their forms.
        "zh" => return "Chinese",
        "no" | "nb" => return "Norwegian",
        _ => {}
    }
    let long = SHORT.iter().find_map(|(long, short)| (*short == code).then_some(*long));
    whatlang::Lang::from_code(long.unwrap_or(code)).map_or(code, |it| it.eng_name())
}

/// The language a file states by a tag such as "en-GB".
pub fn stated(tag: Option<Known<String>>) -> Option<Known<String>> {
    let tag = tag?;
    let code = tag.value.split(['-', '_']).next().unwrap_or_default().trim().to_ascii_lowercase();
    let is_code = (2..=3).contains(&code.len()) && code.bytes().all(|it| it.is_ascii_lowercase());
    let value = SHORT.get(code.as_str()).map_or(code.clone(), |it| (*it).to_owned());
    is_code.then_some(Known { value, ..tag })
}

/// The language the words of the first lines are in, if there are enough of them.
pub fn guessed(lines: &Lines<'_>) -> Option<Known<String>> {
    let mut words = String::new();
    for line in &lines.head {
        words.push_str(line.text);
        words.push('\n');
        if ENOUGH <= words.len() {
            break;
        }
    }
    let letters = words.chars().filter(|it| it.is_alphabetic()).count();
    let info = (FEW <= letters).then(|| whatlang::detect(&words))??;
    let code = info.lang().code();
    let value = SHORT.get(code).map_or(code, |it| it).to_owned();
    let own = matches!(
        info.script(),
        Script::Armenian | Script::Georgian | Script::Greek | Script::Hangul | Script::Thai
    );
    if own {
        return Some(Known::guessed(value, format!("the {} letters", info.script().name())));
    }
    match info.is_reliable() {
        true => Some(Known::guessed(value, "the words")),
        false if SOME <= letters => Some(Known::guessed(value, "the words, though with doubt")),
        false => None,
    }
}

//! Owns what counts as left over from the page around an article. The words are data in `assets/furniture.txt` and
//! `assets/languages.txt`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::{RegexSet, RegexSetBuilder};

use crate::base::Span;

/// Letters beyond which a line is the article's own.
const LONGEST: usize = 600;

/// Paragraphs at the end of a text among which "Next article" takes the line after it with it.
const TAIL: usize = 12;

struct Rules {
    whole: BTreeSet<String>,
    begins: Vec<String>,
    patterns: RegexSet,
    before: BTreeSet<String>,
    /// Longest first, so that a name is not mistaken for the beginning of another.
    languages: Vec<String>,
}

static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let (mut whole, mut begins, mut before) = (BTreeSet::new(), Vec::new(), BTreeSet::new());
    let mut patterns = Vec::new();
    for line in include_str!("../../../assets/furniture.txt").lines() {
        let Some((kind, rule)) = line.split_once(':') else { continue };
        let rule = rule.trim().to_owned();
        match kind {
            "whole" => drop(whole.insert(rule)),
            "begins" => begins.push(rule),
            "before" => drop(before.insert(rule)),
            "pattern" => patterns.push(rule),
            _ => {}
        }
    }
    let languages = include_str!("../../../assets/languages.txt").lines();
    let languages = languages.filter(|line| !line.starts_with('#'));
    let names = languages.flat_map(|line| line.split_whitespace().skip(2).map(str::to_lowercase));
    let mut languages: Vec<String> = names.collect();
    languages.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let patterns = RegexSetBuilder::new(patterns).case_insensitive(true).build();
    // The patterns are fixed data; a test holds that they are all good.
    Rules { whole, begins, patterns: patterns.unwrap_or_default(), before, languages }
});

/// Those of `paragraphs` that the page left over, in order.
pub fn furniture(text: &str, paragraphs: &[Span]) -> Vec<Span> {
    let mut found = Vec::new();
    let tail = paragraphs.len().saturating_sub(TAIL);
    let mut belongs = false;
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let line = paragraph.of(text);
        let is_short = line.len() <= 4 * LONGEST && line.chars().count() <= LONGEST;
        let line = if is_short { plain(line) } else { String::new() };
        let leads_on = RULES.before.contains(core(&line));
        if is_short && (belongs || leads_on || is_left_over(&line)) {
            found.push(*paragraph);
        }
        belongs = leads_on && tail <= at;
    }
    found
}

fn is_left_over(line: &str) -> bool {
    RULES.whole.contains(core(line))
        || RULES.begins.iter().any(|beginning| line.starts_with(beginning))
        || RULES.patterns.is_match(line)
        || is_hashtags(line)
        || is_language_bar(line)
}

fn is_hashtags(line: &str) -> bool {
    line.split_whitespace().all(|word| word.len() > 1 && word.starts_with('#'))
}

/// Whether the line is nothing but names of languages, two or more.
fn is_language_bar(line: &str) -> bool {
    let (mut rest, mut count) = (line, 0);
    loop {
        rest = rest.trim_start_matches(|it: char| it.is_whitespace() || "|/·•,-–".contains(it));
        if rest.is_empty() {
            return 2 <= count;
        }
        match RULES.languages.iter().find_map(|name| rest.strip_prefix(name.as_str())) {
            Some(after) => (rest, count) = (after, count + 1),
            None => return false,
        }
    }
}

/// The line in lower case with plain quotes.
fn plain(line: &str) -> String {
    line.to_lowercase().replace(['’', '‘'], "'")
}

/// The line without marks at its ends.
fn core(line: &str) -> &str {
    line.trim_matches(|it: char| it.is_whitespace() || ".:!…»«→←›‹>|".contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_of_the_list_is_good() {
        let lines = include_str!("../../../assets/furniture.txt").lines();
        let patterns = lines.filter(|line| line.starts_with("pattern:")).count();
        assert_eq!(RULES.patterns.len(), patterns);
        assert!(10 < RULES.before.len() && 20 < RULES.languages.len());
    }
}

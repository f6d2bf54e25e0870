//! Owns what single words and phrases mean to the suggesters, read once from `assets/lexicon.txt`. Words are added
//! there, not here.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::tokens::Token;
use crate::base::words::{Demographic, Outcome, Position, Qualifier, Role};

/// What a word or phrase means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    People(Role, Demographic),
    Harm(Outcome, Form),
    Bound(Qualifier),
    /// A verb of saying.
    Say,
    /// The noun of one who acts or speaks: "ministry".
    ActorNoun,
    /// A word that stands before such a noun: "foreign".
    ActorWord,
    /// What is counted without being people: "years", "drones".
    Unit,
    Hypothetical,
    Negation,
    Stance(Position, Shape),
    /// "called for", "urged".
    Appeal,
    /// What both sides are asked for: "ceasefire".
    Settlement,
    /// What one side is asked for: "stop".
    Stopping,
}

/// How a word of harm stands to the people counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// "killed": before its object or after its subject.
    Verb,
    /// "kills": before its object.
    Active,
    /// "died": after its subject.
    Subject,
    /// "deaths": counted itself.
    Noun,
    /// "the deaths of": before the people.
    Of,
    /// "the death toll": the number follows.
    Toll,
}

/// How a word of a position stands to its actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// After its actor, or before "by" and the actor.
    Verb,
    /// "with the support of Turkey".
    Noun,
    /// In the words of a speaker.
    Spoken,
}

/// A meaning of the words at a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    pub meaning: Meaning,
    /// In tokens.
    pub len: usize,
}

#[derive(Debug)]
struct Entry {
    /// The words after the first.
    rest: Vec<&'static str>,
    meaning: Meaning,
}

/// All words by their first.
#[derive(Debug)]
pub(super) struct Lexicon {
    entries: HashMap<&'static str, Vec<Entry>>,
}

static LEXICON: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::read(include_str!("../../assets/lexicon.txt")));

impl Lexicon {
    pub fn bundled() -> &'static Lexicon {
        &LEXICON
    }

    fn read(text: &'static str) -> Self {
        let mut entries: HashMap<&'static str, Vec<Entry>> = HashMap::new();
        let mut heading = None;
        for line in text.lines().map(str::trim) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(name) = line.strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
                heading = meaning(name);
                continue;
            }
            let Some(meaning) = heading else { continue };
            for phrase in line.split(',').map(str::trim).filter(|it| !it.is_empty()) {
                // The tokeniser parts hyphens from words, and so do the entries.
                let mut words = phrase
                    .split_inclusive([' ', '-'])
                    .flat_map(|it| match it.strip_suffix('-') {
                        Some(word) => [word, "-"],
                        None => [it.trim_end(), ""],
                    })
                    .filter(|it| !it.is_empty());
                if let Some(first) = words.next() {
                    let rest = words.collect();
                    entries.entry(first).or_default().push(Entry { rest, meaning });
                }
            }
        }
        for list in entries.values_mut() {
            list.sort_by_key(|it| std::cmp::Reverse(it.rest.len()));
        }
        Self { entries }
    }

    /// What the words at `at` mean, longest first.
    pub fn marks(&self, tokens: &[Token], at: usize) -> Vec<Mark> {
        let Some(list) = tokens.get(at).and_then(|it| self.entries.get(&*it.lower)) else {
            return vec![];
        };
        let fits = |entry: &&Entry| {
            tokens[at + 1..].len() >= entry.rest.len()
                && entry.rest.iter().zip(&tokens[at + 1..]).all(|(word, token)| token.is(word))
        };
        list.iter()
            .filter(fits)
            .map(|entry| Mark { meaning: entry.meaning, len: entry.rest.len() + 1 })
            .collect()
    }
}

/// The meaning a heading gives; none for a heading that is not known, which a test forbids.
fn meaning(heading: &str) -> Option<Meaning> {
    let words: Vec<&str> = heading.split_whitespace().collect();
    Some(match words[..] {
        ["people", who] => match (who.parse::<Role>(), who.parse::<Demographic>()) {
            (Ok(role), _) => Meaning::People(role, Demographic::Unspecified),
            (_, Ok(demographic)) => Meaning::People(Role::Unspecified, demographic),
            _ => return None,
        },
        ["harm", outcome, form] => Meaning::Harm(
            outcome.parse().ok()?,
            match form {
                "verb" => Form::Verb,
                "active" => Form::Active,
                "subject" => Form::Subject,
                "noun" => Form::Noun,
                "of" => Form::Of,
                "toll" => Form::Toll,
                _ => return None,
            },
        ),
        ["bound", qualifier] => Meaning::Bound(qualifier.parse().ok()?),
        ["stance", position, shape] => Meaning::Stance(
            position.parse().ok()?,
            match shape {
                "verb" => Shape::Verb,
                "noun" => Shape::Noun,
                "spoken" => Shape::Spoken,
                _ => return None,
            },
        ),
        ["say"] => Meaning::Say,
        ["actor", "noun"] => Meaning::ActorNoun,
        ["actor", "word"] => Meaning::ActorWord,
        ["unit"] => Meaning::Unit,
        ["hypothetical"] => Meaning::Hypothetical,
        ["negation"] => Meaning::Negation,
        ["appeal"] => Meaning::Appeal,
        ["settlement"] => Meaning::Settlement,
        ["stopping"] => Meaning::Stopping,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::tokens::tokens;

    #[test]
    fn every_heading_of_the_bundled_words_is_known() {
        for line in include_str!("../../assets/lexicon.txt").lines() {
            if let Some(name) = line.strip_prefix('[') {
                assert!(meaning(name.trim_end_matches(']')).is_some(), "{line}");
            }
        }
    }

    #[test]
    fn the_longest_phrase_comes_first() {
        let words = tokens("police officers", 0);
        let marks = Lexicon::bundled().marks(&words, 0);
        assert_eq!(marks.first().map(|it| it.len), Some(2));
        let military = Meaning::People(Role::Police, Demographic::Unspecified);
        assert_eq!(marks.first().map(|it| it.meaning), Some(military));
    }
}

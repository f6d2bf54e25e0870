//! Owns what single words and phrases mean to the suggesters, read once from `assets/lexicon.txt`. Words are added
//! there, not here.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

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

/// What single words do in a sentence; the file says it of each above its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Function,
    Preposition,
    Between,
    Adverb,
    Opener,
    Thing,
    Apart,
    Office,
    Armed,
    Given,
    Naming,
    Giving,
    Refusing,
    Surrender,
    Step,
    Rejecting,
    Outlet,
    Doubted,
    Modal,
    Bystander,
    Retreat,
    Penalty,
    Summoned,
    Manner,
    Single,
    Sustaining,
    Pejorative,
    Laudatory,
    Blamed,
    Seeking,
    Strife,
    Wish,
    Accord,
    Relief,
    Agent,
}

/// The classes of a word, a bit for each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Classes(u64);

impl Classes {
    pub fn has(self, class: Class) -> bool {
        self.0 & bit(class) != 0
    }

    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

fn bit(class: Class) -> u64 {
    1 << class as u64
}

/// Which kinds of meaning some words have, a bit for each, so that most questions about a word end at a glance.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Kinds(u16);

impl Kinds {
    pub const PEOPLE: Self = Self(1);
    pub const HARM: Self = Self(1 << 1);
    pub const STANCE: Self = Self(1 << 2);

    pub fn of(meaning: Meaning) -> Self {
        match meaning {
            Meaning::People(..) => Self::PEOPLE,
            Meaning::Harm(..) => Self::HARM,
            Meaning::Stance(..) => Self::STANCE,
            Meaning::Bound(_) => Self(1 << 3),
            Meaning::Say => Self(1 << 4),
            Meaning::ActorNoun => Self(1 << 5),
            Meaning::ActorWord => Self(1 << 6),
            Meaning::Unit => Self(1 << 7),
            Meaning::Hypothetical => Self(1 << 8),
            Meaning::Negation => Self(1 << 9),
            Meaning::Appeal => Self(1 << 10),
            Meaning::Settlement => Self(1 << 11),
            Meaning::Stopping => Self(1 << 12),
        }
    }

    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub fn any_of(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// A phrase by the words after its first.
#[derive(Debug)]
struct Phrase {
    rest: Vec<&'static str>,
    meaning: Meaning,
}

/// What is known of a word: the phrases that begin with it, longest first, and its own classes.
#[derive(Debug, Default)]
struct Entry {
    phrases: Vec<Phrase>,
    classes: Classes,
}

/// All phrases by their first word. Every word of every text is looked up, and the bundled words alone are stored: a
/// quick hash serves, which strangers cannot flood.
#[derive(Debug)]
pub(super) struct Lexicon {
    entries: HashMap<&'static str, Entry, FixedState>,
}

/// What a heading gives the words below it.
#[derive(Debug, Clone, Copy)]
enum Heading {
    Meaning(Meaning),
    Class(Class),
}

static LEXICON: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::read(include_str!("../../assets/lexicon.txt")));

impl Lexicon {
    pub fn bundled() -> &'static Lexicon {
        &LEXICON
    }

    fn read(text: &'static str) -> Self {
        let mut entries: HashMap<&'static str, Entry, FixedState> = HashMap::default();
        let mut current = None;
        for line in text.lines().map(str::trim) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(name) = line.strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
                current = heading(name);
                continue;
            }
            let Some(heading) = current else { continue };
            for phrase in line.split(',').map(str::trim).filter(|it| !it.is_empty()) {
                let mut words = words(phrase);
                let Some(first) = words.next() else { continue };
                let entry = entries.entry(first).or_default();
                match heading {
                    Heading::Class(class) => entry.classes.0 |= bit(class),
                    Heading::Meaning(meaning) => {
                        entry.phrases.push(Phrase { rest: words.collect(), meaning });
                    }
                }
            }
        }
        for entry in entries.values_mut() {
            entry.phrases.sort_by_key(|it| std::cmp::Reverse(it.rest.len()));
        }
        Self { entries }
    }

    /// Adds what the words at `at` mean to `marks`, longest first; gives the classes of the first of them, and the kinds
    /// of all that was added.
    pub fn look_up(&self, tokens: &[Token], at: usize, marks: &mut Vec<Mark>) -> (Classes, Kinds) {
        let Some(entry) = tokens.get(at).and_then(|it| self.entries.get(&*it.lower)) else {
            return Default::default();
        };
        let after = tokens.get(at + 1..).unwrap_or_default();
        let mut kinds = Kinds::default();
        for phrase in &entry.phrases {
            let fits = after.len() >= phrase.rest.len()
                && phrase.rest.iter().zip(after).all(|(word, token)| token.is(word));
            if fits {
                kinds = kinds.with(Kinds::of(phrase.meaning));
                marks.push(Mark { meaning: phrase.meaning, len: phrase.rest.len() + 1 });
            }
        }
        (entry.classes, kinds)
    }
}

/// The words of a phrase; the tokeniser parts hyphens from words, and so do the entries.
fn words(phrase: &'static str) -> impl Iterator<Item = &'static str> {
    phrase
        .split_inclusive([' ', '-'])
        .flat_map(|it| match it.strip_suffix('-') {
            Some(word) => [word, "-"],
            None => [it.trim_end(), ""],
        })
        .filter(|it| !it.is_empty())
}

/// None for a heading that is not known, which a test forbids.
fn heading(name: &str) -> Option<Heading> {
    match name.strip_prefix("class ") {
        Some(name) => class(name).map(Heading::Class),
        None => meaning(name).map(Heading::Meaning),
    }
}

fn class(name: &str) -> Option<Class> {
    Some(match name {
        "function" => Class::Function,
        "preposition" => Class::Preposition,
        "between" => Class::Between,
        "adverb" => Class::Adverb,
        "opener" => Class::Opener,
        "thing" => Class::Thing,
        "apart" => Class::Apart,
        "office" => Class::Office,
        "armed" => Class::Armed,
        "given" => Class::Given,
        "naming" => Class::Naming,
        "giving" => Class::Giving,
        "refusing" => Class::Refusing,
        "surrender" => Class::Surrender,
        "step" => Class::Step,
        "retreat" => Class::Retreat,
        "penalty" => Class::Penalty,
        "summoned" => Class::Summoned,
        "manner" => Class::Manner,
        "pejorative" => Class::Pejorative,
        "laudatory" => Class::Laudatory,
        "blamed" => Class::Blamed,
        "seeking" => Class::Seeking,
        "strife" => Class::Strife,
        "wish" => Class::Wish,
        "accord" => Class::Accord,
        "relief" => Class::Relief,
        "agent" => Class::Agent,
        "bystander" => Class::Bystander,
        "modal" => Class::Modal,
        "doubted" => Class::Doubted,
        "outlet" => Class::Outlet,
        "rejecting" => Class::Rejecting,
        "single" => Class::Single,
        "sustaining" => Class::Sustaining,
        _ => return None,
    })
}

fn meaning(name: &str) -> Option<Meaning> {
    let words: Vec<&str> = name.split_whitespace().collect();
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
                assert!(heading(name.trim_end_matches(']')).is_some(), "{line}");
            }
        }
    }

    #[test]
    fn the_longest_phrase_comes_first() {
        let words = tokens("police officers", 0);
        let mut marks = vec![];
        Lexicon::bundled().look_up(&words, 0, &mut marks);
        assert_eq!(marks.first().map(|it| it.len), Some(2));
        let military = Meaning::People(Role::Police, Demographic::Unspecified);
        assert_eq!(marks.first().map(|it| it.meaning), Some(military));
    }
}

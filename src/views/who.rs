//! Owns when two names mean the same: the same actor, or for want of an actor the same words; and how names are sorted.

use crate::base::ActorId;
use crate::project::State;

/// Whoever is named: known, only in words, or not at all.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Who {
    Actor(ActorId),
    /// In lower case, with single spaces.
    Words(String),
    Nobody,
}

impl Who {
    /// Who is meant by an actor and the words as printed. An actor the project does not have counts for none.
    pub(super) fn new(state: &State, actor: Option<ActorId>, words: &str) -> Self {
        match actor.filter(|it| state.actors().contains_key(it)) {
            Some(actor) => Who::Actor(actor),
            None => match folded(words) {
                words if words.is_empty() => Who::Nobody,
                words => Who::Words(words),
            },
        }
    }

    pub(super) fn actor(&self) -> Option<ActorId> {
        match self {
            Who::Actor(actor) => Some(*actor),
            Who::Words(_) | Who::Nobody => None,
        }
    }
}

/// The actor's name, else the words as printed with single spaces, else nothing.
pub(super) fn name(state: &State, actor: Option<ActorId>, words: &str) -> String {
    let actor = actor.and_then(|it| state.actors().get(&it));
    actor.map_or_else(|| spaced(words), |it| it.name.clone())
}

/// Words as they are compared: letter case and the width of spaces aside.
pub(super) fn folded(words: &str) -> String {
    joined(words, |out, word| {
        if word.is_ascii() {
            out.extend(word.chars().map(|it| it.to_ascii_lowercase()));
        } else {
            out.push_str(&word.to_lowercase());
        }
    })
}

/// The text with its numbers so wide that they sort by size: "2 dead" before "10 dead" and "1,200 dead".
pub(super) fn natural(text: &str) -> String {
    if !text.bytes().any(|it| it.is_ascii_digit()) {
        return text.to_owned();
    }
    let (mut out, mut digits) = (String::with_capacity(text.len() + WIDTH), String::new());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let ends_group = letters.peek().is_some_and(char::is_ascii_digit);
        if letter.is_ascii_digit() {
            digits.push(letter);
        } else if letter != ',' || digits.is_empty() || !ends_group {
            put_number(&mut out, &mut digits);
            out.push(letter);
        }
    }
    put_number(&mut out, &mut digits);
    out
}

/// As many digits as the largest number of a claim has.
const WIDTH: usize = 20;

fn put_number(out: &mut String, digits: &mut String) {
    if !digits.is_empty() {
        out.extend(std::iter::repeat_n('0', WIDTH.saturating_sub(digits.len())));
        out.push_str(digits);
        digits.clear();
    }
}

fn spaced(words: &str) -> String {
    joined(words, String::push_str)
}

/// Words with single spaces, each written by `write`. Called for every claim of a chart, so it makes one string only.
fn joined(words: &str, write: impl Fn(&mut String, &str)) -> String {
    let mut out = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        write(&mut out, word);
    }
    out
}

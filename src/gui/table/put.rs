//! Owns what may be typed into a cell, what it means, and how it comes into an annotation. Names, numbers and times are
//! understood as the forms understand them.

use crate::analysis::Gazetteer;
use crate::base::words::{
    Credibility, Demographic, Measure, Outcome, Position, Qualifier, Reliability, Role, Status,
};
use crate::gui::inspector::candidates::{self, Near};
use crate::gui::inspector::typed::{Asks, Meant, Pick};
use crate::gui::inspector::{Draft, DraftBody};
use crate::project::{Annotation, Body, State};
use crate::views::sheet::Field;

/// What is typed into a cell, or taken from its list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    pub text: String,
    /// What was taken from the list.
    pub meant: Option<Meant>,
}

/// A row of the list under a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub line: String,
    pub value: Value,
}

/// What separates codes.
pub const CODES: char = ';';

/// What a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// One of a few words.
    Words,
    Name(Asks),
    /// Names of codes, one behind the other.
    Codes,
    Text,
}

/// What a field of these annotations takes.
pub fn takes<'a>(field: Field, mut all: impl Iterator<Item = &'a Annotation>) -> Takes {
    match field {
        Field::Who => Takes::Name(Asks::Actor),
        // Whose people can only be an actor's.
        Field::Whom if all.any(|it| matches!(it.body, Body::Claim(_))) => Takes::Name(Asks::Actor),
        Field::Whom => Takes::Name(Asks::Target),
        Field::Incident => Takes::Name(Asks::Incident),
        Field::Codes => Takes::Codes,
        _ if vocabulary(field).is_empty() => Takes::Text,
        _ => Takes::Words,
    }
}

/// The words that a field can hold, if they are few.
fn vocabulary(field: Field) -> Vec<&'static str> {
    match field {
        Field::Outcome => Outcome::ALL.iter().map(|it| it.label()).collect(),
        Field::Qualifier => Qualifier::ALL.iter().map(|it| it.label()).collect(),
        Field::Role => Role::ALL.iter().map(|it| it.label()).collect(),
        Field::Demographic => Demographic::ALL.iter().map(|it| it.label()).collect(),
        Field::Measure => Measure::ALL.iter().map(|it| it.label()).collect(),
        Field::Status => Status::ALL.iter().map(|it| it.label()).collect(),
        Field::Reliability => Reliability::ALL.iter().map(|it| it.label()).collect(),
        Field::Credibility => Credibility::ALL.iter().map(|it| it.label()).collect(),
        Field::Position => Position::ALL.iter().map(|it| it.label()).collect(),
        Field::Past => HELD.to_vec(),
        _ => vec![],
    }
}

const HELD: [&str; 2] = ["at present", "in the past"];

/// The rows of the list for a text; `text` is empty while nothing was typed yet.
pub fn items(
    field: Field,
    takes: Takes,
    text: &str,
    state: &State,
    gazetteer: &Gazetteer,
) -> Vec<Item> {
    match takes {
        Takes::Text => vec![],
        Takes::Words => {
            let wanted = text.trim().to_lowercase();
            let fits = |it: &&str| it.to_lowercase().contains(&wanted);
            let mut all: Vec<&str> = vocabulary(field).into_iter().filter(fits).collect();
            all.sort_by_key(|it| !it.to_lowercase().starts_with(&wanted));
            let item = |it: &str| Item {
                line: it.to_owned(),
                value: Value { text: it.to_owned(), meant: None },
            };
            all.into_iter().map(item).collect()
        }
        Takes::Name(asks) => {
            let rows = candidates::rows(asks, text, state, gazetteer, Near::default());
            let item = |it: candidates::Row| Item {
                line: it.line,
                value: Value { text: it.text, meant: Some(it.meant) },
            };
            rows.into_iter().map(item).collect()
        }
        Takes::Codes => codes(text, state, gazetteer),
    }
}

/// The rows for the last of several codes; each puts it behind those that stand before it.
fn codes(text: &str, state: &State, gazetteer: &Gazetteer) -> Vec<Item> {
    let (before, last) = text.rsplit_once(CODES).unwrap_or(("", text));
    let before: Vec<&str> =
        before.split(CODES).map(str::trim).filter(|it| !it.is_empty()).collect();
    let rows = candidates::rows(Asks::Code, last, state, gazetteer, Near::default());
    let is_new = |it: &candidates::Row| {
        !before.iter().any(|known| known.to_lowercase() == it.text.to_lowercase())
    };
    let item = |it: candidates::Row| {
        let all: Vec<&str> = before.iter().copied().chain([it.text.as_str()]).collect();
        Item { line: it.line, value: Value { text: all.join("; "), meant: None } }
    };
    rows.into_iter().filter(is_new).map(item).collect()
}

/// What stands in the field of a cell when it is opened.
pub fn start(annotation: &Annotation, field: Field, state: &State) -> String {
    let draft = Draft::of(annotation, state);
    let text = match (&draft.body, field) {
        (_, Field::Memo) => draft.memo,
        (DraftBody::Claim(it), Field::Low) => it.figure.low.clone(),
        (DraftBody::Claim(it), Field::High) => it.figure.high.clone(),
        (DraftBody::Claim(it), Field::Who) => it.claimant.text.clone(),
        (DraftBody::Claim(it), Field::Whom) => it.side.text.clone(),
        (DraftBody::Claim(it), Field::Time) => it.as_of.text.clone(),
        (DraftBody::Claim(it), Field::Incident) => it.incident.text.clone(),
        (DraftBody::Stance(it), Field::Who) => it.actor.text.clone(),
        (DraftBody::Stance(it), Field::Whom) => it.target.text.clone(),
        (DraftBody::Stance(it), Field::Time) => it.when.text.clone(),
        (DraftBody::Stance(it), Field::Incident) => it.incident.text.clone(),
        (DraftBody::Note(it), Field::Codes) => {
            it.codes.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join("; ")
        }
        _ => crate::views::sheet::cell(state, annotation, field),
    };
    text.replace('\n', " ")
}

/// Puts a value into an annotation's draft.
///
/// # Errors
/// What is wrong with the value, in words for the user.
pub fn put(draft: &mut Draft, field: Field, value: &Value, state: &State) -> Result<(), String> {
    let text = value.text.trim();
    match (&mut draft.body, field) {
        (_, Field::Memo) => text.clone_into(&mut draft.memo),
        (DraftBody::Claim(it), _) => match field {
            Field::Outcome => it.outcome = word(Outcome::ALL, Outcome::label, text)?,
            Field::Low => {
                text.clone_into(&mut it.figure.low);
                it.figure.tidy();
            }
            Field::High => {
                text.clone_into(&mut it.figure.high);
                it.figure.tidy();
            }
            Field::Qualifier => {
                it.figure.set_qualifier(word(Qualifier::ALL, Qualifier::label, text)?);
            }
            Field::Figure => text.clone_into(&mut it.figure.words),
            Field::Role => it.role = word(Role::ALL, Role::label, text)?,
            Field::Demographic => {
                it.demographic = word(Demographic::ALL, Demographic::label, text)?;
            }
            Field::Measure => it.measure = word(Measure::ALL, Measure::label, text)?,
            Field::Status => it.status = word(Status::ALL, Status::label, text)?,
            Field::Reliability => {
                it.reliability = word(Reliability::ALL, Reliability::label, text)?;
            }
            Field::Credibility => {
                it.credibility = word(Credibility::ALL, Credibility::label, text)?;
            }
            Field::Who => name(&mut it.claimant, value),
            Field::Whom => {
                let before = it.side.clone();
                name(&mut it.side, value);
                if it.side != before {
                    it.side_typed(state);
                }
            }
            Field::Incident => name(&mut it.incident, value),
            Field::Time => text.clone_into(&mut it.as_of.text),
            Field::Place => text.clone_into(&mut it.place),
            Field::Reason => text.clone_into(&mut it.reason),
            _ => {}
        },
        (DraftBody::Stance(it), _) => match field {
            Field::Position => it.position = Some(word(Position::ALL, Position::label, text)?),
            Field::Past => it.past = word(&[false, true], held, text)?,
            Field::Who => name(&mut it.actor, value),
            Field::Whom => name(&mut it.target, value),
            Field::Incident => name(&mut it.incident, value),
            Field::Time => text.clone_into(&mut it.when.text),
            Field::Reason => text.clone_into(&mut it.reason),
            _ => {}
        },
        (DraftBody::Note(it), Field::Codes) => {
            let before = std::mem::take(&mut it.codes);
            let known = |it: &str| before.iter().find(|old| old.text == it.trim()).cloned();
            let codes = text.split(CODES).filter(|it| !it.trim().is_empty());
            it.codes =
                codes.map(|it| known(it).unwrap_or_else(|| Pick::typed(Asks::Code, it))).collect();
        }
        (DraftBody::Note(_), _) => {}
    }
    Ok(())
}

fn held(past: bool) -> &'static str {
    if past { HELD[1] } else { HELD[0] }
}

/// Puts a name into its field, unless it stands there already.
fn name(pick: &mut Pick, value: &Value) {
    let text = value.text.trim();
    match value.meant {
        Some(meant) => pick.choose(meant, text),
        None if text == pick.text.trim() => {}
        None => *pick = Pick::typed(pick.asks, text),
    }
}

/// The value of a word, which may be cut short as long as it fits only one.
fn word<T: Copy>(all: &[T], label: fn(T) -> &'static str, text: &str) -> Result<T, String> {
    let wanted = text.to_lowercase();
    let labels = || all.iter().map(|it| (it, label(*it).to_lowercase()));
    let whole = labels().find(|(_, it)| *it == wanted);
    let mut begins = labels().filter(|(_, it)| !wanted.is_empty() && it.starts_with(&wanted));
    let only = begins.next().filter(|_| begins.next().is_none());
    let known = || all.iter().map(|it| label(*it)).collect::<Vec<_>>().join(", ");
    let found = whole.or(only).map(|(it, _)| *it);
    found.ok_or_else(|| format!("“{text}” is not one of {}", known()))
}

/// What a name typed for several annotations means, so that it means the same for all.
pub fn same_for_all(value: Value, takes: Takes, state: &State) -> Value {
    let Takes::Name(asks) = takes else { return value };
    let typed = || Pick::typed(asks, &value.text).meant(state);
    Value { meant: Some(value.meant.unwrap_or_else(typed)), text: value.text }
}

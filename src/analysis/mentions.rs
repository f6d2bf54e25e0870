//! Owns how actors are found in a sentence: names of the gazetteer with the offices around them, persons by their
//! capitals, and common nouns such as "the separatists".

use super::gazetteer::{Gazetteer, Hit};
use super::lexicon::{Class, Meaning, Shape};
use super::numbers::is_month;
use super::sentence::Sentence;
use super::suggestion::FoundName;
use super::tokens::{Kind, Token};
use crate::base::words::ActorKind;

/// An actor in a sentence, in tokens.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mention {
    pub start: usize,
    pub end: usize,
    /// Entries named within, in order, with the token they start at.
    pub entries: Vec<(usize, usize)>,
    /// Tokens of a name of a person that the gazetteer does not know.
    pub person: Option<(usize, usize)>,
    /// Holds the noun of one who acts or speaks.
    pub office: bool,
    /// Prints or passes on what others say: a newspaper, a news agency.
    pub outlet: bool,
    /// Only describes the noun that follows: "Azerbaijani" in "Azerbaijani attack".
    pub modifier: bool,
}

/// All actors of a sentence, in order, not overlapping.
pub(super) fn mentions(sentence: &Sentence, hits: &[Hit]) -> Vec<Mention> {
    let tokens = &sentence.tokens;
    // Entry, token after its last, and whether an adjective, by the token a name starts at.
    let mut names = vec![None; tokens.len()];
    for hit in hits {
        let first = tokens.partition_point(|it| it.span.end() <= hit.span.start());
        let last = tokens.partition_point(|it| it.span.start() < hit.span.end());
        if let Some(place) = names.get_mut(first).filter(|_| last > first) {
            *place = Some((hit.entry, last, hit.adjective));
        }
    }
    let mut found = vec![];
    let mut at = 0;
    while at < tokens.len() {
        match mention(sentence, &names, at) {
            Some(mention) => {
                at = mention.end;
                found.push(mention);
            }
            None => at += 1,
        }
    }
    found
}

type Names = [Option<(usize, usize, bool)>];

fn mention(sentence: &Sentence, names: &Names, start: usize) -> Option<Mention> {
    let mut at = start;
    if matches!(sentence.word(at), "the" | "a" | "an" | "its" | "their" | "his") {
        at += 1;
        // "the country's health ministry"
        let place = matches!(sentence.word(at), "country" | "region" | "enclave" | "republic");
        let owns = sentence.tokens.get(at + 1).is_some_and(|it| it.kind == Kind::Possessive);
        if place && owns {
            at += 2;
        }
    }
    // Most tokens begin no name: none but a known one, a word with a meaning or a capital does.
    let begins = names.get(at).is_some_and(Option::is_some)
        || sentence.means(at)
        || sentence.tokens.get(at).is_some_and(Token::is_capitalised);
    if !begins {
        return None;
    }
    let mut found = Mention {
        start,
        end: start,
        entries: vec![],
        person: None,
        office: false,
        outlet: false,
        modifier: false,
    };
    let mut capitals: Option<(usize, usize)> = None;
    let mut adjective_last = false;
    let mut place = false;
    while at < sentence.tokens.len() && at - start < 24 {
        let noun = sentence.len_of(at, Meaning::ActorNoun);
        if let Some((entry, end, adjective)) = names[at] {
            found.entries.push((entry, at));
            adjective_last = adjective;
            at = end;
        } else if noun > 0 && !is_verb_here(sentence, at) {
            found.office = true;
            adjective_last = false;
            at += noun;
        } else if let len @ 1.. = sentence.len_of(at, Meaning::ActorWord) {
            at += len;
        } else if is_name(sentence, at) {
            let end = name_end(sentence, at);
            // "envoy for the Lower Delta": what the office is for, and no person.
            place |= found.office && matches!(sentence.before(at), "the") && at > start + 1;
            capitals = match capitals {
                _ if place => capitals,
                Some((from, to)) if to == at => Some((from, end)),
                Some((from, to)) if to - from >= 2 => Some((from, to)),
                _ => Some((at, end)),
            };
            adjective_last = false;
            at = end;
        } else if let Some(next) = joined(sentence, names, &found, at) {
            at = next;
        } else {
            break;
        }
        found.end = at;
    }
    let person = capitals.filter(|(from, to)| to - from >= 2).or_else(|| {
        capitals.filter(|(from, _)| found.end == from + 1 && is_lone_name(sentence, *from, start))
    });
    let known = !found.entries.is_empty();
    // "foreign" alone, or a lone capital, is no actor.
    let lone_word = !known && !found.office && person.is_none();
    if lone_word || found.end <= start {
        return None;
    }
    // "Lake Relief Council" names a body.
    let is_body = |to: usize| {
        to < found.end
            && sentence.len_of(to, Meaning::ActorNoun) > 0
            && sentence.tokens.get(to).is_some_and(|it| it.is_capitalised())
    };
    found.person = person.filter(|(from, to)| {
        !is_body(*to) && !(*from..*to).any(|at| sentence.len_of(at, Meaning::ActorNoun) > 0)
    });
    found.outlet = (start..found.end).any(|at| sentence.is(at, Class::Outlet));
    let next = found.end;
    let describes = adjective_last && names_a_thing(sentence, next)
        || found.office && sentence.is(next, Class::Thing);
    let owns = sentence.tokens.get(next).is_some_and(|it| it.kind == Kind::Possessive);
    // "authorities in the Norway-led zone" keeps its head.
    let within = found.office
        && found.entries.last().is_some_and(|it| (start..it.1).any(|at| sentence.word(at) == "in"));
    found.modifier = describes || owns || sentence.word(next) == "-" && !within;
    Some(found)
}

/// The token after a part of a name: after its particles and initials, as in "Ana de Lima" and "John R. Bass".
fn name_end(sentence: &Sentence, at: usize) -> usize {
    let mut end = at + 1;
    if is_name(sentence, end + 1)
        && (matches!(
            sentence.word(end),
            "bin"
                | "bint"
                | "ibn"
                | "ben"
                | "al"
                | "el"
                | "de"
                | "da"
                | "dos"
                | "van"
                | "von"
                | "der"
        ))
    {
        end += 2;
    }
    // "Turki al-Malki"
    let arabic =
        matches!(sentence.word(end), "al" | "el" | "ul" | "ad" | "as" | "ash" | "an" | "ar");
    if arabic && sentence.word(end + 1) == "-" && is_name(sentence, end + 2) {
        end += 3;
    }
    let initial =
        sentence.tokens.get(end).is_some_and(|it| it.text.len() == 1 && it.is_capitalised());
    if initial && sentence.word(end + 1) == "." && is_name(sentence, end + 2) {
        end += 3;
    }
    end
}

/// A surname alone before its verb, "Gomez said", or an organisation by its initials.
fn is_lone_name(sentence: &Sentence, at: usize, start: usize) -> bool {
    let Some(token) = sentence.tokens.get(at) else { return false };
    let initials = (3..=6).contains(&token.text.len())
        && token.text.bytes().all(|it| it.is_ascii_uppercase())
        && sentence.tokens.iter().any(|it| it.text.bytes().any(|it| it.is_ascii_lowercase()));
    let verb = at
        + 1
        + usize::from(matches!(sentence.word(at + 1), "also" | "has" | "had" | "later" | "now"));
    let acts = sentence
        .marks(verb)
        .iter()
        .any(|it| matches!(it.meaning, Meaning::Say | Meaning::Stance(_, Shape::Verb)))
        && sentence.tokens.get(verb).is_some_and(|it| !it.is_capitalised());
    let said = sentence.has(at.wrapping_sub(1), Meaning::Say)
        && matches!(sentence.word(at + 1), "." | "," | "");
    initials || start == at && (acts || said)
}

/// A word between the parts of one name: "of the", "'s", "in", "-".
fn joined(sentence: &Sentence, names: &Names, so_far: &Mention, at: usize) -> Option<usize> {
    if so_far.end == so_far.start {
        return None;
    }
    let goes_on = |at: usize| {
        let named = names.get(at).copied().flatten().is_some();
        named
            || sentence.len_of(at, Meaning::ActorNoun) > 0
            || is_name(sentence, at)
            || (sentence.len_of(at, Meaning::ActorWord) > 0
                && (sentence.len_of(at + 1, Meaning::ActorNoun) > 0
                    || sentence.len_of(at + 1, Meaning::ActorWord) > 0
                    || names.get(at + 1).copied().flatten().is_some()))
    };
    let article = |at: usize| {
        let at = at + usize::from(matches!(sentence.word(at), "the" | "its" | "this" | "that"));
        // "of the internationally unrecognised republic"
        at + usize::from(sentence.word(at).ends_with("ly"))
    };
    let next = match sentence.word(at) {
        "of" | "for" if so_far.office => article(at + 1),
        "in" if so_far.office && so_far.entries.is_empty() => {
            let this = matches!(sentence.word(at + 1), "this" | "that");
            let at = article(at + 1);
            let region = matches!(
                sentence.word(at),
                "breakaway" | "disputed" | "separatist" | "secessionist" | "contested"
            );
            let at = if region { at + 1 } else { at };
            let place = matches!(sentence.word(at), "capital" | "region" | "enclave" | "territory");
            if this && place {
                return Some(at + 1);
            }
            let at = if place && sentence.word(at + 1) == "of" { article(at + 2) } else { at };
            return names.get(at).copied().flatten().is_some().then_some(at);
        }
        // "representative for foreign affairs and security policy"
        "and" if so_far.office && is_title(sentence, at - 1) && is_title(sentence, at + 1) => {
            return Some(at + 1);
        }
        // "Algeria - Police" begins a report.
        "-" if !touches(sentence, at) => return None,
        "-" | "&" => at + 1,
        _ if sentence.tokens.get(at).is_some_and(|it| it.kind == Kind::Possessive) => at + 1,
        _ => return None,
    };
    goes_on(next).then_some(next)
}

/// A capitalised word of an office: "Affairs".
fn is_title(sentence: &Sentence, at: usize) -> bool {
    sentence.len_of(at, Meaning::ActorWord) > 0
        && sentence.tokens.get(at).is_some_and(|it| it.is_capitalised())
}

/// Whether no space stands before and after a sign.
fn touches(sentence: &Sentence, at: usize) -> bool {
    let end = |at: usize| sentence.tokens.get(at).map(|it| it.span.end());
    let start = |at: usize| sentence.tokens.get(at).map(|it| it.span.start());
    at > 0 && end(at - 1) == start(at) && end(at) == start(at + 1)
}

/// Words such as "report" and "states" are verbs after a name or pronoun and before "that".
fn is_verb_here(sentence: &Sentence, at: usize) -> bool {
    sentence.has(at, Meaning::Say)
        && !matches!(sentence.before(at), "the" | "a" | "an" | "its" | "their" | "this" | "'s")
        && !sentence.has(at.wrapping_sub(1), Meaning::ActorWord)
}

/// A capitalised word that can be part of a name.
fn is_name(sentence: &Sentence, at: usize) -> bool {
    let Some(token) = sentence.tokens.get(at) else { return false };
    if !token.is_capitalised() || token.text.chars().nth(1).is_none() || sentence.is_function(at) {
        return false;
    }
    let lower = &*token.lower;
    if is_month(lower) || is_day(lower) || sentence.is(at, Class::Opener) {
        return false;
    }
    let known = sentence.is_people(at) || sentence.is_harm(at) || sentence.has(at, Meaning::Unit);
    let says = sentence.marks(at).iter().any(|it| matches!(it.meaning, Meaning::Stance(..)))
        || sentence.has(at, Meaning::Say)
        || sentence.has(at, Meaning::Appeal);
    !known && !says && super::numbers::small_word(lower).is_none()
}

pub(super) fn is_day(word: &str) -> bool {
    weekday(word).is_some()
}

/// Monday is 0.
pub(super) fn weekday(word: &str) -> Option<i8> {
    Some(match word {
        "monday" => 0,
        "tuesday" => 1,
        "wednesday" => 2,
        "thursday" => 3,
        "friday" => 4,
        "saturday" => 5,
        "sunday" => 6,
        _ => return None,
    })
}

/// Whether a lower-case noun follows, so that an adjective before it names nobody by itself.
fn names_a_thing(sentence: &Sentence, at: usize) -> bool {
    let Some(next) = sentence.tokens.get(at) else { return false };
    next.kind == Kind::Word
        && !sentence.is_function(at)
        && !sentence.has(at, Meaning::Say)
        && !sentence.has(at, Meaning::Appeal)
        && !sentence.marks(at).iter().any(|it| matches!(it.meaning, Meaning::Stance(..)))
}

/// Whether the token stands after an "of" or "in" within the mention, so that it is not its head.
fn is_governed_part(sentence: &Sentence, at: usize, mention: &Mention) -> bool {
    (mention.start..at).any(|it| matches!(sentence.word(it), "of" | "in" | "for"))
}

impl Mention {
    /// Those who act against or apart from the state whose adjective they bear: "Armenian separatists".
    fn is_apart(&self, sentence: &Sentence) -> bool {
        let head = (self.start..self.end).rev().find(|at| {
            sentence.len_of(*at, Meaning::ActorNoun) > 0 && !is_governed_part(sentence, *at, self)
        });
        head.is_some_and(|at| sentence.is(at, Class::Apart))
    }

    /// The entry the mention stands for: a person, else an organisation or group, else its first state; none for a
    /// person the gazetteer does not know.
    pub fn entry(&self, sentence: &Sentence, gazetteer: &Gazetteer) -> Option<usize> {
        let kind = |index: usize| gazetteer.entry(index).map(|it| it.kind);
        let of = |wanted: &[ActorKind]| {
            let fits = |index: &usize| kind(*index).is_some_and(|it| wanted.contains(&it));
            self.entries.iter().map(|it| it.0).find(fits)
        };
        if self.stranger(sentence, gazetteer).is_some() {
            return None;
        }
        if let Some(person) = of(&[ActorKind::Person]) {
            return Some(person);
        }
        if self.person.is_some() {
            return None;
        }
        of(&[ActorKind::Organisation, ActorKind::ArmedGroup])
            .or_else(|| of(&[ActorKind::State]).filter(|_| !self.is_apart(sentence)))
    }

    /// Tokens of the name of somebody who only shares the surname of a known person: the given name before it is
    /// another.
    fn stranger(&self, sentence: &Sentence, gazetteer: &Gazetteer) -> Option<(usize, usize)> {
        let (entry, at) = *self.entries.last()?;
        let entry = gazetteer.entry(entry).filter(|it| it.kind == ActorKind::Person)?;
        let given = at.checked_sub(1).filter(|it| *it >= self.start && is_name(sentence, *it))?;
        let word = sentence.tokens.get(given)?.text;
        let titled = sentence.len_of(given, Meaning::ActorNoun) > 0
            || sentence.len_of(given, Meaning::ActorWord) > 0;
        let known = || {
            let mut names = std::iter::once(&entry.name).chain(&entry.aliases);
            names.any(|it| it.split(' ').any(|it| it == word))
        };
        (!titled && word.chars().count() > 2 && !known()).then_some((given, self.end))
    }

    /// The name as it would be recorded.
    pub fn name(&self, sentence: &Sentence, gazetteer: &Gazetteer) -> FoundName {
        let entry = self.entry(sentence, gazetteer).and_then(|it| gazetteer.entry(it));
        let person = self.stranger(sentence, gazetteer).or(self.person);
        let (start, end) = match (person, entry) {
            (Some(person), None) => person,
            _ if self.entries.len() == 1 && self.modifier && sentence.word(self.end) == "-" => {
                (self.entries[0].1, self.end)
            }
            _ => (self.start, self.end),
        };
        let span = sentence.span(start, end);
        let words = span.of(sentence.text).to_owned();
        FoundName { words, name: entry.map(|it| it.name.clone()), span: Some(span) }
    }
}

//! Owns which people are counted without a number: "another officer", "his driver", "the mayor and six others",
//! "others were hurt".

use super::counts::after_age;
use crate::analysis::lexicon::{Class, Form, Mark, Meaning};
use crate::analysis::numbers::Number;
use crate::analysis::sentence::Sentence;
use crate::analysis::tokens::Kind;
use crate::base::words::Qualifier;

/// All such people as numbers, by place; `numbers` are those with a number, in order.
pub(super) fn unnumbered(sentence: &Sentence, numbers: &[Number]) -> Vec<Number> {
    let mut found = vec![];
    let mut next = 0;
    for at in 0..sentence.tokens.len() {
        while numbers.get(next).is_some_and(|it| it.end <= at) {
            next += 1;
        }
        if numbers.get(next).is_some_and(|it| it.start <= at) {
            continue;
        }
        found.extend(match sentence.word(at) {
            "another" => another(sentence, at),
            "his" | "her" | "their" | "its" => {
                single(sentence, at + 1).is_some().then(|| Number::of_words(at, at + 1, 1))
            }
            "the" => with_others(sentence, numbers.get(next), at)
                .then(|| Number::of_words(at, at + 1, 1)),
            "other" => (other_deaths(sentence, at) || other_people(sentence, at))
                .then(|| Number::of_words(at, at + 1, 2)),
            "both" => both(sentence, at),
            "others" => others(sentence, at).then(|| Number::of_words(at, at + 1, 2)),
            "some" => some(sentence, at).then(|| Number::of_words(at, at + 1, 2)),
            _ => None,
        });
    }
    found
}

/// "another was injured", "another officer": one more.
fn another(sentence: &Sentence, at: usize) -> Option<Number> {
    let alone = matches!(sentence.word(at + 1), "was" | "is") || sentence.is_harm(at + 1);
    // "another police officer": the last of the words for people.
    let first = (at + 1..at + 4).find(|at| sentence.is_people(*at));
    let len = |at: usize| {
        let people = |it: &&Mark| matches!(it.meaning, Meaning::People(..));
        sentence.marks(at).iter().find(people).map_or(1, |it| it.len)
    };
    let person = first.map(|first| {
        let end = first + len(first);
        if sentence.is_people(end) { end } else { end - 1 }
    });
    let one = person.is_some_and(|person| {
        (at + 1..person).all(|at| is_plain(sentence, at)) && is_singular(sentence.word(person))
    });
    let number = Number { article: false, additional: true, ..Number::of_words(at, at + 1, 1) };
    (alone || one).then_some(number)
}

/// The single person within four words from `at`: "pregnant wife", "12-year-old son".
fn single(sentence: &Sentence, at: usize) -> Option<usize> {
    let first = after_age(sentence, at).unwrap_or(at);
    let mut phrase = first..first + 4;
    let single = phrase.find(|at| sentence.is(*at, Class::Single) || !is_plain(sentence, *at))?;
    sentence.is(single, Class::Single).then_some(single)
}

/// "the mayor and six others": one person before a number of others.
fn with_others(sentence: &Sentence, next: Option<&Number>, at: usize) -> bool {
    let Some(next) = next.filter(|it| it.start <= at + 8) else { return false };
    let head = (at + 1..next.start).take_while(|at| is_plain(sentence, *at)).last();
    let Some(head) = head.filter(|it| sentence.is_people(*it)) else { return false };
    let joined = match sentence.word(head + 1) {
        "and" => head + 2 == next.start,
        "as" => sentence.word(head + 2) == "well" && head + 4 == next.start,
        "along" | "together" => sentence.word(head + 2) == "with" && head + 3 == next.start,
        _ => false,
    };
    joined && is_singular(sentence.word(head))
}

/// "and others were hurt", "wounding others": not "five others", not "the others".
fn others(sentence: &Sentence, at: usize) -> bool {
    let before = sentence.before(at);
    let opens = at == 0
        || matches!(
            before,
            "and"
                | ","
                | "while"
                | "with"
                | "as"
                | "also"
                | "“"
                | "\""
                | "or"
                | "that"
                | ";"
                | "–"
                | "-"
        );
    // "causing injuries to others"
    let hurt =
        before == "to" && matches!(sentence.word(at.saturating_sub(2)), "injuries" | "injury");
    opens || hurt || at > 0 && is_active(sentence, at - 1)
}

/// "and other injuries": not "no other injuries", not "the other deaths".
fn other_deaths(sentence: &Sentence, at: usize) -> bool {
    let noun = matches!(sentence.word(at + 1), "deaths" | "fatalities" | "injuries");
    let opens =
        matches!(sentence.before(at), "and" | "," | "to" | "causing" | "reported" | "caused");
    noun && opens
}

/// "other residents were hurt", "injuring other members of the family".
fn other_people(sentence: &Sentence, at: usize) -> bool {
    let person = (at + 1..at + 4)
        .take_while(|at| is_plain(sentence, *at))
        .find(|at| sentence.is_people(*at));
    person.is_some_and(|person| {
        let opens = at == 0 || matches!(sentence.before(at), "and" | "," | "while" | "that");
        let befell = matches!(sentence.word(person + 1), "were" | "are" | "have") && opens;
        !is_singular(sentence.word(person)) && (befell || at > 0 && is_active(sentence, at - 1))
    })
}

/// "both men": not "both soldiers and civilians".
fn both(sentence: &Sentence, at: usize) -> Option<Number> {
    let of = sentence.word(at + 1) == "of"
        && matches!(sentence.word(at + 2), "the" | "his" | "her" | "their");
    let first = at + if of { 3 } else { 1 };
    let person = (first..first + 3)
        .take_while(|at| is_plain(sentence, *at))
        .find(|at| sentence.is_people(*at))?;
    let two = !is_singular(sentence.word(person)) && sentence.word(person + 1) != "and";
    let number = Number::of_words(at, at + 1, 2);
    two.then_some(Number { high: Some(2), qualifier: Qualifier::Exact, loose: false, ..number })
}

/// "some residents were hurt", "some were wounded".
fn some(sentence: &Sentence, at: usize) -> bool {
    let people = (at + 1..at + 4)
        .take_while(|at| is_plain(sentence, *at))
        .any(|at| sentence.is_people(at) && !is_singular(sentence.word(at)));
    people || matches!(sentence.word(at + 1), "were" | "are" | "others")
}

/// Whether a verb before its object stands at a token: "injuring", "wounded".
fn is_active(sentence: &Sentence, at: usize) -> bool {
    let active = |it: Meaning| matches!(it, Meaning::Harm(_, Form::Verb | Form::Active));
    sentence.marks(at).iter().any(|it| active(it.meaning))
}

/// A word within a phrase of a noun.
fn is_plain(sentence: &Sentence, at: usize) -> bool {
    sentence.tokens.get(at).is_some_and(|it| it.kind == Kind::Word)
        && !sentence.is_function(at)
        && !sentence.is_harm(at)
        && !sentence.has(at, Meaning::Say)
}

/// Whether a noun of people is of one person, by its form.
fn is_singular(word: &str) -> bool {
    const PLURAL: &[&str] = &["people", "police", "children", "personnel", "staff", "troops"];
    !word.ends_with('s') && !word.ends_with("men") && !PLURAL.contains(&word)
}

//! Owns counts behind their word of harm: "killed 19 people", "the deaths of four guards".

use super::counts::Count;
use super::harm::Harm;
use super::link::Link;
use crate::analysis::lexicon::{Form, Meaning};
use crate::analysis::mentions::is_day;
use crate::analysis::numbers::is_month;
use crate::analysis::sentence::Sentence;
use crate::analysis::tokens::{Kind, Token};
use crate::base::words::Outcome;

/// "killed 19 people", "the deaths of four police officers".
pub(super) fn before_count(sentence: &Sentence, count: &Count, harms: &[Harm]) -> Option<Link> {
    // "wounded “a number of citizens”"
    let quoted = count.start().checked_sub(1).filter(|it| sentence.tokens[*it].is_quote());
    let start = quoted.unwrap_or(count.start());
    // "seven people were missing - three Lebanese"
    let dash = harms
        .iter()
        .rev()
        .find(|it| it.end + 1 == start && matches!(sentence.word(it.end), "-" | "–" | "—" | ":"));
    if let Some(harm) = dash.filter(|_| count.people) {
        return Some(Link { harm: *harm, rule: "harm-dash-count", score: 0.75 });
    }
    let harm = harms.iter().rev().find(|it| {
        let gap = start.checked_sub(it.end);
        let between = match gap {
            Some(0) => true,
            // "killed an entire family of six people"
            Some(3..=5) => {
                sentence.word(start - 1) == "of"
                    && sentence.word(start - 2) == "family"
                    && (it.end..start - 2).all(|at| {
                        matches!(sentence.word(at), "a" | "an" | "the" | "entire" | "whole")
                    })
            }
            // "killing himself and five others"
            Some(1..=2) => (it.end..start).all(|at| may_stand_between(sentence, it.end, start, at)),
            _ => false,
        };
        between && matches!(it.form, Form::Verb | Form::Active | Form::Of) && !it.passive
    });
    let harm = harm.or_else(|| dated(sentence, start, harms))?;
    let bare = !count.people && !sentence.is_harm(count.end);
    let hurt = matches!(harm.outcome, Outcome::Killed | Outcome::Injured | Outcome::Casualties);
    let word = sentence.tokens.get(count.end).is_some_and(|it| it.kind == Kind::Word);
    if bare && !hurt && word && !sentence.is_function(count.end) {
        return None;
    }
    let claims = matches!(sentence.word(harm.start), "claimed" | "claiming" | "claims" | "lost");
    if claims && (bare || quoted.is_some() || !sentence.is_people(count.end.saturating_sub(1))) {
        return None;
    }
    let (rule, score) = match harm.form {
        Form::Of => ("harm-of-count", 0.94),
        _ if count.people => ("harm-count", 0.96),
        _ => ("harm-number", 0.92),
    };
    Some(Link { harm: *harm, rule, score })
}

/// Whether a token may stand between a verb, which ends at `end`, and the count at `start`.
fn may_stand_between(sentence: &Sentence, end: usize, start: usize, at: usize) -> bool {
    const BETWEEN: &[&str] = &[
        "the",
        "of",
        "another",
        "civilians",
        "to",
        "also",
        "all",
        "his",
        "her",
        "their",
        "its",
        "other",
        "my",
        "our",
        "your",
        "only",
        "just",
    ];
    let word = sentence.word(at);
    if BETWEEN.contains(&word) {
        return true;
    }
    if at == end {
        // "kills mother and two children"
        let one = sentence.is_people(at) && at + 2 == start && sentence.word(at + 1) == "and";
        return one || is_pronoun(word);
    }
    word == "and" || word == "," && is_pronoun(sentence.before(at))
}

/// The harm of "the murder yesterday of nine people", "the bodies on Friday of six men": a time stands before "of".
fn dated<'a>(sentence: &Sentence, start: usize, harms: &'a [Harm]) -> Option<&'a Harm> {
    const LONG: usize = 9;
    let of = start.checked_sub(1).filter(|it| sentence.word(*it) == "of")?;
    let harm = harms.iter().rev().find(|it| it.end <= of && of - it.end < LONG)?;
    let noun = matches!(harm.form, Form::Of | Form::Noun) || sentence.word(harm.start) == "killing";
    let time = |at: usize| {
        is_day(sentence.word(at))
            || is_month(sentence.word(at))
            || matches!(sentence.word(at), "yesterday" | "today" | "week" | "month" | "night")
    };
    let plain = (harm.end..of).all(|at| {
        !sentence.is_people(at) && !sentence.has(at, Meaning::Say) && sentence.word(at) != ","
    });
    (noun && plain && (harm.end..of).any(time)).then_some(harm)
}

/// Who is killed besides the people counted: "killing himself, two other bombers and six people".
fn is_pronoun(word: &str) -> bool {
    matches!(word, "themselves" | "himself" | "herself" | "him" | "them")
}

/// "killed Kari Berg and two guards", "killed the director, two firefighters and a nurse": people behind one whom no
/// number counts.
pub(super) fn behind_one(sentence: &Sentence, count: &Count, harms: &[Harm]) -> Option<Link> {
    const LONG: usize = 12;
    let join = count.start().checked_sub(1)?;
    let harm = harms.iter().rev().find(|it| it.end <= join)?;
    let one = harm.end..join;
    let first = sentence.tokens.get(harm.end)?;
    let person = first.is_capitalised()
        || matches!(&*first.lower, "the" | "a" | "an" | "his" | "her" | "their")
            && one.clone().any(|at| {
                sentence.is_people(at) || sentence.tokens.get(at).is_some_and(Token::is_capitalised)
            });
    let plain = one.clone().all(|at| {
        let word =
            matches!(sentence.word(at), "," | "of" | "and" | "the" | "a" | "an" | "his" | "her");
        (word || !sentence.is_function(at))
            && !sentence.has(at, Meaning::Say)
            && !matches!(sentence.word(at), ";" | ":" | "–" | "—")
    });
    // "…, two officials said", "… and two gunmen fled"
    let after = sentence.word(count.end);
    let ends = matches!(
        after,
        "" | "." | "," | "and" | ")" | "in" | "at" | "on" | "near" | "when" | "during" | "after"
    );
    let speaks = (count.end..count.end + 9)
        .take_while(|at| sentence.word(*at) != ",")
        .any(|at| sentence.has(at, Meaning::Say));
    let hurt = matches!(harm.outcome, Outcome::Killed | Outcome::Injured)
        && matches!(harm.form, Form::Verb | Form::Active | Form::Of)
        && !harm.passive;
    let joined = matches!(sentence.word(join), "and" | ",") && (1..=LONG).contains(&one.len());
    (count.people && hurt && joined && person && plain && ends && !speaks).then_some(Link {
        harm: *harm,
        rule: "harm-one-and-count",
        score: 0.78,
    })
}

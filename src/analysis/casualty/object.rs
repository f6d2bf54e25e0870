//! Owns counts behind their word of harm: "killed 19 people", "the deaths of four guards".

use super::counts::Count;
use super::harm::Harm;
use super::link::Link;
use crate::analysis::lexicon::Form;
use crate::analysis::sentence::Sentence;
use crate::analysis::tokens::Kind;
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
            Some(1..=2) => (it.end..start).all(|at| {
                matches!(
                    sentence.word(at),
                    "the"
                        | "of"
                        | "another"
                        | "civilians"
                        | "to"
                        | "also"
                        | "all"
                        | "his"
                        | "her"
                        | "their"
                        | "its"
                        | "other"
                ) || at == it.end
                    && (is_pronoun(sentence.word(at))
                        || sentence.is_people(at)
                            && at + 2 == start
                            && sentence.word(at + 1) == "and")
                    || at > it.end
                        && (sentence.word(at) == "and"
                            || sentence.word(at) == "," && is_pronoun(sentence.before(at)))
            }),
            _ => false,
        };
        between && matches!(it.form, Form::Verb | Form::Active | Form::Of) && !it.passive
    })?;
    let bare = !count.people && !sentence.is_harm(count.end);
    let hurt = matches!(harm.outcome, Outcome::Killed | Outcome::Injured | Outcome::Casualties);
    let word = sentence.tokens.get(count.end).is_some_and(|it| it.kind == Kind::Word);
    if bare && !hurt && word && !sentence.is_function(count.end) {
        return None;
    }
    let claims = matches!(sentence.word(harm.start), "claimed" | "claiming" | "lost");
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

/// Who is killed besides the people counted: "killing himself, two other bombers and six people".
fn is_pronoun(word: &str) -> bool {
    matches!(word, "themselves" | "himself" | "herself" | "him" | "them")
}

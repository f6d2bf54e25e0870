//! Owns calls that stand as nouns, "its call for a truce", and offers told after what is offered, "the talks that Chad
//! offered".

use super::names::is_determiner;
use super::{Reader, rules};
use crate::analysis::lexicon::{Class, Meaning, Shape};
use crate::analysis::sentence::Sentence;
use crate::analysis::suggestion::FoundName;
use crate::analysis::tokens::Kind;
use crate::base::words::Position;

impl Reader<'_> {
    /// "the talks that Chad offered", "the dialogue proposed by Chad": an offer of the settlement before it.
    pub fn offer_before(&mut self, at: usize, end: usize) -> bool {
        let sentence = self.sentence;
        if !matches!(sentence.word(at), "offered" | "proposed") {
            return false;
        }
        let spurned = (at.saturating_sub(10)..at)
            .any(|it| sentence.is(it, Class::Rejecting) || sentence.is(it, Class::Refusing));
        let settlement = |to: usize| {
            !spurned && (to.saturating_sub(2)..to).any(|it| sentence.has(it, Meaning::Settlement))
        };
        let mut actors = vec![];
        if sentence.word(end) == "by" && settlement(at) {
            actors = self.all_by(end + 1);
        } else if let Some(index) = sentence.mentions.iter().position(|it| it.end == at) {
            let start = sentence.mentions.get(index).map_or(0, |it| it.start);
            let relative = matches!(sentence.before(start), "that" | "which");
            if relative && settlement(start - 1) {
                actors = vec![index];
            }
        }
        for index in &actors {
            self.add(*index, (at, end), Position::Mediate, None, rules::DEMANDED_BY);
        }
        !actors.is_empty()
    }

    /// Who makes a call that stands as a noun: "France renewed its call"; nobody where another's call is spoken of.
    pub fn callers(&self, at: usize) -> Vec<FoundName> {
        let sentence = self.sentence;
        let verb = (at.saturating_sub(6)..at).rev().find(|it| {
            matches!(
                sentence.word(*it),
                "issued"
                    | "made"
                    | "renewed"
                    | "renewing"
                    | "repeated"
                    | "repeating"
                    | "reiterated"
                    | "reiterating"
                    | "joined"
                    | "echoed"
                    | "echoing"
                    | "launched"
                    | "reaffirmed"
            )
        });
        // "repeated calls" of whomever, but "Norway repeated calls".
        let own = |it: &usize| {
            *it + 1 < at || !sentence.word(*it).ends_with("ed") || {
                sentence.mentions.iter().any(|mention| mention.end == *it)
                    || matches!(sentence.before(*it), "has" | "have" | "had" | "also")
            }
        };
        let Some(verb) = verb.filter(own) else { return vec![] };
        let subjects = self.subjects(verb);
        subjects.into_iter().filter_map(|it| self.name(it)).collect()
    }
}

/// "U.S. calls for", "its demand", "the UN call": the noun, not the verb.
pub(super) fn is_noun(sentence: &Sentence, at: usize) -> bool {
    let word = sentence.word(at);
    if !matches!(
        word,
        "call"
            | "calls"
            | "appeal"
            | "appeals"
            | "demand"
            | "demands"
            | "hope"
            | "hopes"
            | "offers"
            | "requests"
    ) {
        return false;
    }
    let before = sentence.before(at);
    let owned = at.checked_sub(1).and_then(|it| sentence.tokens.get(it));
    if owned.is_some_and(|it| it.kind == Kind::Possessive)
        || is_determiner(before)
        || matches!(
            before,
            "new"
                | "urgent"
                | "repeated"
                | "international"
                | "growing"
                | "of"
                | "from"
                | "with"
                | "by"
                | "despite"
                | "amid"
                | "global"
                | "for"
                | "in"
                | "strong"
                | "renewed"
                | "many"
                | "several"
        )
    {
        return true;
    }
    let Some(caller) = sentence.mentions.iter().find(|it| it.end == at) else {
        return at > 0 && is_act(sentence, at - 1) && !matches!(before, "to" | "also");
    };
    // "rejected U.S. calls", "the UN call"
    let first = caller.start;
    is_act(sentence, first.wrapping_sub(1))
        || first > 0 && sentence.is(first - 1, Class::Preposition)
        || first > 0
            && matches!(word, "call" | "demand" | "appeal" | "hope")
            && caller.entries.len() == 1
            && sentence.word(at - 1).len() <= 3
}

/// A verb that takes the word after it as its object.
fn is_act(sentence: &Sentence, at: usize) -> bool {
    sentence.is(at, Class::Giving)
        || sentence.is(at, Class::Rejecting)
        || sentence.marks(at).iter().any(|it| matches!(it.meaning, Meaning::Stance(_, Shape::Verb)))
        || matches!(
            sentence.word(at),
            "ignored"
                | "spurned"
                | "refused"
                | "repeating"
                | "repeated"
                | "renewed"
                | "echoed"
                | "joined"
                | "resisted"
                | "defied"
                | "reiterated"
                | "issued"
                | "made"
                | "faced"
                | "prompted"
                | "sparked"
                | "drew"
        )
}

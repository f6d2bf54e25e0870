//! Owns positions in what a deed or person is called or held to be: "called the raid a crime", "described as legitimate",
//! "hold Chad responsible", "critics say".

use super::{Reader, rules};
use crate::analysis::lexicon::{Class, Meaning};
use crate::analysis::suggestion::FoundName;
use crate::base::words::Position;

/// Tokens from the verb to the name it gives.
const REACH: usize = 16;

impl Reader<'_> {
    /// "called the raid a crime", "described as “legitimate” the concerns".
    pub fn naming(&mut self, at: usize) {
        let sentence = self.sentence;
        if self.denied(at)
            || self.is_passive(at)
            || matches!(sentence.word(at + 1), "on" | "for" | "upon" | "off" | "by")
        {
            return;
        }
        let stop = (at + 1..at + REACH)
            .find(|it| {
                let aim = sentence.word(*it) == "to"
                    && !matches!(sentence.word(it + 1), "the" | "a" | "an")
                    && sentence.mention_at(it + 1).is_none();
                aim || matches!(sentence.word(*it), "." | ";" | "who" | "which" | "")
                    || sentence.has(*it, Meaning::Say)
                    || sentence.has(*it, Meaning::Negation)
            })
            .unwrap_or(at + REACH);
        // "described the fears of its ally as legitimate": the name comes after "as".
        let from = (at + 1..stop).find(|it| sentence.word(*it) == "as").unwrap_or(at + 1);
        let found = (from..stop).find_map(|it| {
            // "anti-terrorist" is no blame.
            if sentence.before(it) == "-" {
                return None;
            }
            let position = match () {
                () if sentence.is(it, Class::Pejorative) => Position::Condemn,
                () if sentence.is(it, Class::Laudatory) => Position::Support,
                // "presents the raid as its answer to"
                () if matches!(
                    sentence.word(it),
                    "answer" | "response" | "reply" | "retaliation"
                ) && matches!(sentence.before(it), "its" | "their" | "a" | "an")
                    && sentence.before(it - 1) == "as" =>
                {
                    Position::Support
                }
                () => return None,
            };
            Some((it, position))
        });
        // "the steps it considers necessary" is no praise.
        let bare = |to: usize| to == at + 1 && !sentence.any(at.saturating_sub(3), at, &["what"]);
        let found = found.filter(|(to, position)| *position == Position::Condemn || !bare(*to));
        let Some((to, position)) = found else { return };
        let target = self.named_thing(at + 1, to);
        self.by_subject(at, (at, to + 1), position, target, rules::NAMES);
    }

    /// What is named: before the name, or after it where "as" leads it.
    fn named_thing(&self, from: usize, to: usize) -> Option<FoundName> {
        if self.sentence.word(from) != "as" {
            return self.object(from).and_then(|it| self.cut(it, to));
        }
        let after = (to + 1..to + 3).find(|it| matches!(self.sentence.word(*it), "the" | "its"))?;
        self.object(after)
    }

    /// A thing without what comes from the token `to` on: of "the vote illegal" the vote.
    fn cut(&self, name: FoundName, to: usize) -> Option<FoundName> {
        let sentence = self.sentence;
        let Some(span) = name.span.filter(|it| it.end() > sentence.span(to, to + 1).start()) else {
            return Some(name);
        };
        let start = sentence.tokens.partition_point(|it| it.span.end() <= span.start());
        let is_link = |at: usize| {
            matches!(sentence.word(at), "a" | "an" | "the" | "as" | "totally")
                || sentence.word(at).ends_with("ly")
                || sentence.tokens.get(at).is_some_and(|it| it.is_quote())
        };
        let end = (start..to).rev().find(|at| !is_link(*at)).map_or(start, |it| it + 1);
        let span = sentence.span(start, end);
        let words = span.of(sentence.text).to_owned();
        // "called it a blatant act of aggression": the name alone.
        let named = !matches!(sentence.word(start), "a" | "an") && sentence.before(end) != "of";
        (end > start && named).then_some(FoundName { words, span: Some(span), ..name })
    }

    /// "holds Chad responsible for", "responsible" in "blamed" form: whose fault it is held to be.
    pub fn blamed(&mut self, at: usize) {
        let sentence = self.sentence;
        let verb = (at.saturating_sub(10)..at)
            .rev()
            .take_while(|it| !matches!(sentence.word(*it), "." | ";" | ","))
            .find(|it| {
                matches!(
                    sentence.word(*it),
                    "hold" | "holds" | "holding" | "held" | "found" | "finds" | "finding"
                )
            });
        let active = |it: &usize| *it + 1 < at && !self.denied(*it) && !self.is_passive(*it);
        let Some(verb) = verb.filter(active) else { return };
        let target = self.object(verb + 1);
        self.by_subject(verb, (verb, at + 1), Position::Condemn, target, rules::HOLDS_RESPONSIBLE);
    }

    /// "prosecutors charged him with": not "charged with", of those who are.
    pub fn charged(&mut self, at: usize) {
        let sentence = self.sentence;
        let with = (at + 2..at + 18)
            .take_while(|it| !matches!(sentence.word(*it), "." | ";"))
            .find(|it| sentence.word(*it) == "with");
        let Some(with) = with.filter(|_| !self.denied(at) && !self.is_passive(at)) else { return };
        let target = self.object(at + 1);
        self.by_subject(at, (at, with + 1), Position::Condemn, target, rules::HOLDS_RESPONSIBLE);
    }

    /// "Kremlin critics say": those who are named for their position.
    pub fn critics(&mut self, at: usize) {
        let sentence = self.sentence;
        let Some(mention) = sentence.mention_at(at) else { return };
        let next = mention.end;
        let verb = next + usize::from(matches!(sentence.word(next), "have" | "had" | "also"));
        if !sentence.has(verb, Meaning::Say) {
            return;
        }
        let words = sentence.span(mention.start, mention.end);
        let target =
            mention.entry(sentence, self.gazetteer).and_then(|it| self.gazetteer.entry(it));
        let target = target.map(|it| FoundName {
            words: it.name.clone(),
            name: Some(it.name.clone()),
            span: None,
        });
        let actor =
            FoundName { words: words.of(sentence.text).to_owned(), name: None, span: Some(words) };
        self.push(actor, (at, verb + 1), Position::Condemn, target, rules::CRITICS);
    }

    /// A position of whoever is the subject of a verb: actors of the sentence, a pronoun's, or the one who speaks.
    pub fn by_subject(
        &mut self,
        verb: usize,
        at: (usize, usize),
        position: Position,
        target: Option<FoundName>,
        rule: rules::Rule,
    ) {
        let own = self.sentence.any(verb.saturating_sub(3), verb, &["we", "i"]);
        let subjects = if own { vec![] } else { self.subjects(verb) };
        for index in &subjects {
            self.add(*index, at, position, target.clone(), rule);
        }
        if subjects.is_empty() {
            let spoken = || own.then(|| self.speaking(at.0, at.1)).flatten();
            let carried = || self.carried().filter(|_| !own && self.is_pronoun_before(verb));
            let actor = spoken().or_else(|| self.meant(verb, at.0, at.1)).or_else(carried);
            if let Some(actor) = actor.or_else(|| self.crowd(verb)) {
                self.push(actor, at, position, target, rule);
            }
        }
    }

    fn is_pronoun_before(&self, verb: usize) -> bool {
        self.sentence.any(verb.saturating_sub(3), verb, &["it", "he", "she", "they"])
    }
}

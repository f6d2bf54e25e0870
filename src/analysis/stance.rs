//! Owns stances within one sentence: who condemns, supports or mediates, by verbs, nouns, quoted words and appeals.

use super::gazetteer::Gazetteer;
use super::incident::earlier_war;
use super::lexicon::{Meaning, Shape};
use super::mentions::Mention;
use super::sentence::Sentence;
use super::speech::{Attribution, Who, is_paper, pronoun, speaker, subject};
use super::suggest::Speaker;
use super::suggestion::FoundName;
use super::tokens::Kind;
use crate::base::Span;
use crate::base::words::{Position, Speech};

/// A stance as its sentence gives it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct RawStance {
    pub span: Span,
    pub actor: FoundName,
    pub position: Position,
    pub target: Option<FoundName>,
    pub past: bool,
    pub speech: Speech,
    pub rule: &'static str,
    pub score: f32,
    pub because: String,
}

/// Verbs that give a thing a name that takes a position.
const NAMING: [&str; 8] =
    ["calls", "called", "describes", "described", "describing", "calling", "considers", "labelled"];

/// Nouns of what one side is asked to do.
const SURRENDER: [&str; 6] =
    ["withdrawal", "surrender", "capitulation", "dissolution", "disarmament", "resignation"];

/// What is at hand while a sentence is read.
struct Reader<'a> {
    sentence: &'a Sentence<'a>,
    said: &'a [Attribution],
    gazetteer: &'a Gazetteer,
    last: Option<&'a Speaker>,
    found: Vec<RawStance>,
}

/// All stances of a sentence, by place; `last` is who spoke before it.
pub(super) fn stances(
    sentence: &Sentence,
    said: &[Attribution],
    gazetteer: &Gazetteer,
    last: Option<&Speaker>,
) -> Vec<RawStance> {
    let mut reader = Reader { sentence, said, gazetteer, last, found: vec![] };
    let mut at = 0;
    while at < sentence.tokens.len() {
        let stance = sentence.marks(at).iter().find_map(|mark| match mark.meaning {
            Meaning::Stance(position, shape) => Some((position, shape, mark.len)),
            _ => None,
        });
        let appeal = sentence.marks(at).iter().find(|it| it.meaning == Meaning::Appeal);
        if let Some((position, shape, len)) = stance {
            // "we support" and "they fully support" are verbs.
            let verb = matches!(sentence.word(at), "support" | "criticism")
                && (matches!(sentence.before(at), "we" | "they" | "i" | "to" | "will")
                    || sentence.before(at).ends_with("ly"));
            match shape {
                Shape::Noun if verb => reader.verb(at, len, position),
                Shape::Verb => reader.verb(at, len, position),
                Shape::Noun => reader.noun(at, len, position),
                Shape::Spoken => reader.spoken(at, len, position),
            }
            at += len;
        } else if let Some(mark) = appeal {
            reader.appeal(at, mark.len);
            at += mark.len;
        } else {
            if matches!(sentence.word(at), "must" | "should") {
                reader.demand(at);
            }
            at += 1;
        }
    }
    reader.found
}

impl Reader<'_> {
    /// "France condemned the attack", "was condemned by France and Germany", "a Russian-brokered ceasefire".
    fn verb(&mut self, at: usize, len: usize, position: Position) {
        let sentence = self.sentence;
        if self.denied(at) {
            return;
        }
        let end = at + len;
        let by = (end..end + 3).find(|it| sentence.word(*it) == "by");
        let passive = sentence.any(
            at.saturating_sub(2),
            at,
            &["was", "were", "been", "be", "is", "are", "being"],
        );
        let participle = sentence.word(at).ends_with("ed") || sentence.word(at + len - 1) == "by";
        let by = if sentence.word(end - 1) == "by" { Some(end - 1) } else { by };
        if let Some(by) = by.filter(|_| participle && !self.gerund_after(end)) {
            let actors = self.listed(by + 1);
            for index in actors {
                let target = self.before(at);
                self.add(index, (at, end), position, target, "by-actor", 0.8);
            }
            return;
        }
        if sentence.before(at) == "-" {
            let owner = at.checked_sub(2).and_then(|it| self.index_at(it));
            if let Some(index) = owner {
                self.add(index, (at, end), position, None, "actor-verb-compound", 0.8);
            }
            return;
        }
        let accused =
            matches!(sentence.word(at), "accused" | "blamed" | "criticized" | "criticised")
                && matches!(sentence.word(end), "of" | "for");
        if passive || accused {
            return;
        }
        // In a quotation "we" and verbs without a subject are the speaker's.
        let own = sentence.any(at.saturating_sub(3), at, &["we", "i"]);
        let target = self.after(end, 12);
        if own {
            let last = || self.last.filter(|it| it.age <= 4).map(|it| it.name.clone());
            if let Some(actor) = self.speaking(at, end).or_else(last) {
                self.push(actor, (at, end), position, target, "we-verb", 0.75);
            }
            return;
        }
        if let Some(index) = subject(sentence, at) {
            for index in self.with_others(index) {
                self.add(index, (at, end), position, target.clone(), "actor-verb", 0.75);
            }
        } else if (pronoun(sentence, at) || sentence.word(at).ends_with("ing"))
            && let Some(actor) = self.speaking(at, end)
        {
            self.push(actor, (at, end), position, target, "pronoun-verb", 0.6);
        }
    }

    /// "with the support of Turkey", "through the mediation of Russia", "Turkey promised its full support".
    fn noun(&mut self, at: usize, len: usize, position: Position) {
        let sentence = self.sentence;
        if self.denied(at) {
            return;
        }
        let end = at + len;
        let by = (end..end + 2).find(|it| matches!(sentence.word(*it), "of" | "by" | "from"));
        let by = by.or_else(|| (sentence.word(end - 1) == "from").then_some(end - 1));
        // "the support of the population" is support by it, "support of the operation" is not: only actors count.
        if let Some(by) = by {
            let actors = self.listed(by + 1);
            if !actors.is_empty() {
                for index in actors {
                    let target = self.before(at);
                    self.add(index, (at, end), position, target, "noun-of-actor", 0.7);
                }
                return;
            }
        }
        let giving = (at.saturating_sub(6)..at).rev().find(|it| {
            matches!(
                sentence.word(*it),
                "promised"
                    | "promising"
                    | "expressed"
                    | "expresses"
                    | "voiced"
                    | "offered"
                    | "offers"
                    | "pledged"
                    | "reaffirmed"
                    | "reiterated"
                    | "declared"
                    | "gave"
                    | "providing"
                    | "in"
                    | "stands"
            )
        });
        if let Some(verb) = giving.filter(|it| sentence.word(*it) != "in") {
            if let Some(index) = subject(sentence, verb) {
                let target = self.after(end, 6).or_else(|| self.between(verb, at));
                self.add(index, (verb, end), position, target, "gives-noun", 0.65);
            } else if let Some(actor) = self.speaking(verb, end) {
                self.push(actor, (verb, end), position, None, "gives-noun", 0.5);
            }
            return;
        }
        // "Turkey's backing"
        let owner = at
            .checked_sub(2)
            .filter(|it| sentence.tokens.get(it + 1).is_some_and(|it| it.kind == Kind::Possessive));
        if let Some(index) = owner.and_then(|it| self.index_at(it)) {
            let target = self.after(end, 5);
            self.add(index, (at, end), position, target, "owner-noun", 0.65);
        }
    }

    /// "unacceptable", "negotiating table": a position in the words of whoever speaks.
    fn spoken(&mut self, at: usize, len: usize, position: Position) {
        let end = at + len;
        let target = if position == Position::Mediate { None } else { self.before(at) };
        let quoted = self.sentence.quoted.get(at).copied().unwrap_or(false);
        if let Some(actor) = self.voice(at, end) {
            let score = if quoted { 0.6 } else { 0.5 };
            self.push(actor, (at, end), position, target, "spoken", score);
        }
    }

    /// "called on A to stop", "urged both sides to talk", "demanded the withdrawal".
    fn appeal(&mut self, at: usize, len: usize) {
        let sentence = self.sentence;
        if self.denied(at) || sentence.mention_at(at).is_some() {
            return;
        }
        let end = at + len;
        if sentence.word(end) == "by" {
            let demanded = sentence.any(at.saturating_sub(10), at, &SURRENDER);
            for index in self.listed(end + 1).into_iter().filter(|_| demanded) {
                let target = self.before(at);
                self.add(index, (at, end), Position::Condemn, target, "demanded-by", 0.65);
            }
            return;
        }
        let stop = (end..(end + 26).min(sentence.tokens.len()))
            .find(|it| matches!(sentence.word(*it), "." | ";") || sentence.has(*it, Meaning::Say))
            .unwrap_or((end + 26).min(sentence.tokens.len()));
        let first = |meaning| (end..stop).find(|it| sentence.has(*it, meaning));
        let (settlement, stopping) = (first(Meaning::Settlement), first(Meaning::Stopping));
        let surrender = (end..stop).find(|it| {
            matches!(
                sentence.word(*it),
                "withdrawal" | "surrender" | "capitulation" | "dissolution" | "disarmament"
            )
        });
        let both = sentence.any(end, stop, &["both", "all", "parties", "sides", "conflicting"]);
        let actors: Vec<FoundName> = match subject(sentence, at) {
            Some(index) => {
                let name = |it: &usize| self.name(*it);
                self.with_others(index).iter().filter_map(name).collect()
            }
            None => {
                let own = sentence.any(at.saturating_sub(4), at, &["we", "i"]);
                let last = || self.last.filter(|it| own && it.age <= 4).map(|it| it.name.clone());
                self.speaking(at, end).or_else(last).into_iter().collect()
            }
        };
        let demand = sentence.word(at).starts_with("demand");
        let between = stopping.and_then(|it| self.between(end, it));
        for actor in actors {
            if let Some(to) = stopping.filter(|_| !both && between.is_some()) {
                let target = between.clone();
                let own =
                    target.as_ref().is_some_and(|it| it.name.is_some() && it.name == actor.name);
                if !own {
                    self.push(
                        actor.clone(),
                        (at, to + 1),
                        Position::Condemn,
                        target,
                        "demands-stop",
                        0.7,
                    );
                }
            } else if let Some(to) = surrender.filter(|_| demand || stopping.is_none()) {
                let target = self.after(to, 8);
                self.push(
                    actor.clone(),
                    (at, to + 1),
                    Position::Condemn,
                    target,
                    "demands-surrender",
                    0.65,
                );
            }
            if let Some(to) = settlement {
                let score = if demand { 0.5 } else { 0.7 };
                self.push(
                    actor,
                    (at, to + 1),
                    Position::Mediate,
                    None,
                    "appeals-settlement",
                    score,
                );
            }
        }
    }

    /// "Azerbaijan should immediately cease its operation", said by whoever speaks.
    fn demand(&mut self, at: usize) {
        let sentence = self.sentence;
        let stopping = (at + 1..at + 6)
            .find(|it| sentence.has(*it, Meaning::Stopping) && sentence.word(*it) != "immediately");
        let Some(to) = stopping else { return };
        let target = self.before(at);
        if let Some(actor) = self.voice(at, to + 1) {
            let own = target.as_ref().is_some_and(|it| it.words == actor.words);
            if !own && !sentence.has(at + 1, Meaning::Negation) {
                self.push(actor, (at, to + 1), Position::Condemn, target, "must-stop", 0.65);
            }
        }
    }

    /// Whether the position is denied: "did not condemn", "refused to condemn".
    fn denied(&self, at: usize) -> bool {
        let from = at.saturating_sub(4);
        (from..at).any(|it| {
            self.sentence.has(it, Meaning::Negation)
                || matches!(
                    self.sentence.word(it),
                    "refused" | "refuses" | "failed" | "declined" | "stopped"
                )
        })
    }

    /// "by attacking" is a means, not an actor.
    fn gerund_after(&self, end: usize) -> bool {
        (end..end + 4)
            .any(|it| self.sentence.word(it) == "by" && self.sentence.word(it + 1).ends_with("ing"))
    }

    /// Who speaks the words: as the sentence says, else the speaker before while the account goes on.
    fn speaking(&self, start: usize, end: usize) -> Option<FoundName> {
        let said: Vec<Attribution> =
            self.said.iter().copied().filter(|it| it.at < start || it.at >= end).collect();
        match speaker(&said, start, end).map(|it| it.who) {
            // "the statement reads" goes on with whoever made it.
            Some(Who::Mention(index))
                if self.mention(index).is_some_and(|it| is_paper(self.sentence, it)) =>
            {
                self.last.map(|it| it.name.clone())
            }
            Some(Who::Mention(index)) => self.name(index),
            // "As for Chad, which denounced the raid, it said": who acts in the sentence goes before who spoke last.
            Some(Who::Same) => {
                let here = self.found.last().map(|it| it.actor.clone());
                here.or_else(|| self.last.map(|it| it.name.clone()))
            }
            None => self.carried(),
        }
    }

    /// Who speaks the words of a position: a speaker of this sentence, or the one before if the words are quoted or the
    /// account goes on; in a heading the name before a colon or the verb.
    fn voice(&self, start: usize, end: usize) -> Option<FoundName> {
        let sentence = self.sentence;
        // "urged both sides to return to the negotiating table", "called the attack an aggression"
        let verb = (start.saturating_sub(24)..start).rev().find(|it| {
            sentence.has(*it, Meaning::Appeal) && sentence.quoted.get(*it) == Some(&false)
                || self.said.is_empty() && NAMING.contains(&sentence.word(*it))
        });
        if let Some(index) = verb.and_then(|it| subject(sentence, it)) {
            return self.name(index);
        }
        self.speaking(start, end)
    }

    fn carried(&self) -> Option<FoundName> {
        let last = self.last.filter(|_| !self.sentence.heading)?;
        let same = last.paragraph == self.sentence.paragraph && last.age <= 3;
        let quote = self.sentence.tokens.first().is_some_and(|it| it.is_quote())
            && last.paragraph + 1 == self.sentence.paragraph;
        (same || quote).then(|| last.name.clone())
    }

    fn mention(&self, index: usize) -> Option<&Mention> {
        self.sentence.mentions.get(index)
    }

    fn name(&self, index: usize) -> Option<FoundName> {
        self.mention(index).map(|it| it.name(self.sentence, self.gazetteer))
    }

    fn index_at(&self, at: usize) -> Option<usize> {
        let index = self.sentence.mentions.partition_point(|it| it.end <= at);
        self.mention(index).filter(|it| it.start <= at).map(|_| index)
    }

    /// The list of actors that begins at `at`: "the EU, France and Germany".
    fn listed(&self, at: usize) -> Vec<usize> {
        let mentions = &self.sentence.mentions;
        let mut index = mentions.partition_point(|it| it.end <= at);
        let mut found = vec![];
        let mut end = at;
        while let Some(mention) = mentions.get(index) {
            let gap = end..mention.start;
            let near = gap.len() <= if found.is_empty() { 3 } else { 2 };
            let clean = gap.clone().all(|it| {
                let word = self.sentence.word(it);
                matches!(
                    word,
                    "," | "and" | "or" | "the" | "as" | "well" | "both" | "a" | "an" | ";"
                ) || found.is_empty() && !self.sentence.is_function(it)
            });
            if !near || !clean || mention.modifier || found.len() == 12 {
                break;
            }
            found.push(index);
            end = mention.end;
            index += 1;
        }
        found
    }

    /// The subject and those joined to it by "and" or commas.
    fn with_others(&self, index: usize) -> Vec<usize> {
        let mentions = &self.sentence.mentions;
        let mut found = vec![index];
        let mut first = index;
        while let Some(before) = first.checked_sub(1) {
            let (Some(left), Some(right)) = (mentions.get(before), mentions.get(first)) else {
                break;
            };
            let joined =
                (left.end..right.start).all(|it| matches!(self.sentence.word(it), "and" | "the"));
            if !joined || left.end == right.start || left.modifier || found.len() == 12 {
                break;
            }
            found.insert(0, before);
            first = before;
        }
        found
    }

    /// The actor named next within `reach` tokens, for a target.
    fn after(&self, at: usize, reach: usize) -> Option<FoundName> {
        let index = self.sentence.mentions.partition_point(|it| it.end <= at);
        let mention = self.mention(index).filter(|it| it.start <= at + reach)?;
        let cut = (at..mention.start).any(|it| matches!(self.sentence.word(it), "." | ";"));
        (!cut).then(|| mention.name(self.sentence, self.gazetteer))
    }

    /// The actor named last before `at`, for a target.
    fn before(&self, at: usize) -> Option<FoundName> {
        let index = self.sentence.mentions.partition_point(|it| it.end <= at).checked_sub(1)?;
        let mention = self.mention(index).filter(|it| at - it.end <= 8)?;
        Some(mention.name(self.sentence, self.gazetteer))
    }

    /// An actor named from `from` to before `to`.
    fn between(&self, from: usize, to: usize) -> Option<FoundName> {
        let index = self.sentence.mentions.partition_point(|it| it.end <= from);
        let mention = self.mention(index).filter(|it| it.start < to)?;
        Some(mention.name(self.sentence, self.gazetteer))
    }

    fn add(
        &mut self,
        index: usize,
        at: (usize, usize),
        position: Position,
        target: Option<FoundName>,
        rule: &'static str,
        score: f32,
    ) {
        if let Some(actor) = self.name(index) {
            self.push(actor, at, position, target, rule, score);
        }
    }

    fn push(
        &mut self,
        actor: FoundName,
        (start, end): (usize, usize),
        position: Position,
        target: Option<FoundName>,
        rule: &'static str,
        score: f32,
    ) {
        let sentence = self.sentence;
        let key = |it: &FoundName| it.name.clone().unwrap_or_else(|| it.words.to_lowercase());
        let same = |it: &&mut RawStance| it.position == position && key(&it.actor) == key(&actor);
        let words = sentence.span(start, end);
        if let Some(known) = self.found.iter_mut().rev().take(24).find(same) {
            if known.score < score {
                (known.score, known.rule) = (score, rule);
            }
            return;
        }
        let near = |it: &Span| it.end() + 120 >= words.start() && it.start() <= words.end() + 120;
        let inside = |it: &Span| sentence.whole.contains(*it);
        let span = match actor.span.filter(|it| near(it) && inside(it)) {
            Some(name) => words.join(name),
            None => words,
        };
        let quoted = sentence.quoted.get(start).copied().unwrap_or(false);
        let target = target.filter(|it| key(it) != key(&actor));
        let known = actor.name.is_some();
        let because = format!("‘{}’ by ‘{}’", words.of(sentence.text), actor.words);
        self.found.push(RawStance {
            span,
            actor,
            position,
            target,
            past: is_past(sentence, start),
            speech: if quoted { Speech::Direct } else { Speech::Reported },
            rule,
            score: if known { score } else { score - 0.1 },
            because,
        });
    }
}

/// Whether the position was held before the event: "in the past", "had brokered", "the 2020 ceasefire".
fn is_past(sentence: &Sentence, at: usize) -> bool {
    let near = at.saturating_sub(6)..at + 7;
    let past = near.clone().any(|it| {
        sentence.word(it) == "past" && sentence.before(it) == "the"
            || sentence.word(it) == "previously"
            || sentence.word(it) == "previous" && sentence.has(it + 1, Meaning::Settlement)
    });
    past || earlier_war(sentence).is_some()
}

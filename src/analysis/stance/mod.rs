//! Owns stances within one sentence: who condemns, supports or mediates, by verbs, nouns, quoted words and appeals.

mod actors;
mod appeals;
mod calls;
mod deeds;
mod names;
mod naming;
mod positions;
mod rules;
mod sides;
mod targets;
mod voice;

use self::rules::Rule;
use super::gazetteer::Gazetteer;
use super::incident::earlier_war;
use super::lexicon::{Class, Meaning, Shape};
use super::reading::Speaker;
use super::sentence::Sentence;
use super::speech::Attribution;
use super::suggestion::FoundName;
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

impl RawStance {
    /// Whether its actor is the subject of the sentence, so that what follows may be that actor's account.
    pub fn opens_account(&self) -> bool {
        [rules::ACTOR_VERB, rules::DEMANDS_STOP, rules::APPEALS_SETTLEMENT]
            .iter()
            .any(|it| it.name == self.rule)
    }
}

/// Who was at work before the sentence.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Before<'a> {
    /// Who spoke last.
    pub speaker: Option<&'a Speaker>,
    /// The subject of the last sentence that had one.
    pub acting: Option<&'a Speaker>,
}

/// How much less a stance is trusted whose actor no gazetteer knows.
const NAMELESS: f32 = 0.05;

/// What is at hand while a sentence is read.
struct Reader<'a> {
    sentence: &'a Sentence<'a>,
    said: &'a [Attribution],
    gazetteer: &'a Gazetteer,
    last: Option<&'a Speaker>,
    acting: Option<&'a Speaker>,
    found: Vec<RawStance>,
}

/// All stances of a sentence, by place.
pub(super) fn stances(
    sentence: &Sentence,
    said: &[Attribution],
    gazetteer: &Gazetteer,
    before: Before,
) -> Vec<RawStance> {
    let Before { speaker: last, acting } = before;
    let mut reader = Reader { sentence, said, gazetteer, last, acting, found: vec![] };
    let mut at = 0;
    while at < sentence.tokens.len() {
        let stance = sentence.marks(at).iter().find_map(|mark| match mark.meaning {
            Meaning::Stance(position, shape) => Some((position, shape, mark.len)),
            _ => None,
        });
        let appeal = sentence.marks(at).iter().find(|it| it.meaning == Meaning::Appeal);
        if let Some((position, shape, len)) = stance {
            match shape {
                Shape::Noun if is_verb(sentence, at) => reader.verb(at, len, position),
                Shape::Verb => reader.verb(at, len, position),
                Shape::Noun => reader.noun(at, len, position),
                Shape::Spoken => reader.spoken(at, len, position),
            }
            at += len;
        } else if let Some(mark) = appeal {
            reader.appeal(at, mark.len);
            at += mark.len;
        } else {
            match sentence.word(at) {
                "must" | "should" => reader.demand(at),
                "need" | "needs" | "has" | "have" | "had" if sentence.word(at + 1) == "to" => {
                    reader.demand(at + 1);
                }
                "weapons" | "arms" | "ammunition" | "aid" | "assistance" | "equipment" => {
                    reader.arms(at);
                }
                "charged" | "charging" => reader.charged(at),
                "critics" => reader.critics(at),
                "agreed" => reader.joint(at),
                "side" => reader.sided(at),
                "awarded" | "bestowed" | "conferred" => reader.honour(at),
                "response" | "retaliation" | "responding" => reader.reason(at, at + 1),
                _ if sentence.is(at, Class::Naming) => reader.naming(at),
                _ if sentence.is(at, Class::Blamed) => reader.blamed(at),
                _ if sentence.is(at, Class::Accord) => reader.accord(at),
                _ => {}
            }
            at += 1;
        }
    }
    reader.found
}

/// "we support", "they fully support", "will support": words that are nouns elsewhere.
fn is_verb(sentence: &Sentence, at: usize) -> bool {
    matches!(sentence.word(at), "support" | "criticism")
        && (matches!(sentence.before(at), "we" | "they" | "i" | "to" | "will" | "would" | "not")
            || sentence.before(at).ends_with("ly"))
}

impl Reader<'_> {
    fn add(
        &mut self,
        index: usize,
        at: (usize, usize),
        position: Position,
        target: Option<FoundName>,
        rule: Rule,
    ) {
        let outlet = self.mention(index).is_some_and(|it| it.outlet);
        if let Some(actor) = self.name(index).filter(|_| !outlet) {
            let office = self.mention(index).is_some_and(|it| it.office);
            let person = self.person_for(&actor, at.0).filter(|_| !office);
            self.push(person.unwrap_or(actor), at, position, target, rule);
        }
    }

    /// Whether two bodies of one state are named apart: "the Kremlin" and "the Russian mission".
    fn apart(&self, one: &FoundName, two: &FoundName) -> bool {
        let office = |it: &FoundName| {
            let span = it.span.filter(|it| self.sentence.whole.contains(*it))?;
            let mention =
                self.sentence.mentions.iter().find(|mention| {
                    self.sentence.span(mention.start, mention.end).overlaps(span)
                })?;
            mention.office.then_some(mention.start)
        };
        let (left, right) = (office(one), office(two));
        left.is_some() != right.is_some()
            && one.words != two.words
            && one.span.is_some()
            && two.span.is_some_and(|it| self.sentence.whole.contains(it))
            || left.is_some() && right.is_some() && left != right
    }

    fn push(
        &mut self,
        actor: FoundName,
        (start, end): (usize, usize),
        position: Position,
        target: Option<FoundName>,
        rule: Rule,
    ) {
        let sentence = self.sentence;
        let key = |it: &FoundName| it.name.clone().unwrap_or_else(|| it.words.to_lowercase());
        let past = is_past(sentence, start)
            || position == Position::Mediate && is_long_past(sentence, start);
        let same = |it: &&RawStance| {
            it.position == position
                && it.past == past
                && key(&it.actor) == key(&actor)
                && !self.apart(&it.actor, &actor)
        };
        let words = sentence.span(start, end);
        let target = target.filter(|it| key(it) != key(&actor));
        let known = self.found.iter().rev().take(24).position(|it| same(&it));
        if let Some(known) = known.and_then(|back| self.found.iter_mut().nth_back(back)) {
            if known.score < rule.score {
                (known.score, known.rule) = (rule.score, rule.name);
            }
            known.target = known.target.take().or(target);
            return;
        }
        // A long list after "by" is all one passage.
        let reach = if rule == rules::BY_ACTOR { sentence.whole.len() } else { 120 };
        let near =
            |it: &Span| it.end() + reach >= words.start() && it.start() <= words.end() + reach;
        let inside = |it: &Span| sentence.whole.contains(*it);
        let span = match actor.span.filter(|it| near(it) && inside(it)) {
            Some(name) => words.join(name),
            None => words,
        };
        let quoted = sentence.quoted.get(start).copied().unwrap_or(false);
        let known = actor.name.is_some();
        let because = format!("‘{}’ by ‘{}’", words.of(sentence.text), actor.words);
        let score = if known { rule.score } else { rule.score - NAMELESS };
        self.found.push(RawStance {
            span,
            actor,
            position,
            target,
            past,
            speech: if quoted { Speech::Direct } else { Speech::Reported },
            rule: rule.name,
            score,
            because,
        });
    }
}

/// Whether the position was held before the event: "in the past", "had brokered", "the 2020 ceasefire".
fn is_past(sentence: &Sentence, at: usize) -> bool {
    let near = at.saturating_sub(6)..at + 9;
    let past = near.clone().any(|it| {
        let clause = || !sentence.any(it.min(at), it.max(at), &[","]);
        sentence.word(it) == "past" && sentence.before(it) == "the" && clause()
            || sentence.word(it) == "recent"
                && matches!(sentence.word(it + 1), "months" | "years" | "decades")
                && clause()
            || sentence.word(it) == "last"
                && matches!(sentence.word(it + 1), "week" | "month" | "year")
                && sentence.before(it) != "since"
                && clause()
                && !sentence.any(at, it, &["that", "which", "who"])
            || matches!(sentence.word(it), "previously" | "formerly" | "historically")
            || sentence.word(it) == "ago"
                && matches!(sentence.before(it), "years" | "decades")
                && (it < 6 || !sentence.any(it.min(at), it.max(at), &[","]))
            || matches!(sentence.word(it), "previous" | "earlier")
                && sentence.has(it + 1, Meaning::Settlement)
    });
    past || earlier_war(sentence).is_some()
}

/// "for decades France mediated", "after months of talks brokered by".
fn is_long_past(sentence: &Sentence, at: usize) -> bool {
    (at.saturating_sub(12)..at).any(|it| {
        matches!(sentence.word(it), "months" | "years" | "decades")
            && (sentence.before(it) == "for"
                || sentence.before(it) == "after" && sentence.word(it + 1) == "of")
    })
}

//! Owns stances within one sentence: who condemns, supports or mediates, by verbs, nouns, quoted words and appeals.

mod appeals;
mod names;
mod positions;
mod rules;
mod voice;

use self::rules::Rule;
use super::gazetteer::Gazetteer;
use super::incident::earlier_war;
use super::lexicon::{Meaning, Shape};
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

/// How much less a stance is trusted whose actor no gazetteer knows.
const NAMELESS: f32 = 0.1;

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
            let actor = self.person_for(&actor, at.0).unwrap_or(actor);
            self.push(actor, at, position, target, rule);
        }
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
        let same = |it: &&mut RawStance| it.position == position && key(&it.actor) == key(&actor);
        let words = sentence.span(start, end);
        if let Some(known) = self.found.iter_mut().rev().take(24).find(same) {
            if known.score < rule.score {
                (known.score, known.rule) = (rule.score, rule.name);
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
            rule: rule.name,
            score: if known { rule.score } else { rule.score - NAMELESS },
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

//! Owns how verbs, nouns and quoted words give a position: "condemned", "with the support of", "unacceptable".

use super::calls::is_noun;
use super::{Reader, rules};
use crate::analysis::lexicon::{Class, Meaning};
use crate::analysis::suggestion::FoundName;
use crate::analysis::tokens::Kind;
use crate::base::Span;
use crate::base::words::Position;

impl Reader<'_> {
    /// "France condemned the attack", "was condemned by France and Germany", "a Russian-brokered ceasefire".
    pub fn verb(&mut self, at: usize, len: usize, position: Position) {
        let sentence = self.sentence;
        // "summoned the ambassador", not a meeting.
        let summons = sentence.word(at) == "summoned";
        if summons && !(at + len..at + 8).any(|it| sentence.is(it, Class::Summoned)) {
            return;
        }
        if self.denied(at) || self.is_no_deed(at, len, position) {
            return;
        }
        let end = at + len;
        let mediates = position == Position::Mediate;
        if let Some(by) = self.passive_by(at, end) {
            let target = if mediates { self.settled_before(at) } else { self.patient(at) };
            for index in self.all_by(by + 1) {
                self.add(index, (at, end), position, target.clone(), rules::BY_ACTOR);
            }
            return;
        }
        if sentence.before(at) == "-" {
            let owner = at.checked_sub(2).and_then(|it| self.index_at(it));
            if let Some(index) = owner {
                self.add(index, (at, end), position, None, rules::COMPOUND);
            }
            return;
        }
        if self.is_passive(at) || self.is_suffered(at, end) || self.is_of_others(at) {
            return;
        }
        // In a quotation "we" and verbs without a subject are the speaker's.
        let own = sentence.any(at.saturating_sub(3), at, &["we", "i"]) || self.is_own_appeal(at);
        let target = || match mediates {
            true => self.settled(end),
            false => self.whom(at).or_else(|| self.object(end)),
        };
        let target = target();
        if own {
            let last = || self.last.filter(|it| it.age <= 4).map(|it| it.name.clone());
            if let Some(actor) = self.speaking(at, end).or_else(last) {
                self.push(actor, (at, end), position, target, rules::WE_VERB);
            }
            return;
        }
        let subjects = self.subjects(at);
        if !subjects.is_empty() {
            let mutual = sentence.word(end) == "each" || sentence.word(end) == "one";
            let mutual = mutual && matches!(sentence.word(end + 1), "other" | "another");
            for (place, index) in subjects.iter().enumerate() {
                // "Chad and Mali blamed each other"
                let other = subjects.get(if place == 0 { 1 } else { 0 }).filter(|_| mutual);
                let target = match other {
                    Some(other) => self.name(*other),
                    None => target.clone(),
                };
                self.add(*index, (at, end), position, target, rules::ACTOR_VERB);
            }
        } else if let Some(actor) = self.meant(at, at, end) {
            self.push(actor, (at, end), position, target, rules::PRONOUN_VERB);
        } else if sentence.word(at).ends_with("ing")
            && let Some(actor) = self.speaking(at, end)
        {
            self.push(actor, (at, end), position, target, rules::PRONOUN_VERB);
        } else if let Some(actor) = self.crowd(at) {
            self.push(actor, (at, end), position, target, rules::CROWD_VERB);
        }
    }

    /// What a passive is about: "the attack was condemned by".
    fn patient(&self, at: usize) -> Option<FoundName> {
        // "The raid, condemned by"
        let end = if self.sentence.before(at) == "," { at - 1 } else { at };
        self.phrase_before(end).or_else(|| self.before(at))
    }

    /// "with the support of Turkey", "through the mediation of Russia", "Turkey promised its full support".
    pub fn noun(&mut self, at: usize, len: usize, position: Position) {
        let sentence = self.sentence;
        if self.denied(at) {
            return;
        }
        let end = at + len;
        let by = (end..end + 2).find(|it| matches!(sentence.word(*it), "of" | "by" | "from"));
        let by = by.or_else(|| (sentence.word(end - 1) == "from").then_some(end - 1));
        // "demanded support from the government"
        let wanted = (at.saturating_sub(3)..at).any(|it| sentence.has(it, Meaning::Appeal));
        // "the support of the population" is support by it, "support of the operation" is not: only actors count.
        if let Some(by) = by {
            let actors = self.listed(by + 1);
            // "voiced support of Gomez": the one who voices it supports.
            let given = (at.saturating_sub(6)..at).any(|it| sentence.is(it, Class::Giving));
            let given = given && sentence.word(by) == "of";
            let mediates = position == Position::Mediate;
            if !actors.is_empty() && !wanted && !given {
                for index in actors {
                    let target = if mediates { None } else { self.helped(at) };
                    self.add(index, (at, end), position, target, rules::NOUN_OF_ACTOR);
                }
                return;
            }
        }
        let giving = (at.saturating_sub(6)..at).rev().find(|it| sentence.is(*it, Class::Giving));
        if let Some(verb) = giving {
            let due = (verb.saturating_sub(4)..verb).any(|it| sentence.is(it, Class::Modal));
            if due && !sentence.any(verb.saturating_sub(4), verb, &["we", "i"]) {
                return;
            }
            let subjects = self.subjects(verb);
            if !subjects.is_empty() {
                let target = self.object_of_noun(verb, at, end);
                for index in subjects {
                    self.add(index, (verb, end), position, target.clone(), rules::GIVES_NOUN);
                }
            } else if let Some(actor) = self.speaking(verb, end) {
                self.push(actor, (verb, end), position, None, rules::GIVES_NOUN_SPOKEN);
            }
            return;
        }
        // "Turkey's backing"
        let owner = at
            .checked_sub(2)
            .filter(|it| sentence.tokens.get(it + 1).is_some_and(|it| it.kind == Kind::Possessive));
        if let Some(index) = owner.and_then(|it| self.index_at(it)) {
            let target = self.after(end, 5);
            self.add(index, (at, end), position, target, rules::OWNER_NOUN);
        }
    }

    /// Who has "the support of" another: the actor named before, unless only as a place or owner.
    fn helped(&self, at: usize) -> Option<FoundName> {
        let index = self.sentence.mentions.partition_point(|it| it.end <= at).checked_sub(1)?;
        let start = self.mention(index)?.start;
        let governed =
            (start.saturating_sub(2)..start).any(|it| self.sentence.is(it, Class::Preposition));
        if governed { None } else { self.before(at) }
    }

    /// Whom a position held as a noun is about: "its support for Chad", "promised Chad its support".
    fn object_of_noun(&self, verb: usize, at: usize, end: usize) -> Option<FoundName> {
        let leads = matches!(self.sentence.word(end), "for" | "to" | "of" | "with" | "towards");
        let from = end + usize::from(leads);
        let next = if leads { self.object(from) } else { self.after(end, 6) };
        next.or_else(|| self.between(verb, at))
    }

    /// "unacceptable", "negotiating table": a position in the words of whoever speaks.
    pub fn spoken(&mut self, at: usize, len: usize, position: Position) {
        let sentence = self.sentence;
        let end = at + len;
        let doubted = (at.saturating_sub(7)..at).any(|it| sentence.is(it, Class::Doubted));
        let held = sentence.any(at.saturating_sub(8), at, &["hold", "holds", "holding", "held"])
            && sentence.word(end - 1) == "for";
        let order = sentence.word(at) == "constitutional"
            && !(at.saturating_sub(6)..at).any(|it| sentence.word(it).starts_with("restor"));
        if held || order {
            return;
        }
        let denied = (at.saturating_sub(3)..at).any(|it| sentence.has(it, Meaning::Negation));
        if denied && position != Position::Mediate || doubted && position == Position::Condemn {
            return;
        }
        let quoted = sentence.quoted.get(at).copied().unwrap_or(false);
        if position == Position::Mediate && !quoted && !self.is_sought(at, end) {
            return;
        }
        let by = matches!(sentence.word(end - 1), "by" | "of" | "for");
        let target = match position {
            Position::Mediate => None,
            // "was caused by", "hold responsible for" name it after, "is unacceptable" before.
            _ if by && sentence.word(end - 1) == "by" => self.object(end),
            _ if self.is_predicate(at) => self.said_of(at),
            _ => self.before_by_name(at),
        };
        if let Some(actor) = self.voice(at, end) {
            // "the mediator Gomez spoke of genocide": a title is not the target.
            let title = |it: &FoundName| {
                let gap = |it: Span, actor: Span| actor.start().saturating_sub(it.end());
                let spans = it.span.zip(actor.span);
                spans.is_some_and(|(it, actor)| it.end() <= actor.start() && gap(it, actor) < 5)
            };
            let target = target.filter(|it| position != Position::Condemn || !title(it));
            let rule = if quoted { rules::SPOKEN_QUOTED } else { rules::SPOKEN };
            self.push(actor, (at, end), position, target, rule);
        }
    }

    /// "is unacceptable", "amount to a crime": what is said of the phrase before.
    fn is_predicate(&self, at: usize) -> bool {
        let sentence = self.sentence;
        let first = sentence.word(at);
        let verb = matches!(first, "is" | "are" | "was" | "were" | "no" | "bears" | "bear")
            || first.starts_with("violat");
        verb || (at.saturating_sub(4)..at)
            .any(|it| matches!(sentence.word(it), "is" | "are" | "was" | "were" | "be" | "been"))
    }

    /// Whether a settlement is asked for, not only spoken of: "there is a need for", "must", "to return to".
    fn is_sought(&self, at: usize, end: usize) -> bool {
        (at.saturating_sub(12)..end + 6).any(|it| {
            let asked = || {
                self.sentence.has(it, Meaning::Appeal)
                    && !is_noun(self.sentence, it)
                    && !self.is_loose_relative(it)
            };
            self.sentence.is(it, Class::Seeking) || asked()
        })
    }
}

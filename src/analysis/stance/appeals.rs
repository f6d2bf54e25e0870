//! Owns what is asked for: to stop, which condemns; to talk, which mediates.

use super::{Reader, rules};
use crate::analysis::lexicon::{Class, Meaning};
use crate::analysis::speech::subject;
use crate::analysis::suggestion::FoundName;
use crate::base::words::Position;

impl Reader<'_> {
    /// "called on A to stop", "urged both sides to talk", "demanded the withdrawal".
    pub fn appeal(&mut self, at: usize, len: usize) {
        let sentence = self.sentence;
        if self.denied(at) || sentence.mention_at(at).is_some() {
            return;
        }
        let end = at + len;
        if sentence.word(end) == "by" {
            let demanded = (at.saturating_sub(10)..at).any(|it| sentence.is(it, Class::Surrender));
            for index in self.listed(end + 1).into_iter().filter(|_| demanded) {
                let target = self.before(at);
                self.add(index, (at, end), Position::Condemn, target, rules::DEMANDED_BY);
            }
            return;
        }
        let stop = (end..(end + 26).min(sentence.tokens.len()))
            .find(|it| matches!(sentence.word(*it), "." | ";") || sentence.has(*it, Meaning::Say))
            .unwrap_or((end + 26).min(sentence.tokens.len()));
        let first = |meaning| (end..stop).find(|it| sentence.has(*it, meaning));
        let (settlement, stopping) = (first(Meaning::Settlement), first(Meaning::Stopping));
        let surrender = (end..stop).find(|it| sentence.is(*it, Class::Surrender));
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
        let penalty = (end..(end + 6).min(stop))
            .find(|it| sentence.is(*it, Class::Penalty) && sentence.word(it + 1) == "against");
        for actor in actors {
            if let Some(to) = stopping.filter(|_| !both && between.is_some()) {
                let target = self.doer(end, to, between.as_ref());
                let own =
                    target.as_ref().is_some_and(|it| it.name.is_some() && it.name == actor.name);
                if !own {
                    self.push(
                        actor.clone(),
                        (at, to + 1),
                        Position::Condemn,
                        target,
                        rules::DEMANDS_STOP,
                    );
                }
            } else if let Some(to) = penalty {
                let target = self.after(to + 2, 4);
                self.push(
                    actor.clone(),
                    (at, to + 1),
                    Position::Condemn,
                    target,
                    rules::DEMANDS_PENALTY,
                );
            } else if let Some(to) = surrender.filter(|_| demand || stopping.is_none()) {
                let target = self.after(to, 8);
                self.push(
                    actor.clone(),
                    (at, to + 1),
                    Position::Condemn,
                    target,
                    rules::DEMANDS_SURRENDER,
                );
            }
            if let Some(to) = settlement {
                let rule =
                    if demand { rules::DEMANDS_SETTLEMENT } else { rules::APPEALS_SETTLEMENT };
                self.push(actor, (at, to + 1), Position::Mediate, None, rule);
            }
        }
    }

    /// Whose deed is to stop, at `to`: who is named with the deed, else the one asked; where the one asked stands by,
    /// the deed itself.
    fn doer(&self, from: usize, to: usize, asked: Option<&FoundName>) -> Option<FoundName> {
        let sentence = self.sentence;
        let stop = (to..to + 14)
            .find(|at| matches!(sentence.word(*at), "." | ";" | "," | "and" | "”" | ""))
            .unwrap_or(to + 14);
        let author = self.between(to + 1, stop).filter(|it| it.name.is_some() && Some(it) != asked);
        let own = sentence.any(to, stop, &["its", "their", "against", "on", "in", "from"]);
        if let Some(author) = author.filter(|_| !own) {
            return Some(author);
        }
        let bystander = (from..to).any(|at| sentence.is(at, Class::Bystander));
        if bystander && sentence.word(to + 1) == "the" {
            return self.thing(to + 1).or_else(|| asked.cloned());
        }
        asked.cloned()
    }

    /// "Azerbaijan should immediately cease its operation", said by whoever speaks.
    pub fn demand(&mut self, at: usize) {
        let sentence = self.sentence;
        let stopping = (at + 1..at + 6)
            .find(|it| sentence.has(*it, Meaning::Stopping) && sentence.word(*it) != "immediately");
        let Some(to) = stopping else { return };
        let target = self.before(at);
        if let Some(actor) = self.voice(at, to + 1) {
            let own = target.as_ref().is_some_and(|it| it.words == actor.words);
            if !own && !sentence.has(at + 1, Meaning::Negation) {
                self.push(actor, (at, to + 1), Position::Condemn, target, rules::MUST_STOP);
            }
        }
    }
}

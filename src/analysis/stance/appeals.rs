//! Owns what is asked for: to stop, which condemns; to talk, which mediates.

use super::calls::is_noun;
use super::{Reader, rules};
use crate::analysis::lexicon::{Class, Meaning};
use crate::analysis::sentence::Sentence;
use crate::analysis::suggestion::FoundName;
use crate::base::words::Position;

/// Tokens after an appeal in which stands what is asked for.
const REACH: usize = 26;

impl Reader<'_> {
    /// "called on A to stop", "urged both sides to talk", "demanded the withdrawal".
    pub fn appeal(&mut self, at: usize, len: usize) {
        let sentence = self.sentence;
        // "the proposed talks"
        let adjective = matches!(sentence.word(at), "proposed" | "offered")
            && matches!(sentence.before(at), "a" | "an" | "the" | "its" | "their" | "any" | "of");
        if adjective
            || self.denied(at)
            || self.is_only_thought_of(at)
            || sentence.mention_at(at).is_some()
        {
            return;
        }
        let end = at + len;
        if self.offer_before(at, end) {
            return;
        }
        if sentence.word(end) == "by" {
            let demanded = (at.saturating_sub(10)..at).any(|it| sentence.is(it, Class::Surrender));
            for index in self.listed(end + 1).into_iter().filter(|_| demanded) {
                let target = self.patient_of_demand(at);
                self.add(index, (at, end), Position::Condemn, target, rules::DEMANDED_BY);
            }
            return;
        }
        let noun = is_noun(sentence, at);
        let actors: Vec<FoundName> = if noun { self.callers(at) } else { self.askers(at, end) };
        if actors.is_empty() {
            return;
        }
        let stop = (end..(end + REACH).min(sentence.tokens.len()))
            .find(|it| {
                matches!(sentence.word(*it), "." | ";" | "which")
                    || sentence.has(*it, Meaning::Say)
                    || matches!(sentence.word(*it), "while" | "whereas" | "but")
                    // "asked about the talks, he said": a new clause
                    || sentence.word(*it) == "," && matches!(sentence.word(*it + 1), "he" | "she" | "it")
            })
            .unwrap_or((end + REACH).min(sentence.tokens.len()));
        let first = |meaning| (end..stop).find(|it| sentence.has(*it, meaning));
        let (settlement, stopping) = (first(Meaning::Settlement), first(Meaning::Stopping));
        let surrender = (end..stop).find(|it| sentence.is(*it, Class::Surrender));
        let both = sentence.any(
            end,
            stop,
            &["both", "all", "parties", "sides", "conflicting", "warring", "rival"],
        ) || self.two_asked(end);
        let demand = sentence.word(at).starts_with("demand");
        let between = stopping.and_then(|it| self.between(end, it));
        // "insisted that A must stop" is read at its "must".
        let must = stopping.is_some_and(|it| sentence.any(end, it, &["must", "should"]));
        let penalty = (end..(end + 6).min(stop))
            .find(|it| sentence.is(*it, Class::Penalty) && sentence.word(it + 1) == "against");
        let offers =
            sentence.word(at).starts_with("propos") || sentence.word(at).starts_with("offer");
        let condemns = !noun && !offers && !reports_only(sentence, at);
        for actor in actors {
            if let Some(to) = stopping.filter(|_| !both && condemns && between.is_some()) {
                let target = self.doer(end, to, between.as_ref());
                let own =
                    target.as_ref().is_some_and(|it| it.name.is_some() && it.name == actor.name);
                if !own && !must {
                    let rule = rules::DEMANDS_STOP;
                    self.push(actor.clone(), (at, self.until(to)), Position::Condemn, target, rule);
                }
            } else if let Some(to) = penalty.filter(|_| condemns) {
                let target = self.after(to + 2, 4);
                let rule = rules::DEMANDS_PENALTY;
                self.push(actor.clone(), (at, self.until(to)), Position::Condemn, target, rule);
            } else if let Some(to) = surrender.filter(|_| demand || stopping.is_none() && condemns)
            {
                let of = to + 1 + usize::from(matches!(sentence.word(to + 1), "of" | "by"));
                let target = self.after(to, 8).or_else(|| self.thing(of));
                let rule = rules::DEMANDS_SURRENDER;
                self.push(actor.clone(), (at, self.until(to)), Position::Condemn, target, rule);
            }
            let wanted = |to: &usize| {
                !reports_only(sentence, at)
                    || sentence.word(at).starts_with("hop")
                    || (end..*to).any(|it| {
                        sentence.is(it, Class::Seeking) || sentence.word(it).starts_with("call")
                    })
            };
            // "will only negotiate with", "demanding instead to negotiate" are terms, no mediation.
            let terms = |to: &usize| {
                sentence.word(*to).starts_with("negotiat")
                    && (demand || sentence.any(end, *to, &["only", "instead", "not"]))
            };
            let settlement = settlement.filter(wanted).filter(|it| !terms(it));
            let calm = stopping.filter(|_| both && !must);
            if let Some(to) = settlement.or(calm) {
                let rule = match () {
                    () if noun => rules::CALL_NOUN,
                    () if demand => rules::DEMANDS_SETTLEMENT,
                    () => rules::APPEALS_SETTLEMENT,
                };
                self.push(actor, (at, self.until(to)), Position::Mediate, None, rule);
            }
        }
    }

    /// The token after the words at `to` of what is asked for: "de-escalation".
    fn until(&self, to: usize) -> usize {
        let len = |meaning| self.sentence.len_of(to, meaning);
        to + len(Meaning::Settlement).max(len(Meaning::Stopping)).max(1)
    }

    /// Who asks, at a verb.
    fn askers(&self, at: usize, end: usize) -> Vec<FoundName> {
        let subjects = self.subjects(at);
        let own = self.sentence.any(at.saturating_sub(4), at, &["we", "i"]);
        if !subjects.is_empty() && !own {
            let outlet = |it: &usize| self.mention(*it).is_some_and(|it| it.outlet);
            let named = |index: usize| {
                let actor = self.name(index)?;
                Some(self.person_for(&actor, at).unwrap_or(actor))
            };
            return subjects.into_iter().filter(|it| !outlet(it)).filter_map(named).collect();
        }
        let last = || self.last.filter(|it| own && it.age <= 4).map(|it| it.name.clone());
        let loose = self.sentence.any(at.saturating_sub(2), at, &["which", "that"]);
        let who = || self.meant(at, at, end).or_else(|| self.speaking(at, end));
        let who = if loose { None } else { who().or_else(last) };
        who.or_else(|| self.crowd(at)).into_iter().collect()
    }

    /// Whether two actors are asked: "called on Chad and Mali to".
    fn two_asked(&self, end: usize) -> bool {
        let mentions = &self.sentence.mentions;
        let index = mentions.partition_point(|it| it.end <= end);
        let (Some(one), Some(two)) = (mentions.get(index), mentions.get(index + 1)) else {
            return false;
        };
        let near = one.start <= end + 4 && !one.modifier && !two.modifier;
        let joined = (one.end..two.start).all(|it| matches!(self.sentence.word(it), "and" | "the"));
        near && joined && one.end < two.start && self.sentence.word(two.end) == "to"
    }

    fn patient_of_demand(&self, at: usize) -> Option<FoundName> {
        self.before(at).or_else(|| self.phrase_before(at))
    }

    /// Whose deed is to stop, at `to`: who is named with the deed, else the one asked; where the one asked stands by,
    /// the deed itself.
    fn doer(&self, from: usize, to: usize, asked: Option<&FoundName>) -> Option<FoundName> {
        let sentence = self.sentence;
        let stop = (to..to + 14)
            .find(|at| matches!(sentence.word(*at), "." | ";" | "," | "and" | "”" | ""))
            .unwrap_or(to + 14);
        let ends = matches!(
            sentence.word(to),
            "stop" | "end" | "halt" | "cease" | "ending" | "stopping" | "halting" | "interrupt"
        );
        let author = self
            .between(to + 1, stop)
            .filter(|_| ends)
            .filter(|it| it.name.is_some() && Some(it) != asked)
            // "halt its raid so that talks with Mali can begin": another clause.
            .filter(|it| {
                it.span.is_some_and(|it| {
                    let near =
                        sentence.tokens.partition_point(|token| token.span.end() <= it.start());
                    near <= to + 7
                        && !sentence.any(to, near, &["so", "with", "for", "can", "could"])
                })
            });
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

    /// "Azerbaijan should immediately cease its operation", "the fighting must stop", said by whoever speaks.
    pub fn demand(&mut self, at: usize) {
        let sentence = self.sentence;
        if sentence.has(at + 1, Meaning::Negation) {
            return;
        }
        let stopping = (at + 1..at + 6)
            .take_while(|it| !matches!(sentence.word(*it), "." | "," | ";"))
            .find(|it| {
                sentence.has(*it, Meaning::Stopping)
                    && !matches!(sentence.word(*it), "immediately" | "respect" | "raise" | "leave")
            });
        let verb = if matches!(sentence.before(at), "need" | "needs" | "has" | "have" | "had") {
            at - 1
        } else {
            at
        };
        let goes_on =
            matches!(sentence.word(at + 1), "continue" | "resume" | "begin" | "start" | "go");
        let talks = goes_on && verb > 0 && sentence.has(verb - 1, Meaning::Settlement);
        if talks && !sentence.is(verb - 1, Class::Strife) {
            if let Some(actor) = self.voice(verb, at + 2) {
                let rule = rules::STRIFE_MUST_STOP;
                self.push(actor, (verb - 1, at + 2), Position::Mediate, None, rule);
            }
            return;
        }
        let Some(to) = stopping else { return };
        // "must first disarm before it can receive aid": a term that is set.
        if sentence.word(at + 1) == "first" && (to..to + 12).any(|it| sentence.word(it) == "before")
        {
            return;
        }
        let target = self.phrase_before(verb).or_else(|| self.before(verb));
        let Some(actor) = self.voice(verb, to + 1) else { return };
        let named = target.as_ref().is_some_and(|it| it.name.is_some());
        let strife = (verb.saturating_sub(6)..verb).any(|it| sentence.is(it, Class::Strife));
        let both = sentence.any(verb.saturating_sub(4), verb, &["both", "all", "sides", "parties"]);
        if both || strife && !named {
            let rule = rules::STRIFE_MUST_STOP;
            self.push(actor, (at, self.until(to)), Position::Mediate, None, rule);
            return;
        }
        let own = target.as_ref().is_some_and(|it| {
            it.words == actor.words || it.name.is_some() && it.name == actor.name
        });
        let who = sentence.any(verb.saturating_sub(2), verb, &["we", "i", "he", "she", "it"]);
        if !own && !who {
            self.push(actor, (at, to + 1), Position::Condemn, target, rules::MUST_STOP);
        }
    }
}

/// "stressed", "reiterated", "noted": says rather than asks, so that it asks nobody to stop.
fn reports_only(sentence: &Sentence, at: usize) -> bool {
    matches!(sentence.word(at), "stressed" | "reiterated" | "hope" | "hopes" | "hoped" | "hoping")
}

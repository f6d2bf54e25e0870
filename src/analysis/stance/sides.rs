//! Owns support shown by deeds: a pact, a joint exercise, an honour, arms given, a reason for one's own act.

use super::{Reader, rules};
use crate::analysis::kinds::kind_of_name;
use crate::analysis::lexicon::{Class, Meaning};
use crate::analysis::suggestion::FoundName;
use crate::base::words::{ActorKind, Position};

impl Reader<'_> {
    /// "Chad and Mali signed a defence pact", "established ties with": each stands with the other. A ceasefire is none.
    pub fn accord(&mut self, at: usize) {
        let sentence = self.sentence;
        let verb = (at.saturating_sub(9)..at).rev().find(|it| {
            matches!(
                sentence.word(*it),
                "signed"
                    | "sign"
                    | "signing"
                    | "concluded"
                    | "inked"
                    | "agreed"
                    | "established"
                    | "establish"
                    | "upgraded"
                    | "upgrading"
                    | "restored"
                    | "reached"
                    | "strike"
                    | "struck"
            )
        });
        let Some(verb) = verb.filter(|it| !self.denied(*it)) else { return };
        let truce = (verb..at + 8).any(|it| {
            (sentence.is(it, Class::Strife) || sentence.has(it, Meaning::Settlement))
                && sentence.before(it) != "trade"
                && !sentence.is(it, Class::Accord)
        });
        let cut = (verb..at).any(|it| matches!(sentence.word(it), "." | ";" | "," | "that" | "by"));
        if truce || cut {
            return;
        }
        let subjects = self.subjects(verb);
        let with = (at..at + 8).find(|it| sentence.word(*it) == "with");
        let other = with.and_then(|it| self.after(it + 1, 3));
        let person = |it: &FoundName| kind_of_name(&it.words) == Some(ActorKind::Person);
        let known = |it: &FoundName| it.name.is_some() || person(it);
        let named = |it: &Option<FoundName>| it.as_ref().is_some_and(known);
        match (&subjects[..], other) {
            ([only], other) if named(&other) => {
                self.add(*only, (verb, at + 1), Position::Support, other, rules::ACCORD);
            }
            ([one, two], _) => {
                let (left, right) = (self.name(*one), self.name(*two));
                if named(&left) && named(&right) {
                    self.add(*one, (verb, at + 1), Position::Support, right, rules::ACCORD);
                    self.add(*two, (verb, at + 1), Position::Support, left, rules::ACCORD);
                }
            }
            _ => {}
        }
    }

    /// "Chad and Mali have agreed to hold a joint exercise": each stands with the other.
    pub fn joint(&mut self, at: usize) {
        let sentence = self.sentence;
        let deed = (at + 1..at + 7).any(|it| {
            matches!(sentence.word(it), "joint" | "cooperate" | "cooperation" | "trade" | "ties")
        });
        let truce = (at..at + 9).any(|it| sentence.has(it, Meaning::Settlement));
        if !deed || truce || self.denied(at) || !matches!(sentence.word(at + 1), "to" | "on") {
            return;
        }
        // "Norwegian and Danish troops"
        let verb = at - usize::from(matches!(sentence.before(at), "have" | "had"));
        let last = sentence.mentions.partition_point(|it| it.end <= verb);
        let (Some(right), Some(left)) = (last.checked_sub(1), last.checked_sub(2)) else { return };
        let near = |index: usize, to: usize, gap: usize| {
            self.mention(index).is_some_and(|it| it.end <= to && it.end + gap >= to)
        };
        let Some(start) = self.mention(right).map(|it| it.start) else { return };
        let joined =
            near(right, verb, 2) && near(left, start, 2) && sentence.any(0, start, &["and"]);
        let (Some(one), Some(two)) = (self.name(left), self.name(right)) else { return };
        if joined && one.name.is_some() && two.name.is_some() {
            self.add(left, (at, at + 2), Position::Support, Some(two), rules::ACCORD);
            self.add(right, (at, at + 2), Position::Support, Some(one), rules::ACCORD);
        }
    }

    /// "awarded the Order of Merit to Gomez": honour shown.
    pub fn honour(&mut self, at: usize) {
        let sentence = self.sentence;
        let prize = (at + 1..at + 7).find(|it| {
            matches!(
                sentence.word(*it),
                "order" | "medal" | "honour" | "honor" | "decoration" | "honours" | "honors"
            )
        });
        let Some(prize) = prize.filter(|_| !self.denied(at) && !self.is_passive(at)) else {
            return;
        };
        let to = (prize..prize + 5).find(|it| matches!(sentence.word(*it), "to" | "on" | "upon"));
        let target = match to {
            Some(to) => self.after(to + 1, 3),
            None => self.index_at(at + 1).and_then(|it| self.name(it)),
        };
        if target.is_some() {
            self.by_subject(at, (at, prize + 1), Position::Support, target, rules::ARMS);
        }
    }

    /// "took Chad’s side".
    pub fn sided(&mut self, at: usize) {
        let owner = at.checked_sub(2).and_then(|it| self.index_at(it));
        let Some(start) = owner.and_then(|it| self.mention(it)).map(|it| it.start) else { return };
        let Some(verb) = start.checked_sub(1) else { return };
        let takes = matches!(self.sentence.word(verb), "took" | "takes" | "taking" | "taken");
        if takes && !self.denied(verb) {
            let target = owner.and_then(|it| self.name(it));
            self.by_subject(verb, (verb, at + 1), Position::Support, target, rules::ARMS);
        }
    }

    /// "said it launched the raid in response to", "says it is responding to": a reason for one's own act.
    pub fn reason(&mut self, at: usize, end: usize) {
        let sentence = self.sentence;
        let own = (at.saturating_sub(14)..at).rev().find(|it| {
            matches!(sentence.word(*it), "it" | "they")
                && (it.saturating_sub(3)..*it).any(|it| sentence.has(it, Meaning::Say))
        });
        let Some(own) = own else { return };
        let verb = own + 1 + usize::from(matches!(sentence.word(own + 1), "had" | "has" | "was"));
        let act = verb >= at
            || matches!(
                sentence.word(verb),
                "launched"
                    | "began"
                    | "started"
                    | "struck"
                    | "acted"
                    | "fired"
                    | "carried"
                    | "is"
                    | "acting"
                    | "opened"
                    | "attacked"
                    | "conducted"
            );
        if let Some(actor) = self.speaking(own, end).filter(|it| act && it.name.is_some()) {
            self.push(actor, (own, end), Position::Support, None, rules::OWN_REASON);
        }
    }

    /// "sent weapons to Chad", "pledged Chad $5 million in military aid": arms given to a side.
    pub fn arms(&mut self, at: usize) {
        const GIVES: [&str; 19] = [
            "sent",
            "sends",
            "sending",
            "supplied",
            "supplies",
            "supplying",
            "delivered",
            "delivers",
            "delivering",
            "provided",
            "provides",
            "providing",
            "pledged",
            "pledges",
            "pledging",
            "donated",
            "approved",
            "gave",
            "promised",
        ];
        let sentence = self.sentence;
        let military = matches!(sentence.before(at), "military" | "security" | "lethal");
        if matches!(sentence.word(at), "aid" | "assistance" | "equipment") && !military {
            return;
        }
        let verb = (at.saturating_sub(10)..at)
            .rev()
            .take_while(|it| !matches!(sentence.word(*it), ";" | "." | "that"))
            .find(|it| GIVES.contains(&sentence.word(*it)));
        let Some(verb) = verb.filter(|it| !self.denied(*it) && !self.is_passive(*it)) else {
            return;
        };
        let to =
            matches!(sentence.word(at + 1), "to" | "for").then(|| self.after(at + 2, 2)).flatten();
        let target = to.or_else(|| self.index_at(verb + 1).and_then(|it| self.name(it)));
        if target.as_ref().is_some_and(|it| it.name.is_some()) {
            self.by_subject(verb, (verb, at + 1), Position::Support, target, rules::ARMS);
        }
    }
}

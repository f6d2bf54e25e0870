//! Owns how verbs, nouns and quoted words give a position: "condemned", "with the support of", "unacceptable".

use super::{Reader, rules};
use crate::analysis::lexicon::{Class, Meaning};
use crate::analysis::speech::{pronoun, subject};
use crate::analysis::tokens::Kind;
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
                self.add(index, (at, end), position, target, rules::BY_ACTOR);
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
        let accused =
            matches!(sentence.word(at), "accused" | "blamed" | "criticized" | "criticised")
                && matches!(sentence.word(end), "of" | "for");
        if passive || accused {
            return;
        }
        // In a quotation "we" and verbs without a subject are the speaker's.
        let own = sentence.any(at.saturating_sub(3), at, &["we", "i"]) || self.is_own_appeal(at);
        let target = self.object(end);
        if own {
            let last = || self.last.filter(|it| it.age <= 4).map(|it| it.name.clone());
            if let Some(actor) = self.speaking(at, end).or_else(last) {
                self.push(actor, (at, end), position, target, rules::WE_VERB);
            }
            return;
        }
        if let Some(index) = subject(sentence, at) {
            for index in self.with_others(index) {
                self.add(index, (at, end), position, target.clone(), rules::ACTOR_VERB);
            }
        } else if (pronoun(sentence, at) || sentence.word(at).ends_with("ing"))
            && let Some(actor) = self.speaking(at, end)
        {
            self.push(actor, (at, end), position, target, rules::PRONOUN_VERB);
        }
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
            if !actors.is_empty() && !wanted {
                for index in actors {
                    let target = self.before(at);
                    self.add(index, (at, end), position, target, rules::NOUN_OF_ACTOR);
                }
                return;
            }
        }
        let giving = (at.saturating_sub(6)..at).rev().find(|it| sentence.is(*it, Class::Giving));
        if let Some(verb) = giving {
            if let Some(index) = subject(sentence, verb) {
                let target = self.after(end, 6).or_else(|| self.between(verb, at));
                self.add(index, (verb, end), position, target, rules::GIVES_NOUN);
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

    /// "unacceptable", "negotiating table": a position in the words of whoever speaks.
    pub fn spoken(&mut self, at: usize, len: usize, position: Position) {
        let end = at + len;
        let target = if position == Position::Mediate { None } else { self.before(at) };
        let doubted = (at.saturating_sub(4)..at).any(|it| self.sentence.is(it, Class::Doubted));
        if doubted && position == Position::Condemn {
            return;
        }
        let quoted = self.sentence.quoted.get(at).copied().unwrap_or(false);
        if let Some(actor) = self.voice(at, end) {
            let rule = if quoted { rules::SPOKEN_QUOTED } else { rules::SPOKEN };
            self.push(actor, (at, end), position, target, rule);
        }
    }

    /// "we call on the world to support Chad": the one who asks takes the position.
    fn is_own_appeal(&self, at: usize) -> bool {
        let sentence = self.sentence;
        let appeal =
            (at.saturating_sub(14)..at).rev().find(|it| sentence.has(*it, Meaning::Appeal));
        sentence.before(at) == "to"
            && appeal.is_some_and(|it| sentence.any(it.saturating_sub(4), it, &["we", "i"]))
    }

    /// Verbs that take no position as they stand: "must mediate", "a mediating role", "backed down", "rejected the
    /// appeal", "Iran-backed militias", which only names them.
    fn is_no_deed(&self, at: usize, len: usize, position: Position) -> bool {
        let sentence = self.sentence;
        let wished = (at.saturating_sub(5)..at).any(|it| sentence.is(it, Class::Modal))
            && !sentence.any(at.saturating_sub(4), at, &["we", "i"]);
        let adjective = sentence.word(at).ends_with("ing")
            && matches!(sentence.before(at), "a" | "an" | "the" | "its" | "their");
        let epithet = position == Position::Support && sentence.before(at) == "-";
        let retreat = position == Position::Support && sentence.is(at + len, Class::Retreat);
        let forced = sentence.before(at).ends_with("ly");
        let as_wrong = (at + len..at + len + 24)
            .take_while(|it| !matches!(sentence.word(*it), "." | ";" | ""))
            .any(|it| sentence.word(it) == "as");
        let turned_down = sentence.is(at, Class::Rejecting) && !forced && !as_wrong;
        wished || adjective || epithet || retreat || turned_down
    }

    /// Whether the position is denied: "did not condemn", "refused to condemn".
    pub fn denied(&self, at: usize) -> bool {
        let from = at.saturating_sub(4);
        (from..at).any(|it| {
            self.sentence.has(it, Meaning::Negation) || self.sentence.is(it, Class::Refusing)
        })
    }

    /// "by attacking" is a means, not an actor.
    fn gerund_after(&self, end: usize) -> bool {
        (end..end + 4)
            .any(|it| self.sentence.word(it) == "by" && self.sentence.word(it + 1).ends_with("ing"))
    }
}

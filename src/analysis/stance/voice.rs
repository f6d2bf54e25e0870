//! Owns whose words a position is in: the speaker of the sentence, or the one before while the account goes on.

use super::Reader;
use super::calls::is_noun;
use crate::analysis::kinds::kind_of_name;
use crate::analysis::lexicon::{Class, Meaning};
use crate::analysis::speech::{Attribution, Who, is_paper, own_subject, speaker, subject};
use crate::analysis::suggestion::FoundName;
use crate::base::words::ActorKind;

impl Reader<'_> {
    /// Who speaks the words: as the sentence says, else the speaker before while the account goes on.
    pub fn speaking(&self, start: usize, end: usize) -> Option<FoundName> {
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
                // "Norway said it regretted what it said was": both are Norway.
                let first =
                    said.iter().rev().filter(|it| it.at < start).find_map(|it| match it.who {
                        Who::Mention(index) => self.name(index),
                        Who::Same => None,
                    });
                let own = || own_subject(self.sentence, &said, self.gazetteer);
                let here = here.or(first).or_else(own);
                let acting = || self.acting_now(start, end);
                here.or_else(acting).or_else(|| self.last.map(|it| it.name.clone()))
            }
            None => self.carried(),
        }
    }

    /// Who speaks the words of a position: a speaker of this sentence, or the one before if the words are quoted or the
    /// account goes on; in a heading the name before a colon or the verb.
    pub fn voice(&self, start: usize, end: usize) -> Option<FoundName> {
        let sentence = self.sentence;
        if let Some(name) = self.of_quote(start) {
            return Some(name);
        }
        if let Some(name) = self.in_eyes_of() {
            return Some(name);
        }
        // "urged both sides to return to the negotiating table", "called the attack an aggression"
        let verb = (start.saturating_sub(24)..start).rev().find(|it| {
            sentence.has(*it, Meaning::Appeal)
                && sentence.quoted.get(*it) == Some(&false)
                && !is_noun(sentence, *it)
                && !self.is_loose_relative(*it)
                || self.said.is_empty() && sentence.is(*it, Class::Naming)
        });
        if let Some(index) = verb.and_then(|it| subject(sentence, it)) {
            return self.name(index);
        }
        let named = self.before_colon().or_else(|| self.before_quote(start));
        named.or_else(|| self.speaking(start, end))
    }

    /// Whom "he said" means: the person who acted in the sentence before, if nobody has spoken since.
    fn acting_now(&self, start: usize, end: usize) -> Option<FoundName> {
        let said =
            self.said.iter().find(|it| it.who == Who::Same && (it.at < start || it.at >= end))?;
        let person = self.sentence.any(said.at.saturating_sub(2), said.at + 2, &["he", "she"]);
        let acting = self.acting.filter(|it| {
            it.age <= 1 && it.paragraph == self.sentence.paragraph && self.is_person(&it.name)
        })?;
        let since = self.last.is_some_and(|it| it.age <= acting.age);
        (person && !since).then(|| acting.name.clone())
    }

    pub fn carried(&self) -> Option<FoundName> {
        self.last.filter(|it| it.goes_on(self.sentence)).map(|it| it.name.clone())
    }

    /// Who says the quotation around a token: named right before it or right after.
    fn of_quote(&self, at: usize) -> Option<FoundName> {
        const NEAR: usize = 8;
        let quoted = &self.sentence.quoted;
        let after = quoted.get(at..)?.iter().position(|it| !it).map(|it| at + it);
        let close = after.unwrap_or(quoted.len());
        let open = quoted.get(..at)?.iter().rposition(|it| !it).map_or(0, |it| it + 1);
        if !*quoted.get(at)? {
            return None;
        }
        let before = |it: &&Attribution| it.at < open && it.at + NEAR >= open && !it.trailing;
        let behind = |it: &&Attribution| it.at >= close && it.at <= close + NEAR;
        match self.said.iter().rev().find(before).or_else(|| self.said.iter().find(behind))?.who {
            Who::Mention(index) => self
                .name(index)
                .filter(|_| !self.mention(index).is_some_and(|it| is_paper(self.sentence, it))),
            Who::Same => None,
        }
    }

    /// "“Norway supports …,” said Gro Berg": the person who speaks for the state named in the quotation.
    pub fn person_for(&self, actor: &FoundName, at: usize) -> Option<FoundName> {
        let kind = |name: &FoundName| {
            self.gazetteer.named(name.name.as_ref()?).map(|it| (it.kind, it.belongs_to.as_ref()))
        };
        kind(actor).filter(|it| it.0 == ActorKind::State)?;
        // "Gro Berg said that Norway supported": known to speak for it.
        let reported = || {
            let said = self.said.iter().rev().find(|it| it.at < at && !it.trailing)?;
            let Who::Mention(index) = said.who else { return None };
            let owner = |it: &FoundName| kind(it) == Some((ActorKind::Person, actor.name.as_ref()));
            self.name(index).filter(owner)
        };
        let speaker = self.of_quote(at).or_else(reported)?;
        let speaks_for = match kind(&speaker) {
            Some((ActorKind::Person, owner)) => owner == actor.name.as_ref(),
            Some(_) => false,
            None => kind_of_name(&speaker.words) == Some(ActorKind::Person),
        };
        speaks_for.then_some(speaker)
    }

    /// "To the Norwegian ministry the raid is": whose view the sentence opens with.
    fn in_eyes_of(&self) -> Option<FoundName> {
        let sentence = self.sentence;
        let first = sentence.mentions.first().filter(|it| it.start == 1 && !it.modifier)?;
        let opens = matches!(sentence.word(0), "for" | "to");
        let goes_on = matches!(sentence.word(first.end), "," | "the" | "this" | "it" | "that");
        (opens && goes_on && self.said.is_empty())
            .then(|| first.name(sentence, self.gazetteer))
            .filter(|it| it.name.is_some())
    }

    /// "Gomez, an adviser: “…”": the name that leads to the quotation around a token.
    fn before_quote(&self, at: usize) -> Option<FoundName> {
        let sentence = self.sentence;
        if !*sentence.quoted.get(at)? {
            return None;
        }
        let open = sentence.quoted.get(..at)?.iter().rposition(|it| !it)?;
        let leads = sentence.word(open) == ":" && !self.said.iter().any(|it| it.at < open);
        let mut names = sentence.mentions.iter().rev().filter(|it| leads && it.end <= open);
        names.find_map(|it| {
            let name = it.name(sentence, self.gazetteer);
            (it.start == 0 || self.is_person(&name)).then_some(name)
        })
    }

    /// "France: unjustified attack": the name that opens a heading.
    fn before_colon(&self) -> Option<FoundName> {
        let first = self.sentence.mentions.first().filter(|it| it.start == 0)?;
        let opens = self.sentence.heading && self.sentence.word(first.end) == ":";
        opens.then(|| first.name(self.sentence, self.gazetteer))
    }
}

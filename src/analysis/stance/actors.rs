//! Owns whose deed a verb is: its subjects, those joined to them, those who only issued the paper that says it.

use super::Reader;
use crate::analysis::kinds::kind_of_name;
use crate::analysis::lexicon::{Class, Meaning};
use crate::analysis::mentions::Mention;
use crate::analysis::reading::Speaker;
use crate::analysis::sentence::Sentence;
use crate::analysis::speech::{first_actor, is_paper, pronoun, subject};
use crate::analysis::suggestion::FoundName;
use crate::analysis::tokens::Kind;
use crate::base::words::ActorKind;

impl Reader<'_> {
    /// Those who act at the verb at `at`, as mentions: its subject and whoever is joined to it.
    pub fn subjects(&self, at: usize) -> Vec<usize> {
        if self.is_loose_relative(at) || self.is_of_stopped_paper(at) {
            return vec![];
        }
        let adjoining = || self.sentence.mentions.iter().position(|it| it.end == at);
        let paper = || {
            let paper =
                |it: &usize| self.mention(*it).is_some_and(|it| is_paper(self.sentence, it));
            adjoining().filter(paper).filter(|_| self.sentence.word(at).ends_with("ing"))
        };
        let found = self.besides_whom(at).or_else(paper).or_else(|| subject(self.sentence, at));
        let Some(index) = found else {
            return vec![];
        };
        let paper = self.mention(index).is_some_and(|it| is_paper(self.sentence, it));
        if !paper {
            return self.with_others(index, at);
        }
        // "The ministry issued a statement condemning": the statement is the ministry's.
        let start = self.mention(index).map_or(0, |it| it.start);
        if self.sentence.any(start.saturating_sub(3), start, &["to"]) {
            return vec![];
        }
        match first_actor(self.sentence, start) {
            Some(maker) => {
                let from = self.mention(maker).map_or(0, |it| it.end);
                let failed = (from..start).any(|it| {
                    self.sentence.is(it, Class::Refusing)
                        || self.sentence.has(it, Meaning::Negation)
                });
                if failed { vec![] } else { self.with_others(maker, at) }
            }
            None => vec![index],
        }
    }

    /// "blocked the resolution calling for": what the resolution says is not theirs who stop it.
    fn is_of_stopped_paper(&self, at: usize) -> bool {
        const PAPERS: &[&str] = &[
            "resolution",
            "text",
            "draft",
            "motion",
            "bill",
            "amendment",
            "declaration",
            "proposal",
        ];
        const STOPS: &[&str] = &[
            "blocked", "blocks", "blocking", "vetoed", "vetoes", "vetoing", "defeated", "opposed",
        ];
        let sentence = self.sentence;
        let paper = PAPERS.contains(&sentence.before(at)) && sentence.word(at).ends_with("ing");
        paper
            && (at.saturating_sub(8)..at)
                .any(|it| STOPS.contains(&sentence.word(it)) || sentence.is(it, Class::Rejecting))
    }

    /// "Gomez, whom the opposition blames, denounced": who stands before the clause.
    fn besides_whom(&self, at: usize) -> Option<usize> {
        let sentence = self.sentence;
        let whom = (at.saturating_sub(28)..at).rev().find(|it| sentence.word(*it) == "whom")?;
        let closed = (whom + 3..at).any(|it| sentence.word(it) == ",");
        let end = if sentence.before(whom) == "," { whom - 1 } else { whom };
        let index = sentence.mentions.iter().position(|it| it.end == end && !it.modifier)?;
        closed.then_some(index)
    }

    /// "approach which calls for": the pronoun stands for a thing, not for an actor further off.
    pub fn is_loose_relative(&self, at: usize) -> bool {
        let sentence = self.sentence;
        let Some(which) = (at.saturating_sub(4)..at).rev().find(|it| sentence.word(*it) == "which")
        else {
            return false;
        };
        let own = (which + 1..at).all(|it| sentence.is(it, Class::Adverb));
        let end = if sentence.before(which) == "," { which - 1 } else { which };
        own && !sentence.mentions.iter().any(|it| it.end == end)
    }

    /// The common noun that is the subject of the verb at `at`: "Dozens of protesters denounced"; people only.
    pub fn crowd(&self, at: usize) -> Option<FoundName> {
        let sentence = self.sentence;
        let is_aside = |it: usize| {
            sentence.is(it, Class::Adverb)
                || sentence.is(it, Class::Between)
                || sentence.word(it).ends_with("ly")
        };
        if sentence.before(at) == "to" {
            return self.crowd_in_front(at);
        }
        let mut end = at;
        while end > 0 && is_aside(end - 1) && !is_pronoun(sentence, end - 1) {
            end -= 1;
        }
        let start = phrase_start(sentence, end)?;
        let who = |it: usize| sentence.is_people(it) || sentence.is(it, Class::Agent);
        let head = (start..end).find(|it| matches!(sentence.word(*it), "of" | "in" | "from"));
        let head = head.map_or(end, |it| if sentence.word(it) == "of" { end } else { it });
        if !who(head.checked_sub(1)?) || sentence.mention_at(head - 1).is_some() {
            return None;
        }
        let span = sentence.span(start, end);
        Some(FoundName { words: span.of(sentence.text).to_owned(), name: None, span: Some(span) })
    }

    /// "Dozens of people gathered to denounce": the people that begin the clause.
    fn crowd_in_front(&self, at: usize) -> Option<FoundName> {
        let sentence = self.sentence;
        let clause =
            (0..at).rev().find(|it| matches!(sentence.word(*it), "," | ";" | ":" | "that"));
        let start = clause.map_or(0, |it| it + 1);
        let first = |it: &usize| sentence.is_people(*it) || sentence.is(*it, Class::Agent);
        let head = (start..(start + 4).min(at)).find(first)?;
        let of = sentence.word(head + 1) == "of";
        let end = if of { (head + 2..head + 5).find(first)? + 1 } else { head + 1 };
        let named = (start..end)
            .filter_map(|it| sentence.mention_at(it))
            .any(|it| !it.entries.is_empty() || it.person.is_some());
        let span = sentence.span(start, end);
        let words = span.of(sentence.text).to_owned();
        (!named).then_some(FoundName { words, name: None, span: Some(span) })
    }

    /// Whom a pronoun before the verb at `at` means: the last speaker, else the one who acted last, if the pronoun fits.
    pub fn meant(&self, at: usize, start: usize, end: usize) -> Option<FoundName> {
        let sentence = self.sentence;
        if !pronoun(sentence, at) {
            return None;
        }
        if let Some(name) = self.own(at) {
            return Some(name);
        }
        // Within a quotation "it" is not the one who speaks.
        let quoted = sentence.quoted.get(at).copied().unwrap_or(false);
        if let Some(name) = self.speaking(start, end).filter(|_| !quoted) {
            return Some(name);
        }
        let word = (at.saturating_sub(5)..at).rev().map(|it| sentence.word(it));
        let word = word.into_iter().find(|it| matches!(*it, "he" | "she" | "it" | "they"))?;
        let near = |it: &&Speaker| {
            let opens = matches!(word, "he" | "she") || sentence.word(0) == "it";
            let next = opens && it.paragraph + 1 == sentence.paragraph;
            it.age <= 1 && (next || it.goes_on(sentence))
        };
        let acting = self.acting.filter(near)?;
        (matches!(word, "he" | "she") == self.is_person(&acting.name)).then(|| acting.name.clone())
    }

    /// Whom a pronoun before the verb means within the sentence: "Spain did not …, but it criticised".
    fn own(&self, at: usize) -> Option<FoundName> {
        let sentence = self.sentence;
        let from = at.saturating_sub(5);
        let pronoun =
            (from..at).rev().find(|it| matches!(sentence.word(*it), "he" | "she" | "it"))?;
        let index = first_actor(sentence, pronoun)?;
        let name = self.name(index).filter(|_| self.mention(index).is_some_and(|it| !it.outlet))?;
        let person = matches!(sentence.word(pronoun), "he" | "she");
        (person == self.is_person(&name)).then_some(name)
    }

    pub fn is_person(&self, name: &FoundName) -> bool {
        match name.name.as_ref().and_then(|it| self.gazetteer.named(it)) {
            Some(entry) => entry.kind == ActorKind::Person,
            None => {
                let surname = !name.words.contains(' ')
                    && name.words.chars().next().is_some_and(char::is_uppercase);
                surname || kind_of_name(&name.words) == Some(ActorKind::Person)
            }
        }
    }

    /// The subject and those joined to it by "and" or commas; instead of a body the person through whom it speaks.
    pub fn with_others(&self, index: usize, verb: usize) -> Vec<usize> {
        let mentions = &self.sentence.mentions;
        let mut found = vec![index];
        let mut first = index;
        // "The Union, France and others condemned"
        let others = mentions.get(index).is_some_and(|it| {
            self.sentence.word(it.end) == "and"
                && matches!(self.sentence.word(it.end + 1), "others" | "several" | "many" | "other")
        });
        let mut listed = others;
        while let Some(before) = first.checked_sub(1) {
            let (Some(left), Some(right)) = (mentions.get(before), mentions.get(first)) else {
                break;
            };
            let between = left.end..right.start;
            let and = between.clone().any(|it| self.sentence.word(it) == "and");
            let joined = between.clone().all(|it| {
                let word = self.sentence.word(it);
                matches!(word, "and" | "the" | "both" | "also")
                    || listed && word == ","
                    || and && word == ","
            });
            if !joined || between.is_empty() || left.modifier || found.len() == 12 {
                break;
            }
            listed |= and;
            found.insert(0, before);
            first = before;
        }
        found.extend(self.list_on(index, verb));
        // "France, through its minister Ana Gomez, called"
        if let (Some(it), Some(next)) = (mentions.get(index), mentions.get(index + 1))
            && self.sentence.word(it.end) == ","
            && self.sentence.word(it.end + 1) == "through"
            && next.start == it.end + 2
        {
            found.retain(|it| *it != index);
            found.push(index + 1);
        }
        found
    }

    /// The rest of a list that a subject begins: "Germany and Italy" after "France,".
    fn list_on(&self, index: usize, verb: usize) -> Vec<usize> {
        let mentions = &self.sentence.mentions;
        let mut found = vec![];
        let (mut last, mut closed) = (index, false);
        while let (Some(left), Some(right)) = (mentions.get(last), mentions.get(last + 1)) {
            let between = left.end..right.start;
            let joins = |it: usize| matches!(self.sentence.word(it), "and" | "the" | ",");
            if right.end > verb
                || between.is_empty()
                || right.modifier
                || closed
                || !between.clone().all(joins)
            {
                break;
            }
            closed = between.clone().any(|it| self.sentence.word(it) == "and");
            last += 1;
            found.push(last);
        }
        if closed { found } else { vec![] }
    }

    /// The person named right after an office in apposition: "the union's top diplomat, Ana Gomez,".
    pub fn apposed(&self, index: usize) -> Option<&Mention> {
        let (office, next) = (self.mention(index)?, self.mention(index + 1)?);
        let adjoining =
            self.sentence.word(office.end) == "," && next.start == office.end + 1 && office.office;
        let person = |it: &Mention| {
            let name =
                it.entry(self.sentence, self.gazetteer).and_then(|it| self.gazetteer.entry(it));
            it.person.is_some() || name.is_some_and(|it| it.kind == ActorKind::Person)
        };
        let closed = matches!(self.sentence.word(next.end), "," | "" | "." | "on");
        (adjoining && !next.office && closed && person(next) && !person(office)).then_some(next)
    }
}

fn is_pronoun(sentence: &Sentence, at: usize) -> bool {
    matches!(sentence.word(at), "he" | "she" | "it" | "they" | "who" | "which")
}

/// The first token of the noun phrase that ends before `end`, at most ten tokens back.
pub(super) fn phrase_start(sentence: &Sentence, end: usize) -> Option<usize> {
    let mut start = end;
    while let Some(at) = start.checked_sub(1).filter(|_| end - start < 10) {
        let token = sentence.tokens.get(at)?;
        let article =
            matches!(sentence.word(at), "the" | "a" | "an" | "this" | "these" | "its" | "their");
        let part = match token.kind {
            Kind::Word if article => true,
            Kind::Word => {
                matches!(sentence.word(at), "of" | "in") && start < end
                    || !sentence.is_function(at) && !sentence.has(at, Meaning::Say)
            }
            Kind::Possessive | Kind::Number => true,
            Kind::Sign => sentence.word(at) == "-",
        };
        if !part {
            break;
        }
        start = at;
        let begins = article && !matches!(sentence.before(at), "of" | "in");
        if begins {
            break;
        }
    }
    (start < end).then_some(start)
}

//! Owns which actors stand around a word: lists of them, the next, the last, those joined to a subject.

use super::Reader;
use crate::analysis::lexicon::Class;
use crate::analysis::mentions::Mention;
use crate::analysis::suggestion::FoundName;
use crate::analysis::tokens::Kind;

impl Reader<'_> {
    pub fn mention(&self, index: usize) -> Option<&Mention> {
        self.sentence.mentions.get(index)
    }

    pub fn name(&self, index: usize) -> Option<FoundName> {
        self.mention(index).map(|it| it.name(self.sentence, self.gazetteer))
    }

    pub fn index_at(&self, at: usize) -> Option<usize> {
        let index = self.sentence.mentions.partition_point(|it| it.end <= at);
        self.mention(index).filter(|it| it.start <= at).map(|_| index)
    }

    /// The list of actors that begins at `at`: "the EU, France and Germany".
    pub fn listed(&self, at: usize) -> Vec<usize> {
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
    pub fn with_others(&self, index: usize) -> Vec<usize> {
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
    pub fn after(&self, at: usize, reach: usize) -> Option<FoundName> {
        let index = self.sentence.mentions.partition_point(|it| it.end <= at);
        let mention = self.mention(index).filter(|it| it.start <= at + reach)?;
        let cut = (at..mention.start).any(|it| matches!(self.sentence.word(it), "." | ";"));
        (!cut).then(|| mention.name(self.sentence, self.gazetteer))
    }

    /// The actor named last before `at`, for a target.
    pub fn before(&self, at: usize) -> Option<FoundName> {
        let index = self.sentence.mentions.partition_point(|it| it.end <= at).checked_sub(1)?;
        let mention = self.mention(index).filter(|it| at - it.end <= 8)?;
        Some(mention.name(self.sentence, self.gazetteer))
    }

    /// An actor named from `from` to before `to`.
    pub fn between(&self, from: usize, to: usize) -> Option<FoundName> {
        let index = self.sentence.mentions.partition_point(|it| it.end <= from);
        let mention = self.mention(index).filter(|it| it.start < to)?;
        Some(mention.name(self.sentence, self.gazetteer))
    }

    /// The noun phrase at `at`, for a target that is a thing: "the shelling".
    pub fn thing(&self, at: usize) -> Option<FoundName> {
        let sentence = self.sentence;
        let at = at + usize::from(sentence.tokens.get(at).is_some_and(|it| it.is_quote()));
        let from = at + usize::from(matches!(sentence.word(at), "the" | "a" | "an" | "its"));
        let is_noun = |at: &usize| {
            sentence.tokens.get(*at).is_some_and(|it| it.kind == Kind::Word)
                && !sentence.is_function(*at)
                && !sentence.is(*at, Class::Preposition)
        };
        let end = (from..from + 4).take_while(is_noun).last()? + 1;
        let span = sentence.span(at, end);
        Some(FoundName { words: span.of(sentence.text).to_owned(), name: None, span: Some(span) })
    }

    /// The object of a verb that ends before `at`: the actor right there, else the thing, else the actor named next.
    pub fn object(&self, at: usize) -> Option<FoundName> {
        let next = self.sentence.mentions.partition_point(|it| it.end <= at);
        let at_once = self
            .mention(next)
            .is_some_and(|it| it.start <= at + 1 && !(it.modifier && it.entries.is_empty()));
        let named = || self.after(at, 12);
        if at_once { named() } else { self.thing(at).or_else(named) }
    }
}

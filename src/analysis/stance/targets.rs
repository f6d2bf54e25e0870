//! Owns whom or what a position is about: the object of a verb, the subject of a passive, the thing before or after.

use super::Reader;
use super::actors::phrase_start;
use super::names::is_determiner;
use crate::analysis::lexicon::{Class, Meaning};
use crate::analysis::suggestion::FoundName;
use crate::analysis::tokens::Kind;

/// Tokens of a noun phrase that a target shows.
const WORDS: usize = 9;

impl Reader<'_> {
    /// The actor named next within `reach` tokens.
    pub fn after(&self, at: usize, reach: usize) -> Option<FoundName> {
        let index = self.sentence.mentions.partition_point(|it| it.end <= at);
        let mention = self.mention(index).filter(|it| it.start <= at + reach)?;
        let cut = (at..mention.start).any(|it| matches!(self.sentence.word(it), "." | ";"));
        (!cut).then(|| self.whole(index)).flatten()
    }

    /// The actor named last before `at`.
    pub fn before(&self, at: usize) -> Option<FoundName> {
        let index = self.sentence.mentions.partition_point(|it| it.end <= at).checked_sub(1)?;
        self.mention(index).filter(|it| at - it.end <= 8)?;
        self.whole(index)
    }

    /// The actor named by name before `at`, else the one named last: "Chad sent troops “to go on with its genocide”".
    pub fn before_by_name(&self, at: usize) -> Option<FoundName> {
        let last = self.before(at)?;
        let index = self.sentence.mentions.partition_point(|it| it.end <= at);
        let Some(earlier) = index.checked_sub(2).filter(|_| last.name.is_none()) else {
            return Some(last);
        };
        let named = self.mention(earlier).filter(|it| at - it.end <= 14 && !it.entries.is_empty());
        named.and_then(|_| self.whole(earlier)).or(Some(last))
    }

    /// Of what a predicate is said: "the raid is an act of terror", of the raid.
    pub fn said_of(&self, at: usize) -> Option<FoundName> {
        let copula = |it: &usize| matches!(self.sentence.word(*it), "is" | "are" | "was" | "were");
        let verb = (at.saturating_sub(5)..at).find(copula);
        verb.and_then(|it| self.phrase_before(it)).or_else(|| self.phrase_before(at))
    }

    /// An actor named from `from` to before `to`.
    pub fn between(&self, from: usize, to: usize) -> Option<FoundName> {
        let index = self.sentence.mentions.partition_point(|it| it.end <= from);
        self.mention(index).filter(|it| it.start < to)?;
        self.whole(index)
    }

    /// A mention as a target: with the noun it describes, "the Azerbaijani offensive", under the actor's name.
    fn whole(&self, index: usize) -> Option<FoundName> {
        let mention = self.mention(index)?;
        let name = self.name(index)?;
        let sentence = self.sentence;
        let owns = sentence.tokens.get(mention.end).is_some_and(|it| it.kind == Kind::Possessive);
        if !mention.modifier || sentence.word(mention.end) == "-" {
            return Some(name);
        }
        // "Chad’s launch of a raid": the deed rather than whose it is.
        let from = mention.end + usize::from(owns);
        let end = self.noun_end(from);
        if end <= from {
            return Some(name);
        }
        let article = usize::from(matches!(sentence.word(end + 1), "a" | "an" | "the"));
        let more = self.noun_end(end + 1 + article);
        let of = owns && sentence.word(end) == "of" && more > end + 1 + article;
        let end = if of { more } else { end };
        let span = sentence.span(mention.start, end);
        Some(FoundName { words: span.of(sentence.text).to_owned(), span: Some(span), ..name })
    }

    /// The token after the nouns and adjectives that begin at `from`, hyphens within.
    fn noun_end(&self, from: usize) -> usize {
        let sentence = self.sentence;
        let is_noun = |at: usize| {
            sentence.tokens.get(at).is_some_and(|it| it.kind == Kind::Word)
                && !sentence.is_function(at)
                && !sentence.is(at, Class::Preposition)
                && !sentence.has(at, Meaning::Say)
        };
        let mut end = from;
        while end < from + WORDS {
            if is_noun(end) {
                end += 1;
            } else if sentence.word(end) == "-" && is_noun(end + 1) && end > from {
                end += 2;
            } else {
                break;
            }
        }
        end
    }

    /// The noun phrase at `at`, for a target that is a thing: "the shelling", "the use of force".
    pub fn thing(&self, at: usize) -> Option<FoundName> {
        let sentence = self.sentence;
        let at = at + usize::from(sentence.tokens.get(at).is_some_and(|it| it.is_quote()));
        let article = |at: usize| is_determiner(sentence.word(at));
        let quote =
            |at: usize| usize::from(sentence.tokens.get(at).is_some_and(|it| it.is_quote()));
        let from = at + usize::from(article(at));
        let from = from + quote(from);
        let mut end = self.noun_end(from);
        if end == from {
            return None;
        }
        // "accuses its neighbour of": of what, not whose.
        let charged = sentence.before(at).starts_with("accus");
        // "calls for a coup"
        let asks = sentence.word(end) == "for" && sentence.is(end - 1, Class::Wish);
        if (sentence.word(end) == "of" || asks) && !charged {
            let next = end + 1 + usize::from(article(end + 1));
            let next = next + quote(next);
            let more = self.noun_end(next);
            if more > next {
                end = more;
            }
        }
        let by = end + 1 + usize::from(article(end + 1));
        let author = self.index_at(by).filter(|_| sentence.word(end) == "by");
        let author = author.and_then(|it| self.mention(it)).filter(|it| !it.modifier);
        let name = author.and_then(|it| it.name(sentence, self.gazetteer).name);
        let end = author.map_or(end, |it| it.end);
        let opened = (at..end).filter(|it| quote(*it) > 0).count() == 1;
        let end = if opened { end + quote(end) } else { end };
        let span = sentence.span(at, end);
        Some(FoundName { words: span.of(sentence.text).to_owned(), name, span: Some(span) })
    }

    /// The noun phrase that ends before `end`, under the name of the actor it begins with or describes.
    pub fn phrase_before(&self, end: usize) -> Option<FoundName> {
        let sentence = self.sentence;
        let aux = |at: usize| {
            matches!(
                sentence.word(at),
                "is" | "are"
                    | "was"
                    | "were"
                    | "be"
                    | "been"
                    | "has"
                    | "have"
                    | "had"
                    | "as"
                    | "not"
            ) || sentence.word(at).ends_with("ly")
                || sentence.tokens.get(at).is_some_and(|it| it.is_quote())
        };
        let mut end = end;
        while end > 0 && aux(end - 1) {
            end -= 1;
        }
        let start = phrase_start(sentence, end)?;
        let verb = sentence.word(start).ends_with("ed") || sentence.word(start).ends_with("ing");
        let bare = start + 1 == end
            && (verb || sentence.is_function(start) || sentence.word(start) == "the");
        if bare || sentence.before(start) == "to" {
            return None;
        }
        let index = sentence.mentions.partition_point(|it| it.end <= start);
        let named = self.mention(index).filter(|it| it.start < end);
        let name = named.and_then(|it| it.name(sentence, self.gazetteer).name);
        let span = sentence.span(start, end);
        Some(FoundName { words: span.of(sentence.text).to_owned(), name, span: Some(span) })
    }

    /// The object of a verb that ends before `at`: the actor right there, else the thing, else the actor named next.
    pub fn object(&self, at: usize) -> Option<FoundName> {
        // "complained last week that"
        let last = self.sentence.word(at) == "last"
            && matches!(self.sentence.word(at + 1), "week" | "month" | "year");
        let at = self.past_naming(self.past_manner(at + 2 * usize::from(last)));
        let next = self.sentence.mentions.partition_point(|it| it.end <= at);
        let at_once = self
            .mention(next)
            .is_some_and(|it| it.start <= at + 1 && !(it.modifier && it.entries.is_empty()));
        let named = || self.after(at, 12);
        if at_once { named() } else { self.thing(at).or_else(named) }
    }

    /// What is brokered: "brokered the truce"; between whom: "mediated between the two countries".
    pub fn settled(&self, at: usize) -> Option<FoundName> {
        let sentence = self.sentence;
        if sentence.word(at) == "between" {
            let one = self.thing(at + 1)?;
            let end = sentence
                .tokens
                .partition_point(|it| one.span.is_some_and(|one| it.span.start() < one.end()));
            let two = self.index_at(end + 1 + usize::from(sentence.word(end + 1) == "the"));
            let two = two.and_then(|it| self.mention(it)).filter(|_| sentence.word(end) == "and");
            let Some(two) = two else { return Some(one) };
            let span = sentence.span(at + 1, two.end);
            let words = span.of(sentence.text).to_owned();
            return Some(FoundName { words, name: None, span: Some(span) });
        }
        let thing = self.thing(at)?;
        let end = thing.span.map_or(at, |it| {
            sentence.tokens.partition_point(|token| token.span.start() < it.end())
        });
        (at..end).any(|it| self.is_settlement(it)).then_some(thing)
    }

    /// What was brokered: "the truce was brokered by", "an agreement, negotiated by".
    pub fn settled_before(&self, at: usize) -> Option<FoundName> {
        let end = if self.sentence.before(at) == "," { at - 1 } else { at };
        let near = (end.saturating_sub(5)..end).any(|it| self.is_settlement(it));
        near.then(|| self.phrase_before(end)).flatten()
    }

    /// A word for what ends a conflict: "truce", "agreement".
    pub fn is_settlement(&self, at: usize) -> bool {
        self.sentence.has(at, Meaning::Settlement) || self.sentence.is(at, Class::Accord)
    }

    /// The token after "in the strongest terms" and the like, quoted or not.
    fn past_manner(&self, at: usize) -> usize {
        let sentence = self.sentence;
        let quote = |at: usize| sentence.tokens.get(at).is_some_and(|it| it.is_quote());
        let from = at + usize::from(quote(at));
        if !matches!(sentence.word(from), "in" | "with") {
            return at;
        }
        let end = (from..from + 7).find(|it| {
            quote(*it) || matches!(sentence.word(*it), "terms" | "firmness" | "force" | "strength")
        });
        end.map_or(at, |it| it + 1 + usize::from(!quote(it) && quote(it + 1)))
    }

    /// The token after "what it called" and the like.
    fn past_naming(&self, at: usize) -> usize {
        if self.sentence.word(at) != "what" {
            return at;
        }
        (at + 1..at + 6).find(|it| self.sentence.is(*it, Class::Naming)).map_or(at, |it| it + 1)
    }

    /// Whom a relative clause is about: "Gomez, whom the opposition accuses".
    pub fn whom(&self, verb: usize) -> Option<FoundName> {
        let sentence = self.sentence;
        let whom = (verb.saturating_sub(8)..verb).rev().find(|it| sentence.word(*it) == "whom")?;
        let end = if sentence.before(whom) == "," { whom - 1 } else { whom };
        let index = sentence.mentions.iter().position(|it| it.end == end)?;
        self.name(index)
    }
}

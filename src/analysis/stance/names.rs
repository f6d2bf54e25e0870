//! Owns which actors stand around a word: at it, in a list that begins there.

use super::Reader;
use crate::analysis::mentions::Mention;
use crate::analysis::suggestion::FoundName;

impl Reader<'_> {
    pub fn mention(&self, index: usize) -> Option<&Mention> {
        self.sentence.mentions.get(index)
    }

    /// The name of a mention; of an office the person named after it.
    pub fn name(&self, index: usize) -> Option<FoundName> {
        let mention = self.apposed(index).or_else(|| self.mention(index))?;
        Some(mention.name(self.sentence, self.gazetteer))
    }

    pub fn index_at(&self, at: usize) -> Option<usize> {
        let index = self.sentence.mentions.partition_point(|it| it.end <= at);
        self.mention(index).filter(|it| it.start <= at).map(|_| index)
    }

    /// Those by whom a deed is, in a list that may go on with "by", "through" and semicolons: "by France; by Norway,
    /// through Gro Berg".
    pub fn all_by(&self, at: usize) -> Vec<usize> {
        let sentence = self.sentence;
        let mut found = self.listed(at);
        let colon = (at..at + 9)
            .take_while(|it| !matches!(sentence.word(*it), "." | "," | ";" | ""))
            .find(|it| sentence.word(*it) == ":");
        let from = match colon {
            Some(colon) => colon + 1,
            None => match found.last().and_then(|it| self.mention(*it)) {
                Some(last) => last.end,
                None => return found,
            },
        };
        let end = (from..sentence.tokens.len())
            .find(|it| matches!(sentence.word(*it), "." | "while" | "but" | "after"))
            .unwrap_or(sentence.tokens.len());
        let long = (from..end).any(|it| sentence.word(it) == ";");
        let first = sentence.mentions.partition_point(|it| it.start < from);
        for (index, mention) in sentence.mentions.iter().enumerate().skip(first) {
            if mention.start >= end || found.len() == 16 {
                break;
            }
            let lead = match sentence.before(mention.start) {
                "the" => mention.start.wrapping_sub(2),
                _ => mention.start.wrapping_sub(1),
            };
            let known = !mention.entries.is_empty() || mention.person.is_some();
            let fits = match sentence.word(lead) {
                "by" | "through" => matches!(sentence.before(lead), "," | ";" | "and") || long,
                ";" => true,
                "," | "or" | "and" => long && !(mention.office && mention.person.is_none()),
                ":" => colon.is_some(),
                _ => false,
            };
            if fits && known && !mention.modifier && !found.contains(&index) {
                found.push(index);
            }
        }
        found
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
        // "Backed by Turkey, Libya": a list has an "and".
        let and = (at..end).any(|it| matches!(self.sentence.word(it), "and" | "or" | "&" | ";"));
        if !and {
            found.truncate(1);
        }
        found
    }
}

/// Whether a word begins a noun phrase: an article or what stands in its place.
pub(super) fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "its"
            | "their"
            | "his"
            | "her"
            | "this"
            | "these"
            | "those"
            | "any"
            | "all"
    )
}

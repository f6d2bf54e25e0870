//! Owns whom common nouns stand for: "its spokesperson", "the foreign ministry" of a state named before.

use std::collections::BTreeSet;

use super::Reading;
use crate::analysis::lexicon::Class;
use crate::analysis::sentence::Sentence;
use crate::analysis::stance::RawStance;
use crate::analysis::suggestion::FoundName;
use crate::base::words::ActorKind;

/// The highest score of a stance whose actor stays a common noun.
const NAMELESS: f32 = 0.55;

impl Reading<'_> {
    /// Entries of the states that a sentence names.
    pub(super) fn states_of(&self, sentence: &Sentence) -> BTreeSet<usize> {
        let entries = sentence.mentions.iter().flat_map(|it| &it.entries).map(|it| it.0);
        entries.filter(|it| self.is(*it, &[ActorKind::State])).collect()
    }

    fn is(&self, entry: usize, kinds: &[ActorKind]) -> bool {
        self.gazetteer.entry(entry).is_some_and(|it| kinds.contains(&it.kind))
    }

    /// The name with whom it stands for: the owner of "its spokesperson"; of "the ministry" the one state of the
    /// sentence, or of its paragraph where the sentence names none. As it is where that is not clear.
    pub(super) fn resolved(&self, sentence: &Sentence, name: FoundName) -> FoundName {
        let name = self.in_long(self.of_region(name));
        let Some((start, end)) = tokens_of(sentence, &name).filter(|_| name.name.is_none()) else {
            return name;
        };
        let office = sentence.is(end - 1, Class::Office)
            && (start..end).all(|at| sentence.word(at).len() < 4 || sentence.is(at, Class::Office));
        if !office {
            return name;
        }
        if let Some(region) = self.region_of_office(sentence, start, end) {
            return FoundName { name: Some(region.to_owned()), ..name };
        }
        if matches!(sentence.word(start), "its" | "their") {
            // "Norway took its time. Its ministry of defence, though, condemned": Norway's, as printed.
            let acting = self.acting.as_ref().filter(|it| it.goes_on(sentence));
            let of_acting =
                || FoundName { name: acting.and_then(|it| it.name.name.clone()), ..name.clone() };
            return self.owner(sentence, start).unwrap_or_else(of_acting);
        }
        let here = self.states_of(sentence);
        let states = if here.is_empty() { &self.states } else { &here };
        let mut states = states.iter().filter_map(|it| self.gazetteer.entry(*it));
        match (states.next(), states.next()) {
            (Some(only), None) => FoundName { name: Some(only.name.clone()), ..name },
            _ => name,
        }
    }

    /// Remembers what initials in brackets stand for: "the Delta Relief Union (DRU)".
    pub(super) fn note_initials(&mut self, sentence: &Sentence) {
        for mention in &sentence.mentions {
            let short = sentence.tokens.get(mention.end + 1).map_or("", |it| it.text);
            let initials = (2..=6).contains(&short.len())
                && short.bytes().all(|it| it.is_ascii_uppercase())
                && sentence.word(mention.end) == "("
                && sentence.word(mention.end + 2) == ")";
            if !initials {
                continue;
            }
            let whole = sentence.span(mention.start, mention.end).of(sentence.text);
            let words = whole.trim_start_matches("the ").trim_start_matches("The ");
            let of_words = |letter: char| words.split(' ').any(|it| it.starts_with(letter));
            if !short.chars().all(of_words) {
                continue;
            }
            let long = mention.name(sentence, self.gazetteer);
            let long = self.resolved(sentence, long).name;
            let name = long.or_else(|| words.contains(' ').then(|| words.to_owned()));
            if let Some(name) = name {
                self.initials.entry(short.to_owned()).or_insert(name);
            }
        }
    }

    /// Initials under the name that they were said to stand for.
    fn in_long(&self, name: FoundName) -> FoundName {
        let words = name.words.trim_start_matches("the ").trim_start_matches("The ");
        match self.initials.get(words).filter(|_| name.name.is_none()) {
            Some(long) => FoundName { name: Some(long.clone()), ..name },
            None => name,
        }
    }

    /// The state or organisation named last before "its", else who spoke before.
    fn owner(&self, sentence: &Sentence, its: usize) -> Option<FoundName> {
        const OWNERS: [ActorKind; 3] =
            [ActorKind::State, ActorKind::Organisation, ActorKind::ArmedGroup];
        let before = sentence.mentions.iter().rev().filter(|it| it.end <= its && !it.modifier);
        let mut owners = before.filter(|mention| {
            mention.entry(sentence, self.gazetteer).is_some_and(|it| self.is(it, &OWNERS))
        });
        let here = owners.next().map(|it| it.name(sentence, self.gazetteer));
        let last = || self.speaker.as_ref().filter(|it| it.goes_on(sentence));
        let owner = here.or_else(|| last().map(|it| it.name.clone()))?;
        // "she asked. Its ministry": that of the state she speaks for.
        let entry = self.gazetteer.named(owner.name.as_ref()?)?;
        if entry.kind != ActorKind::Person {
            return Some(owner);
        }
        let state = entry.belongs_to.clone()?;
        Some(FoundName { words: state.clone(), name: Some(state), span: None })
    }

    /// A lone surname as the name in full of who spoke before: "Berg" after "Kari Berg said".
    pub(super) fn in_full(&self, name: FoundName) -> FoundName {
        let last = self.speaker.as_ref().map(|it| &it.name).filter(|_| name.name.is_none());
        let full = last.filter(|it| it.words.split(' ').next_back() == Some(&*name.words));
        full.cloned().unwrap_or(name)
    }

    /// A stance with whom its actor stands for; doubtful where the actor stays a common noun.
    pub(super) fn with_actor(&self, sentence: &Sentence, mut stance: RawStance) -> RawStance {
        let printed = stance.actor.words.clone();
        stance.actor = self.resolved(sentence, stance.actor);
        stance.target = stance.target.map(|it| self.target_of_region(it));
        if stance.actor.name.is_none() && is_common(&stance.actor.words) {
            stance.score = stance.score.min(NAMELESS);
        }
        if stance.actor.words != printed {
            stance.because.push_str(&format!(", for ‘{}’", stance.actor.words));
        }
        stance
    }
}

/// Whether words name nobody: no capital but that of an article, "The leaders".
fn is_common(words: &str) -> bool {
    let first = words.split(' ').next().unwrap_or_default();
    let opens = ["the", "a", "an", "its", "their", "his", "her"];
    let opens = opens.iter().any(|it| it.eq_ignore_ascii_case(first));
    let rest = if opens { words.get(first.len()..).unwrap_or_default() } else { words };
    !rest.contains(char::is_uppercase)
}

/// The tokens of a name that stands in the sentence.
fn tokens_of(sentence: &Sentence, name: &FoundName) -> Option<(usize, usize)> {
    let span = name.span.filter(|it| sentence.whole.contains(*it))?;
    let start = sentence.tokens.partition_point(|it| it.span.end() <= span.start());
    let end = sentence.tokens.partition_point(|it| it.span.start() < span.end());
    (start < end).then_some((start, end))
}

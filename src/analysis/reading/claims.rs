//! Owns what an article adds to a claim of one sentence: who says it, whose people they are, what it repeats or is part
//! of.

use super::{About, Reading, in_hundredths};
use crate::analysis::casualty::{RawClaim, Whole};
use crate::analysis::lexicon::{Class, Meaning};
use crate::analysis::mentions::Mention;
use crate::analysis::sentence::Sentence;
use crate::analysis::speech::{Attribution, Who, is_aside, is_paper, speaker};
use crate::analysis::subject::subject;
use crate::analysis::suggestion::{Found, FoundClaim, FoundName, Suggestion};
use crate::base::words::{Measure, Outcome, Speech};

/// What claims that say the same have in common. A headline without the bound or the group of the text below is told
/// apart, since one record of both could keep only one of them.
pub(super) type Content = (Outcome, u64, Option<u64>, &'static str, Option<String>);

/// Claimants with the same figure that are told apart; past that a claim counts as said first.
const CLAIMANTS: usize = 16;

fn content(claim: &FoundClaim) -> Content {
    let figure = &claim.figure;
    (claim.outcome, figure.low, figure.high, claim.group(), claim.incident.clone())
}

impl Reading<'_> {
    /// Who says a claim: as the sentence tells, a statement being its maker's, else the speaker before.
    pub(super) fn claimant(
        &self,
        sentence: &Sentence,
        said: &[Attribution],
        outlets: &[Attribution],
        claim: &RawClaim,
    ) -> Option<(FoundName, bool)> {
        let mention = |it: Attribution| match it.who {
            Who::Mention(index) => sentence.mentions.get(index),
            Who::Same => None,
        };
        // "… (3,154 according to Y)": Y says what stands in the brackets.
        let said: Vec<Attribution> = said
            .iter()
            .copied()
            .filter(|it| !is_aside(sentence, claim.counted.1, it.at))
            .filter(|it| it.at < claim.end || !is_only_named(sentence, it.at))
            .collect();
        let people: Vec<Attribution> = said
            .iter()
            .copied()
            .filter(|it| !mention(*it).is_some_and(|it| is_paper(sentence, it)))
            .collect();
        // "Norway estimated 100 deaths": the bound is the verb as well.
        let start = claim.start + usize::from(sentence.has(claim.start, Meaning::Say));
        let best = described_by(sentence, &people, claim.end)
            .or_else(|| speaker(&people, start, claim.end));
        let speaking = self
            .speaker
            .as_ref()
            .filter(|it| outlets.is_empty() && it.goes_on(sentence))
            .filter(|it| !self.counts_others(sentence, claim, &it.name));
        let carried = || speaking.map(|it| (it.name.clone(), true));
        match best {
            Some(it) => match mention(it) {
                Some(mention) => Some((mention.name(sentence, self.gazetteer), false)),
                None => self.speaker.as_ref().map(|it| (it.name.clone(), true)),
            },
            None => presented_by(sentence, claim)
                .map_or_else(carried, |it| Some((it.name(sentence, self.gazetteer), false)))
                .or_else(|| {
                    let paper = mention(speaker(&said, claim.start, claim.end)?)?;
                    Some((paper.name(sentence, self.gazetteer), false))
                }),
        }
    }

    /// The outlet that a claim is quoted from, if the sentence names one.
    pub(super) fn via(
        &self,
        sentence: &Sentence,
        outlets: &[Attribution],
        claim: &RawClaim,
    ) -> Option<FoundName> {
        match speaker(outlets, claim.start, claim.end)?.who {
            Who::Mention(index) => {
                Some(sentence.mentions.get(index)?.name(sentence, self.gazetteer))
            }
            Who::Same => None,
        }
    }

    pub(super) fn claim(
        &mut self,
        sentence: &Sentence,
        raw: &RawClaim,
        (claimant, via): (Option<(FoundName, bool)>, Option<FoundName>),
        indices: &[usize],
        about: &About,
    ) -> Suggestion {
        let span = sentence.span(raw.start, raw.end);
        let quoted = sentence.quoted.get(raw.start).copied().unwrap_or(false);
        let mut because = raw.because.clone();
        let mut score = raw.score;
        if let Some((name, carried)) = &claimant {
            let how = if *carried { "goes on from" } else { "said by" };
            because.push_str(&format!("; {how} ‘{}’", name.words));
        } else {
            score -= 0.03;
        }
        let by = claimant.as_ref().map(|it| &it.0);
        let side = self.stated_side(sentence, raw, by);
        if let Some(own) = by.and_then(|it| self.own_side(sentence, raw, it)) {
            self.owns.insert(self.found.len(), own);
        }
        let part_of = match raw.part_of {
            Some(Whole::Here(at)) => indices.get(at).copied(),
            Some(Whole::Earlier) => self.totals.get(&raw.outcome).copied(),
            None => None,
        };
        let (measure, part_of) = self.measure(sentence, raw, part_of);
        let mut claim = FoundClaim {
            outcome: raw.outcome,
            figure: raw.figure.clone(),
            role: raw.role,
            demographic: raw.demographic,
            side,
            claimant: claimant.map(|it| it.0),
            speech: if quoted { Speech::Direct } else { Speech::Reported },
            via,
            measure,
            part_of,
            repeats: None,
            as_of: about.as_of.clone(),
            incident: about.incident.clone(),
        };
        claim.repeats = self.repeated(&claim).filter(|_| measure != Measure::Earlier);
        if claim.repeats.is_none() {
            let firsts = self.firsts.entry(content(&claim)).or_default();
            if firsts.len() < CLAIMANTS {
                firsts.push(self.found.len());
            }
        }
        self.last = Some(raw.outcome);
        if measure == Measure::Total {
            self.totals.insert(raw.outcome, self.found.len());
        }
        let (rule, found) = (raw.rule, Found::Claim(claim));
        Suggestion { span, score: in_hundredths(score), rule, because, found }
    }

    /// The first suggestion that says the same before.
    fn repeated(&self, claim: &FoundClaim) -> Option<usize> {
        let firsts = self.firsts.get(&content(claim))?;
        firsts.iter().copied().find(|at| match self.found.get(*at).map(|it| &it.found) {
            Some(Found::Claim(other)) => self.says_the_same(other, claim),
            _ => false,
        })
    }
}

/// "the 500 deaths that the authorities described": the subject of the clause that follows.
fn described_by(sentence: &Sentence, said: &[Attribution], end: usize) -> Option<Attribution> {
    let that = matches!(sentence.word(end), "that" | "which");
    let who = sentence.mention_at(end + 1).or_else(|| sentence.mention_at(end + 2));
    let who = who.filter(|it| that && it.start >= end)?;
    said.iter().copied().find(|it| {
        let subject = matches!(it.who, Who::Mention(at) if sentence.mentions.get(at) == Some(who));
        subject && it.at >= who.end
    })
}

/// "…, which Norway described as terror": what it is called by one who did not tell of it.
fn is_only_named(sentence: &Sentence, verb: usize) -> bool {
    let named = sentence.is(verb, Class::Naming) && sentence.word(verb + 1) == "as";
    let which = |at: &usize| matches!(sentence.word(*at), "which" | "that");
    named && (verb.saturating_sub(8)..verb).any(|at| which(&at))
}

/// "Norway presents the raid as its answer to mines that killed 12": the account is that of the subject.
fn presented_by<'s>(sentence: &'s Sentence, claim: &RawClaim) -> Option<&'s Mention> {
    let verb = (0..claim.start)
        .rev()
        .find(|at| sentence.is(*at, Class::Naming) && sentence.any(at + 1, claim.start, &["as"]))?;
    let cut = sentence.any(verb, claim.start, &[";", ".", "while", "but"]);
    sentence.mentions.get(subject(sentence, verb).filter(|_| !cut)?)
}

/// Whether a sentence gives its figures as hearsay: "25 people are said to have been killed".
pub(super) fn is_hearsay(sentence: &Sentence) -> bool {
    (1..sentence.tokens.len()).any(|at| {
        matches!(sentence.word(at), "said" | "believed" | "thought" | "feared")
            && sentence.word(at + 1) == "to"
            && matches!(sentence.before(at), "is" | "are" | "was" | "were")
    })
}

impl Reading<'_> {
    /// Whether two claims of the same content can be the same: claimants and sides that do not exclude each other.
    fn says_the_same(&self, one: &FoundClaim, other: &FoundClaim) -> bool {
        let by = match (&one.claimant, &other.claimant) {
            (Some(a), Some(b)) => same_name(a, b) || self.actor(a) == self.actor(b),
            _ => true,
        };
        let side = match (&one.side, &other.side) {
            (Some((a, _)), Some((b, _))) => a.name == b.name,
            _ => true,
        };
        by && side && one.measure == other.measure
    }
}

/// Whether two names are of the same actor: one entry, or words that share their last.
fn same_name(a: &FoundName, b: &FoundName) -> bool {
    let last = |it: &FoundName| it.words.split_whitespace().last().map(str::to_lowercase);
    match (&a.name, &b.name) {
        (Some(a), Some(b)) => a == b,
        _ => last(a) == last(b),
    }
}

//! Owns the way from an article to its suggestions: sentences in order, the speaker carried on, repeats and parts
//! linked, everything by place.

use std::collections::{BTreeMap, HashMap};

use super::casualty::{RawClaim, Whole, claims};
use super::gazetteer::{Gazetteer, Hit};
use super::incident::{KnownIncident, incident};
use super::sentence::Sentence;
use super::speech::{Attribution, Who, attributions, is_paper, speaker};
use super::stance::{RawStance, stances};
use super::suggestion::{Found, FoundClaim, FoundName, FoundStance, Suggestion};
use super::times::as_of;
use super::tokens::pieces;
use crate::base::words::{ActorKind, Basis, Measure, Outcome, Provenance, Speech};
use crate::base::{Span, When};
use crate::corpus::{Article, language_name};

/// What the caller knows besides names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Context {
    /// Incidents of the project, looked for by name.
    pub incidents: Vec<KnownIncident>,
}

/// Whether the article is in a language the suggesters know: English by its metadata, or mostly ASCII letters where
/// the language is unknown.
pub fn searchable(article: &Article) -> bool {
    match &article.metadata.language {
        Some(language) if matches!(language.value.as_str(), "en" | "eng") => true,
        // A guess from a few words is weak: the words themselves decide.
        Some(language) => language.from == Provenance::Guessed && is_short_english(&article.text),
        None => {
            let letters = article.text.chars().filter(|it| it.is_alphabetic());
            let (ascii, all) = letters.fold((0usize, 0usize), |(ascii, all), it| {
                (ascii + usize::from(it.is_ascii()), all + 1)
            });
            ascii * 10 >= all * 9
        }
    }
}

/// How many of the articles are not [`searchable`], by the English name of their language and in its order; where it
/// is not known, "unknown language".
pub fn not_searched<'a>(
    articles: impl IntoIterator<Item = &'a Article>,
) -> BTreeMap<String, usize> {
    let mut languages = BTreeMap::new();
    for article in articles.into_iter().filter(|it| !searchable(it)) {
        let language = article.metadata.language.as_ref();
        let name = language.map_or("unknown language", |it| language_name(&it.value));
        *languages.entry(name.to_owned()).or_default() += 1;
    }
    languages
}

/// Whether a text too short for a sure guess is full of English words.
fn is_short_english(text: &str) -> bool {
    const SHORT: usize = 1_000;
    const COMMON: &[&str] = &[
        "the", "of", "at", "by", "was", "were", "people", "killed", "wounded", "said", "and",
        "with",
    ];
    let all = text.split_whitespace().count();
    let common = text.split_whitespace().filter(|it| COMMON.contains(it)).count();
    text.len() < SHORT && common * 6 >= all && common > 0
}

/// All candidates of an article by place; none if it is not [`searchable`].
pub fn suggest(article: &Article, gazetteer: &Gazetteer, context: &Context) -> Vec<Suggestion> {
    if !searchable(article) {
        return vec![];
    }
    // Furniture is in order, as sentences are: both are walked once.
    let mut furniture = article.furniture.iter().copied().peekable();
    let searched = article.sentences.iter().copied().filter(|span| {
        while furniture.next_if(|it| it.end() <= span.start()).is_some() {}
        !furniture.peek().is_some_and(|it| it.overlaps(*span))
    });
    let mut reading = Reading::new(article, gazetteer, context);
    searched.for_each(|it| reading.read_span(it));
    reading.finish()
}

/// All candidates in the sentences that overlap `near`, in any language; the sentences just before tell who speaks.
pub(super) fn suggest_in(
    article: &Article,
    gazetteer: &Gazetteer,
    context: &Context,
    near: Span,
) -> Vec<Suggestion> {
    const BEFORE: usize = 4;
    let all = &article.sentences;
    let first = all.partition_point(|it| it.end() <= near.start());
    let after = all.partition_point(|it| it.start() < near.end());
    let mut reading = Reading::new(article, gazetteer, context);
    let from = first.saturating_sub(BEFORE);
    match all.get(from..after).filter(|_| first < after) {
        Some(sentences) => sentences.iter().for_each(|it| reading.read_span(*it)),
        None => reading.read_span(near),
    }
    let mut found = reading.finish();
    found.retain(|it| it.span.overlaps(near));
    found
}

/// Who spoke last.
#[derive(Debug, Clone)]
pub(super) struct Speaker {
    pub name: FoundName,
    /// Paragraph in which the speaker was last named.
    pub paragraph: usize,
    /// Sentences since.
    pub age: usize,
}

/// What is known on the way through an article.
struct Reading<'a> {
    article: &'a Article,
    gazetteer: &'a Gazetteer,
    context: &'a Context,
    found: Vec<Suggestion>,
    speaker: Option<Speaker>,
    /// Index of the last total of an outcome.
    totals: HashMap<Outcome, usize>,
    last: Option<Outcome>,
    /// Indices of claims that repeat no other, by what they say.
    firsts: HashMap<Content, Vec<usize>>,
    /// Indices of claims of this paragraph that nobody has been found to say.
    pending: Vec<usize>,
    paragraph: usize,
}

/// What a claim says, its claimant aside.
type Content = (Outcome, u64, Option<u64>, &'static str, Option<String>);

/// Bytes of a paragraph without a full stop that can be a title or subheading.
const HEADING: usize = 250;

/// Claimants with the same figure that are told apart; past that a claim counts as said first.
const CLAIMANTS: usize = 16;

fn content(claim: &FoundClaim) -> Content {
    let figure = &claim.figure;
    (claim.outcome, figure.low, figure.high, claim.group(), claim.incident.clone())
}

impl<'a> Reading<'a> {
    fn new(article: &'a Article, gazetteer: &'a Gazetteer, context: &'a Context) -> Self {
        Self {
            article,
            gazetteer,
            context,
            found: vec![],
            speaker: None,
            totals: HashMap::new(),
            last: None,
            firsts: HashMap::new(),
            pending: vec![],
            paragraph: 0,
        }
    }

    fn published(&self) -> Option<&When> {
        self.article.metadata.published.as_ref().map(|it| &it.value)
    }

    /// Reads a sentence, an overlong one piece by piece.
    fn read_span(&mut self, span: Span) {
        let text = &self.article.text;
        for piece in pieces(text, span) {
            let hits: Vec<Hit> = self.gazetteer.find_in(text, piece);
            let mut sentence = Sentence::read(text, piece, &hits);
            let paragraphs = &self.article.paragraphs;
            sentence.paragraph = paragraphs.partition_point(|it| it.end() <= span.start());
            let whole = paragraphs.get(sentence.paragraph).copied().unwrap_or(span);
            let ended = whole.of(text).trim_end().ends_with(['.', '!', '?', '”', '"', '…', '»']);
            sentence.heading = !ended && whole.len() < HEADING;
            self.read(&sentence);
        }
    }

    fn read(&mut self, sentence: &Sentence) {
        if let Some(speaker) = &mut self.speaker {
            speaker.age += 1;
        }
        if sentence.paragraph != self.paragraph {
            self.paragraph = sentence.paragraph;
            self.pending.clear();
        }
        let said = attributions(sentence);
        let raw = claims(sentence, self.last);
        let stances = stances(sentence, &said, self.gazetteer, self.speaker.as_ref());
        if raw.is_empty() && stances.is_empty() {
            self.remember(sentence, &said);
            return;
        }
        let about = About {
            as_of: as_of(sentence, self.published()),
            incident: incident(sentence, &self.context.incidents),
        };
        let mut indices = vec![];
        for claim in &raw {
            let claimant = self.claimant(sentence, &said, claim);
            if claimant.is_none() && !sentence.heading {
                self.pending.push(self.found.len());
            }
            indices.push(self.found.len());
            let suggestion = self.claim(sentence, claim, claimant, &indices, &about);
            self.found.push(suggestion);
        }
        let holder = stances.iter().find(|it| it.rule == "actor-verb").map(|it| it.actor.clone());
        for stance in stances {
            let suggestion = stance_of(stance, &about);
            self.found.push(suggestion);
        }
        self.remember(sentence, &said);
        // "The union condemns …" leads on to what it says.
        if let Some(name) = holder.filter(|_| said.is_empty() && !sentence.heading) {
            self.speaker = Some(Speaker { name, paragraph: sentence.paragraph, age: 0 });
        }
    }

    /// Who spoke last, for the sentences that follow.
    fn remember(&mut self, sentence: &Sentence, said: &[Attribution]) {
        if sentence.heading {
            self.speaker = None;
            return;
        }
        let last = said.iter().rev().find_map(|it| match it.who {
            Who::Mention(index) => {
                let mention = sentence.mentions.get(index)?;
                (!is_paper(sentence, mention)).then_some((it, mention))
            }
            Who::Same => None,
        });
        if let Some((at, mention)) = last {
            let name = mention.name(sentence, self.gazetteer);
            // "There are 80 wounded. …, the ministry said": the speaker is named at the end.
            if at.trailing && sentence.paragraph == self.paragraph {
                for index in std::mem::take(&mut self.pending) {
                    if let Some(Found::Claim(claim)) =
                        self.found.get_mut(index).map(|it| &mut it.found)
                        && claim.claimant.is_none()
                    {
                        claim.claimant = Some(name.clone());
                    }
                }
            }
            self.pending.clear();
            self.speaker = Some(Speaker { name, paragraph: sentence.paragraph, age: 0 });
        } else if said.iter().any(|it| it.who == Who::Same)
            && let Some(speaker) = &mut self.speaker
        {
            (speaker.paragraph, speaker.age) = (sentence.paragraph, 0);
        }
    }

    /// Who says a claim: as the sentence tells, a statement being its maker's, else the speaker before.
    fn claimant(
        &self,
        sentence: &Sentence,
        said: &[Attribution],
        claim: &RawClaim,
    ) -> Option<(FoundName, bool)> {
        let mention = |it: Attribution| match it.who {
            Who::Mention(index) => sentence.mentions.get(index),
            Who::Same => None,
        };
        let people: Vec<Attribution> = said
            .iter()
            .copied()
            .filter(|it| !mention(*it).is_some_and(|it| is_paper(sentence, it)))
            .collect();
        let best = speaker(&people, claim.start, claim.end);
        let carried = || self.carried(sentence);
        match best {
            Some(it) => match mention(it) {
                Some(mention) => Some((mention.name(sentence, self.gazetteer), false)),
                None => self.speaker.as_ref().map(|it| (it.name.clone(), true)),
            },
            None => carried().or_else(|| {
                let paper = mention(speaker(said, claim.start, claim.end)?)?;
                Some((paper.name(sentence, self.gazetteer), false))
            }),
        }
    }

    /// The speaker before, while the account goes on: in the same paragraph, or in a quotation that opens the next.
    fn carried(&self, sentence: &Sentence) -> Option<(FoundName, bool)> {
        let speaker = self.speaker.as_ref().filter(|_| !sentence.heading)?;
        let same = speaker.paragraph == sentence.paragraph && speaker.age <= 3;
        let quote = sentence.tokens.first().is_some_and(|it| it.is_quote());
        let next = quote && speaker.paragraph + 1 == sentence.paragraph;
        (same || next).then(|| (speaker.name.clone(), true))
    }

    fn claim(
        &mut self,
        sentence: &Sentence,
        raw: &RawClaim,
        claimant: Option<(FoundName, bool)>,
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
        let side = self.side(sentence, raw, claimant.as_ref().map(|it| &it.0));
        let part_of = match raw.part_of {
            Some(Whole::Here(at)) => indices.get(at).copied(),
            Some(Whole::Earlier) => self.totals.get(&raw.outcome).copied(),
            None => None,
        };
        let mut claim = FoundClaim {
            outcome: raw.outcome,
            figure: raw.figure.clone(),
            role: raw.role,
            demographic: raw.demographic,
            side,
            claimant: claimant.map(|it| it.0),
            speech: if quoted { Speech::Direct } else { Speech::Reported },
            via: None,
            measure: raw.measure,
            part_of,
            repeats: None,
            as_of: about.as_of.clone(),
            incident: about.incident.clone(),
        };
        claim.repeats = self.repeated(&claim);
        if claim.repeats.is_none() {
            let firsts = self.firsts.entry(content(&claim)).or_default();
            if firsts.len() < CLAIMANTS {
                firsts.push(self.found.len());
            }
        }
        self.last = Some(raw.outcome);
        if raw.measure == Measure::Total {
            self.totals.insert(raw.outcome, self.found.len());
        }
        let (rule, found) = (raw.rule, Found::Claim(claim));
        Suggestion { span, score: in_hundredths(score), rule, because, found }
    }

    /// Whose people: as the phrase says, "on the Armenian side", or the claimant's for "its soldiers".
    fn side(
        &self,
        sentence: &Sentence,
        raw: &RawClaim,
        claimant: Option<&FoundName>,
    ) -> Option<(FoundName, Basis)> {
        let stated = raw.side.or_else(|| on_the_side(sentence, raw));
        if let Some((from, to)) = stated
            && let Some(mention) = sentence.mention_at(from).or(sentence.mention_at(to - 1))
        {
            let state = mention.entries.iter().find_map(|(entry, _)| {
                let entry = self.gazetteer.entry(*entry)?;
                (entry.kind != ActorKind::Person).then(|| entry.name.clone())
            });
            if state.is_some() {
                let span = sentence.span(from, to);
                let words = span.of(sentence.text).to_owned();
                return Some((FoundName { words, name: state, span: Some(span) }, Basis::Stated));
            }
        }
        let own = sentence.any(raw.start, raw.end, &["its", "our"]);
        let claimant = claimant.filter(|it| own && it.name.is_some())?;
        Some((claimant.clone(), Basis::Inferred))
    }

    /// The first suggestion that says the same before.
    fn repeated(&self, claim: &FoundClaim) -> Option<usize> {
        let firsts = self.firsts.get(&content(claim))?;
        firsts.iter().copied().find(|at| match self.found.get(*at).map(|it| &it.found) {
            Some(Found::Claim(other)) => match (&other.claimant, &claim.claimant) {
                (Some(a), Some(b)) => same_name(a, b),
                _ => true,
            },
            _ => false,
        })
    }

    /// By place, links kept.
    fn finish(self) -> Vec<Suggestion> {
        let mut order: Vec<usize> = (0..self.found.len()).collect();
        order.sort_by_key(|at| (self.found[*at].span.start(), self.found[*at].span.end(), *at));
        let mut place = vec![0; order.len()];
        for (new, old) in order.iter().enumerate() {
            place[*old] = new;
        }
        let mut sorted: Vec<Option<Suggestion>> = self.found.into_iter().map(Some).collect();
        let moved = |mut it: Suggestion| {
            if let Found::Claim(claim) = &mut it.found {
                claim.part_of = claim.part_of.map(|at| place[at]);
                claim.repeats = claim.repeats.map(|at| place[at]);
            }
            it
        };
        order.iter().filter_map(|at| sorted[*at].take()).map(moved).collect()
    }
}

/// Time and event of a sentence.
struct About {
    as_of: Option<When>,
    incident: Option<String>,
}

fn stance_of(raw: RawStance, about: &About) -> Suggestion {
    let stance = FoundStance {
        actor: raw.actor,
        position: raw.position,
        target: raw.target,
        past: raw.past,
        speech: raw.speech,
        as_of: about.as_of.clone().filter(|_| !raw.past),
        incident: about.incident.clone().filter(|_| raw.past),
    };
    let found = Found::Stance(stance);
    let (score, rule, because) = (in_hundredths(raw.score), raw.rule, raw.because);
    Suggestion { span: raw.span, score, rule, because, found }
}

/// "at least 200 deaths … on the Armenian side": tokens of the name.
fn on_the_side(sentence: &Sentence, raw: &RawClaim) -> Option<(usize, usize)> {
    let side = (raw.end..sentence.tokens.len()).find(|at| sentence.word(*at) == "side")?;
    let on = (side.saturating_sub(4)..side).find(|at| sentence.word(*at) == "on")?;
    let from = on + 1 + usize::from(sentence.word(on + 1) == "the");
    (from < side && side - raw.end <= 24).then_some((from, side))
}

/// Whether two names are of the same actor: one entry, or words that share their last.
fn same_name(a: &FoundName, b: &FoundName) -> bool {
    let last = |it: &FoundName| it.words.split_whitespace().last().map(str::to_lowercase);
    match (&a.name, &b.name) {
        (Some(a), Some(b)) => a == b,
        _ => last(a) == last(b),
    }
}

/// A score as it is shown, so that "at least 0.77" holds for what reads 0.77.
fn in_hundredths(score: f32) -> f32 {
    (score * 100.0).round() / 100.0
}

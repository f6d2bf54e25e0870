//! Owns the walk through an article: sentences in order, the speaker carried on, everything by place.

mod accounts;
mod claims;
mod measures;
mod names;
mod offices;
mod regions;
mod sides;
mod speaker;
#[cfg(test)]
mod tests;

use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;

use self::accounts::Account;
use self::claims::{Content, is_hearsay};
use self::regions::Region;
pub(super) use self::speaker::Speaker;
use super::casualty::claims;
use super::gazetteer::{Gazetteer, Hit};
use super::incident::{PastWar, Scene};
use super::sentence::Sentence;
use super::speech::{
    Attribution, Who, attributions, first_actor, is_aside, is_paper, own_subject,
    speakers_and_outlets,
};
use super::stance::{Before, RawStance, stances};
use super::suggest::Context;
use super::suggestion::{Found, FoundName, FoundStance, Suggestion};
use super::times::{Present, Times, printed};
use super::tokens::pieces;
use crate::base::words::{Outcome, Position};
use crate::base::{Span, When};
use crate::corpus::Article;

/// A map that is made for every article: a quick hash, seeded so that no text can flood it; never walked in its order.
type Map<K, V> = HashMap<K, V, foldhash::fast::RandomState>;

/// What is known on the way through an article.
pub(super) struct Reading<'a> {
    article: &'a Article,
    gazetteer: &'a Gazetteer,
    context: &'a Context,
    found: Vec<Suggestion>,
    speaker: Option<Speaker>,
    /// Who acted in the sentence before, as a pronoun would mean it.
    acting: Option<Speaker>,
    /// Index of the last total of an outcome.
    totals: Map<Outcome, usize>,
    last: Option<Outcome>,
    /// Indices of claims that repeat no other, by what they say.
    firsts: Map<Content, Vec<usize>>,
    /// Indices of stances that repeat no other, by sentence, actor and position.
    held: Map<(&'a str, String, Position), usize>,
    /// Indices of claims of this paragraph that nobody has been found to say.
    pending: Vec<usize>,
    /// Indices of claims within the quotation that goes on into the next sentence of this paragraph.
    quoted: Vec<usize>,
    paragraph: usize,
    /// Entries of the states named in this paragraph so far.
    states: BTreeSet<usize>,
    scene: Scene,
    /// This paragraph tells what was said before the event: "in an interview last week".
    bygone: bool,
    /// The day the article named last.
    day: Option<Date>,
    account: Option<Account>,
    /// Sides that claimants count as their own, by index of the claim; taken where nothing better is found.
    owns: Map<usize, FoundName>,
    /// Indices of claims that count enemies of whoever tells of them, in order.
    foes: Vec<usize>,
    /// Office of a person, by the last word of the name.
    offices: Map<String, String>,
    /// What initials stand for, as the article says.
    initials: Map<String, String>,
    /// Region whose office a person holds, by the last word of the name.
    homes: Map<String, &'static str>,
    /// Breakaway regions named so far.
    regions: Vec<&'static Region>,
}

/// Bytes of a paragraph without a full stop that can be a title or subheading.
const HEADING: usize = 250;

impl<'a> Reading<'a> {
    pub fn new(article: &'a Article, gazetteer: &'a Gazetteer, context: &'a Context) -> Self {
        Self {
            article,
            gazetteer,
            context,
            found: vec![],
            speaker: None,
            acting: None,
            totals: Map::default(),
            last: None,
            firsts: Map::default(),
            held: Map::default(),
            pending: vec![],
            quoted: vec![],
            paragraph: 0,
            states: BTreeSet::new(),
            scene: Scene::new(article.metadata.title.as_ref().map(|it| it.value.as_str())),
            bygone: false,
            day: None,
            account: None,
            owns: Map::default(),
            foes: vec![],
            offices: Map::default(),
            initials: Map::default(),
            homes: Map::default(),
            regions: vec![],
        }
    }

    fn published(&self) -> Option<&'a When> {
        self.article.metadata.published.as_ref().map(|it| &it.value)
    }

    fn present(&self) -> Present<'a> {
        Present { published: self.published(), day: self.day }
    }

    /// Reads a sentence, an overlong one piece by piece.
    pub fn read_span(&mut self, span: Span) {
        let text = &self.article.text;
        for piece in pieces(text, span) {
            let hits: Vec<Hit> = self.gazetteer.find_in(text, piece);
            let mut sentence = Sentence::read(text, piece, &hits);
            let paragraphs = &self.article.paragraphs;
            sentence.paragraph = paragraphs.partition_point(|it| it.end() <= span.start());
            let whole = paragraphs.get(sentence.paragraph).copied().unwrap_or(span);
            let ended =
                whole.of(text).trim_end().ends_with(['.', '!', '?', '”', '"', '…', '»', ':']);
            sentence.heading = !ended && whole.len() < HEADING;
            self.read(&sentence);
        }
    }

    fn read(&mut self, sentence: &Sentence) {
        if let Some(speaker) = &mut self.speaker {
            speaker.age += 1;
            let is_we =
                |at: usize| sentence.word(at) == "we" && sentence.quoted.get(at) == Some(&false);
            if sentence.tokens.first().is_some_and(|it| it.is_quote()) && speaker.goes_on(sentence)
            {
                speaker.paragraph = sentence.paragraph;
            }
            if speaker.age <= 4 && (0..sentence.tokens.len()).any(is_we) {
                (speaker.statement, speaker.paragraph, speaker.age) = (true, sentence.paragraph, 1);
            }
        }
        if sentence.paragraph != self.paragraph {
            self.paragraph = sentence.paragraph;
            self.pending.clear();
            self.quoted.clear();
            self.states.clear();
            self.bygone = false;
        }
        self.bygone |= is_bygone(sentence);
        let here = self.states_of(sentence);
        self.states.extend(&here);
        self.note_regions(sentence);
        self.note_offices(sentence);
        self.note_initials(sentence);
        self.scene.enter(sentence, self.published().map(|it| it.start.year()));
        let times = Times::read(sentence, self.published());
        self.day = times.last_day().or(self.day);
        let (said, outlets) = speakers_and_outlets(sentence, attributions(sentence));
        let raw = claims(sentence, self.last);
        if sentence.tokens.first().is_some_and(|it| it.is_quote()) {
            self.quoted.clear();
        }
        let stays_open = said.is_empty() && sentence.quoted.last() == Some(&true);
        let before = Before { speaker: self.speaker.as_ref(), acting: self.acting.as_ref() };
        let stances = stances(sentence, &said, self.gazetteer, before);
        if raw.is_empty() && stances.is_empty() {
            self.remember(sentence, &said);
            return;
        }
        let incident = self.scene.incident(sentence, &self.context.incidents);
        let first_claim = self.found.len();
        let hearsay = !raw.is_empty() && is_hearsay(sentence);
        let mut indices = vec![];
        for claim in &raw {
            if let Some(whole) = self.smaller_whole(sentence, claim) {
                indices.push(whole);
                continue;
            }
            let claimant = self.claimant(sentence, &said, &outlets, claim);
            let claimant = claimant.map(|(name, goes_on)| (self.resolved(sentence, name), goes_on));
            let via = self.via(sentence, &outlets, claim);
            if claimant.is_none() && !sentence.heading && !hearsay {
                self.pending.push(self.found.len());
            }
            if stays_open && sentence.quoted.get(claim.start) == Some(&true) {
                self.quoted.push(self.found.len());
            }
            indices.push(self.found.len());
            let by = claimant.as_ref().map(|it| &it.0);
            let as_of = self.when(sentence, &times, (claim.start, claim.end), by);
            let about = About { as_of, incident: incident.clone() };
            let suggestion = self.claim(sentence, claim, (claimant, via), &indices, &about);
            self.found.push(suggestion);
        }
        self.share_sides(first_claim);
        let first_here = self.found.len();
        let war = self.scene.past_war(sentence);
        let leads = |it: &&RawStance| it.opens_account() && !it.past && war.is_none();
        let holder = stances.iter().find(leads).map(|it| it.actor.clone());
        for stance in stances {
            let mut raw = self.with_actor(sentence, stance);
            raw.past |= war.is_some() || self.bygone;
            let incident = match &war {
                Some(PastWar::Named(war)) => Some(war.clone()),
                Some(PastWar::OneOf) => None,
                None => incident.clone().filter(|_| raw.past),
            };
            let at = sentence.tokens.partition_point(|it| it.span.end() <= raw.span.start());
            let said = times.as_of(sentence, self.present(), (at, at));
            let said = said.or_else(|| printed(self.published()));
            let about = About { as_of: said.filter(|_| !raw.past), incident };
            let words = sentence.whole.of(&self.article.text).trim_end_matches(['.', ' ']);
            let key = (words, raw.actor.words.clone(), raw.position);
            let repeats = self.held.get(&key).copied().filter(|it| *it < first_here);
            self.held.entry(key).or_insert(self.found.len());
            self.found.push(stance_of(raw, repeats, about));
        }
        self.remember(sentence, &said);
        // "The union condemns …" leads on to what it says.
        let here = |it: &FoundName| it.span.is_some_and(|it| sentence.whole.contains(it));
        let is_paper = |it: &FoundName| it.words.ends_with("statement");
        let holder = holder.filter(|it| !is_paper(it) && here(it));
        if let Some(name) = holder.filter(|_| said.is_empty() && !sentence.heading) {
            self.speaker = Some(Speaker::new(name, sentence));
        }
    }

    /// Who spoke last, for the sentences that follow.
    fn remember(&mut self, sentence: &Sentence, said: &[Attribution]) {
        if sentence.heading {
            (self.speaker, self.acting) = (None, None);
            return;
        }
        if let Some(index) = first_actor(sentence, sentence.tokens.len())
            && let Some(mention) = sentence.mentions.get(index)
        {
            let name = mention.name(sentence, self.gazetteer);
            self.acting = Some(Speaker::new(name, sentence));
        } else if let Some(acting) = &mut self.acting {
            acting.age += 1;
        }
        let mut aloud = said.iter().rev().filter(|it| !is_aside(sentence, 0, it.at));
        let last = aloud.find_map(|it| match it.who {
            Who::Mention(index) => {
                let mention = sentence.mentions.get(index)?;
                (!is_paper(sentence, mention)).then_some((it, mention))
            }
            Who::Same => None,
        });
        if let Some((at, mention)) = last {
            let name = self.in_full(mention.name(sentence, self.gazetteer));
            let name = self.resolved(sentence, name);
            // "There are 80 wounded. …, the ministry said": the speaker is named at the end.
            if at.trailing && sentence.paragraph == self.paragraph {
                self.fill_pending(&name);
                self.give_quotation(&name);
            }
            self.pending.clear();
            self.quoted.clear();
            self.speaker = Some(Speaker::new(name, sentence));
        } else if let Some(name) = own_subject(sentence, said, self.gazetteer) {
            self.speaker = Some(Speaker::new(name, sentence));
        } else if let Some(same) = said.iter().rev().find(|it| it.who == Who::Same)
            && let Some(speaker) = &mut self.speaker
        {
            (speaker.paragraph, speaker.age) = (sentence.paragraph, 0);
            if same.trailing {
                let name = speaker.name.clone();
                self.fill_pending(&name);
            }
        }
    }

    /// Gives the claims of this paragraph that nobody says to who is named after them.
    fn fill_pending(&mut self, name: &FoundName) {
        for index in std::mem::take(&mut self.pending) {
            if let Some(Found::Claim(claim)) = self.found.get_mut(index).map(|it| &mut it.found)
                && claim.claimant.is_none()
            {
                claim.claimant = Some(name.clone());
            }
        }
    }

    /// Gives the claims of a quotation that began in a sentence before to who is named behind it, whoever spoke before.
    fn give_quotation(&mut self, name: &FoundName) {
        for index in std::mem::take(&mut self.quoted) {
            let Some(suggestion) = self.found.get_mut(index) else { continue };
            if let Found::Claim(claim) = &mut suggestion.found {
                claim.claimant = Some(name.clone());
                let own = suggestion.because.split("; goes on from").next().unwrap_or_default();
                suggestion.because = format!("{own}; said by ‘{}’", name.words);
            }
        }
    }

    /// By place, links kept.
    pub fn finish(mut self) -> Vec<Suggestion> {
        self.conclude_sides();
        self.settle_regions();
        let mut order: Vec<usize> = (0..self.found.len()).collect();
        order.sort_by_key(|at| (self.found[*at].span.start(), self.found[*at].span.end(), *at));
        let mut place = vec![0; order.len()];
        for (new, old) in order.iter().enumerate() {
            place[*old] = new;
        }
        let mut sorted: Vec<Option<Suggestion>> = self.found.into_iter().map(Some).collect();
        let moved = |mut it: Suggestion| {
            match &mut it.found {
                Found::Claim(claim) => {
                    claim.part_of = claim.part_of.map(|at| place[at]);
                    claim.repeats = claim.repeats.map(|at| place[at]);
                }
                Found::Stance(stance) => stance.repeats = stance.repeats.map(|at| place[at]),
            }
            it
        };
        order.iter().filter_map(|at| sorted[*at].take()).map(moved).collect()
    }
}

/// Time and event of a claim or stance.
pub(super) struct About {
    as_of: Option<When>,
    incident: Option<String>,
}

fn stance_of(raw: RawStance, repeats: Option<usize>, about: About) -> Suggestion {
    let stance = FoundStance {
        actor: raw.actor,
        position: raw.position,
        target: raw.target,
        past: raw.past,
        speech: raw.speech,
        repeats,
        as_of: about.as_of,
        incident: about.incident,
    };
    let found = Found::Stance(stance);
    let (score, rule, because) = (in_hundredths(raw.score), raw.rule, raw.because);
    Suggestion { span: raw.span, score, rule, because, found }
}

/// "In an interview with the paper last week, she said": what the paragraph tells was said then.
fn is_bygone(sentence: &Sentence) -> bool {
    const TALKS: &[&str] = &["interview", "speech", "call", "letter", "statement", "meeting"];
    let opens = matches!(sentence.word(0), "in" | "during") && sentence.any(1, 5, TALKS);
    let then = |at| {
        sentence.word(at) == "last"
            && matches!(sentence.word(at + 1), "week" | "month" | "year" | "summer" | "spring")
    };
    opens && (3..14).any(then)
}

/// A score as it is shown, so that "at least 0.77" holds for what reads 0.77.
fn in_hundredths(score: f32) -> f32 {
    (score * 100.0).round() / 100.0
}

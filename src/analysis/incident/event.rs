//! Owns the event that an article is about, as its title or first sentences tell: who launched what, and where. Only what
//! is told in so many words; other articles are about no event of a name.

use super::super::gazetteer::Gazetteer;
use super::super::mentions::Mention;
use super::super::numbers::is_month;
use super::super::sentence::Sentence;
use super::super::suggestion::{Found, FoundName, Suggestion};
use super::super::tokens::{Kind, pieces};
use crate::base::words::{ActorKind, Position};
use crate::base::{Span, When};
use crate::corpus::Article;

/// A military undertaking that an article is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MainEvent {
    /// "offensive", "military operation".
    noun: String,
    /// Main name of who launched it.
    by: String,
    /// Main name of where, if the same sentence tells.
    place: Option<String>,
    printed: Option<When>,
}

/// What such an undertaking is called. All of them may be words for the same one.
const NOUNS: &[&str] =
    &["offensive", "operation", "attack", "assault", "invasion", "incursion", "onslaught"];

/// What else is said of it.
const DEEDS: &[&str] = &[
    "aggression",
    "hostilities",
    "escalation",
    "fighting",
    "strikes",
    "shelling",
    "force",
    "actions",
    "action",
    "operations",
    "measures",
];

/// What leads from a text to an undertaking that its reader knows of.
const KNOWN: &[&str] = &["the", "this", "its", "military"];

/// Sentences of the text in which the event may be told first.
const LEAD: usize = 3;

/// Days between two reports of one event.
const DAYS: i32 = 3;

/// The event that an article is about; none where its title and first sentences tell of none, or of an older one.
pub fn main_event(article: &Article, gazetteer: &Gazetteer) -> Option<MainEvent> {
    let title = article.metadata.title.as_ref().map(|it| it.value.as_str());
    let printed = article.metadata.published.as_ref().map(|it| it.value.clone());
    let read = |text: &str, span: Span| {
        let piece = pieces(text, span).first().copied()?;
        let hits = gazetteer.find_in(text, piece);
        told(&Sentence::read(text, piece, &hits), gazetteer)
    };
    let of_title = title.and_then(|it| read(it, Span::new(0, it.len())));
    let lead = article.sentences.iter().filter(|it| !article.is_furniture(**it)).take(LEAD);
    let mut of_lead = lead.filter_map(|it| read(&article.text, *it));
    let (noun, by, place) = match of_title {
        // "X launches offensive": where, the text may tell.
        Some((noun, by, None)) => {
            let place = of_lead.find(|it| it.1 == by).and_then(|it| it.2);
            (noun, by, place)
        }
        Some(all) => all,
        None => of_lead.next()?,
    };
    Some(MainEvent { noun, by, place, printed })
}

fn days_apart(one: &When, two: &When) -> i32 {
    one.start.date().since(two.start.date()).map_or(i32::MAX, |it| it.get_days().abs())
}

type Told = (String, String, Option<String>);

/// The undertaking that a sentence tells of: "Chad launched a raid in Libya", "Chad’s operation in Libya".
fn told(sentence: &Sentence, gazetteer: &Gazetteer) -> Option<Told> {
    let noun = (0..sentence.tokens.len()).find(|at| NOUNS.contains(&sentence.word(*at)))?;
    let doer = sentence.mentions.iter().rev().filter(|it| it.end <= noun).find(|it| {
        let between = it.end..noun;
        let launched = between.clone().any(|at| is_launch(sentence, at));
        let near = between.len() <= if launched { 12 } else { 4 };
        let cut =
            between.clone().any(|at| matches!(sentence.word(at), "," | ";" | "." | "against"));
        let owns = sentence.tokens.get(it.end).is_some_and(|it| it.kind == Kind::Possessive);
        near && !cut && (launched && !it.modifier || owns)
    })?;
    let by = body(sentence, doer, gazetteer)?;
    let place = (noun + 1..noun + 4)
        .find(|at| matches!(sentence.word(*at), "in" | "on" | "against"))
        .and_then(|at| sentence.mentions.iter().find(|it| at < it.start && it.start <= at + 3))
        .and_then(|it| it.entries.last())
        .and_then(|(entry, _)| gazetteer.entry(*entry))
        .filter(|it| it.kind == ActorKind::State && it.name != by);
    let military = sentence.before(noun) == "military";
    let noun = format!("{}{}", if military { "military " } else { "" }, sentence.word(noun));
    Some((noun, by, place.map(|it| it.name.clone())))
}

fn is_launch(sentence: &Sentence, at: usize) -> bool {
    const VERBS: &[&str] =
        &["launch", "begin", "began", "begun", "start", "open", "mount", "announce"];
    let word = sentence.word(at);
    VERBS.iter().any(|it| {
        word.strip_prefix(it).is_some_and(|rest| matches!(rest, "" | "s" | "d" | "ed" | "es"))
    })
}

/// The main name of a state or group.
fn body(sentence: &Sentence, mention: &Mention, gazetteer: &Gazetteer) -> Option<String> {
    let entry = mention.entry(sentence, gazetteer).and_then(|it| gazetteer.entry(it))?;
    (entry.kind != ActorKind::Person).then(|| entry.name.clone())
}

impl MainEvent {
    /// Whether two articles are about the same: launched by the same, nowhere else, within some days. Where one is not
    /// dated, both must name the same place.
    pub fn is_also(&self, other: &MainEvent) -> bool {
        let dated = self.printed.is_some() && other.printed.is_some();
        !self.excludes(other) && (dated || self.place.is_some() && self.place == other.place)
    }

    /// Whether two articles cannot be about the same. An attack may be one of many, so that two are told apart by the day;
    /// an offensive goes on.
    pub fn excludes(&self, other: &MainEvent) -> bool {
        let lasts = |it: &MainEvent| !matches!(it.noun.as_str(), "attack" | "assault");
        let days = if lasts(self) || lasts(other) { DAYS } else { 0 };
        let far = match (&self.printed, &other.printed) {
            (Some(one), Some(two)) => days_apart(one, two) > days,
            _ => false,
        };
        let apart = self.place.is_some() && other.place.is_some() && self.place != other.place;
        self.by != other.by || far || apart
    }

    /// Whether an article that tells of no event in its first sentences is about this one: of the same days, it names who
    /// launched it and where, and speaks of "the operation".
    pub fn is_meant(&self, article: &Article, gazetteer: &Gazetteer) -> bool {
        let Some(place) = &self.place else { return false };
        let other = article.metadata.published.as_ref().map(|it| &it.value);
        let near = match (&self.printed, other) {
            (Some(one), Some(two)) => days_apart(one, two) <= DAYS,
            _ => true,
        };
        let lower = article.text.to_lowercase();
        let mut words = lower.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
        let mut last = "";
        let known = words.any(|it| {
            let known = NOUNS.contains(&it) && KNOWN.contains(&last);
            last = it;
            known
        });
        if !near || !known {
            return false;
        }
        let hits = gazetteer.find(&article.text);
        let names = |name: &str| {
            hits.iter().any(|it| gazetteer.entry(it.entry).is_some_and(|it| it.name == name))
        };
        names(&self.by) && names(place)
    }

    /// The day of the report, as "10 October 2022".
    pub fn day(&self) -> Option<String> {
        Some(self.printed.as_ref()?.start.strftime("%-d %B %Y").to_string())
    }

    /// Whether a name of an incident is likely that of this: "the offensive in Libya".
    pub fn goes_by(&self, name: &str) -> bool {
        let of = [Some(&self.by), self.place.as_ref()];
        let told = of.into_iter().flatten().any(|it| name.contains(it.as_str()));
        told && NOUNS.iter().any(|it| name.contains(it))
    }

    /// A name for what several articles are about: the noun and the place that most give it, of equally many the first.
    pub fn name(all: &[&MainEvent]) -> Option<String> {
        let most = |of: &dyn Fn(&MainEvent) -> Option<String>| {
            let words: Vec<String> = all.iter().filter_map(|it| of(it)).collect();
            let count = |word: &String| words.iter().filter(|it| *it == word).count();
            let top = words.iter().map(count).max()?;
            words.iter().find(|it| count(it) == top).cloned()
        };
        let noun = most(&|it| Some(it.noun.clone()))?;
        let by = &all.first()?.by;
        Some(match most(&|it| it.place.clone()) {
            Some(place) => format!("the {noun} in {place}"),
            None => format!("{by}’s {noun}"),
        })
    }

    /// Whether a suggestion without an incident of its own is about this event, in a sentence of the article. A stance only
    /// where its words speak of the event, or of settling it now.
    pub fn holds(&self, found: &Suggestion, quote: &str, sentence: &str) -> bool {
        let before = sentence.find(quote).and_then(|it| sentence.get(..it)).unwrap_or_default();
        let sentence = Sentence::alone(sentence, Span::new(0, sentence.len()));
        let says = |words: &[&str]| sentence.any(0, sentence.tokens.len(), words);
        match &found.found {
            // What the one who launched it accuses others of is a deed of theirs.
            Found::Claim(claim) => {
                let own = |it: &FoundName| it.name.as_ref() == Some(&self.by);
                let accuses = ["accused", "accuses", "accusing"];
                let accused = before.split(' ').any(|it| accuses.contains(&it));
                !(accused && claim.claimant.as_ref().is_some_and(own))
            }
            Found::Stance(stance) => {
                let at = |at: usize| {
                    let earlier = sentence.word(at) == "earlier"
                        && matches!(sentence.word(at + 1), "this" | "in");
                    let month = sentence.before(at) == "in" && is_month(sentence.word(at));
                    earlier || month
                };
                let before = stance.past || (0..sentence.tokens.len()).any(at);
                // "called on the rebels to lay down their arms"
                let demands =
                    matches!(found.rule, "demands-stop" | "demands-surrender" | "must-stop");
                let told = demands || says(NOUNS) || says(DEEDS);
                !before && (told || stance.position == Position::Mediate)
            }
        }
    }
}

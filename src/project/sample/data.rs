//! Owns how the sample's annotations become records of a project: names become ids, quotes become passages.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::SampleError;
use super::shape::{
    Entry, Place, Sample, SampleClaim, SampleIncident, SampleName, SampleStance, Says,
};
use crate::base::words::{Basis, PassageRole, Speech, TimeSource};
use crate::base::{
    ActorId, AnnotationId, ArticleId, CodeId, IdMint, IncidentId, Span, Unknown, When,
};
use crate::corpus::Article;
use crate::project::anchor::passage;
use crate::project::{
    About, Actor, Annotation, Body, Claim, Claimant, Code, Incident, Named, Note, Passage, Side,
    Stamp, Stance, Target,
};
use crate::project::{Edit, Record, State};

/// The one edit that turns a project with the sample's articles into the annotated sample. `articles` are those of the
/// project; `json` is the sample's data.
pub(super) fn annotate(
    json: &[u8],
    state: &State,
    articles: &[(ArticleId, Arc<Article>)],
    mint: &mut IdMint,
    stamp: &Stamp,
) -> Result<Edit, SampleError> {
    let sample: Sample = serde_json::from_slice(json)?;
    let mut edits = vec![Edit::RenameProject(sample.name.clone()), Edit::SetZone(sample.zone)];
    let mut names = Names::new(articles, &sample, mint);
    let first_colour = state.actors().len();
    for (place, actor) in sample.actors.iter().enumerate() {
        edits.push(Edit::Add(Record::Actor(Actor {
            id: names.actor("actors", &actor.name)?,
            name: actor.name.clone(),
            aliases: actor.aliases.clone(),
            kind: actor.kind,
            people: actor.people.clone().unwrap_or_default(),
            belongs_to: names
                .optional(actor.belongs_to.as_deref(), |it, name| it.actor("actors", name))?,
            colour: u16::try_from(first_colour + place).unwrap_or(u16::MAX),
            memo: String::new(),
            unknown: Unknown::default(),
        })));
    }
    for incident in &sample.incidents {
        edits.push(Edit::Add(Record::Incident(incident.record(&names)?)));
    }
    for (place, code) in sample.codes.iter().enumerate() {
        edits.push(Edit::Add(Record::Code(Code {
            id: names.code("codes", &code.name)?,
            name: code.name.clone(),
            parent: names.optional(code.parent.as_deref(), |it, name| it.code("codes", name))?,
            colour: u16::try_from(place).unwrap_or(u16::MAX),
            memo: code.memo.clone(),
            unknown: Unknown::default(),
        })));
    }
    let stamp = Stamp::new(sample.coder.clone(), stamp.at);
    for entry in &sample.annotations {
        edits.push(Edit::Add(Record::Annotation(Arc::new(entry.record(&mut names, &stamp)?))));
    }
    Ok(Edit::Batch { label: "Annotate the sample".to_owned(), edits })
}

/// What the names of the sample's data stand for.
struct Names<'a> {
    articles: BTreeMap<&'a str, (ArticleId, &'a Article)>,
    actors: BTreeMap<&'a str, ActorId>,
    incidents: BTreeMap<&'a str, IncidentId>,
    codes: BTreeMap<&'a str, CodeId>,
    annotations: BTreeMap<&'a str, AnnotationId>,
}

impl<'a> Names<'a> {
    fn new(
        articles: &'a [(ArticleId, Arc<Article>)],
        sample: &'a Sample,
        mint: &mut IdMint,
    ) -> Self {
        let path = |(id, article): &'a (ArticleId, Arc<Article>)| {
            (article.path.as_str(), (*id, &**article))
        };
        Self {
            articles: articles.iter().map(path).collect(),
            actors: sample
                .actors
                .iter()
                .map(|it| (it.name.as_str(), ActorId::mint(mint)))
                .collect(),
            incidents: sample
                .incidents
                .iter()
                .map(|it| (it.name.as_str(), IncidentId::mint(mint)))
                .collect(),
            codes: sample.codes.iter().map(|it| (it.name.as_str(), CodeId::mint(mint))).collect(),
            annotations: sample
                .annotations
                .iter()
                .map(|it| (it.key.as_str(), AnnotationId::mint(mint)))
                .collect(),
        }
    }

    fn actor(&self, key: &str, name: &str) -> Result<ActorId, SampleError> {
        find(&self.actors, key, "the actor", name)
    }

    fn incident(&self, key: &str, name: &str) -> Result<IncidentId, SampleError> {
        find(&self.incidents, key, "the incident", name)
    }

    fn code(&self, key: &str, name: &str) -> Result<CodeId, SampleError> {
        find(&self.codes, key, "the code", name)
    }

    fn annotation(&self, key: &str, name: &str) -> Result<AnnotationId, SampleError> {
        find(&self.annotations, key, "the annotation", name)
    }

    fn optional<T>(
        &self,
        name: Option<&str>,
        find: impl Fn(&Self, &str) -> Result<T, SampleError>,
    ) -> Result<Option<T>, SampleError> {
        name.map(|name| find(self, name)).transpose()
    }

    fn passage(&self, key: &str, role: PassageRole, place: &Place) -> Result<Passage, SampleError> {
        let (id, article) = find(&self.articles, key, "the article", &place.article)?;
        let (start, _) =
            article.text.match_indices(&place.quote).nth(place.nth.saturating_sub(1)).ok_or_else(
                || {
                    let what = format!("the words “{}” in {}", place.quote, place.article);
                    SampleError::Missing { key: key.to_owned(), what }
                },
            )?;
        Ok(passage(id, article, Span::new(start, start + place.quote.len()), role))
    }
}

fn find<T: Copy>(
    all: &BTreeMap<&str, T>,
    key: &str,
    kind: &str,
    name: &str,
) -> Result<T, SampleError> {
    all.get(name).copied().ok_or_else(|| SampleError::Missing {
        key: key.to_owned(),
        what: format!("{kind} {name:?}"),
    })
}

impl SampleIncident {
    fn record(&self, names: &Names<'_>) -> Result<Incident, SampleError> {
        let days = self.when.as_deref().and_then(|days| {
            let (from, to) = days.split_once('/').unwrap_or((days, days));
            Some((from.parse().ok()?, to.parse().ok()?))
        });
        Ok(Incident {
            id: names.incident("incidents", &self.name)?,
            name: self.name.clone(),
            aliases: vec![],
            when: days.map(|(from, to)| When::days(from, to, TimeSource::Hand, "")),
            place: self.place.clone(),
            part_of: names
                .optional(self.part_of.as_deref(), |it, name| it.incident("incidents", name))?,
            memo: String::new(),
            unknown: Unknown::default(),
        })
    }
}

impl Entry {
    fn record(&self, names: &mut Names<'_>, stamp: &Stamp) -> Result<Annotation, SampleError> {
        let key = &self.key;
        let mut passages = vec![names.passage(key, PassageRole::Main, &self.place)?];
        for also in &self.also {
            let article = also.article.as_ref().unwrap_or(&self.place.article).clone();
            let place = Place { article, quote: also.quote.clone(), nth: also.nth };
            passages.push(names.passage(key, also.role, &place)?);
        }
        let body = match &self.says {
            Says::Claim(claim) => Body::Claim(Box::new(claim.record(key, names)?)),
            Says::Stance(stance) => Body::Stance(Box::new(stance.record(key, names)?)),
            Says::Note { codes } => {
                let codes =
                    codes.iter().map(|name| names.code(key, name)).collect::<Result<_, _>>()?;
                Body::Note(Note { codes, unknown: Unknown::default() })
            }
        };
        Ok(Annotation {
            id: names.annotation(key, key)?,
            body,
            passages,
            memo: self.memo.clone(),
            made: stamp.clone(),
            changed: None,
            suggested: None,
            unknown: Unknown::default(),
        })
    }
}

impl SampleName {
    fn named(&self, key: &str, names: &Names<'_>) -> Result<Named, SampleError> {
        let actor = names.optional(self.actor.as_deref(), |it, name| it.actor(key, name))?;
        Ok(Named { actor, words: self.words.clone(), unknown: Unknown::default() })
    }
}

impl SampleClaim {
    fn record(&self, key: &str, names: &Names<'_>) -> Result<Claim, SampleError> {
        let side = self.side.as_ref().map_or(Ok::<_, SampleError>(Side::default()), |side| {
            let Named { actor, words, unknown } = side.named(key, names)?;
            if actor.is_none() && words.is_empty() {
                return Ok(Side::default());
            }
            Ok(Side { actor, words, basis: side.basis.unwrap_or(Basis::Stated), unknown })
        })?;
        let claimant = self.claimant.as_ref().map_or(
            Ok::<_, SampleError>(Claimant::default()),
            |claimant| {
                let Named { actor, words, unknown } = claimant.named(key, names)?;
                let via = claimant.via.as_ref().map(|via| via.named(key, names)).transpose()?;
                let speech = claimant.speech.unwrap_or(Speech::Reported);
                Ok(Claimant { actor, words, speech, via, unknown })
            },
        )?;
        Ok(Claim {
            outcome: self.outcome,
            low: self.low,
            high: self.high,
            qualifier: self.qualifier,
            figure: self.figure.clone(),
            role: self.role,
            demographic: self.demographic,
            side,
            claimant,
            measure: self.measure,
            part_of: names
                .optional(self.part_of.as_deref(), |it, name| it.annotation(key, name))?,
            supersedes: names
                .optional(self.supersedes.as_deref(), |it, name| it.annotation(key, name))?,
            as_of: self.as_of.clone(),
            incident: names
                .optional(self.incident.as_deref(), |it, name| it.incident(key, name))?,
            place: self.place.clone(),
            reliability: self.reliability,
            credibility: self.credibility,
            status: self.status,
            reason: self.reason.clone(),
            unknown: Unknown::default(),
        })
    }
}

impl SampleStance {
    fn record(&self, key: &str, names: &Names<'_>) -> Result<Stance, SampleError> {
        let target =
            self.target.as_ref().map_or(Ok::<_, SampleError>(Target::default()), |target| {
                let actor =
                    names.optional(target.actor.as_deref(), |it, name| it.actor(key, name))?;
                let incident = names
                    .optional(target.incident.as_deref(), |it, name| it.incident(key, name))?;
                let about = actor
                    .map(About::Actor)
                    .or(incident.map(About::Incident))
                    .or(target.topic.clone().map(About::Topic));
                Ok(Target { about, words: target.words.clone(), unknown: Unknown::default() })
            })?;
        Ok(Stance {
            actor: self.actor.named(key, names)?,
            position: self.position,
            target,
            incident: names
                .optional(self.incident.as_deref(), |it, name| it.incident(key, name))?,
            when: self.when.clone(),
            past: self.past,
            speech: self.speech,
            reason: self.reason.clone(),
            unknown: Unknown::default(),
        })
    }
}

//! Owns how suggestions become annotations: one edit that adds the actors and incidents they name and the annotations
//! with their passages. Decides nothing; the caller says which are accepted.

use std::collections::BTreeMap;

use super::anchor::passage;
use super::edit::{Edit, Record};
use super::records::{
    About, Actor, Annotation, Body, Claim, Claimant, Incident, Named, Passage, Side, Stamp, Stance,
    Suggested, Target,
};
use super::state::State;
use crate::analysis::{
    Found, FoundClaim, FoundName, FoundStance, Gazetteer, GazetteerEntry, Suggestion,
};
use crate::base::words::{
    ActorKind, Credibility, PassageRole, Reliability, Speech, Status, TimeSource,
};
use crate::base::{ActorId, AnnotationId, ArticleId, IdMint, IncidentId, Unknown, When};
use crate::corpus::Article;

/// Suggestions of one article and which of them are accepted.
#[derive(Debug, Clone, Copy)]
pub struct Choice<'a> {
    pub article: ArticleId,
    pub text: &'a Article,
    /// All of the article, since they name each other by index.
    pub all: &'a [Suggestion],
    /// Indices into `all`, ascending; others are left.
    pub chosen: &'a [usize],
}

/// One step that adds what is chosen. A suggestion that repeats a chosen or accepted one becomes a passage of it; what
/// the first leaves open (claimant, side, time) is filled from its repeats.
pub fn accept(
    state: &State,
    choices: &[Choice],
    gazetteer: &Gazetteer,
    mint: &mut IdMint,
    stamp: &Stamp,
) -> Edit {
    let mut names = Names::new(state, gazetteer);
    let mut annotations: Vec<Annotation> = vec![];
    let mut attached = vec![];
    let mut count = 0usize;
    for choice in choices {
        // The annotation, as its place among the new ones, of each suggestion.
        let mut places: BTreeMap<usize, usize> = BTreeMap::new();
        for &index in choice.chosen {
            let Some(suggestion) = choice.all.get(index) else { continue };
            count += 1;
            let first = repeats(suggestion);
            if let Some(place) = first.and_then(|first| places.get(&first).copied())
                && let Some(known) = annotations.get_mut(place)
            {
                let role = PassageRole::Repeat;
                known.passages.push(passage(choice.article, choice.text, suggestion.span, role));
                fill(known, suggestion, &mut names, mint);
                places.insert(index, place);
                continue;
            }
            if let Some(annotation) = first.and_then(|first| accepted(state, choice, first)) {
                let role = PassageRole::Repeat;
                let passage = passage(choice.article, choice.text, suggestion.span, role);
                attached.push(Edit::Attach { annotation, passage });
                continue;
            }
            places.insert(index, annotations.len());
            // Later repeats of an unchosen first are repeats of this one.
            if let Some(first) = first {
                places.entry(first).or_insert(annotations.len());
            }
            let whole = part_of(suggestion).and_then(|whole| {
                let known = places.get(&whole).and_then(|place| annotations.get(*place));
                known.map(|it| it.id).or_else(|| accepted(state, choice, whole))
            });
            let main = passage(choice.article, choice.text, suggestion.span, PassageRole::Main);
            annotations.push(annotation(suggestion, main, whole, &mut names, mint, stamp));
        }
    }
    let mut edits = vec![];
    edits.extend(names.actors.into_iter().map(|it| Edit::Add(Record::Actor(it))));
    edits.extend(names.incidents.into_iter().map(|it| Edit::Add(Record::Incident(it))));
    edits.extend(annotations.into_iter().map(|it| Edit::Add(Record::Annotation(Box::new(it)))));
    edits.extend(attached);
    let plural = if count == 1 { "suggestion" } else { "suggestions" };
    Edit::Batch { label: format!("Accept {count} {plural}"), edits }
}

fn repeats(suggestion: &Suggestion) -> Option<usize> {
    match &suggestion.found {
        Found::Claim(claim) => claim.repeats,
        Found::Stance(_) => None,
    }
}

fn part_of(suggestion: &Suggestion) -> Option<usize> {
    match &suggestion.found {
        Found::Claim(claim) => claim.part_of,
        Found::Stance(_) => None,
    }
}

/// The annotation that was made from a suggestion before: a claim of the same figure with a passage at its place.
fn accepted(state: &State, choice: &Choice, index: usize) -> Option<AnnotationId> {
    let suggestion = choice.all.get(index)?;
    let Found::Claim(found) = &suggestion.found else { return None };
    let at = passage(choice.article, choice.text, suggestion.span, PassageRole::Main);
    let here = |it: &Passage| it.article == at.article && it.start < at.end && at.start < it.end;
    let same = |it: &&Annotation| {
        let claim = it.claim();
        claim.is_some_and(|it| it.outcome == found.outcome && it.low == found.figure.low)
            && it.passages.iter().any(here)
    };
    state.annotations().values().find(same).map(|it| it.id)
}

fn annotation(
    suggestion: &Suggestion,
    main: Passage,
    whole: Option<AnnotationId>,
    names: &mut Names,
    mint: &mut IdMint,
    stamp: &Stamp,
) -> Annotation {
    let body = match &suggestion.found {
        Found::Claim(found) => Body::Claim(Box::new(claim(found, whole, names, mint))),
        Found::Stance(found) => Body::Stance(Box::new(stance(found, names, mint))),
    };
    let (rule, score) = (suggestion.rule.to_owned(), suggestion.score);
    Annotation {
        id: AnnotationId::mint(mint),
        body,
        passages: vec![main],
        memo: String::new(),
        made: stamp.clone(),
        changed: None,
        suggested: Some(Suggested { rule, score, unknown: Unknown::default() }),
        unknown: Unknown::default(),
    }
}

fn claim(
    found: &FoundClaim,
    part_of: Option<AnnotationId>,
    names: &mut Names,
    mint: &mut IdMint,
) -> Claim {
    Claim {
        outcome: found.outcome,
        low: found.figure.low,
        high: found.figure.high,
        qualifier: found.figure.qualifier,
        figure: found.figure.words.clone(),
        role: found.role,
        demographic: found.demographic,
        side: side(found, names, mint),
        claimant: claimant(found, names, mint),
        measure: found.measure,
        part_of,
        supersedes: None,
        as_of: own_time(found.as_of.as_ref()),
        incident: found.incident.as_ref().map(|it| names.incident(it, mint)),
        place: String::new(),
        reliability: Reliability::F,
        credibility: Credibility::NotJudged,
        status: Status::Pending,
        reason: String::new(),
        unknown: Unknown::default(),
    }
}

fn side(found: &FoundClaim, names: &mut Names, mint: &mut IdMint) -> Side {
    let Some((name, basis)) = &found.side else { return Side::default() };
    let (actor, words) = (names.actor(name, mint), name.words.clone());
    Side { actor, words, basis: *basis, ..Side::default() }
}

fn claimant(found: &FoundClaim, names: &mut Names, mint: &mut IdMint) -> Claimant {
    let Some(name) = &found.claimant else { return Claimant::default() };
    let (actor, words) = (names.actor(name, mint), name.words.clone());
    let via = found.via.as_ref().map(|it| names.named(it, mint));
    Claimant { actor, words, speech: found.speech, via, unknown: Unknown::default() }
}

fn stance(found: &FoundStance, names: &mut Names, mint: &mut IdMint) -> Stance {
    let target = found.target.as_ref().map(|it| {
        let about = names.actor(it, mint).map(About::Actor);
        Target { about, words: it.words.clone(), unknown: Unknown::default() }
    });
    Stance {
        actor: names.named(&found.actor, mint),
        position: found.position,
        target: target.unwrap_or_default(),
        incident: found.incident.as_ref().map(|it| names.incident(it, mint)),
        when: own_time(found.as_of.as_ref()),
        past: found.past,
        speech: found.speech,
        reason: String::new(),
        unknown: Unknown::default(),
    }
}

/// What a repeat knows and the first leaves open.
fn fill(known: &mut Annotation, repeat: &Suggestion, names: &mut Names, mint: &mut IdMint) {
    let (Body::Claim(claim), Found::Claim(found)) = (&mut known.body, &repeat.found) else {
        return;
    };
    if claim.claimant.is_none() {
        claim.claimant = claimant(found, names, mint);
    }
    if claim.side.is_none() {
        claim.side = side(found, names, mint);
    }
    if claim.as_of.is_none() {
        claim.as_of = own_time(found.as_of.as_ref());
    }
    if claim.claimant.actor.is_some() && found.speech == Speech::Direct {
        claim.claimant.speech = Speech::Direct;
    }
}

/// The time of printing is not kept with a claim: views take it from the article, where it may be corrected.
fn own_time(when: Option<&When>) -> Option<When> {
    when.filter(|it| it.source != TimeSource::Publication).cloned()
}

/// Actors and incidents of the state and those to be added.
struct Names<'a> {
    state: &'a State,
    gazetteer: &'a Gazetteer,
    actors: Vec<Actor>,
    incidents: Vec<Incident>,
    colour: u16,
}

impl<'a> Names<'a> {
    fn new(state: &'a State, gazetteer: &'a Gazetteer) -> Self {
        let used = state.actors().values().map(|it| it.colour).max();
        let colour = used.map_or(0, |it| it.saturating_add(1));
        Self { state, gazetteer, actors: vec![], incidents: vec![], colour }
    }

    fn named(&mut self, name: &FoundName, mint: &mut IdMint) -> Named {
        let (actor, words) = (self.actor(name, mint), name.words.clone());
        Named { actor, words, unknown: Unknown::default() }
    }

    /// The actor of a name, added if it is one the gazetteer knows or a proper name; a common noun such as "the
    /// ministry" stays words alone.
    fn actor(&mut self, name: &FoundName, mint: &mut IdMint) -> Option<ActorId> {
        let words = bare(&name.words);
        if let Some(main) = &name.name {
            let entry = self.gazetteer.named(main).cloned();
            let entry = entry.unwrap_or_else(|| plain(main, ActorKind::Other));
            // Of "Prime Minister X" the name alone is an alias.
            let name = entry
                .aliases
                .iter()
                .find(|it| entry.kind == ActorKind::Person && words.ends_with(it.as_str()));
            let printed = name.map_or(words, String::as_str);
            return Some(self.of_entry(&entry, Some(printed), mint));
        }
        if let Some(known) = self.known(words) {
            return Some(known);
        }
        let kind = kind(words)?;
        Some(self.of_entry(&plain(words, kind), None, mint))
    }

    /// An actor of the state or among the new ones that goes by `words`, or by the surname that they are.
    fn known(&self, words: &str) -> Option<ActorId> {
        if let Some(actor) = self.state.actor_named(words) {
            return Some(actor.id);
        }
        let lower = words.to_lowercase();
        let all = || self.state.actors().values().chain(&self.actors);
        let is = |it: &&Actor| {
            it.name.to_lowercase() == lower
                || it.aliases.iter().any(|it| it.to_lowercase() == lower)
        };
        let surname = |it: &&Actor| {
            it.kind == ActorKind::Person
                && !words.contains(' ')
                && it.name.rsplit(' ').next() == Some(words)
        };
        all().find(is).or_else(|| all().find(surname)).map(|it| it.id)
    }

    fn of_entry(
        &mut self,
        entry: &GazetteerEntry,
        printed: Option<&str>,
        mint: &mut IdMint,
    ) -> ActorId {
        if let Some(id) = self.known(&entry.name) {
            self.print(id, printed);
            return id;
        }
        let owner = entry.belongs_to.as_ref().and_then(|it| self.gazetteer.named(it).cloned());
        let belongs_to = owner.map(|owner| match self.known(&owner.name) {
            Some(id) => id,
            // One level: who owns the owner is added when the text names it.
            None => self.add(&owner, None, mint),
        });
        let id = self.add(entry, belongs_to, mint);
        self.print(id, printed);
        id
    }

    fn add(
        &mut self,
        entry: &GazetteerEntry,
        belongs_to: Option<ActorId>,
        mint: &mut IdMint,
    ) -> ActorId {
        let id = ActorId::mint(mint);
        self.actors.push(Actor {
            id,
            name: entry.name.clone(),
            aliases: vec![],
            kind: entry.kind,
            people: entry.people.clone(),
            belongs_to,
            colour: self.colour,
            memo: String::new(),
            unknown: Unknown::default(),
        });
        self.colour = self.colour.saturating_add(1);
        id
    }

    /// Keeps the printed words as an alias of a new actor.
    fn print(&mut self, id: ActorId, printed: Option<&str>) {
        let Some(words) = printed.filter(|it| it.chars().next().is_some_and(char::is_uppercase))
        else {
            return;
        };
        let taken = self.state.actor_named(words).is_some();
        if let Some(actor) = self.actors.iter_mut().find(|it| it.id == id)
            && !taken
            && !words.ends_with(actor.name.as_str())
            && actor.people != words
            && !actor.aliases.iter().any(|it| it == words)
        {
            actor.aliases.push(words.to_owned());
        }
    }

    fn incident(&mut self, name: &str, mint: &mut IdMint) -> IncidentId {
        if let Some(known) = self.state.incident_named(name) {
            return known.id;
        }
        if let Some(known) = self.incidents.iter().find(|it| it.name == name) {
            return known.id;
        }
        let id = IncidentId::mint(mint);
        self.incidents.push(Incident {
            id,
            name: name.to_owned(),
            aliases: vec![],
            when: None,
            place: String::new(),
            part_of: None,
            memo: String::new(),
            unknown: Unknown::default(),
        });
        id
    }
}

/// Without the article in front and white space within.
fn bare(words: &str) -> &str {
    let words = words.trim();
    let rest =
        ["The ", "the ", "A ", "a ", "An ", "an "].iter().find_map(|it| words.strip_prefix(it));
    rest.unwrap_or(words)
}

fn plain(name: &str, kind: ActorKind) -> GazetteerEntry {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    GazetteerEntry {
        name,
        kind,
        people: String::new(),
        belongs_to: None,
        aliases: vec![],
        adjectives: vec![],
    }
}

/// What kind of actor a name is that the gazetteer does not know; none for a common noun.
fn kind(words: &str) -> Option<ActorKind> {
    const GROUPS: &[&str] = &["separatists", "rebels", "militants", "insurgents", "guerrillas"];
    const OFFICES: &[&str] = &[
        "minister",
        "ministry",
        "president",
        "government",
        "army",
        "police",
        "ombudsman",
        "spokesman",
        "spokesperson",
        "secretary",
        "affairs",
        "officials",
        "authorities",
        "defense",
        "defence",
    ];
    let all: Vec<&str> = words.split_whitespace().collect();
    if all.iter().all(|it| {
        let lower = it.to_lowercase();
        lower.len() < 4
            || OFFICES.contains(&lower.as_str())
            || ["foreign", "prime", "health", "interior"].contains(&lower.as_str())
    }) {
        return None;
    }
    let capital = |it: &&&str| it.chars().next().is_some_and(char::is_uppercase);
    let capitals = all.iter().filter(capital).count();
    if all.last().is_some_and(|it| GROUPS.contains(&it.to_lowercase().as_str())) {
        return Some(ActorKind::ArmedGroup);
    }
    match all.len() {
        2..=4 if capitals == all.len() => Some(ActorKind::Person),
        2.. if capitals * 2 > all.len() => Some(ActorKind::Organisation),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Context, suggest};
    use crate::base::words::Outcome;
    use crate::base::{Span, TextIndex};
    use crate::corpus::{Hash, Metadata};
    use crate::project::{ArticleRecord, Root, apply};

    fn article(text: &str) -> Article {
        let mut at = 0;
        let mut lines = vec![];
        for line in text.split_inclusive('\n') {
            lines.push(Span::new(at, at + line.len()).trimmed(text));
            at += line.len();
        }
        Article {
            path: "a.txt".to_owned(),
            text: text.to_owned(),
            text_hash: Hash::of(text.as_bytes()),
            file_hash: Hash::of(text.as_bytes()),
            metadata: Metadata::default(),
            paragraphs: lines.clone(),
            sentences: lines,
            furniture: vec![],
            index: TextIndex::new(text),
        }
    }

    #[test]
    fn the_headline_becomes_a_second_passage_and_the_part_names_its_whole() {
        let text = article(
            "At least 12 dead in market strike\n\
             At least 12 people, including three children, were killed, the Libyan health ministry said.\n\
             Norway condemned the strike.",
        );
        let all = suggest(&text, Gazetteer::bundled(), &Context::default());
        let chosen: Vec<usize> = (0..all.len()).collect();
        let article = ArticleId(uuid::Uuid::nil());
        let choice = Choice { article, text: &text, all: &all, chosen: &chosen };
        let stamp = Stamp {
            coder: String::new(),
            at: jiff::Timestamp::UNIX_EPOCH,
            unknown: Unknown::default(),
        };
        let mut state = State::default();
        let mut mint = IdMint::seeded("test");
        let edit = accept(&state, &[choice], Gazetteer::bundled(), &mut mint, &stamp);
        let Edit::Batch { label, edits } = &edit else { panic!("one step") };
        assert_eq!(label, "Accept 4 suggestions");
        let annotations: Vec<&Annotation> = edits
            .iter()
            .filter_map(|it| match it {
                Edit::Add(Record::Annotation(it)) => Some(&**it),
                _ => None,
            })
            .collect();
        let whole = annotations[0].claim().unwrap();
        assert_eq!((whole.outcome, whole.low, whole.high), (Outcome::Killed, 12, None));
        assert_eq!(annotations[0].passages.len(), 2);
        assert_eq!(whole.claimant.words, "the Libyan health ministry");
        let part = annotations[1].claim().unwrap();
        assert_eq!((part.low, part.part_of), (3, Some(annotations[0].id)));
        let names: Vec<_> = edits
            .iter()
            .filter_map(|it| match it {
                Edit::Add(Record::Actor(it)) => Some(it.name.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(names, ["Libya", "Norway"]);
        let root = crate::base::RootId(uuid::Uuid::nil());
        let unknown = Unknown::default();
        let before = [
            Record::Root(Root { id: root, path: ".".to_owned(), unknown: unknown.clone() }),
            Record::Article(Box::new(ArticleRecord {
                id: article,
                root,
                path: text.path.clone(),
                text_hash: text.text_hash,
                file_hash: text.file_hash,
                extractor: 1,
                length: text.text.len(),
                metadata: Metadata::default(),
                excluded: false,
                reviewed: false,
                unknown,
            })),
        ];
        for record in before {
            apply(&mut state, &Edit::Add(record), &stamp).unwrap();
        }
        apply(&mut state, &edit, &stamp).unwrap();
        // Once accepted, the later sentence alone becomes a passage of what is there.
        let later: Vec<usize> = (0..all.len()).filter(|it| repeats(&all[*it]).is_some()).collect();
        let choice = Choice { chosen: &later, ..choice };
        let edit = accept(&state, &[choice], Gazetteer::bundled(), &mut mint, &stamp);
        let Edit::Batch { edits, .. } = &edit else { panic!("one step") };
        assert!(matches!(edits[..], [Edit::Attach { .. }]), "{edits:?}");
    }
}

//! Owns the building of a project from the lines of a notation.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use jiff::Timestamp;

use super::clauses::{CLAIM_WORDS, Clauses, Made, STANCE_WORDS, head, join, known, word};
use super::scan::{self, Token, number, tokens};
use super::texts::{Texts, article, lines, texts};
use super::{Built, NotationError};
use crate::base::words::{
    ActorKind, Basis, Credibility, Demographic, Measure, Outcome, PassageRole, Position,
    Provenance, Reliability, Role, Speech, Status, TimeSource,
};
use crate::base::{
    ActorId, AnnotationId, ArticleId, CodeId, DismissalId, IdMint, IncidentId, RootId, Unknown,
    When,
};
use crate::corpus::{EXTRACTOR, Known, Metadata};
use crate::project::anchor;
use crate::project::apply::apply;
use crate::project::edit::{ArticleField, Edit, Record};
use crate::project::records::{
    About, Actor, Annotation, ArticleRecord, Body, Claim, Claimant, Code, Dismissal, Incident,
    Named, Note, Root, Side, Stamp, Stance, Target,
};
use crate::project::state::State;

/// Carries out the lines of `text`.
pub(super) fn build(text: &str) -> Result<Built, NotationError> {
    let mut builder = Builder::new(texts(text)?);
    for (line, text) in lines(text) {
        builder.line(text).map_err(|what| NotationError { line, what })?;
    }
    let Builder { state, edits, texts, keys, articles, .. } = builder;
    let texts =
        articles.into_iter().filter_map(|(path, id)| Some((id, texts.get(&path)?.0.clone())));
    Ok(Built { texts: texts.collect(), state, edits, keys })
}

struct Builder {
    state: State,
    edits: Vec<Edit>,
    mint: IdMint,
    stamp: Stamp,
    texts: Texts,
    /// Quotes of each article that have their annotation.
    used: BTreeMap<String, usize>,
    articles: IndexMap<String, ArticleId>,
    keys: BTreeMap<String, AnnotationId>,
}

impl Builder {
    fn new(texts: Texts) -> Self {
        Self {
            state: State::default(),
            edits: vec![],
            mint: IdMint::seeded("notation"),
            stamp: Stamp::new("AB", Timestamp::UNIX_EPOCH),
            texts,
            used: BTreeMap::new(),
            articles: IndexMap::new(),
            keys: BTreeMap::new(),
        }
    }

    fn edit(&mut self, edit: Edit) -> Made<()> {
        apply(&mut self.state, &edit, &self.stamp).map_err(|error| error.to_string())?;
        self.edits.push(edit);
        Ok(())
    }

    fn add(&mut self, record: Record) -> Made<()> {
        self.edit(Edit::Add(record))
    }

    fn line(&mut self, line: &str) -> Made<()> {
        let (keyword, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let rest = rest.trim();
        match keyword {
            "name" => self.edit(Edit::RenameProject(rest.to_owned())),
            "zone" => self.edit(Edit::SetZone(rest.parse()?)),
            "actor" => self.declare_actor(rest),
            "incident" => self.declare_incident(rest),
            "code" => self.declare_code(rest),
            "article" => self.declare_article(rest),
            "claim" => self.annotation(rest, Self::claim),
            "stance" => self.annotation(rest, Self::stance),
            "note" => self.annotation(rest, Self::note),
            "passage" => self.passage(rest),
            "exclude" => self.set_article(rest, ArticleField::Excluded(true)),
            "reviewed" => self.set_article(rest, ArticleField::Reviewed(true)),
            "dismiss" => self.dismiss(rest),
            other => Err(format!("{other:?} starts no line of the notation")),
        }
    }

    fn declare_actor(&mut self, rest: &str) -> Made<()> {
        let (name, parent, more) = head(rest);
        let belongs_to = parent.map(|parent| self.actor(parent)).transpose()?;
        let mut actor = self.new_actor(name);
        actor.belongs_to = belongs_to;
        for item in more {
            match item.split_once(' ') {
                Some(("people", people)) => actor.people = people.trim().to_owned(),
                Some(("alias", alias)) => actor.aliases.push(alias.trim().to_owned()),
                _ => actor.kind = word::<ActorKind>(item)?,
            }
        }
        self.add(Record::Actor(actor))
    }

    fn declare_incident(&mut self, rest: &str) -> Made<()> {
        let (name, parent, more) = head(rest);
        let part_of = parent.map(|parent| self.incident(parent)).transpose()?;
        let mut incident = self.new_incident(name);
        incident.part_of = part_of;
        for item in more {
            match item.split_once(' ') {
                Some(("when", when)) => {
                    incident.when = Some(scan::time(when.trim(), TimeSource::Stated)?);
                }
                Some(("place", place)) => incident.place = place.trim().to_owned(),
                Some(("alias", alias)) => incident.aliases.push(alias.trim().to_owned()),
                _ => return Err(format!("{item:?} says nothing about an incident")),
            }
        }
        self.add(Record::Incident(incident))
    }

    fn declare_code(&mut self, rest: &str) -> Made<()> {
        let (name, parent, _) = head(rest);
        let parent = parent.map(|parent| self.code(parent)).transpose()?;
        let mut code = self.new_code(name);
        code.parent = parent;
        self.add(Record::Code(code))
    }

    fn declare_article(&mut self, rest: &str) -> Made<()> {
        let mut parts = rest.split('|').map(str::trim);
        let path = parts.next().unwrap_or("");
        if self.articles.contains_key(path) {
            return Err(format!("{path:?} is there already; declare it before its first use"));
        }
        let mut piece = || parts.next().filter(|it| !it.is_empty() && *it != "-");
        let mut metadata = Metadata { outlet: piece().map(known), ..Metadata::default() };
        if let Some(text) = piece() {
            let value = scan::time(text, TimeSource::Stated)?;
            let from = if text.starts_with('~') { Provenance::Guessed } else { Provenance::Stated };
            metadata.published =
                Some(Known { value, from, reason: String::new(), unknown: Unknown::default() });
        }
        metadata.title = piece().map(known);
        metadata.agency = piece().map(known);
        self.new_article(path, metadata).map(drop)
    }

    fn new_article(&mut self, path: &str, metadata: Metadata) -> Made<ArticleId> {
        let root = match self.state.roots().keys().next() {
            Some(root) => *root,
            None => {
                let id = RootId::mint(&mut self.mint);
                self.add(Record::Root(Root {
                    id,
                    path: "articles".into(),
                    unknown: Unknown::default(),
                }))?;
                id
            }
        };
        let id = ArticleId::mint(&mut self.mint);
        let (text, _) =
            self.texts.entry(path.to_owned()).or_insert_with(|| article(path.to_owned(), &[]));
        text.metadata = metadata.clone();
        let record = ArticleRecord {
            id,
            root,
            path: path.to_owned(),
            text_hash: text.text_hash,
            file_hash: text.file_hash,
            extractor: EXTRACTOR,
            length: text.index.code_points(),
            metadata,
            excluded: false,
            reviewed: false,
            unknown: Unknown::default(),
        };
        self.add(Record::Article(Box::new(record)))?;
        self.articles.insert(path.to_owned(), id);
        Ok(id)
    }

    fn article(&mut self, path: &str) -> Made<ArticleId> {
        match self.articles.get(path) {
            Some(id) => Ok(*id),
            None => self.new_article(path, Metadata::default()),
        }
    }

    fn set_article(&mut self, path: &str, to: ArticleField) -> Made<()> {
        let article = self.article(path)?;
        self.edit(Edit::SetArticle { article, to })
    }

    fn dismiss(&mut self, rest: &str) -> Made<()> {
        let tokens = tokens(rest)?;
        let [Token::Word(path), content @ .., Token::Quote(quote)] = tokens.as_slice() else {
            return Err("expected: dismiss ARTICLE CONTENT \"quote\"".into());
        };
        let content = join(content);
        let article = self.article(path)?;
        let id = DismissalId::mint(&mut self.mint);
        let (quote, unknown) = (quote.clone(), Unknown::default());
        self.add(Record::Dismissal(Dismissal { id, article, quote, content, unknown }))
    }

    fn passage(&mut self, rest: &str) -> Made<()> {
        let tokens = tokens(rest)?;
        let [Token::Word(key), Token::Word(role), Token::Word(path), ..] = tokens.as_slice() else {
            return Err("expected: passage KEY ROLE ARTICLE \"quote\"".into());
        };
        let annotation = self.key(key)?;
        let role = word(role)?;
        let passage = self.next_passage(path, role)?;
        self.edit(Edit::Attach { annotation, passage })
    }

    /// The passage of the next quote of an article.
    fn next_passage(
        &mut self,
        path: &str,
        role: PassageRole,
    ) -> Made<crate::project::records::Passage> {
        let article = self.article(path)?;
        let used = self.used.entry(path.to_owned()).or_default();
        let (text, spans) = self.texts.get(path).ok_or("the article has no text")?;
        let span = *spans.get(*used).ok_or("the article has no such quote")?;
        *used += 1;
        Ok(anchor::passage(article, text, span, role))
    }

    fn annotation(
        &mut self,
        rest: &str,
        body: fn(&mut Self, ArticleId, &[Token], &mut String) -> Made<Body>,
    ) -> Made<()> {
        let tokens = tokens(rest)?;
        let [Token::Word(key), Token::Word(path), more @ ..] = tokens.as_slice() else {
            return Err("a key and an article come first".into());
        };
        if self.keys.contains_key(key) {
            return Err(format!("{key:?} is there already"));
        }
        let more = match more {
            [more @ .., Token::Quote(_)] => more,
            more => more,
        };
        let article = self.article(path)?;
        let mut memo = String::new();
        let body = body(self, article, more, &mut memo)?;
        let passages = vec![self.next_passage(path, PassageRole::Main)?];
        let id = AnnotationId::mint(&mut self.mint);
        let made = self.stamp.clone();
        let (changed, suggested, unknown) = (None, None, Unknown::default());
        self.add(Record::Annotation(Box::new(Annotation {
            id,
            body,
            passages,
            memo,
            made,
            changed,
            suggested,
            unknown,
        })))?;
        self.keys.insert(key.clone(), id);
        Ok(())
    }

    fn claim(&mut self, article: ArticleId, tokens: &[Token], memo: &mut String) -> Made<Body> {
        let [Token::Word(outcome), Token::Word(figure), more @ ..] = tokens else {
            return Err("an outcome and a figure follow the article".into());
        };
        let figure = number(figure)?;
        let mut claim = Claim {
            outcome: word::<Outcome>(outcome)?,
            low: figure.low,
            high: figure.high,
            qualifier: figure.qualifier,
            figure: figure.words,
            role: Role::Unspecified,
            demographic: Demographic::Unspecified,
            side: Side::default(),
            claimant: Claimant::default(),
            measure: Measure::Total,
            part_of: None,
            supersedes: None,
            as_of: None,
            incident: None,
            place: String::new(),
            reliability: Reliability::F,
            credibility: Credibility::NotJudged,
            status: Status::Pending,
            reason: String::new(),
            unknown: Unknown::default(),
        };
        let mut clauses = Clauses { tokens: more, keywords: CLAIM_WORDS };
        while let Some(clause) = clauses.next() {
            let (keyword, name) = clause?;
            match keyword {
                "by" => (claim.claimant.actor, claim.claimant.words) = self.named(name)?,
                "via" => {
                    let (actor, words) = self.named(name)?;
                    claim.claimant.via = Some(Named { actor, words, ..Named::default() });
                }
                "side" => (claim.side.actor, claim.side.words) = self.named(name)?,
                "in" => claim.incident = Some(self.incident(&join(name))?),
                "place" => claim.place = join(name),
                "reason" => claim.reason = join(name),
                "memo" => *memo = join(name),
                "direct" => claim.claimant.speech = Speech::Direct,
                "basis" => claim.side.basis = word::<Basis>(&join(name))?,
                "at" => claim.as_of = Some(self.time(article, name)?),
                "part-of" => {
                    claim.part_of = Some(self.key(&join(name))?);
                    if claim.measure == Measure::Total {
                        claim.measure = Measure::Part;
                    }
                }
                "supersedes" => claim.supersedes = Some(self.key(&join(name))?),
                "measure" => claim.measure = word(&join(name))?,
                "status" => claim.status = word(&join(name))?,
                "reliability" => claim.reliability = word(&join(name))?,
                "credibility" => claim.credibility = word(&join(name))?,
                other => match (word::<Role>(other), word::<Demographic>(other)) {
                    (Ok(role), _) => claim.role = role,
                    (_, Ok(demographic)) => claim.demographic = demographic,
                    _ => return Err(format!("{other:?} says nothing about a claim")),
                },
            }
        }
        Ok(Body::Claim(Box::new(claim)))
    }

    fn stance(&mut self, article: ArticleId, tokens: &[Token], memo: &mut String) -> Made<Body> {
        let position = |token: &Token| match token {
            Token::Word(text) => word::<Position>(text).ok(),
            Token::Quote(_) | Token::Printed(_) => None,
        };
        let found = tokens.iter().enumerate().find_map(|(at, token)| Some((at, position(token)?)));
        let (at, position) = found.ok_or("no condemn, support or mediate")?;
        let (actor, words) = self.named(&tokens[..at])?;
        let mut clauses = Clauses { tokens: &tokens[at + 1..], keywords: STANCE_WORDS };
        let mut stance = Stance {
            actor: Named { actor, words, ..Named::default() },
            position,
            target: self.target(clauses.name())?,
            incident: None,
            when: None,
            past: false,
            speech: Speech::Reported,
            reason: String::new(),
            unknown: Unknown::default(),
        };
        while let Some(clause) = clauses.next() {
            let (keyword, name) = clause?;
            match keyword {
                "about" => stance.incident = Some(self.incident(&join(name))?),
                "at" => stance.when = Some(self.time(article, name)?),
                "past" => stance.past = true,
                "direct" => stance.speech = Speech::Direct,
                "reason" => stance.reason = join(name),
                "memo" => *memo = join(name),
                other => return Err(format!("{other:?} says nothing about a stance")),
            }
        }
        Ok(Body::Stance(Box::new(stance)))
    }

    fn note(&mut self, _: ArticleId, tokens: &[Token], _: &mut String) -> Made<Body> {
        let words = join(tokens);
        let names = words.split(',').map(str::trim).filter(|it| !it.is_empty());
        let codes = names.map(|name| self.code(name)).collect::<Made<_>>()?;
        Ok(Body::Note(Note { codes, unknown: Unknown::default() }))
    }

    fn target(&mut self, name: &[Token]) -> Made<Target> {
        let words = join(name);
        let about = if words.is_empty() || matches!(name, [Token::Printed(_)]) {
            None
        } else if let Some(name) = words.strip_prefix("incident:") {
            Some(About::Incident(self.incident(name)?))
        } else if let Some(topic) = words.strip_prefix("topic:") {
            Some(About::Topic(topic.to_owned()))
        } else {
            Some(About::Actor(self.actor(&words)?))
        };
        let printed = words.trim_start_matches("incident:").trim_start_matches("topic:").to_owned();
        Ok(Target { about, words: printed, unknown: Unknown::default() })
    }

    fn time(&self, article: ArticleId, name: &[Token]) -> Made<When> {
        let words = join(name);
        if words == "published" {
            let article = self.state.articles().get(&article);
            let published = article.and_then(|it| it.metadata.published.as_ref());
            let mut when = published.ok_or("the article has no time of publication")?.value.clone();
            when.source = TimeSource::Publication;
            return Ok(when);
        }
        match words.split_once(' ') {
            Some((source, time)) => scan::time(time, word(source)?),
            None => scan::time(&words, TimeSource::Stated),
        }
    }

    fn key(&self, key: &str) -> Made<AnnotationId> {
        self.keys.get(key).copied().ok_or_else(|| format!("no line before has the key {key:?}"))
    }

    /// An actor and the words of its name; the words alone if they stand in parentheses.
    fn named(&mut self, name: &[Token]) -> Made<(Option<ActorId>, String)> {
        let words = join(name);
        match name {
            [] => Err("a name is missing".into()),
            [Token::Printed(_)] => Ok((None, words)),
            _ => Ok((Some(self.actor(&words)?), words)),
        }
    }

    fn actor(&mut self, name: &str) -> Made<ActorId> {
        if let Some(actor) = self.state.actor_named(name) {
            return Ok(actor.id);
        }
        let actor = self.new_actor(name);
        let id = actor.id;
        self.add(Record::Actor(actor)).map(|()| id)
    }

    fn incident(&mut self, name: &str) -> Made<IncidentId> {
        if let Some(incident) = self.state.incident_named(name) {
            return Ok(incident.id);
        }
        let incident = self.new_incident(name);
        let id = incident.id;
        self.add(Record::Incident(incident)).map(|()| id)
    }

    fn code(&mut self, name: &str) -> Made<CodeId> {
        if let Some(code) = self.state.codes().values().find(|code| code.name == name) {
            return Ok(code.id);
        }
        let code = self.new_code(name);
        let id = code.id;
        self.add(Record::Code(code)).map(|()| id)
    }

    fn new_actor(&mut self, name: &str) -> Actor {
        Actor {
            id: ActorId::mint(&mut self.mint),
            name: name.to_owned(),
            aliases: vec![],
            kind: ActorKind::Other,
            people: String::new(),
            belongs_to: None,
            colour: number_of(self.state.actors().len()),
            memo: String::new(),
            unknown: Unknown::default(),
        }
    }

    fn new_incident(&mut self, name: &str) -> Incident {
        Incident {
            id: IncidentId::mint(&mut self.mint),
            name: name.to_owned(),
            aliases: vec![],
            when: None,
            place: String::new(),
            part_of: None,
            memo: String::new(),
            unknown: Unknown::default(),
        }
    }

    fn new_code(&mut self, name: &str) -> Code {
        Code {
            id: CodeId::mint(&mut self.mint),
            name: name.to_owned(),
            parent: None,
            colour: number_of(self.state.codes().len()),
            memo: String::new(),
            unknown: Unknown::default(),
        }
    }
}

/// The colour number of the next record after `count`.
fn number_of(count: usize) -> u16 {
    u16::try_from(count % usize::from(u16::MAX)).unwrap_or_default()
}

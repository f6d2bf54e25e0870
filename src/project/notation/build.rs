//! Owns the building of a project from the lines of a notation: the lines of all kinds, and the records that others
//! name. What annotations say is in `annotations`.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use jiff::Timestamp;

use super::clauses::{Made, head, join, known, word};
use super::scan::{self, Token, tokens};
use super::texts::{Texts, article, lines, texts};
use super::{Built, NotationError};
use crate::base::words::{ActorKind, PassageRole, Provenance, TimeSource};
use crate::base::{
    ActorId, AnnotationId, ArticleId, CodeId, DismissalId, IdMint, IncidentId, RootId, Unknown,
};
use crate::corpus::{EXTRACTOR, Known, Metadata};
use crate::project::anchor;
use crate::project::apply::apply;
use crate::project::edit::{ArticleField, Edit, Record};
use crate::project::records::{Actor, ArticleRecord, Code, Dismissal, Incident, Root, Stamp};
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

pub(super) struct Builder {
    pub(super) state: State,
    edits: Vec<Edit>,
    pub(super) mint: IdMint,
    pub(super) stamp: Stamp,
    texts: Texts,
    /// Quotes of each article that have their annotation.
    used: BTreeMap<String, usize>,
    articles: IndexMap<String, ArticleId>,
    pub(super) keys: BTreeMap<String, AnnotationId>,
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

    pub(super) fn add(&mut self, record: Record) -> Made<()> {
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

    pub(super) fn article(&mut self, path: &str) -> Made<ArticleId> {
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
    pub(super) fn next_passage(
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

    pub(super) fn key(&self, key: &str) -> Made<AnnotationId> {
        self.keys.get(key).copied().ok_or_else(|| format!("no line before has the key {key:?}"))
    }

    /// An actor and the words of its name; the words alone if they stand in parentheses.
    pub(super) fn named(&mut self, name: &[Token]) -> Made<(Option<ActorId>, String)> {
        let words = join(name);
        match name {
            [] => Err("a name is missing".into()),
            [Token::Printed(_)] => Ok((None, words)),
            _ => Ok((Some(self.actor(&words)?), words)),
        }
    }

    pub(super) fn actor(&mut self, name: &str) -> Made<ActorId> {
        if let Some(actor) = self.state.actor_named(name) {
            return Ok(actor.id);
        }
        let actor = self.new_actor(name);
        let id = actor.id;
        self.add(Record::Actor(actor)).map(|()| id)
    }

    pub(super) fn incident(&mut self, name: &str) -> Made<IncidentId> {
        if let Some(incident) = self.state.incident_named(name) {
            return Ok(incident.id);
        }
        let incident = self.new_incident(name);
        let id = incident.id;
        self.add(Record::Incident(incident)).map(|()| id)
    }

    pub(super) fn code(&mut self, name: &str) -> Made<CodeId> {
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

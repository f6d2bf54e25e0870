//! Owns the changes of single fields.

use super::EditError;
use super::keep::Keep as _;
use super::tables::Editor;
use crate::base::words::{PassageRole, Provenance};
use crate::base::{ActorId, AnnotationId, ArticleId, CodeId, IncidentId, RootId};
use crate::corpus::{Known, Metadata};
use crate::project::edit::{
    ActorField, ArticleField, ClaimField, CodeField, IncidentField, StanceField,
};
use crate::project::records::{
    Actor, Annotation, ArticleRecord, Body, Code, Incident, Passage, Root,
};

pub(super) fn move_root(editor: &mut Editor, id: RootId, path: String) -> Result<(), EditError> {
    editor.update(id, |root: &mut Root| {
        root.path = path;
        Ok(())
    })
}

pub(super) fn article(
    editor: &mut Editor,
    id: ArticleId,
    to: ArticleField,
) -> Result<(), EditError> {
    editor.update(id, |article: &mut ArticleRecord| {
        let old = article.metadata.clone();
        let metadata = &mut article.metadata;
        match to {
            ArticleField::Title(to) => metadata.title = to.map(Known::by_hand),
            ArticleField::Outlet(to) => metadata.outlet = to.map(Known::by_hand),
            ArticleField::Agency(to) => metadata.agency = to.map(Known::by_hand),
            ArticleField::Author(to) => metadata.author = to.map(Known::by_hand),
            ArticleField::Url(to) => metadata.url = to.map(Known::by_hand),
            ArticleField::Published(to) => metadata.published = to.map(Known::by_hand),
            ArticleField::Language(to) => metadata.language = to.map(Known::by_hand),
            ArticleField::Excluded(to) => article.excluded = to,
            ArticleField::Reviewed(to) => article.reviewed = to,
            ArticleField::Path(to) => article.path = to,
            ArticleField::Version { text_hash, file_hash, extractor, length, metadata: new } => {
                article.text_hash = text_hash;
                article.file_hash = file_hash;
                article.extractor = extractor;
                article.length = length;
                article.metadata = read_again(&old, *new);
            }
        }
        article.metadata.keep(&old);
        Ok(())
    })
}

/// The metadata of a new version; what was set by hand stays.
fn read_again(old: &Metadata, new: Metadata) -> Metadata {
    fn field<T: Clone>(old: &Option<Known<T>>, new: Option<Known<T>>) -> Option<Known<T>> {
        old.clone().filter(|it| it.from == Provenance::Hand).or(new)
    }
    let Metadata { title, outlet, agency, author, url, published, language, unknown } = new;
    Metadata {
        title: field(&old.title, title),
        outlet: field(&old.outlet, outlet),
        agency: field(&old.agency, agency),
        author: field(&old.author, author),
        url: field(&old.url, url),
        published: field(&old.published, published),
        language: field(&old.language, language),
        unknown,
    }
}

pub(super) fn actor(editor: &mut Editor, id: ActorId, to: ActorField) -> Result<(), EditError> {
    editor.update(id, |actor: &mut Actor| {
        match to {
            ActorField::Name(to) => actor.name = to,
            ActorField::Aliases(to) => actor.aliases = to,
            ActorField::Kind(to) => actor.kind = to,
            ActorField::People(to) => actor.people = to,
            ActorField::BelongsTo(to) => actor.belongs_to = to,
            ActorField::Colour(to) => actor.colour = to,
            ActorField::Memo(to) => actor.memo = to,
        }
        Ok(())
    })
}

pub(super) fn incident(
    editor: &mut Editor,
    id: IncidentId,
    to: IncidentField,
) -> Result<(), EditError> {
    editor.update(id, |incident: &mut Incident| {
        match to {
            IncidentField::Name(to) => incident.name = to,
            IncidentField::Aliases(to) => incident.aliases = to,
            IncidentField::When(to) => {
                let old = std::mem::replace(&mut incident.when, to);
                incident.when.keep(&old);
            }
            IncidentField::Place(to) => incident.place = to,
            IncidentField::PartOf(to) => incident.part_of = to,
            IncidentField::Memo(to) => incident.memo = to,
        }
        Ok(())
    })
}

pub(super) fn code(editor: &mut Editor, id: CodeId, to: CodeField) -> Result<(), EditError> {
    editor.update(id, |code: &mut Code| {
        match to {
            CodeField::Name(to) => code.name = to,
            CodeField::Parent(to) => code.parent = to,
            CodeField::Colour(to) => code.colour = to,
            CodeField::Memo(to) => code.memo = to,
        }
        Ok(())
    })
}

pub(super) fn claim(
    editor: &mut Editor,
    id: AnnotationId,
    to: ClaimField,
) -> Result<(), EditError> {
    editor.update_annotation(id, |annotation| {
        let Body::Claim(claim) = &mut annotation.body else {
            return Err(EditError::Kind { wanted: "a claim", found: kind(annotation) });
        };
        match to {
            ClaimField::Outcome(to) => claim.outcome = to,
            ClaimField::Figure { low, high, qualifier, words } => {
                (claim.low, claim.high) = (low, high);
                (claim.qualifier, claim.figure) = (qualifier, words);
            }
            ClaimField::Role(to) => claim.role = to,
            ClaimField::Demographic(to) => claim.demographic = to,
            ClaimField::Side(to) => claim.side = to,
            ClaimField::Claimant(to) => claim.claimant = to,
            ClaimField::Measure(to) => claim.measure = to,
            ClaimField::PartOf(to) => claim.part_of = to,
            ClaimField::Supersedes(to) => claim.supersedes = to,
            ClaimField::AsOf(to) => claim.as_of = to,
            ClaimField::Incident(to) => claim.incident = to,
            ClaimField::Place(to) => claim.place = to,
            ClaimField::Reliability(to) => claim.reliability = to,
            ClaimField::Credibility(to) => claim.credibility = to,
            ClaimField::Status { status, reason } => {
                (claim.status, claim.reason) = (status, reason);
            }
            ClaimField::All(to) => *claim = to,
        }
        Ok(())
    })
}

pub(super) fn stance(
    editor: &mut Editor,
    id: AnnotationId,
    to: StanceField,
) -> Result<(), EditError> {
    editor.update_annotation(id, |annotation| {
        let Body::Stance(stance) = &mut annotation.body else {
            return Err(EditError::Kind { wanted: "a stance", found: kind(annotation) });
        };
        match to {
            StanceField::Actor(to) => stance.actor = to,
            StanceField::Position(to) => stance.position = to,
            StanceField::Target(to) => stance.target = to,
            StanceField::Incident(to) => stance.incident = to,
            StanceField::When(to) => stance.when = to,
            StanceField::Past(to) => stance.past = to,
            StanceField::Speech(to) => stance.speech = to,
            StanceField::Reason(to) => stance.reason = to,
            StanceField::All(to) => *stance = to,
        }
        Ok(())
    })
}

pub(super) fn codes(
    editor: &mut Editor,
    id: AnnotationId,
    codes: Vec<CodeId>,
) -> Result<(), EditError> {
    editor.update_annotation(id, |annotation| {
        let Body::Note(note) = &mut annotation.body else {
            return Err(EditError::Kind { wanted: "a note", found: kind(annotation) });
        };
        note.codes = codes;
        Ok(())
    })
}

pub(super) fn memo(editor: &mut Editor, id: AnnotationId, memo: String) -> Result<(), EditError> {
    editor.update_annotation(id, |annotation| {
        annotation.memo = memo;
        Ok(())
    })
}

pub(super) fn attach(
    editor: &mut Editor,
    id: AnnotationId,
    passage: Passage,
) -> Result<(), EditError> {
    editor.update_annotation(id, |annotation| {
        annotation.passages.push(passage);
        Ok(())
    })
}

pub(super) fn detach(editor: &mut Editor, id: AnnotationId, at: usize) -> Result<(), EditError> {
    editor.update_annotation(id, |annotation| {
        let passage = annotation.passages.get(at).ok_or(EditError::NoPassage(at))?;
        if passage.role == PassageRole::Main {
            return Err(EditError::MainStays);
        }
        annotation.passages.remove(at);
        Ok(())
    })
}

pub(super) fn set_passage(
    editor: &mut Editor,
    id: AnnotationId,
    at: usize,
    to: Passage,
) -> Result<(), EditError> {
    editor.update_annotation(id, |annotation| {
        let passage = annotation.passages.get_mut(at).ok_or(EditError::NoPassage(at))?;
        let old = std::mem::replace(passage, to);
        passage.keep(&old);
        Ok(())
    })
}

/// As in "the annotation is a note, not a claim".
fn kind(annotation: &Annotation) -> &'static str {
    match annotation.body {
        Body::Claim(_) => "a claim",
        Body::Stance(_) => "a stance",
        Body::Note(_) => "a note",
    }
}

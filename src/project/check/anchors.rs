//! Owns the check of files and anchors: articles that changed, moved or are missing, passages that no longer stand where
//! they were marked.

use super::{Finding, Severity, place_of};
use crate::project::anchor::{Located, locate};
use crate::project::apply::quoted;
use crate::project::binding::Binding;
use crate::project::edit::RecordId;
use crate::project::state::State;

pub(super) fn check(state: &State, texts: &Binding, findings: &mut Vec<Finding>) {
    let path = |id| state.articles.get(id).map_or("article", |it| it.path.as_str());
    for id in &texts.missing {
        findings.push(Finding::review(
            RecordId::Article(*id),
            format!("article {}", path(id)),
            "its file is missing; its annotations and their sentences are kept",
            "bring the file back, or choose where its folder is now",
        ));
    }
    for id in &texts.changed {
        findings.push(Finding::review(
            RecordId::Article(*id),
            format!("article {}", path(id)),
            "its text is not the one that was annotated",
            "look at its annotations, then take over the new version",
        ));
    }
    for id in &texts.moved {
        let now = texts.texts.get(id).map_or("another path", |it| it.path.as_str());
        findings.push(Finding::note(
            RecordId::Article(*id),
            format!("article {}", path(id)),
            format!("its file now stands at {now}"),
            "take over the new path",
        ));
    }
    for (_, article) in &texts.new {
        findings.push(Finding {
            severity: Severity::Note,
            place: format!("article {}", article.path),
            what: "it is in the folder and not in the project".into(),
            hint: "it takes no part until it is added".into(),
            record: None,
        });
    }
    for annotation in state.annotations.values() {
        for passage in &annotation.passages {
            let Some(text) = texts.texts.get(&passage.article) else { continue };
            let (what, hint) = match locate(passage, text) {
                Located::Right(_) => continue,
                Located::Moved(_) => (
                    "moved: the text around it changed, and the quote stands there once",
                    "look at the place and confirm it",
                ),
                Located::Lost => (
                    "lost: the text changed, and the quote is gone or cannot be told from others",
                    "mark it again, or delete it",
                ),
            };
            let what = format!("the passage {} is {what}", quoted(&passage.quote));
            let place = place_of(annotation, state);
            findings.push(Finding::review(RecordId::Annotation(annotation.id), place, what, hint));
        }
    }
}

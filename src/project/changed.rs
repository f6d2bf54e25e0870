//! Owns what is told of a step to whoever keeps something made of the state, so that not all of it is made anew.

use std::sync::Arc;

use indexmap::IndexMap;

use super::edit::{Change, Record, RecordId};
use super::records::Annotation;
use crate::base::AnnotationId;

/// What a step changed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Changed {
    /// The annotations, each as it was before; none where it is a new one.
    pub annotations: IndexMap<AnnotationId, Option<Arc<Annotation>>>,
    /// An annotation that was there before stands at another place among them.
    pub moved: bool,
    /// Folders, articles or the zone are others.
    pub articles: bool,
}

impl Changed {
    /// What was changed, by what takes it back.
    pub(super) fn by(inverse: &[Change]) -> Self {
        let mut changed = Self::default();
        // Of several changes of one annotation the last to be taken back is the first that was made.
        for change in inverse {
            match change {
                Change::Name(_) => {}
                Change::Zone(_) => changed.articles = true,
                Change::Take(RecordId::Annotation(id)) => {
                    changed.annotations.insert(*id, None);
                }
                Change::Put { record: Record::Annotation(old), .. } => {
                    let before = changed.annotations.insert(old.id, Some(Arc::clone(old)));
                    // Deleted and added again, at the end.
                    changed.moved |= before.is_some_and(|it| it.is_none());
                }
                Change::Take(id) => changed.articles |= concerns_articles(*id),
                Change::Put { record, .. } => changed.articles |= concerns_articles(record.id()),
            }
        }
        changed
    }
}

fn concerns_articles(id: RecordId) -> bool {
    match id {
        RecordId::Root(_) | RecordId::Article(_) => true,
        RecordId::Actor(_)
        | RecordId::Incident(_)
        | RecordId::Code(_)
        | RecordId::Annotation(_)
        | RecordId::Dismissal(_) => false,
    }
}

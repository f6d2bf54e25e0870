//! Owns which annotations light up: the one the pointer is over, or all that name what it is over. Found once and kept
//! while neither the pointer nor the project changes.

use std::collections::HashSet;
use std::rc::Rc;

use super::action::Thing;
use super::case::Case;
use super::desk::Lit;
use crate::base::AnnotationId;
use crate::project::{RecordId, names};

/// The annotations that light up in a frame.
#[derive(Debug, Default)]
pub struct Lights {
    of: Option<(Lit, u64)>,
    these: Rc<HashSet<AnnotationId>>,
}

impl Lights {
    pub fn has(&self, annotation: AnnotationId) -> bool {
        self.these.contains(&annotation)
    }

    pub fn is_empty(&self) -> bool {
        self.these.is_empty()
    }

    /// Lights up what `lit` means in the project as it is.
    pub fn turn(&mut self, lit: Option<&Lit>, case: &Case) {
        let Some(lit) = lit else {
            *self = Self::default();
            return;
        };
        if self.of.as_ref().is_some_and(|it| it.0 == *lit && it.1 == case.revision()) {
            return;
        }
        self.these = Rc::new(these(lit, case));
        self.of = Some((lit.clone(), case.revision()));
    }
}

fn these(lit: &Lit, case: &Case) -> HashSet<AnnotationId> {
    let thing = match lit {
        Lit::These(these) => return these.iter().copied().collect(),
        Lit::Thing(Thing::Annotation(id)) => return HashSet::from([*id]),
        Lit::Thing(Thing::Article(_) | Thing::Suggestion(..)) => return HashSet::new(),
        Lit::Thing(Thing::Actor(id)) => RecordId::Actor(*id),
        Lit::Thing(Thing::Incident(id)) => RecordId::Incident(*id),
        Lit::Thing(Thing::Code(id)) => RecordId::Code(*id),
    };
    let named = case.state().annotations().values().filter(|it| names(it, |it| it == thing));
    named.map(|it| it.id).collect()
}

//! Owns how annotations are begun, chosen and committed.

use super::App;
use crate::base::AnnotationId;
use crate::gui::inspector::Kind;

impl App {
    /// Begins an annotation at the selected words.
    pub(super) fn begin(&mut self, _kind: Kind) {}

    /// Chooses an annotation; what was being written is committed first.
    pub(super) fn pick(&mut self, annotation: Option<AnnotationId>) {
        self.desk.picked = annotation;
    }

    pub(super) fn refresh_form(&mut self) {}

    pub(super) fn focus_form(&mut self) {}

    pub(super) fn focus_text(&mut self) {}

    pub(super) fn duplicate(&mut self) {}

    pub(super) fn next_hit(&mut self, _forward: bool) {}
}

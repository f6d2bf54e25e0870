//! Owns how a new annotation is begun: at which words, and with what of them in its form.

use super::App;
use super::form::OpenForm;
use crate::analysis::{Suggestion, prefill};
use crate::base::words::PassageRole;
use crate::base::{ArticleId, Span};
use crate::gui::case::Case;
use crate::gui::inspector::Draft;
use crate::gui::reader::Selection;
use crate::project::{context, passage, says};
use crate::views::EvidenceKind;

impl App {
    /// Begins an annotation at the selected words, or at the sentence of the caret, filled in from them. What was being
    /// written is committed first.
    pub(super) fn begin(&mut self, kind: EvidenceKind) {
        let Some((article, span)) = self.marked_words() else { return };
        // The same words as another kind are the same work begun anew.
        if self.fresh().first() == Some(&(article, span))
            && self.form.as_ref().is_some_and(|it| !it.draft.is_changed())
        {
            self.form = None;
        }
        if !self.settle_form() {
            return;
        }
        let Some(case) = &self.case else { return };
        let Some(text) = case.text(article) else { return };
        let state = case.state();
        let gazetteer = case.gazetteer();
        let here = case.derived().marked(state, article, text);
        let recorded = |it: &Suggestion| {
            let same = here.found.iter().filter(|mark| mark.span.overlaps(it.span));
            same.into_iter().any(|mark| {
                let known = state.annotations().get(&mark.annotation);
                known.is_some_and(|known| says(state, &gazetteer, known, &it.found))
            })
        };
        let filled = prefill(text, span, &gazetteer, &context(state), &recorded);
        let main = passage(article, text, span, PassageRole::Main);
        let draft = Draft::new(kind, main, &filled, state, &gazetteer);
        if let Some(column) = self.desk.active_mut() {
            // It is seen what the form is about.
            column.selection = Some(Selection::of(span));
        }
        self.desk.rest(true);
        self.desk.picked = None;
        self.settings.shows_right = true;
        self.desk.left_first = false;
        self.desk.wants_form = true;
        self.form = Some(OpenForm { draft, takes_focus: true, of: None });
    }

    /// Selected words of the active column.
    pub(super) fn selected(&self) -> Option<(ArticleId, Span)> {
        let column = self.desk.active()?;
        let selection = column.selection?;
        let text = self.case.as_ref()?.text(column.article)?;
        let span = selection.span().trimmed(&text.text);
        (!span.is_empty()).then_some((column.article, span))
    }

    /// What a new annotation would be of: the selected words, else the sentence of the caret.
    pub(super) fn marked_words(&self) -> Option<(ArticleId, Span)> {
        self.selected().or_else(|| {
            let column = self.desk.active()?;
            Some((
                column.article,
                sentence(self.case.as_ref()?, column.article, column.selection?)?,
            ))
        })
    }
}

/// The sentence a caret stands in, or at the end of.
fn sentence(case: &Case, article: ArticleId, caret: Selection) -> Option<Span> {
    let text = case.text(article)?;
    let ended = || caret.head.checked_sub(1).and_then(|it| text.sentence_at(it));
    let span = text.sentence_at(caret.head).or_else(ended)?.trimmed(&text.text);
    (!span.is_empty()).then_some(span)
}

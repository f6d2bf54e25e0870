//! Owns what commands need to know of the window: which make sense now, and what they are called now.

use super::App;
use crate::gui::command::{Command, Needs, Row};
use crate::gui::desk::Face;
use crate::gui::widgets::lower_first;
use crate::views::count;

/// What there is, as of this frame.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Situation {
    pub project: bool,
    /// The step that undo takes back.
    pub undo: Option<String>,
    pub redo: Option<String>,
    /// Open articles, as far as articles are shown.
    pub columns: usize,
    pub face: Face,
    pub split: bool,
    /// A view stands beside the articles.
    pub beside: bool,
    /// The text has the keyboard or could have it, and a caret stands in the active column, so that there is a sentence.
    pub caret: bool,
    /// The selected words could be a further passage of the annotation in the form.
    pub addable: bool,
    /// The keyboard is at an annotation in a view, or a chosen one is in sight.
    pub annotation: bool,
    /// A suggestion is chosen and in sight.
    pub suggestion: bool,
    /// That suggestion was dismissed.
    pub dismissed: bool,
    /// The queue is of what was dismissed.
    pub shows_dismissed: bool,
    /// How many suggestions of the queue would be accepted at once, and from which score on, in hundredths.
    pub acceptable: (usize, u8),
    /// Suggestions are marked where one reads.
    pub marks_suggestions: bool,
    pub left_form: bool,
    pub hits: bool,
    pub back: bool,
    pub forward: bool,
    /// The article in the active column is marked as read, or excluded.
    pub read: bool,
    pub excluded: bool,
}

impl Situation {
    pub fn allows(&self, needs: Needs) -> bool {
        match needs {
            Needs::Nothing => true,
            Needs::Project => self.project,
            Needs::Undo => self.undo.is_some(),
            Needs::Redo => self.redo.is_some(),
            Needs::Column => self.columns > 0,
            Needs::SecondColumn => self.columns > 1,
            Needs::Beside => self.columns + usize::from(self.beside) > 1,
            Needs::Sentence => self.caret,
            Needs::Annotation => self.annotation,
            Needs::Suggestion => self.suggestion,
            Needs::Acceptable => self.acceptable.0 > 0,
            Needs::AnnotationOrSuggestion => self.annotation || self.suggestion,
            Needs::ColumnOrQueue => self.columns > 0 || self.face == Face::Review,
            Needs::SentenceAndAnnotation => self.caret && self.annotation,
            Needs::LeftForm => self.left_form,
            Needs::Hits => self.hits,
            Needs::View => self.face != Face::Read,
            Needs::Figure => matches!(self.face, Face::Casualties | Face::Stances),
            Needs::Back => self.back,
            Needs::Forward => self.forward,
        }
    }

    /// What a command is called now: undo and redo name their step.
    pub fn name(&self, row: &Row) -> String {
        let named = |verb: &str, step: &Option<String>| match step {
            Some(step) => format!("{verb} {}", lower_first(step)),
            None => verb.to_owned(),
        };
        match row.command {
            Command::Undo => named("Undo", &self.undo),
            Command::Redo => named("Redo", &self.redo),
            Command::AcceptAll if self.face == Face::Review => {
                let (number, from) = self.acceptable;
                let from = f32::from(from) / 100.0;
                format!("Accept {} from {from:.2} on", count(number as u64))
            }
            Command::DismissSuggestion if self.dismissed => "Offer suggestion again".to_owned(),
            Command::ShowDismissed if self.shows_dismissed => {
                "Show suggestions that are left".to_owned()
            }
            Command::EditAnnotation if self.suggestion => "Edit suggestion".to_owned(),
            Command::NextAnnotation if self.face == Face::Review => "Next suggestion".to_owned(),
            Command::PreviousAnnotation if self.face == Face::Review => {
                "Previous suggestion".to_owned()
            }
            Command::NextAnnotation if self.marks_suggestions => {
                "Next annotation or suggestion".to_owned()
            }
            Command::PreviousAnnotation if self.marks_suggestions => {
                "Previous annotation or suggestion".to_owned()
            }
            Command::ToggleSuggestions if self.marks_suggestions => {
                "Hide suggestions in the text".to_owned()
            }
            Command::MarkRead if self.read => "Mark article as unread".to_owned(),
            Command::ExcludeArticle if self.excluded => "Include article".to_owned(),
            Command::Split if self.split && self.face != Face::Read => {
                "View without the text".to_owned()
            }
            _ => row.name.to_owned(),
        }
    }
}

impl App {
    /// What there is now.
    pub fn situation(&self) -> Situation {
        let Some(case) = &self.case else { return Situation::default() };
        let history = case.project().history();
        let column = self.desk.active();
        let reads = self.desk.reads();
        let row = column.and_then(|it| case.derived().row(it.article));
        Situation {
            project: true,
            undo: history.undo_label().map(str::to_owned),
            redo: history.redo_label().map(str::to_owned),
            columns: if reads { self.desk.columns.len() } else { 0 },
            face: self.desk.face,
            split: self.desk.split,
            beside: self.desk.is_split(),
            caret: reads && !self.is_in_view() && column.is_some_and(|it| it.selection.is_some()),
            addable: self.addable().is_some(),
            annotation: self.annotation_at_keyboard().is_some() || self.shows_chosen(),
            suggestion: self.is_at_suggestion(),
            dismissed: self.is_at_dismissed(),
            shows_dismissed: self.desk.face == Face::Review && self.views.review.shows_dismissed(),
            acceptable: self.acceptable(),
            marks_suggestions: self.settings.shows_suggestions,
            left_form: self.left_form.is_some(),
            hits: self.find.has_hits(),
            back: self.desk.trail.can_go_back(),
            forward: self.desk.trail.can_go_forward(),
            read: row.is_some_and(|it| it.reviewed),
            excluded: row.is_some_and(|it| it.excluded),
        }
    }

    /// Whether what is chosen is in sight: marked in the text, or in its form.
    fn shows_chosen(&self) -> bool {
        let is_chosen = self.desk.picked.is_some() || self.form.is_some();
        let is_covered = match self.desk.face {
            Face::Read | Face::Review | Face::Table => false,
            Face::Casualties => !self.desk.wants_form,
            Face::Stances => self.desk.cell.is_some() && self.desk.evidence_first,
        };
        is_chosen && (self.desk.reads() || (self.settings.shows_right && !is_covered))
    }
}

//! Owns what each command does.

use super::settle::What;
use super::{App, Then};
use crate::base::words::PassageRole;
use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::desk::{Face, Left};
use crate::gui::notice::Weight;
use crate::gui::picker::Question;
use crate::gui::settings::{TEXT_SIZES, Theme, USUAL_TEXT_SIZE};
use crate::gui::shell::{Dialog, Typed};
use crate::project::{ArticleField, Edit};
use crate::views::EvidenceKind;

use super::done::Purpose;

impl App {
    /// Carries out a command, if it makes sense now.
    pub(super) fn run(&mut self, command: Command) {
        if !self.situation().allows(command.row().needs) {
            return;
        }
        if needs_what_is_typed(command) && self.waits(|| What::Command(command)) {
            return;
        }
        match command {
            Command::OpenFolder => self.choose(Question::Folder, Purpose::OpenFolder),
            Command::OpenProject => self.choose(Question::Project, Purpose::OpenProject),
            Command::TrySample => self.try_sample(),
            Command::AddFolder => self.choose(Question::Folder, Purpose::AddFolder),
            Command::Save => self.save(),
            Command::SaveAs => self.save_as(),
            Command::SaveWithTexts => self.ask_for_copy(),
            Command::Close => self.ask_then(Then::CloseProject),
            Command::Quit => self.ask_then(Then::Quit),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::Search => self.open_find(),
            Command::NextHit => self.next_hit(true),
            Command::PreviousHit => self.next_hit(false),
            Command::Palette => self.palette.open(),
            Command::Keys => self.dialog = Some(Dialog::Keys),
            Command::Settings => self.dialog = Some(Dialog::Settings(Typed::default())),
            Command::Warnings => self.dialog = Some(Dialog::Warnings),
            Command::RenameProject => {
                let name = self.case.as_ref().map(|it| it.name()).unwrap_or_default();
                self.dialog = Some(Dialog::Rename(name));
            }
            Command::MakeClaim => self.begin(EvidenceKind::Claim),
            Command::MakeStance => self.begin(EvidenceKind::Stance),
            Command::MakeNote => self.begin(EvidenceKind::Note),
            Command::AddPassage => self.queue.push(Action::Attach(PassageRole::Repeat)),
            Command::GoToForm => self.focus_form(),
            Command::AcceptSuggestion => self.accept_suggestion(),
            Command::AcceptAll => self.accept_all(),
            Command::DismissSuggestion => self.dismiss_suggestion(),
            Command::EditAnnotation if self.is_at_suggestion() => self.edit_suggestion(),
            Command::EditAnnotation if self.pick_at_keyboard() => self.focus_form(),
            Command::DuplicateAnnotation if self.pick_at_keyboard() => self.duplicate(),
            Command::DeleteAnnotation if self.pick_at_keyboard() => self.delete_annotation(),
            Command::EditAnnotation | Command::DuplicateAnnotation | Command::DeleteAnnotation => {}
            Command::BringBack => self.bring_back(),
            Command::NextAnnotation if self.desk.face == Face::Review => {
                self.step_suggestion(true);
            }
            Command::PreviousAnnotation if self.desk.face == Face::Review => {
                self.step_suggestion(false);
            }
            Command::NextAnnotation => self.step_annotation(true),
            Command::PreviousAnnotation => self.step_annotation(false),
            Command::NextArticle => self.step_article(true, false),
            Command::PreviousArticle => self.step_article(false, false),
            Command::OpenBeside => match self.list.at_cursor(&self.ctx) {
                Some(article) => {
                    self.queue.push(Action::Read { article, beside: true });
                    self.focus_text();
                }
                None => self.step_article(true, true),
            },
            Command::Back => {
                let here = self.desk.spot();
                let spot = self.desk.trail.back(here);
                self.go_to(spot);
            }
            Command::Forward => {
                let here = self.desk.spot();
                let spot = self.desk.trail.forward(here);
                self.go_to(spot);
            }
            Command::NextColumn => self.step_part(true),
            Command::PreviousColumn => self.step_part(false),
            Command::MoveColumnLeft => {
                let from = self.desk.active;
                self.desk.move_column(from, from.saturating_sub(1));
            }
            Command::MoveColumnRight => {
                let from = self.desk.active;
                self.desk.move_column(from, from + 2);
            }
            Command::CloseColumn => self.desk.close(self.desk.active),
            Command::GoToArticles | Command::ShowArticles => {
                self.show_left(Left::Articles);
                self.list.take_focus();
            }
            Command::GoToText => self.focus_text(),
            Command::ShowActors => self.show_left(Left::Actors),
            Command::ShowIncidents => self.show_left(Left::Incidents),
            Command::ShowCodes => self.show_left(Left::Codes),
            Command::ShowFilters => self.show_left(Left::Filters),
            Command::Read => self.turn(Face::Read),
            Command::Review => self.turn(Face::Review),
            Command::Table => self.turn(Face::Table),
            Command::Casualties => self.turn(Face::Casualties),
            Command::Stances => self.turn(Face::Stances),
            Command::Split => self.split(),
            Command::Export => self.open_export(),
            Command::CopyFigure => self.copy_figure(),
            Command::CopyData => self.copy_data(),
            Command::MarkRead => self.toggle_article(true),
            Command::ExcludeArticle => self.toggle_article(false),
            Command::Light => self.settings.theme = Theme::Light,
            Command::Dark => self.settings.theme = Theme::Dark,
            Command::FollowSystem => self.settings.theme = Theme::System,
            Command::LargerText => self.set_text_size(self.settings.text_size + 1.0),
            Command::SmallerText => self.set_text_size(self.settings.text_size - 1.0),
            Command::UsualText => self.set_text_size(USUAL_TEXT_SIZE),
            Command::ToggleSuggestions => self.toggle_suggestions(),
            Command::ShowDismissed => self.turn_to_dismissed(),
            Command::ToggleLeft => self.settings.shows_left = !self.settings.shows_left,
            Command::ToggleRight => self.toggle_right(),
        }
    }

    /// Puts the view beside the articles or in their place.
    fn split(&mut self) {
        if self.desk.face == Face::Read {
            self.desk.split = true;
            self.set_face(self.desk.last_view());
            return;
        }
        self.desk.split = !self.desk.split;
        if self.desk.split && !self.desk.fits_split {
            self.notices.tell(
                Weight::Warning,
                "there is no room for text and view side by side",
                "they stand so as soon as the window is wider or the left panel hidden",
            );
        }
    }

    /// Shows or hides the right panel. The chart does without it until it is asked for.
    fn toggle_right(&mut self) {
        if self.desk.face == Face::Casualties {
            self.desk.wants_form = !(self.desk.wants_form && self.settings.shows_right);
            self.settings.shows_right = true;
        } else {
            self.settings.shows_right = !self.settings.shows_right;
        }
    }

    fn show_left(&mut self, left: Left) {
        if self.find.is_open() {
            self.close_find();
        }
        self.settings.shows_left = true;
        self.desk.evidence_first = false;
        self.desk.left_first = true;
        self.desk.left = left;
    }

    /// Marks suggestions where one reads, or lets them be: some code before they see what the program found.
    fn toggle_suggestions(&mut self) {
        self.settings.shows_suggestions = !self.settings.shows_suggestions;
        if !self.marks_suggestions() {
            self.desk.suggestion = None;
        }
    }

    fn set_text_size(&mut self, size: f32) {
        self.settings.text_size = size.clamp(*TEXT_SIZES.start(), *TEXT_SIZES.end());
    }

    /// Marks the active article as read or excluded, or takes that back.
    fn toggle_article(&mut self, read: bool) {
        let Some(article) = self.desk.active().map(|it| it.article) else { return };
        let Some(row) = self.case.as_ref().and_then(|it| it.derived().row(article)) else { return };
        let to = if read {
            ArticleField::Reviewed(!row.reviewed)
        } else {
            ArticleField::Excluded(!row.excluded)
        };
        self.edit(Edit::SetArticle { article, to });
    }

    /// Reads the article after or before the active one, in the order of the list.
    fn step_article(&mut self, forward: bool, beside: bool) {
        let Some(case) = &self.case else { return };
        let order = self.list.order(case, &self.views.review.open());
        let active = self.desk.active().map(|it| it.article);
        let here = order.iter().position(|it| Some(*it) == active);
        let next = match here {
            None => order.first(),
            Some(at) if forward => order.get(at + 1),
            Some(at) => at.checked_sub(1).and_then(|at| order.get(at)),
        };
        if let Some(article) = next.copied() {
            self.leave();
            self.desk.read(article, beside);
        }
    }
}

/// Whether what is being typed in a field is to be taken over before: it is saved, or its field may go.
fn needs_what_is_typed(command: Command) -> bool {
    matches!(
        command,
        Command::Save
            | Command::SaveAs
            | Command::SaveWithTexts
            | Command::NextArticle
            | Command::PreviousArticle
            | Command::OpenBeside
            | Command::NextColumn
            | Command::PreviousColumn
            | Command::CloseColumn
            | Command::Back
            | Command::Forward
            | Command::NextHit
            | Command::PreviousHit
            | Command::ToggleLeft
            | Command::ToggleRight
    )
}

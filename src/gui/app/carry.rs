//! Owns the carrying out of actions: the one place where the window changes anything.

use super::{App, Then};
use crate::base::{AnnotationId, ArticleId, Span};
use crate::gui::action::Action;
use crate::gui::case::Case;
use crate::gui::command::Command;
use crate::gui::desk::{Face, Lit, Spot};
use crate::gui::inspector::FormEvent;
use crate::gui::notice::Weight;
use crate::gui::reader::Selection;
use crate::gui::task::Work;
use crate::project::{Edit, EditError, Root, Stamp, locate};

impl App {
    /// Carries out what the panels of this frame asked for, and what that asks for in turn. Whether there was anything.
    pub(super) fn carry_out_queue(&mut self) -> bool {
        let mut any = false;
        loop {
            let actions = self.queue.take();
            if actions.is_empty() {
                return any;
            }
            // What lights up is looked at by itself, so that a pointer at rest costs no frame.
            let lights = |it: &Action| {
                matches!(
                    it,
                    Action::Hover(_) | Action::HoverAll(_) | Action::Form(FormEvent::Hover(_))
                )
            };
            any |= actions.iter().any(|it| !lights(it));
            actions.into_iter().for_each(|it| self.carry_out(it));
        }
    }

    fn carry_out(&mut self, action: Action) {
        match action {
            Action::Command(command) => self.run(command),
            Action::Edit(edit) => self.edit(edit),
            Action::Open(path) => self.ask_then(Then::Open(path)),
            Action::Forget(path) => self.settings.forget(&path),
            Action::Read { article, beside } => {
                self.leave();
                self.desk.read(article, beside);
            }
            Action::ReadAt { article, place } => {
                self.leave();
                self.desk.read_at(article, place);
            }
            Action::Activate(place) => self.desk.active = place,
            Action::CloseColumn(place) => self.desk.close(place),
            Action::MoveColumn { from, to } => self.desk.move_column(from, to),
            Action::Shares(shares) => self.desk.set_shares(&shares),
            Action::Select { article, selection } => self.select(article, selection),
            Action::Show { annotation, .. } | Action::Pick(Some(annotation))
                if let Some(key) = self.supposed(annotation) =>
            {
                self.decide(key)
            }
            Action::Show { annotation, passage } => {
                self.show(annotation, passage);
                self.focus_back();
            }
            Action::Pick(annotation) => {
                self.desk.evidence_first = false;
                self.pick(annotation);
            }
            Action::Choose(key) => self.choose_suggestion(key),
            Action::ReadSuggestion => self.read_suggestion(),
            Action::GoOnSearching => self.case.iter_mut().for_each(Case::go_on_searching),
            Action::Hover(thing) => self.desk.hover.set(Lit::Thing(thing)),
            Action::HoverAll(these) => self.desk.hover.set(Lit::These(these)),
            Action::Turn(face) => self.turn(face),
            Action::Cell(cell) => {
                self.desk.cell = cell;
                self.desk.evidence_first = true;
            }
            Action::Copy { words, holds } => {
                self.ctx.copy_text(words);
                self.notices.tell(Weight::Done, "copied", holds);
            }
            Action::Attach(role) => self.attach(role),
            Action::Form(event) => self.in_form(event),
            Action::Find(query) => self.look_for(query),
            Action::GoToHit(number) => {
                let place = self.find.go_to(number);
                self.show_hit(place);
            }
            Action::StepHit(forward) => self.next_hit(forward),
            Action::CloseFind => self.close_find(),
            Action::Allow(root) => self.allow(root),
            Action::Locate(root) => self
                .choose(crate::gui::picker::Question::Folder, super::done::Purpose::Locate(root)),
            Action::AddNew => self.add_new(),
            Action::TakeOver => self.take_over(),
            Action::ShowActor(actor) => {
                self.settings.shows_left = true;
                self.find.close();
                self.desk.left = crate::gui::desk::Left::Actors;
                self.panels.reveal_actor(actor);
            }
            Action::Reply(reply) => self.reply(reply),
            Action::Cancel(work) => {
                self.tasks.cancel(work);
                // The thread may have come to its end just now, and the next would begin.
                if work == Work::Suggest {
                    self.case.iter_mut().for_each(Case::stop_searching);
                }
            }
            Action::Dismiss(number) => self.notices.dismiss(number),
        }
    }

    /// Changes the project, as one step. A refusal is told.
    pub(super) fn edit(&mut self, edit: Edit) {
        let stamp = self.stamp();
        let Some(case) = &mut self.case else { return };
        if let Err(error) = case.dispatch(edit, stamp) {
            self.notices.error(error.to_string(), "nothing was changed");
        }
        self.after_change();
    }

    /// What was chosen may be gone after a change.
    pub(super) fn after_change(&mut self) {
        let Some(case) = &self.case else { return };
        let state = case.state();
        self.desk.columns.retain(|it| state.articles().contains_key(&it.article));
        self.desk.active = self.desk.active.min(self.desk.columns.len().saturating_sub(1));
        if self.desk.picked.is_some_and(|it| !state.annotations().contains_key(&it)) {
            self.desk.picked = None;
        }
        self.refresh_form();
    }

    pub(super) fn undo(&mut self) {
        // What was told of the step says that this takes it back, as another time it would not.
        self.notices.forget(&self.takes_it_back());
        self.step("undone", Case::undo);
    }

    /// What is told of a step that the user may not have meant.
    pub(super) fn takes_it_back(&self) -> String {
        format!("{} takes it back", self.keys(Command::Undo))
    }

    pub(super) fn redo(&mut self) {
        self.step("done again", Case::redo);
    }

    /// Goes a step back or forward. Folders that lie elsewhere after it are read there.
    fn step(
        &mut self,
        told: &str,
        step: fn(&mut Case, &Stamp) -> Result<Option<String>, EditError>,
    ) {
        let stamp = self.stamp();
        let Some(case) = &mut self.case else { return };
        let roots = case.state().roots().clone();
        match step(case, &stamp) {
            Ok(Some(name)) => self.notices.done(format!("{told}: {name}")),
            Ok(None) => {}
            Err(error) => self.notices.error(error.to_string(), "nothing was changed"),
        }
        let place = |it: &Root| roots.get(&it.id).is_some_and(|old| old.path == it.path);
        let elsewhere: Vec<_> =
            case.state().roots().values().filter(|it| !place(it)).map(|it| it.id).collect();
        elsewhere.into_iter().for_each(|it| self.read_roots(Some(it), false));
        self.after_change();
    }

    fn select(&mut self, article: ArticleId, selection: Selection) {
        if let Some(place) = self.desk.column_of(article) {
            self.desk.active = place;
            if let Some(column) = self.desk.active_mut() {
                column.selection = Some(selection);
                column.rests = false;
            }
        }
    }

    /// Remembers where one is before going elsewhere.
    pub(super) fn leave(&mut self) {
        if let Some(spot) = self.desk.spot() {
            self.desk.trail.leave(spot);
        }
    }

    /// The same where an annotation is gone to: back in a view, it is the one that stands out there.
    fn leave_for(&mut self, annotation: AnnotationId) {
        if let Some(mut spot) = self.desk.spot() {
            if spot.face != Face::Read {
                spot.annotation = Some(annotation);
            }
            self.desk.trail.leave(spot);
        }
    }

    /// Shows a passage in its article and opens the annotation's form.
    pub(super) fn show(&mut self, annotation: AnnotationId, passage: usize) {
        let Some(case) = &self.case else { return };
        let found = case.state().annotations().get(&annotation);
        let Some(passage) = found.and_then(|it| it.passages.get(passage)) else { return };
        let article = passage.article;
        let span = case.text(article).and_then(|text| locate(passage, text).span());
        let beside = self.reads_beside();
        self.leave_for(annotation);
        match span {
            Some(span) => self.show_place(article, span, beside),
            None => self.desk.read(article, beside),
        }
        self.pick(Some(annotation));
    }

    /// Turns to a view, which gets the keyboard; the way back leads to where one was.
    pub(super) fn turn(&mut self, face: Face) {
        self.set_face(face);
        self.focus_face();
    }

    /// The same without giving it the keyboard.
    pub(super) fn set_face(&mut self, face: Face) {
        if self.desk.face != face {
            self.leave();
            self.desk.turn_face(face);
        }
        self.desk.left_first = false;
    }

    /// Whether an article that a sentence leads to opens in a column of its own. From a view it comes in place of the
    /// one that was read, so that looking at one mark after another fills no columns.
    fn reads_beside(&self) -> bool {
        self.desk.face == Face::Read
    }

    /// Shows a place of an article, opened if need be.
    pub(super) fn show_place(&mut self, article: ArticleId, span: Span, beside: bool) {
        self.desk.read(article, beside);
        if let Some(column) = self.desk.active_mut() {
            column.selection = Some(Selection { anchor: span.start(), head: span.start() });
        }
        self.columns.sheet(article).reveal(span);
    }

    /// Goes to a spot of the way back.
    pub(super) fn go_to(&mut self, spot: Option<Spot>) {
        let Some(spot) = spot else { return };
        self.desk.turn_face(spot.face);
        if let Some((article, span)) = spot.place {
            let beside = self.reads_beside();
            self.show_place(article, span, beside);
        }
        self.pick(spot.annotation);
        self.desk.evidence_first = spot.cell.is_some();
        self.desk.cell = spot.cell;
        self.focus_face();
    }
}

//! Owns the form that is open: how an annotation is begun, chosen, committed and left.

use eframe::egui::{Frame, Margin, ScrollArea, Ui};

use super::App;
use crate::base::words::PassageRole;
use crate::base::{AnnotationId, ArticleId, Span};
use crate::gui::action::{Action, Thing};
use crate::gui::case::Case;
use crate::gui::command::Command;
use crate::gui::desk::{Face, Lit};
use crate::gui::inspector::article::{ArticleDraft, ArticleInputs};
use crate::gui::inspector::draft::Target;
use crate::gui::inspector::{self, Draft, FormEvent, Inputs};
use crate::gui::notice::Weight;
use crate::gui::view::View;
use crate::project::{Edit, Passage, Record, RecordId, locate, passage};
use crate::views::review::Waiting;

/// What is told of a form that cannot be committed, until it can be or is left.
const TO_MEND: &str = "the form is as it was; mend it, or leave it with Esc";

/// A form with what is being written in it.
pub(super) struct OpenForm {
    pub(super) draft: Draft,
    /// It was opened since the last frame: it takes the keyboard.
    pub(super) takes_focus: bool,
    /// The suggestion it comes from, which is decided once it is committed.
    pub(super) of: Option<Waiting>,
}

/// Shows the form, or what is known of the article where none is open.
pub(super) fn show(
    ui: &mut Ui,
    form: Option<&mut OpenForm>,
    about: &mut Option<ArticleDraft>,
    view: &View<'_>,
    selection: Option<&str>,
) {
    let Some(case) = view.case else { return };
    let Some(form) = form else {
        show_article(ui, about, case, view);
        return;
    };
    let gazetteer = case.gazetteer();
    let inputs = Inputs {
        state: case.state(),
        places: case.derived().places(),
        gazetteer: &gazetteer,
        palette: view.palette,
        zone: view.zone,
        selection,
        lit: match view.desk.hover.last() {
            Some(Thing::Annotation(id)) => Some(id),
            _ => None,
        },
        opened: std::mem::take(&mut form.takes_focus),
    };
    let shown = ScrollArea::vertical()
        .auto_shrink(false)
        .show(ui, |ui| beside_bar(ui, |ui| inspector::show(ui, &mut form.draft, &inputs)));
    shown.inner.into_iter().for_each(|event| view.push(Action::Form(event)));
}

/// Shows what is scrolled, with room at its right for the bar.
fn beside_bar<R>(ui: &mut Ui, show: impl FnOnce(&mut Ui) -> R) -> R {
    Frame::new().inner_margin(Margin { right: 12, ..Margin::ZERO }).show(ui, show).inner
}

/// Shows what is known of the active article.
fn show_article(ui: &mut Ui, about: &mut Option<ArticleDraft>, case: &Case, view: &View<'_>) {
    let state = case.state();
    let article = view.desk.active().map(|it| it.article);
    let Some(record) = article.and_then(|it| state.articles().get(&it)) else { return };
    if about.as_ref().is_none_or(|it| it.article != record.id) {
        *about = Some(ArticleDraft::of(record));
    }
    let Some(draft) = about else { return };
    let read = case.text(record.id).map(|it| &it.metadata);
    let counts = case.derived().row(record.id).map(|it| it.counts).unwrap_or_default();
    let inputs = ArticleInputs { state, palette: view.palette, read, counts };
    let shown = ScrollArea::vertical()
        .auto_shrink(false)
        .show(ui, |ui| beside_bar(ui, |ui| inspector::article::show(ui, draft, &inputs)));
    shown.inner.into_iter().for_each(|edit| view.push(Action::Edit(edit)));
}

impl App {
    /// Chooses an annotation and opens its form. What was being written is committed first.
    pub(super) fn pick(&mut self, annotation: Option<AnnotationId>) {
        self.desk.left_first = false;
        if self.desk.picked == annotation && (annotation.is_some() || self.form.is_none()) {
            return;
        }
        if !self.settle_form() {
            return;
        }
        let found = self.case.as_ref().zip(annotation).and_then(|(case, id)| {
            case.state().annotations().get(&id).map(|it| Draft::of(it, case.state()))
        });
        self.desk.picked = annotation.filter(|_| found.is_some());
        if self.desk.picked.is_some() {
            self.desk.suggestion = None;
        }
        self.form = found.map(|draft| OpenForm { draft, takes_focus: false, of: None });
    }

    /// Records what was typed in the form, which stays open.
    pub(super) fn record_form(&mut self) {
        if self.form.as_ref().is_some_and(|it| it.draft.is_changed()) {
            self.commit_form();
        }
    }

    /// Commits what was being written, if anything was. Whether the form may be left.
    pub(super) fn settle_form(&mut self) -> bool {
        match &self.form {
            Some(form) if form.draft.is_changed() => self.commit_form(),
            // A form filled in by the program alone is no work of the analyst's; that it was asked for is.
            _ => {
                let left = self.form.take();
                if let Some(form) = left.filter(|it| matches!(it.draft.target, Target::New { .. }))
                {
                    self.keep_left(
                        form,
                        "the new annotation was left without Done, so it was not recorded",
                    );
                }
                true
            }
        }
    }

    /// Puts the draft into the project as one step. Whether that could be done.
    fn commit_form(&mut self) -> bool {
        let stamp = self.stamp();
        let (Some(form), Some(case)) = (&self.form, &self.case) else { return true };
        let is_new = matches!(form.draft.target, Target::New { .. });
        match form.draft.edit(case.state(), &case.gazetteer(), &mut self.host.ids, &stamp) {
            Ok(edit) => {
                self.notices.forget(TO_MEND);
                let of = self.form.as_ref().and_then(|it| it.of.clone());
                let made = edit.as_ref().filter(|_| is_new).and_then(added);
                let edit = edit.map(|it| self.with_decision(it));
                if is_new {
                    self.form = None;
                }
                if let Some(edit) = edit {
                    self.edit(edit);
                    // In the queue the next one comes up, not what was recorded.
                    let stays = of.is_none() || self.desk.face != Face::Review;
                    match of {
                        Some(it) if self.desk.face == Face::Review => {
                            self.decided(std::slice::from_ref(&it.key));
                        }
                        // What is done next may lead elsewhere.
                        Some(it) => {
                            self.views.review.decide(std::slice::from_ref(&it.key));
                            self.desk.suggestion = None;
                        }
                        None => {}
                    }
                    if made.is_some() && stays {
                        self.desk.picked = None;
                        self.pick(made);
                    }
                }
                self.reread_form();
                true
            }
            Err(problem) => {
                self.notices.error(problem, TO_MEND);
                self.focus_form();
                false
            }
        }
    }

    /// Shows the chosen annotation as the project has it now.
    fn reread_form(&mut self) {
        let Some(case) = &self.case else { return };
        let found = self.desk.picked.and_then(|id| case.state().annotations().get(&id));
        if let (Some(annotation), Some(form)) = (found, &mut self.form) {
            form.draft = Draft::of(annotation, case.state());
        }
    }

    /// The project has changed: a form in which nothing was typed follows it.
    pub(super) fn refresh_form(&mut self) {
        let (Some(form), Some(case)) = (&mut self.form, &self.case) else { return };
        if !form.draft.follow(case.state()) {
            self.form = None;
        }
    }

    /// What happened in the form.
    pub(super) fn in_form(&mut self, event: FormEvent) {
        match event {
            FormEvent::Commit => {
                let is_new = self.desk.picked.is_none();
                let of = self.form.as_ref().and_then(|it| it.of.as_ref());
                let of = of.map(|it| it.key.clone()).filter(|_| self.desk.face != Face::Review);
                if self.commit_form() {
                    if is_new {
                        self.desk.collapse();
                    }
                    self.focus_back();
                    self.desk.rest(true);
                    if let Some(next) = of.and_then(|it| self.after(&it)) {
                        self.choose_suggestion(Some(next));
                    }
                }
            }
            FormEvent::Leave => self.leave_form(),
            FormEvent::Delete => self.delete_annotation(),
            FormEvent::Duplicate => self.duplicate(),
            FormEvent::Show(annotation) => self.show(annotation, 0),
            FormEvent::ShowPassage(annotation, passage) => self.show(annotation, passage),
            FormEvent::ShowNew(passage) => self.show_new(passage),
            FormEvent::Attach(role) => self.attach(role),
            FormEvent::SetRole(annotation, passage, role) => {
                if let Some(mut to) = self.passage(annotation, passage) {
                    to.role = role;
                    self.edit(Edit::SetPassage { annotation, passage, to });
                }
            }
            FormEvent::Detach(annotation, passage) => {
                self.edit(Edit::Detach { annotation, passage });
            }
            FormEvent::Hover(annotation) => {
                self.desk.hover.set(Lit::Thing(Thing::Annotation(annotation)))
            }
        }
    }

    /// Leaves the form without recording it. What was typed can be brought back.
    fn leave_form(&mut self) {
        self.notices.forget(TO_MEND);
        self.desk.picked = None;
        self.desk.wants_form = false;
        self.desk.rest(false);
        if let Some(form) = self.form.take().filter(|it| it.draft.is_changed()) {
            self.keep_left(form, "the form was left, and what was typed was not recorded");
        }
        self.focus_back();
    }

    /// Keeps a form that is left so that it can be brought back, and tells how.
    fn keep_left(&mut self, form: OpenForm, what: &str) {
        self.left_form = Some(form);
        let hint = format!("{} brings it back", self.keys(Command::BringBack));
        self.notices.tell(Weight::Warning, what, hint);
    }

    /// The keys of a command, as they stand on the keyboard.
    pub(super) fn keys(&self, command: Command) -> String {
        let keys = command.row().keys.first();
        keys.map(|it| self.ctx.format_shortcut(it)).unwrap_or_default()
    }

    /// Opens the form again that was left last.
    pub(super) fn bring_back(&mut self) {
        if !self.settle_form() {
            return;
        }
        let (Some(form), Some(case)) = (self.left_form.take(), &self.case) else { return };
        self.desk.picked = match form.draft.target {
            Target::Existing(id) if case.state().annotations().contains_key(&id) => Some(id),
            Target::Existing(_) => return,
            Target::New { .. } => None,
        };
        self.desk.wants_form = true;
        self.form = Some(OpenForm { takes_focus: true, ..form });
    }

    /// Deletes the chosen annotation, or drops the one being written.
    pub(super) fn delete_annotation(&mut self) {
        self.form = None;
        self.desk.rest(false);
        if let Some(annotation) = self.desk.picked.take() {
            self.edit(Edit::Delete(RecordId::Annotation(annotation)));
            let what = "the annotation was deleted";
            self.notices.tell(Weight::Done, what, self.takes_it_back());
        }
        self.focus_back();
    }

    /// A second annotation like the chosen one, to be changed.
    pub(super) fn duplicate(&mut self) {
        if !self.settle_form() {
            return;
        }
        let Some(case) = &self.case else { return };
        let Some(old) = self.desk.picked.and_then(|id| case.state().annotations().get(&id)) else {
            return;
        };
        let draft = Draft::of(old, case.state()).duplicate(case.state());
        self.desk.picked = None;
        self.form = Some(OpenForm { draft, takes_focus: true, of: None });
    }

    /// Adds the selected words, or the sentence of the caret, to the chosen annotation, or to the one being written.
    pub(super) fn attach(&mut self, role: PassageRole) {
        let Some((article, span)) = self.marked_words() else { return };
        let Some(text) = self.case.as_ref().and_then(|case| case.text(article)) else { return };
        let made = passage(article, text, span, role);
        self.desk.rest(true);
        let has = |all: &[Passage]| {
            all.iter().any(|it| (it.article, it.start, it.end) == (article, made.start, made.end))
        };
        let state = self.case.as_ref().map(Case::state);
        let form = self.form.as_ref();
        if state.zip(form).is_some_and(|(state, form)| has(form.draft.passages(state))) {
            self.notices.tell(
                Weight::Warning,
                "these words are a passage of the annotation already",
                "select others, then press 4",
            );
            return;
        }
        if let Some(annotation) = self.desk.picked {
            self.edit(Edit::Attach { annotation, passage: made });
        } else if let Some(form) = &mut self.form {
            form.draft.attach(made);
        }
    }

    /// Shows a passage of the annotation that is being written.
    fn show_new(&mut self, passage: usize) {
        let (Some(form), Some(case)) = (&self.form, &self.case) else { return };
        let Some(passage) = form.draft.passages(case.state()).get(passage) else { return };
        let found = case.text(passage.article).and_then(|text| locate(passage, text).span());
        let article = passage.article;
        if let Some(span) = found {
            self.show_place(article, span, true);
        }
    }

    fn passage(&self, annotation: AnnotationId, passage: usize) -> Option<Passage> {
        let state = self.case.as_ref()?.state();
        state.annotations().get(&annotation)?.passages.get(passage).cloned()
    }

    /// Gives the form the keyboard.
    pub(super) fn focus_form(&mut self) {
        self.settings.shows_right = true;
        self.desk.left_first = false;
        self.desk.evidence_first = false;
        self.desk.wants_form = true;
        if let Some(form) = &mut self.form {
            form.takes_focus = true;
        }
    }

    /// Gives the text the keyboard.
    pub(super) fn focus_text(&mut self) {
        self.ctx.memory_mut(|memory| {
            if let Some(focused) = memory.focused() {
                memory.surrender_focus(focused);
            }
        });
    }

    pub(super) fn selected_words(&self) -> Option<String> {
        let (article, span) = self.selected()?;
        Some(span.of(&self.case.as_ref()?.text(article)?.text).to_owned())
    }

    /// The selected words, if they could be a further passage of the annotation in the form: not if they are one.
    pub(super) fn addable(&self) -> Option<(ArticleId, Span)> {
        let (article, span) = self.selected()?;
        let case = self.case.as_ref()?;
        let text = case.text(article)?;
        let is_same = |it: &Passage| it.article == article && locate(it, text).span() == Some(span);
        let passages = self.form.as_ref()?.draft.passages(case.state());
        (!passages.iter().any(is_same)).then_some((article, span))
    }

    /// The passages of the annotation being written, which have no mark yet.
    pub(super) fn fresh(&self) -> Vec<(ArticleId, Span)> {
        let (Some(form), Some(case)) = (&self.form, &self.case) else { return vec![] };
        let Target::New { passages } = &form.draft.target else { return vec![] };
        let place = |it: &Passage| {
            let span = locate(it, case.text(it.article)?).span()?;
            Some((it.article, span))
        };
        passages.iter().filter_map(place).collect()
    }
}

/// The annotation that an edit adds.
fn added(edit: &Edit) -> Option<AnnotationId> {
    match edit {
        Edit::Add(Record::Annotation(annotation)) => Some(annotation.id),
        Edit::Batch { edits, .. } => edits.iter().rev().find_map(added),
        _ => None,
    }
}

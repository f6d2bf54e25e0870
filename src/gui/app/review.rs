//! Owns what is done to suggestions: one is chosen, accepted, corrected in a form or dismissed, and the next comes up.

use std::cmp::Reverse;

use indexmap::IndexMap;

use super::App;
use super::form::OpenForm;
use crate::base::words::PassageRole;
use crate::base::{ArticleId, Span};
use crate::gui::desk::Face;
use crate::gui::inspector::Draft;
use crate::gui::notice::Weight;
use crate::gui::reader::Selection;
use crate::gui::review::{as_found, filled};
use crate::project::{Choice, Edit, accept, dismiss, passage, restore};
use crate::views::counted;
use crate::views::review::{Key, Waiting};

impl App {
    /// The suggestion that is chosen, as long as nobody has decided it. What was dismissed is one in the queue alone.
    pub(super) fn suggestion(&self) -> Option<&Waiting> {
        let it = self.views.review.waiting(self.desk.suggestion.as_ref()?)?;
        (self.desk.face == Face::Review || !it.is_dismissed()).then_some(it)
    }

    /// Whether what is done next is done to a suggestion that was dismissed.
    pub(super) fn is_at_dismissed(&self) -> bool {
        self.is_at_suggestion() && self.suggestion().is_some_and(Waiting::is_dismissed)
    }

    /// Whether what is done next is done to a suggestion.
    pub(super) fn is_at_suggestion(&self) -> bool {
        let is_in_sight = match self.desk.face {
            Face::Review => true,
            _ => self.desk.reads() && self.form.is_none() && self.marks_suggestions(),
        };
        let active = self.desk.active().map(|it| it.article);
        let is_here = |it: &Waiting| self.desk.face == Face::Review || Some(it.article) == active;
        is_in_sight && self.suggestion().is_some_and(is_here)
    }

    /// Whether suggestions are marked in the text that is read.
    pub(super) fn marks_suggestions(&self) -> bool {
        self.settings.shows_suggestions || self.desk.face == Face::Review
    }

    /// Chooses a suggestion, or none. Beside the text it is shown there.
    pub(super) fn choose_suggestion(&mut self, key: Option<Key>) {
        let Some(it) = key.as_ref().and_then(|it| self.views.review.waiting(it)) else {
            self.desk.suggestion = None;
            return;
        };
        let it = it.clone();
        if self.desk.suggestion != key && !self.settle_form() {
            return;
        }
        (self.form, self.desk.picked) = (None, None);
        (self.desk.left_first, self.desk.evidence_first) = (false, false);
        self.views.review.choose(key.clone());
        self.desk.suggestion = key;
        if self.desk.reads() {
            self.show_words(&it);
        }
    }

    /// Shows where a suggestion stands in its article. What was dismissed has no mark there, so its words are selected.
    fn show_words(&mut self, it: &Waiting) {
        self.show_place(it.article, it.span, false);
        if let Some(column) = self.desk.active_mut().filter(|_| it.is_dismissed()) {
            column.selection = Some(Selection { anchor: it.span.start(), head: it.span.end() });
            column.rests = true;
        }
    }

    /// Goes to the suggestion after or before the one that is chosen.
    pub(super) fn step_suggestion(&mut self, forward: bool) {
        let Some((key, end)) = self.views.review.beside(forward) else { return };
        self.choose_suggestion(Some(key.clone()));
        if let Some(end) = end.filter(|_| self.desk.suggestion == Some(key)) {
            self.views.review.come_round(end);
        }
    }

    /// Shows the chosen suggestion in its article; the way back leads to where one was.
    pub(super) fn read_suggestion(&mut self) {
        let Some(it) = self.suggestion().cloned() else { return };
        self.leave();
        self.show_words(&it);
        self.focus_back();
    }

    /// Puts the chosen suggestion into the project as it is, as one step.
    pub(super) fn accept_suggestion(&mut self) {
        let Some(it) = self.suggestion().cloned() else { return };
        if self.accept_these(std::slice::from_ref(&it)) > 0 {
            self.decided(&[it.key]);
        }
    }

    /// How many suggestions of the queue would be accepted at once, and from which score on, in hundredths. None are
    /// where the queue is not in sight, or is of what was dismissed.
    pub(super) fn acceptable(&self) -> (usize, u8) {
        let least = self.views.review.accepts_from;
        let is_shown = self.desk.face == Face::Review && !self.views.review.shows_dismissed();
        (if is_shown { self.views.review.from(least).count() } else { 0 }, least)
    }

    /// Turns the queue to what was dismissed, or back to what is left.
    pub(super) fn turn_to_dismissed(&mut self) {
        let is_back = self.desk.face == Face::Review && self.views.review.shows_dismissed();
        self.views.review.turn_to_dismissed(!is_back);
        self.turn(Face::Review);
    }

    /// Accepts all of the queue from the chosen score on, as one step.
    pub(super) fn accept_all(&mut self) {
        if !self.settle_form() {
            return;
        }
        let review = &self.views.review;
        let these: Vec<Waiting> = review.from(review.accepts_from).cloned().collect();
        let number = self.accept_these(&these);
        if number > 0 {
            let keys: Vec<Key> = these.into_iter().map(|it| it.key).collect();
            self.decided(&keys);
            let what = counted(number, "suggestion was accepted", "suggestions were accepted");
            self.notices.tell(Weight::Done, what, self.takes_it_back());
        }
    }

    /// Puts suggestions into the project as one step; how many there were.
    fn accept_these(&mut self, these: &[Waiting]) -> usize {
        let mut by_article: IndexMap<ArticleId, Vec<usize>> = IndexMap::new();
        let case = self.case.as_ref();
        let found = these.iter().filter_map(|it| as_found(case?, it));
        let mut number = 0;
        for it in found {
            number += 1;
            by_article.entry(it.article).or_default().extend(it.these);
        }
        by_article.values_mut().for_each(|it| it.sort_unstable());
        let stamp = self.stamp();
        let Some(case) = &self.case else { return 0 };
        let choice = |(article, chosen): (&ArticleId, &'_ Vec<usize>)| {
            let (text, all) = (case.text(*article)?, case.suggested().of(*article)?);
            Some((*article, text, all, chosen.clone()))
        };
        let found: Vec<_> = by_article.iter().filter_map(choice).collect();
        let choices: Vec<Choice<'_>> = found
            .iter()
            .map(|(article, text, all, chosen)| Choice { article: *article, text, all, chosen })
            .collect();
        let gazetteer = case.gazetteer();
        let edit = accept(case.state(), &choices, &gazetteer, &mut self.host.ids, &stamp);
        let Edit::Batch { mut edits, .. } = edit else { return 0 };
        if edits.is_empty() {
            return 0;
        }
        edits.extend(these.iter().filter_map(|it| self.restoration(it)));
        let what = match these {
            [it] => quoted(it),
            _ => counted(number, "suggestion", "suggestions"),
        };
        self.edit(Edit::Batch { label: format!("Accept {what}"), edits });
        number
    }

    /// The chosen suggestion is not to be offered again; where it was dismissed before, it is.
    pub(super) fn dismiss_suggestion(&mut self) {
        let Some(it) = self.suggestion().cloned() else { return };
        let (edit, label) = if it.is_dismissed() {
            (self.restoration(&it), format!("Offer {} again", quoted(&it)))
        } else {
            (self.dismissal(&it), format!("Dismiss {}", quoted(&it)))
        };
        let Some(edit) = edit else { return };
        self.edit(Edit::Batch { label, edits: vec![edit] });
        self.decided(&[it.key]);
    }

    fn dismissal(&mut self, it: &Waiting) -> Option<Edit> {
        let case = self.case.as_ref()?;
        let it = as_found(case, it)?;
        let (text, all) = (case.text(it.article)?, case.suggested().of(it.article)?);
        let these = it.these.iter().filter_map(|at| all.get(*at));
        Some(dismiss(it.article, text, these, &mut self.host.ids))
    }

    /// What lets a dismissed suggestion be offered again; none where it was not dismissed, or is not any more.
    fn restoration(&self, it: &Waiting) -> Option<Edit> {
        let dismissals = self.case.as_ref()?.state().dismissals();
        let these = it.dismissals.iter().copied().filter(|it| dismissals.contains_key(it));
        let these: Vec<_> = these.collect();
        (!these.is_empty()).then(|| restore(these))
    }

    /// Opens the form with what would be recorded, to be corrected.
    pub(super) fn edit_suggestion(&mut self) {
        if !self.settle_form() {
            return;
        }
        let (Some(it), Some(case)) = (self.suggestion().cloned(), &self.case) else { return };
        let Some(it) = as_found(case, &it) else { return };
        let (Some(text), Some(all)) = (case.text(it.article), case.suggested().of(it.article))
        else {
            return;
        };
        let mut these = it.these.iter().filter_map(|at| all.get(*at));
        let Some(first) = these.next() else { return };
        let main = passage(it.article, text, first.span, PassageRole::Main);
        let whole = filled(first, these.clone());
        let mut draft = Draft::suggested(main, &whole, case.state(), &case.gazetteer());
        for repeat in these {
            draft.attach(passage(it.article, text, repeat.span, PassageRole::Repeat));
        }
        self.desk.picked = None;
        self.desk.wants_form = true;
        self.desk.left_first = false;
        self.settings.shows_right = true;
        self.form = Some(OpenForm { draft, takes_focus: true, of: Some(it) });
    }

    /// What is to be recorded with the correction of a suggestion, so that it is not offered again as it was: nothing if
    /// the annotation says the same.
    pub(super) fn with_decision(&mut self, edit: Edit) -> Edit {
        let Some(it) = self.form.as_ref().and_then(|it| it.of.clone()) else { return edit };
        let is_changed = self.form.as_ref().is_some_and(|it| it.draft.is_changed());
        let decision = match (it.is_dismissed(), is_changed) {
            (false, true) => self.dismissal(&it),
            (true, false) => self.restoration(&it),
            (false, false) | (true, true) => None,
        };
        let verb = if is_changed { "Correct" } else { "Accept" };
        let edits = std::iter::once(edit).chain(decision).collect();
        Edit::Batch { label: format!("{verb} {}", quoted(&it)), edits }
    }

    /// These have been decided in one step: the next one comes up.
    pub(super) fn decided(&mut self, keys: &[Key]) {
        self.views.review.decide(keys);
        let next = match (self.desk.face, keys.last()) {
            (Face::Review, _) | (_, None) => self.views.review.current(),
            (_, Some(key)) => self.after(key),
        };
        self.choose_suggestion(next);
    }

    /// What comes after a decision in its article, where one reads on.
    pub(super) fn after(&self, key: &Key) -> Option<Key> {
        let open = self.views.review.open();
        let place = |span: Span| (span.start(), Reverse(span.end()));
        let next = open.of(key.article).filter(|it| place(key.span) <= place(it.span));
        let next = next.min_by_key(|it| place(it.span))?.key.clone();
        self.marks_suggestions().then_some(next)
    }
}

/// What a suggestion says, as it stands in the name of a step: “Libya: at least 12 killed”.
fn quoted(it: &Waiting) -> String {
    /// Letters that a step's name quotes.
    const MOST: usize = 60;
    match it.says.char_indices().nth(MOST) {
        None => format!("“{}”", it.says),
        Some((cut, _)) => {
            let words = it.says.get(..cut).unwrap_or_default();
            format!("“{}…”", words.rsplit_once(' ').map_or(words, |it| it.0))
        }
    }
}

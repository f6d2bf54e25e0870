//! Owns how the texts are searched for suggestions: on threads, some at a time, as they come and as the project learns
//! names; and how the queue of what is still to be decided is made.

use super::{App, Done};
use crate::gui::case::{Case, Searched};
use crate::gui::desk::Face;
use crate::gui::task::Work;
use crate::project;
use crate::views::review;

impl App {
    /// Sets threads to work on texts that are to be searched, and on the queue.
    pub(super) fn make_suggestions(&mut self) {
        let Some(case) = &mut self.case else { return };
        if !self.tasks.is_running(Work::Suggest)
            && let Some(search) = case.next_search()
        {
            let name = "Looking for claims and stances";
            let job = move |progress: &_| Done::Searched(Box::new(search.run(progress)));
            self.tasks.start(Work::Suggest, name, job);
        }
        self.views.review.meet(case);
        self.follow_queue();
        let stamp = self.stamp();
        let Some(case) = &mut self.case else { return };
        if self.desk.suggestion.is_some() {
            self.views.review.tell(case, &stamp);
        }
        let made = &mut self.views.review.made;
        if let Some(request) = made.begin(case.review_revision()) {
            let (state, texts) = (case.project().shared(), case.shared_texts());
            let found = case.suggested().found().clone();
            let job = move |_: &_| {
                let gazetteer = project::gazetteer(&state);
                let review = review(&state, &gazetteer, &texts, &found, &request);
                Done::Review(Box::new(review))
            };
            self.tasks.start(Work::Review, "Making the queue", job);
        }
    }

    /// What one is at in the queue is what is chosen while it is in sight, and shown in the text beside it.
    fn follow_queue(&mut self) {
        let current = self.views.review.current();
        if self.desk.face != Face::Review || self.desk.suggestion == current {
            return;
        }
        if self.form.is_none() {
            self.choose_suggestion(current);
        } else {
            self.desk.suggestion = current;
        }
    }

    /// Whether threads are to be set to work.
    pub(super) fn suggestions_are_due(&self) -> bool {
        let Some(case) = &self.case else { return false };
        self.views.review.made.is_due(case.review_revision())
            || case.is_search_due() && !self.tasks.is_running(Work::Suggest)
    }

    pub(super) fn take_searched(&mut self, searched: Searched) {
        if let Some(case) = &mut self.case {
            case.take_searched(searched);
        }
    }

    /// A search failed within: the same is not tried over and over.
    pub(super) fn search_failed(&mut self) {
        self.case.iter_mut().for_each(Case::stop_searching);
    }
}

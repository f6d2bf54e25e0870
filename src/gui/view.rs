//! Owns what a panel may see in one frame: shared references to all it needs, and the queue it puts its wishes into.

use jiff::Timestamp;

use super::action::{Action, Queue};
use super::app::Situation;
use super::case::Case;
use super::command::Command;
use super::desk::{Desk, Face};
use super::find::Lit;
use super::lights::Lights;
use super::notice::Notices;
use super::review::Open;
use super::settings::Settings;
use super::task::Tasks;
use crate::base::theme::Palette;
use crate::base::{ArticleId, Span};
use crate::views::review::Waiting;

/// What a panel sees.
pub struct View<'a> {
    pub case: Option<&'a Case>,
    pub desk: &'a Desk,
    pub settings: &'a Settings,
    pub situation: &'a Situation,
    pub tasks: &'a Tasks,
    pub notices: &'a Notices,
    /// The annotations that light up.
    pub lights: &'a Lights,
    /// The suggestions that are still to be decided.
    pub open: &'a Open,
    /// What the view shows, in words.
    pub shown: Option<&'a str>,
    /// Places found by the search in the articles that are open.
    pub lit: &'a Lit,
    /// Passages of the annotation being written, in their articles.
    pub fresh: &'a [(ArticleId, Span)],
    pub palette: &'static Palette,
    pub queue: &'a Queue,
    pub now: Timestamp,
    /// The zone of the clock on the wall.
    pub zone: &'a jiff::tz::TimeZone,
    /// The name put on records.
    pub coder: &'a str,
}

impl View<'_> {
    /// The suggestions that are marked in the text; none where the user reads without them.
    pub fn in_text(&self) -> Option<&Open> {
        let shows = self.settings.shows_suggestions || self.desk.face == Face::Review;
        shows.then_some(self.open)
    }

    /// The suggestion that is chosen where one reads, in sight and not in a form.
    pub fn chosen(&self) -> Option<&Waiting> {
        let is_here = self.situation.suggestion && self.desk.face != Face::Review;
        let key = self.desk.suggestion.as_ref().filter(|_| is_here)?;
        self.open.of(key.article).find(|it| it.key == *key)
    }

    pub fn push(&self, action: Action) {
        self.queue.push(action);
    }

    pub fn command(&self, command: Command) {
        self.queue.command(command);
    }
}

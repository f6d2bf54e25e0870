//! Owns what a panel may see in one frame: shared references to all it needs, and the queue it puts its wishes into.

use jiff::Timestamp;

use super::action::{Action, Queue};
use super::app::Situation;
use super::case::Case;
use super::command::Command;
use super::desk::Desk;
use super::find::Lit;
use super::lights::Lights;
use super::notice::Notices;
use super::review::Open;
use super::settings::Settings;
use super::task::Tasks;
use crate::base::theme::Palette;
use crate::base::{ArticleId, Span};

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
    pub fn push(&self, action: Action) {
        self.queue.push(action);
    }

    pub fn command(&self, command: Command) {
        self.queue.command(command);
    }
}

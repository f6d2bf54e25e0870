//! Owns what a column remembers from frame to frame: where it is scrolled to, the press under way, what is to be shown.

use eframe::egui::Pos2;

use super::paragraph::Type;
use super::pieces::{self, Piece};
use super::view::Kept;
use crate::base::Span;
use crate::corpus::{Article, Hash};

/// The state of one column. It holds no article and no annotation, and may be thrown away at the cost of the scroll
/// place.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// The text that `pieces` were cut from.
    text: Option<Hash>,
    pub(super) pieces: Vec<Piece>,
    pub(super) place: Place,
    /// The type that `place` was measured in.
    pub(super) kind: Option<Type>,
    /// To be scrolled to in the next frame.
    pub(super) target: Option<Target>,
    /// Points further down that the next frame begins.
    pub(super) further: f32,
    /// What is lit up for a moment, and since when, in seconds of the program.
    pub(super) flash: Option<(Span, Option<f64>)>,
    /// The column that the caret keeps while it goes up and down.
    pub(super) goal: Option<f32>,
    pub(super) press: Option<Press>,
    pub(super) last: Option<Click>,
    pub(super) kept: Kept,
}

/// Where the view begins: so many points below the top of a piece. It names a piece rather than a height, so that
/// nothing jumps when what is above is set another way.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Place {
    pub piece: usize,
    pub offset: f32,
    /// The first byte of the topmost row, to find the place again in another type.
    pub byte: usize,
    /// Whether the view was at the very top.
    pub scrolled: bool,
}

/// What the next frame scrolls to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Target {
    /// To be read in its surroundings.
    Reveal(Span),
    /// No further than needed.
    Keep(usize),
    /// At the top of the view.
    Top(usize),
}

/// What a press of the mouse selects in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Unit {
    #[default]
    Character,
    Word,
    Sentence,
    Paragraph,
}

/// A press of the mouse under way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Press {
    pub unit: Unit,
    /// What was first pressed; the selection always holds it.
    pub origin: Span,
    pub at: Pos2,
    /// Whether the mouse has gone far enough to be no click.
    pub moved: bool,
    /// Extends what was selected before.
    pub extends: bool,
}

/// The last click, to know a double click, and which of several marks is next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Click {
    pub at: Pos2,
    pub time: f64,
    /// 1 for a single click, 2 for a double, and so on.
    pub count: usize,
    /// The turn of the next mark.
    pub turn: usize,
}

impl Sheet {
    /// Scrolls a passage into view in the next frame and lights it up for a moment.
    pub fn reveal(&mut self, span: Span) {
        self.target = Some(Target::Reveal(span));
        self.flash = Some((span, None));
    }

    /// The byte that the view begins at, to be kept and given to [`Sheet::scroll_to`] in another session.
    pub fn top(&self) -> usize {
        self.place.byte
    }

    /// Begins the view at a byte in the next frame.
    pub fn scroll_to(&mut self, byte: usize) {
        self.target = Some(Target::Top(byte));
    }

    /// Begins the view so many points further down in the next frame.
    pub fn scroll_by(&mut self, points: f32) {
        self.further += points;
    }

    /// Whether a press of the mouse is under way.
    pub fn is_dragging(&self) -> bool {
        self.press.is_some()
    }

    /// Cuts the article if it is not the one shown so far. Another version of a text keeps the place as well as it can.
    pub(super) fn take(&mut self, article: &Article) {
        if self.text == Some(article.text_hash) {
            return;
        }
        self.pieces = pieces::cut(article);
        if self.text.is_some() && self.target.is_none() {
            self.target = Some(Target::Top(0));
        }
        self.text = Some(article.text_hash);
        self.press = None;
        self.last = None;
        self.goal = None;
    }
}

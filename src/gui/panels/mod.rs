//! The left panel's trees: actors, incidents, codes. What a record is called, what it stands in, what names it.
//!
//! `tree` shows the rows, `details` the chosen one, `drafts` holds what is typed until it becomes an edit, `edits` makes
//! the edits, `ask` what is asked before merging and deleting.

mod actors;
mod ask;
mod codes;
mod details;
mod drafts;
mod edits;
mod evidence;
mod head;
mod incidents;
mod keys;
mod paint;
mod pick;
mod row;
mod tabs;
mod tree;

use std::collections::HashSet;
use std::rc::Rc;

use eframe::egui::{CentralPanel, Frame, Margin, Panel, Ui};

pub use paint::{dot, mark};
pub use tabs::tabs;

use self::ask::Ask;
use self::drafts::Drafts;
use super::case::Case;
use super::desk::Left;
use super::theme;
use super::view::View;
use super::widgets::splitter;
use crate::base::{ActorId, IdMint};
use crate::project::RecordId;
use crate::views::names::{Kind, Names};

/// What the trees keep between frames.
#[derive(Default)]
pub struct Panels {
    actors: Face,
    incidents: Face,
    codes: Face,
    drafts: Drafts,
    ask: Option<Ask>,
    /// The trees of one revision of the project.
    trees: Trees,
    /// Pairs that look alike and that the analyst has said are not.
    apart: HashSet<(RecordId, RecordId)>,
    /// The tree shown in the last frame, if one was.
    shown: Option<Kind>,
    /// The keyboard is in a tree, as of the last frame.
    has_keys: bool,
    /// Delete was pressed in a tree.
    deletes: bool,
}

/// The trees made so far of one revision.
#[derive(Default)]
struct Trees {
    revision: Option<u64>,
    made: Vec<(Kind, Rc<Names>)>,
}

/// One tree as it is looked at.
#[derive(Default)]
struct Face {
    filter: String,
    folded: HashSet<RecordId>,
    chosen: Option<RecordId>,
    /// The chosen one's details are open.
    is_open: bool,
    /// When they open, in egui's seconds: once no second click can come, which they would catch.
    opens: Option<f64>,
    /// The details are to get the keyboard.
    enters: bool,
    sheet: Sheet,
    /// The evidence of what stands in the chosen one is shown too.
    within: bool,
    /// The chosen row is to be brought into sight and given the keyboard.
    reveal: bool,
    pick: pick::Pick,
}

/// Which side of the details is shown.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Sheet {
    /// What names the record.
    #[default]
    Evidence,
    Fields,
}

/// What the parts of a tree's panel share in a frame.
struct Cx<'a> {
    view: &'a View<'a>,
    case: &'a Case,
    kind: Kind,
    names: &'a Names,
    face: &'a mut Face,
    drafts: &'a mut Drafts,
    ask: &'a mut Option<Ask>,
    apart: &'a mut HashSet<(RecordId, RecordId)>,
    has_keys: &'a mut bool,
    deletes: bool,
}

impl Panels {
    /// Whether a question lies over the window.
    pub fn asks(&self) -> bool {
        self.ask.is_some()
    }

    /// Chooses an actor and brings it into sight.
    pub fn reveal_actor(&mut self, actor: ActorId) {
        let face = &mut self.actors;
        face.filter.clear();
        face.folded.clear();
        (face.chosen, face.is_open, face.reveal) = (Some(RecordId::Actor(actor)), true, true);
    }

    fn names(&mut self, case: &Case, kind: Kind) -> Rc<Names> {
        let revision = Some(case.revision());
        if self.trees.revision != revision {
            self.trees = Trees { revision, made: vec![] };
        }
        if let Some((_, names)) = self.trees.made.iter().find(|(of, _)| *of == kind) {
            return Rc::clone(names);
        }
        let names = Rc::new(Names::new(case.state(), kind));
        self.trees.made.push((kind, Rc::clone(&names)));
        names
    }

    fn face(&mut self, kind: Kind) -> &mut Face {
        match kind {
            Kind::Actors => &mut self.actors,
            Kind::Incidents => &mut self.incidents,
            Kind::Codes => &mut self.codes,
        }
    }
}

/// The tree of a face of the left panel; none where that shows something else.
fn kind_of(left: Left) -> Option<Kind> {
    match left {
        Left::Actors => Some(Kind::Actors),
        Left::Incidents => Some(Kind::Incidents),
        Left::Codes => Some(Kind::Codes),
        Left::Articles | Left::Filters => None,
    }
}

/// Shows the tree that the left panel is to show.
pub fn show(ui: &mut Ui, panels: &mut Panels, view: &View<'_>, ids: &mut IdMint) {
    let (Some(case), Some(kind)) = (view.case, kind_of(view.desk.left)) else { return };
    let names = panels.names(case, kind);
    let is_new = panels.shown.replace(kind) != Some(kind);
    let deletes = std::mem::take(&mut panels.deletes);
    panels.has_keys = false;
    let mut cx = Cx {
        view,
        case,
        kind,
        names: &names,
        face: match kind {
            Kind::Actors => &mut panels.actors,
            Kind::Incidents => &mut panels.incidents,
            Kind::Codes => &mut panels.codes,
        },
        drafts: &mut panels.drafts,
        ask: &mut panels.ask,
        apart: &mut panels.apart,
        has_keys: &mut panels.has_keys,
        deletes,
    };
    cx.face.reveal |= is_new | cx.drafts.returns();
    cx.face.chosen = cx.face.chosen.filter(|it| names.row(*it).is_some());
    let margin = Margin { bottom: 8, ..Margin::symmetric(8, 0) };
    Frame::new().inner_margin(margin).show(ui, |ui| head::head(ui, &mut cx));
    open_details(ui, cx.face);
    if cx.face.is_open && cx.face.chosen.is_some() {
        let frame = Frame::new().fill(theme::colour(view.palette.panel));
        let height = ui.available_height();
        const DETAILS: &str = "details of a name";
        Panel::bottom(DETAILS)
            .frame(frame)
            .resizable(true)
            .default_size((height * 0.55).max(120.0))
            .size_range(80.0..=(height - 80.0).max(80.0))
            .show(ui, |ui| details::details(ui, &mut cx));
        splitter(ui, DETAILS, "Height of the details");
    }
    CentralPanel::no_frame().show(ui, |ui| tree::tree(ui, &mut cx));
    ask::show(ui.ctx(), &mut cx);
    commit(panels, view, ids);
}

/// Opens the details of a row that was clicked, and keeps the row in sight.
fn open_details(ui: &Ui, face: &mut Face) {
    let Some(opens) = face.opens else { return };
    if ui.input(|it| it.time) < opens {
        ui.request_repaint();
        return;
    }
    (face.opens, face.is_open, face.reveal) = (None, true, true);
}

/// To be called in a frame that shows no tree: what was typed there is kept.
pub fn settle(panels: &mut Panels, view: &View<'_>, ids: &mut IdMint) {
    (panels.shown, panels.ask) = (None, None);
    (panels.has_keys, panels.deletes) = (false, false);
    commit(panels, view, ids);
}

/// Makes edits of what was typed and left.
fn commit(panels: &mut Panels, view: &View<'_>, ids: &mut IdMint) {
    let Some(case) = view.case else { return };
    for (at, text) in panels.drafts.settled() {
        match edits::of(case.state(), at, &text, ids) {
            edits::Outcome::Nothing => {}
            edits::Outcome::Edit(edit) => view.queue.edit(*edit),
            edits::Outcome::Choose(id, edit) => {
                edit.into_iter().for_each(|it| view.queue.edit(*it));
                if let Some(kind) = Kind::of(id) {
                    let face = panels.face(kind);
                    face.filter.clear();
                    (face.chosen, face.is_open, face.reveal) = (Some(id), true, true);
                    face.sheet = Sheet::Fields;
                }
            }
            edits::Outcome::Problem(what) => panels.drafts.complain(at, what),
        }
    }
}

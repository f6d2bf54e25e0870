//! Owns the panels at the sides: which stand there in a window of this width, how wide, and what they show.

use eframe::egui::{Frame, Margin, Panel, RichText, Ui, UiBuilder};

use super::form::{self, OpenForm};
use super::views::Views;
use crate::base::IdMint;
use crate::gui::desk::{Face, Left};
use crate::gui::find::{self, Find};
use crate::gui::inspector::article::ArticleDraft;
use crate::gui::list::{self, List};
use crate::gui::matrix;
use crate::gui::panels::{self, Panels};
use crate::gui::review;
use crate::gui::theme;
use crate::gui::view::View;
use crate::gui::widgets::splitter;

/// In a window narrower than this only one panel stands beside the text, in points.
const NARROW: f32 = 960.0;

/// What the panels keep, and what they need besides a view.
pub(super) struct Sides<'a> {
    pub find: &'a mut Find,
    pub list: &'a mut List,
    pub panels: &'a mut Panels,
    pub views: &'a mut Views,
    pub form: Option<&'a mut OpenForm>,
    pub about: &'a mut Option<ArticleDraft>,
    pub ids: &'a mut IdMint,
    /// Words selected in the active column that could be a further passage.
    pub addable: Option<&'a str>,
    /// Raised when the panels are to have the widths of the settings again.
    pub drawn: u32,
}

/// The panels of one frame.
pub(super) struct Placed {
    /// In points.
    pub widths: (f32, f32),
    right: Option<Ui>,
    /// The evidence of a cell stands in the right one.
    of_cell: bool,
}

impl Sides<'_> {
    /// Gives the panels there is room for their places and shows the left one. The right one is shown with
    /// [`Sides::right`], after the view.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>) -> Placed {
        let window = ui.available_width();
        let is_narrow = window < NARROW;
        // Chart and text need the width: beside them the form is there when it is asked for.
        let is_suggested = view.chosen().is_some();
        let has_right = view.desk.face != Face::Casualties || view.desk.wants_form || is_suggested;
        let wants = (
            view.settings.shows_left || self.find.is_open(),
            view.settings.shows_right && has_right,
        );
        // The search comes before the form, that before the list unless it was asked for since, and that before what is
        // known of an article.
        let of_cell = view.desk.face == Face::Stances
            && view.desk.cell.is_some()
            && (!(self.form.is_some() || is_suggested) || view.desk.evidence_first);
        // Cells are edited in their places: there the filters stay until the form is asked for.
        let wants_form = view.desk.wants_form || view.desk.reads() || view.desk.face != Face::Table;
        let form_first = ((self.form.is_some() && wants_form) || is_suggested || of_cell)
            && !self.find.is_open()
            && !view.desk.left_first;
        // What a view says where nothing is chosen is not worth its room in a narrow window.
        let is_free = !wants.0 && view.desk.reads();
        let shows_right = wants.1 && (!is_narrow || form_first || is_free);
        let shows_left = wants.0 && !(is_narrow && shows_right);
        let frame = Frame::new().fill(theme::colour(view.palette.panel));
        let most = |share: f32, least: f32, most: f32| (window * share).clamp(least, most);
        let mut widths = (view.settings.left_width, view.settings.right_width);
        if shows_left {
            let panel = Panel::left(("left", self.drawn))
                .frame(frame)
                .default_size(view.settings.left_width)
                .size_range(180.0..=most(0.32, 180.0, 600.0));
            let shown = panel.show(ui, |ui| within(ui, |ui| self.left(ui, view)));
            splitter(ui, ("left", self.drawn), "Width of the left panel");
            widths.0 = shown.response.rect.width();
        }
        let shows_tree = shows_left
            && !self.find.is_open()
            && matches!(view.desk.left, Left::Actors | Left::Incidents | Left::Codes);
        if !shows_tree {
            panels::settle(self.panels, view, self.ids);
        }
        let mut right = None;
        if shows_right {
            let panel = Panel::right(("right", self.drawn))
                .frame(frame.inner_margin(Margin { right: 4, ..Margin::same(16) }))
                .default_size(view.settings.right_width)
                .size_range(260.0..=most(0.36, 260.0, 700.0));
            let shown = panel.show(ui, reserve);
            splitter(ui, ("right", self.drawn), "Width of the right panel");
            widths.1 = shown.response.rect.width();
            right = Some(shown.inner);
        }
        Placed { widths, right, of_cell }
    }

    /// Shows what stands in the right panel.
    pub fn right(self, placed: Placed, view: &View<'_>) {
        let Some(mut ui) = placed.right else { return };
        if placed.of_cell {
            matrix::evidence(&mut ui, &mut self.views.matrix, view);
        } else if view.chosen().is_some() {
            review::card::show(&mut ui, &self.views.review, view);
        } else if self.form.is_none() && !view.desk.reads() {
            ui.set_max_width(ui.available_width() - 12.0);
            ui.label(RichText::new(nothing_chosen(view.desk.face)).small().weak());
        } else {
            form::show(&mut ui, self.form, self.about, view, self.addable);
        }
    }

    fn left(&mut self, ui: &mut Ui, view: &View<'_>) {
        if self.find.is_open() {
            find::show(ui, self.find, view);
            return;
        }
        panels::tabs(ui, view);
        match view.desk.left {
            Left::Filters => self.views.filters(ui, view),
            Left::Articles => list::show(ui, self.list, view),
            Left::Actors | Left::Incidents | Left::Codes => {
                panels::show(ui, self.panels, view, self.ids);
            }
        }
    }
}

/// What the right panel says beside a view in which nothing is chosen.
fn nothing_chosen(face: Face) -> &'static str {
    match face {
        Face::Read => "",
        Face::Review => "Press E, and what would be recorded stands here to be corrected.",
        Face::Table => "Choose a row, and its fields and passages stand here.",
        Face::Casualties => "Choose a mark, and its claim stands here.",
        Face::Stances => "Choose a cell, and the sentences behind it stand here.",
    }
}

/// Shows something in the room there is, which does not grow where it is too wide.
fn within(ui: &mut Ui, show: impl FnOnce(&mut Ui)) {
    show(&mut reserve(ui));
}

/// Takes the room there is for something that is shown later.
fn reserve(ui: &mut Ui) -> Ui {
    let room = ui.available_rect_before_wrap();
    let mut inner = ui.new_child(UiBuilder::new().max_rect(room));
    inner.set_clip_rect(inner.clip_rect().intersect(room.expand(4.0)));
    ui.advance_cursor_after_rect(room);
    inner
}

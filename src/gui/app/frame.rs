//! Owns the order of a frame: keys, panels from the outside in, what lies over them, then the queue.

use eframe::egui::{self, CentralPanel, Frame, Margin, Panel};

use super::sides::Sides;
use super::{App, views};
use crate::gui::find::Lit;
use crate::gui::shell::Over;
use crate::gui::view::View;
use crate::gui::{columns, shell, theme};

/// From this width of the window on, panels are as wide as the user wants them, in points.
const WIDE: f32 = 1200.0;

impl App {
    pub(super) fn frame(&mut self, ui: &mut egui::Ui) {
        let now = ui.input(|it| it.time);
        if let Some(seconds) = self.notices.turn(now) {
            ui.request_repaint_after_secs(seconds as f32 + 0.05);
        }
        let waiting = self.begin_settling();
        let situation = self.situation();
        let over = self.over();
        if over == Over::Nothing && ui.memory(|it| it.top_modal_layer().is_some()) {
            // What lay over the window is gone; what waited for the keyboard gets it in the next frame.
            ui.request_repaint();
        }
        self.keep_focus(ui.ctx());
        columns::leave_by_tab(ui, &self.desk);
        self.panels.take_keys(ui.ctx());
        self.views.take_keys(ui.ctx(), self.desk.face);
        for command in shell::pressed(ui.ctx(), &situation, over) {
            self.queue.command(command);
        }
        let stamp = self.stamp();
        let lit = self.lit();
        let addable = self.selected_words().filter(|_| situation.addable);
        let fresh = self.fresh();
        let palette = theme::palette(ui);
        if let Some(case) = &self.case {
            self.lights.turn(self.desk.hover.lit(), case);
        }
        let shown = self.views.told(self.desk.face);
        let open = self.views.review.open();
        let view = View {
            case: self.case.as_ref(),
            desk: &self.desk,
            settings: &self.settings,
            situation: &situation,
            tasks: &self.tasks,
            notices: &self.notices,
            lights: &self.lights,
            open: &open,
            shown: shown.as_deref(),
            lit: &lit,
            fresh: &fresh,
            palette,
            queue: &self.queue,
            now: stamp.at,
            zone: &self.host.zone,
            coder: &stamp.coder,
        };
        let mut widths = (view.settings.left_width, view.settings.right_width);
        let bar =
            Frame::new().fill(theme::colour(palette.panel)).inner_margin(Margin::symmetric(12, 6));
        Panel::top("top").frame(bar).show(ui, |ui| shell::top(ui, &view));
        // Things are shown in the order in which they are read, since that is the way of the Tab key.
        let mut status = Panel::bottom("status").frame(bar).show(ui, shell::status_room).inner;
        let (mut texts, mut share) = (None, self.settings.split);
        if view.case.is_none() {
            CentralPanel::no_frame().show(ui, |ui| {
                shell::start(ui, &view, &self.start);
            });
        } else {
            let mut sides = Sides {
                find: &mut self.find,
                list: &mut self.list,
                panels: &mut self.panels,
                views: &mut self.views,
                form: self.form.as_mut(),
                about: &mut self.about,
                ids: &mut self.host.ids,
                addable: addable.as_deref(),
                drawn: self.drawn,
            };
            let placed = sides.show(ui, &view);
            widths = placed.widths;
            if view.case.is_some_and(shell::has_banner) {
                Panel::top("banner")
                    .frame(bar.inner_margin(Margin::symmetric(16, 8)))
                    .show(ui, |ui| shell::banner(ui, &view));
            }
            texts = Some(ui.available_rect_before_wrap());
            CentralPanel::no_frame().show(ui, |ui| {
                share = views::show(ui, &mut self.columns, sides.views, &view, sides.ids, share);
            });
            sides.right(placed, &view);
        }
        shell::status(&mut status, &view);
        shell::notices(ui.ctx(), &view, over != Over::Nothing, texts);
        shell::palette(ui.ctx(), &view, &mut self.palette);
        shell::dialogs(ui.ctx(), &view, &mut self.dialog);
        self.settings.split = share;
        if self.settings.table != self.views.table.columns() {
            self.settings.table = self.views.table.columns().to_vec();
        }
        if let Some(room) = texts {
            self.desk.fits_split = views::fits_split(room.width());
        }
        self.keep_widths(ui.ctx().content_rect().width() >= WIDE, widths);
        let asked = self.carry_out_queue();
        if let Some(waiting) = waiting {
            self.settled(waiting);
        }
        self.place_carets();
        let due = self.views_are_due() || self.preview_is_due() || self.suggestions_are_due();
        if self.desk.hover.turn() || asked || due {
            ui.request_repaint();
        }
    }

    /// Places found by the search in the articles that are open.
    fn lit(&mut self) -> Lit {
        let open = self.desk.columns.iter().filter_map(|it| {
            let text = self.case.as_ref()?.text(it.article)?;
            Some((it.article, text.text.as_str()))
        });
        self.find.lit(open)
    }

    /// Remembers the panels as the user has drawn them, not as a narrow window makes them.
    fn keep_widths(&mut self, wide: bool, widths: (f32, f32)) {
        let was_wide = std::mem::replace(&mut self.was_wide, wide);
        if wide && was_wide {
            (self.settings.left_width, self.settings.right_width) = widths;
        } else if wide {
            self.drawn += 1;
        }
    }

    /// What lies over the window.
    fn over(&self) -> Over {
        if self.dialog.is_some() || self.panels.asks() {
            Over::Dialog
        } else if self.palette.is_open() {
            Over::Palette
        } else {
            Over::Nothing
        }
    }

    /// The keyboard goes to what lies over the window, and back to where it was.
    fn keep_focus(&mut self, ctx: &egui::Context) {
        if self.dialog.is_some() || self.palette.is_open() {
            if self.focus_before.is_none() {
                let focused = ctx.memory(|it| it.focused());
                self.focus_before = Some(focused);
                ctx.memory_mut(|it| focused.into_iter().for_each(|id| it.surrender_focus(id)));
            }
        } else if let Some(Some(id)) = self.focus_before.take()
            && ctx.memory(|it| it.focused().is_none())
        {
            ctx.memory_mut(|it| it.request_focus(id));
        }
    }
}

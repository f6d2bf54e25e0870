//! Owns the order of a frame: keys, panels from the outside in, what lies over them, then the queue.

use eframe::egui::{self, CentralPanel, Frame, Margin, Panel};

use super::App;
use crate::gui::desk::Left;
use crate::gui::shell::Over;
use crate::gui::view::View;
use crate::gui::{list, shell, theme};

/// From this width of the window on, panels are as wide as the user wants them, in points.
const WIDE: f32 = 1200.0;

impl App {
    pub(super) fn frame(&mut self, ui: &mut egui::Ui) {
        let now = ui.input(|it| it.time);
        if let Some(seconds) = self.notices.turn(now) {
            ui.request_repaint_after_secs(seconds as f32 + 0.05);
        }
        let situation = self.situation();
        let over = self.over();
        self.keep_focus(ui.ctx(), over);
        for command in shell::pressed(ui.ctx(), &situation, over) {
            self.queue.command(command);
        }
        let stamp = self.stamp();
        let palette = theme::palette(ui);
        let view = View {
            case: self.case.as_ref(),
            desk: &self.desk,
            settings: &self.settings,
            situation: &situation,
            tasks: &self.tasks,
            notices: &self.notices,
            palette,
            queue: &self.queue,
            now: stamp.at,
            zone: &self.host.zone,
            coder: &stamp.coder,
        };
        let mut widths = (view.settings.left_width, view.settings.right_width);
        let bar =
            Frame::new().fill(theme::colour(palette.panel)).inner_margin(Margin::symmetric(12, 6));
        let side = Frame::new().fill(theme::colour(palette.panel));
        Panel::top("top").frame(bar).show(ui, |ui| shell::top(ui, &view, &mut self.find));
        Panel::bottom("status").frame(bar).show(ui, |ui| shell::status(ui, &view));
        if view.case.is_none() {
            CentralPanel::no_frame().show(ui, |ui| {
                shell::start(ui, &view, &self.start);
            });
        } else {
            // In a narrow window the panels leave room for the text.
            let window = ui.available_width();
            let most = |share: f32, least: f32, most: f32| (window * share).clamp(least, most);
            if view.settings.shows_left {
                let left = Panel::left(("left", self.panels))
                    .frame(side)
                    .default_size(view.settings.left_width)
                    .size_range(180.0..=most(0.32, 180.0, 600.0))
                    .show(ui, |ui| match view.desk.left {
                        Left::Articles | Left::Actors | Left::Incidents | Left::Codes => {
                            list::show(ui, &mut self.list, &view);
                        }
                        Left::Found => {}
                    });
                widths.0 = left.response.rect.width();
            }
            if view.settings.shows_right {
                let right = Panel::right(("right", self.panels))
                    .frame(side.inner_margin(Margin::same(16)))
                    .default_size(view.settings.right_width)
                    .size_range(260.0..=most(0.36, 260.0, 700.0))
                    .show(ui, |ui| {
                        ui.label("inspector");
                    });
                widths.1 = right.response.rect.width();
            }
            if view.case.is_some_and(shell::has_banner) {
                Panel::top("banner")
                    .frame(side.inner_margin(Margin::symmetric(16, 8)))
                    .show(ui, |ui| shell::banner(ui, &view));
            }
        }
        shell::notices(ui.ctx(), &view, over != Over::Nothing);
        shell::palette(ui.ctx(), &view, &mut self.palette);
        shell::dialogs(ui.ctx(), &view, &mut self.dialog);
        self.keep_widths(ui.ctx().content_rect().width() >= WIDE, widths);
        let asked = self.carry_out_queue();
        if self.desk.hover.turn() || asked {
            ui.request_repaint();
        }
    }

    /// Remembers the panels as the user has drawn them, not as a narrow window makes them.
    fn keep_widths(&mut self, wide: bool, widths: (f32, f32)) {
        let was_wide = std::mem::replace(&mut self.was_wide, wide);
        if wide && was_wide {
            (self.settings.left_width, self.settings.right_width) = widths;
        } else if wide {
            self.panels += 1;
        }
    }

    /// What lies over the window.
    fn over(&self) -> Over {
        if self.dialog.is_some() {
            Over::Dialog
        } else if self.palette.is_open() {
            Over::Palette
        } else {
            Over::Nothing
        }
    }

    /// The keyboard goes to what lies over the window, and back to where it was.
    fn keep_focus(&mut self, ctx: &egui::Context, over: Over) {
        if over != Over::Nothing {
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

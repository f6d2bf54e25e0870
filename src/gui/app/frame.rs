//! Owns the order of a frame: keys, panels from the outside in, what lies over them, then the queue.

use eframe::egui::{self, CentralPanel, Frame, Margin, Panel};

use super::App;
use crate::gui::desk::Left;
use crate::gui::view::View;
use crate::gui::{list, panels, shell, theme};

impl App {
    pub(super) fn frame(&mut self, ui: &mut egui::Ui) {
        let now = ui.input(|it| it.time);
        if let Some(seconds) = self.notices.turn(now) {
            ui.request_repaint_after_secs(seconds as f32 + 0.05);
        }
        let situation = self.situation();
        let over = self.dialog.is_some() || self.palette.is_open() || self.panels.asks();
        self.panels.take_keys(ui.ctx());
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
        let bar =
            Frame::new().fill(theme::colour(palette.panel)).inner_margin(Margin::symmetric(12, 6));
        let side = Frame::new().fill(theme::colour(palette.panel));
        Panel::top("top").frame(bar).show(ui, |ui| shell::top(ui, &view, &mut self.find));
        Panel::bottom("status").frame(bar).show(ui, |ui| shell::status(ui, &view));
        if view.case.is_none() {
            CentralPanel::no_frame().show(ui, |ui| shell::start(ui, &view));
        } else {
            if view.settings.shows_left {
                Panel::left("left")
                    .frame(side)
                    .default_size(view.settings.left_width)
                    .size_range(180.0..=600.0)
                    .show(ui, |ui| match view.desk.left {
                        Left::Articles => {
                            panels::tabs(ui, &view);
                            list::show(ui, &mut self.list, &view);
                        }
                        Left::Actors | Left::Incidents | Left::Codes => {
                            panels::show(ui, &mut self.panels, &view, &mut self.host.ids);
                        }
                        Left::Found => {}
                    });
            }
            let shows_tree = view.settings.shows_left
                && matches!(view.desk.left, Left::Actors | Left::Incidents | Left::Codes);
            if !shows_tree {
                panels::settle(&mut self.panels, &view, &mut self.host.ids);
            }
            if view.settings.shows_right {
                Panel::right("right")
                    .frame(side.inner_margin(Margin::same(16)))
                    .default_size(view.settings.right_width)
                    .size_range(260.0..=700.0)
                    .show(ui, |ui| {
                        ui.label("inspector");
                    });
            }
        }
        shell::notices(ui.ctx(), &view);
        let asked = self.carry_out_queue();
        if self.desk.hover.turn() || asked {
            ui.request_repaint();
        }
    }
}

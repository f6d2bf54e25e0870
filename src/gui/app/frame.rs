//! Owns the order of a frame: keys, panels from the outside in, what lies over them, then the queue.

use eframe::egui::{self, CentralPanel, Frame, Margin, Panel};

use super::{App, form};
use crate::gui::desk::Left;
use crate::gui::view::View;
use crate::gui::{columns, find, list, panels, shell, theme};

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
        let open = self.desk.columns.iter().filter_map(|it| {
            let text = self.case.as_ref()?.text(it.article)?;
            Some((it.article, text.text.as_str()))
        });
        let lit = self.find.lit(open);
        let selected = self.selected_words();
        let palette = theme::palette(ui);
        let mut sheets = self.desk.take_sheets();
        let view = View {
            case: self.case.as_ref(),
            desk: &self.desk,
            settings: &self.settings,
            situation: &situation,
            tasks: &self.tasks,
            notices: &self.notices,
            lit: &lit,
            palette,
            queue: &self.queue,
            now: stamp.at,
            zone: &self.host.zone,
            coder: &stamp.coder,
        };
        let bar =
            Frame::new().fill(theme::colour(palette.panel)).inner_margin(Margin::symmetric(12, 6));
        let side = Frame::new().fill(theme::colour(palette.panel));
        Panel::top("top").frame(bar).show(ui, |ui| shell::top(ui, &view));
        Panel::bottom("status").frame(bar).show(ui, |ui| shell::status(ui, &view));
        if view.case.is_none() {
            CentralPanel::no_frame().show(ui, |ui| shell::start(ui, &view));
        } else {
            if view.settings.shows_left {
                Panel::left("left")
                    .frame(side)
                    .default_size(view.settings.left_width)
                    .size_range(180.0..=600.0)
                    .show(ui, |ui| {
                        if self.find.is_open() {
                            find::show(ui, &mut self.find, &view);
                            return;
                        }
                        panels::tabs(ui, &view);
                        match view.desk.left {
                            Left::Articles => list::show(ui, &mut self.list, &view),
                            Left::Actors | Left::Incidents | Left::Codes => {
                                panels::show(ui, &mut self.panels, &view, &mut self.host.ids);
                            }
                        }
                    });
            }
            let shows_tree = view.settings.shows_left
                && !self.find.is_open()
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
                        let form = self.form.as_mut();
                        form::show(ui, form, &mut self.about, &view, selected.as_deref());
                    });
            }
        }
        if view.case.is_some() {
            CentralPanel::no_frame().show(ui, |ui| columns::show(ui, &mut sheets, &view));
        }
        shell::notices(ui.ctx(), &view);
        self.desk.put_sheets(sheets);
        let asked = self.carry_out_queue();
        self.place_carets();
        if self.desk.hover.turn() || asked {
            ui.request_repaint();
        }
    }
}

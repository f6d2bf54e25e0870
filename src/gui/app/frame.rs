//! Owns the order of a frame: keys, panels from the outside in, what lies over them, then the queue.

use eframe::egui::{self, CentralPanel, Frame, Margin, Panel, UiBuilder};

use super::{App, form};
use crate::gui::desk::Left;
use crate::gui::settings::{LEFT_WIDTHS, RIGHT_WIDTHS};
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
        let (mut left_width, mut right_width) = (None, None);
        if view.case.is_none() {
            CentralPanel::no_frame().show(ui, |ui| shell::start(ui, &view));
        } else {
            if view.settings.shows_left {
                let panel = Panel::left("left")
                    .frame(side)
                    .default_size(view.settings.left_width)
                    .size_range(LEFT_WIDTHS);
                let shown = panel.show(ui, |ui| {
                    within(ui, |ui| {
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
                });
                left_width = Some(shown.response.rect.width());
            }
            let shows_tree = view.settings.shows_left
                && !self.find.is_open()
                && matches!(view.desk.left, Left::Actors | Left::Incidents | Left::Codes);
            if !shows_tree {
                panels::settle(&mut self.panels, &view, &mut self.host.ids);
            }
            if view.settings.shows_right {
                let panel = Panel::right("right")
                    .frame(side.inner_margin(Margin::same(16)))
                    .default_size(view.settings.right_width)
                    .size_range(RIGHT_WIDTHS);
                let shown = panel.show(ui, |ui| {
                    within(ui, |ui| {
                        let form = self.form.as_mut();
                        form::show(ui, form, &mut self.about, &view, selected.as_deref());
                    });
                });
                right_width = Some(shown.response.rect.width());
            }
            CentralPanel::no_frame().show(ui, |ui| columns::show(ui, &mut self.columns, &view));
        }
        shell::notices(ui.ctx(), &view);
        self.settings.left_width = left_width.unwrap_or(self.settings.left_width);
        self.settings.right_width = right_width.unwrap_or(self.settings.right_width);
        let asked = self.carry_out_queue();
        self.place_carets();
        if self.desk.hover.turn() || asked {
            ui.request_repaint();
        }
    }
}

/// Shows something in the room there is, which does not grow where it is too wide.
fn within(ui: &mut egui::Ui, show: impl FnOnce(&mut egui::Ui)) {
    let room = ui.available_rect_before_wrap();
    let mut inner = ui.new_child(UiBuilder::new().max_rect(room));
    inner.set_clip_rect(inner.clip_rect().intersect(room.expand(4.0)));
    show(&mut inner);
    ui.advance_cursor_after_rect(room);
}

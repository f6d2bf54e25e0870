//! Owns the order of a frame: keys, panels from the outside in, what lies over them, then the queue.

use eframe::egui::{self, CentralPanel, Frame, Margin, Panel, UiBuilder};

use super::{App, form};
use crate::gui::desk::Left;
use crate::gui::shell::Over;
use crate::gui::view::View;
use crate::gui::{columns, find, list, panels, shell, theme};

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
        self.keep_focus(ui.ctx());
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
        let mut widths = (view.settings.left_width, view.settings.right_width);
        let bar =
            Frame::new().fill(theme::colour(palette.panel)).inner_margin(Margin::symmetric(12, 6));
        let side = Frame::new().fill(theme::colour(palette.panel));
        Panel::top("top").frame(bar).show(ui, |ui| shell::top(ui, &view));
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
                let panel = Panel::left(("left", self.drawn))
                    .frame(side)
                    .default_size(view.settings.left_width)
                    .size_range(180.0..=most(0.32, 180.0, 600.0));
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
                widths.0 = shown.response.rect.width();
            }
            let shows_tree = view.settings.shows_left
                && !self.find.is_open()
                && matches!(view.desk.left, Left::Actors | Left::Incidents | Left::Codes);
            if !shows_tree {
                panels::settle(&mut self.panels, &view, &mut self.host.ids);
            }
            if view.settings.shows_right {
                let panel = Panel::right(("right", self.drawn))
                    .frame(side.inner_margin(Margin::same(16)))
                    .default_size(view.settings.right_width)
                    .size_range(260.0..=most(0.36, 260.0, 700.0));
                let shown = panel.show(ui, |ui| {
                    within(ui, |ui| {
                        let form = self.form.as_mut();
                        form::show(ui, form, &mut self.about, &view, selected.as_deref());
                    });
                });
                widths.1 = shown.response.rect.width();
            }
            if view.case.is_some_and(shell::has_banner) {
                Panel::top("banner")
                    .frame(side.inner_margin(Margin::symmetric(16, 8)))
                    .show(ui, |ui| shell::banner(ui, &view));
            }
            CentralPanel::no_frame().show(ui, |ui| columns::show(ui, &mut self.columns, &view));
        }
        shell::notices(ui.ctx(), &view, over != Over::Nothing);
        shell::palette(ui.ctx(), &view, &mut self.palette);
        shell::dialogs(ui.ctx(), &view, &mut self.dialog);
        self.keep_widths(ui.ctx().content_rect().width() >= WIDE, widths);
        let asked = self.carry_out_queue();
        if let Some(waiting) = waiting {
            self.settled(waiting);
        }
        self.place_carets();
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

/// Shows something in the room there is, which does not grow where it is too wide.
fn within(ui: &mut egui::Ui, show: impl FnOnce(&mut egui::Ui)) {
    let room = ui.available_rect_before_wrap();
    let mut inner = ui.new_child(UiBuilder::new().max_rect(room));
    inner.set_clip_rect(inner.clip_rect().intersect(room.expand(4.0)));
    show(&mut inner);
    ui.advance_cursor_after_rect(room);
}

//! Owns what goes between the program and its window: theme, title, place, asking on close, dropped files, settings.

use std::sync::Arc;

use eframe::egui::{Context, ViewportCommand};

use super::Done;
use super::{App, Then};
use crate::gui::case::Case;
use crate::gui::settings::Place;
use crate::gui::task::Work;

impl App {
    /// Looks after the window, once a frame.
    pub(super) fn watch_window(&mut self, ctx: &Context) {
        ctx.set_theme(self.settings.theme_preference());
        let dropped =
            ctx.input(|it| it.raw.dropped_files.first().map(|file| file.path().to_owned()));
        if let Some(path) = dropped {
            self.ask_then(Then::Open(path));
        }
        if ctx.input(|it| it.viewport().close_requested()) && !self.may_close {
            if self.case.as_ref().is_some_and(Case::is_unsaved) {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
                self.ask_then(Then::Quit);
            } else {
                self.may_close = true;
            }
        } else if self.may_close {
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
        self.remember_place(ctx);
        if self.settings != self.written_settings && !self.tasks.is_running(Work::Settings) {
            self.keep_settings();
        }
    }

    fn remember_place(&mut self, ctx: &Context) {
        ctx.input(|input| {
            let viewport = input.viewport();
            let Some(inner) = viewport.inner_rect else { return };
            let maximized = viewport.maximized.unwrap_or(false);
            let before = self.settings.window;
            let size = if maximized {
                before.map_or((inner.width(), inner.height()), |it| (it.width, it.height))
            } else {
                (inner.width().round(), inner.height().round())
            };
            let at = viewport.outer_rect.map(|it| (it.min.x.round(), it.min.y.round()));
            self.settings.window = Some(Place { width: size.0, height: size.1, at, maximized });
        });
    }

    /// Writes the settings on a thread.
    fn keep_settings(&mut self) {
        let Some(folder) = self.host.state_folder.clone() else { return };
        self.written_settings = self.settings.clone();
        let (settings, disk) = (self.settings.clone(), Arc::clone(&self.host.disk));
        self.tasks.start(Work::Settings, "Remembering settings", move |_| {
            // What cannot be remembered is usual again next time, no more.
            let _ = settings.write(&*disk, &folder);
            Done::Nothing
        });
    }

    /// Writes the settings at once, as the window goes.
    pub(super) fn write_settings(&mut self) {
        if let Some(folder) = &self.host.state_folder
            && self.settings != self.written_settings
        {
            let _ = self.settings.write(&*self.host.disk, folder);
        }
    }
}

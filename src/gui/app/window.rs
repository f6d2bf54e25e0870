//! Owns what goes between the program and its window: theme, title, place, asking on close, dropped files, settings.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{Context, ViewportCommand};

use super::Done;
use super::{App, Then};
use crate::files::Kind;
use crate::gui::notice::Weight;
use crate::gui::settings::Place;
use crate::gui::task::Work;

impl App {
    /// Looks after the window, once a frame.
    pub(super) fn watch_window(&mut self, ctx: &Context) {
        ctx.set_theme(self.settings.theme_preference());
        self.take_dropped(ctx);
        self.set_title(ctx);
        if ctx.input(|it| it.viewport().close_requested()) && !self.may_close {
            self.ask_then(Then::Quit);
            if self.may_close {
                self.closes = true;
            } else {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            }
        } else if self.may_close && !std::mem::replace(&mut self.closes, true) {
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
        self.remember_place(ctx);
        if self.settings != self.written_settings && !self.tasks.is_running(Work::Settings) {
            self.keep_settings();
        }
    }

    /// Opens what was dropped on the window: the first folder or project; the rest is told.
    fn take_dropped(&mut self, ctx: &Context) {
        let dropped: Vec<PathBuf> = ctx
            .input(|it| it.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        if dropped.is_empty() {
            return;
        }
        let opens = |path: &PathBuf| {
            let entry = self.host.disk.entry(path);
            entry.is_ok_and(|it| it.kind == Kind::Folder)
                || path.extension().is_some_and(|it| it.eq_ignore_ascii_case("kbproj"))
        };
        let Some(first) = dropped.iter().find(|it| opens(it)).cloned() else {
            let hint =
                "drop a folder of reports or a .kbproj file; for a single report, its folder";
            let what = "what was dropped is neither a folder nor a project";
            self.notices.tell(Weight::Warning, what, hint);
            return;
        };
        if dropped.len() > 1 {
            let name = first.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let what = format!("of {} things dropped only {name} was opened", dropped.len());
            let hint = "further folders are added with Add folder… in the menu";
            self.notices.tell(Weight::Warning, what, hint);
        }
        // What is asked already is answered first.
        if self.dialog.is_none() {
            self.ask_then(Then::Open(first));
        }
    }

    /// "• name – KB Workbench", the dot while there is unsaved work.
    fn set_title(&mut self, ctx: &Context) {
        let title = match &self.case {
            Some(case) => {
                let mark = if case.is_unsaved() { "• " } else { "" };
                format!("{mark}{} – KB Workbench", case.name())
            }
            None => "KB Workbench".to_owned(),
        };
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
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

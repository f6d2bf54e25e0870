//! Owns the window: all its state, and the frame's order: results of long work, panels, then the queue of what they
//! asked for. The only place from which a project changes.

mod carry;
mod commands;
mod done;
mod find;
mod form;
mod frame;
mod open;
mod save;
mod situation;
mod window;

use std::path::PathBuf;

use eframe::egui;

pub use done::{Done, Purpose};
pub use situation::Situation;

use super::action::Queue;
use super::case::Case;
use super::columns::Columns;
use super::desk::Desk;
use super::find::Find;
use super::host::Host;
use super::inspector::article::ArticleDraft;
use super::list::List;
use super::notice::Notices;
use super::panels::Panels;
use super::settings::Settings;
use super::shell::{Dialog, PaletteState};
use super::task::Tasks;
use super::theme;
use crate::project::Stamp;

/// The window.
pub struct App {
    ctx: egui::Context,
    host: Host,
    settings: Settings,
    /// As last written.
    written_settings: Settings,
    tasks: Tasks,
    notices: Notices,
    queue: Queue,
    case: Option<Case>,
    desk: Desk,
    list: List,
    columns: Columns,
    panels: Panels,
    form: Option<form::OpenForm>,
    /// What is typed of the active article's metadata.
    about: Option<ArticleDraft>,
    find: Find,
    palette: PaletteState,
    dialog: Option<Dialog>,
    /// What is done once the project is saved.
    after_save: Option<Then>,
    /// The user has said that the window may close.
    may_close: bool,
}

/// What is to happen once unsaved work is dealt with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Then {
    CloseProject,
    Quit,
    Open(PathBuf),
}

impl App {
    /// A window that opens this folder or project, or the start view.
    pub fn new(ctx: &egui::Context, host: Host, path: Option<PathBuf>) -> Self {
        theme::install(ctx);
        let read = |folder: &PathBuf| Settings::read(&*host.disk, folder);
        let settings = host.state_folder.as_ref().map(read).unwrap_or_default();
        ctx.set_theme(settings.theme_preference());
        let tasks = Tasks::new(ctx.clone(), host.spawn);
        let mut app = Self {
            ctx: ctx.clone(),
            host,
            written_settings: settings.clone(),
            settings,
            tasks,
            notices: Notices::default(),
            queue: Queue::default(),
            case: None,
            desk: Desk::default(),
            list: List::default(),
            columns: Columns::default(),
            panels: Panels::default(),
            form: None,
            about: None,
            find: Find::default(),
            palette: PaletteState::default(),
            dialog: None,
            after_save: None,
            may_close: false,
        };
        if let Some(path) = path {
            app.open(path);
        }
        app
    }

    /// The open project.
    pub fn case(&self) -> Option<&Case> {
        self.case.as_ref()
    }

    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Whether nothing goes on in the background.
    pub fn is_at_rest(&self) -> bool {
        self.tasks.running().is_empty()
    }

    /// Who does what is done now, and when.
    fn stamp(&self) -> Stamp {
        let coder = match self.settings.coder.trim() {
            "" => self.host.coder.clone(),
            coder => coder.to_owned(),
        };
        Stamp::new(coder, (self.host.now)())
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _: &mut eframe::Frame) {
        self.take_results();
        self.watch_window(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        self.frame(ui);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        self.write_settings();
    }
}

//! Owns the window: all its state, and the frame's order: results of long work, panels, then the queue of what they
//! asked for. The only place from which a project changes.

mod begin;
mod carry;
mod commands;
mod done;
mod export;
mod find;
mod form;
mod frame;
mod keyboard;
mod left;
mod load;
mod look;
mod open;
mod reply;
mod review;
mod save;
mod settle;
mod sides;
mod situation;
mod steps;
mod suggest;
mod views;
mod window;

use std::collections::HashMap;
use std::path::PathBuf;

use eframe::egui;

pub use done::{Done, Purpose};
pub use situation::Situation;

use load::Arriving;
use views::Views;

use super::action::Queue;
use super::case::Case;
use super::columns::Columns;
use super::desk::Desk;
use super::export::Kept;
use super::find::Find;
use super::host::Host;
use super::inspector::article::ArticleDraft;
use super::lights::Lights;
use super::list::List;
use super::notice::Notices;
use super::pace::Pace;
use super::panels::Panels;
use super::settings::Settings;
use super::shell::{Dialog, PaletteState, StartState};
use super::task::Tasks;
use super::theme;
use crate::base::{ArticleId, CodePoint};
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
    views: Views,
    lights: Lights,
    form: Option<form::OpenForm>,
    /// The form that was left last with something typed in it.
    left_form: Option<form::OpenForm>,
    /// What is typed of the active article's metadata.
    about: Option<ArticleDraft>,
    find: Find,
    palette: PaletteState,
    dialog: Option<Dialog>,
    export: Kept,
    start: StartState,
    /// What had the keyboard before something lay over the window.
    focus_before: Option<Option<egui::Id>>,
    /// Carets of articles as the project was left, until their texts are at hand.
    carets_left: HashMap<ArticleId, CodePoint>,
    /// Articles read and not taken in yet.
    arriving: Arriving,
    /// When some were taken in last, in egui's seconds.
    arrived_at: f64,
    /// Raised when the panels are to have the widths of the settings again.
    drawn: u32,
    /// The window is so wide that the panels have the widths the user gave them.
    was_wide: bool,
    /// As last given to the window.
    title: String,
    /// What waits until fields have given what was typed.
    waiting: Option<settle::Waiting>,
    /// They have given it.
    settles: bool,
    /// What is done once the project is saved.
    after_save: Option<Then>,
    /// What is done once the files being written are there.
    after_writing: Option<Then>,
    /// The user has said that the window may close.
    may_close: bool,
    /// The window was told to close.
    closes: bool,
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
        ctx.add_plugin(Pace::default());
        let read = |folder: &PathBuf| Settings::read(&*host.disk, folder);
        let settings = host.state_folder.as_ref().map(read).unwrap_or_default();
        ctx.set_theme(settings.theme_preference());
        // The table of commands owns all keys, and quitting is asked about.
        ctx.options_mut(|it| {
            it.quit_shortcuts.clear();
            it.zoom_with_keyboard = false;
        });
        let tasks = Tasks::new(ctx.clone(), host.spawn);
        let views = Views::new(&settings);
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
            views,
            lights: Lights::default(),
            form: None,
            left_form: None,
            about: None,
            find: Find::default(),
            palette: PaletteState::default(),
            dialog: None,
            export: Kept::default(),
            start: StartState::default(),
            focus_before: None,
            carets_left: HashMap::new(),
            arriving: Arriving::default(),
            arrived_at: 0.0,
            drawn: 0,
            was_wide: true,
            title: String::new(),
            waiting: None,
            settles: false,
            after_save: None,
            after_writing: None,
            may_close: false,
            closes: false,
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
        self.take_arrived(ctx);
        self.look_for_recent();
        self.make_suggestions();
        self.make_views();
        self.make_preview();
        self.watch_window(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        self.frame(ui);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        self.note_left();
        self.write_settings();
    }
}

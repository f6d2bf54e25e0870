//! Owns the start view: what to do first, and the recent projects.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use eframe::egui::{
    Align, Button, Id, Layout, Response, RichText, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2,
};

use super::keys::words;
use super::modal::primary;
use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::icons;
use crate::gui::settings::Recent;
use crate::gui::theme::{self, colour};
use crate::gui::view::View;
use crate::gui::widgets;

/// How wide the page is, in points.
const WIDTH: f32 = 560.0;

/// What the start view knows of the disk.
#[derive(Debug, Default)]
pub struct StartState {
    /// Recent projects that are not there, as of the last look.
    pub gone: HashSet<PathBuf>,
    /// Whether they were looked for since the view was opened.
    pub looked: bool,
}

/// Shows the start view.
pub fn start(ui: &mut Ui, view: &View<'_>, state: &StartState) {
    let room = ui.available_rect_before_wrap();
    ui.painter().rect_filled(room, 0.0, colour(view.palette.page));
    let width = WIDTH.min(room.width() - 32.0);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let top = ui.cursor().min;
        let left = top.x + ((room.width() - width) / 2.0).max(16.0);
        let above = (room.height() * 0.14).min(120.0);
        let place = eframe::egui::Rect::from_min_size(
            pos2(left.round(), (top.y + above).round()),
            vec2(width, f32::INFINITY),
        );
        let builder = UiBuilder::new().max_rect(place).layout(Layout::top_down(Align::Min));
        ui.scope_builder(builder, |ui| page(ui, view, state));
        ui.add_space(24.0);
    });
}

fn page(ui: &mut Ui, view: &View<'_>, state: &StartState) {
    let palette = view.palette;
    ui.label(RichText::new("KB Workbench").font(theme::serif_bold(32.0)));
    let purpose = "Who says how many were hurt, who stands where, and how we know, from a folder of news reports.";
    ui.label(RichText::new(purpose).font(theme::serif(17.0)).color(colour(palette.weak)));
    ui.add_space(20.0);
    ui.horizontal_wrapped(|ui| {
        let first = primary(ui, Command::OpenFolder.row().name);
        begin_here(&first);
        act(view, Command::OpenFolder, &first);
        keys(ui, Command::OpenFolder);
        for command in [Command::OpenProject, Command::TrySample] {
            act(view, command, &ui.button(command.row().name));
            keys(ui, command);
        }
    });
    ui.add_space(12.0);
    ui.label(RichText::new(drop_hint()).small().weak());
    ui.add_space(28.0);
    recent(ui, view, state);
}

/// The keyboard begins at the first button, once.
fn begin_here(first: &Response) {
    let id = Id::unique("start view had focus");
    let ctx = &first.ctx;
    let had = ctx.data_mut(|it| std::mem::replace(it.get_temp_mut_or_default::<bool>(id), true));
    if !had {
        first.request_focus();
    }
}

/// The keys of a command, beside its button.
fn keys(ui: &mut Ui, command: Command) {
    if let Some(keys) = command.row().keys.first() {
        ui.label(RichText::new(words(ui.ctx(), keys)).small().weak());
        ui.add_space(8.0);
    }
}

fn act(view: &View<'_>, command: Command, button: &Response) {
    if button.clicked() {
        view.command(command);
    }
}

/// What can be dropped on the window; where the system does not allow that, so it says.
fn drop_hint() -> &'static str {
    let set = |name| std::env::var_os(name).is_some_and(|it| !it.is_empty());
    if cfg!(target_os = "linux") && set("WAYLAND_DISPLAY") {
        "Files cannot be dropped on the window under Wayland; open them with the buttons above"
    } else {
        "Or drop a folder of reports or a .kbproj file on this window"
    }
}

fn recent(ui: &mut Ui, view: &View<'_>, state: &StartState) {
    if view.settings.recent.is_empty() {
        let words = "No project yet. The sample shows what one looks like: fourteen reports on one offensive, with their claims and stances marked.";
        ui.label(RichText::new(words).color(colour(view.palette.weak)));
        return;
    }
    ui.label(RichText::new("Recent projects").font(theme::bold(theme::BASE_SIZE)));
    ui.add_space(4.0);
    for recent in &view.settings.recent {
        row(ui, view, recent, state.gone.contains(&recent.path));
    }
}

fn row(ui: &mut Ui, view: &View<'_>, recent: &Recent, gone: bool) {
    let path = recent.path.as_path();
    let name = recent.name();
    ui.horizontal(|ui| {
        let words = RichText::new(&name);
        let words = if gone { words.weak() } else { words.color(colour(view.palette.accent)) };
        let sign = RichText::new(icons::DESCRIPTION).color(colour(view.palette.weak));
        let width = (ui.available_width() * 0.45).max(140.0);
        ui.allocate_ui_with_layout(vec2(width, 28.0), Layout::left_to_right(Align::Center), |ui| {
            let button = Button::new((sign, words)).frame(false).truncate();
            let shown = path.display().to_string();
            // Not as pale as other things that cannot be pressed: it is still to be read.
            let button = button.sense(if gone { Sense::HOVER } else { Sense::click() });
            let button = ui.add(button).accessible_name(&name);
            widgets::ring(ui, &button);
            if button.on_hover_text(shown).clicked() {
                view.push(Action::Open(path.to_owned()));
            }
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if gone {
                let forget = ui.button(RichText::new("Forget").small());
                if forget.accessible_name(format!("Forget {name}")).clicked() {
                    view.push(Action::Forget(path.to_owned()));
                }
                ui.label(RichText::new("not there").small().weak());
            } else if let Some(used) = used(view, recent) {
                ui.label(RichText::new(used).small().weak());
            }
            let folder = path.parent().map(shown).unwrap_or_default();
            let folder = RichText::new(folder).small().weak();
            ui.add(eframe::egui::Label::new(folder).truncate());
        });
    });
}

/// A folder's path with its last two parts at least.
fn shown(folder: &Path) -> String {
    let parts: Vec<_> = folder.iter().map(|it| it.to_string_lossy()).collect();
    match parts.len() {
        0..=4 => folder.display().to_string(),
        count => format!("…/{}", parts.get(count - 2..).unwrap_or_default().join("/")),
    }
}

/// When it was used last: "today", "yesterday", "19 Sep 2023".
fn used(view: &View<'_>, recent: &Recent) -> Option<String> {
    let at = recent.used?.to_zoned(view.zone.clone()).date();
    let today = view.now.to_zoned(view.zone.clone()).date();
    Some(if at == today {
        "today".to_owned()
    } else if today.yesterday().is_ok_and(|it| it == at) {
        "yesterday".to_owned()
    } else {
        crate::views::day(at)
    })
}

//! Owns the start of the window on this machine.

use std::path::{Path, PathBuf};

use eframe::egui::{self, ViewportBuilder};

use super::app::App;
use super::host::Host;
use super::settings::Settings;

/// The name under which desktops know the window.
const APP_ID: &str = "kbworkbench";

/// Size of the window where none is remembered, in points.
const USUAL_SIZE: [f32; 2] = [1400.0, 900.0];

/// The least size at which everything can still be reached.
const LEAST_SIZE: [f32; 2] = [640.0, 420.0];

/// Whether this machine can show a window, as far as that is known beforehand.
pub fn has_display() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    let set = |name| std::env::var_os(name).is_some_and(|it| !it.is_empty());
    set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// Shows the window until it is closed. An error says in a line why it could not be shown and what to do.
pub fn run(host: Host, path: Option<PathBuf>) -> Result<(), String> {
    if !has_display() {
        return Err("there is no display to open a window on; see kbworkbench --help".to_owned());
    }
    let read = |folder: &Path| Settings::read(&*host.disk, folder);
    let settings = host.state_folder.as_deref().map(read).unwrap_or_default();
    let mut viewport = ViewportBuilder::default()
        .with_app_id(APP_ID)
        .with_title("KB Workbench")
        .with_inner_size(USUAL_SIZE)
        .with_min_inner_size(LEAST_SIZE)
        .with_drag_and_drop(true);
    if let Some(place) = settings.window {
        viewport = viewport
            .with_inner_size(egui::vec2(place.width, place.height).max(LEAST_SIZE.into()))
            .with_maximized(place.maximized);
        if let Some((x, y)) = place.at {
            viewport = viewport.with_position(egui::pos2(x, y));
        }
    }
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    let start = move |cc: &eframe::CreationContext<'_>| {
        let app: Box<dyn eframe::App> = Box::new(App::new(&cc.egui_ctx, host, path));
        Ok(app)
    };
    eframe::run_native(APP_ID, options, Box::new(start)).map_err(|error| {
        format!("the window could not be opened, {error}; try LIBGL_ALWAYS_SOFTWARE=1")
    })
}

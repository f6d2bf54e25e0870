//! Owns the start of the window on this machine.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

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
    let shown = Arc::new(AtomicBool::new(false));
    let was_shown = Arc::clone(&shown);
    let start = move |cc: &eframe::CreationContext<'_>| {
        shown.store(true, Ordering::Relaxed);
        let app: Box<dyn eframe::App> = Box::new(App::new(&cc.egui_ctx, host, path));
        Ok(app)
    };
    eframe::run_native(APP_ID, options, Box::new(start)).map_err(|error| {
        if was_shown.load(Ordering::Relaxed) {
            return Fault::Lost.words();
        }
        Fault::of(&error).words()
    })
}

/// Why there is no window, or none any more.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Fault {
    /// The screen does not answer: what names it, and the name.
    Screen(&'static str, String),
    /// The screen shows windows, but cannot draw in them as is needed.
    Graphics,
    /// The window was there, and its screen is gone.
    Lost,
}

impl Fault {
    /// What the system tells names lines of programs, which help nobody who wants to read reports.
    fn of(error: &eframe::Error) -> Self {
        if !matches!(error, eframe::Error::WinitEventLoop(_) | eframe::Error::Winit(_)) {
            return Self::Graphics;
        }
        // In the order in which they are tried.
        let named = ["WAYLAND_DISPLAY", "DISPLAY"].into_iter().find_map(|name| {
            let value = std::env::var_os(name).filter(|it| !it.is_empty())?;
            Some((name, value.to_string_lossy().into_owned()))
        });
        let (name, value) = named.unwrap_or(("DISPLAY", String::new()));
        Self::Screen(name, value)
    }

    fn words(&self) -> String {
        match self {
            Self::Screen(name, value) => format!(
                "no window could be opened, as no screen answers at {name}={value}; nothing was changed; start it \
                 from a desktop, or set {name} to a screen that is there; kbworkbench --help says what works without \
                 a window"
            ),
            Self::Graphics => "no window could be opened, as the graphics driver does not offer the OpenGL it needs; \
                 nothing was changed; try LIBGL_ALWAYS_SOFTWARE=1 kbworkbench"
                .to_owned(),
            Self::Lost => "the window was lost, as its screen does not answer any more; a project is as it was last \
                 saved"
                .to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    fn check(fault: &Fault, expect: Expect) {
        expect.assert_eq(&fault.words());
    }

    #[test]
    fn a_window_that_cannot_be_shown_is_told_in_plain_words() {
        check(
            &Fault::Screen("DISPLAY", ":99".to_owned()),
            expect![
                "no window could be opened, as no screen answers at DISPLAY=:99; nothing was changed; start it from a desktop, or set DISPLAY to a screen that is there; kbworkbench --help says what works without a window"
            ],
        );
        check(
            &Fault::Graphics,
            expect![
                "no window could be opened, as the graphics driver does not offer the OpenGL it needs; nothing was changed; try LIBGL_ALWAYS_SOFTWARE=1 kbworkbench"
            ],
        );
        check(
            &Fault::Lost,
            expect![
                "the window was lost, as its screen does not answer any more; a project is as it was last saved"
            ],
        );
    }

    #[test]
    fn what_a_library_tells_is_not_repeated() {
        let error = eframe::Error::AppCreation("at src/lib.rs:12: EventLoopError".into());
        assert_eq!(Fault::of(&error), Fault::Graphics);
    }
}

//! Reads the clock, the user and the arguments, hands them to the command line or the window, and gives the exit code.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
#[cfg(feature = "gui")]
use std::sync::Arc;

use jiff::Timestamp;
use kbworkbench::base::IdMint;
use kbworkbench::cli::{self, Outcome, World};
use kbworkbench::files::{self, OsDisk};
#[cfg(feature = "gui")]
use kbworkbench::gui;

fn main() -> ExitCode {
    let (mut out, mut err) = (std::io::stdout(), std::io::stderr());
    let terminal = err.is_terminal();
    let mut world = World {
        disk: &OsDisk,
        out: &mut out,
        err: &mut err,
        terminal,
        now: now(),
        coder: coder(),
        ids: IdMint::random(),
        state_folder: files::state_folder(),
    };
    match cli::run(std::env::args_os(), &mut world) {
        Outcome::Exit(code) => ExitCode::from(code),
        Outcome::Show(path) => window(path),
        Outcome::Offer(path) if has_display() => window(Some(path)),
        Outcome::Offer(_) => {
            // The work is done; where nobody reads on, that is no fault.
            let _ = writeln!(std::io::stdout(), "no window was opened, as there is no display");
            ExitCode::SUCCESS
        }
    }
}

/// Shows the window until it is closed.
#[cfg(feature = "gui")]
fn window(path: Option<PathBuf>) -> ExitCode {
    let (disk, start) = (Arc::new(OsDisk), std::time::Instant::now());
    let host = gui::Host {
        picker: gui::picker::system(disk.clone(), move || start.elapsed()),
        disk,
        now: Box::new(now),
        zone: jiff::tz::TimeZone::system(),
        ids: IdMint::random(),
        coder: coder(),
        state_folder: files::state_folder(),
        documents: files::documents_folder(),
        spawn: gui::Spawn::Threads,
    };
    match gui::run(host, path) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            // Where standard error is gone, the exit code must do.
            let _ = writeln!(std::io::stderr(), "kbworkbench: {fault}");
            ExitCode::from(2)
        }
    }
}

#[cfg(not(feature = "gui"))]
fn window(_: Option<PathBuf>) -> ExitCode {
    let _ = writeln!(
        std::io::stderr(),
        "kbworkbench: this program was built without its window; see kbworkbench --help"
    );
    ExitCode::from(2)
}

#[cfg(feature = "gui")]
fn has_display() -> bool {
    gui::has_display()
}

#[cfg(not(feature = "gui"))]
fn has_display() -> bool {
    false
}

/// The present to the second, or the moment that `SOURCE_DATE_EPOCH` names (seconds since 1970), so that a run can be
/// repeated.
fn now() -> Timestamp {
    let fixed = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|text| text.parse().ok());
    let seconds = fixed.unwrap_or_else(|| Timestamp::now().as_second());
    Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The name of the user at this machine, for the record of who decided; empty where the system gives none.
fn coder() -> String {
    ["USER", "USERNAME"].iter().find_map(|name| std::env::var(name).ok()).unwrap_or_default()
}

//! Owns loading from the command line: articles in, warnings out, progress on a terminal.

use std::path::PathBuf;
use std::time::Duration;

use super::{Stop, World};
use crate::corpus::{self, Loaded, Progress};

/// How often progress is shown.
const BEAT: Duration = Duration::from_millis(200);

/// Loads all articles of the folders, and lists what could not be read on standard error.
pub(super) fn load(folders: &[PathBuf], world: &mut World<'_>) -> Result<Loaded, Stop> {
    let progress = Progress::default();
    let disk = world.disk;
    let loaded = std::thread::scope(|scope| {
        let work = scope.spawn(|| corpus::load(disk, folders, &progress));
        while world.terminal && !work.is_finished() {
            std::thread::sleep(BEAT);
            // Progress is a courtesy: where it cannot be shown, the work goes on.
            let _ =
                write!(world.err, "\r{} of {} articles read", progress.done(), progress.total());
            let _ = world.err.flush();
        }
        if world.terminal {
            let _ = write!(world.err, "\r\x1b[K");
        }
        // A panic in the work is a fault of the program and goes on as one.
        work.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    });
    world.warn(&loaded.warnings)?;
    Ok(loaded)
}

//! Reads the clock, the user and the arguments, hands them to the command line, and gives the exit code.

use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use jiff::Timestamp;
use kbworkbench::base::IdMint;
use kbworkbench::cli::{self, Outcome, World};
use kbworkbench::files::{self, OsDisk};

fn main() -> ExitCode {
    let (mut out, mut err) = (std::io::stdout().lock(), std::io::stderr().lock());
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
        Outcome::Show(_) => {
            // Where standard error is gone, the exit code must do.
            let _ = writeln!(
                err,
                "kbworkbench: this version has no window yet; see kbworkbench --help for what it can do without"
            );
            ExitCode::from(2)
        }
        Outcome::Offer(_) => {
            // The work is done; where nobody reads on, that is no fault.
            let _ = writeln!(out, "no window was opened, as this version has none yet");
            ExitCode::SUCCESS
        }
    }
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

//! Reads the clock, the user and the arguments, hands them to the command line or the window, and gives the exit code.

use std::io::IsTerminal;
use std::path::Path;
use std::process::ExitCode;

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
        Outcome::Open(path) => open(path.as_deref()),
    }
}

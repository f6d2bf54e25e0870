//! The command line: words in, files, words and an exit code out. The same core as the window, without a display.

mod args;
mod check;
mod demo;
mod export;
mod load;
mod new;
mod output;
mod suggest;

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;

use clap::Parser;
use jiff::Timestamp;

use crate::base::{IdMint, Warning};
use crate::files::Disk;
use crate::project::Stamp;
use args::{Arguments, Command};

/// All that a call may touch, handed in so that a run can be repeated.
pub struct World<'a> {
    pub disk: &'a dyn Disk,
    pub out: &'a mut dyn Write,
    pub err: &'a mut dyn Write,
    /// Standard error is a terminal: progress may be shown.
    pub terminal: bool,
    pub now: Timestamp,
    /// Who is at the machine, for the record; may be empty.
    pub coder: String,
    pub ids: IdMint,
    /// Where the program remembers what this user has chosen; none where the system knows no such place.
    pub state_folder: Option<PathBuf>,
}

/// What a call comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Done; the process ends with this code: 0 done, 1 findings, 2 at fault.
    Exit(u8),
    /// The window is to be shown with this folder or project, or with the start view.
    Show(Option<PathBuf>),
    /// Done; the window may be shown with this project if there is a display.
    Offer(PathBuf),
}

/// What stops a call.
#[derive(Debug)]
enum Stop {
    /// One line that says what happened and what to do.
    Fault(String),
    /// Standard output is gone: nobody reads on, and that is no fault.
    Closed,
}

impl From<std::io::Error> for Stop {
    /// Of writing to standard output or standard error; disks have faults of their own.
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::BrokenPipe => Stop::Closed,
            _ => Stop::Fault(format!("the output cannot be written: {error}")),
        }
    }
}

fn fault(line: impl Into<String>) -> Stop {
    Stop::Fault(line.into())
}

/// Runs one call. `arguments` begins with the program's name.
pub fn run(arguments: impl IntoIterator<Item = OsString>, world: &mut World<'_>) -> Outcome {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return refuse(&error, world),
    };
    let done = match arguments.command {
        None => return Outcome::Show(arguments.open),
        Some(Command::Demo(args)) => match demo::run(&args, world) {
            Ok(project) => return Outcome::Offer(project),
            Err(stop) => Err(stop),
        },
        Some(Command::New(args)) => new::run(&args, world),
        Some(Command::Suggest(args)) => suggest::run(&args, world),
        Some(Command::Export(args)) => export::run(&args, world),
        Some(Command::Check(args)) => check::run(&args, world),
    };
    Outcome::Exit(match done {
        Ok(code) => code,
        Err(Stop::Closed) => 0,
        Err(Stop::Fault(line)) => {
            // Where even standard error is gone, the exit code must do.
            let _ = writeln!(world.err, "kbworkbench: {}", one_line(&line));
            2
        }
    })
}

/// Help and version go out as they are; a mistake in the arguments becomes one line.
fn refuse(error: &clap::Error, world: &mut World<'_>) -> Outcome {
    if !error.use_stderr() {
        let written = write!(world.out, "{error}");
        return Outcome::Exit(if written.is_ok() { 0 } else { 2 });
    }
    let text = error.to_string();
    // The first paragraph says what is wrong, with what is missing on lines of its own.
    let what = text.split("\n\n").next().unwrap_or_default();
    let what = one_line(what.strip_prefix("error: ").unwrap_or(what));
    let _ = writeln!(world.err, "kbworkbench: {what}; see kbworkbench --help");
    Outcome::Exit(2)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl World<'_> {
    fn stamp(&self) -> Stamp {
        Stamp::new(self.coder.clone(), self.now)
    }

    /// Lists warnings on standard error, a line each.
    fn warn(&mut self, warnings: &[Warning]) -> Result<(), Stop> {
        for warning in warnings {
            writeln!(self.err, "warning: {}", one_line(&warning.to_string()))?;
        }
        Ok(())
    }
}

//! The command line: words in, files, words and an exit code out. The same core as the window, without a display.

mod args;
mod check;
mod demo;
mod export;
mod help;
mod load;
mod new;
mod output;
mod refusal;
mod requests;
mod suggest;

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Parser;
use clap::error::ErrorKind;
use jiff::Timestamp;

use crate::base::{IdMint, Warning};
use crate::files::{Disk, Kind, reason};
use crate::project::Stamp;
use args::{Arguments, Command};
use output::one_line;

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
    /// Of writing to standard output; disks have faults of their own.
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::BrokenPipe => Stop::Closed,
            _ => Stop::Fault(format!(
                "the output cannot be written, {}; send it elsewhere",
                reason(&error)
            )),
        }
    }
}

fn fault(line: impl Into<String>) -> Stop {
    Stop::Fault(line.into())
}

/// Runs one call. `arguments` begins with the program's name.
pub fn run(arguments: impl IntoIterator<Item = OsString>, world: &mut World<'_>) -> Outcome {
    let arguments: Vec<_> = arguments.into_iter().collect();
    let done = parse(&arguments, world).and_then(|command| carry_out(command, world));
    done.unwrap_or_else(|stop| match stop {
        Stop::Closed => Outcome::Exit(0),
        Stop::Fault(line) => {
            world.note(&format!("kbworkbench: {line}"));
            Outcome::Exit(2)
        }
    })
}

/// The command of a call; none if the arguments asked for a page, which is written, or for the window.
fn parse(arguments: &[OsString], world: &mut World<'_>) -> Result<Option<Command>, Stop> {
    match Arguments::try_parse_from(arguments) {
        Ok(Arguments { command: Some(Command::Help(page)), .. }) => {
            if let Some(command) = page.command.as_deref().filter(|it| !refusal::is_command(it)) {
                let command = command.to_string_lossy();
                return Err(fault(format!(
                    "there is no command “{command}”; see kbworkbench --help"
                )));
            }
            let program = arguments.first().cloned();
            let call = program.into_iter().chain(page.command).chain([OsString::from("--help")]);
            parse(&call.collect::<Vec<_>>(), world)
        }
        Ok(arguments) => Ok(Some(arguments.command.unwrap_or(Command::Open(vec![])))),
        Err(error)
            if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) =>
        {
            write!(world.out, "{error}")?;
            Ok(None)
        }
        Err(error) => Err(fault(refusal::line(&error, arguments))),
    }
}

fn carry_out(command: Option<Command>, world: &mut World<'_>) -> Result<Outcome, Stop> {
    Ok(match command {
        None | Some(Command::Help(_)) => Outcome::Exit(0),
        Some(Command::Demo(args)) => Outcome::Offer(demo::run(&args, world)?),
        Some(Command::New(args)) => Outcome::Exit(new::run(&args, world)?),
        Some(Command::Suggest(args)) => Outcome::Exit(suggest::run(&args, world)?),
        Some(Command::Export(args)) => Outcome::Exit(export::run(&args, world)?),
        Some(Command::Check(args)) => Outcome::Exit(check::run(&args, world)?),
        Some(Command::Open(words)) => Outcome::Show(to_open(&words, world)?),
    })
}

/// The folder or project that the window is to be opened with, if one is named.
fn to_open(words: &[OsString], world: &World<'_>) -> Result<Option<PathBuf>, Stop> {
    let Some(first) = words.first() else { return Ok(None) };
    let path = Path::new(first);
    let Ok(entry) = world.disk.entry(path) else {
        return Err(fault(format!(
            "there is no command, folder or project “{}”; see kbworkbench --help",
            path.display()
        )));
    };
    if let Some(second) = words.get(1) {
        let second = second.to_string_lossy();
        return Err(fault(format!("{}; see kbworkbench --help", refusal::too_many(&second))));
    }
    if entry.kind != Kind::Folder && !output::is_project(path) {
        return Err(fault(format!(
            "neither a folder of articles nor a .kbproj project: {}; see kbworkbench --help",
            path.display()
        )));
    }
    Ok(Some(path.to_owned()))
}

impl World<'_> {
    fn stamp(&self) -> Stamp {
        Stamp::new(self.coder.clone(), self.now)
    }

    /// Writes a line to standard output.
    fn say(&mut self, line: &str) -> Result<(), Stop> {
        Ok(writeln!(self.out, "{}", one_line(line))?)
    }

    /// Writes a line to standard error. Where even that is gone the work goes on and the exit code must do.
    fn note(&mut self, line: &str) {
        let _ = writeln!(self.err, "{}", one_line(line));
    }

    /// Lists warnings on standard error, a line each.
    fn warn(&mut self, warnings: &[Warning]) {
        for warning in warnings {
            self.note(&format!("warning: {warning}"));
        }
    }
}

//! Owns how a mistake in the arguments is told: in one line that names the argument and the page that explains it.

use std::error::Error as _;
use std::ffi::{OsStr, OsString};

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory as _, Error};

use super::args::{Arguments, not_one_of};

/// The mistake in `arguments`, which begin with the program's name.
pub(super) fn line(error: &Error, arguments: &[OsString]) -> String {
    let program = Arguments::command();
    let command = arguments
        .get(1)
        .and_then(|it| it.to_str())
        .and_then(|it| program.find_subcommand(it))
        .map(|it| format!("{} ", it.get_name()))
        .unwrap_or_default();
    format!("{}; see kbworkbench {command}--help", mistake(error))
}

/// Whether there is a command of this name.
pub(super) fn is_command(name: &OsStr) -> bool {
    name.to_str().is_some_and(|it| Arguments::command().find_subcommand(it).is_some())
}

fn mistake(error: &Error) -> String {
    let (argument, value) =
        (plain(text(error, ContextKind::InvalidArg)), text(error, ContextKind::InvalidValue));
    match error.kind() {
        ErrorKind::UnknownArgument => match text(error, ContextKind::SuggestedArg) {
            "" if argument.starts_with('-') => format!("there is no option {argument}"),
            "" => too_many(&argument),
            other => format!("there is no option {argument}; try {}", plain(other)),
        },
        ErrorKind::MissingRequiredArgument => {
            let missing: Vec<_> =
                list(error, ContextKind::InvalidArg).iter().map(|it| plain(it)).collect();
            let are = if missing.len() == 1 { "is" } else { "are" };
            format!("{} {are} missing", missing.join(" and "))
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("{argument} is missing its value"),
        ErrorKind::InvalidValue => {
            let known = list(error, ContextKind::ValidValue);
            let why = not_one_of(known.iter().map(String::as_str));
            format!("{}: “{value}” {why}", option(&argument))
        }
        ErrorKind::ValueValidation => {
            let why = error.source().map(ToString::to_string).unwrap_or_default();
            format!("{}: “{value}” {why}", option(&argument))
        }
        ErrorKind::ArgumentConflict => format!("{} is given more than once", option(&argument)),
        ErrorKind::TooManyValues => format!("{} takes no value", option(&argument)),
        ErrorKind::InvalidUtf8 => "an argument is not Unicode".to_owned(),
        // What cannot come about with the arguments there are is told in the library's words.
        _ => {
            let words = error.to_string();
            let first = words.split("\n\n").next().unwrap_or_default();
            let words: Vec<_> = first.trim_start_matches("error:").split_whitespace().collect();
            words.join(" ")
        }
    }
}

/// That there is nothing for this argument to mean.
pub(super) fn too_many(argument: &str) -> String {
    format!("“{argument}” is one argument too many")
}

/// `--size <WIDTHxHEIGHT>` and `<FOLDER>...` without the brackets.
fn plain(argument: &str) -> String {
    argument.replace(['<', '>', '[', ']'], "").replace("...", "…")
}

/// The option without its value: "--size".
fn option(argument: &str) -> &str {
    argument.split([' ', '=']).next().unwrap_or(argument)
}

fn text(error: &Error, kind: ContextKind) -> &str {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text,
        Some(ContextValue::Strings(all)) => all.first().map_or("", String::as_str),
        _ => "",
    }
}

fn list(error: &Error, kind: ContextKind) -> &[String] {
    match error.get(kind) {
        Some(ContextValue::Strings(all)) => all,
        _ => &[],
    }
}

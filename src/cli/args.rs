//! Owns the words of the command line as typed. What they mean is each subcommand's affair.

use std::path::PathBuf;

use clap::builder::styling::Styles;
use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::base::words::{Outcome, Role};
use crate::views::chart::{CountScale, PanelBy};
use crate::views::matrix::ColumnsBy;

/// Who claims how many were hurt, who stands where, and how we know.
///
/// KB Workbench opens a folder of news reports on one contested event, helps to mark casualty claims and stances at
/// their sentences, and draws a casualty chart over time and an actor stance matrix in which every mark leads back to
/// the sentence it rests on. It works offline.
#[derive(Debug, Parser)]
#[command(name = "kbworkbench", version, styles = Styles::plain(), args_conflicts_with_subcommands = true,
    after_help = AFTER, max_term_width = 100)]
pub(super) struct Arguments {
    /// A folder of articles or a project to open in the window
    pub open: Option<PathBuf>,
    #[command(subcommand)]
    pub command: Option<Command>,
}

const AFTER: &str = "\
Exit code: 0 done, 1 something needs review, 2 the input or the arguments are at fault (one line on
standard error says what and what to do). Existing files are replaced only with --force.

Examples:
  kbworkbench demo
  kbworkbench new reports -o case.kbproj --accept 0.8
  kbworkbench export case.kbproj --casualties killed.png --casualties killed.html --stances who.svg
  kbworkbench check case.kbproj";

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make the sample project, with its figures and tables
    Demo(Demo),
    /// Make a project from folders of articles
    New(New),
    /// List the casualty claims and stances found in articles
    Suggest(Suggest),
    /// Write figures, evidence lists and tables of a project
    Export(Export),
    /// Check that every passage is still where it was marked
    Check(Check),
}

/// Make the sample project, with its figures and tables
///
/// Writes the sample's articles, its project, both figures with their evidence lists and the table of all annotations,
/// then opens the project if there is a display. A folder that holds the sample already is left as it is.
#[derive(Debug, Args)]
pub(super) struct Demo {
    /// The folder to make
    #[arg(long, value_name = "DIR", default_value = "kbworkbench-demo")]
    pub dir: PathBuf,
    /// Replace the files of a sample made before
    #[arg(long)]
    pub force: bool,
}

/// Make a project from folders of articles
///
/// Reads every .txt, .md, .html and .htm file below the folders. What cannot be read is listed with its reason and does
/// not stop the rest. With --accept the suggestions of at least that score become part of the project, each with its
/// rule and score.
#[derive(Debug, Args)]
pub(super) struct New {
    /// Folders of articles
    #[arg(required = true, value_name = "FOLDER")]
    pub folders: Vec<PathBuf>,
    /// The project file to write
    #[arg(short, long, value_name = "CASE.kbproj")]
    pub output: PathBuf,
    /// Accept suggestions of at least this score, from 0 to 1
    #[arg(long, value_name = "MIN_SCORE", value_parser = score)]
    pub accept: Option<f32>,
    /// Replace the project file if there is one
    #[arg(long)]
    pub force: bool,
}

/// List the casualty claims and stances found in articles
///
/// English articles are searched. Those in other languages are counted on standard error.
#[derive(Debug, Args)]
pub(super) struct Suggest {
    /// Articles or folders of articles
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// One JSON object a line, a sheet, or a table to read
    #[arg(long, value_enum, default_value_t = SuggestFormat::Table)]
    pub format: SuggestFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SuggestFormat {
    Jsonl,
    Csv,
    Table,
}

/// Write figures, evidence lists and tables of a project
///
/// The ending of each file says what is written: .png and .svg a figure, .csv and .html the evidence behind it, a
/// numbered list of each mark with its figure, whole sentence, claimant, article and time. The options on what is shown
/// apply to all files of the call. No display is needed, and the same project gives the same bytes.
#[derive(Debug, Args)]
pub(super) struct Export {
    /// The project
    #[arg(value_name = "CASE.kbproj")]
    pub project: PathBuf,
    /// Casualty chart or its evidence: .png, .svg, .csv or .html; may be given several times
    #[arg(long, value_name = "FILE")]
    pub casualties: Vec<PathBuf>,
    /// Stance matrix or its evidence: .png, .svg, .csv or .html; may be given several times
    #[arg(long, value_name = "FILE")]
    pub stances: Vec<PathBuf>,
    /// Table of all annotations: .csv or .jsonl; may be given several times
    #[arg(long, value_name = "FILE")]
    pub annotations: Vec<PathBuf>,
    /// Size of the figure in points
    #[arg(long, value_name = "WIDTHxHEIGHT", default_value = "1600x900", value_parser = size)]
    pub size: (u32, u32),
    /// Pixels of a PNG to the point
    #[arg(long, value_name = "FACTOR", default_value_t = 2.0, value_parser = scale)]
    pub scale: f32,
    /// Replace existing files
    #[arg(long)]
    pub force: bool,
    #[command(flatten, next_help_heading = "What is shown")]
    pub shown: Shown,
}

/// Filters and arrangement of chart and matrix.
#[derive(Debug, Args)]
pub(super) struct Shown {
    /// Only this incident and its parts [default: all, each in panels of its own]
    #[arg(long, value_name = "NAME")]
    pub incident: Option<String>,
    /// What happened to the people counted: killed, injured, missing, captured, displaced, casualties
    #[arg(long, value_name = "KIND", default_value = "killed", hide_possible_values = true)]
    pub outcome: Outcome,
    /// Only people of this role: civilian, military, police, journalist, peacekeeper, aid_worker, medic, unspecified
    #[arg(long, value_name = "ROLE")]
    pub role: Option<Role>,
    /// Only people of this side
    #[arg(long, value_name = "ACTOR")]
    pub side: Option<String>,
    /// Only what this actor, or one who belongs to it, says
    #[arg(long, value_name = "ACTOR")]
    pub claimant: Option<String>,
    /// Only what this outlet printed
    #[arg(long, value_name = "NAME")]
    pub outlet: Option<String>,
    /// From this day, as 2023-09-19
    #[arg(long, value_name = "DATE")]
    pub from: Option<Date>,
    /// To this day, included
    #[arg(long, value_name = "DATE")]
    pub to: Option<Date>,
    /// One panel for each of these
    #[arg(long, value_enum, default_value_t = Panels::Side)]
    pub panels: Panels,
    /// The scale of people
    #[arg(long, value_enum, default_value_t = Scale::Log)]
    pub scale_y: Scale,
    /// The columns of the matrix
    #[arg(long, value_enum, default_value_t = Columns::Position)]
    pub columns: Columns,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Panels {
    Side,
    Role,
    Outlet,
    None,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Scale {
    Log,
    Linear,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Columns {
    Position,
    Article,
    Target,
    Day,
}

/// Check that every passage is still where it was marked
///
/// Reads the project and its articles and lists what needs review: passages that moved or are lost, files that changed
/// or are gone, records that point to nothing. Changes nothing.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// The project
    #[arg(value_name = "CASE.kbproj")]
    pub project: PathBuf,
    /// Findings as JSON
    #[arg(long)]
    pub json: bool,
    /// Open the project's folders wherever they are, and remember them as chosen by you
    #[arg(long)]
    pub trust_folders: bool,
}

impl From<Panels> for PanelBy {
    fn from(panels: Panels) -> Self {
        match panels {
            Panels::Side => PanelBy::Side,
            Panels::Role => PanelBy::Role,
            Panels::Outlet => PanelBy::Outlet,
            Panels::None => PanelBy::None,
        }
    }
}

impl From<Scale> for CountScale {
    fn from(scale: Scale) -> Self {
        match scale {
            Scale::Log => CountScale::Log,
            Scale::Linear => CountScale::Linear,
        }
    }
}

impl From<Columns> for ColumnsBy {
    fn from(columns: Columns) -> Self {
        match columns {
            Columns::Position => ColumnsBy::Position,
            Columns::Article => ColumnsBy::Article,
            Columns::Target => ColumnsBy::Target,
            Columns::Day => ColumnsBy::Day,
        }
    }
}

fn score(text: &str) -> Result<f32, String> {
    let score = text.parse::<f32>().ok().filter(|score| (0.0..=1.0).contains(score));
    score.ok_or_else(|| "a score is a number from 0 to 1".to_owned())
}

fn size(text: &str) -> Result<(u32, u32), String> {
    let side = |text: &str| text.parse().ok().filter(|side| (200..=20_000).contains(side));
    let (width, height) = text.split_once('x').unwrap_or((text, ""));
    side(width)
        .zip(side(height))
        .ok_or_else(|| "a size is WIDTHxHEIGHT, each from 200 to 20000".to_owned())
}

fn scale(text: &str) -> Result<f32, String> {
    let scale = text.parse::<f32>().ok().filter(|scale| (0.1..=20.0).contains(scale));
    scale.ok_or_else(|| "a scale is a number from 0.1 to 20".to_owned())
}

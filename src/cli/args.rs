//! Owns the words of the command line as typed. What they mean is each subcommand's affair.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::styling::Styles;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use super::help;
use crate::base::words::{Demographic, Outcome, Role, Status};
use crate::export::{Form, Preset, SCALES, SIDES, Size};
use crate::views::chart::{CountScale, PanelBy};
use crate::views::matrix::{ColumnsBy, CountBy, SortBy};

/// Who claims how many were hurt, who stands where, and how we know
#[derive(Debug, Parser)]
#[command(
    name = "kbworkbench",
    version,
    styles = Styles::plain(),
    max_term_width = 100,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    subcommand_help_heading = "Commands",
    override_usage = "kbworkbench [FOLDER | CASE.kbproj]\n       kbworkbench COMMAND ARGUMENT…",
    help_template = help::PROGRAM,
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Show this page
    #[arg(short, long, global = true, action = ArgAction::HelpShort, display_order = 1000)]
    help: Option<bool>,
    /// Show the version
    #[arg(short = 'V', long, action = ArgAction::Version, display_order = 1001)]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Demo(Demo),
    New(New),
    Suggest(Suggest),
    Export(Box<Export>),
    Check(Check),
    Help(Help),
    /// No command, but a folder or a project to open, with what stands behind it.
    #[command(external_subcommand)]
    Open(Vec<OsString>),
}

/// Make the sample project, with its figures and tables
#[derive(Debug, Args)]
#[command(override_usage = "kbworkbench demo [OPTION]…", help_template = help::DEMO)]
pub(super) struct Demo {
    /// The folder to make
    #[arg(long, value_name = "DIR", default_value = "kbworkbench-demo")]
    pub dir: PathBuf,
    /// Replace the files of a sample made before
    #[arg(long)]
    pub force: bool,
}

/// Make a project from folders of articles
#[derive(Debug, Args)]
#[command(
    override_usage = "kbworkbench new FOLDER… -o CASE.kbproj [OPTION]…",
    help_template = help::NEW,
)]
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
#[derive(Debug, Args)]
#[command(override_usage = "kbworkbench suggest PATH… [OPTION]…", help_template = help::SUGGEST)]
pub(super) struct Suggest {
    /// Articles or folders of articles
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// How the list is written: table, csv or jsonl
    #[arg(long, value_enum, default_value_t = SuggestFormat::Table, hide_possible_values = true)]
    pub format: SuggestFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SuggestFormat {
    Table,
    Csv,
    Jsonl,
}

/// Write figures, evidence lists and tables of a project
#[derive(Debug, Args)]
#[command(
    override_usage = "kbworkbench export CASE.kbproj [OPTION]…",
    help_template = help::EXPORT,
)]
pub(super) struct Export {
    /// The project
    #[arg(value_name = "CASE.kbproj")]
    pub project: PathBuf,
    #[command(flatten, next_help_heading = "Files to write")]
    pub files: Files,
    #[command(flatten, next_help_heading = "What chart and matrix show")]
    pub both: BothOptions,
    #[command(flatten, next_help_heading = "What the casualty chart shows")]
    pub chart: ChartOptions,
    #[command(flatten, next_help_heading = "What the stance matrix shows")]
    pub matrix: MatrixOptions,
    #[command(flatten, next_help_heading = "How figures look")]
    pub look: LookOptions,
}

/// The files that a call writes.
#[derive(Debug, Args)]
pub(super) struct Files {
    /// The casualty chart or its evidence: .png, .svg, .csv or .html
    #[arg(long, value_name = "FILE")]
    pub casualties: Vec<PathBuf>,
    /// The stance matrix or its evidence: .png, .svg, .csv or .html
    #[arg(long, value_name = "FILE")]
    pub stances: Vec<PathBuf>,
    /// The table of all annotations: .csv or .jsonl
    #[arg(long, value_name = "FILE")]
    pub annotations: Vec<PathBuf>,
    /// Beside each picture its evidence as NAME-evidence.csv or .html: csv, html or csv,html
    #[arg(
        long,
        value_enum,
        value_name = "FORM",
        value_delimiter = ',',
        hide_possible_values = true
    )]
    pub evidence: Vec<EvidenceForm>,
    /// Replace existing files
    #[arg(long)]
    pub force: bool,
}

/// How an evidence list beside a picture is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum EvidenceForm {
    Csv,
    Html,
}

/// Filters of both figures.
#[derive(Debug, Args)]
pub(super) struct BothOptions {
    /// Only this incident and its parts [default: all, apart]
    #[arg(long, value_name = "NAME")]
    pub incident: Option<String>,
    /// Only what this outlet printed
    #[arg(long, value_name = "NAME")]
    pub outlet: Option<String>,
    /// Only from this day on, as 2023-09-19
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub from: Option<Date>,
    /// Only to this day, included
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub to: Option<Date>,
}

/// Filters and arrangement of the chart.
#[derive(Debug, Args)]
pub(super) struct ChartOptions {
    /// Killed, injured, missing, captured, displaced, or casualties (killed or injured, not split)
    #[arg(long, value_name = "KIND", default_value = "killed", value_parser = outcome)]
    pub outcome: Outcome,
    /// Only civilian, military, police, journalist, peacekeeper, aid_worker, medic or unspecified
    #[arg(long, value_name = "ROLE", value_parser = role)]
    pub role: Option<Role>,
    /// Only child, woman, man or unspecified
    #[arg(long, value_name = "GROUP", value_parser = demographic)]
    pub demographic: Option<Demographic>,
    /// Only people of this side
    #[arg(long, value_name = "ACTOR")]
    pub side: Option<String>,
    /// Only what this actor, or one who belongs to it, says
    #[arg(long, value_name = "ACTOR")]
    pub claimant: Option<String>,
    /// Only claims that are pending, confirmed, no_conclusion, rejected or superseded, several after commas [default:
    /// all but rejected]
    #[arg(long, value_name = "STATUS", value_delimiter = ',', value_parser = status)]
    pub status: Vec<Status>,
    /// One panel for each side, role or outlet, or none
    #[arg(long, value_enum, value_name = "BY", default_value_t = Panels::Side,
        hide_possible_values = true)]
    pub panels: Panels,
    /// The scale of people: log or linear
    #[arg(long, value_enum, value_name = "SCALE", default_value_t = Scale::Log,
        hide_possible_values = true)]
    pub scale_y: Scale,
    /// Count claimants as the actor they belong to in the end
    #[arg(long)]
    pub fold_claimants: bool,
    /// Shade no disputes
    #[arg(long)]
    pub no_disputes: bool,
}

/// Arrangement of the matrix.
#[derive(Debug, Args)]
pub(super) struct MatrixOptions {
    /// One column for each position, article, target or day
    #[arg(long, value_enum, value_name = "BY", default_value_t = Columns::Position,
        hide_possible_values = true)]
    pub columns: Columns,
    /// What a cell counts: annotations or articles
    #[arg(long, value_enum, value_name = "WHAT", default_value_t = Count::Annotations,
        hide_possible_values = true)]
    pub count: Count,
    /// The order of rows: by name, count or position
    #[arg(long, value_enum, value_name = "BY", default_value_t = Sort::Name,
        hide_possible_values = true)]
    pub sort: Sort,
    /// Also stances held in the past
    #[arg(long)]
    pub past: bool,
    /// Count those who belong to an actor in the actor's row
    #[arg(long)]
    pub fold_rows: bool,
    /// The same, but those of this actor have rows of their own; may be given several times
    #[arg(long, value_name = "ACTOR")]
    pub unfold: Vec<String>,
}

/// How figures look, besides what they show.
#[derive(Debug, Args)]
pub(super) struct LookOptions {
    /// In points, or slide, a4-landscape, a4-portrait, column or double-column
    #[arg(long, value_name = "WIDTHxHEIGHT", default_value = "1600x900", value_parser = size)]
    pub size: Size,
    /// Pixels of a PNG to the point [default: 2, of pages and columns 300 to the inch]
    #[arg(long, value_name = "FACTOR", value_parser = scale)]
    pub scale: Option<f32>,
    /// Instead of the headline
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// Instead of the line below it
    #[arg(long, value_name = "TEXT")]
    pub subtitle: Option<String>,
    /// Paint no ground, for light pages
    #[arg(long)]
    pub transparent: bool,
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

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Count {
    Annotations,
    Articles,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Sort {
    Name,
    Count,
    Position,
}

/// Check that every passage is still where it was marked
#[derive(Debug, Args)]
#[command(override_usage = "kbworkbench check CASE.kbproj [OPTION]…", help_template = help::CHECK)]
pub(super) struct Check {
    /// The project
    #[arg(value_name = "CASE.kbproj")]
    pub project: PathBuf,
    /// Write the findings as JSON
    #[arg(long)]
    pub json: bool,
    /// Open the project's folders wherever they are, and remember them as chosen by you
    #[arg(long)]
    pub trust_folders: bool,
}

/// Show the page of a command
#[derive(Debug, Args)]
#[command(override_usage = "kbworkbench help [COMMAND]", help_template = help::HELP)]
pub(super) struct Help {
    /// The command
    #[arg(value_name = "COMMAND")]
    pub command: Option<OsString>,
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

impl From<Count> for CountBy {
    fn from(count: Count) -> Self {
        match count {
            Count::Annotations => CountBy::Annotations,
            Count::Articles => CountBy::Articles,
        }
    }
}

impl From<Sort> for SortBy {
    fn from(sort: Sort) -> Self {
        match sort {
            Sort::Name => SortBy::Name,
            Sort::Count => SortBy::Count,
            Sort::Position => SortBy::Position,
        }
    }
}

impl From<EvidenceForm> for Form {
    fn from(form: EvidenceForm) -> Self {
        match form {
            EvidenceForm::Csv => Form::Csv,
            EvidenceForm::Html => Form::Html,
        }
    }
}

fn score(text: &str) -> Result<f32, String> {
    let score = text.parse::<f32>().ok().filter(|score| (0.0..=1.0).contains(score));
    score.ok_or_else(|| "is no score; give a number from 0 to 1".to_owned())
}

fn size(text: &str) -> Result<Size, String> {
    if let Some(named) = Preset::ALL.iter().find(|it| it.word() == text) {
        return Ok(named.size());
    }
    let side =
        |text: &str| text.parse::<u32>().ok().map(|it| it as f32).filter(|it| SIDES.contains(it));
    let (width, height) = text.split_once('x').unwrap_or((text, ""));
    let (width, height) = side(width).zip(side(height)).ok_or_else(|| {
        let named = Preset::ALL.map(Preset::word).join(", ");
        format!("is no size; give WIDTHxHEIGHT, each from 200 to 20000, or {named}")
    })?;
    Ok(Size { width, height, ..Size::default() })
}

fn scale(text: &str) -> Result<f32, String> {
    let scale = text.parse::<f32>().ok().filter(|scale| SCALES.contains(scale));
    scale.ok_or_else(|| "is no scale; give a number from 0.1 to 20".to_owned())
}

fn date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "is no date; give year, month and day, as 2023-09-19".to_owned())
}

fn outcome(text: &str) -> Result<Outcome, String> {
    text.parse().map_err(|_| not_one_of(Outcome::ALL.iter().map(|it| it.word())))
}

fn role(text: &str) -> Result<Role, String> {
    text.parse().map_err(|_| not_one_of(Role::ALL.iter().map(|it| it.word())))
}

fn demographic(text: &str) -> Result<Demographic, String> {
    text.parse().map_err(|_| not_one_of(Demographic::ALL.iter().map(|it| it.word())))
}

fn status(text: &str) -> Result<Status, String> {
    text.parse().map_err(|_| not_one_of(Status::ALL.iter().map(|it| it.word())))
}

/// What a refused value is told: "is not one of log, linear".
pub(super) fn not_one_of<'a>(known: impl Iterator<Item = &'a str>) -> String {
    format!("is not one of {}", known.collect::<Vec<_>>().join(", "))
}

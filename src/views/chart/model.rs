//! Owns what a casualty chart is, as plain data in the words of the screen: what is asked for, and what is shown.

use jiff::civil::Date;

use super::words::Sign;
use crate::base::words::{Demographic, Measure, Outcome, Role, Status};
use crate::base::{ActorId, AnnotationId, IncidentId, Offset};
use crate::views::Evidence;

/// What a chart is to show.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartRequest {
    /// One incident with its parts, or none for all. Different incidents never share a panel, a line or a dispute.
    pub incident: Option<IncidentId>,
    pub outcome: Outcome,
    /// Only this role; none for all.
    pub role: Option<Role>,
    pub demographic: Option<Demographic>,
    /// Only these people and those who belong to them.
    pub side: Option<ActorId>,
    /// Only what this actor or one who belongs to it says.
    pub claimant: Option<ActorId>,
    /// Only what this outlet printed, letter case aside.
    pub outlet: Option<String>,
    /// Only these; rejected claims are shown only if asked for here.
    pub statuses: Option<Vec<Status>>,
    /// From this day, in the project's zone. Claims without any time stay.
    pub from: Option<Date>,
    /// To this day, included.
    pub to: Option<Date>,
    pub panels: PanelBy,
    pub scale: CountScale,
    /// Claimants folded into the actor at the top of those they belong to.
    pub folded: bool,
    pub disputes: bool,
}

/// What a panel holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PanelBy {
    #[default]
    Side,
    Role,
    Outlet,
    None,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CountScale {
    #[default]
    Log,
    Linear,
}

impl Default for ChartRequest {
    fn default() -> Self {
        Self {
            incident: None,
            outcome: Outcome::Killed,
            role: None,
            demographic: None,
            side: None,
            claimant: None,
            outlet: None,
            statuses: None,
            from: None,
            to: None,
            panels: PanelBy::default(),
            scale: CountScale::default(),
            folded: false,
            disputes: true,
        }
    }
}

/// A casualty chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// "Killed in the offensive: at least 200 Karabakh Armenians, 2 Azerbaijanis".
    pub headline: String,
    /// Outcome, group, sides, days and counting rule, in a line; the scale is said at the axis.
    pub subtitle: String,
    /// None where no claim has a time.
    pub time: Option<TimeAxis>,
    /// Some claims have no time at all and stand in the gutter.
    pub gutter: bool,
    pub scale: CountScale,
    pub panels: Vec<Panel>,
    /// Every mark's annotation, in the order of time and then of text; a mark names its row.
    pub evidence: Vec<Evidence>,
    /// Articles among the evidence that is decided.
    pub articles: usize,
    /// How much of the evidence nobody has decided.
    pub suggested: usize,
    /// Claims that the request leaves out.
    pub hidden: usize,
    /// What is to be said of the marks, as far as it occurs: what most need to know first.
    pub legend: Vec<Sign>,
}

/// The time axis, shared by all panels. Times are minutes since 1970-01-01T00:00Z.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeAxis {
    pub start: i64,
    pub end: i64,
    pub ticks: Vec<TimeTick>,
    /// In which the ticks are told.
    pub zone: Offset,
}

#[derive(Debug, Clone, PartialEq)]
pub struct TimeTick {
    pub at: i64,
    pub label: String,
    /// A new day, month or year begins: drawn stronger.
    pub major: bool,
}

/// One panel.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// "Karabakh Armenians", "Side not stated".
    pub title: String,
    pub axis: CountAxis,
    pub marks: Vec<Mark>,
    pub lines: Vec<StepLine>,
    pub disputes: Vec<Dispute>,
}

/// The axis of people. `low..=high` is the span of figures to be shown, with some air.
#[derive(Debug, Clone, PartialEq)]
pub struct CountAxis {
    pub low: f64,
    pub high: f64,
    pub ticks: Vec<CountTick>,
    /// A row of its own below a logarithmic axis, for zeros.
    pub zero_row: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct CountTick {
    pub value: u64,
    /// "3,154".
    pub label: String,
    /// The smallest or the largest figure shown: where there is little room it is kept before others.
    pub end: bool,
}

/// One claim.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    pub annotation: AnnotationId,
    /// Row in [`Chart::evidence`].
    pub evidence: usize,
    pub at: MarkTime,
    pub fill: Fill,
    /// Where the mark stands: the figure, or the lower end of a range, or the upper end of "at most".
    pub value: u64,
    pub bound: Bound,
    /// "about" and vague figures have a mark of their own.
    pub inexact: bool,
    pub outcome: Outcome,
    pub measure: Measure,
    /// Number of the claimant's colour; none for a claim without claimant.
    pub colour: Option<u16>,
    /// Superseded.
    pub faint: bool,
    /// Nobody has decided it: it is shown as if it were accepted.
    pub suggested: bool,
    /// The claimant's name, folded or not; empty without one.
    pub claimant: String,
    /// Figure and group, "at least 2 civilians"; the outcome is that of the chart.
    pub label: String,
    /// What a screen reader says: "at least 25 killed, Karabakh authorities, printed 19 Sep 2023, 21:12, Meridian Wire".
    pub name: String,
}

/// Where a mark stands on the time axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkTime {
    /// No time at all: in this place of the gutter, from the left, in the order of text.
    Gutter { slot: usize },
    /// At `at`, and if the time is a stretch, anywhere from `start` to `end`.
    Known { at: i64, stretch: Option<(i64, i64)> },
}

/// How the time of a mark is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fill {
    /// Time of the count stated: filled.
    Stated,
    /// Only the time of printing is known: hollow.
    Printed,
    /// Guessed: half-filled.
    Guessed,
    /// None: in the gutter, hollow.
    None,
}

/// How a mark shows the bounds of its figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    Point,
    /// "at least": an arrow upward.
    Up,
    /// "at most": an arrow downward.
    Down,
    /// A bar up to here.
    Range(u64),
}

/// The running total of one claimant.
#[derive(Debug, Clone, PartialEq)]
pub struct StepLine {
    /// Its name, folded or not.
    pub claimant: String,
    pub actor: Option<ActorId>,
    pub colour: u16,
    /// Marks of the panel, in order.
    pub marks: Vec<usize>,
    /// Direct label at its end: "Ombudsman 200 or more".
    pub label: String,
}

/// Two current totals that exclude each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Dispute {
    /// Marks of the panel, the lower first.
    pub lower: usize,
    pub upper: usize,
    /// The time they share, in minutes; none where they meet in the gutter.
    pub during: Option<(i64, i64)>,
    /// "disputed: Ombudsman 10,000, Russian contingent 3,154".
    pub words: String,
}

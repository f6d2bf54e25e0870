//! `export`: writes figures, evidence lists and tables of a project. What is written follows from each file's ending.

use std::path::Path;

use super::args::{Export, Shown};
use super::output::{count, ending, write};
use super::{Stop, World, fault};
use crate::base::{ActorId, IncidentId};
use crate::export::{
    CsvOptions, EvidencePage, FigureOptions, Scene, Source, SvgOptions, casualties, evidence_csv,
    evidence_html, png, rows_csv, rows_jsonl, stances, svg,
};
use crate::files::Overwrite;
use crate::project::{Project, State};
use crate::views::chart::ChartRequest;
use crate::views::matrix::MatrixRequest;
use crate::views::{Evidence, annotations, chart, matrix};

/// How figures are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Form {
    pub size: (u32, u32),
    /// Pixels of a PNG to the point.
    pub scale: f32,
    pub overwrite: Overwrite,
}

pub(super) fn run(args: &Export, world: &mut World<'_>) -> Result<u8, Stop> {
    if args.casualties.is_empty() && args.stances.is_empty() && args.annotations.is_empty() {
        return Err(fault(
            "nothing to write; name a file with --casualties, --stances or --annotations",
        ));
    }
    for (files, known) in [
        (&args.casualties, &["png", "svg", "csv", "html"][..]),
        (&args.stances, &["png", "svg", "csv", "html"]),
        (&args.annotations, &["csv", "jsonl"]),
    ] {
        files.iter().try_for_each(|file| known_ending(file, known))?;
    }
    let state = open(&args.project, world)?;
    let (chart_of, matrix_of) = requests(&args.shown, &state)?;
    let overwrite = if args.force { Overwrite::Allow } else { Overwrite::Refuse };
    let form = Form { size: args.size, scale: args.scale, overwrite };
    for file in &args.casualties {
        write_casualties(world, &state, &chart_of, file, form)?;
    }
    for file in &args.stances {
        write_stances(world, &state, &matrix_of, file, form)?;
    }
    for file in &args.annotations {
        write_annotations(world, &state, file, form.overwrite)?;
    }
    Ok(0)
}

/// Opens a project for reading, its warnings on standard error.
pub(super) fn open(path: &Path, world: &mut World<'_>) -> Result<State, Stop> {
    let (project, warnings) =
        Project::open(world.disk, path).map_err(|error| fault(error.to_string()))?;
    world.warn(&warnings)?;
    Ok(project.state().clone())
}

/// Writes the casualty chart, or the evidence behind it.
pub(super) fn write_casualties(
    world: &World<'_>,
    state: &State,
    request: &ChartRequest,
    file: &Path,
    form: Form,
) -> Result<(), Stop> {
    let chart = chart(state, request);
    let options = options(state, form);
    let shown = Figure {
        title: &chart.headline,
        subtitle: &chart.subtitle,
        evidence: &chart.evidence,
        source: options
            .source
            .line(&count(chart.evidence.len(), "claim", "claims"), chart.articles),
    };
    write_figure(world, &shown, || casualties(&chart, &options), file, form)
}

/// Writes the stance matrix, or the evidence behind it.
pub(super) fn write_stances(
    world: &World<'_>,
    state: &State,
    request: &MatrixRequest,
    file: &Path,
    form: Form,
) -> Result<(), Stop> {
    let matrix = matrix(state, request);
    let options = options(state, form);
    let shown = Figure {
        title: &matrix.title,
        subtitle: &matrix.subtitle,
        evidence: &matrix.evidence,
        source: options
            .source
            .line(&count(matrix.evidence.len(), "stance", "stances"), matrix.articles),
    };
    write_figure(world, &shown, || stances(&matrix, &options), file, form)
}

/// Writes the table of all annotations.
pub(super) fn write_annotations(
    world: &World<'_>,
    state: &State,
    file: &Path,
    overwrite: Overwrite,
) -> Result<(), Stop> {
    let (rows, mut bytes) = (annotations(state), vec![]);
    if ending(file) == "jsonl" {
        rows_jsonl(&rows, &mut bytes)?;
    } else {
        rows_csv(&rows, CsvOptions::default(), &mut bytes)?;
    }
    write(world, file, &bytes, overwrite)
}

/// What stands around a figure and behind it.
struct Figure<'a> {
    title: &'a str,
    subtitle: &'a str,
    evidence: &'a [Evidence],
    source: String,
}

fn write_figure(
    world: &World<'_>,
    shown: &Figure<'_>,
    scene: impl Fn() -> Scene,
    file: &Path,
    form: Form,
) -> Result<(), Stop> {
    let mut bytes = vec![];
    match ending(file).as_str() {
        "csv" => evidence_csv(shown.evidence, CsvOptions::default(), &mut bytes)?,
        "html" => {
            let page = EvidencePage {
                title: shown.title,
                subtitle: shown.subtitle,
                source: &shown.source,
                evidence: shown.evidence,
            };
            evidence_html(&page, &mut bytes)?;
        }
        "svg" => {
            let text =
                svg(&scene(), SvgOptions::default()).map_err(|error| fault(error.to_string()))?;
            bytes = text.into_bytes();
        }
        _ => bytes = png(&scene(), form.scale).map_err(|error| fault(error.to_string()))?,
    }
    write(world, file, &bytes, form.overwrite)
}

fn options(state: &State, form: Form) -> FigureOptions {
    FigureOptions {
        width: form.size.0 as f32,
        height: form.size.1 as f32,
        source: Source::of(state),
        ..FigureOptions::default()
    }
}

/// What the options on what is shown mean in this project.
fn requests(shown: &Shown, state: &State) -> Result<(ChartRequest, MatrixRequest), Stop> {
    if let (Some(from), Some(to)) = (shown.from, shown.to)
        && to < from
    {
        return Err(fault(format!("--to {to} lies before --from {from}")));
    }
    let incident = shown.incident.as_deref().map(|name| incident(state, name)).transpose()?;
    let chart = ChartRequest {
        incident,
        outcome: shown.outcome,
        role: shown.role,
        side: shown.side.as_deref().map(|name| actor(state, name)).transpose()?,
        claimant: shown.claimant.as_deref().map(|name| actor(state, name)).transpose()?,
        outlet: shown.outlet.clone(),
        from: shown.from,
        to: shown.to,
        panels: shown.panels.into(),
        scale: shown.scale_y.into(),
        ..ChartRequest::default()
    };
    let columns = shown.columns.into();
    Ok((chart, MatrixRequest { incident, columns, ..MatrixRequest::default() }))
}

fn actor(state: &State, name: &str) -> Result<ActorId, Stop> {
    state.actor_named(name).map(|it| it.id).ok_or_else(|| {
        unknown("actor", name, state.actors().values().map(|it| it.name.as_str()).collect())
    })
}

fn incident(state: &State, name: &str) -> Result<IncidentId, Stop> {
    state.incident_named(name).map(|it| it.id).ok_or_else(|| {
        unknown("incident", name, state.incidents().values().map(|it| it.name.as_str()).collect())
    })
}

/// How many names a message lists.
const MOST_NAMES: usize = 12;

fn unknown(kind: &str, name: &str, known: Vec<&str>) -> Stop {
    let listed = known[..known.len().min(MOST_NAMES)].join(", ");
    let more = if known.len() > MOST_NAMES { ", …" } else { "" };
    fault(if known.is_empty() {
        format!("the project has no {kind}s, so none is called {name:?}")
    } else {
        format!("the project has no {kind} {name:?}; it has {listed}{more}")
    })
}

fn known_ending(file: &Path, known: &[&str]) -> Result<(), Stop> {
    if known.contains(&ending(file).as_str()) {
        return Ok(());
    }
    let known = known.iter().map(|it| format!(".{it}")).collect::<Vec<_>>().join(", ");
    Err(fault(format!(
        "the ending says what is written, and must be one of {known}: {}",
        file.display()
    )))
}

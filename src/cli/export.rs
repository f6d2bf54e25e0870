//! `export`: writes figures, evidence lists and tables of a project. What is written follows from each file's ending.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::args::Export;
use super::output::{count, ending, writable, write};
use super::{Stop, World, fault};
use crate::base::{ActorId, IncidentId};
use crate::export::{
    CsvOptions, EvidencePage, FigureOptions, Scene, Source, SvgOptions, casualties, evidence_csv,
    evidence_html, png, rows_csv, rows_jsonl, stances, svg,
};
use crate::files::Overwrite;
use crate::project::{OpenError, Project, State};
use crate::views::chart::ChartRequest;
use crate::views::matrix::MatrixRequest;
use crate::views::{Evidence, annotations, chart, matrix};

/// Size of a figure in points, and pixels of a PNG to the point.
#[derive(Debug, Clone, Copy)]
pub(super) struct Form {
    pub size: (u32, u32),
    pub scale: f32,
}

/// A file as it will be written.
pub(super) struct Made {
    pub path: PathBuf,
    pub bytes: Vec<u8>,
    /// What it holds: "36 claims from 9 articles".
    pub holds: String,
}

/// Endings of figures and of the evidence behind them.
const FIGURE: &[&str] = &["png", "svg", "csv", "html"];

/// Endings of tables.
const TABLE: &[&str] = &["csv", "jsonl"];

pub(super) fn run(args: &Export, world: &mut World<'_>) -> Result<u8, Stop> {
    let overwrite = if args.force { Overwrite::Allow } else { Overwrite::Refuse };
    check_files(args, overwrite, world)?;
    let state = open(&args.project, world)?;
    let (chart_of, matrix_of) = requests(args, &state)?;
    let form = Form { size: args.size, scale: args.scale };
    // All are made before the first is written, so that what cannot be made leaves nothing half done.
    let mut made = vec![];
    for path in &args.files.casualties {
        made.push(casualties_file(&state, &chart_of, path.clone(), form)?);
    }
    for path in &args.files.stances {
        made.push(stances_file(&state, &matrix_of, path.clone(), form)?);
    }
    for path in &args.files.annotations {
        made.push(annotations_file(&state, path.clone())?);
    }
    for file in &made {
        write(world, &file.path, &file.bytes, overwrite)?;
        world.say(&format!("{}: {}", file.path.display(), file.holds))?;
    }
    Ok(0)
}

/// Refuses files that cannot be written as asked.
fn check_files(args: &Export, overwrite: Overwrite, world: &World<'_>) -> Result<(), Stop> {
    let files = &args.files;
    let with = |files: &'_ [PathBuf], known| {
        files.iter().map(|file| (file.clone(), known)).collect::<Vec<(PathBuf, &[&str])>>()
    };
    let all = [
        with(&files.casualties, FIGURE),
        with(&files.stances, FIGURE),
        with(&files.annotations, TABLE),
    ]
    .concat();
    if all.is_empty() {
        return Err(fault(
            "nothing to write; name a file with --casualties, --stances or --annotations",
        ));
    }
    let mut seen = BTreeSet::new();
    for (file, known) in &all {
        if !known.contains(&ending(file).as_str()) {
            let known = known.iter().map(|it| format!(".{it}")).collect::<Vec<_>>().join(", ");
            return Err(fault(format!(
                "the ending says what is written, and this one says nothing here: {}; \
                 choose one of {known}",
                file.display()
            )));
        }
        if !seen.insert(file) {
            return Err(fault(format!(
                "the file is named twice: {}; give each a name of its own",
                file.display()
            )));
        }
        writable(world, file, overwrite)?;
    }
    Ok(())
}

/// Opens a project for reading, its warnings on standard error.
pub(super) fn open(path: &Path, world: &mut World<'_>) -> Result<State, Stop> {
    let (project, warnings) = Project::open(world.disk, path).map_err(|error| match &error {
        OpenError::Disk { .. } => fault(format!("{error}; name a .kbproj file")),
        // Such an error says itself what to do.
        OpenError::Format { .. } => fault(error.to_string()),
    })?;
    world.warn(&warnings);
    Ok(project.state().clone())
}

/// Makes the casualty chart, or the evidence behind it.
pub(super) fn casualties_file(
    state: &State,
    request: &ChartRequest,
    path: PathBuf,
    form: Form,
) -> Result<Made, Stop> {
    let chart = chart(state, request);
    let options = options(state, form);
    let claims = count(chart.evidence.len(), "claim", "claims");
    let shown = Figure {
        title: &chart.headline,
        subtitle: &chart.subtitle,
        evidence: &chart.evidence,
        source: options.source.line(&claims, chart.articles),
        holds: holds(claims, chart.articles),
    };
    figure_file(&shown, || casualties(&chart, &options), path, form)
}

/// Makes the stance matrix, or the evidence behind it.
pub(super) fn stances_file(
    state: &State,
    request: &MatrixRequest,
    path: PathBuf,
    form: Form,
) -> Result<Made, Stop> {
    let matrix = matrix(state, request);
    let options = options(state, form);
    let held = count(matrix.evidence.len(), "stance", "stances");
    let shown = Figure {
        title: &matrix.title,
        subtitle: &matrix.subtitle,
        evidence: &matrix.evidence,
        source: options.source.line(&held, matrix.articles),
        holds: holds(held, matrix.articles),
    };
    figure_file(&shown, || stances(&matrix, &options), path, form)
}

/// Makes the table of all annotations.
pub(super) fn annotations_file(state: &State, path: PathBuf) -> Result<Made, Stop> {
    let (rows, mut bytes) = (annotations(state), vec![]);
    let holds = count(rows.len(), "annotation", "annotations");
    if ending(&path) == "jsonl" {
        rows_jsonl(rows, &mut bytes)?;
    } else {
        rows_csv(rows, CsvOptions::default(), &mut bytes)?;
    }
    Ok(Made { path, bytes, holds })
}

fn holds(what: String, articles: usize) -> String {
    match articles {
        0 => format!("{what}; nothing in the project fits what was asked for"),
        _ => format!("{what} from {}", count(articles, "article", "articles")),
    }
}

/// What stands around a figure and behind it.
struct Figure<'a> {
    title: &'a str,
    subtitle: &'a str,
    evidence: &'a [Evidence],
    source: String,
    holds: String,
}

fn figure_file(
    shown: &Figure<'_>,
    scene: impl Fn() -> Scene,
    path: PathBuf,
    form: Form,
) -> Result<Made, Stop> {
    let mut bytes = vec![];
    match ending(&path).as_str() {
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
    Ok(Made { path, bytes, holds: shown.holds.clone() })
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
fn requests(args: &Export, state: &State) -> Result<(ChartRequest, MatrixRequest), Stop> {
    let shown = &args.chart;
    if let (Some(from), Some(to)) = (shown.from, shown.to)
        && to < from
    {
        return Err(fault(format!("--to {to} lies before --from {from}; exchange them")));
    }
    let incident = args.incident.as_deref().map(|name| incident(state, name)).transpose()?;
    let chart = ChartRequest {
        incident,
        outcome: shown.outcome,
        role: shown.role,
        side: shown.side.as_deref().map(|name| actor(state, name)).transpose()?,
        claimant: shown.claimant.as_deref().map(|name| actor(state, name)).transpose()?,
        outlet: shown.outlet.as_deref().map(|name| outlet(state, name)).transpose()?,
        from: shown.from,
        to: shown.to,
        panels: shown.panels.into(),
        scale: shown.scale_y.into(),
        ..ChartRequest::default()
    };
    let columns = args.matrix.columns.into();
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

fn outlet(state: &State, name: &str) -> Result<String, Stop> {
    let outlets = state.articles().values().filter_map(|it| it.metadata.outlet.as_ref());
    let outlets: BTreeSet<&str> = outlets.map(|it| it.value.trim()).collect();
    let known = outlets.iter().find(|it| it.to_lowercase() == name.trim().to_lowercase());
    known
        .map(|it| (*it).to_owned())
        .ok_or_else(|| unknown("outlet", name, outlets.into_iter().collect()))
}

/// How many names a message lists.
const MOST_NAMES: usize = 12;

fn unknown(kind: &str, name: &str, known: Vec<&str>) -> Stop {
    if known.is_empty() {
        return fault(format!(
            "the project has no {kind}s, so none is called “{name}”; leave it out"
        ));
    }
    let listed = known.iter().take(MOST_NAMES).copied().collect::<Vec<_>>().join(", ");
    let more = match known.len().saturating_sub(MOST_NAMES) {
        0 => String::new(),
        rest => format!(" and {rest} more"),
    };
    fault(format!("the project has no {kind} “{name}”; it has {listed}{more}"))
}

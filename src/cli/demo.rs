//! `demo`: makes the sample project with its figures and tables.

use std::path::PathBuf;

use super::args::Demo;
use super::export::{Form, annotations_file, casualties_file, stances_file};
use super::output::{count, unwritten, writable, write};
use super::{Stop, World, fault};
use crate::files::Overwrite;
use crate::project::sample::{self, SampleError};
use crate::views::chart::ChartRequest;
use crate::views::matrix::MatrixRequest;

/// The incident that the sample's figures show.
const INCIDENT: &str = "the offensive";

/// Size and scale of the sample's figures.
const FORM: Form = Form { size: (1600, 900), scale: 2.0 };

/// The endings of figures and evidence lists that are written.
const ENDINGS: [&str; 3] = ["png", "csv", "html"];

const ANNOTATIONS: &str = "annotations.csv";

/// Makes the sample and gives the path of its project.
pub(super) fn run(args: &Demo, world: &mut World<'_>) -> Result<PathBuf, Stop> {
    let folder = &args.dir;
    let file = folder.join(sample::PROJECT);
    if !args.force && world.disk.entry(&file).is_ok() {
        world.say(&format!(
            "{}: the sample is there already and was left as it is; add --force to make it anew",
            file.display()
        ))?;
        return Ok(file);
    }
    let overwrite = if args.force { Overwrite::Allow } else { Overwrite::Refuse };
    let figures = ENDINGS.map(|ending| {
        let named = |name: &str| folder.join(format!("{name}.{ending}"));
        (named("casualties"), named("stances"))
    });
    let tables = folder.join(ANNOTATIONS);
    let own = sample::file_names().map(|name| folder.join(name)).chain([tables.clone()]);
    let drawn = figures.iter().flat_map(|(chart, matrix)| [chart.clone(), matrix.clone()]);
    for path in own.chain(drawn).filter(|path| world.disk.entry(path).is_ok()) {
        writable(world, &path, overwrite)?;
    }

    let project =
        sample::make(world.disk, folder, &world.stamp()).map_err(|error| match &error {
            SampleError::Write(error) => unwritten(error),
            SampleError::Folder { .. } => fault(format!("{error}; name another with --dir")),
            error => fault(error.to_string()),
        })?;
    let state = project.state();
    let incident = state.incident_named(INCIDENT).map(|it| it.id);
    let chart = ChartRequest { incident, ..ChartRequest::default() };
    let matrix = MatrixRequest { incident, ..MatrixRequest::default() };
    let mut made = vec![];
    for (of_chart, of_matrix) in figures {
        made.push(casualties_file(state, &chart, of_chart, FORM)?);
        made.push(stances_file(state, &matrix, of_matrix, FORM)?);
    }
    made.push(annotations_file(state, tables)?);
    for file in &made {
        write(world, &file.path, &file.bytes, overwrite)?;
    }
    let lines = [
        (
            sample::PROJECT,
            format!(
                "the sample project, {}, {}",
                count(state.articles().len(), "article", "articles"),
                count(state.annotations().len(), "annotation", "annotations"),
            ),
        ),
        (
            "casualties.png",
            "killed in the offensive, by side; its evidence in casualties.csv and casualties.html"
                .to_owned(),
        ),
        (
            "stances.png",
            "who stands where; its evidence in stances.csv and stances.html".to_owned(),
        ),
        (ANNOTATIONS, "all annotations as a table".to_owned()),
    ];
    for (name, what) in lines {
        world.say(&format!("{}: {what}", folder.join(name).display()))?;
    }
    Ok(file)
}

//! `demo`: makes the sample project with its figures and tables.

use std::path::PathBuf;

use super::args::Demo;
use super::export::{Form, write_annotations, write_casualties, write_stances};
use super::output::count;
use super::{Stop, World, fault};
use crate::files::Overwrite;
use crate::project::sample;
use crate::views::chart::ChartRequest;
use crate::views::matrix::MatrixRequest;

/// The incident that the sample's figures show.
const INCIDENT: &str = "the offensive";

/// Size and scale of the sample's figures.
const FORM: Form = Form { size: (1600, 900), scale: 2.0, overwrite: Overwrite::Allow };

/// Makes the sample and gives the path of its project.
pub(super) fn run(args: &Demo, world: &mut World<'_>) -> Result<PathBuf, Stop> {
    let folder = &args.dir;
    let file = folder.join(sample::PROJECT);
    if !args.force && world.disk.entry(&file).is_ok() {
        writeln!(
            world.out,
            "{}: the sample is there already and was left as it is; add --force to make it anew",
            file.display()
        )?;
        return Ok(file);
    }
    let project = sample::make(world.disk, folder, &world.stamp())
        .map_err(|error| fault(error.to_string()))?;
    let state = project.state();
    let incident = state.incident_named(INCIDENT).map(|it| it.id);
    let chart = ChartRequest { incident, ..ChartRequest::default() };
    let matrix = MatrixRequest { incident, ..MatrixRequest::default() };
    for ending in ["png", "csv", "html"] {
        let named = |name: &str| folder.join(format!("{name}.{ending}"));
        write_casualties(world, state, &chart, &named("casualties"), FORM)?;
        write_stances(world, state, &matrix, &named("stances"), FORM)?;
    }
    write_annotations(world, state, &folder.join("annotations.csv"), FORM.overwrite)?;
    writeln!(
        world.out,
        "{}: the sample project, {}, {}",
        file.display(),
        count(state.articles().len(), "article", "articles"),
        count(state.annotations().len(), "annotation", "annotations"),
    )?;
    for (name, what) in [
        (
            "casualties.png",
            "killed in the offensive, by side; its evidence in casualties.csv and casualties.html",
        ),
        ("stances.png", "who stands where; its evidence in stances.csv and stances.html"),
        ("annotations.csv", "all annotations as a table"),
    ] {
        writeln!(world.out, "{}: {what}", folder.join(name).display())?;
    }
    Ok(file)
}

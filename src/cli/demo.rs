//! `demo`: makes the sample project with its figures and tables.

use std::path::PathBuf;

use super::args::Demo;
use super::export::{Wanted, make};
use super::output::{count, unwritten, writable, write};
use super::{Stop, World, fault};
use crate::export::{Content, Form, Look, Shown};
use crate::files::Overwrite;
use crate::project::sample::{self, SampleError};
use crate::views::{first_chart, first_matrix};

/// The forms in which figures and evidence lists are written.
const FORMS: [Form; 3] = [Form::Png, Form::Csv, Form::Html];

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
    let named = |name: &str, forms: &[Form]| -> Vec<Wanted> {
        let wanted =
            |it: &Form| Wanted { path: folder.join(format!("{name}.{}", it.ending())), form: *it };
        forms.iter().map(wanted).collect()
    };
    let (of_chart, of_matrix) = (named("casualties", &FORMS), named("stances", &FORMS));
    let of_table = named("annotations", &[Form::Csv]);
    let own = sample::file_names().map(|name| folder.join(name));
    let drawn = of_chart.iter().chain(&of_matrix).chain(&of_table).map(|it| it.path.clone());
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
    let contents = [
        (Content::Casualties(first_chart(state).unwrap_or_default()), of_chart),
        (Content::Stances(first_matrix(state).unwrap_or_default()), of_matrix),
        (Content::Annotations, of_table),
    ];
    let mut made = vec![];
    for (content, files) in &contents {
        made.extend(make(&Shown::new(state, content), files, &Look::default())?);
    }
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
        ("annotations.csv", "all annotations as a table".to_owned()),
    ];
    for (name, what) in lines {
        world.say(&format!("{}: {what}", folder.join(name).display()))?;
    }
    Ok(file)
}

//! `export`: writes figures, evidence lists and tables of a project. What is written follows from each file's ending.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::args::Export;
use super::output::{ending, writable, write};
use super::requests::requests;
use super::{Stop, World, fault};
use crate::export::{Content, Form, Look, Shown, Size, beside};
use crate::files::Overwrite;
use crate::project::{OpenError, Project, State};

/// A file to be written.
pub(super) struct Wanted {
    pub path: PathBuf,
    pub form: Form,
}

/// A file as it will be written.
pub(super) struct Made {
    pub path: PathBuf,
    pub bytes: Vec<u8>,
    /// What it holds: "36 claims from 9 articles".
    pub holds: String,
}

pub(super) fn run(args: &Export, world: &mut World<'_>) -> Result<u8, Stop> {
    let overwrite = if args.files.force { Overwrite::Allow } else { Overwrite::Refuse };
    let files = &args.files;
    let evidence: Vec<Form> = files.evidence.iter().map(|it| (*it).into()).collect();
    let of_chart = wanted(&files.casualties, &Form::OF_FIGURES, &evidence)?;
    let of_matrix = wanted(&files.stances, &Form::OF_FIGURES, &evidence)?;
    let of_table = wanted(&files.annotations, &Form::OF_TABLES, &[])?;
    let all = || of_chart.iter().chain(&of_matrix).chain(&of_table);
    check_files(all().map(|it| it.path.as_path()), overwrite, world)?;
    let look = look(args);
    let state = open(&args.project, world)?;
    let (chart, matrix) = requests(args, &state)?;
    let contents = [
        (Content::Casualties(chart), &of_chart),
        (Content::Stances(matrix), &of_matrix),
        (Content::Annotations, &of_table),
    ];
    // All are made before the first is written, so that what cannot be made leaves nothing half done.
    let mut made = vec![];
    for (content, files) in contents.iter().filter(|(_, files)| !files.is_empty()) {
        made.extend(make(&Shown::new(&state, content), files, &look)?);
    }
    for file in &made {
        write(world, &file.path, &file.bytes, overwrite)?;
        world.say(&format!("{}: {}", file.path.display(), file.holds))?;
    }
    Ok(0)
}

/// Files with what their endings say, and beside each picture the evidence asked for.
fn wanted(paths: &[PathBuf], known: &[Form], evidence: &[Form]) -> Result<Vec<Wanted>, Stop> {
    let mut all = vec![];
    for path in paths {
        let form = known.iter().find(|it| it.ending() == ending(path)).copied();
        let form = form.ok_or_else(|| {
            let known: Vec<_> = known.iter().map(|it| format!(".{}", it.ending())).collect();
            fault(format!(
                "the ending says what is written, and this one says nothing here: {}; \
                 choose one of {}",
                path.display(),
                known.join(", ")
            ))
        })?;
        all.push(Wanted { path: path.clone(), form });
        if form.is_picture() {
            all.extend(evidence.iter().map(|it| Wanted { path: beside(path, *it), form: *it }));
        }
    }
    Ok(all)
}

/// Refuses files that cannot be written as asked.
fn check_files<'a>(
    files: impl Iterator<Item = &'a Path>,
    overwrite: Overwrite,
    world: &World<'_>,
) -> Result<(), Stop> {
    let mut seen = BTreeSet::new();
    for file in files {
        if !seen.insert(file) {
            return Err(fault(format!(
                "the file is named twice: {}; give each a name of its own",
                file.display()
            )));
        }
        writable(world, file, overwrite)?;
    }
    if seen.is_empty() {
        return Err(fault(
            "nothing to write; name a file with --casualties, --stances or --annotations",
        ));
    }
    Ok(())
}

fn look(args: &Export) -> Look {
    let look = &args.look;
    Look {
        size: Size { scale: look.scale.unwrap_or(look.size.scale), ..look.size },
        title: look.title.clone(),
        subtitle: look.subtitle.clone(),
        transparent: look.transparent,
        listed: false,
    }
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

/// Makes files of what is shown. A picture says whether its evidence is among them.
pub(super) fn make(shown: &Shown<'_>, files: &[Wanted], look: &Look) -> Result<Vec<Made>, Stop> {
    let listed = files.iter().any(|it| !it.form.is_picture());
    let look = Look { listed, ..look.clone() };
    let made = |file: &Wanted| {
        let bytes = shown.bytes(file.form, &look).map_err(|error| fault(error.to_string()))?;
        Ok(Made { path: file.path.clone(), bytes, holds: shown.holds() })
    };
    files.iter().map(made).collect()
}

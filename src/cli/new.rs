//! `new`: makes a project from folders of articles.

use std::path::Path;

use rayon::prelude::*;

use super::args::New;
use super::load::load;
use super::output::count;
use super::suggest::not_searched;
use super::{Stop, World, fault};
use crate::analysis::{Context, Gazetteer, suggest};
use crate::files::{Grants, Kind};
use crate::project::{Binding, Choice, Project, accept, add_articles, add_root, bind};

pub(super) fn run(args: &New, world: &mut World<'_>) -> Result<u8, Stop> {
    let output = &args.output;
    if output.extension().is_none_or(|it| it != "kbproj") {
        return Err(fault(format!("a project file ends in .kbproj: {}", output.display())));
    }
    if !args.force && world.disk.entry(output).is_ok() {
        return Err(fault(format!(
            "the file exists and was left as it is; add --force to replace it: {}",
            output.display()
        )));
    }
    for folder in &args.folders {
        if !world.disk.entry(folder).is_ok_and(|it| it.kind == Kind::Folder) {
            return Err(fault(format!(
                "there is no such folder of articles: {}",
                folder.display()
            )));
        }
    }
    let name = output.file_stem().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    let mut project = Project::new(name);
    let binding = take_in(&mut project, args, world)?;
    let accepted = match args.accept {
        None => 0,
        Some(least) => accept_all(&mut project, &binding, least, world)?,
    };
    project.save(world.disk, output).map_err(|error| fault(error.to_string()))?;
    remember(args, world)?;
    let state = project.state();
    let (articles, annotations) = (state.articles().len(), state.annotations().len());
    write!(world.out, "{}: {}", output.display(), count(articles, "article", "articles"))?;
    if args.accept.is_some() {
        write!(
            world.out,
            ", {} accepted as {}, {}",
            count(accepted, "suggestion", "suggestions"),
            count(annotations, "annotation", "annotations"),
            count(state.actors().len(), "actor", "actors"),
        )?;
    }
    writeln!(world.out)?;
    if let Some(line) = not_searched(binding.texts.values().map(|it| &**it)) {
        writeln!(world.err, "{line}")?;
    }
    Ok(0)
}

/// Adds the folders and their articles, and gives the texts of the records.
fn take_in(project: &mut Project, args: &New, world: &mut World<'_>) -> Result<Binding, Stop> {
    let loaded = load(&args.folders, world)?;
    if loaded.articles.is_empty() {
        return Err(fault(
            "no article could be read, so no project was made; articles end in .txt, .md, .html or .htm",
        ));
    }
    let mut roots = vec![];
    for folder in &args.folders {
        let (id, edit) =
            add_root(world.disk, &args.output, folder, &mut world.ids).ok_or_else(|| {
                fault(format!(
                    "the folder's name is not Unicode, so no project can keep it; rename it: {}",
                    folder.display()
                ))
            })?;
        roots.push(id);
        project.dispatch(edit, world.stamp()).map_err(|error| fault(error.to_string()))?;
    }
    let articles: Vec<_> = loaded
        .articles
        .into_iter()
        .filter_map(|it| Some((*roots.get(it.root)?, it.article)))
        .collect();
    if let Some(edit) = add_articles(&bind(project.state(), &articles), &mut world.ids) {
        project.dispatch(edit, world.stamp()).map_err(|error| fault(error.to_string()))?;
    }
    Ok(bind(project.state(), &articles))
}

/// Accepts the suggestions of at least this score as one step; how many there were.
fn accept_all(
    project: &mut Project,
    binding: &Binding,
    least: f32,
    world: &mut World<'_>,
) -> Result<usize, Stop> {
    let (gazetteer, context) = (Gazetteer::bundled(), Context::default());
    let texts: Vec<_> = binding.texts.iter().collect();
    let found: Vec<_> =
        texts.par_iter().map(|(_, text)| suggest(text, gazetteer, &context)).collect();
    let good: Vec<Vec<usize>> = found
        .iter()
        .map(|all| (0..all.len()).filter(|at| all[*at].score >= least).collect())
        .collect();
    let choices: Vec<Choice<'_>> = texts
        .iter()
        .zip(&found)
        .zip(&good)
        .map(|(((article, text), all), chosen)| Choice { article: **article, text, all, chosen })
        .collect();
    let stamp = world.stamp();
    let edit = accept(project.state(), &choices, gazetteer, &mut world.ids, &stamp);
    project.dispatch(edit, stamp).map_err(|error| fault(error.to_string()))?;
    Ok(good.iter().map(Vec::len).sum())
}

/// Remembers the folders as chosen by this user. Where that cannot be done they are asked for again, no more.
fn remember(args: &New, world: &mut World<'_>) -> Result<(), Stop> {
    let Some(place) = &world.state_folder else { return Ok(()) };
    let grants = Grants::in_folder(Path::new(place));
    for folder in &args.folders {
        if let Err(error) = grants.grant(world.disk, folder) {
            writeln!(
                world.err,
                "warning: the choice of {} could not be remembered: {error}",
                folder.display()
            )?;
        }
    }
    Ok(())
}

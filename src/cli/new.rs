//! `new`: makes a project from folders of articles.

use super::args::New;
use super::load::{load, suggest_all, tell_not_searched};
use super::output::{count, is_project, named, unwritten, writable};
use super::{Stop, World, fault};
use crate::analysis::Gazetteer;
use crate::corpus::Article;
use crate::files::{Grants, Kind, Overwrite};
use crate::project::{Binding, Choice, Edit, Project, accept, add_articles, add_root, bind};

pub(super) fn run(args: &New, world: &mut World<'_>) -> Result<u8, Stop> {
    let output = &args.output;
    if !is_project(output) {
        return Err(fault(format!(
            "the name of a project ends in .kbproj, and this one does not: {}; name it so",
            output.display()
        )));
    }
    let overwrite = if args.force { Overwrite::Allow } else { Overwrite::Refuse };
    writable(world, output, overwrite)?;
    for folder in &args.folders {
        if named(world, folder)?.kind != Kind::Folder {
            return Err(fault(format!(
                "this is no folder: {}; give the folder that the articles are in",
                folder.display()
            )));
        }
    }
    let name = output.file_stem().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    let mut project = Project::new(name);
    let binding = take_in(&mut project, args, world)?;
    let accepted =
        args.accept.map(|least| accept_all(&mut project, &binding, least, world)).transpose()?;
    project.save(world.disk, output).map_err(|error| unwritten(&error))?;
    remember(args, world);
    let state = project.state();
    let mut line =
        format!("{}: {}", output.display(), count(state.articles().len(), "article", "articles"));
    if let Some(accepted) = accepted {
        line += &format!(
            ", {} accepted as {}, {}",
            count(accepted, "suggestion", "suggestions"),
            count(state.annotations().len(), "annotation", "annotations"),
            count(state.actors().len(), "actor", "actors"),
        );
        tell_not_searched(binding.texts.values().map(|it| &**it), world);
    }
    world.say(&line)?;
    Ok(0)
}

/// Adds the folders and their articles, and gives the texts of the records.
fn take_in(project: &mut Project, args: &New, world: &mut World<'_>) -> Result<Binding, Stop> {
    let loaded = load(&args.folders, world);
    if loaded.articles.is_empty() {
        return Err(fault(
            "no article could be read, so no project was made; \
             give a folder with .txt, .md or .html files",
        ));
    }
    let mut roots = vec![];
    for (place, folder) in args.folders.iter().enumerate() {
        // The articles of such a folder belong to the one that it repeats or lies in.
        if loaded.repeated.contains(&place) {
            roots.push(None);
            continue;
        }
        let (id, edit) =
            add_root(world.disk, &args.output, folder, &mut world.ids).ok_or_else(|| {
                fault(format!(
                    "the folder's name is not Unicode, so no project can keep it: {}; rename it",
                    folder.display()
                ))
            })?;
        roots.push(Some(id));
        dispatch(project, edit, world)?;
    }
    let articles = loaded.articles.into_iter();
    let articles: Vec<_> =
        articles.filter_map(|it| Some(((*roots.get(it.root)?)?, it.article))).collect();
    if let Some(edit) = add_articles(&bind(project.state(), &articles), &mut world.ids) {
        dispatch(project, edit, world)?;
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
    let texts: Vec<&Article> = binding.texts.values().map(|it| &**it).collect();
    let found = suggest_all(&texts, world);
    let good: Vec<Vec<usize>> = found
        .iter()
        .map(|all| (0..all.len()).filter(|at| all[*at].score >= least).collect())
        .collect();
    let choices: Vec<Choice<'_>> = binding
        .texts
        .iter()
        .zip(&found)
        .zip(&good)
        .map(|(((article, text), all), chosen)| Choice { article: *article, text, all, chosen })
        .collect();
    let stamp = world.stamp();
    let edit = accept(project.state(), &choices, Gazetteer::bundled(), &mut world.ids, &stamp);
    dispatch(project, edit, world)?;
    Ok(good.iter().map(Vec::len).sum())
}

fn dispatch(project: &mut Project, edit: Edit, world: &World<'_>) -> Result<(), Stop> {
    let done = project.dispatch(edit, world.stamp());
    done.map(|_| ()).map_err(|error| fault(error.to_string()))
}

/// Remembers the folders as chosen by this user. Where that cannot be done they are asked for again, no more.
fn remember(args: &New, world: &mut World<'_>) {
    let Some(grants) = world.state_folder.as_deref().map(Grants::in_folder) else { return };
    for folder in &args.folders {
        if let Err(error) = grants.grant(world.disk, folder) {
            world.unremembered(folder, &error);
        }
    }
}

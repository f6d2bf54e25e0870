//! `check`: says what in a project needs review.

use std::path::Path;

use super::args::Check;
use super::export::open;
use super::load::load;
use super::output::count;
use super::{Stop, World, fault};
use crate::base::Warning;
use crate::files::Grants;
use crate::project::{Root, Severity, State, bind, check, is_beside, root_folder};

/// Something needs review.
const FINDINGS: u8 = 1;

pub(super) fn run(args: &Check, world: &mut World<'_>) -> Result<u8, Stop> {
    let state = open(&args.project, world)?;
    let roots = granted(args, &state, world)?;
    let folders: Vec<_> =
        roots.iter().map(|root| root_folder(world.disk, &args.project, root)).collect();
    let loaded = load(&folders, world)?;
    let articles: Vec<_> = loaded
        .articles
        .into_iter()
        .filter_map(|it| Some((roots.get(it.root)?.id, it.article)))
        .collect();
    let findings = check(&state, Some(&bind(&state, &articles)));
    let review = findings.iter().filter(|it| it.severity == Severity::NeedsReview).count();
    if args.json {
        serde_json::to_writer_pretty(&mut *world.out, &findings).map_err(std::io::Error::from)?;
        writeln!(world.out)?;
    } else {
        for finding in &findings {
            let mark = if finding.severity == Severity::NeedsReview { "review" } else { "note" };
            writeln!(world.out, "{mark}: {finding}")?;
        }
        let passages: usize = state.annotations().values().map(|it| it.passages.len()).sum();
        let outcome = match review {
            0 => "nothing needs review".to_owned(),
            1 => "1 finding needs review".to_owned(),
            many => format!("{many} findings need review"),
        };
        writeln!(
            world.out,
            "{}: {}, {}, {}; {outcome}",
            args.project.display(),
            count(state.articles().len(), "article", "articles"),
            count(state.annotations().len(), "annotation", "annotations"),
            count(passages, "passage", "passages"),
        )?;
    }
    Ok(if review == 0 { 0 } else { FINDINGS })
}

/// The roots that may be opened: those beside the project and those this user has chosen on this machine.
fn granted(args: &Check, state: &State, world: &mut World<'_>) -> Result<Vec<Root>, Stop> {
    let grants = world.state_folder.as_deref().map(Grants::in_folder);
    let mut roots = vec![];
    for root in state.roots().values() {
        let folder = root_folder(world.disk, &args.project, root);
        if args.trust_folders
            && let Some(grants) = &grants
        {
            grants.grant(world.disk, &folder).map_err(|error| {
                fault(format!("the choice could not be remembered, {error}: {}", folder.display()))
            })?;
        }
        let is_chosen = args.trust_folders
            || is_beside(world.disk, &args.project, root)
            || grants.as_ref().is_some_and(|it| it.has(world.disk, &folder));
        if is_chosen {
            roots.push(root.clone());
        } else if is_there(world, &folder) {
            world.warn(&[Warning::new(
                folder.display().to_string(),
                "the folder lies outside the project's and was never chosen on this machine, so it was not opened",
                "add --trust-folders to open it",
            )])?;
        } else {
            world.warn(&[Warning::new(
                folder.display().to_string(),
                "the project's folder of articles is not there",
                "put it back or move the project beside it",
            )])?;
        }
    }
    Ok(roots)
}

fn is_there(world: &World<'_>, folder: &Path) -> bool {
    world.disk.entry(folder).is_ok()
}

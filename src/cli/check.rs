//! `check`: says what in a project needs review.

use std::io;
use std::path::Path;

use super::args::Check;
use super::export::open;
use super::load::load;
use super::output::count;
use super::{Stop, World};
use crate::base::Warning;
use crate::files::{Grants, reason};
use crate::project::{Root, Severity, State, bind, check, is_beside, root_folder};

/// Something needs review.
const FINDINGS: u8 = 1;

pub(super) fn run(args: &Check, world: &mut World<'_>) -> Result<u8, Stop> {
    let state = open(&args.project, world)?;
    let roots = granted(args, &state, world);
    let folders: Vec<_> =
        roots.iter().map(|root| root_folder(world.disk, &args.project, root)).collect();
    let loaded = load(&folders, world);
    let articles: Vec<_> = loaded
        .articles
        .into_iter()
        .filter_map(|it| Some((roots.get(it.root)?.id, it.article)))
        .collect();
    let findings = check(&state, Some(&bind(&state, &articles)));
    let review = findings.iter().filter(|it| it.severity == Severity::NeedsReview).count();
    if args.json {
        serde_json::to_writer_pretty(&mut *world.out, &findings).map_err(io::Error::from)?;
        writeln!(world.out)?;
    } else {
        for finding in &findings {
            let mark = if finding.severity == Severity::NeedsReview { "review" } else { "note" };
            world.say(&format!("{mark}: {finding}"))?;
        }
        let passages = state.annotations().values().map(|it| it.passages.len()).sum();
        let outcome = match review {
            0 => "nothing needs review".to_owned(),
            1 => "1 finding needs review".to_owned(),
            many => format!("{} need review", count(many, "finding", "findings")),
        };
        world.say(&format!(
            "{}: {}, {}, {}; {outcome}",
            args.project.display(),
            count(state.articles().len(), "article", "articles"),
            count(state.annotations().len(), "annotation", "annotations"),
            count(passages, "passage", "passages"),
        ))?;
    }
    Ok(if review == 0 { 0 } else { FINDINGS })
}

/// The roots that may be opened: those beside the project and those this user has chosen on this machine.
fn granted(args: &Check, state: &State, world: &mut World<'_>) -> Vec<Root> {
    let grants = world.state_folder.as_deref().map(Grants::in_folder);
    let mut roots = vec![];
    for root in state.roots().values() {
        let folder = root_folder(world.disk, &args.project, root);
        let is_there = world.disk.canonical(&folder).is_ok();
        if args.trust_folders
            && is_there
            && let Some(grants) = &grants
            && let Err(error) = grants.grant(world.disk, &folder)
        {
            world.unremembered(&folder, &error);
        }
        let is_chosen = args.trust_folders
            || is_beside(world.disk, &args.project, root)
            || grants.as_ref().is_some_and(|it| it.has(world.disk, &folder));
        let place = folder.display().to_string();
        if !is_there {
            world.warn(&[Warning::new(
                place,
                "the project's folder of articles is not there",
                "bring it back, or move the project beside it",
            )]);
        } else if is_chosen {
            roots.push(root.clone());
        } else {
            world.warn(&[Warning::new(
                place,
                "the folder lies outside the project's and was never chosen on this machine, \
                 so it was not opened",
                "add --trust-folders to open it",
            )]);
        }
    }
    roots
}

impl World<'_> {
    /// Warns that the choice of a folder will have to be made again.
    pub(super) fn unremembered(&mut self, folder: &Path, error: &io::Error) {
        let what = format!("the choice of the folder could not be remembered, {}", reason(error));
        let hint = "it will be asked for again";
        self.warn(&[Warning::new(folder.display().to_string(), what, hint)]);
    }
}

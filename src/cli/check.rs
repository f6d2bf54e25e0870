//! `check`: says what in a project needs review.

use std::io;
use std::path::Path;

use super::args::Check;
use super::export::open;
use super::load::load;
use super::output::count;
use super::{Stop, World};
use crate::base::{ArticleId, Warning};
use crate::files::{Grants, reason};
use crate::project::{
    Finding, RecordId, Root, Severity, State, bind, check, is_beside, root_folder,
};

/// Something needs review.
const FINDINGS: u8 = 1;

pub(super) fn run(args: &Check, world: &mut World<'_>) -> Result<u8, Stop> {
    let state = open(&args.project, world)?;
    let (roots, mut findings) = granted(args, &state, world);
    let folders: Vec<_> =
        roots.iter().map(|root| root_folder(world.disk, &args.project, root)).collect();
    let loaded = load(&folders, world);
    let articles: Vec<_> = loaded
        .articles
        .into_iter()
        .filter_map(|it| Some((roots.get(it.root)?.id, it.article)))
        .collect();
    let mut binding = bind(&state, &articles);
    // Of a folder that was not opened no article is known to be missing.
    let is_open = |id: &ArticleId| {
        let root = state.articles().get(id).map(|it| it.root);
        roots.iter().any(|it| Some(it.id) == root)
    };
    binding.missing.retain(is_open);
    findings.extend(check(&state, Some(&binding)));
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

/// The roots that may be opened and are there, and a finding for each other one. Those may be opened that lie beside the
/// project, and those that this user has chosen on this machine.
fn granted(args: &Check, state: &State, world: &mut World<'_>) -> (Vec<Root>, Vec<Finding>) {
    let grants = world.state_folder.as_deref().map(Grants::in_folder);
    let (mut roots, mut findings) = (vec![], vec![]);
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
        if is_there && is_chosen {
            roots.push(root.clone());
            continue;
        }
        let articles = state.articles().values().filter(|it| it.root == root.id).count();
        let articles = count(articles, "article", "articles");
        let (what, hint) = if is_there {
            (
                "it lies outside the project's folder and was never chosen on this machine",
                "add --trust-folders to open it",
            )
        } else {
            ("it is not there", "bring it back")
        };
        findings.push(Finding {
            severity: Severity::NeedsReview,
            place: format!("folder {}", folder.display()),
            what: format!("{what}, so {articles} could not be looked at"),
            hint: hint.to_owned(),
            record: Some(RecordId::Root(root.id)),
        });
    }
    (roots, findings)
}

impl World<'_> {
    /// Warns that the choice of a folder will have to be made again.
    pub(super) fn unremembered(&mut self, folder: &Path, error: &io::Error) {
        let what = format!("the choice of the folder could not be remembered, {}", reason(error));
        let hint = "it will be asked for again";
        self.warn(&[Warning::new(folder.display().to_string(), what, hint)]);
    }
}

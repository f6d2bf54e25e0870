//! Owns the long work of the command line: articles read and searched, warnings listed, progress on a terminal.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use rayon::prelude::*;

use super::World;
use super::output::count;
use crate::analysis::{self, Context, Gazetteer, Suggestion};
use crate::corpus::{self, Article, Loaded, Progress};
use crate::views;

/// How often progress is shown.
const BEAT: Duration = Duration::from_millis(100);

/// Loads all articles of the folders and files, and lists what could not be read on standard error.
pub(super) fn load(paths: &[PathBuf], world: &mut World<'_>) -> Loaded {
    let (progress, disk) = (Progress::default(), world.disk);
    let state = || match progress.total() {
        0 => "searching the folders".to_owned(),
        total => share(progress.done(), total, "read"),
    };
    let loaded = watched(world, state, || corpus::load(disk, paths, &progress));
    world.warn(&loaded.warnings);
    loaded
}

/// The suggestions of each article.
pub(super) fn suggest_all(articles: &[&Article], world: &mut World<'_>) -> Vec<Vec<Suggestion>> {
    let (gazetteer, context) = (Gazetteer::bundled(), Context::default());
    let done = AtomicUsize::new(0);
    let state = || share(done.load(Ordering::Relaxed), articles.len(), "searched");
    let search = |article: &&Article| {
        let found = analysis::suggest(article, gazetteer, &context);
        done.fetch_add(1, Ordering::Relaxed);
        found
    };
    watched(world, state, || articles.par_iter().map(search).collect())
}

/// Says on standard error which articles were not searched because of their language.
pub(super) fn tell_not_searched<'a>(
    articles: impl IntoIterator<Item = &'a Article>,
    world: &mut World<'_>,
) {
    let languages = analysis::not_searched(articles);
    if !languages.is_empty() {
        let each = languages.iter().map(|(language, articles)| {
            format!("{language} ({})", count(*articles, "article", "articles"))
        });
        let each = each.collect::<Vec<_>>().join(", ");
        world.note(&format!("not searched, as only English is: {each}"));
    }
}

/// "31 of 1,200 articles read".
fn share(done: usize, total: usize, what: &str) -> String {
    format!("{} of {} {what}", views::count(done as u64), count(total, "article", "articles"))
}

/// Does long work. On a terminal a line says how far it is, and is gone at the end.
fn watched<T: Send>(
    world: &mut World<'_>,
    state: impl Fn() -> String,
    work: impl FnOnce() -> T + Send,
) -> T {
    if !world.terminal {
        return work();
    }
    std::thread::scope(|scope| {
        let work = scope.spawn(work);
        while !work.is_finished() {
            std::thread::sleep(BEAT);
            // Progress is a courtesy: where it cannot be shown, the work goes on.
            let _ = write!(world.err, "\r{}\x1b[K", state());
            let _ = world.err.flush();
        }
        let _ = write!(world.err, "\r\x1b[K");
        // A panic in the work is a fault of the program and goes on as one.
        work.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

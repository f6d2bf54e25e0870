//! Owns how the articles of a project's folders are read: on a thread, each taken in as it comes, the whole at the end.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::{App, Done};
use crate::base::{RootId, Warning};
use crate::corpus::{Article, Progress, load_telling};
use crate::files::{Disk, Grants};
use crate::gui::case::Roots;
use crate::gui::task::Work;
use crate::project::{Root, add_articles, is_beside, root_folder, take_over};
use crate::views::count;

/// How often articles are taken in while others are read, in seconds: often enough to be seen coming, so seldom that
/// what rests on them is not made anew all the time.
const EVERY: f64 = 0.1;

/// The same once there are more than [`MANY`] to be read.
const SELDOM: f64 = 0.4;

const MANY: usize = 5000;

/// Articles read and not taken in yet, shared with the thread that reads.
pub(super) type Arriving = Arc<Mutex<Vec<(RootId, Arc<Article>)>>>;

/// What reading some roots gave.
#[derive(Default)]
pub struct LoadedRoots {
    /// Those that were to be read.
    pub roots: Vec<RootId>,
    pub articles: Vec<(RootId, Arc<Article>)>,
    pub warnings: Vec<Warning>,
    pub closed: Vec<Roots>,
    pub cancelled: bool,
    /// The articles become part of the project without asking: the user has just chosen their folder.
    pub take_in: bool,
}

impl App {
    /// Reads the articles of one root, or of all.
    pub(super) fn read_roots(&mut self, only: Option<RootId>, take_in: bool) {
        if only.is_none() {
            self.tasks.abandon(Work::Load);
            self.arriving = Arriving::default();
        }
        let Some(case) = &mut self.case else { return };
        let (disk, state_folder) = (Arc::clone(&self.host.disk), self.host.state_folder.clone());
        let file = case.home();
        let wanted = |it: &&Root| only.is_none_or(|only| only == it.id);
        let roots: Vec<Root> = case.state().roots().values().filter(wanted).cloned().collect();
        let mut texts = case.texts.clone();
        roots.iter().for_each(|root| texts.clear(root.id));
        (texts.is_loading, texts.is_partial) = (true, texts.is_partial && only.is_some());
        case.set_texts(texts);
        let arriving = Arc::clone(&self.arriving);
        self.tasks.start(Work::Load, "Reading articles", move |progress| {
            let grants = state_folder.as_deref().map(Grants::in_folder);
            let mut loaded = read(&*disk, &file, &roots, grants.as_ref(), progress, &arriving);
            loaded.take_in = take_in;
            Done::Loaded(Box::new(loaded))
        });
    }

    /// Takes in what has been read since the last time, while more is read.
    pub(super) fn take_arrived(&mut self, ctx: &eframe::egui::Context) {
        if !self.tasks.is_running(Work::Load) {
            return;
        }
        // The thread that reads asks for no frames; progress is shown as often as articles are taken in.
        ctx.request_repaint_after_secs(EVERY as f32);
        let now = ctx.input(|it| it.time);
        let load = self.tasks.running().iter().filter(|it| it.work == Work::Load);
        let total: usize = load.map(|it| it.progress.total()).sum();
        if now < self.arrived_at + if total > MANY { SELDOM } else { EVERY } {
            return;
        }
        self.arrived_at = now;
        let mut arriving = self.arriving.lock().unwrap_or_else(PoisonError::into_inner);
        let arrived = std::mem::take(&mut *arriving);
        drop(arriving);
        if let Some(case) = &mut self.case {
            case.arrive(arrived);
        }
    }

    /// The articles of some roots were read.
    pub(super) fn loaded(&mut self, loaded: LoadedRoots) {
        self.arriving = Arriving::default();
        let is_loading = self.tasks.is_running(Work::Load);
        let Some(case) = &mut self.case else { return };
        let read = loaded.articles.len();
        let mut texts = case.texts.clone();
        loaded.roots.iter().for_each(|root| texts.clear(*root));
        texts.add(loaded.articles);
        texts.closed.extend(loaded.closed);
        texts.is_loading = is_loading;
        texts.is_partial |= loaded.cancelled;
        case.set_texts(texts);
        for warning in loaded.warnings {
            if !case.warnings.contains(&warning) {
                case.warnings.push(warning);
            }
        }
        if loaded.cancelled {
            let what = match read {
                1 => "reading was cancelled after 1 article".to_owned(),
                some => format!("reading was cancelled after {} articles", count(some as u64)),
            };
            let hint = "what was read is here; the rest can be read later";
            self.notices.tell(crate::gui::notice::Weight::Warning, what, hint);
        }
        if loaded.take_in {
            self.add_new();
        }
        self.begin_reading();
        self.look_again();
    }

    /// Takes the articles that are new in the folders into the project.
    pub(super) fn add_new(&mut self) {
        let Some(case) = &self.case else { return };
        if let Some(edit) = add_articles(case.texts.binding(), &mut self.host.ids) {
            self.edit(edit);
        }
    }

    /// Takes over new versions and paths of files.
    pub(super) fn take_over(&mut self) {
        let Some(case) = &self.case else { return };
        if let Some(edit) = take_over(case.state(), case.texts.binding()) {
            self.edit(edit);
        }
    }

    /// Opens the first article where none is open.
    fn begin_reading(&mut self) {
        let Some(case) = &self.case else { return };
        if self.desk.columns.is_empty()
            && let Some(first) = self.list.order(case, &self.views.review.open()).first()
        {
            self.desk.read_at(*first, 0);
        }
    }
}

/// Reads roots; those that may not be read, or are not there, are told.
fn read(
    disk: &dyn Disk,
    file: &Path,
    roots: &[Root],
    grants: Option<&Grants>,
    progress: &Progress,
    arriving: &Arriving,
) -> LoadedRoots {
    let mut loaded =
        LoadedRoots { roots: roots.iter().map(|it| it.id).collect(), ..LoadedRoots::default() };
    let (mut ids, mut folders) = (vec![], vec![]);
    for root in roots {
        let folder = root_folder(disk, file, root);
        let allowed = is_beside(disk, file, root) || grants.is_some_and(|it| it.has(disk, &folder));
        if disk.entry(&folder).is_err() {
            loaded.closed.push(Roots::Gone(root.id, folder));
        } else if !allowed {
            loaded.closed.push(Roots::NotAllowed(root.id, folder));
        } else {
            ids.push(root.id);
            folders.push(folder);
        }
    }
    let read = load_telling(disk, &folders, progress, &|told| {
        if let Some(root) = ids.get(told.root) {
            let mut arriving = arriving.lock().unwrap_or_else(PoisonError::into_inner);
            arriving.push((*root, told.article));
        }
    });
    let articles = read.articles.into_iter();
    loaded.articles = articles.filter_map(|it| Some((*ids.get(it.root)?, it.article))).collect();
    loaded.warnings = read.warnings;
    loaded.cancelled = read.cancelled;
    loaded
}

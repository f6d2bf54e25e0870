//! Owns the long work of the window: threads whose result comes back as a [`Done`], with progress and cancel.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use eframe::egui::Context;

use super::app::Done;
use super::host::Spawn;
use crate::corpus::Progress;

/// What a piece of work is for; of some there is one at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    Choose,
    Load,
    Save,
    Copy,
    Search,
    /// Suggestions, looked for in the texts.
    Suggest,
    /// What is still to be decided of them.
    Review,
    /// Short looks at the disk.
    Look,
    Settings,
    Table,
    Chart,
    Layout,
    Matrix,
    Preview,
    Export,
    Clipboard,
}

impl Work {
    /// Whether the status line tells of it: it takes long, and the user waits for it.
    pub fn is_told(self) -> bool {
        matches!(self, Work::Load | Work::Copy | Work::Search | Work::Suggest | Work::Export)
    }
}

/// A piece of work under way.
#[derive(Debug)]
pub struct Running {
    number: u64,
    pub work: Work,
    /// In words, for the status line.
    pub name: String,
    pub progress: Arc<Progress>,
}

/// All work under way.
pub struct Tasks {
    running: Vec<Running>,
    sender: Sender<(u64, Option<Done>)>,
    receiver: Receiver<(u64, Option<Done>)>,
    ctx: Context,
    spawn: Spawn,
    given: u64,
}

impl Tasks {
    pub fn new(ctx: Context, spawn: Spawn) -> Self {
        let (sender, receiver) = channel();
        Self { running: vec![], sender, receiver, ctx, spawn, given: 0 }
    }

    /// Starts a piece of work; its result comes out of [`Tasks::finished`].
    pub fn start(
        &mut self,
        work: Work,
        name: impl Into<String>,
        job: impl FnOnce(&Progress) -> Done + Send + 'static,
    ) {
        self.given += 1;
        let (number, progress) = (self.given, Arc::new(Progress::new()));
        let running = Running { number, work, name: name.into(), progress: Arc::clone(&progress) };
        self.running.push(running);
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        let job = move || {
            // A fault in a piece of work costs that piece, not the analyst's session.
            let done = catch_unwind(AssertUnwindSafe(|| job(&progress))).ok();
            // Where the window is gone, nobody waits for the result.
            let _ = sender.send((number, done));
            ctx.request_repaint();
        };
        match self.spawn {
            Spawn::Inline => job(),
            Spawn::Threads => {
                let thread = std::thread::Builder::new().name(format!("{work:?}"));
                if thread.spawn(job).is_err() {
                    let _ = self.sender.send((number, None));
                }
            }
        }
    }

    /// The results that came in since the last call; none for a piece of work that failed within.
    pub fn finished(&mut self) -> Vec<(Work, Option<Done>)> {
        let mut finished = vec![];
        while let Ok((number, done)) = self.receiver.try_recv() {
            if let Some(place) = self.running.iter().position(|it| it.number == number) {
                finished.push((self.running.remove(place).work, done));
            }
        }
        finished
    }

    pub fn running(&self) -> &[Running] {
        &self.running
    }

    pub fn is_running(&self, work: Work) -> bool {
        self.running.iter().any(|it| it.work == work)
    }

    /// Ends all work of a kind as far as the window goes: what it still brings back is thrown away.
    pub fn abandon(&mut self, work: Work) {
        self.cancel(work);
        self.running.retain(|it| it.work != work);
    }

    /// Asks all work of a kind to end soon.
    pub fn cancel(&self, work: Work) {
        self.running.iter().filter(|it| it.work == work).for_each(|it| it.progress.cancel());
    }
}

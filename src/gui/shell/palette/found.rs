//! Owns what the palette finds: commands, articles and actors that fit what is typed, the best first.

use std::cmp::Reverse;

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::base::{ActorId, ArticleId};
use crate::gui::command::TABLE;
use crate::gui::view::View;

/// How many are shown.
const MOST: usize = 100;

/// What can be done from the palette.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A place in the table of commands.
    Command(usize),
    Article(ArticleId),
    Actor(ActorId),
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub target: Target,
    /// What it is called.
    pub name: String,
    /// What it is, or where it belongs; small.
    pub aside: String,
    /// It makes sense now.
    pub allowed: bool,
}

/// Whether it is open and what is typed in it.
#[derive(Debug, Default)]
pub struct PaletteState {
    open: bool,
    pub words: String,
    /// The chosen row.
    pub at: usize,
    /// The list is to show the chosen row.
    pub scroll: bool,
    /// The row that was taken, until it is acted upon.
    pub taken: Option<Hit>,
    found: Vec<Hit>,
    /// What `found` was found for: words and revision of the project.
    of: Option<(String, u64)>,
}

impl PaletteState {
    /// Opens it empty, or closes it if it is open.
    pub fn open(&mut self) {
        *self = Self { open: !self.open, ..Self::default() };
    }

    pub fn close(&mut self) {
        *self = Self::default();
    }

    pub fn is_open(&self) -> bool {
        self.open
    }

    /// What fits now.
    pub fn found(&mut self, view: &View<'_>) -> &[Hit] {
        let of = (self.words.clone(), view.case.map_or(0, |it| it.revision()));
        if self.of.as_ref() != Some(&of) {
            self.found = find(&self.words, view);
            self.at = 0;
            self.of = Some(of);
        }
        &self.found
    }

    pub fn chosen(&self) -> Option<&Hit> {
        self.found.get(self.at)
    }

    pub fn step(&mut self, by: isize) {
        let last = self.found.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
        self.scroll = true;
    }
}

/// All that fits, the best first; with nothing typed the commands that make sense now.
fn find(words: &str, view: &View<'_>) -> Vec<Hit> {
    let pattern = Pattern::parse(words.trim(), CaseMatching::Smart, Normalization::Smart);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut buffer = vec![];
    let mut score = |text: &str| pattern.score(Utf32Str::new(text, &mut buffer), &mut matcher);
    let mut scored: Vec<(Reverse<(bool, u32)>, Hit)> = vec![];
    let empty = words.trim().is_empty();
    for (place, row) in TABLE.iter().enumerate() {
        let (name, allowed) = (view.situation.name(row), view.situation.allows(row.needs));
        let aside = row.menu.name().to_owned();
        if let Some(score) = score(&format!("{name} {aside}")).filter(|_| !empty || allowed) {
            let hit = Hit { target: Target::Command(place), name, aside, allowed };
            scored.push((Reverse((allowed, score)), hit));
        }
    }
    if let Some(case) = view.case.filter(|_| !empty) {
        for row in case.derived().rows() {
            if let Some(score) = score(&format!("{} {}", row.outlet, row.title)) {
                let aside = [row.outlet.as_str(), row.time.as_str()];
                let aside: Vec<_> = aside.into_iter().filter(|it| !it.is_empty()).collect();
                let (target, name) = (Target::Article(row.article), row.title.clone());
                let hit = Hit { target, name, aside: aside.join(" · "), allowed: true };
                scored.push((Reverse((true, score)), hit));
            }
        }
        for actor in case.state().actors().values() {
            let names = std::iter::once(&actor.name).chain(&actor.aliases);
            if let Some(score) = names.filter_map(|it| score(it)).max() {
                let (target, name) = (Target::Actor(actor.id), actor.name.clone());
                let hit = Hit { target, name, aside: "Actor".to_owned(), allowed: true };
                scored.push((Reverse((true, score)), hit));
            }
        }
    }
    // Stable: what fits equally well stands in the order of menu and project.
    scored.sort_by_key(|(rank, _)| *rank);
    scored.truncate(MOST);
    scored.into_iter().map(|(_, hit)| hit).collect()
}

//! Owns what the list shows, kept from frame to frame and made anew only when project, texts or choice change.

use std::collections::HashMap;

use eframe::egui::Ui;

use super::heights::{Heights, Letters};
use super::model::{Choice, outlets};
use super::row::{self, Found};
use crate::base::ArticleId;
use crate::gui::case::Case;
use crate::gui::review::Open;
use crate::gui::theme;
use crate::views::ArticleRow;

/// Made from one state of project and choice.
#[derive(Debug, Default)]
pub struct Items {
    of: Option<(u64, Choice)>,
    /// The revision of the search and what was found, as of which it is known what waits in which article.
    found: (u64, Open),
    /// Numbers of the rows shown, in their order.
    shown: Vec<usize>,
    place: HashMap<ArticleId, usize>,
    /// Articles that are read but not part of the project yet: outlet and title.
    pub coming: Vec<(String, String)>,
    pub outlets: Vec<(String, usize)>,
    /// Width and pixels a point that `lines` were reckoned for.
    measured: Option<(f32, f32)>,
    /// In how many lines the title of each row stands.
    lines: Vec<f32>,
    /// `heights` are of now.
    laid: bool,
    pub heights: Heights,
    letters: Letters,
}

impl Items {
    /// Takes in what has changed.
    pub fn refresh(&mut self, case: &Case, choice: &Choice, open: &Open) {
        let searched = case.suggested().revision();
        let is_found = self.found.0 == searched && self.found.1.is(open);
        if !is_found {
            self.found = (searched, open.clone());
            self.laid = false;
        }
        let is_same = |(at, of): &(u64, Choice)| *at == case.revision() && of == choice;
        let rests_on_found = !is_found && choice.rests_on_waiting();
        if self.of.as_ref().is_some_and(is_same) && !rests_on_found {
            return;
        }
        let rows = case.derived().rows();
        self.of = Some((case.revision(), choice.clone()));
        self.shown = choice.shown(rows, |it| open.left(it).all());
        let articles = self.shown.iter().filter_map(|it| rows.get(*it)).map(|row| row.article);
        self.place = articles.enumerate().map(|(at, article)| (article, at)).collect();
        self.outlets = outlets(rows);
        self.coming = coming(case);
        self.measured = None;
    }

    pub fn len(&self) -> usize {
        self.shown.len()
    }

    pub fn row<'a>(&self, case: &'a Case, at: usize) -> Option<&'a ArticleRow> {
        case.derived().rows().get(*self.shown.get(at)?)
    }

    pub fn article(&self, case: &Case, at: usize) -> Option<ArticleId> {
        self.row(case, at).map(|row| row.article)
    }

    /// Where an article stands among those shown.
    pub fn place(&self, article: ArticleId) -> Option<usize> {
        self.place.get(&article).copied()
    }

    /// Reckons how high each row is in this width.
    pub fn measure(&mut self, ui: &Ui, case: &Case, width: f32) {
        let now = (width, ui.pixels_per_point());
        let rows = case.derived().rows();
        if self.measured != Some(now) {
            if self.measured.is_none_or(|(_, pixels)| pixels != now.1) {
                self.letters = Letters::default();
            }
            self.measured = Some(now);
            self.laid = false;
            let font = theme::bold(theme::BASE_SIZE);
            let letters = &mut self.letters;
            let lines = self.shown.iter().filter_map(|it| rows.get(*it)).map(|row| {
                let measure = |letter| ui.fonts_mut(|it| it.glyph_width(&font, letter));
                let room = width - 2.0 * row::SIDE;
                letters.lines(&row.title, room, row::MOST_LINES, measure) as f32
            });
            self.lines = lines.collect();
        }
        if std::mem::replace(&mut self.laid, true) {
            return;
        }
        let sizes = row::Sizes::new(ui);
        let shown = self.shown.iter().filter_map(|it| rows.get(*it));
        let heights = shown.zip(&self.lines).map(|(row, lines)| {
            let tells = Found::tells(row.article, case, &self.found.1);
            sizes.height(lines * sizes.title, row::has_foot(row, case, tells))
        });
        self.heights = Heights::new(heights);
    }
}

fn coming(case: &Case) -> Vec<(String, String)> {
    let file = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
    let known = case.texts.unknown().map(|article| {
        let metadata = &article.metadata;
        let title = metadata.title.as_ref().map(|it| it.value.clone());
        let outlet = metadata.outlet.as_ref().map(|it| it.value.clone());
        (outlet.unwrap_or_default(), title.unwrap_or_else(|| file(&article.path)))
    });
    known.collect()
}

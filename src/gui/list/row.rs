//! Owns how one article of the list looks, and what it is called aloud.

use std::sync::Arc;

use eframe::egui::text::TextFormat;
use eframe::egui::{Align2, Color32, FontId, Galley, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use crate::base::ArticleId;
use crate::base::theme::{Palette, Rgb};
use crate::base::words::{Outcome, Position};
use crate::gui::case::Case;
use crate::gui::icons;
use crate::gui::reader;
use crate::gui::review::Open;
use crate::gui::theme::{self, colour};
use crate::views::review::Left;
use crate::views::{ArticleRow, count};

/// Blank points at the left and right of the words.
pub const SIDE: f32 = 16.0;

/// Lines that a title may take.
pub const MOST_LINES: usize = 3;

const ABOVE: f32 = 8.0;
const BELOW: f32 = 9.0;
const UNDER_HEAD: f32 = 2.0;
const OVER_FOOT: f32 = 4.0;
const BAR: f32 = 3.0;
const DOT: f32 = 3.5;

/// Heights of lines, in points.
pub struct Sizes {
    small: f32,
    pub title: f32,
}

/// How a row stands to the rest of the window.
#[derive(Debug, Clone, Copy, Default)]
pub struct Standing {
    pub open: bool,
    pub active: bool,
    /// It is under the pointer, or an annotation of it is.
    pub lit: bool,
    /// The keys of the list go from here.
    pub cursor: bool,
    pub missing: bool,
}

impl Sizes {
    pub fn new(ui: &Ui) -> Self {
        ui.fonts_mut(|it| Self {
            small: it.row_height(&FontId::proportional(theme::SMALL_SIZE)),
            title: it.row_height(&theme::bold(theme::BASE_SIZE)),
        })
    }

    /// Of a row whose title is so high.
    pub fn height(&self, title: f32, has_foot: bool) -> f32 {
        let foot = if has_foot { OVER_FOOT + self.small } else { 0.0 };
        ABOVE + self.small + UNDER_HEAD + title + foot + BELOW
    }
}

/// The text is not at hand though nothing is being read any more.
pub fn is_missing(row: &ArticleRow, case: &Case) -> bool {
    !case.texts.is_loading && case.text(row.article).is_none()
}

/// What the search for suggestions has come to in an article.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Found<'a> {
    /// Suggestions that nobody has decided.
    pub left: Left,
    /// The language because of which it was not searched.
    pub foreign: Option<&'a str>,
}

impl<'a> Found<'a> {
    /// What is known of an article so far.
    pub fn of(article: ArticleId, case: &'a Case, open: &Open) -> Self {
        Self { left: open.left(article), foreign: case.suggested().foreign(article) }
    }

    /// Whether there is something to tell of an article, without counting what.
    pub fn tells(article: ArticleId, case: &Case, open: &Open) -> bool {
        open.of(article).next().is_some() || case.suggested().foreign(article).is_some()
    }

    /// "12 to review", "not searched (Russian)"; empty where there is nothing to tell.
    fn told(&self) -> String {
        match (self.left.all(), self.foreign) {
            (0, None) => String::new(),
            (0, Some(language)) => format!("not searched ({language})"),
            (some, _) => format!("{} to review", count(some as u64)),
        }
    }

    /// The same in more words.
    pub fn hint(&self) -> String {
        let things = |number: usize, one: &str, more: &str| match number {
            0 => String::new(),
            1 => format!("1 {one}"),
            some => format!("{} {more}", count(some as u64)),
        };
        if let (0, Some(language)) = (self.left.all(), self.foreign) {
            let why = match language {
                "unknown language" => "the language is not known".to_owned(),
                language => format!("the article is in {language}"),
            };
            return format!("Claims and stances are looked for in English alone; {why}");
        }
        let claims = things(self.left.claims, "casualty claim", "casualty claims");
        let stances = things(self.left.stances, "stance", "stances");
        let all: Vec<_> = [claims, stances].into_iter().filter(|it| !it.is_empty()).collect();
        format!("Suggested and not yet decided: {}", all.join(", "))
    }
}

/// Whether there is a line below the title; `tells`: one of suggestions.
pub fn has_foot(row: &ArticleRow, case: &Case, tells: bool) -> bool {
    row.counts.all() > 0 || row.reviewed || tells || is_missing(row, case)
}

/// "19 Sep 21:12", "19 Sep, guessed" or "no date".
pub fn told_time(row: &ArticleRow, time: &str) -> String {
    match (time.is_empty(), row.guessed) {
        (true, _) => "no date".to_owned(),
        (false, true) => format!("{time}, guessed"),
        (false, false) => time.to_owned(),
    }
}

/// A row as it is read aloud.
pub fn name(row: &ArticleRow, missing: bool, found: &Found<'_>) -> String {
    let counted = |number: usize, one: &str| match number {
        0 => String::new(),
        1 => format!("1 {one}"),
        _ => format!("{} {one}s", count(number as u64)),
    };
    let said = |is: bool, word: &str| if is { word.to_owned() } else { String::new() };
    let parts = [
        row.outlet.clone(),
        told_time(row, &row.time),
        row.title.clone(),
        counted(row.counts.claims, "claim"),
        counted(row.counts.stances, "stance"),
        counted(row.counts.notes, "note"),
        found.told(),
        said(row.reviewed, "read"),
        said(row.excluded, "excluded"),
        said(missing, "text missing"),
    ];
    let parts: Vec<_> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    parts.join(", ")
}

/// The title as it is set in a width.
pub fn title(ui: &Ui, row: &ArticleRow, width: f32, palette: &Palette) -> Arc<Galley> {
    let tone = colour(if row.excluded { palette.weak } else { palette.text });
    let line = if row.excluded { Stroke::new(1.0, tone) } else { Stroke::NONE };
    let font = theme::bold(theme::BASE_SIZE);
    let format = TextFormat { strikethrough: line, ..TextFormat::simple(font, tone) };
    reader::label(ui, &row.title, format, width - 2.0 * SIDE, MOST_LINES)
}

/// Where signs stand that tell more when pointed at.
#[derive(Debug, Clone, Copy, Default)]
pub struct Signs {
    pub missing: Option<Rect>,
    pub found: Option<Rect>,
}

/// Paints a row. Gives where its signs stand.
pub fn paint(
    ui: &Ui,
    rect: Rect,
    row: &ArticleRow,
    title: Arc<Galley>,
    standing: Standing,
    found: &Found<'_>,
    palette: &Palette,
) -> Signs {
    let painter = ui.painter();
    let ground = ground(ui, rect, standing, palette);
    let sizes = Sizes::new(ui);
    let (left, right) = (rect.left() + SIDE, rect.right() - SIDE);
    let mut y = rect.top() + ABOVE;
    let weak = colour(palette.weak_on(ground));
    let time = told_time(row, &row.brief);
    let time = painter.layout_no_wrap(time, FontId::proportional(theme::SMALL_SIZE), weak);
    let room = (right - left - time.size().x - 8.0).max(24.0);
    let outlet = one_line(ui, &row.outlet, room, weak);
    painter.galley(pos2(right - time.size().x, y), time, weak);
    painter.galley(pos2(left, y), outlet, weak);
    y += sizes.small + UNDER_HEAD;
    let below = y + title.size().y + OVER_FOOT;
    painter.galley(pos2(left, y), title, weak);
    let y = below + sizes.small / 2.0;
    foot(ui, row, (standing, found), (palette, weak), left..=right, y)
}

/// Words in small type, cut where they have no room.
pub fn one_line(ui: &Ui, text: &str, width: f32, tone: Color32) -> Arc<Galley> {
    let font = FontId::proportional(theme::SMALL_SIZE);
    reader::label(ui, text, TextFormat::simple(font, tone), width, 1)
}

/// Paints the ground of a row, and gives its colour.
fn ground(ui: &Ui, rect: Rect, standing: Standing, palette: &Palette) -> Rgb {
    let mut ground = palette.panel;
    if standing.open {
        ground = palette.accent.over(palette.page, if standing.active { 0.2 } else { 0.1 });
    }
    if standing.lit {
        ground = palette.text.over(ground, 0.06);
    }
    ui.painter().rect_filled(rect, 0.0, colour(ground));
    if standing.open {
        let bar = rect.with_max_x(rect.left() + BAR);
        ui.painter().rect_filled(bar, 0.0, colour(palette.accent));
    }
    if standing.cursor {
        let line = Stroke::new(1.5, colour(palette.accent));
        ui.painter().rect_stroke(rect.shrink(1.0), 4.0, line, StrokeKind::Inside);
    }
    ground
}

/// The counts as dots with numbers at the left, the signs at the right.
fn foot(
    ui: &Ui,
    row: &ArticleRow,
    (standing, found): (Standing, &Found<'_>),
    (palette, weak): (&Palette, Color32),
    across: std::ops::RangeInclusive<f32>,
    y: f32,
) -> Signs {
    let painter = ui.painter();
    let font = FontId::proportional(theme::SMALL_SIZE);
    let mut x = *across.start();
    let tones = [
        (row.counts.claims, palette.outcome(Outcome::Killed).mark),
        (row.counts.stances, palette.position(Position::Condemn).mark),
        (row.counts.notes, palette.accent),
    ];
    for (number, tone) in tones.into_iter().filter(|(number, _)| *number > 0) {
        painter.circle_filled(pos2(x + DOT, y), DOT, colour(tone));
        let at = pos2(x + 2.0 * DOT + 6.0, y);
        let words = count(number as u64);
        x = painter.text(at, Align2::LEFT_CENTER, words, font.clone(), weak).right() + 14.0;
    }
    let mut right = *across.end();
    if row.reviewed {
        let at = pos2(right, y);
        let sign = painter.text(at, Align2::RIGHT_CENTER, icons::CHECK, font.clone(), weak);
        right = sign.left() - 6.0;
    }
    let mut signs = Signs::default();
    if standing.missing {
        let tone = colour(palette.warning());
        let at = pos2(right, y);
        let sign = painter.text(at, Align2::RIGHT_CENTER, icons::WARNING, font.clone(), tone);
        signs.missing = Some(sign.expand2(vec2(3.0, 3.0)));
        right = sign.left() - 6.0;
    }
    let told = found.told();
    if !told.is_empty() {
        // An empty ring where the counts have full dots: nothing of it is recorded.
        let from = if found.left.all() > 0 {
            painter.circle_stroke(pos2(x + DOT, y), DOT - 0.5, Stroke::new(1.0, weak));
            x + 2.0 * DOT + 6.0
        } else {
            x
        };
        let words = one_line(ui, &told, (right - from).max(16.0), weak);
        let place = Rect::from_min_size(pos2(from, y - words.size().y / 2.0), words.size());
        painter.galley(place.min, words, weak);
        signs.found = Some(place.with_min_x(x).expand2(vec2(3.0, 3.0)));
    }
    signs
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::project::notation;
    use crate::views::articles;
    use crate::views::reader::Places;

    fn check(project: &str, missing: bool, expect: Expect) {
        let state = notation::state(project).unwrap();
        let rows = articles(&state, &Places::new(&state));
        let found = Found { left: Left { claims: 1, stances: 2 }, foreign: None };
        let foreign = Found { foreign: Some("Russian"), ..Found::default() };
        let of = |row: &ArticleRow| match row.path.as_str() {
            "a.txt" => found,
            "b.txt" => foreign,
            _ => Found::default(),
        };
        let names = rows.iter().map(|row| name(row, missing, &of(row)));
        expect.assert_eq(&names.collect::<Vec<_>>().join("\n"));
    }

    #[test]
    fn a_row_is_called_by_all_that_is_seen_of_it() {
        check(
            r#"
article a.txt | Meridian Wire | 2023-09-19 21:12 | Attack | Agence
article b.txt | - | ~2023-09-20 | A day
claim k1 a.txt killed 25 "25 dead"
claim k2 a.txt killed 2 part-of k1 "2 children"
stance s1 a.txt France condemn incident:war "condemned"
exclude b.txt
"#,
            false,
            expect![[r#"
                Meridian Wire, 19 Sep 2023, 21:12, Attack, 2 claims, 1 stance, 3 to review
                20 Sep 2023, guessed, A day, not searched (Russian), excluded"#]],
        );
        check("article c.txt", true, expect!["no date, c.txt, text missing"]);
    }
}

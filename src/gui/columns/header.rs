//! Owns the head of a column: outlet, time and title, the way to close it, to move it and to change its article.

use std::sync::Arc;

use eframe::egui::text::TextFormat;
use eframe::egui::{
    CursorIcon, FontId, Galley, Rangef, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2,
};

use crate::gui::action::{Action, Thing};
use crate::gui::command::Command;
use crate::gui::icons;
use crate::gui::list::{is_missing, menu, one_line};
use crate::gui::reader::{self, right_to_left};
use crate::gui::theme::{self, colour};
use crate::gui::view::View;
use crate::gui::widgets;
use crate::views::ArticleRow;

/// Blank points at the left and right of the words; those of the text below.
const SIDE: f32 = 22.0;

const ABOVE: f32 = 12.0;
const BELOW: f32 = 12.0;
const GAP: f32 = 4.0;
const TITLE: f32 = 19.0;
const MOST_LINES: usize = 3;
const ACTIVE: f32 = 2.0;

/// The head of a column, set in its width.
pub struct Header<'a> {
    pub row: &'a ArticleRow,
    title: Arc<Galley>,
    line: f32,
    /// From the column's left edge to the words, which stand above those of the text.
    left: f32,
}

impl<'a> Header<'a> {
    pub fn new(ui: &Ui, row: &'a ArticleRow, width: f32, view: &View<'_>) -> Self {
        let tone = colour(if row.excluded { view.palette.weak } else { view.palette.text });
        let font = theme::serif_bold(TITLE);
        let rows = reader::across(ui.ctx(), view.settings.text_size, Rangef::new(0.0, width));
        let max_width = rows.span().min(width - 2.0 * SIDE).max(1.0);
        let format = TextFormat::simple(font, tone);
        let title = reader::label(ui, &row.title, format, max_width, MOST_LINES);
        let small = FontId::proportional(theme::SMALL_SIZE);
        ui.fonts_mut(|it| Self { row, title, line: it.row_height(&small), left: rows.min })
    }

    pub fn height(&self) -> f32 {
        ABOVE + self.line + GAP + self.title.size().y + BELOW
    }

    /// Shows it in `rect` as the head of the column at `place`.
    /// `is_marked` says that it has the keyboard, where several are in view.
    pub fn show(&self, ui: &mut Ui, rect: Rect, place: usize, is_marked: bool, view: &View<'_>) {
        let (row, columns) = (self.row, view.desk.columns.len());
        let id = ui.scope_id().with(("header", row.article));
        let response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG);
        let all = joined(&whose(row), &when(row));
        response.widget_info(|| {
            let name = format!("Column {}, {all}, {}", place + 1, row.title);
            WidgetInfo::labeled(Role::Heading, true, name)
        });
        if is_marked {
            let line = rect.with_max_y(rect.top() + ACTIVE);
            ui.painter().rect_filled(line, 0.0, colour(view.palette.accent));
        }
        let close = Rect::from_center_size(
            pos2(rect.right() - 10.0 - widgets::ICON / 2.0, rect.top() + ABOVE + self.line / 2.0),
            vec2(widgets::ICON, widgets::ICON),
        );
        let left = self.signs(ui, close.left(), rect.top() + ABOVE, view);
        let at = rect.min + vec2(self.left, ABOVE);
        let weak = colour(view.palette.weak);
        let room = left - at.x - 8.0;
        let told = self::told(row, |it| one_line(ui, it, f32::INFINITY, weak).size().x <= room);
        let is_cut = self.title.elided || told != all;
        let told = one_line(ui, &told, f32::INFINITY, weak);
        ui.painter().galley(at, told, weak);
        ui.painter().galley(at + vec2(0.0, self.line + GAP), Arc::clone(&self.title), weak);

        response.dnd_set_drag_payload(row.article);
        if response.hovered() {
            view.push(Action::Hover(Thing::Article(row.article)));
        }
        if response.clicked() {
            view.push(Action::Activate(place));
        }
        if response.middle_clicked() {
            view.push(Action::CloseColumn(place));
        }
        response.context_menu(|ui| self.menu(ui, place, view));
        if is_cut && !response.dragged() {
            response.on_hover_text(format!("{}\n{all}", row.title));
        } else if response.hovered() && columns > 1 {
            ui.set_cursor_icon(CursorIcon::Grab);
        }
        let button = ui.put(close, widgets::icon_button(icons::CLOSE, weak));
        let button = button.accessible_name(format!("Close column {}", place + 1));
        if button.on_hover_text("Close this column").clicked() {
            view.push(Action::CloseColumn(place));
        }
    }

    /// Signs of what is to be known of the article, from the right. Gives how far left they reach.
    fn signs(&self, ui: &Ui, right: f32, top: f32, view: &View<'_>) -> f32 {
        let (row, palette) = (self.row, view.palette);
        let missing = view.case.is_some_and(|case| is_missing(row, case));
        let signs = [
            (missing, icons::WARNING, palette.warning(), "The text of this article is not at hand"),
            (row.excluded, icons::BLOCK, palette.weak, "Excluded from charts, matrix and table"),
            (row.reviewed, icons::CHECK, palette.weak, "Marked as read"),
        ];
        let mut left = right;
        for (_, sign, tone, help) in signs.into_iter().filter(|(is, ..)| *is) {
            let galley = one_line(ui, sign, f32::INFINITY, colour(tone));
            left -= galley.size().x + 6.0;
            let rect = Rect::from_min_size(pos2(left, top), galley.size());
            ui.painter().galley(rect.min, galley, colour(tone));
            let id = ui.scope_id().with((row.article, sign));
            let response = ui.interact(rect, id, Sense::HOVER).on_hover_text(help);
            response.widget_info(|| WidgetInfo::labeled(Role::Image, true, help));
        }
        left
    }

    fn menu(&self, ui: &mut Ui, place: usize, view: &View<'_>) {
        let columns = view.desk.columns.len();
        if ui.button("Close").clicked() {
            view.push(Action::CloseColumn(place));
        }
        if columns > 1 {
            if ui.button("Close the others").clicked() {
                let others = (0..columns).rev().filter(|it| *it != place);
                others.for_each(|it| view.push(Action::CloseColumn(it)));
            }
            ui.separator();
            if place > 0 && ui.button(Command::MoveColumnLeft.row().name).clicked() {
                view.push(Action::MoveColumn { from: place, to: place - 1 });
            }
            if place + 1 < columns && ui.button(Command::MoveColumnRight.row().name).clicked() {
                view.push(Action::MoveColumn { from: place, to: place + 2 });
            }
            if ui.button("Make columns even").clicked() {
                view.push(Action::Shares(vec![1.0; columns]));
            }
        }
        ui.separator();
        menu::changes(ui, self.row, view);
    }
}

/// What stands between outlet and time.
const JOINT: &str = " · ";

/// Outlet and time as they fit. The time is what columns are compared by: where not all has room, the agency goes first,
/// then the year, then the end of the outlet's name.
fn told(row: &ArticleRow, fits: impl Fn(&String) -> bool) -> String {
    let brief = match row.guessed {
        true => format!("{}, guessed", row.brief),
        false => row.brief.clone(),
    };
    let brief = if row.time.is_empty() { when(row) } else { brief };
    let tries = [
        joined(&whose(row), &when(row)),
        joined(&row.outlet, &when(row)),
        joined(&row.outlet, &brief),
    ];
    if let Some(told) = tries.into_iter().find(&fits) {
        return told;
    }
    let shorter = |end: usize| {
        let start = row.outlet.get(..end)?.trim_end();
        Some(joined(&format!("{start}…"), &brief))
    };
    let ends = row.outlet.char_indices().map(|(at, _)| at).filter(|at| *at > 0).rev();
    ends.filter_map(shorter).find(fits).unwrap_or(brief)
}

/// Both in this order: a name that runs from right to left is kept apart (U+2068 to U+2069), else it would turn the day
/// of the month behind the month.
fn joined(whose: &str, when: &str) -> String {
    match whose {
        "" => when.to_owned(),
        _ if right_to_left(whose) => format!("\u{2068}{whose}\u{2069}{JOINT}{when}"),
        _ => [whose, when].join(JOINT),
    }
}

/// "Tribune du Soir, with Agence".
fn whose(row: &ArticleRow) -> String {
    match row.agency.as_str() {
        "" => row.outlet.clone(),
        agency => format!("{}, with {agency}", row.outlet),
    }
}

/// "19 Sep 2023 (guessed from the text)".
fn when(row: &ArticleRow) -> String {
    match (row.time.as_str(), row.guessed) {
        ("", _) => "no date".to_owned(),
        (time, true) => format!("{time} (guessed from the text)"),
        (time, false) => time.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::project::notation;
    use crate::views::articles;
    use crate::views::reader::Places;

    /// What is told in so many letters.
    fn check(article: &str, rooms: &[usize], expect: Expect) {
        let state = notation::state(article).unwrap();
        let rows = articles(&state, &Places::new(&state));
        let lines = rooms.iter().map(|room| told(&rows[0], |it| it.chars().count() <= *room));
        expect.assert_eq(&lines.collect::<Vec<_>>().join("\n"));
    }

    #[test]
    fn a_name_from_right_to_left_leaves_the_time_as_it_is() {
        let told = joined("وكالة الأنباء", "20 Sep 2023, 12:00");
        assert!(!right_to_left(&told), "{told}");
        assert_eq!(told, "\u{2068}وكالة الأنباء\u{2069} · 20 Sep 2023, 12:00");
    }

    #[test]
    fn a_narrow_head_keeps_the_time() {
        check(
            "article a.txt | Tribune du Soir | 2023-09-19 14:39 | Title | Agence",
            &[80, 40, 30, 24, 15, 3],
            expect![[r#"
                Tribune du Soir, with Agence · 19 Sep 2023, 14:39
                Tribune du Soir · 19 Sep 2023, 14:39
                Tribune du Soir · 19 Sep 14:39
                Tribune… · 19 Sep 14:39
                19 Sep 14:39
                19 Sep 14:39"#]],
        );
        check(
            "article a.txt | Вестник | ~2023-09-19 | T",
            &[80, 40, 20],
            expect![[r#"
            Вестник · 19 Sep 2023 (guessed from the text)
            Вестник · 19 Sep, guessed
            В… · 19 Sep, guessed"#]],
        );
        check(
            "article a.txt",
            &[80, 3],
            expect![[r#"
            no date
            no date"#]],
        );
    }
}

//! Owns the head of a column: outlet, time and title, the way to close it, to move it and to change its article.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    Button, CursorIcon, FontId, Galley, Rect, RichText, Role, Sense, Ui, WidgetInfo, pos2, vec2,
};

use crate::gui::action::Action;
use crate::gui::command::Command;
use crate::gui::icons;
use crate::gui::list::{is_missing, menu, one_line};
use crate::gui::theme::{self, colour};
use crate::gui::view::View;
use crate::views::ArticleRow;

/// Blank points at the left and right of the words; those of the text below.
pub const SIDE: f32 = 22.0;

const ABOVE: f32 = 12.0;
const BELOW: f32 = 12.0;
const GAP: f32 = 4.0;
const TITLE: f32 = 19.0;
const MOST_LINES: usize = 3;
const BUTTON: f32 = 26.0;
const ACTIVE: f32 = 2.0;

/// The head of a column, set in its width.
pub struct Header<'a> {
    pub row: &'a ArticleRow,
    title: Arc<Galley>,
    line: f32,
}

impl<'a> Header<'a> {
    pub fn new(ui: &Ui, row: &'a ArticleRow, width: f32, view: &View<'_>) -> Self {
        let tone = colour(if row.excluded { view.palette.weak } else { view.palette.text });
        let font = theme::serif_bold(TITLE);
        let mut job = LayoutJob::simple(row.title.replace('\n', " "), font, tone, 0.0);
        let max_width = (width - 2.0 * SIDE).max(1.0);
        job.wrap = TextWrapping { max_width, max_rows: MOST_LINES, ..TextWrapping::default() };
        let small = FontId::proportional(theme::SMALL_SIZE);
        ui.fonts_mut(|it| Self { row, title: it.layout_job(job), line: it.row_height(&small) })
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
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Heading, true, format!("Column {}, {}", place + 1, row.title))
        });
        if is_marked {
            let line = rect.with_max_y(rect.top() + ACTIVE);
            ui.painter().rect_filled(line, 0.0, colour(view.palette.accent));
        }
        let close = Rect::from_center_size(
            pos2(rect.right() - 10.0 - BUTTON / 2.0, rect.top() + ABOVE + self.line / 2.0 - 2.0),
            vec2(BUTTON, BUTTON),
        );
        let left = self.signs(ui, close.left(), rect.top() + ABOVE, view);
        let at = rect.min + vec2(SIDE, ABOVE);
        let weak = colour(view.palette.weak);
        let told = one_line(ui, &told(row), (left - at.x - 8.0).max(1.0), weak);
        let is_cut = told.elided || self.title.elided;
        ui.painter().galley(at, told, weak);
        ui.painter().galley(at + vec2(0.0, self.line + GAP), Arc::clone(&self.title), weak);

        response.dnd_set_drag_payload(row.article);
        if response.clicked() {
            view.push(Action::Activate(place));
        }
        if response.middle_clicked() {
            view.push(Action::CloseColumn(place));
        }
        response.context_menu(|ui| self.menu(ui, place, view));
        if is_cut && !response.dragged() {
            response.on_hover_text(format!("{}\n{}", row.title, self::told(row)));
        } else if response.hovered() && columns > 1 {
            ui.set_cursor_icon(CursorIcon::Grab);
        }
        let sign = RichText::new(icons::CLOSE).size(theme::SMALL_SIZE).color(weak);
        let button = ui.put(close, Button::new(sign).frame_when_inactive(false));
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

/// "Tribune du Soir, with Agence · 19 Sep 2023 (guessed from the text)".
fn told(row: &ArticleRow) -> String {
    let agency = match row.agency.as_str() {
        "" => String::new(),
        agency => format!(", with {agency}"),
    };
    let time = match (row.time.as_str(), row.guessed) {
        ("", _) => "no date".to_owned(),
        (time, true) => format!("{time} (guessed from the text)"),
        (time, false) => time.to_owned(),
    };
    let outlet = format!("{}{agency}", row.outlet);
    if outlet.is_empty() { time } else { format!("{outlet} · {time}") }
}

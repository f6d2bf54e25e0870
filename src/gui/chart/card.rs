//! Owns the card that tells what a mark rests on, while the pointer or the keyboard is at it.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{
    Area, Color32, CornerRadius, FontId, Frame, Galley, Id, Margin, Order, Rect, Role, Sense, Ui,
    WidgetInfo, vec2,
};

use super::place::place;
use crate::gui::case::Case;
use crate::gui::reader::{label, needs_words};
use crate::gui::theme::{self, colour};
use crate::gui::view::View;
use crate::gui::widgets;
use crate::views::{self, Evidence, SUGGESTED};

/// The most points that words may be wide.
const WIDTH: f32 = 330.0;

/// Sentences up to this many letters are shown whole.
const MOST_LETTERS: usize = 280;

const MARGIN: i8 = 12;

/// Tells what the mark at `of` rests on.
pub fn evidence(ui: &Ui, it: &Evidence, case: &Case, of: Rect, view: &View<'_>) {
    let palette = view.palette;
    let width = WIDTH.min(ui.ctx().content_rect().width() - 64.0);
    let small = |words: &str, ink| {
        let format = TextFormat::simple(FontId::proportional(theme::SMALL_SIZE), colour(ink));
        label(ui, words, format, width, 3)
    };
    let bold = TextFormat::simple(theme::bold(theme::SMALL_SIZE), colour(palette.text));
    let says = [it.says.as_str(), it.who.as_str()];
    let says = says.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ");
    let leads = if it.suggested { "click to decide" } else { "click to read" };
    let mut rows = vec![
        quote(ui, it, width, view),
        label(ui, &says, bold, width, 3),
        small(&time(it), palette.weak),
        small(&format!("{} · {leads}", source(it, case)), palette.weak),
    ];
    let mut told = format!("“{}” {says}, {}, {}", it.quote, time(it), source(it, case));
    if it.suggested {
        rows.insert(2, small(&widgets::capital(SUGGESTED), palette.warning()));
        told += &format!(", {SUGGESTED}");
    }
    show(ui, "card of the chart", rows, of, &told, view);
}

/// Tells what a line or a dispute is.
pub fn words(ui: &Ui, words: &str, of: Rect, view: &View<'_>) {
    let format =
        TextFormat::simple(FontId::proportional(theme::SMALL_SIZE), colour(view.palette.text));
    let rows = vec![label(ui, words, format, WIDTH, 4)];
    show(ui, "words of the chart", rows, of, words, view);
}

/// "as of 19 Sep 2023, 20:00", "printed 19 Sep 2023" or "no time".
fn time(it: &Evidence) -> String {
    let has_own = it.time.starts_with(|it: char| it.is_ascii_digit());
    if has_own { format!("as of {}", it.time) } else { it.time.clone() }
}

/// "Continental, 20 Sep 2023".
fn source(it: &Evidence, case: &Case) -> String {
    let article = case.state().articles().get(&it.article);
    let outlet = match (it.outlet.as_str(), it.title.as_str()) {
        ("", "") => it.path.as_str(),
        ("", title) => title,
        (outlet, _) => outlet,
    };
    let printed = article.and_then(|it| it.metadata.published.as_ref());
    match printed.filter(|_| !it.time.starts_with("printed")) {
        Some(printed) => {
            format!("{outlet}, {}", views::time(&printed.value, case.state().zone()))
        }
        None => outlet.to_owned(),
    }
}

/// The quote within its sentence if that is short, else alone.
fn quote(ui: &Ui, it: &Evidence, width: f32, view: &View<'_>) -> Arc<Galley> {
    const SIZE: f32 = 15.0;
    let palette = view.palette;
    let format = |ink| TextFormat::simple(theme::serif(SIZE), colour(ink));
    let parts = it.sentence.split_once(it.quote.as_str()).filter(|_| !it.quote.is_empty());
    let is_short = it.sentence.chars().count() <= MOST_LETTERS;
    match parts.filter(|_| is_short && !needs_words(&it.sentence)) {
        Some((before, after)) => {
            let mut job = LayoutJob::default();
            let weak = format(palette.weak);
            job.append(&format!("“{before}"), 0.0, weak.clone());
            job.append(&it.quote, 0.0, format(palette.text));
            job.append(&format!("{after}”"), 0.0, weak);
            job.wrap.max_width = width;
            job.break_on_newline = false;
            ui.fonts_mut(|it| it.layout_job(job))
        }
        None => {
            let words = if it.quote.trim().is_empty() { &it.sentence } else { &it.quote };
            label(ui, &format!("“{words}”"), format(palette.text), width, 8)
        }
    }
}

fn show(ui: &Ui, name: &str, rows: Vec<Arc<Galley>>, of: Rect, told: &str, view: &View<'_>) {
    let gap = 4.0;
    let wide = rows.iter().map(|it| it.size().x).fold(0.0, f32::max);
    let tall = rows.iter().map(|it| it.size().y + gap).sum::<f32>() - gap;
    let margin = f32::from(MARGIN);
    let size = vec2(wide + 2.0 * margin, tall + 2.0 * margin).ceil();
    let rect = place(size, of, ui.ctx().content_rect().shrink(6.0));
    let palette = view.palette;
    let area = Area::new(Id::unique(name)).order(Order::Tooltip).interactable(false);
    area.fixed_pos(rect.min).constrain(false).show(ui.ctx(), |ui| {
        let frame = Frame::popup(ui.style())
            .fill(colour(palette.page))
            .corner_radius(CornerRadius::same(theme::RADIUS))
            .inner_margin(Margin::same(0));
        let response = ui.allocate_rect(rect, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Tooltip, true, told));
        let painter = ui.painter();
        painter.add(frame.paint(rect));
        let mut at = rect.min + vec2(margin, margin);
        for row in rows {
            let height = row.size().y;
            painter.galley(at, row, Color32::PLACEHOLDER);
            at.y += height + gap;
        }
    });
}

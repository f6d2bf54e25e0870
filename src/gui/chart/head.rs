//! Owns what stands over the chart: its headline, what is counted, and what can be done with the figure.

use eframe::egui::text::TextFormat;
use eframe::egui::{
    Align, Button, FontId, Layout, Rect, RichText, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};

use crate::gui::command::Command;
use crate::gui::reader::label;
use crate::gui::theme::{self, colour};
use crate::gui::view::View;
use crate::gui::widgets;
use crate::views::chart::{Chart, MarkTime};
use crate::views::count;

/// Size of the headline, in points.
const HEADLINE: f32 = 20.0;

/// A headline of more rows is cut; the pointer shows it whole.
const MOST_ROWS: usize = 4;

/// In a width less than this the buttons stand beneath the words.
const NARROW: f32 = 620.0;

/// Shows it; whether all of the time is to be brought into sight again.
pub fn show(ui: &mut Ui, chart: &Chart, is_zoomed: bool, view: &View<'_>) -> bool {
    let room = ui.available_rect_before_wrap();
    let is_narrow = room.width() < NARROW;
    let mut fits = false;
    let mut words = room;
    if !is_narrow {
        let row = Rect::from_min_max(room.min, pos2(room.right(), room.top() + 30.0));
        let layout = Layout::right_to_left(Align::Center);
        let mut right = ui.new_child(UiBuilder::new().max_rect(row).layout(layout));
        fits = buttons(&mut right, is_zoomed, true, view);
        words.max.x = right.min_rect().left() - 16.0;
    }
    let inner = ui.scope_builder(UiBuilder::new().max_rect(words), |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.set_width(words.width());
        headline(ui, chart, view);
        subtitle(ui, chart, view);
    });
    let used = inner.response.rect.bottom().max(room.top() + if is_narrow { 0.0 } else { 30.0 });
    ui.advance_cursor_after_rect(Rect::from_min_max(room.min, pos2(room.right(), used)));
    if is_narrow {
        ui.horizontal_wrapped(|ui| fits = buttons(ui, is_zoomed, false, view));
    }
    fits
}

fn headline(ui: &mut Ui, chart: &Chart, view: &View<'_>) {
    let width = ui.available_width();
    let format = TextFormat::simple(theme::bold(HEADLINE), colour(view.palette.text));
    let galley = label(ui, &chart.headline, format, width, MOST_ROWS);
    let is_cut = galley.elided;
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &chart.headline));
    ui.painter().galley(rect.min, galley, colour(view.palette.text));
    if is_cut {
        response.on_hover_text(&chart.headline);
    }
}

/// What is counted, and what the marks mean.
fn subtitle(ui: &mut Ui, chart: &Chart, view: &View<'_>) {
    let words = counts(chart).into_iter().chain(chart.legend.iter().cloned());
    let words = words.collect::<Vec<_>>().join(" · ");
    let width = ui.available_width();
    let font = FontId::proportional(theme::SMALL_SIZE + 1.0);
    let ink = colour(view.palette.weak);
    let galley = label(ui, &words, TextFormat::simple(font, ink), width, 2);
    let is_cut = galley.elided;
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    ui.painter().galley(rect.min, galley, ink);
    let tip = if is_cut { format!("{}. {words}", chart.subtitle) } else { chart.subtitle.clone() };
    response.on_hover_text(tip);
}

/// "7 claims in 5 articles, 2 without a time".
fn counts(chart: &Chart) -> Option<String> {
    let claims = chart.evidence.len();
    if claims == 0 {
        return None;
    }
    let things = |number: usize, one: &str, more: &str| match number {
        1 => format!("1 {one}"),
        some => format!("{} {more}", count(some as u64)),
    };
    let marks = chart.panels.iter().flat_map(|it| &it.marks);
    let without = marks.filter(|it| matches!(it.at, MarkTime::Gutter { .. })).count();
    let without = match without {
        0 => String::new(),
        some => format!(", {} without a time", count(some as u64)),
    };
    Some(format!(
        "{} in {}{without}",
        things(claims, "claim", "claims"),
        things(chart.articles, "article", "articles"),
    ))
}

/// Fit, copy and export, the last at the edge.
fn buttons(ui: &mut Ui, is_zoomed: bool, from_right: bool, view: &View<'_>) -> bool {
    ui.spacing_mut().item_spacing.x = 8.0;
    let mut fits = false;
    let mut fit = |ui: &mut Ui| {
        if is_zoomed {
            let button = ui.button("Fit").on_hover_text("Show all of the time (0)");
            widgets::ring(ui, &button);
            fits = button.clicked();
        }
    };
    let copy = |ui: &mut Ui| {
        let button = ui.button("Copy").on_hover_text(tip(ui, Command::CopyFigure));
        if button.clicked() {
            view.command(Command::CopyFigure);
        }
    };
    let export = |ui: &mut Ui| {
        let ink = colour(view.palette.reads_on(view.palette.accent));
        let words = RichText::new("Export…").font(FontId::proportional(theme::BASE_SIZE));
        let button = ui.add(Button::new(words.color(ink)).fill(colour(view.palette.accent)));
        widgets::ring(ui, &button);
        if button.on_hover_text(tip(ui, Command::Export)).clicked() {
            view.command(Command::Export);
        }
    };
    if from_right {
        export(ui);
        copy(ui);
        fit(ui);
    } else {
        fit(ui);
        copy(ui);
        export(ui);
    }
    fits
}

/// What a command is called, with its keys.
fn tip(ui: &Ui, command: Command) -> String {
    let row = command.row();
    match row.keys.first() {
        Some(keys) => format!("{} ({})", row.name, ui.ctx().format_shortcut(keys)),
        None => row.name.to_owned(),
    }
}

//! Owns what stands over the chart: its headline, what is counted, and what can be done with the figure.

use eframe::egui::text::TextFormat;
use eframe::egui::{
    Align, Align2, FontId, Layout, Popup, PopupCloseBehavior, Rect, RichText, Role, Sense, Ui,
    UiBuilder, WidgetInfo,
};

use crate::gui::icons;
use crate::gui::reader::label;
use crate::gui::theme::{self, colour};
use crate::gui::view::View;
use crate::gui::widgets::{self, capital};
use crate::gui::{export, headline};
use crate::views::chart::{Chart, MarkTime, Sign};
use crate::views::{SUGGESTED, count};

/// A headline of more rows is cut; the pointer shows it whole.
const MOST_ROWS: usize = 3;

/// In a height less than this it is cut after two.
const LOW: f32 = 700.0;

/// In a width less than this the buttons stand beneath the headline, beside what is counted.
const NARROW: f32 = 620.0;

/// Height of a row with buttons, and the blank space between them, in points.
const ROW: f32 = 30.0;
const GAP: f32 = 8.0;

const FIT: &str = "Fit";

/// Shows it; whether all of the time is to be brought into sight again.
pub fn show(ui: &mut Ui, chart: &Chart, is_zoomed: bool, view: &View<'_>) -> bool {
    ui.spacing_mut().item_spacing.y = 4.0;
    let room = ui.available_rect_before_wrap();
    let mut fits = false;
    if room.width() < NARROW {
        headline(ui, chart, room.width());
        let top = ui.available_rect_before_wrap().top();
        let mut row = room.with_min_y(top).with_max_y(top + ROW);
        row.max.x = beside(ui, row, is_zoomed, &mut fits, chart, view);
        subtitle(ui, chart, row, view);
        ui.advance_cursor_after_rect(room.with_min_y(top).with_max_y(top + ROW));
    } else {
        let row = room.with_max_y(room.top() + ROW);
        let words = beside(ui, row, is_zoomed, &mut fits, chart, view) - room.left();
        headline(ui, chart, words);
        let top = ui.available_rect_before_wrap().top().max(row.bottom() - 4.0);
        let row = room.with_min_y(top).with_max_y(top + 20.0);
        subtitle(ui, chart, row, view);
        ui.advance_cursor_after_rect(row);
    }
    fits
}

/// Shows the buttons at the right end of a row; where what stands at their left must end.
fn beside(
    ui: &mut Ui,
    row: Rect,
    is_zoomed: bool,
    fits: &mut bool,
    chart: &Chart,
    view: &View<'_>,
) -> f32 {
    let fit = if is_zoomed { widgets::button_width(ui, FIT, 0.0) + GAP } else { 0.0 };
    let width = fit + widgets::ICON + GAP + export::buttons_width(ui);
    let place = row.with_min_x((row.right() - width).max(row.left()));
    let layout = Layout::left_to_right(Align::Center);
    let mut right = ui.new_child(UiBuilder::new().max_rect(place).layout(layout));
    right.spacing_mut().item_spacing.x = GAP;
    *fits = buttons(&mut right, is_zoomed, chart, view);
    place.left() - 2.0 * GAP
}

fn headline(ui: &mut Ui, chart: &Chart, width: f32) {
    let rows = if ui.available_height() < LOW { 2 } else { MOST_ROWS };
    headline::headline(ui, &chart.headline, width, rows);
}

/// What is counted, and of what the marks mean as much as one row has room for. The rest is told on hover.
fn subtitle(ui: &Ui, chart: &Chart, row: Rect, view: &View<'_>) {
    let font = FontId::proportional(theme::SMALL_SIZE + 1.0);
    let ink = colour(view.palette.weak);
    let mut words = counts(chart).unwrap_or_default();
    for sign in in_short(&chart.legend) {
        let longer = format!("{words} · {sign}");
        let galley = ui.fonts_mut(|it| it.layout_no_wrap(longer.clone(), font.clone(), ink));
        if row.width() < galley.size().x {
            break;
        }
        words = longer;
    }
    let galley = label(ui, &words, TextFormat::simple(font, ink), row.width(), 1);
    let place = Align2::LEFT_CENTER.align_size_within_rect(galley.size(), row);
    let response = ui.interact(place, ui.scope_id().with("what is counted"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    ui.painter().galley(place.min, galley, ink);
    response.on_hover_ui(|ui| told(ui, chart));
}

/// What the marks mean in short; how they are filled in one, as half of it would mislead.
fn in_short(legend: &[Sign]) -> impl Iterator<Item = String> {
    let (fills, others): (Vec<Sign>, Vec<Sign>) = legend.iter().partition(|it| it.is_fill());
    let fills = fills.iter().filter_map(|it| it.short()).collect::<Vec<_>>().join(" · ");
    let others = others.into_iter().filter_map(|it| Some(it.short()?.to_owned()));
    Some(fills).filter(|it| !it.is_empty()).into_iter().chain(others)
}

/// What is shown and what all its marks mean.
fn told(ui: &mut Ui, chart: &Chart) {
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.set_max_width(340.0);
    ui.label(format!("{}.", chart.subtitle));
    ui.add_space(4.0);
    for sign in &chart.legend {
        ui.label(RichText::new(capital(sign.words())).small());
    }
}

/// "7 claims in 5 articles, 2 without a time".
fn counts(chart: &Chart) -> Option<String> {
    let claims = chart.evidence.len().saturating_sub(chart.suggested);
    if chart.evidence.is_empty() {
        return None;
    }
    let things = |number: usize, one: &str, more: &str| match number {
        1 => format!("1 {one}"),
        some => format!("{} {more}", count(some as u64)),
    };
    let marks = chart.panels.iter().flat_map(|it| &it.marks);
    let decided = marks.filter(|it| !it.suggested);
    let without = decided.filter(|it| matches!(it.at, MarkTime::Gutter { .. })).count();
    let without = match without {
        0 => String::new(),
        some => format!(", {} without a time", count(some as u64)),
    };
    let decided = format!(
        "{} in {}{without}",
        things(claims, "claim", "claims"),
        things(chart.articles, "article", "articles"),
    );
    let pale = format!("{} pale: {SUGGESTED}", count(chart.suggested as u64));
    Some(match (claims, chart.suggested) {
        (_, 0) => decided,
        (0, _) => pale,
        _ => format!("{decided} · {pale}"),
    })
}

/// All of the time again where it is not in sight, what the marks mean, and the ways to take the figure along.
fn buttons(ui: &mut Ui, is_zoomed: bool, chart: &Chart, view: &View<'_>) -> bool {
    let mut fits = false;
    if is_zoomed {
        let button = ui.button(FIT);
        widgets::ring(ui, &button);
        fits = button.on_hover_text("Show all of the time (0)").clicked();
    }
    let about = widgets::icon(ui, icons::INFO, "What the marks mean");
    widgets::ring(ui, &about);
    Popup::menu(&about)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| told(ui, chart));
    export::buttons(ui, view);
    fits
}

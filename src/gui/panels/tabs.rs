//! Owns the tabs at the head of the left panel.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    CornerRadius, FontId, Frame, Margin, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use crate::gui::command::Command;
use crate::gui::desk::{Face, Left};
use crate::gui::icons;
use crate::gui::theme::{self, colour};
use crate::gui::view::View;

const TABS: [(Left, Command, &str); 5] = [
    (Left::Filters, Command::ShowFilters, icons::FILTER_LIST),
    (Left::Articles, Command::ShowArticles, icons::DESCRIPTION),
    (Left::Actors, Command::ShowActors, icons::GROUP),
    (Left::Incidents, Command::ShowIncidents, icons::EVENT),
    (Left::Codes, Command::ShowCodes, icons::LABEL),
];

const HEIGHT: f32 = 30.0;

/// The tabs of all lists of the left panel. Words stand where there is room for all of them, else for the chosen one,
/// else the icons alone.
pub fn tabs(ui: &mut Ui, view: &View<'_>) {
    let margin = Margin { top: 8, bottom: 4, ..Margin::symmetric(8, 0) };
    Frame::new().inner_margin(margin).show(ui, |ui| show(ui, view));
}

fn show(ui: &mut Ui, view: &View<'_>) {
    let without = usize::from(view.desk.face == Face::Read);
    let tabs = TABS.get(without..).unwrap_or_default();
    let palette = view.palette;
    let width = ui.available_width();
    let (whole, _) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover());
    let small = FontId::proportional(theme::SMALL_SIZE);
    let icon = FontId::proportional(theme::BASE_SIZE);
    let words = |ui: &Ui, name: &str| {
        let ink = colour(palette.text);
        ui.painter().layout_no_wrap(name.to_owned(), small.clone(), ink).size().x
    };
    let inner = whole.shrink(2.0);
    let least = inner.width() / tabs.len() as f32;
    // Icon, gap, margins.
    let beside = 18.0 + 4.0 + 12.0;
    let fits_all =
        tabs.iter().all(|(_, command, _)| words(ui, command.row().name) + beside <= least);
    let chosen_width = tabs
        .iter()
        .find(|(left, ..)| *left == view.desk.left)
        .map(|(_, command, _)| words(ui, command.row().name) + beside)
        .filter(|it| !fits_all && it + (tabs.len() - 1) as f32 * 28.0 <= inner.width());
    ui.painter().rect(
        whole,
        CornerRadius::same(theme::RADIUS),
        colour(palette.page),
        Stroke::new(1.0, colour(palette.line)),
        StrokeKind::Inside,
    );
    let mut x = inner.left();
    for (left, command, sign) in tabs.iter().copied() {
        let (row, is_chosen) = (command.row(), view.desk.left == left);
        let width = match chosen_width {
            Some(chosen) if is_chosen => chosen,
            Some(chosen) => (inner.width() - chosen) / (tabs.len() - 1) as f32,
            None => least,
        };
        let rect = Rect::from_min_size(pos2(x, inner.top()), vec2(width, inner.height()));
        x += width;
        let response = ui.interact(rect, ui.make_persistent_id(row.name), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_chosen, row.name));
        let corners = CornerRadius::same(theme::RADIUS.saturating_sub(2));
        let ground = match (is_chosen, response.hovered()) {
            (true, _) => Some(palette.accent.over(palette.page, 0.14)),
            (false, true) => Some(palette.text.over(palette.page, 0.06)),
            (false, false) => None,
        };
        if let Some(ground) = ground {
            ui.painter().rect_filled(rect, corners, colour(ground));
        }
        if response.has_focus() {
            let ring = Stroke::new(2.0, colour(palette.accent));
            ui.painter().rect_stroke(rect, corners, ring, StrokeKind::Inside);
        }
        let ink = colour(if is_chosen { palette.accent } else { palette.weak });
        let sign = ui.painter().layout_no_wrap(sign.to_owned(), icon.clone(), ink);
        let name = (fits_all || (is_chosen && chosen_width.is_some()))
            .then(|| ui.painter().layout_no_wrap(row.name.to_owned(), small.clone(), ink));
        let all = sign.size().x + name.as_ref().map_or(0.0, |it| it.size().x + 4.0);
        let at = pos2(rect.center().x - all / 2.0, rect.center().y);
        let after = at.x + sign.size().x + 4.0;
        ui.painter().galley(at - vec2(0.0, sign.size().y / 2.0), sign, ink);
        let has_name = name.is_some();
        if let Some(name) = name {
            ui.painter().galley(pos2(after, at.y - name.size().y / 2.0), name, ink);
        }
        if response.clicked() {
            view.command(command);
        }
        let keys = row.keys.first().map(|it| ui.ctx().format_shortcut(it)).unwrap_or_default();
        let tip = if has_name { keys } else { format!("{} ({keys})", row.name) };
        response.on_hover_text(tip);
    }
}

//! Owns the list of claimants: in their colours, with their claims. A click shows one alone, another all again.

use eframe::egui::text::TextFormat;
use eframe::egui::{
    Align2, Color32, FontId, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::Cx;
use crate::base::ActorId;
use crate::gui::chart::tone;
use crate::gui::filters::apart;
use crate::gui::reader::label;
use crate::gui::theme::{self, colour};
use crate::gui::widgets;
use crate::views::chart::{ChartRequest, Facet};

/// So many are shown until all are asked for.
const FEW: usize = 12;

/// Height of a row, in points.
const HEIGHT: f32 = 26.0;

/// Shows who says how much.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, request: &mut ChartRequest) {
    let facets = cx.facets;
    if facets.claimants.is_empty() {
        return;
    }
    widgets::label(ui, cx.view.palette, "Claimants");
    let id = ui.make_persistent_id("all claimants");
    let mut shows_all = ui.data(|it| it.get_temp(id).unwrap_or(false));
    let chosen = request.claimant;
    let said = facets.claimants.iter();
    let said: Vec<_> = said.filter(|it| it.shows() || chosen == Some(it.value)).collect();
    let most = if shows_all || said.len() <= FEW + 1 { said.len() } else { FEW };
    let is_shown = |at: usize, it: &Facet<ActorId>| at < most || chosen == Some(it.value);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (_, it) in said.iter().enumerate().filter(|(at, it)| is_shown(*at, it)) {
            let is_chosen = chosen == Some(it.value);
            let row = row(ui, cx, it, is_chosen);
            cx.keys.shown(&row);
            if row.clicked() {
                request.claimant = (!is_chosen).then_some(it.value);
            }
        }
    });
    if most < said.len() || (shows_all && FEW + 1 < said.len()) {
        let words =
            if shows_all { "Fewer".to_owned() } else { format!("{} more", said.len() - most) };
        let button = ui.small_button(words);
        widgets::ring(ui, &button);
        if button.clicked() {
            shows_all = !shows_all;
            ui.data_mut(|it| it.insert_temp(id, shows_all));
        }
    }
    let tick = widgets::check(ui, &mut request.folded, "Fold into whom they belong to");
    cx.keys.shown(&tick);
}

fn row(ui: &mut Ui, cx: &Cx<'_>, it: &Facet<ActorId>, is_chosen: bool) -> Response {
    let palette = cx.view.palette;
    let width = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::click());
    let number = apart(it.count, it.suggested);
    let name = format!("{}, {number}", it.name);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &name));
    let rect = rect.expand2(vec2(6.0, 0.0));
    let painter = ui.painter();
    let mut weak = palette.weak;
    if is_chosen {
        let ground = palette.accent.over(palette.panel, 0.14);
        weak = palette.weak_on(ground);
        painter.rect_filled(rect, theme::RADIUS, colour(ground));
    } else if response.hovered() {
        let ground = palette.text.over(palette.panel, 0.06);
        painter.rect_filled(rect, theme::RADIUS, colour(ground));
    }
    if response.has_focus() {
        let ring = Stroke::new(2.0, colour(palette.accent));
        painter.rect_stroke(rect, theme::RADIUS, ring, StrokeKind::Inside);
    }
    let dot = pos2(rect.left() + 11.0, rect.center().y);
    painter.circle_filled(dot, 4.5, colour(tone(palette, it.colour)));
    let right = pos2(rect.right() - 6.0, rect.center().y);
    let small = FontId::proportional(theme::SMALL_SIZE);
    let told = painter.text(right, Align2::RIGHT_CENTER, number, small, colour(weak));
    let left = rect.left() + 22.0;
    let ink = if !it.shows() { weak } else { palette.text };
    let font = FontId::proportional(theme::BASE_SIZE);
    let format = TextFormat::simple(font, Color32::PLACEHOLDER);
    let galley = label(ui, &it.name, format, (told.left() - 8.0 - left).max(0.0), 1);
    let is_cut = galley.elided;
    let at = pos2(left, rect.center().y - galley.size().y / 2.0);
    painter.galley(at, galley, colour(ink));
    if is_cut { response.on_hover_text(&it.name) } else { response }
}

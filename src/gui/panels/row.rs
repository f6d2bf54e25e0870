//! Owns how a row of a tree looks and what it is called.

use eframe::egui::accesskit::Role;
use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    Align2, Color32, CornerRadius, FontId, Id, Rect, Response, RichText, Sense, Stroke, StrokeKind,
    Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::drafts::At;
use super::{Cx, paint};
use crate::base::theme::{Palette, Rgb};
use crate::base::words::Position;
use crate::gui::action::{Action, Thing};
use crate::gui::icons;
use crate::gui::theme::{self, colour};
use crate::project::RecordId;
use crate::views::names::{NameRow, Tally, spoken, tally_words};

/// Height of a row, in points.
pub const HEIGHT: f32 = 28.0;

/// How far a row stands in for each it stands in, until there is no room.
const INDENT: f32 = 16.0;

/// Width of a column of counts.
const COUNT: f32 = 38.0;

/// Room of two digits, in points.
const DIGITS: f32 = 16.0;

/// Other names that a row's tip tells.
const MOST_ALIASES: usize = 8;

/// What a row stands for, where lights are concerned.
pub fn thing(id: RecordId) -> Option<Thing> {
    match id {
        RecordId::Actor(id) => Some(Thing::Actor(id)),
        RecordId::Incident(id) => Some(Thing::Incident(id)),
        RecordId::Code(id) => Some(Thing::Code(id)),
        _ => None,
    }
}

/// How a row is shown.
pub struct Look {
    pub is_cursor: bool,
    pub is_folded: bool,
    /// Something is dragged over it that may stand in it.
    pub takes: bool,
}

/// Shows a row. The second response is that of its fold, if it has one.
pub fn row(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    rect: Rect,
    id: Id,
    row: &NameRow,
    look: &Look,
) -> (Response, Option<Response>) {
    let palette = cx.view.palette;
    // Only the one with the cursor is a stop of the Tab key.
    let sense = Sense::CLICK | Sense::DRAG;
    let sense = if look.is_cursor { sense | Sense::FOCUSABLE } else { sense };
    let response = ui.interact(rect, id, sense);
    let tally = if look.is_folded { &row.all } else { &row.own };
    let is_chosen = cx.face.chosen == Some(row.id);
    let name = spoken(row, tally);
    response.widget_info(|| WidgetInfo::selected(Role::TreeItem, true, is_chosen, &name));
    if row.is_nest {
        ui.ctx().accesskit_node_builder(id, |it| it.set_expanded(!look.is_folded));
    }
    let lit = response.hovered() || is_lit(cx, row);
    if response.hovered() {
        thing(row.id).into_iter().for_each(|it| cx.view.push(Action::Hover(it)));
    }
    ground(ui, cx, rect, &response, is_chosen, lit, look.takes);
    let room = (rect.width() - 160.0).max(0.0);
    let left = rect.left() + 8.0 + (row.depth as f32 * INDENT).min(room);
    let fold = row.is_nest.then(|| {
        let place = Rect::from_min_size(pos2(left, rect.top()), vec2(18.0, rect.height()));
        self::fold(ui, cx, place, id.with("fold"), row, look.is_folded)
    });
    let mut at = left + 20.0;
    if let Some(number) = row.colour {
        paint::dot(ui.painter(), palette, pos2(at + 6.0, rect.center().y), 5.0, number);
        at += 18.0;
    }
    let right = counts(ui, cx, rect, tally, is_chosen);
    let place = Rect::from_min_max(pos2(at, rect.top()), pos2(right - 4.0, rect.bottom()));
    if cx.drafts.is(At::Name(row.id)) {
        let place =
            Rect::from_min_max(pos2(at - 4.0, rect.top()), pos2(rect.right() - 6.0, rect.bottom()));
        let held = row.name.clone();
        ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
            let field = cx.drafts.line(ui, At::Name(row.id), &held, "Name");
            field.accessible_name(format!("Name of {held}"));
        });
    } else {
        self::name(ui, place, &row.name, colour(palette.text), is_chosen);
    }
    let response = response.on_hover_ui(|ui| tip(ui, cx, row));
    (response, fold)
}

/// Whether something elsewhere lights this row: it is pointed at, or what names it is.
fn is_lit(cx: &Cx<'_>, row: &NameRow) -> bool {
    match cx.view.desk.hover.last() {
        Some(Thing::Annotation(id)) => row.annotations.contains(&id),
        Some(it) => thing(row.id) == Some(it),
        None => false,
    }
}

/// The ground of the chosen row.
fn chosen(palette: &Palette) -> Rgb {
    palette.accent.over(palette.panel, 0.14)
}

fn ground(
    ui: &Ui,
    cx: &Cx<'_>,
    rect: Rect,
    response: &Response,
    is_chosen: bool,
    lit: bool,
    takes: bool,
) {
    let palette = cx.view.palette;
    let painter = ui.painter();
    if is_chosen {
        painter.rect_filled(rect, 0, colour(chosen(palette)));
        let bar = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
        painter.rect_filled(bar, 0, colour(palette.accent));
    } else if lit {
        painter.rect_filled(rect, 0, colour(palette.text.over(palette.panel, 0.06)));
    }
    let inner = rect.shrink2(vec2(2.0, 1.0));
    let corners = CornerRadius::same(theme::RADIUS);
    if takes {
        let line = Stroke::new(2.0, colour(palette.accent));
        painter.rect(
            inner,
            corners,
            colour(palette.accent.over(palette.panel, 0.2)),
            line,
            StrokeKind::Inside,
        );
    } else if response.has_focus() {
        let ring = Stroke::new(1.5, colour(palette.accent));
        painter.rect_stroke(inner, corners, ring, StrokeKind::Inside);
    }
}

fn fold(ui: &Ui, cx: &Cx<'_>, place: Rect, id: Id, row: &NameRow, is_folded: bool) -> Response {
    let response = ui.interact(place, id, Sense::CLICK);
    let (sign, verb) =
        if is_folded { (icons::CHEVRON_RIGHT, "Unfold") } else { (icons::EXPAND_MORE, "Fold") };
    response
        .widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{verb} {}", row.name)));
    let palette = cx.view.palette;
    let ink = colour(if response.hovered() { palette.text } else { palette.weak });
    let font = FontId::proportional(theme::BASE_SIZE);
    ui.painter().text(place.center(), Align2::CENTER_CENTER, sign, font, ink);
    response
}

/// The counts at the right of a row; where the free space ends.
fn counts(ui: &Ui, cx: &Cx<'_>, rect: Rect, tally: &Tally, is_chosen: bool) -> f32 {
    let palette = cx.view.palette;
    let font = FontId::proportional(theme::SMALL_SIZE);
    let ground = if is_chosen { chosen(palette) } else { palette.panel };
    let ink = colour(palette.weak_on(ground));
    let (y, mut right) = (rect.center().y, rect.right() - 10.0);
    let painter = ui.painter();
    let counts = tally.counts;
    if counts.notes > 0 {
        let words = crate::views::count(counts.notes as u64);
        let shown = painter.text(pos2(right, y), Align2::RIGHT_CENTER, words, font, ink);
        return shown.left() - 4.0;
    }
    let mut left = right;
    for (number, is_claims) in [(counts.stances, false), (counts.claims, true)] {
        if number > 0 {
            let words = crate::views::count(number as u64);
            let shown =
                painter.text(pos2(right, y), Align2::RIGHT_CENTER, words, font.clone(), ink);
            // Signs stand below each other where the numbers have up to two digits.
            let at = pos2(shown.left().min(right - DIGITS) - 8.0, y);
            if is_claims {
                paint::claims(painter, palette, at);
            } else {
                paint::stance(painter, palette, at, Position::Condemn);
            }
            left = at.x - 6.0;
        }
        right = (rect.right() - 10.0 - COUNT).min(left - 4.0);
    }
    left
}

/// A name on one line, cut where there is no room.
fn name(ui: &Ui, place: Rect, name: &str, ink: Color32, bold: bool) {
    let font =
        if bold { theme::bold(theme::BASE_SIZE) } else { FontId::proportional(theme::BASE_SIZE) };
    let mut job = LayoutJob::single_section(name.to_owned(), TextFormat::simple(font, ink));
    job.wrap = TextWrapping::truncate_at_width(place.width().max(0.0));
    let galley = ui.fonts_mut(|it| it.layout_job(job));
    let at = pos2(place.left(), place.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
}

/// All there is to say of a row.
fn tip(ui: &mut Ui, cx: &Cx<'_>, row: &NameRow) {
    ui.label(RichText::new(&row.name).font(theme::bold(theme::BASE_SIZE)));
    let some = row.aliases.iter().take(MOST_ALIASES).map(String::as_str).collect::<Vec<_>>();
    let more = if some.len() < row.aliases.len() { ", …" } else { "" };
    let also = (!some.is_empty()).then(|| format!("also {}{more}", some.join(", ")));
    let first = [Some(row.kind.to_owned()).filter(|it| !it.is_empty()), also];
    let first: Vec<String> = first.into_iter().flatten().collect();
    if !first.is_empty() {
        ui.label(RichText::new(first.join("; ")).weak());
    }
    let own = tally_words(&row.own);
    let own = if own.is_empty() { "nothing names it".to_owned() } else { own };
    ui.label(RichText::new(own).weak());
    if row.all != row.own {
        let words =
            format!("{} with those that {}", tally_words(&row.all), super::tree::stand(cx.kind));
        ui.label(RichText::new(words).weak());
    }
}

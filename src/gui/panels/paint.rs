//! Owns small signs: the dot of a colour number, the mark of an annotation's kind.

use eframe::egui::{Painter, Pos2, Stroke, Vec2, pos2};

use crate::base::theme::Palette;
use crate::base::words::{Outcome, Position};
use crate::gui::theme::colour;
use crate::views::reader::Look;

/// The dot of an actor or code. Each round of the palette has its own: full, a ring, a ring with a dot, a ring with a bar.
pub fn dot(painter: &Painter, palette: &Palette, at: Pos2, radius: f32, number: u16) {
    let tone = palette.actor(number);
    let ink = colour(tone.mark);
    if tone.round == 0 {
        painter.circle_filled(at, radius, ink);
        return;
    }
    let line = Stroke::new((radius * 0.4).max(1.5), ink);
    painter.circle_stroke(at, radius - line.width / 2.0, line);
    match tone.round % 3 {
        1 => {}
        2 => {
            painter.circle_filled(at, radius * 0.35, ink);
        }
        _ => {
            let reach = Vec2::new(radius, 0.0);
            painter.line_segment([at - reach, at + reach], line);
        }
    }
}

/// The mark of an annotation's kind, as in the list of articles; a stance has its sign's colour.
pub fn mark(painter: &Painter, palette: &Palette, at: Pos2, look: Look) {
    match look {
        Look::Claim(outcome) => {
            painter.circle_filled(at, 4.0, colour(palette.outcome(outcome).mark));
        }
        Look::Stance(position) => stance(painter, palette, at, position),
        Look::Note(number) => {
            let ink = number.map_or(palette.weak, |it| palette.actor(it).mark);
            let half = Vec2::splat(3.5);
            painter.rect_filled(
                eframe::egui::Rect::from_min_max(at - half, at + half),
                1,
                colour(ink),
            );
        }
    }
}

/// The mark before a count of claims.
pub fn claims(painter: &Painter, palette: &Palette, at: Pos2) {
    painter.circle_filled(at, 3.5, colour(palette.outcome(Outcome::Killed).mark));
}

/// The mark before a count of stances: a small diamond, so that it is not known by its colour alone.
pub fn stance(painter: &Painter, palette: &Palette, at: Pos2, position: Position) {
    let ink = colour(palette.position(position).mark);
    let corners = [(0.0, -5.0), (5.0, 0.0), (0.0, 5.0), (-5.0, 0.0)];
    let points = corners.map(|(x, y)| pos2(at.x + x, at.y + y)).to_vec();
    painter.add(eframe::egui::Shape::convex_polygon(points, ink, Stroke::NONE));
}

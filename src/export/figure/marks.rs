//! Owns the shapes of marks: one for each outcome, filled by how the time is known, and a sign for each position, so
//! that nothing rests on colour alone.

use std::f32::consts::PI;

use crate::base::theme::{Rgb, position_sign};
use crate::base::words::{Measure, Outcome, Position};
use crate::export::figure::style::Style;
use crate::export::scene::{Paint, Point, Prim, Stroke};
use crate::views::chart::{Fill, Mark};

/// Line patterns by how often the colours of actors have gone round.
const PATTERNS: [&[f32]; 5] = [&[], &[7.0, 4.0], &[2.0, 3.0], &[9.0, 3.0, 2.0, 3.0], &[14.0, 5.0]];

/// The edge of what is suggested and not decided.
pub(super) const DOTS: [f32; 2] = [1.6, 2.0];

/// How strong a mark is: less where it is superseded or not decided.
pub(super) fn opacity(mark: &Mark) -> f32 {
    match (mark.faint, mark.suggested) {
        (true, _) => 0.4,
        (_, true) => 0.6,
        _ => 1.0,
    }
}

/// Colour and line pattern of a claimant; grey without one.
pub(super) fn tone(colour: Option<u16>, style: Style) -> (Rgb, &'static [f32]) {
    match colour {
        None => (style.palette.weak, &[]),
        Some(number) => {
            let tone = style.palette.actor(number);
            (tone.mark, PATTERNS[usize::from(tone.round) % PATTERNS.len()])
        }
    }
}

/// The reach of a mark from its middle: less for figures that are no total.
pub(super) fn radius(mark: &Mark, full: f32) -> f32 {
    match mark.measure {
        Measure::Total => full,
        Measure::Part | Measure::Additional | Measure::Subcount | Measure::Earlier => full * 0.78,
    }
}

/// The mark itself, with the ring of an inexact figure, without its bounds.
pub(super) fn shape(mark: &Mark, centre: Point, full: f32, colour: Rgb, page: Rgb) -> Vec<Prim> {
    let radius = radius(mark, full);
    let width = (full * 0.28).max(1.0);
    let opacity = opacity(mark);
    let mut stroke = Stroke::solid(colour, width).faint(opacity);
    if mark.suggested {
        stroke = stroke.dashed(&DOTS);
    }
    let ground = if mark.fill == Fill::Stated && !mark.suggested { colour } else { page };
    let outline = outline(mark.outcome, centre, radius - width / 2.0);
    let mut items = Vec::new();
    if mark.inexact {
        let ring = Stroke::solid(colour, width * 0.6).faint(opacity).dashed(&[2.0, 2.0]);
        items.push(Prim::Circle {
            centre,
            radius: full + width * 1.6,
            paint: Paint::default().outlined(ring),
        });
    }
    let body = |paint: Paint| match mark.outcome {
        Outcome::Killed => Prim::Circle { centre, radius: radius - width / 2.0, paint },
        _ => Prim::Polygon { points: outline.clone(), paint },
    };
    if mark.faint || mark.suggested {
        // A ground of its own keeps lines from showing through.
        items.push(body(Paint::filled(page)));
    }
    items.push(body(Paint::tinted(ground, opacity).outlined(stroke)));
    if mark.fill == Fill::Guessed && !mark.suggested {
        let points = left_half(&outline, centre.x);
        items.push(Prim::Polygon { points, paint: Paint::tinted(colour, opacity) });
    }
    items
}

/// Corners of the shape of an outcome.
fn outline(outcome: Outcome, centre: Point, radius: f32) -> Vec<Point> {
    let corners = |count: usize, start: f32, reach: &dyn Fn(usize) -> f32| {
        let corner = |place: usize| {
            let angle = start + 2.0 * PI * place as f32 / count as f32;
            let reach = radius * reach(place);
            Point { x: centre.x + reach * angle.sin(), y: centre.y - reach * angle.cos() }
        };
        (0..count).map(corner).collect::<Vec<_>>()
    };
    match outcome {
        Outcome::Killed => corners(28, 0.0, &|_| 1.0),
        Outcome::Injured => corners(3, 0.0, &|_| 1.25),
        Outcome::Missing => corners(4, 0.0, &|_| 1.2),
        Outcome::Captured => corners(3, PI, &|_| 1.25),
        Outcome::Displaced => corners(4, PI / 4.0, &|_| 1.25),
        Outcome::Casualties => corners(10, 0.0, &|place| if place % 2 == 0 { 1.3 } else { 0.6 }),
    }
}

/// The part of an outline left of `x`.
fn left_half(outline: &[Point], x: f32) -> Vec<Point> {
    let mut half = Vec::new();
    let next = outline.iter().cycle().skip(1);
    for (from, to) in outline.iter().zip(next) {
        if from.x <= x {
            half.push(*from);
        }
        if (from.x <= x) != (to.x <= x) {
            let share = (x - from.x) / (to.x - from.x);
            half.push(Point { x, y: from.y + share * (to.y - from.y) });
        }
    }
    half
}

/// An arrow from the edge of a mark, upward or downward.
pub(super) fn arrow(from: Point, length: f32, up: bool, stroke: Stroke) -> Vec<Prim> {
    let sign = if up { -1.0 } else { 1.0 };
    let tip = Point { x: from.x, y: from.y + sign * length };
    let (wing, back) = (length * 0.26, tip.y - sign * length * 0.32);
    let wings = vec![Point { x: tip.x - wing, y: back }, tip, Point { x: tip.x + wing, y: back }];
    vec![Prim::Line { from, to: tip, stroke }, Prim::Polyline { points: wings, stroke }]
}

/// The sign of a position, drawn, since not every font has it.
pub(super) fn sign(position: Position, centre: Point, reach: f32, colour: Rgb) -> Prim {
    let stroke = Stroke::solid(colour, (reach * 0.32).max(0.8));
    let point = |x: f32, y: f32| Point { x: centre.x + x * reach, y: centre.y + y * reach };
    let line = |from: (f32, f32), to: (f32, f32)| Prim::Line {
        from: point(from.0, from.1),
        to: point(to.0, to.1),
        stroke,
    };
    let wings = |tip: (f32, f32), back: f32| Prim::Polyline {
        points: vec![point(back, tip.1 - 0.38), point(tip.0, tip.1), point(back, tip.1 + 0.38)],
        stroke,
    };
    let items = match position {
        Position::Condemn => vec![line((-0.8, -0.8), (0.8, 0.8)), line((-0.8, 0.8), (0.8, -0.8))],
        Position::Support => vec![line((-1.0, 0.0), (1.0, 0.0)), line((0.0, -1.0), (0.0, 1.0))],
        Position::Mediate => vec![
            line((-1.0, -0.45), (1.0, -0.45)),
            wings((1.0, -0.45), 0.5),
            line((-1.0, 0.5), (1.0, 0.5)),
            wings((-1.0, 0.5), -0.5),
        ],
    };
    Prim::Group { annotations: Vec::new(), title: position_sign(position).to_owned(), items }
}

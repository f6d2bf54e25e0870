//! Owns the painting of a figure's display list in the window, so that screen and figure are one picture.

use std::borrow::Cow;
use std::f32::consts::{FRAC_PI_2, TAU};
use std::sync::Arc;

use eframe::egui::epaint::{PathShape, TessellationOptions, Tessellator, TextShape};
use eframe::egui::text::TextFormat;
use eframe::egui::{
    Color32, FontId, Galley, Mesh, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, Vec2, pos2, vec2,
};

use super::reader::label;
use super::theme::{self, colour, veil};
use crate::base::fonts::Style;
use crate::export::{self, Anchor, Paint, Point, Prim, Text, Weight};
use crate::gui::fonts::family;

/// So many things are painted without softened edges, which nobody sees among them.
const MANY: usize = 2000;

/// Paints things whose upper left corner is at `origin`, each over those before it; words over all.
pub fn paint<'a>(ui: &Ui, items: impl IntoIterator<Item = &'a Prim>, origin: Pos2) {
    let (mut shapes, mut texts) = (vec![], vec![]);
    for item in items {
        let mut layers = Layers::default();
        layers.add([item], origin);
        shapes.extend(layers.under.into_iter().chain(layers.discs).chain(layers.over));
        texts.append(&mut layers.texts);
    }
    ui.painter().extend(shapes);
    write(ui, &texts);
}

/// Paints things that stand elsewhere in each frame, each so far to the right of its place. Where they are many, marks are
/// without their arrows and rings, which come back with the next layout.
pub fn paint_moved<'a>(ui: &Ui, items: &'a [(Cow<'a, Prim>, f32)], origin: Pos2) {
    let many = MANY <= items.len();
    let mut layers = Layers { many, bare: many, ..Layers::default() };
    for (item, by) in items {
        layers.add([item.as_ref()], origin + vec2(*by, 0.0));
    }
    let scale = ui.ctx().pixels_per_point();
    let painter = ui.painter();
    painter.add(mesh(layers.under, scale, many));
    painter.extend(layers.discs);
    painter.add(mesh(layers.over, scale, many));
    write(ui, &layers.texts);
}

/// A display list that is painted as it is in many frames: most of its shapes are cut into triangles once, which may be
/// done on a thread.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    /// Where its upper left corner lies.
    origin: Pos2,
    under: Arc<Mesh>,
    discs: Arc<Vec<Shape>>,
    over: Arc<Mesh>,
}

impl Kept {
    /// Cuts things, with their upper left corner at `origin`, for a screen of so many pixels to the point.
    pub fn new(items: &[Prim], scale: f32, origin: Pos2) -> Self {
        let many = MANY <= items.len();
        let mut layers = Layers { many, ..Layers::default() };
        layers.add(items, origin);
        Self {
            origin,
            under: mesh(layers.under, scale, many),
            discs: Arc::new(layers.discs),
            over: mesh(layers.over, scale, many),
        }
    }

    /// Paints the things that it was made of, with their upper left corner at `origin`.
    pub fn paint(&mut self, ui: &Ui, items: &[Prim], origin: Pos2) {
        let by = origin - self.origin;
        if by != Vec2::ZERO {
            Arc::make_mut(&mut self.under).translate(by);
            Arc::make_mut(&mut self.discs).iter_mut().for_each(|it| it.translate(by));
            Arc::make_mut(&mut self.over).translate(by);
            self.origin = origin;
        }
        let mut texts = vec![];
        items.iter().for_each(|it| words(it, origin, &mut texts));
        let painter = ui.painter();
        painter.add(Arc::clone(&self.under));
        painter.extend(self.discs.iter().cloned());
        painter.add(Arc::clone(&self.over));
        write(ui, &texts);
    }
}

fn mesh(shapes: Vec<Shape>, scale: f32, many: bool) -> Arc<Mesh> {
    let options = TessellationOptions { feathering: !many, ..TessellationOptions::default() };
    let mut tessellator = Tessellator::new(scale, options, [1, 1], vec![]);
    let mut mesh = Mesh::default();
    shapes.into_iter().for_each(|it| tessellator.tessellate_shape(it, &mut mesh));
    Arc::new(mesh)
}

/// A rectangle of a scene as it lies in the window.
pub fn rect(it: &export::Rect, origin: Pos2) -> Rect {
    let moved = |x: f32, y: f32| origin + vec2(x, y);
    Rect::from_min_max(moved(it.left, it.top), moved(it.right, it.bottom))
}

/// All texts of a thing, each with the origin it is placed from.
fn words<'a>(item: &'a Prim, origin: Pos2, texts: &mut Vec<(&'a Text, Pos2)>) {
    match item {
        Prim::Text(it) => texts.push((it, origin)),
        Prim::Group { items, .. } => items.iter().for_each(|it| words(it, origin, texts)),
        _ => {}
    }
}

fn write(ui: &Ui, texts: &[(&Text, Pos2)]) {
    let shown = ui.clip_rect();
    let mut shapes = vec![];
    for (it, origin) in texts {
        if shown.intersects(rect(&it.bounds().grown(4.0), *origin)) {
            text(ui, it, *origin + vec2(it.at.x, it.at.y), &mut shapes);
        }
    }
    ui.painter().extend(shapes);
}

/// The things of a display list by how they are painted: discs, which egui has ready, all that lies under them, and
/// what lies over them. Words lie over all.
#[derive(Default)]
struct Layers<'a> {
    /// Edges are not softened.
    many: bool,
    /// Of groups only the bodies are painted.
    bare: bool,
    under: Vec<Shape>,
    discs: Vec<Shape>,
    over: Vec<Shape>,
    texts: Vec<(&'a Text, Pos2)>,
}

impl<'a> Layers<'a> {
    fn add(&mut self, items: impl IntoIterator<Item = &'a Prim>, origin: Pos2) {
        let at = |point: &Point| origin + vec2(point.x, point.y);
        let many = self.many;
        let mut shapes = &mut self.under;
        for item in items {
            match item {
                Prim::Rect { rect: it, paint } => {
                    let rect = rect(it, origin);
                    if let Some((ground, opacity)) = paint.fill {
                        shapes.push(Shape::rect_filled(rect, 0.0, veil(ground, opacity)));
                    }
                    if let Some(stroke) = paint.stroke {
                        shapes.push(Shape::rect_stroke(
                            rect,
                            0.0,
                            line(&stroke),
                            StrokeKind::Middle,
                        ));
                    }
                }
                Prim::Line { from, to, stroke } => path(vec![at(from), at(to)], stroke, shapes),
                Prim::Polyline { points, stroke } => {
                    path(points.iter().map(at).collect(), stroke, shapes);
                }
                Prim::Polygon { points, paint } => {
                    polygon(points.iter().map(at).collect(), paint, shapes);
                }
                Prim::Circle { centre, radius, paint } => {
                    if disc(at(centre), *radius, paint, &mut self.discs) {
                        // What follows it in its group lies over it.
                        shapes = &mut self.over;
                    } else {
                        circle(at(centre), *radius, paint, many, shapes);
                    }
                }
                Prim::Text(it) => self.texts.push((it, origin)),
                Prim::Group { items, .. } => {
                    let wanted: fn(&&Prim) -> bool = if self.bare { is_body } else { |_| true };
                    self.add(items.iter().filter(wanted), origin);
                    shapes = &mut self.under;
                }
            }
        }
    }
}

/// Whether this is more than an arrow, a cap or a ring.
fn is_body(item: &&Prim) -> bool {
    match item {
        Prim::Line { .. } | Prim::Polyline { .. } => false,
        Prim::Circle { paint, .. } => paint.fill.is_some(),
        _ => true,
    }
}

/// A circle that hides what is under it, as one disc on another; false if it is none.
fn disc(centre: Pos2, radius: f32, paint: &Paint, discs: &mut Vec<Shape>) -> bool {
    let Some((ground, 1.0)) = paint.fill else { return false };
    match paint.stroke {
        None => discs.push(Shape::circle_filled(centre, radius, colour(ground))),
        Some(stroke) if stroke.opacity == 1.0 && stroke.dash.is_empty() => {
            let half = stroke.width / 2.0;
            discs.push(Shape::circle_filled(centre, radius + half, colour(stroke.colour)));
            if ground != stroke.colour {
                discs.push(Shape::circle_filled(centre, radius - half, colour(ground)));
            }
        }
        Some(_) => return false,
    }
    true
}

fn line(stroke: &export::Stroke) -> Stroke {
    Stroke::new(stroke.width, veil(stroke.colour, stroke.opacity))
}

fn path(points: Vec<Pos2>, stroke: &export::Stroke, shapes: &mut Vec<Shape>) {
    if stroke.dash.is_empty() {
        shapes.push(Shape::line(points, line(stroke)));
        return;
    }
    // A dot shorter than this falls between the pixels of a screen.
    let least = |it: f32| it.max(2.0);
    let (dashes, gaps): (Vec<_>, Vec<_>) =
        stroke.dash.chunks(2).map(|it| (least(it[0]), it.last().copied().unwrap_or(it[0]))).unzip();
    shapes.extend(Shape::dashed_line_with_offset(&points, line(stroke), &dashes, &gaps, 0.0));
}

fn polygon(points: Vec<Pos2>, paint: &Paint, shapes: &mut Vec<Shape>) {
    let fill = paint.fill.map_or(Color32::TRANSPARENT, |(ground, opacity)| veil(ground, opacity));
    let stroke = paint.stroke.as_ref().map(line).unwrap_or_default();
    shapes.push(PathShape::convex_polygon(points, fill, stroke).into());
}

fn circle(centre: Pos2, radius: f32, paint: &Paint, many: bool, shapes: &mut Vec<Shape>) {
    if let Some((ground, opacity)) = paint.fill {
        shapes.push(Shape::circle_filled(centre, radius, veil(ground, opacity)));
    }
    let Some(stroke) = &paint.stroke else { return };
    if stroke.dash.is_empty() {
        shapes.push(Shape::circle_stroke(centre, radius, line(stroke)));
        return;
    }
    let dashes = dashes(radius, stroke.dash);
    if many {
        shapes.push(ring(centre, radius, line(stroke), dashes).into());
        return;
    }
    shapes.extend(dashes.map(|(from, to)| {
        let ends = [from, to].map(|it| centre + radius * Vec2::angled(it));
        Shape::line_segment(ends, line(stroke))
    }));
}

/// From where to where the dashes of a circle go, as angles; so short that they may be straight.
fn dashes(radius: f32, dash: &[f32]) -> impl Iterator<Item = (f32, f32)> {
    let [dash, gap] = [dash.first(), dash.last()].map(|it| it.map_or(1.0, |it| *it));
    let count = (radius * TAU / (dash + gap)).round().clamp(3.0, 64.0);
    let turn = TAU / count;
    let long = turn * dash / (dash + gap);
    (0..count as u8).map(move |it| (f32::from(it) * turn, f32::from(it) * turn + long))
}

/// A dashed circle, each dash as two triangles.
fn ring(
    centre: Pos2,
    radius: f32,
    stroke: Stroke,
    dashes: impl Iterator<Item = (f32, f32)>,
) -> Mesh {
    let mut mesh = Mesh::default();
    let (inner, outer) = (radius - stroke.width / 2.0, radius + stroke.width / 2.0);
    for (from, to) in dashes {
        let at = mesh.vertices.len() as u32;
        for angle in [from, to].map(Vec2::angled) {
            mesh.colored_vertex(centre + inner * angle, stroke.color);
            mesh.colored_vertex(centre + outer * angle, stroke.color);
        }
        mesh.add_triangle(at, at + 1, at + 2);
        mesh.add_triangle(at + 1, at + 2, at + 3);
    }
    mesh
}

fn text(ui: &Ui, it: &Text, at: Pos2, shapes: &mut Vec<Shape>) {
    let style = match it.weight {
        Weight::Regular => Style::Sans,
        Weight::Bold => Style::SansBold,
    };
    let format = TextFormat::simple(FontId::new(it.size, family(style)), Color32::PLACEHOLDER);
    let galley = label(ui, &it.text, format, f32::INFINITY, 1);
    let from = vec2(
        match it.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => -galley.size().x / 2.0,
            Anchor::End => -galley.size().x,
        },
        -baseline(&galley),
    );
    let (corner, angle) =
        if it.upward { (at + vec2(from.y, -from.x), -FRAC_PI_2) } else { (at + from, 0.0) };
    let whole = |corner: Pos2, ink: Color32| {
        let shape = TextShape::new(corner, Arc::clone(&galley), ink);
        Shape::from(shape.with_override_text_color(ink).with_angle(angle))
    };
    if let Some(halo) = it.halo {
        let around = [(-1.5, 0.0), (1.5, 0.0), (0.0, -1.5), (0.0, 1.5)];
        let rim = around.map(|(x, y)| whole(corner + vec2(x, y), colour(halo)));
        shapes.extend(rim);
    }
    shapes.push(whole(corner, theme::colour(it.colour)));
}

/// From the top of a text to the line its letters stand on.
fn baseline(galley: &Galley) -> f32 {
    let row = galley.rows.first();
    let letter = row.and_then(|row| Some((row, row.glyphs.first()?)));
    letter.map_or(galley.size().y * 0.8, |(row, glyph)| row.pos.y + glyph.pos.y)
}

/// A place in the window as a scene has it.
pub fn point(at: Pos2, origin: Pos2) -> Point {
    let at = pos2(at.x - origin.x, at.y - origin.y);
    Point { x: at.x, y: at.y }
}

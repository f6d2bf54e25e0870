//! Owns the display list of a figure: flat shapes and texts in logical units, from the top left, in the order of
//! painting. Figures fill it; SVG and PNG are made from it, and a window may paint it too.

use crate::base::AnnotationId;
use crate::base::theme::Rgb;
use crate::export::measure::{Weight, text_width};

/// A place, in logical units from the top left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    pub x: f32,
    pub y: f32,
}

/// An upright rectangle; `right` and `bottom` are never less than `left` and `top`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

/// A drawn line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    pub colour: Rgb,
    pub width: f32,
    /// From 0 to 1.
    pub opacity: f32,
    /// Lengths of dashes and gaps in turn; empty for a solid line.
    pub dash: &'static [f32],
}

/// How a shape is filled and outlined.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Paint {
    /// Colour and opacity from 0 to 1.
    pub fill: Option<(Rgb, f32)>,
    pub stroke: Option<Stroke>,
}

/// Which point of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// One line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// On the baseline.
    pub at: Point,
    pub text: String,
    /// Height of an em.
    pub size: f32,
    pub weight: Weight,
    pub colour: Rgb,
    pub anchor: Anchor,
    /// Turned a quarter to the left, so that it reads upward.
    pub upward: bool,
    /// The colour of a rim around the letters, which keeps lines beneath from running into them.
    pub halo: Option<Rgb>,
    /// The whole text where `text` is only a part of it.
    pub whole: Option<String>,
}

/// One thing to paint.
#[derive(Debug, Clone, PartialEq)]
pub enum Prim {
    Rect {
        rect: Rect,
        paint: Paint,
    },
    Line {
        from: Point,
        to: Point,
        stroke: Stroke,
    },
    Polyline {
        points: Vec<Point>,
        stroke: Stroke,
    },
    Polygon {
        points: Vec<Point>,
        paint: Paint,
    },
    Circle {
        centre: Point,
        radius: f32,
        paint: Paint,
    },
    Text(Text),
    /// Things that belong together and have a name: a mark, a cell, a line.
    Group {
        /// The annotations behind it.
        annotations: Vec<AnnotationId>,
        /// What a screen reader says.
        title: String,
        items: Vec<Prim>,
    },
}

/// A finished picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    pub width: f32,
    pub height: f32,
    /// What the picture is, for those who do not see it.
    pub title: String,
    /// None for a picture without ground.
    pub ground: Option<Rgb>,
    pub items: Vec<Prim>,
    /// What the size left no room for, as the picture says it too; none if all is shown.
    pub left_out: Option<String>,
}

/// Where a text stands.
#[derive(Debug, Clone, PartialEq)]
pub struct TextBox {
    pub rect: Rect,
    pub text: String,
}

/// Height of letters over the baseline and depth under it, in ems.
pub(super) const ASCENT: f32 = 0.80;
pub(super) const DESCENT: f32 = 0.24;

impl Scene {
    /// The rectangle of every text, in the order of painting.
    pub fn text_boxes(&self) -> Vec<TextBox> {
        let mut boxes = Vec::new();
        collect_boxes(&self.items, &mut boxes);
        boxes
    }

    /// The annotations of the topmost group with a shape within `reach` of a point; empty if there is none.
    pub fn hit(&self, at: Point, reach: f32) -> &[AnnotationId] {
        hit(&self.items, at, reach).unwrap_or_default()
    }
}

fn collect_boxes(items: &[Prim], boxes: &mut Vec<TextBox>) {
    for item in items {
        match item {
            Prim::Text(text) => {
                boxes.push(TextBox { rect: text.bounds(), text: text.text.clone() });
            }
            Prim::Group { items, .. } => collect_boxes(items, boxes),
            _ => {}
        }
    }
}

fn hit(items: &[Prim], at: Point, reach: f32) -> Option<&[AnnotationId]> {
    items.iter().rev().find_map(|item| match item {
        Prim::Group { annotations, items, .. } => hit(items, at, reach).or_else(|| {
            let touched = items.iter().filter_map(Prim::bounds).any(|it| it.grown(reach).holds(at));
            (touched && !annotations.is_empty()).then_some(annotations.as_slice())
        }),
        _ => None,
    })
}

impl Prim {
    /// The rectangle around it; none for an empty group.
    pub fn bounds(&self) -> Option<Rect> {
        match self {
            Prim::Rect { rect, .. } => Some(*rect),
            Prim::Line { from, to, .. } => Rect::around([*from, *to]),
            Prim::Polyline { points, .. } | Prim::Polygon { points, .. } => {
                Rect::around(points.iter().copied())
            }
            Prim::Circle { centre, radius, .. } => Some(Rect::square(*centre, *radius)),
            Prim::Text(text) => Some(text.bounds()),
            Prim::Group { items, .. } => {
                items.iter().filter_map(Prim::bounds).reduce(|one, other| one.join(other))
            }
        }
    }
}

impl Text {
    /// The rectangle of its letters, by the widths of the bundled fonts.
    pub fn bounds(&self) -> Rect {
        let width = text_width(&self.text, self.size, self.weight);
        let start = match self.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => -width / 2.0,
            Anchor::End => -width,
        };
        let (up, down) = (self.size * ASCENT, self.size * DESCENT);
        let Point { x, y } = self.at;
        if self.upward {
            Rect { left: x - up, top: y - start - width, right: x + down, bottom: y - start }
        } else {
            Rect { left: x + start, top: y - up, right: x + start + width, bottom: y + down }
        }
    }
}

impl Rect {
    /// From the top left corner, width and height; a negative extent counts as none.
    pub fn sized(left: f32, top: f32, width: f32, height: f32) -> Self {
        Self { left, top, right: left + width.max(0.0), bottom: top + height.max(0.0) }
    }

    /// Around a point, `reach` to each side.
    pub fn square(centre: Point, reach: f32) -> Self {
        let Point { x, y } = centre;
        Self { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach }
    }

    /// The smallest that holds all the points.
    pub fn around(points: impl IntoIterator<Item = Point>) -> Option<Self> {
        points.into_iter().map(|point| Self::square(point, 0.0)).reduce(|a, b| a.join(b))
    }

    pub fn width(&self) -> f32 {
        self.right - self.left
    }

    pub fn height(&self) -> f32 {
        self.bottom - self.top
    }

    pub fn join(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    pub fn grown(self, by: f32) -> Self {
        Self {
            left: self.left - by,
            top: self.top - by,
            right: self.right + by,
            bottom: self.bottom + by,
        }
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether `other` lies wholly within.
    pub fn contains(&self, other: &Self) -> bool {
        self.left <= other.left
            && self.top <= other.top
            && other.right <= self.right
            && other.bottom <= self.bottom
    }

    /// From a point to the nearest point of the rectangle; 0 within.
    pub fn distance(&self, to: Point) -> f32 {
        let across = (self.left - to.x).max(to.x - self.right).max(0.0);
        let down = (self.top - to.y).max(to.y - self.bottom).max(0.0);
        across.hypot(down)
    }

    fn holds(&self, at: Point) -> bool {
        self.left <= at.x && at.x <= self.right && self.top <= at.y && at.y <= self.bottom
    }
}

impl Stroke {
    /// A solid line.
    pub fn solid(colour: Rgb, width: f32) -> Self {
        Self { colour, width, opacity: 1.0, dash: &[] }
    }

    pub fn dashed(self, dash: &'static [f32]) -> Self {
        Self { dash, ..self }
    }

    pub fn faint(self, opacity: f32) -> Self {
        Self { opacity, ..self }
    }
}

impl Paint {
    pub fn filled(colour: Rgb) -> Self {
        Self { fill: Some((colour, 1.0)), stroke: None }
    }

    pub fn tinted(colour: Rgb, opacity: f32) -> Self {
        Self { fill: Some((colour, opacity)), stroke: None }
    }

    pub fn outlined(self, stroke: Stroke) -> Self {
        Self { stroke: Some(stroke), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::IdMint;
    use crate::base::theme::FIGURE;

    #[test]
    fn a_hit_finds_the_topmost_mark() {
        let mut mint = IdMint::seeded("scene");
        let ids = [AnnotationId::mint(&mut mint), AnnotationId::mint(&mut mint)];
        let mark = |id, x| Prim::Group {
            annotations: vec![id],
            title: String::new(),
            items: vec![Prim::Circle {
                centre: Point { x, y: 10.0 },
                radius: 4.0,
                paint: Paint::filled(FIGURE.text),
            }],
        };
        let scene = Scene {
            width: 40.0,
            height: 20.0,
            title: String::new(),
            ground: None,
            items: vec![mark(ids[0], 10.0), mark(ids[1], 15.0)],
            left_out: None,
        };
        assert_eq!(scene.hit(Point { x: 12.0, y: 10.0 }, 0.0), [ids[1]]);
        assert_eq!(scene.hit(Point { x: 7.0, y: 10.0 }, 0.0), [ids[0]]);
        assert!(scene.hit(Point { x: 30.0, y: 10.0 }, 1.0).is_empty());
    }

    #[test]
    fn an_upward_text_stands_over_its_place() {
        let text = |upward, anchor| Text {
            at: Point { x: 50.0, y: 100.0 },
            text: "Meridian".to_owned(),
            size: 10.0,
            weight: Weight::Regular,
            colour: FIGURE.text,
            anchor,
            upward,
            halo: None,
            whole: None,
        };
        let (flat, up) = (text(false, Anchor::Start).bounds(), text(true, Anchor::Start).bounds());
        assert!((flat.width() - up.height()).abs() < 1e-3);
        assert_eq!((flat.left, up.bottom), (50.0, 100.0));
        assert_eq!(text(true, Anchor::End).bounds().top, 100.0);
    }
}

//! Owns which pixels a triangle covers, in whole numbers, and how colours and texture places run across it. A pixel on
//! the edge between two triangles belongs to exactly one of them (the top-left rule), so nothing is painted twice.

use eframe::egui::epaint::{Mesh, Vertex};

use super::canvas::{Canvas, Clip, Fill, Pixel, over, times};
use super::texture::Texture;

/// Corners are rounded to this part of a pixel: so small differences in egui's floats leave no trace.
const PARTS: i64 = 256;

/// Paints all triangles of a mesh whose corners stand in points.
pub fn paint(mesh: &Mesh, texture: &Texture, scale: f32, clip: Clip, canvas: &mut Canvas) {
    for corners in mesh.indices.as_chunks::<3>().0 {
        let corners = corners.map(|at| mesh.vertices[at as usize]);
        if let Some(shape) = Shape::new(corners, scale) {
            let flat = corners.iter().all(|it| it.color == corners[0].color);
            let plain = corners.iter().all(|it| it.uv == corners[0].uv);
            if flat && plain {
                fill(&shape, texture, clip, canvas);
            } else {
                shade(&shape, flat, texture, clip, canvas);
            }
        }
    }
}

/// A triangle of one colour, by far the most common.
fn fill(shape: &Shape, texture: &Texture, clip: Clip, canvas: &mut Canvas) {
    let vertex = shape.corners[0];
    let texel = texture.sample(
        f64::from(vertex.uv.x) * texture.width(),
        f64::from(vertex.uv.y) * texture.height(),
    );
    let area = shape.area(clip);
    let colour = Fill::new(times(vertex.color.to_array(), texel), area.right - area.left);
    for y in area.top..area.bottom {
        if let Some((left, right)) = shape.span(y, area) {
            colour.over(canvas.span(y, left, right));
        }
    }
}

/// A triangle of several colours or with a picture on it.
fn shade(shape: &Shape, flat: bool, texture: &Texture, clip: Clip, canvas: &mut Canvas) {
    let area = shape.area(clip);
    let u = shape.slope(|it| f64::from(it.uv.x) * texture.width());
    let v = shape.slope(|it| f64::from(it.uv.y) * texture.height());
    let channels = [0, 1, 2, 3].map(|at| shape.slope(|it| f64::from(it.color.to_array()[at])));
    let pictured = u.varies() || v.varies();
    let mut texel = texture.sample(u.start, v.start);
    let mut colour = shape.corners[0].color.to_array();
    for y in area.top..area.bottom {
        let Some((left, right)) = shape.span(y, area) else { continue };
        for (x, pixel) in (left..).zip(canvas.span(y, left, right).as_chunks_mut::<4>().0) {
            if pictured {
                texel = texture.sample(u.at(x, y), v.at(x, y));
            }
            if texel != [0; 4] {
                if !flat {
                    colour = blend_of(&channels, x, y);
                }
                over(pixel, if texel == [255; 4] { colour } else { times(colour, texel) });
            }
        }
    }
}

fn blend_of(channels: &[Slope; 4], x: usize, y: usize) -> Pixel {
    // Casting cuts at 0 and 255, as does the GPU.
    [
        (channels[0].at(x, y) + 0.5) as u8,
        (channels[1].at(x, y) + 0.5) as u8,
        (channels[2].at(x, y) + 0.5) as u8,
        (channels[3].at(x, y) + 0.5) as u8,
    ]
}

/// A triangle in parts of a pixel, its corners clockwise on the screen.
struct Shape {
    corners: [Vertex; 3],
    points: [(i64, i64); 3],
    edges: [Edge; 3],
    /// Twice its surface, above 0.
    surface: i64,
}

impl Shape {
    /// None for a triangle without a surface.
    fn new(mut corners: [Vertex; 3], scale: f32) -> Option<Self> {
        let part = |at: f32| {
            let parts = (f64::from(at) * f64::from(scale) * PARTS as f64).round() as i64;
            // Far outside of any picture, and small enough for the products.
            parts.clamp(-(1 << 26), 1 << 26)
        };
        let mut points = corners.map(|it| (part(it.pos.x), part(it.pos.y)));
        let surface = Edge::between(points[0], points[1]).height(points[2]);
        if surface == 0 {
            return None;
        }
        if surface < 0 {
            points.swap(1, 2);
            corners.swap(1, 2);
        }
        let edges =
            [(0, 1), (1, 2), (2, 0)].map(|(from, to)| Edge::between(points[from], points[to]));
        Some(Self { corners, points, edges, surface: surface.abs() })
    }

    /// The part of the clip around the triangle.
    fn area(&self, clip: Clip) -> Clip {
        let xs = self.points.map(|it| it.0);
        let ys = self.points.map(|it| it.1);
        let least = |of: [i64; 3]| of[0].min(of[1]).min(of[2]).div_euclid(PARTS).max(0) as usize;
        let most = |of: [i64; 3]| of[0].max(of[1]).max(of[2]).div_euclid(PARTS).max(-1) + 1;
        let (left, top) = (clip.left.max(least(xs)), clip.top.max(least(ys)));
        Clip {
            left,
            right: clip.right.min(most(xs) as usize).max(left),
            top,
            bottom: clip.bottom.min(most(ys) as usize).max(top),
        }
    }

    /// The columns of row `y` whose middles lie within.
    fn span(&self, y: usize, area: Clip) -> Option<(usize, usize)> {
        let (mut left, mut right) = (area.left as i64, area.right as i64);
        for edge in &self.edges {
            let slope = -edge.dy * PARTS;
            let first = edge.height((PARTS / 2, y as i64 * PARTS + PARTS / 2)) - edge.strictness();
            // Within where first + slope * x >= 0.
            if slope > 0 {
                left = left.max(-first.div_euclid(slope));
            } else if slope < 0 {
                right = right.min(first.div_euclid(-slope) + 1);
            } else if first < 0 {
                return None;
            }
        }
        (left < right).then_some((left as usize, right as usize))
    }

    /// How a value that is known at the corners runs over the pixels.
    fn slope(&self, value: impl Fn(&Vertex) -> f64) -> Slope {
        let [a, b, c] = [0, 1, 2].map(|at| value(&self.corners[at]));
        if a == b && b == c {
            return Slope { start: a, across: 0.0, down: 0.0 };
        }
        let [p, q, r] = self.points.map(|(x, y)| (x as f64, y as f64));
        let per_pixel = PARTS as f64 / self.surface as f64;
        let across = ((b - a) * (r.1 - p.1) - (c - a) * (q.1 - p.1)) * per_pixel;
        let down = ((c - a) * (q.0 - p.0) - (b - a) * (r.0 - p.0)) * per_pixel;
        let middle = |of: f64| 0.5 - of / PARTS as f64;
        Slope { start: a + across * middle(p.0) + down * middle(p.1), across, down }
    }
}

/// One side of a triangle.
struct Edge {
    from: (i64, i64),
    dx: i64,
    dy: i64,
}

impl Edge {
    fn between(from: (i64, i64), to: (i64, i64)) -> Self {
        Self { from, dx: to.0 - from.0, dy: to.1 - from.1 }
    }

    /// Above 0 on the inner side, 0 on the edge.
    fn height(&self, (x, y): (i64, i64)) -> i64 {
        self.dx * (y - self.from.1) - self.dy * (x - self.from.0)
    }

    /// 0 where a pixel on the edge belongs to the triangle, else 1.
    fn strictness(&self) -> i64 {
        let (is_top, is_left) = (self.dy == 0 && self.dx > 0, self.dy < 0);
        i64::from(!is_top && !is_left)
    }
}

/// A value that changes evenly: at the middle of the first pixel, and by how much with every column and row.
struct Slope {
    start: f64,
    across: f64,
    down: f64,
}

impl Slope {
    fn at(&self, x: usize, y: usize) -> f64 {
        self.start + self.across * x as f64 + self.down * y as f64
    }

    fn varies(&self) -> bool {
        self.across != 0.0 || self.down != 0.0
    }
}

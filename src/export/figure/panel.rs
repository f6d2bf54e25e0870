//! Owns one panel of the casualty figure: its grid, disputes, lines and marks.

use crate::base::words::Position;
use crate::export::figure::axes::{Across, Up};
use crate::export::figure::frame::{PALETTE, Sizes, text};
use crate::export::figure::labels::Label;
use crate::export::figure::marks;
use crate::export::figure::numbers::{self, Room};
use crate::export::figure::places::places;
use crate::export::figure::space::{Lanes, Taken};
use crate::export::measure::{Weight, text_width, wrap};
use crate::export::scene::{Anchor, Paint, Point, Prim, Rect, Stroke, Text};
use crate::views::chart::{Bound, CountScale, Dispute, Mark, MarkTime, Panel, StepLine};

/// The length of the figure at the end of a label, which begins with the name of the claimant.
fn figure_of(line: &StepLine) -> usize {
    let figure = line.label.strip_prefix(line.claimant.as_str()).map_or(0, str::len);
    if figure <= 40 { figure } else { 0 }
}

/// All marks of the panel stand at one height.
pub(super) fn is_one_row(panel: &Panel) -> bool {
    let mut marks = panel.marks.iter();
    let first = marks.next().map(|mark| mark.value);
    let is_range = |mark: &Mark| matches!(mark.bound, Bound::Range(_));
    !panel.marks.iter().any(is_range) && marks.all(|mark| Some(mark.value) == first)
}

/// What a panel is drawn with.
pub(super) struct Drawing<'a> {
    pub panel: &'a Panel,
    /// Its place among the panels.
    pub number: usize,
    pub across: &'a Across<'a>,
    pub scale: CountScale,
    pub plot: Rect,
    /// Room beneath the plot that words at marks may stand in.
    pub below: f32,
    pub sizes: Sizes,
    /// Reach of a mark.
    pub reach: f32,
}

/// Height of the row of zeros under a logarithmic axis, at 1600 × 900.
pub(super) const ZERO_ROW: f32 = 24.0;

/// Length of the arrow of "at least", at 1600 × 900.
const ARROW: f32 = 17.0;

impl Drawing<'_> {
    /// Draws the panel and gives the labels that want to stand at its right.
    pub fn draw(&self, items: &mut Vec<Prim>) -> Vec<Label> {
        let rises = self.panel.marks.iter().any(|mark| mark.bound == Bound::Up);
        let ringed = self.panel.marks.iter().any(|mark| mark.inexact);
        let beside = self.reach * if ringed { 1.6 } else { 0.75 };
        let words = numbers::size(self.sizes) * 1.1 + beside;
        let arrow = self.reach + self.sizes.units(ARROW + 4.0);
        let head = if rises { arrow } else { words + self.sizes.units(3.0) };
        let foot = words + self.sizes.units(3.0) - self.below;
        // A panel of several heights needs room between them first.
        let (most_head, most_foot) =
            if is_one_row(self.panel) { (0.55, 0.4) } else { (0.36, 0.22) };
        let head = head.min(self.plot.height() * most_head);
        let foot = foot.min(self.plot.height() * most_foot);
        let zero_row = self.sizes.units(ZERO_ROW).min(self.plot.height() * 0.35);
        let up = Up::new(&self.panel.axis, self.scale, self.plot, [head, foot], zero_row);
        let places = places(&self.panel.marks, self.across, &up, self.reach);
        let mut taken = Taken::default();
        self.across.grid(self.plot.top, self.plot.bottom, items);
        let mut grid = Taken::default();
        for y in up.labels(&self.panel.axis, self.across, self.sizes, items) {
            grid.take(Rect {
                left: self.plot.left,
                top: y - 1.0,
                right: self.plot.right,
                bottom: y + 1.0,
            });
        }
        let shades: Vec<Option<Rect>> =
            self.panel.disputes.iter().map(|dispute| self.shade(dispute, &places, items)).collect();
        self.stretches(&places, &mut grid, items);
        let mut labels = self.lines(&places, &mut taken, items);
        let mut drawn = Vec::new();
        for (mark, place) in self.panel.marks.iter().zip(&places) {
            self.mark(mark, *place, &up, &mut taken, &mut drawn);
        }
        for (dispute, shade) in self.panel.disputes.iter().zip(shades) {
            labels.extend(
                shade.and_then(|it| self.dispute_words(dispute, it, &grid, &mut taken, items)),
            );
        }
        items.append(&mut drawn);
        let plot = Rect { bottom: self.plot.bottom + self.below, ..self.plot };
        let room = Room { plot, sizes: self.sizes, reach: self.reach, grid: &grid };
        numbers::set(self.panel, &places, &room, &mut taken, items);
        labels
    }

    /// Shades what two claims dispute; none if one of them is not there.
    fn shade(&self, dispute: &Dispute, places: &[Point], items: &mut Vec<Prim>) -> Option<Rect> {
        let (lower, upper) = (places.get(dispute.lower)?, places.get(dispute.upper)?);
        let (left, right) = match dispute.during {
            None => (self.across.left, self.across.gutter),
            Some((start, end)) => {
                let (start, end) = (self.across.x(start), self.across.x(end));
                let end = if self.reaches_end(dispute) { self.across.right } else { end };
                (start, end.max(start + self.reach))
            }
        };
        let (top, bottom) = (lower.y.min(upper.y), lower.y.max(upper.y));
        let rect = Rect { left, top, right, bottom };
        let paint = Paint::tinted(PALETTE.position(Position::Condemn).mark, 0.1);
        let annotations = [dispute.lower, dispute.upper]
            .iter()
            .filter_map(|place| Some(self.panel.marks.get(*place)?.annotation))
            .collect();
        items.push(Prim::Group {
            annotations,
            title: dispute.words.clone(),
            items: vec![Prim::Rect { rect, paint }],
        });
        Some(rect)
    }

    /// Whether a dispute lasts to the end of the time axis, as the lines do that it lies between.
    fn reaches_end(&self, dispute: &Dispute) -> bool {
        let end = dispute.during.map(|(_, end)| self.across.x(end));
        end.is_some_and(|end| self.across.x(i64::MAX) <= end + 0.5)
    }

    /// Writes the words of a dispute into its shade or near it; gives a label for the column if there is no room.
    fn dispute_words(
        &self,
        dispute: &Dispute,
        shade: Rect,
        grid: &Taken,
        taken: &mut Taken,
        items: &mut Vec<Prim>,
    ) -> Option<Label> {
        let size = self.sizes.note();
        let leading = size * 1.28;
        let within = shade.width() - self.sizes.units(16.0);
        let near = (self.plot.width() * 0.5).min(self.sizes.units(360.0));
        let fits = |rect: &Rect, taken: &Taken| self.plot.contains(rect) && taken.is_free(rect);
        for (width, centre) in [
            (within, (shade.left + shade.right) / 2.0),
            (near, shade.left - near / 2.0 - self.sizes.units(12.0)),
            (near, shade.right + near / 2.0 + self.sizes.units(12.0)),
        ] {
            let wrapped = wrap(&dispute.words, size, Weight::Regular, width, 4);
            let wide = wrapped.lines.iter().map(|it| text_width(it, size, Weight::Regular));
            let wide = wide.fold(0.0, f32::max) + 4.0;
            if !wrapped.complete || width < wide - 4.0 || width < self.sizes.units(70.0) {
                continue;
            }
            let tall = leading * wrapped.lines.len() as f32;
            let middle = (shade.top + shade.bottom) / 2.0;
            let spots =
                (0..24).flat_map(|step| [middle + step as f32 * 5.0, middle - step as f32 * 5.0]);
            let centre = if width == within {
                centre
            } else if centre < shade.left {
                shade.left - wide / 2.0 - self.sizes.units(12.0)
            } else {
                shade.right + wide / 2.0 + self.sizes.units(12.0)
            };
            let room = |y: f32| Rect::sized(centre - wide / 2.0, y - tall / 2.0, wide, tall);
            let spots: Vec<Rect> = spots.map(room).filter(|rect| fits(rect, taken)).collect();
            let clear = spots.iter().find(|rect| grid.is_free(rect));
            let Some(rect) = clear.or(spots.first()).copied() else { continue };
            taken.take(rect);
            let colour = PALETTE.position(Position::Condemn).ink;
            for (place, line) in wrapped.lines.iter().enumerate() {
                let at = Point { x: centre, y: rect.top + size * 0.97 + leading * place as f32 };
                let text = text(line, at, size, colour, Anchor::Middle);
                items.push(Prim::Text(Text { halo: Some(PALETTE.page), ..text }));
            }
            return None;
        }
        Some(Label {
            panel: self.number,
            line: None,
            y: (shade.top + shade.bottom) / 2.0,
            x: shade.right,
            words: dispute.words.clone(),
            tail: 0,
            colour: PALETTE.position(Position::Condemn).ink,
            joined: true,
        })
    }

    /// Pale bars where only a stretch of time is known.
    fn stretches(&self, places: &[Point], grid: &mut Taken, items: &mut Vec<Prim>) {
        for (mark, place) in self.panel.marks.iter().zip(places) {
            if let (_, Some((start, end))) = self.across.place(mark.at) {
                let half = self.reach * 0.5;
                let rect = Rect {
                    left: start,
                    top: place.y - half,
                    right: end.max(start + 1.0),
                    bottom: place.y + half,
                };
                grid.take(rect);
                let paint = Paint::tinted(marks::tone(mark.colour).0, 0.24);
                items.push(Prim::Rect { rect, paint });
            }
        }
    }

    /// Step lines, each held until the next claim and the last to the end of the axis.
    fn lines(&self, places: &[Point], taken: &mut Taken, items: &mut Vec<Prim>) -> Vec<Label> {
        let mut labels = Vec::new();
        let mut lanes = Lanes::default();
        let width = (self.reach * 0.27).max(1.0);
        for (number, line) in self.panel.lines.iter().enumerate() {
            let known = line
                .marks
                .iter()
                .filter_map(|place| Some((self.panel.marks.get(*place)?, *places.get(*place)?)));
            let known: Vec<(&Mark, Point)> = known.collect();
            let Some((last, end)) = known.last().copied() else { continue };
            let (colour, dash) = marks::tone(Some(line.colour));
            let timed = known.iter().filter(|it| matches!(it.0.at, MarkTime::Known { .. }));
            let steps: Vec<Point> = timed.map(|it| it.1).collect();
            let runs = 1 < steps.len();
            let ends = steps.iter().skip(1).map(|it| it.x).chain([self.across.right]);
            let mut level = end.y;
            let mut points: Vec<Point> = Vec::new();
            for (step, to) in steps.iter().zip(ends) {
                level = step.y + lanes.take(step.y, step.x.min(to), to.max(step.x)) * width * 1.3;
                points.extend([step.x, to].map(|x| Point { x, y: level }));
            }
            if runs {
                for pair in points.windows(2) {
                    taken.take(Rect::around(pair.iter().copied()).unwrap_or(self.plot).grown(1.5));
                }
                let stroke = Stroke::solid(colour, width).dashed(dash);
                items.push(Prim::Group {
                    annotations: known.iter().map(|it| it.0.annotation).collect(),
                    title: line.label.clone(),
                    items: vec![Prim::Polyline { points, stroke }],
                });
            } else {
                let to = Point { x: self.across.right, y: end.y };
                taken.take(Rect::around([end, to]).unwrap_or(self.plot).grown(1.0));
            }
            labels.push(Label {
                panel: self.number,
                line: Some(number),
                y: level,
                x: if runs {
                    self.across.right
                } else {
                    end.x + marks::radius(last, self.reach) + 4.0
                },
                words: line.label.clone(),
                tail: figure_of(line),
                colour,
                joined: !runs,
            });
        }
        labels
    }

    /// A mark with the bounds of its figure.
    fn mark(&self, mark: &Mark, at: Point, up: &Up, taken: &mut Taken, items: &mut Vec<Prim>) {
        let (colour, _) = marks::tone(mark.colour);
        let radius = marks::radius(mark, self.reach);
        let stroke = Stroke::solid(colour, (self.reach * 0.24).max(1.0)).faint(if mark.faint {
            0.4
        } else {
            1.0
        });
        let edge = radius + if mark.inexact { self.reach * 0.45 } else { 0.0 };
        let mut parts = Vec::new();
        match mark.bound {
            Bound::Point => {}
            Bound::Up | Bound::Down => {
                let is_up = mark.bound == Bound::Up;
                let sign = if is_up { -1.0 } else { 1.0 };
                let from = Point { x: at.x, y: at.y + sign * (edge + 1.0) };
                let edge_of_plot = if is_up { self.plot.top } else { self.plot.bottom };
                let length = self.sizes.units(ARROW - 4.0).min((from.y - edge_of_plot).abs());
                parts.extend(marks::arrow(from, length, is_up, stroke));
            }
            Bound::Range(high) => {
                let top = Point { x: at.x, y: up.y(high) };
                let cap = self.reach * 0.75;
                parts.push(Prim::Line {
                    from: at,
                    to: top,
                    stroke: Stroke { width: stroke.width * 1.6, ..stroke },
                });
                parts.push(Prim::Line {
                    from: Point { x: top.x - cap, y: top.y },
                    to: Point { x: top.x + cap, y: top.y },
                    stroke,
                });
            }
        }
        parts.extend(marks::shape(mark, at, self.reach, colour));
        let group = Prim::Group {
            annotations: vec![mark.annotation],
            title: format!("{}. {}", mark.evidence.saturating_add(1), mark.name),
            items: parts,
        };
        taken.take(group.bounds().unwrap_or(Rect::square(at, edge)).grown(0.5));
        items.push(group);
    }
}

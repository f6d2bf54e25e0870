//! Owns one panel of the casualty figure: its grid, disputes, lines and marks.

use crate::base::AnnotationId;
use crate::base::words::Position;
use crate::export::figure::axes::{Across, Up};
use crate::export::figure::frame::{counted, text};
use crate::export::figure::labels::Label;
use crate::export::figure::marks;
use crate::export::figure::numbers::{self, Room};
use crate::export::figure::places::{Place, places};
use crate::export::figure::shades;
use crate::export::figure::space::{Lanes, Taken};
use crate::export::figure::style::Style;
use crate::export::measure::{Weight, text_width, wrap};
use crate::export::scene::{Anchor, Paint, Point, Prim, Rect, Stroke, Text};
use crate::views::chart::{Bound, CountScale, Dispute, Mark, MarkTime, Panel, StepLine};

/// The length of the figure at the end of a label, which begins with the name of the claimant.
fn figure_of(words: &str, claimant: &str) -> usize {
    let figure = words.strip_prefix(claimant).map_or(0, str::len);
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
    pub across: &'a Across,
    pub scale: CountScale,
    pub plot: Rect,
    /// Room beneath the plot that words at marks may stand in.
    pub below: f32,
    pub style: Style,
    /// Reach of a mark.
    pub reach: f32,
}

/// What is drawn of a step line.
struct Run {
    /// The last mark that has been reached, and where it stands.
    last: usize,
    end: Point,
    /// How far the mark reaches from there.
    reach: f32,
    /// Level pieces: from here as far to the right.
    steps: Vec<(Point, f32)>,
    /// There are several marks with times to be joined.
    joins: bool,
    words: String,
    annotations: Vec<AnnotationId>,
}

/// Height of the row of zeros under a logarithmic axis, at 1600 × 900.
pub(super) const ZERO_ROW: f32 = 24.0;

/// Of more disputes in a panel only the largest are told in words.
const MOST_TOLD: usize = 5;

/// Length of the arrow of "at least", at 1600 × 900.
const ARROW: f32 = 17.0;

impl Drawing<'_> {
    /// Draws the panel and gives the labels that want to stand at its right.
    pub fn draw(&self, items: &mut Vec<Prim>) -> Vec<Label> {
        let rises = self.panel.marks.iter().any(|mark| mark.bound == Bound::Up);
        let ringed = self.panel.marks.iter().any(|mark| mark.inexact);
        let beside = self.reach * if ringed { 1.6 } else { 0.75 };
        let words = numbers::size(self.style) * 1.1 + beside;
        let arrow = self.reach + self.style.units(ARROW + 4.0);
        let head = if rises { arrow } else { words + self.style.units(3.0) };
        let foot = words + self.style.units(3.0) - self.below;
        // A panel of several heights needs room between them first.
        let (most_head, most_foot) =
            if is_one_row(self.panel) { (0.55, 0.4) } else { (0.36, 0.22) };
        let head = head.min(self.plot.height() * most_head);
        let foot = foot.min(self.plot.height() * most_foot);
        let zero_row = self.style.units(ZERO_ROW).min(self.plot.height() * 0.35);
        let up = Up::new(&self.panel.axis, self.scale, self.plot, [head, foot], zero_row);
        let places = places(&self.panel.marks, self.across, &up, self.plot, self.reach);
        let mut taken = Taken::of(self.plot);
        self.across.grid(self.plot.top, self.plot.bottom, self.style, items);
        let mut grid = Taken::of(self.plot);
        for y in up.labels(&self.panel.axis, self.across, self.style, items) {
            grid.take(Rect {
                left: self.plot.left,
                top: y - 1.0,
                right: self.plot.right,
                bottom: y + 1.0,
            });
        }
        let shades: Vec<(&Dispute, Rect)> = self
            .panel
            .disputes
            .iter()
            .filter_map(|dispute| Some((dispute, self.shade(dispute, &places)?)))
            .collect();
        self.shades(&shades, items);
        self.stretches(&places, &mut grid, items);
        let (mut labels, lasts) = self.lines(&places, &mut taken, items);
        let mut drawn = Vec::new();
        for (mark, place) in self.panel.marks.iter().zip(&places).filter(|it| it.1.shown) {
            self.mark(mark, place.at, &up, &mut taken, &mut drawn);
        }
        labels.extend(self.tell_disputes(shades, &grid, &mut taken, items));
        items.append(&mut drawn);
        let plot = Rect { bottom: self.plot.bottom + self.below, ..self.plot };
        let room = Room { plot, style: self.style, reach: self.reach, grid: &grid };
        numbers::set(self.panel, &places, &lasts, &room, &mut taken, items);
        labels
    }

    /// What is shaded for two claims in dispute; none if one of them is not there.
    fn shade(&self, dispute: &Dispute, places: &[Place]) -> Option<Rect> {
        let (lower, upper) = (places.get(dispute.lower)?.at, places.get(dispute.upper)?.at);
        let (left, right) = match dispute.during {
            None => (self.across.left, self.across.gutter),
            Some(during) if !self.across.reaches(during) => return None,
            Some((start, end)) => {
                let (start, end) = (self.across.x(start), self.across.x(end));
                let end = if self.reaches_end(dispute) { self.across.right } else { end };
                (start, end.max(start + self.reach).min(self.across.right))
            }
        };
        let (top, bottom) = (lower.y.min(upper.y), lower.y.max(upper.y));
        Some(Rect { left, top, right, bottom })
    }

    /// Shades disputes: each by itself, those over each other as one.
    fn shades(&self, shades: &[(&Dispute, Rect)], items: &mut Vec<Prim>) {
        let tint = Paint::tinted(self.style.palette.position(Position::Condemn).mark, 0.1);
        let rects: Vec<Rect> = shades.iter().map(|it| it.1).collect();
        let shared = shades::shared(&rects);
        let over = rects.iter().zip(&shared).filter(|it| *it.1).map(|it| *it.0);
        let union = shades::union(&over.collect::<Vec<_>>());
        items.extend(union.into_iter().map(|rect| Prim::Rect { rect, paint: tint }));
        for ((dispute, rect), is_shared) in shades.iter().zip(shared) {
            let annotations = [dispute.lower, dispute.upper]
                .iter()
                .filter_map(|place| Some(self.panel.marks.get(*place)?.annotation))
                .collect();
            let paint = if is_shared { Paint::default() } else { tint };
            items.push(Prim::Group {
                annotations,
                title: dispute.words.clone(),
                items: vec![Prim::Rect { rect: *rect, paint }],
            });
        }
    }

    /// Whether a dispute lasts to the end of the time axis, as the lines do that it lies between.
    fn reaches_end(&self, dispute: &Dispute) -> bool {
        let end = dispute.during.map(|(_, end)| self.across.x(end));
        end.is_some_and(|end| self.across.x(i64::MAX) <= end + 0.5)
    }

    /// Writes the words of the largest disputes, and how many more there are.
    fn tell_disputes(
        &self,
        mut seen: Vec<(&Dispute, Rect)>,
        grid: &Taken,
        taken: &mut Taken,
        items: &mut Vec<Prim>,
    ) -> Vec<Label> {
        let area = |it: Rect| it.width() * it.height();
        if MOST_TOLD < seen.len() {
            seen.sort_by(|one, other| area(other.1).total_cmp(&area(one.1)));
        }
        let (told, untold) = seen.split_at(seen.len().min(MOST_TOLD));
        let words = told.iter().map(|(dispute, shade)| (dispute.words.as_str(), *shade));
        let more = counted(untold.len(), "more dispute", "more disputes");
        let more = untold.first().map(|(_, shade)| (more.as_str(), *shade));
        let write =
            |(words, shade): (&str, Rect)| self.dispute_words(words, shade, grid, taken, items);
        words.chain(more).filter_map(write).collect()
    }

    /// Writes the words of a dispute into its shade or near it; gives a label for the column if there is no room.
    fn dispute_words(
        &self,
        words: &str,
        shade: Rect,
        grid: &Taken,
        taken: &mut Taken,
        items: &mut Vec<Prim>,
    ) -> Option<Label> {
        let size = self.style.note();
        let leading = size * 1.28;
        let within = shade.width() - self.style.units(16.0);
        let near = (self.plot.width() * 0.5).min(self.style.units(360.0));
        let fits = |rect: &Rect, taken: &Taken| self.plot.contains(rect) && taken.is_free(rect);
        for (width, centre) in [
            (within, (shade.left + shade.right) / 2.0),
            (near, shade.left - near / 2.0 - self.style.units(12.0)),
            (near, shade.right + near / 2.0 + self.style.units(12.0)),
        ] {
            let wrapped = wrap(words, size, Weight::Regular, width, 4);
            let wide = wrapped.lines.iter().map(|it| text_width(it, size, Weight::Regular));
            let wide = wide.fold(0.0, f32::max) + 4.0;
            if !wrapped.complete || width < wide - 4.0 || width < self.style.units(70.0) {
                continue;
            }
            let tall = leading * wrapped.lines.len() as f32;
            let middle = (shade.top + shade.bottom) / 2.0;
            let spots =
                (0..24).flat_map(|step| [middle + step as f32 * 5.0, middle - step as f32 * 5.0]);
            let centre = if width == within {
                centre
            } else if centre < shade.left {
                shade.left - wide / 2.0 - self.style.units(12.0)
            } else {
                shade.right + wide / 2.0 + self.style.units(12.0)
            };
            let room = |y: f32| Rect::sized(centre - wide / 2.0, y - tall / 2.0, wide, tall);
            let spots: Vec<Rect> = spots.map(room).filter(|rect| fits(rect, taken)).collect();
            let clear = spots.iter().find(|rect| grid.is_free(rect));
            let Some(rect) = clear.or(spots.first()).copied() else { continue };
            taken.take(rect);
            let colour = self.style.palette.position(Position::Condemn).ink;
            for (place, line) in wrapped.lines.iter().enumerate() {
                let at = Point { x: centre, y: rect.top + size * 0.97 + leading * place as f32 };
                let text = text(line, at, size, colour, Anchor::Middle);
                items.push(Prim::Text(Text { halo: Some(self.style.palette.page), ..text }));
            }
            return None;
        }
        Some(Label {
            panel: self.number,
            line: None,
            y: (shade.top + shade.bottom) / 2.0,
            x: shade.right,
            words: words.to_owned(),
            tail: 0,
            colour: self.style.palette.position(Position::Condemn).ink,
            joined: true,
        })
    }

    /// Pale bars where only a stretch of time is known.
    fn stretches(&self, places: &[Place], grid: &mut Taken, items: &mut Vec<Prim>) {
        for (mark, place) in self.panel.marks.iter().zip(places) {
            if let Some((start, end)) = self.across.stretch(mark.at) {
                let half = self.reach * 0.5;
                let rect = Rect {
                    left: start,
                    top: place.at.y - half,
                    right: end.max(start + 1.0).min(self.across.right),
                    bottom: place.at.y + half,
                };
                grid.take(rect);
                let paint = Paint::tinted(marks::tone(mark.colour, self.style).0, 0.24);
                items.push(Prim::Rect { rect, paint });
            }
        }
    }

    /// Step lines, each held until the next claim and the last to the end of the axis. Gives their labels, and the marks
    /// whose figures these tell.
    fn lines(
        &self,
        places: &[Place],
        taken: &mut Taken,
        items: &mut Vec<Prim>,
    ) -> (Vec<Label>, Vec<usize>) {
        let (mut labels, mut lasts) = (Vec::new(), Vec::new());
        let mut lanes = Lanes::default();
        let width = (self.reach * 0.27).max(1.0);
        for (number, line) in self.panel.lines.iter().enumerate() {
            let Some(run) = self.run(line, places) else { continue };
            let (colour, dash) = marks::tone(Some(line.colour), self.style);
            let mut level = run.end.y;
            let mut points: Vec<Point> = Vec::new();
            for (step, to) in &run.steps {
                level = step.y + lanes.take(step.y, step.x.min(*to), to.max(step.x)) * width * 1.3;
                points.extend([step.x, *to].map(|x| Point { x, y: level }));
            }
            if run.joins {
                for pair in points.windows(2) {
                    taken.take(Rect::around(pair.iter().copied()).unwrap_or(self.plot).grown(1.5));
                }
                let stroke = Stroke::solid(colour, width).dashed(dash);
                items.push(Prim::Group {
                    annotations: run.annotations,
                    title: line.label.clone(),
                    items: vec![Prim::Polyline { points, stroke }],
                });
            } else {
                let to = Point { x: self.across.right, y: run.end.y };
                taken.take(Rect::around([run.end, to]).unwrap_or(self.plot).grown(1.0));
            }
            lasts.push(run.last);
            labels.push(Label {
                panel: self.number,
                line: Some(number),
                y: level,
                x: if run.joins { self.across.right } else { run.end.x + run.reach },
                tail: figure_of(&run.words, &line.claimant),
                words: run.words,
                colour,
                joined: !run.joins,
            });
        }
        (labels, lasts)
    }

    /// What is drawn of a line; none if it begins after the stretch of time that is shown.
    fn run(&self, line: &StepLine, places: &[Place]) -> Option<Run> {
        let known = line.marks.iter().filter_map(|place| {
            Some((*place, self.panel.marks.get(*place)?, *places.get(*place)?))
        });
        let known: Vec<(usize, &Mark, Place)> = known.collect();
        let annotations = known.iter().map(|it| it.1.annotation).collect();
        let is_timed = |it: &&(usize, &Mark, Place)| matches!(it.1.at, MarkTime::Known { .. });
        let joins = 1 < known.iter().filter(is_timed).count();
        let has_begun = |it: &&(usize, &Mark, Place)| self.across.has_begun(it.1.at);
        let (last, mark, end) = *known.iter().rev().find(has_begun)?;
        let begun: Vec<Place> =
            known.iter().filter(is_timed).filter(has_begun).map(|it| it.2).collect();
        // Of what was before the time shown only the last reaches into it.
        let first = begun.iter().rposition(|it| !it.shown).unwrap_or(0);
        let ends = begun.iter().skip(1).map(|it| it.at.x).chain([self.across.right]);
        let steps = begun.iter().map(|it| it.at).zip(ends).skip(first).collect();
        let reach = if end.shown { marks::radius(mark, self.reach) + 4.0 } else { 0.0 };
        let words = match known.last() {
            Some(it) if it.0 != last => format!("{} {}", line.claimant, mark.label),
            _ => line.label.clone(),
        };
        Some(Run { last, end: end.at, reach, steps, joins, words, annotations })
    }

    /// A mark with the bounds of its figure.
    fn mark(&self, mark: &Mark, at: Point, up: &Up, taken: &mut Taken, items: &mut Vec<Prim>) {
        let (colour, _) = marks::tone(mark.colour, self.style);
        let radius = marks::radius(mark, self.reach);
        let stroke =
            Stroke::solid(colour, (self.reach * 0.24).max(1.0)).faint(marks::opacity(mark));
        let edge = radius + if mark.inexact { self.reach * 0.45 } else { 0.0 };
        let mut parts = Vec::new();
        match mark.bound {
            Bound::Point => {}
            Bound::Up | Bound::Down => {
                let is_up = mark.bound == Bound::Up;
                let sign = if is_up { -1.0 } else { 1.0 };
                let from = Point { x: at.x, y: at.y + sign * (edge + 1.0) };
                let edge_of_plot = if is_up { self.plot.top } else { self.plot.bottom };
                let length = self.style.units(ARROW - 4.0).min((from.y - edge_of_plot).abs());
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
        parts.extend(marks::shape(mark, at, self.reach, colour, self.style.palette.page));
        let group = Prim::Group {
            annotations: vec![mark.annotation],
            title: format!("{}. {}", mark.evidence.saturating_add(1), mark.name),
            items: parts,
        };
        taken.take(group.bounds().unwrap_or(Rect::square(at, edge)).grown(0.5));
        items.push(group);
    }
}

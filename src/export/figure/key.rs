//! Owns the key of the casualty figure: where there are too many lines for readable labels at their ends, each gets
//! letters there, and its label stands beneath the panels beside a sample of the line.

use crate::export::figure::frame::{fitted, text};
use crate::export::figure::labels::Label;
use crate::export::figure::marks;
use crate::export::figure::style::Style;
use crate::export::measure::{Weight, text_width};
use crate::export::scene::{Anchor, Point, Prim, Rect, Stroke, Text};
use crate::views::chart::{Chart, Panel, StepLine};

/// Height of a row of the key, or of a label, in style of its type.
const LEADING: f32 = 1.34;

/// The most rows where the height is free.
const MOST: usize = 40;

/// All lines of a chart, in the order of the panels and then from top to bottom.
pub(super) struct Key<'a> {
    entries: Vec<Entry<'a>>,
    /// Entries that are shown, in so many columns of so many rows.
    shown: usize,
    columns: usize,
    rows: usize,
    size: f32,
    style: Style,
}

struct Entry<'a> {
    /// Place of its panel, and of the line in it.
    panel: usize,
    line: usize,
    letters: String,
    step: &'a StepLine,
}

impl<'a> Key<'a> {
    /// None where the labels have room at the ends of their lines, in a column of this height. The key of a figure
    /// takes at most two fifths of it.
    pub fn of(chart: &'a Chart, style: Style, width: f32, height: f32) -> Option<Self> {
        let count: usize = chart.panels.iter().map(|panel| panel.lines.len()).sum();
        if count as f32 * style.readable * LEADING <= height {
            return None;
        }
        let mut entries = Vec::with_capacity(count);
        for (place, panel) in chart.panels.iter().enumerate() {
            let mut lines: Vec<(usize, &StepLine)> = panel.lines.iter().enumerate().collect();
            lines.sort_by_key(|(line, step)| (std::cmp::Reverse(last_value(panel, step)), *line));
            for (line, step) in lines {
                let letters = letters(entries.len());
                entries.push(Entry { panel: place, line, letters, step });
            }
        }
        let size = style.units(11.5).max(style.readable).min(style.body());
        let label = |it: &Entry| text_width(&it.step.label, size, Weight::Regular);
        let widest = entries.iter().map(label).fold(0.0, f32::max);
        let wish = size * SAMPLE + widest + size * 1.5;
        let columns = ((width / wish.min(width * 0.32).max(size * 12.0)) as usize).clamp(1, 8);
        let most = if style.grows { MOST } else { (height * 0.4 / (size * LEADING)) as usize };
        let most = most.max(1);
        let rows = count.div_ceil(columns).min(most);
        let shown = count.min(rows * columns);
        Some(Self { entries, shown, columns, rows, size, style })
    }

    /// With some air above it.
    pub fn height(&self) -> f32 {
        self.rows_height() + self.size * 0.8
    }

    pub fn rows_height(&self) -> f32 {
        self.rows as f32 * self.size * LEADING
    }

    /// The width of the letters at the ends of the lines.
    pub fn letters_width(&self) -> f32 {
        let wide = |it: &Entry| text_width(&it.letters, self.size, Weight::Bold);
        self.entries.iter().map(wide).fold(0.0, f32::max) + 1.0
    }

    /// Writes letters at the ends of lines, as far as they do not meet, and the words of other labels.
    pub fn mark_ends(&self, mut ends: Vec<Label>, room: Rect, items: &mut Vec<Prim>) {
        ends.sort_by(|a, b| {
            (a.panel, a.y).partial_cmp(&(b.panel, b.y)).unwrap_or(a.panel.cmp(&b.panel))
        });
        let size = self.size;
        let mut free = room.top;
        for end in ends {
            let own = |it: &&Entry| it.panel == end.panel && Some(it.line) == end.line;
            let entry = self.entries.iter().take(self.shown).find(own);
            let top = end.y - size * 0.55;
            let bottom = top + size * 1.15;
            if top < free || room.bottom < bottom || (entry.is_none() && end.line.is_some()) {
                continue;
            }
            free = bottom;
            let words = entry.map_or(end.words.as_str(), |it| it.letters.as_str());
            let weight = if entry.is_some() { Weight::Bold } else { Weight::Regular };
            let at = Point { x: room.left, y: end.y + size * 0.35 };
            let (colour, width) = (self.style.ink(end.colour), room.width());
            items.push(Prim::Text(fitted(words, at, size, weight, colour, Anchor::Start, width)));
        }
    }

    /// Writes the key, down its columns.
    pub fn draw(&self, room: Rect, items: &mut Vec<Prim>) {
        let (size, leading) = (self.size, self.size * LEADING);
        let wide = room.width() / self.columns as f32;
        let left_out = self.entries.len() - self.shown;
        let last = self.shown.saturating_sub(1);
        for (place, entry) in self.entries.iter().take(self.shown).enumerate() {
            let left = room.left + wide * (place / self.rows) as f32;
            let y = room.top + leading * ((place % self.rows) as f32 + 0.75);
            if place == last && 0 < left_out {
                let words = format!("{} more in the list", left_out + 1);
                let (weight, width) = (Weight::Regular, wide - size);
                let at = Point { x: left, y };
                let start = Anchor::Start;
                items.push(Prim::Text(fitted(
                    &words,
                    at,
                    size,
                    weight,
                    self.style.palette.weak,
                    start,
                    width,
                )));
                continue;
            }
            let (colour, dash) = marks::tone(Some(entry.step.colour), self.style);
            let letters = text(
                &entry.letters,
                Point { x: left, y },
                size,
                self.style.ink(colour),
                Anchor::Start,
            );
            items.push(Prim::Text(Text { weight: Weight::Bold, ..letters }));
            let level = y - size * 0.32;
            items.push(Prim::Line {
                from: Point { x: left + size * 1.9, y: level },
                to: Point { x: left + size * (SAMPLE - 0.5), y: level },
                stroke: Stroke::solid(colour, (size * 0.16).max(1.0)).dashed(dash),
            });
            let at = Point { x: left + size * SAMPLE, y };
            let width = (wide - size * (SAMPLE + 0.8)).max(size);
            let (words, weight) = (entry.step.label.as_str(), Weight::Regular);
            items.push(Prim::Text(fitted(
                words,
                at,
                size,
                weight,
                self.style.ink(colour),
                Anchor::Start,
                width,
            )));
        }
    }
}

/// Room for letters and a sample of the line, in style of type.
const SAMPLE: f32 = 5.2;

fn last_value(panel: &Panel, line: &StepLine) -> u64 {
    line.marks.last().and_then(|it| panel.marks.get(*it)).map_or(0, |mark| mark.value)
}

/// A, B … Z, AA, AB …
fn letters(number: usize) -> String {
    let letter = char::from(b'A' + (number % 26) as u8);
    match number / 26 {
        0 => letter.to_string(),
        rest => letters(rest - 1) + &letter.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn letters_go_on_after_the_last() {
        let all = [0, 1, 25, 26, 27, 51, 52, 701, 702].map(letters);
        assert_eq!(all.join(" "), "A B Z AA AB AZ BA ZZ AAA");
    }
}

//! Owns the column of direct labels at the right of the casualty figure: moved apart, with leaders to their lines.

use unicode_segmentation::UnicodeSegmentation as _;

use crate::base::theme::Rgb;
use crate::export::figure::frame::text;
use crate::export::figure::space::move_apart;
use crate::export::figure::style::Style;
use crate::export::measure::{Weight, Wrapped, text_width, wrap};
use crate::export::scene::{Anchor, Point, Prim, Rect, Stroke};

/// A label that wants to stand in the column.
pub(super) struct Label {
    /// The panel and the height it belongs to.
    pub panel: usize,
    /// The line of the panel that it names, if it names one.
    pub line: Option<usize>,
    pub y: f32,
    /// Where the thing it names ends.
    pub x: f32,
    pub words: String,
    /// Bytes at the end of the words, the figure, that are kept when they are shortened.
    pub tail: usize,
    pub colour: Rgb,
    /// A thin line joins it to the thing even where it stands at its height.
    pub joined: bool,
}

/// The width the labels would like, at most `most`.
pub(super) fn width<'a>(labels: impl Iterator<Item = &'a str>, style: Style, most: f32) -> f32 {
    let width = |words: &str| text_width(words, style.body(), Weight::Regular) + 1.0;
    labels.map(width).fold(0.0, f32::max).min(most)
}

/// Writes the labels into `room`; `edge` is where the panels end.
pub(super) fn set(
    mut labels: Vec<Label>,
    room: Rect,
    edge: f32,
    style: Style,
    items: &mut Vec<Prim>,
) {
    labels.sort_by(|a, b| {
        (a.panel, a.y).partial_cmp(&(b.panel, b.y)).unwrap_or(a.panel.cmp(&b.panel))
    });
    let body = style.body();
    let tries = [(1.0, 3), (1.0, 2), (0.9, 2), (0.9, 1), (0.8, 1), (0.7, 1), (0.6, 1), (0.5, 1)];
    let tries = tries.map(|(share, lines)| ((body * share).max(style.least), lines));
    let height = |lines: usize, size: f32| (lines as f32 * 1.22 + 0.12) * size;
    let (mut size, mut lines) = (style.least, 1);
    for (next, max_lines) in tries {
        (size, lines) = (next, max_lines);
        // So many have no room even on a line each.
        if room.height() * 1.01 < labels.len() as f32 * height(1, size) {
            continue;
        }
        let tall = |label: &Label| {
            height(wrap(&label.words, size, Weight::Regular, room.width(), lines).lines.len(), size)
        };
        if labels.iter().map(tall).sum::<f32>() <= room.height() {
            break;
        }
    }
    let fit = ((room.height() / height(1, size)) as usize).max(1);
    if lines == 1 && fit < labels.len() {
        leave_out(&mut labels, fit, style);
    }
    let wrapped: Vec<_> =
        labels.iter().map(|label| label.wrapped(size, room.width(), lines)).collect();
    let wishes: Vec<(f32, f32)> = labels
        .iter()
        .zip(&wrapped)
        .map(|(label, wrapped)| {
            let height = height(wrapped.lines.len(), size);
            (label.y - height / 2.0, height)
        })
        .collect();
    let tops = move_apart(&wishes, room.top, room.bottom);
    for (((label, wrapped), top), wish) in labels.iter().zip(&wrapped).zip(tops).zip(&wishes) {
        let middle = top + wish.1 / 2.0;
        let moved = 1.0 < (middle - label.y).abs();
        let stroke = Stroke::solid(label.colour, 1.0).faint(0.55);
        if label.joined && label.x < edge {
            items.push(Prim::Line {
                from: Point { x: label.x, y: label.y },
                to: Point { x: edge, y: label.y },
                stroke: stroke.dashed(&[1.0, 4.0]),
            });
        }
        if moved && label.x <= edge {
            let near = edge + (room.left - edge) * 0.2;
            let far = room.left - (room.left - edge) * 0.25;
            let points =
                [(edge, label.y), (near, label.y), (far, middle), (room.left - 3.0, middle)];
            let points = points.map(|(x, y)| Point { x, y }).to_vec();
            items.push(Prim::Polyline { points, stroke });
        }
        let last = wrapped.lines.len().saturating_sub(1);
        for (place, line) in wrapped.lines.iter().enumerate() {
            let y = top + size * (0.06 + 0.95 + 1.22 * place as f32);
            let mut text =
                text(line, Point { x: room.left, y }, size, style.ink(label.colour), Anchor::Start);
            text.whole = (place == last && !wrapped.complete).then(|| label.words.clone());
            items.push(Prim::Text(text));
        }
    }
}

impl Label {
    /// The words in lines; where they are too long, shortened before the figure at their end.
    fn wrapped(&self, size: f32, width: f32, lines: usize) -> Wrapped {
        let whole = wrap(&self.words, size, Weight::Regular, width, lines);
        let cut = self.words.len().saturating_sub(self.tail);
        let Some((name, tail)) = self.words.split_at_checked(cut) else { return whole };
        if whole.complete || tail.is_empty() {
            return whole;
        }
        let graphemes: Vec<&str> = name.graphemes(true).collect();
        let shortened = |kept: usize| {
            let words = format!("{}…{tail}", graphemes[..kept].concat().trim_end());
            wrap(&words, size, Weight::Regular, width, lines)
        };
        let (mut fits, mut too_long) = (0, graphemes.len());
        while fits + 1 < too_long {
            let middle = (fits + too_long) / 2;
            if shortened(middle).complete { fits = middle } else { too_long = middle }
        }
        Wrapped { lines: shortened(fits).lines, complete: false }
    }
}

/// Keeps as many labels as fit, from all over the column, and says how many there are no words for.
fn leave_out(labels: &mut Vec<Label>, fit: usize, style: Style) {
    let all = labels.len();
    let keep = fit.saturating_sub(1).max(1);
    let mut place = 0;
    labels.retain(|_| {
        let kept = place * keep / all != (place + 1) * keep / all;
        place += 1;
        kept
    });
    let left_out = all - labels.len();
    labels.push(Label {
        panel: usize::MAX,
        line: None,
        y: f32::MAX,
        x: f32::MAX,
        words: format!("{left_out} more in the list"),
        tail: 0,
        colour: style.palette.weak,
        joined: false,
    });
}

//! Owns how titles and labels with right-to-left words are set: egui gets each row with its words in the order in which
//! they stand from left to right, since it would set them the other way round.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{Galley, Ui};

use super::letters::drawn;
use super::{Face, Row, Words, measure, needs_words, set};

/// By how much a row may be wider as a whole than its words are apart, in points.
const SLACK: f32 = 4.0;

/// Sets a text without line breaks in at most `most` rows of `width` points; what is left over becomes "…".
pub fn label(ui: &Ui, text: &str, format: TextFormat, width: f32, most: usize) -> Arc<Galley> {
    let mut text = text.replace('\n', " ");
    let mut max_width = width;
    ui.fonts_mut(|fonts| {
        if needs_words(&text) {
            let line_height = fonts.row_height(&format.font_id);
            let face = Face { font: format.font_id.clone(), line_height };
            text = in_order(&text, &face, width, most, &mut measure(fonts, &face));
            max_width += SLACK;
        }
        let mut job = LayoutJob::single_section(text, format);
        let break_anywhere = most == 1;
        job.wrap = TextWrapping { max_width, max_rows: most, break_anywhere, ..job.wrap };
        fonts.layout_job(job)
    })
}

/// The rows of a text, their words in the order in which they stand from left to right.
pub(super) fn in_order(
    text: &str,
    face: &Face,
    width: f32,
    most: usize,
    measure: &mut dyn FnMut(&str) -> f32,
) -> String {
    let words = set(text, face, width, measure);
    let most = most.max(1);
    if words.rows() <= most {
        return words.left_to_right(words.rows()).join("\n");
    }
    let last = words.row_range(most - 1);
    let rest = text.get(last.clone()).unwrap_or_default().trim_end();
    let borders = rest.char_indices().rev().filter(|(_, it)| it.is_whitespace());
    let ends = std::iter::once(rest.len()).chain(borders.map(|(at, _)| at));
    let shorter = ends.filter_map(|end| {
        let cut = format!("{}…", rest.get(..end)?.trim_end());
        Some(set(&cut, face, width, measure)).filter(|it| it.rows() == 1)
    });
    let mut rows = words.left_to_right(most - 1);
    rows.extend({ shorter }.next().map(|it| it.left_to_right(1).concat()));
    rows.join("\n")
}

impl Words {
    /// The first rows, each as it reads from left to right.
    fn left_to_right(&self, rows: usize) -> Vec<String> {
        let row = |row: &Row| {
            let pieces = row.pieces.iter().filter_map(|it| {
                let text = self.text.get(it.bytes.clone())?;
                Some(if it.ink {
                    drawn(text, it.right_to_left).into_owned()
                } else {
                    text.to_owned()
                })
            });
            pieces.collect::<String>().trim().to_owned()
        };
        self.rows.iter().take(rows).map(row).collect()
    }
}

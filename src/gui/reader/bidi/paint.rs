//! Owns how a paragraph set word by word comes onto the screen, and how egui is asked for the width of a word.

use std::sync::Arc;

use eframe::egui::epaint::text::{FontsView, Galley, LayoutJob, TextFormat};
use eframe::egui::{Color32, Painter, Pos2, vec2};

use super::letters::drawn;
use super::{Face, Words};

/// The measure for [`super::set`], by the fonts of the window.
pub fn measure<'a>(fonts: &'a mut FontsView<'_>, face: &'a Face) -> impl FnMut(&str) -> f32 + 'a {
    |part| fonts.layout_job(job(part, face)).intrinsic_size().x
}

impl Words {
    /// Paints the rows that the painter's clip lets be seen, with the paragraph's top left at `place`.
    pub fn paint(&self, painter: &Painter, place: Pos2, colour: Color32) {
        let Face { line_height, .. } = self.face;
        let clip = painter.clip_rect();
        let Some(line) = baseline(&painter.layout_job(job("0", &self.face))) else { return };
        for (index, row) in self.rows.iter().enumerate() {
            let top = place.y + index as f32 * line_height;
            // A row's ink may reach into its neighbours.
            if top - line_height > clip.bottom() || top + 2.0 * line_height < clip.top() {
                continue;
            }
            for piece in row.pieces.iter().filter(|it| it.ink) {
                let Some(text) = self.text.get(piece.bytes.clone()) else { continue };
                let galley = painter.layout_job(job(&drawn(text, piece.right_to_left), &self.face));
                // egui centres each script in the row; words of one row are to stand on one line.
                let rise = baseline(&galley).map_or(0.0, |own| line - own);
                let corner = place + vec2(piece.left, top - place.y + rise);
                painter.galley(corner, galley, colour);
            }
        }
    }
}

/// A piece as egui is asked for it. The colour is that of painting, so that all colours share one galley.
fn job(text: &str, face: &Face) -> LayoutJob {
    let format = TextFormat {
        line_height: Some(face.line_height),
        ..TextFormat::simple(face.font.clone(), Color32::PLACEHOLDER)
    };
    LayoutJob::simple_format(text.to_owned(), format)
}

/// How far below a galley's top its letters stand.
fn baseline(galley: &Arc<Galley>) -> Option<f32> {
    galley.rows.first()?.glyphs.first().map(|glyph| glyph.pos.y)
}

//! Owns what all that is drawn shares: the colours, and the sizes of type and space, all from one factor.

use crate::base::theme::{FIGURE, Palette, Rgb, contrast};
use crate::export::figure::FigureOptions;
use crate::export::figure::frame::{height, width};

/// The smallest type of a figure, in units.
pub(super) const SMALLEST: f32 = 7.0;

/// Labels at the ends of lines are not set smaller than this, in units, if a key has room.
const READABLE: f32 = 10.0;

/// Colours and sizes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    pub palette: &'static Palette,
    /// 1 for a figure of 1600 × 900.
    pub factor: f32,
    /// Labels are never set smaller than this, in units.
    pub least: f32,
    /// Nor than this if they can stand elsewhere.
    pub readable: f32,
    /// The height is what is needed, not what was asked for.
    pub grows: bool,
}

impl Style {
    /// Of a figure: as large as its size allows.
    pub fn of(options: &FigureOptions) -> Self {
        let (across, down) = (width(options) / 1600.0, height(options) / 900.0);
        let even = (across * down).sqrt().min(1.3 * across.min(down));
        Self::new(&FIGURE, even.clamp(0.52, 50.0))
    }

    fn new(palette: &'static Palette, factor: f32) -> Self {
        let unread = Self { palette, factor, least: SMALLEST, readable: READABLE, grows: false };
        Self { readable: READABLE.min(unread.body()), ..unread }
    }

    /// Of a screen, where type has the size that is asked for, and no label is smaller.
    pub fn on_screen(palette: &'static Palette, type_size: f32) -> Self {
        let size = if type_size.is_finite() { type_size.clamp(SMALLEST, 100.0) } else { 13.0 };
        Self { least: size, readable: size, grows: true, ..Self::new(palette, size / BODY) }
    }

    /// So many times as large.
    pub fn scaled(self, by: f32) -> Self {
        Self::new(self.palette, self.factor * by)
    }

    /// One step smaller; none below the smallest type.
    pub fn smaller(self) -> Option<Self> {
        let smaller = self.scaled(0.9);
        (SMALLEST <= BODY * smaller.factor).then_some(smaller)
    }

    /// Labels of ticks, rows and lines.
    pub fn body(self) -> f32 {
        self.units(BODY).max(SMALLEST)
    }

    /// Source line, numbers at marks.
    pub fn note(self) -> f32 {
        self.units(13.5).max(SMALLEST)
    }

    /// A length that is `length` at 1600 × 900.
    pub fn units(self, length: f32) -> f32 {
        length * self.factor
    }

    /// The colour of a mark, made more like text until words in it are read on the page.
    pub fn ink(self, mark: Rgb) -> Rgb {
        let Palette { text, page, .. } = *self.palette;
        let steps = (0..=10).map(|step| text.over(mark, step as f32 / 10.0));
        let read = |colour: &Rgb| 4.5 <= contrast(*colour, page);
        steps.into_iter().find(read).unwrap_or(text)
    }
}

/// Size of labels at 1600 × 900.
const BODY: f32 = 16.0;

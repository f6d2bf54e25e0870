//! Owns the sizes of figures: those with a name, the limits of free ones, and the pixels that a size gives.

use super::Form;

/// Millimetres to the inch.
const INCH: f32 = 25.4;

/// Points to the inch, as printers have them.
pub const POINTS: f32 = 72.0;

/// Pixels to the inch where a figure is printed.
const PRINT: f32 = 300.0;

/// The least and the most points of a side.
pub const SIDES: std::ops::RangeInclusive<f32> = 200.0..=20_000.0;

/// The least and the most pixels to the point.
pub const SCALES: std::ops::RangeInclusive<f32> = 0.1..=20.0;

/// The most pixels a picture may have.
pub const PIXEL_LIMIT: u64 = 200_000_000;

/// How large a figure is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// In points, of which type has the usual sizes of print.
    pub width: f32,
    pub height: f32,
    /// Pixels to the point.
    pub scale: f32,
}

impl Size {
    const fn printed(width: f32, height: f32) -> Self {
        let points = POINTS / INCH;
        Self { width: width * points, height: height * points, scale: PRINT / POINTS }
    }

    /// Width and height in pixels.
    pub fn pixels(&self) -> (u64, u64) {
        let pixels = |side: f32| (f64::from(side) * f64::from(self.scale)).round() as u64;
        (pixels(self.width), pixels(self.height))
    }

    /// Why no picture in this form can be of this size, in words; none if one can.
    pub fn fault(&self, form: Form) -> Option<String> {
        let (least, most) = (SIDES.start(), SIDES.end());
        if !SIDES.contains(&self.width) || !SIDES.contains(&self.height) {
            return Some(format!("width and height are from {least} to {most} points"));
        }
        if form != Form::Png {
            return None;
        }
        if !SCALES.contains(&self.scale) {
            let (least, most) = (SCALES.start(), SCALES.end());
            return Some(format!("the scale is from {least} to {most}"));
        }
        let (width, height) = self.pixels();
        (PIXEL_LIMIT < width * height).then(|| {
            format!(
                "a picture of {width} × {height} pixels is more than 200 million; \
                 ask for a smaller size or scale"
            )
        })
    }
}

/// The sizes that have a name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Preset {
    #[default]
    Slide,
    A4Landscape,
    A4Portrait,
    Column,
    DoubleColumn,
}

impl Preset {
    pub const ALL: [Self; 5] =
        [Self::Slide, Self::A4Landscape, Self::A4Portrait, Self::Column, Self::DoubleColumn];

    /// As on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Slide => "slide",
            Self::A4Landscape => "a4-landscape",
            Self::A4Portrait => "a4-portrait",
            Self::Column => "column",
            Self::DoubleColumn => "double-column",
        }
    }

    /// As on the screen.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Slide => "Slide",
            Self::A4Landscape => "A4 landscape",
            Self::A4Portrait => "A4 portrait",
            Self::Column => "Column",
            Self::DoubleColumn => "Double column",
        }
    }

    /// What it is meant for, in a few words.
    pub const fn told(self) -> &'static str {
        match self {
            Self::Slide => "for a screen, 16 to 9",
            Self::A4Landscape | Self::A4Portrait => "a whole page at 300 dots per inch",
            Self::Column => "85 mm wide at 300 dots per inch",
            Self::DoubleColumn => "175 mm wide at 300 dots per inch",
        }
    }

    pub const fn size(self) -> Size {
        match self {
            Self::Slide => Size { width: 1600.0, height: 900.0, scale: 2.0 },
            Self::A4Landscape => Size::printed(297.0, 210.0),
            Self::A4Portrait => Size::printed(210.0, 297.0),
            Self::Column => Size::printed(85.0, 170.0),
            Self::DoubleColumn => Size::printed(175.0, 150.0),
        }
    }
}

impl Default for Size {
    fn default() -> Self {
        Preset::default().size()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_sizes_have_the_pixels_they_are_known_by() {
        let pixels = Preset::ALL.map(|it| it.size().pixels());
        assert_eq!(pixels, [(3200, 1800), (3508, 2480), (2480, 3508), (1004, 2008), (2067, 1772)]);
        assert!(Preset::ALL.iter().all(|it| it.size().fault(Form::Png).is_none()));
    }

    #[test]
    fn a_size_out_of_its_limits_is_refused_in_words() {
        let fault = |width, height, scale| Size { width, height, scale }.fault(Form::Png);
        assert_eq!(
            fault(199.0, 900.0, 1.0).as_deref(),
            Some("width and height are from 200 to 20000 points")
        );
        assert_eq!(fault(900.0, 900.0, 0.0).as_deref(), Some("the scale is from 0.1 to 20"));
        assert_eq!(fault(900.0, f32::NAN, 1.0), fault(199.0, 900.0, 1.0));
        assert_eq!(
            fault(20_000.0, 20_000.0, 1.0).as_deref(),
            Some(
                "a picture of 20000 × 20000 pixels is more than 200 million; ask for a smaller size or scale"
            )
        );
        assert_eq!(fault(200.0, 20_000.0, 1.0), None);
        let large = Size { width: 20_000.0, height: 20_000.0, scale: 1.0 };
        assert_eq!(large.fault(Form::Svg), None);
    }
}

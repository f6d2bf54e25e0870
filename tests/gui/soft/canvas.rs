//! Owns the pixels of a picture and how a colour is laid over another. The loops are kept bare, since tests run without
//! optimisation.

use image::RgbaImage;

/// Red, green, blue and alpha, premultiplied, in gamma space.
pub type Pixel = [u8; 4];

/// Columns and rows of pixels; the ends are not part of it.
#[derive(Debug, Clone, Copy)]
pub struct Clip {
    pub left: usize,
    pub right: usize,
    pub top: usize,
    pub bottom: usize,
}

pub struct Canvas {
    width: usize,
    height: usize,
    bytes: Vec<u8>,
}

impl Canvas {
    /// A transparent picture.
    pub fn new(width: usize, height: usize) -> Self {
        Self { width, height, bytes: vec![0; width * height * 4] }
    }

    pub fn width(&self) -> usize {
        self.width
    }

    pub fn height(&self) -> usize {
        self.height
    }

    /// The pixels of row `y` from column `left` up to `right`.
    pub fn span(&mut self, y: usize, left: usize, right: usize) -> &mut [u8] {
        let row = y * self.width;
        &mut self.bytes[(row + left) * 4..(row + right) * 4]
    }

    /// None where the picture has no pixels.
    pub fn into_image(self) -> Option<RgbaImage> {
        let image = RgbaImage::from_raw(self.width as u32, self.height as u32, self.bytes)?;
        (image.width() > 0 && image.height() > 0).then_some(image)
    }
}

/// Lays one colour over all pixels of a span.
pub struct Fill {
    colour: Pixel,
    /// An opaque span is copied from here.
    line: Vec<u8>,
}

impl Fill {
    /// For spans of up to `width` pixels.
    pub fn new(colour: Pixel, width: usize) -> Self {
        let line = if colour[3] == 255 { colour.repeat(width) } else { vec![] };
        Self { colour, line }
    }

    pub fn over(&self, span: &mut [u8]) {
        if let Some(line) = self.line.get(..span.len()).filter(|line| !line.is_empty()) {
            span.copy_from_slice(line);
        } else if self.colour != [0; 4] {
            for pixel in span.as_chunks_mut::<4>().0 {
                over(pixel, self.colour);
            }
        }
    }
}

/// Lays `colour` over `pixel`.
pub fn over(pixel: &mut Pixel, colour: Pixel) {
    let alpha = colour[3];
    if alpha == 255 {
        *pixel = colour;
        return;
    }
    let [low, high] = scale(*pixel, 255 - u32::from(alpha));
    let source = u32::from_le_bytes(colour);
    let (low, high) = (low + (source & LOW), high + (source >> 8 & LOW));
    // Only a colour brighter than its alpha, as egui adds light, can run over.
    let most = u32::from(colour[0].max(colour[1]).max(colour[2]));
    *pixel = if most > u32::from(alpha) && (low | high) & (LOW << 8) != 0 {
        let lane = |lanes: u32, shift: u32| (lanes >> shift & 0x1FF).min(255) as u8;
        [lane(low, 0), lane(high, 0), lane(low, 16), lane(high, 16)]
    } else {
        (low | high << 8).to_le_bytes()
    };
}

/// Every second byte of a pixel, so that two are worked on at once.
const LOW: u32 = 0x00FF_00FF;

/// The bytes of a pixel times `factor` / 255, each rounded to the nearest: red and blue, then green and alpha.
fn scale(pixel: Pixel, factor: u32) -> [u32; 2] {
    let pixel = u32::from_le_bytes(pixel);
    let low = (pixel & LOW) * factor + 0x0080_0080;
    let high = (pixel >> 8 & LOW) * factor + 0x0080_0080;
    [(low + (low >> 8 & LOW)) >> 8 & LOW, (high + (high >> 8 & LOW)) >> 8 & LOW]
}

/// Two colours multiplied, each byte rounded to the nearest.
pub fn times(one: Pixel, other: Pixel) -> Pixel {
    let byte = |one: u8, other: u8| {
        let product = u32::from(one) * u32::from(other) + 128;
        ((product + (product >> 8)) >> 8) as u8
    };
    if other[0] == other[1] && other[1] == other[2] && other[2] == other[3] {
        // The texel of a glyph.
        let [low, high] = scale(one, u32::from(other[0]));
        return (low | high << 8).to_le_bytes();
    }
    [byte(one[0], other[0]), byte(one[1], other[1]), byte(one[2], other[2]), byte(one[3], other[3])]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `over` is to give, byte by byte, in the plainest way.
    fn plainly(target: u8, source: u8, alpha: u8) -> u8 {
        let rest = (f64::from(target) * f64::from(255 - alpha) / 255.0).round();
        (f64::from(source) + rest).min(255.0) as u8
    }

    #[test]
    fn laying_over_rounds_to_the_nearest_and_never_runs_over() {
        for target in (0..=255).step_by(3) {
            for alpha in 0..=255_u8 {
                for source in [0, 1, alpha / 2, alpha, alpha.saturating_add(9), 255] {
                    let mut pixel = [target, 255 - target, target, 255];
                    let under = pixel;
                    let colour = [source, source, 0, alpha];
                    over(&mut pixel, colour);
                    let wanted = [0, 1, 2, 3].map(|at| plainly(under[at], colour[at], alpha));
                    let wanted = if alpha == 255 { colour } else { wanted };
                    assert_eq!(pixel, wanted, "{colour:?} over {under:?}");
                }
            }
        }
    }

    #[test]
    fn multiplying_rounds_to_the_nearest() {
        for one in 0..=255 {
            for other in 0..=255 {
                let wanted = (f64::from(one) * f64::from(other) / 255.0).round() as u8;
                assert_eq!(times([one; 4], [other; 4]), [wanted; 4]);
                assert_eq!(
                    times([one; 4], [other, other, other, 255]),
                    [wanted, wanted, wanted, one]
                );
            }
        }
    }
}

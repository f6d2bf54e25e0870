//! Owns the pictures that egui hands over, above all the one with all glyphs, and how a place in them becomes a colour.

use eframe::egui::epaint::ImageDelta;
use eframe::egui::{ImageData, TextureFilter, TextureOptions, TextureWrapMode};

use super::canvas::Pixel;

#[derive(Default)]
pub struct Texture {
    width: usize,
    height: usize,
    texels: Vec<Pixel>,
    options: TextureOptions,
}

impl Texture {
    /// Takes over a whole picture or a part of it.
    pub fn update(&mut self, delta: &ImageDelta) {
        let ImageData::Color(image) = &delta.image;
        let texels = image.pixels.iter().map(|it| it.to_array());
        self.options = delta.options;
        let [width, height] = image.size;
        if let Some([left, top]) = delta.pos {
            let texels: Vec<Pixel> = texels.collect();
            for row in 0..height {
                let start = (top + row) * self.width + left;
                self.texels[start..start + width]
                    .copy_from_slice(&texels[row * width..(row + 1) * width]);
            }
        } else {
            (self.width, self.height) = (width, height);
            self.texels = texels.collect();
        }
    }

    pub fn width(&self) -> f64 {
        self.width as f64
    }

    pub fn height(&self) -> f64 {
        self.height as f64
    }

    /// The colour at a place in texels. Between the middles of four texels it is mixed from them in 256 steps, as GPUs
    /// do; so a place off by a rounding error gives the same colour. Enlarged or not, the filter is the same.
    pub fn sample(&self, x: f64, y: f64) -> Pixel {
        if self.options.magnification == TextureFilter::Nearest {
            return self.texel(x.floor() as i64, y.floor() as i64);
        }
        let (x, y) = ((x * 256.0).round() as i64 - 128, (y * 256.0).round() as i64 - 128);
        let (left, top) = (x >> 8, y >> 8);
        let (right_part, low_part) = (x & 255, y & 255);
        if right_part == 0 && low_part == 0 {
            return self.texel(left, top);
        }
        let corners = [
            (self.texel(left, top), (256 - right_part) * (256 - low_part)),
            (self.texel(left + 1, top), right_part * (256 - low_part)),
            (self.texel(left, top + 1), (256 - right_part) * low_part),
            (self.texel(left + 1, top + 1), right_part * low_part),
        ];
        let mut sums = [1 << 15; 4];
        for (texel, weight) in corners {
            if weight > 0 && texel != [0; 4] {
                sums[0] += i64::from(texel[0]) * weight;
                sums[1] += i64::from(texel[1]) * weight;
                sums[2] += i64::from(texel[2]) * weight;
                sums[3] += i64::from(texel[3]) * weight;
            }
        }
        sums.map(|sum| (sum >> 16) as u8)
    }

    fn texel(&self, x: i64, y: i64) -> Pixel {
        let (x, y) = (self.wrap(x, self.width as i64), self.wrap(y, self.height as i64));
        self.texels[y as usize * self.width + x as usize]
    }

    /// Brings a coordinate outside of the picture back into it.
    fn wrap(&self, at: i64, size: i64) -> i64 {
        if (0..size).contains(&at) {
            return at;
        }
        match self.options.wrap_mode {
            TextureWrapMode::ClampToEdge => at.clamp(0, size - 1),
            TextureWrapMode::Repeat => at.rem_euclid(size),
            TextureWrapMode::MirroredRepeat => {
                let at = at.rem_euclid(2 * size);
                at.min(2 * size - 1 - at)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Color32, ColorImage};

    use super::*;

    fn two_by_one(options: TextureOptions) -> Texture {
        let image = ColorImage::new([2, 1], vec![Color32::BLACK, Color32::WHITE]);
        let mut texture = Texture::default();
        texture.update(&ImageDelta::full(image, options));
        texture
    }

    #[test]
    fn between_two_texels_the_colour_is_mixed() {
        let texture = two_by_one(TextureOptions::LINEAR);
        let red = |x: f64| texture.sample(x, 0.5)[0];
        assert_eq!([red(0.0), red(0.5), red(0.75), red(1.0), red(1.5)], [0, 0, 64, 128, 255]);
        // A rounding error is no other place.
        assert_eq!(red(0.5 + 1e-7), 0);
        assert_eq!(red(1.5 - 1e-7), 255);
    }

    #[test]
    fn the_nearest_texel_is_not_mixed_and_the_outside_is_wrapped() {
        let nearest = two_by_one(TextureOptions::NEAREST);
        assert_eq!([0.0, 0.99, 1.0, 7.0].map(|x| nearest.sample(x, 0.5)[0]), [0, 0, 255, 255]);
        let repeated = two_by_one(TextureOptions::NEAREST_REPEAT);
        assert_eq!([-1.0, 2.0, 3.0].map(|x| repeated.sample(x, 0.5)[0]), [255, 0, 255]);
        let mirrored = two_by_one(TextureOptions::NEAREST_MIRRORED_REPEAT);
        assert_eq!([-1.0, 2.0, 3.0].map(|x| mirrored.sample(x, 0.5)[0]), [0, 255, 0]);
    }

    #[test]
    fn a_part_is_taken_over_at_its_place() {
        let mut texture = two_by_one(TextureOptions::NEAREST);
        let image = ColorImage::new([1, 1], vec![Color32::RED]);
        texture.update(&ImageDelta::partial([1, 0], image, TextureOptions::NEAREST));
        assert_eq!(texture.sample(0.5, 0.5), [0, 0, 0, 255]);
        assert_eq!(texture.sample(1.5, 0.5), [255, 0, 0, 255]);
    }
}

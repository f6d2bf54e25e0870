//! Owns how a test takes a picture of the window and compares it with the one that is kept in `snapshots/`.

use std::path::{Path, PathBuf};

use eframe::egui::{Theme, Vec2};
use egui_kittest::{Harness, HarnessBuilder};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder, RgbaImage};
use kbworkbench::gui::fonts;

use super::soft::SoftRenderer;

/// By how much a byte of a pixel may differ. The renderer itself is exact; but glyphs come from a library that uses the
/// vector instructions of the machine at hand and may round the edge of a letter by a step. Nobody sees two steps of
/// 255, and a line that moves by a tenth of a pixel differs by more.
const NEAR: u8 = 2;

/// A window of this size in points, in the bundled fonts, with pictures drawn on the CPU and without a pointer in them.
pub fn window<State>(size: impl Into<Vec2>, theme: Theme) -> HarnessBuilder<State> {
    Harness::<State>::builder()
        .with_size(size)
        .with_theme(theme)
        .with_render_cursor(false)
        .with_context_setup(|ctx| ctx.set_fonts(fonts::definitions()))
        .renderer(SoftRenderer::default())
}

/// What the window shows now.
pub fn picture<State>(harness: &mut Harness<'_, State>) -> RgbaImage {
    harness.render().unwrap()
}

/// Compares what the window shows with `tests/gui/snapshots/NAME.png`. Where it differs, the new picture is written
/// beside it as `NAME.new.png` and the test fails; `UPDATE_SNAPSHOTS=1` accepts it instead.
#[track_caller]
pub fn snapshot<State>(harness: &mut Harness<'_, State>, name: &str) {
    let accepts =
        std::env::var_os("UPDATE_SNAPSHOTS").is_some_and(|it| !it.is_empty() && it != "0");
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/gui/snapshots");
    if let Err(difference) = compare(&picture(harness), &folder, name, accepts) {
        panic!("{difference}");
    }
}

fn compare(new: &RgbaImage, folder: &Path, name: &str, accepts: bool) -> Result<(), String> {
    let (kept_at, new_at) =
        (folder.join(format!("{name}.png")), folder.join(format!("{name}.new.png")));
    let difference = match image::open(&kept_at) {
        Ok(kept) => difference(&kept.to_rgba8(), new),
        Err(error) => Some(format!("there is nothing to compare it with: {error}")),
    };
    // What an earlier run left is out of date either way.
    let _ = std::fs::remove_file(&new_at);
    let Some(difference) = difference else { return Ok(()) };
    let target = if accepts { &kept_at } else { &new_at };
    save(new, target).map_err(|error| format!("{}: {error}", target.display()))?;
    if accepts {
        return Ok(());
    }
    Err(format!(
        "the picture “{name}” is not the one that is kept: {difference}\n  kept: {}\n  new:  {}\n\
        Look at both. To accept the new one: UPDATE_SNAPSHOTS=1 cargo test --test gui",
        kept_at.display(),
        new_at.display(),
    ))
}

/// Writes a small file, since kept pictures stay in the history for ever.
fn save(image: &RgbaImage, path: &Path) -> image::ImageResult<()> {
    let file = std::fs::File::create(path)?;
    let encoder = PngEncoder::new_with_quality(file, CompressionType::Best, FilterType::Adaptive);
    let (width, height) = image.dimensions();
    encoder.write_image(image, width, height, ExtendedColorType::Rgba8)
}

/// Where and how much two pictures differ, in words; none where nobody could tell them apart.
fn difference(kept: &RgbaImage, new: &RgbaImage) -> Option<String> {
    if kept.dimensions() != new.dimensions() {
        let ((a, b), (c, d)) = (kept.dimensions(), new.dimensions());
        return Some(format!("{a}×{b} pixels became {c}×{d}"));
    }
    if kept.as_raw() == new.as_raw() {
        return None;
    }
    let (mut count, mut most) = (0, 0);
    let (mut left, mut top, mut right, mut bottom) = (u32::MAX, u32::MAX, 0, 0);
    for ((x, y, one), other) in kept.enumerate_pixels().zip(new.pixels()) {
        let apart = (0..4).map(|at| one.0[at].abs_diff(other.0[at])).max().unwrap_or_default();
        if apart > NEAR {
            (count, most) = (count + 1, most.max(apart));
            (left, top) = (left.min(x), top.min(y));
            (right, bottom) = (right.max(x), bottom.max(y));
        }
    }
    (count > 0).then(|| {
        format!(
            "{count} pixels from {left},{top} to {right},{bottom} differ, by up to {most} of 255"
        )
    })
}

#[cfg(test)]
mod tests {
    use image::Rgba;

    use super::*;

    #[test]
    fn a_difference_is_told_by_place_and_size_and_a_rounding_is_none() {
        let kept = RgbaImage::from_pixel(9, 5, Rgba([10, 20, 30, 255]));
        assert_eq!(difference(&kept, &kept), None);
        let mut new = kept.clone();
        new.put_pixel(2, 1, Rgba([12, 18, 30, 255]));
        assert_eq!(difference(&kept, &new), None);
        new.put_pixel(3, 1, Rgba([13, 20, 30, 255]));
        new.put_pixel(7, 4, Rgba([10, 20, 90, 255]));
        assert_eq!(
            difference(&kept, &new).unwrap(),
            "2 pixels from 3,1 to 7,4 differ, by up to 60 of 255"
        );
        let wider = RgbaImage::new(10, 5);
        assert_eq!(difference(&kept, &wider).unwrap(), "9×5 pixels became 10×5");
    }

    #[test]
    fn a_new_picture_is_written_beside_the_kept_one_until_it_is_accepted() {
        let folder = tempfile::tempdir().unwrap();
        let exists = |name: &str| folder.path().join(name).exists();
        let dark = RgbaImage::from_pixel(4, 4, Rgba([9, 9, 9, 255]));
        let light = RgbaImage::from_pixel(4, 4, Rgba([250, 250, 250, 255]));
        let run = |image: &RgbaImage, accepts| compare(image, folder.path(), "it", accepts);

        assert!(run(&dark, false).unwrap_err().contains("nothing to compare it with"));
        assert!(exists("it.new.png") && !exists("it.png"));
        run(&dark, true).unwrap();
        assert!(!exists("it.new.png") && exists("it.png"));
        run(&dark, false).unwrap();

        let said = run(&light, false).unwrap_err();
        assert!(said.contains("16 pixels") && said.contains("UPDATE_SNAPSHOTS=1"), "{said}");
        assert!(exists("it.new.png"));
        run(&light, true).unwrap();
        run(&light, false).unwrap();
        assert!(!exists("it.new.png"));
    }
}

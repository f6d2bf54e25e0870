//! Owns the painting of figures into PNG, with the bundled fonts and no others.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, OnceLock};

use ::png::{BitDepth, ColorType, Compression, Encoder, Filter, PixelDimensions, Unit};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, FontResolver, fontdb};

use crate::base::fonts::{FACES, Style};
use crate::export::scene::Scene;
use crate::export::size::{PIXEL_LIMIT, POINTS};
use crate::export::svg;

/// Why there is no PNG.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum PngError {
    #[error(
        "a picture of {width} × {height} pixels is more than 200 million; ask for a smaller size or scale"
    )]
    TooLarge { width: u64, height: u64 },
    #[error("a scale of {scale} leaves nothing to paint; ask for one above 0")]
    Scale { scale: f32 },
    #[error("the picture could not be painted: {reason}")]
    Paint { reason: String },
}

/// A painted picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    pub width: u32,
    pub height: u32,
    /// Red, green, blue and opacity of each pixel, in rows from the top; the colours multiplied by the opacity.
    pub pixels: Vec<u8>,
}

/// The picture as a PNG of `scale` pixels to the unit. It says of itself how large it is printed, a unit being a point.
pub fn png(scene: &Scene, scale: f32) -> Result<Vec<u8>, PngError> {
    let picture = painted(scene, scale)?;
    let failed = |error: ::png::EncodingError| PngError::Paint { reason: error.to_string() };
    let mut bytes = vec![];
    let mut encoder = Encoder::new(&mut bytes, picture.width(), picture.height());
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Balanced);
    encoder.set_filter(Filter::Adaptive);
    // Dots to the metre.
    let dots = (f64::from(scale * POINTS) / 0.0254).round() as u32;
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: dots, yppu: dots, unit: Unit::Meter }));
    let pixels: Vec<u8> = if scene.ground.is_some() {
        // Nothing shines through, so no opacity is written.
        encoder.set_color(ColorType::Rgb);
        picture.pixels().iter().flat_map(|it| [it.red(), it.green(), it.blue()]).collect()
    } else {
        encoder.set_color(ColorType::Rgba);
        let plain = picture.pixels().iter().map(|it| it.demultiply());
        plain.flat_map(|it| [it.red(), it.green(), it.blue(), it.alpha()]).collect()
    };
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(&pixels).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(bytes)
}

/// The picture as pixels, `scale` of them to the unit.
pub fn paint(scene: &Scene, scale: f32) -> Result<Picture, PngError> {
    let painted = painted(scene, scale)?;
    let (width, height) = (painted.width(), painted.height());
    Ok(Picture { width, height, pixels: painted.take() })
}

fn painted(scene: &Scene, scale: f32) -> Result<Pixmap, PngError> {
    let pixels = |length: f32| {
        let pixels = (f64::from(length) * f64::from(scale)).round();
        (pixels.is_finite() && 1.0 <= pixels).then_some(pixels as u64)
    };
    let (Some(width), Some(height)) = (pixels(scene.width), pixels(scene.height)) else {
        return Err(PngError::Scale { scale });
    };
    if PIXEL_LIMIT < width.saturating_mul(height) {
        return Err(PngError::TooLarge { width, height });
    }
    let size = u32::try_from(width).ok().zip(u32::try_from(height).ok());
    let mut pixmap = size
        .and_then(|(width, height)| Pixmap::new(width, height))
        .ok_or(PngError::TooLarge { width, height })?;
    held(|| {
        let tree = usvg::Tree::from_str(&svg::words(scene), &font_options())
            .map_err(|error| PngError::Paint { reason: error.to_string() })?;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
        Ok(())
    })?;
    Ok(pixmap)
}

/// A name in a script that the painting library cannot take must not end the program.
fn held(paint: impl FnOnce() -> Result<(), PngError>) -> Result<(), PngError> {
    let reason = "a text in it cannot be drawn; an SVG of the same may do";
    catch_unwind(AssertUnwindSafe(paint))
        .unwrap_or_else(|_| Err(PngError::Paint { reason: reason.to_owned() }))
}

/// Options that know the bundled fonts and no others.
pub(super) fn font_options() -> usvg::Options<'static> {
    usvg::Options {
        font_family: "Noto Sans".to_owned(),
        fontdb: Arc::clone(&bundled().database),
        font_resolver: FontResolver {
            select_font: Box::new(|font, _| {
                let style = if font.weight() < 600 { Style::Sans } else { Style::SansBold };
                let named = |face: &&KnownFace| {
                    let is_own = |family: &usvg::FontFamily| matches!(family, usvg::FontFamily::Named(name) if name == face.family);
                    font.families().first().is_some_and(is_own)
                };
                let first = || bundled().of(style).next();
                bundled().of(style).find(named).or_else(first).map(|face| face.id)
            }),
            // The document names the face of each run; a second guess would mix up the glyphs of joined letters.
            select_fallback: Box::new(|_, _, _| None),
        },
        ..usvg::Options::default()
    }
}

struct Bundled {
    database: Arc<fontdb::Database>,
    /// In the order of fallback.
    faces: Vec<KnownFace>,
}

struct KnownFace {
    style: Style,
    family: &'static str,
    id: fontdb::ID,
}

impl Bundled {
    fn of(&self, style: Style) -> impl Iterator<Item = &KnownFace> {
        self.faces.iter().filter(move |face| face.style == style)
    }
}

fn bundled() -> &'static Bundled {
    static BUNDLED: OnceLock<Bundled> = OnceLock::new();
    BUNDLED.get_or_init(|| {
        let mut database = fontdb::Database::new();
        let mut known = Vec::new();
        for face in FACES.iter().filter(|face| matches!(face.style, Style::Sans | Style::SansBold))
        {
            let (style, family) = (face.style, face.family);
            let ids = database.load_font_source(fontdb::Source::Binary(Arc::new(face.bytes)));
            known.extend(ids.iter().map(|id| KnownFace { style, family, id: *id }));
        }
        Bundled { database: Arc::new(database), faces: known }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::theme::FIGURE;
    use crate::export::measure::{Weight, text_width};
    use crate::export::scene::{Anchor, Point, Prim, Text};

    fn scene(text: &str, weight: Weight) -> Scene {
        let text = Text {
            at: Point { x: 0.0, y: 80.0 },
            text: text.to_owned(),
            size: 100.0,
            weight,
            colour: FIGURE.text,
            anchor: Anchor::Start,
            upward: false,
            halo: None,
            whole: None,
        };
        Scene {
            width: 900.0,
            height: 100.0,
            title: String::new(),
            ground: Some(FIGURE.page),
            items: vec![Prim::Text(text)],
            left_out: None,
        }
    }

    #[test]
    fn a_text_that_cannot_be_drawn_is_told() {
        let told = held(|| panic!("as the library does at letters it counts wrongly")).unwrap_err();
        assert_eq!(
            told.to_string(),
            "the picture could not be painted: a text in it cannot be drawn; an SVG of the same may do"
        );
        assert_eq!(held(|| Ok(())), Ok(()));
    }

    #[test]
    fn a_line_is_painted_about_as_wide_as_measured_and_never_much_wider() {
        let texts = [
            ("Ombudsman 200 or more, “To AVATAR”", 0.97),
            ("Нагорный Карабах, 10 000", 0.97),
            ("Լեռնային Ղարաբաղի իշխանություններ", 0.97),
            ("ყარაბაღის ხელისუფლება", 0.97),
            ("שלטונות קרבאך", 0.97),
            ("سلطات إقليم ناغورني قره باغ", 0.6),
            ("at least 25 (قره باغ) 日本 ✕", 0.85),
        ];
        for (text, least) in texts {
            for weight in [Weight::Regular, Weight::Bold] {
                let document = svg::words(&scene(text, weight));
                let tree = usvg::Tree::from_str(&document, &font_options()).unwrap();
                let mut widest = 0.0_f32;
                let mut stack: Vec<&usvg::Group> = vec![tree.root()];
                while let Some(group) = stack.pop() {
                    for node in group.children() {
                        match node {
                            usvg::Node::Group(group) => stack.push(group),
                            usvg::Node::Text(text) => {
                                widest = widest.max(text.bounding_box().width());
                            }
                            _ => {}
                        }
                    }
                }
                let ratio = widest / text_width(text, 100.0, weight);
                assert!((least..=1.01).contains(&ratio), "{text} {weight:?}: {ratio}");
            }
        }
    }

    #[test]
    fn a_line_of_many_scripts_has_a_glyph_for_each_letter() {
        let texts = [
            "Զոհվածներ — Погибшие — القتلى — הרוגים — დაღუპულები",
            "القتلى Погибшие",
            "25 (قره باغ) Արցախ 25",
            "سلطات 25 or more",
        ];
        for text in texts {
            let document = svg::words(&scene(text, Weight::Bold));
            let tree = usvg::Tree::from_str(&document, &font_options()).unwrap();
            let mut glyphs = 0;
            for node in tree.root().children() {
                if let usvg::Node::Text(text) = node {
                    let spans = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
                    for glyph in spans {
                        assert_ne!(glyph.id.0, 0, "{:?} in {document}", glyph.text);
                        glyphs += 1;
                    }
                }
            }
            assert!(10 < glyphs, "{glyphs} in {text}");
        }
    }

    /// The letters that are drawn of a text, with its invisible ones.
    fn drawn(text: &str, weight: Weight) -> String {
        let document = svg::words(&scene(text, weight));
        let tree = usvg::Tree::from_str(&document, &font_options()).unwrap();
        let texts = tree.root().children().iter();
        let texts =
            texts.filter_map(|it| if let usvg::Node::Text(it) = it { Some(it) } else { None });
        let spans = texts.flat_map(|it| it.layouted());
        spans.flat_map(|it| &it.positioned_glyphs).map(|it| it.text.as_str()).collect()
    }

    #[test]
    fn letters_that_are_drawn_as_one_take_no_others_with_them() {
        for text in [
            "disputed: Արցախի մարդու",
            "disputed: Արցախի մարդու իրավունքների պաշտպան 32",
            "25 (ՈՒԺԵՐ), մեկ մի մխ մն վնաս",
            "Հայտնում 25 Արցախում",
            "at least 200 (سكان المنطقة), about 40 (Հայերու մեջ), 2 (Азербайджан)",
            "Հայերու մեջ سكان المنطقة الإقليم",
        ] {
            for weight in [Weight::Regular, Weight::Bold] {
                let drawn = drawn(text, weight);
                let lost: String = text.chars().filter(|it| !drawn.contains(*it)).collect();
                let count = |text: &str| text.chars().filter(|it| it.is_alphanumeric()).count();
                assert_eq!((lost.as_str(), count(&drawn)), ("", count(text)), "{text}: {drawn}");
            }
        }
    }

    #[test]
    fn too_large_and_too_small_are_refused_in_words() {
        let scene = scene("a", Weight::Regular);
        let said = |scale| png(&scene, scale).unwrap_err().to_string();
        assert_eq!(
            said(100.0),
            "a picture of 90000 × 10000 pixels is more than 200 million; ask for a smaller size or scale"
        );
        for scale in [0.0, -1.0, f32::NAN, f32::INFINITY] {
            assert!(said(scale).starts_with("a scale of"), "{scale}");
        }
    }

    #[test]
    fn the_same_picture_gives_the_same_bytes() {
        let scene = scene("Արցախ 25", Weight::Bold);
        assert_eq!(png(&scene, 0.5).unwrap(), png(&scene, 0.5).unwrap());
    }
}

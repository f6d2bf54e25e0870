//! The renderer of the tests: its pixels are those that geometry and colours say.

use eframe::egui::epaint::{Mesh, Shape, Vertex, WHITE_UV};
use eframe::egui::{
    Align2, Color32, ColorImage, FontId, Painter, Pos2, Rect, TextureId, TextureOptions, Theme, Ui,
    Vec2, pos2,
};
use image::RgbaImage;
use kbworkbench::base::fonts::Style;
use kbworkbench::gui::fonts;
use proptest::prelude::*;

use super::picture::{picture, window};

const CLEAR: [u8; 4] = [0; 4];
const RED: [u8; 4] = [255, 0, 0, 255];

/// A picture of what `paint` paints.
fn painted(size: impl Into<Vec2>, scale: f32, paint: impl Fn(&Painter)) -> RgbaImage {
    let ui = |ui: &mut Ui| paint(ui.painter());
    picture(&mut window(size, Theme::Light).with_pixels_per_point(scale).build_ui(ui))
}

/// Every pixel by what `wanted` says of its place.
fn check(image: &RgbaImage, wanted: impl Fn(u32, u32) -> [u8; 4]) {
    for (x, y, pixel) in image.enumerate_pixels() {
        assert_eq!(pixel.0, wanted(x, y), "at {x},{y}");
    }
}

fn rect(left: f32, top: f32, right: f32, bottom: f32) -> Rect {
    Rect::from_min_max(pos2(left, top), pos2(right, bottom))
}

fn within(x: u32, y: u32, left: u32, top: u32, right: u32, bottom: u32) -> bool {
    (left..right).contains(&x) && (top..bottom).contains(&y)
}

#[test]
fn a_filled_rectangle_has_exactly_its_pixels() {
    let image = painted([20.0, 10.0], 1.0, |it| {
        it.rect_filled(rect(3.0, 2.0, 8.0, 6.0), 0.0, Color32::RED);
    });
    assert_eq!(image.dimensions(), (20, 10));
    check(&image, |x, y| if within(x, y, 3, 2, 8, 6) { RED } else { CLEAR });
}

#[test]
fn on_a_dense_screen_a_point_has_more_pixels() {
    let image = painted([20.0, 10.0], 2.0, |it| {
        it.rect_filled(rect(3.0, 2.0, 8.0, 6.5), 0.0, Color32::RED);
    });
    assert_eq!(image.dimensions(), (40, 20));
    check(&image, |x, y| if within(x, y, 6, 4, 16, 13) { RED } else { CLEAR });
}

#[test]
fn nothing_is_painted_outside_of_the_clip_or_the_window() {
    let image = painted([20.0, 10.0], 1.0, |it| {
        let clipped = it.with_clip_rect(rect(-5.0, 1.6, 6.4, 4.0));
        clipped.rect_filled(rect(-900.0, -900.0, 900.0, 900.0), 0.0, Color32::RED);
        let nowhere = it.with_clip_rect(rect(30.0, 30.0, 10.0, 10.0));
        nowhere.rect_filled(rect(0.0, 0.0, 20.0, 10.0), 0.0, Color32::GREEN);
    });
    check(&image, |x, y| if within(x, y, 0, 2, 6, 4) { RED } else { CLEAR });
}

#[test]
fn a_translucent_colour_is_laid_over_what_is_there() {
    let image = painted([4.0, 1.0], 1.0, |it| {
        it.rect_filled(rect(0.0, 0.0, 2.0, 1.0), 0.0, Color32::from_rgb(200, 100, 0));
        let glass = Color32::from_rgba_premultiplied(10, 20, 64, 64);
        it.rect_filled(rect(1.0, 0.0, 3.0, 1.0), 0.0, glass);
    });
    // 200 * 191 / 255 = 149.8, and 100 * 191 / 255 = 74.9.
    let wanted = [[200, 100, 0, 255], [160, 95, 64, 255], [10, 20, 64, 64], CLEAR];
    check(&image, |x, _| wanted[x as usize]);
}

#[test]
fn colours_run_evenly_between_corners() {
    let image = painted([256.0, 2.0], 1.0, |it| {
        let mut mesh = Mesh::default();
        for (x, y) in [(0.0, 0.0), (256.0, 0.0), (256.0, 2.0), (0.0, 2.0)] {
            let color = if x == 0.0 { Color32::BLACK } else { Color32::WHITE };
            mesh.vertices.push(Vertex { pos: pos2(x, y), uv: WHITE_UV, color });
        }
        mesh.indices = vec![0, 1, 2, 0, 2, 3];
        it.add(Shape::mesh(mesh));
    });
    check(&image, |x, _| {
        let grey = ((f64::from(x) + 0.5) / 256.0 * 255.0).round() as u8;
        [grey, grey, grey, 255]
    });
}

#[test]
fn a_picture_keeps_its_texels() {
    let colours = [Color32::RED, Color32::GREEN, Color32::BLUE, Color32::WHITE];
    let ui = move |ui: &mut Ui| {
        let image = ColorImage::new([2, 2], colours.to_vec());
        // It is given up at the end of this frame, and painted before that.
        let texture = ui.ctx().load_texture("four", image, TextureOptions::NEAREST);
        let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
        ui.painter().image(texture.id(), rect(1.0, 1.0, 7.0, 5.0), whole, Color32::WHITE);
    };
    let mut harness = window([8.0, 6.0], Theme::Light).build_ui(ui);
    for _ in 0..3 {
        harness.run_steps(1);
        check(&picture(&mut harness), |x, y| {
            let at = |of: u32, middle: u32| usize::from(of >= middle);
            let inside = within(x, y, 1, 1, 7, 5);
            if inside { colours[at(x, 4) + 2 * at(y, 3)].to_array() } else { CLEAR }
        });
    }
}

#[test]
fn a_line_of_text_stands_where_its_galley_says() {
    for (style, size, text) in [
        (Style::Sans, 14.0, "Hamburg, 19 September"),
        (Style::Serif, 17.0, "Ողբերգություն Ջրի Чёрная"),
        (Style::SansBold, 30.0, "gÅ"),
    ] {
        let place = pos2(12.0, 9.0);
        let bounds = std::cell::Cell::new(Rect::NOTHING);
        let image = painted([400.0, 60.0], 1.0, |it| {
            it.rect_filled(rect(0.0, 0.0, 400.0, 60.0), 0.0, Color32::WHITE);
            let font = FontId::new(size, fonts::family(style));
            let galley = it.layout_no_wrap(text.to_owned(), font, Color32::BLACK);
            bounds.set(galley.mesh_bounds.translate(place.to_vec2()));
            it.galley(place, galley, Color32::BLACK);
        });
        let ink: Vec<_> = image.enumerate_pixels().filter(|it| it.2.0[0] < 128).collect();
        let xs = || ink.iter().map(|it| it.0 as f32);
        let ys = || ink.iter().map(|it| it.1 as f32);
        let bounds = bounds.get();
        let inked = rect(
            xs().fold(f32::MAX, f32::min),
            ys().fold(f32::MAX, f32::min),
            xs().fold(0.0, f32::max) + 1.0,
            ys().fold(0.0, f32::max) + 1.0,
        );
        assert!(bounds.contains_rect(inked), "{text}: {inked} is not within {bounds}");
        // The edges of letters are faint.
        assert!(inked.expand(3.0).contains_rect(bounds), "{text}: {inked} does not fill {bounds}");
        // Letters are dark where a stem is at least a pixel wide, and nothing takes on a colour.
        assert!(ink.iter().any(|it| it.2.0[0] < 30), "{text} is pale");
        assert!(image.pixels().all(|it| it.0[0] == it.0[1] && it.0[1] == it.0[2]), "{text}");
    }
}

#[test]
fn the_same_frame_gives_the_same_picture() {
    let take = || {
        painted([300.0, 80.0], 1.5, |it| {
            it.rect_filled(rect(5.0, 5.0, 290.0, 70.0), 9.0, Color32::from_rgb(20, 90, 160));
            it.circle_filled(pos2(250.0, 40.0), 21.3, Color32::from_black_alpha(90));
            let font = FontId::proportional(15.0);
            it.text(pos2(20.0, 40.0), Align2::LEFT_CENTER, "Twice", font, Color32::WHITE);
        })
    };
    let first = take();
    assert!(first.pixels().any(|it| it.0 == [255; 4]), "there is text on it");
    assert_eq!(first.as_raw(), take().as_raw());
}

#[test]
fn a_rounded_corner_is_smooth() {
    let image = painted([40.0, 40.0], 1.0, |it| {
        it.rect_filled(rect(4.0, 4.0, 36.0, 36.0), 12.0, Color32::RED);
    });
    let corner: Vec<u8> = (4..16).map(|at| image.get_pixel(at, at).0[3]).collect();
    assert_eq!((corner[0], corner[11]), (0, 255));
    assert!(corner.iter().any(|alpha| (1..255).contains(alpha)), "{corner:?}");
    // It is the same in all four corners, but for the rounding of half a step.
    for (x, y, pixel) in image.enumerate_pixels() {
        for mirrored in [image.get_pixel(39 - x, y), image.get_pixel(x, 39 - y)] {
            let apart = pixel.0[3].abs_diff(mirrored.0[3]);
            assert!(apart <= 1, "at {x},{y}: {pixel:?} and {mirrored:?}");
        }
    }
}

/// A mesh that adds a little light, so that what is painted twice shows.
fn faint(points: &[(f32, f32)], indices: Vec<u32>) -> Mesh {
    let vertex = |&(x, y): &(f32, f32)| Vertex {
        pos: pos2(x, y),
        uv: WHITE_UV,
        color: Color32::from_rgba_premultiplied(1, 0, 0, 0),
    };
    let vertices = points.iter().map(vertex).collect();
    Mesh { indices, vertices, texture_id: TextureId::default() }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(40) })]

    #[test]
    fn triangles_that_share_sides_cover_every_pixel_once(
        inner in proptest::collection::vec((-3..=3_i8, -3..=3_i8), 9),
        flips in proptest::collection::vec(any::<bool>(), 32),
    ) {
        // A grid of 4 × 4 fields over 32 × 32 pixels, its inner corners moved by quarters of pixels.
        let mut points = vec![];
        for row in 0..5 {
            for column in 0..5 {
                let moved = (1..4).contains(&row) && (1..4).contains(&column);
                let (x, y) =
                    if moved { inner[(row - 1) * 3 + column - 1] } else { (0, 0) };
                let place = |at: usize, by: i8| at as f32 * 8.0 + f32::from(by) * 0.75;
                points.push((place(column, x), place(row, y)));
            }
        }
        let mut indices = vec![];
        for field in 0..16_usize {
            let corner = (field / 4 * 5 + field % 4) as u32;
            let (a, b, c, d) = (corner, corner + 1, corner + 6, corner + 5);
            let halves = if flips[field] { [[a, b, c], [a, c, d]] } else { [[b, c, d], [b, d, a]] };
            for mut half in halves {
                if flips[16 + field] {
                    half.swap(0, 1);
                }
                indices.extend(half);
            }
        }
        let mesh = faint(&points, indices);
        let image = painted([32.0, 32.0], 1.0, |it| { it.add(Shape::mesh(mesh.clone())); });
        for (x, y, pixel) in image.enumerate_pixels() {
            prop_assert_eq!(pixel.0, [1, 0, 0, 0], "at {},{}", x, y);
        }
    }

    #[test]
    fn a_triangle_covers_the_pixels_whose_middles_it_holds(
        corners in proptest::collection::vec((-40..120_i32, -40..120_i32), 3),
    ) {
        let points: Vec<_> =
            corners.iter().map(|&(x, y)| (x as f32 / 4.0, y as f32 / 4.0)).collect();
        let mesh = faint(&points, vec![0, 1, 2]);
        let image = painted([20.0, 20.0], 1.0, |it| { it.add(Shape::mesh(mesh.clone())); });
        for (x, y, pixel) in image.enumerate_pixels() {
            let (px, py) = (x as i32 * 4 + 2, y as i32 * 4 + 2);
            let side = |from: usize, to: usize| {
                let ((ax, ay), (bx, by)) = (corners[from], corners[to]);
                ((bx - ax) * (py - ay) - (by - ay) * (px - ax)).signum()
            };
            let sides = [side(0, 1), side(1, 2), side(2, 0)];
            let wanted = sides[0] != 0 && sides.iter().all(|it| *it == sides[0]);
            if sides.contains(&0) {
                continue;
            }
            prop_assert_eq!(pixel.0[0], u8::from(wanted), "at {},{}", x, y);
        }
    }
}

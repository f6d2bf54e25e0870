//! The renderer of the tests: draws egui's output on the CPU, the same pixels on every machine, without a GPU or a
//! display. It follows the shader of the real window: premultiplied colours in gamma space, texel times vertex colour,
//! `source + target * (1 - alpha)`, clipped in whole pixels. Change it when egui's painters change.

mod canvas;
mod texture;
mod triangle;

use std::collections::HashMap;

use eframe::egui::epaint::{ClippedPrimitive, Primitive};
use eframe::egui::{Context, FullOutput, Rect, TextureId, TexturesDelta};
use egui_kittest::TestRenderer;
use image::RgbaImage;

use canvas::{Canvas, Clip};
use texture::Texture;

#[derive(Default)]
pub struct SoftRenderer {
    textures: HashMap<TextureId, Texture>,
    /// A texture is given up only after the frame that does so is painted.
    given_up: Vec<TextureId>,
}

impl TestRenderer for SoftRenderer {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for id in self.given_up.drain(..) {
            self.textures.remove(&id);
        }
        for (id, images) in delta.set.drain() {
            for image in images {
                self.textures.entry(id).or_default().update(&image);
            }
        }
        self.given_up.extend(delta.free.drain());
    }

    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let scale = output.pixels_per_point;
        let size = ctx.content_rect().size() * scale;
        let mut canvas = Canvas::new(size.x.round() as usize, size.y.round() as usize);
        for ClippedPrimitive { clip_rect, primitive } in
            ctx.tessellate(output.shapes.clone(), scale)
        {
            let clip = clip(clip_rect, scale, &canvas);
            match primitive {
                Primitive::Mesh(mesh) => {
                    let texture = self.textures.get(&mesh.texture_id);
                    let texture = texture.ok_or(format!("no texture {:?}", mesh.texture_id))?;
                    triangle::paint(&mesh, texture, scale, clip, &mut canvas);
                }
                Primitive::Callback(_) => return Err("a paint callback needs a GPU".to_owned()),
            }
        }
        canvas.into_image().ok_or_else(|| "the picture has no size".to_owned())
    }
}

/// The pixels that `rect`, in points, leaves open.
fn clip(rect: Rect, scale: f32, canvas: &Canvas) -> Clip {
    let pixel = |at: f32, end: usize| (at * scale).round().clamp(0.0, end as f32) as usize;
    Clip {
        left: pixel(rect.min.x, canvas.width()),
        right: pixel(rect.max.x, canvas.width()),
        top: pixel(rect.min.y, canvas.height()),
        bottom: pixel(rect.max.y, canvas.height()),
    }
}

//! Writes pictures of the test charts and matrices into a folder, to be looked at:
//! `cargo run --release --example figures -- FOLDER`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "the samples are those of a test, which fails by panicking"
)]

#[path = "../tests/figures/sample.rs"]
mod sample;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use kbworkbench::base::theme::{DARK, LIGHT};
use kbworkbench::export::{Scene, Screen, casualties, casualties_on_screen, png, stances};
use sample::{Odd, options};

const SIZES: [(u16, u16); 3] = [(1600, 900), (800, 500), (400, 300)];

fn main() -> Result<()> {
    let folder = std::env::args_os().nth(1).map(PathBuf::from).context("name a folder")?;
    std::fs::create_dir_all(&folder)?;
    for odd in Odd::ALL {
        for (width, height) in SIZES {
            let options = options(width, height);
            save(&folder, &format!("c-{odd:?}-{width}"), &casualties(&odd.chart(), &options))?;
            save(&folder, &format!("s-{odd:?}-{width}"), &stances(&odd.matrix(), &options))?;
        }
        let chart = odd.chart();
        let part = chart.time.as_ref().map(|axis| (axis.start + 600, axis.start + 1500));
        for (name, palette, width, window) in [
            ("light", &LIGHT, 1120.0, None),
            ("dark", &DARK, 1120.0, None),
            ("part", &LIGHT, 1120.0, part),
            ("narrow", &LIGHT, 560.0, None),
        ] {
            let screen = Screen { width, height: 450.0, palette, type_size: 13.0, window };
            let scene = casualties_on_screen(&chart, &screen).scene;
            save(&folder, &format!("w-{odd:?}-{name}"), &scene)?;
        }
    }
    Ok(())
}

fn save(folder: &Path, name: &str, scene: &Scene) -> Result<()> {
    let path = folder.join(format!("{name}.png"));
    std::fs::write(&path, png(scene, 1.0)?).with_context(|| path.display().to_string())
}

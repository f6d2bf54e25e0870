//! Figures through the public functions of `export`: what is drawn, that nothing is cut off or overlaps at any size,
//! and that the same data gives the same bytes.

#[path = "figures/sample.rs"]
mod sample;

use kbworkbench::export::{Scene, casualties, png, stances};
use sample::{Odd, options};

/// Writes pictures of all samples into a folder, to be looked at: `FIGURES_DIR=… cargo test pictures -- --ignored`.
#[test]
#[ignore = "writes pictures for the eye"]
fn pictures() {
    let folder = std::env::var("FIGURES_DIR").expect("FIGURES_DIR names a folder");
    let save = |name: &str, scene: &Scene| {
        let bytes = png(scene, 1.0).unwrap();
        std::fs::write(format!("{folder}/{name}.png"), bytes).unwrap();
    };
    for odd in Odd::ALL {
        for (width, height) in [(1600, 900), (800, 500), (400, 300)] {
            let options = options(width, height);
            save(&format!("c-{odd:?}-{width}"), &casualties(&odd.chart(), &options));
            save(&format!("s-{odd:?}-{width}"), &stances(&odd.matrix(), &options));
        }
    }
}

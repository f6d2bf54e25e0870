//! What holds of every picture: texts keep within it and off each other.

use kbworkbench::export::{Prim, Rect, Scene};

/// No text leaves the picture, and no two texts share room.
pub fn check_room(scene: &Scene, what: &str) {
    let boxes = scene.text_boxes();
    let page = Rect::sized(0.0, 0.0, scene.width, scene.height);
    for (place, one) in boxes.iter().enumerate() {
        assert!(page.contains(&one.rect), "{what}: {one:?} leaves the picture");
        assert!(!one.text.is_empty(), "{what}: an empty text at {:?}", one.rect);
        for other in &boxes[place + 1..] {
            let near = one.rect.grown(-0.3);
            assert!(!near.overlaps(&other.rect), "{what}: {one:?} overlaps {other:?}");
        }
    }
}

/// All things painted, groups opened.
pub fn flat(scene: &Scene) -> Vec<&Prim> {
    let mut open: Vec<&Prim> = scene.items.iter().rev().collect();
    let mut all = Vec::new();
    while let Some(item) = open.pop() {
        all.push(item);
        if let Prim::Group { items, .. } = item {
            open.extend(items.iter().rev());
        }
    }
    all
}

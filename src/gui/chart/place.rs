//! Owns where a card stands: beside what it tells of, never over it, and within the window.

use eframe::egui::{Rect, Vec2, pos2};

/// Blank points between a card and what it tells of.
const GAP: f32 = 10.0;

/// The place for a card of this size: at the right of `of` if there is room, else left, below or above; where there is
/// no room anywhere, at the widest side, cut off by `room`.
pub fn place(size: Vec2, of: Rect, room: Rect) -> Rect {
    let down = (of.top() - 8.0).min(room.bottom() - size.y).max(room.top());
    let along = (of.center().x - size.x / 2.0).min(room.right() - size.x).max(room.left());
    let sides = [
        (room.right() - of.right() - GAP - size.x, pos2(of.right() + GAP, down)),
        (of.left() - GAP - room.left() - size.x, pos2(of.left() - GAP - size.x, down)),
        (room.bottom() - of.bottom() - GAP - size.y, pos2(along, of.bottom() + GAP)),
        (of.top() - GAP - room.top() - size.y, pos2(along, of.top() - GAP - size.y)),
    ];
    let fits = sides.iter().find(|(left_over, _)| 0.0 <= *left_over);
    let widest = sides.iter().max_by(|one, other| one.0.total_cmp(&other.0));
    let at = fits.or(widest).map_or(room.min, |it| it.1);
    Rect::from_min_size(at, size)
}

#[cfg(test)]
mod tests {
    use eframe::egui::{pos2, vec2};
    use proptest::prelude::*;

    use super::*;

    const ROOM: Rect = Rect { min: pos2(100.0, 50.0), max: pos2(1000.0, 700.0) };

    proptest! {
        #[test]
        fn a_card_is_in_the_room_and_not_over_its_mark(
            x in 100.0f32..980.0,
            y in 50.0f32..680.0,
            wide in 6.0f32..24.0,
            tall in 6.0f32..60.0,
            card_wide in 60.0f32..360.0,
            card_tall in 30.0f32..280.0,
        ) {
            let mark = Rect::from_min_size(pos2(x, y), vec2(wide, tall)).intersect(ROOM);
            let card = place(vec2(card_wide, card_tall), mark, ROOM);
            prop_assert!(!card.intersects(mark), "{card:?} over {mark:?}");
            prop_assert!(ROOM.expand(0.01).contains_rect(card), "{card:?} leaves {ROOM:?}");
        }

        #[test]
        fn a_card_that_fits_nowhere_still_leaves_its_mark_free(
            x in 100.0f32..980.0,
            y in 50.0f32..680.0,
        ) {
            let mark = Rect::from_min_size(pos2(x, y), vec2(12.0, 12.0));
            let card = place(vec2(2000.0, 2000.0), mark, ROOM);
            prop_assert!(!card.intersects(mark));
        }
    }
}

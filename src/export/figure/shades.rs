//! Owns how shades that lie over each other are painted: what any of them covers is tinted once, so that many do not
//! add up to a wall of colour.

use crate::export::scene::Rect;

/// Which of these rectangles share room with another.
pub(super) fn shared(rects: &[Rect]) -> Vec<bool> {
    let meets = |at: usize, it: &Rect| {
        rects.iter().enumerate().any(|(other, rect)| other != at && rect.overlaps(it))
    };
    rects.iter().enumerate().map(|(at, it)| meets(at, it)).collect()
}

/// Rectangles that cover what any of these covers, none over another, from left to right.
pub(super) fn union(rects: &[Rect]) -> Vec<Rect> {
    let mut edges: Vec<f32> = rects.iter().flat_map(|it| [it.left, it.right]).collect();
    edges.sort_by(f32::total_cmp);
    edges.dedup();
    let (mut done, mut open): (Vec<Rect>, Vec<Rect>) = (vec![], vec![]);
    for (left, right) in edges.iter().zip(edges.iter().skip(1)) {
        let across = rects.iter().filter(|it| it.left <= *left && *right <= it.right);
        let spans = joined(across.map(|it| (it.top, it.bottom)).collect());
        if spans.iter().copied().eq(open.iter().map(|it| (it.top, it.bottom))) {
            open.iter_mut().for_each(|it| it.right = *right);
        } else {
            done.append(&mut open);
            let rect = |(top, bottom)| Rect { left: *left, top, right: *right, bottom };
            open = spans.into_iter().map(rect).collect();
        }
    }
    done.append(&mut open);
    done
}

/// Stretches from top to bottom, those that meet as one.
fn joined(mut spans: Vec<(f32, f32)>) -> Vec<(f32, f32)> {
    spans.retain(|(top, bottom)| top < bottom);
    spans.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut joined: Vec<(f32, f32)> = Vec::new();
    for (top, bottom) in spans {
        match joined.last_mut().filter(|last| top <= last.1) {
            Some(last) => last.1 = last.1.max(bottom),
            None => joined.push((top, bottom)),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(rects: &[[f32; 4]], shared_: &[bool], expect: &[[f32; 4]]) {
        let rect = |it: &[f32; 4]| Rect { left: it[0], top: it[1], right: it[2], bottom: it[3] };
        let rects: Vec<Rect> = rects.iter().map(rect).collect();
        assert_eq!(shared(&rects), shared_);
        assert_eq!(union(&rects), expect.iter().map(rect).collect::<Vec<_>>());
    }

    #[test]
    fn shades_over_each_other_become_pieces_beside_each_other() {
        check(&[], &[], &[]);
        check(&[[0.0, 0.0, 9.0, 9.0]], &[false], &[[0.0, 0.0, 9.0, 9.0]]);
        check(&[[0.0, 0.0, 9.0, 9.0]; 3], &[true; 3], &[[0.0, 0.0, 9.0, 9.0]]);
        check(
            &[[0.0, 0.0, 9.0, 9.0], [4.0, 6.0, 12.0, 20.0], [30.0, 0.0, 40.0, 5.0]],
            &[true, true, false],
            &[
                [0.0, 0.0, 4.0, 9.0],
                [4.0, 0.0, 9.0, 20.0],
                [9.0, 6.0, 12.0, 20.0],
                [30.0, 0.0, 40.0, 5.0],
            ],
        );
    }

    proptest! {
        #[test]
        fn each_place_is_tinted_once_where_anything_shades_it(
            rects in proptest::collection::vec((0_u8..20, 0_u8..20, 0_u8..9, 0_u8..9), 0..12)
        ) {
            let rect = |it: &(u8, u8, u8, u8)| {
                Rect::sized(it.0.into(), it.1.into(), it.2.into(), it.3.into())
            };
            let rects: Vec<Rect> = rects.iter().map(rect).collect();
            let union = union(&rects);
            for x in 0_u8..30 {
                for y in 0_u8..30 {
                    let dot = Rect::sized(f32::from(x) + 0.4, f32::from(y) + 0.4, 0.2, 0.2);
                    let shaded = rects.iter().any(|it| it.contains(&dot));
                    let tints = union.iter().filter(|it| it.overlaps(&dot)).count();
                    prop_assert_eq!(tints, usize::from(shaded), "at {}, {}", x, y);
                }
            }
        }
    }
}

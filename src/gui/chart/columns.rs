//! Owns which columns of the evidence have room, and how wide each is.

use eframe::egui::Rangef;

/// Blank points between columns.
const GAP: f32 = 14.0;

/// From where to where each column reaches, from the left edge of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Columns {
    pub number: Rangef,
    pub time: Option<Rangef>,
    pub passage: Rangef,
    pub figure: Option<Rangef>,
    pub claimant: Option<Rangef>,
    pub article: Option<Rangef>,
}

impl Columns {
    /// The columns that have room in `width` points beside a passage that can be read, for so many rows.
    pub fn of(width: f32, rows: usize) -> Self {
        const PASSAGE: f32 = 150.0;
        let number = 10.0 + 8.0 * rows.max(10).to_string().len() as f32;
        let share = ((width - 560.0) / 700.0).clamp(0.0, 1.0);
        let wide = |least: f32, most: f32| least + (most - least) * share;
        let wishes =
            [wide(140.0, 190.0), wide(120.0, 190.0), wide(100.0, 170.0), wide(150.0, 180.0)];
        // Claimant, figure, time, article: what matters most stays longest.
        let [claimant, figure, article, time] = wishes;
        let mut left_over = width - number - GAP - PASSAGE;
        let mut fits = |wish: f32| {
            let fits = wish + GAP <= left_over;
            left_over -= if fits { wish + GAP } else { f32::INFINITY };
            fits.then_some(wish)
        };
        let (claimant, figure) = (fits(claimant), fits(figure));
        let (time, article) = (fits(time), fits(article));
        let mut right = width;
        let mut from_right = |wish: Option<f32>| {
            wish.map(|wish| {
                let range = Rangef::new(right - wish, right);
                right -= wish + GAP;
                range
            })
        };
        let (article, claimant) = (from_right(article), from_right(claimant));
        let figure = from_right(figure);
        let number = Rangef::new(4.0, number);
        let first = number.max + GAP;
        let time = time.map(|wish| Rangef::new(first, first + wish));
        let passage = Rangef::new(time.map_or(first, |it| it.max + GAP), right.max(first));
        Self { number, time, passage, figure, claimant, article }
    }

    /// Names and places of the columns that have room, from the left.
    pub fn shown(&self) -> impl Iterator<Item = (&'static str, Rangef)> {
        let all = [
            ("As of", self.time),
            ("Passage", Some(self.passage)),
            ("Figure", self.figure),
            ("Claimant", self.claimant),
            ("Article", self.article),
        ];
        all.into_iter().filter_map(|(name, across)| Some((name, across?)))
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    fn check(width: f32, expect: Expect) {
        let columns = Columns::of(width, 31);
        let told = |(name, it): (&str, Rangef)| format!("{name} {:.0}–{:.0}", it.min, it.max);
        expect.assert_eq(&columns.shown().map(told).collect::<Vec<_>>().join(", "));
    }

    #[test]
    fn the_passage_stays_readable_and_the_claimant_longest_beside_it() {
        check(
            1300.0,
            expect![
                "As of 40–220, Passage 234–708, Figure 722–912, Claimant 926–1116, Article 1130–1300"
            ],
        );
        check(700.0, expect!["As of 40–196, Passage 210–388, Figure 402–536, Claimant 550–700"]);
        check(480.0, expect!["Passage 40–192, Figure 206–326, Claimant 340–480"]);
        check(300.0, expect!["Passage 40–300"]);
    }
}

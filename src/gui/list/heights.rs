//! Owns where each row of the list lies: rows have several heights, and only those in view are set in type, so the
//! others are reckoned from the widths of their letters until they have been seen.

use std::collections::HashMap;
use std::ops::Range;

/// The tops of all rows, and the bottom of the last.
#[derive(Debug, Default)]
pub struct Heights {
    /// One more than there are rows; begins with 0.
    tops: Vec<f32>,
}

impl Heights {
    pub fn new(heights: impl IntoIterator<Item = f32>) -> Self {
        let mut bottom = 0.0;
        let mut tops = vec![0.0];
        for height in heights {
            bottom += height;
            tops.push(bottom);
        }
        Self { tops }
    }

    pub fn total(&self) -> f32 {
        self.tops.last().copied().unwrap_or(0.0)
    }

    /// From top to bottom of a row.
    pub fn of(&self, row: usize) -> (f32, f32) {
        let at = |it: usize| self.tops.get(it).copied().unwrap_or_else(|| self.total());
        (at(row), at(row + 1))
    }

    /// The rows that share a point with a stretch from `top` to `bottom`.
    pub fn within(&self, top: f32, bottom: f32) -> Range<usize> {
        let count = self.tops.len().saturating_sub(1);
        let first = self.tops.partition_point(|it| *it <= top).saturating_sub(1);
        let end = self.tops.partition_point(|it| *it < bottom).min(count);
        first.min(end)..end
    }

    /// A row turned out to be of another height.
    pub fn learn(&mut self, row: usize, height: f32) {
        let (top, bottom) = self.of(row);
        let more = height - (bottom - top);
        if more.abs() > 0.01 && row + 1 < self.tops.len() {
            self.tops.iter_mut().skip(row + 1).for_each(|it| *it += more);
        }
    }
}

/// Latin, Greek, Cyrillic, Armenian, Hebrew and Arabic letters.
const FIRST: usize = 0x700;

/// Widths of letters in one font, asked for once each.
#[derive(Debug, Default)]
pub struct Letters {
    /// Of the letters that most titles are made of, by number: thousands of titles are reckoned within a frame.
    first: Vec<Option<f32>>,
    others: HashMap<char, f32>,
}

impl Letters {
    /// In how many lines `text` stands in `width`, at most `most`, if no word is broken that has room in a line.
    pub fn lines(
        &mut self,
        text: &str,
        width: f32,
        most: usize,
        mut measure: impl FnMut(char) -> f32,
    ) -> usize {
        let (mut lines, mut line, mut word) = (1, 0.0, 0.0);
        for letter in text.chars() {
            let letter_width = self.width(letter, &mut measure);
            if letter == ' ' || letter == '-' || letter == '—' {
                line += word + letter_width;
                word = 0.0;
                continue;
            }
            if line + word + letter_width > width {
                lines += 1;
                if line == 0.0 {
                    word = 0.0;
                }
                line = 0.0;
                if lines >= most {
                    return most;
                }
            }
            word += letter_width;
        }
        lines
    }

    fn width(&mut self, letter: char, measure: impl FnOnce(char) -> f32) -> f32 {
        self.first.resize(FIRST, None);
        match self.first.get_mut(letter as usize) {
            Some(known) => *known.get_or_insert_with(|| measure(letter)),
            None => *self.others.entry(letter).or_insert_with(|| measure(letter)),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_rows_in_view_are_those_that_reach_into_it(
            heights in proptest::collection::vec(1..50u8, 0..40),
            learnt in proptest::collection::vec((0..40usize, 1..50u8), 0..6),
            top in 0..900u16,
            long in 1..300u16,
        ) {
            let mut known: Vec<f32> = heights.iter().map(|it| f32::from(*it)).collect();
            let mut all = Heights::new(known.clone());
            for (row, height) in learnt {
                all.learn(row, f32::from(height));
                if let Some(known) = known.get_mut(row) {
                    *known = f32::from(height);
                }
            }
            prop_assert_eq!(all.total(), known.iter().sum::<f32>());
            let (top, bottom) = (f32::from(top), f32::from(top + long));
            let found: Vec<_> = all.within(top, bottom).collect();
            let by_looking: Vec<_> = (0..known.len())
                .filter(|row| {
                    let start: f32 = known.iter().take(*row).sum();
                    start < bottom && start + known[*row] > top
                })
                .collect();
            prop_assert_eq!(found, by_looking);
        }
    }

    #[test]
    fn lines_are_broken_between_words() {
        let lines = |text: &str, width: f32| Letters::default().lines(text, width, 3, |_| 1.0);
        assert_eq!(lines("", 10.0), 1);
        assert_eq!(lines("four five", 9.0), 1);
        assert_eq!(lines("four five", 8.0), 2);
        assert_eq!(lines("four five six", 5.0), 3);
        assert_eq!(lines("one two three four five", 5.0), 3);
        assert_eq!(lines("unbreakable", 6.0), 2);
    }
}

//! Odd texts: whatever they hold, the search ends, and its passages and links stand where they say. How long it takes is
//! measured by `cargo bench --bench suggest`.

use std::path::PathBuf;

use kbworkbench::analysis::{Context, Found, Gazetteer, SuggestionRow, suggest};
use kbworkbench::corpus::{Article, Known, Progress, load};
use kbworkbench::files::memory::MemoryDisk;
use proptest::prelude::*;

/// The text as the program would load it, taken for English so that it is searched; none where it is not even loaded.
fn article(text: &str) -> Option<Article> {
    let disk = MemoryDisk::new();
    disk.add("/texts/odd.txt", text);
    let loaded = load(&disk, &[PathBuf::from("/texts")], &Progress::new());
    let mut article = loaded.articles.first().map(|it| Article::clone(&it.article))?;
    article.metadata.language = Some(Known::stated("en".to_owned(), ""));
    Some(article)
}

/// Searches a text and holds what must be true of every suggestion.
fn search(text: &str) -> usize {
    let Some(article) = article(text) else { return 0 };
    let found = suggest(&article, Gazetteer::bundled(), &Context::default());
    for (index, it) in found.iter().enumerate() {
        assert!(!it.span.of(&article.text).is_empty(), "an empty passage");
        assert!((0.0..=1.0).contains(&it.score), "score {}", it.score);
        let (part_of, repeats) = match &it.found {
            Found::Claim(claim) => (claim.part_of, claim.repeats),
            Found::Stance(stance) => (None, stance.repeats),
        };
        assert!(part_of.is_none_or(|it| it < found.len() && it != index), "a part of itself");
        assert!(repeats.is_none_or(|it| it < found.len() && it != index), "a repeat of itself");
    }
    assert_eq!(SuggestionRow::of("a", &article, &found, 1).len(), found.len());
    found.len()
}

const SENTENCES: &[&str] = &[
    "At least 12 people, including three children, were killed in the strike on Tuesday evening, Norway said.",
    "The 2014 war left between 2,000 and 3,000 dead on each side; Chad lists 1,204 soldiers killed of its own.",
    "“We condemn the attack and call for an immediate ceasefire,” the foreign minister, Kari Berg, told reporters.",
    "As of 8 p.m. on 4 March 2021 the toll had risen to 40 from 25, the mayor of Arvan said; 15 of them were women.",
    "Four police officers and two Libyan civilians died when a mine went off under their car, Tripoli announced.",
    "France, backed by Kenya, urged both sides to return to the negotiating table within 24 hours.",
    "Dozens were wounded and up to 10,000 people fled their homes (compared to 3,154 according to the army).",
];

const PIECES: &[&str] = &[
    "",
    " ",
    "\n",
    "\n\n",
    ".",
    "…",
    ",",
    ";",
    "(",
    ")",
    "“",
    "”",
    "'s",
    "’",
    "-",
    "–",
    "0",
    "7",
    "1,000,000",
    "99999999999999999999999999",
    "2020",
    "12:61",
    "31 February",
    "29 February 2023",
    "0.5",
    "½",
    "killed",
    "killed ",
    "said ",
    "it ",
    "who ",
    "людей ",
    "死者",
    "חמישה ",
    "ḱ̈",
    "\u{200f}",
    "\u{feff}",
    "\u{0}",
    "😀",
    "İ",
    "ß",
    "ﬁve ",
    "a.m.",
    "U.S.",
    "War ",
    "in 9999 ",
    "in separate attack ",
    "on the side ",
    "among ",
    "up from ",
    "ago ",
    "January 0",
];

/// Numbers that follow from a seed alone.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end.max(1)
    }

    fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }

    /// A few sentences with pieces cut out, put in, doubled and moved.
    fn mutated(&mut self) -> String {
        let mut text: Vec<char> = (0..=self.below(4))
            .flat_map(|_| [self.of(SENTENCES), self.of(PIECES)])
            .flat_map(str::chars)
            .collect();
        for _ in 0..=self.below(12) {
            let (from, at) = (self.below(text.len()), self.below(text.len()));
            let to = (from + self.below(20)).min(text.len());
            match self.below(4) {
                0 => drop(text.drain(from..to)),
                1 => drop(text.splice(at..at, self.of(PIECES).chars())),
                2 => {
                    let part = text[from..to].to_vec();
                    drop(text.splice(at..at, part));
                }
                _ => text[from..to].reverse(),
            }
            if text.is_empty() {
                text.push('7');
            }
        }
        text.into_iter().collect()
    }
}

#[test]
fn thousands_of_mutated_texts_are_searched_without_a_fault() {
    let mut dice = Dice(11);
    let mut found = 0;
    // Ten to an article: reading a file takes longer than searching it.
    for round in 0..250 {
        let texts: Vec<String> = (0..10).map(|_| dice.mutated()).collect();
        let text = texts.join("\n\n");
        let caught = std::panic::catch_unwind(|| search(&text));
        found += caught.unwrap_or_else(|_| panic!("round {round}: {text:?}"));
    }
    assert!(1_000 < found, "the texts are still news: {found}");
}

/// Texts that no writer writes, by the piece that repeats in them.
const UNITS: &[&str] = &[
    "7",
    "7 ",
    "7,",
    "1,000 ",
    "a",
    "killed12people",
    "killed 5 people and ",
    "the ministry said ",
    "“",
    "(",
    "France, Chad and Norway ",
    "Kari Berg, Ole Vik and ",
    "killed wounded dead ",
    "condemned urged ceasefire must stop ",
    "on Tuesday ",
    "in 2014 ",
    "between 3 May and 4 May ",
    "8 p.m. ",
    "that evening ",
    "the 2014 war ",
    "mine ",
    "among ",
    "on the side ",
    "of them ",
    "including two ",
    "up from 5 ",
    "killed 5 людей в Баку հինգ ხუთი 死者 חמישה ",
    "Norway said 5 died. ",
    "At least 5 dead\n\n",
    "Two of them said it. ",
    "\n",
    "\u{301}",
    "’s ",
    "- ",
    "who ",
    "12 killed, said Norway, 12 killed, said Chad, ",
];

#[test]
fn texts_that_repeat_one_piece_are_searched() {
    for unit in UNITS {
        search(&unit.repeat(4_000 / unit.len()));
    }
}

#[test]
fn thousands_of_names_or_numbers_in_one_sentence_are_read() {
    for unit in ["12 killed, ", "France, ", "Kari Berg, "] {
        search(&unit.repeat(3_000));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn any_text_is_searched(text in "\\PC{0,400}") {
        search(&text);
    }

    #[test]
    fn any_words_of_news_are_searched(
        words in prop::collection::vec(
            prop::sample::select([PIECES, UNITS, SENTENCES].concat()),
            0..40,
        )
    ) {
        search(&words.concat());
    }
}

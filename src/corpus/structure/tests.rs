//! Texts in, parts out: each line of the outcome is a sentence, `¶` begins a paragraph, `~` marks furniture.

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::{furniture, paragraphs, sentences};
use crate::base::Span;

fn check(text: &str, expect: Expect) {
    let paragraphs = paragraphs(text);
    let (sentences, furniture) = (sentences(text, &paragraphs), furniture(text, &paragraphs));
    let mut shown = String::new();
    for sentence in &sentences {
        let begins = paragraphs.iter().any(|it| it.start() == sentence.start());
        let left_over = furniture.iter().any(|it| it.contains(*sentence));
        shown += if begins { "¶" } else { " " };
        shown += if left_over { "~ " } else { " " };
        shown += &sentence.of(text).replace('\n', "⏎");
        shown += "\n";
    }
    expect.assert_eq(&shown);
}

#[test]
fn a_line_is_a_paragraph() {
    check(
        "Bridge falls\n\nThe bridge fell. Nobody was on it.\nIt was old.\n",
        expect![[r#"
            ¶ Bridge falls
            ¶ The bridge fell.
              Nobody was on it.
            ¶ It was old.
        "#]],
    );
}

#[test]
fn wrapped_lines_are_one_paragraph_and_headers_are_not() {
    check(
        "River Post\n3 May 2021, 08:00\n\nThe bridge over the river fell on Monday, said the\nmayor of the town. Nobody was hurt when it went down\ninto the water.\n",
        expect![[r#"
            ¶ River Post
            ¶ 3 May 2021, 08:00
            ¶ The bridge over the river fell on Monday, said the⏎mayor of the town.
              Nobody was hurt when it went down⏎into the water.
        "#]],
    );
}

#[test]
fn a_line_that_ends_early_within_a_sentence_does_not_unwrap_its_block() {
    check(
        "The bridge over the river fell on Monday, said the\nmayor of the town. Nobody was hurt when\nit went down into the water, which had risen for\ntwo days and stood at the height of the quay, so\nthat boats could not pass.\n",
        expect![[r#"
            ¶ The bridge over the river fell on Monday, said the⏎mayor of the town.
              Nobody was hurt when⏎it went down into the water, which had risen for⏎two days and stood at the height of the quay, so⏎that boats could not pass.
        "#]],
    );
}

#[test]
fn an_indented_first_line_is_as_wide_as_it_was_set() {
    check(
        "   The ferry left the northern quay before\nshelling of the town began, and nobody of the crew\nwas hurt.\n",
        expect![[r#"
            ¶ The ferry left the northern quay before⏎shelling of the town began, and nobody of the crew⏎was hurt.
        "#]],
    );
}

#[test]
fn a_full_stop_of_an_abbreviation_or_initial_ends_nothing() {
    check(
        "At 1:22 p.m. Azerbaijan spoke. Mr. J. Smith of the U.S. State Dept. came on Sept. 19. He left at 4 p.m. The \
         road, i.e. the M. Road, was shut. It is No. 5. No. It is closed. MM. Roux et Blanc ont parlé.",
        expect![[r#"
            ¶ At 1:22 p.m. Azerbaijan spoke.
              Mr. J. Smith of the U.S. State Dept. came on Sept. 19.
              He left at 4 p.m.
              The road, i.e. the M. Road, was shut.
              It is No. 5.
              No.
              It is closed.
              MM. Roux et Blanc ont parlé.
        "#]],
    );
}

#[test]
fn quotes_stay_with_their_sentence() {
    check(
        "“Who was it?” she asked. “We saw nobody.” They left. He said: \"Stop!\" Then he ran. (It was late.) So it ended.",
        expect![[r#"
            ¶ “Who was it?” she asked.
              “We saw nobody.”
              They left.
              He said: "Stop!"
              Then he ran.
              (It was late.)
              So it ended.
        "#]],
    );
}

#[test]
fn other_scripts_end_their_sentences_too() {
    check(
        "Ճանապարհը փակ է։ Ո՞վ է եկել։\nهل أغلق الطريق؟ نعم.\nДорогу закрыли в 2020 г. весной. Мост цел.",
        expect![[r#"
            ¶ Ճանապարհը փակ է։
              Ո՞վ է եկել։
            ¶ هل أغلق الطريق؟
              نعم.
            ¶ Дорогу закрыли в 2020 г. весной.
              Мост цел.
        "#]],
    );
}

#[test]
fn what_the_page_left_over_is_marked() {
    check(
        "English | Русский\nHome\nBridge falls\nPublished 3 hours ago, Updated 9 minutes ago\nBridge falls\n\
         The bridge fell.\n#Bridge #River\nEditor’s Pick\nThis site uses Akismet to reduce spam.\nPrevious Article\n\
         A dam holds\nNext Article\nA road opens",
        expect![[r#"
            ¶~ English | Русский
            ¶~ Home
            ¶ Bridge falls
            ¶~ Published 3 hours ago, Updated 9 minutes ago
            ¶ Bridge falls
            ¶ The bridge fell.
            ¶~ #Bridge #River
            ¶~ Editor’s Pick
            ¶~ This site uses Akismet to reduce spam.
            ¶~ Previous Article
            ¶~ A dam holds
            ¶~ Next Article
            ¶~ A road opens
        "#]],
    );
}

#[test]
fn the_articles_own_words_are_not_left_over() {
    check(
        "Home is where the shells fell, and the search went on.\nThe next article of the treaty was broken.\nRussian English teachers fled.",
        expect![[r#"
            ¶ Home is where the shells fell, and the search went on.
            ¶ The next article of the treaty was broken.
            ¶ Russian English teachers fled.
        "#]],
    );
}

#[test]
fn a_huge_line_without_any_end_is_read_to_its_end() {
    for unit in ["7", "1.", "a. ", "?”", "“", "A.", "Mr. ", "#a ", "1 \n"] {
        let text = unit.repeat(800_000 / unit.len());
        let paragraphs = paragraphs(&text);
        // Anything worse than linear would not come back within a morning.
        sentences(&text, &paragraphs);
        furniture(&text, &paragraphs);
    }
}

proptest! {
    #[test]
    fn parts_lie_in_order_within_each_other_and_hold_all_words(
        text in "[a-zA-ZéԱա0-9.?!,“”()#։؟ \n\u{a0}]{0,200}"
    ) {
        let paragraphs = paragraphs(&text);
        let sentences = sentences(&text, &paragraphs);
        for spans in [&paragraphs, &sentences] {
            for span in spans {
                prop_assert!(!span.is_empty());
                prop_assert_eq!(span.trimmed(&text), *span);
            }
            prop_assert!(spans.windows(2).all(|pair| pair[0].end() <= pair[1].start()));
            let words = |spans: &[Span]| -> String {
                spans.iter().flat_map(|it| it.of(&text).split_whitespace()).collect()
            };
            prop_assert_eq!(words(spans), text.split_whitespace().collect::<String>());
        }
        prop_assert!(sentences.iter().all(|it| paragraphs.iter().any(|paragraph| paragraph.contains(*it))));
    }
}
